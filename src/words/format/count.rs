//! Counted things: a number with its unit.

use super::number::integer;
use crate::model::{NodeCount, Term};
use crate::words::lang::Lang;
use core::mem::discriminant;

/// Words of a unit: before and after the number in Korean, after it in English, singular and
/// plural.
struct UnitWords {
    ko: (&'static str, &'static str),
    en: (&'static str, &'static str),
}

// The last sound in Korean is the same for every number, so that the catalogue can put a particle
// behind it: `노드 32대를`, `GPU 8장을`.
const NODES: UnitWords = UnitWords { ko: ("노드 ", "대"), en: (" node", " nodes") };
/// Nodes beside a name that already says nodes.
const BARE_NODES: UnitWords = UnitWords { ko: ("", "대"), en: ("", "") };
const GPUS: UnitWords = UnitWords { ko: ("GPU ", "장"), en: (" GPU", " GPUs") };
const LEAVES: UnitWords = UnitWords { ko: ("리프 ", "개"), en: (" leaf", " leaves") };
const BLOCKS: UnitWords = UnitWords { ko: ("노드 블록 ", "개"), en: (" block", " blocks") };
const HOLDS: UnitWords = UnitWords { ko: ("점유 ", "건"), en: (" hold", " holds") };
const NOTES: UnitWords = UnitWords { ko: ("알아 두실 것 ", "건"), en: (" note", " notes") };
const PROJECTS: UnitWords = UnitWords { ko: ("과제 ", "건"), en: (" project", " projects") };
const APPLICATIONS: UnitWords =
    UnitWords { ko: ("신청서 ", "건"), en: (" application", " applications") };
const HOURS: UnitWords = UnitWords { ko: ("", "시간"), en: (" hour", " hours") };
const DAYS: UnitWords = UnitWords { ko: ("", "일"), en: (" day", " days") };
const MONTHS: UnitWords = UnitWords { ko: ("", "개월"), en: (" month", " months") };
const GPU_HOURS: UnitWords = UnitWords { ko: ("", " GPU시간"), en: (" GPU-hour", " GPU-hours") };

impl UnitWords {
    fn format(&self, number: u64, lang: Lang) -> String {
        self.between(number, number, lang)
    }

    /// Formats a range, or one number if both are equal.
    fn between(&self, low: u64, high: u64, lang: Lang) -> String {
        let mut number = integer(low);
        if low != high {
            number = [&number, lang.pick("~", " to "), &integer(high)].concat();
        }
        let (one, many) = self.en;
        match lang {
            Lang::Ko => [self.ko.0, &number, self.ko.1].concat(),
            // English has the plural for 0 too, and a range goes by its upper end.
            Lang::En => [&*number, if high == 1 { one } else { many }].concat(),
        }
    }
}

/// Formats a number of nodes: `노드 32대`, `1 node`, `32 nodes`.
#[must_use]
pub fn nodes(count: u32, lang: Lang) -> String {
    NODES.format(count.into(), lang)
}

/// Formats a range of nodes: `노드 2~32대`, `2 to 32 nodes`.
#[must_use]
pub fn nodes_between(low: u32, high: u32, lang: Lang) -> String {
    NODES.between(low.into(), high.into(), lang)
}

/// Formats a number of nodes beside a name that already says nodes: `32대`, `32`.
#[must_use]
pub fn node_count(count: u32, lang: Lang) -> String {
    BARE_NODES.format(count.into(), lang)
}

/// Formats nodes beside a name that already says nodes: `4대 (GPU 32장)`,
/// `8 to 40 (64 to 320 GPUs)`; with the GPUs in them if `gpus_per_node` is known.
#[must_use]
pub fn nodes_with_gpus(nodes: NodeCount, gpus_per_node: Option<u32>, lang: Lang) -> String {
    let NodeCount { min, max } = nodes;
    let mut text = BARE_NODES.between(min.into(), max.into(), lang);
    if let Some(gpus_per_node) = gpus_per_node {
        let [low, high] = [min, max].map(|nodes| u64::from(nodes) * u64::from(gpus_per_node));
        text.extend([" (", &GPUS.between(low, high, lang), ")"]);
    }
    text
}

