//! The map in words.

use super::barrier::Barrier;
use super::edge::Edge;
use super::point::{MapPoint, Note, middle};
use super::scale::HeightScale;
use crate::model::{Call, Hour, NodeCount, Request, TruthLayer};
use crate::picture::time_axis::TimeAxis;
use crate::words::catalogue::{Entry, pictures as words};
use crate::words::format;
use crate::words::lang::Lang;

/// The request on the map, with everything needed to describe it.
pub(super) struct InWords<'a> {
    pub(super) request: &'a Request,
    pub(super) call: Option<&'a Call>,
    /// Least and greatest value that the call allows on the scale, if it states them.
    pub(super) allowed: Option<(u32, u32)>,
    pub(super) axis: TimeAxis,
    pub(super) edge: &'a Edge,
    pub(super) scale: &'a HeightScale,
    pub(super) point: MapPoint,
    /// GPUs per node, if all of the requested accelerators have the same number.
    pub(super) per_node: Option<u32>,
    pub(super) lang: Lang,
}

impl InWords<'_> {
    /// Returns the requested nodes, with their GPUs.
    fn nodes(&self) -> String {
        let nodes = NodeCount::exactly(self.request.nodes.min);
        format::nodes_and_gpus(nodes, self.per_node, self.lang)
    }

    /// Returns a value of the scale in words; nodes with their GPUs.
    fn in_full(&self, value: u32) -> String {
        match self.scale {
            HeightScale::Nodes(_) => {
                format::nodes_and_gpus(NodeCount::exactly(value), self.per_node, self.lang)
            }
            HeightScale::Terms(_) => self.scale.words(value, self.lang),
        }
    }

    /// Returns a range of values in words; nodes with their GPUs.
    fn range_in_full(&self, (min, max): (u32, u32)) -> String {
        match self.scale {
            HeightScale::Nodes(_) => {
                format::nodes_and_gpus(NodeCount { min, max }, self.per_node, self.lang)
            }
            HeightScale::Terms(_) => self.scale.range_words(min, max, self.lang),
        }
    }

    fn day(&self) -> u32 {
        self.axis.day_of(self.point.start)
    }

    fn top(&self) -> u32 {
        self.edge.top(self.day())
    }

    /// Returns the last start at which no less fits than at the requested one, if less fits later.
    fn last_alike(&self) -> Option<Hour> {
        self.edge.falls(self.day()).map(|day| self.axis.day(day.saturating_sub(1)))
    }

    /// Fills the words with everything they may name.
    ///
    /// `asked` is named without its GPUs, as there is no room for them beside the mark.
    fn fill(&self, entry: Entry, most: &str, date: Hour) -> String {
        let lang = self.lang;
        let values = [
            ("most", most),
            ("asked", &*self.scale.words(self.point.value, lang)),
            ("nodes", &self.nodes()),
            ("term", &format::term(self.request.term, lang)),
            ("start", &format::date(self.point.start, lang)),
            ("date", &format::date(date, lang)),
            ("day", &format::short_date(date, lang)),
            ("call", self.call.map_or("", |call| lang.text(&call.name))),
        ];
        entry.fill(lang, &values)
    }

    /// Returns the note with the largest size that fits at the requested start.
    pub(super) fn limit(&self) -> Note {
        let (top, last) = (self.top(), self.last_alike());
        let entry = match (top, last) {
            // A rule of the call comes before free nodes, which would not help.
            _ if !self.is_allowed() => words::MAP_LIMIT_RULE,
            (0, _) if self.barrier().is_some_and(Barrier::is_rule) => words::MAP_LIMIT_RULE,
            (0, _) if self.barrier() == Some(Barrier::NoBlock) => words::MAP_LIMIT_UNKNOWN,
            (0, _) => words::MAP_LIMIT_NONE,
            (_, None) => words::MAP_LIMIT,
            (_, Some(_)) => words::MAP_LIMIT_UNTIL,
        };
        let most = self.scale.words(top, self.lang);
        let text = self.fill(entry, &most, last.unwrap_or(self.point.start));
        Note { x: middle(self.axis, self.day()), y: self.scale.y(top), text }
    }

    /// Returns the first later day on which the request fits, if it does not fit on the requested
    /// one.
    fn later_fit(&self) -> Option<u32> {
        if !self.is_allowed() {
            return None;
        }
        let is_in = self.top() >= self.point.value;
        self.edge.first_fit(self.day(), self.point.value).filter(|_| !is_in)
    }

    /// Returns the note at the first start at which the request fits, if it does not fit at the
    /// requested one.
    pub(super) fn first_fit(&self) -> Option<Note> {
        let day = self.later_fit()?;
        let text = self.fill(words::MAP_FIRST_FIT, "", self.axis.day(day));
        Some(Note { x: middle(self.axis, day), y: self.scale.y(self.point.value), text })
    }

    /// Returns the request in words, with its `verdict`.
    pub(super) fn value(&self, verdict: &str) -> String {
        let nodes = self.nodes();
        let term = format::term(self.request.term, self.lang);
        let start = format::date(self.point.start, self.lang);
        words::MAP_VALUE.fill(
            self.lang,
            &[("start", &start), ("nodes", &nodes), ("term", &term), ("verdict", verdict)],
        )
    }

    /// Returns `true` if the call allows the requested nodes or term.
    fn is_allowed(&self) -> bool {
        let most = match self.scale {
            // With more nodes, the request may still reach the least that the call allows.
            HeightScale::Nodes(_) => self.request.nodes.max.max(self.point.value),
            HeightScale::Terms(_) => self.point.value,
        };
        self.allowed.is_none_or(|(low, high)| most >= low && self.point.value <= high)
    }

    fn barrier(&self) -> Option<Barrier> {
        self.edge.barrier(self.day())
    }

    /// Returns the edge at the requested start and, if it changes, where it does.
    pub(super) fn sentence(&self, layer: TruthLayer) -> String {
        let top = self.top();
        let entry = match (self.scale, top, layer) {
            (HeightScale::Nodes(_), 0, _) => words::MAP_NO_NODES,
            (HeightScale::Nodes(_), _, TruthLayer::Size) => words::MAP_NODES_BY_SIZE,
            (HeightScale::Nodes(_), _, TruthLayer::Published) => words::MAP_NODES_BY_RULES,
            (HeightScale::Nodes(_), _, TruthLayer::Known) => words::MAP_NODES_BY_HOLDS,
            (HeightScale::Nodes(_), ..) => words::MAP_NODES,
            (HeightScale::Terms(_), 0, _) => words::MAP_NO_TERM,
            (HeightScale::Terms(_), _, TruthLayer::Size) => words::MAP_TERM_BY_SIZE,
            (HeightScale::Terms(_), _, TruthLayer::Published) => words::MAP_TERM_BY_RULES,
            (HeightScale::Terms(_), _, TruthLayer::Known) => words::MAP_TERM_BY_HOLDS,
            (HeightScale::Terms(_), ..) => words::MAP_TERM,
        };
        if let Some(allowed) = self.allowed.filter(|_| !self.is_allowed()) {
            let (range, asked) = (self.range_in_full(allowed), self.in_full(self.point.value));
            let call = self.call.map_or("", |call| self.lang.text(&call.name));
            let values = [("call", call), ("range", &range), ("asked", &asked)];
            return words::MAP_SIZE_NOT_ALLOWED.fill(self.lang, &values);
        }
        let most = self.in_full(top);
        let mut text = match self.barrier().filter(|_| top == 0) {
            Some(barrier) => self.fill(barrier.words(), &most, barrier.date()),
            None => self.fill(entry, &most, self.point.start),
        };
        let more = if top >= self.point.value {
            self.last_alike().map(|last| (words::MAP_ALIKE_UNTIL, last))
        } else if let Some(day) = self.later_fit() {
            let entry = match layer {
                TruthLayer::Published => words::MAP_FITS_FROM_BY_RULES,
                TruthLayer::Known => words::MAP_FITS_FROM_BY_HOLDS,
                TruthLayer::Size | TruthLayer::Snapshot | TruthLayer::Scenario => {
                    words::MAP_FITS_FROM
                }
            };
            Some((entry, self.axis.day(day)))
        } else if self.barrier().is_some() {
            // The barrier explains it fully; too few free nodes would be another reason.
            None
        } else {
            let entry = match layer {
                TruthLayer::Published | TruthLayer::Known => words::MAP_KNOWN_NOWHERE,
                TruthLayer::Size | TruthLayer::Snapshot | TruthLayer::Scenario => {
                    words::MAP_FITS_NOWHERE
                }
            };
            // `TimeAxis::day` limits the index to the last day.
            Some((entry, self.axis.day(u32::MAX / 48)))
        };
        if let Some((entry, date)) = more {
            text.push(' ');
            text.push_str(&self.fill(entry, &most, date));
        }
        text
    }
}
