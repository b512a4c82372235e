//! Code that is loaded when it is first needed.

use crate::exchange::link::View;
use crate::page::lazy::Chunks;
use crate::page::state::State;
use leptos::prelude::*;

/// Loads the code of a view; given by the page, which alone knows the views.
#[derive(Clone, Copy)]
pub struct Load(pub fn(Chunks, View));

/// Returns the code that is loaded when it is first needed.
pub fn use_chunks() -> Chunks {
    expect_context::<State>().chunks
}

/// Returns what loads the code of a view that is shown, or likely to be shown next.
pub fn use_prefetch() -> impl Fn(View) + Copy {
    let (chunks, Load(load)) = (use_chunks(), expect_context());
    move |view| load(chunks, view)
}
