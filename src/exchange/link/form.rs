//! The request form in a link.

use super::pairs::Query;
use super::parts::{read_accelerators, read_placement, read_term, replace_some, short_text};
use super::percent;
use crate::model::Class;
use crate::show::form::{CountUnit, FormDraft, PlacementKind, TermUnit};

/// Fields of the request form that a link sets; the others keep their defaults.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FormLink {
    /// Ids of accelerators; no id is empty.
    pub accelerators: Option<Vec<String>>,
    /// Number of nodes, or of GPUs if `count` says so.
    pub nodes: Option<String>,
    /// Maximum number of nodes or GPUs.
    pub nodes_max: Option<String>,
    /// Unit of `nodes` and `nodes_max`.
    pub count: Option<CountUnit>,
    /// Number and unit of the term.
    pub term: Option<(String, TermUnit)>,
    /// Earliest start.
    pub from: Option<String>,
    /// Latest end.
    pub until: Option<String>,
    /// Kind of placement, and its number.
    pub placement: Option<(PlacementKind, String)>,
    /// Minimum nodes of a part of a split request.
    pub split: Option<String>,
    /// Class of the applicant.
    pub class: Option<Class>,
    /// Id of the call.
    pub call: Option<String>,
}

impl FormLink {
    /// Returns all fields of a draft, so that the link means the same on another day. Only empty
    /// optional fields and the default unit are omitted, because they are the defaults.
    #[must_use]
    pub fn from_draft(draft: &FormDraft) -> Self {
        let some = |text: &String| (!text.is_empty()).then(|| text.clone());
        Self {
            accelerators: Some(draft.accelerators.clone()),
            nodes: Some(draft.nodes.clone()),
            nodes_max: some(&draft.nodes_max),
            count: (draft.count != CountUnit::default()).then_some(draft.count),
            term: Some((draft.term.clone(), draft.unit)),
            from: Some(draft.from.clone()),
            until: some(&draft.until),
            placement: Some((draft.placement, draft.placement_n.clone())),
            split: some(&draft.split),
            class: Some(draft.class),
            call: some(&draft.call),
        }
    }

    /// Returns `draft` with the fields of the link put in.
    #[must_use]
    pub fn apply(&self, mut draft: FormDraft) -> FormDraft {
        let put = |given: &Option<String>, field: &mut String| {
            if let Some(given) = given {
                field.clone_from(given);
            }
        };
        put(&self.nodes, &mut draft.nodes);
        put(&self.nodes_max, &mut draft.nodes_max);
        put(&self.from, &mut draft.from);
        put(&self.until, &mut draft.until);
        put(&self.call, &mut draft.call);
        put(&self.split, &mut draft.split);
        if let Some(accelerators) = &self.accelerators {
            draft.accelerators.clone_from(accelerators);
        }
        if let Some((term, unit)) = &self.term {
            draft.term.clone_from(term);
            draft.unit = *unit;
        }
        if let Some((placement, number)) = &self.placement {
            draft.placement = *placement;
            draft.placement_n.clone_from(number);
        }
        draft.count = self.count.unwrap_or(draft.count);
        draft.class = self.class.unwrap_or(draft.class);
        draft
    }

    /// Applies the value of a key; returns `true` if the value has a meaning.
    pub(super) fn read(&mut self, key: &str, value: &str) -> bool {
        let text = || short_text(value);
        match key {
            "acc" => replace_some(&mut self.accelerators, read_accelerators(value)),
            "nodes" => replace_some(&mut self.nodes, text()),
            "max" => replace_some(&mut self.nodes_max, text()),
            "count" => replace_some(&mut self.count, CountUnit::from_id(value)),
            "term" => replace_some(&mut self.term, read_term(value)),
            "from" => replace_some(&mut self.from, text()),
            "until" => replace_some(&mut self.until, text()),
            "place" => replace_some(&mut self.placement, read_placement(value)),
            "split" => replace_some(&mut self.split, text()),
            "class" => replace_some(&mut self.class, Class::from_id(value)),
            "call" => replace_some(&mut self.call, text()),
            _ => false,
        }
    }

    /// Adds the fields that are set to a query.
    pub(super) fn write(&self, query: &mut Query) {
        if let Some(accelerators) = &self.accelerators {
            let ids = accelerators.iter().map(String::as_str).filter(|id| !id.is_empty());
            query.add("acc", &percent::join(ids, ','));
        }
        query.add_some("nodes", self.nodes.as_deref());
        query.add_some("max", self.nodes_max.as_deref());
        query.add_some("count", self.count.map(CountUnit::id));
        if let Some((term, unit)) = &self.term {
            let mut written = term.clone();
            written.push(unit.letter());
            query.add("term", &written);
        }
        query.add_some("from", self.from.as_deref());
        query.add_some("until", self.until.as_deref());
        if let Some((placement, number)) = &self.placement {
            let mark = if number.is_empty() { "" } else { "-" };
            query.add("place", &[placement.id(), mark, number].concat());
        }
        query.add_some("split", self.split.as_deref());
        query.add_some("class", self.class.map(Class::id));
        query.add_some("call", self.call.as_deref());
    }
}
