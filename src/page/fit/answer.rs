//! The answer beside the form: sentence, best offer, all blocks, rules of the call.

use crate::edge::{address, clipboard};
use crate::exchange::link::Route;
use crate::fit::Change;
use crate::model::{Request, Scenario};
use crate::page::element::{El, Fragment, el, nothing, text, views};
use crate::page::parts::{button, counted, facts, focus, legend, list, node_map, source};
use crate::page::state::{Outcome, State, World};
use crate::show::answer::{OfferView, RowView, Verdict};
use crate::show::catalogue::{Entry, capacity, fit as words, page};
use crate::show::form::FieldProblem;
use crate::show::nearby::NearestView;
use crate::show::node_map::NodeMap;
use crate::show::{Lang, format, overview};
use leptos::prelude::*;

/// The answer, made anew whenever the request or the scenario changes.
pub fn view(state: State, lang: Lang) -> El {
    let sentence = el("div")
        .id("verdict")
        .attr("tabindex", "-1")
        .attr("role", "status")
        .live(move || verdict(state, lang));
    el("section")
        .class("stack answer")
        .id("answer")
        .attr("aria-label", words::ANSWER.get(lang))
        .child(sentence)
        .child(copy_link(state, lang))
        .live(move || body(state, lang))
}

fn verdict(state: State, lang: Lang) -> Fragment {
    match &*state.outcome.get().0 {
        Outcome::Waiting => nothing(),
        Outcome::Answered(_, answer) => {
            let note = answer.call_note.as_deref();
            let note = note.map(|note| el("p").class("small").child(note));
            panel(answer.verdict.id(), &answer.sentence).child(note).view()
        }
        Outcome::Invalid(problems) => {
            let problem = |found| el("li").child(to_field(found, lang));
            let problems: Vec<El> = problems.iter().map(problem).collect();
            let list = el("ul").class("small").child(problems);
            panel("invalid", words::ANSWER_INCOMPLETE.get(lang)).child(list).view()
        }
    }
}

/// A problem as a link to its field.
fn to_field(problem: &FieldProblem, lang: Lang) -> El {
    let id = problem.field.id();
    el("a")
        .attr("href", format!("#{id}"))
        .on("click", move |event| {
            // The address belongs to the state.
            event.prevent_default();
            focus(id);
        })
        .child(problem.line(lang))
}

fn panel(kind: &'static str, sentence: &str) -> El {
    // Colours know four kinds; a broken rule looks like any other no.
    let style = if kind == Verdict::Rule.id() { Verdict::No.id() } else { kind };
    el("div")
        .class("verdict")
        .attr("data-kind", style)
        .attr("data-verdict", kind)
        .child(el("p").child(sentence))
}

/// A button that copies the page's address, which holds everything that a link can hold.
fn copy_link(state: State, lang: Lang) -> El {
    let said = RwSignal::new(None::<Entry>);
    let copy = move |_| {
        if !state.route.with_untracked(Route::fits_in_link) {
            said.set(Some(page::LINK_TOO_LONG));
            return;
        }
        leptos::task::spawn_local(async move {
            let copied = clipboard::copy(&address::href()).await;
            said.set(Some(if copied { page::COPIED } else { page::COPY_FAILED }));
        });
    };
    let said = move || said.get().map_or_else(nothing, |entry| text(entry.get(lang)));
    el("div")
        .class("row no-print")
        .child(button(page::COPY_LINK.get(lang), copy).id("copy-link"))
        .child(el("span").class("small quiet").attr("role", "status").live(said))
}

fn body(state: State, lang: Lang) -> Fragment {
    let Some(world) = state.world.get() else { return nothing() };
    match &*state.outcome.get().0 {
        Outcome::Answered(request, answer) => views(vec![
            answer.best.as_ref().map(|best| offer(&world.0, best, lang)),
            nearest(state, &answer.nearest, lang),
            Some(blocks(state, &answer.rows, lang)),
            rules(&world.0.scenario, request, lang),
        ]),
        _ => nothing(),
    }
}

fn offer(world: &World, best: &OfferView, lang: Lang) -> El {
    let scenario = &world.scenario;
    let map = NodeMap::new(scenario, best.block, best.offer.start, Some(&best.offer));
    let block = scenario.snapshot.blocks.get(best.block);
    let name = block.map_or("", |block| overview::block_name(block, lang));
    let label = capacity::NODE_MAP.fill(lang, &[("block", name)]);
    let moment = capacity::AT_DATE.fill(lang, &[("date", &format::date(best.offer.start, lang))]);
    let heading = el("h3")
        .child(format!("{} ", words::NODE_MAP.get(lang)))
        .child(el("span").class("small quiet").child(moment));
    el("section")
        .class("card offer")
        .id("offer")
        .attr("aria-labelledby", "offer-title")
        .child(el("h2").id("offer-title").child(words::OFFER.get(lang)))
        .child(facts("offer-facts", &best.facts))
        .child(list("small", &best.reasons))
        .child(list("small quiet", &best.caveats))
        .child(heading)
        .child(node_map(&map, label, lang))
        .child(legend(&map.totals, scenario.layer(), lang))
        .child(counted(&map, lang))
}

