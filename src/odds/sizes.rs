//! Distribution of project sizes in nodes when only the mean is known.

/// Maximum-entropy distribution of sizes.
///
/// Of all distributions between two sizes with a given mean, the one with the greatest entropy
/// (Jaynes 1957) adds no assumption beyond what was published. It has the form `p(n) = q^n /
/// (q^least + … + q^most)`; its one parameter is the ratio `q` of the chances of two neighbouring
/// sizes.
///
/// Chances are computed by multiplication, addition and division alone, which every machine rounds
/// alike: all readers draw the same sizes. Drawing uses a guide table (Chen and Asau 1974).
#[derive(Clone, PartialEq, Debug)]
pub struct SizeDistribution {
    least: u32,
    ratio: f64,
    /// Chance of each size, from `least` on.
    chances: Vec<f64>,
    /// Cumulative chance of each size, in units of 2^-64.
    thresholds: Vec<u64>,
    /// For each value of the upper eight bits, the first index that a number with these bits can
    /// have.
    ///
    /// This guide table (Chen and Asau 1974) makes a search end after a step or two, however many
    /// sizes there are.
    guide: Vec<u32>,
}

/// Maximum number of sizes in a distribution: half a megabyte.
const MAX_SIZES: u32 = 1 << 15;

/// Bisection steps: more than a float has mantissa bits.
const STEPS: u32 = 80;

impl SizeDistribution {
    /// Creates the distribution over the sizes `least..=most` with this mean.
    ///
    /// `None` if no such distribution exists, or if there are more than 32,768 sizes.
    #[must_use]
    pub fn new(least: u32, most: u32, mean: f64) -> Option<Self> {
        let steps = most.checked_sub(least).filter(|steps| *steps < MAX_SIZES)?;
        let (low, high) = (f64::from(least), f64::from(most));
        // NaN fails this check too.
        if !(low..=high).contains(&mean) {
            return None;
        }
        // Above the midpoint the distribution is computed mirrored, so that the ratio stays at most
        // 1 and no power overflows.
        let is_mirrored = mean > f64::midpoint(low, high);
        let excess = if is_mirrored { high - mean } else { mean - low };
        let ratio = ratio(steps, excess);
        let mut chances: Vec<f64> = powers(ratio).take(steps as usize + 1).collect();
        let sum: f64 = chances.iter().sum();
        for chance in &mut chances {
            *chance /= sum;
        }
        let ratio = if is_mirrored { 1.0 / ratio } else { ratio };
        if is_mirrored {
            chances.reverse();
        }
        let thresholds = thresholds(&chances);
        let guide = guide(&thresholds);
        Some(Self { least, ratio, chances, thresholds, guide })
    }

    /// Returns the fewest nodes.
    #[must_use]
    pub const fn least(&self) -> u32 {
        self.least
    }

    /// Returns the most nodes.
    #[must_use]
    pub fn most(&self) -> u32 {
        self.least.saturating_add(self.chances.len().saturating_sub(1) as u32)
    }

    /// Returns the chance of a size divided by that of the next smaller size; infinite if all ask
    /// for the most.
    #[must_use]
    pub const fn ratio(&self) -> f64 {
        self.ratio
    }

    /// Returns the chance of a size; 0 outside the range.
    #[must_use]
    pub fn chance(&self, size: u32) -> f64 {
        let index = size.checked_sub(self.least);
        index.and_then(|index| self.chances.get(index as usize)).copied().unwrap_or(0.0)
    }

    /// Iterates over sizes and their chances, smallest size first.
    pub fn iter(&self) -> impl Iterator<Item = (u32, f64)> {
        (self.least..).zip(self.chances.iter().copied())
    }

    /// Returns the mean of the chances as rounded.
    #[must_use]
    pub fn mean(&self) -> f64 {
        self.iter().map(|(size, chance)| f64::from(size) * chance).sum()
    }

    /// Maps 64 random bits to a size.
    #[must_use]
    pub fn size(&self, bits: u64) -> u32 {
        // A threshold may be `u64::MAX`; the drawn number has to lie below it.
        let bits = bits.min(u64::MAX - 1);
        let start = self.guide.get((bits >> 56) as usize).copied().unwrap_or(0);
        let above = self.thresholds.get(start as usize..).unwrap_or_default();
        let further = above.iter().take_while(|threshold| **threshold <= bits).count() as u32;
        self.least + (start + further).min(self.chances.len().saturating_sub(1) as u32)
    }
}

/// Returns the ratio from 0 to 1 at which sizes from 0 to `steps` have the mean `excess`.
///
/// Found by bisection: the mean grows monotonically with the ratio, from 0 to half of `steps`.
fn ratio(steps: u32, excess: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..STEPS {
        let middle = f64::midpoint(low, high);
        let (mut sum, mut weighted) = (0.0, 0.0);
        for (step, weight) in powers(middle).take(steps as usize + 1).enumerate() {
            sum += weight;
            weighted += weight * step as f64;
        }
        if weighted < excess * sum {
            low = middle;
        } else {
            high = middle;
        }
    }
    high
}

