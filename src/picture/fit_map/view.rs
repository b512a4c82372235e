//! Layout of the map, and movement of the request on it.

use super::allowed::{AllowedBand, allowed, band};
use super::barrier::Barrier;
use super::by::MapBy;
use super::edge::Edge;
use super::point::{MapPoint, Note, middle};
use super::scale::{HEIGHT, HeightScale};
use super::sentence::InWords;
use super::table::table;
use crate::fit::{Calendars, MapAsk, RequestChange, fit_map};
use crate::model::{Call, Hour, Request, Scenario, Snapshot, TruthLayer};
use crate::picture::svg_path::staircase;
use crate::picture::time_axis::{TimeAxis, WIDTH};
use crate::words::lang::Lang;
use crate::words::table::Table;

/// The map with the request on it.
#[derive(Clone, PartialEq, Debug)]
pub struct FitMapView {
    /// Quantity on the vertical axis.
    pub by: MapBy,
    /// Axis of the starts.
    pub axis: TimeAxis,
    /// Edge of the fitting sizes, as SVG path data.
    pub line: String,
    /// Area of everything that fits, as SVG path data.
    pub area: String,
    /// Name of the vertical axis, with its unit.
    pub upward: String,
    /// Ticks of the vertical axis: distance from the top, and label.
    pub ticks: Vec<(u32, String)>,
    /// Position of the request.
    pub mark: (u32, u32),
    /// Distance from the top of the most nodes wanted, if the request would also take more nodes.
    pub wish: Option<u32>,
    /// Band of the sizes that the call allows.
    pub band: Option<AllowedBand>,
    /// Note with the largest size that fits at the requested start.
    pub limit: Note,
    /// Note at the first start at which the request fits, if it does not fit at the requested one.
    pub first_fit: Option<Note>,
    /// `true` if the map is exact; otherwise it rests on sizes, inferences or assumptions.
    pub is_exact: bool,
    /// Request in words.
    pub value: String,
    /// Edge in words.
    pub sentence: String,
    /// Edge as a table.
    pub table: Table,
    point: MapPoint,
    scale: HeightScale,
    earliest: Hour,
}

impl FitMapView {
    /// Lays out the map of a request whose short answer is `verdict`, on an axis that contains its
    /// earliest start.
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
        let block_indices = block_indices(snapshot, request, call);
        let scale = match by {
            MapBy::Nodes => HeightScale::nodes(most_nodes(calendars, &block_indices)),
            MapBy::Term => HeightScale::terms(request.term),
        };
        let edge = edge(snapshot, calendars, request, &block_indices, axis, &scale);
        let point = point(request, &scale);
        let steps: Vec<(u32, u32)> =
            edge.runs().iter().map(|&(day, top)| (axis.x(axis.day(day)), scale.y(top))).collect();
        let (line, area) = staircase(&steps, WIDTH, HEIGHT);
        let allowed =
            call.and_then(|call| allowed(snapshot, call, request, &block_indices, &scale));
        let per_node = snapshot.gpus_per_node(&request.accelerators);
        let words = InWords {
            request,
            call,
            allowed,
            axis,
            edge: &edge,
            scale: &scale,
            point,
            per_node,
            lang,
        };
        let wish = (by == MapBy::Nodes && request.nodes.max > request.nodes.min)
            .then(|| scale.y(request.nodes.max));
        Self {
            by,
            axis,
            line,
            area,
            upward: scale.name(lang),
            ticks: scale.ticks(),
            mark: (middle(axis, axis.day_of(point.start)), scale.y(point.value)),
            wish,
            band: allowed.and_then(|allowed| band(allowed, &scale, lang)),
            limit: words.limit(),
            first_fit: words.first_fit(),
            is_exact: scenario.layer() == TruthLayer::Snapshot,
            value: words.value(verdict),
            sentence: words.sentence(scenario.layer()),
            table: table(&edge, &scale, axis, request, per_node, lang),
            point,
            scale,
            earliest: Hour::EARLIEST,
        }
    }

    /// Returns the same map, on which no key moves the request before `earliest`, as that is in the
    /// past.
    #[must_use]
    pub fn not_before(self, earliest: Hour) -> Self {
        let earliest = earliest.clamp(Hour::EARLIEST, Hour::LATEST);
        Self { earliest, ..self }
    }

    /// Returns the day of the request on the axis, 0-based.
    #[must_use]
    pub fn day(&self) -> u32 {
        self.axis.day_of(self.point.start)
    }

    /// Returns `true` if the request is already at this point.
    #[must_use]
    pub fn is_at(&self, point: MapPoint) -> bool {
        self.point == point
    }

    /// Returns the map point at a position of the picture; a position beyond the edge counts as on
    /// it.
    #[must_use]
    pub fn point_at(&self, x: u32, y: u32) -> MapPoint {
        let start = self.axis.day(self.axis.day_at(x));
        MapPoint { start, value: self.scale.value_at(y) }
    }

    /// Returns the point `days` days and `steps` steps of the scale from the request; `by_far`
    /// doubles nodes and skips terms.
    #[must_use]
    pub fn moved(&self, days: i32, steps: i32, by_far: bool) -> MapPoint {
        // A start within a day counts as its midnight, so that every key has an effect.
        let here = self.point.start;
        let start = if days == 0 { here } else { here.last_midnight().plus_days(days) };
        let value = self.scale.moved(self.point.value, steps, by_far);
        MapPoint { start: start.clamp(self.earliest, Hour::LATEST), value }
    }

    /// Returns the point at the same height at the first or the last start shown.
    #[must_use]
    pub fn at_end(&self, is_last: bool) -> MapPoint {
        // `TimeAxis::day` limits the index to the last day.
        let day = if is_last { u32::MAX / 48 } else { 0 };
        MapPoint { start: self.axis.day(day), ..self.point }
    }

    /// Returns the changes of the request that moving it to `point` would make.
    #[must_use]
    pub fn changes(&self, point: MapPoint) -> Vec<RequestChange> {
        let mut changes = Vec::new();
        if point.start != self.point.start {
            changes.push(RequestChange::Start(point.start));
        }
        if point.value != self.point.value {
            changes.push(match self.scale.term(point.value) {
                Some(term) => RequestChange::Term(term),
                None => RequestChange::Nodes(point.value),
            });
        }
        changes
    }
}

