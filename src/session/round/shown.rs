//! The list as it is shown: ranked, with what each application comes to.

use super::work::Round;
use crate::session::PreparedScenario;
use crate::show::round::{Chances, Decided, Ranking, Row, rows, zone};
use crate::words::Lang;

/// The list as it is shown.
#[derive(Clone, PartialEq, Debug)]
pub struct Shown {
    /// Its rows, those that are left out last.
    pub rows: Vec<Row>,
    /// How it was found which places depend on small changes, where it was.
    pub how: Option<String>,
}

impl Shown {
    /// Where the application at a place stands in the list.
    #[must_use]
    pub fn number(&self, place: usize) -> Option<usize> {
        self.rows.iter().position(|row| row.place == place)
    }
}

/// The list of a round, as far as it is decided.
#[must_use]
pub fn shown(
    prepared: &PreparedScenario,
    round: &Round,
    decided: Option<&Decided>,
    chances: Option<&Chances>,
    lang: Lang,
) -> Shown {
    let mut ranked = round.ranked();
    let decided_with = ranked.len();
    let found = chances.map(|chances| (chances, zone(&ranked, chances, lang)));
    ranked.extend(round.left_out());
    let of = Ranking {
        scenario: &prepared.scenario,
        ranked: &ranked,
        decided_with,
        application: &|place| round.application(place),
        is_changed: &|place| round.is_changed(place),
    };
    let rows = rows(&of, decided, found.as_ref().map(|(chances, zone)| (*chances, zone)), lang);
    Shown { rows, how: found.map(|(_, zone)| zone.how) }
}
