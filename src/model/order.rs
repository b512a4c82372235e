//! Sorting, by whole numbers alone.
//!
//! Every type that is sorted brings its own copy of the sorting code into the WebAssembly, some
//! three kilobytes each. Here all things are put in order by a `u64`, so there is one copy.

use super::time::Hour;

/// Sorts numbers, ascending.
// Never inlined, or there would be a copy wherever it is called.
#[inline(never)]
pub fn sort(numbers: &mut [u64]) {
    numbers.sort_unstable();
}

/// The places of the keys in the order of the keys; equal keys keep their order.
pub fn places(keys: impl Iterator<Item = u32>) -> impl DoubleEndedIterator<Item = usize> {
    let pairs = keys.zip(0..).map(|(key, place)| pair(key, place));
    sorted(pairs).into_iter().map(|key| split(key).1 as usize)
}

/// The numbers, ascending.
pub fn sorted(numbers: impl Iterator<Item = u64>) -> Vec<u64> {
    let mut numbers: Vec<u64> = numbers.collect();
    sort(&mut numbers);
    numbers
}

/// Two numbers as one that is ordered by the first, then by the second.
#[must_use]
pub const fn pair(first: u32, second: u32) -> u64 {
    ((first as u64) << 32) | second as u64
}

/// The two numbers of a [`pair`].
#[must_use]
pub const fn split(pair: u64) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}

/// An hour as a number that is ordered as hours are, those before 1970 included.
#[must_use]
pub const fn of_hour(hour: Hour) -> u32 {
    hour.number().cast_unsigned() ^ (1 << 31)
}

/// The hour that [`of_hour`] gives this number.
#[must_use]
pub const fn to_hour(number: u32) -> Hour {
    Hour::new((number ^ (1 << 31)).cast_signed())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_follow_the_keys_and_keep_equals_in_their_order() {
        let places: Vec<usize> = places([3, 1, u32::MAX, 1, 0].into_iter()).collect();
        assert_eq!(places, [4, 1, 3, 0, 2]);
    }

    #[test]
    fn pairs_are_ordered_by_their_first_number() {
        assert!(pair(1, u32::MAX) < pair(2, 0) && pair(2, 0) < pair(2, 1));
        assert_eq!(split(pair(u32::MAX, 7)), (u32::MAX, 7));
    }

    #[test]
    fn hours_keep_their_order_as_numbers() {
        let hours = [Hour::MIN, Hour::new(-1), Hour::new(0), Hour::EARLIEST, Hour::MAX];
        assert!(hours.is_sorted_by_key(|hour| of_hour(*hour)));
        assert_eq!(hours.map(|hour| to_hour(of_hour(hour))), hours);
    }
}
