//! A plan as JSON lines, version 1.

use serde::Serialize;

use super::decided::DecidedRound;
use crate::exchange::answer_json::{OfferJson, Words};
use crate::exchange::applications::LineProblem;
use crate::fit::RequestError;
use crate::fit::plan::{Decision, Limit, Obstacle, PlanRefusal, Sum, Totals};
use crate::model::{Hour, TruthLayer};

/// Returns a decision as one line, without a line end; `rank` is 1-based.
///
/// `given_again` is the number of rounds with varied scores in which the application was granted
/// something, if that was simulated. Returns `None` if the plan does not belong to these
/// applications.
#[must_use]
pub fn decision_line(
    decided: &DecidedRound<'_>,
    rank: usize,
    decision: &Decision,
    given_again: Option<u32>,
) -> Option<String> {
    let application = decided.application(decision)?;
    let request = &application.request;
    let grant = decision.result.as_ref().ok();
    let refusal = decision.result.as_ref().err();
    written(&DecisionWritten {
        id: &request.id,
        rank,
        title: &application.title,
        class: request.class.id(),
        score: application.score.map(|score| score.number()),
        submitted_at: application.submitted_at.map(|time| time.to_rfc3339()),
        given: grant.is_some(),
        block: grant.and_then(|grant| Some(decided.block(grant.block_index)?.id.as_str())),
        offer: grant.map(|grant| OfferJson::new(&grant.offer)),
        wait_hours: grant.map(|grant| grant.wait),
        is_part: grant.map(|grant| grant.is_part),
        refusal: refusal.map(|refusal| RefusalWritten::new(decided, decision, refusal)),
        given_again,
    })
}

/// Returns the totals of a plan as one line, without a line end; `layer` is the layer of evidence.
#[must_use]
pub fn totals_line(decided: &DecidedRound<'_>, totals: &Totals, layer: TruthLayer) -> String {
    let by_class =
        totals.by_class.iter().map(|(class, sum)| NamedJson { name: class.id(), sum: sum.into() });
    let blocks = decided.snapshot.blocks.iter().zip(&totals.by_block);
    let by_block = blocks.map(|(block, sum)| NamedJson { name: &block.id, sum: sum.into() });
    let instant = |hour: Hour| hour.to_rfc3339();
    let totals = TotalsWritten {
        layer: layer.id(),
        applications: decided.applications.len(),
        // Ranks are 1-based in the file.
        line: decided.plan.line.map(|line| line + 1),
        given: (&totals.given).into(),
        by_class: by_class.collect(),
        by_block: by_block.collect(),
        from: totals.window.as_ref().map(|window| instant(window.start)),
        until: totals.window.as_ref().map(|window| instant(window.end)),
        node_hours_free_before: totals.free_before,
        node_hours_left: totals.left(),
        utilisation: totals.utilisation(),
        in_use: totals.in_use.iter().map(|it| (instant(it.from), it.nodes)).collect(),
    };
    written(&Closing { totals }).unwrap_or_default()
}

/// Returns a line of the list that could not be read as one line, without a line end.
#[must_use]
pub fn problem_line(problem: &LineProblem) -> String {
    written(&UnreadJson {
        id: problem.id.as_deref(),
        line: problem.line,
        error: Words::in_both(|lang| problem.text(lang)),
    })
    .unwrap_or_default()
}

fn written(value: &impl Serialize) -> Option<String> {
    serde_json::to_string(value).ok()
}

#[derive(Serialize)]
struct DecisionWritten<'a> {
    id: &'a str,
    rank: usize,
    title: &'a str,
    class: &'static str,
    score: Option<f64>,
    submitted_at: Option<String>,
    given: bool,
    block: Option<&'a str>,
    offer: Option<OfferJson>,
    wait_hours: Option<u32>,
    is_part: Option<bool>,
    refusal: Option<RefusalWritten<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    given_again: Option<u32>,
}

#[derive(Serialize)]
struct RefusalWritten<'a> {
    kind: &'static str,
    text: Words<'a>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    unknown: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    obstacle: Option<ObstacleWritten<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<ShareWritten>,
}

