//! The request form as typed, and its parsing into a request.

use super::count::{self, CountUnit, MAX_NODES};
use super::field::{Field, MORE_FIELDS};
use super::placement::PlacementKind;
use super::problem::{FieldError, FieldProblem, FormProblems};
use super::term::{self, TermUnit};
use super::typed::{self, is_blank};
use crate::model::{Class, Hour, Instant, NodeCount, Placement, Request, Snapshot};
use crate::words::format;

/// The request form, exactly as typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormDraft {
    /// Ids of the accelerators chosen.
    pub accelerators: Vec<String>,
    /// Nodes or GPUs, in the unit `count`; also a range.
    pub nodes: String,
    /// Upper bound of the same; empty if the number is not a range.
    pub nodes_max: String,
    /// Unit of both.
    pub count: CountUnit,
    /// Number of the term.
    pub term: String,
    /// Unit of the term, unless the text of `term` has a unit of its own.
    pub unit: TermUnit,
    /// Earliest start.
    pub from: String,
    /// Latest end; empty for none.
    pub until: String,
    /// Kind of placement.
    pub placement: PlacementKind,
    /// Number that belongs to the placement; ignored if its kind has none.
    pub placement_n: String,
    /// Fewest nodes of a part, if the nodes may be split over blocks; else empty.
    pub split: String,
    /// Class of the applicant.
    pub class: Class,
    /// Id of the call; empty for none.
    pub call: String,
}

/// An empty form, as it is before any snapshot is known.
impl Default for FormDraft {
    fn default() -> Self {
        Self {
            accelerators: Vec::new(),
            nodes: String::new(),
            nodes_max: String::new(),
            count: CountUnit::Nodes,
            term: String::new(),
            unit: TermUnit::Months,
            from: String::new(),
            until: String::new(),
            placement: PlacementKind::Any,
            placement_n: String::new(),
            split: String::new(),
            class: Class::Industry,
            call: String::new(),
        }
    }
}

/// Borrows the text of a field that holds one as it was typed. The fields are listed once for both:
/// `typed_text!(draft, field)`, and `typed_text!(draft, field, mut)` for a text to be changed.
macro_rules! typed_text {
    ($draft:expr, $field:expr $(, $mutable:tt)?) => {
        match $field {
            Field::Nodes => Some(&$($mutable)? $draft.nodes),
            Field::NodesMax => Some(&$($mutable)? $draft.nodes_max),
            Field::Term => Some(&$($mutable)? $draft.term),
            Field::From => Some(&$($mutable)? $draft.from),
            Field::Until => Some(&$($mutable)? $draft.until),
            Field::PlacementNumber => Some(&$($mutable)? $draft.placement_n),
            Field::Split => Some(&$($mutable)? $draft.split),
            Field::Call => Some(&$($mutable)? $draft.call),
            Field::Accelerators
            | Field::Count
            | Field::Unit
            | Field::Placement
            | Field::Class
            | Field::HoldBlock
            | Field::HoldNodes
            | Field::HoldFrom
            | Field::HoldUntil => None,
        }
    };
}

impl FormDraft {
    /// Returns the text of a field as it was typed; `None` if it holds a choice or several values.
    #[must_use]
    pub const fn typed(&self, field: Field) -> Option<&String> {
        typed_text!(self, field)
    }

    /// Returns the text of a field to be changed, or `None` as [`Self::typed`] does.
    pub const fn typed_mut(&mut self, field: Field) -> Option<&mut String> {
        typed_text!(self, field, mut)
    }

    /// Returns the text of a field, of a choice the value chosen; empty for the accelerators, which
    /// are several.
    #[must_use]
    pub fn text(&self, field: Field) -> String {
        match field {
            Field::Count => self.count.id().to_owned(),
            Field::Unit => self.term_unit().letter().to_string(),
            Field::Placement => self.placement.id().to_owned(),
            Field::Class => self.class.id().to_owned(),
            _ => self.typed(field).cloned().unwrap_or_default(),
        }
    }

    /// Puts a text into a field. What is not among the choices of a field changes nothing, and
    /// the count is changed by [`Self::count_in`].
    pub fn set_text(&mut self, field: Field, text: String) {
        match field {
            Field::Unit => {
                let is_chosen = |unit: &TermUnit| text == unit.letter().to_string();
                if let Some(unit) = TermUnit::ALL.into_iter().find(is_chosen) {
                    self.count_term_in(unit);
                }
            }
            Field::Placement => {
                let kind = PlacementKind::ALL.into_iter().find(|kind| text == kind.id());
                self.placement = kind.unwrap_or(self.placement);
            }
            Field::Class => self.class = Class::from_id(&text).unwrap_or(self.class),
            _ => {
                if let Some(typed) = self.typed_mut(field) {
                    *typed = text;
                }
            }
        }
    }

