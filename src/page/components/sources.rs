//! Sources of figures.

use super::link_out;
use crate::page::context::use_lang;
use crate::page::dom::{Element, IntoView, html};
use crate::words::catalogue::capacity as words;
use crate::words::source::SourceView;
use leptos::prelude::*;

/// Returns the source of figures, as a line.
pub fn source(from: SourceView) -> Element {
    let lang = use_lang();
    let label = move || format!("{}: ", words::SOURCE.get(lang.get()));
    html::p().class("small quiet").child(label).child(reference(from))
}

/// Returns a source, with a link if it has an address.
pub fn reference(source: SourceView) -> impl IntoView {
    let title = match source.url {
        Some(url) => link_out(url, source.title).into_view(),
        None => source.title.into_view(),
    };
    (title, source.details)
}
