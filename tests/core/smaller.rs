//! A failing case made small, and told.

use jari::fit::plan::RoundPolicy;
use jari::model::{
    Application, HoldNodes, Hour, NodeCount, NodeRanges, Placement, Request, Snapshot, Term,
    TermRule,
};
use std::sync::Arc;

use crate::cases::Case;
use crate::cases::next::Pair;
use crate::cases::round::RoundCase;

/// What can be made smaller, and told.
pub trait Shrink: Clone {
    /// Cases that are a little simpler than this one.
    fn simpler(&self) -> Vec<Self>;
    /// The case in a few lines.
    fn describe(&self) -> String;
}

/// A case that still fails and from which nothing can be left out.
pub fn smallest<C: Shrink>(mut case: C, fails: impl Fn(&C) -> bool) -> C {
    loop {
        let Some(smaller) = case.simpler().into_iter().find(|simpler| fails(simpler)) else {
            return case;
        };
        case = smaller;
    }
}

impl Shrink for Case {
    fn simpler(&self) -> Vec<Self> {
        simpler(self)
    }

    fn describe(&self) -> String {
        format!("{}{}", snapshot(&self.snapshot), request(&self.request))
    }
}

impl Shrink for Pair {
    fn simpler(&self) -> Vec<Self> {
        let old = Case { snapshot: self.old.clone(), request: self.request.clone() };
        let new = Case { snapshot: self.new.clone(), request: self.request.clone() };
        let mut all = Vec::new();
        for (index, hold) in self.old.holds.iter().enumerate() {
            // What is in both is in the way of both.
            if let Some(same) = self.new.holds.iter().position(|other| other == hold) {
                let mut pair = self.clone();
                pair.old.holds.remove(index);
                pair.new.holds.remove(same);
                all.push(pair);
            }
        }
        all.extend(simpler(&old).into_iter().map(|Case { snapshot: old, request }| Self {
            old,
            new: self.new.clone(),
            request,
        }));
        all.extend(simpler(&new).into_iter().map(|Case { snapshot: new, request }| Self {
            old: self.old.clone(),
            new,
            request,
        }));
        all
    }

    fn describe(&self) -> String {
        let (old, new) = (snapshot(&self.old), snapshot(&self.new));
        format!("old:\n{old}new:\n{new}{}", request(&self.request))
    }
}

impl Shrink for RoundCase {
    fn simpler(&self) -> Vec<Self> {
        let mut all = Vec::new();
        let mut add = |change: &dyn Fn(&mut Self)| {
            let mut simpler = self.clone();
            change(&mut simpler);
            if simpler.policy != self.policy || simpler.applications != self.applications {
                all.push(simpler);
            }
        };
        for index in 0..self.applications.len() {
            add(&|round| drop(round.applications.remove(index)));
            add(&|round| round.applications[index].score = None);
            add(&|round| round.applications[index].submitted_at = None);
        }
        for index in 0..self.policy.shares.len() {
            add(&|round| {
                round.policy.shares.remove(index);
            });
        }
        add(&|round| round.policy = RoundPolicy::default());
        add(&|round| round.policy.longest_wait = None);
        for (index, application) in self.applications.iter().enumerate() {
            let request = application.request.clone();
            let case = Case { snapshot: self.snapshot.clone(), request };
            // Others may name the blocks and calls of the snapshot: those stay.
            let keeps_names = |case: &Case| {
                case.snapshot.blocks.len() == self.snapshot.blocks.len()
                    && case.snapshot.calls.len() == self.snapshot.calls.len()
            };
            all.extend(simpler(&case).into_iter().filter(keeps_names).map(|simpler| {
                let mut round = Self { snapshot: simpler.snapshot, ..self.clone() };
                round.applications[index].request = simpler.request;
                round
            }));
        }
        all
    }

    fn describe(&self) -> String {
        let mut text = format!("{}{:?}\n", snapshot(&self.snapshot), self.policy);
        for Application { request: asked, score, submitted_at, .. } in &self.applications {
            text += &format!("{}: {:?} {submitted_at:?} {}\n", asked.id, score, request(asked));
        }
        text
    }
}

