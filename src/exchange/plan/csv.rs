//! A plan as a table for a spreadsheet.

use super::decided::DecidedRound;
use crate::exchange::out::{csv_text, text_cell};
use crate::fit::plan::Decision;
use crate::words::catalogue::plan_csv as words;
use crate::words::lang::Lang;
use crate::words::{format, names};

/// Returns the plan as CSV with one decision per line and headings in `lang`.
///
/// Encoded as UTF-8 with a byte-order mark and CRLF, as spreadsheets do. Dates are in Korean time;
/// an end is exclusive: the first free day.
#[must_use]
pub fn csv(decided: &DecidedRound<'_>, lang: Lang) -> String {
    let headings = words::HEADINGS.map(|heading| heading.get(lang).to_owned());
    let decisions = (1_u64..).zip(&decided.plan.decisions);
    let rows = decisions.filter_map(|(rank, decision)| row(decided, rank, decision, lang));
    csv_text([headings.to_vec()].into_iter().chain(rows))
}

/// Returns the cells of a line, in the order of the headings.
fn row(
    decided: &DecidedRound<'_>,
    rank: u64,
    decision: &Decision,
    lang: Lang,
) -> Option<Vec<String>> {
    let application = decided.application(decision)?;
    let request = &application.request;
    let score = application.score.map(|score| score.number().to_string()).unwrap_or_default();
    let submitted = application.submitted_at.map(|time| time.to_rfc3339()).unwrap_or_default();
    let mut row = [
        rank.to_string(),
        text_cell(&request.id),
        text_cell(&application.title),
        format::class(request.class, lang).to_owned(),
        score,
        submitted,
        request.nodes.to_string(),
    ]
    .to_vec();
    match &decision.result {
        Ok(grant) => {
            let block = decided.block(grant.block_index)?;
            let offer = &grant.offer;
            row.extend([
                words::GIVEN.get(lang).to_owned(),
                text_cell(names::block_name(block, lang)),
                offer.nodes.to_string(),
                offer.nodes.saturating_mul(block.gpus_per_node).to_string(),
                format::hour_input(offer.start),
                format::hour_input(offer.end),
                grant.wait.to_string(),
                offer.gpu_hours.to_string(),
                text_cell(&offer.node_ranges.to_string()),
                String::new(),
            ]);
        }
        Err(_) => {
            row.push(words::REFUSED.get(lang).to_owned());
            row.extend([const { String::new() }; 8]);
            row.push(text_cell(&decided.why(decision, lang)?));
        }
    }
    Some(row)
}
