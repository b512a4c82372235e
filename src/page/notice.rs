//! What this page is, and how much truth its figures have.

use super::components::{apply_link, button, focus, link_out};
use super::context::{
    t, use_chunks, use_feed, use_lang, use_route, use_scenario, use_today, use_unread_parts,
};
use super::dom::{Element, IntoView, html};
use super::lazy::NotLoaded;
use super::reactive::memo;
use crate::session::PreparedScenario;
use crate::session::notice::{self, LayerView};
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

/// The parts of the link, as it was opened, that could not be read; gone once it is closed. The words
/// for them are loaded where there are such parts.
pub fn unread_link() -> Element {
    let (lang, route, scenario) = (use_lang(), use_route(), use_scenario());
    let (parts, problems) = (use_unread_parts(), use_chunks().problems.code);
    let is_closed = RwSignal::new(false);
    let text = memo(move |_| {
        let (code, scenario) = (problems.get().filter(|_| !is_closed.get())?, scenario.get()?);
        let file = &scenario.0.file;
        match code {
            Ok(code) => route.with(|route| (code.unread)(&parts, route, file, lang.get())),
            Err(NotLoaded) if parts.is_empty() => None,
            Err(NotLoaded) => {
                Some([&parts.join(", "), ": ", feed_words::UNEXPLAINED.get(lang.get())].concat())
            }
        }
    });
    let feed = use_feed().feed;
    let close = move |_| {
        is_closed.set(true);
        // From now on the address says what the page goes by.
        let own = feed.with_untracked(|feed| feed.own().map(|own| own.file.fingerprint.clone()));
        route.update(|route| route.own = own);
        focus("content");
    };
    let close = move || text.with(Option::is_some).then(|| button(t(feed_words::CLOSE), close));
    let told = html::p().attr("role", "status").child(move || text.get());
    html::div().class("feed").id("unread").child(html::div().class("page").child((told, close)))
}

/// That the page runs on the reader's own file, where it does: a part of the code that reads one.
pub fn own_file() -> impl IntoView {
    let data = use_chunks().data.code;
    move || data.get().and_then(Result::ok).map(|code| (code.in_use)())
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
