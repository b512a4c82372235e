//! Code that is loaded when it is first needed.

use super::provided::provided;
use crate::exchange::link::View;
use crate::page::lazy::Chunks;
use crate::session::Chunk;
use leptos::prelude::*;

/// The code, and what loads a chunk of it; given by the page, which alone knows what is in them.
#[derive(Clone, Copy)]
struct CodeContext {
    chunks: Chunks,
    load: fn(Chunks, Chunk),
}

/// Provides code that is not there yet, and loads a chunk of it by `load`.
pub fn provide_chunks(load: fn(Chunks, Chunk)) {
    provide_context(CodeContext { chunks: Chunks::new(), load });
}

/// Returns the code that is loaded when it is first needed.
pub fn use_chunks() -> Chunks {
    provided::<CodeContext>().chunks
}

/// Returns what loads a chunk, unless it is there or on its way.
pub fn use_load() -> impl Fn(Chunk) + Copy {
    let CodeContext { chunks, load } = provided();
    move |chunk| load(chunks, chunk)
}

/// Returns what loads the code of a view that is shown, or likely to be shown next.
pub fn use_prefetch() -> impl Fn(View) + Copy {
    let load = use_load();
    move |view| load(Chunk::for_view(view))
}
