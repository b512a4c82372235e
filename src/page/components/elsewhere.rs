//! Schemes beside this one.

use super::{ElementProperties as _, Text, facts, link_out};
use crate::page::context::use_lang;
use crate::show::catalogue::{capacity as words, elsewhere as elsewhere_words};
use crate::show::elsewhere::{Elsewhere, SchemeView};
use crate::show::source::SourceView;
use leptos::either::Either;
use leptos::html::{article, div, h2, h3, p, section, span};
use leptos::prelude::*;

/// Where else to look, and why.
pub fn elsewhere(elsewhere: Elsewhere) -> AnyView {
    let heading = h2().id("elsewhere-title").words(elsewhere_words::HEADING);
    let schemes = elsewhere.schemes.into_iter().map(scheme).collect::<Vec<_>>();
    section()
        .class("stack")
        .id("elsewhere")
        .attr("aria-labelledby", "elsewhere-title")
        .child((
            heading,
            p().text(Text::from(elsewhere.lead)),
            div().class("side-by-side").child(schemes),
        ))
        .into_any()
}

fn scheme(of: SchemeView) -> impl IntoView {
    article().class("card").child((
        h3().text(Text::from(of.name)),
        facts("facts", &of.facts),
        of.source.map(source),
    ))
}

/// Where figures come from.
fn source(from: SourceView) -> impl IntoView {
    let lang = use_lang();
    let label = move || Text::from(format!("{}: ", words::SOURCE.get(lang.get())));
    let title = match from.url {
        Some(url) => Either::Left(link_out(url, from.title)),
        None => Either::Right(span().text(Text::from(from.title))),
    };
    let details = span().text(Text::from(from.details));
    p().class("small quiet").child((span().text(label), title, details))
}
