//! The selected application: its request, its nodes, or why it has none.

use super::decided::{Chances, RoundResult};
use super::rows::{from_to, reason};
use crate::fit::plan::{Grant, PlanRefusal};
use crate::model::{Application, NodeCount, Scenario};
use crate::show::answer::{place_of_offer, request_facts};
use crate::words::catalogue::{Entry, fit, round as words};
use crate::words::fact::Fact;
use crate::words::format::{self, quantity};
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::refusal;

/// Most decimals with which a score is shown and typed.
pub const SCORE_DECIMALS: u32 = 3;

/// Selected application.
#[derive(Clone, PartialEq, Debug)]
pub struct ChosenView {
    /// Its id and title.
    pub name: String,
    /// Request.
    pub asked: Vec<Fact>,
    /// Grant; empty if there is none.
    pub given: Vec<Fact>,
    /// Reason for the refusal, in few words.
    pub reason: Option<String>,
    /// The same as a sentence.
    pub why: Option<String>,
    /// Applications before it that stand in the way: index among all that were read, and id.
    pub in_the_way: Vec<(usize, String)>,
    /// Number of simulated rounds with other scores in which it is granted something.
    pub chance: Option<String>,
}

/// Describes the application at `index`, which may be decided already.
#[must_use]
pub fn chosen(
    scenario: &Scenario,
    application: &Application,
    index: usize,
    decided: Option<&RoundResult>,
    chances: Option<&Chances>,
    lang: Lang,
) -> ChosenView {
    let decided = decided.and_then(|decided| Some((decided, decided.decision(index)?)));
    let chances = chances.and_then(|chances| Some((chances, chances.given_to(index)?)));
    let mut asked = request_facts(scenario, &application.request, lang);
    let score = application.score.map(|score| quantity::up_to(score.number(), SCORE_DECIMALS));
    asked.extend(score.map(|score| Fact::new(words::SCORE.get(lang), score)));
    let mut view = ChosenView {
        name: match application.title.as_str() {
            "" => application.request.id.clone(),
            title => [&application.request.id, " · ", title].concat(),
        },
        asked,
        given: Vec::new(),
        reason: None,
        why: None,
        in_the_way: Vec::new(),
        chance: chances.map(|(chances, given)| {
            let [given, rounds] = [given, chances.rounds].map(|it| format::integer(it.into()));
            words::CHANCE_OF.fill(lang, &[("given", &given), ("rounds", &rounds)])
        }),
    };
    match decided.map(|(decided, decision)| (decided, &decision.result)) {
        Some((decided, Ok(grant))) => view.given = given(decided, grant, lang),
        Some((decided, Err(refusal))) => {
            view.reason = Some(reason(decided, refusal, lang));
            view.why = Some(sentence(decided, application, refusal, lang));
            view.in_the_way = in_the_way(decided, refusal);
        }
        None => {}
    }
    view
}

fn given(decided: &RoundResult, grant: &Grant, lang: Lang) -> Vec<Fact> {
    let Some(block) = decided.snapshot.blocks.get(grant.block_index) else { return Vec::new() };
    let offer = &grant.offer;
    let fact = |name: Entry, value: String| Fact::new(name.get(lang), value);
    let nodes = NodeCount::exactly(offer.nodes);
    let mut facts = vec![
        fact(words::BLOCK, block_name(block, lang).to_owned()),
        fact(words::NODES_GIVEN, format::nodes_with_gpus(nodes, Some(block.gpus_per_node), lang)),
        fact(words::TOTAL_WINDOW, from_to(offer.start, offer.end, lang)),
    ];
    if grant.wait > 0 {
        facts.push(fact(fit::OFFER_WAIT, format::duration(grant.wait, lang)));
    }
    facts.push(fact(words::GPU_HOURS, format::integer(offer.gpu_hours)));
    facts.push(fact(fit::OFFER_WHERE, place_of_offer(offer, lang)).long());
    facts
}

/// Returns the reason for a refusal as a sentence, which names the nearest block if there is one.
fn sentence(
    decided: &RoundResult,
    application: &Application,
    refusal: &PlanRefusal,
    lang: Lang,
) -> String {
    let text = refusal::text(&decided.snapshot, &application.request, refusal, lang);
    let nearest = match refusal {
        PlanRefusal::NoOffer { nearest } => nearest.as_ref(),
        _ => None,
    };
    match nearest.and_then(|obstacle| decided.snapshot.blocks.get(obstacle.block_index)) {
        Some(block) => [block_name(block, lang), ": ", &text].concat(),
        None => text,
    }
}

fn in_the_way(decided: &RoundResult, refusal: &PlanRefusal) -> Vec<(usize, String)> {
    let PlanRefusal::NoOffer { nearest: Some(obstacle) } = refusal else { return Vec::new() };
    let named = obstacle.application_indices.iter().filter_map(|in_round| {
        let index = decided.indices.get(*in_round)?;
        Some((*index, decided.applications.get(*in_round)?.request.id.clone()))
    });
    named.collect()
}