    /// Returns `true` if anything was typed into one of [`MORE_FIELDS`].
    #[must_use]
    pub fn has_more(&self) -> bool {
        MORE_FIELDS.into_iter().any(|field| !self.text(field).is_empty())
    }

    /// Returns `true` if the form asks for the class of applicant and the call: if the file has
    /// calls, or the form names one that the file does not have.
    #[must_use]
    pub fn has_terms(&self, snapshot: &Snapshot) -> bool {
        !snapshot.calls.is_empty() || !self.call.is_empty()
    }

    /// Changes the unit, and converts what was typed into the same nodes, rounded up to whole ones.
    ///
    /// A bare number that cannot be converted is cleared, because it would ask for something else;
    /// other text stays.
    pub fn count_in(&mut self, unit: CountUnit, snapshot: &Snapshot) {
        if unit == self.count {
            return;
        }
        let per_node = snapshot.gpus_per_node(&self.accelerators);
        for text in [&mut self.nodes, &mut self.nodes_max] {
            if let Some(counted) = count::convert(text, self.count, unit, per_node) {
                *text = counted;
            } else if count::is_bare(text) {
                text.clear();
            }
        }
        self.count = unit;
    }

    /// Returns the step of the arrow keys in the number of `field`: one whole node in its unit.
    #[must_use]
    pub fn step(&self, field: Field, snapshot: &Snapshot) -> u32 {
        let counts_gpus =
            self.count == CountUnit::Gpus && matches!(field, Field::Nodes | Field::NodesMax);
        let per_node = snapshot.gpus_per_node(&self.accelerators).filter(|_| counts_gpus);
        per_node.unwrap_or(1)
    }

    /// Returns the unit of the term: the one written beside its number, else the one chosen.
    #[must_use]
    pub fn term_unit(&self) -> TermUnit {
        term::written(&self.term).map_or(self.unit, |(unit, _)| unit)
    }

    /// Changes the unit of the term, and keeps the number: 6 months become 6 days.
    pub fn count_term_in(&mut self, unit: TermUnit) {
        if let Some((_, Ok(count))) = term::written(&self.term) {
            self.term = count.to_string();
        }
        self.unit = unit;
    }

    /// Parses the form into a request, without regard to the present day.
    ///
    /// An earliest start within an hour is rounded up to a whole hour, a latest end down.
    ///
    /// # Errors
    /// Every [`FieldProblem`], in the order of the fields.
    pub fn parse(&self, snapshot: &Snapshot) -> Result<Request, Vec<FieldProblem>> {
        self.parse_at(snapshot, Hour::MIN)
    }

    /// Parses the form into a request at the hour `now`: a day that is over by then is a problem.
    ///
    /// # Errors
    /// Same as [`Self::parse`].
    pub fn parse_at(&self, snapshot: &Snapshot, now: Hour) -> Result<Request, Vec<FieldProblem>> {
        let mut problems = FormProblems(Vec::new());
        let accelerators = self.parse_accelerators(snapshot, &mut problems);
        let per_node = snapshot.gpus_per_node(&self.accelerators);
        let nodes = self.parse_nodes(per_node, &mut problems);
        let term = problems.take(Field::Term, term::read(&self.term, self.unit));
        // Inward, as a latest end below: nothing outside the times that were typed is offered.
        let not_before = problems.take(Field::From, typed::date(&self.from)).map(Instant::ceil);
        if not_before.is_some_and(|from| has_passed(from, now)) {
            problems.add(Field::From, FieldError::Passed { now });
        }
        let not_after = if is_blank(&self.until) {
            None
        } else {
            problems.take(Field::Until, typed::date(&self.until)).map(Instant::floor)
        };
        // Reported before the other, because another start does not solve it.
        if not_after.is_some_and(|until| until <= now) {
            problems.add(Field::Until, FieldError::Passed { now });
        } else if let (Some(from), Some(until)) = (not_before, not_after)
            && until <= from
        {
            problems.add(Field::Until, FieldError::NotAfterStart);
        }
        let placement = problems.take(Field::PlacementNumber, self.read_placement());
        let split = problems.take(Field::Split, self.read_split());
        let call = self.call.trim();
        if !call.is_empty() && snapshot.call(call).is_none() {
            problems.add(Field::Call, FieldError::Unknown(call.to_owned()));
        }
        // An unknown call or a date that has passed is a problem, although every value could be
        // parsed.
        let (Some(nodes), Some(term), Some(not_before), Some(placement), Some(split), true) =
            (nodes, term, not_before, placement, split, problems.0.is_empty())
        else {
            return Err(problems.0);
        };
        Ok(Request {
            // Only a list has ids, to tell its requests apart.
            id: String::new(),
            accelerators,
            blocks: None,
            nodes,
            term,
            not_before,
            not_after,
            placement,
            split,
            class: self.class,
            call: (!call.is_empty()).then(|| call.to_owned()),
        })
    }

