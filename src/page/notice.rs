//! What this page is, and how much truth its figures have.

use super::components::{apply_link, button, focus, link_out};
use super::context::{
    t, use_chunks, use_feed, use_lang, use_load, use_route, use_scenario, use_today,
    use_unread_parts,
};
use super::dom::{Element, html};
use super::lazy::NotLoaded;
use super::shared::Shared;
use crate::session::link_problem::is_unread;
use crate::session::notice::{self, LayerView};
use crate::session::{Chunk, PreparedScenario};
use crate::show::overview::{self, NoticeView};
use crate::words::catalogue::{capacity, feed as feed_words};
use leptos::prelude::*;

/// The notice above the view.
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

/// The parts of the link, as it was opened, that could not be read; gone once it is closed.
pub fn unread_link() -> Element {
    let (lang, route, scenario) = (use_lang(), use_route(), use_scenario());
    let (parts, load, problems) = (use_unread_parts(), use_load(), use_chunks().problems.code);
    let is_closed = RwSignal::new(false);
    let is_told = Memo::new(move |_| {
        let is_unread = |it: &Shared<PreparedScenario>| {
            let snapshot = &it.0.file.snapshot;
            route.with(|route| parts.with_value(|parts| is_unread(parts, route, snapshot)))
        };
        !is_closed.get() && scenario.with(|scenario| scenario.as_ref().is_some_and(is_unread))
    });
    Effect::new(move |_| {
        if is_told.get() {
            load(Chunk::Problems);
        }
    });
    let text = move || {
        let (code, scenario) = (problems.get().filter(|_| is_told.get())?, scenario.get()?);
        let snapshot = &scenario.0.file.snapshot;
        parts.with_value(|parts| match code {
            Ok(code) => route.with(|route| (code.unread)(parts, route, snapshot, lang.get())),
            Err(NotLoaded) => {
                Some([&parts.join(", "), ": ", feed_words::UNEXPLAINED.get(lang.get())].concat())
            }
        })
    };
    let close = move |_| {
        is_closed.set(true);
        focus("content");
    };
    let row = html::div()
        .class("page")
        .child((html::p().attr("role", "status").child(text), move || {
            text().is_some().then(|| button(t(feed_words::CLOSE), close))
        }));
    html::div().class("feed").id("unread").child(row)
}

fn layer_line(LayerView { name, text, .. }: LayerView) -> Element {
    html::span().id("layer").child(html::strong().child(t(name))).child(" · ").child(text)
}

/// The statements that go before all figures, each with its source.
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
