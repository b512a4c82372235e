//! Results of a past round.

use super::debounced::with_debounced_answer;
use crate::page::components::{bars, list, save_picture, source, table_alternative};
use crate::page::context::{use_lang, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::show::results::{PublishedResults, published_results};
use crate::words::catalogue::capacity as words;
use leptos::prelude::*;

type ResultsMemo = Memo<Option<Shared<PublishedResults>>>;

/// Returns the published results of a round compared with the request, if there are any.
pub fn results() -> impl IntoView {
    let (lang, scenario) = (use_lang(), use_scenario());
    let results: ResultsMemo = memo(move |_| {
        let scenario = scenario.get()?.0;
        with_debounced_answer(|request, _| {
            let (snapshot, call) = (&scenario.file.snapshot, request.call.as_deref());
            let asked = (request.nodes.min, snapshot.gpus_per_node(&request.accelerators));
            published_results(snapshot, call, Some(asked), lang.get()).map(Shared::new)
        })
    });
    let has_results = memo(move |_| results.with(Option::is_some));
    // Made once for all requests, so that what was opened in it stays open.
    move || has_results.get().then(|| card(results))
}

fn card(results: ResultsMemo) -> Element {
    html::section()
        .class("card no-print")
        .id("results")
        .attr("aria-labelledby", "results-title")
        .child(html::h2().id("results-title").child(read(results, |it| it.title.clone())))
        .child(read(results, |it| list("", &it.sentences)))
        .child(
            html::div()
                .class("stack picture")
                .child((read(results, |it| bars(&it.groups)), save_picture(words::RESULTS))),
        )
        .child(table_alternative(read(results, |it| it.table.clone())))
        .child(read(results, |it| it.source.clone().map(source)))
}

/// Returns a closure that applies `lay` to the results, if there are any.
fn read<T>(results: ResultsMemo, lay: fn(&PublishedResults) -> T) -> impl Fn() -> Option<T> {
    move || results.with(|it| it.as_ref().map(|it| lay(&it.0)))
}
