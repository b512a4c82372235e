//! The request form as typed, and how it becomes a request.

use super::count::{self, CountUnit, MAX_NODES};
use super::problem::{Field, FieldProblem, FieldWhat, FormProblems};
use super::term::{self, TermUnit};
use super::typed::{self, is_blank};
use crate::fit::RequestChange;
use crate::model::{Class, Hour, Instant, NodeCount, Placement, Request, Snapshot};
use crate::words::catalogue::{Entry, fit};
use crate::words::format;

/// The kind of a placement; its number is typed apart.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PlacementKind {
    /// Anywhere in one block.
    Any,
    /// On one leaf.
    OneLeaf,
    /// On at most so many leaves.
    Leaves,
    /// In groups of so many nodes.
    SegmentsOf,
}

impl PlacementKind {
    /// All of them, in the order shown.
    pub const ALL: [Self; 4] = [Self::Any, Self::OneLeaf, Self::Leaves, Self::SegmentsOf];

    /// The name in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Any => "any",
            Self::OneLeaf => "one-leaf",
            Self::Leaves => "leaves",
            Self::SegmentsOf => "segments",
        }
    }

    /// A placement as links write it, `any`, `one-leaf`, `leaves-2`: its kind, and its number where one
    /// is given.
    #[must_use]
    pub fn read(text: &str) -> Option<(Self, &str)> {
        Self::ALL.into_iter().find_map(|kind| {
            let number = match text.strip_prefix(kind.id())? {
                "" => "",
                rest => rest.strip_prefix('-')?,
            };
            Some((kind, number))
        })
    }

    /// The choice on the page.
    #[must_use]
    pub const fn label(self) -> Entry {
        match self {
            Self::Any => fit::PLACE_OPTION_ANY,
            Self::OneLeaf => fit::PLACE_OPTION_ONE_LEAF,
            Self::Leaves => fit::PLACE_OPTION_LEAVES,
            Self::SegmentsOf => fit::PLACE_OPTION_SEGMENTS,
        }
    }
}

/// The request form, exactly as typed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FormDraft {
    /// Ids of the accelerators chosen.
    pub accelerators: Vec<String>,
    /// Nodes, or the GPUs in them; also a range.
    pub nodes: String,
    /// The same at most; empty where it is no more.
    pub nodes_max: String,
    /// What both are counted in.
    pub count: CountUnit,
    /// The number of the term.
    pub term: String,
    /// What the term is counted in.
    pub unit: TermUnit,
    /// The earliest start.
    pub from: String,
    /// The latest end; empty for none.
    pub until: String,
    /// The kind of placement.
    pub placement: PlacementKind,
    /// The number that belongs to the placement; not looked at where it has none.
    pub placement_n: String,
    /// The fewest nodes of a part, where the nodes may be split over blocks; empty where not.
    pub split: String,
    /// Who applies.
    pub class: Class,
    /// Id of the call; empty for none.
    pub call: String,
}

/// An empty form, as before any snapshot is known.
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

impl FormDraft {
    /// Whether it asks who applies and under which call: where the file has calls, or the form has one
    /// that the file does not.
    #[must_use]
    pub fn has_terms(&self, snapshot: &Snapshot) -> bool {
        !snapshot.calls.is_empty() || !self.call.is_empty()
    }

    /// Writes changes of the request into the form, which counts in what it counted in before.
    pub fn apply(&mut self, changes: &[RequestChange], snapshot: &Snapshot) {
        let unit = self.count;
        self.count_in(CountUnit::Nodes, snapshot);
        changes.iter().for_each(|change| self.apply_in_nodes(change));
        self.count_in(unit, snapshot);
    }

