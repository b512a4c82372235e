//! All that a link says, read and written.

use super::form::FormLink;
use super::limits::{MAX_CONFIG_CHARS, MAX_HOLDS, MAX_PART_CHARS, MAX_PINS};
use super::parts::{is_short, read_accelerators, read_hold, read_placement, read_term};
use super::percent;
use super::query::{Query, within_limit};
use super::view::View;
use crate::model::{Class, Occupancy};
use crate::picture::fit_map::MapBy;
use crate::picture::time_axis::Span;
use crate::show::form::HoldDraft;
use crate::show::size::{SizeDraft, SizeField};
use crate::words::lang::Lang;

const BUSY_YEAR: &str = "busy-year";
const BY_SIZE: &str = "size";
/// The keys that are read once.
const KEYS: [&str; 18] = [
    "view", "lang", "acc", "nodes", "max", "term", "from", "until", "place", "class", "call",
    "layer", "scenario", "at", "span", "lanes", "leaf", "map",
];

/// All that a link says.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Route {
    /// The view.
    pub view: View,
    /// The language, where the link gives one.
    pub lang: Option<Lang>,
    /// The request form.
    pub form: FormLink,
    /// What counts as taken before any hold is assumed.
    pub occupancy: Occupancy,
    /// Assumed holds.
    pub holds: Vec<HoldDraft>,
    /// The date shown on node maps and on the axes of time, as typed.
    pub at: Option<String>,
    /// Requests to compare with, as [`Self::asked`] gives them; none of them empty.
    pub pins: Vec<String>,
    /// How much time pictures show.
    pub span: Span,
    /// Id of the block whose holds are shown leaf by leaf; the first one where there is none.
    pub lanes: Option<String>,
    /// From which leaf on they are, where not from the first one.
    pub leaf: Option<u32>,
    /// What goes upward on the fit map.
    pub map: MapBy,
    /// The size form.
    pub size: SizeDraft,
}

