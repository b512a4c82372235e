//! What is near on one side of the choice of accelerators.

use super::candidate::Candidate;
use super::distance::Distance;
use crate::fit::ask::Ask;
use crate::fit::change::longest_in_unit;
use crate::fit::opening::Opening;
use crate::fit::posed::Posed;
use crate::fit::question::Question;
use crate::model::{Hour, NodeCount, Placement, Request, SizeRule, Term};

/// How many trades are tried of each pair of changes.
const TRADES: u32 = 4;

/// The blocks of one accelerator.
pub(super) struct Side<'a> {
    /// The accelerator.
    pub accelerator: &'a str,
    pub blocks: Vec<&'a Posed<'a>>,
}

impl<'a> Side<'a> {
    /// Whether the request accepts another accelerator.
    pub(super) fn is_other(&self) -> bool {
        self.blocks.first().is_some_and(|posed| !posed.question.ask.accepted)
    }

    /// The ask with its distance, where it fits.
    pub(super) fn candidate(
        &self,
        ask: &Ask,
        request: &Request,
        rungs: &[Placement],
    ) -> Option<Candidate<'a>> {
        let question = self.fits(ask)?;
        let rung = rungs.iter().position(|&rung| rung == ask.placement);
        let rung = rung.map_or(0, |rung| rung as u32 + 1);
        Some(Candidate {
            ask: *ask,
            accelerator: self.is_other().then_some(self.accelerator),
            block: question.place,
            nodes: question.fewest_nodes(),
            distance: Distance::new(request, ask, rung, self.is_other()),
        })
    }

    /// Requests that are near, single changes first; `rungs` are the looser placements.
    pub(super) fn near(&self, rungs: &[Placement]) -> Vec<Ask> {
        let Some(base) = self.legal() else { return Vec::new() };
        if self.fits(&base).is_some() {
            return vec![base];
        }
        let mut near: Vec<Ask> = self.around(&base, rungs).into_iter().flatten().collect();
        if near.is_empty() {
            // It takes more than two changes: as early as anything at all fits.
            let anything = Ask {
                nodes: NodeCount::exactly(1),
                term: base.term.with_count(1),
                placement: rungs.last().copied().unwrap_or(base.placement),
                not_before: Hour::LATEST,
                ..base
            };
            near.extend(self.as_near_as(&anything, rungs));
        }
        near
    }

    /// A request here that is as near as `ask` in everything, or nearer, where there is one.
    pub(super) fn as_near_as(&self, ask: &Ask, rungs: &[Placement]) -> Option<Ask> {
        let base = self.legal()?;
        let mut start = Ask { accepted: true, not_before: base.not_before, ..*ask };
        if let Some(size) = self.size_rule().filter(|_| ask.nodes != base.nodes) {
            let nodes = ask.nodes.min.max(size.min_nodes).min(size.max_nodes);
            start.nodes = NodeCount::exactly(nodes);
        }
        let ask = self.later(start, ask.not_before.plus(1))?;
        let ask = self.placed(ask, &base, rungs)?;
        let whole = Ask { nodes: base.nodes, ..ask };
        let ask = if self.fits(&whole).is_some() { whole } else { self.fewer(ask, &base)? };
        self.shorter(ask, &base)
    }

    fn size_rule(&self) -> Option<&'a SizeRule> {
        self.blocks.first().and_then(|posed| posed.question.size_rule())
    }

    /// The ask as near as the call allows: nodes and term moved into its bounds.
    fn legal(&self) -> Option<Ask> {
        let first = self.blocks.first()?.question;
        let ask = Ask { accepted: true, ..first.ask };
        let Some(call) = first.call else { return Some(ask) };
        let size = self.size_rule()?;
        let nodes = match ask.nodes {
            NodeCount { max, .. } if max < size.min_nodes => NodeCount::exactly(size.min_nodes),
            NodeCount { min, .. } if min > size.max_nodes => NodeCount::exactly(size.max_nodes),
            nodes => nodes,
        };
        let (start, end) = (ask.not_before, ask.end());
        let too_short = call.term.min.map(|least| least.end(start)).filter(|&least| end < least);
        let too_long = call.term.max.map(|most| most.end(start)).filter(|&most| end > most);
        let term = match (too_short, too_long) {
            (Some(least), _) => shortest_in_unit(ask.term, start, least),
            (_, Some(most)) => longest_in_unit(ask.term, start, most)?,
            _ => ask.term,
        };
        call.admits(ask.class).then_some(Ask { nodes, term, ..ask })
    }

    /// Requests near to `base`, which is allowed but does not fit at once.
    fn around(&self, base: &Ask, rungs: &[Placement]) -> Vec<Option<Ask>> {
        let last = self.later(*base, Hour::MAX);
        let (fewest, shortest) = (self.fewer(*base, base), self.shorter(*base, base));
        let mut near = vec![last, fewest, shortest, self.placed(*base, base, rungs)];
        // A start as late as that of the single change is no trade.
        let before = last.map_or(Hour::MAX, |ask| ask.not_before);
        for nodes in targets(fewest.map_or(0, |ask| ask.nodes.min), base.nodes.min) {
            let ask = Ask { nodes: NodeCount::exactly(nodes), ..*base };
            near.push(self.later(ask, before).and_then(|ask| self.fewer(ask, base)));
            near.push(self.shorter(ask, base).and_then(|ask| self.fewer(ask, base)));
        }
        for term in term_targets(base.term, shortest.map(|ask| ask.term)) {
            let later = self.later(Ask { term, ..*base }, before);
            near.push(later.and_then(|ask| self.shorter(ask, base)));
        }
        if let Some(&placement) = rungs.last() {
            let loose = Ask { placement, ..*base };
            let pairs =
                [self.later(loose, before), self.fewer(loose, base), self.shorter(loose, base)];
            near.extend(pairs.map(|ask| self.placed(ask?, base, rungs)));
        }
        near
    }

    /// The ask at its earliest start in any of the blocks, before `before`.
    fn later(&self, ask: Ask, mut before: Hour) -> Option<Ask> {
        let mut earliest = None;
        for posed in &self.blocks {
            let question = posed.question.with(ask);
            if question.is_allowed()
                && let Some(start) = question.earliest(question.fewest_nodes(), before)
            {
                (before, earliest) = (start, Some(start));
            }
        }
        Some(Ask { not_before: earliest?, ..ask })
    }

    /// The ask with the most nodes that fit at once, fewer than those of `base`.
    fn fewer(&self, ask: Ask, base: &Ask) -> Option<Ask> {
        let mut most = None;
        self.each(&ask, &mut |question, opening| {
            let allowed = question.size_rule().map_or(u32::MAX, |size| size.max_nodes);
            let free = opening.capacity(ask.end(), ask.placement);
            let nodes = free.min(allowed).min(base.nodes.min.saturating_sub(1));
            let exactly = Ask { nodes: NodeCount::exactly(nodes), ..ask };
            if Some(nodes) > most && nodes >= 1 && question.with(exactly).fits_at_once(opening) {
                most = Some(nodes);
            }
            true
        });
        Some(Ask { nodes: NodeCount::exactly(most?), ..ask })
    }

    /// The ask with the longest term that fits at once, up to that of `base`.
    fn shorter(&self, ask: Ask, base: &Ask) -> Option<Ask> {
        let start = ask.not_before;
        let mut longest: Option<Term> = None;
        self.each(&ask, &mut |question, opening| {
            let until = opening.free_until(question.fewest_nodes(), ask.placement);
            let latest = until.min(question.latest_end());
            if let Some(term) = longest_in_unit(base.term, start, latest)
                && longest.is_none_or(|longest| term.end(start) > longest.end(start))
                && question.with(Ask { term, ..ask }).fits_at_once(opening)
            {
                longest = Some(term);
            }
            true
        });
        Some(Ask { term: longest?, ..ask })
    }

    /// The ask with the strictest placement that fits at once.
    fn placed(&self, ask: Ask, base: &Ask, rungs: &[Placement]) -> Option<Ask> {
        let placements = core::iter::once(&base.placement).chain(rungs);
        let mut asks = placements.map(|&placement| Ask { placement, ..ask });
        asks.find(|ask| self.fits(ask).is_some())
    }

    /// The first block that the ask fits at once.
    fn fits(&self, ask: &Ask) -> Option<Question<'a>> {
        let mut fitting = None;
        self.each(ask, &mut |question, opening| {
            fitting = question.fits_at_once(opening).then_some(question);
            fitting.is_none()
        });
        fitting
    }

    /// Calls `act` with the ask of every block, and what is free there at its start for long
    /// enough, until it says false.
    fn each(&self, ask: &Ask, act: &mut dyn FnMut(Question<'a>, &Opening<'_>) -> bool) {
        for posed in &self.blocks {
            let question = posed.question.with(*ask);
            let go_on = if ask.not_before == posed.opening.start {
                act(question, &posed.opening)
            } else {
                let hours = ask.term.least_hours();
                act(question, &question.calendar.opening(ask.not_before, hours))
            };
            if !go_on {
                return;
            }
        }
    }
}

/// Numbers spread evenly between two numbers, neither included.
fn targets(few: u32, many: u32) -> impl Iterator<Item = u32> {
    let between = many.saturating_sub(few).saturating_sub(1);
    let count = between.min(TRADES);
    (1..=count).map(move |step| few + step * (between + 1) / (count + 1))
}

/// Terms between the one that fits at once and the one asked, in the unit asked.
fn term_targets(asked: Term, shortest: Option<Term>) -> impl Iterator<Item = Term> {
    let same_unit = shortest.filter(|term| term.with_count(asked.count()) == asked);
    let few = same_unit.map_or(0, Term::count);
    targets(few, asked.count()).map(move |count| asked.with_count(count))
}

/// The shortest term in the unit of `term` that ends at `least` or later.
fn shortest_in_unit(term: Term, start: Hour, least: Hour) -> Term {
    let hours = least.since(start);
    match term {
        Term::Hours(_) => Term::Hours(hours),
        Term::Days(_) => Term::Days(hours.div_ceil(24)),
        Term::Months(_) => {
            // A month has at most 31 days, so this begins low enough.
            let months = (hours / (31 * 24)..).map(Term::Months);
            months.into_iter().find(|term| term.end(start) >= least).unwrap_or(term)
        }
    }
}
