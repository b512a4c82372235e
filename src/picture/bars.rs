//! Results of a round as bar charts.

use crate::model::Results;
use crate::words::catalogue::{Entry, capacity as words};
use crate::words::format;
use crate::words::lang::Lang;

/// Bars of one unit, scaled so that the longest fills the available width.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BarGroup {
    /// Name of the unit.
    pub name: String,
    /// The bars.
    pub bars: Vec<Bar>,
}

/// A bar.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Bar {
    /// Name of the bar.
    pub name: String,
    /// Figure, formatted.
    pub value: String,
    /// Length in thousandths of the longest bar.
    pub length: u32,
    /// `true` for an awarded amount, which is styled differently from what was asked for.
    pub is_given: bool,
}

/// Returns bars of the requested, offered and awarded projects, nodes and GPUs.
#[must_use]
pub fn of_results(results: &Results, lang: Lang) -> Vec<BarGroup> {
    let group = |name: Entry, bars: &[(String, u32, bool)]| {
        let longest = bars.iter().map(|bar| bar.1).max().unwrap_or(0).max(1);
        let bar = |(name, value, is_given): &(String, u32, bool)| Bar {
            name: name.clone(),
            value: format::integer((*value).into()),
            length: (u64::from(*value) * 1_000 / u64::from(longest)) as u32,
            is_given: *is_given,
        };
        BarGroup { name: name.get(lang).to_owned(), bars: bars.iter().map(bar).collect() }
    };
    let text = |entry: Entry| entry.get(lang).to_owned();
    let mut groups = vec![
        group(
            words::PROJECTS,
            &[
                (text(words::ASKED), results.projects_applied, false),
                (text(words::AWARDED), results.projects_awarded, true),
            ],
        ),
        group(
            words::NODES,
            &[
                (text(words::ASKED), results.nodes_asked, false),
                (text(words::ON_OFFER), results.nodes_offered, false),
                (text(words::AWARDED), results.nodes_awarded, true),
            ],
        ),
    ];
    let awards: Vec<_> = results
        .awards
        .iter()
        .map(|award| (format::class(award.class, lang).to_owned(), award.gpus, true))
        .collect();
    if !awards.is_empty() {
        groups.push(group(words::GPUS_BY_GROUP, &awards));
    }
    groups
}
