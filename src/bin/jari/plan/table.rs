//! Plan as a table for a terminal.

use jari::exchange::plan::DecidedRound;
use jari::fit::plan::{Decision, Totals};
use jari::model::TruthLayer;
use jari::words::catalogue::{page, plan_table as words};
use jari::words::{Lang, format, names};

use crate::grid::{cut, laid_out};

/// Maximum width of a title in columns.
const WIDEST_TITLE: usize = 32;

/// Returns the table, followed by the line and the totals.
pub fn table(
    decided: &DecidedRound<'_>,
    totals: &Totals,
    again: Option<&[u32]>,
    layer: TruthLayer,
    lang: Lang,
) -> String {
    let mut rows = vec![headings(again.is_some(), lang)];
    let mut running = 0;
    for (position, decision) in decided.plan.decisions.iter().enumerate() {
        if let Ok(grant) = &decision.result {
            running += u64::from(grant.offer.nodes);
        }
        rows.extend(row(decided, position, decision, running, again, lang));
    }
    let mut out = laid_out(&rows, "");
    out.push('\n');
    out.push_str(&closing(decided, totals, layer, lang));
    out
}

fn headings(with_again: bool, lang: Lang) -> Vec<String> {
    let mut headings = vec![words::RANK, words::ID, words::TITLE, words::NODES, words::RUNNING];
    if with_again {
        headings.push(words::AGAIN);
    }
    headings.push(words::RESULT);
    headings.into_iter().map(|heading| heading.get(lang).to_owned()).collect()
}

fn row(
    decided: &DecidedRound<'_>,
    position: usize,
    decision: &Decision,
    running: u64,
    again: Option<&[u32]>,
    lang: Lang,
) -> Option<Vec<String>> {
    let application = decided.application(decision)?;
    let request = &application.request;
    let rank = match decided.plan.line {
        Some(line) if line == position => format!("{} ◄", position + 1),
        _ => (position + 1).to_string(),
    };
    let title = cut(&application.title, WIDEST_TITLE);
    let mut row =
        vec![rank, request.id.clone(), title, request.nodes.to_string(), running.to_string()];
    if let Some(again) = again {
        row.push(again.get(decision.application_index).copied().unwrap_or(0).to_string());
    }
    row.push(match &decision.result {
        Ok(grant) => {
            let block = decided.block(grant.block_index)?;
            let offer = &grant.offer;
            let named = offer.node_ranges.to_string();
            let nodes = format::nodes(offer.nodes, lang);
            let nodes = if named.is_empty() { nodes } else { format!("{nodes} ({named})") };
            words::GIVEN.fill(
                lang,
                &[
                    ("from", &format::date(offer.start, lang)),
                    ("until", &format::last_day(offer.end, lang)),
                    ("block", names::block_name(block, lang)),
                    ("nodes", &nodes),
                ],
            )
        }
        Err(_) => words::REFUSED.fill(lang, &[("why", &decided.why(decision, lang)?)]),
    });
    Some(row)
}

/// Returns the line and the totals as sentences.
fn closing(decided: &DecidedRound<'_>, totals: &Totals, layer: TruthLayer, lang: Lang) -> String {
    let all = decided.plan.decisions.len();
    let given = totals.given.applications;
    let count = |number: usize| format::integer(u64::try_from(number).unwrap_or(u64::MAX));
    let integer = |number: u64| format::integer(number);
    let mut sentences = vec![words::TOTAL.fill(
        lang,
        &[
            ("all", &count(all)),
            ("given", &integer(given.into())),
            ("nodes", &integer(totals.given.nodes)),
            ("hours", &integer(totals.given.node_hours)),
        ],
    )];
    if let Some(line) = decided.plan.line {
        sentences.push(words::LINE.fill(lang, &[("rank", &count(line + 1))]));
    }
    if totals.window.is_some() {
        let percent = format!("{:.1}", 100.0 * totals.utilisation());
        sentences.push(
            words::LEFT.fill(lang, &[("hours", &integer(totals.left())), ("percent", &percent)]),
        );
    }
    for (class, sum) in totals.by_class.iter().filter(|(_, sum)| sum.applications > 0) {
        sentences.push(words::BY_CLASS.fill(
            lang,
            &[
                ("class", format::class(*class, lang)),
                ("given", &integer(sum.applications.into())),
                ("nodes", &integer(sum.nodes)),
            ],
        ));
    }
    let rests_on = match layer {
        TruthLayer::Size => Some((page::CERTAIN_BY_SIZE, page::CERTAIN_BY_SIZE_WHY)),
        TruthLayer::Published => Some((page::CERTAIN_PUBLISHED, page::CERTAIN_PUBLISHED_WHY)),
        TruthLayer::Known => Some((page::KNOWN, page::CERTAIN_KNOWN_WHY)),
        TruthLayer::Scenario => Some((page::CERTAIN_ASSUMED, page::CERTAIN_ASSUMED_WHY)),
        TruthLayer::Snapshot => None,
    };
    sentences.extend(rests_on.map(|(on, why)| [on.get(lang), ": ", why.get(lang)].concat()));
    sentences.push(words::NO_PROMISE.get(lang).to_owned());
    sentences.join("\n") + "\n"
}
