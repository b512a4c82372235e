//! Sizes of the workload: the sentences first, then each accelerator by itself.

use super::answer::{SizeSignals, read};
use super::form::id;
use super::{curve, steps};
use crate::exchange::link::{self, Route};
use crate::page::components::{
    copy_link, elsewhere, facts, focus_in_view, is_plain_click, link_to_field, list, status,
    table_alternative, table_to_save, verdict, verdict_panel,
};
use crate::page::context::{t, use_lang, use_route};
use crate::page::dom::{AnyView, Element, IntoView, for_each, html};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::session::{SizeAnswer, SizedRequest, Sizes, TargetSize};
use crate::show::labels::size as labels;
use crate::show::size::{SiteView, SizeProblem};
use crate::words::catalogue::size as words;
use leptos::ev;
use leptos::prelude::*;
use leptos::web_sys::MouseEvent;
use std::sync::Arc;

/// Returns the answer.
pub fn result(answer: SizeSignals) -> Element {
    let outcome = RwSignal::new(None);
    let lang = use_lang();
    let spoken = move || {
        answer.0.with(|answer| match &*answer.0 {
            SizeAnswer::Waiting => None,
            SizeAnswer::Invalid(_) => Some(vec![words::INVALID.get(lang.get()).to_owned()]),
            SizeAnswer::Answered(sizes) => Some(sizes.spoken()),
        })
    };
    let verdict = verdict(panel(answer), spoken);
    let row =
        html::div().class("row no-print").child((copy_link(outcome), status("kept", outcome)));
    let elsewhere = move || answer.sizes(|sizes| sizes.elsewhere.clone()).flatten().map(elsewhere);
    html::section()
        .class("stack answer")
        .id("size-answer")
        .attr("aria-label", t(words::HEADING))
        .child((verdict, row, sites(answer), elsewhere, steps::of_model(answer)))
}

/// Returns the accelerators. They stay, with what is opened in them, while their content changes,
/// and are hidden while there is nothing to show.
fn sites(answer: SizeSignals) -> AnyView {
    let accelerators = memo(move |before: Option<&Vec<Arc<str>>>| {
        let ids = |sizes: &Sizes| {
            sizes.sites.iter().map(|site| Arc::from(site.view.accelerator.as_str())).collect()
        };
        answer.sizes(ids).or_else(|| before.cloned()).unwrap_or_default()
    });
    for_each(
        move || accelerators.get(),
        |id| id.to_string(),
        move |accelerator| site(answer, accelerator),
    )
}

/// Returns the sentences of all accelerators, or the problems of the form.
fn panel(answer: SizeSignals) -> impl IntoView {
    move || {
        answer.0.with(|answer| match &*answer.0 {
            SizeAnswer::Waiting => None,
            SizeAnswer::Invalid(problems) => Some(invalid(problems)),
            SizeAnswer::Answered(sizes) => Some(sentences(sizes)),
        })
    }
}

fn invalid(problems: &[SizeProblem]) -> Element {
    let lang = use_lang().get();
    let line = |problem: &SizeProblem| {
        html::li().child(link_to_field(id(problem.field), labels::problem(problem, lang)))
    };
    verdict_panel("invalid", "invalid").child((
        html::p().child(t(words::INVALID)),
        html::ul().class("small").child(problems.iter().map(line).collect::<Vec<_>>()),
    ))
}

fn sentences(sizes: &Sizes) -> Element {
    let line =
        |site: &Arc<TargetSize>| html::p().class("sentence").child(site.view.sentence.clone());
    let none = sizes.sites.is_empty().then(|| html::p().child(t(words::NO_SITES)));
    let about = sizes.about.iter().map(|about| html::p().class("small quiet").child(about.clone()));
    let about = about.collect::<Vec<_>>();
    let (kind, lines) = (sizes.tone().kind(), sizes.sites.iter().map(line).collect::<Vec<_>>());
    verdict_panel(kind, kind).child((lines, none, about))
}

/// Returns the card of one accelerator.
fn site(answer: SizeSignals, accelerator: Arc<str>) -> Element {
    let site = answer.site(Arc::clone(&accelerator));
    let name = move || read(site, |site| site.view.name.clone()).unwrap_or_default();
    let table = move || read(site, |site| site.view.table.clone());
    html::article()
        .class("card picture size")
        .prop("hidden", move || answer.sizes(|_| ()).is_none())
        .attr("data-accelerator", accelerator.to_string())
        .child((
            html::h2().child(name),
            move || read(site, |site| size(&site.view)),
            request(site),
            curve::curve(answer, site),
            table_alternative(table),
            effects(site),
            steps::of_site(site),
        ))
}

/// Returns the size, the reason for it, and warnings.
fn size(site: &SiteView) -> impl IntoView + use<> {
    let why = labels::why(site);
    let warnings = (!site.warnings.is_empty()).then(|| list("warnings small", &site.warnings));
    (html::p().class("small quiet").child(why), facts("offer-facts", &site.facts), warnings)
}

/// Returns the offer for this size, its costs, and the link to the fit view.
fn request(site: Memo<Option<Shared<TargetSize>>>) -> impl IntoView {
    let route = use_route();
    move || {
        let link = |site: &TargetSize| site.request.as_ref().map(|request| to_fit(request, route));
        read(site, link).flatten()
    }
}

fn to_fit(request: &SizedRequest, route: RwSignal<Route>) -> impl IntoView + use<> {
    let form = request.link.clone();
    let there = Route { form: form.clone(), ..route.get_untracked() };
    let go = move |event: MouseEvent| {
        if is_plain_click(&event) {
            event.prevent_default();
            let form = form.clone();
            route.update(|route| {
                route.form = form;
                route.view = link::View::Fit;
            });
            // The link goes with its view, and the focus with it.
            focus_in_view("fit-title");
        }
    };
    let link = html::a()
        .class("button primary to-fit")
        .attr("href", ["?", &there.query_of(link::View::Fit)].concat())
        .on(ev::click, go)
        .child(t(words::TO_FIT));
    (facts("facts", &request.facts), html::p().class("no-print").child(link))
}

/// Returns the changes that would alter the size.
fn effects(site: Memo<Option<Shared<TargetSize>>>) -> impl IntoView {
    move || {
        let effects = read(site, |site| site.view.effects.clone()).flatten()?;
        Some((html::h3().child(t(words::EFFECTS)), table_to_save(effects)))
    }
}
