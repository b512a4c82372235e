//! Content below the pictures: calls, purchases, sizes, figures, schemes elsewhere, and all
//! sources.

use super::calls::calls;
use super::capacity_file::from_file;
use super::section::{ACCELERATORS, ELSEWHERE, PURCHASES, SIZES, SOURCES, section};
use crate::page::components::{reference, schemes, table_to_save, use_citation};
use crate::page::context::{t, use_lang};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::show::{elsewhere, overview};
use crate::words::Lang;
use crate::words::catalogue::capacity as words;
use crate::words::source::all_sources;
use leptos::prelude::*;

/// Returns all of it.
pub fn details() -> AnyView {
    let tables = (calls(), purchases(), block_sizes(), accelerators());
    (tables, other_schemes(), sources(), subscriptions(), cite()).into_view()
}

/// Returns the table of purchases.
fn purchases() -> impl IntoView {
    let lang = use_lang();
    from_file(move |snapshot| {
        let table = || table_to_save(overview::purchase_table(snapshot, lang.get()));
        (!snapshot.purchases.is_empty()).then(|| section(PURCHASES).child(table()))
    })
}

fn block_sizes() -> impl IntoView {
    let lang = use_lang();
    from_file(move |snapshot| {
        let table = || table_to_save(overview::block_table(snapshot, lang.get()));
        (!snapshot.blocks.is_empty()).then(|| section(SIZES).child(table()))
    })
}

/// Returns the table of the accelerators' figures.
fn accelerators() -> impl IntoView {
    let lang = use_lang();
    from_file(move |snapshot| {
        let figures = overview::accelerator_table(snapshot, lang.get());
        figures.map(|figures| section(ACCELERATORS).child(table_to_save(figures)))
    })
}

fn other_schemes() -> impl IntoView {
    let lang = use_lang();
    from_file(move |snapshot| {
        let schemes = || schemes(elsewhere::schemes(snapshot, lang.get()));
        (!snapshot.elsewhere.is_empty()).then(|| section(ELSEWHERE).child(schemes()))
    })
}

/// Returns links to what can be subscribed to; `dist finish` writes those files beside the page.
fn subscriptions() -> Element {
    let lang = use_lang();
    let way = move |id, address: fn(Lang) -> &'static str, name| {
        html::a().id(id).attr("href", move || address(lang.get())).child(t(name))
    };
    let calls = from_file(move |snapshot| {
        let address = |lang: Lang| lang.pick("calls.ics", "calls.en.ics");
        let way = || (way("subscribe-calls", address, words::SUBSCRIBE_CALLS), " · ");
        (!snapshot.calls.is_empty()).then(way)
    });
    html::p().class("small quiet").child((
        html::strong().child((t(words::SUBSCRIBE), " · ")),
        way("subscribe-changes", |_| "changes.xml", words::SUBSCRIBE_CHANGES),
        " · ",
        calls,
        way("subscribe-table", |_| "capacity.csv", words::SUBSCRIBE_TABLE),
        html::span().child((" · ", t(words::SUBSCRIBE_LATE))),
    ))
}

/// Returns the citation of what is shown.
fn cite() -> impl IntoView {
    let (lang, cite) = (use_lang(), use_citation());
    move || {
        let line = html::span().id("cite").class("whole").child(cite()?);
        let name = html::strong().child(words::CITE.get(lang.get()));
        Some(html::p().class("small quiet").child((name, " · ", line)))
    }
}

fn sources() -> impl IntoView {
    let lang = use_lang();
    from_file(move |snapshot| {
        let sources = all_sources(snapshot, lang.get()).into_iter();
        let items: Vec<Element> =
            sources.map(|source| html::li().child(reference(source))).collect();
        let list = |items| html::ul().class("card small quiet source-list").child(items);
        (!items.is_empty()).then(|| section(SOURCES).child(list(items)))
    })
}
