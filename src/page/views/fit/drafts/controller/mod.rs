//! Drafts of the page: saved as typed, undone and redone, shared with other tabs.
//!
//! The rules of what a tab may do with a draft, and the messages about it, are in
//! [`crate::session::drafts`]; here they meet the store (`persistence`) and the reader's wishes
//! (`actions`).

mod actions;
mod persistence;

use crate::edge::storage::{self, Area};
use crate::edge::window;
use crate::exchange::drafts::{Draft, Drafts};
use crate::exchange::link::{Route, View};
use crate::page::context::{use_kept, use_lang, use_route};
use crate::page::views::fit::drafts::watch::{AnswerWatch, use_watch};
use crate::session::asked_again::{ChangedRequest, changed};
use crate::session::drafts::{self as session, DraftPlace, MessageView, Store, Tab};
use crate::session::undo_key;
use crate::words::Lang;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// Storage key under which a tab remembers, over a reload, its draft and what it can undo.
const SESSION: &str = "jari.tab";
/// Debounce time after the last key until a draft is saved: not at each key, yet before anybody
/// leaves.
const SAVE_AFTER: Duration = Duration::from_millis(400);
/// Id of the field for the name of a draft; what is typed there is not part of a request.
pub const NAME_FIELD: &str = "draft-name";

/// Drafts, and the tab's state.
#[derive(Clone, Copy)]
pub struct DraftController {
    route: RwSignal<Route>,
    lang: Memo<Lang>,
    tab: RwSignal<Tab>,
    store: RwSignal<Store>,
    watch: AnswerWatch,
}

/// Returns the drafts, which are kept when the view is left.
pub fn use_controller() -> DraftController {
    use_kept(DraftController::new)
}

impl DraftController {
    /// Opens the drafts, and follows the request from now on.
    fn new() -> Self {
        let route = use_route();
        let controller = Self {
            route,
            lang: use_lang(),
            tab: RwSignal::new(Tab::open("", None, &Drafts::default())),
            store: RwSignal::new(Store::default()),
            watch: use_watch(),
        };
        controller.open();
        let is_shown = move || route.with_untracked(|route| route.view) == View::Fit;
        Effect::new(move |_| {
            let asked = route.with(Route::asked);
            if is_shown() {
                controller.changed(&asked);
            }
        });
        window::on("keydown", move |event| {
            if is_shown() {
                controller.key(&event);
            }
        });
        window::on("focusout", move |_| controller.tab.update_untracked(Tab::end_typing));
        window::on("storage", move |_| controller.look());
        // The last chance to save what was typed within the debounce time.
        window::on("pagehide", move |_| controller.save());
        controller
    }

    fn open(self) {
        let (drafts, _) = self.load();
        let session = storage::read(Area::Tab, SESSION).ok().flatten();
        let asked = self.route.with_untracked(Route::asked);
        let tab = Tab::open(&asked, session.as_deref(), &drafts);
        let is_restored = asked.is_empty() && !tab.query().is_empty();
        self.tab.set(tab);
        if is_restored {
            self.note(&mut Store::note_restored);
            self.show();
        }
    }

    /// Records that the request became `asked`, by a key or by a choice.
    fn changed(self, asked: &str) {
        if self.tab.with_untracked(|tab| tab.query() == asked) {
            return;
        }
        let field = typed_into().map(|field| field.id());
        self.tab.update(|tab| tab.change(asked, field.as_deref()));
        self.note(&mut Store::move_on);
        self.save_soon();
    }

    fn save_soon(self) {
        let changes = self.tab.with_untracked(Tab::changes);
        let save = move || {
            if self.tab.with_untracked(Tab::changes) == changes {
                self.save();
            }
        };
        set_timeout(save, SAVE_AFTER);
    }

    /// Saves what was typed, if it belongs to a draft.
    fn save(self) {
        let name = self.new_name();
        self.act(&mut |tab, drafts| tab.save(drafts, &name));
        match self.tab.with_untracked(Tab::to_session) {
            Some(session) => {
                // If this fails, the tab opens like any other one.
                let _ = storage::write(Area::Tab, SESSION, &session);
            }
            None => storage::remove(Area::Tab, SESSION),
        }
    }

    /// Returns a name for a new draft that no other one has.
    fn new_name(self) -> String {
        let lang = self.lang.get_untracked();
        self.store.with_untracked(|store| session::new_name(&store.drafts, lang))
    }

    /// Shows the request of the tab on the page.
    fn show(self) {
        let asked = self.tab.with_untracked(|tab| tab.query().to_owned());
        self.route.update(|route| route.ask(&asked));
    }

    /// Handles the keys of undo and redo, unless the focused field has its own undo of what is
    /// being typed.
    fn key(self, event: &Event) {
        let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
        if !(key.ctrl_key() || key.meta_key()) || key.alt_key() {
            return;
        }
        let Some(back) = undo_key(&key.key(), key.shift_key()) else { return };
        // A date field has no undo of its own.
        let field = typed_into().filter(|field| field.type_() == "text").map(|field| field.id());
        let is_own = field.is_some_and(|field| {
            field == NAME_FIELD || self.tab.with_untracked(|tab| tab.is_typing(&field))
        });
        if !is_own && self.step(back) {
            event.prevent_default();
        }
    }

    /// Returns `true` if a step can be undone (`back`) or redone.
    pub fn can_step(self, back: bool) -> bool {
        self.tab.with(if back { Tab::can_undo } else { Tab::can_redo })
    }

    /// Returns the relation of the request on the page to the drafts.
    pub fn place(self) -> DraftPlace {
        self.tab.with(Tab::place)
    }

    /// Returns the name of the request on the page.
    pub fn name(self) -> String {
        self.read(|tab, store, lang| session::name(tab, &store.drafts, lang))
    }

    /// Returns how the request is kept, in words.
    pub fn status(self) -> &'static str {
        self.read(session::status)
    }

    /// Returns the message beside the drafts.
    pub fn message(self) -> MessageView {
        self.read(session::message)
    }

    /// Returns the ids of the drafts, in order.
    pub fn ids(self) -> Vec<u32> {
        self.store.with(|store| store.drafts.list().iter().map(|draft| draft.id).collect())
    }

    /// Returns the draft with this id, if it still exists.
    pub fn draft(self, id: u32) -> Option<Draft> {
        self.store.with(|store| store.drafts.get(id).cloned())
    }

    /// Returns the drafts whose answers a newer file changed.
    pub fn changed_answers(self) -> Vec<ChangedRequest> {
        let known = self.watch.known.get();
        self.read(|_, store, lang| changed(&known, &store.drafts, lang))
    }

    fn read<T>(self, read: impl FnOnce(&Tab, &Store, Lang) -> T) -> T {
        let lang = self.lang.get();
        self.tab.with(|tab| self.store.with(|store| read(tab, store, lang)))
    }
}

/// Returns the field that has the focus, if it is one for text or a date.
fn typed_into() -> Option<HtmlInputElement> {
    let field = document().active_element()?.dyn_into::<HtmlInputElement>().ok()?;
    matches!(field.type_().as_str(), "text" | "date").then_some(field)
}
