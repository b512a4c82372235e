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

/// The file with the code did not come, or the style of what it shows.
#[derive(Clone, Copy)]
pub struct NotLoaded;

impl From<SplitLoaderError> for NotLoaded {
    fn from(_: SplitLoaderError) -> Self {
        Self
    }
}

/// Code that may not be there yet.
pub struct Lazy<T: 'static> {
    /// It, once it came, or that it did not.
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

    /// The code, where it is there.
    pub fn ready(self) -> Option<&'static T> {
        self.code.get()?.ok()
    }

    /// Whether it came, or is known not to come.
    pub fn is_settled(self) -> bool {
        self.code.with(Option::is_some)
    }

    /// Loads it by `load`, unless it is there or on its way.
    pub fn load_with(self, load: impl Future<Output = Result<&'static T, NotLoaded>> + 'static) {
        if !self.is_asked.get_value() {
            self.is_asked.set_value(true);
            leptos::task::spawn_local(async move {
                // What asks for it has its own work to do in this task.
                task::next().await;
                let style = style::load();
                let code = load.await;
                // What is shown without its style is not what was meant.
                let code = if style.await { code } else { Err(NotLoaded) };
                // It was made ready in this task, and is run in another.
                task::next().await;
                self.code.set(Some(code));
            });
        }
    }
}

/// The pictures and tables that the capacity view shows below its map.
pub struct PicturesCode {
    /// Free nodes over time.
    pub free_time: fn() -> Element,
    /// Holds leaf by leaf.
    pub lanes: fn() -> Element,
    /// The programme in time.
    pub programme: fn() -> AnyView,
    /// Calls, results and purchases, and the schemes beside them.
    pub details: fn() -> AnyView,
    /// The nodes of a map as a table.
    pub node_table: fn(&Scenario, &NodeMap) -> Element,
    /// The words that the page uses.
    pub glossary: fn() -> Element,
}

/// The fit view, and the engine that answers it.
pub struct FitCode {
    /// The view.
    pub view: fn() -> Element,
    /// The answer to the form.
    pub answer: fn(&PreparedScenario, &FormDraft, Hour, Lang) -> FormAnswer,
    /// The change of that by a newer file.
    pub changed: fn(&PreparedScenario, &PreparedScenario, &FormDraft, Hour) -> Option<Text>,
    /// Asks saved requests again at every newer file from now on.
    pub watch: fn(),
    /// The words that the page uses.
    pub glossary: fn() -> Element,
}

/// A view of which nothing else is asked: the size view, the round view.
pub struct ViewCode {
    /// The view.
    pub view: fn() -> Element,
    /// The words that the page uses.
    pub glossary: fn() -> Element,
}

/// The view of a reader's own file, and the code that makes a capacity file of other answers and tables.
pub struct DataCode {
    /// The view.
    pub view: fn() -> Element,
    /// The bar above every view while the page runs on such a file.
    pub in_use: fn() -> Element,
    /// Goes on with the file that was kept.
    pub restore: fn(),
    /// The words that the page uses.
    pub glossary: fn() -> Element,
}

/// The one to be told whether a file could be saved.
pub type WhenSaved = Box<dyn FnOnce(bool)>;

/// The writers of files to be saved.
pub struct SaveCode {
    /// A table as CSV.
    pub table_csv: fn(&Table) -> String,
    /// The dates of calls as a calendar.
    pub calls_ics: fn(&Snapshot, &str, &str, Instant, Lang) -> String,
    /// An offer as a calendar.
    pub offer_ics: fn(&TakenOffer<'_>, &str, Instant) -> String,
    /// A file for those who run the nodes.
    pub handover: fn(Handover, &TakenOffer<'_>) -> String,
    /// The picture that an element shows, with a title and notes.
    pub picture: fn(&Js, &str, &[String]) -> DisplayList,
    /// A picture as SVG, with a title and what is said of it.
    pub picture_svg: fn(&DisplayList, &str, &str, Lang) -> String,
    /// Saves a picture as PNG under a name, and tells whether the browser could be asked to.
    pub save_png: fn(DisplayList, String, WhenSaved),
}

/// The words for what is wrong with a file, or with the link.
pub struct ProblemsCode {
    /// Puts a problem of a file into words.
    pub explain: Explain,
    /// The bar that names the parts of the link that could not be read.
    pub unread_bar: fn() -> Element,
}

/// The code of each chunk, once it was asked for.
#[derive(Clone, Copy)]
pub struct Chunks {
    /// The pictures and tables below the map of the capacity view.
    pub pictures: Lazy<PicturesCode>,
    /// The fit view, and the engine.
    pub fit: Lazy<FitCode>,
    /// The size view.
    pub size: Lazy<ViewCode>,
    /// The round view.
    pub round: Lazy<ViewCode>,
    /// The view of a reader's own file.
    pub data: Lazy<DataCode>,
    /// The writers of files to be saved.
    pub save: Lazy<SaveCode>,
    /// The words for what is wrong with a file, or with the link.
    pub problems: Lazy<ProblemsCode>,
}

impl Chunks {
    /// None yet.
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
