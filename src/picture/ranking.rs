//! Nodes granted along a ranking, over simulated rounds, as plain geometry.
//!
//! The line of the ranking lies where the granted nodes reach the pool.

use crate::odds::SimulatedOutcome;
use crate::picture::svg_path::SvgPath;
use crate::picture::time_axis::WIDTH;
use crate::words::catalogue::odds as words;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::table::{Column, Table, Value};

/// Height of the picture, in pixels.
pub const HEIGHT: u32 = 200;

/// Allowed distances between the marks of an axis, times a power of ten.
const STEPS: [u32; 3] = [1, 2, 5];
/// Most marks of an axis.
const MOST_MARKS: u32 = 6;

/// Picture of simulated rounds; x in ten-thousandths of the width, y in pixels from the top.
#[derive(Clone, PartialEq, Debug)]
pub struct RankingPicture {
    /// Band from the 10th to the 90th percentile of the rounds, as SVG path data.
    pub band: String,
    /// Line of the median.
    pub line: String,
    /// Range of x in which the line of the ranking lies in eight of ten rounds; `None` if all
    /// projects get nodes in more than nine of ten.
    pub zone: Option<(u32, u32)>,
    /// The reader's own rank with its words, if it is on the picture.
    pub own_rank: Option<(u32, String)>,
    /// Distance of the pool from the top, with its words.
    pub pool: (u32, String),
    /// Marks of the ranks.
    pub ranks: Vec<(u32, String)>,
    /// Marks of the nodes, from the bottom.
    pub nodes: Vec<(u32, String)>,
    /// Table of the same content.
    pub table: Table,
}

/// Lays out simulated rounds; `own_rank` is the reader's rank, if given.
#[must_use]
pub fn ranking(outcome: &SimulatedOutcome, own_rank: Option<u32>, lang: Lang) -> RankingPicture {
    let levels = outcome.levels();
    let last = levels.last().map_or(1, |level| level.rank).max(1);
    // A tenth above the pool, to leave room for its words.
    let top = u64::from(outcome.pool.max(1)) * 11 / 10 + 1;
    let x = |rank: u32| scaled(rank.into(), last.into(), WIDTH);
    let y = |nodes: u32| HEIGHT - scaled(nodes.into(), top, HEIGHT);

    let mut line = SvgPath::default();
    line.row(levels.iter().map(|level| (x(level.rank), y(level.median))));
    let mut band = SvgPath::default();
    let below = levels.iter().map(|level| (x(level.rank), y(level.low)));
    // In reverse, so that the outline runs around the band.
    let above = levels.iter().rev().map(|level| (x(level.rank), y(level.high)));
    band.row(below.chain(above));
    band.close();

    let [low, high] = [100, 900].map(|thousandths| outcome.line(thousandths));
    let own_rank = own_rank.filter(|rank| (1..=last).contains(rank)).map(|rank| {
        let text = format::integer(rank.into());
        (x(rank), words::OWN_MARK.fill(lang, &[("rank", &text)]))
    });
    let pool = words::POOL.fill(lang, &[("nodes", &format::nodes(outcome.pool, lang))]);
    let marks = |most: u32, place: &dyn Fn(u32) -> u32| {
        marks(most).map(|mark| (place(mark), format::integer(mark.into()))).collect()
    };
    RankingPicture {
        band: band.0,
        line: line.0,
        zone: (low < outcome.projects).then(|| (x(low), x(high))),
        own_rank,
        pool: (y(outcome.pool), pool),
        ranks: marks(last, &x),
        nodes: marks(outcome.pool, &y),
        table: table(outcome, lang),
    }
}

fn table(outcome: &SimulatedOutcome, lang: Lang) -> Table {
    let levels = outcome.levels();
    let column = |head: &str, value: &dyn Fn(&crate::odds::Level) -> u32| {
        Column::new(head, levels.iter().map(|level| Value::Count(value(level).into())))
    };
    Table {
        caption: words::LINE_TABLE.get(lang).to_owned(),
        columns: vec![
            column(words::RANK.get(lang), &|level| level.rank),
            column(words::LOW.get(lang), &|level| level.low),
            column(words::MEDIAN.get(lang), &|level| level.median),
            column(words::HIGH.get(lang), &|level| level.high),
        ],
        lang,
    }
}

/// Returns the position of a value along `length`, rounded; values above `most` lie at its end.
fn scaled(value: u64, most: u64, length: u32) -> u32 {
    let place = (value * u64::from(length) + most / 2) / most.max(1);
    u32::try_from(place).unwrap_or(length).min(length)
}

/// Returns round numbers from 0 up to `most`.
fn marks(most: u32) -> impl Iterator<Item = u32> {
    let mut step = 1;
    'found: for power in 0..9 {
        for digit in STEPS {
            step = digit * 10_u32.pow(power);
            if most / step < MOST_MARKS {
                break 'found;
            }
        }
    }
    (0..=most / step).map(move |count| count * step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::odds::{Prospect, RoundSums};

    fn outcome() -> SimulatedOutcome {
        Prospect::new(RoundSums::CALL_25_1, 1_000, 1).unwrap().run().same().clone()
    }

    #[test]
    fn the_line_lies_where_the_nodes_reach_the_pool() {
        let outcome = outcome();
        let picture = ranking(&outcome, Some(80), Lang::En);
        let (from, to) = picture.zone.unwrap();
        // The number of ranks is 272.
        assert!((5_500..6_000).contains(&from) && (6_000..6_500).contains(&to), "{from} {to}");
        let (x, text) = picture.own_rank.unwrap();
        assert_eq!((x, &*text), (2_941, "this rank 80"));
        let ranks: Vec<&str> = picture.ranks.iter().map(|mark| &*mark.1).collect();
        assert_eq!(ranks, ["0", "50", "100", "150", "200", "250"]);
        assert_eq!(picture.nodes.last(), Some(&(HEIGHT - 168, "500".to_owned())));
        assert!(picture.line.starts_with("M0 200L") && picture.band.ends_with('z'));
        assert_eq!(picture.table.rows(), 33);
        assert_eq!(picture.table.texts().last().unwrap(), &["272", "542", "542", "542"]);
    }

    #[test]
    fn a_rank_off_the_picture_has_no_mark() {
        let outcome = outcome();
        for rank in [0, 273, u32::MAX] {
            assert_eq!(ranking(&outcome, Some(rank), Lang::Ko).own_rank, None);
        }
    }

    #[test]
    fn marks_are_round_and_few() {
        for (most, wanted) in
            [(0, vec![0]), (5, vec![0, 1, 2, 3, 4, 5]), (542, vec![0, 100, 200, 300, 400, 500])]
        {
            assert_eq!(marks(most).collect::<Vec<_>>(), wanted);
        }
        assert!(marks(u32::MAX).count() < 30);
    }
}
