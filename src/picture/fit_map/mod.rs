//! The fit map: which starts and sizes fit, with the request as a mark on it.
//!
//! Time to the right, nodes or terms upward; all that lies under the edge fits. A mark on the edge
//! still does.

mod barrier;
mod scale;
mod table;

use super::svg_path::staircase;
use super::time_axis::{TimeAxis, WIDTH};
use crate::fit::{Calendars, Change, MapAsk, fit_map};
use crate::model::{Call, Hour, Layer, Request, Scenario, Snapshot, Term};
use crate::words::catalogue::{Entry, pictures as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::table::Table;
use barrier::Barrier;
use scale::Scale;

/// The height of the picture.
pub const HEIGHT: u32 = 240;

/// What goes upward on the map.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum MapBy {
    /// Nodes, for the term asked.
    #[default]
    Nodes,
    /// Terms, for the nodes asked.
    Term,
}

impl MapBy {
    /// Both, in the order shown.
    pub const ALL: [Self; 2] = [Self::Nodes, Self::Term];

    /// The name in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nodes => "nodes",
            Self::Term => "term",
        }
    }

    /// The one with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|by| by.id() == id)
    }
}

/// A place on the map: a start, and how high.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// The start.
    pub start: Hour,
    /// Nodes, or the number of a term, from 1.
    pub value: u32,
}

/// Words beside a point of the picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// Where it is, on the axis of time.
    pub x: u32,
    /// How far down.
    pub y: u32,
    /// The words.
    pub text: String,
}

/// Sizes that the call allows: all between two heights.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Band {
    /// Its upper edge.
    pub top: u32,
    /// Its lower edge.
    pub bottom: u32,
    /// What it is.
    pub text: String,
}

/// The map with the request on it.
#[derive(Clone, PartialEq, Debug)]
pub struct FitMapView {
    /// What goes upward.
    pub by: MapBy,
    /// The starts.
    pub axis: TimeAxis,
    /// The edge of what fits, as SVG path data.
    pub line: String,
    /// All that fits.
    pub area: String,
    /// What goes upward, in words, with its unit.
    pub upward: String,
    /// Marks of the scale: how far down, and numbers.
    pub ticks: Vec<(u32, String)>,
    /// The request.
    pub mark: (u32, u32),
    /// How far up it would like to go, where it takes more nodes too.
    pub wish: Option<u32>,
    /// What the call allows.
    pub band: Option<Band>,
    /// How much fits at the start asked.
    pub limit: Note,
    /// The first start at which the request fits, where it does not at the one asked.
    pub first_fit: Option<Note>,
    /// Whether what it says to fit is exact; else it rests on sizes, inferences or assumptions.
    pub is_exact: bool,
    /// The request in words.
    pub value: String,
    /// The edge in words.
    pub sentence: String,
    /// The edge as a table.
    pub table: Table,
    place: Place,
    scale: Scale,
}

/// How much fits, start by start.
struct Edge {
    /// For each day: nodes, or how many of the terms; 0 where nothing does.
    tops: Vec<u32>,
    /// For each day: what rules out every size there is, before any node is counted.
    barriers: Vec<Option<Barrier>>,
}

impl Edge {
    fn at(&self, day: u32) -> u32 {
        self.tops.get(day as usize).copied().unwrap_or(0)
    }

    /// What rules out every size on this day.
    fn barrier(&self, day: u32) -> Option<Barrier> {
        self.barriers.get(day as usize).copied().flatten()
    }

    /// The first days of runs of equal tops, for the same reason where they are 0.
    fn runs(&self) -> Vec<(u32, u32)> {
        let mut runs: Vec<(u32, u32)> = Vec::new();
        for (day, &top) in (0..).zip(&self.tops) {
            let is_alike =
                |run: &(u32, u32)| run.1 == top && self.barrier(run.0) == self.barrier(day);
            if !runs.last().is_some_and(is_alike) {
                runs.push((day, top));
            }
        }
        runs
    }

    /// The first day from `day` on at which so much fits.
    fn first_fit(&self, day: u32, value: u32) -> Option<u32> {
        let later = self.tops.get(day as usize..)?.iter();
        later.zip(day..).find(|(top, _)| **top >= value).map(|(_, day)| day)
    }

    /// The first day after `day` at which less fits than on it.
    fn falls(&self, day: u32) -> Option<u32> {
        let top = self.at(day);
        let later = self.tops.get(day as usize..)?.iter();
        later.zip(day..).find(|(other, _)| **other < top).map(|(_, day)| day)
    }
}

