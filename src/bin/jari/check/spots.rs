//! Byte range of the value at a JSON path in the text of a file.
//!
//! The reader of capacity files reports a problem by its path alone. This module walks the path
//! again, in text that is known to be JSON, and memoises the children of every container on the
//! way: a list with a thousand problems is scanned only once.
//!
//! Cost: O(bytes of the container) for the first step into it, then O(log containers met) plus the
//! scan of its fields.

use core::cell::OnceCell;
use core::ops::Range;
use std::collections::BTreeMap;

use jari::model::quote;

/// Field of an object, as byte ranges of the text.
#[derive(Clone, Debug)]
struct Field {
    /// Name in the form that problems use.
    name: String,
    name_at: Range<usize>,
    value: Range<usize>,
}

/// Children of an object or a list.
#[derive(Debug)]
enum Inside {
    Fields(Vec<Field>),
    Entries(Vec<Range<usize>>),
    Nothing,
}

/// Part of a field that a problem refers to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// The value.
    Value,
    /// The name of the field, because it is unknown.
    Name,
    /// The name of the field at its second occurrence.
    SecondName,
}

/// Result of following one step of a path.
struct Step<'p> {
    value: Range<usize>,
    /// Range of the name, if the value is in an object.
    name: Option<Range<usize>>,
    /// Rest of the path.
    rest: &'p str,
}

/// Byte ranges of values in a text, computed on demand.
pub struct Spots<'a> {
    text: &'a str,
    /// Range of the whole value, once it was needed.
    root: OnceCell<Option<Range<usize>>>,
    met: BTreeMap<usize, Inside>,
}

impl<'a> Spots<'a> {
    /// Creates an empty cache; `text` has to be JSON.
    pub const fn new(text: &'a str) -> Self {
        Self { text, root: OnceCell::new(), met: BTreeMap::new() }
    }

    /// Returns the byte range of the value at a path such as `$.blocks[2].nodes`.
    ///
    /// If the text has no such value, the range of the innermost object or list on the way; `None`
    /// if there is nothing to point at.
    pub fn find(&mut self, path: &str, about: About) -> Option<Range<usize>> {
        let mut rest = path.strip_prefix('$')?;
        let bytes = self.text.as_bytes();
        let mut here = self.root.get_or_init(|| root(bytes)).clone()?;
        let mut name = None;
        while !rest.is_empty() {
            let Some(step) = self.step(&here, rest, about) else { break };
            (here, name, rest) = (step.value, step.name, step.rest);
        }
        // A name is pointed at only if it is the end of the path.
        match name.filter(|_| rest.is_empty() && about != About::Value) {
            Some(name) => Some(name),
            None => Some(here),
        }
    }

    /// Follows one step of `rest`; `None` if it leads nowhere.
    fn step<'p>(&mut self, here: &Range<usize>, rest: &'p str, about: About) -> Option<Step<'p>> {
        let text = self.text;
        let inside = self.met.entry(here.start).or_insert_with(|| inside(text, here.clone()));
        match inside {
            Inside::Entries(entries) => {
                let (index, after) = rest.strip_prefix('[')?.split_once(']')?;
                let entry = entries.get(index.parse::<usize>().ok()?)?;
                Some(Step { value: entry.clone(), name: None, rest: after })
            }
            Inside::Fields(fields) => {
                let with_rest = |field: &'_ Field| {
                    let rest = after_name(rest, &field.name)?;
                    let (value, name) = (field.value.clone(), Some(field.name_at.clone()));
                    Some(Step { value, name, rest })
                };
                let mut found = fields.iter().filter_map(with_rest);
                let first = found.next()?;
                let is_second = about == About::SecondName && first.rest.is_empty();
                Some(if is_second { found.next().unwrap_or(first) } else { first })
            }
            Inside::Nothing => None,
        }
    }
}

