//! Calendar files of an offer and of the dates of calls.

use super::ics::{EventTime, IcsEvent, IcsFile};
use super::offer::TakenOffer;
use crate::exchange::request_json::RequestJson;
use crate::model::{Call, Instant, NodeCount, Snapshot, fingerprint};
use crate::words::catalogue::{self, Entry, exported as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::source::{SourceView, cited, source_of};

/// Returns an offer as a calendar with one entry from its first hour to its last; `text` is the
/// complete answer and `stamp` the time of writing.
///
/// The entry id depends on the request alone, so a calendar moves its entry along with the offer.
#[must_use]
pub fn offer_ics(of: &TakenOffer<'_>, text: &str, stamp: Instant) -> String {
    let TakenOffer { request, block, offer, lang, .. } = *of;
    let nodes = NodeCount::exactly(offer.nodes);
    let nodes = format::nodes_and_gpus(nodes, Some(block.gpus_per_node), lang);
    let name = of.block_name();
    let place = of
        .node_numbers()
        .map(|numbers| [name, ", ", catalogue::fit::OFFER_NODES.get(lang), " ", &numbers].concat());
    // Serializing plain data cannot fail.
    let asked = serde_json::to_string(&RequestJson::from(request)).unwrap_or_default();
    let entry = IcsEvent {
        // Derived from the request only, not from the offer, which may move.
        uid: format!("offer-{}@jari", fingerprint(asked.as_bytes())),
        when: EventTime::Between(offer.start, offer.end),
        summary: words::OFFER_EVENT.fill(lang, &[("block", name), ("nodes", &nodes)]),
        description: text.to_owned(),
        location: Some(place.unwrap_or_else(|| name.to_owned())),
        url: Some(of.link.to_owned()),
        is_tentative: true,
    };
    IcsFile { name: None, stamp, entries: vec![entry] }.text()
}

/// Returns the published dates of all calls: opening, closing, results, the first observed use, and
/// the day on which uses under the call have to end.
///
/// `site` is the name of the site and `hash` identifies the file.
#[must_use]
pub fn calls_ics(
    snapshot: &Snapshot,
    hash: &str,
    site: &str,
    stamp: Instant,
    lang: Lang,
) -> String {
    let name = words::CALLS.fill(lang, &[("site", site)]);
    let date = format::date(snapshot.as_of, lang);
    let rests_on = words::FROM_FILE.fill(lang, &[("date", &date), ("hash", hash)]);
    let each = |call| of_call(snapshot, call, &rests_on, lang);
    let entries = snapshot.calls.iter().flat_map(each).collect();
    IcsFile { name: Some(&name), stamp, entries }.text()
}

/// Returns the calendar entries of one call.
fn of_call(snapshot: &Snapshot, call: &Call, rests_on: &str, lang: Lang) -> Vec<IcsEvent> {
    let name = lang.text(&call.name);
    let rules = || source_of(snapshot, call.source.as_deref(), lang);
    let mut entries = Vec::new();
    let mut push = |kind: &str, what: Entry, when: EventTime, source: Option<SourceView>| {
        let told = source.as_ref().map(|source| source_line(source, lang));
        let description = told.into_iter().chain([rests_on.to_owned()]).collect::<Vec<_>>();
        // Calls of two operators may have the same id; the title tells them apart.
        let key = format!("{}\n{}", snapshot.title.ko, call.id);
        entries.push(IcsEvent {
            uid: format!("call-{kind}-{}@jari", fingerprint(key.as_bytes())),
            when,
            summary: what.fill(lang, &[("call", name)]),
            description: description.join("\n"),
            location: None,
            url: source.and_then(|source| source.url),
            is_tentative: false,
        });
    };
    if let Some(opens) = call.opens {
        push("opens", words::CALL_OPENS, EventTime::from_hour(opens), rules());
    }
    if let Some(closes) = call.closes {
        push("closes", words::CALL_CLOSES, EventTime::from_hour(closes), rules());
    }
    if let Some(results) = &call.results
        && let Some(published) = results.published
    {
        let source = source_of(snapshot, results.source.as_deref(), lang);
        push("results", words::CALL_RESULTS, EventTime::from_hour(published), source);
    }
    if let Some(first) = &call.first_use {
        let source = cited(snapshot, &first.citation, lang);
        push("first-use", words::CALL_FIRST_USE, EventTime::from_hour(first.date), source);
    }
    if let Some(until) = call.term.until {
        push("ends", words::CALL_ENDS, EventTime::Day(until.last_day().last_midnight()), rules());
    }
    entries
}

/// Formats a source as one line.
fn source_line(source: &SourceView, lang: Lang) -> String {
    let label = catalogue::capacity::SOURCE.get(lang);
    let url = source.url.as_deref().map(|url| [" ", url].concat()).unwrap_or_default();
    [label, ": ", &source.title, &source.details, &url].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::request_json;
    use crate::fit::{Calendars, preview};
    use crate::model::read;
    use icalendar::{Calendar as Read, CalendarComponent, Component as _, Event};

    const PUBLISHED: &[u8] = include_bytes!("../../../public/capacity.json");

    fn stamp() -> Instant {
        Instant::parse("2026-11-29T00:30:00Z").unwrap()
    }

    fn events(file: &str) -> Vec<Event> {
        let read: Read = file.parse().unwrap();
        let event = |part: CalendarComponent| part.as_event().cloned().unwrap();
        read.components.into_iter().map(event).collect()
    }

    #[test]
    fn every_published_date_of_a_call_is_an_entry_with_its_source() {
        let snapshot = read(PUBLISHED).unwrap().snapshot;
        let file = calls_ics(&snapshot, "c0ffee", "Jari", stamp(), Lang::En);
        let events = events(&file);
        // Four calls open and close, one has results, one a first use, two an end.
        assert_eq!(events.len(), 4 * 2 + 1 + 1 + 2);
        let find = |summary: &str| {
            let found = events.iter().find(|event| event.get_summary() == Some(summary));
            found.unwrap_or_else(|| panic!("no {summary} in {file}"))
        };
        let of = |event: &Event, name: &str| event.property_value(name).unwrap().to_owned();
        assert_eq!(of(find("Call 25-1: closes"), "DTSTART"), "20260128T060000Z");
        assert_eq!(of(find("Call 25-1: results published"), "DTSTART"), "20260303");
        assert_eq!(of(find("Rolling call 2026: last day of use"), "DTSTART"), "20261231");
        for event in &events {
            let told = event.get_description().unwrap();
            assert!(told.starts_with("Source: ") && told.contains("11 Oct 2026"), "{told}");
            assert!(event.get_url().unwrap().starts_with("https://"));
            assert_eq!(of(event, "DTSTAMP"), "20261129T003000Z");
        }
        let mut names: Vec<&str> = events.iter().filter_map(|event| event.get_uid()).collect();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), events.len());
    }

    #[test]
    fn an_entry_keeps_its_name_when_its_date_changes() {
        let text = std::str::from_utf8(PUBLISHED).unwrap();
        let moved = text.replacen("2026-01-28T15:00:00+09:00", "2026-02-04T15:00:00+09:00", 1);
        let uids = |file: &str| {
            let snapshot = read(file.as_bytes()).unwrap().snapshot;
            let file = calls_ics(&snapshot, "x", "Jari", stamp(), Lang::Ko);
            let uid = |event: Event| event.get_uid().unwrap().to_owned();
            events(&file).into_iter().map(uid).collect::<Vec<_>>()
        };
        assert_ne!(moved, text);
        assert_eq!(uids(&moved), uids(text));
    }

    #[test]
    fn an_offer_has_an_entry_of_its_own_for_every_request() {
        let snapshot = read(
            br#"{"schema":1,"as_of":"2027-01-04","accelerators":[{"id":"h200"}],
                "blocks":[{"id":"a","accelerator":"h200","nodes":8}]}"#,
        );
        let snapshot = snapshot.unwrap().snapshot;
        let uid = |fields: &str| {
            let asked = format!(
                r#"{{"id":"a","accelerators":["h200"],"nodes":2,"term":{{"days":9}},
                    "not_before":"2027-03-01"{fields}}}"#
            );
            let request = &request_json::parse(&asked).unwrap().request;
            let found = preview(&snapshot, &Calendars::new(&snapshot), request).unwrap();
            let taken = TakenOffer {
                snapshot: &snapshot,
                request,
                block: &snapshot.blocks[0],
                offer: found.best().unwrap().offer.as_ref().unwrap(),
                what_not: "",
                link: "",
                lang: Lang::En,
            };
            events(&offer_ics(&taken, "", stamp()))[0].get_uid().unwrap().to_owned()
        };
        assert_eq!(uid(""), uid(r#","split":null"#));
        let others = [r#","blocks":["a"]"#, r#","split":{"min_nodes":1}"#];
        let [in_block, in_parts] = others.map(uid);
        assert!(in_block != uid("") && in_parts != uid("") && in_block != in_parts);
    }

    #[test]
    fn a_file_without_calls_is_a_calendar_without_entries() {
        let snapshot = read(br#"{"schema":1,"as_of":"2027-01-04"}"#).unwrap().snapshot;
        let file = calls_ics(&snapshot, "x", "한결대 GPU", stamp(), Lang::Ko);
        assert_eq!(events(&file).len(), 0);
        assert_eq!(file.parse::<Read>().unwrap().get_name(), Some("한결대 GPU: 공모 일정"));
    }
}
