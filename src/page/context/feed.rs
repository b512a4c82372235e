//! The capacity file on its way, and what is said of it.

use super::use_lang;
use crate::page::state::State;
use crate::session::feed::{Feed, FeedView, progress};
use crate::words::Lang;
use leptos::prelude::*;

/// The capacity file on its way.
#[derive(Clone, Copy)]
pub struct FeedContext {
    /// What is said of it.
    pub view: Memo<FeedView>,
    feed: RwSignal<Feed>,
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
}

/// Returns the capacity file on its way.
pub fn use_feed() -> FeedContext {
    let State { feed_view: view, feed, choices, .. } = expect_context();
    FeedContext { view, feed, choices, lang: use_lang() }
}
