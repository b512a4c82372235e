//! Who applies: the classes that a call names.

use serde_json::Value;

use super::cursor::Notes;
use super::entries::each;
use super::fields::Fields;
use super::kinds::wrong;
use super::words::quote;
use crate::model::problem::{Done, Kind, What};
use crate::model::request::Class;

/// The ids of [`Class::ALL`].
const CLASSES: &[&str] = &["industry", "youth_company", "academia", "research"];

pub(super) fn classes(fields: &Fields<'_>, notes: &mut Notes) -> Vec<Class> {
    each(fields, "classes", notes, &mut |value, at, earlier, notes| {
        let what = match value {
            Value::String(id) => match Class::from_id(id) {
                Some(class) if earlier.contains(&class) => What::Duplicate { id: id.clone() },
                Some(class) => return Some(class),
                None => What::UnknownWord { found: quote(id), known: CLASSES },
            },
            other => wrong(Kind::Text, other),
        };
        notes.add(at, what, Done::Dropped);
        None
    })
}

/// The class of an entry, which needs one.
pub(super) fn class(fields: &Fields<'_>, notes: &mut Notes) -> Option<Class> {
    fields.need("class", notes)?;
    fields.word("class", CLASSES, Done::Dropped, notes).and_then(Class::from_id)
}