/// Returns the number of nodes of the largest of these blocks; 1 without any.
fn most_nodes(calendars: &Calendars, block_indices: &[usize]) -> u32 {
    let calendars = block_indices.iter().filter_map(|&index| calendars.get(index));
    calendars.map(|calendar| calendar.nodes()).max().unwrap_or(1)
}

/// Returns the largest size on the scale that fits from each start of the axis on.
fn edge(
    snapshot: &Snapshot,
    calendars: &Calendars,
    request: &Request,
    block_indices: &[usize],
    axis: TimeAxis,
    scale: &HeightScale,
) -> Edge {
    let mut ask = MapAsk::new(snapshot, request, axis.days());
    ask.first = axis.from;
    let mut shortest = request.term;
    if let HeightScale::Terms(terms) = scale {
        ask.terms.clone_from(terms);
        shortest = terms.first().copied().unwrap_or(shortest);
    }
    let map = fit_map(calendars, block_indices, &ask);
    let call = snapshot.call_of(request);
    let (mut tops, mut barriers) = (Vec::new(), Vec::new());
    for day in 0..axis.days() {
        tops.push(match scale {
            HeightScale::Nodes(_) => map.most_nodes(day, 0),
            // Longer terms have fewer nodes free, so the first one that is too long ends the
            // search.
            HeightScale::Terms(_) => {
                map.day(day).iter().take_while(|&&most| most >= request.nodes.min).count() as u32
            }
        });
        barriers.push(Barrier::from_start(
            axis.day(day),
            shortest,
            request,
            call,
            block_indices.is_empty(),
        ));
    }
    Edge { tops, barriers }
}

/// Returns the point of the request on the scale.
fn point(request: &Request, scale: &HeightScale) -> MapPoint {
    let value = match scale {
        HeightScale::Nodes(_) => request.nodes.min,
        HeightScale::Terms(terms) => {
            (terms.iter().position(|term| *term == request.term).unwrap_or(0) + 1) as u32
        }
    };
    MapPoint { start: request.not_before, value }
}

/// Returns the indices of the blocks that the request may use.
fn block_indices(snapshot: &Snapshot, request: &Request, call: Option<&Call>) -> Vec<usize> {
    let may_use = |accelerator: &String| {
        request.accelerators.contains(accelerator)
            && call.is_none_or(|call| call.size(accelerator).is_some())
    };
    let asked = |id: &String| request.blocks.as_ref().is_none_or(|ids| ids.contains(id));
    let blocks = snapshot.blocks.iter().enumerate();
    let blocks = blocks.filter(|(_, block)| may_use(&block.accelerator) && asked(&block.id));
    blocks.map(|(index, _)| index).collect()
}
