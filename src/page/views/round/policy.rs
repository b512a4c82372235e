//! Policy of the round.

use super::controller::RoundController;
use crate::model::{Class, Occupancy};
use crate::page::components::{about, disclosure, field, problem_line, select, text_control};
use crate::page::context::{t, use_lang, use_route, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::show::labels::round as labels;
use crate::show::round::{POLICY_FIELDS, PolicyField, ShareUnit, set_share, share};
use crate::words::catalogue::{Entry, round as words};
use leptos::prelude::*;

/// Returns the choices of the policy.
pub fn policy(controller: RoundController) -> Element {
    let bad_link =
        controller.is_link_bad.then(|| html::p().class("wrong").child(t(words::BAD_LINK)));
    let fields = POLICY_FIELDS.map(|form_field| policy_field(controller, form_field));
    let shares = disclosure("twin", words::SHARES, move || Some(shares(controller)));
    html::section()
        .class("card no-print")
        .id("policy")
        .attr("aria-labelledby", "policy-title")
        .child((
            html::h2().id("policy-title").child(t(words::POLICY)),
            bad_link,
            html::div().class("policy-fields").child((fields, holds())),
            shares,
        ))
}

fn policy_field(controller: RoundController, form_field: PolicyField) -> Element {
    let lang = use_lang();
    let choices = move || {
        let choice =
            |(value, name): &(&str, Entry)| ((*value).to_owned(), name.get(lang.get()).to_owned());
        form_field.choices.iter().map(choice).collect()
    };
    let chosen = Signal::derive(move || {
        controller.round.with(|round| (form_field.get)(round.policy()).to_owned())
    });
    let choose = move |value: String| {
        controller.edit(|round| {
            let mut policy = round.policy().clone();
            form_field.choose(&mut policy, &value);
            round.set_policy(policy);
        });
    };
    field(
        form_field.id,
        form_field.label,
        None,
        || None,
        select(form_field.id, choices, chosen, choose),
    )
}

/// Returns the choice of counting published holds, if the file has any.
fn holds() -> impl IntoView {
    let (lang, route, scenario) = (use_lang(), use_route(), use_scenario());
    let has_some = memo(move |_| {
        scenario.with(|scenario| {
            scenario.as_ref().is_some_and(|it| it.0.file.snapshot.has_published_holds())
        })
    });
    let choices = move || {
        let choice =
            |(value, name): (&str, Entry)| (value.to_owned(), name.get(lang.get()).to_owned());
        [("in", words::HOLDS_IN), ("out", words::HOLDS_OUT)].map(choice).to_vec()
    };
    let chosen = move || {
        let is_out = route.with(|route| route.occupancy != Occupancy::File);
        (if is_out { "out" } else { "in" }).to_owned()
    };
    let choose = move |value: String| {
        let occupancy = if value == "out" { Occupancy::Size } else { Occupancy::File };
        route.update(|route| route.occupancy = occupancy);
    };
    move || {
        has_some.get().then(|| {
            let control = select("policy-holds", choices, Signal::derive(chosen), choose);
            field("policy-holds", words::HOLDS, None, || None, control)
        })
    }
}

/// Returns the largest share of each class, unit by unit.
fn shares(controller: RoundController) -> Element {
    let of_unit = |unit: ShareUnit| {
        let fields = Class::ALL.map(|class| share_field(controller, class, unit));
        let title = html::legend().child(t(unit.title()));
        html::fieldset()
            .class("stack")
            .child((title, html::div().class("policy-fields").child(fields)))
    };
    html::div()
        .class("stack")
        .child((html::p().class("hint").child(t(words::SHARES_HINT)), ShareUnit::ALL.map(of_unit)))
}

fn share_field(controller: RoundController, class: Class, unit: ShareUnit) -> Element {
    let lang = use_lang();
    let id = ["share-", unit.id(), "-", class.id()].concat();
    // A text that is no number stays in the field, and does not enter the policy.
    let unread = RwSignal::new(None::<String>);
    let text = move || {
        let known = || controller.round.with(|round| share(round.policy(), class, unit));
        unread.get().unwrap_or_else(known)
    };
    let problem =
        Signal::derive(move || unread.get().map(|typed| labels::not_a_number(&typed, lang.get())));
    let set = move |typed: String| {
        let mut policy = controller.round.with_untracked(|round| round.policy().clone());
        if set_share(&mut policy, class, unit, &typed) {
            unread.set(None);
            controller.edit(|round| round.set_policy(policy));
        } else {
            unread.set(Some(typed));
        }
    };
    let control = text_control(html::input(), &id, text, problem, set)
        .attr("type", "text")
        .attr("inputmode", "numeric");
    let name = html::span().child(move || labels::share(class, lang.get()));
    let about = html::div().id(about(&id)).child(move || problem.get().map(problem_line));
    html::div().class("field").child((html::label().attr("for", id).child(name), control, about))
}
