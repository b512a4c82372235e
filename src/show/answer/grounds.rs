//! Obstacles to a request and the grounds for the date of an offer: each stated once, with the
//! blocks that it applies to and its source.

use crate::fit::{BlockAnswer, Preview, Tier, WhyNot};
use crate::model::{Block, Hold, Hour, Request, Scenario, Snapshot};
use crate::words::catalogue::{fit as words, why as why_words};
use crate::words::lang::Lang;
use crate::words::names::{accelerator_name, block_name, provider_name};
use crate::words::source::{SourceView, cited, source_of};
use crate::words::{format, why};

/// Number of blocks that a sentence names before it counts the rest.
const MOST_NAMES: usize = 3;

/// Sentence with the evidence behind it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ground {
    /// Tier of the reason, if this is one.
    pub tier: Option<&'static str>,
    /// The sentence itself.
    pub text: String,
    /// Names of the blocks that it applies to; empty if it applies to all of them.
    pub blocks: String,
    /// Rule behind a published hold, if this is one.
    pub rule: Option<String>,
    /// Source of the statement.
    pub source: Option<SourceView>,
}

impl Ground {
    /// Returns all of it on one line.
    #[must_use]
    pub fn line(&self) -> String {
        let mut line = String::new();
        if let Some(tier) = self.tier {
            line.push('[');
            line.push_str(tier);
            line.push_str("] ");
        }
        if !self.blocks.is_empty() {
            line.push_str(&self.blocks);
            line.push_str(" – ");
        }
        line.push_str(&self.text);
        if let Some(rule) = &self.rule {
            line.push(' ');
            line.push_str(rule);
        }
        if let Some(source) = &self.source {
            line.push_str(" – ");
            line.push_str(&source.title);
            line.push_str(&source.details);
        }
        line
    }
}

/// Reasons of one tier with equal text, and the indices of their blocks.
struct ReasonGroup<'a> {
    tier: Tier,
    text: String,
    block_indices: Vec<usize>,
    hold: Option<&'a Hold>,
    /// First of the blocks.
    first: &'a Block,
}

/// Yields the answers of the blocks whose accelerator is asked for, with their blocks.
pub(super) fn asked<'a>(
    snapshot: &'a Snapshot,
    request: &Request,
    preview: &'a Preview,
) -> impl Iterator<Item = (&'a BlockAnswer, &'a Block)> {
    let with_block =
        |answer: &'a BlockAnswer| Some((answer, snapshot.blocks.get(answer.block_index)?));
    let blocks = preview.blocks.iter().filter_map(with_block);
    blocks.filter(|(_, block)| request.accelerators.contains(&block.accelerator))
}

/// Lists the obstacles in the blocks whose accelerator is asked for: the most lasting tier first,
/// each reason once.
pub(super) fn obstacles(
    scenario: &Scenario,
    request: &Request,
    preview: &Preview,
    lang: Lang,
) -> Vec<Ground> {
    let snapshot = &scenario.snapshot;
    let mut groups: Vec<ReasonGroup<'_>> = Vec::new();
    for (answer, block) in asked(snapshot, request, preview) {
        for why_not in &answer.why_not {
            let text = why::text(snapshot, request, block, why_not, lang);
            let same =
                |group: &&mut ReasonGroup<'_>| group.tier == why_not.tier && group.text == text;
            match groups.iter_mut().find(same) {
                Some(group) => group.block_indices.push(answer.block_index),
                None => groups.push(ReasonGroup {
                    tier: why_not.tier,
                    text,
                    block_indices: vec![answer.block_index],
                    // A reason has room for one source: that of the hold which ends last.
                    hold: published_causes(snapshot, why_not).max_by_key(|hold| hold.until),
                    first: block,
                }),
            }
        }
    }
    // Blocks of other accelerators are in the preview too, and a rule need not apply to them.
    let asked = asked(snapshot, request, preview).count();
    let mut grounds = Vec::new();
    for tier in [Tier::Never, Tier::Rule, Tier::Capacity, Tier::Placement] {
        for group in groups.iter().filter(|group| group.tier == tier) {
            // A rule that applies to every one of several blocks needs no names.
            let goes_for_all =
                tier == Tier::Rule && asked > 1 && group.block_indices.len() == asked;
            let indices = if goes_for_all { &[][..] } else { &group.block_indices };
            grounds.push(Ground {
                tier: Some(why::tier(tier, lang)),
                text: group.text.clone(),
                blocks: names(snapshot, indices, lang),
                rule: group.hold.and_then(|hold| rule(hold, lang)),
                source: group_source(snapshot, request, group, lang),
            });
        }
    }
    grounds
}