    fn parse_accelerators(&self, snapshot: &Snapshot, problems: &mut FormProblems) -> Vec<String> {
        let mut accelerators: Vec<String> = Vec::with_capacity(self.accelerators.len());
        for id in &self.accelerators {
            if snapshot.accelerator(id).is_none() {
                problems.add(Field::Accelerators, FieldError::Unknown(id.clone()));
            } else if !accelerators.contains(id) {
                // Once, as a link may name it twice.
                accelerators.push(id.clone());
            }
        }
        if self.accelerators.is_empty() {
            problems.add(Field::Accelerators, FieldError::Missing);
        }
        accelerators
    }

    pub(super) fn parse_nodes(
        &self,
        per_node: Option<u32>,
        problems: &mut FormProblems,
    ) -> Option<NodeCount> {
        let read = |text| count::read(text, self.count, per_node);
        let nodes = problems.take(Field::Nodes, read(&self.nodes));
        if is_blank(&self.nodes_max) {
            return nodes;
        }
        // The demand for a single number comes first: changing the unit would leave the range.
        let most = match read(&self.nodes_max) {
            Ok(count)
            | Err(
                FieldError::InGpus { gpus: count, .. } | FieldError::InNodes { nodes: count, .. },
            ) if count.min != count.max => Err(FieldError::OneNumber(self.nodes_max.clone())),
            most => most,
        };
        let most = problems.take(Field::NodesMax, most)?;
        let nodes = nodes?;
        // The same bound in both fields is no contradiction.
        let error = if nodes.min != nodes.max && nodes.max != most.max {
            FieldError::RangeAlready(self.nodes.clone())
        } else if most.max < nodes.min {
            let least = match (self.count, per_node) {
                (CountUnit::Gpus, Some(per_node)) => nodes.min.saturating_mul(per_node),
                _ => nodes.min,
            };
            FieldError::BelowNodes { least }
        } else {
            return Some(NodeCount { min: nodes.min, max: most.max });
        };
        problems.add(Field::NodesMax, error);
        None
    }

    /// Parses the fewest nodes of a part; `None` if the nodes are not to be split.
    fn read_split(&self) -> Result<Option<u32>, FieldError> {
        match is_blank(&self.split) {
            true => Ok(None),
            false => typed::number(&self.split, MAX_NODES, CountUnit::Nodes.written()).map(Some),
        }
    }

    fn read_placement(&self) -> Result<Placement, FieldError> {
        match self.placement {
            PlacementKind::Any => Ok(Placement::Any),
            PlacementKind::OneLeaf => Ok(Placement::OneLeaf),
            PlacementKind::Leaves => {
                let units = ["리프", "개", "leaves", "leaf"];
                typed::number(&self.placement_n, MAX_NODES, &units).map(Placement::Leaves)
            }
            PlacementKind::SegmentsOf => {
                let units = CountUnit::Nodes.written();
                typed::number(&self.placement_n, MAX_NODES, units).map(Placement::SegmentsOf)
            }
        }
    }
}

/// Returns `true` if a start is before the hour `now`. A start at midnight means a day, which has
/// not passed until it is over.
fn has_passed(start: Hour, now: Hour) -> bool {
    let is_day = start == start.last_midnight();
    start < if is_day { now.last_midnight() } else { now }
}

/// Returns the form before anything is typed: every accelerator that has a block, 4 nodes for 3
/// months from the first midnight in Korea after `today` and after the snapshot's date.
#[must_use]
pub fn default_draft(snapshot: &Snapshot, today: Hour) -> FormDraft {
    let has_block = |id: &str| snapshot.blocks.iter().any(|block| block.accelerator == id);
    let ids = snapshot.accelerators.iter().map(|accelerator| accelerator.id.as_str());
    // A day before the latest, so that the midnight after it is still a date that the form accepts.
    let last = Hour::new(Hour::LATEST.number() - 24);
    let from = today.max(snapshot.as_of).clamp(Hour::EARLIEST, last).next_midnight();
    FormDraft {
        // An announced one may have no known GPUs per node, and GPUs could then not be counted.
        accelerators: ids.filter(|id| has_block(id)).map(str::to_owned).collect(),
        nodes: "4".to_owned(),
        nodes_max: String::new(),
        count: CountUnit::Nodes,
        term: "3".to_owned(),
        unit: TermUnit::Months,
        from: format::date_input(from),
        until: String::new(),
        placement: PlacementKind::Any,
        placement_n: String::new(),
        split: String::new(),
        class: Class::Industry,
        call: String::new(),
    }
}
