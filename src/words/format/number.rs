//! Whole numbers.

/// Formats a whole number with thousands separators: `13,136`.
#[must_use]
pub fn integer(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// Formats the length of a list with thousands separators.
#[must_use]
pub fn counted(length: usize) -> String {
    integer(u64::try_from(length).unwrap_or(u64::MAX))
}
