//! The form of the workload: simple first, the rest on demand.

use super::{Now, Sized, set};
use crate::page::element::{El, el, views};
use crate::page::fit;
use crate::page::parts::{button, field, options, typed, with_unknown};
use crate::page::state::State;
use crate::show::Lang;
use crate::show::catalogue::{page, size as words};
use crate::show::size::{SizeDraft, SizeField, SizeProblem, choices, label, models, task};
use crate::sizing::config;
use leptos::prelude::*;

/// A pasted text longer than this is cut down to what the shape follows from.
const PASTED: usize = 200;

/// The form.
pub fn view(state: State, now: Now, lang: Lang) -> El {
    let group = move |of: fn(&SizeDraft) -> &'static [SizeField]| {
        // The fields stay as they are while their texts change.
        let shown = Memo::new(move |_| {
            state.route.with(|route| (of(&route.size).to_vec(), is_serving(&route.size)))
        });
        move || {
            shown.with(|(fields, is_serving)| {
                let one = |it: &SizeField| one(state, now, *it, *is_serving, lang);
                views(fields.iter().map(one).collect::<Vec<_>>())
            })
        }
    };
    let has_model = Memo::new(move |_| {
        state.route.with(|route| route.size.get(SizeField::Task) != task::GPU_HOURS)
    });
    let model_choice = move || match has_model.get() {
        true => model(state, lang).view(),
        false => views(None::<El>),
    };
    let is_used =
        |route: &crate::exchange::link::Route| route.size.has_typed(route.size.more_fields());
    let more = el("details")
        .attr_if("open", state.route.with_untracked(is_used))
        .child(el("summary").child(words::MORE.get(lang)))
        .child(el("div").class("stack").live(group(SizeDraft::more_fields)));
    let has_more =
        Memo::new(move |_| state.route.with(|route| !route.size.more_fields().is_empty()));
    let more = more.live_flag("hidden", move || !has_more.get());
    let reset = button(page::RESET.get(lang), move |_| {
        state.route.update(|route| route.size = SizeDraft::default());
    });
    el("form")
        .class("card form")
        .id("workload")
        .attr("aria-label", words::WORKLOAD.get(lang))
        .on("submit", |event| event.prevent_default())
        .child(one(state, now, SizeField::Task, false, lang))
        .live(model_choice)
        .live(group(SizeDraft::model_fields))
        .live(group(SizeDraft::task_fields))
        .child(more)
        .child(el("h2").class("minor").child(words::RULES.get(lang)))
        .child(fit::terms(state, lang))
        .child(el("div").class("row").child(reset.id("reset")))
}

fn is_serving(draft: &SizeDraft) -> bool {
    draft.get(SizeField::Task) == task::SERVE
}

/// The id of a field's control.
pub fn id(field: SizeField) -> String {
    ["size-", field.id()].concat()
}

fn wrong(
    now: Now,
    field: SizeField,
    lang: Lang,
) -> impl Fn() -> Option<String> + Copy + Send + Sync {
    move || {
        now.with(|now| match &*now.0 {
            Sized::Invalid(problems) => {
                let here = |problem: &&SizeProblem| problem.field == field;
                problems.iter().find(here).map(|problem| problem.text(lang))
            }
            Sized::Waiting | Sized::Answered(_) => None,
        })
    }
}

/// A field with its label.
fn one(state: State, now: Now, of: SizeField, is_serving: bool, lang: Lang) -> El {
    let (name, hint) = label(of);
    let id = id(of);
    let wrong = wrong(now, of, lang);
    let choices = choices(of, is_serving, lang);
    let text = move || state.route.with(|route| route.size.get(of).to_owned());
    let control = if !choices.is_empty() {
        let made = state.route.with_untracked(|route| route.size.get(of).to_owned());
        let is_chosen = move |id: &str| state.route.with(|route| route.size.get(of) == id);
        el("select").child(options(with_unknown(choices, made, ""), is_chosen))
    } else if of == SizeField::Config {
        el("textarea").attr("rows", "6").attr("spellcheck", "false").live_value(text)
    } else {
        el("input").attr("type", "text").attr("inputmode", "text").live_value(text)
    };
    let control = control
        .id(id.as_str())
        .attr("autocomplete", "off")
        .attr("aria-describedby", format!("{id}-about"))
        .live_attr("aria-invalid", move || wrong().map(|_| "true".to_owned()))
        .on("input", move |event| {
            let text = typed(&event);
            // So that the link stays short; what is typed by hand is left alone.
            let kept =
                (of == SizeField::Config && text.len() > PASTED).then(|| config::essential(&text));
            set(state, of, kept.flatten().unwrap_or(text));
        });
    field(&id, name, hint, wrong, lang, control)
}

/// The choice of a model, in groups.
fn model(state: State, lang: Lang) -> El {
    let of = SizeField::Model;
    let is_chosen = move |id: &str| state.route.with(|route| route.size.get(of) == id);
    let group = |(name, models): (&'static str, Vec<(String, String)>)| {
        el("optgroup").attr("label", name).child(options(models, is_chosen))
    };
    let groups: Vec<El> = models(lang).into_iter().map(group).collect();
    let control = el("select")
        .id(id(of))
        .attr("aria-describedby", "size-model-about")
        .on("change", move |event| set(state, of, typed(&event)))
        .child(groups);
    let (name, hint) = label(of);
    field(&id(of), name, hint, || None, lang, control)
}
