//! A plan as a table for a spreadsheet.

use csv::WriterBuilder;

use super::decided::Decided;
use crate::fit::plan::Decision;
use crate::words::catalogue::plan_csv as words;
use crate::words::lang::Lang;
use crate::words::{format, names};

/// The plan, a decision a line, with headings in the language, UTF-8 with its mark, and lines that
/// end as spreadsheets write them. Dates are days in Korea, an end its first day that is free again.
#[must_use]
pub fn csv(decided: &Decided<'_>, lang: Lang) -> String {
    let mut writer = WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let headings = words::HEADINGS.map(|heading| heading.get(lang));
    // Writing to memory cannot fail.
    let mut written = writer.write_record(headings);
    for (rank, decision) in (1_u64..).zip(&decided.plan.decisions) {
        if let Some(row) = row(decided, rank, decision, lang) {
            written = written.and_then(|()| writer.write_record(row));
        }
    }
    let bytes = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    let table = String::from_utf8(bytes).unwrap_or_default();
    ["\u{feff}", &table].concat()
}

/// A line, in the order of the headings.
fn row(
    decided: &Decided<'_>,
    rank: u64,
    decision: &Decision,
    lang: Lang,
) -> Option<[String; words::HEADINGS.len()]> {
    let application = decided.application(decision)?;
    let request = &application.request;
    let score = application.score.map(|score| score.number().to_string()).unwrap_or_default();
    let submitted = application.submitted_at.map(|time| time.to_rfc3339()).unwrap_or_default();
    let mut row = [
        rank.to_string(),
        in_cell(&request.id),
        in_cell(&application.title),
        format::class(request.class, lang).to_owned(),
        score,
        submitted,
        request.nodes.to_string(),
    ]
    .to_vec();
    match &decision.result {
        Ok(grant) => {
            let block = decided.block(grant.block)?;
            let offer = &grant.offer;
            row.extend([
                words::GIVEN.get(lang).to_owned(),
                names::block_name(block, lang).to_owned(),
                offer.nodes.to_string(),
                offer.nodes.saturating_mul(block.gpus_per_node).to_string(),
                format::hour_input(offer.start),
                format::hour_input(offer.end),
                grant.wait.to_string(),
                offer.gpu_hours.to_string(),
                in_cell(&offer.node_ranges.to_string()),
                String::new(),
            ]);
        }
        Err(_) => {
            row.push(words::REFUSED.get(lang).to_owned());
            row.extend([const { String::new() }; 8]);
            row.push(in_cell(&decided.why(decision, lang)?));
        }
    }
    row.try_into().ok()
}

/// A text as a cell. One that a spreadsheet would take for a formula gets an apostrophe, by which it
/// stays a text.
fn in_cell(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => ["'", text].concat(),
        false => text.to_owned(),
    }
}
