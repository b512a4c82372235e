//! A failing case made small, and told.

use jari::model::{HoldNodes, Hour, NodeCount, NodeRanges, Placement, Term, TermRule};

use crate::cases::Case;

/// A case that still fails and from which nothing can be left out.
pub fn smallest(mut case: Case, fails: impl Fn(&Case) -> bool) -> Case {
    loop {
        let Some(smaller) = simpler(&case).into_iter().find(|simpler| fails(simpler)) else {
            return case;
        };
        case = smaller;
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
                case.snapshot.holds.retain(|hold| hold.block != index);
                for hold in &mut case.snapshot.holds {
                    hold.block -= usize::from(hold.block > index);
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
        let held = case.snapshot.holds.iter().filter(|hold| hold.block == index);
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
        case.snapshot.calls.clear();
    });
    add(&|case| {
        for call in &mut case.snapshot.calls {
            call.term = TermRule::default();
        }
    });
    add(&|case| {
        for call in &mut case.snapshot.calls {
            call.classes.clear();
        }
    });
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

impl Case {
    /// The case in a few lines.
    pub fn describe(&self) -> String {
        let mut text = String::new();
        for block in &self.snapshot.blocks {
            let from = block.available_from.map(Hour::to_rfc3339).unwrap_or_default();
            text += &format!("{} {} {:?} {from}\n", block.id, block.accelerator, block.leaves);
        }
        for (index, hold) in self.snapshot.holds.iter().enumerate() {
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
            text += &format!("hold {index}: block {}, {nodes}, {from} {until}\n", hold.block);
        }
        for call in &self.snapshot.calls {
            text += &format!("call {:?} {:?} {:?}\n", call.classes, call.sizes, call.term);
        }
        let request = &self.request;
        text += &format!(
            "{:?} of {:?} in {:?}, {:?} {:?}, {} to {}, {:?}, call {:?}",
            request.nodes,
            request.accelerators,
            request.blocks,
            request.term,
            request.placement,
            request.not_before,
            request.not_after.map(Hour::to_rfc3339).unwrap_or_default(),
            request.class,
            request.call,
        );
        text
    }
}
