//! Answer for people: the texts of the page on a terminal.

use jari::exchange::request_json::RequestInScenario;
use jari::session::other_ways;
use jari::show::answer::{
    AnswerView, BlocksView, Ground, OfferView, OtherWays, answer, request_facts,
};
use jari::show::elsewhere::SchemeView;
use jari::words::Lang;
use jari::words::catalogue::{Entry, fit as words};
use jari::words::fact::Fact;

use super::previewer::Previewer;
use crate::failure::Failure;
use crate::grid::{laid_out, lines, list, wrapped};
use crate::grounds::grounds;

/// Returns the answer to a request: the offer or the why-not, the alternatives, and the evidence
/// that it rests on.
///
/// # Errors
/// Fails if the snapshot lacks a block or a call that the request names.
pub fn table(
    previewer: &Previewer,
    asked: &RequestInScenario,
    lang: Lang,
) -> Result<String, Failure> {
    let prepared = previewer.asked_of(asked);
    let preview = previewer.preview(asked).map_err(|refusal| refusal.text())?;
    let (scenario, request, today) = (&prepared.scenario, &asked.request, previewer.today);
    let view = answer(scenario, request, &preview, today, lang);
    let others = other_ways(prepared, request, &view, lang);
    let AnswerView { summary, obstacles, best, blocks, nearest, .. } = &view;

    let mut parts = vec![lines(summary.spoken(), "")];
    parts.push(titled(words::REQUEST, &facts(&request_facts(scenario, request, lang)), lang));
    parts.push(titled(words::ALL_BLOCKS, &rows(blocks, obstacles.is_empty(), lang), lang));
    parts.extend(list(words::OBSTACLES.get(lang), obstacles.iter().map(Ground::line)));
    parts.extend(best.as_ref().map(|best| titled(words::OFFER, &offer(best, lang), lang)));
    let near = nearest.iter().map(|near| near.text.clone());
    let caveat = view.nearest_caveat.filter(|_| !nearest.is_empty()).map(str::to_owned);
    parts.extend(list(view.nearest_heading, near.chain(caveat)));
    parts.extend(ways(&others, lang));
    if let Some(elsewhere) = &summary.elsewhere {
        parts.extend(list(&elsewhere.lead, elsewhere.schemes.iter().map(SchemeView::line)));
    }
    parts.push(grounds(prepared, summary.rests_on.iter().map(Ground::line), today, lang));
    Ok(parts.join("\n"))
}

/// Formats every block with its offer or why-not, followed by the reasons if they are not listed
/// elsewhere.
fn rows(blocks: &BlocksView, with_reasons: bool, lang: Lang) -> String {
    let headings =
        [words::BLOCK, words::EARLIEST, words::MOST_NODES, words::LONGEST_TERM, words::RESULT];
    let mut rows = vec![headings.map(|heading| heading.get(lang).to_owned()).to_vec()];
    let reason = |(tier, text): &(&str, String)| vec![["  [", tier, "] ", text].concat()];
    for group in &blocks.groups {
        rows.extend(group.rows.iter().map(|row| {
            let cells = [&row.name, &row.earliest, &row.most_nodes, &row.longest];
            let cells = cells.into_iter().cloned();
            cells.chain([row.result.to_owned()]).collect()
        }));
        rows.extend(group.reasons.iter().filter(|_| with_reasons).map(reason));
    }
    if with_reasons && !blocks.shared.is_empty() {
        rows.push(vec![words::OF_ALL_BLOCKS.get(lang).to_owned()]);
        rows.extend(blocks.shared.iter().map(reason));
    }
    rows.push(vec![blocks.note.clone()]);
    wrapped(&rows, "  ")
}

/// Formats the best offer, its effect on others, and its caveats.
fn offer(best: &OfferView, lang: Lang) -> String {
    let mut rows: Vec<Vec<String>> = best.facts.iter().map(row).collect();
    rows.push(vec![words::EFFECT.get(lang).to_owned()]);
    rows.extend(best.effect.iter().map(row));
    rows.extend(best.reason.iter().chain(&best.caveats).map(|text| vec![text.clone()]));
    let source = |it: &jari::words::source::SourceView| vec![[&*it.title, &it.details].concat()];
    rows.extend(best.sources.iter().map(source));
    wrapped(&rows, "  ")
}

/// Formats the alternatives.
fn ways(other: &OtherWays, lang: Lang) -> Vec<String> {
    let OtherWays { split, counterparts, caveat } = other;
    let mut parts = Vec::new();
    if let Some(split) = split {
        let rows = split.parts.texts();
        let sentence = lines([split.sentence.clone()], "  ");
        let split = [sentence, laid_out(&rows, "    ")].concat();
        parts.push(titled(words::SPLIT_HEADING, &split, lang));
    }
    let others = counterparts.iter().map(|other| other.sentence.clone());
    parts.extend(list(words::OTHER_HEADING.get(lang), others));
    parts.extend(caveat.map(|caveat| lines([caveat.to_owned()], "")));
    parts
}

fn facts(facts: &[Fact]) -> String {
    wrapped(&facts.iter().map(row).collect::<Vec<_>>(), "  ")
}

fn row(fact: &Fact) -> Vec<String> {
    vec![fact.name.clone(), fact.value.clone()]
}

/// Returns a table below its title.
fn titled(title: Entry, table: &str, lang: Lang) -> String {
    [title.get(lang), "\n", table].concat()
}
