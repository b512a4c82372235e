//! Parts that several views lay out: tables, facts, sources, node maps, fields.

mod field;
mod node_map;

pub use field::{
    field, focus, go_to_section, options, problem_at, step_by_arrows, typed, with_unknown,
    wrong_text,
};
pub use node_map::{Asked, logo, node_map, picture_width};

use super::address::link;
use super::dom::{AnyView, Element, IntoView, html, svg};
use super::state::State;
use crate::edge::{address, clipboard};
use crate::exchange::link::Route;
use crate::picture::bars::{Bar, BarGroup};
use crate::show::elsewhere::{Elsewhere, SchemeView};
use crate::words::Lang;
use crate::words::catalogue::{Entry, capacity as words, elsewhere as elsewhere_words, page};
use crate::words::fact::Fact;
use crate::words::source::SourceView;
use crate::words::table::{Cell, Table};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlDetailsElement, MouseEvent};

/// Whether a click on a link means "here": not in a new tab, window or download.
pub fn is_plain_click(click: &MouseEvent) -> bool {
    let with_key = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
    click.button() == 0 && !with_key
}

/// A button; its words are its name.
pub fn button(words: impl Into<String>, act: impl FnMut(MouseEvent) + 'static) -> Element {
    html::button()
        .attr("type", "button")
        .class("button slim")
        .on(ev::click, act)
        .child(words.into())
}

/// Copies a text, and tells what came of it.
pub fn copy(text: String, said: RwSignal<Option<Entry>>) {
    leptos::task::spawn_local(async move {
        let copied = clipboard::copy(&text).await;
        said.set(Some(if copied { page::COPIED } else { page::COPY_FAILED }));
    });
}

/// A button that copies the link to what is shown; what came of it is told by `said`.
pub fn copy_link(state: State, said: RwSignal<Option<Entry>>, lang: Lang) -> Element {
    let act = move |_| match state.route.with_untracked(Route::fits_in_link) {
        true => copy(state.route.with_untracked(link), said),
        false => said.set(Some(page::LINK_TOO_LONG)),
    };
    button(page::COPY_LINK.get(lang), act).id("copy-link")
}

/// What came of the last thing that was done.
pub fn said(said: RwSignal<Option<Entry>>, lang: Lang) -> Element {
    let words = move || said.get().map_or_else(AnyView::empty, |entry| entry.get(lang).into_view());
    html::span().id("kept").class("small quiet").attr("role", "status").child(words)
}

/// A mark beside a figure that is assumed.
pub fn mark(words: &str) -> Element {
    html::span().class("tag").attr("data-kind", "assumed").child(words)
}

/// A table, in a frame that scrolls sideways where it must.
pub fn table(table: Table) -> Element {
    let content = |element: Element, cell: Cell| {
        let element = match (cell.number, &cell.url) {
            (true, _) => element.class("number"),
            (false, Some(_)) => element.class("source"),
            (false, None) => element,
        };
        let content = match cell.url {
            Some(url) => link_out(url, cell.text).into_view(),
            None => cell.text.into_view(),
        };
        element
            .child(content)
            .child(cell.mark.map(|words| vec![" ".into_view(), mark(words).into_view()]))
    };
    let row = |cells: Vec<Cell>| {
        let cell = |(place, cell): (usize, Cell)| {
            let element = if place == 0 { html::th().attr("scope", "row") } else { html::td() };
            content(element, cell)
        };
        html::tr().child(cells.into_iter().enumerate().map(cell).collect::<Vec<_>>())
    };
    let head = |cell: Cell| content(html::th().attr("scope", "col"), cell);
    let heads: Vec<Element> = table.heads.into_iter().map(head).collect();
    let rows: Vec<Element> = table.rows.into_iter().map(row).collect();
    let foot = (!table.foot.is_empty()).then(|| html::tfoot().child(row(table.foot)));
    let content = html::table()
        .child(html::caption().child(table.caption.clone()))
        .child(html::thead().child(html::tr().child(heads)))
        .child(html::tbody().child(rows))
        .child(foot);
    html::div()
        .class("table-frame")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", table.caption)
        .child(content)
}

/// What a picture shows as a table, closed until opened, and made only then.
pub fn table_twin(lang: Lang, make: impl Fn() -> Option<Table> + 'static) -> Element {
    let is_open = RwSignal::new(false);
    let toggle = move |event: Event| {
        let details = event.current_target();
        let open = details.and_then(|details| details.dyn_into::<HtmlDetailsElement>().ok());
        is_open.set(open.is_some_and(|details| details.open()));
    };
    let content = move || match is_open.get().then(&make).flatten() {
        Some(content) => table(content).into_view(),
        None => AnyView::empty(),
    };
    html::details()
        .class("twin no-print")
        .on(ev::toggle, toggle)
        .child(html::summary().child(page::SHOW_TABLE.get(lang)))
        .child(content)
}

