//! The ranked list, a row for each application.

use super::decided::{Chances, RoundResult};
use super::ranking::RankedList;
use crate::fit::plan::{Decision, Grant, PlanRefusal};
use crate::model::{Application, Hour, NodeCount, Scenario};
use crate::show::answer::Verdict;
use crate::words::catalogue::round as words;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::{format, why};
use core::ops::Range;

/// Number of ids of other applications that a row names.
const MOST_IDS: usize = 2;

/// Status of an application.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// It is granted what it asks for.
    Given,
    /// It is granted a part of it.
    Part,
    /// It is granted nothing.
    Refused,
    /// It is not decided yet.
    Waiting,
    /// It is left out of the round.
    LeftOut,
}

impl Standing {
    /// Returns the identifier used in styles and tests.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Part => "part",
            Self::Refused => "refused",
            Self::Waiting => "waiting",
            Self::LeftOut => "left-out",
        }
    }

    /// Returns its name.
    #[must_use]
    pub const fn name(self, lang: Lang) -> &'static str {
        match self {
            Self::Given => words::GIVEN,
            Self::Part => words::GIVEN_PART,
            Self::Refused => words::REFUSED,
            Self::Waiting => words::WAITING,
            Self::LeftOut => words::LEFT_OUT,
        }
        .get(lang)
    }
}

/// Row of an application in the list.
#[derive(Clone, PartialEq, Debug)]
pub struct RoundRow {
    /// Index among all applications that were read, 0-based; not the rank.
    pub index: usize,
    /// Rank, 1-based; `None` if it is left out.
    pub rank: Option<usize>,
    /// Its id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Class of the applicant.
    pub class: &'static str,
    /// Number of nodes that it asks for, with the GPUs in them.
    pub nodes: String,
    /// Nodes that it and all before it ask for.
    pub running: u64,
    /// Its status.
    pub standing: Standing,
    /// Kind of outcome, which sets the colour.
    pub kind: &'static str,
    /// Days and block of the grant, or the reason for the refusal.
    pub outcome: String,
    /// Number of simulated rounds with other scores in which it is granted something.
    pub chance: Option<u32>,
    /// `true` if it is the first that finds no room.
    pub is_line: bool,
    /// `true` if it is in the zone in which grants depend on small changes.
    pub is_close: bool,
    /// `true` if it was changed after it was read.
    pub is_changed: bool,
}

/// Data from which rows are put into words, beside their ranking.
pub struct RowSource<'a> {
    /// Scenario before the round.
    pub scenario: &'a Scenario,
    /// Returns the present application at an index.
    pub application: &'a dyn Fn(usize) -> Option<&'a Application>,
    /// Returns `true` if the application at an index was changed after it was read.
    pub is_changed: &'a dyn Fn(usize) -> bool,
    /// The round, as far as it is decided.
    pub decided: Option<&'a RoundResult>,
    /// Outcome of rounds with other scores, if known.
    pub chances: Option<&'a Chances>,
}

/// Returns the rows at these positions in the ranking.
///
/// A list shows few of many rows at a time, and putting a row into words is what costs time.
#[must_use]
pub fn rows(
    ranking: &RankedList,
    positions: Range<usize>,
    source: &RowSource<'_>,
    lang: Lang,
) -> Vec<RoundRow> {
    let decisions = source.decided.map(RoundResult::by_index).unwrap_or_default();
    let mut rows = Vec::with_capacity(positions.len().min(ranking.indices.len()));
    let shown = ranking.indices.iter().enumerate().take(positions.end).skip(positions.start);
    for (position, &index) in shown {
        let Some(application) = (source.application)(index) else { continue };
        let is_in = position < ranking.decided_with;
        // While a new plan is computed, the old one may still decide an application that was left
        // out.
        let decision = decisions.get(index).copied().flatten().filter(|_| is_in);
        let (standing, kind, outcome) = match (is_in, source.decided, decision) {
            (false, ..) => (Standing::LeftOut, "", String::new()),
            (true, Some(decided), Some(decision)) => {
                outcome(source.scenario, decided, decision, lang)
            }
            (true, ..) => (Standing::Waiting, "", String::new()),
        };
        let per_node = source.scenario.snapshot.gpus_per_node(&application.request.accelerators);
        rows.push(RoundRow {
            index,
            rank: is_in.then_some(position + 1),
            id: application.request.id.clone(),
            title: application.title.clone(),
            class: format::class(application.request.class, lang),
            nodes: format::nodes_with_gpus(application.request.nodes, per_node, lang),
            running: ranking.running(position),
            standing,
            kind,
            outcome,
            chance: source.chances.and_then(|chances| chances.given_to(index)),
            is_line: ranking.line_index == Some(index),
            is_close: ranking.is_close(position),
            is_changed: (source.is_changed)(index),
        });
    }
    rows
}

