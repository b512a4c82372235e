//! The page: header, notice, bar about the file, view, footer.

use super::chunks::load;
use super::context::{
    provide_chunks, provide_feed, provide_lang, provide_phases, provide_request_form,
    provide_route, provide_scenario, provide_shown_date, provide_today, provide_viewport,
    use_chunks, use_feed, use_lang, use_phases, use_prefetch, use_route,
};
use super::dom::{Element, IntoView, for_each, html, mount};
use super::feed::{file_notes, follow, loading, placeholder, status_bar, use_poller};
use super::footer::footer;
use super::header::header;
use super::lazy::{Lazy, NotLoaded};
use super::notice::{notice, own_file, unread_link};
use super::views::capacity::capacity_view;
use crate::edge::task;
use crate::exchange::link::View;
use crate::page::components::not_loaded;
use crate::session::notice::title;
use crate::words::catalogue::page as words;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast as _;

/// Longest time that the shell stays while a file is on its way.
const SHELL_STAYS: Duration = Duration::from_millis(800);

/// Puts the page in the place of the static shell.
///
/// Without an element `#app` there is nowhere to put it: the shell, which is in the same HTML file,
/// stays.
pub fn start() {
    // In a new task, because the current one has made the program ready to run.
    task::later(|| {
        let root = document().get_element_by_id("app").and_then(|root| root.dyn_into().ok());
        if let Some(root) = root {
            mount(root, app);
        }
    });
}

/// Returns the page, made once it has more to show than the shell, or is late and says so.
fn app() -> impl IntoView {
    provide_surroundings();
    let (route, feed, phases) = (use_route(), use_feed(), use_phases());
    let view = Memo::new(move |_| route.with(|route| route.view));
    // In a task of its own: the browser compiles code when it first runs, as it did to get here.
    let owner = Owner::current();
    task::later(move || {
        if let Some(owner) = owner {
            owner.with(|| fetch_what_is_shown(view));
        }
    });
    let is_late = RwSignal::new(false);
    set_timeout(move || is_late.set(true), SHELL_STAYS);
    let is_time_for = move |phase: RwSignal<bool>| {
        Memo::new(move |was: Option<&bool>| {
            was == Some(&true) || is_late.get() || phase.get() || feed.is_without_file()
        })
    };
    let (is_made, is_shown) = (is_time_for(phases.frame), is_time_for(phases.seen));
    let whole = move || {
        let page = html::div().prop("hidden", move || !is_shown.get()).child(frame(view));
        // The shell is removed last: its figures stay in sight if making the page fails.
        (page, move || {
            if is_shown.get() {
                remove_shell()
            }
        })
    };
    move || is_made.get().then(whole)
}

/// Starts loading the capacity file, and the code of whatever view is shown.
fn fetch_what_is_shown(view: Memo<View>) {
    let prefetch = use_prefetch();
    Effect::new(move |_| prefetch(view.get()));
    follow();
    use_poller().start();
}

/// Provides all contexts, each after those that it takes itself.
fn provide_surroundings() {
    provide_viewport();
    provide_today();
    provide_route();
    provide_lang();
    provide_chunks(load);
    provide_feed();
    provide_phases();
    provide_scenario();
    provide_shown_date();
    provide_request_form();
}

fn remove_shell() {
    if let Some(shell) = document().get_element_by_id("shell") {
        shell.remove();
    }
}

/// Returns the whole page.
fn frame(view: Memo<View>) -> impl IntoView {
    let (lang, feed) = (use_lang(), use_feed());
    // The parts of the document outside the page's own elements.
    Effect::new(move |_| {
        let lang = lang.get();
        if let Some(root) = document().document_element() {
            // Only an element that is gone refuses an attribute.
            let _ = root.set_attribute("lang", lang.tag());
        }
        let name = feed.view.with(|view| view.identity.name.clone());
        document().set_title(&title(view.get(), &name, lang));
        if let Ok(Some(skip)) = document().query_selector("body > .skip") {
            skip.set_text_content(Some(words::SKIP_TO_CONTENT.get(lang)));
        }
    });
    (header(), notice(), own_file(), unread_link(), status_bar(), main(view), footer())
}

/// Returns the main element, with the view shown once there is a file to show.
fn main(view: Memo<View>) -> Element {
    let (feed, phases, chunks) = (use_feed(), use_phases(), use_chunks());
    let is_time = phases.first;
    let is_busy = move || !phases.rest.get() && !feed.is_without_file();
    let shown = move || (feed.has_file() && is_time.get()).then(|| view.get());
    let make = move |view| match view {
        View::Capacity => capacity_view().into_view(),
        View::Fit => later(chunks.fit, |code| (code.view)()).into_view(),
        View::Size => later(chunks.size, |code| (code.view)()).into_view(),
        View::Round => later(chunks.round, |code| (code.view)()).into_view(),
        View::Data => later(chunks.data, |code| (code.view)()).into_view(),
    };
    let content = html::main()
        .id("content")
        .class("page")
        // The skip link and closed bars move the focus here, and the Tab key does not stop here.
        .attr("tabindex", "-1")
        .attr("aria-busy", move || is_busy().then_some("true"));
    content.child((
        move || shown().is_none().then(placeholder),
        move || shown().map(|_| file_notes()),
        // Keyed by view, so that another view is made anew, not patched from the one before.
        for_each(move || shown().into_iter().collect(), |view| view.id().to_owned(), make),
    ))
}

/// Returns a view whose code may still be on its way, or have failed to load.
fn later<T: Sync>(chunk: Lazy<T>, show: impl Fn(&T) -> Element + 'static) -> impl IntoView {
    move || match chunk.code.get() {
        None => loading(),
        Some(Ok(code)) => show(code),
        Some(Err(NotLoaded)) => not_loaded(),
    }
}
