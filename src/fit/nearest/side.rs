//! Candidates of the nearest requests on one accelerator.

use super::candidate::Candidate;
use super::distance::Distance;
use crate::fit::ask::Ask;
use crate::fit::availability_at::AvailabilityAt;
use crate::fit::bounds::Bounds;
use crate::fit::change::nearest_term;
use crate::fit::posed::Posed;
use crate::fit::question::Question;
use crate::model::{Call, Hour, NodeCount, Placement, Request, SizeRule, Term};

/// Maximum number of trades tried for each pair of changes.
const TRADES: u32 = 4;

/// Blocks of one accelerator.
pub(super) struct AcceleratorSide<'a> {
    /// Id of the accelerator.
    pub accelerator: &'a str,
    pub blocks: Vec<&'a Posed<'a>>,
}

impl<'a> AcceleratorSide<'a> {
    /// Returns `true` if the request does not accept this accelerator.
    pub(super) fn is_other(&self) -> bool {
        self.blocks.first().is_some_and(|posed| !posed.question.ask.accepted)
    }

    /// Returns `ask` as a candidate with its distance, or `None` if it fits no block here.
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
            block_index: question.block_index,
            nodes: question.fewest_nodes(),
            distance: Distance::new(request, ask, rung, self.is_other()),
        })
    }

    /// Returns asks near the request, single changes before pairs.
    ///
    /// `rungs` are the looser placements, the nearest first.
    pub(super) fn near(&self, rungs: &[Placement]) -> Vec<Ask> {
        let Some(asked) = self.asked() else { return Vec::new() };
        let bounds = self.bounds(&asked);
        let at_once = allowed_term(&bounds, &asked, asked.not_before, Hour::MAX);
        let base = at_once.map(|term| Ask { term, ..asked });
        let mut near: Vec<Ask> = match base {
            Some(base) if self.fits(&base).is_some() => vec![base],
            Some(base) => self.around(&base, rungs).into_iter().flatten().collect(),
            None => Vec::new(),
        };
        if base != Some(asked) && bounds.depend_on_date() {
            // From a later start the call may allow the term as it is.
            near.extend(self.around(&asked, rungs).into_iter().flatten());
        }
        if near.is_empty() {
            // More than two changes are needed: try the smallest request, as early as it fits.
            let anything = Ask {
                nodes: NodeCount::exactly(1),
                term: bounds.min.unwrap_or(Term::Hours(1)),
                placement: rungs.last().copied().unwrap_or(asked.placement),
                not_before: Hour::LATEST,
                ..asked
            };
            near.extend(self.as_near_as(&anything, rungs));
        }
        near
    }

    /// Returns an ask that fits here and is no farther than `ask` in any dimension, if there is
    /// one.
    pub(super) fn as_near_as(&self, ask: &Ask, rungs: &[Placement]) -> Option<Ask> {
        let asked = self.asked()?;
        let mut start = Ask { accepted: true, not_before: asked.not_before, ..*ask };
        if ask.nodes.min >= asked.nodes.min {
            // As many as asked, or as many more as the other side's rules demand.
            start.nodes = asked.nodes;
        } else if let Some(size) = self.size_rule() {
            start.nodes = NodeCount::exactly(ask.nodes.min.max(size.min_nodes));
        }
        let mut latest = ask.not_before;
        loop {
            let ask = self.later(start, latest.plus(1))?;
            let ask = self.placed(ask, &asked, rungs)?;
            let whole = Ask { nodes: asked.nodes, ..ask };
            let ask = if self.fits(&whole).is_some() { whole } else { self.fewer(ask, &asked)? };
            let ask = self.nearest_term(ask)?;
            // If the date decides what is allowed, an earlier start may allow this new term.
            if ask.term == start.term || !self.bounds(&asked).depend_on_date() {
                return Some(ask);
            }
            latest = ask.not_before;
            start = Ask { not_before: asked.not_before, ..ask };
        }
    }

    fn call(&self) -> Option<&'a Call> {
        self.blocks.first().and_then(|posed| posed.question.call)
    }

    fn size_rule(&self) -> Option<&'a SizeRule> {
        self.blocks.first().and_then(|posed| posed.question.size_rule())
    }

    /// Returns the shortest and longest term that the call allows, compared with the term asked.
    fn bounds(&self, asked: &Ask) -> Bounds {
        Bounds::new(self.call(), asked.term)
    }

    /// Returns the ask with its nodes moved as near to the request as the call allows; `None` if
    /// the call allows none.
    fn asked(&self) -> Option<Ask> {
        let ask = Ask { accepted: true, ..self.blocks.first()?.question.ask };
        let Some(call) = self.call() else { return Some(ask) };
        let size = self.size_rule()?;
        let nodes = match ask.nodes {
            NodeCount { max, .. } if max < size.min_nodes => NodeCount::exactly(size.min_nodes),
            NodeCount { min, .. } if min > size.max_nodes => NodeCount::exactly(size.max_nodes),
            nodes => nodes,
        };
        call.admits(ask.class).then_some(Ask { nodes, ..ask })
    }

    /// Returns asks near `base`, which does not fit at once: four single changes, then pairs.
    fn around(&self, base: &Ask, rungs: &[Placement]) -> Vec<Option<Ask>> {
        let last = self.later(*base, Hour::MAX);
        let (fewest, shortest) = (self.fewer(*base, base), self.nearest_term(*base));
        let mut near = vec![last, fewest, shortest, self.placed(*base, base, rungs)];
        // A start as late as that of the single change makes the second change superfluous.
        let before = last.map_or(Hour::MAX, |ask| ask.not_before);
        for nodes in targets(fewest.map_or(0, |ask| ask.nodes.min), base.nodes.min) {
            let ask = Ask { nodes: NodeCount::exactly(nodes), ..*base };
            near.push(self.later(ask, before).and_then(|ask| self.fewer(ask, base)));
            near.push(self.nearest_term(ask).and_then(|ask| self.fewer(ask, base)));
        }
        for term in term_targets(base.term, shortest.map(|ask| ask.term)) {
            let later = self.later(Ask { term, ..*base }, before);
            near.push(later.and_then(|ask| self.nearest_term(ask)));
        }
        if let Some(&placement) = rungs.last() {
            let loose = Ask { placement, ..*base };
            let pairs =
                [self.later(loose, before), self.fewer(loose, base), self.nearest_term(loose)];
            near.extend(pairs.map(|ask| self.placed(ask?, base, rungs)));
        }
        near
    }

    /// Returns the ask at its earliest start in any of the blocks, before `before` (exclusive).
    fn later(&self, ask: Ask, mut before: Hour) -> Option<Ask> {
        let mut earliest = None;
        for posed in &self.blocks {
            let question = posed.question.with(ask);
            if question.may_be_allowed()
                && let Some(start) = question.earliest(question.fewest_nodes(), before)
            {
                // The next block is only asked for an earlier start than this one.
                (before, earliest) = (start, Some(start));
            }
        }
        Some(Ask { not_before: earliest?, ..ask })
    }

    /// Returns the ask with the most nodes that fit at once, fewer than those of `base`.
    fn fewer(&self, ask: Ask, base: &Ask) -> Option<Ask> {
        let mut most = None;
        self.for_each_block(&ask, &mut |question, opening| {
            let allowed = question.size_rule().map_or(u32::MAX, |size| size.max_nodes);
            let free = opening.usable_nodes(ask.end(), ask.placement);
            let nodes = free.min(allowed).min(base.nodes.min.saturating_sub(1));
            let exactly = Ask { nodes: NodeCount::exactly(nodes), ..ask };
            if Some(nodes) > most && nodes >= 1 && question.with(exactly).fits_at_once(opening) {
                most = Some(nodes);
            }
            true
        });
        Some(Ask { nodes: NodeCount::exactly(most?), ..ask })
    }

    /// Returns the ask with the term that fits at once and is nearest to the one asked.
    fn nearest_term(&self, ask: Ask) -> Option<Ask> {
        let asked = self.asked()?;
        let bounds = self.bounds(&asked);
        let mut nearest: Option<(Hour, Ask)> = None;
        self.for_each_block(&ask, &mut |question, opening| {
            let until = opening.free_until(question.fewest_nodes(), ask.placement);
            let latest = until.min(question.latest_end());
            // The later the end may be, the nearer the term.
            if nearest.is_none_or(|(known, _)| latest > known)
                && let Some(term) = allowed_term(&bounds, &asked, ask.not_before, latest)
                && let ask = (Ask { term, ..ask })
                && question.with(ask).fits_at_once(opening)
            {
                nearest = Some((latest, ask));
            }
            true
        });
        nearest.map(|(_, ask)| ask)
    }

    /// Returns the ask with the strictest placement that fits at once: that of `base`, then the
    /// rungs.
    fn placed(&self, ask: Ask, base: &Ask, rungs: &[Placement]) -> Option<Ask> {
        let placements = core::iter::once(&base.placement).chain(rungs);
        let mut asks = placements.map(|&placement| Ask { placement, ..ask });
        asks.find(|ask| self.fits(ask).is_some())
    }

    /// Returns the question about the first block that the ask fits at once.
    fn fits(&self, ask: &Ask) -> Option<Question<'a>> {
        let mut fitting = None;
        self.for_each_block(ask, &mut |question, opening| {
            fitting = question.fits_at_once(opening).then_some(question);
            fitting.is_none()
        });
        fitting
    }

    /// Calls `act` with the question about every block and the holes open there at the ask's start,
    /// until it returns `false`.
    ///
    /// Holes shorter than the term may be left out.
    fn for_each_block(
        &self,
        ask: &Ask,
        act: &mut dyn FnMut(Question<'a>, &AvailabilityAt<'_>) -> bool,
    ) {
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

/// Yields up to [`TRADES`] numbers, spread evenly between `few` and `many` (both exclusive).
fn targets(few: u32, many: u32) -> impl Iterator<Item = u32> {
    let between = many.saturating_sub(few).saturating_sub(1);
    let count = between.min(TRADES);
    (1..=count).map(move |step| few + step * (between + 1) / (count + 1))
}

/// Yields terms between the one that fits at once and the one asked, in the unit asked.
fn term_targets(asked: Term, shortest: Option<Term>) -> impl Iterator<Item = Term> {
    let same_unit = shortest.filter(|term| term.with_count(asked.count()) == asked);
    let few = same_unit.map_or(0, Term::count);
    targets(few, asked.count()).map(move |count| asked.with_count(count))
}

/// Returns the term nearest to the one asked that the call allows from `start` on and that ends by
/// `latest`.
fn allowed_term(bounds: &Bounds, asked: &Ask, start: Hour, latest: Hour) -> Option<Term> {
    let (least, most) = bounds.ends(start);
    nearest_term(asked, start, (least, latest.min(most)))
}
