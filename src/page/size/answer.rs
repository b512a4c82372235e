//! What the workload comes to: the sentences first, then each accelerator by itself.

use super::form::id;
use super::{Answered, Now, Sized, curve, steps};
use crate::exchange::link::{Route, View};
use crate::page::element::{El, Fragment, el, nothing, text, views};
use crate::page::parts::{self, copy_link, facts, focus, is_plain_click, list, table, table_twin};
use crate::page::state::State;
use crate::show::Lang;
use crate::show::catalogue::size as words;
use crate::show::fact::Fact;
use crate::show::size::{SiteView, SizeProblem, Tone};
use leptos::prelude::*;
use std::time::Duration;

/// How long nothing has to change until the sentences are read out.
const QUIET: Duration = Duration::from_millis(700);

/// The answer.
pub fn view(state: State, now: Now, lang: Lang) -> El {
    // Its parts stay, with what is opened in them, while what they say changes, and out of sight
    // while there is nothing to say.
    let count = Memo::new(move |before: Option<&usize>| {
        answered(now, |answer| answer.view.sites.len()).or(before.copied()).unwrap_or(0)
    });
    let sites = move || {
        let sites = (0..count.get()).map(|place| site(state, now, place, lang));
        views(sites.collect::<Vec<_>>())
    };
    let said = RwSignal::new(None);
    el("section")
        .class("stack answer")
        .id("size-answer")
        .attr("aria-label", words::HEADING.get(lang))
        .child(
            el("div")
                .id("verdict")
                .attr("tabindex", "-1")
                .live(move || verdict(now, lang))
                .child(announcer(now)),
        )
        .child(
            el("div")
                .class("row no-print")
                .child(copy_link(state, said, lang))
                .child(parts::said(said, lang)),
        )
        .live(sites)
        .live(move || elsewhere(now, lang))
        .child(steps::of_model(now, lang))
}

/// Schemes beside this one, where a size is smaller than any call allows.
fn elsewhere(now: Now, lang: Lang) -> Fragment {
    answered(now, |answer| answer.elsewhere.clone())
        .flatten()
        .map_or_else(nothing, |elsewhere| parts::elsewhere(elsewhere, lang).view())
}

/// What `read` makes of the answer, where there is one.
pub fn answered<T>(now: Now, read: impl FnOnce(&Answered) -> T) -> Option<T> {
    now.with(|now| match &*now.0 {
        Sized::Answered(answer) => Some(read(answer)),
        Sized::Waiting | Sized::Invalid(_) => None,
    })
}

/// The sentences of all accelerators, or what is wrong.
fn verdict(now: Now, lang: Lang) -> Fragment {
    now.with(|now| match &*now.0 {
        Sized::Waiting => nothing(),
        Sized::Invalid(problems) => {
            let line = |problem: &SizeProblem| el("li").child(to_field(problem, lang));
            let lines: Vec<El> = problems.iter().map(line).collect();
            panel("invalid")
                .child(el("p").child(words::INVALID.get(lang)))
                .child(el("ul").class("small").child(lines))
                .view()
        }
        Sized::Answered(answer) => {
            let sites = &answer.view.sites;
            let has = |tone| sites.iter().any(|site| site.tone == tone);
            let tone = [Tone::Good, Tone::Fair].into_iter().find(|tone| has(*tone));
            let line = |site: &SiteView| el("p").class("sentence").child(site.sentence.as_str());
            let lines: Vec<El> = sites.iter().map(line).collect();
            let none = lines.is_empty().then(|| el("p").child(words::NO_SITES.get(lang)));
            let about = answer.view.about.map(|about| el("p").class("small quiet").child(about));
            panel(tone.unwrap_or(Tone::Short).kind()).child(lines).child(none).child(about).view()
        }
    })
}

fn panel(kind: &'static str) -> El {
    el("div").class("verdict").attr("data-kind", kind).attr("data-verdict", kind)
}

/// A problem as a link to its field.
fn to_field(problem: &SizeProblem, lang: Lang) -> El {
    let id = id(problem.field);
    let (name, _) = crate::show::size::label(problem.field);
    el("a")
        .attr("href", format!("#{id}"))
        .on("click", move |event| {
            // The address belongs to the state.
            event.prevent_default();
            focus(&id);
        })
        .child([name.get(lang), ": ", &problem.text(lang)].concat())
}

