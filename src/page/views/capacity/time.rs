//! Pictures of time.

use crate::page::components::not_loaded;
use crate::page::context::{use_chunks, use_phases};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::page::lazy::NotLoaded;
use leptos::prelude::*;

/// Returns the pictures, once their code is there.
pub fn pictures() -> Element {
    let (code, below) = (use_chunks().pictures.code, use_phases().below);
    let pictures = move || match code.get() {
        None => AnyView::empty(),
        Some(Ok(code)) => ((code.programme)(), (code.free_time)(), (code.lanes)()).into_view(),
        Some(Err(NotLoaded)) => not_loaded().into_view(),
    };
    html::div().class("stack pictures").child(move || below.get().then_some(pictures))
}
