//! Sorting of `u64` keys only.
//!
//! Every type that is sorted with the standard library brings its own copy of a generic sort into
//! the WebAssembly, some four kilobytes each. Here everything is ordered by a `u64` key and one LSD
//! radix sort (least significant byte first), a single copy of half a kilobyte that takes a third
//! of the time on the long lists of a calendar.
//!
//! [`sort`] of `n` numbers costs O(d·(n + 256)) time, where `d` ≤ 8 is the number of bytes in which
//! they differ, and O(n) memory. Invariant: after each pass the numbers are ordered by all bytes
//! handled so far, as each pass is stable. Up to 48 numbers are sorted by insertion.
//!
//! ```text
//! input                0x0201  0x0102  0x0101
//! by the low byte      0x0201  0x0101  0x0102
//! by the next byte     0x0101  0x0102  0x0201
//! ```

use super::time::Hour;

/// Longest list that is sorted by insertion: counting 256 digits would take longer.
const SHORT: usize = 48;

/// Sorts numbers in ascending order, by LSD radix sort or, for short lists, by insertion.
// Never inlined, as each call would otherwise get its own copy.
#[inline(never)]
pub fn sort(numbers: &mut [u64]) {
    if numbers.len() <= SHORT {
        return insert(numbers);
    }
    let first = numbers.first().copied().unwrap_or(0);
    let differing = numbers.iter().fold(0, |bits, number| bits | (number ^ first));
    let mut sorted = numbers.to_vec();
    // One stable counting pass per byte, lowest first; a byte that all numbers share needs no pass.
    for shift in (0..u64::BITS).step_by(8).filter(|shift| (differing >> shift) & 0xFF != 0) {
        let digit = |number: u64| usize::from((number >> shift) as u8);
        let mut indices = [0_usize; 256];
        for &number in numbers.iter() {
            indices[digit(number)] += 1;
        }
        let mut sum = 0;
        for index in &mut indices {
            (*index, sum) = (sum, sum + *index);
        }
        for &number in numbers.iter() {
            let index = &mut indices[digit(number)];
            if let Some(number_there) = sorted.get_mut(*index) {
                *number_there = number;
            }
            *index += 1;
        }
        numbers.copy_from_slice(&sorted);
    }
}

fn insert(numbers: &mut [u64]) {
    for end in 1..numbers.len() {
        let mut index = end;
        while index > 0 && numbers.get(index - 1) > numbers.get(index) {
            numbers.swap(index - 1, index);
            index -= 1;
        }
    }
}

/// Returns the indices of the keys in ascending order of the keys (argsort); equal keys keep their
/// order.
pub fn argsort(keys: impl Iterator<Item = u32>) -> impl DoubleEndedIterator<Item = usize> {
    let pairs = keys.zip(0..).map(|(key, index)| pack(key, index));
    sorted(pairs).into_iter().map(|key| unpack(key).1 as usize)
}

/// Sorts things that have no key, by a relation that says if one may come before another.
///
/// Stable bottom-up merge sort, O(n log n) for every input order: a left element stays first if
/// `may_precede(left, right)`.
pub fn merge<T: Copy>(things: &mut [T], may_precede: &dyn Fn(&T, &T) -> bool) {
    let mut sorted = things.to_vec();
    let mut length = 1;
    while length < things.len() {
        for (from, to) in things.chunks(2 * length).zip(sorted.chunks_mut(2 * length)) {
            let (mut left, mut right) = from.split_at(length.min(from.len()));
            for slot in to {
                let side = match (left.first(), right.first()) {
                    (Some(a), Some(b)) if !may_precede(a, b) => &mut right,
                    (None, _) => &mut right,
                    _ => &mut left,
                };
                if let [first, rest @ ..] = *side {
                    (*slot, *side) = (*first, rest);
                }
            }
        }
        things.copy_from_slice(&sorted);
        length *= 2;
    }
}

/// Returns copies of the things in ascending order of `key`; equal keys keep their order.
pub fn sorted_by_key<T: Copy>(things: &[T], key: impl Fn(&T) -> u32) -> Vec<T> {
    argsort(things.iter().map(key)).filter_map(|index| things.get(index).copied()).collect()
}

/// Returns the numbers in ascending order, sorted by [`sort`].
pub fn sorted(numbers: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut numbers: Vec<u64> = numbers.collect();
    sort(&mut numbers);
    numbers
}

/// Packs two numbers into one that is ordered by `first`, then by `second`.
#[must_use]
pub const fn pack(first: u32, second: u32) -> u64 {
    ((first as u64) << 32) | second as u64
}

/// Returns the two numbers packed by [`pack`].
#[must_use]
pub const fn unpack(pair: u64) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}

/// Maps an hour to a number with the same order, including hours before 1970.
#[must_use]
pub const fn of_hour(hour: Hour) -> u32 {
    // Flipping the sign bit maps the signed order onto the unsigned one.
    hour.number().cast_unsigned() ^ (1 << 31)
}

/// Returns the hour that [`of_hour`] maps to `number`.
#[must_use]
pub const fn to_hour(number: u32) -> Hour {
    Hour::new((number ^ (1 << 31)).cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_sorted_as_the_standard_library_does() {
        // Multiplied by a large odd number, they are scattered and differ in every byte.
        for (length, bits) in [(0, 64), (1, 64), (2, 3), (48, 9), (49, 64), (700, 64), (999, 12)] {
            let scattered = |number: u64| number.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> (64 - bits);
            let mut numbers: Vec<u64> = (0..length).map(scattered).collect();
            let mut wanted = numbers.clone();
            wanted.sort_unstable();
            sort(&mut numbers);
            assert_eq!(numbers, wanted, "{length} numbers of {bits} bits");
        }
    }

    #[test]
    fn indices_follow_the_keys_and_keep_equals_in_their_order() {
        let indices: Vec<usize> = argsort([3, 1, u32::MAX, 1, 0].into_iter()).collect();
        assert_eq!(indices, [4, 1, 3, 0, 2]);
    }

    #[test]
    fn merging_sorts_and_keeps_equals_in_their_order() {
        for length in [0_u32, 1, 2, 3, 8, 9, 100] {
            let scattered = |index: u32| (index.wrapping_mul(0x9E37_79B9) >> 29, index);
            let mut things: Vec<(u32, u32)> = (0..length).map(scattered).collect();
            let mut wanted = things.clone();
            wanted.sort_by_key(|thing| thing.0);
            merge(&mut things, &|a, b| a.0 <= b.0);
            assert_eq!(things, wanted);
        }
    }

    #[test]
    fn pairs_are_ordered_by_their_first_number() {
        assert!(pack(1, u32::MAX) < pack(2, 0) && pack(2, 0) < pack(2, 1));
        assert_eq!(unpack(pack(u32::MAX, 7)), (u32::MAX, 7));
    }

    #[test]
    fn hours_keep_their_order_as_numbers() {
        let hours = [Hour::MIN, Hour::new(-1), Hour::new(0), Hour::EARLIEST, Hour::MAX];
        assert!(hours.is_sorted_by_key(|hour| of_hour(*hour)));
        assert_eq!(hours.map(|hour| to_hour(of_hour(hour))), hours);
    }
}
