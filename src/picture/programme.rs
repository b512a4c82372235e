//! The programme over time: purchases, application periods of calls, published holds, and today.
//!
//! Plain geometry, with a data table of the same content.

use super::time_axis::{TimeAxis, TimeSpan};
use crate::model::{Call, Citation, Hold, Hour, Purchase, Snapshot};
use crate::words::catalogue::{Entry, capacity, programme as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::{accelerator_name, provider_name};
use crate::words::purchases::by_service;
use crate::words::source::source_value;
use crate::words::table::{Column, Table, Value};
use core::ops::Range;

/// Most rows of published holds; more would not be worth a row each.
const MOST_HOLDS: usize = 12;

/// Picture of the programme over time.
#[derive(Clone, PartialEq, Debug)]
pub struct Programme {
    /// Axis of the time shown.
    pub axis: TimeAxis,
    /// Position of today on the axis.
    pub now: u32,
    /// Rows: waves, then calls, then published holds.
    pub rows: Vec<ProgrammeRow>,
    /// Kinds of bars and marks that occur, in the order of a legend.
    pub kinds: Vec<EventKind>,
    /// Table of all events.
    pub table: Table,
}

/// A row with the events of one subject.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProgrammeRow {
    /// Name of the subject.
    pub name: String,
    /// Amount, in words.
    pub about: String,
    /// Events with a duration.
    pub bars: Vec<ProgrammeBar>,
    /// Events on a single day: kind, and position on the axis.
    pub marks: Vec<(EventKind, u32)>,
}

/// An event with a duration.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ProgrammeBar {
    /// Kind of event.
    pub kind: EventKind,
    /// Left edge on the axis.
    pub x: u32,
    /// Width on the axis.
    pub width: u32,
    /// `true` if its end is not known.
    pub is_open: bool,
}

/// Kind of event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum EventKind {
    /// Decision on a purchase.
    Decided,
    /// Period in which a call takes applications.
    Open,
    /// Publication of the results of a call.
    Results,
    /// First observed use under a call.
    FirstUse,
    /// Period in which nodes may be used under a call.
    Use,
    /// A published hold.
    Held,
}

impl EventKind {
    /// All kinds, in the order of a legend.
    pub const ALL: [Self; 6] =
        [Self::Decided, Self::Open, Self::Results, Self::FirstUse, Self::Use, Self::Held];

    /// Returns the CSS class.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Decided => "event-decided",
            Self::Open => "event-open",
            Self::Results => "event-results",
            Self::FirstUse => "event-first-use",
            Self::Use => "event-use",
            Self::Held => "event-held",
        }
    }

    /// Returns the name.
    #[must_use]
    pub const fn name(self) -> Entry {
        match self {
            Self::Decided => words::DECIDED,
            Self::Open => words::OPEN,
            Self::Results => words::RESULTS,
            Self::FirstUse => words::FIRST_USE,
            Self::Use => words::USE,
            Self::Held => words::HELD,
        }
    }

    /// Returns its shape centred on the origin, as SVG path data.
    #[must_use]
    pub const fn shape(self) -> &'static str {
        match self {
            Self::Decided => "M-6 0L0 -6L6 0L0 6z",
            Self::Results => "M-5 -5H5V5H-5z",
            Self::FirstUse => "M-6 5L0 -6L6 5z",
            Self::Open | Self::Use | Self::Held => "M-8 -5H8V5H-8z",
        }
    }

    /// Returns `true` if it has a duration, and so is a bar rather than a mark.
    #[must_use]
    pub const fn lasts(self) -> bool {
        matches!(self, Self::Open | Self::Use | Self::Held)
    }
}

/// An event that has not been laid out yet.
struct ProgrammeEvent {
    kind: EventKind,
    from: Hour,
    /// Exclusive end; equal to `from` for an event on a single day.
    until: Hour,
    /// Further words.
    about: String,
    citation: Citation,
}

/// Events of one subject.
struct Track {
    name: String,
    about: String,
    events: Vec<ProgrammeEvent>,
}

impl Programme {
    /// Lays out the events of a file, with `now` as today; `None` if it has no event.
    #[must_use]
    pub fn new(snapshot: &Snapshot, now: Hour, lang: Lang) -> Option<Self> {
        let mut tracks = waves(snapshot, lang);
        tracks.extend(snapshot.calls.iter().map(|call| of_call(call, lang)));
        tracks.extend(holds(snapshot, lang));
        tracks.retain(|track| !track.events.is_empty());
        let range = range(&tracks)?;
        let axis = TimeAxis::of_calendar(TimeSpan::All, now, &range, now);
        let kinds = EventKind::ALL.into_iter().filter(|kind| {
            tracks.iter().flat_map(|track| &track.events).any(|event| event.kind == *kind)
        });
        Some(Self {
            axis,
            now: axis.x(now),
            kinds: kinds.collect(),
            table: table(snapshot, &tracks, lang),
            rows: tracks.into_iter().map(|track| row(track, axis)).collect(),
        })
    }
}