/// Bars with their figures; a table beside them says the same to those who do not see them.
pub fn bars(groups: &[BarGroup]) -> Element {
    let bar = |bar: &Bar| {
        let class = if bar.is_given { "bar is-given" } else { "bar" };
        let length = svg::rect().attr("width", bar.length.to_string()).attr("height", "10");
        let drawing = svg::svg()
            .class(class)
            .attr("viewBox", "0 0 1000 10")
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true")
            .child(length);
        let name = html::dt().child(bar.name.as_str());
        html::div().child(name).child(html::dd().child(drawing).child(bar.value.as_str()))
    };
    let group = |group: &BarGroup| {
        let bars: Vec<Element> = group.bars.iter().map(bar).collect();
        html::div().child(html::h3().child(group.name.as_str())).child(html::dl().child(bars))
    };
    html::div().class("bars").child(groups.iter().map(group).collect::<Vec<_>>())
}

/// Facts as a list of names and values.
pub fn facts(class: &'static str, facts: &[Fact]) -> Element {
    let fact = |fact: &Fact| {
        html::div()
            .child(html::dt().child(fact.name.as_str()))
            .child(html::dd().child(fact.value.as_str()))
    };
    html::dl().class(class).child(facts.iter().map(fact).collect::<Vec<_>>())
}

/// Where else to look, and why.
pub fn elsewhere(elsewhere: Elsewhere, lang: Lang) -> Element {
    html::section()
        .class("stack")
        .id("elsewhere")
        .attr("aria-labelledby", "elsewhere-title")
        .child(html::h2().id("elsewhere-title").child(elsewhere_words::HEADING.get(lang)))
        .child(html::p().child(elsewhere.lead))
        .child(schemes(elsewhere.schemes, lang))
}

/// Schemes beside this one, a card each.
pub fn schemes(schemes: Vec<SchemeView>, lang: Lang) -> Element {
    let card = |of: SchemeView| {
        html::article()
            .class("card")
            .child(html::h3().child(of.name))
            .child(facts("facts", &of.facts))
            .child(of.source.map(|from| source(from, lang)))
    };
    html::div().class("side-by-side").child(schemes.into_iter().map(card).collect::<Vec<_>>())
}

/// Sentences as a list.
pub fn list(class: &'static str, texts: &[String]) -> Element {
    let item = |text: &String| html::li().child(text.as_str());
    html::ul().class(class).child(texts.iter().map(item).collect::<Vec<_>>())
}

/// A link out of the page.
pub fn link_out(url: impl Into<String>, words: impl Into<String>) -> Element {
    html::a().attr("href", url.into()).attr("rel", "noopener noreferrer").child(words.into())
}

/// A link to the real thing: applications are made there.
pub fn portal_link(lang: Lang) -> Element {
    link_out("https://aiinfrahub.kr", page::PORTAL_LINK.get(lang))
}

/// Where figures come from.
pub fn source(from: SourceView, lang: Lang) -> Element {
    let label = format!("{}: ", words::SOURCE.get(lang));
    html::p().class("small quiet").child(label).child(reference(from))
}

/// A source; a link where there is an address.
pub fn reference(source: SourceView) -> Vec<AnyView> {
    let title = match source.url {
        Some(url) => link_out(url, source.title).into_view(),
        None => source.title.into_view(),
    };
    vec![title, source.details.into_view()]
}

/// What went wrong, what to do, and a button that does it.
pub fn failure(
    title: Entry,
    advice: Option<Entry>,
    details: String,
    way_out: Element,
    lang: Lang,
) -> AnyView {
    let details = (!details.is_empty()).then(|| html::pre().child(details));
    html::section()
        .class("panel")
        .attr("role", "alert")
        .child(html::h1().child(title.get(lang)))
        .child(advice.map(|advice| html::p().child(advice.get(lang))))
        .child(html::p().child(way_out))
        .child(details)
        .into_view()
}

/// That the code of a view did not come.
pub fn not_loaded(lang: Lang) -> AnyView {
    let reload = button(page::RELOAD.get(lang), |_| address::reload());
    failure(page::VIEW_FAILED, Some(page::VIEW_FAILED_DO), String::new(), reload, lang)
}

/// That there is nothing to show.
pub fn no_blocks(lang: Lang) -> Element {
    html::p().class("card").child(page::NO_BLOCKS.get(lang))
}

/// What is wrong with the capacity file, closed until opened.
pub fn file_problems(problems: &[String], lang: Lang) -> Element {
    let title = format!("{} ({})", page::FILE_PROBLEMS.get(lang), problems.len());
    html::details()
        .class("card spaced")
        .id("file-problems")
        .child(html::summary().child(title))
        .child(list("stack small", problems))
}