    fn apply_in_nodes(&mut self, change: &RequestChange) {
        match change {
            RequestChange::Start(hour) => self.from = format::hour_input(*hour),
            RequestChange::Nodes(nodes) => {
                self.nodes = nodes.to_string();
                self.nodes_max = String::new();
            }
            RequestChange::Term(term) => {
                self.term = term.count().to_string();
                self.unit = TermUnit::from_term(*term);
            }
            RequestChange::Placement(placement) => {
                (self.placement, self.placement_n) = match placement {
                    Placement::Any => (PlacementKind::Any, String::new()),
                    Placement::OneLeaf => (PlacementKind::OneLeaf, String::new()),
                    Placement::Leaves(n) => (PlacementKind::Leaves, n.to_string()),
                    Placement::SegmentsOf(n) => (PlacementKind::SegmentsOf, n.to_string()),
                };
            }
            RequestChange::Accelerator(id) => self.accelerators = vec![id.clone()],
        }
    }

    /// Writes changes of the request into the form; whoever takes more nodes keeps that wish for
    /// as long as it is one.
    pub fn take_up(&mut self, changes: &[RequestChange], snapshot: &Snapshot) {
        let unit = self.count;
        self.count_in(CountUnit::Nodes, snapshot);
        // One number is no wish for more: who asks for fewer then means it.
        let wish = self.raise_nodes(None, &mut FormProblems(Vec::new()));
        let wish = wish.filter(|wish| wish.max > wish.min);
        for change in changes {
            self.apply_in_nodes(change);
            if let (RequestChange::Nodes(nodes), Some(wish)) = (change, wish)
                && wish.max > *nodes
            {
                self.nodes_max = wish.max.to_string();
            }
        }
        self.count_in(unit, snapshot);
    }

    /// Counts in another unit from now on: the same nodes, or the next whole ones. A number that
    /// cannot be counted in it goes, because it would ask for something else; other text stays.
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

    /// By how many a key steps the number of a field: by whole nodes.
    #[must_use]
    pub fn step(&self, field: Field, snapshot: &Snapshot) -> u32 {
        let counts_gpus =
            self.count == CountUnit::Gpus && matches!(field, Field::Nodes | Field::NodesMax);
        let per_node = snapshot.gpus_per_node(&self.accelerators).filter(|_| counts_gpus);
        per_node.unwrap_or(1)
    }

    /// What the term is counted in: what was written beside its number, else what was chosen.
    #[must_use]
    pub fn term_unit(&self) -> TermUnit {
        term::written(&self.term).map_or(self.unit, |(unit, _)| unit)
    }

    /// Counts the term in another unit from now on: as many of it.
    pub fn count_term_in(&mut self, unit: TermUnit) {
        if let Some((_, Ok(count))) = term::written(&self.term) {
            self.term = count.to_string();
        }
        self.unit = unit;
    }

    /// The request that this asks for, whatever day it is.
    ///
    /// An earliest start within an hour becomes the next whole hour, a latest end the last one.
    ///
    /// # Errors
    /// Every [`FieldProblem`], in the order of the fields.
    pub fn parse(&self, snapshot: &Snapshot) -> Result<Request, Vec<FieldProblem>> {
        self.raise_at(snapshot, Hour::MIN)
    }

