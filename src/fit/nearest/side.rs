//! What is near on one side of the choice of accelerators.

use super::candidate::Candidate;
use super::distance::Distance;
use crate::fit::ask::Ask;
use crate::fit::availability_at::AvailabilityAt;
use crate::fit::bounds::Bounds;
use crate::fit::change::nearest_term;
use crate::fit::posed::Posed;
use crate::fit::question::Question;
use crate::model::{Call, Hour, NodeCount, Placement, Request, SizeRule, Term};

/// How many trades are tried of each pair of changes.
const TRADES: u32 = 4;

/// The blocks of one accelerator.
pub(super) struct AcceleratorSide<'a> {
    /// The accelerator.
    pub accelerator: &'a str,
    pub blocks: Vec<&'a Posed<'a>>,
}

impl<'a> AcceleratorSide<'a> {
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
            // From a later start the term may be allowed as it is.
            near.extend(self.around(&asked, rungs).into_iter().flatten());
        }
        if near.is_empty() {
            // It takes more than two changes: as early as anything at all fits.
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

    /// A request here that is as near as `ask` in everything, or nearer, where there is one.
    pub(super) fn as_near_as(&self, ask: &Ask, rungs: &[Placement]) -> Option<Ask> {
        let asked = self.asked()?;
        let mut start = Ask { accepted: true, not_before: asked.not_before, ..*ask };
        if ask.nodes.min >= asked.nodes.min {
            // As many as asked, or more where another side has to ask for more.
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
            // Where the date decides, another term may be allowed from an earlier start.
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

    /// How long the call lets the use last that was asked for.
    fn bounds(&self, asked: &Ask) -> Bounds {
        Bounds::new(self.call(), asked.term)
    }

    /// What was asked, the nodes as near to it as the call allows; `None` where it allows none.
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

    /// Requests near to `base`, which does not fit at once.
    fn around(&self, base: &Ask, rungs: &[Placement]) -> Vec<Option<Ask>> {
        let last = self.later(*base, Hour::MAX);
        let (fewest, shortest) = (self.fewer(*base, base), self.nearest_term(*base));
        let mut near = vec![last, fewest, shortest, self.placed(*base, base, rungs)];
        // A start as late as that of the single change is no trade.
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

    /// The ask at its earliest start in any of the blocks, before `before`.
    fn later(&self, ask: Ask, mut before: Hour) -> Option<Ask> {
        let mut earliest = None;
        for posed in &self.blocks {
            let question = posed.question.with(ask);
            if question.may_be_allowed()
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
        self.for_each_block(&ask, &mut |question, opening| {
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

    /// The ask with the term nearest to the one asked that fits at once.
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

    /// The ask with the strictest placement that fits at once.
    fn placed(&self, ask: Ask, base: &Ask, rungs: &[Placement]) -> Option<Ask> {
        let placements = core::iter::once(&base.placement).chain(rungs);
        let mut asks = placements.map(|&placement| Ask { placement, ..ask });
        asks.find(|ask| self.fits(ask).is_some())
    }

    /// The first block that the ask fits at once.
    fn fits(&self, ask: &Ask) -> Option<Question<'a>> {
        let mut fitting = None;
        self.for_each_block(ask, &mut |question, opening| {
            fitting = question.fits_at_once(opening).then_some(question);
            fitting.is_none()
        });
        fitting
    }

    /// Calls `act` with the ask of every block, and what is free there at its start for long
    /// enough, until it says false.
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

/// The term nearest to the one asked that the call allows from `start` on, and that ends by
/// `latest`.
fn allowed_term(bounds: &Bounds, asked: &Ask, start: Hour, latest: Hour) -> Option<Term> {
    let (least, most) = bounds.ends(start);
    nearest_term(asked, start, (least, latest.min(most)))
}
