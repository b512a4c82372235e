//! How it stands with the file, in words.

use super::settings::Wrong;
use super::{Feed, Standing, Status, Why, add_one, try_now};
use crate::edge::fetch::FetchError;
use crate::model::limits::MAX_BYTES;
use crate::model::{Availability, Hour};
use crate::page::components::{button, error_panel, file_problems};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::state::State;
use crate::words::catalogue::{Entry, feed as words, page};
use crate::words::{Lang, format, problem};
use leptos::prelude::*;

/// A file of so many megabytes comes at once: no need to say how much of it has come.
const SMALL: u32 = 5;
/// Hours that a clock may be slow.
const SLOW: u32 = 24;

/// What is to be told of the file shown, read out as it changes; with nothing to tell, nothing.
pub fn view(state: State) -> Element {
    let (feed, lang) = (state.feed, state.lang);
    let follow = move || {
        feed.file.track();
        feed.told.track();
        feed.standing()
    };
    let kind = move || Some(kind(&follow()).to_owned());
    let hidden = |shown: bool| (!shown).then(String::new);
    let can_try = move || {
        let standing = follow();
        hidden(standing.data.is_some() && !matches!(standing.status, Status::Current))
    };
    let can_close = move || hidden(follow().news.is_some());
    let try_it = button("", move |_| try_now(state))
        .id("feed-try")
        .attr("hidden", can_try)
        .child(move || words::TRY_NOW.get(lang.get()).into_view());
    let close = move |_| {
        feed.standing().news = None;
        add_one(feed.told);
    };
    let close = button("", close)
        .id("feed-close")
        .attr("hidden", can_close)
        .child(move || words::CLOSE.get(lang.get()).into_view());
    let told = move || {
        let lang = lang.get();
        let received = received(feed, lang);
        sentences(&follow(), received, lang).into_view()
    };
    let row = html::div().class("page").child(html::p().child(told)).child(try_it).child(close);
    html::div().id("feed").class("feed").attr("role", "status").attr("data-feed", kind).child(row)
}

fn kind(standing: &Standing) -> &'static str {
    match &standing.status {
        Status::Loading => "loading",
        Status::Current if age(standing).is_some() => "stale",
        Status::Current => "fresh",
        Status::Failed(failure) if failure.why.is_refusal() => "refused",
        Status::Failed(_) => "offline",
    }
}

fn sentences(standing: &Standing, received: Option<String>, lang: Lang) -> String {
    let mut told = Vec::new();
    if let Some(news) = &standing.news {
        let as_of = format::date(news.as_of, lang);
        told.push(words::UPDATED.fill(lang, &[("as_of", &as_of)]));
        told.extend(news.changed.as_ref().map(|changed| lang.text(changed).to_owned()));
    }
    match &standing.status {
        Status::Loading => told.extend(received),
        // Without a file it is told in the place of the view.
        Status::Failed(failure) if standing.data.is_some() => {
            if let Some(kept) = standing.copy_of {
                let kept = format::minute(kept, lang);
                told.push(words::COPY_OF.fill(lang, &[("kept", &kept)]));
            }
            told.push(match failure.why.is_refusal() {
                true => words::REFUSED.get(lang).to_owned(),
                false => {
                    let since = format::minute(failure.since, lang);
                    words::OFFLINE.fill(lang, &[("since", &since)])
                }
            });
            told.push(reason(&failure.why, lang));
            if failure.tries_again {
                told.push(words::TRIES_AGAIN.get(lang).to_owned());
            }
        }
        Status::Current | Status::Failed(_) => {}
    }
    if let Some((entry, as_of)) = age(standing) {
        let (date, age) = (format::date(as_of, lang), format::age(as_of, standing.hour, lang));
        told.push(entry.fill(lang, &[("as_of", &date), ("age", &age)]));
    }
    told.join(" ")
}

/// How much of a large file has come.
fn received(feed: Feed, lang: Lang) -> Option<String> {
    let (received, total) = (feed.received.get(), feed.total.get());
    let values = [format::megabytes(received), format::megabytes(total)];
    let values = [("received", values[0].as_str()), ("total", values[1].as_str())];
    let entry = if total > 0 { words::RECEIVED_OF } else { words::RECEIVED };
    (received.max(total) >= SMALL).then(|| entry.fill(lang, &values))
}

/// That the file is old, or that it comes from the future of this clock; and what it describes.
fn age(standing: &Standing) -> Option<(Entry, Hour)> {
    let snapshot = &standing.data.as_ref()?.snapshot;
    let (as_of, now) = (snapshot.as_of, standing.hour);
    if as_of.since(now) > SLOW {
        return Some((words::CLOCK, as_of));
    }
    let is_old = standing.settings.is_old(snapshot.availability, as_of, now);
    let entry = match snapshot.availability {
        Availability::Published => words::REVIEW_DUE,
        Availability::Nominal | Availability::Complete => words::STALE,
    };
    is_old.then_some((entry, as_of))
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

/// In the place of a view while there is no file: that it does not come, or that it is on its way.
pub fn instead(state: State, lang: Lang) -> Option<AnyView> {
    state.feed.told.track();
    let standing = state.feed.standing();
    let Status::Failed(failure) = &standing.status else { return None };
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
    Some(error_panel(title, advice, details, retry).into_view())
}

/// What is wrong with the file and with the settings of the site.
pub fn problems(state: State, lang: Lang) -> AnyView {
    state.feed.file.track();
    state.feed.told.track();
    let standing = state.feed.standing();
    let of_file = standing.data.as_ref().map_or(&[][..], |data| &data.problems);
    let mut told: Vec<String> = of_file.iter().map(|found| problem::text(found, lang)).collect();
    for wrong in &standing.wrong {
        told.push(match wrong {
            Wrong::Problem(found) => ["config.json: ", &problem::text(found, lang)].concat(),
            Wrong::Missing(why) => {
                words::SETTINGS_MISSING.fill(lang, &[("why", &reason(why, lang))])
            }
        });
    }
    match told.is_empty() {
        true => AnyView::empty(),
        false => file_problems(&told).into_view(),
    }
}
