//! Watch over saved requests: they are asked again when the published file is another one, and
//! changes are kept until the reader has seen them.

use crate::edge::storage::{self, ANSWERS, Area, DRAFTS};
use crate::edge::task::{self, Work};
use crate::edge::{clock, notification};
use crate::exchange::drafts::{self, Drafts};
use crate::exchange::known_answers::KnownAnswers;
use crate::page::context::{use_feed, use_kept, use_lang};
use crate::page::feed::{Poller, use_poller};
use crate::page::shared::Shared;
use crate::session::CapacityFile;
use crate::session::asked_again::{
    AskedFiles, ask_again, badge, changed, note, notification as in_words,
};
use crate::session::feed::{Feed, FeedEvent};
use crate::words::Lang;
use crate::words::catalogue::drafts as words;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use std::time::Duration;

/// Storage key of the wish for notifications.
const NOTIFY: &str = "jari.notify";
/// Debounce time after saving a draft until it is asked: not at each key.
const ASK_AFTER: Duration = Duration::from_secs(2);

/// Known answers of saved requests, and what keeps them up to date.
#[derive(Clone, Copy)]
pub struct AnswerWatch {
    /// Known answers, as they are stored.
    pub known: RwSignal<KnownAnswers>,
    /// `true` if the reader wants to be notified.
    pub notifies: RwSignal<bool>,
    feed: RwSignal<Feed>,
    poller: Poller,
    lang: Memo<Lang>,
    /// Number of times that a draft was saved.
    saves: StoredValue<u32>,
}

/// Returns the watch, which lives from the first call on as long as the page.
pub fn use_watch() -> AnswerWatch {
    use_kept(|| AnswerWatch {
        known: RwSignal::new(stored()),
        notifies: RwSignal::new(
            // The browser's permission may have been withdrawn since.
            notification::is_granted() && matches!(storage::read(Area::Kept, NOTIFY), Ok(Some(_))),
        ),
        feed: use_feed().feed,
        poller: use_poller(),
        lang: use_lang(),
        saves: StoredValue::new(0),
    })
}

/// Marker that saved requests are being watched.
#[derive(Clone, Copy)]
struct Watching;

/// Asks saved requests again at every newer file from now on, however often it is called.
pub fn watch() {
    use_kept(|| {
        follow(use_watch());
        Watching
    });
}

fn follow(watch: AnswerWatch) {
    let file = Memo::new(move |_| watch.feed.with(|feed| feed.published().cloned().map(Shared)));
    Effect::new(move |before: Option<Option<Shared<CapacityFile>>>| {
        let now = file.get();
        if let Some(Shared(file)) = now.clone() {
            spawn_local(watch.ask(before.flatten().map(|Shared(old)| old), file));
        }
        now
    });
}

/// Returns the answers as they are stored.
fn stored() -> KnownAnswers {
    let text = storage::read(Area::Kept, ANSWERS).ok().flatten();
    text.map(|text| KnownAnswers::read(&text)).unwrap_or_default()
}

fn stored_drafts() -> Drafts {
    let text = storage::read(Area::Kept, DRAFTS).ok().flatten();
    text.map(|text| drafts::read(&text).drafts).unwrap_or_default()
}

impl AnswerWatch {
    /// Asks all saved requests of `file`, in slices between other tasks; `old` is the file before.
    async fn ask(self, old: Option<Arc<CapacityFile>>, file: Arc<CapacityFile>) {
        // From the store, because the list of drafts may not have been opened on this page.
        let (drafts, known) = (stored_drafts(), stored());
        let (work, mut asked) = (Work::begin(), Vec::new());
        let mut files = AskedFiles::new(old, Arc::clone(&file));
        for draft in drafts.list() {
            asked.extend(ask_again(draft, &known, &mut files, clock::now()));
            work.pause().await;
        }
        // Another tab may have asked meanwhile, and noted the same changes.
        let mut known = stored();
        let is_news = note(&mut known, &file.fingerprint, asked, &drafts);
        self.keep(known);
        if is_news && self.notifies.get_untracked() {
            let lang = self.lang.get_untracked();
            let rows = self.known.with_untracked(|known| changed(known, &drafts, lang));
            // If the browser shows no notification, the page itself says it.
            let _ = notification::show(&in_words(&rows, lang));
        }
    }

    fn keep(self, known: KnownAnswers) {
        // Answers that cannot be stored are known for as long as the page lives.
        let _ = storage::write(Area::Kept, ANSWERS, &known.write());
        self.poller.send(FeedEvent::Answered(badge(&known)));
        self.known.set(known);
    }

    /// Asks the saved requests again, debounced until nothing has been saved for a while.
    pub fn ask_soon(self) {
        self.saves.update_value(|saves| *saves = saves.wrapping_add(1));
        let saves = self.saves.get_value();
        let ask = move || {
            let file = self.feed.with_untracked(|feed| feed.published().cloned());
            if let Some(file) = file.filter(|_| self.saves.get_value() == saves) {
                spawn_local(async move {
                    task::next().await;
                    self.ask(None, file).await;
                });
            }
        };
        set_timeout(ask, ASK_AFTER);
    }

    /// Records that the reader has seen the changes.
    pub fn see(self) {
        let mut known = stored();
        known.changes.clear();
        self.keep(known);
    }

    /// Turns notifications on, if the reader allows them and the browser shows a first one, which
    /// says so: phones may allow them and yet show none. `tell` gets `true` if that succeeded.
    pub fn notify(self, tell: impl FnOnce(bool) + 'static) {
        spawn_local(async move {
            let first = words::NOTIFY_ON.get(self.lang.get_untracked());
            let is_shown = notification::ask().await && notification::show(first);
            if is_shown {
                // If it cannot be stored, it holds for as long as the page lives.
                let _ = storage::write(Area::Kept, NOTIFY, "1");
                self.notifies.set(true);
            }
            tell(is_shown);
        });
    }

    /// Turns notifications off.
    pub fn stop_notifying(self) {
        storage::remove(Area::Kept, NOTIFY);
        self.notifies.set(false);
    }
}
