//! What simulated rounds came to: counts alone, from which every chance is read.

use super::round::PoolRound;

/// Places in the ranking at which the nodes asked for so far are counted, the beginning aside.
const STATIONS: u32 = 32;

/// The most counts of nodes told apart at a station; more nodes than that share one.
const LEVELS: u32 = 1_024;

/// Counts over the rounds that were simulated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SimulatedOutcome {
    /// Rounds that were simulated.
    pub rounds: u32,
    /// Projects of each.
    pub projects: u32,
    /// Nodes on offer in each.
    pub pool: u32,
    least: u32,
    most: u32,
    /// For each size, from the least on, and each number of places from 0 to `projects`: the rounds
    /// in which a request of this size would have been selected at the first so many places, and at
    /// none behind them.
    places: Vec<u32>,
    /// For each number from 0 to `projects`: rounds in which so many projects were ranked before the
    /// first that was given nothing.
    lines: Vec<u32>,
    /// For each station and level: rounds in which so many nodes were given by then.
    levels: Vec<u32>,
    stations: Stations,
}

/// The places in the ranking at which nodes are counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Stations {
    count: u32,
    /// The last of them.
    last: u32,
    /// Nodes that share a level.
    width: u32,
    /// Levels at each.
    levels: u32,
}

/// So many of the rounds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Proportion {
    /// Rounds in which it was so.
    pub part: u32,
    /// All rounds.
    pub of: u32,
}

/// The nodes given to the first so many projects of the ranking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Level {
    /// So many projects.
    pub rank: u32,
    /// The most nodes in the tenth of the rounds with the fewest.
    pub low: u32,
    /// The most nodes in the half of the rounds with the fewest.
    pub median: u32,
    /// The most nodes in all but the tenth of the rounds with the most.
    pub high: u32,
}

impl Proportion {
    /// From 0 to 1; 0 where there was no round.
    #[must_use]
    pub fn fraction(self) -> f64 {
        if self.of == 0 { 0.0 } else { f64::from(self.part) / f64::from(self.of) }
    }
}

impl SimulatedOutcome {
    /// No round yet.
    pub(super) fn new(round: &PoolRound) -> Self {
        let (least, most) = (round.sizes.least(), round.sizes.most());
        let places = round.projects as usize + 1;
        // Of a pool that fits nobody there is nothing to see.
        let last = round.most_given().saturating_add(1).min(round.projects);
        let width = round.pool / LEVELS + 1;
        let stations =
            Stations { count: STATIONS.min(last), last, width, levels: round.pool / width + 1 };
        let levels = (stations.count as usize + 1) * stations.levels as usize;
        Self {
            rounds: 0,
            projects: round.projects,
            pool: round.pool,
            least,
            most,
            places: vec![0; ((most - least) as usize + 1) * places],
            lines: vec![0; places],
            levels: vec![0; levels],
            stations,
        }
    }

    /// Counts a round in which a request of `size` would have been selected at the first `places`.
    pub(super) fn count_places(&mut self, size: u32, places: u32) {
        let row = (size - self.least) as usize * (self.projects as usize + 1);
        add(&mut self.places, row + places as usize);
    }

    /// Counts a round with so many projects before the first that was given nothing.
    pub(super) fn count_line(&mut self, before: u32) {
        add(&mut self.lines, before as usize);
    }

    /// Counts the nodes given by a station.
    pub(super) fn count_level(&mut self, station: u32, nodes: u32) {
        let stations = self.stations;
        let row = station as usize * stations.levels as usize;
        add(&mut self.levels, row + (nodes / stations.width) as usize);
    }

    /// The place of a station in the ranking; `None` behind the last.
    pub(super) fn station(&self, station: u32) -> Option<u32> {
        self.stations.rank(station)
    }

    /// The chance of a request of this size whose rank nobody knows; `None` for a size that nobody
    /// can ask for, and where no round was simulated.
    #[must_use]
    pub fn chance(&self, size: u32) -> Option<f64> {
        Some(self.moments(size)?.0)
    }

    /// How far the chance may be off because not every round was simulated: one standard error.
    #[must_use]
    pub fn error(&self, size: u32) -> Option<f64> {
        let (mean, square) = self.moments(size)?;
        Some(((square - mean * mean).max(0.0) / f64::from(self.rounds)).sqrt())
    }