impl FitMapView {
    /// The map of a request, whose answer in short is `verdict`, on an axis that has its earliest
    /// start on it.
    #[must_use]
    pub fn new(
        scenario: &Scenario,
        calendars: &Calendars,
        request: &Request,
        by: MapBy,
        axis: TimeAxis,
        verdict: &str,
        lang: Lang,
    ) -> Self {
        let snapshot = &scenario.snapshot;
        let call = snapshot.call_of(request);
        let blocks = blocks(snapshot, request, call);
        let nodes = blocks.iter().filter_map(|&block| calendars.get(block)).map(|it| it.nodes());
        let scale = match by {
            MapBy::Nodes => Scale::nodes(nodes.max().unwrap_or(1)),
            MapBy::Term => Scale::terms(request.term),
        };
        let mut ask = MapAsk::new(snapshot, request, axis.days());
        ask.first = axis.from;
        if let Scale::Terms(terms) = &scale {
            ask.terms.clone_from(terms);
        }
        let map = fit_map(calendars, &blocks, &ask);
        let top = |day: u32| match by {
            MapBy::Nodes => map.most_nodes(day, 0),
            // The longer the term, the fewer nodes: the first that is too long is the end.
            MapBy::Term => {
                map.day(day).iter().take_while(|&&most| most >= request.nodes.min).count() as u32
            }
        };
        let shortest = match &scale {
            Scale::Nodes(_) => request.term,
            Scale::Terms(terms) => terms.first().copied().unwrap_or(request.term),
        };
        let barrier =
            |day: u32| Barrier::at(axis.day(day), shortest, request, call, blocks.is_empty());
        let edge = Edge {
            tops: (0..axis.days()).map(top).collect(),
            barriers: (0..axis.days()).map(barrier).collect(),
        };

        let place = Place {
            start: request.not_before,
            value: match &scale {
                Scale::Nodes(_) => request.nodes.min,
                Scale::Terms(terms) => {
                    (terms.iter().position(|term| *term == request.term).unwrap_or(0) + 1) as u32
                }
            },
        };
        let steps: Vec<(u32, u32)> =
            edge.runs().iter().map(|&(day, top)| (axis.x(axis.day(day)), scale.y(top))).collect();
        let (line, area) = staircase(&steps, WIDTH, HEIGHT);
        let allowed = call.and_then(|call| allowed(snapshot, call, request, &blocks, &scale));
        let words =
            InWords { request, call, allowed, axis, edge: &edge, scale: &scale, place, lang };
        let wish = (by == MapBy::Nodes && request.nodes.max > request.nodes.min)
            .then(|| scale.y(request.nodes.max));
        Self {
            by,
            axis,
            line,
            area,
            upward: scale.name(lang),
            ticks: scale.ticks(),
            mark: (middle(axis, axis.day_of(place.start)), scale.y(place.value)),
            wish,
            band: allowed.and_then(|allowed| band(allowed, &scale, lang)),
            limit: words.limit(),
            first_fit: words.first_fit(),
            is_exact: scenario.layer() == Layer::Snapshot,
            value: words.value(verdict),
            sentence: words.sentence(scenario.layer()),
            table: table::table(&edge, &scale, axis, request, lang),
            place,
            scale,
        }
    }

    /// The day of the request on the axis, counted from 0.
    #[must_use]
    pub fn day(&self) -> u32 {
        self.axis.day_of(self.place.start)
    }

    /// Whether the request is at this place already.
    #[must_use]
    pub fn is_at(&self, place: Place) -> bool {
        self.place == place
    }

    /// The place at a point of the picture; a point beyond its edge counts as on it.
    #[must_use]
    pub fn at(&self, x: u32, y: u32) -> Place {
        let start = self.axis.day(self.axis.day_at(x));
        Place { start, value: self.scale.value_at(y) }
    }

    /// The place so many days and steps of the scale from the request's; `by_far` doubles nodes
    /// and skips terms.
    #[must_use]
    pub fn moved(&self, days: i32, steps: i32, by_far: bool) -> Place {
        // A start within a day counts as of it, so that no key stays without effect.
        let here = self.place.start;
        let start = if days == 0 { here } else { here.last_midnight().plus_days(days) };
        let value = self.scale.moved(self.place.value, steps, by_far);
        Place { start: start.clamp(Hour::EARLIEST, Hour::LATEST), value }
    }

    /// The place on the same height at the first or the last start shown.
    #[must_use]
    pub fn at_end(&self, is_last: bool) -> Place {
        let day = if is_last { u32::MAX / 48 } else { 0 };
        Place { start: self.axis.day(day), ..self.place }
    }

