//! What an operator sets for one site: who it is, where its data is, and how fresh that has to be.

use super::snapshot::Availability;
use super::text::Text;
use super::time::Hour;

/// The settings of a site, as its `config.json` has them; the defaults where it has none.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Settings {
    /// Address of the capacity file, from the page's own or as a whole.
    pub capacity_url: String,
    /// Seconds between two looks for a newer file while the page is open; `None` for never.
    pub refresh_seconds: Option<u32>,
    /// Hours after which a complete file is told to be old; `None` for never.
    pub stale_after_hours: Option<u32>,
    /// Days after which published facts are to be looked through again; `None` for never.
    pub review_after_days: Option<u32>,
    /// Where applications are posted to; `None` where they are not.
    pub submit_url: Option<String>,
    /// Who the site is, and where one applies.
    pub identity: Identity,
}

/// Who a site is, and where one applies. All of it may be left unsaid.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Identity {
    /// What the site is called.
    pub name: Option<Text>,
    /// What it is for, in a sentence: for search engines, and for cards of links.
    pub about: Option<Text>,
    /// Its own address, as a whole.
    pub url: Option<String>,
    /// Who runs it.
    pub operator: Option<Text>,
    /// What it is not, in a sentence: a site that has one calls itself unofficial.
    pub unofficial: Option<Text>,
    /// What the place is called where one applies.
    pub apply_name: Option<Text>,
    /// The address of that place.
    pub apply_url: Option<String>,
}

impl Settings {
    /// The capacity file beside the page.
    pub const CAPACITY_URL: &str = "capacity.json";
    /// Five minutes: a cron job is seen soon, and a thousand readers ask three times a second.
    pub const REFRESH_SECONDS: u32 = 300;
    /// A file made each day may be late once.
    pub const STALE_AFTER_HOURS: u32 = 48;
    /// Notices and results come every few months: who looks once a month misses none for long.
    pub const REVIEW_AFTER_DAYS: u32 = 30;

    /// Whether a file of this kind and hour is old at the hour `now`.
    #[must_use]
    pub fn is_old(&self, availability: Availability, as_of: Hour, now: Hour) -> bool {
        let hours = match availability {
            Availability::Complete => self.stale_after_hours,
            Availability::Published => self.review_after_days.map(|days| days.saturating_mul(24)),
            // What was published to exist does not grow old.
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
