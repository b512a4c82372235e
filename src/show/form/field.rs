//! Fields of the request form as data: identity, name, hint, key in a link and control.

use crate::model::Hour;
use crate::words::catalogue::{Entry, fit, holds};
use crate::words::format;

/// Field of the request form or of an assumed hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Field {
    /// Accelerators accepted.
    Accelerators,
    /// Nodes, the fewest that are of use. Beside it stand its unit and the same in the other unit,
    /// [`FormDraft::other_count`](super::FormDraft::other_count).
    Nodes,
    /// Most nodes.
    NodesMax,
    /// Unit of both numbers of nodes.
    Count,
    /// Term.
    Term,
    /// Unit of the term.
    Unit,
    /// Earliest start.
    From,
    /// Latest end.
    Until,
    /// Kind of placement.
    Placement,
    /// Number that belongs to the placement.
    PlacementNumber,
    /// Fewest nodes of a part of a split request: shown only if a request over several blocks adds
    /// something.
    Split,
    /// Class of the applicant.
    Class,
    /// Call.
    Call,
    /// Block of a hold.
    HoldBlock,
    /// Nodes of a hold.
    HoldNodes,
    /// Start of a hold.
    HoldFrom,
    /// End of a hold.
    HoldUntil,
}

/// Fields that everybody fills in after [`Field::Nodes`], before the class of applicant.
pub const BASIC_FIELDS: [Field; 2] = [Field::Term, Field::From];

/// Fields that few fill in.
pub const MORE_FIELDS: [Field; 2] = [Field::NodesMax, Field::Until];

/// Control with which a field is filled in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Control {
    /// Whole number.
    Number,
    /// Whole number, with the field of its unit beside it.
    NumberIn(Field),
    /// Date.
    Date,
    /// One of [`Field::choices`].
    Choice,
    /// A control of its own, drawn by a component for this field alone.
    Own,
}

/// Field as a link writes it. A constant of its own, so that reading a link, which is a part of the
/// first load, takes no labels and hints along.
#[derive(Clone, Copy, Debug)]
pub struct FieldInLink {
    /// The field.
    pub field: Field,
    /// Its key.
    pub key: &'static str,
    /// `true` if the link leaves the field out where nothing was typed.
    pub is_optional: bool,
}

/// Data of one field.
struct FieldData {
    /// Id of its element.
    id: &'static str,
    label: Entry,
    hint: Option<Entry>,
    /// Key in a link; empty if it has none of its own.
    key: &'static str,
    /// `true` if a link leaves the field out where nothing was typed.
    is_optional: bool,
    control: Control,
    /// Example of a valid entry.
    example: &'static str,
}

impl FieldData {
    const fn new(id: &'static str, label: Entry, control: Control) -> Self {
        let example = match control {
            Control::Date => "2027-01-01",
            _ => "4",
        };
        Self { id, label, hint: None, key: "", is_optional: false, control, example }
    }

    const fn hint(self, hint: Entry) -> Self {
        Self { hint: Some(hint), ..self }
    }

    const fn in_link(self, key: &'static str) -> Self {
        Self { key, ..self }
    }

    const fn in_link_if_typed(self, key: &'static str) -> Self {
        Self { key, is_optional: true, ..self }
    }

    const fn example(self, example: &'static str) -> Self {
        Self { example, ..self }
    }
}

impl Field {
    /// All fields of the request form that a link writes, in the order of the link.
    pub const IN_LINK: [FieldInLink; 11] = [
        Self::Accelerators.in_link(),
        Self::Nodes.in_link(),
        Self::NodesMax.in_link(),
        Self::Count.in_link(),
        Self::Term.in_link(),
        Self::From.in_link(),
        Self::Until.in_link(),
        Self::Placement.in_link(),
        Self::Split.in_link(),
        Self::Class.in_link(),
        Self::Call.in_link(),
    ];

    const fn in_link(self) -> FieldInLink {
        let FieldData { key, is_optional, .. } = self.data();
        FieldInLink { field: self, key, is_optional }
    }

    const fn data(self) -> FieldData {
        use Control::{Choice, Date, Number, NumberIn, Own};
        use FieldData as Data;
        match self {
            Self::Accelerators => Data::new("accelerators", fit::ACCELERATORS, Own).in_link("acc"),
            Self::Nodes => Data::new("nodes", fit::NODES_OR_GPUS, Number).in_link("nodes"),
            Self::NodesMax => Data::new("nodes-max", fit::NODES_MAX, Number)
                .hint(fit::NODES_MAX_HINT)
                .in_link_if_typed("max"),
            Self::Count => Data::new("count", fit::COUNT_UNIT, Own).in_link_if_typed("count"),
            Self::Term => Data::new("term", fit::TERM, NumberIn(Self::Unit))
                .hint(fit::TERM_HINT)
                .in_link("term")
                .example("3"),
            Self::Unit => Data::new("unit", fit::UNIT, Choice),
            Self::From => Data::new("from", fit::FROM, Date).hint(fit::FROM_HINT).in_link("from"),
            Self::Until => {
                Data::new("until", fit::UNTIL, Date).hint(fit::UNTIL_HINT).in_link_if_typed("until")
            }
            Self::Placement => Data::new("placement", fit::PLACEMENT, Choice)
                .hint(fit::PLACEMENT_HINT)
                .in_link("place"),
            Self::PlacementNumber => Data::new("placement-number", fit::PLACEMENT, Number),
            Self::Split => Data::new("split", fit::SPLIT_LEAST, Number)
                .hint(fit::SPLIT_LEAST_HINT)
                .in_link_if_typed("split"),
            Self::Class => {
                Data::new("class", fit::CLASS, Choice).hint(fit::CLASS_HINT).in_link("class")
            }
            Self::Call => {
                Data::new("call", fit::CALL, Own).hint(fit::CALL_HINT).in_link_if_typed("call")
            }
            Self::HoldBlock => Data::new("hold-block", holds::BLOCK, Own),
            Self::HoldNodes => Data::new("hold-nodes", holds::NODES, Own).example("1-64,100"),
            Self::HoldFrom => Data::new("hold-from", holds::FROM, Date),
            Self::HoldUntil => Data::new("hold-until", holds::UNTIL, Date),
        }
    }

    /// Returns the id of the field's element, which is also its link in a list of problems.
    #[must_use]
    pub const fn id(self) -> &'static str {
        self.data().id
    }

    /// Returns the field's label on the page.
    #[must_use]
    pub const fn label(self) -> Entry {
        self.data().label
    }

    /// Returns the hint that says what the field is for.
    #[must_use]
    pub const fn hint(self) -> Option<Entry> {
        self.data().hint
    }

    /// Returns the control with which the field is filled in.
    #[must_use]
    pub const fn control(self) -> Control {
        self.data().control
    }

    /// Returns an example of a valid entry.
    pub(super) const fn example(self) -> &'static str {
        self.data().example
    }

    /// Returns the first day that a date field accepts at the hour `now`, as the field writes it.
    #[must_use]
    pub fn first_day(self, now: Hour) -> String {
        let today = now.last_midnight();
        // An end is the midnight with which its day begins, and that of today has passed.
        format::date_input(if self == Self::Until { today.plus(24) } else { today })
    }
}
