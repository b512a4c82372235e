//! Requests side by side: what each asks for, its basis and its outcome.

mod aspect;

pub use aspect::Aspect;

use super::answer::{AnswerView, Verdict};
use super::fee;
use super::form::{FieldProblem, HoldDraft};
use super::labels;
use crate::fit::Offer;
use crate::model::{Block, NodeCount, Occupancy, Request, Scenario, TruthLayer, charge};
use crate::words::catalogue::{compare as words, page};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::{accelerator_names, block_name};
use crate::words::table::{Column, Table, Value};

/// One request of the comparison.
pub struct ComparedRequest<'a> {
    /// Scenario that it was asked of.
    pub scenario: &'a Scenario,
    /// Assumed holds, as typed.
    pub holds: &'a [HoldDraft],
    /// Number of these that can be parsed, and so count.
    pub holds_by_hand: usize,
    /// The request and its answer; `None` if the form cannot be parsed.
    pub asked: Option<(&'a Request, &'a AnswerView)>,
    /// Problems of the form.
    pub problems: &'a [FieldProblem],
}

/// Row of the comparison.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComparedRow {
    /// The aspect compared.
    pub aspect: Aspect,
    /// Name of the aspect.
    pub name: &'static str,
    /// One cell for each request, in their order.
    pub cells: Vec<ComparedValue>,
}

/// Cell of the comparison: one aspect of one request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComparedValue {
    /// The words.
    pub text: String,
    /// `true` if it differs from that of the first request.
    pub differs: bool,
    /// Kind of the verdict, if this is one.
    pub kind: Option<&'static str>,
}