/// Cases that are a little simpler than this one.
fn simpler(case: &Case) -> Vec<Case> {
    let mut all = Vec::new();
    let mut add = |change: &dyn Fn(&mut Case)| {
        let mut simpler = case.clone();
        change(&mut simpler);
        if simpler.snapshot != case.snapshot || simpler.request != case.request {
            all.push(simpler);
        }
    };
    if case.snapshot.blocks.len() > 1 {
        for index in 0..case.snapshot.blocks.len() {
            add(&|case| {
                let id = case.snapshot.blocks.remove(index).id;
                case.snapshot.holds.retain(|hold| hold.block_index != index);
                for hold in &mut case.snapshot.holds {
                    hold.block_index -= usize::from(hold.block_index > index);
                }
                if let Some(blocks) = &mut case.request.blocks {
                    blocks.retain(|block| *block != id);
                }
                if case.request.blocks.as_ref().is_some_and(Vec::is_empty) {
                    case.request.blocks = None;
                }
            });
        }
    }
    for index in 0..case.snapshot.holds.len() {
        add(&|case| drop(case.snapshot.holds.remove(index)));
        add(&|case| {
            let nodes = &mut case.snapshot.holds[index].nodes;
            *nodes = match nodes {
                HoldNodes::Counted(count) => HoldNodes::Counted((*count - 1).max(1)),
                HoldNodes::Named(ranges) => {
                    let mut ranges = ranges.ranges().to_vec();
                    let last = ranges.last_mut().unwrap();
                    if last.first < last.last {
                        last.last -= 1;
                    } else if ranges.len() > 1 {
                        ranges.pop();
                    }
                    HoldNodes::Named(NodeRanges::from_ranges(ranges))
                }
            };
        });
        add(&|case| {
            let hold = &mut case.snapshot.holds[index];
            if hold.until != Hour::MAX && hold.from.plus(1) < hold.until {
                hold.until = Hour::new(hold.until.number() - 1);
            }
        });
    }
    for index in 0..case.snapshot.blocks.len() {
        add(&|case| case.snapshot.blocks[index].available_from = None);
        let held = case.snapshot.holds.iter().filter(|hold| hold.block_index == index);
        let highest = held.map(|hold| match &hold.nodes {
            HoldNodes::Named(ranges) => ranges.highest().unwrap_or(0),
            HoldNodes::Counted(count) => *count,
        });
        if highest.max().unwrap_or(1) < case.snapshot.blocks[index].nodes() {
            add(&|case| {
                let leaves = &mut case.snapshot.blocks[index].leaves;
                let last = leaves.last_mut().unwrap();
                if *last > 1 {
                    *last -= 1;
                } else {
                    leaves.pop();
                }
            });
        }
    }
    add(&|case| {
        case.request.call = None;
        Arc::make_mut(&mut case.snapshot.calls).clear();
    });
    add(&|case| {
        for call in Arc::make_mut(&mut case.snapshot.calls) {
            call.term = TermRule::default();
        }
    });
    add(&|case| {
        for call in Arc::make_mut(&mut case.snapshot.calls) {
            call.classes.clear();
        }
    });
    for index in 0..case.snapshot.accelerators.len() {
        add(&|case| case.snapshot.accelerators[index].relative_throughput = None);
    }
    if case.request.accelerators.len() > 1 {
        for index in 0..case.request.accelerators.len() {
            add(&|case| drop(case.request.accelerators.remove(index)));
        }
    }
    add(&|case| case.request.split = None);
    add(&|case| case.request.split = case.request.split.map(|least| (least - 1).max(1)));
    add(&|case| case.request.not_after = None);
    add(&|case| case.request.blocks = None);
    add(&|case| case.request.placement = Placement::Any);
    add(&|case| case.request.nodes.max = case.request.nodes.min);
    add(&|case| {
        case.request.nodes.max = (case.request.nodes.max - 1).max(case.request.nodes.min);
    });
    add(&|case| {
        let nodes = &mut case.request.nodes;
        *nodes = NodeCount { min: (nodes.min - 1).max(1), max: (nodes.max - 1).max(1) };
    });
    add(&|case| {
        case.request.term = match case.request.term {
            Term::Hours(n) => Term::Hours((n - 1).max(1)),
            Term::Days(n) => Term::Days((n - 1).max(1)),
            Term::Months(n) => Term::Months((n - 1).max(1)),
        };
    });
    all
}

fn snapshot(snapshot: &Snapshot) -> String {
    let mut text = String::new();
    for accelerator in &snapshot.accelerators {
        if let Some(throughput) = &accelerator.relative_throughput {
            text += &format!("{} does {}\n", accelerator.id, throughput.value);
        }
    }
    for block in &snapshot.blocks {
        let from = block.available_from.map(Hour::to_rfc3339).unwrap_or_default();
        let (id, gpus) = (&block.id, block.gpus_per_node);
        text += &format!("{id} {} x{gpus} {:?} {from}\n", block.accelerator, block.leaves);
    }
    for (index, hold) in snapshot.holds.iter().enumerate() {
        let nodes = match &hold.nodes {
            HoldNodes::Named(ranges) => format!("nodes {ranges}"),
            HoldNodes::Counted(count) => format!("{count} nodes"),
        };
        let at = |hour: Hour| match hour {
            Hour::MIN => "ever".into(),
            Hour::MAX => "open".into(),
            hour => hour.to_rfc3339(),
        };
        let (from, until) = (at(hold.from), at(hold.until));
        text += &format!("hold {index}: block {}, {nodes}, {from} {until}\n", hold.block_index);
    }
    for call in snapshot.calls.iter() {
        text += &format!("call {:?} {:?} {:?}\n", call.classes, call.sizes, call.term);
    }
    text
}

fn request(request: &Request) -> String {
    format!(
        "{:?} of {:?} in {:?}, split {:?}, {:?} {:?}, {} to {}, {:?}, call {:?}",
        request.nodes,
        request.accelerators,
        request.blocks,
        request.split,
        request.term,
        request.placement,
        request.not_before,
        request.not_after.map(Hour::to_rfc3339).unwrap_or_default(),
        request.class,
        request.call,
    )
}
