//! How it stands with the file, in words.

use super::settings::Wrong;
use super::{Failure, Feed, Status, Why, try_now};
use crate::edge::fetch::FetchError;
use crate::model::Availability;
use crate::model::limits::MAX_BYTES;
use crate::page::element::{El, Fragment, el, nothing, text};
use crate::page::parts::{self, button};
use crate::page::state::State;
use crate::show::catalogue::{feed as words, page};
use crate::show::{Lang, format, problem};
use leptos::prelude::*;

/// A file of so many megabytes comes at once: no need to say how much of it has come.
const SMALL: u32 = 5;
/// Hours that a clock may be slow.
const SLOW: u32 = 24;

/// What is to be told of the file shown, read out as it changes; with nothing to tell, nothing.
pub fn view(state: State) -> El {
    let (feed, lang) = (state.feed, state.lang);
    let kind = move || {
        Some(match feed.status.with(kind) {
            "fresh" if age(feed).is_some() => "stale".to_owned(),
            kind => kind.to_owned(),
        })
    };
    let unless = |shown: bool| (!shown).then(String::new);
    let can_try = move || unless(feed.data.with(Option::is_some) && is_failed(feed));
    let can_close = move || unless(feed.news.with(Option::is_some));
    let hidden =
        |button: El, hidden: Box<dyn Fn() -> Option<String>>| button.live_attr("hidden", hidden);
    let try_it = button("", move |_| try_now(state))
        .id("feed-try")
        .live(move || text(words::TRY_NOW.get(lang.get())));
    let close = button("", move |_| feed.news.set(None))
        .id("feed-close")
        .live(move || text(words::CLOSE.get(lang.get())));
    let row = el("div")
        .class("page")
        .child(el("p").live(move || sentences(feed, lang.get())))
        .child(hidden(try_it, Box::new(can_try)))
        .child(hidden(close, Box::new(can_close)));
    el("div")
        .id("feed")
        .class("feed")
        .attr("role", "status")
        .live_attr("data-feed", kind)
        .child(row)
}

fn is_failed(feed: Feed) -> bool {
    feed.status.with(|status| matches!(status, Status::Failed(_)))
}

const fn kind(status: &Status) -> &'static str {
    match status {
        Status::Loading => "loading",
        Status::Current => "fresh",
        Status::Failed(Failure { why, .. }) if why.is_refusal() => "refused",
        Status::Failed(_) => "offline",
    }
}

fn sentences(feed: Feed, lang: Lang) -> Fragment {
    let has_data = feed.data.with(Option::is_some);
    let mut told = Vec::new();
    feed.news.with(|news| {
        if let Some(news) = news {
            let as_of = format::date(news.as_of, lang);
            told.push(words::UPDATED.fill(lang, &[("as_of", &as_of)]));
            told.extend(news.changed.as_ref().map(|changed| lang.text(changed).to_owned()));
        }
    });
    feed.status.with(|status| match status {
        Status::Loading => told.extend(received(feed, lang)),
        // Without a file it is told in the place of the view.
        Status::Failed(failure) if has_data => {
            told.extend(copy_of(feed, lang));
            let opening = match failure.why.is_refusal() {
                true => words::REFUSED.get(lang).to_owned(),
                false => {
                    let since = format::minute(failure.since, lang);
                    words::OFFLINE.fill(lang, &[("since", &since)])
                }
            };
            told.extend([opening, reason(&failure.why, lang)]);
            if failure.tries_again {
                told.push(words::TRIES_AGAIN.get(lang).to_owned());
            }
        }
        Status::Current | Status::Failed(_) => {}
    });
    told.extend(
        age(feed).map(|(entry, as_of)| entry.fill(lang, &[("as_of", &format::date(as_of, lang))])),
    );
    match told.is_empty() {
        true => nothing(),
        false => text(told.join(" ")),
    }
}

