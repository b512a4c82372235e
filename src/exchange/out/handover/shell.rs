//! Shell words and the common beginning of all scripts.

use super::comment::one_line;
use crate::words::catalogue::handover as words;
use crate::words::lang::Lang;

/// Quotes a text as one shell word on one line; nothing is special within single quotes.
pub(super) fn word(text: &str) -> String {
    ["'", &one_line(text).replace('\'', "'\\''"), "'"].concat()
}

/// Returns a line that assigns `value` to the variable `name`.
pub(super) fn assign(name: &str, value: &str) -> String {
    [name, "=", &word(value), "\n"].concat()
}

/// Returns lines that end the script if one of `values` still contains a gap.
pub(super) fn stop_at_gaps(values: &[&str], lang: Lang) -> String {
    let told = word(&[words::STILL_A_GAP.get(lang), ": "].concat());
    format!(
        "for value in {}; do\n  case \"$value\" in\n    *'<<FILL'*) echo {told}\"$value\" >&2; exit 1 ;;\n  \
         esac\ndone\n",
        values.join(" ")
    )
}
