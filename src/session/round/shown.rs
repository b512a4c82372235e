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
    let mut places = round.ranked();
    let decided_with = places.len();
    let zone = chances.map(|chances| zone(&places, chances, lang));
    places.extend(round.left_out());
    RankedList::new(places, decided_with, |place| round.application(place), decided, zone)
}

/// Returns the rows of a ranking with these indices, in words.
#[must_use]
pub fn rows_of(
    ranking: &RankedList,
    numbers: Range<usize>,
    prepared: &PreparedScenario,
    round: &RoundState,
    decided: Option<&RoundResult>,
    chances: Option<&Chances>,
    lang: Lang,
) -> Vec<RoundRow> {
    let source = RowSource {
        scenario: &prepared.scenario,
        application: &|place| round.application(place),
        is_changed: &|place| round.is_changed(place),
        decided,
        chances,
    };
    rows(ranking, numbers, &source, lang)
}