/// Iterates over the powers of `ratio`: 1, the ratio, its square, and so on.
fn powers(ratio: f64) -> impl Iterator<Item = f64> {
    core::iter::successors(Some(1.0), move |power| Some(power * ratio))
}

fn thresholds(chances: &[f64]) -> Vec<u64> {
    let mut sum = 0.0;
    let mut threshold = |chance: &f64| {
        sum += chance;
        // The cast saturates, so a sum rounded above 1 is harmless.
        (sum * 2_f64.powi(64)) as u64
    };
    let mut thresholds: Vec<u64> = chances.iter().map(&mut threshold).collect();
    // The sum of the chances may be rounded below 1; the last size has to catch every number.
    if let Some(last) = thresholds.last_mut() {
        *last = u64::MAX;
    }
    thresholds
}

fn guide(thresholds: &[u64]) -> Vec<u32> {
    let mut index = 0;
    let first = |upper: u64| {
        while thresholds.get(index as usize).is_some_and(|threshold| *threshold <= upper << 56) {
            index += 1;
        }
        index
    };
    (0..256).map(first).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SplitMix64;

    #[test]
    fn the_mean_is_the_one_asked_for() {
        for (least, most, mean) in [
            (2, 32, 1714.0 / 514.0),
            (2, 16, 1714.0 / 514.0),
            (2, 32, 17.0),
            (2, 32, 30.5),
            (2, 32, 2.000_001),
            (1, 1_000, 3.0),
            (1, 1_000, 997.0),
            (1, 20_000, 19_000.0),
        ] {
            let sizes = SizeDistribution::new(least, most, mean).unwrap();
            assert!((sizes.mean() - mean).abs() < 1e-9, "{least} {most} {mean}: {}", sizes.mean());
            let sum: f64 = sizes.iter().map(|(_, chance)| chance).sum();
            assert!((sum - 1.0).abs() < 1e-12, "{sum}");
            assert_eq!((sizes.least(), sizes.most()), (least, most));
        }
    }

    /// Condition of maximum entropy: the ratio of neighbouring chances is the same everywhere.
    #[test]
    fn neighbours_have_one_ratio() {
        for mean in [3.335, 17.0, 29.0] {
            let sizes = SizeDistribution::new(2, 32, mean).unwrap();
            for size in 2..32 {
                let ratio = sizes.chance(size + 1) / sizes.chance(size);
                assert!((ratio - sizes.ratio()).abs() < 1e-9, "{mean}, {size}: {ratio}");
            }
        }
        let published = SizeDistribution::new(2, 32, 1714.0 / 514.0).unwrap();
        assert!((published.ratio().ln() + 0.559_199).abs() < 1e-6);
        assert_eq!([1, 33].map(|size| published.chance(size)), [0.0, 0.0]);
    }

    #[test]
    fn at_its_ends_all_ask_for_the_same() {
        for (least, most, mean, size) in
            [(2, 32, 2.0, 2), (2, 32, 32.0, 32), (5, 5, 5.0, 5), (0, 0, 0.0, 0)]
        {
            let sizes = SizeDistribution::new(least, most, mean).unwrap();
            assert!((sizes.chance(size) - 1.0).abs() < 1e-12, "{least} {most} {mean}");
            assert!((sizes.mean() - mean).abs() < 1e-9);
            for bits in [0, 1 << 40, u64::MAX / 2, u64::MAX] {
                assert_eq!(sizes.size(bits), size, "{least} {most} {mean}, {bits}");
            }
        }
    }

    #[test]
    fn what_cannot_be_is_none() {
        for (least, most, mean) in [
            (2, 32, 1.9),
            (2, 32, 32.1),
            (3, 2, 2.5),
            (2, 32, f64::NAN),
            (2, 32, f64::INFINITY),
            (0, u32::MAX, 7.0),
        ] {
            assert_eq!(SizeDistribution::new(least, most, mean), None, "{least} {most} {mean}");
        }
    }

    #[test]
    fn sizes_are_drawn_as_often_as_they_should_be() {
        for mean in [3.335, 17.0, 29.0] {
            let sizes = SizeDistribution::new(2, 32, mean).unwrap();
            assert_eq!((sizes.size(0), sizes.size(u64::MAX)), (2, 32));
            let mut numbers = SplitMix64::new(16);
            let mut counts = [0_u32; 33];
            for _ in 0..100_000 {
                counts[sizes.size(numbers.next_u64()) as usize] += 1;
            }
            for (size, chance) in sizes.iter() {
                let wanted = 100_000.0 * chance;
                let off = (f64::from(counts[size as usize]) - wanted).abs();
                // 4.5 standard errors: 93 comparisons with this one seed.
                assert!(off <= 4.5 * wanted.sqrt() + 1.0, "{mean}, {size}: {off} of {wanted}");
            }
        }
    }
}
