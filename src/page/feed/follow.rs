//! Reactions to the feed other than polling: explanations of problems, the reader's own kept file,
//! saved requests.

use super::poll::use_poller;
use crate::edge::own_file;
use crate::edge::storage::{self, ANSWERS, Area, DRAFTS};
use crate::exchange::known_answers::known_head;
use crate::exchange::link::Route;
use crate::page::context::{
    use_chunks, use_feed, use_load, use_phases, use_route, use_unread_parts,
};
use crate::page::lazy::NotLoaded;
use crate::session::Chunk;
use crate::session::asked_again::badge_of;
use crate::session::feed::{Feed, FeedEvent, Own, has_problems};
use crate::session::link_problem::is_unread;
use leptos::prelude::*;

/// Follows the feed from now on.
pub fn follow() {
    explain_problems();
    restore_own();
    ask_drafts_again();
}

/// Loads the explanations once there is a problem with the file, the settings or the link.
fn explain_problems() {
    let (feed, problems) = (use_feed().feed, use_chunks().problems);
    let (route, parts, load) = (use_route(), use_unread_parts(), use_load());
    Effect::new(move |_| {
        if problems.is_settled() {
            return;
        }
        let is_wrong = |feed: &Feed| {
            let of_link =
                |route: &Route| feed.file().is_some_and(|file| is_unread(&parts, route, file));
            has_problems(feed) || route.with(of_link)
        };
        if feed.with(is_wrong) {
            load(Chunk::Problems);
        }
    });
}

/// Restores the reader's own file, if one was kept; nothing is shown until it has been read.
fn restore_own() {
    let (poller, data, load) = (use_poller(), use_chunks().data, use_load());
    if own_file::label().is_none() {
        return;
    }
    poller.send(FeedEvent::Own(Own::Awaited));
    load(Chunk::Data);
    Effect::new(move |_| match data.code.get() {
        Some(Ok(code)) => (code.restore)(),
        // Without the code the kept file cannot be read, so the published one is shown.
        Some(Err(NotLoaded)) => poller.send(FeedEvent::Own(Own::None)),
        None => {}
    });
}

/// Shows how many answers of saved requests have changed, and has the requests asked again if the
/// published file is not the one they were last asked of.
///
/// The code for that is loaded after everything else is shown.
fn ask_drafts_again() {
    let (poller, feed, load) = (use_poller(), use_feed().feed, use_load());
    let (fit, rest) = (use_chunks().fit, use_phases().rest);
    let known = stored(ANSWERS);
    let changes = known.and_then(|known| known_head(&known).map(|head| head.changes));
    if let Some(badge) = changes.and_then(badge_of) {
        poller.send(FeedEvent::Answered(Some(badge)));
    }
    let published =
        Memo::new(move |_| feed.with(|feed| feed.published().map(|file| file.fingerprint.clone())));
    let is_due = move || published.with(|file| file.as_deref().is_some_and(is_unasked));
    Effect::new(move |_| match fit.code.get() {
        Some(Ok(code)) => (code.watch)(),
        None if rest.get() && is_due() => load(Chunk::Fit),
        None | Some(Err(NotLoaded)) => {}
    });
}

/// Returns `true` if there are saved requests that were last asked of another file than
/// `published`, or never.
fn is_unasked(published: &str) -> bool {
    let is_other = |known: String| known_head(&known).is_none_or(|head| head.file != published);
    stored(ANSWERS).is_none_or(is_other) && stored(DRAFTS).is_some()
}

fn stored(name: &str) -> Option<String> {
    storage::read(Area::Kept, name).ok().flatten()
}
