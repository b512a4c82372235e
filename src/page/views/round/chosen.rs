//! Application that is chosen: its nodes, or why it has none, and what can be done with it.

use super::controller::RoundController;
use super::typed::change_one;
use crate::page::components::{button, disclosure, facts, focus};
use crate::page::context::{t, use_lang, use_scenario};
use crate::page::dom::{Element, for_each, html};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::show::round::{ChosenView, chosen as tell};
use crate::words::catalogue::{Entry, round as words};
use leptos::prelude::*;

/// Returns the panel; if no application is chosen, it says how to choose one.
pub fn chosen(controller: RoundController) -> Element {
    let (lang, scenario) = (use_lang(), use_scenario());
    let view = memo(move |_| {
        let (scenario, index) = (scenario.get()?.0, controller.chosen_index.get()?);
        let (decided, chances) = (controller.decided.get(), controller.chances.get());
        controller.round.with(|round| {
            let application = round.application(index)?;
            let (decided, chances) =
                (decided.as_ref().map(|it| &*it.0), chances.as_ref().map(|it| &*it.0));
            Some(Shared::new(tell(
                &scenario.scenario,
                application,
                index,
                decided,
                chances,
                lang.get(),
            )))
        })
    });
    let hint = move || {
        let is_none = controller.chosen_index.get().is_none();
        is_none.then(|| html::p().class("quiet no-print").child(t(words::CHOOSE_ONE)))
    };
    let text = move || view.with(|view| view.as_ref().map(|view| chosen_text(controller, &view.0)));
    // Keyed by application: what was typed for one must not stay for the next.
    let acts = for_each(
        move || controller.chosen_index.get().into_iter().collect(),
        |index: &usize| index.to_string(),
        move |index| acts(controller, index),
    );
    html::section()
        .class(
            move || if controller.chosen_index.get().is_none() { "card no-print" } else { "card" },
        )
        .id("round-chosen")
        .attr("aria-labelledby", "round-chosen-title")
        .child((
            html::h2().id("round-chosen-title").child(t(words::CHOSEN)),
            hint,
            html::div().class("stack").attr("aria-live", "polite").child(text),
            acts,
        ))
}

fn chosen_text(controller: RoundController, view: &ChosenView) -> Element {
    let lang = use_lang().get();
    let given = (!view.given.is_empty()).then(|| {
        (
            html::h4().child(words::GIVEN.get(lang)),
            facts("offer-facts", &view.given).id("chosen-given"),
        )
    });
    let why = view.why.as_ref().map(|why| {
        (
            html::h4().child(words::NOT_GIVEN_WHY.get(lang)),
            html::p().id("chosen-why").child(why.as_str()),
        )
    });
    let in_the_way = (!view.in_the_way.is_empty()).then(|| {
        let buttons = view.in_the_way.iter().map(|(index, id)| {
            let index = *index;
            button(id.as_str(), move |_| controller.chosen_index.set(Some(index)))
        });
        html::div().class("changes").id("in-the-way").child((
            html::span().class("small quiet").child(words::IN_THE_WAY.get(lang)),
            buttons.collect::<Vec<_>>(),
        ))
    });
    let chance = view.chance.as_ref().map(|chance| {
        let name =
            html::span().class("quiet").child([words::CHANCE_ROUNDS.get(lang), " "].concat());
        html::p().class("small").id("chosen-chance").child((name, chance.as_str()))
    });
    html::div().class("stack").child((
        html::h3().child(view.name.as_str()),
        given,
        why,
        in_the_way,
        chance,
        facts("offer-facts", &view.asked),
    ))
}

/// Returns the actions on the application.
fn acts(controller: RoundController, index: usize) -> Element {
    let step = move |id: &'static str, name: Entry, ranks: isize| {
        let act = move |_| {
            controller.edit(|round| round.move_by(index, ranks));
        };
        button(t(name), act).id(id)
    };
    let is_out = memo(move |_| controller.round.with(|round| round.is_left_out(index)));
    let lang = use_lang();
    let name = move || match is_out.get() {
        true => words::TAKE_IN.get(lang.get()),
        false => words::LEAVE_OUT.get(lang.get()),
    };
    let leave_out = button(name, move |_| {
        controller.edit(|round| round.toggle_left_out(index));
    });
    let close = button(t(words::CLOSE_PANEL), move |_| {
        controller.chosen_index.set(None);
        // The button that has the focus goes with the panel.
        focus("round-list");
    });
    html::div().class("stack no-print").child((
        html::div().class("row").child((
            step("move-up", words::UP, -1),
            step("move-down", words::DOWN, 1),
            leave_out.id("leave-out"),
            close.id("close-chosen"),
        )),
        disclosure("fold", words::EDIT, move || Some(change_one(controller, index))),
    ))
}
