//! Notices above the view: whose page it is, and on which layer of evidence its figures rest.

use super::components::{apply_link, link_out};
use super::context::{
    t, use_chunks, use_feed, use_lang, use_scenario, use_today, use_unread_parts,
};
use super::dom::{Element, IntoView, html};
use super::lazy::NotLoaded;
use crate::session::PreparedScenario;
use crate::session::notice::{self, LayerView};
use crate::show::overview::{self, NoticeView};
use crate::words::catalogue::{capacity, feed as feed_words};
use leptos::prelude::*;

/// Returns the notice above the view.
pub fn notice() -> Element {
    let (lang, scenario, today) = (use_lang(), use_scenario(), use_today());
    let layer = move || {
        scenario.with(|scenario| {
            scenario.as_ref().map(|scenario| notice::layer(&scenario.0, today.get(), lang.get()))
        })
    };
    let statements =
        move || scenario.with(|scenario| scenario.as_ref().map(|scenario| statements(&scenario.0)));
    let feed = use_feed();
    let standing = move || feed.view.with(|view| view.identity.standing.clone());
    let site = html::span().child(html::strong().child(standing)).child(apply_link(" · "));
    let layer_line = move || layer().map(layer_line);
    let row = html::div().class("page").child((statements, site, layer_line));
    html::aside()
        .class("notice")
        .attr("data-layer", move || layer().map_or("loading", |layer| layer.id))
        .child(row)
}

/// Returns the container of the bar about a link that could not be read in all its parts.
///
/// The bar comes with the chunk of explanations; if that fails to load, the parts are named alone.
pub fn unread_link() -> Element {
    let (lang, parts, problems) = (use_lang(), use_unread_parts(), use_chunks().problems.code);
    let bar = move || match problems.get() {
        Some(Ok(code)) => (code.unread_bar)(),
        Some(Err(NotLoaded)) if !parts.is_empty() => {
            let unexplained = feed_words::UNEXPLAINED.get(lang.get());
            let line = [&parts.join(", "), ": ", unexplained].concat();
            html::div().class("page").child(html::p().child(line))
        }
        // An empty paragraph takes no room.
        None | Some(Err(NotLoaded)) => html::p(),
    };
    html::div().class("feed").id("unread").attr("role", "status").child(bar)
}

/// Returns the bar about the reader's own file, if the page runs on one. It is in the chunk that
/// reads such files.
pub fn own_file() -> impl IntoView {
    let data = use_chunks().data;
    move || data.ready().map(|code| (code.in_use)())
}

fn layer_line(LayerView { name, text, .. }: LayerView) -> Element {
    html::span().id("layer").child(html::strong().child(t(name))).child(" · ").child(text)
}

/// Returns the statements that precede all figures, each with its source.
fn statements(prepared: &PreparedScenario) -> Vec<Element> {
    let lang = use_lang().get();
    let statement = |NoticeView { text, date, source }: NoticeView| {
        let date = date.map(|date| (" (", date, ") "));
        let source = source.and_then(|from| {
            Some(link_out(from.url?, capacity::SOURCE.get(lang)).attr("title", from.title))
        });
        html::p().class("stated").child(html::strong().child(text)).child((date, source))
    };
    overview::notices(&prepared.file.snapshot, lang).into_iter().map(statement).collect()
}
