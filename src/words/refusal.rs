//! Reasons why an application of a round is granted nothing, as sentences.

use super::catalogue::refusal as words;
use super::lang::Lang;
use super::{format, why};
use crate::fit::RequestError;
use crate::fit::plan::{Limit, PlanRefusal};
use crate::model::{Request, Snapshot};

/// Returns the sentence; `snapshot` has the grants of the round as holds.
#[must_use]
pub fn text(snapshot: &Snapshot, request: &Request, refusal: &PlanRefusal, lang: Lang) -> String {
    match refusal {
        PlanRefusal::Unknown(errors) => {
            let names: Vec<&str> = errors.iter().map(RequestError::id).collect();
            words::UNKNOWN.fill(lang, &[("names", &names.join(", "))])
        }
        PlanRefusal::NoOffer { nearest: None } => words::NO_BLOCK.get(lang).to_owned(),
        PlanRefusal::NoOffer { nearest: Some(obstacle) } => {
            let Some(block) = snapshot.blocks.get(obstacle.block_index) else {
                return String::new();
            };
            why::text(snapshot, request, block, &obstacle.why_not, lang)
        }
        PlanRefusal::ShareUsedUp { class, most, would_be } => {
            let amount = |number: u64| match most {
                Limit::Nodes(_) => format::nodes(u32::try_from(number).unwrap_or(u32::MAX), lang),
                Limit::NodeHours(_) => {
                    words::NODE_HOURS.fill(lang, &[("hours", &format::integer(number))])
                }
            };
            words::SHARE_USED_UP.fill(
                lang,
                &[
                    ("classes", format::classes(*class, lang)),
                    ("would_be", &amount(*would_be)),
                    ("most", &amount(most.most())),
                ],
            )
        }
        PlanRefusal::BehindLine => words::BEHIND_LINE.get(lang).to_owned(),
    }
}
