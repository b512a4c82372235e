//! Reproducible pseudorandom numbers: equal seeds give equal numbers on every machine.

/// 2^64 divided by the golden ratio, rounded to an odd number.
const GOLDEN_GAMMA: u64 = 0x9E37_79B9_7F4A_7C15;

/// The SplitMix64 generator: Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators" (OOPSLA 2014), with the constants of Stafford's variant 13. Not for secrets.
#[derive(Clone, Debug)]
pub struct SplitMix64(u64);

impl SplitMix64 {
    /// Returns the generator for `seed`, as in the paper.
    #[must_use]
    pub const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// Returns the generator for one round of many.
    ///
    /// Its numbers depend on `seed` and the index `round` alone, so rounds can be simulated in any
    /// order and in parts.
    ///
    /// `round` is mixed before it is combined with `seed`, and the result is mixed again:
    /// generators whose states differ by a multiple of the gamma draw the same numbers, offset by
    /// some positions.
    #[must_use]
    pub const fn of_round(seed: u64, round: u64) -> Self {
        Self(mix(seed ^ mix(round.wrapping_add(GOLDEN_GAMMA))))
    }

    /// Returns the next 64 bits.
    pub const fn next_u64(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(GOLDEN_GAMMA);
        mix(self.0)
    }

    /// Returns the next number in `0.0..1.0`, of 53 random bits, the precision of an `f64`.
    pub const fn next_unit(&mut self) -> f64 {
        (self.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// Returns the next whole number in `0..below`, or 0 if `below` is 0.
    ///
    /// It is the upper half of a 128-bit product, whose bias is at most `below` in 2^64.
    pub const fn next_below(&mut self, below: u32) -> u32 {
        ((self.next_u64() as u128 * below as u128) >> 64) as u32
    }
}

const fn mix(mut bits: u64) -> u64 {
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    bits ^ (bits >> 31)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The numbers are those of java.util.SplittableRandom and of the authors' C program
    /// (prng.di.unimi.it/splitmix64.c).
    #[test]
    fn numbers_are_those_of_the_reference() {
        for (seed, wanted) in [
            (0, [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F]),
            (1_234_567, [0x599E_D017_FB08_FC85, 0x2C73_F084_5854_0FA5, 0x883E_BCE5_A3F2_7C77]),
        ] {
            let mut numbers = SplitMix64::new(seed);
            assert_eq!([0; 3].map(|_| numbers.next_u64()), wanted, "{seed}");
        }
    }

    #[test]
    fn numbers_lie_in_their_range() {
        let mut numbers = SplitMix64::new(7);
        assert!((0..1_000).all(|_| (0.0..1.0).contains(&numbers.next_unit())));
        assert!((0..1_000).all(|_| numbers.next_below(3) < 3));
        assert_eq!([numbers.next_below(0), numbers.next_below(1)], [0, 0]);
    }

    /// If the state of a round were the seed plus a multiple of the gamma, each round would draw
    /// the numbers of the previous one except for the first.
    #[test]
    fn no_round_draws_the_numbers_of_another() {
        let mut drawn = Vec::new();
        for round in 0..1_000 {
            let mut numbers = SplitMix64::of_round(0, round);
            drawn.extend([0; 20].map(|_| numbers.next_u64()));
        }
        drawn.sort_unstable();
        drawn.dedup();
        assert_eq!(drawn.len(), 20_000);
        let first = |seed, round| SplitMix64::of_round(seed, round).next_u64();
        assert_ne!(first(1, 2), first(2, 1));
    }
}