/// Returns the rows; each of `sides` is compared with the first.
#[must_use]
pub fn compare(sides: &[ComparedRequest<'_>], lang: Lang) -> Vec<ComparedRow> {
    let row = |aspect: Aspect| {
        let texts: Vec<Option<String>> = sides.iter().map(|it| it.text(aspect, lang)).collect();
        let first = sides.first().zip(texts.first());
        let cell = |(side, text): (&ComparedRequest<'_>, &Option<String>)| ComparedValue {
            text: text.clone().unwrap_or_else(|| NOTHING.to_owned()),
            differs: first.is_some_and(|(first, first_text)| {
                // Other holds are another basis, even if the words for them are the same.
                let is_other =
                    text != first_text || aspect == Aspect::Basis && !first.assumes(side);
                // If either has nothing there, the row of results already says why.
                is_other && text.is_some() && first_text.is_some()
            }),
            kind: (aspect == Aspect::Result).then(|| side.kind()),
        };
        let cells = sides.iter().zip(&texts).map(cell).collect();
        ComparedRow { aspect, name: aspect.name().get(lang), cells }
    };
    // Without calls there are no fees and no classes of applicants.
    let has_calls = |side: &ComparedRequest<'_>| !side.scenario.snapshot.calls.is_empty();
    let has_calls = sides.is_empty() || sides.iter().any(has_calls);
    let is_there =
        |aspect: &Aspect| has_calls || !matches!(aspect, Aspect::Applicant | Aspect::Fee);
    Aspect::ALL.into_iter().filter(is_there).map(row).collect()
}

/// Returns the same as a table to save: a column for the request of the form and one for each
/// pinned request.
#[must_use]
pub fn comparison_table(rows: &[ComparedRow], lang: Lang) -> Table {
    let names = rows.iter().map(|row| Value::words(row.name));
    let mut columns = vec![Column::new("", names)];
    let requests = rows.first().map_or(0, |row| row.cells.len());
    for request in 0..requests {
        let head = match request.checked_sub(1) {
            None => words::NOW.get(lang).to_owned(),
            Some(pin) => labels::pin(pin, lang),
        };
        let texts = rows.iter().filter_map(|row| row.cells.get(request));
        columns.push(Column::new(head, texts.map(|cell| Value::words(cell.text.as_str()))));
    }
    Table { caption: words::CAPTION.get(lang).to_owned(), columns, lang }
}

/// Text of a cell that has no value.
const NOTHING: &str = "–";

impl ComparedRequest<'_> {
    fn kind(&self) -> &'static str {
        self.asked.map_or(Verdict::No.id(), |(_, answer)| answer.kind)
    }

    fn assumes(&self, other: &Self) -> bool {
        self.scenario.occupancy == other.scenario.occupancy && self.holds == other.holds
    }

    /// Returns the text of an aspect, if this request has one.
    fn text(&self, aspect: Aspect, lang: Lang) -> Option<String> {
        let snapshot = &self.scenario.snapshot;
        let request = || Some(self.asked?.0);
        Some(match aspect {
            Aspect::Result => self.result(lang).to_owned(),
            Aspect::Obstacles => self.obstacles(lang)?,
            Aspect::Accelerators => accelerator_names(snapshot, &request()?.accelerators, lang),
            Aspect::Nodes => {
                let gpus_per_node = snapshot.gpus_per_node(&request()?.accelerators);
                format::nodes_with_gpus(request()?.nodes, gpus_per_node, lang)
            }
            Aspect::Term => format::term(request()?.term, lang),
            Aspect::From => format::date(request()?.not_before, lang),
            Aspect::Placement => format::placement(request()?.placement, lang),
            Aspect::Applicant => {
                let call = snapshot.call_of(request()?);
                let call = call.map_or(words::NO_CALL.get(lang), |call| lang.text(&call.name));
                [call, " · ", format::class(request()?.class, lang)].concat()
            }
            Aspect::Basis => self.basis(lang),
            Aspect::Block => {
                let (block, offer) = self.offer()?;
                let (nodes, offered) = (request()?.nodes, NodeCount::exactly(offer.nodes));
                let offered = format::nodes_and_gpus(offered, Some(block.gpus_per_node), lang);
                // For an exact number the row of nodes has said it.
                let count = (nodes.min != nodes.max).then(|| [" · ", &offered].concat());
                [block_name(block, lang), &count.unwrap_or_default()].concat()
            }
            Aspect::Start => format::date(self.offer()?.1.start, lang),
            Aspect::Wait => match self.offer()?.1.start.since(request()?.not_before) {
                0 => words::NO_WAIT.get(lang).to_owned(),
                hours => format::duration(hours, lang),
            },
            Aspect::LastDay => format::last_day(self.offer()?.1.end, lang),
            Aspect::GpuHours => format::integer(self.offer()?.1.gpu_hours),
            Aspect::Fee => self.fee(lang)?,
        })
    }

    fn result(&self, lang: Lang) -> &'static str {
        let Some((_, answer)) = self.asked else { return words::INCOMPLETE.get(lang) };
        answer.summary.verdict.name(self.scenario.layer(), lang)
    }

    /// Joins the problems of the form and the obstacles of the answer.
    fn obstacles(&self, lang: Lang) -> Option<String> {
        let mut texts: Vec<String> = self.problems.iter().map(|it| it.line(lang)).collect();
        if let Some((_, answer)) = self.asked {
            texts.extend(answer.obstacles.iter().map(|ground| ground.text.clone()));
        }
        (!texts.is_empty()).then(|| texts.join(" · "))
    }

    fn basis(&self, lang: Lang) -> String {
        let name = match self.scenario.layer() {
            TruthLayer::Size => page::BY_SIZE,
            TruthLayer::Published => page::PUBLISHED,
            TruthLayer::Known => page::KNOWN,
            TruthLayer::Snapshot => page::SNAPSHOT,
            TruthLayer::Scenario => page::SCENARIO,
        };
        let mut parts = vec![name.get(lang).to_owned()];
        if self.scenario.occupancy == Occupancy::BusyYear {
            parts.push(page::BUSY_YEAR.get(lang).to_owned());
        }
        if let Ok(holds @ 1..) = u32::try_from(self.holds_by_hand) {
            parts.push(format::holds(holds, lang));
        }
        parts.join(" · ")
    }

    /// Returns the best offer and its block.
    fn offer(&self) -> Option<(&Block, &Offer)> {
        let best = self.asked?.1.best.as_ref()?;
        Some((self.scenario.snapshot.blocks.get(best.block_index)?, &best.offer))
    }

    fn fee(&self, lang: Lang) -> Option<String> {
        let (snapshot, (request, _)) = (&self.scenario.snapshot, self.asked?);
        let (block, offer) = self.offer()?;
        let (call, times) = (snapshot.call_of(request), (offer.start, offer.end));
        let charge = charge(snapshot, call, &block.accelerator, request.class, offer.nodes, times);
        Some(fee::text(&charge, lang))
    }
}

#[cfg(test)]
mod tests;
