//! What is near on one side of the choice of accelerators.

use super::Candidate;
use super::distance::Distance;
use crate::fit::change::{longest_in_unit, looser};
use crate::fit::opening::Opening;
use crate::fit::question::{Ask, Posed, Question};
use crate::model::{Hour, NodeCount, Placement, Request, Term};
use std::borrow::Cow;

/// How many trades are tried of each pair of changes.
const TRADES: u32 = 4;

/// The blocks of the accelerators that are accepted, or of another one.
pub(super) struct Side<'a> {
    /// The accelerator, where it is another one.
    pub accelerator: Option<&'a str>,
    pub blocks: Vec<&'a Posed<'a>>,
}

impl<'a> Side<'a> {
    /// Requests that fit, single changes first.
    pub(super) fn candidates(&self, request: &Request) -> Vec<Candidate<'a>> {
        let Some(asked) = self.blocks.first().map(|posed| posed.question.ask) else {
            return Vec::new();
        };
        let Some(base) = self.legal(&Ask { accepted: true, ..asked }) else { return Vec::new() };
        let rungs = self.looser(base.placement);
        let candidate = |ask: Ask| {
            let question = self.fits(&ask)?;
            let rung = rungs.iter().position(|&rung| rung == ask.placement);
            let rung = rung.map_or(0, |rung| rung as u32 + 1);
            Some(Candidate {
                ask,
                accelerator: self.accelerator,
                block: question.place,
                nodes: question.fewest_nodes(),
                distance: Distance::new(request, &ask, rung, self.accelerator.is_some()),
            })
        };
        let near = if self.fits(&base).is_some() { vec![base] } else { self.near(&base, &rungs) };
        near.into_iter().filter_map(candidate).collect()
    }

    /// The ask as near as the call allows: nodes and term moved into its bounds.
    fn legal(&self, ask: &Ask) -> Option<Ask> {
        let call = self.blocks.first()?.question.call;
        let Some(call) = call else { return Some(*ask) };
        let NodeCount { min, max } = ask.nodes;
        let offered = self.blocks.iter().filter_map(|posed| posed.question.size_rule());
        // As asked, the least of those above, or the most of those below.
        let nearest = offered.map(|size| match (size.min_nodes, size.max_nodes) {
            (least, _) if max < least => NodeCount::exactly(least),
            (_, most) if min > most => NodeCount::exactly(most),
            _ => ask.nodes,
        });
        let away =
            |nodes: &NodeCount| min.saturating_sub(nodes.min) + nodes.min.saturating_sub(max);
        let nodes = nearest.min_by_key(away)?;
        let start = ask.not_before;
        let end = ask.end();
        let too_short = call.term.min.filter(|least| end < least.end(start));
        let too_long = call.term.max.filter(|most| end > most.end(start));
        let term = match (too_short, too_long) {
            (Some(least), _) => least,
            (_, Some(most)) => longest_in_unit(ask.term, start, most.end(start))?,
            _ => ask.term,
        };
        call.admits(ask.class).then_some(Ask { nodes, term, ..*ask })
    }

    /// The placements that are looser, as far as they differ for some block.
    fn looser(&self, placement: Placement) -> Vec<Placement> {
        let leaves = self.blocks.iter().map(|posed| posed.question.calendar.leaves().count());
        looser(placement, leaves.max().unwrap_or(0) as u32)
    }

    /// Requests near to `base`, which is allowed but does not fit at once.
    fn near(&self, base: &Ask, rungs: &[Placement]) -> Vec<Ask> {
        let mut near = Vec::new();
        let later = |ask: Ask, before: Hour| {
            let start = self.earliest(&ask, before)?;
            Some(Ask { not_before: start, ..ask })
        };
        let fewer = |ask: Ask| {
            let nodes = self.most_nodes(&ask, base.nodes.min)?;
            Some(Ask { nodes: NodeCount::exactly(nodes), ..ask })
        };
        let shorter = |ask: Ask| Some(Ask { term: self.longest(&ask, base.term)?, ..ask });
        // The strictest placement that still does.
        let placed = |ask: Ask| {
            let placements = core::iter::once(base.placement).chain(rungs.iter().copied());
            let mut asks = placements.map(|placement| Ask { placement, ..ask });
            asks.find(|ask| self.fits(ask).is_some())
        };

        let last = later(*base, Hour::MAX);
        let (fewest, shortest) = (fewer(*base), shorter(*base));
        near.extend([last, fewest, shortest, placed(*base)].into_iter().flatten());

        // A start as late as that of the single change is no trade.
        let before = last.map_or(Hour::MAX, |ask| ask.not_before);
        let nodes: Vec<Ask> = self.node_targets(base, fewest).collect();
        near.extend(nodes.iter().filter_map(|&ask| fewer(later(ask, before)?)));
        near.extend(nodes.iter().filter_map(|&ask| fewer(shorter(ask)?)));
        let terms = term_targets(base, shortest);
        near.extend(terms.into_iter().filter_map(|ask| shorter(later(ask, before)?)));
        if let Some(&loosest) = rungs.last() {
            let loose = Ask { placement: loosest, ..*base };
            let pairs = [later(loose, before), fewer(loose), shorter(loose)];
            near.extend(pairs.into_iter().flatten().filter_map(placed));
        }
        near
    }

    /// Numbers of nodes between those free at once and those asked.
    fn node_targets(&self, base: &Ask, fewest: Option<Ask>) -> impl Iterator<Item = Ask> {
        let (few, base) = (fewest.map_or(0, |ask| ask.nodes.min), *base);
        let nodes = targets(few, base.nodes.min).into_iter().map(NodeCount::exactly);
        nodes.map(move |nodes| Ask { nodes, ..base })
    }

    /// The first block that the ask fits at once.
    fn fits(&self, ask: &Ask) -> Option<Question<'a>> {
        self.each(ask)
            .find_map(|(question, opening)| question.fits_at_once(&opening).then_some(question))
    }

    /// The earliest start in any of the blocks, before `before`.
    fn earliest(&self, ask: &Ask, mut before: Hour) -> Option<Hour> {
        let mut earliest = None;
        for posed in &self.blocks {
            let question = posed.question.with(*ask);
            if question.is_allowed()
                && let Some(start) = question.earliest(question.fewest_nodes(), before)
            {
                (before, earliest) = (start, Some(start));
            }
        }
        earliest
    }

    /// The most nodes that fit at once, fewer than `below`.
    fn most_nodes(&self, ask: &Ask, below: u32) -> Option<u32> {
        let most = self.each(ask).filter_map(|(question, opening)| {
            let allowed = question.size_rule().map_or(u32::MAX, |size| size.max_nodes);
            let free = opening.capacity(ask.end(), ask.placement);
            let nodes = free.min(allowed).min(below.saturating_sub(1));
            let exactly = Ask { nodes: NodeCount::exactly(nodes), ..*ask };
            (nodes >= 1 && question.with(exactly).fits_at_once(&opening)).then_some(nodes)
        });
        most.max()
    }

    /// The longest term that fits at once, up to `most`.
    fn longest(&self, ask: &Ask, most: Term) -> Option<Term> {
        let start = ask.not_before;
        let terms = self.each(ask).filter_map(|(question, opening)| {
            let until = opening.free_until(question.fewest_nodes(), ask.placement);
            let term = longest_in_unit(most, start, until.min(question.latest_end()))?;
            let shorter = Ask { term, ..*ask };
            question.with(shorter).fits_at_once(&opening).then_some(term)
        });
        terms.max_by_key(|term| term.end(start))
    }

    /// The ask of every block, and what is free there at its start for long enough.
    fn each(&self, ask: &Ask) -> impl Iterator<Item = (Question<'a>, Cow<'a, Opening<'a>>)> {
        let ask = *ask;
        self.blocks.iter().map(move |posed| {
            let question = posed.question.with(ask);
            let opening = if ask.not_before == posed.opening.start {
                Cow::Borrowed(&posed.opening)
            } else {
                let hours = ask.term.least_hours();
                Cow::Owned(question.calendar.opening(ask.not_before, hours))
            };
            (question, opening)
        })
    }
}

/// Numbers spread evenly between two numbers, neither included.
fn targets(few: u32, many: u32) -> Vec<u32> {
    let between = many.saturating_sub(few).saturating_sub(1);
    let count = between.min(TRADES);
    (1..=count).map(|step| few + step * (between + 1) / (count + 1)).collect()
}

/// Terms between the one that fits at once and the one asked, in the unit asked.
fn term_targets(base: &Ask, shortest: Option<Ask>) -> Vec<Ask> {
    let shortest = shortest.map(|ask| ask.term);
    let (unit, most, few): (fn(u32) -> Term, _, _) = match (base.term, shortest) {
        (Term::Hours(most), Some(Term::Hours(few))) => (Term::Hours, most, few),
        (Term::Days(most), Some(Term::Days(few))) => (Term::Days, most, few),
        (Term::Months(most), Some(Term::Months(few))) => (Term::Months, most, few),
        (Term::Hours(most), _) => (Term::Hours, most, 0),
        (Term::Days(most), _) => (Term::Days, most, 0),
        (Term::Months(most), _) => (Term::Months, most, 0),
    };
    targets(few, most).into_iter().map(|count| Ask { term: unit(count), ..*base }).collect()
}
