//! Calendars in iCalendar format (RFC 5545).

use crate::model::{Hour, Instant};

/// Maximum length of a line, in octets.
const LINE: usize = 75;

/// A calendar.
pub(super) struct IcsFile<'a> {
    /// Name of the calendar; set only if it is subscribed to instead of imported once.
    pub(super) name: Option<&'a str>,
    /// Time of writing, passed in because the core has no clock.
    pub(super) stamp: Instant,
    /// The events.
    pub(super) entries: Vec<IcsEvent>,
}

/// An event of a calendar.
pub(super) struct IcsEvent {
    /// Id that stays the same when the dates change, so that a calendar moves the event.
    pub(super) uid: String,
    /// Date or time of the event.
    pub(super) when: EventTime,
    /// Title.
    pub(super) summary: String,
    /// Full text.
    pub(super) description: String,
    /// Location.
    pub(super) location: Option<String>,
    /// Web address with details.
    pub(super) url: Option<String>,
    /// `true` if the event may still change.
    pub(super) is_tentative: bool,
}

/// Date or time of an event.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum EventTime {
    /// The whole day, in Korean time, that begins at this hour.
    Day(Hour),
    /// A point in time, without a duration.
    At(Hour),
    /// The time from the first hour until the second, exclusive.
    Between(Hour, Hour),
}

impl EventTime {
    /// Returns the whole day for a midnight in Korea, and the point in time for any other hour.
    pub(super) fn from_hour(hour: Hour) -> Self {
        if hour.next_midnight() == hour { Self::Day(hour) } else { Self::At(hour) }
    }
}

