//! Request on paper.

use super::debounced::with_debounced_answer;
use crate::page::address::link;
use crate::page::components::facts;
use crate::page::context::{use_lang, use_request_form, use_scenario, use_today};
use crate::page::dom::{IntoView, html};
use crate::session::read_on;
use crate::show::answer::request_facts;
use crate::words::catalogue::fit as words;
use leptos::prelude::*;

/// Returns the request for print, where there is no form, with the link back to it.
pub fn asked_on_paper() -> impl IntoView {
    let (lang, form) = (use_lang(), use_request_form());
    let (scenario, today) = (use_scenario(), use_today());
    move || {
        let (lang, scenario) = (lang.get(), scenario.get()?);
        with_debounced_answer(|request, _| {
            let name = html::strong().child(words::LINK.get(lang));
            let link = [": ", &link(&form.whole_route())].concat();
            let mut asked = request_facts(&scenario.0.scenario, request, lang);
            asked.push(read_on(today.get(), lang));
            Some(
                html::section()
                    .class("card only-print")
                    .id("asked")
                    .child(html::h2().child(words::REQUEST.get(lang)))
                    .child(facts("offer-facts", &asked))
                    .child(html::p().class("small").child((name, link))),
            )
        })
    }
}