/// Reads the sentences out to those who do not see them, once typing has paused.
fn announcer(now: Now) -> El {
    let said = RwSignal::new(String::new());
    let mut say = debounce(QUIET, move |sentences: String| said.set(sentences));
    Effect::new(move |_| {
        let sentences = answered(now, |answer| {
            let sites = answer.view.sites.iter();
            sites.map(|site| site.sentence.as_str()).collect::<Vec<_>>().join(" ")
        });
        say(sentences.unwrap_or_default());
    });
    el("p").class("unseen").attr("role", "status").id("said").live(move || text(said.get()))
}

/// One accelerator.
fn site(state: State, now: Now, place: usize, lang: Lang) -> El {
    let of = move |lay: fn(&SiteView, Lang) -> Fragment| {
        move || {
            let site = |answer: &Answered| answer.view.sites.get(place).map(|site| lay(site, lang));
            answered(now, site).flatten().unwrap_or_else(nothing)
        }
    };
    let twin = table_twin(lang, move || {
        answered(now, |answer| answer.view.sites.get(place).map(|site| site.table.clone()))
            .flatten()
    });
    // Untracked: the parts below follow what changes, and the whole of it stays.
    let accelerator = now.with_untracked(|now| match &*now.0 {
        Sized::Answered(answer) => answer.view.sites.get(place).map(|it| it.accelerator.clone()),
        Sized::Waiting | Sized::Invalid(_) => None,
    });
    let name = move || {
        let name = |answer: &Answered| answer.view.sites.get(place).map(|site| site.name.clone());
        text(answered(now, name).flatten().unwrap_or_default())
    };
    el("article")
        .class("card picture size")
        .live_flag("hidden", move || answered(now, |_| ()).is_none())
        .attr("data-accelerator", accelerator.unwrap_or_default())
        .child(el("h2").live(name))
        .live(of(size))
        .live(move || request(state, now, place, lang))
        .live(curve::picture(now, place, lang))
        .child(twin)
        .live(of(effects))
        .child(steps::of_site(now, place, lang))
}

/// The size, why it is this one, what to look at.
fn size(site: &SiteView, _: Lang) -> Fragment {
    let why = site.why.join(" ");
    let warnings = (!site.warnings.is_empty()).then(|| list("warnings small", &site.warnings));
    views(vec![
        Some(el("p").class("small quiet").child(why)),
        Some(facts("offer-facts", &site.facts)),
        warnings,
    ])
}

/// Whether there is a place for it, what it costs, and the way to the fit view.
fn request(state: State, now: Now, place: usize, lang: Lang) -> Fragment {
    let parts = answered(now, |answer| {
        let asked = answer.requests.get(place)?.as_ref()?;
        let mut known =
            vec![Fact { name: words::IS_FREE.get(lang).to_owned(), value: asked.verdict.clone() }];
        known.extend(
            asked
                .fee
                .as_ref()
                .map(|fee| Fact { name: words::FEE.get(lang).to_owned(), value: fee.clone() }),
        );
        known.retain(|fact| !fact.value.is_empty());
        let mut there = state.route.with_untracked(Route::clone);
        there.form = asked.link.clone();
        let link = ["?", &there.query_of(View::Fit)].concat();
        let form = asked.link.clone();
        let go = el("a")
            .class("button primary to-fit")
            .attr("href", link)
            .on("click", move |event| {
                if is_plain_click(&event) {
                    event.prevent_default();
                    let form = form.clone();
                    state.route.update(|route| {
                        route.form = form;
                        route.view = View::Fit;
                    });
                }
            })
            .child(words::TO_FIT.get(lang));
        Some(views(vec![facts("facts", &known), el("p").class("no-print").child(go)]))
    });
    parts.flatten().unwrap_or_else(nothing)
}

/// What would change it.
fn effects(site: &SiteView, lang: Lang) -> Fragment {
    let Some(effects) = &site.effects else { return nothing() };
    let title = el("h3").child(words::EFFECTS.get(lang));
    views(vec![title, table(effects.clone())])
}
