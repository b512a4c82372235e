//! An operator's settings for one site: its identity, the location of its data, and the required
//! freshness.

use super::snapshot::Availability;
use super::text::Text;
use super::time::Hour;

/// Settings of a site from its `config.json`, or the defaults without one.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Address of the capacity file, relative to the page or absolute.
    pub capacity_url: String,
    /// Seconds between two polls for a newer file while the page is open; `None` for never.
    pub refresh_seconds: Option<u32>,
    /// Hours after which a complete file is reported as old; `None` for never.
    pub stale_after_hours: Option<u32>,
    /// Days after which published facts are due for review; `None` for never.
    pub review_after_days: Option<u32>,
    /// Address to which applications are posted; `None` if they are not posted.
    pub submit_url: Option<String>,
    /// Identity of the site, and where to apply.
    pub identity: Identity,
}

/// Identity of a site, and where to apply; every field may be missing.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Identity {
    /// Name of the site.
    pub name: Option<Text>,
    /// Purpose of the site in a sentence, for search engines and link previews.
    pub about: Option<Text>,
    /// Absolute address of the site.
    pub url: Option<String>,
    /// Operator of the site.
    pub operator: Option<Text>,
    /// Disclaimer in a sentence; a site that has one calls itself unofficial.
    pub unofficial: Option<Text>,
    /// Name of the place to apply.
    pub apply_name: Option<Text>,
    /// Address of the place to apply.
    pub apply_url: Option<String>,
}

impl Settings {
    /// Default address: the capacity file beside the page.
    pub const CAPACITY_URL: &str = "capacity.json";
    /// Default of five minutes: an update by a cron job is seen soon, and a thousand readers make
    /// about three requests a second.
    pub const REFRESH_SECONDS: u32 = 300;
    /// Default of two days: a file made daily may be late once.
    pub const STALE_AFTER_HOURS: u32 = 48;
    /// Default of a month: notices and results come every few months, so a monthly review misses
    /// none for long.
    pub const REVIEW_AFTER_DAYS: u32 = 30;

    /// Returns `true` if a file of this `availability` and hour is old at the hour `now`.
    #[must_use]
    pub fn is_old(&self, availability: Availability, as_of: Hour, now: Hour) -> bool {
        let hours = match availability {
            Availability::Complete => self.stale_after_hours,
            Availability::Published => self.review_after_days.map(|days| days.saturating_mul(24)),
            // The nominal size, as it was published, does not become outdated.
            Availability::Nominal => None,
        };
        hours.is_some_and(|hours| now.since(as_of) > hours)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            capacity_url: Self::CAPACITY_URL.to_owned(),
            refresh_seconds: Some(Self::REFRESH_SECONDS),
            stale_after_hours: Some(Self::STALE_AFTER_HOURS),
            review_after_days: Some(Self::REVIEW_AFTER_DAYS),
            submit_url: None,
            identity: Identity::default(),
        }
    }
}
