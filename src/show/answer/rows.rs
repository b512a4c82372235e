//! The answer of every block in words; reasons that several rows share are stated once.

use super::verdict::Verdict;
use crate::fit::{BlockAnswer, Preview, RequestChange};
use crate::model::{NodeCount, Request, Scenario};
use crate::words::catalogue::{Entry, fit as words};
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::table::{Column, Table, Value};
use crate::words::{format, why};

/// Answer of one block in words.
#[derive(Clone, PartialEq, Debug)]
pub struct RowView {
    /// Id of the block.
    pub id: String,
    /// Name of the block.
    pub name: String,
    /// Verdict on the block.
    pub verdict: Verdict,
    /// Kind of verdict, which sets the colour.
    pub kind: &'static str,
    /// The verdict in words.
    pub result: &'static str,
    /// Earliest start.
    pub earliest: String,
    /// Most nodes that are free from the day asked.
    pub most_nodes: String,
    /// Longest term from the day asked.
    pub longest: String,
}

/// Consecutive blocks with the same reasons and the same changes.
#[derive(Clone, PartialEq, Debug)]
pub struct RowGroup {
    /// The blocks, at least one.
    pub rows: Vec<RowView>,
    /// Reasons that not all blocks share.
    pub reasons: Vec<ReasonText>,
    /// Changes that would make the request fit, each with its words.
    pub changes: Vec<(String, RequestChange)>,
}

/// All blocks, with the reasons of each.
#[derive(Clone, PartialEq, Debug)]
pub struct BlocksView {
    /// Reasons that apply to every block asked for, if these form several groups; not repeated in
    /// the groups.
    pub shared: Vec<ReasonText>,
    /// The blocks: those with an offer first, best first.
    pub groups: Vec<RowGroup>,
    /// Note that says what the figures are for, and which rules they leave out.
    pub note: String,
}

/// Reason: its tier and its text.
pub type ReasonText = (&'static str, String);

impl BlocksView {
    /// Heads of the columns.
    pub const HEADS: [Entry; 5] =
        [words::BLOCK, words::RESULT, words::EARLIEST, words::MOST_NODES, words::LONGEST_TERM];

    /// Yields all blocks in their order.
    pub fn rows(&self) -> impl Iterator<Item = &RowView> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// Returns the same as a table: every block with all of its reasons.
    #[must_use]
    pub fn table(&self, lang: Lang) -> Table {
        let texts: [fn(&RowView) -> &str; 5] = [
            |row| &row.name,
            |row| row.result,
            |row| &row.earliest,
            |row| &row.most_nodes,
            |row| &row.longest,
        ];
        let column = |(head, text): (Entry, fn(&RowView) -> &str)| {
            Column::new(head.get(lang), self.rows().map(|row| Value::words(text(row))))
        };
        let mut columns: Vec<Column> = Self::HEADS.into_iter().zip(texts).map(column).collect();
        let reasons = self.groups.iter().flat_map(|group| {
            let texts: Vec<String> = self
                .shared
                .iter()
                .chain(&group.reasons)
                .map(|(tier, text)| [tier, ": ", text].concat())
                .collect();
            vec![Value::words(texts.join(" ")); group.rows.len()]
        });
        columns.push(Column::new(words::OBSTACLES.get(lang), reasons));
        Table { caption: words::ALL_BLOCKS.get(lang).to_owned(), columns, lang }
    }
}

/// Puts the answers of all blocks into words.
pub(super) fn blocks(
    scenario: &Scenario,
    request: &Request,
    preview: &Preview,
    lang: Lang,
) -> BlocksView {
    let mut groups = groups(scenario, request, preview, lang);
    let note = note(scenario, lang);
    let is_asked =
        |group: &&RowGroup| group.rows.first().is_some_and(|row| row.verdict != Verdict::NotAsked);
    let mut asked = groups.iter().filter(is_asked);
    // A single group shares its reasons with no other: it keeps them.
    let (Some(first), Some(second)) = (asked.next(), asked.next()) else {
        return BlocksView { shared: Vec::new(), groups, note };
    };
    let others: Vec<&RowGroup> = core::iter::once(second).chain(asked).collect();
    let is_shared =
        |reason: &&ReasonText| others.iter().all(|group| group.reasons.contains(reason));
    let shared: Vec<ReasonText> = first.reasons.iter().filter(is_shared).cloned().collect();
    for group in &mut groups {
        group.reasons.retain(|reason| !shared.contains(reason));
    }
    BlocksView { shared, groups, note }
}

/// Returns the note below the blocks; it mentions rules of a call only if the file has calls.
fn note(scenario: &Scenario, lang: Lang) -> String {
    let figures = words::ALL_BLOCKS_NOTE.get(lang);
    match scenario.snapshot.calls.is_empty() {
        true => figures.to_owned(),
        false => [figures, words::ALL_BLOCKS_RULES.get(lang)].join(" "),
    }
}

/// Groups the blocks: those with an offer first, best first.
fn groups(scenario: &Scenario, request: &Request, preview: &Preview, lang: Lang) -> Vec<RowGroup> {
    let offers = preview.ranking.iter().filter_map(|&index| preview.blocks.get(index));
    let others = preview.blocks.iter().filter(|answer| answer.offer.is_none());
    let mut groups: Vec<RowGroup> = Vec::new();
    for answer in offers.chain(others) {
        let Some(found) = group(scenario, request, answer, lang) else { continue };
        match groups.last_mut() {
            // Without a reason there is nothing to share: a block that fits at once stands alone.
            Some(last) if !last.reasons.is_empty() && last.says_the_same_as(&found) => {
                last.rows.extend(found.rows);
            }
            _ => groups.push(found),
        }
    }
    groups
}

impl RowGroup {
    fn says_the_same_as(&self, other: &Self) -> bool {
        self.reasons == other.reasons && self.changes == other.changes
    }
}

fn group(
    scenario: &Scenario,
    request: &Request,
    answer: &BlockAnswer,
    lang: Lang,
) -> Option<RowGroup> {
    let snapshot = &scenario.snapshot;
    let block = snapshot.blocks.get(answer.block_index)?;
    let verdict = Verdict::of_block(snapshot, answer);
    let layer = scenario.layer();
    let dash = || "–".to_owned();
    let row = RowView {
        id: block.id.clone(),
        name: block_name(block, lang).to_owned(),
        verdict,
        kind: verdict.kind(layer),
        result: verdict.name(layer, lang),
        earliest: answer.offer.as_ref().map_or_else(dash, |o| format::date(o.start, lang)),
        most_nodes: match answer.most_nodes {
            0 => format::node_count(0, lang),
            most => {
                let most = NodeCount::exactly(most);
                format::nodes_with_gpus(most, Some(block.gpus_per_node), lang)
            }
        },
        longest: answer.longest_hours.map_or_else(
            || words::LONGEST_WITHOUT_END.get(lang).to_owned(),
            |hours| if hours == 0 { dash() } else { format::duration(hours, lang) },
        ),
    };
    let reason = |why_not| {
        let text = why::text(snapshot, request, block, why_not, lang);
        (why::tier(why_not.tier, lang), text)
    };
    // Every reason carries the same changes: a single change has to remove them all.
    let changes = answer.why_not.first().map_or(&[][..], |why_not| &why_not.fits_if);
    let in_words = |change: &RequestChange| {
        (why::change(snapshot, Some(block.gpus_per_node), change, lang), change.clone())
    };
    Some(RowGroup {
        rows: vec![row],
        reasons: answer.why_not.iter().map(reason).collect(),
        changes: changes.iter().map(in_words).collect(),
    })
}