    /// The request that this asks for at the hour `now`: a day that is over by then is a problem.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn raise_at(&self, snapshot: &Snapshot, now: Hour) -> Result<Request, Vec<FieldProblem>> {
        let mut problems = FormProblems(Vec::new());
        let accelerators = self.raise_accelerators(snapshot, &mut problems);
        let per_node = snapshot.gpus_per_node(&self.accelerators);
        let nodes = self.raise_nodes(per_node, &mut problems);
        let term = problems.take(Field::Term, term::read(&self.term, self.unit));
        let not_before = problems.take(Field::From, typed::date(&self.from)).map(Instant::ceil);
        if not_before.is_some_and(|from| has_passed(from, now)) {
            problems.add(Field::From, FieldWhat::Passed { now });
        }
        let not_after = if is_blank(&self.until) {
            None
        } else {
            problems.take(Field::Until, typed::date(&self.until)).map(Instant::floor)
        };
        // Said first, because another start does not mend it.
        if not_after.is_some_and(|until| until <= now) {
            problems.add(Field::Until, FieldWhat::Passed { now });
        } else if let (Some(from), Some(until)) = (not_before, not_after)
            && until <= from
        {
            problems.add(Field::Until, FieldWhat::NotAfterStart);
        }
        let placement = problems.take(Field::PlacementNumber, self.read_placement());
        let split = problems.take(Field::Split, self.read_split());
        let call = self.call.trim();
        if !call.is_empty() && snapshot.call(call).is_none() {
            problems.add(Field::Call, FieldWhat::Unknown(call.to_owned()));
        }
        let (Some(nodes), Some(term), Some(not_before), Some(placement), Some(split), true) =
            (nodes, term, not_before, placement, split, problems.0.is_empty())
        else {
            return Err(problems.0);
        };
        Ok(Request {
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

    fn raise_accelerators(&self, snapshot: &Snapshot, problems: &mut FormProblems) -> Vec<String> {
        let mut accelerators: Vec<String> = Vec::with_capacity(self.accelerators.len());
        for id in &self.accelerators {
            if snapshot.accelerator(id).is_none() {
                problems.add(Field::Accelerators, FieldWhat::Unknown(id.clone()));
            } else if !accelerators.contains(id) {
                accelerators.push(id.clone());
            }
        }
        if self.accelerators.is_empty() {
            problems.add(Field::Accelerators, FieldWhat::Missing);
        }
        accelerators
    }

    fn raise_nodes(&self, per_node: Option<u32>, problems: &mut FormProblems) -> Option<NodeCount> {
        let read = |text| count::read(text, self.count, per_node);
        let nodes = problems.take(Field::Nodes, read(&self.nodes));
        if is_blank(&self.nodes_max) {
            return nodes;
        }
        // That it is one number comes first: what mends its unit would leave the range.
        let most = match read(&self.nodes_max) {
            Ok(count)
            | Err(
                FieldWhat::InGpus { gpus: count, .. } | FieldWhat::InNodes { nodes: count, .. },
            ) if count.min != count.max => Err(FieldWhat::OneNumber(self.nodes_max.clone())),
            most => most,
        };
        let most = problems.take(Field::NodesMax, most)?;
        let nodes = nodes?;
        let what = if nodes.min != nodes.max && nodes.max != most.max {
            FieldWhat::RangeAlready(self.nodes.clone())
        } else if most.max < nodes.min {
            let least = match (self.count, per_node) {
                (CountUnit::Gpus, Some(per_node)) => nodes.min.saturating_mul(per_node),
                _ => nodes.min,
            };
            FieldWhat::BelowNodes { least }
        } else {
            return Some(NodeCount { min: nodes.min, max: most.max });
        };
        problems.add(Field::NodesMax, what);
        None
    }

    /// The fewest nodes of a part; `None` where the nodes are not to be split.
    fn read_split(&self) -> Result<Option<u32>, FieldWhat> {
        match is_blank(&self.split) {
            true => Ok(None),
            false => typed::number(&self.split, MAX_NODES, CountUnit::Nodes.written()).map(Some),
        }
    }

    fn read_placement(&self) -> Result<Placement, FieldWhat> {
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

/// Whether a start lies behind the hour `now`. One that is a day and no hour has not until the day
/// is over.
fn has_passed(start: Hour, now: Hour) -> bool {
    let is_day = start == start.last_midnight();
    start < if is_day { now.last_midnight() } else { now }
}

/// The form before anything is typed: every accelerator that has a block, 4 nodes for 3 months
/// from the first midnight in Korea after `today` and after the snapshot's date.
#[must_use]
pub fn default_draft(snapshot: &Snapshot, today: Hour) -> FormDraft {
    let has_block = |id: &str| snapshot.blocks.iter().any(|block| block.accelerator == id);
    let ids = snapshot.accelerators.iter().map(|accelerator| accelerator.id.as_str());
    // A day early, so that the midnight after it is still a date that the form takes.
    let last = Hour::new(Hour::LATEST.number() - 24);
    let from = today.max(snapshot.as_of).clamp(Hour::EARLIEST, last).next_midnight();
    FormDraft {
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
