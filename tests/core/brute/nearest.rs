//! Requests near the one that was asked, one change of each kind at most.

use std::cmp::Ordering;

use jari::model::{Hour, NodeCount, Placement, Request, Term};

use super::{Times, Truth, fewest_nodes};

/// What is changed.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Moved {
    pub start: Option<Hour>,
    pub nodes: Option<u32>,
    pub term: Option<Term>,
    pub placement: Option<Placement>,
    pub accelerator: Option<String>,
}

/// A request nearby that fits a block at once.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Near {
    pub moved: Moved,
    pub block: usize,
    pub times: Times,
}

impl Moved {
    pub fn apply(&self, request: &Request) -> Request {
        let mut changed = request.clone();
        changed.not_before = self.start.unwrap_or(request.not_before);
        changed.nodes = self.nodes.map_or(request.nodes, NodeCount::exactly);
        changed.term = self.term.unwrap_or(request.term);
        changed.placement = self.placement.unwrap_or(request.placement);
        if let Some(accelerator) = &self.accelerator {
            changed.accelerators = vec![accelerator.clone()];
        }
        changed
    }

    /// How many things are changed.
    pub fn count(&self) -> usize {
        usize::from(self.start.is_some())
            + usize::from(self.nodes.is_some())
            + usize::from(self.term.is_some())
            + usize::from(self.placement.is_some())
            + usize::from(self.accelerator.is_some())
    }

    /// How far it is from the request in each respect: delay, nodes, hours of the term (from the
    /// start asked, so that a month is not nearer in February), rungs, accelerator.
    pub fn distance(&self, truth: &Truth<'_>, request: &Request) -> [u32; 5] {
        let NodeCount { min, max } = request.nodes;
        let changed = self.apply(request);
        let (start, from) = (changed.not_before, request.not_before);
        let (end, asked) = (changed.term.end(from), request.term.end(from));
        let rung = self.placement.map_or(0, |placement| {
            let rungs = rungs(truth, request);
            1 + rungs.iter().position(|rung| *rung == placement).unwrap() as u32
        });
        [
            start.since(from),
            self.nodes.map_or(0, |nodes| nodes.abs_diff(nodes.clamp(min, max))),
            end.since(asked).max(asked.since(end)),
            rung,
            u32::from(self.accelerator.is_some()),
        ]
    }

    /// For each thing that is changed, the changes of which it is one step nearer to the request;
    /// several where there is more than one way to step.
    fn closer(&self, truth: &Truth<'_>, request: &Request) -> Vec<Self> {
        let mut closer = Vec::new();
        let asked = request.nodes;
        if let Some(start) = self.start {
            let earlier = (0..start.since(request.not_before))
                .map(|later| Some(request.not_before.plus(later)));
            closer.extend(earlier.map(|start| Self { start, ..self.clone() }));
        }
        if let Some(nodes) = self.nodes {
            let nodes = if nodes < asked.min { nodes + 1 } else { nodes - 1 };
            let nodes = (nodes < asked.min || nodes > asked.max).then_some(nodes);
            closer.push(Self { nodes, ..self.clone() });
        }
        if let Some(term) = self.term {
            let (start, asked) = (self.start.unwrap_or(request.not_before), request.term);
            let [own, wanted] = [term, asked].map(|term| term.end(request.not_before));
            let mut terms = match own.cmp(&wanted) {
                Ordering::Less => vec![of_unit(term, term.count() + 1)],
                Ordering::Equal => Vec::new(),
                Ordering::Greater => vec![of_unit(term, term.count() - 1)],
            };
            // A finer unit is for where no whole number of a coarser one will do.
            if is_finer(term, request.term) {
                terms.push(request.term);
                for unit in [request.term, Term::Days(0)] {
                    let up_to = if term.end(start) > asked.end(start) { term } else { asked };
                    let coarser = in_unit_of(unit, up_to, start);
                    terms.extend(coarser.filter(|coarser| is_finer(term, *coarser)));
                }
            }
            closer.extend(terms.into_iter().map(|term| Self {
                term: Some(term).filter(|term| *term != request.term),
                ..self.clone()
            }));
        }
        if let Some(placement) = self.placement {
            let rungs = rungs(truth, request);
            let rung = rungs.iter().position(|rung| *rung == placement).unwrap();
            let placement = rung.checked_sub(1).map(|rung| rungs[rung]);
            closer.push(Self { placement, ..self.clone() });
        }
        if self.accelerator.is_some() {
            closer.push(Self { accelerator: None, ..self.clone() });
        }
        closer
    }
}

