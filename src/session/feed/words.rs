//! Texts about the feed.

use super::failure::LoadError;
use super::site::SiteProblem;
use super::state::{Feed, Status};
use crate::exchange::fetch::FetchError;
use crate::model::limits::{MAX_BYTES, MAX_CLOCK_LAG_HOURS};
use crate::model::{Hour, Problem};
use crate::session::identity::{IdentityView, identity};
use crate::words::catalogue::{Entry, feed as words, page};
use crate::words::{Lang, format};

/// Megabytes below which a file arrives so fast that no progress is shown.
const SMALL: u32 = 5;

/// Feed as the page shows it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FeedView {
    /// Style of its bar: `loading`, `fresh`, `stale`, `refused` or `offline`.
    pub kind: &'static str,
    /// Sentences of the bar, except for the [`progress`]; empty if there is nothing to report.
    pub sentences: Vec<String>,
    /// `true` if the reader can ask for a newer file.
    pub can_retry: bool,
    /// `true` if there is news to dismiss.
    pub can_close: bool,
    /// Message in place of a view; `None` if there is a file, or one is being loaded.
    pub failure: Option<LoadFailure>,
    /// Problems of the file and of the site's settings, one sentence each.
    pub problems: Vec<String>,
    /// Changes that a newer file made in the answers of saved requests, in a few words.
    pub changed: Option<String>,
    /// Identity of the site, from its settings.
    pub identity: IdentityView,
}

/// Message in place of a view while there is no file and none is being loaded.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LoadFailure {
    /// Failure.
    pub title: Entry,
    /// Advice for the reader.
    pub advice: Option<Entry>,
    /// Reason, in lines.
    pub details: String,
}

/// Function that puts a problem of a file into words.
pub type Explain = fn(&Problem, Lang) -> String;

/// Returns the path of a problem with a placeholder text.
///
/// Few files have problems, so the texts for them are loaded with the first one; until then this
/// stands in.
#[must_use]
pub fn unexplained(problem: &Problem, lang: Lang) -> String {
    [&problem.path, ": ", words::UNEXPLAINED.get(lang)].concat()
}

/// Returns the feed as the page shows it; `explain` is [`crate::words::problem::text`] once that is
/// loaded.
#[must_use]
pub fn feed_view(feed: &Feed, explain: Explain, lang: Lang) -> FeedView {
    let mut identity = identity(&feed.site.settings, has_calls(feed), lang);
    // A reader's own file must not look like the operator's.
    if let Some(own) = feed.own() {
        lang.text(&own.standing).clone_into(&mut identity.standing);
    }
    FeedView {
        kind: kind(feed),
        sentences: sentences(feed, explain, lang),
        can_retry: feed.file.is_some() && feed.status != Status::Current && feed.own().is_none(),
        can_close: feed.news.is_some(),
        failure: failure(feed, explain, lang),
        problems: problems(feed, explain, lang),
        changed: feed.changed.as_ref().map(|text| lang.text(text).to_owned()),
        identity,
    }
}

fn has_calls(feed: &Feed) -> bool {
    feed.file().is_some_and(|file| !file.snapshot.calls.is_empty())
}

fn kind(feed: &Feed) -> &'static str {
    match &feed.status {
        // The status of the server's file does not apply to the reader's own.
        _ if feed.own().is_some() => "fresh",
        Status::Loading => "loading",
        Status::Current if age(feed).is_some() => "stale",
        Status::Current => "fresh",
        Status::Failed(failure) if failure.error.is_refusal() => "refused",
        Status::Failed(_) => "offline",
    }
}

fn sentences(feed: &Feed, explain: Explain, lang: Lang) -> Vec<String> {
    let mut sentences = Vec::new();
    // The reader's own file is shown, so nothing is said of the server's.
    if feed.own().is_some() {
        return sentences;
    }
    if let Some(news) = &feed.news {
        let as_of = format::date(news.as_of, lang);
        sentences.push(words::UPDATED.fill(lang, &[("as_of", &as_of)]));
        sentences.extend(news.changed.as_ref().map(|changed| lang.text(changed).to_owned()));
    }
    match &feed.status {
        // Without a file, the message in place of the view says this.
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
            sentences.push(reason(&failure.error, explain, lang));
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

/// Returns `true` if there is a problem to put into words by `explain`; a site without settings has
/// none.
#[must_use]
pub fn has_problems(feed: &Feed) -> bool {
    let is_unreadable = |error: &LoadError| matches!(error, LoadError::Unreadable(_));
    let of_file = feed.file().is_some_and(|file| !file.problems.is_empty());
    let instead_of_it = match &feed.status {
        Status::Failed(failure) => is_unreadable(&failure.error),
        Status::Loading | Status::Current => false,
    };
    let of_site = feed.site.problems.iter().any(|found| match found {
        SiteProblem::Problem(_) => true,
        SiteProblem::Missing(why) => is_unreadable(why),
    });
    of_file || instead_of_it || of_site
}

/// Returns the download progress of a large file, shown after the bar's sentences; empty if no file
/// is awaited.
///
/// Separate from the other sentences, which do not change while a file is downloaded.
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

/// Returns a warning if the file is old or lies in the future of this clock, and the hour that it
/// describes.
fn age(feed: &Feed) -> Option<(Entry, Hour)> {
    let snapshot = &feed.file.as_ref()?.snapshot;
    let (as_of, now) = (snapshot.as_of, feed.hour);
    if as_of.since(now) > MAX_CLOCK_LAG_HOURS {
        return Some((words::CLOCK, as_of));
    }
    let is_old = feed.site.settings.is_old(snapshot.availability, as_of, now);
    let entry = if snapshot.rests_on_published_facts() { words::REVIEW_DUE } else { words::STALE };
    is_old.then_some((entry, as_of))
}

/// Returns the reason why a file is missing, as a sentence.
fn reason(error: &LoadError, explain: Explain, lang: Lang) -> String {
    let entry = match error {
        LoadError::Unreadable(found) => return explain(found, lang),
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

fn failure(feed: &Feed, explain: Explain, lang: Lang) -> Option<LoadFailure> {
    let Status::Failed(failure) = &feed.status else { return None };
    if feed.file.is_some() || feed.own().is_some() {
        return None;
    }
    let mut details = reason(&failure.error, explain, lang);
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

fn problems(feed: &Feed, explain: Explain, lang: Lang) -> Vec<String> {
    let of_file = feed.file().map_or(&[][..], |file| &file.problems);
    let of_file = of_file.iter().map(|found| explain(found, lang));
    let of_site = feed.site.problems.iter().map(|found| match found {
        // Names its file, as all others are problems of the capacity file.
        SiteProblem::Problem(found) => ["config.json: ", &explain(found, lang)].concat(),
        SiteProblem::Missing(why) => {
            words::SETTINGS_MISSING.fill(lang, &[("why", &reason(why, explain, lang))])
        }
    });
    of_file.chain(of_site).collect()
}
