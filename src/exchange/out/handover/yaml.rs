//! YAML strings.

use core::fmt::Write as _;

use crate::model::is_hidden;

/// Quotes a text, escaping everything that could end or hide in the string (YAML 1.2.2, 5.7).
pub(super) fn text(value: &str) -> String {
    let mut out = String::from("\"");
    for char in value.chars() {
        match char {
            '"' | '\\' => out.extend(['\\', char]),
            '\n' => out.push_str("\\n"),
            _ if is_hidden(char) || matches!(char, '\u{fffe}' | '\u{ffff}') => {
                // Writing to a `String` cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(char));
            }
            _ => out.push(char),
        }
    }
    out.push('"');
    out
}
