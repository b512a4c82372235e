//! Totals of a round: one sentence, figures, and sums by class and by block.

use super::decided::RoundResult;
use super::rows::from_to;
use crate::fit::plan::Sum;
use crate::model::{Scenario, TruthLayer};
use crate::words::catalogue::{Entry, round as words};
use crate::words::fact::Fact;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::table::{Column, Table, Value};

/// Totals of a round.
#[derive(Clone, PartialEq, Debug)]
pub struct PlanSums {
    /// Kind that sets the colour of the sentence: only a whole file is shown in the colour of a
    /// yes.
    pub kind: &'static str,
    /// Sentences on how many are granted how much, and where room runs out.
    pub sentences: Vec<String>,
    /// Disclaimer about the dates, if they follow from published holds.
    pub caveat: Option<&'static str>,
    /// The figures.
    pub facts: Vec<Fact>,
    /// Sums by class of applicants.
    pub by_class: Table,
    /// Sums by block.
    pub by_block: Table,
}

/// Adds up a round as far as it is decided.
#[must_use]
pub fn sums(scenario: &Scenario, decided: &RoundResult, lang: Lang) -> PlanSums {
    let layer = scenario.layer();
    PlanSums {
        kind: if layer == TruthLayer::Snapshot { "now" } else { "conditional" },
        sentences: sentences(layer, decided, lang),
        caveat: (layer == TruthLayer::Published)
            .then(|| crate::words::catalogue::fit::NOT_OFFERED_AGAIN.get(lang)),
        facts: facts(decided, lang),
        by_class: by_class(decided, lang),
        by_block: by_block(decided, lang),
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

fn sentences(layer: TruthLayer, decided: &RoundResult, lang: Lang) -> Vec<String> {
    let all = format::applications(count(decided.applications.len()), lang);
    if !decided.is_whole {
        let done = format::integer(decided.plan.decisions.len() as u64);
        return vec![words::DECIDING.fill(lang, &[("all", &all), ("done", &done)])];
    }
    let entry = match layer {
        TruthLayer::Size => words::SUM_SIZE,
        TruthLayer::Published => words::SUM_PUBLISHED,
        TruthLayer::Known => words::SUM_KNOWN,
        TruthLayer::Snapshot => words::SUM,
        TruthLayer::Scenario => words::SUM_ASSUMED,
    };
    let given = &decided.totals.given;
    let values = [
        ("all", all.as_str()),
        ("given", &lang_count(given.applications, lang)),
        ("nodes", &format::nodes(u32::try_from(given.nodes).unwrap_or(u32::MAX), lang)),
    ];
    let mut sentences = vec![entry.fill(lang, &values)];
    let line = decided.plan.line.and_then(|line| {
        let decision = decided.plan.decisions.get(line)?;
        Some((line + 1, &decided.applications.get(decision.application_index)?.request.id))
    });
    sentences.push(match line {
        Some((rank, id)) => {
            let rank = format::integer(rank as u64);
            words::SUM_LINE.fill(lang, &[("rank", &rank), ("id", id)])
        }
        None => words::SUM_EVERYBODY.get(lang).to_owned(),
    });
    sentences
}

/// Formats a count of things that were named before: `159건`, `159`.
fn lang_count(count: u32, lang: Lang) -> String {
    [&format::integer(count.into()), lang.pick("건", "")].concat()
}

fn facts(decided: &RoundResult, lang: Lang) -> Vec<Fact> {
    let totals = &decided.totals;
    let fact = |name: Entry, value: String| Fact::new(name.get(lang), value);
    let asked: u64 = decided.applications.iter().map(|it| u64::from(it.request.nodes.max)).sum();
    let of_all = |part: u64, all: u64| {
        [&format::integer(part), lang.pick(" / ", " of "), &format::integer(all)].concat()
    };
    let mut facts = vec![
        fact(
            words::TOTAL_APPLICATIONS,
            of_all(totals.given.applications.into(), decided.applications.len() as u64),
        ),
        fact(words::TOTAL_NODES, of_all(totals.given.nodes, asked)),
        fact(words::TOTAL_NODE_HOURS, format::integer(totals.given.node_hours)),
        fact(words::TOTAL_LEFT, format::integer(totals.left())),
        fact(
            words::TOTAL_UTILISATION,
            format::percent(totals.given.node_hours, totals.free_before),
        ),
    ];
    facts.extend(
        totals
            .window
            .as_ref()
            .map(|window| fact(words::TOTAL_WINDOW, from_to(window.start, window.end, lang))),
    );
    facts
}

fn by_class(decided: &RoundResult, lang: Lang) -> Table {
    let names: Vec<String> =
        decided.totals.by_class.iter().map(|it| format::class(it.0, lang).to_owned()).collect();
    let sums: Vec<Sum> = decided.totals.by_class.iter().map(|it| it.1).collect();
    summed(words::BY_CLASS, words::CLASS, &names, &sums, lang)
}

fn by_block(decided: &RoundResult, lang: Lang) -> Table {
    let blocks = &decided.snapshot.blocks;
    let names: Vec<String> = blocks.iter().map(|it| block_name(it, lang).to_owned()).collect();
    summed(words::BY_BLOCK, words::BLOCK, &names, &decided.totals.by_block, lang)
}

fn summed(caption: Entry, head: Entry, names: &[String], sums: &[Sum], lang: Lang) -> Table {
    let column = |head: Entry, value: fn(&Sum) -> u64| {
        Column::new(head.get(lang), sums.iter().map(|sum| Value::Count(value(sum)))).summed(lang)
    };
    Table {
        caption: caption.get(lang).to_owned(),
        columns: vec![
            Column::new(head.get(lang), names.iter().map(|name| Value::words(name.as_str()))),
            column(words::APPLICATIONS, |sum| sum.applications.into()),
            column(words::NODES, |sum| sum.nodes),
            column(words::GPU_HOURS, |sum| sum.gpu_hours),
        ],
        lang,
    }
}
