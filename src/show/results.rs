//! Published results of a round next to a request: how much was asked, how much was awarded.

use crate::model::{Call, Results, Snapshot};
use crate::picture::bars::{self, BarGroup};
use crate::words::catalogue::capacity as words;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::source::{SourceView, source_of};
use crate::words::table::{Column, Table, Value};

/// Results of a round as a bar chart, with the same figures as a table.
#[derive(Clone, PartialEq, Debug)]
pub struct PublishedResults {
    /// Title, which names the call.
    pub title: String,
    /// Comparison with the request in sentences; empty if there is none.
    pub sentences: Vec<String>,
    /// Bars, grouped by what is compared.
    pub groups: Vec<BarGroup>,
    /// The same figures.
    pub table: Table,
    /// Source of the figures.
    pub source: Option<SourceView>,
}

/// Returns the results of the call with the id `call`, or else those published last.
///
/// `asked` holds the nodes asked for and the GPUs per node, if these are known.
#[must_use]
pub fn published_results(
    snapshot: &Snapshot,
    call: Option<&str>,
    asked: Option<(u32, Option<u32>)>,
    lang: Lang,
) -> Option<PublishedResults> {
    let with_results = |call: &Call| call.results.is_some();
    let chosen = call.and_then(|id| snapshot.call(id)).filter(|call| with_results(call));
    // `None` orders before every date, so results without one are the last choice.
    let published = |call: &&Call| call.results.as_ref().and_then(|results| results.published);
    let last = || snapshot.calls.iter().filter(|call| with_results(call)).max_by_key(published);
    let call = chosen.or_else(last)?;
    let results = call.results.as_ref()?;
    Some(PublishedResults {
        title: words::RESULTS_OF.fill(lang, &[("call", lang.text(&call.name))]),
        sentences: asked.map_or_else(Vec::new, |asked| sentences(results, asked, lang)),
        groups: bars::of_results(results, lang),
        table: table(call, results, lang),
        source: source_of(snapshot, results.source.as_deref(), lang),
    })
}

fn sentences(results: &Results, (nodes, per_node): (u32, Option<u32>), lang: Lang) -> Vec<String> {
    let won = u64::from(results.projects_awarded);
    let mean = format::mean(results.nodes_awarded.into(), won);
    let share = format::percent(won, results.projects_applied.into());
    // `nodes` over the mean award, rearranged so that it stays in integers.
    let times = u64::from(nodes).saturating_mul(won);
    let times = format::ratio(times, results.nodes_awarded.into(), lang);
    let nodes = format::nodes_then_gpus(nodes, per_node, lang);
    let usual =
        words::RESULTS_USUAL.fill(lang, &[("mean", &mean), ("nodes", &nodes), ("times", &times)]);
    let chance = words::RESULTS_CHANCE.fill(
        lang,
        &[
            ("applied", &format::projects(results.projects_applied, lang)),
            ("won", &format::integer(won)),
            ("share", &share),
        ],
    );
    vec![usual, chance]
}

/// Returns a table of what was asked and what was awarded.
#[must_use]
pub fn table(call: &Call, results: &Results, lang: Lang) -> Table {
    // The demand is published for the whole call only, not per class of applicants.
    let mut rows = vec![
        (
            words::PROJECTS.get(lang).to_owned(),
            Some(results.projects_applied),
            results.projects_awarded,
        ),
        (words::NODES.get(lang).to_owned(), Some(results.nodes_asked), results.nodes_awarded),
    ];
    rows.extend(results.awards.iter().map(|award| {
        let name = words::GPUS_OF.fill(lang, &[("class", format::classes(award.class, lang))]);
        (name, None, award.gpus)
    }));
    let names = rows.iter().map(|(name, ..)| Value::words(name.as_str()));
    let count = |count: u32| Value::Count(count.into());
    let asked = rows.iter().map(|(_, asked, _)| asked.map_or(Value::none(), count));
    let awarded = rows.iter().map(|(.., awarded)| count(*awarded));
    let share = rows.iter().map(|(_, asked, awarded)| {
        asked.map_or(Value::none(), |asked| {
            let share = f64::from(*awarded) / f64::from(asked);
            Value::Figure(share, format::percent((*awarded).into(), asked.into()))
        })
    });
    Table {
        caption: words::RESULTS_OF.fill(lang, &[("call", lang.text(&call.name))]),
        columns: vec![
            Column::new(words::RESULTS.get(lang), names),
            Column::new(words::ASKED.get(lang), asked),
            Column::new(words::AWARDED.get(lang), awarded),
            Column::new(words::SHARE.get(lang), share),
        ],
        lang,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    #[test]
    fn the_published_round_is_told_next_to_a_request() {
        let file = std::fs::read("public/capacity.json").unwrap();
        let snapshot = model::read(&file).unwrap().snapshot;
        let results = published_results(&snapshot, None, Some((24, Some(8))), Lang::En).unwrap();
        assert!(results.title.contains("25-1"), "{}", results.title);
        let told = results.sentences.join(" ");
        // 528 nodes for 159 projects are 3.32 each; 24 nodes are 7.23 times that.
        for figure in ["3.32", "24 nodes, 192 GPUs", "7.23 times", "514 projects", "159", "30.9%"] {
            assert!(told.contains(figure), "{figure} in {told}");
        }
        let lengths: Vec<Vec<u32>> =
            results.groups.iter().map(|g| g.bars.iter().map(|bar| bar.length).collect()).collect();
        assert_eq!(lengths, [vec![1_000, 309], vec![1_000, 316, 308], vec![1_000, 490, 118]]);
        assert!(
            published_results(&snapshot, Some("beta"), None, Lang::Ko)
                .unwrap()
                .sentences
                .is_empty()
        );
    }
}
