//! The policy as a form.

use crate::fit::plan::{
    Allotment, CallRules, ClassShare, Limit, Order, RoundPolicy, RoundQueueing,
};
use crate::model::Class;
use crate::show::form::{read_count, read_node_hours};
use crate::words::catalogue::{Entry, round as words};
use crate::words::fact::Fact;
use crate::words::format;
use crate::words::lang::Lang;

/// Field of the policy, with a list of choices.
#[derive(Clone, Copy, Debug)]
pub struct PolicyField {
    /// Id of its element.
    pub id: &'static str,
    /// Its name.
    pub label: Entry,
    /// Choices: value and name.
    pub choices: &'static [(&'static str, Entry)],
    /// Reads the chosen value.
    pub get: fn(&RoundPolicy) -> &'static str,
    /// Sets the chosen value, which has to be one of `choices`.
    set: fn(&mut RoundPolicy, &str),
}

impl PolicyField {
    /// Sets the chosen value; a value that is none of the choices leaves the policy as it is.
    pub fn choose(&self, policy: &mut RoundPolicy, chosen: &str) {
        if self.choices.iter().any(|choice| choice.0 == chosen) {
            (self.set)(policy, chosen);
        }
    }
}

/// Fields of the policy, in the order shown.
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
            Allotment::Whole => "whole",
            Allotment::Partial => "partial",
        },
        set: |policy, chosen| {
            policy.amount = if chosen == "partial" { Allotment::Partial } else { Allotment::Whole };
        },
    },
    WAIT,
    PolicyField {
        id: "policy-behind",
        label: words::BEHIND,
        choices: &[("skip", words::BEHIND_SKIP), ("stop", words::BEHIND_STOP)],
        get: |policy| match policy.behind {
            RoundQueueing::Skip => "skip",
            RoundQueueing::Stop => "stop",
        },
        set: |policy, chosen| {
            policy.behind =
                if chosen == "stop" { RoundQueueing::Stop } else { RoundQueueing::Skip };
        },
    },
    PolicyField {
        id: "policy-rules",
        label: words::RULES,
        choices: &[("kept", words::RULES_KEPT), ("left-out", words::RULES_LEFT_OUT)],
        get: |policy| match policy.rules {
            CallRules::Kept => "kept",
            CallRules::LeftOut => "left-out",
        },
        set: |policy, chosen| {
            policy.rules = if chosen == "left-out" { CallRules::LeftOut } else { CallRules::Kept };
        },
    },
];

const DAY: u32 = 24;

/// Longest time that an application may have to wait.
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
            // A wait from a link that is none of the choices stays.
            "other" => policy.longest_wait,
            days => days.parse().ok().map(|days: u32| days.saturating_mul(DAY)),
        };
    },
};

/// Unit in which the share of a class is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShareUnit {
    /// Nodes at a time.
    Nodes,
    /// Node-hours in all.
    NodeHours,
}

impl ShareUnit {
    /// Both of them, in the order shown.
    pub const ALL: [Self; 2] = [Self::Nodes, Self::NodeHours];

    /// Returns the name used in elements.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nodes => "nodes",
            Self::NodeHours => "node-hours",
        }
    }

    /// Returns the title of its fields.
    #[must_use]
    pub const fn title(self) -> Entry {
        match self {
            Self::Nodes => words::SHARES_NODES,
            Self::NodeHours => words::SHARES_NODE_HOURS,
        }
    }

    /// Returns the number of a limit, if the limit is counted in this unit.
    fn count(self, most: Limit) -> Option<u64> {
        match (self, most) {
            (Self::Nodes, Limit::Nodes(_)) | (Self::NodeHours, Limit::NodeHours(_)) => {
                Some(most.most())
            }
            _ => None,
        }
    }

    fn read(self, typed: &str) -> Option<Limit> {
        match self {
            Self::Nodes => read_count(typed).map(Limit::Nodes),
            Self::NodeHours => read_node_hours(typed).map(|hours| Limit::NodeHours(hours.into())),
        }
    }
}

/// Returns the limit of a class as its field shows it; empty for no limit.
#[must_use]
pub fn share(policy: &RoundPolicy, class: Class, unit: ShareUnit) -> String {
    let of_class = policy.shares.iter().filter(|share| share.class == class);
    let most = of_class.filter_map(|share| unit.count(share.most)).next();
    most.map_or_else(String::new, |most| most.to_string())
}

/// Limits a class to the number typed, or removes the limit if nothing was typed; returns `true` if
/// the text could be parsed.
pub fn set_share(policy: &mut RoundPolicy, class: Class, unit: ShareUnit, typed: &str) -> bool {
    let most = match typed.trim().is_empty() {
        true => None,
        false => match unit.read(typed) {
            Some(most) => Some(most),
            None => return false,
        },
    };
    // A class may have a limit in each unit, of which this replaces one.
    policy.shares.retain(|share| share.class != class || unit.count(share.most).is_none());
    policy.shares.extend(most.map(|most| ClassShare { class, most }));
    true
}

/// Returns the policy in words, for print.
#[must_use]
pub fn policy_facts(policy: &RoundPolicy, lang: Lang) -> Vec<Fact> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_is_no_choice_leaves_the_policy_as_it_is() {
        let strict = RoundPolicy {
            order: Order::Arrival,
            amount: Allotment::Partial,
            longest_wait: Some(5),
            behind: RoundQueueing::Stop,
            rules: CallRules::LeftOut,
            ..RoundPolicy::default()
        };
        for policy in [RoundPolicy::default(), strict] {
            for field in POLICY_FIELDS {
                for garbage in ["", "many", "-1", "45", "4294967296", "Any", " 30"] {
                    let mut chosen = policy.clone();
                    field.choose(&mut chosen, garbage);
                    assert_eq!(chosen, policy, "{}: {garbage:?}", field.id);
                }
                // What the control shows already changes nothing either.
                let mut same = policy.clone();
                field.choose(&mut same, (field.get)(&policy));
                assert_eq!(same, policy, "{}", field.id);
                for (value, _) in field.choices {
                    let mut chosen = policy.clone();
                    field.choose(&mut chosen, value);
                    assert!((field.get)(&chosen) == *value || *value == "other", "{value}");
                }
            }
        }
    }

    #[test]
    fn a_class_has_a_limit_in_each_unit_as_typed() {
        let mut policy = RoundPolicy::default();
        for (unit, typed, shown) in [
            (ShareUnit::Nodes, "노드 200대", "200"),
            (ShareUnit::NodeHours, "1,000,000 노드시간", "1000000"),
            (ShareUnit::NodeHours, "90 node-hours", "90"),
        ] {
            assert!(set_share(&mut policy, Class::Academia, unit, typed), "{typed}");
            assert_eq!(share(&policy, Class::Academia, unit), shown, "{typed}");
            assert_eq!(share(&policy, Class::Industry, unit), "");
        }
        let before = policy.clone();
        assert_eq!(before.shares.len(), 2);
        for typed in ["many", "-3", "4.5"] {
            for unit in ShareUnit::ALL {
                assert!(!set_share(&mut policy, Class::Academia, unit, typed), "{typed}");
            }
        }
        assert_eq!(policy, before);
        assert!(set_share(&mut policy, Class::Academia, ShareUnit::Nodes, " "));
        let left = ClassShare { class: Class::Academia, most: Limit::NodeHours(90) };
        assert_eq!(policy.shares, [left]);
    }
}
