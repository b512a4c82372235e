//! A policy as text, for the command line and links: `arrival,partial,stop,wait-72`.

use core::fmt;

use crate::fit::plan::{
    Allotment, CallRules, ClassShare, Limit, Order, RoundPolicy, RoundQueueing,
};
use crate::model::Class;

/// Maximum number of shares in a text.
const MAX_SHARES: usize = 100;

/// Error: a word that is not part of any policy.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PolicyError {
    /// The word, verbatim.
    pub word: String,
}

impl fmt::Display for PolicyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{:?} is no word of a policy: write score, arrival or list; whole or partial; skip or \
             stop; no-rules; wait-HOURS; CLASS-nodes-N or CLASS-node-hours-N, with commas between",
            self.word
        )
    }
}

impl core::error::Error for PolicyError {}

/// Parses a policy: comma-separated words in any order. Settings without a word keep the default
/// of the policy.
///
/// # Errors
/// [`PolicyError`] with the first word that is not understood.
pub fn read_policy(text: &str) -> Result<RoundPolicy, PolicyError> {
    let mut policy = RoundPolicy::default();
    for word in text.split(',').map(str::trim).filter(|word| !word.is_empty()) {
        read_word(word, &mut policy).ok_or_else(|| PolicyError { word: word.to_owned() })?;
    }
    Ok(policy)
}

fn read_word(word: &str, policy: &mut RoundPolicy) -> Option<()> {
    match word {
        "score" => policy.order = Order::Score,
        "arrival" => policy.order = Order::Arrival,
        "list" => policy.order = Order::List,
        "whole" => policy.amount = Allotment::Whole,
        "partial" => policy.amount = Allotment::Partial,
        "skip" => policy.behind = RoundQueueing::Skip,
        "stop" => policy.behind = RoundQueueing::Stop,
        "rules" => policy.rules = CallRules::Kept,
        "no-rules" => policy.rules = CallRules::LeftOut,
        _ => match word.strip_prefix("wait-") {
            Some(hours) => policy.longest_wait = Some(hours.parse().ok()?),
            None if policy.shares.len() < MAX_SHARES => policy.shares.push(share(word)?),
            None => return None,
        },
    }
    Some(())
}

/// Parses a share: `academia-nodes-200`, `youth_company-node-hours-100000`.
fn share(word: &str) -> Option<ClassShare> {
    let (class, most) = word.split_once('-')?;
    let class = Class::from_id(class)?;
    let most = match most.strip_prefix("node-hours-") {
        Some(hours) => Limit::NodeHours(hours.parse().ok()?),
        None => Limit::Nodes(most.strip_prefix("nodes-")?.parse().ok()?),
    };
    Some(ClassShare { class, most })
}

/// Returns a policy as text for [`read_policy`], without settings that equal the default.
#[must_use]
pub fn policy_text(policy: &RoundPolicy) -> String {
    let mut words: Vec<String> = Vec::new();
    match policy.order {
        Order::Score => {}
        Order::Arrival => words.push("arrival".to_owned()),
        Order::List => words.push("list".to_owned()),
    }
    if policy.amount == Allotment::Partial {
        words.push("partial".to_owned());
    }
    if policy.behind == RoundQueueing::Stop {
        words.push("stop".to_owned());
    }
    if policy.rules == CallRules::LeftOut {
        words.push("no-rules".to_owned());
    }
    if let Some(hours) = policy.longest_wait {
        words.push(format!("wait-{hours}"));
    }
    for ClassShare { class, most } in &policy.shares {
        words.push(match most {
            Limit::Nodes(nodes) => format!("{}-nodes-{nodes}", class.id()),
            Limit::NodeHours(hours) => format!("{}-node-hours-{hours}", class.id()),
        });
    }
    words.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_policy_comes_back_as_it_was_written() {
        let texts = [
            "",
            "arrival,partial,stop,no-rules,wait-0",
            "list,wait-720,academia-nodes-200,youth_company-node-hours-100000",
        ];
        for text in texts {
            assert_eq!(policy_text(&read_policy(text).unwrap()), text);
        }
        let same = read_policy(" skip, whole ,score,,rules");
        assert_eq!(same, Ok(RoundPolicy::default()));
    }

    #[test]
    fn a_word_that_says_nothing_is_named() {
        for word in ["fast", "wait-", "wait--1", "army-nodes-1", "academia-nodes-", "academia-200"]
        {
            let error = read_policy(&["score", word].join(",")).unwrap_err();
            assert_eq!(error.word, word);
            assert!(error.to_string().contains("score, arrival or list"));
        }
        let many = vec!["academia-nodes-1"; MAX_SHARES + 1].join(",");
        assert!(read_policy(&many).is_err());
    }
}