impl IcsFile<'_> {
    /// Returns the text of the file.
    pub(super) fn text(&self) -> String {
        let mut lines = IcsLines::default();
        lines.raw("BEGIN", "VCALENDAR");
        lines.raw("VERSION", "2.0");
        lines.raw("PRODID", "-//Jari//GPU capacity preview//EN");
        lines.raw("CALSCALE", "GREGORIAN");
        if let Some(name) = self.name {
            lines.text("X-WR-CALNAME", name);
            // A daily refresh, in the older and the standard notation.
            lines.raw("X-PUBLISHED-TTL", "P1D");
            lines.raw("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        }
        for entry in &self.entries {
            entry.write(&utc(&self.stamp.to_rfc3339()), &mut lines);
        }
        lines.raw("END", "VCALENDAR");
        lines.0
    }
}

impl IcsEvent {
    fn write(&self, stamp: &str, lines: &mut IcsLines) {
        lines.raw("BEGIN", "VEVENT");
        lines.text("UID", &self.uid);
        lines.raw("DTSTAMP", stamp);
        match self.when {
            EventTime::Day(day) => {
                lines.raw("DTSTART;VALUE=DATE", &date(day));
                // The end of an event of whole days is exclusive.
                lines.raw("DTEND;VALUE=DATE", &date(day.plus_days(1)));
            }
            EventTime::At(hour) => lines.raw("DTSTART", &utc(&hour.to_rfc3339())),
            EventTime::Between(start, end) => {
                lines.raw("DTSTART", &utc(&start.to_rfc3339()));
                lines.raw("DTEND", &utc(&end.to_rfc3339()));
            }
        }
        lines.text("SUMMARY", &self.summary);
        lines.text("DESCRIPTION", &self.description);
        if let Some(location) = &self.location {
            lines.text("LOCATION", location);
        }
        // An address has no escapes, so one that could break out of its line is left out.
        let url = self.url.as_deref().filter(|url| is_address(url));
        if let Some(url) = url {
            lines.raw("URL", url);
        }
        lines.raw("STATUS", if self.is_tentative { "TENTATIVE" } else { "CONFIRMED" });
        // The event does not block the time of its reader.
        lines.raw("TRANSP", "TRANSPARENT");
        lines.raw("END", "VEVENT");
    }
}

/// Returns `true` for a web address that can be written without quotes.
fn is_address(text: &str) -> bool {
    let is_web = text.starts_with("https://") || text.starts_with("http://");
    is_web && !text.contains(|c: char| c.is_whitespace() || c.is_control())
}

/// Converts an RFC 3339 time in UTC to the basic format, without separators.
fn utc(rfc3339: &str) -> String {
    rfc3339.chars().filter(|c| !matches!(c, '-' | ':')).collect()
}

/// Formats the day, in Korean time, that contains an hour.
fn date(hour: Hour) -> String {
    let civil = hour.civil();
    format!("{:04}{:02}{:02}", civil.year, civil.month, civil.day)
}

/// Lines of a calendar file.
#[derive(Default)]
struct IcsLines(String);

impl IcsLines {
    /// Appends a line whose value is written verbatim.
    fn raw(&mut self, name: &str, value: &str) {
        self.fold(&[name, ":", value].concat());
    }

    /// Appends a line whose value is a text, escaped.
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::with_capacity(value.len());
        for char in value.chars() {
            match char {
                '\\' | ';' | ',' => escaped.extend(['\\', char]),
                '\n' => escaped.push_str("\\n"),
                // Line ends are `\n` only, and no other control character may occur in a text.
                _ if char.is_control() => {}
                _ => escaped.push(char),
            }
        }
        self.raw(name, &escaped);
    }

    /// Appends a line, folded between characters so that no part exceeds [`LINE`] octets.
    fn fold(&mut self, line: &str) {
        let mut length = 0;
        for char in line.chars() {
            if length + char.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                // The space that marks a continuation line counts as well.
                length = 1;
            }
            self.0.push(char);
            length += char.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use icalendar::{Calendar as Read, CalendarComponent, Component as _, EventLike as _};

    fn hour(text: &str) -> Hour {
        Instant::parse(text).unwrap().floor()
    }

    fn entry(summary: &str, description: &str, when: EventTime) -> IcsEvent {
        IcsEvent {
            uid: "a;b@jari".into(),
            when,
            summary: summary.into(),
            description: description.into(),
            location: Some("Hall A, \\ row 3".into()),
            url: Some("https://example.org/?a=1,2;b".into()),
            is_tentative: true,
        }
    }

    fn text(entries: Vec<IcsEvent>) -> String {
        let stamp = Instant::parse("2026-11-29T09:30:15+09:00").unwrap();
        IcsFile { name: Some("자리, calls"), stamp, entries }.text()
    }

    #[test]
    fn no_line_is_longer_than_75_octets_and_none_cuts_a_character() {
        let long = "자리가 있을까요? ".repeat(40);
        let file = text(vec![entry(&long, &long, EventTime::Day(hour("2027-03-01")))]);
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        for line in file.split("\r\n") {
            assert!(line.len() <= 75, "{} octets: {line}", line.len());
            assert!(!line.contains(['\r', '\n']), "{line:?}");
        }
        assert!(file.split("\r\n").any(|line| line.len() > 70));
    }

    #[test]
    fn a_reader_finds_what_was_written() {
        let long = "A; b, c \\ d: \"e\"\nsecond line; 자리 ".repeat(6);
        let (start, end) = (hour("2027-03-01"), hour("2027-06-01T09:00:00Z"));
        let file = text(vec![entry("Four nodes, 자리; \\", &long, EventTime::Between(start, end))]);
        let read: Read = file.parse().unwrap();
        let [CalendarComponent::Event(event)] = &read.components[..] else { panic!("{file}") };
        assert_eq!(event.get_summary(), Some("Four nodes, 자리; \\"));
        assert_eq!(event.get_description(), Some(long.as_str()));
        assert_eq!(event.get_location(), Some("Hall A, \\ row 3"));
        assert_eq!(event.get_url(), Some("https://example.org/?a=1,2;b"));
        assert_eq!(event.get_uid(), Some("a;b@jari"));
        for (name, value) in [
            ("DTSTART", "20270228T150000Z"),
            ("DTEND", "20270601T090000Z"),
            ("DTSTAMP", "20261129T003015Z"),
            ("STATUS", "TENTATIVE"),
        ] {
            assert_eq!(event.property_value(name), Some(value), "{name}");
        }
        assert_eq!(read.get_name(), Some("자리, calls"));
    }

    #[test]
    fn a_day_is_a_day_and_an_hour_is_in_utc() {
        let day = text(vec![entry("a", "b", EventTime::from_hour(hour("2026-03-03")))]);
        assert!(
            day.contains("DTSTART;VALUE=DATE:20260303\r\nDTEND;VALUE=DATE:20260304\r\n"),
            "{day}"
        );
        let at =
            text(vec![entry("a", "b", EventTime::from_hour(hour("2026-01-28T15:00:00+09:00")))]);
        assert!(at.contains("DTSTART:20260128T060000Z\r\nSUMMARY"), "{at}");
    }

    #[test]
    fn nothing_in_a_text_begins_a_line_of_its_own() {
        let hostile = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\u{0}\u{85}y";
        let mut of = entry(hostile, hostile, EventTime::Day(hour("2027-03-01")));
        of.uid = hostile.into();
        of.location = Some(hostile.into());
        of.url = Some("https://a.example/\r\nATTENDEE:mailto:a@b".into());
        let file = text(vec![of]);
        assert_eq!(file.matches("\r\nBEGIN:VEVENT").count(), 1, "{file}");
        assert!(!file.contains("ATTENDEE") && !file.contains("\r\nURL"), "{file}");
        let read: Read = file.parse().unwrap();
        assert_eq!(read.components.len(), 1);
    }
}
