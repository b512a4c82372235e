//! Code that is loaded when it is first needed.

use super::provided::provided;
use crate::exchange::link::View;
use crate::page::lazy::Chunks;
use crate::session::Chunk;
use leptos::prelude::*;

/// Chunks of code, and the function that loads one; provided by the page, which alone knows what is
/// in them.
#[derive(Clone, Copy)]
struct CodeContext {
    chunks: Chunks,
    load: fn(Chunks, Chunk),
}

/// Provides the chunks of code, none of which is there yet, and `load`, which loads one.
pub fn provide_chunks(load: fn(Chunks, Chunk)) {
    provide_context(CodeContext { chunks: Chunks::new(), load });
}

/// Returns the code that is loaded when it is first needed.
pub fn use_chunks() -> Chunks {
    provided::<CodeContext>().chunks
}

/// Returns a function that loads a chunk, unless it is there or on its way.
pub fn use_load() -> impl Fn(Chunk) + Copy {
    let CodeContext { chunks, load } = provided();
    move |chunk| load(chunks, chunk)
}

/// Returns a function that loads the code of a view that is shown, or likely to be shown next.
pub fn use_prefetch() -> impl Fn(View) + Copy {
    let load = use_load();
    move |view| load(Chunk::for_view(view))
}
