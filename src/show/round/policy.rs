//! The policy as a form.

use crate::fit::plan::{Amount, Behind, ClassShare, Limit, Order, Policy, Rules};
use crate::model::Class;
use crate::show::form::read_count;
use crate::words::catalogue::{Entry, round as words};
use crate::words::fact::Fact;
use crate::words::format;
use crate::words::lang::Lang;

/// A choice of the policy.
#[derive(Clone, Copy, Debug)]
pub struct PolicyField {
    /// The name of its element.
    pub id: &'static str,
    /// Its name.
    pub label: Entry,
    /// What can be chosen.
    pub choices: &'static [(&'static str, Entry)],
    /// What is chosen.
    pub get: fn(&Policy) -> &'static str,
    /// Chooses; what is no choice changes nothing.
    pub set: fn(&mut Policy, &str),
}

/// The choices, in the order shown.
pub const POLICY_FIELDS: [PolicyField; 5] = [
    PolicyField {
        id: "policy-order",
        label: words::ORDER,
        choices: &[
            ("score", words::ORDER_SCORE),
            ("arrival", words::ORDER_ARRIVAL),
            ("list", words::ORDER_LIST),
        ],
        get: |policy| match policy.order {
            Order::Score => "score",
            Order::Arrival => "arrival",
            Order::List => "list",
        },
        set: |policy, chosen| {
            policy.order = match chosen {
                "score" => Order::Score,
                "arrival" => Order::Arrival,
                "list" => Order::List,
                _ => policy.order,
            };
        },
    },
    PolicyField {
        id: "policy-amount",
        label: words::AMOUNT,
        choices: &[("whole", words::AMOUNT_WHOLE), ("partial", words::AMOUNT_PARTIAL)],
        get: |policy| match policy.amount {
            Amount::Whole => "whole",
            Amount::Partial => "partial",
        },
        set: |policy, chosen| {
            policy.amount = if chosen == "partial" { Amount::Partial } else { Amount::Whole };
        },
    },
    WAIT,
    PolicyField {
        id: "policy-behind",
        label: words::BEHIND,
        choices: &[("skip", words::BEHIND_SKIP), ("stop", words::BEHIND_STOP)],
        get: |policy| match policy.behind {
            Behind::Skip => "skip",
            Behind::Stop => "stop",
        },
        set: |policy, chosen| {
            policy.behind = if chosen == "stop" { Behind::Stop } else { Behind::Skip };
        },
    },
    PolicyField {
        id: "policy-rules",
        label: words::RULES,
        choices: &[("kept", words::RULES_KEPT), ("left-out", words::RULES_LEFT_OUT)],
        get: |policy| match policy.rules {
            Rules::Kept => "kept",
            Rules::LeftOut => "left-out",
        },
        set: |policy, chosen| {
            policy.rules = if chosen == "left-out" { Rules::LeftOut } else { Rules::Kept };
        },
    },
];

const DAY: u32 = 24;

/// How long an application may be made to wait.
const WAIT: PolicyField = PolicyField {
    id: "policy-wait",
    label: words::WAIT,
    choices: &[
        ("any", words::WAIT_ANY),
        ("0", words::WAIT_NONE),
        ("30", words::WAIT_MONTH),
        ("90", words::WAIT_QUARTER),
        ("180", words::WAIT_HALF_YEAR),
        ("other", words::WAIT_OTHER),
    ],
    get: |policy| match policy.longest_wait {
        None => "any",
        Some(0) => "0",
        Some(hours) if hours == 30 * DAY => "30",
        Some(hours) if hours == 90 * DAY => "90",
        Some(hours) if hours == 180 * DAY => "180",
        Some(_) => "other",
    },
    set: |policy, chosen| {
        policy.longest_wait = match chosen {
            "any" => None,
            // What a link says stays.
            "other" => policy.longest_wait,
            days => days.parse().ok().map(|days: u32| days.saturating_mul(DAY)),
        };
    },
};

/// The most nodes that a class may have at a time, as its field shows it; empty for no limit.
#[must_use]
pub fn share(policy: &Policy, class: Class) -> String {
    let nodes = policy.shares.iter().find_map(|share| match share.most {
        Limit::Nodes(nodes) if share.class == class => Some(nodes),
        Limit::Nodes(_) | Limit::NodeHours(_) => None,
    });
    nodes.map_or_else(String::new, |nodes| nodes.to_string())
}

/// Limits the nodes of a class to a number as typed, or no more where there is none; whether it could
/// be read.
pub fn set_share(policy: &mut Policy, class: Class, typed: &str) -> bool {
    let most = match typed.trim().is_empty() {
        true => None,
        false => match read_count(typed) {
            Some(nodes) => Some(nodes),
            None => return false,
        },
    };
    let is_it = |share: &ClassShare| share.class == class && matches!(share.most, Limit::Nodes(_));
    policy.shares.retain(|share| !is_it(share));
    policy.shares.extend(most.map(|nodes| ClassShare { class, most: Limit::Nodes(nodes) }));
    true
}

/// The policy in words, for paper.
#[must_use]
pub fn policy_facts(policy: &Policy, lang: Lang) -> Vec<Fact> {
    let mut facts: Vec<Fact> = Vec::new();
    for field in POLICY_FIELDS {
        let chosen = (field.get)(policy);
        let name = field.choices.iter().find(|choice| choice.0 == chosen).map(|choice| choice.1);
        facts.extend(name.map(|name| Fact::new(field.label.get(lang), name.get(lang))));
    }
    for ClassShare { class, most } in &policy.shares {
        let name = words::SHARE_OF.fill(lang, &[("class", format::class(*class, lang))]);
        let most = match *most {
            Limit::Nodes(nodes) => format::nodes(nodes, lang),
            Limit::NodeHours(hours) => {
                words::NODE_HOURS.fill(lang, &[("count", &format::integer(hours))])
            }
        };
        facts.push(Fact::new(&name, most));
    }
    facts
}