/// Formats nodes, with the GPUs in them if `gpus_per_node` is known: `노드 4대(GPU 32장)`,
/// `4 nodes (32 GPUs)`.
#[must_use]
pub fn nodes_and_gpus(nodes: NodeCount, gpus_per_node: Option<u32>, lang: Lang) -> String {
    let NodeCount { min, max } = nodes;
    let mut text = nodes_between(min, max, lang);
    if let Some(each) = gpus_per_node {
        let gpus = gpus_between(min.saturating_mul(each), max.saturating_mul(each), lang);
        // A particle behind the bracket goes by the word before it: `노드 4대(GPU 32장)를`.
        text.extend([lang.pick("(", " ("), &gpus, ")"]);
    }
    text
}

/// Formats the same for text that is itself in brackets: `노드 4대, GPU 32장`, `4 nodes, 32 GPUs`.
#[must_use]
pub fn nodes_then_gpus(count: u32, gpus_per_node: Option<u32>, lang: Lang) -> String {
    let of_each = |each| [", ", &gpus(count.saturating_mul(each), lang)].concat();
    [nodes(count, lang), gpus_per_node.map(of_each).unwrap_or_default()].concat()
}

/// Formats a range of GPUs: `GPU 40~64장`, `40 to 64 GPUs`.
#[must_use]
pub fn gpus_between(low: u32, high: u32, lang: Lang) -> String {
    GPUS.between(low.into(), high.into(), lang)
}

/// Formats a number of GPUs: `GPU 256장`, `1 GPU`, `256 GPUs`.
#[must_use]
pub fn gpus(count: u32, lang: Lang) -> String {
    GPUS.format(count.into(), lang)
}

/// Formats a number of leaves: `리프 2개`, `1 leaf`, `2 leaves`.
#[must_use]
pub fn leaves(count: u32, lang: Lang) -> String {
    LEAVES.format(count.into(), lang)
}

/// Formats a number of blocks: `노드 블록 5개`, `1 block`, `5 blocks`.
#[must_use]
pub fn blocks(count: u32, lang: Lang) -> String {
    BLOCKS.format(count.into(), lang)
}

/// Formats a number of holds: `점유 5건`, `1 hold`, `5 holds`.
#[must_use]
pub fn holds(count: u32, lang: Lang) -> String {
    HOLDS.format(count.into(), lang)
}

/// Formats a number of notes: `알아 두실 것 3건`, `1 note`, `3 notes`.
#[must_use]
pub fn notes(count: u32, lang: Lang) -> String {
    NOTES.format(count.into(), lang)
}

/// Formats a number of projects: `과제 514건`, `1 project`, `514 projects`.
#[must_use]
pub fn projects(count: u32, lang: Lang) -> String {
    PROJECTS.format(count.into(), lang)
}

/// Formats a number of applications: `신청서 514건`, `1 application`, `514 applications`.
#[must_use]
pub fn applications(count: u32, lang: Lang) -> String {
    APPLICATIONS.format(count.into(), lang)
}

/// Formats a number of hours: `72시간`, `1 hour`, `72 hours`.
#[must_use]
pub fn hours(count: u32, lang: Lang) -> String {
    HOURS.format(count.into(), lang)
}

/// Formats a number of days: `30일`, `1 day`, `30 days`.
#[must_use]
pub fn days(count: u32, lang: Lang) -> String {
    DAYS.format(count.into(), lang)
}

/// Formats a number of months: `3개월`, `1 month`, `3 months`.
#[must_use]
pub fn months(count: u32, lang: Lang) -> String {
    MONTHS.format(count.into(), lang)
}

/// Formats a number of GPU-hours: `18,432 GPU시간`, `1 GPU-hour`, `18,432 GPU-hours`.
#[must_use]
pub fn gpu_hours(count: u64, lang: Lang) -> String {
    GPU_HOURS.format(count, lang)
}

/// Formats a range of terms, with the unit once if it is the same: `3~12개월`, `3 to 12 months`,
/// `14 days to 12 months`.
#[must_use]
pub fn terms_between(low: Term, high: Term, lang: Lang) -> String {
    let unit = |term: Term| match term {
        Term::Hours(_) => &HOURS,
        Term::Days(_) => &DAYS,
        Term::Months(_) => &MONTHS,
    };
    let [least, most] = [low, high].map(|term| u64::from(term.count()));
    if discriminant(&low) == discriminant(&high) {
        return unit(high).between(least, most, lang);
    }
    [&unit(low).format(least, lang), lang.pick("~", " to "), &unit(high).format(most, lang)]
        .concat()
}
