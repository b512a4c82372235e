//! The frame of the page: masthead, notice, the view, footer.

use super::dom::{AnyView, Element, IntoView, html, mount};
use super::feed;
use super::lazy::{Lazy, NotLoaded};
use super::state::State;
use super::views::capacity::capacity_view;
use crate::edge::task;
use crate::exchange::link::View;
use crate::page::components::{is_plain_click, link_out, logo, not_loaded, portal_link};
use crate::session::PreparedScenario;
use crate::session::notice::{self, LayerView};
use crate::show::overview::{self, NoticeView};
use crate::words::Lang;
use crate::words::catalogue::{Entry, capacity as capacity_words, glossary, page as words};
use leptos::ev;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast as _;

/// How long the shell stays at most while a file is on its way.
const SHELL_STAYS: Duration = Duration::from_millis(800);

/// Puts the page in the place of the static shell.
///
/// Without an element `#app` there is no place for it: the shell, which is in the same file,
/// stays.
pub fn start() {
    // The task that this is called in has made the program ready to run.
    task::later(|| {
        let root = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok());
        if let Some(root) = root {
            mount(root, app);
        }
    });
}

/// The page, once it has more to show than the shell has, or is late and says so.
fn app() -> AnyView {
    let state = State::new();
    provide_context(state);
    let is_late = RwSignal::new(false);
    set_timeout(move || is_late.set(true), SHELL_STAYS);
    let is_shown = Memo::new(move |was: Option<&bool>| {
        was == Some(&true) || is_late.get() || state.has_something_to_show()
    });
    (move || {
        if !is_shown.get() {
            return AnyView::empty();
        }
        // Made last, so that the shell's figures stay in sight where the page cannot be built.
        vec![frame(state), remove_shell.into_view()].into_view()
    })
    .into_view()
}

fn remove_shell() -> AnyView {
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
    AnyView::empty()
}

/// The whole page.
fn frame(state: State) -> AnyView {
    let lang = state.lang;
    Effect::new(move |_| {
        let lang = lang.get();
        if let Some(root) = document().document_element() {
            // Only an element that is gone refuses an attribute.
            let _ = root.set_attribute("lang", lang.tag());
        }
        document().set_title(&notice::title(state.view.get(), lang));
        // It stands before the page, in the shell's own file.
        if let Ok(Some(skip)) = document().query_selector("body > .skip") {
            skip.set_text_content(Some(words::SKIP_TO_CONTENT.get(lang)));
        }
    });
    let main = html::main()
        .id("content")
        .class("page")
        .attr("tabindex", "-1")
        .child(move || main_view(state, lang.get()));
    let frame = vec![
        masthead(state).into_view(),
        (move || notice(state, lang.get()).into_view()).into_view(),
        feed::view(state).into_view(),
        main.into_view(),
        (move || footer(state, lang.get()).into_view()).into_view(),
    ];
    frame.into_view()
}

fn masthead(state: State) -> Element {
    let lang = state.lang;
    let words = move |entry: Entry| move || entry.get(lang.get()).into_view();
    let tab = move |view: View, name: Entry| {
        let query = move || {
            let query = state.route.with(|route| route.query_of(view));
            Some(format!("?{query}"))
        };
        let is_current = move || (state.view.get() == view).then(|| "page".to_owned());
        html::a()
            .attr("href", query)
            .attr("aria-current", is_current)
            // On its way before it is asked for.
            .on(ev::pointerenter, move |_| state.warm(view))
            .on(ev::focus, move |_| state.warm(view))
            .on(ev::click, move |event| {
                if is_plain_click(&event) {
                    event.prevent_default();
                    state.route.update(|route| route.view = view);
                }
            })
            .child(words(name))
    };
    let home = html::a()
        .attr("href", "?")
        .child(logo())
        .child(words(words::NAME))
        .child(html::small().child(words(words::TAGLINE)));
    let tabs = html::nav()
        .class("tabs")
        .attr("aria-label", move || Some(words::VIEWS.get(lang.get()).to_owned()))
        .child(tab(View::Capacity, words::VIEW_CAPACITY))
        .child(tab(View::Size, words::VIEW_SIZE))
        .child(tab(View::Fit, words::VIEW_FIT));
    let language = html::button()
        .attr("type", "button")
        .id("language")
        .class("button slim end")
        .attr("lang", move || Some(lang.get().other().tag().to_owned()))
        .on(ev::click, move |_| state.speak(lang.get_untracked().other()))
        .child(words(words::LANGUAGE_OTHER));
    let row = html::div().class("page").child(html::p().class("brand").child(home));
    html::header().class("masthead").child(row.child(tabs).child(language))
}