/// How much of a large file has come.
fn received(feed: Feed, lang: Lang) -> Option<String> {
    let (received, total) = (feed.received.get(), feed.total.get());
    let values = [format::megabytes(received), format::megabytes(total)];
    let values = [("received", values[0].as_str()), ("total", values[1].as_str())];
    let entry = if total > 0 { words::RECEIVED_OF } else { words::RECEIVED };
    (received.max(total) >= SMALL).then(|| entry.fill(lang, &values))
}

fn copy_of(feed: Feed, lang: Lang) -> Option<String> {
    let kept = format::minute(feed.copy_of.get()?, lang);
    Some(words::COPY_OF.fill(lang, &[("kept", &kept)]))
}

/// That the file is old, or that it comes from the future of this clock.
fn age(feed: Feed) -> Option<(crate::show::catalogue::Entry, crate::model::Hour)> {
    let now = feed.hour.get();
    let stale_after = feed.turns.with_value(|turns| turns.settings.stale_after_hours);
    feed.data.with(|data| {
        let snapshot = &data.as_ref()?.0.snapshot;
        let is_old = |hours| now.since(snapshot.as_of) > hours;
        if snapshot.as_of.since(now) > SLOW {
            Some((words::CLOCK, snapshot.as_of))
        } else if snapshot.availability == Availability::Complete && stale_after.is_some_and(is_old)
        {
            Some((words::STALE, snapshot.as_of))
        } else {
            None
        }
    })
}

/// Why a file is not there, as a sentence.
fn reason(why: &Why, lang: Lang) -> String {
    let entry = match why {
        Why::Unreadable(found) => return problem::text(found, lang),
        Why::Fetch(FetchError::Status(status)) => {
            return words::STATUS.fill(lang, &[("status", &status.to_string())]);
        }
        Why::Fetch(FetchError::TooLarge) => {
            let most = u32::try_from(MAX_BYTES / 1_000_000).unwrap_or(u32::MAX);
            return words::TOO_LARGE.fill(lang, &[("most", &format::megabytes(most))]);
        }
        Why::Fetch(FetchError::Network(_)) => words::NO_CONNECTION,
        Why::Fetch(FetchError::TimedOut) => words::TIMED_OUT,
        Why::Fetch(FetchError::NotData) => words::NOT_DATA,
    };
    entry.get(lang).to_owned()
}

/// That there is no file to show, in the place of the view.
pub fn failure(state: State, failure: &Failure, lang: Lang) -> Fragment {
    let mut details = reason(&failure.why, lang);
    if let Why::Fetch(FetchError::Network(text)) = &failure.why {
        details = [&details, " ", text].concat();
    }
    if failure.tries_again {
        details = [&details, "\n", words::TRIES_AGAIN.get(lang)].concat();
    }
    let (title, advice) = match failure.why.is_refusal() {
        true => (page::LOAD_REFUSED, None),
        false => (page::LOAD_FAILED, Some(page::LOAD_FAILED_DO)),
    };
    let retry = button(page::RETRY.get(lang), move |_| try_now(state));
    parts::failure(title, advice, details, retry, lang)
}

/// What is wrong with the file and with the settings of the site.
pub fn problems(state: State, lang: Lang) -> Fragment {
    let feed = state.feed;
    let mut told: Vec<String> = feed.data.with(|data| {
        let problems = data.as_ref().map_or(&[][..], |data| &data.0.problems);
        problems.iter().map(|found| problem::text(found, lang)).collect()
    });
    feed.settings_problems.with(|wrong| {
        told.extend(wrong.iter().map(|wrong| match wrong {
            Wrong::Problem(found) => ["config.json: ", &problem::text(found, lang)].concat(),
            Wrong::Missing(why) => {
                words::SETTINGS_MISSING.fill(lang, &[("why", &reason(why, lang))])
            }
        }));
    });
    match told.is_empty() {
        true => nothing(),
        false => parts::file_problems(&told, lang).view(),
    }
}
