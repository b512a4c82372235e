//! Schemes beside this one.

use super::{facts, link_out};
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, IntoView, html};
use crate::show::elsewhere::{Elsewhere, SchemeView};
use crate::words::catalogue::{capacity as words, elsewhere as elsewhere_words};
use crate::words::source::SourceView;
use leptos::prelude::*;

/// Where else to look, and why.
pub fn elsewhere(elsewhere: Elsewhere) -> Element {
    let heading = html::h2().id("elsewhere-title").child(t(elsewhere_words::HEADING));
    let schemes = elsewhere.schemes.into_iter().map(scheme).collect::<Vec<_>>();
    html::section().class("stack").id("elsewhere").attr("aria-labelledby", "elsewhere-title").child(
        (
            heading,
            html::p().child(elsewhere.lead),
            html::div().class("side-by-side").child(schemes),
        ),
    )
}

fn scheme(of: SchemeView) -> Element {
    html::article().class("card").child((
        html::h3().child(of.name),
        facts("facts", &of.facts),
        of.source.map(source),
    ))
}

/// Where figures come from.
fn source(from: SourceView) -> Element {
    let lang = use_lang();
    let label = move || format!("{}: ", words::SOURCE.get(lang.get()));
    let title = match from.url {
        Some(url) => link_out(url, from.title).into_view(),
        None => from.title.into_view(),
    };
    html::p().class("small quiet").child((label, title, from.details))
}
