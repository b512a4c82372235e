//! Natural order of names, as people expect it: `gpu2` before `gpu10`.

use core::cmp::Ordering;

/// Compares names part by part, with runs of digits as numbers of any length.
///
/// A name that begins another comes first; names that are equal in this way, such as `gpu02` and
/// `gpu2`, are ordered by bytes, so that different names never compare as equal.
pub(super) fn compare(a: &str, b: &str) -> Ordering {
    let (mut left, mut right) = (a, b);
    while !left.is_empty() && !right.is_empty() {
        let (one, after_one) = part(left);
        let (two, after_two) = part(right);
        let is_number = |part: &str| part.starts_with(|c: char| c.is_ascii_digit());
        let order = if is_number(one) && is_number(two) {
            // Compared as text, the shorter first: a number of any length cannot overflow.
            let (one, two) = (one.trim_start_matches('0'), two.trim_start_matches('0'));
            one.len().cmp(&two.len()).then_with(|| one.cmp(two))
        } else {
            one.cmp(two)
        };
        if order != Ordering::Equal {
            return order;
        }
        (left, right) = (after_one, after_two);
    }
    left.len().cmp(&right.len()).then_with(|| a.cmp(b))
}

/// Splits off the leading run of digits or of other characters; returns it and the rest.
fn part(text: &str) -> (&str, &str) {
    let begins_with_digit = text.starts_with(|c: char| c.is_ascii_digit());
    let end = text.find(|c: char| c.is_ascii_digit() != begins_with_digit).unwrap_or(text.len());
    text.split_at(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_count_as_numbers() {
        let mut names = ["gpu10", "gpu2", "gpu02", "gpu", "a1b10", "a1b9", "a01b1", "10", "9"];
        names.sort_by(|a, b| compare(a, b));
        let wanted = ["9", "10", "a01b1", "a1b9", "a1b10", "gpu", "gpu02", "gpu2", "gpu10"];
        assert_eq!(names, wanted);
        assert_eq!(compare("x", "x"), Ordering::Equal);
    }
}