/// The nearest requests that fit, each a button that changes the form.
fn nearest(state: State, nearest: &[NearestView], lang: Lang) -> Option<El> {
    let change = |one: &NearestView| {
        let changes = one.changes.clone();
        button(one.text.as_str(), move |_| {
            state.edit(|draft| changes.iter().for_each(|change| draft.apply(change)));
            focus("verdict");
        })
    };
    let changes: Vec<El> = nearest.iter().map(change).collect();
    (!changes.is_empty()).then(|| {
        el("section")
            .class("card no-print")
            .id("nearest")
            .child(el("h2").child(words::NEAREST.get(lang)))
            .child(el("p").class("small quiet").child(words::NEAREST_HINT.get(lang)))
            .child(el("div").class("changes").child(changes))
    })
}

/// The columns of the table of blocks.
const HEADS: [Entry; 5] =
    [words::BLOCK, words::RESULT, words::EARLIEST, words::MOST_NODES, words::LONGEST_TERM];

fn blocks(state: State, rows: &[RowView], lang: Lang) -> El {
    let head = |entry: &Entry| el("th").attr("scope", "col").child(entry.get(lang));
    let heads: Vec<El> = HEADS.iter().map(head).collect();
    let rows: Vec<El> = rows.iter().map(|r| row(state, r, lang)).collect();
    let table = el("table")
        .class("answers")
        .child(el("caption").child(words::ALL_BLOCKS.get(lang)))
        .child(el("thead").child(el("tr").child(heads)))
        .child(rows);
    let note = el("p").class("small quiet table-note").child(words::ALL_BLOCKS_NOTE.get(lang));
    el("div").class("table-frame").id("all-blocks").child(table).child(note)
}

/// A block: one row of figures, and below it why not and what would fit.
fn row(state: State, row: &RowView, lang: Lang) -> El {
    let tag = el("span").class("tag").attr("data-kind", row.verdict.id()).child(row.result);
    let cell = |head: Entry, text: &str| el("td").attr("data-head", head.get(lang)).child(text);
    let figures = el("tr")
        .child(el("th").attr("scope", "row").child(row.name.as_str()))
        .child(el("td").child(tag))
        .child(cell(words::EARLIEST, &row.earliest))
        .child(cell(words::MOST_NODES, &row.most_nodes))
        .child(cell(words::LONGEST_TERM, &row.longest));
    let reason = |(tier, text): &(&'static str, String)| {
        el("p").child(el("strong").child(*tier)).child(format!(": {text}"))
    };
    let change = |(text, change): &(String, Change)| {
        let change = change.clone();
        button(text.as_str(), move |_| {
            state.edit(|draft| draft.apply(&change));
            focus("verdict");
        })
    };
    let reasons: Vec<El> = row.reasons.iter().map(reason).collect();
    let changes: Vec<El> = row.changes.iter().map(change).collect();
    let changes = (!changes.is_empty()).then(|| {
        let name = el("span").class("small quiet").child(words::WOULD_FIT.get(lang));
        el("div").class("changes").child(name).child(changes)
    });
    let why = (!reasons.is_empty()).then(|| {
        let why = el("div").class("why").child(reasons).child(changes);
        el("tr").class("reasons").child(el("td").attr("colspan", "5").child(why))
    });
    el("tbody")
        .attr("data-block", row.id.as_str())
        .attr("data-verdict", row.verdict.id())
        .child(figures)
        .child(why)
}

/// The rules of the call that the request is held against.
fn rules(scenario: &Scenario, request: &Request, lang: Lang) -> Option<El> {
    let snapshot = &scenario.snapshot;
    let call = snapshot.call(request.call.as_deref()?)?;
    let title = words::RULES.fill(lang, &[("call", lang.text(&call.name))]);
    let open: Vec<String> = call.unknown.iter().map(|text| lang.text(text).to_owned()).collect();
    let left_open = (!open.is_empty())
        .then(|| vec![el("h3").child(capacity::LEFT_OPEN.get(lang)), list("small quiet", &open)]);
    let from = overview::source(snapshot, call.source.as_deref(), lang);
    let rules = el("section")
        .class("card")
        .id("rules")
        .child(el("h2").child(title))
        .child(facts("facts", &overview::rules(snapshot, call, lang)))
        .child(left_open)
        .child(from.map(|from| source(from, lang)));
    Some(rules)
}
