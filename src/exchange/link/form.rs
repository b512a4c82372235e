//! The request form in a link.

use crate::model::Class;
use crate::show::form::{CountUnit, FormDraft, PlacementKind, TermUnit};

/// The fields of the request form that a link gives; the others keep their default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FormLink {
    /// Ids of accelerators, none of them empty.
    pub accelerators: Option<Vec<String>>,
    /// Nodes.
    pub nodes: Option<String>,
    /// Nodes at most.
    pub nodes_max: Option<String>,
    /// What both are counted in.
    pub count: Option<CountUnit>,
    /// The number of the term, and its unit.
    pub term: Option<(String, TermUnit)>,
    /// The earliest start.
    pub from: Option<String>,
    /// The latest end.
    pub until: Option<String>,
    /// The kind of placement, and its number.
    pub placement: Option<(PlacementKind, String)>,
    /// The fewest nodes of a part of a split request.
    pub split: Option<String>,
    /// Who applies.
    pub class: Option<Class>,
    /// Id of the call.
    pub call: Option<String>,
}

impl FormLink {
    /// All of a draft, so that the link means the same on another day; only empty optional
    /// fields are left out, for they are empty by default, and what is counted where it is nodes.
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

    /// `draft` with the fields that the link gives.
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
}