fn outcome(
    scenario: &Scenario,
    decided: &RoundResult,
    decision: &Decision,
    lang: Lang,
) -> (Standing, &'static str, String) {
    match &decision.result {
        Ok(grant) => {
            let verdict = if grant.wait == 0 { Verdict::Now } else { Verdict::Later };
            let standing = if grant.is_part { Standing::Part } else { Standing::Given };
            (standing, verdict.kind(scenario.layer()), placed(decided, grant, lang))
        }
        Err(refusal) => {
            let verdict = Verdict::No.kind(scenario.layer());
            (Standing::Refused, verdict, reason(decided, refusal, lang))
        }
    }
}

/// Writes the days and the block of a grant, and its nodes if they are fewer than asked for.
fn placed(decided: &RoundResult, grant: &Grant, lang: Lang) -> String {
    let offer = &grant.offer;
    let block = decided.snapshot.blocks.get(grant.block_index);
    let (from, until) = (grant.offer.start, grant.offer.end);
    // Dates in their shortest form, because the list is narrow.
    // The end is exclusive: at midnight the last day is the one before.
    let last = if until.last_midnight() == until { until.minus(24) } else { until };
    let days = [&format::date_input(from), " ~ ", &format::date_input(last)].concat();
    let mut parts = vec![days];
    if grant.is_part {
        let per_node = block.map(|block| block.gpus_per_node);
        parts.push(format::nodes_and_gpus(NodeCount::exactly(offer.nodes), per_node, lang));
    }
    parts.push(block.map_or("", |block| block_name(block, lang)).to_owned());
    parts.join(" · ")
}

/// Writes a time window by its first and its last day.
pub(super) fn from_to(from: Hour, until: Hour, lang: Lang) -> String {
    [&format::date(from, lang), lang.pick(" ~ ", " to "), &format::last_day(until, lang)].concat()
}

/// Returns the reason for a refusal in few words.
pub(super) fn reason(decided: &RoundResult, refusal: &PlanRefusal, lang: Lang) -> String {
    match refusal {
        PlanRefusal::Unknown(_) => words::UNKNOWN.get(lang).to_owned(),
        PlanRefusal::NoOffer { nearest: None } => words::NO_BLOCK.get(lang).to_owned(),
        PlanRefusal::NoOffer { nearest: Some(obstacle) } => {
            let tier = why::tier(obstacle.why_not.tier, lang);
            match ids(decided, &obstacle.application_indices, MOST_IDS, lang) {
                Some(ids) => words::BEHIND_IDS.fill(lang, &[("tier", tier), ("ids", &ids)]),
                None => tier.to_owned(),
            }
        }
        PlanRefusal::ShareUsedUp { class, .. } => {
            words::SHARE_USED.fill(lang, &[("class", format::classes(*class, lang))])
        }
        PlanRefusal::BehindLine => words::BEHIND_LINE.get(lang).to_owned(),
    }
}

/// Joins the ids of the first `most` of these applications and counts the rest; `None` if there are
/// none.
fn ids(decided: &RoundResult, indices: &[usize], most: usize, lang: Lang) -> Option<String> {
    let id = |index: &usize| Some(decided.applications.get(*index)?.request.id.as_str());
    let named: Vec<&str> = indices.iter().take(most).filter_map(id).collect();
    let named = Some(named.join(", ")).filter(|named| !named.is_empty())?;
    let more = indices.len().saturating_sub(most);
    if more == 0 {
        return Some(named);
    }
    let more = format::integer(more as u64);
    Some(words::IDS_MORE.fill(lang, &[("ids", &named), ("more", &more)]))
}
