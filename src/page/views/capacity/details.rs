//! What is below the pictures: calls, purchases, sizes, figures, schemes elsewhere, and all sources.

use super::calls::calls;
use super::file::from_file;
use super::section::{ACCELERATORS, ELSEWHERE, PURCHASES, SIZES, SOURCES, section};
use crate::page::address::link;
use crate::page::components::{reference, schemes, table};
use crate::page::context::{use_feed, use_lang, use_route, use_scenario, use_today};
use crate::page::dom::{AnyView, Element, IntoView, html};
use crate::show::{elsewhere, overview};
use crate::words::catalogue::capacity as words;
use crate::words::source::all_sources;
use leptos::prelude::*;

/// All of it.
pub fn details() -> AnyView {
    let tables = (calls(), purchases(), block_sizes(), accelerators());
    (tables, other_schemes(), sources(), cite()).into_view()
}

/// What was bought.
fn purchases() -> impl IntoView {
    let lang = use_lang();
    from_file(move |snapshot| {
        let table = || table(overview::purchase_table(snapshot, lang.get()));
        (!snapshot.purchases.is_empty()).then(|| section(PURCHASES).child(table()))
    })
}

fn block_sizes() -> impl IntoView {
    let lang = use_lang();
    from_file(move |snapshot| {
        let table = || table(overview::block_table(snapshot, lang.get()));
        (!snapshot.blocks.is_empty()).then(|| section(SIZES).child(table()))
    })
}

/// What is known of each accelerator.
fn accelerators() -> impl IntoView {
    let lang = use_lang();
    from_file(move |snapshot| {
        let figures = overview::accelerator_table(snapshot, lang.get());
        figures.map(|figures| section(ACCELERATORS).child(table(figures)))
    })
}

fn other_schemes() -> impl IntoView {
    let lang = use_lang();
    from_file(move |snapshot| {
        let schemes = || schemes(elsewhere::schemes(snapshot, lang.get()));
        (!snapshot.elsewhere.is_empty()).then(|| section(ELSEWHERE).child(schemes()))
    })
}

/// A line to cite what is shown.
fn cite() -> impl IntoView {
    let (lang, scenario, today) = (use_lang(), use_scenario(), use_today());
    let (feed, route) = (use_feed(), use_route());
    move || {
        let file = scenario.with(|scenario| Some(scenario.as_ref()?.0.file.clone()))?;
        let site = feed.view.with(|view| view.identity.name.clone());
        let (link, today) = (route.with(link), today.get());
        let line =
            overview::cite(&site, &file.snapshot, &file.fingerprint, &link, today, lang.get());
        let name = html::strong().child(words::CITE.get(lang.get()));
        let line = html::span().id("cite").class("whole").child(line);
        Some(html::p().class("small quiet").child((name, " · ", line)))
    }
}

fn sources() -> impl IntoView {
    let lang = use_lang();
    from_file(move |snapshot| {
        let sources = all_sources(snapshot, lang.get()).into_iter();
        let items: Vec<Element> = sources.map(|of| html::li().child(reference(of))).collect();
        let list = |items| html::ul().class("card small quiet source-list").child(items);
        (!items.is_empty()).then(|| section(SOURCES).child(list(items)))
    })
}
