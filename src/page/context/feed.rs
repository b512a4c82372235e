//! The capacity file on its way, and what is said of it.

use super::provided::provided;
use super::{use_chunks, use_lang, use_today};
use crate::session::feed::{self, Explain, Feed, FeedView, Status, progress};
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
    let problems = use_chunks().problems;
    let explain = move || problems.ready().map_or(feed::unexplained as Explain, |it| it.explain);
    let view = Memo::new(move |_| feed.with(|feed| feed::feed_view(feed, explain(), lang.get())));
    provide_context(FeedContext { feed, view, choices, lang });
}

/// Returns the capacity file on its way.
pub fn use_feed() -> FeedContext {
    provided()
}
