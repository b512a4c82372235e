//! Parser of links.

use super::limits::{MAX_CONFIG_CHARS, MAX_HOLDS, MAX_PART_CHARS, MAX_QUERY_BYTES};
use super::parts::{read_hold, replace, replace_some, short_text};
use super::percent;
use super::route::{BUSY_YEAR, BY_SIZE, Route};
use super::view::View;
use crate::model::Occupancy;
use crate::picture::fit_map::MapBy;
use crate::picture::time_axis::TimeSpan;
use crate::show::form::{self, Field};
use crate::show::size::SizeField;
use crate::words::lang::Lang;

/// Value for "published holds count", which is the default; older links contain it.
const PUBLISHED: &str = "published";
/// Keys of which only the first occurrence counts, beside those of the forms.
pub(super) const KEYS: [&str; 13] = [
    "view", "lang", "layer", "scenario", "at", "span", "lanes", "leaf", "map", "myrank", "seed",
    "policy", "own",
];

impl Route {
    /// Parses a query, with or without its `?`.
    #[must_use]
    pub fn parse(query: &str) -> Self {
        Self::read_link(query).0
    }

    /// Parses a query and also returns the parts that were ignored, verbatim: damaged, unknown,
    /// repeated and cut-off ones.
    #[must_use]
    pub fn read_link(query: &str) -> (Self, Vec<String>) {
        let (query, cut) = within_limit(query.strip_prefix('?').unwrap_or(query));
        let mut unread = Vec::new();
        let route = Self::read_query(query, true, &mut unread);
        let cut = cut.strip_prefix('&').unwrap_or(cut);
        unread.extend((!cut.is_empty()).then(|| cut.to_owned()));
        (route, unread)
    }

    /// Parses the pairs of a query; `with_pins` is `false` inside a pin, because pins do not nest.
    fn read_query(query: &str, with_pins: bool, unread: &mut Vec<String>) -> Self {
        let mut route = Self::default();
        let mut seen: Vec<&str> = Vec::new();
        for pair in query.split('&') {
            let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
            let (Some(key), Some(value)) = (percent::decode(key), percent::decode(value)) else {
                unread.push(pair.to_owned());
                continue;
            };
            let is_read = if key == "hold" {
                let hold = read_hold(&value).filter(|_| route.holds.len() < MAX_HOLDS);
                hold.map(|hold| route.holds.push(hold)).is_some()
            } else if key == "pin" {
                let mut of_pin = Vec::new();
                let pinned = Self::read_query(&value, false, &mut of_pin);
                // The pin is rebuilt from what was read, so the rest is reported here.
                unread.extend(of_pin.into_iter().map(|part| ["pin: ", &part].concat()));
                with_pins && route.pin(&pinned.asked())
            } else if let Some(known) = single_key(&key) {
                let is_first = !seen.contains(&known);
                seen.push(known);
                is_first && route.read(known, &value)
            } else {
                is_foreign(&key)
            };
            if !is_read {
                unread.push([&*key, "=", &value].concat());
            }
        }
        route
    }

    /// Applies the value of a key; returns `true` if the value has a meaning.
    fn read(&mut self, key: &str, value: &str) -> bool {
        let text = || short_text(value);
        match key {
            "view" => {
                replace(&mut self.view, View::ALL.into_iter().find(|view| view.id() == value))
            }
            "lang" => replace_some(&mut self.lang, Lang::from_tag(value)),
            "layer" => {
                // If both keys are given, the busy year counts: it too leaves published holds out.
                if value == BY_SIZE && self.occupancy == Occupancy::File {
                    self.occupancy = Occupancy::Size;
                }
                value == BY_SIZE || value == PUBLISHED
            }
            "scenario" => {
                replace(&mut self.occupancy, (value == BUSY_YEAR).then_some(Occupancy::BusyYear))
            }
            // An unfinished date, such as one in the year 2, is kept as typed but reported.
            "at" => replace_some(&mut self.date, text()) && form::read_date(value).is_some(),
            "span" => replace(&mut self.span, TimeSpan::from_id(value)),
            "lanes" => replace_some(&mut self.lanes, text()),
            "leaf" => replace_some(&mut self.leaf, value.parse().ok()),
            "map" => replace(&mut self.map, MapBy::from_id(value)),
            "myrank" => replace_some(&mut self.rank, text()),
            "seed" => replace_some(&mut self.seed, value.parse().ok()),
            "policy" => replace_some(&mut self.policy, text()),
            "own" => replace_some(&mut self.own, text().filter(|it| is_fingerprint(it))),
            _ => match SizeField::ALL.into_iter().find(|field| field.id() == key) {
                Some(field) => self.read_size(field, value),
                None => self.form.read(key, value),
            },
        }
    }

    fn read_size(&mut self, field: SizeField, value: &str) -> bool {
        let most = if field == SizeField::Config { MAX_CONFIG_CHARS } else { MAX_PART_CHARS };
        let is_read = value.chars().nth(most).is_none();
        if is_read {
            self.size.set(field, value.to_owned());
        }
        is_read
    }

    /// Replaces the request and its assumptions by those of `asked`, a result of [`Self::asked`],
    /// which may be longer than a link.
    pub fn ask(&mut self, asked: &str) {
        let Self { form, occupancy, holds, .. } = Self::read_query(asked, false, &mut Vec::new());
        *self = Self { form, occupancy, holds, ..core::mem::take(self) };
    }
}

/// Finds `key` among those of which only the first occurrence counts.
fn single_key(key: &str) -> Option<&'static str> {
    let of_form = Field::IN_LINK.map(|field| field.key);
    let of_size = SizeField::ALL.map(SizeField::id);
    KEYS.into_iter().chain(of_form).chain(of_size).find(|known| *known == key)
}

/// Splits a query into the pairs that end within [`MAX_QUERY_BYTES`] and the rest.
fn within_limit(query: &str) -> (&str, &str) {
    if query.len() <= MAX_QUERY_BYTES {
        return (query, "");
    }
    let mut end = MAX_QUERY_BYTES;
    // A cut inside a character would leave nothing of the query.
    while !query.is_char_boundary(end) {
        end -= 1;
    }
    // A truncated pair could have a different meaning, so the cut is at the last separator.
    let kept = query.get(..end).unwrap_or_default();
    let end = kept.rfind('&').unwrap_or(0);
    query.split_at_checked(end).unwrap_or_default()
}

/// Returns `true` if a text has the form of a file fingerprint: 8 lower-case hex digits.
fn is_fingerprint(text: &str) -> bool {
    text.len() == 8 && text.bytes().all(|digit| matches!(digit, b'0'..=b'9' | b'a'..=b'f'))
}

/// Returns `true` for keys that other sites append to links they show, for the place of the click
/// or the campaign. An empty key comes from two separators in a row.
fn is_foreign(key: &str) -> bool {
    let beginnings = ["utm_", "mc_", "_g", "n_", "NaPm", "igsh", "srsltid"];
    let ends = ["clid", "clkid", "braid"];
    key.is_empty()
        || beginnings.iter().any(|beginning| key.starts_with(beginning))
        || ends.iter().any(|end| key.ends_with(end))
}
