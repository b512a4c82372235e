//! The zone around the line, in which grants depend on small changes of scores.

use super::decided::Chances;
use crate::words::catalogue::round as words;
use crate::words::format;
use crate::words::lang::Lang;
use core::ops::Range;

/// Ranks whose grants depend on small changes, and how that was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Zone {
    /// Positions in the ranked list from the first to the last of them, end exclusive; empty if
    /// there are none.
    pub positions: Range<usize>,
    /// Explanation of the method.
    pub how: String,
}

/// Returns the zone of a ranking: everything from the first to the last application whose grant
/// depends on the changes.
#[must_use]
pub fn zone(ranked: &[usize], chances: &Chances, lang: Lang) -> Zone {
    let is_close = |index: &usize| chances.given_to(*index).is_some_and(|it| chances.is_close(it));
    let first = ranked.iter().position(is_close).unwrap_or(0);
    let end = ranked.iter().rposition(is_close).map_or(0, |last| last + 1);
    let values = [
        ("most", format::figure(chances.most)),
        ("rounds", format::integer(chances.rounds.into())),
    ];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    Zone { positions: first..end, how: words::CHANCE_HOW.fill(lang, &values) }
}
