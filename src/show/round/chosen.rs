//! The application that is chosen: what it asks, its nodes, or why it has none.

use super::decided::{Chances, Decided};
use super::rows::{from_to, reason};
use crate::fit::plan::{Decision, Grant, Limit, Refusal};
use crate::model::{Application, NodeCount, Scenario};
use crate::show::answer::{place_of_offer, request_facts};
use crate::words::catalogue::{Entry, fit, round as words};
use crate::words::fact::Fact;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::{format, why};

/// The application that is chosen.
#[derive(Clone, PartialEq, Debug)]
pub struct ChosenView {
    /// Its id and title.
    pub name: String,
    /// What it asks.
    pub asked: Vec<Fact>,
    /// What it is given; empty where it is nothing.
    pub given: Vec<Fact>,
    /// Why it is given nothing, in few words.
    pub reason: Option<String>,
    /// The same as a sentence.
    pub why: Option<String>,
    /// Those before it that stand in the way: places among all that were read, and ids.
    pub in_the_way: Vec<(usize, String)>,
    /// In how many of the rounds with other scores it has a place.
    pub chance: Option<String>,
}

/// Tells of an application, which may be decided already.
#[must_use]
pub fn chosen(
    scenario: &Scenario,
    application: &Application,
    decided: Option<(&Decided, &Decision)>,
    chances: Option<(&Chances, u32)>,
    lang: Lang,
) -> ChosenView {
    let mut asked = request_facts(scenario, &application.request, lang);
    let score = application.score.map(|score| format::figure(score.number()));
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
            view.why = sentence(decided, application, refusal, lang);
            view.in_the_way = in_the_way(decided, refusal);
        }
        None => {}
    }
    view
}

fn given(decided: &Decided, grant: &Grant, lang: Lang) -> Vec<Fact> {
    let Some(block) = decided.snapshot.blocks.get(grant.block) else { return Vec::new() };
    let offer = &grant.offer;
    let fact = |name: Entry, value: String| Fact::new(name.get(lang), value);
    let nodes = NodeCount::exactly(offer.nodes);
    let mut facts = vec![
        fact(words::BLOCK, block_name(block, lang).to_owned()),
        fact(words::NODES_GIVEN, format::nodes_with_gpus(nodes, Some(block.gpus_per_node), lang)),
        fact(words::TOTAL_WINDOW, from_to(grant, lang)),
    ];
    if grant.wait > 0 {
        facts.push(fact(fit::OFFER_WAIT, format::duration(grant.wait, lang)));
    }
    facts.push(fact(words::GPU_HOURS, format::integer(offer.gpu_hours)));
    facts.push(fact(fit::OFFER_WHERE, place_of_offer(offer, lang)).long());
    facts
}

/// Why nothing is given, as a sentence.
fn sentence(
    decided: &Decided,
    application: &Application,
    refusal: &Refusal,
    lang: Lang,
) -> Option<String> {
    Some(match refusal {
        Refusal::Unknown(_) => words::UNKNOWN_TEXT.get(lang).to_owned(),
        Refusal::NoOffer { nearest: None } => words::NO_BLOCK_TEXT.get(lang).to_owned(),
        Refusal::NoOffer { nearest: Some(obstacle) } => {
            let block = decided.snapshot.blocks.get(obstacle.block)?;
            let of = &application.request;
            let why = why::text(&decided.snapshot, of, block, &obstacle.why_not, lang);
            [block_name(block, lang), ": ", &why].concat()
        }
        Refusal::ShareUsedUp { class, most, would_be } => {
            let say = |count: u64| match most {
                Limit::Nodes(_) => {
                    let nodes = format::nodes(u32::try_from(count).unwrap_or(u32::MAX), lang);
                    words::NODES_AT_ONCE.fill(lang, &[("nodes", &nodes)])
                }
                Limit::NodeHours(_) => {
                    words::NODE_HOURS.fill(lang, &[("count", &format::integer(count))])
                }
            };
            let limit = match *most {
                Limit::Nodes(nodes) => u64::from(nodes),
                Limit::NodeHours(hours) => hours,
            };
            let values = [
                ("class", format::classes(*class, lang)),
                ("most", &say(limit)),
                ("would_be", &say(*would_be)),
            ];
            words::SHARE_TEXT.fill(lang, &values)
        }
        Refusal::BehindLine => words::BEHIND_TEXT.get(lang).to_owned(),
    })
}

fn in_the_way(decided: &Decided, refusal: &Refusal) -> Vec<(usize, String)> {
    let Refusal::NoOffer { nearest: Some(obstacle) } = refusal else { return Vec::new() };
    let named = obstacle.applications.iter().filter_map(|application| {
        let place = decided.places.get(*application)?;
        Some((*place, decided.applications.get(*application)?.request.id.clone()))
    });
    named.collect()
}
