//! The feed in words.

use super::failure::LoadError;
use super::site::SiteProblem;
use super::state::{Feed, Status};
use crate::exchange::fetch::FetchError;
use crate::model::limits::MAX_BYTES;
use crate::model::{Availability, Hour};
use crate::words::catalogue::{Entry, feed as words, page};
use crate::words::{Lang, format, problem};

/// A file of so many megabytes comes at once: no need to say how much of it has come.
const SMALL: u32 = 5;
/// Hours that a clock may be slow.
const SLOW: u32 = 24;

/// The feed as the page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FeedView {
    /// What its bar is styled by: `loading`, `fresh`, `stale`, `refused` or `offline`.
    pub kind: &'static str,
    /// What the bar says, but for the [`progress`]; none where there is nothing to say.
    pub sentences: Vec<String>,
    /// Whether the reader can ask for a newer file.
    pub can_retry: bool,
    /// Whether there are news to dismiss.
    pub can_close: bool,
    /// What stands in the place of a view; `None` where there is a file, or one is on its way.
    pub failure: Option<LoadFailure>,
    /// What is wrong with the file and with the settings of the site, a sentence each.
    pub problems: Vec<String>,
}

/// What stands in the place of a view while there is no file, and none comes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoadFailure {
    /// What failed.
    pub title: Entry,
    /// What the reader can do.
    pub advice: Option<Entry>,
    /// Why, in lines.
    pub details: String,
}

/// The feed as the page shows it.
#[must_use]
pub fn view(feed: &Feed, lang: Lang) -> FeedView {
    FeedView {
        kind: kind(feed),
        sentences: sentences(feed, lang),
        can_retry: feed.file.is_some() && feed.status != Status::Current,
        can_close: feed.news.is_some(),
        failure: failure(feed, lang),
        problems: problems(feed, lang),
    }
}

fn kind(feed: &Feed) -> &'static str {
    match &feed.status {
        Status::Loading => "loading",
        Status::Current if age(feed).is_some() => "stale",
        Status::Current => "fresh",
        Status::Failed(failure) if failure.error.is_refusal() => "refused",
        Status::Failed(_) => "offline",
    }
}

fn sentences(feed: &Feed, lang: Lang) -> Vec<String> {
    let mut sentences = Vec::new();
    if let Some(news) = &feed.news {
        let as_of = format::date(news.as_of, lang);
        sentences.push(words::UPDATED.fill(lang, &[("as_of", &as_of)]));
        sentences.extend(news.changed.as_ref().map(|changed| lang.text(changed).to_owned()));
    }
    match &feed.status {
        // Without a file this is said in the place of the view.
        Status::Failed(failure) if feed.file.is_some() => {
            if let Some(kept) = feed.copy_of {
                let kept = format::minute(kept, lang);
                sentences.push(words::COPY_OF.fill(lang, &[("kept", &kept)]));
            }
            sentences.push(match failure.error.is_refusal() {
                true => words::REFUSED.get(lang).to_owned(),
                false => {
                    let since = format::minute(failure.since, lang);
                    words::OFFLINE.fill(lang, &[("since", &since)])
                }
            });
            sentences.push(reason(&failure.error, lang));
            if failure.retries {
                sentences.push(words::TRIES_AGAIN.get(lang).to_owned());
            }
        }
        Status::Loading | Status::Current | Status::Failed(_) => {}
    }
    if let Some((entry, as_of)) = age(feed) {
        let (date, age) = (format::date(as_of, lang), format::age(as_of, feed.hour, lang));
        sentences.push(entry.fill(lang, &[("as_of", &date), ("age", &age)]));
    }
    sentences
}

/// How much of a large file has come, after what else the bar says; empty where nothing is waited
/// for. Apart from the rest, which stays as it is while a file comes.
#[must_use]
pub fn progress(feed: &Feed, lang: Lang) -> String {
    let (received, total) = (feed.received, feed.total);
    if feed.status != Status::Loading || received.max(total) < SMALL {
        return String::new();
    }
    let values = [format::megabytes(received), format::megabytes(total)];
    let values = [("received", values[0].as_str()), ("total", values[1].as_str())];
    let entry = if total > 0 { words::RECEIVED_OF } else { words::RECEIVED };
    entry.fill(lang, &values)
}

/// That the file is old, or that it comes from the future of this clock; and what it describes.
fn age(feed: &Feed) -> Option<(Entry, Hour)> {
    let snapshot = &feed.file.as_ref()?.snapshot;
    let (as_of, now) = (snapshot.as_of, feed.hour);
    if as_of.since(now) > SLOW {
        return Some((words::CLOCK, as_of));
    }
    let is_old = feed.site.settings.is_old(snapshot.availability, as_of, now);
    let entry = match snapshot.availability {
        Availability::Published => words::REVIEW_DUE,
        Availability::Nominal | Availability::Complete => words::STALE,
    };
    is_old.then_some((entry, as_of))
}

/// Why a file is not there, as a sentence.
fn reason(error: &LoadError, lang: Lang) -> String {
    let entry = match error {
        LoadError::Unreadable(found) => return problem::text(found, lang),
        LoadError::Fetch(FetchError::Status(status)) => {
            return words::STATUS.fill(lang, &[("status", &status.to_string())]);
        }
        LoadError::Fetch(FetchError::TooLarge) => {
            let most = u32::try_from(MAX_BYTES / 1_000_000).unwrap_or(u32::MAX);
            return words::TOO_LARGE.fill(lang, &[("most", &format::megabytes(most))]);
        }
        LoadError::Fetch(FetchError::Network(_)) => words::NO_CONNECTION,
        LoadError::Fetch(FetchError::TimedOut) => words::TIMED_OUT,
        LoadError::Fetch(FetchError::NotData) => words::NOT_DATA,
    };
    entry.get(lang).to_owned()
}

fn failure(feed: &Feed, lang: Lang) -> Option<LoadFailure> {
    let Status::Failed(failure) = &feed.status else { return None };
    if feed.file.is_some() {
        return None;
    }
    let mut details = reason(&failure.error, lang);
    if let LoadError::Fetch(FetchError::Network(text)) = &failure.error {
        details = [&details, " ", text].concat();
    }
    if failure.retries {
        details = [&details, "\n", words::TRIES_AGAIN.get(lang)].concat();
    }
    let (title, advice) = match failure.error.is_refusal() {
        true => (page::LOAD_REFUSED, None),
        false => (page::LOAD_FAILED, Some(page::LOAD_FAILED_DO)),
    };
    Some(LoadFailure { title, advice, details })
}

fn problems(feed: &Feed, lang: Lang) -> Vec<String> {
    let of_file = feed.file.as_ref().map_or(&[][..], |file| &file.problems);
    let of_file = of_file.iter().map(|found| problem::text(found, lang));
    let of_site = feed.site.problems.iter().map(|found| match found {
        SiteProblem::Problem(found) => ["config.json: ", &problem::text(found, lang)].concat(),
        SiteProblem::Missing(why) => {
            words::SETTINGS_MISSING.fill(lang, &[("why", &reason(why, lang))])
        }
    });
    of_file.chain(of_site).collect()
}
