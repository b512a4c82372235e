//! State of the view that lasts as long as the page: the files that were given, and what is made of
//! them.

use crate::edge::{clock, open, own_file, save, task};
use crate::exchange::import::Partial;
use crate::exchange::link::Route;
use crate::model::{Instant, fingerprint};
use crate::page::components::focus;
use crate::page::context::{use_feed, use_kept, use_route};
use crate::page::feed::{Poller, read, use_poller};
use crate::session::feed::{Feed, FeedEvent, Own};
use crate::session::own_file::{KeptLabel, OwnFile, OwnFiles};
use crate::words::catalogue::{Entry, data as words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use web_sys::{DragEvent, File};

/// Name of the saved file.
const SAVED_AS: &str = "capacity.json";

/// Files at hand, and the one in use.
#[derive(Clone, Copy)]
pub struct DataController {
    /// Files that were given, and the capacity file drawn up from them.
    pub files: RwSignal<OwnFiles>,
    /// `true` while files are being read.
    pub is_reading: RwSignal<bool>,
    /// `true` if the file in use is kept over a reload.
    pub is_kept: RwSignal<bool>,
    /// Status message of the last action on the file in use.
    pub told: RwSignal<Option<Entry>>,
    feed: RwSignal<Feed>,
    poller: Poller,
    route: RwSignal<Route>,
}

/// Returns the controller, which lives from the first call on as long as the page.
pub fn use_controller() -> DataController {
    use_kept(|| DataController {
        files: RwSignal::new(OwnFiles::default()),
        is_reading: RwSignal::new(false),
        is_kept: RwSignal::new(false),
        told: RwSignal::new(None),
        feed: use_feed().feed,
        poller: use_poller(),
        route: use_route(),
    })
}

impl DataController {
    /// Returns the file in use.
    pub fn own(self) -> Option<Arc<OwnFile>> {
        self.feed.with(|feed| feed.own().map(Arc::clone))
    }

    /// Opens the files that were dropped.
    pub fn open_dropped(self, event: &DragEvent) {
        self.open(open::dropped(event));
    }

    /// Opens files, one after another, and draws up one capacity file from all of them.
    pub fn open(self, files: Vec<File>) {
        if files.is_empty() {
            return;
        }
        spawn_local(async move {
            self.begin();
            for file in files {
                task::next().await;
                // The files read before have used up some of it.
                let room = self.files.with_untracked(OwnFiles::remaining_bytes);
                let opened = open::bytes(&file, room).await;
                let name = open::name(&file);
                self.files.update(|files| files.add(&name, opened, open::cp949));
            }
            self.draw_up().await;
        });
    }

    /// Reads a text that was pasted.
    pub fn read(self, text: String) {
        spawn_local(async move {
            self.begin();
            task::next().await;
            self.files.update(|files| files.add("", Ok(text.into_bytes()), open::cp949));
            self.draw_up().await;
        });
    }

    fn begin(self) {
        self.is_reading.set(true);
        self.files.update(OwnFiles::forget_unread);
    }

    /// Draws up one capacity file from the files at hand, and reads it.
    async fn draw_up(self) {
        // The message that they are being read is painted first.
        task::next().await;
        let second = i64::try_from(clock::second()).ok().and_then(Instant::of_unix);
        let now = second.or_else(|| Instant::of_unix(0));
        if let Some(now) = now {
            self.files.update(|files| files.draw_up(now));
        }
        if let Some(bytes) = self.files.with_untracked(OwnFiles::to_read) {
            let file = read(&bytes, fingerprint(&bytes)).await;
            self.files.update(|files| files.note_read(&bytes, file));
        }
        self.is_reading.set(false);
    }

    /// Changes the files by `change`, and draws up the capacity file again.
    pub fn edit(self, change: impl FnOnce(&mut OwnFiles) + 'static) {
        self.files.update(change);
        spawn_local(self.draw_up());
    }

    /// Sets the rule with the id `id` for counting nodes that are partly in use.
    pub fn set_partial(self, id: &str) {
        if let Some(partial) = Partial::ALL.into_iter().find(|partial| partial.id() == id) {
            self.edit(move |files| files.set_partial(partial));
        }
    }

    /// Makes the page run on the capacity file drawn up.
    pub fn use_it(self) {
        if let Some(own) = self.files.try_update(|files| files.take(clock::minute())).flatten() {
            // The file that was kept before is another one.
            own_file::forget();
            self.is_kept.set(false);
            self.use_file(own);
            self.told.set(Some(words::USED));
            request_animation_frame(|| focus("own-file"));
        }
    }

    fn use_file(self, own: OwnFile) {
        let fingerprint = own.file.fingerprint.clone();
        self.poller.send(FeedEvent::Own(Own::Used(Arc::new(own))));
        self.route.update(|route| route.own = Some(fingerprint));
    }

    /// Returns to the published file; nothing of the reader's own one is kept.
    pub fn leave(self) {
        own_file::forget();
        self.is_kept.set(false);
        self.poller.send(FeedEvent::Own(Own::None));
        self.route.update(|route| route.own = None);
        self.told.set(Some(words::LEFT));
        focus("content");
    }

    /// Saves the file in use as a capacity file.
    pub fn save(self) {
        let Some(own) = self.feed.with_untracked(|feed| feed.own().map(Arc::clone)) else { return };
        let is_saved = std::str::from_utf8(&own.bytes)
            .is_ok_and(|text| save::text(SAVED_AS, "application/json", text));
        self.told.set(Some(if is_saved { words::SAVED } else { words::NOT_SAVED }));
    }

    /// Keeps the file in use over a reload, or no longer.
    pub fn set_kept(self, is_wanted: bool) {
        if !is_wanted {
            own_file::forget();
            self.is_kept.set(false);
            self.told.set(Some(words::FORGOTTEN));
            return;
        }
        let Some(own) = self.feed.with_untracked(|feed| feed.own().map(Arc::clone)) else { return };
        spawn_local(async move {
            let is_kept = own_file::keep(own.bytes.to_vec(), &own.label.write()).await;
            self.is_kept.set(is_kept);
            self.told.set(Some(if is_kept { words::KEPT } else { words::NOT_KEPT }));
        });
    }
}

/// Marker that the kept file is being restored, or has been.
#[derive(Clone, Copy)]
struct Restored;

/// Restores the file that was kept, or the published one if it can no longer be read. Once, however
/// often it is called.
pub fn restore() {
    use_kept(|| {
        begin_to_restore();
        Restored
    });
}

fn begin_to_restore() {
    let controller = use_controller();
    spawn_local(async move {
        match kept().await {
            Some(own) => {
                controller.is_kept.set(true);
                controller.use_file(own);
            }
            None => {
                // A file that cannot be read would fail again at every visit.
                own_file::forget();
                controller.poller.send(FeedEvent::Own(Own::None));
                controller.told.set(Some(words::NOT_RESTORED));
            }
        }
    });
}

async fn kept() -> Option<OwnFile> {
    let label = own_file::label().and_then(|label| KeptLabel::read(&label))?;
    let bytes = own_file::bytes().await?;
    let file = Arc::new(read(&bytes, fingerprint(&bytes)).await.ok()?);
    Some(OwnFile::new(file, Arc::new(bytes), label))
}
