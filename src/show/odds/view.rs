//! The chance of a request in a round like one whose results were published.

use super::hundred::Hundred;
use super::statements::{Facts, Statement};
use super::steps::{OddsStep, steps};
use crate::model::{Call, Snapshot};
use crate::odds::{Demand, Prospect, SimulatedOutcome, wilson};
use crate::picture::icon_array::IconArray;
use crate::picture::ranking::{RankingPicture, ranking};
use crate::show::elsewhere::{SchemeView, schemes};
use crate::show::form::read_rank;
use crate::words::catalogue::{Entry, odds as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::source::{SourceView, source_of};
use crate::words::table::{Column, Table, Value};

/// Request whose chance is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct OddsAsk {
    /// Nodes of the request; `None` for a project of unknown size.
    pub nodes: Option<u32>,
    /// Rank that the reader expects, 1-based.
    pub rank: Option<u32>,
}

/// View of the chance in a round.
#[derive(Clone, PartialEq, Debug)]
pub struct OddsView {
    /// Sentence on what was counted.
    pub sentence: String,
    /// Source of that.
    pub source: Option<SourceView>,
    /// Disclaimer, and a note if the size is not one that could be asked for.
    pub about: Vec<String>,
    /// Scenarios by the number of applications; empty until rounds were simulated.
    pub scenarios: Vec<ScenarioView>,
    /// The same as a table.
    pub table: Table,
    /// The line and the reader's own rank.
    pub line: LineView,
    /// Statements on what does not change the chance.
    pub unchanged: Vec<Statement>,
    /// Statements on what is unknown.
    pub unknown: Vec<Statement>,
    /// Statements on what would help.
    pub helps: Vec<Statement>,
    /// Schemes beside this programme.
    pub schemes: Vec<SchemeView>,
    /// Steps of the arithmetic.
    pub steps: Vec<OddsStep>,
}

/// Scenario for one number of applications.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ScenarioView {
    /// Its name.
    pub name: &'static str,
    /// Number of projects and of the nodes for which they compete.
    pub about: String,
    /// The chance in words with its number.
    pub share: String,
    /// A hundred squares.
    pub icons: IconArray,
    /// Text alternative of the squares.
    pub label: String,
}

/// Line at which the nodes run out.
#[derive(Clone, PartialEq, Debug)]
pub struct LineView {
    /// Sentence on the ranks at which the line lies.
    pub sentence: String,
    /// Meaning for the reader's own rank, if one is given.
    pub own_rank: Option<String>,
    /// The picture, with the same as a table.
    pub picture: RankingPicture,
    /// Last rank of the round.
    pub projects: u32,
    /// Hint on what can be entered as the reader's own rank.
    pub hint: String,
}

/// Returns the chance of a request by the results of a call; `None` if no proportion follows from
/// the sums of the call.
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
    // A size that could not be asked for has no chance of its own.
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

/// Parses a rank as typed; `Ok(None)` if the field is empty.
///
/// # Errors
///
/// A sentence on what can be entered, if the text is no rank from 1 to `projects`.
pub fn own_rank(text: &str, projects: u32, lang: Lang) -> Result<Option<u32>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let rank = read_rank(text, projects);
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

/// Returns the chance of a request of `nodes` nodes, or of any project if `None`; `None` before a
/// round was simulated.
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
    // The middle eight of ten rounds: a single rank would look exact.
    let [low, median, high] = [100, 500, 900].map(|thousandths| outcome.line(thousandths));
    let sentence = if median < outcome.projects {
        let values =
            [("low", &*integer(low)), ("high", &integer(high)), ("median", &integer(median))];
        words::LINE_SENTENCE.fill(lang, &values)
    } else {
        words::LINE_NONE.get(lang).to_owned()
    };
    // If the size is not known, the smallest one is used, for which the line lies last.
    let size = nodes.unwrap_or_else(|| outcome.least());
    let own_rank = rank.and_then(|rank| {
        let share = outcome.selected_at(size, rank).filter(|share| share.whole > 0)?;
        let share = Hundred::from_chance(share.fraction()).of_rounds(lang);
        Some(words::OWN_SENTENCE.fill(lang, &[("rank", &integer(rank)), ("share", &share)]))
    });
    let hint = words::OWN_RANK_HINT.fill(lang, &[("projects", &integer(outcome.projects))]);
    LineView {
        hint,
        sentence,
        own_rank,
        picture: ranking(outcome, rank, lang),
        projects: outcome.projects,
    }
}
