//! Parts that several views lay out: tables, facts, sources, node maps, fields.

mod field;
mod node_map;

pub use field::{
    field, focus, go_to_section, options, problem_at, step_by_arrows, typed, with_unknown,
    wrong_text,
};
pub use node_map::{Asked, logo, node_map, picture_width};

use super::address::link;
use super::element::{El, Fragment, el, nothing, svg, text};
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
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlDetailsElement, MouseEvent};

/// Whether a click on a link means "here": not in a new tab, window or download.
pub fn is_plain_click(event: &Event) -> bool {
    event.dyn_ref::<MouseEvent>().is_some_and(|click| {
        let with_key = click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key();
        click.button() == 0 && !with_key
    })
}

/// A button; its words are its name.
pub fn button(words: impl Into<String>, act: impl FnMut(Event) + 'static) -> El {
    el("button")
        .attr("type", "button")
        .class("button slim")
        .on_event("click", act)
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
pub fn copy_link(state: State, said: RwSignal<Option<Entry>>, lang: Lang) -> El {
    let act = move |_| match state.route.with_untracked(Route::fits_in_link) {
        true => copy(state.route.with_untracked(link), said),
        false => said.set(Some(page::LINK_TOO_LONG)),
    };
    button(page::COPY_LINK.get(lang), act).id("copy-link")
}

/// What came of the last thing that was done.
pub fn said(said: RwSignal<Option<Entry>>, lang: Lang) -> El {
    let words = move || said.get().map_or_else(nothing, |entry| text(entry.get(lang)));
    el("span").id("kept").class("small quiet").attr("role", "status").live(words)
}

/// A mark beside a figure that is assumed.
pub fn mark(words: &str) -> El {
    el("span").class("tag").attr("data-kind", "assumed").child(words)
}

/// A table, in a frame that scrolls sideways where it must.
pub fn table(table: Table) -> El {
    let content = |element: El, cell: Cell| {
        let element = match (cell.number, &cell.url) {
            (true, _) => element.class("number"),
            (false, Some(_)) => element.class("source"),
            (false, None) => element,
        };
        let content = match cell.url {
            Some(url) => link_out(url, cell.text).view(),
            None => text(cell.text),
        };
        element.child(content).child(cell.mark.map(|words| vec![text(" "), mark(words).view()]))
    };
    let row = |cells: Vec<Cell>| {
        let cell = |(place, cell): (usize, Cell)| {
            let element = if place == 0 { el("th").attr("scope", "row") } else { el("td") };
            content(element, cell)
        };
        el("tr").child(cells.into_iter().enumerate().map(cell).collect::<Vec<_>>())
    };
    let head = |cell: Cell| content(el("th").attr("scope", "col"), cell);
    let heads: Vec<El> = table.heads.into_iter().map(head).collect();
    let rows: Vec<El> = table.rows.into_iter().map(row).collect();
    let foot = (!table.foot.is_empty()).then(|| el("tfoot").child(row(table.foot)));
    let content = el("table")
        .child(el("caption").child(table.caption.clone()))
        .child(el("thead").child(el("tr").child(heads)))
        .child(el("tbody").child(rows))
        .child(foot);
    el("div")
        .class("table-frame")
        .attr("tabindex", "0")
        .attr("role", "region")
        .attr("aria-label", table.caption)
        .child(content)
}

/// What a picture shows as a table, closed until opened, and made only then.
pub fn table_twin(lang: Lang, make: impl Fn() -> Option<Table> + 'static) -> El {
    let is_open = RwSignal::new(false);
    let toggle = move |event: Event| {
        let details = event.current_target();
        let open = details.and_then(|details| details.dyn_into::<HtmlDetailsElement>().ok());
        is_open.set(open.is_some_and(|details| details.open()));
    };
    let content = move || match is_open.get().then(&make).flatten() {
        Some(content) => table(content).view(),
        None => nothing(),
    };
    el("details")
        .class("twin no-print")
        .on_event("toggle", toggle)
        .child(el("summary").child(page::SHOW_TABLE.get(lang)))
        .live(content)
}

/// Bars with their figures; a table beside them says the same to those who do not see them.
pub fn bars(groups: &[BarGroup]) -> El {
    let bar = |bar: &Bar| {
        let class = if bar.is_given { "bar is-given" } else { "bar" };
        let length = svg("rect").attr("width", bar.length.to_string()).attr("height", "10");
        let drawing = svg("svg")
            .class(class)
            .attr("viewBox", "0 0 1000 10")
            .attr("preserveAspectRatio", "none")
            .attr("aria-hidden", "true")
            .child(length);
        let name = el("dt").child(bar.name.as_str());
        el("div").child(name).child(el("dd").child(drawing).child(bar.value.as_str()))
    };
    let group = |group: &BarGroup| {
        let bars: Vec<El> = group.bars.iter().map(bar).collect();
        el("div").child(el("h3").child(group.name.as_str())).child(el("dl").child(bars))
    };
    el("div").class("bars").child(groups.iter().map(group).collect::<Vec<_>>())
}

/// Facts as a list of names and values.
pub fn facts(class: &'static str, facts: &[Fact]) -> El {
    let part = |tag, text: &String| el(tag).child(text.as_str());
    let fact = |fact: &Fact| el("div").child(part("dt", &fact.name)).child(part("dd", &fact.value));
    el("dl").class(class).child(facts.iter().map(fact).collect::<Vec<_>>())
}

/// Where else to look, and why.
pub fn elsewhere(elsewhere: Elsewhere, lang: Lang) -> El {
    el("section")
        .class("stack")
        .id("elsewhere")
        .attr("aria-labelledby", "elsewhere-title")
        .child(el("h2").id("elsewhere-title").child(elsewhere_words::HEADING.get(lang)))
        .child(el("p").child(elsewhere.lead))
        .child(schemes(elsewhere.schemes, lang))
}

/// Schemes beside this one, a card each.
pub fn schemes(schemes: Vec<SchemeView>, lang: Lang) -> El {
    let card = |of: SchemeView| {
        el("article")
            .class("card")
            .child(el("h3").child(of.name))
            .child(facts("facts", &of.facts))
            .child(of.source.map(|from| source(from, lang)))
    };
    el("div").class("side-by-side").child(schemes.into_iter().map(card).collect::<Vec<_>>())
}

/// Sentences as a list.
pub fn list(class: &'static str, texts: &[String]) -> El {
    let item = |text: &String| el("li").child(text.as_str());
    el("ul").class(class).child(texts.iter().map(item).collect::<Vec<_>>())
}

/// A link out of the page.
pub fn link_out(url: impl Into<String>, words: impl Into<String>) -> El {
    el("a").attr("href", url.into()).attr("rel", "noopener noreferrer").child(words.into())
}

/// A link to the real thing: applications are made there.
pub fn portal_link(lang: Lang) -> El {
    link_out("https://aiinfrahub.kr", page::PORTAL_LINK.get(lang))
}

/// Where figures come from.
pub fn source(from: SourceView, lang: Lang) -> El {
    let label = format!("{}: ", words::SOURCE.get(lang));
    el("p").class("small quiet").child(label).child(reference(from))
}

/// A source; a link where there is an address.
pub fn reference(source: SourceView) -> Vec<Fragment> {
    let title = match source.url {
        Some(url) => link_out(url, source.title).view(),
        None => text(source.title),
    };
    vec![title, text(source.details)]
}

/// What went wrong, what to do, and a button that does it.
pub fn failure(
    title: Entry,
    advice: Option<Entry>,
    details: String,
    way_out: El,
    lang: Lang,
) -> Fragment {
    let details = (!details.is_empty()).then(|| el("pre").child(details));
    el("section")
        .class("panel")
        .attr("role", "alert")
        .child(el("h1").child(title.get(lang)))
        .child(advice.map(|advice| el("p").child(advice.get(lang))))
        .child(el("p").child(way_out))
        .child(details)
        .view()
}

/// That the code of a view did not come.
pub fn not_loaded(lang: Lang) -> Fragment {
    let reload = button(page::RELOAD.get(lang), |_| address::reload());
    failure(page::VIEW_FAILED, Some(page::VIEW_FAILED_DO), String::new(), reload, lang)
}

/// That there is nothing to show.
pub fn no_blocks(lang: Lang) -> El {
    el("p").class("card").child(page::NO_BLOCKS.get(lang))
}

/// What is wrong with the capacity file, closed until opened.
pub fn file_problems(problems: &[String], lang: Lang) -> El {
    let title = format!("{} ({})", page::FILE_PROBLEMS.get(lang), problems.len());
    el("details")
        .class("card spaced")
        .id("file-problems")
        .child(el("summary").child(title))
        .child(list("stack small", problems))
}
