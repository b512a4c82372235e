//! Round on paper: policy, totals, every application.

use super::controller::{RoundController, ShownRanking};
use crate::page::components::{disclosure, facts, table};
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, IntoView, html};
use crate::show::round::{policy_facts, table as whole_plan};
use crate::words::catalogue::{page, round as words};
use crate::words::table::Table;
use leptos::prelude::*;

/// Returns the whole plan as a table, closed until opened, and the parts for print only.
///
/// Both are made only when needed, because a table of all applications is heavy.
pub fn paper(controller: RoundController, ranking: ShownRanking) -> impl IntoView {
    let (lang, rows_of) = (use_lang(), controller.use_rows());
    let plan = move || {
        let (ranking, decided) = (ranking.get()?, controller.decided.get()?);
        let rounds = controller.chances.with(|chances| chances.as_ref().map(|it| it.0.rounds));
        let rows = rows_of(&ranking.0, 0..ranking.0.indices.len());
        Some(whole_plan(&rows, &decided.0, rounds, lang.get()))
    };
    // Not a landmark: the table in it already is one of that name.
    let on_screen = html::div().class("card no-print").id("plan-table").child((
        html::h2().id("plan-table-title").child(t(words::TABLE)),
        disclosure("twin", page::SHOW_TABLE, move || plan().map(table)),
    ));
    let on_paper = move || controller.is_printing.get().then(|| on_paper(controller, plan()));
    (on_screen, on_paper)
}

fn on_paper(controller: RoundController, plan: Option<Table>) -> Element {
    let lang = use_lang();
    let sums = controller.use_sums();
    let policy = move || controller.round.with(|round| policy_facts(round.policy(), lang.get()));
    let tables = move || {
        sums.with(|sums| {
            let sums = &sums.as_ref()?.0;
            Some((table(sums.by_class.clone()), table(sums.by_block.clone())))
        })
    };
    html::div().class("only-print").id("round-paper").child((
        html::h2().child(t(words::POLICY)),
        move || facts("offer-facts", &policy()),
        tables,
        plan.map(table),
    ))
}