#[derive(Serialize)]
struct ObstacleWritten<'a> {
    block: Option<&'a str>,
    tier: &'static str,
    short_by: Option<u32>,
    from: Option<String>,
    until: Option<String>,
    applications: Vec<&'a str>,
}

#[derive(Serialize)]
struct ShareWritten {
    class: &'static str,
    of: &'static str,
    most: u64,
    would_be: u64,
}

impl<'a> RefusalWritten<'a> {
    fn new(decided: &DecidedRound<'a>, decision: &'a Decision, refusal: &'a PlanRefusal) -> Self {
        let text = Words::in_both(|lang| decided.why(decision, lang).unwrap_or_default());
        let mut written =
            Self { kind: kind(refusal), text, unknown: Vec::new(), obstacle: None, share: None };
        match refusal {
            PlanRefusal::Unknown(errors) => {
                written.unknown = errors.iter().map(RequestError::id).collect();
            }
            PlanRefusal::NoOffer { nearest } => {
                written.obstacle = nearest.as_ref().map(|it| ObstacleWritten::new(decided, it));
            }
            PlanRefusal::ShareUsedUp { class, most, would_be } => {
                let of = match most {
                    Limit::Nodes(_) => "nodes",
                    Limit::NodeHours(_) => "node_hours",
                };
                let (class, most, would_be) = (class.id(), most.most(), *would_be);
                written.share = Some(ShareWritten { class, of, most, would_be });
            }
            PlanRefusal::BehindLine => {}
        }
        written
    }
}

/// Returns the id of a refusal; if no offer fits, it is the tier of the reason, which tells rule
/// violations, sizes and lack of nodes apart.
const fn kind(refusal: &PlanRefusal) -> &'static str {
    match refusal {
        PlanRefusal::Unknown(_) => "unknown",
        PlanRefusal::NoOffer { nearest: None } => "no_block",
        PlanRefusal::NoOffer { nearest: Some(obstacle) } => obstacle.why_not.tier.id(),
        PlanRefusal::ShareUsedUp { .. } => "share",
        PlanRefusal::BehindLine => "behind_line",
    }
}

impl<'a> ObstacleWritten<'a> {
    fn new(decided: &DecidedRound<'a>, obstacle: &Obstacle) -> Self {
        let id = |&index: &usize| Some(decided.applications.get(index)?.request.id.as_str());
        let why_not = &obstacle.why_not;
        Self {
            block: decided.block(obstacle.block_index).map(|block| block.id.as_str()),
            tier: why_not.tier.id(),
            short_by: why_not.short_by,
            from: why_not.from.map(Hour::to_rfc3339),
            until: why_not.until.map(Hour::to_rfc3339),
            applications: obstacle.application_indices.iter().filter_map(id).collect(),
        }
    }
}

#[derive(Serialize)]
struct UnreadJson<'a> {
    id: Option<&'a str>,
    line: u32,
    error: Words<'a>,
}

#[derive(Serialize)]
struct Closing<'a> {
    totals: TotalsWritten<'a>,
}

#[derive(Serialize)]
struct TotalsWritten<'a> {
    layer: &'static str,
    applications: usize,
    line: Option<usize>,
    given: SumWritten,
    by_class: Vec<NamedJson<'a>>,
    by_block: Vec<NamedJson<'a>>,
    from: Option<String>,
    until: Option<String>,
    node_hours_free_before: u64,
    node_hours_left: u64,
    utilisation: f64,
    in_use: Vec<(String, u64)>,
}

#[derive(Serialize)]
struct NamedJson<'a> {
    name: &'a str,
    #[serde(flatten)]
    sum: SumWritten,
}

#[derive(Serialize)]
struct SumWritten {
    applications: u32,
    nodes: u64,
    node_hours: u64,
    gpu_hours: u64,
}

impl From<&Sum> for SumWritten {
    fn from(sum: &Sum) -> Self {
        Self {
            applications: sum.applications,
            nodes: sum.nodes,
            node_hours: sum.node_hours,
            gpu_hours: sum.gpu_hours,
        }
    }
}
