//! Capacity file on its way, and the status messages about it.

use super::provided::provided;
use super::{use_chunks, use_lang, use_today};
use crate::session::feed::{self, Explain, Feed, FeedView, Status, progress};
use crate::words::Lang;
use leptos::prelude::*;

/// Capacity file on its way, as signals.
#[derive(Clone, Copy)]
pub struct FeedContext {
    /// State of the feed; the poller alone sends it events.
    pub feed: RwSignal<Feed>,
    /// State of the feed in words.
    pub view: Memo<FeedView>,
    /// Revision of the choices that the file offers; 0 while there is no file.
    choices: Memo<u32>,
    lang: Memo<Lang>,
}

impl FeedContext {
    /// Returns how much of a large file has come, in words.
    pub fn progress(self) -> String {
        self.feed.with(|feed| progress(feed, self.lang.get()))
    }

    /// Returns the address to which applications are posted; `None` if the site takes none.
    pub fn submit_url(self) -> Option<String> {
        self.feed.with(|feed| feed.submit_url().map(str::to_owned))
    }

    /// Returns `true` if there is a file.
    pub fn has_file(self) -> bool {
        self.choices.get() != 0
    }

    /// Returns `true` if there is no file and none is being loaded.
    pub fn is_without_file(self) -> bool {
        self.feed.with(|feed| feed.file().is_none() && *feed.status() != Status::Loading)
    }
}

/// Provides a feed whose file has not been asked for yet.
pub fn provide_feed() {
    let lang = use_lang();
    let feed = RwSignal::new(Feed::new(use_today().get_untracked()));
    let choices = Memo::new(move |_| feed.with(Feed::choices));
    let problems = use_chunks().problems;
    let explain = move || problems.ready().map_or(feed::unexplained as Explain, |it| it.explain);
    let view = Memo::new(move |_| feed.with(|feed| feed::feed_view(feed, explain(), lang.get())));
    provide_context(FeedContext { feed, view, choices, lang });
}

/// Returns the feed.
pub fn use_feed() -> FeedContext {
    provided()
}