impl Route {
    /// Reads a query, with or without its `?`.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        Self::read_query(within_limit(query.strip_prefix('?').unwrap_or(query)), true)
    }

    /// A pin has no pins of its own, whatever it says.
    fn read_query(query: &str, with_pins: bool) -> Self {
        let mut route = Self::default();
        let mut seen = [false; KEYS.len()];
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (Some(key), Some(value)) = (percent::decode(key), percent::decode(value)) else {
                continue;
            };
            if key == "hold" {
                if route.holds.len() < MAX_HOLDS {
                    route.holds.extend(read_hold(&value));
                }
            } else if key == "pin" {
                if with_pins {
                    route.pin(&Self::read_query(&value, false).asked());
                }
            } else if let Some(place) = KEYS.iter().position(|known| *known == key)
                && let Some(seen) = seen.get_mut(place)
                && !core::mem::replace(seen, true)
            {
                route.read(&key, &value);
            } else if let Some(field) = SizeField::ALL.into_iter().find(|it| it.id() == key) {
                route.read_size(field, &value);
            }
        }
        route
    }

    fn read(&mut self, key: &str, value: &str) {
        let text = || is_short(value).then(|| value.to_owned());
        let form = &mut self.form;
        match key {
            "view" => {
                let named = View::ALL.into_iter().find(|view| view.id() == value);
                self.view = named.unwrap_or_default();
            }
            "lang" => self.lang = Lang::from_tag(value),
            "acc" => form.accelerators = read_accelerators(value),
            "nodes" => form.nodes = text(),
            "max" => form.nodes_max = text(),
            "term" => form.term = read_term(value),
            "from" => form.from = text(),
            "until" => form.until = text(),
            "place" => form.placement = read_placement(value),
            "class" => form.class = Class::from_id(value),
            "call" => form.call = text(),
            // Of both, the busy year counts: it leaves published holds out too.
            "layer" if value == BY_SIZE && self.occupancy == Occupancy::File => {
                self.occupancy = Occupancy::Size;
            }
            "scenario" if value == BUSY_YEAR => self.occupancy = Occupancy::BusyYear,
            "at" => self.at = text(),
            "span" => self.span = Span::from_id(value).unwrap_or_default(),
            "lanes" => self.lanes = text(),
            "leaf" => self.leaf = value.parse().ok(),
            "map" => self.map = MapBy::from_id(value).unwrap_or_default(),
            _ => {}
        }
    }

    fn read_size(&mut self, field: SizeField, value: &str) {
        let most = if field == SizeField::Config { MAX_CONFIG_CHARS } else { MAX_PART_CHARS };
        if !self.size.has_typed(&[field]) && value.chars().nth(most).is_none() {
            self.size.set(field, value.to_owned());
        }
    }

    /// The query without its `?`; empty for the capacity view as it opens.
    ///
    /// Within [`Self::fits_in_link`], `parse` gives the same route back.
    #[must_use]
    pub fn to_query(&self) -> String {
        self.query_of(self.view)
    }

    /// The query of another view with the same request and scenario.
    #[must_use]
    pub fn query_of(&self, view: View) -> String {
        let mut query = Query(String::new());
        if view != View::default() {
            query.add("view", view.id());
        }
        query.add_some("lang", self.lang.map(Lang::tag));
        self.write_asked(&mut query);
        query.add_some("at", self.at.as_deref());
        query.add_some("span", (self.span != Span::default()).then(|| self.span.id()));
        query.add_some("lanes", self.lanes.as_deref());
        query.add_some("leaf", self.leaf.map(|leaf| leaf.to_string()).as_deref());
        query.add_some("map", (self.map != MapBy::default()).then(|| self.map.id()));
        for pin in &self.pins {
            query.add("pin", pin);
        }
        for (field, text) in self.size.typed() {
            query.add(field.id(), text);
        }
        query.0
    }

    /// The request and what is assumed alone, as a query: what a draft or a pin is. Empty where
    /// nothing was typed or assumed.
    #[must_use]
    pub fn asked(&self) -> String {
        let mut query = Query(String::new());
        self.write_asked(&mut query);
        query.0
    }

    /// Puts another request with its assumptions in the place of this one: what [`Self::asked`]
    /// gave, also where that is longer than a link.
    pub fn ask(&mut self, asked: &str) {
        let Self { form, occupancy, holds, .. } = Self::read_query(asked, false);
        *self = Self { form, occupancy, holds, ..core::mem::take(self) };
    }

    /// Adds a request to compare with; whether it is there now.
    pub fn pin(&mut self, asked: &str) -> bool {
        if self.pins.iter().any(|pin| pin == asked) {
            return true;
        }
        let has_room = self.pins.len() < MAX_PINS && !asked.is_empty();
        if has_room {
            self.pins.push(asked.to_owned());
        }
        has_room
    }

    fn write_asked(&self, query: &mut Query) {
        let form = &self.form;
        if let Some(accelerators) = &form.accelerators {
            let ids = accelerators.iter().map(String::as_str).filter(|id| !id.is_empty());
            query.add("acc", &percent::join(ids, ','));
        }
        query.add_some("nodes", form.nodes.as_deref());
        query.add_some("max", form.nodes_max.as_deref());
        if let Some((term, unit)) = &form.term {
            let mut written = term.clone();
            written.push(unit.letter());
            query.add("term", &written);
        }
        query.add_some("from", form.from.as_deref());
        query.add_some("until", form.until.as_deref());
        if let Some((placement, number)) = &form.placement {
            let mark = if number.is_empty() { "" } else { "-" };
            query.add("place", &[placement.id(), mark, number].concat());
        }
        query.add_some("class", form.class.map(Class::id));
        query.add_some("call", form.call.as_deref());
        match self.occupancy {
            Occupancy::File => {}
            Occupancy::Size => query.add("layer", BY_SIZE),
            Occupancy::BusyYear => query.add("scenario", BUSY_YEAR),
        }
        for hold in &self.holds {
            let parts = [&*hold.block, &*hold.nodes, &*hold.from, &*hold.until];
            query.add("hold", &percent::join(parts.into_iter(), ':'));
        }
    }

    /// Whether a link carries all of this; where not, the page says so instead of copying it.
    #[must_use]
    pub fn fits_in_link(&self) -> bool {
        let query = self.to_query();
        Self::parse(&query).to_query() == query
    }
}