/// So many of the unit of `term`.
pub fn of_unit(term: Term, count: u32) -> Term {
    match term {
        Term::Hours(_) => Term::Hours(count),
        Term::Days(_) => Term::Days(count),
        Term::Months(_) => Term::Months(count),
    }
}

/// Whether it is counted in a smaller unit.
fn is_finer(term: Term, asked: Term) -> bool {
    let unit = |term| match term {
        Term::Hours(_) => 0,
        Term::Days(_) => 1,
        Term::Months(_) => 2,
    };
    unit(term) < unit(asked)
}

/// Terms of a unit that are shorter than the one asked, the longest first.
pub fn in_unit_of(unit: Term, asked: Term, start: Hour) -> impl Iterator<Item = Term> {
    let shorter = move |count: &u32| of_unit(unit, *count).end(start) < asked.end(start);
    let count = (1..).take_while(shorter).count() as u32;
    (1..=count).rev().map(move |count| of_unit(unit, count))
}

/// Placements looser than the one asked, the strictest first. A number of leaves that every block
/// asked has at most is no rung of its own.
pub fn rungs(truth: &Truth<'_>, request: &Request) -> Vec<Placement> {
    let leaves = |block: usize| truth.snapshot.blocks[block].leaves.len() as u32;
    let most = truth.asked(request).into_iter().map(leaves).max().unwrap_or(0);
    let mut rungs: Vec<Placement> = match request.placement {
        Placement::Any => return Vec::new(),
        Placement::OneLeaf => (2..most).map(Placement::Leaves).collect(),
        Placement::Leaves(asked) => (asked + 1..most).map(Placement::Leaves).collect(),
        Placement::SegmentsOf(asked) => {
            let divides = |part: &u32| asked.is_multiple_of(*part);
            (2..asked).rev().filter(divides).map(Placement::SegmentsOf).collect()
        }
    };
    rungs.push(Placement::Any);
    rungs
}

/// The nearest change of each kind with which `fits` is content, every other accelerator by
/// itself.
pub fn singles(
    truth: &Truth<'_>,
    request: &Request,
    fits: impl Fn(&Request) -> bool,
) -> Vec<Moved> {
    let unchanged = Moved::default;
    let fits = |moved: &Moved| fits(&moved.apply(request));
    let mut singles = Vec::new();

    let starts = truth.starts(&truth.asked(request), request).into_iter().skip(1);
    let starts = starts.map(|start| Moved { start: Some(start), ..unchanged() });
    singles.extend(starts.into_iter().find(fits));

    let with_nodes = |nodes| Moved { nodes: Some(nodes), ..unchanged() };
    let fewer = (1..request.nodes.min).rev().map(with_nodes).find(fits);
    // More where a call asks for more, whose least number is one of these.
    let call = request.call.as_ref().and_then(|id| truth.snapshot.call(id));
    let least = call.iter().flat_map(|call| &call.sizes).map(|size| size.min_nodes);
    let most = least.max().unwrap_or(0);
    let more = (request.nodes.max + 1..=most).map(with_nodes).find(fits);
    singles.extend(fewer.into_iter().chain(more));

    let with_term = |term| Moved { term: Some(term), ..unchanged() };
    let start = request.not_before;
    // In its own unit, else in days, else in hours.
    let mut units = vec![request.term, Term::Days(0), Term::Hours(0)];
    units.retain(|unit| !is_finer(request.term, *unit));
    let shorter = units
        .iter()
        .find_map(|unit| in_unit_of(*unit, request.term, start).map(with_term).find(fits));
    // Longer where the call asks for longer: the first of a unit that is long enough.
    let shortest = call.and_then(|call| call.term.min).map_or(start, |min| min.end(start));
    let too_short = request.term.end(start) < shortest;
    let longer = units.into_iter().filter(|_| too_short).find_map(|unit| {
        let long_enough = |term: &Term| term.end(start) >= shortest;
        let first = (1..).map(|count| of_unit(unit, count)).find(long_enough);
        first.map(with_term).filter(fits)
    });
    singles.extend(shorter.into_iter().chain(longer));

    let looser = rungs(truth, request).into_iter();
    let looser = looser.map(|placement| Moved { placement: Some(placement), ..unchanged() });
    singles.extend(looser.into_iter().find(fits));

    let others = truth.snapshot.accelerators.iter().map(|accelerator| accelerator.id.clone());
    let others = others.filter(|id| !request.accelerators.contains(id));
    let others = others.map(|id| Moved { accelerator: Some(id), ..unchanged() });
    singles.extend(others.filter(fits));
    singles
}