/// Returns the source of a reason: of a rule its call, of a size its block, of a published hold
/// the citation of that hold.
fn group_source(
    snapshot: &Snapshot,
    request: &Request,
    group: &ReasonGroup<'_>,
    lang: Lang,
) -> Option<SourceView> {
    match group.tier {
        Tier::Rule => source_of(snapshot, snapshot.call_of(request)?.source.as_deref(), lang),
        Tier::Never => source_of(snapshot, group.first.source.as_deref(), lang),
        Tier::Capacity | Tier::Placement => hold_source(snapshot, group.hold?, lang),
    }
}

/// Yields the published holds among the causes of a reason.
pub(super) fn published_causes<'a>(
    snapshot: &'a Snapshot,
    why_not: &WhyNot,
) -> impl Iterator<Item = &'a Hold> {
    let indices = why_not.holds.iter().filter_map(|cause| cause.hold_index());
    let holds = indices.filter_map(|index| snapshot.holds.get(index));
    holds.filter(|hold| hold.published.is_some())
}

/// Lists the published holds of a block that have to end before an offer can begin there at
/// `start`: the grounds for its date.
pub(super) fn rests_on(
    scenario: &Scenario,
    block_index: usize,
    start: Hour,
    lang: Lang,
) -> Vec<Ground> {
    let snapshot = &scenario.snapshot;
    let Some(block) = snapshot.blocks.get(block_index) else { return Vec::new() };
    let mut grounds: Vec<Ground> = Vec::new();
    for hold in ended_holds(scenario, block_index, start) {
        let ground = Ground {
            tier: None,
            text: why::published(block, hold, lang),
            blocks: block_name(block, lang).to_owned(),
            rule: rule(hold, lang),
            source: hold_source(snapshot, hold, lang),
        };
        // Several holds of a block may read the same, and say so once.
        if !grounds.contains(&ground) {
            grounds.push(ground);
        }
    }
    grounds
}

/// Yields the published holds of a block that end by `start`.
pub(super) fn ended_holds(
    scenario: &Scenario,
    block_index: usize,
    start: Hour,
) -> impl Iterator<Item = &Hold> {
    let has_ended = move |hold: &&Hold| hold.block_index == block_index && hold.until <= start;
    scenario.published_holds().filter(has_ended)
}

fn rule(hold: &Hold, lang: Lang) -> Option<String> {
    let rule = hold.published.as_ref()?.until_rule.as_ref()?;
    Some(lang.text(rule).to_owned())
}

fn hold_source(snapshot: &Snapshot, hold: &Hold, lang: Lang) -> Option<SourceView> {
    cited(snapshot, &hold.published.as_ref()?.citation, lang)
}

/// Joins the names of the first [`MOST_NAMES`] blocks and counts the rest.
pub(super) fn names(snapshot: &Snapshot, indices: &[usize], lang: Lang) -> String {
    let name = |&index: &usize| snapshot.blocks.get(index).map(|it: &Block| block_name(it, lang));
    let named = indices.iter().take(MOST_NAMES).filter_map(name).collect::<Vec<_>>().join(", ");
    match u32::try_from(indices.len().saturating_sub(MOST_NAMES)) {
        Ok(more @ 1..) => {
            let more = format::blocks(more, lang);
            why_words::AND_MORE.fill(lang, &[("holds", &named), ("more", &more)])
        }
        _ => named,
    }
}

/// Lists each accelerator that is asked for and only announced, with its purchases.
pub(super) fn announced(scenario: &Scenario, request: &Request, lang: Lang) -> Vec<Ground> {
    let snapshot = &scenario.snapshot;
    let mut grounds = Vec::new();
    for id in request.accelerators.iter().filter(|id| snapshot.is_announced(id)) {
        for purchase in snapshot.purchases.iter().filter(|it| it.accelerator == *id) {
            let gpus = format::gpus(purchase.bought_gpus, lang);
            let service = purchase.service.as_ref().map_or("", |it| lang.text(it));
            let entry = match service {
                "" => words::ANNOUNCED_PURCHASE_UNDATED,
                _ => words::ANNOUNCED_PURCHASE,
            };
            let values = [
                ("accelerator", accelerator_name(snapshot, id, lang)),
                ("provider", provider_name(snapshot, Some(&purchase.provider), lang)),
                ("gpus", gpus.as_str()),
                ("service", service),
            ];
            grounds.push(Ground {
                tier: None,
                text: entry.fill(lang, &values),
                blocks: String::new(),
                rule: None,
                source: cited(snapshot, &purchase.citation, lang),
            });
        }
    }
    grounds
}