    /// In how many rounds a request of this size is selected at this rank, from 1; `None` for a size
    /// or a rank that there is not.
    #[must_use]
    pub fn selected_at(&self, size: u32, rank: u32) -> Option<Proportion> {
        if !(1..=self.projects).contains(&rank) {
            return None;
        }
        let part = self.row(size)?.iter().skip(rank as usize).sum();
        Some(Proportion { part, of: self.rounds })
    }

    /// Where the line lies: so many projects are ranked before the first that is given nothing, or
    /// fewer, in so many thousandths of the rounds. `projects` where all are given nodes.
    #[must_use]
    pub fn line(&self, thousandths: u32) -> u32 {
        quantile(&self.lines, self.rounds, thousandths).unwrap_or(0)
    }

    /// The part of the projects ranked before the first that is given nothing, on average; `None`
    /// where no round was simulated.
    #[must_use]
    pub fn before_line(&self) -> Option<f64> {
        let lines = (0_u64..).zip(&self.lines);
        let sum: u64 = lines.map(|(before, rounds)| before * u64::from(*rounds)).sum();
        let all = f64::from(self.rounds) * f64::from(self.projects);
        (self.rounds > 0).then(|| sum as f64 / all)
    }

    /// The fewest nodes that a project may ask for.
    #[must_use]
    pub const fn least(&self) -> u32 {
        self.least
    }

    /// The most.
    #[must_use]
    pub const fn most(&self) -> u32 {
        self.most
    }

    /// In how many rounds all projects were given nodes, so that there was no line.
    #[must_use]
    pub fn without_line(&self) -> Proportion {
        Proportion { part: self.lines.last().copied().unwrap_or(0), of: self.rounds }
    }

    /// How nodes add up along the ranking, from rank 0 on. Behind the line it stays at the pool.
    #[must_use]
    pub fn levels(&self) -> Vec<Level> {
        let Stations { count, width, levels, .. } = self.stations;
        let rows = self.levels.chunks((levels as usize).max(1));
        let level = |(station, row): (u32, &[u32])| {
            let nodes = |thousandths| {
                let level = quantile(row, self.rounds, thousandths).unwrap_or(0);
                // Exact where each level is one count of nodes.
                (level * width).saturating_add(width - 1).min(self.pool)
            };
            let rank = self.stations.rank(station)?;
            Some(Level { rank, low: nodes(100), median: nodes(500), high: nodes(900) })
        };
        (0..=count).zip(rows).filter_map(level).collect()
    }

    /// The mean of the share of places at which a size is selected, and the mean of its square.
    fn moments(&self, size: u32) -> Option<(f64, f64)> {
        let row = self.row(size).filter(|_| self.rounds > 0)?;
        let (mut sum, mut squares) = (0.0, 0.0);
        for (places, rounds) in row.iter().enumerate() {
            let share = places as f64 / f64::from(self.projects);
            sum += share * f64::from(*rounds);
            squares += share * share * f64::from(*rounds);
        }
        let rounds = f64::from(self.rounds);
        Some((sum / rounds, squares / rounds))
    }

    /// The counts of a size.
    fn row(&self, size: u32) -> Option<&[u32]> {
        let place = size.checked_sub(self.least).filter(|_| size <= self.most)? as usize;
        let length = self.projects as usize + 1;
        self.places.get(place * length..(place + 1) * length)
    }
}

impl Stations {
    fn rank(&self, station: u32) -> Option<u32> {
        if station > self.count {
            return None;
        }
        let rank = u64::from(station) * u64::from(self.last) / u64::from(self.count.max(1));
        u32::try_from(rank).ok()
    }
}

fn add(counts: &mut [u32], place: usize) {
    if let Some(count) = counts.get_mut(place) {
        *count += 1;
    }
}

/// The first value that as many rounds lie at or below.
fn quantile(counts: &[u32], rounds: u32, thousandths: u32) -> Option<u32> {
    let wanted = (u64::from(rounds) * u64::from(thousandths)).div_ceil(1_000).max(1);
    let mut sum = 0;
    for (value, count) in (0..).zip(counts) {
        sum += u64::from(*count);
        if sum >= wanted {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_are_the_first_that_enough_lie_below() {
        let counts = [0, 1, 0, 8, 1];
        let of = |thousandths| quantile(&counts, 10, thousandths);
        assert_eq!(
            [0, 100, 101, 500, 900, 901, 1_000].map(of),
            [Some(1), Some(1), Some(3), Some(3), Some(3), Some(4), Some(4)]
        );
        assert_eq!(quantile(&[0, 0], 0, 500), None);
    }
}
