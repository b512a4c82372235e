//! The list as it is shown: ranked, with what each application comes to.

use super::work::Round;
use crate::session::PreparedScenario;
use crate::show::round::{Chances, Decided, Ranking, Row, RowSource, rows, zone};
use crate::words::Lang;
use core::ops::Range;

/// Who stands where in a round, as far as it is decided.
#[must_use]
pub fn ranking(
    round: &Round,
    decided: Option<&Decided>,
    chances: Option<&Chances>,
    lang: Lang,
) -> Ranking {
    let mut places = round.ranked();
    let decided_with = places.len();
    let zone = chances.map(|chances| zone(&places, chances, lang));
    places.extend(round.left_out());
    Ranking::new(places, decided_with, |place| round.application(place), decided, zone)
}

/// The rows at these numbers of a round's ranking, in words.
#[must_use]
pub fn rows_of(
    ranking: &Ranking,
    numbers: Range<usize>,
    prepared: &PreparedScenario,
    round: &Round,
    decided: Option<&Decided>,
    chances: Option<&Chances>,
    lang: Lang,
) -> Vec<Row> {
    let source = RowSource {
        scenario: &prepared.scenario,
        application: &|place| round.application(place),
        is_changed: &|place| round.is_changed(place),
        decided,
        chances,
    };
    rows(ranking, numbers, &source, lang)
}
