//! The capacity file on its way, and what is said of it.

use super::provided::provided;
use super::{use_chunks, use_lang, use_load, use_route, use_today, use_unread_parts};
use crate::edge::own_file;
use crate::edge::storage::{self, ANSWERS, Area, DRAFTS};
use crate::exchange::known_answers::is_seen;
use crate::page::lazy::NotLoaded;
use crate::session::Chunk;
use crate::session::feed::{self, Event, Feed, FeedView, Own, Status, progress};
use crate::session::link_problem::is_unread;
use crate::words::Lang;
use leptos::prelude::*;

/// The capacity file on its way.
#[derive(Clone, Copy)]
pub struct FeedContext {
    /// Its states: the poller alone sends it events.
    pub feed: RwSignal<Feed>,
    /// What is said of it.
    pub view: Memo<FeedView>,
    /// Revision of the choices that the file offers; 0 while there is none.
    choices: Memo<u32>,
    lang: Memo<Lang>,
}

impl FeedContext {
    /// How much of a large file has come.
    pub fn progress(self) -> String {
        self.feed.with(|feed| progress(feed, self.lang.get()))
    }

    /// Where applications are posted to; `None` where the site takes none.
    pub fn submit_url(self) -> Option<String> {
        self.feed.with(|feed| feed.submit_url().map(str::to_owned))
    }

    /// Whether there is a file.
    pub fn has_file(self) -> bool {
        self.choices.get() != 0
    }

    /// Whether it is known that there is none.
    pub fn is_without_file(self) -> bool {
        self.feed.with(|feed| feed.file().is_none() && *feed.status() != Status::Loading)
    }
}

/// Provides a capacity file that nobody has asked for yet.
pub fn provide_feed() {
    let lang = use_lang();
    let feed = RwSignal::new(Feed::new(use_today().get_untracked()));
    let choices = Memo::new(move |_| feed.with(Feed::choices));
    let put = move |own| {
        feed.update(|feed| {
            feed.apply(Event::Own(own));
        });
    };
    let (load, chunks) = (use_load(), use_chunks());
    if own_file::label().is_some() {
        put(Own::Awaited);
        load(Chunk::Data);
    }
    let (problems, fit, data) = (chunks.problems.code, chunks.fit.code, chunks.data.code);
    let (route, parts) = (use_route(), use_unread_parts());
    Effect::new(move |_| {
        let of_link = |feed: &Feed| {
            let file = feed.file()?;
            Some(route.with(|route| is_unread(&parts, route, file)))
        };
        if feed.with(|feed| feed::has_problems(feed) || of_link(feed) == Some(true)) {
            load(Chunk::Problems);
        }
        match fit.get() {
            Some(Ok(code)) => (code.watch)(),
            None if feed.with(is_unasked) => load(Chunk::Fit),
            None | Some(Err(NotLoaded)) => {}
        }
        match data.get().filter(|_| feed.with(Feed::awaits_own)) {
            Some(Ok(code)) => (code.restore)(),
            Some(Err(NotLoaded)) => put(Own::None),
            None => {}
        }
    });
    let explain = move || match problems.get() {
        Some(Ok(code)) => code.explain,
        None | Some(Err(NotLoaded)) => feed::unexplained,
    };
    let view = Memo::new(move |_| feed.with(|feed| feed::view(feed, explain(), lang.get())));
    provide_context(FeedContext { feed, view, choices, lang });
}

/// Whether saved requests are there that the server's file was not asked for, or whose changes were not
/// looked at.
fn is_unasked(feed: &Feed) -> bool {
    let Some(file) = feed.published() else { return false };
    let read = |name| storage::read(Area::Kept, name).ok().flatten();
    let is_new = |known: String| !is_seen(&known, &file.fingerprint);
    read(DRAFTS).is_some() && read(ANSWERS).is_none_or(is_new)
}

/// Returns the capacity file on its way.
pub fn use_feed() -> FeedContext {
    provided()
}