    /// What would change if the request were at a place.
    #[must_use]
    pub fn changes(&self, place: Place) -> Vec<Change> {
        let mut changes = Vec::new();
        if place.start != self.place.start {
            changes.push(Change::Start(place.start));
        }
        if place.value != self.place.value {
            changes.push(match self.scale.term(place.value) {
                Some(term) => Change::Term(term),
                None => Change::Nodes(place.value),
            });
        }
        changes
    }
}

/// The middle of a day, for a mark on it.
fn middle(axis: TimeAxis, day: u32) -> u32 {
    axis.x(axis.day(day)).midpoint(axis.x(axis.day(day).plus(24)))
}

/// The blocks that the request may use.
fn blocks(snapshot: &Snapshot, request: &Request, call: Option<&Call>) -> Vec<usize> {
    let may_use = |accelerator: &String| {
        request.accelerators.contains(accelerator)
            && call.is_none_or(|call| call.size(accelerator).is_some())
    };
    let asked = |id: &String| request.blocks.as_ref().is_none_or(|ids| ids.contains(id));
    let blocks = snapshot.blocks.iter().enumerate();
    let blocks = blocks.filter(|(_, block)| may_use(&block.accelerator) && asked(&block.id));
    blocks.map(|(place, _)| place).collect()
}

/// The least and the most that the call allows, as far as the scale shows it.
fn allowed(
    snapshot: &Snapshot,
    call: &Call,
    request: &Request,
    blocks: &[usize],
    scale: &Scale,
) -> Option<(u32, u32)> {
    match scale {
        Scale::Nodes(most) => {
            let blocks = || blocks.iter().filter_map(|&place| snapshot.blocks.get(place));
            let sizes = || blocks().filter_map(|block| call.size(&block.accelerator));
            let low = sizes().map(|size| size.min_nodes).min()?;
            Some((low, sizes().map(|size| size.max_nodes).max()?.min(*most)))
        }
        Scale::Terms(terms) => {
            let start = request.not_before;
            let (shortest, longest) = (call.term.min, call.term.max);
            let is_allowed = |term: &Term| {
                shortest.is_none_or(|min| term.end(start) >= min.end(start))
                    && longest.is_none_or(|max| term.end(start) <= max.end(start))
            };
            shortest.or(longest)?;
            let first = terms.iter().position(is_allowed)? as u32 + 1;
            Some((first, terms.iter().rposition(is_allowed)? as u32 + 1))
        }
    }
}

/// What the call allows as a band of the picture.
fn band((low, high): (u32, u32), scale: &Scale, lang: Lang) -> Option<Band> {
    let [least, most] = [low, high].map(|value| scale.words(value, lang));
    let text = words::MAP_RULE.fill(lang, &[("least", &least), ("most", &most)]);
    // A size on its edge is allowed.
    (low <= high).then(|| Band { top: scale.y(high), bottom: scale.y(low), text })
}

/// What there is to say of the request on the map.
struct InWords<'a> {
    request: &'a Request,
    call: Option<&'a Call>,
    /// The least and the most that the call allows on the scale, where it says so.
    allowed: Option<(u32, u32)>,
    axis: TimeAxis,
    edge: &'a Edge,
    scale: &'a Scale,
    place: Place,
    lang: Lang,
}