/// Returns the range from the first to the last known hour of all events.
fn range(tracks: &[Track]) -> Option<Range<Hour>> {
    let events = || tracks.iter().flat_map(|track| &track.events);
    let hours = || events().flat_map(|event| [event.from, event.until]);
    // `Hour::MIN` and `Hour::MAX` are sentinels without a position on an axis.
    let known = || hours().filter(|hour| (Hour::EARLIEST..=Hour::LATEST).contains(hour));
    Some(known().min()?..known().max()?)
}

/// Returns the purchases, wave by wave.
///
/// Those without a wave or a date appear only in the table of purchases.
fn waves(snapshot: &Snapshot, lang: Lang) -> Vec<Track> {
    let mut tracks: Vec<(u32, Track)> = Vec::new();
    for purchase in snapshot.purchases.iter() {
        let (Some(wave), Some(decided)) = (purchase.wave, purchase.decided) else { continue };
        let track = match tracks.iter_mut().find(|track| track.0 == wave) {
            Some((_, track)) => track,
            None => {
                tracks.push((wave, wave_track(snapshot, wave, lang)));
                let Some((_, track)) = tracks.last_mut() else { continue };
                track
            }
        };
        track.events.push(ProgrammeEvent {
            kind: EventKind::Decided,
            from: decided,
            until: decided,
            about: bought(snapshot, purchase, lang),
            citation: purchase.citation.clone(),
        });
    }
    tracks.into_iter().map(|(_, track)| track).collect()
}

fn wave_track(snapshot: &Snapshot, wave: u32, lang: Lang) -> Track {
    let about = by_service(snapshot, |purchase| purchase.wave == Some(wave), lang);
    let name = words::WAVE.fill(lang, &[("wave", &wave.to_string())]);
    Track { name, about, events: Vec::new() }
}

fn bought(snapshot: &Snapshot, purchase: &Purchase, lang: Lang) -> String {
    let provider = provider_name(snapshot, Some(&purchase.provider), lang);
    let accelerator = accelerator_name(snapshot, &purchase.accelerator, lang);
    let gpus = format::gpus(purchase.bought_gpus, lang);
    let mut about = format!("{provider} · {accelerator} · {gpus}");
    if let Some(service) = &purchase.service {
        let service = words::SERVICE.fill(lang, &[("service", lang.text(service))]);
        about = format!("{about} · {service}");
    }
    about
}

fn of_call(call: &Call, lang: Lang) -> Track {
    let citation = Citation { source: call.source.clone(), surety: None };
    let event = |kind, from, until, citation| ProgrammeEvent {
        kind,
        from,
        until,
        about: String::new(),
        citation,
    };
    let mut events = Vec::new();
    if let (Some(opens), Some(closes)) = (call.opens, call.closes) {
        events.push(event(EventKind::Open, opens, closes, citation.clone()));
    }
    if let Some(results) = &call.results
        && let Some(published) = results.published
    {
        let citation = Citation { source: results.source.clone(), surety: None };
        events.push(event(EventKind::Results, published, published, citation));
    }
    if let Some(first) = &call.first_use {
        let mut first_use =
            event(EventKind::FirstUse, first.date, first.date, first.citation.clone());
        if let Some(closes) = call.closes {
            // Counted from the day of closing, as people do.
            let days = first.date.since(closes.last_midnight()) / 24;
            first_use.about =
                words::AFTER_CLOSING.fill(lang, &[("days", &format::days(days, lang))]);
        }
        events.push(first_use);
    }
    if let (Some(opens), Some(until)) = (call.opens, call.term.until) {
        events.push(event(EventKind::Use, opens, until, citation));
    }
    Track { name: lang.text(&call.name).to_owned(), about: String::new(), events }
}

/// Returns the published holds, with those of the same label and end merged.
fn holds(snapshot: &Snapshot, lang: Lang) -> Vec<Track> {
    let mut tracks: Vec<(&Hold, u32, Track)> = Vec::new();
    for hold in &snapshot.holds {
        let Some(published) = &hold.published else { continue };
        let nodes = hold.nodes.count();
        let same = |track: &&mut (&Hold, u32, Track)| {
            track.0.label == hold.label && track.0.until == hold.until
        };
        if let Some(track) = tracks.iter_mut().find(same) {
            track.1 = track.1.saturating_add(nodes);
            if let Some(event) = track.2.events.first_mut() {
                // The merged row begins with its earliest hold.
                event.from = event.from.min(hold.from);
            }
        } else if tracks.len() < MOST_HOLDS {
            let rule = published.until_rule.as_ref().map(|rule| lang.text(rule).to_owned());
            let event = ProgrammeEvent {
                kind: EventKind::Held,
                from: hold.from,
                until: hold.until,
                about: rule.unwrap_or_default(),
                citation: published.citation.clone(),
            };
            let name = lang.text(&hold.label).to_owned();
            let track = Track { name, about: String::new(), events: vec![event] };
            tracks.push((hold, nodes, track));
        }
    }
    let with_nodes = |(_, nodes, track): (&Hold, u32, Track)| Track {
        about: format::nodes(nodes, lang),
        ..track
    };
    tracks.into_iter().map(with_nodes).collect()
}

