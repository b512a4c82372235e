//! JSON as Python and people write it, converted to strict JSON.

use serde_json::Value;

/// Parses a text of JSON, or of the variants that Python and people write.
///
/// # Errors
/// The error of the unchanged text, if neither parses: its line and column fit what the user sees.
pub fn value(text: &str) -> serde_json::Result<Value> {
    let as_it_stands = serde_json::from_str(text);
    as_it_stands.or_else(|error| serde_json::from_str(&strict(text)).map_err(|_| error))
}

/// Returns the same text as strict JSON, in one pass, O(n) apart from the search behind each comma.
///
/// Byte-order marks, comments and trailing commas are removed; `NaN` and infinities, which JSON
/// lacks, become `null`; `True`, `False` and `None` become their JSON names. Strings are kept, and
/// any other error is left to the parser.
fn strict(text: &str) -> String {
    let mut rest = text.trim_start_matches('\u{feff}');
    let mut out = String::with_capacity(rest.len());
    while let Some(next) = rest.chars().next() {
        let taken = match next {
            '"' => string(rest),
            '/' if rest.starts_with("//") => skip(rest, "\n"),
            '/' if rest.starts_with("/*") => skip(rest, "*/"),
            '#' => skip(rest, "\n"),
            ',' => (1, if closes(after(rest, 1)) { "" } else { "," }),
            '-' if rest.starts_with("-Infinity") => ("-Infinity".len(), "null"),
            it if it.is_ascii_alphabetic() => word(rest),
            it => (it.len_utf8(), rest.get(..it.len_utf8()).unwrap_or_default()),
        };
        out.push_str(taken.1);
        // At least one byte, so that the loop ends on any input.
        rest = after(rest, taken.0.max(1));
    }
    out
}

/// Returns the rest after `bytes` bytes, which must end at a character.
fn after(text: &str, bytes: usize) -> &str {
    text.get(bytes..).unwrap_or_default()
}

/// Splits off the string at the start: its bytes, and its text.
fn string(text: &str) -> (usize, &str) {
    let mut escaped = false;
    for (index, it) in text.char_indices().skip(1) {
        match it {
            '"' if !escaped => return (index + 1, text.get(..=index).unwrap_or_default()),
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    (text.len(), text)
}

/// Splits off the comment at the start: its bytes, and a line end in its place.
fn skip<'a>(text: &'a str, end: &str) -> (usize, &'a str) {
    (text.find(end).map_or(text.len(), |index| index + end.len()), "\n")
}

/// Splits off the word at the start: its bytes, and its JSON form.
fn word(text: &str) -> (usize, &str) {
    let length = text.find(|it: char| !it.is_ascii_alphanumeric()).unwrap_or(text.len());
    let word = text.get(..length).unwrap_or_default();
    let written = match word {
        "NaN" | "Infinity" | "None" => "null",
        "True" => "true",
        "False" => "false",
        word => word,
    };
    (length, written)
}

/// Returns `true` if the next token after comments closes an object or a list.
fn closes(mut text: &str) -> bool {
    loop {
        text = text.trim_start();
        let comment = match text {
            it if it.starts_with("//") || it.starts_with('#') => skip(it, "\n").0,
            it if it.starts_with("/*") => skip(it, "*/").0,
            it => return it.starts_with(['}', ']']),
        };
        text = after(text, comment);
    }
}
