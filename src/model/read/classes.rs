//! Reading of the classes of applicants that a call names.

use serde_json::Value;

use super::entries::read_each;
use super::fields::ObjectFields;
use super::json_path::Notes;
use super::kinds::wrong;
use super::words::quote;
use crate::model::problem::{JsonType, ProblemKind, Resolution};
use crate::model::request::Class;

/// Ids of [`Class::ALL`].
const CLASSES: &[&str] = &["industry", "youth_company", "academia", "research"];

pub(super) fn classes(fields: &ObjectFields<'_>, notes: &mut Notes) -> Vec<Class> {
    read_each(fields, "classes", notes, &mut |value, path, earlier, notes| {
        let kind = match value {
            Value::String(id) => match Class::from_id(id) {
                Some(class) if earlier.contains(&class) => {
                    ProblemKind::Duplicate { id: id.clone() }
                }
                Some(class) => return Some(class),
                None => ProblemKind::UnknownWord { found: quote(id), known: CLASSES },
            },
            other => wrong(JsonType::Text, other),
        };
        notes.add(path, kind, Resolution::Dropped);
        None
    })
}

/// Reads the class of an entry, which is required.
pub(super) fn class(fields: &ObjectFields<'_>, notes: &mut Notes) -> Option<Class> {
    fields.need("class", notes)?;
    fields.word("class", CLASSES, Resolution::Dropped, notes).and_then(Class::from_id)
}