/// What is wrong with these as the nearest requests that fit.
pub fn wrong_with_nearest(truth: &Truth<'_>, request: &Request, all: &[Near]) -> Option<String> {
    if truth.fits_somewhere(request) {
        return (!all.is_empty()).then(|| "the request itself fits".into());
    }
    if all.len() > 12 {
        return Some("more than twelve".into());
    }
    if !all.is_sorted_by_key(|near| near.moved.count()) {
        return Some("not the fewest changes first".into());
    }
    for near in all {
        let wrong = wrong_with_one(truth, request, near);
        if let Some(wrong) = wrong {
            return Some(format!("{wrong}, in {near:?}"));
        }
    }
    let distances: Vec<[u32; 5]> =
        all.iter().map(|near| near.moved.distance(truth, request)).collect();
    for (index, near) in all.iter().enumerate() {
        let rest = (0..all.len()).filter(|other| *other != index);
        for other in rest {
            if all[other].moved == near.moved {
                return Some(format!("twice the same, {near:?}"));
            }
            if dominates(&distances[other], &distances[index]) {
                return Some(format!("dominated, {near:?} by {:?}", all[other]));
            }
        }
    }
    let singles = singles(truth, request, |changed| truth.fits_somewhere(changed));
    for single in &singles {
        let distance = single.distance(truth, request);
        let listed = all.iter().any(|near| near.moved == *single);
        // Another accelerator that is accepted may need a smaller change, of another unit.
        let nearer = singles.iter().chain(all.iter().map(|near| &near.moved));
        let mut nearer = nearer.map(|other| other.distance(truth, request));
        if !listed && !nearer.any(|other| dominates(&other, &distance)) {
            return Some(format!("a single change is missing, {single:?}"));
        }
    }
    None
}

/// Whether one is at least as near in every respect, and nearer in one.
pub fn dominates(one: &[u32; 5], other: &[u32; 5]) -> bool {
    one != other && one.iter().zip(other).all(|(one, other)| one <= other)
}

fn wrong_with_one(truth: &Truth<'_>, request: &Request, near: &Near) -> Option<String> {
    let Moved { start, nodes, term, placement, accelerator } = &near.moved;
    let changed = near.moved.apply(request);
    let asked = request.nodes;
    let call = request.call.as_ref().and_then(|id| truth.snapshot.call(id));
    let least = |nodes: &u32| call.iter().flat_map(|it| &it.sizes).any(|it| it.min_nodes == *nodes);
    let shortest = call.and_then(|call| call.term.min);
    let too_short = |term: Term| {
        shortest.is_some_and(|min| term.end(changed.not_before) < min.end(changed.not_before))
    };
    let is_a_change = near.moved.count() > 0
        && start.is_none_or(|start| start > request.not_before)
        && nodes.is_none_or(|nodes| nodes < asked.min || (nodes > asked.max && least(&nodes)))
        && placement.is_none_or(|placement| rungs(truth, request).contains(&placement))
        && accelerator.as_ref().is_none_or(|id| !request.accelerators.contains(id))
        && term.is_none_or(|term| {
            let (from, asked) = (request.not_before, request.term);
            let is_longer = term.end(from) > asked.end(from);
            !is_finer(asked, term) && term != asked && (!is_longer || too_short(asked))
        });
    if !is_a_change {
        return Some("not a change of its kind".into());
    }
    // The first block that it fits, and the fewest nodes that meet it there.
    let fits = |block: &usize| truth.at_once(*block, &changed).is_some();
    let (start, end) = (changed.not_before, changed.term.end(changed.not_before));
    let nodes = fewest_nodes(truth.snapshot, near.block, &changed);
    let first = truth.asked(request).into_iter().find(fits);
    if (first, Times { start, end, nodes }) != (Some(near.block), near.times) {
        return Some(format!("the first block that it fits is {first:?}, of {nodes} nodes"));
    }
    let fits = |moved: &Moved| truth.fits_somewhere(&moved.apply(request));
    let closer = near.moved.closer(truth, request).into_iter().find(fits)?;
    Some(format!("one step closer fits, {closer:?}"))
}