fn row(track: Track, axis: TimeAxis) -> ProgrammeRow {
    let bar = |event: &ProgrammeEvent| {
        let (x, end) = (axis.x(event.from), axis.x(event.until));
        ProgrammeBar {
            kind: event.kind,
            x,
            // At least 40 wide (0.4 % of the axis), so that a few days can be seen.
            width: end.saturating_sub(x).max(40),
            is_open: event.until == Hour::MAX,
        }
    };
    let lasting = |is_use: bool| {
        let bars = track.events.iter().filter(|event| event.kind.lasts());
        bars.filter(move |event| (event.kind == EventKind::Use) == is_use)
    };
    // Use goes on while applications are taken, so the longer bar is drawn first, below the other.
    let bars = lasting(true).chain(lasting(false)).map(bar).collect();
    let mut marks = Vec::new();
    for event in track.events.iter().filter(|event| !event.kind.lasts()) {
        let mark = (event.kind, axis.x(event.from));
        // Purchases decided on one day would be drawn on top of each other.
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    ProgrammeRow { bars, marks, name: track.name, about: track.about }
}

fn table(snapshot: &Snapshot, tracks: &[Track], lang: Lang) -> Table {
    let events: Vec<(&Track, &ProgrammeEvent)> = tracks
        .iter()
        .flat_map(|track| track.events.iter().map(move |event| (track, event)))
        .collect();
    let column = |head: Entry, value: &dyn Fn(&Track, &ProgrammeEvent) -> Value| {
        Column::new(head.get(lang), events.iter().map(|(track, event)| value(track, event)))
    };
    let name = |track: &Track, event: &ProgrammeEvent| match track.about.as_str() {
        about if event.kind == EventKind::Held => format!("{} ({about})", track.name),
        _ => track.name.clone(),
    };
    let until = |event: &ProgrammeEvent| match (event.kind, event.until) {
        (kind, _) if !kind.lasts() => Value::Blank,
        (_, Hour::MAX) => Value::Missing(capacity::NOT_PUBLISHED.get(lang)),
        (EventKind::Held, end) => Value::Day(end),
        (_, end) => Value::LastDay(end),
    };
    let columns = vec![
        column(words::WHAT, &|track, event| Value::Words(name(track, event))),
        column(words::EVENT, &|_, event| Value::words(event.kind.name().get(lang))),
        column(words::FROM, &|_, event| Value::Day(event.from)),
        column(words::UNTIL, &|_, event| until(event)),
        column(words::ABOUT, &|_, event| Value::words(event.about.as_str())),
        column(capacity::SOURCE, &|_, event| source_value(snapshot, &event.citation, lang)),
    ];
    Table { caption: words::HEADING.get(lang).to_owned(), columns, lang }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::table::Cell;

    fn published(now: &str) -> Programme {
        let file = include_bytes!("../../public/capacity.json");
        let snapshot = crate::model::read(file).unwrap().snapshot;
        let now = crate::model::Instant::parse(now).unwrap().floor();
        Programme::new(&snapshot, now, Lang::En).unwrap()
    }

    #[test]
    fn the_programme_has_its_waves_calls_and_published_holds() {
        let picture = published("2026-11-29");
        let names: Vec<&str> = picture.rows.iter().map(|row| &*row.name).collect();
        assert_eq!(names.len(), 2 + 4 + 2, "{names:?}");
        assert_eq!(
            picture.rows[1].about,
            "B300 7,688: within 2026 · Vera Rubin 2,016: first half of 2027"
        );
        // Three blocks are held until the same day and become one row.
        let held: Vec<_> = picture.rows[6..].iter().map(|row| (&*row.about, row.bars[0])).collect();
        assert_eq!((held[0].0, held[0].1.is_open), ("542 nodes", false));
        assert_eq!((held[1].0, held[1].1.is_open), ("765 nodes", true));
        assert_eq!(held[1].1.x + held[1].1.width, super::super::time_axis::WIDTH);
        assert!(picture.now > held[0].1.x && picture.now < held[0].1.x + held[0].1.width);
        assert_eq!(picture.kinds, EventKind::ALL);
    }

    #[test]
    fn its_table_has_every_event_with_its_source() {
        let table = published("2026-11-29").table;
        assert_eq!(table.rows(), 8 + (2 + 2 + 2 + 2) + 2);
        assert!(table.each_row().all(|row| row[5].value.url().is_some()), "{table:?}");
        let text = |cell: &Cell| cell.value.text(Lang::En);
        let first_use = table.each_row().find(|row| text(row[1]) == "First known use").unwrap();
        assert!(text(first_use[4]).contains("61 days"), "{first_use:?}");
    }

    #[test]
    fn a_file_without_events_has_no_picture() {
        let file = br#"{"schema":1,"as_of":"2027-01-04","accelerators":[{"id":"h200"}],
            "blocks":[{"id":"a","accelerator":"h200","nodes":8}]}"#;
        let snapshot = crate::model::read(file).unwrap().snapshot;
        assert_eq!(Programme::new(&snapshot, snapshot.as_of, Lang::Ko), None);
    }
}
