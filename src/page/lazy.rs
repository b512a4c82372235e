//! Code that is loaded when it is first needed.
//!
//! `dist cut` cuts what only the function marked `wasm_split` reaches out of the page's
//! WebAssembly, into a file that shares its memory. The function gives functions: once loaded, they
//! are called like any other. Each is marked by the name of its [`Chunk`](crate::session::Chunk), or
//! the build fails.

use super::dom::{AnyView, Element};
use crate::edge::task;
use crate::model::{Hour, Text};
use crate::session::{FormAnswer, PreparedScenario, answer_form, changed_best_offer};
use crate::show::form::FormDraft;
use crate::words::Lang;
use leptos::prelude::*;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The file with the code did not come.
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

    /// Loads it by `load`, unless it is there or on its way.
    pub fn want(self, load: impl Future<Output = Result<&'static T, NotLoaded>> + 'static) {
        if !self.is_asked.get_value() {
            self.is_asked.set_value(true);
            leptos::task::spawn_local(async move {
                let code = load.await;
                // It was made ready in this task, and is run in another.
                task::next().await;
                self.code.set(Some(code));
            });
        }
    }
}

/// What the capacity view shows below its map.
pub struct PicturesCode {
    /// Free nodes over time.
    pub free_time: fn() -> Element,
    /// Holds leaf by leaf.
    pub lanes: fn() -> Element,
    /// The programme in time.
    pub programme: fn() -> AnyView,
    /// What was called for, given and bought, and what there is beside it.
    pub details: fn() -> AnyView,
}

static PICTURES: PicturesCode = PicturesCode {
    free_time: super::views::capacity::free_time,
    lanes: super::views::capacity::lanes,
    programme: super::views::capacity::programme,
    details: super::views::capacity::details,
};

/// Loads what the capacity view shows below its map.
#[wasm_split(pictures, fallible)]
pub fn pictures() -> Result<&'static PicturesCode, NotLoaded> {
    Ok(&PICTURES)
}

/// The fit view, and the engine that answers it.
pub struct FitCode {
    /// The view.
    pub view: fn() -> Element,
    /// What the form comes to.
    pub answer: fn(&PreparedScenario, &FormDraft, Hour, Lang) -> FormAnswer,
    /// What a newer file changes in that.
    pub changed: fn(&PreparedScenario, &PreparedScenario, &FormDraft) -> Option<Text>,
}

static FIT: FitCode =
    FitCode { view: super::views::fit::fit_view, answer: answer_form, changed: changed_best_offer };

/// Loads the fit view.
#[wasm_split(fit, fallible)]
pub fn fit() -> Result<&'static FitCode, NotLoaded> {
    Ok(&FIT)
}

/// The size view, and the arithmetic behind it.
pub struct SizeCode {
    /// The view.
    pub view: fn() -> Element,
}

static SIZE: SizeCode = SizeCode { view: super::views::size::size_view };

/// Loads the size view.
#[wasm_split(size, fallible)]
pub fn size() -> Result<&'static SizeCode, NotLoaded> {
    Ok(&SIZE)
}
