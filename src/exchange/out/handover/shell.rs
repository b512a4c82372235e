//! Words of a shell, and what all scripts begin with.

use super::comment::one_line;
use crate::words::catalogue::handover as words;
use crate::words::lang::Lang;

/// A text as one word, on one line: in single quotes nothing means anything but itself.
pub(super) fn word(text: &str) -> String {
    ["'", &one_line(text).replace('\'', "'\\''"), "'"].concat()
}

/// An assignment.
pub(super) fn assign(name: &str, value: &str) -> String {
    [name, "=", &word(value), "\n"].concat()
}

/// Lines that end the script where one of these values still has a gap.
pub(super) fn stop_at_gaps(values: &[&str], lang: Lang) -> String {
    let told = word(&[words::STILL_A_GAP.get(lang), ": "].concat());
    format!(
        "for value in {}; do\n  case \"$value\" in\n    *'<<FILL'*) echo {told}\"$value\" >&2; exit 1 ;;\n  \
         esac\ndone\n",
        values.join(" ")
    )
}