impl InWords<'_> {
    fn day(&self) -> u32 {
        self.axis.day_of(self.place.start)
    }

    fn top(&self) -> u32 {
        self.edge.at(self.day())
    }

    /// The last start at which no less fits than at the one asked, where that is not all of them.
    fn last_alike(&self) -> Option<Hour> {
        self.edge.falls(self.day()).map(|day| self.axis.day(day.saturating_sub(1)))
    }

    /// Words with everything that they may name.
    fn fill(&self, entry: Entry, most: u32, date: Hour) -> String {
        let lang = self.lang;
        let values = [
            ("most", &*self.scale.words(most, lang)),
            ("asked", &self.scale.words(self.place.value, lang)),
            ("nodes", &format::nodes(self.request.nodes.min, lang)),
            ("term", &format::term(self.request.term, lang)),
            ("start", &format::date(self.place.start, lang)),
            ("date", &format::date(date, lang)),
            ("day", &format::short_date(date, lang)),
            ("call", self.call.map_or("", |call| lang.text(&call.name))),
        ];
        entry.fill(lang, &values)
    }

    fn limit(&self) -> Note {
        let (top, last) = (self.top(), self.last_alike());
        let entry = match (top, last) {
            _ if !self.is_allowed() => words::MAP_LIMIT_RULE,
            (0, _) if self.barrier().is_some_and(Barrier::is_rule) => words::MAP_LIMIT_RULE,
            (0, _) if self.barrier() == Some(Barrier::NoBlock) => words::MAP_LIMIT_UNKNOWN,
            (0, _) => words::MAP_LIMIT_NONE,
            (_, None) => words::MAP_LIMIT,
            (_, Some(_)) => words::MAP_LIMIT_UNTIL,
        };
        let text = self.fill(entry, top, last.unwrap_or(self.place.start));
        Note { x: middle(self.axis, self.day()), y: self.scale.y(top), text }
    }

    /// The first later start at which the request fits, where it does not at the one asked.
    fn later_fit(&self) -> Option<u32> {
        if !self.is_allowed() {
            return None;
        }
        let is_in = self.top() >= self.place.value;
        self.edge.first_fit(self.day(), self.place.value).filter(|_| !is_in)
    }

    fn first_fit(&self) -> Option<Note> {
        let day = self.later_fit()?;
        let text = self.fill(words::MAP_FIRST_FIT, self.place.value, self.axis.day(day));
        Some(Note { x: middle(self.axis, day), y: self.scale.y(self.place.value), text })
    }

    fn value(&self, verdict: &str) -> String {
        let nodes = format::nodes(self.request.nodes.min, self.lang);
        let term = format::term(self.request.term, self.lang);
        let start = format::date(self.place.start, self.lang);
        words::MAP_VALUE.fill(
            self.lang,
            &[("start", &start), ("nodes", &nodes), ("term", &term), ("verdict", verdict)],
        )
    }

    /// Whether the call allows as many nodes, or as long a term, as the request asks.
    fn is_allowed(&self) -> bool {
        let most = match self.scale {
            Scale::Nodes(_) => self.request.nodes.max.max(self.place.value),
            Scale::Terms(_) => self.place.value,
        };
        self.allowed.is_none_or(|(low, high)| most >= low && self.place.value <= high)
    }

    fn barrier(&self) -> Option<Barrier> {
        self.edge.barrier(self.day())
    }

    fn sentence(&self, layer: Layer) -> String {
        let top = self.top();
        let entry = match (self.scale, top, layer) {
            (Scale::Nodes(_), 0, _) => words::MAP_NO_NODES,
            (Scale::Nodes(_), _, Layer::Size) => words::MAP_NODES_BY_SIZE,
            (Scale::Nodes(_), _, Layer::Published) => words::MAP_NODES_BY_RULES,
            (Scale::Nodes(_), ..) => words::MAP_NODES,
            (Scale::Terms(_), 0, _) => words::MAP_NO_TERM,
            (Scale::Terms(_), _, Layer::Size) => words::MAP_TERM_BY_SIZE,
            (Scale::Terms(_), _, Layer::Published) => words::MAP_TERM_BY_RULES,
            (Scale::Terms(_), ..) => words::MAP_TERM,
        };
        if let Some((low, high)) = self.allowed.filter(|_| !self.is_allowed()) {
            let [least, most, asked] =
                [low, high, self.place.value].map(|value| self.scale.words(value, self.lang));
            let call = self.call.map_or("", |call| self.lang.text(&call.name));
            let values = [("call", call), ("least", &least), ("most", &most), ("asked", &asked)];
            return words::MAP_SIZE_NOT_ALLOWED.fill(self.lang, &values);
        }
        let mut text = match self.barrier().filter(|_| top == 0) {
            Some(barrier) => self.fill(barrier.words(), top, barrier.date()),
            None => self.fill(entry, top, self.place.start),
        };
        let more = if top >= self.place.value {
            self.last_alike().map(|last| (words::MAP_ALIKE_UNTIL, last))
        } else if let Some(day) = self.later_fit() {
            let entry = match layer {
                Layer::Published => words::MAP_FITS_FROM_BY_RULES,
                Layer::Size | Layer::Snapshot | Layer::Scenario => words::MAP_FITS_FROM,
            };
            Some((entry, self.axis.day(day)))
        } else if self.barrier().is_some() {
            // What rules it out says it all: that too little is free would be another reason.
            None
        } else {
            let entry = match layer {
                Layer::Published => words::MAP_KNOWN_NOWHERE,
                Layer::Size | Layer::Snapshot | Layer::Scenario => words::MAP_FITS_NOWHERE,
            };
            Some((entry, self.axis.day(u32::MAX / 48)))
        };
        if let Some((entry, date)) = more {
            text.push(' ');
            text.push_str(&self.fill(entry, top, date));
        }
        text
    }
}

#[cfg(test)]
mod tests;
