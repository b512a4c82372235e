//! The request form as typed, and how it becomes a request.

use super::problem::{Field, FieldProblem, FieldWhat, Problems};
use super::typed::{self, is_blank};
use crate::fit::Change;
use crate::model::{Class, Hour, Instant, NodeCount, Placement, Request, Snapshot, Term};
use crate::words::catalogue::{Entry, fit};
use crate::words::format;

/// The most nodes that a form takes: far beyond any block, and enough to catch a slip of the pen.
pub const MAX_NODES: u32 = 1_000_000;

/// What a term is counted in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TermUnit {
    /// Hours.
    Hours,
    /// Days of 24 hours.
    Days,
    /// Calendar months.
    Months,
}

impl TermUnit {
    /// All of them, in the order shown.
    pub const ALL: [Self; 3] = [Self::Hours, Self::Days, Self::Months];

    /// The letter in links: `h`, `d`, `m`.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Hours => 'h',
            Self::Days => 'd',
            Self::Months => 'm',
        }
    }

    /// The word beside the number.
    #[must_use]
    pub const fn label(self) -> Entry {
        match self {
            Self::Hours => fit::UNIT_HOURS,
            Self::Days => fit::UNIT_DAYS,
            Self::Months => fit::UNIT_MONTHS,
        }
    }

    /// The unit of a term.
    #[must_use]
    pub const fn of(term: Term) -> Self {
        match term {
            Term::Hours(_) => Self::Hours,
            Term::Days(_) => Self::Days,
            Term::Months(_) => Self::Months,
        }
    }

    /// What people write after the number; longer words before those that they begin with.
    const fn written(self) -> &'static [&'static str] {
        match self {
            Self::Hours => &["시간", "hours", "hour", "h"],
            Self::Days => &["일간", "일", "days", "day", "d"],
            Self::Months => &["개월", "달", "months", "month", "m"],
        }
    }

    /// Reads a term typed in this unit.
    fn read(self, text: &str) -> Result<Term, FieldWhat> {
        let most = match self {
            Self::Hours => Term::MAX_HOURS,
            Self::Days => Term::MAX_DAYS,
            Self::Months => Term::MAX_MONTHS,
        };
        let read = typed::number(text, most, self.written()).map_err(|what| {
            let other = |unit: &Self| {
                *unit != self && typed::number(text, u32::MAX, unit.written()).is_ok()
            };
            match what {
                FieldWhat::NotANumber(text) if Self::ALL.iter().any(other) => {
                    FieldWhat::OtherUnit(text)
                }
                what => what,
            }
        })?;
        Ok(match self {
            Self::Hours => Term::Hours(read),
            Self::Days => Term::Days(read),
            Self::Months => Term::Months(read),
        })
    }
}

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
    /// Nodes.
    pub nodes: String,
    /// Nodes at most; empty for the same.
    pub nodes_max: String,
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
            term: String::new(),
            unit: TermUnit::Months,
            from: String::new(),
            until: String::new(),
            placement: PlacementKind::Any,
            placement_n: String::new(),
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

    /// Writes a change of the request into the form.
    pub fn apply(&mut self, change: &Change) {
        match change {
            Change::Start(hour) => self.from = format::hour_input(*hour),
            Change::Nodes(nodes) => {
                self.nodes = nodes.to_string();
                self.nodes_max = String::new();
            }
            Change::Term(term) => {
                self.term = term.count().to_string();
                self.unit = TermUnit::of(*term);
            }
            Change::Placement(placement) => {
                (self.placement, self.placement_n) = match placement {
                    Placement::Any => (PlacementKind::Any, String::new()),
                    Placement::OneLeaf => (PlacementKind::OneLeaf, String::new()),
                    Placement::Leaves(n) => (PlacementKind::Leaves, n.to_string()),
                    Placement::SegmentsOf(n) => (PlacementKind::SegmentsOf, n.to_string()),
                };
            }
            Change::Accelerator(id) => self.accelerators = vec![id.clone()],
        }
    }

    /// Writes changes of the request into the form; whoever takes more nodes keeps that wish for
    /// as long as it is one.
    pub fn take_up(&mut self, changes: &[Change]) {
        let most = self.nodes_max.clone();
        for change in changes {
            self.apply(change);
            if let Change::Nodes(nodes) = change
                && most.trim().parse().is_ok_and(|most: u32| most > *nodes)
            {
                self.nodes_max.clone_from(&most);
            }
        }
    }

    /// The request that this asks for.
    ///
    /// An earliest start within an hour becomes the next whole hour, a latest end the last one.
    ///
    /// # Errors
    /// Every [`FieldProblem`], in the order of the fields.
    pub fn raise(&self, snapshot: &Snapshot) -> Result<Request, Vec<FieldProblem>> {
        let mut problems = Problems(Vec::new());
        let accelerators = self.raise_accelerators(snapshot, &mut problems);
        let least = problems.take(Field::Nodes, read_nodes(&self.nodes));
        let most = self.raise_most(least, &mut problems);
        let term = problems.take(Field::Term, self.unit.read(&self.term));
        let not_before = problems.take(Field::From, typed::date(&self.from)).map(Instant::ceil);
        let not_after = if is_blank(&self.until) {
            None
        } else {
            problems.take(Field::Until, typed::date(&self.until)).map(Instant::floor)
        };
        if let (Some(from), Some(until)) = (not_before, not_after)
            && until <= from
        {
            problems.add(Field::Until, FieldWhat::NotAfterStart);
        }
        let placement = problems.take(Field::PlacementNumber, self.read_placement());
        let call = self.call.trim();
        if !call.is_empty() && snapshot.call(call).is_none() {
            problems.add(Field::Call, FieldWhat::Unknown(call.to_owned()));
        }
        let (Some(min), Some(max), Some(term), Some(not_before), Some(placement), true) =
            (least, most, term, not_before, placement, problems.0.is_empty())
        else {
            return Err(problems.0);
        };
        Ok(Request {
            id: String::new(),
            accelerators,
            blocks: None,
            nodes: NodeCount { min, max },
            term,
            not_before,
            not_after,
            placement,
            split: None,
            class: self.class,
            call: (!call.is_empty()).then(|| call.to_owned()),
        })
    }

    fn raise_accelerators(&self, snapshot: &Snapshot, problems: &mut Problems) -> Vec<String> {
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

    fn raise_most(&self, least: Option<u32>, problems: &mut Problems) -> Option<u32> {
        if is_blank(&self.nodes_max) {
            return least;
        }
        let most = problems.take(Field::NodesMax, read_nodes(&self.nodes_max))?;
        match least {
            Some(least) if most < least => {
                problems.add(Field::NodesMax, FieldWhat::BelowNodes { least });
                None
            }
            _ => Some(most),
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
            PlacementKind::SegmentsOf => read_nodes(&self.placement_n).map(Placement::SegmentsOf),
        }
    }
}

fn read_nodes(text: &str) -> Result<u32, FieldWhat> {
    typed::number(text, MAX_NODES, &["노드", "대", "nodes", "node"])
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
        term: "3".to_owned(),
        unit: TermUnit::Months,
        from: format::date_input(from),
        until: String::new(),
        placement: PlacementKind::Any,
        placement_n: String::new(),
        class: Class::Industry,
        call: String::new(),
    }
}
