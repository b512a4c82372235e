//! Why-nots and changes as sentences.

use super::catalogue::{Entry, why};
use super::format;
use super::lang::Lang;
use super::names::accelerator_name;
use crate::fit::{Because, Breach, Cause, Lead, Reason, RequestChange, Tier, WhyNot};
use crate::model::{Block, Hold, Hour, NodeCount, Request, Snapshot, Surety};

/// Number of holds that a sentence names before it counts the rest.
const NAMED_HOLDS: usize = 2;

/// Returns the name of a tier.
#[must_use]
pub const fn tier(tier: Tier, lang: Lang) -> &'static str {
    match tier {
        Tier::Never => why::NEVER,
        Tier::Rule => why::RULE,
        Tier::Capacity => why::CAPACITY,
        Tier::Placement => why::PLACEMENT,
    }
    .get(lang)
}

/// Returns one reason as one or two sentences.
#[must_use]
pub fn text(
    snapshot: &Snapshot,
    request: &Request,
    block: &Block,
    why_not: &WhyNot,
    lang: Lang,
) -> String {
    let nodes = |count| nodes_and_gpus(count, Some(block.gpus_per_node), lang);
    let short = nodes(why_not.short_by.unwrap_or(0));
    let placement = format::placement(request.placement, lang);
    let accelerator = accelerator_name(snapshot, &block.accelerator, lang);
    let say = |entry: Entry, values: &[(&str, &str)]| entry.fill(lang, values);
    let published = published_causes(snapshot, block, why_not, lang);
    let mut sentence = match why_not.reason {
        // No sentence about free nodes: the published holds already explain why none are.
        Reason::TooFewFree { free: 0 } if !published.is_empty() => return published.join(" "),
        Reason::OtherAccelerator => say(why::OTHER_ACCELERATOR, &[("accelerator", accelerator)]),
        Reason::LargerThanBlock { nodes: all } => {
            say(why::LARGER_THAN_BLOCK, &[("nodes", &nodes(all)), ("short", &short)])
        }
        Reason::LargerThanPlacement { nodes: most } => {
            say(why::LARGER_THAN_PLACEMENT, &[("nodes", &nodes(most)), ("placement", &placement)])
        }
        Reason::LongerThanWindow { latest_end } => say(
            why::LONGER_THAN_WINDOW,
            &[
                ("start", &format::date(request.not_before, lang)),
                ("latest", &format::date(latest_end, lang)),
            ],
        ),
        Reason::Breach(breach) => breach_text(snapshot, request, accelerator, breach, lang),
        Reason::TooFewFree { free: 0 } => say(why::TOO_FEW_FREE_NONE, &[]),
        Reason::TooFewFree { free } => {
            say(why::TOO_FEW_FREE, &[("free", &nodes(free)), ("short", &short)])
        }
        Reason::NotPlaced { free, placed } => say(
            why::NOT_PLACED,
            &[("free", &nodes(free)), ("placed", &nodes(placed)), ("placement", &placement)],
        ),
    };
    if !published.is_empty() {
        return [vec![sentence], published].concat().join(" ");
    }
    if let (false, Some(from), Some(until)) =
        (why_not.holds.is_empty(), why_not.from, why_not.until)
    {
        sentence.push(' ');
        sentence.push_str(&say(
            why::HELD_BY,
            &[
                ("from", &format::date(from, lang)),
                ("until", &format::last_day(until, lang)),
                ("holds", &causes(snapshot, &why_not.holds, lang)),
            ],
        ));
    }
    sentence
}

/// Returns a sentence for each cause, without repetitions, if all causes are published holds; else
/// none.
fn published_causes(
    snapshot: &Snapshot,
    block: &Block,
    why_not: &WhyNot,
    lang: Lang,
) -> Vec<String> {
    let mut sentences = Vec::new();
    for cause in &why_not.holds {
        let hold = cause.hold_index().and_then(|index| snapshot.holds.get(index));
        // With any other cause, all of them are named in one sentence instead.
        let Some(hold) = hold.filter(|hold| hold.published.is_some()) else { return Vec::new() };
        let sentence = published(block, hold, lang);
        if !sentences.contains(&sentence) {
            sentences.push(sentence);
        }
    }
    sentences
}

/// Describes a published hold of a block: its name, its nodes, its end, and how sure that is.
#[must_use]
pub fn published(block: &Block, hold: &Hold, lang: Lang) -> String {
    let count = hold.nodes.count();
    let nodes = if count >= block.nodes() {
        why::ALL_NODES.get(lang).to_owned()
    } else {
        nodes_and_gpus(count, Some(block.gpus_per_node), lang)
    };
    let stated = hold.published.as_ref().and_then(|it| it.citation.surety);
    let entry = match hold.until {
        Hour::MAX => why::PUBLISHED_WITHOUT_END,
        _ => why::PUBLISHED_UNTIL,
    };
    let values = [
        ("nodes", nodes.as_str()),
        ("label", lang.text(&hold.label)),
        ("until", &format::date(hold.until, lang)),
        ("surety", surety(stated.unwrap_or(Surety::Inferred), lang)),
    ];
    entry.fill(lang, &values)
}

/// Names a surety within a sentence.
#[must_use]
pub const fn surety(surety: Surety, lang: Lang) -> &'static str {
    match surety {
        Surety::Sure => why::SURE,
        Surety::ThirdParty => why::THIRD_PARTY,
        Surety::Inferred => why::INFERRED,
    }
    .get(lang)
}

fn nodes_and_gpus(count: u32, per_node: Option<u32>, lang: Lang) -> String {
    format::nodes_and_gpus(NodeCount::exactly(count), per_node, lang)
}

