//! Files that were given, and their summary.

use super::controller::DataController;
use crate::page::components::{button, list, problem_line};
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, IntoView, for_each, html};
use crate::page::reactive::memo;
use crate::session::own_file::data_view;
use crate::show::data::{DataView, FileRow, ListedSentences, SummaryView};
use crate::show::labels::named;
use crate::words::catalogue::data as words;
use leptos::prelude::*;

fn use_view(controller: DataController) -> Memo<DataView> {
    let lang = use_lang();
    memo(move |_| controller.files.with(|files| data_view(files, lang.get())))
}

/// Returns the files, each with its kind or the reason that it could not be read.
pub fn files(controller: DataController) -> impl IntoView {
    let shown = use_view(controller);
    let rows = move || shown.with(|shown| shown.files.clone());
    let is_empty = memo(move |_| shown.with(|shown| shown.files.is_empty()));
    move || {
        (!is_empty.get()).then(|| {
            html::section().class("card stack").attr("aria-labelledby", "files-title").child((
                html::h2().id("files-title").child(t(words::FILES)),
                html::ul().class("stack").id("data-files").child(for_each(
                    rows,
                    |row| row.id.to_string(),
                    move |row| file_row(controller, row),
                )),
                html::div().class("row").child(
                    button(t(words::START_OVER), move |_| controller.edit(|files| files.clear()))
                        .id("data-clear"),
                ),
            ))
        })
    }
}

fn file_row(controller: DataController, row: FileRow) -> Element {
    let lang = use_lang();
    let FileRow { id, name, what, problem, note } = row;
    let label = {
        let name = name.clone();
        move || named(words::REMOVE, &name, lang.get())
    };
    let remove = button(t(words::REMOVE), move |_| controller.edit(move |files| files.remove(id)));
    html::li().child((
        html::div().class("row").child((
            html::strong().child(name),
            html::span().class("small quiet").child(what),
            remove.attr("aria-label", label),
        )),
        problem.map(problem_line),
        note.map(|note| html::p().class("small").child(note)),
    ))
}

/// Returns the summary of the files with the button that uses them, or why no capacity file can be
/// made of them. The shortest form is announced as it comes.
pub fn summary(controller: DataController) -> impl IntoView {
    let shown = use_view(controller);
    let stopped = move || {
        let stopped = shown.with(|shown| shown.stopped.clone())?;
        Some(html::div().class("card").id("data-stopped").child(problem_line(stopped)))
    };
    let summed = move || shown.with(|shown| shown.summary.clone()).map(|it| summed(controller, it));
    let spoken = move || shown.with(|shown| shown.spoken.clone());
    let spoken = html::p().class("unseen").id("data-spoken").attr("role", "status").child(spoken);
    (spoken, stopped, summed)
}

fn summed(controller: DataController, summary: SummaryView) -> Element {
    let SummaryView { lines, left_out, notes } = summary;
    let use_it = button(t(words::USE), move |_| controller.use_it());
    let left_out = listed("data-left-out", "stack wrong-lines", left_out)
        .map(|part| part.child(html::p().class("small").child(t(words::LEFT_OUT_DO))));
    let part = html::section().class("card stack").id("data-summary");
    part.attr("aria-labelledby", "summary-title").child((
        html::h2().id("summary-title").child(t(words::SUMMARY)),
        list("small", &lines),
        left_out,
        listed("data-notes", "stack", notes),
        html::div().class("row").child(use_it.class("button primary").id("data-use")),
    ))
}

fn listed(id: &'static str, class: &'static str, of: ListedSentences) -> Option<Element> {
    let ListedSentences { title, sentences, more } = of;
    (!sentences.is_empty()).then(|| {
        html::div().class(class).id(id).child((
            html::h3().child(title),
            list("small", &sentences),
            more.map(|more| html::p().class("small").child(more)),
        ))
    })
}
