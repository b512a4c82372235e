//! The chance of a request in a round like one whose results were published.

use super::hundred::Hundred;
use super::statements::{Facts, Statement};
use super::steps::{OddsStep, steps};
use crate::model::{Call, Snapshot};
use crate::odds::{Demand, Prospect, SimulatedOutcome, wilson};
use crate::picture::icon_array::IconArray;
use crate::picture::ranking::{RankingPicture, ranking};
use crate::show::elsewhere::{SchemeView, schemes};
use crate::words::catalogue::{Entry, odds as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::source::{SourceView, source_of};
use crate::words::table::{Column, Table, Value};

/// Whose chance is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct OddsAsk {
    /// Nodes of the request; a project of unknown size where there are none.
    pub nodes: Option<u32>,
    /// The rank that the reader expects, from 1.
    pub rank: Option<u32>,
}

/// The chance in a round, as it is shown.
#[derive(Clone, PartialEq, Debug)]
pub struct OddsView {
    /// What was counted, in one sentence.
    pub sentence: String,
    /// Where that was published.
    pub source: Option<SourceView>,
    /// What it is not, and whether the size is one that could be asked for.
    pub about: Vec<String>,
    /// By how many apply; empty until rounds were simulated.
    pub scenarios: Vec<ScenarioView>,
    /// The same as a table.
    pub table: Table,
    /// The line and the reader's own rank.
    pub line: LineView,
    /// What does not change it.
    pub unchanged: Vec<Statement>,
    /// What is unknown.
    pub unknown: Vec<Statement>,
    /// What would help.
    pub helps: Vec<Statement>,
    /// Schemes beside this one.
    pub schemes: Vec<SchemeView>,
    /// How it is worked out.
    pub steps: Vec<OddsStep>,
}

/// One answer to how many apply.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScenarioView {
    /// Its name.
    pub name: &'static str,
    /// How many compete for how much.
    pub about: String,
    /// The chance in words with its number.
    pub share: String,
    /// A hundred squares.
    pub icons: IconArray,
    /// What the picture says.
    pub label: String,
}

/// Where the nodes run out.
#[derive(Clone, PartialEq, Debug)]
pub struct LineView {
    /// Where the line lies.
    pub sentence: String,
    /// What that means for the reader's own rank, where they say one.
    pub own: Option<String>,
    /// The picture, with the same as a table.
    pub picture: RankingPicture,
    /// The last rank that there is.
    pub projects: u32,
    /// What may be entered as the reader's own rank.
    pub hint: String,
}

/// The chance of a request by the results of a call; `None` where the call has none that odds can be
/// worked out from.
#[must_use]
pub fn odds_view(
    snapshot: &Snapshot,
    call: &Call,
    prospect: &Prospect,
    ask: OddsAsk,
    lang: Lang,
) -> Option<OddsView> {
    let (sums, outcome) = (&prospect.sums, prospect.same());
    let counted = wilson(sums.projects_given, sums.projects_asked)?;
    let count = |share| format::integer(Hundred::from_chance(share).count.into());
    let name = lang.text(&call.name);
    let sentence = words::SENTENCE.fill(
        lang,
        &[
            ("call", name),
            ("share", &count(counted.share)),
            ("low", &count(counted.low)),
            ("high", &count(counted.high)),
        ],
    );
    // A size that nobody could ask for has no chance of its own.
    let nodes = ask.nodes.filter(|nodes| (sums.least..=sums.most).contains(nodes));
    let mut about = vec![words::ABOUT.get(lang).to_owned()];
    if ask.nodes.is_some() && nodes.is_none() {
        let sizes = format::nodes_between(sums.least, sums.most, lang);
        about.push(words::OUT_OF_RANGE.fill(lang, &[("call", name), ("sizes", &sizes)]));
    }
    let facts = Facts { snapshot, call, sums, outcome, lang };
    let source = call.results.as_ref().and_then(|results| results.source.as_deref());
    let scenarios: Vec<ScenarioView> = prospect
        .outcomes()
        .filter_map(|(demand, outcome)| scenario(demand, outcome, nodes, lang))
        .collect();
    Some(OddsView {
        sentence,
        source: source_of(snapshot, source, lang),
        about,
        table: table(prospect, nodes, lang),
        scenarios,
        line: line(outcome, nodes, ask.rank, lang),
        unchanged: facts.unchanged(),
        unknown: facts.unknown(),
        helps: facts.helps(),
        schemes: schemes(snapshot, lang),
        steps: chance(outcome, nodes)
            .map_or_else(Vec::new, |chance| steps(prospect, &counted, chance, lang)),
    })
}

