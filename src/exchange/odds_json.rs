//! The odds of a round as one JSON object; `docs/odds.md` describes every field.

use serde::Serialize;

use crate::model::Call;
use crate::odds::{
    AcceleratorBound, Demand, Prospect, RoundSums, SimulatedOutcome, by_accelerator, wilson,
};
use crate::show::odds::{Hundred, OddsAsk};

#[derive(Serialize)]
struct OddsJson<'a> {
    call: &'a str,
    sums: OddsSumsJson,
    counted: Option<CountedJson>,
    seed: u64,
    rounds: u32,
    request: OddsRequestJson,
    scenarios: Vec<OddsScenarioJson>,
    accelerators: Vec<AcceleratorJson>,
}

#[derive(Serialize)]
struct OddsSumsJson {
    projects_asked: u32,
    nodes_asked: u32,
    projects_given: u32,
    nodes_given: u32,
    pool: u32,
    least: u32,
    most: u32,
}

#[derive(Serialize)]
struct CountedJson {
    share: f64,
    low: f64,
    high: f64,
}

#[derive(Serialize)]
struct OddsRequestJson {
    nodes: Option<u32>,
    rank: Option<u32>,
}

#[derive(Serialize)]
struct OddsScenarioJson {
    demand: &'static str,
    projects: u32,
    chance: Option<f64>,
    of_100: Option<u32>,
    by_size: Vec<BySize>,
    line: Line,
    selected_at_rank: Option<f64>,
}

#[derive(Serialize)]
struct BySize {
    nodes: u32,
    chance: Option<f64>,
    error: Option<f64>,
}

#[derive(Serialize)]
struct Line {
    low: u32,
    median: u32,
    high: u32,
}

#[derive(Serialize)]
struct AcceleratorJson {
    id: String,
    pool: u32,
    low: f64,
    high: f64,
}

/// Returns the odds as one line of JSON, without a line end.
#[must_use]
pub fn line(call: &Call, prospect: &Prospect, ask: OddsAsk) -> String {
    let RoundSums { projects_asked, nodes_asked, projects_given, nodes_given, pool, least, most } =
        prospect.sums;
    let counted = wilson(projects_given, projects_asked).map(|it| CountedJson {
        share: rounded(it.share),
        low: rounded(it.low),
        high: rounded(it.high),
    });
    let odds = OddsJson {
        call: &call.id,
        sums: OddsSumsJson {
            projects_asked,
            nodes_asked,
            projects_given,
            nodes_given,
            pool,
            least,
            most,
        },
        counted,
        seed: prospect.seed,
        rounds: prospect.same().rounds,
        request: OddsRequestJson { nodes: ask.nodes, rank: ask.rank },
        scenarios: prospect.outcomes().map(|(demand, it)| scenario(demand, it, ask)).collect(),
        accelerators: by_accelerator(call).into_iter().map(accelerator).collect(),
    };
    // Serializing plain data cannot fail.
    serde_json::to_string(&odds).unwrap_or_default()
}

fn scenario(demand: Demand, outcome: &SimulatedOutcome, ask: OddsAsk) -> OddsScenarioJson {
    let chance = match ask.nodes {
        Some(nodes) => outcome.chance(nodes),
        None => outcome.before_line(),
    };
    let by_size = |nodes| BySize {
        nodes,
        chance: outcome.chance(nodes).map(rounded),
        error: outcome.error(nodes).map(rounded),
    };
    let [low, median, high] = [100, 500, 900].map(|thousandths| outcome.line(thousandths));
    let size = ask.nodes.unwrap_or_else(|| outcome.least());
    let at_rank = ask.rank.and_then(|rank| outcome.selected_at(size, rank));
    OddsScenarioJson {
        demand: demand.id(),
        projects: outcome.projects,
        chance: chance.map(rounded),
        of_100: chance.map(|chance| Hundred::from_chance(chance).count),
        by_size: (outcome.least()..=outcome.most()).map(by_size).collect(),
        line: Line { low, median, high },
        selected_at_rank: at_rank.map(|share| rounded(share.fraction())),
    }
}

fn accelerator(bound: AcceleratorBound) -> AcceleratorJson {
    let AcceleratorBound { accelerator, pool, low, high } = bound;
    AcceleratorJson { id: accelerator, pool, low: rounded(low), high: rounded(high) }
}

/// Rounds to six decimals, which is finer than any number of simulated rounds can resolve.
fn rounded(share: f64) -> f64 {
    (share * 1e6).round() / 1e6
}
