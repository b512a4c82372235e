//! Fields of the request form as data: name, control, reading and writing.
//!
//! Fields whose choices come from the capacity file (accelerators, calls) are not among them.

use super::count::{self, CountUnit};
use super::draft::{FormDraft, PlacementKind};
use super::gpus;
use super::problem::Field;
use super::term::TermUnit;
use crate::model::Snapshot;
use crate::words::catalogue::{Entry, fit, problems};
use crate::words::format;
use crate::words::lang::Lang;

/// Field of the request form that holds nothing but a text.
#[derive(Clone, Copy, Debug)]
pub struct RequestField {
    /// Identity of the field.
    pub field: Field,
    /// Name.
    pub label: Entry,
    /// Hint that says what it is for.
    pub hint: Option<Entry>,
    /// Control with which it is filled in.
    pub control: Control,
    /// Reads its text.
    pub get: fn(&FormDraft) -> String,
    /// Writes a text into it; a text that is not one of its choices changes nothing.
    pub set: fn(&mut FormDraft, String),
}

/// Control with which a field is filled in.
#[derive(Clone, Copy, Debug)]
pub enum Control {
    /// Whole number.
    Number,
    /// Whole number, with the field of its unit beside it.
    NumberIn(&'static RequestField),
    /// Date.
    Date,
    /// One of several choices, each the value that the field then holds, and its words.
    Choice(fn(Lang) -> Vec<(String, String)>),
}

/// Number of nodes. Beside it stand its unit, [`CountUnit`], and the same in the other unit,
/// [`FormDraft::other_count`].
pub const NODES: RequestField = RequestField {
    field: Field::Nodes,
    label: Field::Nodes.label(),
    hint: None,
    control: Control::Number,
    get: |draft| draft.nodes.clone(),
    set: |draft, text| draft.nodes = text,
};

/// Fields that everybody fills in beside [`NODES`], before the class of applicant.
pub const BASIC_FIELDS: [RequestField; 2] = [
    RequestField {
        field: Field::Term,
        label: Field::Term.label(),
        hint: Some(fit::TERM_HINT),
        control: Control::NumberIn(&UNIT),
        get: |draft| draft.term.clone(),
        set: |draft, text| draft.term = text,
    },
    RequestField {
        field: Field::From,
        label: Field::From.label(),
        hint: Some(fit::FROM_HINT),
        control: Control::Date,
        get: |draft| draft.from.clone(),
        set: |draft, text| draft.from = text,
    },
];

/// Unit of the term.
const UNIT: RequestField = RequestField {
    field: Field::Unit,
    label: Field::Unit.label(),
    hint: None,
    control: Control::Choice(|lang| {
        let choice = |unit: TermUnit| (unit.letter().to_string(), unit.label().get(lang).into());
        TermUnit::ALL.map(choice).into()
    }),
    get: |draft| draft.term_unit().letter().to_string(),
    set: |draft, letter| {
        let is_chosen = |unit: &TermUnit| letter == unit.letter().to_string();
        if let Some(unit) = TermUnit::ALL.into_iter().find(is_chosen) {
            draft.count_term_in(unit);
        }
    },
};

/// Kind of placement; its number, if it has one, is [`PlacementKind::number_field`].
pub const PLACEMENT: RequestField = RequestField {
    field: Field::Placement,
    label: Field::Placement.label(),
    hint: Some(fit::PLACEMENT_HINT),
    control: Control::Choice(|lang| {
        let choice = |kind: PlacementKind| (kind.id().to_owned(), kind.label().get(lang).into());
        PlacementKind::ALL.map(choice).into()
    }),
    get: |draft| draft.placement.id().to_owned(),
    set: |draft, id| {
        let kind = PlacementKind::ALL.into_iter().find(|kind| id == kind.id());
        draft.placement = kind.unwrap_or(draft.placement);
    },
};

/// Fields that few fill in.
pub const MORE_FIELDS: [RequestField; 2] = [
    RequestField {
        field: Field::NodesMax,
        label: Field::NodesMax.label(),
        hint: Some(fit::NODES_MAX_HINT),
        control: Control::Number,
        get: |draft| draft.nodes_max.clone(),
        set: |draft, text| draft.nodes_max = text,
    },
    RequestField {
        field: Field::Until,
        label: Field::Until.label(),
        hint: Some(fit::UNTIL_HINT),
        control: Control::Date,
        get: |draft| draft.until.clone(),
        set: |draft, text| draft.until = text,
    },
];

/// Fewest nodes of a part: shown only if a request over several blocks adds something.
pub const SPLIT: RequestField = RequestField {
    field: Field::Split,
    label: Field::Split.label(),
    hint: Some(fit::SPLIT_LEAST_HINT),
    control: Control::Number,
    get: |draft| draft.split.clone(),
    set: |draft, text| draft.split = text,
};

impl PlacementKind {
    /// Returns the field of the number that belongs to it, if it has one.
    #[must_use]
    pub const fn number_field(self) -> Option<RequestField> {
        let label = match self {
            Self::Any | Self::OneLeaf => return None,
            Self::Leaves => fit::PLACE_LEAVES_NUMBER,
            Self::SegmentsOf => fit::PLACE_SEGMENTS_NUMBER,
        };
        Some(RequestField {
            field: Field::PlacementNumber,
            label,
            hint: None,
            control: Control::Number,
            get: |draft| draft.placement_n.clone(),
            set: |draft, text| draft.placement_n = text,
        })
    }
}

impl FormDraft {
    /// Returns the nodes converted to the other unit, or the reason why GPUs cannot be counted.
    #[must_use]
    pub fn other_count(&self, snapshot: &Snapshot, lang: Lang) -> String {
        let Some(per_node) = snapshot.gpus_per_node(&self.accelerators) else {
            return problems::NO_GPU_COUNT.get(lang).to_owned();
        };
        let each = format::gpus(per_node, lang);
        let Ok(nodes) = count::read(&self.nodes, self.count, Some(per_node)) else {
            return fit::COUNT_EACH.fill(lang, &[("each", &each)]);
        };
        let gpus = gpus::gpus_of(nodes, per_node);
        let other = match self.count {
            CountUnit::Nodes => format::gpus_between(gpus.min, gpus.max, lang),
            CountUnit::Gpus => format::nodes_between(nodes.min, nodes.max, lang),
        };
        fit::COUNT_SAME.fill(lang, &[("other", &other), ("each", &each)])
    }

    /// Returns `true` if anything was typed into one of [`MORE_FIELDS`].
    #[must_use]
    pub fn has_more(&self) -> bool {
        MORE_FIELDS.iter().any(|field| !(field.get)(self).is_empty())
    }
}
