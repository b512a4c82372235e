//! The request form in a link.

use super::parts::{read_accelerators, read_placement, read_term, replace, short_text};
use super::percent;
use super::query_writer::QueryWriter;
use crate::model::Class;
use crate::show::form::{CountUnit, Field, FieldInLink, FormDraft};

/// Fields of the request form that a link sets, each as the link writes it; the others keep their
/// defaults.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FormLink {
    /// Ascending by field, each at most once.
    given: Vec<(Field, String)>,
}

impl FormLink {
    /// Returns all fields of a draft, so that the link means the same on another day. Only empty
    /// optional fields and the default unit are omitted, because they are the defaults.
    #[must_use]
    pub fn from_draft(draft: &FormDraft) -> Self {
        let untouched = FormDraft::default();
        let mut link = Self::default();
        for FieldInLink { field, is_optional, .. } in Field::IN_LINK {
            let value = written(draft, field);
            let is_left_out = is_optional && value == written(&untouched, field);
            link.set(field, (!is_left_out).then_some(value));
        }
        link
    }

    /// Returns `draft` with the fields of the link put in.
    #[must_use]
    pub fn apply(&self, mut draft: FormDraft) -> FormDraft {
        for (field, value) in &self.given {
            read(&mut draft, *field, value);
        }
        draft
    }

    /// Returns a field as the link writes it, if the link sets it.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        let given = self.given.iter().find(|(given, _)| *given == field);
        given.map(|(_, value)| value.as_str())
    }

    /// Sets a field, as a link writes it; `None` leaves it out. A value without a meaning changes
    /// nothing when the link is applied.
    pub fn set(&mut self, field: Field, value: Option<String>) {
        self.given.retain(|(given, _)| *given != field);
        if let Some(value) = value {
            let index = self.given.partition_point(|(given, _)| *given < field);
            self.given.insert(index, (field, value));
        }
    }

    /// Applies the value of a key; returns `true` if the value has a meaning.
    pub(super) fn read(&mut self, key: &str, value: &str) -> bool {
        let of_key = Field::IN_LINK.into_iter().find(|it| it.key == key);
        let Some(FieldInLink { field, .. }) = of_key else { return false };
        let mut draft = FormDraft::default();
        let is_read = read(&mut draft, field, value);
        if is_read {
            // As it would be written, so that equal forms have equal links.
            self.set(field, Some(written(&draft, field)));
        }
        is_read
    }

    /// Adds the fields that are set to a query.
    pub(super) fn write(&self, query: &mut QueryWriter) {
        for FieldInLink { field, key, .. } in Field::IN_LINK {
            query.add_some(key, self.get(field));
        }
    }
}

/// Returns a field of the draft as a link writes it. A term and a placement carry their number.
fn written(draft: &FormDraft, field: Field) -> String {
    match field {
        Field::Accelerators => {
            let ids = draft.accelerators.iter().map(String::as_str).filter(|id| !id.is_empty());
            percent::join(ids, ',')
        }
        Field::Term => {
            let mut term = draft.term.clone();
            term.push(draft.unit.letter());
            term
        }
        Field::Placement => {
            let mark = if draft.placement_n.is_empty() { "" } else { "-" };
            [draft.placement.id(), mark, &draft.placement_n].concat()
        }
        Field::Count => draft.count.id().to_owned(),
        Field::Class => draft.class.id().to_owned(),
        _ => draft.typed(field).cloned().unwrap_or_default(),
    }
}

/// Puts a value of a link into a field of the draft; returns `true` if it has a meaning, and changes
/// nothing if it has none.
fn read(draft: &mut FormDraft, field: Field, value: &str) -> bool {
    match field {
        Field::Accelerators => replace(&mut draft.accelerators, read_accelerators(value)),
        Field::Count => replace(&mut draft.count, CountUnit::from_id(value)),
        Field::Class => replace(&mut draft.class, Class::from_id(value)),
        Field::Term => {
            let term = read_term(value);
            term.map(|term| (draft.term, draft.unit) = term).is_some()
        }
        Field::Placement => {
            let placement = read_placement(value);
            placement.map(|it| (draft.placement, draft.placement_n) = it).is_some()
        }
        _ => match draft.typed_mut(field) {
            Some(typed) => replace(typed, short_text(value)),
            None => false,
        },
    }
}
