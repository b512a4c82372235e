//! Number of nodes, counted in nodes or in GPUs.

use super::request_field::{number_input, problem, remedies_of};
use crate::page::components::field_with_hint;
use crate::page::context::{t, use_lang, use_request_form, use_scenario};
use crate::page::dom::{Element, html};
use crate::page::reactive::memo;
use crate::show::form::{CountUnit, Field};
use leptos::ev;
use leptos::prelude::*;

/// Returns the field, with its unit beside it and the count in the other unit below.
pub fn nodes_field() -> Element {
    let (lang, form, scenario) = (use_lang(), use_request_form(), use_scenario());
    let problem = problem(Field::Nodes);
    let other = move || {
        let scenario = scenario.get()?.0;
        Some(form.draft.with(|draft| draft.other_count(&scenario.file.snapshot, lang.get())))
    };
    let hint = html::span().class("hint").id("other-count").child(other);
    let control = html::div().class("join").child((number_input(Field::Nodes), unit_choice()));
    field_with_hint(Field::Nodes.id(), Field::Nodes.label(), hint, move || problem.get(), control)
        .child(remedies_of(Field::Nodes))
}

/// Returns the choice of the unit; GPUs are available only if all accelerators chosen have equally
/// many per node.
fn unit_choice() -> Element {
    let (form, scenario) = (use_request_form(), use_scenario());
    let has_gpus = memo(move |_| {
        let scenario = scenario.get()?.0;
        form.draft.with(|draft| scenario.file.snapshot.gpus_per_node(&draft.accelerators))
    });
    let option = move |unit: CountUnit| {
        html::option()
            .attr("value", unit.id())
            .attr("disabled", move || unit == CountUnit::Gpus && has_gpus.get().is_none())
            .prop("selected", move || form.draft.with(|draft| draft.count == unit))
            .child(t(unit.label()))
    };
    let choose = move |id: String| {
        if let Some(unit) = CountUnit::from_id(&id) {
            form.edit_by_file(|draft, snapshot| draft.count_in(unit, snapshot));
        }
    };
    html::select()
        .id(Field::Count.id())
        .attr("aria-label", t(Field::Count.label()))
        .attr("autocomplete", "off")
        .on(ev::change, move |event| choose(event_target_value(&event)))
        .child(CountUnit::ALL.map(option))
}