/// A rank as it is typed: `None` where the field is empty.
///
/// # Errors
///
/// Says what may be entered, where it is no rank of a round of so many projects.
pub fn own_rank(text: &str, projects: u32, lang: Lang) -> Result<Option<u32>, String> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let is_rank = |rank: &u32| (1..=projects).contains(rank);
    // A sign is no digit.
    let digits = Some(text).filter(|text| text.bytes().all(|byte| byte.is_ascii_digit()));
    let rank = digits.and_then(|text| text.parse().ok()).filter(is_rank);
    let projects = format::integer(projects.into());
    rank.map(Some).ok_or_else(|| words::OWN_RANK_WRONG.fill(lang, &[("projects", &projects)]))
}

const fn demand_name(demand: Demand) -> Entry {
    match demand {
        Demand::Same => words::SAME,
        Demand::HalfMore => words::HALF_MORE,
        Demand::QuarterLess => words::QUARTER_LESS,
    }
}

/// The chance of a request of so many nodes, or of any project; `None` before a round was simulated.
fn chance(outcome: &SimulatedOutcome, nodes: Option<u32>) -> Option<f64> {
    nodes.map_or_else(|| outcome.before_line(), |nodes| outcome.chance(nodes))
}

fn scenario(
    demand: Demand,
    outcome: &SimulatedOutcome,
    nodes: Option<u32>,
    lang: Lang,
) -> Option<ScenarioView> {
    let hundred = Hundred::from_chance(chance(outcome, nodes)?);
    let name = demand_name(demand).get(lang);
    let share = hundred.of_requests(lang);
    let about = words::SCENARIO_ABOUT.fill(
        lang,
        &[
            ("projects", &format::projects(outcome.projects, lang)),
            ("pool", &format::nodes(outcome.pool, lang)),
        ],
    );
    let label = words::ICONS_LABEL.fill(lang, &[("demand", name), ("share", &share)]);
    Some(ScenarioView { name, about, share, icons: IconArray::with_selected(hundred.count), label })
}

fn table(prospect: &Prospect, nodes: Option<u32>, lang: Lang) -> Table {
    let rows: Vec<(Demand, u32, Hundred)> = prospect
        .outcomes()
        .filter_map(|(demand, outcome)| {
            Some((demand, outcome.projects, Hundred::from_chance(chance(outcome, nodes)?)))
        })
        .collect();
    let words_of = |entry: Entry| Value::words(entry.get(lang));
    let count = |count: u32| Value::Count(count.into());
    let share = |hundred: Hundred| Value::words(hundred.of_requests(lang));
    Table {
        caption: words::TABLE.get(lang).to_owned(),
        columns: vec![
            Column::new(
                words::SCENARIOS.get(lang),
                rows.iter().map(|it| words_of(demand_name(it.0))),
            ),
            Column::new(words::APPLICATIONS.get(lang), rows.iter().map(|it| count(it.1))),
            Column::new(words::SELECTED.get(lang), rows.iter().map(|it| share(it.2))),
        ],
        lang,
    }
}

fn line(outcome: &SimulatedOutcome, nodes: Option<u32>, rank: Option<u32>, lang: Lang) -> LineView {
    let integer = |number: u32| format::integer(number.into());
    let [low, median, high] = [100, 500, 900].map(|thousandths| outcome.line(thousandths));
    let sentence = if median < outcome.projects {
        let values =
            [("low", &*integer(low)), ("high", &integer(high)), ("median", &integer(median))];
        words::LINE_SENTENCE.fill(lang, &values)
    } else {
        words::LINE_NONE.get(lang).to_owned()
    };
    // Of any size where it is not known: the smallest, for which the line lies last.
    let size = nodes.unwrap_or_else(|| outcome.least());
    let own = rank.and_then(|rank| {
        let share = outcome.selected_at(size, rank).filter(|share| share.of > 0)?;
        let share = Hundred::from_chance(share.fraction()).of_rounds(lang);
        Some(words::OWN_SENTENCE.fill(lang, &[("rank", &integer(rank)), ("share", &share)]))
    });
    let hint = words::OWN_RANK_HINT.fill(lang, &[("projects", &integer(outcome.projects))]);
    LineView {
        hint,
        sentence,
        own,
        picture: ranking(outcome, rank, lang),
        projects: outcome.projects,
    }
}
