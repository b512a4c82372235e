//! Request form, whose every input event goes into the draft as typed.

mod accelerators;
mod nodes;
mod request_field;

pub use request_field::request_field;

use crate::exchange::link::FormLink;
use crate::page::components::{button, part, request_terms};
use crate::page::context::{t, use_request_form, use_route};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::show::form::{BASIC_FIELDS, Field, FormDraft, MORE_FIELDS};
use crate::words::catalogue::{fit as words, page};
use accelerators::accelerators;
use leptos::ev;
use leptos::prelude::*;
use nodes::nodes_field;
use request_field::labelled_field;

/// Returns the form.
pub fn request_form() -> Element {
    html::form()
        .class("card form")
        .id("request")
        .attr("aria-label", t(words::REQUEST))
        // Otherwise the Enter key would load the page anew.
        .on(ev::submit, |event| event.prevent_default())
        .child(accelerators())
        .child(nodes_field())
        .child(BASIC_FIELDS.map(request_field))
        .child(part(further_fields))
}

/// Returns the fields below those that a phone shows first, and the button that empties the form.
fn further_fields() -> impl IntoView {
    let route = use_route();
    let reset = move |_| route.update(|route| route.form = FormLink::default());
    (
        request_terms(None),
        request_field(Field::Placement),
        placement_number(),
        more_fields(),
        html::div().class("row").child(button(t(page::RESET), reset).id("reset")),
    )
}

/// Returns the number field of the kind of placement chosen, if it has one.
fn placement_number() -> impl IntoView {
    let form = use_request_form();
    let kind = memo(move |_| form.draft.with(|draft| draft.placement));
    move || {
        let label = kind.get().number_label();
        label.map(|label| labelled_field(Field::PlacementNumber, label))
    }
}

/// Returns the fields that few fill in, open if something was typed into them.
fn more_fields() -> Element {
    // Read once: what the reader folds later stays folded.
    let is_used = use_request_form().draft.with_untracked(FormDraft::has_more);
    html::details()
        .attr("open", is_used)
        .child(html::summary().child(t(words::MORE)))
        .child(html::div().class("stack").child(part(|| MORE_FIELDS.map(request_field))))
}