/// What this is, and how much truth the figures have.
fn notice(state: State, lang: Lang) -> Element {
    let about = state.world.get().map(|world| notice::layer(&world.0, state.today, lang));
    let portal = html::span()
        .child(html::strong().child(words::UNOFFICIAL.get(lang)))
        .child(" · ")
        .child(portal_link());
    let id = about.as_ref().map_or("loading", |about| about.id);
    let layer = about.map(|LayerView { name, text, .. }| {
        let name = html::strong().child(name.get(lang));
        html::span().id("layer").child(name).child(" · ").child(text)
    });
    let stated = state.world.get().map(|world| stated(&world.0, lang));
    let row = html::div().class("page").child(stated).child(portal).child(layer);
    html::aside().class("notice").attr("data-layer", id).child(row)
}

/// The statements that go before all figures, each with its source.
fn stated(world: &PreparedScenario, lang: Lang) -> Vec<Element> {
    let notices = overview::notices(&world.file.snapshot, lang);
    let notice = |NoticeView { text: statement, date, source }: NoticeView| {
        let date = date.map(|date| (" (", date, ") "));
        let source = source.and_then(|from| Some((from.url?, from.title)));
        let source = source.map(|(url, title)| {
            link_out(url, capacity_words::SOURCE.get(lang)).attr("title", title)
        });
        html::p().class("stated").child(html::strong().child(statement)).child(date).child(source)
    };
    notices.into_iter().map(notice).collect()
}

fn main_view(state: State, lang: Lang) -> AnyView {
    if state.choices.get() == 0 || !state.stages.top.get() {
        return feed::placeholder(state, lang);
    }
    let view = match state.view.get() {
        View::Capacity => capacity_view().into_view(),
        View::Fit => later(state.fit, lang, |code| (code.view)(state, lang)),
        View::Size => later(state.size, lang, |code| (code.view)().into_view()),
    };
    vec![feed::problems(state), view].into_view()
}

/// A view whose code may still be on its way, or not have come.
fn later<T: Sync>(of: Lazy<T>, lang: Lang, show: impl FnOnce(&T) -> AnyView) -> AnyView {
    match of.code.get() {
        None => feed::loading(lang),
        Some(Ok(code)) => show(code),
        Some(Err(NotLoaded)) => not_loaded().into_view(),
    }
}

/// The words that the page uses, each in a sentence.
fn glossary(lang: Lang) -> Element {
    let word = |(word, meaning): &(Entry, Entry)| {
        let meaning = html::dd().child(meaning.get(lang));
        html::div().child(html::dt().child(word.get(lang))).child(meaning)
    };
    let words: Vec<Element> = glossary::WORDS.iter().map(word).collect();
    html::details()
        .class("fold no-print")
        .id("glossary")
        .child(html::summary().child(glossary::HEADING.get(lang)))
        .child(html::dl().class("facts glossary").child(words))
}

fn footer(state: State, lang: Lang) -> Element {
    let as_of = state.world.get().map(|world| {
        let file = &world.0.file;
        let as_of = notice::as_of(&file.snapshot, state.today, lang);
        let name = notice::file_name(&file.fingerprint, lang);
        vec![as_of.into_view(), " · ".into_view(), name.into_view(), " · ".into_view()]
    });
    let takes_applications = Memo::new(move |_| state.submit_url().is_some());
    let what_not = move || notice::disclaimer(takes_applications.get(), lang).into_view();
    let what_not = html::p()
        .child(html::strong().child(words::FOOTER_WHAT_NOT.get(lang)))
        .child(" · ")
        .child(what_not);
    let about = html::p().class("number").child(as_of).child(words::FOOTER_LICENCE.get(lang));
    let page = html::div().class("page").child(glossary(lang)).child(what_not).child(about);
    html::footer().class("footer").child(page)
}
