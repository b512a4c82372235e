//! Code that is loaded when it is first needed.

use crate::exchange::link::View;
use crate::page::lazy::Chunks;
use leptos::prelude::*;

/// The code, and what loads that of a view; given by the page, which alone knows the views.
#[derive(Clone, Copy)]
struct CodeContext {
    chunks: Chunks,
    load: fn(Chunks, View),
}

/// Provides code that is not there yet, and loads that of a view by `load`.
pub fn provide_chunks(load: fn(Chunks, View)) {
    provide_context(CodeContext { chunks: Chunks::new(), load });
}

/// Returns the code that is loaded when it is first needed.
pub fn use_chunks() -> Chunks {
    expect_context::<CodeContext>().chunks
}

/// Returns what loads the code of a view that is shown, or likely to be shown next.
pub fn use_prefetch() -> impl Fn(View) + Copy {
    let CodeContext { chunks, load } = expect_context();
    move |view| load(chunks, view)
}
