//! Reading of texts in both languages, safe to display.

use serde_json::Value;

use super::fields::ObjectFields;
use super::json_path::{JsonPath, Notes};
use super::kinds::wrong;
use crate::model::hidden::{is_hidden, shown_text};
use crate::model::limits::MAX_TEXT_BYTES;
use crate::model::problem::{JsonType, ProblemKind, Resolution};
use crate::model::text::Text;

impl ObjectFields<'_> {
    /// Reads a text in both languages: an object by language, or one text for both.
    ///
    /// A missing language is replaced by the other; a text that is empty in both counts as missing.
    pub(super) fn text(&self, key: &str, notes: &mut Notes) -> Option<Text> {
        text(self.get(key)?, self.path().key(key), notes)
    }

    /// Reads a text as [`ObjectFields::text`] does; without it, the entry is dropped.
    pub(super) fn need_text(&self, key: &str, notes: &mut Notes) -> Option<Text> {
        self.needed(key, self.text(key, notes), notes)
    }
}

/// Reads a text from `value`, as [`ObjectFields::text`] does.
pub(super) fn text(value: &Value, path: JsonPath<'_>, notes: &mut Notes) -> Option<Text> {
    match value {
        Value::String(text) => {
            let both = clean(text, path, notes);
            (!both.is_empty()).then(|| Text::same(&both))
        }
        Value::Object(_) => {
            let fields =
                ObjectFields::open(value, path, &["ko", "en"], Resolution::Ignored, notes)?;
            let mut one = |key: &str| {
                let text = fields.string(key, Resolution::Ignored, notes)?;
                let text = clean(text, fields.path().key(key), notes);
                (!text.is_empty()).then_some(text)
            };
            match (one("ko"), one("en")) {
                (Some(ko), Some(en)) => Some(Text { ko, en }),
                (Some(one), None) | (None, Some(one)) => Some(Text::same(&one)),
                (None, None) => None,
            }
        }
        other => {
            notes.add(path, wrong(JsonType::Texts, other), Resolution::Ignored);
            None
        }
    }
}

/// Returns the text with hidden characters replaced, cut at [`MAX_TEXT_BYTES`].
fn clean(text: &str, path: JsonPath<'_>, notes: &mut Notes) -> String {
    let mut kept = text.trim();
    if kept.len() > MAX_TEXT_BYTES {
        let kind = ProblemKind::TooLong { bytes: kept.len(), most: MAX_TEXT_BYTES };
        notes.add(path, kind, Resolution::Shortened);
        kept = kept.get(..kept.floor_char_boundary(MAX_TEXT_BYTES)).unwrap_or_default();
    }
    if kept.chars().any(is_hidden) {
        notes.add(path, ProblemKind::HiddenCharacters, Resolution::Replaced);
        return shown_text(kept);
    }
    kept.to_owned()
}
