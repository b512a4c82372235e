//! An offer that is exported.

use crate::fit::Offer;
use crate::model::{Block, Hour, Request, Snapshot};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::{accelerator_name, block_name};

/// An offer, with the context that every export repeats.
#[derive(Clone, Copy)]
pub struct TakenOffer<'a> {
    /// The capacity file with assumptions on top.
    pub snapshot: &'a Snapshot,
    /// The request.
    pub request: &'a Request,
    /// The block of the offer.
    pub block: &'a Block,
    /// The offer.
    pub offer: &'a Offer,
    /// Disclaimer and basis of the answer, as a sentence.
    pub what_not: &'a str,
    /// Link that opens the answer again.
    pub link: &'a str,
    /// Language of the export.
    pub lang: Lang,
}

impl<'a> TakenOffer<'a> {
    /// Returns the name of the block.
    pub(super) fn block_name(&self) -> &'a str {
        block_name(self.block, self.lang)
    }

    /// Returns the name of the accelerator.
    pub(super) fn accelerator(&self) -> &'a str {
        accelerator_name(self.snapshot, &self.block.accelerator, self.lang)
    }

    /// Returns the node numbers as `1-4,7`, or `None` if counted holds leave them open.
    pub(super) fn node_numbers(&self) -> Option<String> {
        let ranges = &self.offer.node_ranges;
        (!ranges.is_empty()).then(|| ranges.to_string())
    }

    /// Returns the duration, in hours.
    pub(super) fn hours(&self) -> u32 {
        self.offer.end.since(self.offer.start)
    }

    /// Returns the first and the last day, in words.
    pub(super) fn days(&self) -> (String, String) {
        let Offer { start, end, .. } = self.offer;
        (format::date(*start, self.lang), format::last_day(*end, self.lang))
    }

    /// Returns the request id as a job name of letters, digits and hyphens.
    pub(super) fn job_name(&self) -> String {
        ["jari-", &slug(&self.request.id)].concat()
    }
}

/// Reduces a text to lower-case ASCII letters, digits and single hyphens, at most 40 characters;
/// `request` if nothing is left.
pub(super) fn slug(text: &str) -> String {
    let mut out = String::new();
    for char in text.chars() {
        if out.len() >= 40 {
            break;
        }
        match char {
            'a'..='z' | '0'..='9' => out.push(char),
            'A'..='Z' => out.push(char.to_ascii_lowercase()),
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
        }
    }
    match out.trim_end_matches('-') {
        "" => "request".to_owned(),
        name => name.to_owned(),
    }
}

/// Formats an hour in Korean time and Slurm notation: `2027-03-01T09:00:00`.
pub(super) fn korean_clock(hour: Hour) -> String {
    [&format::date_input(hour), "T", &format!("{:02}", hour.civil().hour), ":00:00"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Instant;

    #[test]
    fn names_of_jobs_are_plain_whatever_a_request_is_called() {
        for (id, name) in [
            ("a1", "a1"),
            ("Team A / run #2", "team-a-run-2"),
            ("자리", "request"),
            ("", "request"),
            ("--x--", "x"),
            ("$(reboot)\n", "reboot"),
        ] {
            assert_eq!(slug(id), name);
        }
        assert_eq!(slug(&"a".repeat(200)).len(), 40);
    }

    #[test]
    fn the_clock_is_that_of_korea() {
        let hour = Instant::parse("2027-02-28T15:00:00Z").unwrap().floor();
        assert_eq!(korean_clock(hour), "2027-03-01T00:00:00");
    }
}