/// Returns the range of the value that a text consists of.
fn root(bytes: &[u8]) -> Option<Range<usize>> {
    let begin = after_space(bytes, 0);
    Some(begin..after_value(bytes, begin)?)
}

/// Returns the rest of a path after the step to the field `name`.
fn after_name<'p>(path: &'p str, name: &str) -> Option<&'p str> {
    let plain = path.strip_prefix('.').and_then(|path| path.strip_prefix(name));
    let quoted = || path.strip_prefix("[\"")?.strip_prefix(name)?.strip_prefix("\"]");
    let after = plain.or_else(quoted)?;
    // `name` may be only the beginning of a longer one.
    (after.is_empty() || after.starts_with(['.', '['])).then_some(after)
}

/// Returns the children of the value at `range`.
fn inside(text: &str, range: Range<usize>) -> Inside {
    let bytes = text.as_bytes();
    match bytes.get(range.start) {
        Some(b'{') => Inside::Fields(fields(text, range)),
        Some(b'[') => Inside::Entries(entries(bytes, range)),
        _ => Inside::Nothing,
    }
}

fn entries(bytes: &[u8], list: Range<usize>) -> Vec<Range<usize>> {
    let mut entries = Vec::new();
    let mut offset = after_space(bytes, list.start + 1);
    while offset < list.end && bytes.get(offset) != Some(&b']') {
        let Some(end) = after_value(bytes, offset) else { break };
        entries.push(offset..end);
        offset = after_comma(bytes, end);
    }
    entries
}

fn fields(text: &str, object: Range<usize>) -> Vec<Field> {
    let bytes = text.as_bytes();
    let mut fields = Vec::new();
    let mut offset = after_space(bytes, object.start + 1);
    while offset < object.end && bytes.get(offset) == Some(&b'"') {
        let Some(name_end) = after_value(bytes, offset) else { break };
        let colon = after_space(bytes, name_end);
        let begin = after_space(bytes, colon + 1);
        let Some(end) = after_value(bytes, begin) else { break };
        let name =
            text.get(offset..name_end).and_then(|raw| serde_json::from_str::<String>(raw).ok());
        // Paths of problems contain names in this form.
        let name = quote(&name.unwrap_or_default());
        fields.push(Field { name, name_at: offset..name_end, value: begin..end });
        offset = after_comma(bytes, end);
    }
    fields
}

/// Returns the start of the next entry after the value that ends at `end`.
fn after_comma(bytes: &[u8], end: usize) -> usize {
    let offset = after_space(bytes, end);
    if bytes.get(offset) == Some(&b',') { after_space(bytes, offset + 1) } else { offset }
}

