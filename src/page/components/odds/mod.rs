//! Chance in a round like one whose results were published.
//!
//! The rounds are simulated once the reader opens this part, between the page's other tasks.

mod line;
mod scenarios;
mod simulated;
mod steps;

use super::{disclosure, reference, schemes, source};
use crate::page::context::t;
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::{effect, memo};
use crate::show::odds::Statement;
use crate::words::catalogue::{Entry, elsewhere, odds as words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use simulated::{RequestOdds, simulate, use_odds};

pub use simulated::OddsAsked;

/// Returns the chance of being selected, if the file has a call with results to derive it from;
/// `asked` returns the request.
pub fn odds(asked: impl Fn() -> Option<OddsAsked> + Send + Sync + 'static) -> impl IntoView {
    let odds = use_odds(asked);
    let has_odds = memo(move |_| odds.view.with(Option::is_some));
    move || has_odds.get().then(|| card(odds))
}

fn card(odds: RequestOdds) -> Element {
    html::section()
        .class("card no-print")
        .id("odds")
        .attr("aria-labelledby", "odds-title")
        .child(html::h2().id("odds-title").child(t(words::HEADING)))
        .child(html::p().id("odds-sentence").child(odds.read(|view| view.sentence.clone())))
        .child(odds.read(|view| paragraphs(&view.about)))
        .child(odds.read(|view| view.source.clone().map(source)))
        .child(disclosure("twin", words::OPEN, move || Some(opened(odds))))
}

/// Returns everything that follows from simulated rounds.
fn opened(odds: RequestOdds) -> Element {
    effect(move |_| {
        if let Some(wanted) = odds.wanted.get()
            && !odds.is_simulated()
        {
            spawn_local(simulate(wanted, odds.simulated));
        }
    });
    let waiting = move || {
        let text = html::p().class("small quiet").child(t(words::IN_PROGRESS));
        (!odds.is_simulated()).then_some(text)
    };
    html::div().class("stack").child((
        html::div().attr("role", "status").child(waiting),
        scenarios::scenarios(odds),
        line::line(odds),
        odds.read(|view| statements(words::UNCHANGED, &view.unchanged)),
        odds.read(|view| statements(words::UNKNOWN, &view.unknown)),
        odds.read(|view| statements(words::HELPS, &view.helps)),
        disclosure("twin", elsewhere::HEADING, odds.read(|view| schemes(view.schemes.clone()))),
        disclosure("twin", words::STEPS, odds.read(|view| steps::steps(&view.steps))),
    ))
}

fn paragraphs(texts: &[String]) -> Vec<Element> {
    texts.iter().map(|text| html::p().class("small quiet").child(text.clone())).collect()
}

/// Returns sentences under a heading, each with its source.
fn statements(heading: Entry, statements: &[Statement]) -> Option<impl IntoView + use<>> {
    let item = |statement: &Statement| {
        let from = statement.source.clone();
        let from = from.map(|from| html::p().class("small quiet").child(reference(from)));
        html::li().child((statement.text.clone(), from))
    };
    let items: Vec<_> = statements.iter().map(item).collect();
    (!items.is_empty())
        .then(|| (html::h3().child(t(heading)), html::ul().class("small").child(items)))
}