fn breach_text(
    snapshot: &Snapshot,
    request: &Request,
    accelerator: &str,
    breach: Breach,
    lang: Lang,
) -> String {
    let id = request.call.as_deref().unwrap_or_default();
    let call = snapshot.call(id).map_or(id, |call| lang.text(&call.name));
    let start = format::date(request.not_before, lang);
    let end = format::last_day(request.term.end(request.not_before), lang);
    // A rule applies to every block of these accelerators, whose nodes may differ in GPUs.
    let per_node = snapshot.gpus_per_node(&request.accelerators);
    let nodes = |count| nodes_and_gpus(count, per_node, lang);
    let (entry, name, value) = match breach {
        Breach::AcceleratorNotOffered => {
            (why::RULE_ACCELERATOR, "accelerator", accelerator.to_owned())
        }
        Breach::ClassNotAdmitted => {
            (why::RULE_CLASS, "class", format::classes(request.class, lang).to_owned())
        }
        Breach::TooFewNodes { min } => (why::RULE_TOO_FEW, "nodes", nodes(min)),
        Breach::TooManyNodes { max } => (why::RULE_TOO_MANY, "nodes", nodes(max)),
        Breach::TermTooShort { min } => (why::RULE_TOO_SHORT, "term", format::term(min, lang)),
        Breach::TermTooLong { max } => (why::RULE_TOO_LONG, "term", format::term(max, lang)),
        Breach::EndsTooLate { until } => {
            (why::RULE_ENDS_TOO_LATE, "date", format::last_day(until, lang))
        }
    };
    entry.fill(lang, &[("call", call), ("start", &start), ("end", &end), (name, &value)])
}

/// Joins the names of the first [`NAMED_HOLDS`] causes and counts the rest.
pub(crate) fn causes(snapshot: &Snapshot, causes: &[Cause], lang: Lang) -> String {
    let named: Vec<String> =
        causes.iter().take(NAMED_HOLDS).map(|&cause| cause_text(snapshot, cause, lang)).collect();
    let named = named.join(", ");
    match u32::try_from(causes.len().saturating_sub(NAMED_HOLDS)) {
        Ok(0) | Err(_) => named,
        Ok(rest) => {
            why::AND_MORE.fill(lang, &[("holds", &named), ("more", &format::holds(rest, lang))])
        }
    }
}

fn cause_text(snapshot: &Snapshot, cause: Cause, lang: Lang) -> String {
    let Some(hold) = cause.hold_index().and_then(|index| snapshot.holds.get(index)) else {
        return why::NOT_DELIVERED.get(lang).to_owned();
    };
    let per_node = snapshot.blocks.get(hold.block_index).map(|block| block.gpus_per_node);
    let nodes = format::nodes_then_gpus(hold.nodes.count(), per_node, lang);
    let label = match lang.text(&hold.label) {
        // A hold needs no label, but the sentence needs something to name.
        "" => format::holds(1, lang),
        label => label.to_owned(),
    };
    why::HOLD_OF.fill(lang, &[("label", &label), ("nodes", &nodes)])
}

/// Returns the text of a button for a change; `per_node` is the number of GPUs per node, if known.
#[must_use]
pub fn change(
    snapshot: &Snapshot,
    per_node: Option<u32>,
    change: &RequestChange,
    lang: Lang,
) -> String {
    let (entry, name, value) = match change {
        RequestChange::Start(hour) => (why::CHANGE_START, "date", format::date(*hour, lang)),
        RequestChange::Nodes(nodes) => {
            let nodes = NodeCount::exactly(*nodes);
            (why::CHANGE_NODES, "nodes", format::nodes_and_gpus(nodes, per_node, lang))
        }
        RequestChange::Term(term) => (why::CHANGE_TERM, "term", format::term(*term, lang)),
        RequestChange::Placement(placement) => {
            (why::CHANGE_PLACEMENT, "placement", format::placement(*placement, lang))
        }
        RequestChange::Accelerator(id) => (
            why::CHANGE_ACCELERATOR,
            "accelerator",
            accelerator_name(snapshot, id, lang).to_owned(),
        ),
    };
    entry.fill(lang, &[(name, &value)])
}

/// Returns the reason why the best offer is the best.
#[must_use]
pub const fn lead(lead: Lead, lang: Lang) -> &'static str {
    match lead {
        Lead::OnlyOffer => why::LEAD_ONLY_OFFER,
        Lead::EarlierStart => why::LEAD_EARLIER_START,
        Lead::MoreNodes => why::LEAD_MORE_NODES,
        Lead::FewerLeavesBroken => why::LEAD_FEWER_LEAVES_BROKEN,
        Lead::ShorterRunsBroken => why::LEAD_SHORTER_RUNS_BROKEN,
        Lead::SmallerBlock => why::LEAD_SMALLER_BLOCK,
        Lead::FileOrder => why::LEAD_FILE_ORDER,
    }
    .get(lang)
}

/// Returns the reason why an offer differs from that of an older snapshot.
#[must_use]
pub const fn because(because: Because, lang: Lang) -> &'static str {
    match because {
        Because::Added(_) => why::BECAUSE_ADDED,
        Because::Removed(_) => why::BECAUSE_REMOVED,
        Because::DeliveredLater => why::BECAUSE_DELIVERED_LATER,
        Because::DeliveredEarlier => why::BECAUSE_DELIVERED_EARLIER,
        Because::BlockIsNew => why::BECAUSE_BLOCK_IS_NEW,
        Because::BlockIsGone => why::BECAUSE_BLOCK_IS_GONE,
        Because::BlockIsChanged => why::BECAUSE_BLOCK_IS_CHANGED,
        Because::RulesAreChanged => why::BECAUSE_RULES_ARE_CHANGED,
    }
    .get(lang)
}