fn after_space(bytes: &[u8], offset: usize) -> usize {
    let rest = bytes.get(offset..).unwrap_or_default();
    offset + rest.iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// Returns the end of the value that begins at `offset`; `None` if there is no value.
fn after_value(bytes: &[u8], offset: usize) -> Option<usize> {
    match bytes.get(offset)? {
        b'"' => after_text(bytes, offset),
        b'{' | b'[' => {
            let (mut depth, mut offset) = (0_usize, offset);
            loop {
                match bytes.get(offset)? {
                    b'"' => {
                        offset = after_text(bytes, offset)?;
                        continue;
                    }
                    b'{' | b'[' => depth += 1,
                    // Never below 0: the value begins with a bracket, and ends once all are closed.
                    b'}' | b']' => depth -= 1,
                    _ => {}
                }
                offset += 1;
                if depth == 0 {
                    return Some(offset);
                }
            }
        }
        _ => {
            let rest = bytes.get(offset..)?;
            let ends = |byte: &u8| byte.is_ascii_whitespace() || b",]}:".contains(byte);
            let length = rest.iter().position(ends).unwrap_or(rest.len());
            (length > 0).then_some(offset + length)
        }
    }
}

/// Returns the end of the string whose opening quote is at `offset`.
fn after_text(bytes: &[u8], offset: usize) -> Option<usize> {
    let mut offset = offset + 1;
    loop {
        match bytes.get(offset)? {
            b'"' => return Some(offset + 1),
            // Skips the escaped byte, which may be a quote.
            b'\\' => offset += 2,
            _ => offset += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#" {
      "as_of": "2027-01-01",
      "a\"b.c": 1, "한글 이름": { "x": [ ] }, "x_tab\tq": 2, "esc\u0041pe": true,
      "blocks": [ { "id": "one", "nodes": [1, [2, 3], "]"] }, { "id": "two\\" } , 7 ],
      "as_of": null
    } "#;

    fn found(path: &str, about: About) -> Option<&str> {
        Spots::new(TEXT).find(path, about).map(|range| TEXT.get(range).unwrap())
    }

    #[test]
    fn a_path_leads_to_its_value() {
        for (path, value) in [
            ("$.as_of", r#""2027-01-01""#),
            (r#"$["a"b.c"]"#, "1"),
            (r#"$["한글 이름"]"#, r#"{ "x": [ ] }"#),
            (r#"$["한글 이름"].x"#, "[ ]"),
            ("$[\"x_tab\u{fffd}q\"]", "2"),
            ("$.escApe", "true"),
            ("$.blocks[0].id", r#""one""#),
            ("$.blocks[0].nodes[1]", "[2, 3]"),
            ("$.blocks[0].nodes[1][1]", "3"),
            ("$.blocks[0].nodes[2]", r#""]""#),
            ("$.blocks[1].id", r#""two\\""#),
            ("$.blocks[2]", "7"),
        ] {
            assert_eq!(found(path, About::Value), Some(value), "{path}");
        }
    }

    #[test]
    fn what_is_missing_is_looked_for_in_what_should_have_it() {
        for (path, value) in [
            ("$.blocks[1].nodes", r#"{ "id": "two\\" }"#),
            ("$.blocks[2].nodes.first", "7"),
            ("$.blocks[0].nodes[9]", r#"[1, [2, 3], "]"]"#),
            ("$.as", TEXT.trim()),
            (
                "$.blocks[x]",
                TEXT.split_once("\"blocks\": ").unwrap().1.split_once("7 ]").unwrap().0,
            ),
        ] {
            let found = found(path, About::Value).unwrap();
            assert!(found.starts_with(value), "{path}: {found}");
        }
        assert_eq!(found("holds", About::Value), None);
        assert_eq!(Spots::new("").find("$", About::Value), None);
    }

    #[test]
    fn a_name_is_found_where_it_is_what_is_wrong() {
        assert_eq!(found("$.blocks", About::Name), Some("\"blocks\""));
        assert_eq!(found("$.blocks[0].id", About::Name), Some("\"id\""));
        assert_eq!(found("$.escApe", About::Name), Some("\"esc\\u0041pe\""));
        // Missing field: points at its object, not at the object's name.
        assert_eq!(found("$.blocks[1].x", About::Name), Some(r#"{ "id": "two\\" }"#));
        let second = Spots::new(TEXT).find("$.as_of", About::SecondName).unwrap();
        assert_eq!(second.start, TEXT.rfind("\"as_of\"").unwrap());
        assert_eq!(found("$.blocks", About::SecondName), Some("\"blocks\""));
    }

    #[test]
    fn every_piece_of_a_text_is_walked_without_a_panic() {
        for end in (0..TEXT.len()).filter(|end| TEXT.is_char_boundary(*end)) {
            for path in ["$", "$.blocks[0].nodes[1]", "$.blocks[1].id", "$[\"a\"b.c\"]"] {
                for text in [&TEXT[..end], &TEXT[end..]] {
                    if let Some(range) = Spots::new(text).find(path, About::Value) {
                        assert!(text.get(range).is_some(), "{path} {end}");
                    }
                }
            }
        }
    }
}
