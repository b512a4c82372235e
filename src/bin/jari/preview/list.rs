//! Answers to a file of requests as one table with a row per line.

use jari::exchange::request_json::RequestInScenario;
use jari::session::PreparedScenario;
use jari::show::answer::summary;
use jari::words::catalogue::{fit as words, page, plan_table};
use jari::words::{Lang, format, names};

use super::previewer::{Previewer, Refusal};
use crate::grid::{self, WIDEST_ID};
use crate::grounds;

/// Rows of the answers so far.
pub struct Rows<'a> {
    previewer: &'a Previewer,
    lang: Lang,
    rows: Vec<Vec<String>>,
    /// Scenarios that were asked, one for each layer.
    asked: Vec<&'a PreparedScenario>,
}

impl<'a> Rows<'a> {
    /// Creates a table with its headings only.
    pub fn new(previewer: &'a Previewer, lang: Lang) -> Self {
        let headings =
            [plan_table::ID, words::OFFER_START, words::OFFER_NODES, words::BLOCK, words::RESULT];
        let headings = headings.map(|heading| heading.get(lang).to_owned()).to_vec();
        Self { previewer, lang, rows: vec![headings], asked: Vec::new() }
    }

    /// Adds the answer to a line.
    pub fn add(&mut self, line: &[u8]) {
        let row = self.previewer.read(line).and_then(|asked| self.row(&asked));
        self.rows.push(row.unwrap_or_else(|refusal| {
            let id = refusal.id.as_deref().unwrap_or("–");
            vec![grid::cut(id, WIDEST_ID), dash(), dash(), dash(), refusal.text()]
        }));
    }

    fn row(&mut self, asked: &RequestInScenario) -> Result<Vec<String>, Refusal> {
        let (previewer, lang) = (self.previewer, self.lang);
        let preview = previewer.preview(asked)?;
        let prepared = previewer.asked_of(asked);
        let scenario = &prepared.scenario;
        if self.asked.iter().all(|it| it.scenario.layer() != scenario.layer()) {
            self.asked.push(prepared);
        }
        let summary = summary(scenario, &asked.request, &preview, previewer.today, lang);
        let best = preview.best();
        let offer = best.and_then(|best| best.offer.as_ref());
        let block = best.and_then(|best| scenario.snapshot.blocks.get(best.block_index));
        Ok(vec![
            grid::cut(&asked.request.id, WIDEST_ID),
            offer.map_or_else(dash, |offer| format::date(offer.start, lang)),
            offer.map_or_else(dash, |offer| format::integer(offer.nodes.into())),
            block.map_or_else(dash, |block| names::block_name(block, lang).to_owned()),
            summary.verdict.name(scenario.layer(), lang).to_owned(),
        ])
    }

    /// Returns the table of all answers, and the evidence that they rest on.
    pub fn table(&self) -> String {
        let (previewer, lang) = (self.previewer, self.lang);
        let layer = |prepared| grounds::layer(prepared, previewer.today, lang) + "\n";
        let rests_on: String = self.asked.iter().copied().map(layer).collect();
        let promise = page::FOOTER_NO_PROMISE.get(lang);
        [&grid::laid_out(&self.rows, ""), "\n", &rests_on, promise, "\n"].concat()
    }
}

fn dash() -> String {
    "–".to_owned()
}
