//! Code that is loaded when it is first needed.

use super::dom::{AnyView, Element};
use crate::edge::js::Js;
use crate::edge::{style, task};
use crate::exchange::out::TakenOffer;
use crate::exchange::out::handover::Handover;
use crate::model::{Hour, Instant, Scenario, Snapshot, Text};
use crate::picture::display_list::DisplayList;
use crate::picture::node_map::NodeMap;
use crate::session::feed::Explain;
use crate::session::{FormAnswer, PreparedScenario};
use crate::show::form::FormDraft;
use crate::words::Lang;
use crate::words::table::Table;
use leptos::prelude::*;
use wasm_split_helpers::SplitLoaderError;

/// Error: the file with the code did not come, or the style of what it shows.
#[derive(Clone, Copy)]
pub struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Code that may not have been loaded yet.
pub struct Lazy<T: 'static> {
    /// Code, or the error, once loading has ended.
    pub code: RwSignal<Option<Result<&'static T, NotLoaded>>>,
    is_asked: StoredValue<bool>,
}

impl<T> Clone for Lazy<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Lazy<T> {}

impl<T: Sync> Lazy<T> {
    pub fn new() -> Self {
        Self { code: RwSignal::new(None), is_asked: StoredValue::new(false) }
    }

    /// Returns the code if it is there.
    pub fn ready(self) -> Option<&'static T> {
        self.code.get()?.ok()
    }

    /// Returns `true` if loading has ended, with the code or with an error.
    pub fn is_settled(self) -> bool {
        self.code.with(Option::is_some)
    }

    /// Loads the code by `load`, unless it is there or on its way.
    pub fn load_with(self, load: impl Future<Output = Result<&'static T, NotLoaded>> + 'static) {
        if !self.is_asked.get_value() {
            self.is_asked.set_value(true);
            leptos::task::spawn_local(async move {
                // In the next task, because the caller has its own work to do in this one.
                task::next().await;
                let style = style::load();
                let code = load.await;
                // Without its style a view would not look as meant, so that is an error too.
                let code = if style.await { code } else { Err(NotLoaded) };
                // It was compiled in this task, and is run in another.
                task::next().await;
                self.code.set(Some(code));
            });
        }
    }
}

/// Pictures and tables below the map of the capacity view.
pub struct PicturesCode {
    /// Free nodes over time.
    pub free_time: fn() -> Element,
    /// Holds, leaf by leaf.
    pub lanes: fn() -> Element,
    /// Programme over time.
    pub programme: fn() -> AnyView,
    /// Calls, results and purchases, and the schemes beside them.
    pub details: fn() -> AnyView,
    /// Nodes of a map as a table.
    pub node_table: fn(&Scenario, &NodeMap) -> Element,
    /// Glossary.
    pub glossary: fn() -> Element,
}

/// Fit view, and the engine that answers it.
pub struct FitCode {
    /// View.
    pub view: fn() -> Element,
    /// Answer to the form.
    pub answer: fn(&PreparedScenario, &FormDraft, Hour, Lang) -> FormAnswer,
    /// Change of that answer by a newer file.
    pub changed: fn(&PreparedScenario, &PreparedScenario, &FormDraft, Hour) -> Option<Text>,
    /// Asks saved requests again at every newer file from now on.
    pub watch: fn(),
    /// Glossary.
    pub glossary: fn() -> Element,
}

/// View of which nothing else is needed: the size view, the round view.
pub struct ViewCode {
    /// View.
    pub view: fn() -> Element,
    /// Glossary.
    pub glossary: fn() -> Element,
}

/// View of a reader's own file, and the code that makes a capacity file of schedulers' answers and
/// tables.
pub struct DataCode {
    /// View.
    pub view: fn() -> Element,
    /// Bar above every view while the page runs on such a file.
    pub in_use: fn() -> Element,
    /// Restores the file that was kept.
    pub restore: fn(),
    /// Glossary.
    pub glossary: fn() -> Element,
}

/// Callback that gets `true` if the browser could be asked to save a file.
pub type WhenSaved = Box<dyn FnOnce(bool)>;

/// Writers of files to be saved.
pub struct SaveCode {
    /// Table as CSV.
    pub table_csv: fn(&Table) -> String,
    /// Dates of calls as a calendar.
    pub calls_ics: fn(&Snapshot, &str, &str, Instant, Lang) -> String,
    /// Offer as a calendar entry.
    pub offer_ics: fn(&TakenOffer<'_>, &str, Instant) -> String,
    /// File for those who run the nodes.
    pub handover: fn(Handover, &TakenOffer<'_>) -> String,
    /// Picture that an element shows, with a title and notes.
    pub picture: fn(&Js, &str, &[String]) -> DisplayList,
    /// Picture as SVG, with a title and a description.
    pub picture_svg: fn(&DisplayList, &str, &str, Lang) -> String,
    /// Saves a picture as PNG under a name, and reports if the browser could be asked to.
    pub save_png: fn(DisplayList, String, WhenSaved),
}

/// Explanations of problems with a file or with the link.
pub struct ProblemsCode {
    /// Puts a problem of a file into words.
    pub explain: Explain,
    /// Bar that names the parts of the link that could not be read.
    pub unread_bar: fn() -> Element,
}

/// Code of each chunk, once it has been loaded.
#[derive(Clone, Copy)]
pub struct Chunks {
    /// Pictures and tables below the map of the capacity view.
    pub pictures: Lazy<PicturesCode>,
    /// Fit view and engine.
    pub fit: Lazy<FitCode>,
    /// Size view.
    pub size: Lazy<ViewCode>,
    /// Round view.
    pub round: Lazy<ViewCode>,
    /// View of a reader's own file.
    pub data: Lazy<DataCode>,
    /// Writers of files to be saved.
    pub save: Lazy<SaveCode>,
    /// Explanations of problems with a file or with the link.
    pub problems: Lazy<ProblemsCode>,
}

impl Chunks {
    /// Creates the chunks, none of them loaded.
    pub fn new() -> Self {
        Self {
            pictures: Lazy::new(),
            fit: Lazy::new(),
            size: Lazy::new(),
            round: Lazy::new(),
            data: Lazy::new(),
            save: Lazy::new(),
            problems: Lazy::new(),
        }
    }
}
