//! Every step of the arithmetic, closed until opened, and made only then.

use super::Now;
use super::answer::answered;
use crate::page::element::{El, el, nothing, views};
use crate::page::parts::link_out;
use crate::show::Lang;
use crate::show::catalogue::{Entry, size as words};
use crate::show::size::{Reference, StepView};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, HtmlDetailsElement};

/// Those that go for every accelerator.
pub fn of_model(now: Now, lang: Lang) -> El {
    fold(words::STEPS_MODEL, lang, move || answered(now, |answer| answer.view.steps.clone()))
        .class("card twin")
}

/// Those of one accelerator.
pub fn of_site(now: Now, place: usize, lang: Lang) -> El {
    let steps = move || {
        answered(now, |answer| answer.view.sites.get(place).map(|site| site.steps.clone()))
            .flatten()
    };
    fold(words::STEPS, lang, steps).class("twin")
}

fn fold(title: Entry, lang: Lang, steps: impl Fn() -> Option<Vec<StepView>> + 'static) -> El {
    let is_open = RwSignal::new(false);
    let toggle = move |event: Event| {
        // Of a step within, it is no event of this one.
        let details = event.current_target();
        let open = details.and_then(|details| details.dyn_into::<HtmlDetailsElement>().ok());
        is_open.set(open.is_some_and(|details| details.open()));
    };
    let content = move || match is_open.get().then(&steps).flatten() {
        Some(steps) => {
            let steps: Vec<El> = steps.iter().map(|it| step(it, lang)).collect();
            el("ol").class("steps").child(steps).view()
        }
        None => nothing(),
    };
    el("details").on("toggle", toggle).child(el("summary").child(title.get(lang))).live(content)
}

fn step(step: &StepView, lang: Lang) -> El {
    let named =
        |name: Entry, value: El| el("div").child(el("dt").child(name.get(lang))).child(value);
    let fact =
        |name: Entry, value: &str| (!value.is_empty()).then(|| named(name, el("dd").child(value)));
    let source = el("dd")
        .child(step.origin.map(|origin| el("span").child(origin)))
        .child(step.references.iter().map(reference).collect::<Vec<_>>());
    let facts = [
        fact(words::FORMULA, step.formula),
        fact(words::NUMBERS, &step.numbers),
        Some(named(words::SOURCE, source)),
    ];
    let summary = el("summary")
        .child(el("span").child(step.name))
        .child(el("strong").class("number").child(step.value.as_str()));
    let inside = views(vec![
        el("p").class("small").child(step.is).view(),
        el("dl").class("facts").child(facts.into_iter().flatten().collect::<Vec<_>>()).view(),
    ]);
    el("li").child(el("details").child(summary).child(inside))
}

/// A reference as a link, with its date.
fn reference(of: &Reference) -> El {
    let date = (!of.date.is_empty()).then(|| [" (", of.date, ")"].concat());
    el("p").child(link_out(of.url, of.title)).child(date)
}
