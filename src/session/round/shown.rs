//! List as it is shown: ranked, with the result of each application.

use super::state::RoundState;
use crate::session::PreparedScenario;
use crate::show::round::{Chances, RankedList, RoundResult, RoundRow, RowSource, rows, zone};
use crate::words::Lang;
use core::ops::Range;

/// Returns the ranking of a round, as far as it is decided.
#[must_use]
pub fn ranking(
    round: &RoundState,
    decided: Option<&RoundResult>,
    chances: Option<&Chances>,
    lang: Lang,
) -> RankedList {
    let mut indices = round.ranked();
    let decided_with = indices.len();
    let zone = chances.map(|chances| zone(&indices, chances, lang));
    indices.extend(round.left_out());
    RankedList::new(indices, decided_with, |index| round.application(index), decided, zone)
}

/// Returns the rows at these positions in a ranking, in words.
#[must_use]
pub fn rows_of(
    ranking: &RankedList,
    positions: Range<usize>,
    prepared: &PreparedScenario,
    round: &RoundState,
    decided: Option<&RoundResult>,
    chances: Option<&Chances>,
    lang: Lang,
) -> Vec<RoundRow> {
    let source = RowSource {
        scenario: &prepared.scenario,
        application: &|index| round.application(index),
        is_changed: &|index| round.is_changed(index),
        decided,
        chances,
    };
    rows(ranking, positions, &source, lang)
}
