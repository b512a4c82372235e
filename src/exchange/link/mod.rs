//! The state of a view as the query of its link: `?view=fit&acc=h200&nodes=32&term=3m`.
//!
//! What was typed travels as typed, mistakes included. Reading never fails: a link is anybody's
//! input, so what is not understood or too long is left out. Where a key comes twice, the first
//! counts, but for `hold` and `pin`.
//!
//! | key | holds |
//! |---|---|
//! | `view` | `fit` or `size`; left out for the capacity view |
//! | `lang` | `ko` or `en` |
//! | `acc` | ids of accelerators, with commas |
//! | `nodes`, `max` | nodes, nodes at most |
//! | `term` | a number and `h`, `d` or `m`: `3m` |
//! | `from`, `until` | earliest start, latest end |
//! | `place` | `any`, `one-leaf`, `leaves-2`, `segments-4` |
//! | `class`, `call` | applicant class, id of the call |
//! | `layer` | `size`: published holds are left out |
//! | `scenario` | `busy-year`, which stands in for published holds |
//! | `hold` | an assumed hold, `block:nodes:from:until`; may be repeated |
//! | `at` | the date shown on node maps and on the axes of time |
//! | `span` | how much time pictures show: `week`, `month`, `quarter`, `all`; left out for a year |
//! | `lanes`, `leaf` | the block whose holds are shown leaf by leaf, and from which leaf on |
//! | `map` | `term` for a fit map of starts and terms; left out for starts and nodes |
//! | `pin` | a request to compare with: the query of its form and scenario; may be repeated |
//! | each [`SizeField::id`] | a field of the size form that differs from its default |
//!
//! Inside a part, `~` stands as `~~` and the separator as `~.`; everything is percent-encoded
//! after that. So a tool that re-encodes the separators themselves does no harm.

mod percent;

use crate::model::{Class, Occupancy};
use crate::picture::fit_map::MapBy;
use crate::picture::time_axis::Span;
use crate::show::form::{FormDraft, HoldDraft, PlacementKind, TermUnit};
use crate::show::size::{SizeDraft, SizeField};
use crate::words::lang::Lang;

/// No longer query is read: servers and chat programs cut links near this length.
pub const MAX_QUERY_BYTES: usize = 8_192;
/// The most assumed holds in a link.
pub const MAX_HOLDS: usize = 50;
/// The most requests to compare with: with the one of the form, as many as fit side by side.
pub const MAX_PINS: usize = 3;
/// The most accelerators in a link.
pub const MAX_ACCELERATORS: usize = 50;
/// The most characters of one typed text or id in a link.
pub const MAX_PART_CHARS: usize = 200;
/// The most characters of a `config.json` in a link: those that a shape follows from take some 400.
pub const MAX_CONFIG_CHARS: usize = 2_000;

const BUSY_YEAR: &str = "busy-year";
const BY_SIZE: &str = "size";
/// The keys that are read once.
const KEYS: [&str; 18] = [
    "view", "lang", "acc", "nodes", "max", "term", "from", "until", "place", "class", "call",
    "layer", "scenario", "at", "span", "lanes", "leaf", "map",
];

/// A view of the page.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum View {
    /// What there is.
    #[default]
    Capacity,
    /// Whether a request fits.
    Fit,
    /// How much a workload needs.
    Size,
}

impl View {
    /// All of them, in the order shown.
    pub const ALL: [Self; 3] = [Self::Capacity, Self::Fit, Self::Size];

    /// The name in links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Capacity => "capacity",
            Self::Fit => "fit",
            Self::Size => "size",
        }
    }
}

/// The fields of the request form that a link gives; the others keep their default.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct FormLink {
    /// Ids of accelerators, none of them empty.
    pub accelerators: Option<Vec<String>>,
    /// Nodes.
    pub nodes: Option<String>,
    /// Nodes at most.
    pub nodes_max: Option<String>,
    /// The number of the term, and its unit.
    pub term: Option<(String, TermUnit)>,
    /// The earliest start.
    pub from: Option<String>,
    /// The latest end.
    pub until: Option<String>,
    /// The kind of placement, and its number.
    pub placement: Option<(PlacementKind, String)>,
    /// Who applies.
    pub class: Option<Class>,
    /// Id of the call.
    pub call: Option<String>,
}

