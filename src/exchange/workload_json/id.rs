//! Id of a line that cannot be parsed as a whole.

use serde_json::Value;

/// Returns the text under `"id"` in the outermost object, if it precedes any syntax error.
pub(super) fn leading_id(text: &str) -> Option<String> {
    let mut depth = 0_u32;
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let mut taken = next.len_utf8();
        match next {
            '{' | '[' => depth = depth.saturating_add(1),
            '}' | ']' => depth = depth.saturating_sub(1),
            '"' => {
                let (string, length) = string(rest)?;
                taken = length;
                let value = rest.get(length..).unwrap_or_default().trim_start().strip_prefix(':');
                if let (1, "id", Some(value)) = (depth, string.as_str(), value) {
                    let (id, _) = self::string(value.trim_start())?;
                    return (1..=200).contains(&id.chars().count()).then_some(id);
                }
            }
            _ => {}
        }
        rest = rest.get(taken..).unwrap_or_default();
    }
    None
}

/// Parses the string at the start; returns it with its length in bytes as written, or `None` if
/// there is no complete string.
fn string(text: &str) -> Option<(String, usize)> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    match values.next()?.ok()? {
        Value::String(string) => Some((string, values.byte_offset())),
        _ => None,
    }
}