impl FormLink {
    /// All of a draft, so that the link means the same on another day; only empty optional
    /// fields are left out, for they are empty by default.
    #[must_use]
    pub fn of(draft: &FormDraft) -> Self {
        let some = |text: &String| (!text.is_empty()).then(|| text.clone());
        Self {
            accelerators: Some(draft.accelerators.clone()),
            nodes: Some(draft.nodes.clone()),
            nodes_max: some(&draft.nodes_max),
            term: Some((draft.term.clone(), draft.unit)),
            from: Some(draft.from.clone()),
            until: some(&draft.until),
            placement: Some((draft.placement, draft.placement_n.clone())),
            class: Some(draft.class),
            call: some(&draft.call),
        }
    }

    /// `draft` with the fields that the link gives.
    #[must_use]
    pub fn apply(&self, mut draft: FormDraft) -> FormDraft {
        let put = |given: &Option<String>, field: &mut String| {
            if let Some(given) = given {
                field.clone_from(given);
            }
        };
        put(&self.nodes, &mut draft.nodes);
        put(&self.nodes_max, &mut draft.nodes_max);
        put(&self.from, &mut draft.from);
        put(&self.until, &mut draft.until);
        put(&self.call, &mut draft.call);
        if let Some(accelerators) = &self.accelerators {
            draft.accelerators.clone_from(accelerators);
        }
        if let Some((term, unit)) = &self.term {
            draft.term.clone_from(term);
            draft.unit = *unit;
        }
        if let Some((placement, number)) = &self.placement {
            draft.placement = *placement;
            draft.placement_n.clone_from(number);
        }
        draft.class = self.class.unwrap_or(draft.class);
        draft
    }
}

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

/// A query being written.
struct Query(String);

impl Query {
    fn add(&mut self, key: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(key);
        self.0.push('=');
        percent::encode(value, &mut self.0);
    }

    fn add_some(&mut self, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.add(key, value);
        }
    }
}

/// The pairs of a query that end within the limit.
fn within_limit(query: &str) -> &str {
    if query.len() <= MAX_QUERY_BYTES {
        return query;
    }
    let mut end = MAX_QUERY_BYTES;
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    // A pair that was cut would say something else than was written.
    let kept = query.get(..end).unwrap_or_default();
    kept.rsplit_once('&').map_or("", |(whole, _)| whole)
}

fn is_short(text: &str) -> bool {
    text.chars().nth(MAX_PART_CHARS).is_none()
}

fn read_accelerators(value: &str) -> Option<Vec<String>> {
    let mut ids = percent::split(value, ',');
    ids.retain(|id| !id.is_empty());
    (ids.len() <= MAX_ACCELERATORS && ids.iter().all(|id| is_short(id))).then_some(ids)
}

fn read_term(value: &str) -> Option<(String, TermUnit)> {
    // A number without a unit could mean days or months, so it is not guessed.
    TermUnit::ALL.into_iter().find_map(|unit| {
        let number = value.strip_suffix(unit.letter())?;
        is_short(number).then(|| (number.to_owned(), unit))
    })
}

fn read_placement(value: &str) -> Option<(PlacementKind, String)> {
    PlacementKind::ALL.into_iter().find_map(|kind| {
        let number = match value.strip_prefix(kind.id())? {
            "" => "",
            rest => rest.strip_prefix('-')?,
        };
        is_short(number).then(|| (kind, number.to_owned()))
    })
}

/// A hold; parts at the end may be left out.
fn read_hold(value: &str) -> Option<HoldDraft> {
    let parts = percent::split(value, ':');
    if value.is_empty() || parts.len() > 4 || !parts.iter().all(|part| is_short(part)) {
        return None;
    }
    let mut parts = parts.into_iter();
    let mut next = || parts.next().unwrap_or_default();
    Some(HoldDraft { block: next(), nodes: next(), from: next(), until: next() })
}

#[cfg(test)]
mod tests;
