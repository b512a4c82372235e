//! Counts over simulated rounds, from which every chance is computed.

use super::round::PoolRound;

/// Ranks at which the nodes awarded so far are counted, not including rank 0.
const STATIONS: u32 = 32;

/// Maximum number of histogram levels per station; in a larger pool several node counts share a
/// level.
const LEVELS: u32 = 1_024;

/// Counts over the simulated rounds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SimulatedOutcome {
    /// Number of simulated rounds.
    pub rounds: u32,
    /// Projects in each round.
    pub projects: u32,
    /// Nodes on offer in each round.
    pub pool: u32,
    least: u32,
    most: u32,
    /// Rounds by size (from `least` on) and number of ranks (0 to `projects`): the rounds in which
    /// a request of this size would have been selected at exactly that many of the first ranks, and
    /// at none behind them.
    selected: Vec<u32>,
    /// Rounds by number of projects (0 to `projects`) ranked before the first one that was awarded
    /// nothing.
    lines: Vec<u32>,
    /// Rounds by station and level: a histogram of the nodes awarded by that station.
    levels: Vec<u32>,
    stations: Stations,
}

/// Ranks at which the awarded nodes are counted: `count` of them after rank 0, evenly spaced.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct Stations {
    count: u32,
    /// Rank of the last station.
    last: u32,
    /// Node counts that share one level.
    width: u32,
    /// Levels per station.
    levels: u32,
}

/// Number of rounds out of all rounds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Proportion {
    /// Rounds in which the event occurred.
    pub part: u32,
    /// All rounds.
    pub whole: u32,
}

/// Nodes awarded to the first `rank` projects, as quantiles over the rounds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Level {
    /// Number of projects, counted from the top of the ranking.
    pub rank: u32,
    /// 10 % quantile of the nodes.
    pub low: u32,
    /// Median of the nodes.
    pub median: u32,
    /// 90 % quantile of the nodes.
    pub high: u32,
}

impl Proportion {
    /// Returns the share from 0 to 1; 0 if there was no round.
    #[must_use]
    pub fn fraction(self) -> f64 {
        if self.whole == 0 { 0.0 } else { f64::from(self.part) / f64::from(self.whole) }
    }
}

impl SimulatedOutcome {
    /// Creates an outcome with all counts at zero.
    pub(super) fn new(round: &PoolRound) -> Self {
        let (least, most) = (round.sizes.least(), round.sizes.most());
        let row = round.projects as usize + 1;
        // One rank behind the most projects that the pool can hold; for a pool that fits nobody
        // there is nothing to see beyond that.
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
            selected: vec![0; ((most - least) as usize + 1) * row],
            lines: vec![0; row],
            levels: vec![0; levels],
            stations,
        }
    }

    /// Counts a round in which a request of `size` would have been selected at exactly the first
    /// `ranks` ranks.
    pub(super) fn count_selected(&mut self, size: u32, ranks: u32) {
        let row = (size - self.least) as usize * (self.projects as usize + 1);
        add(&mut self.selected, row + ranks as usize);
    }

    /// Counts a round with `before` projects ranked before the first one that was awarded nothing.
    pub(super) fn count_line(&mut self, before: u32) {
        add(&mut self.lines, before as usize);
    }

    /// Counts a round in which `nodes` nodes were awarded by `station`.
    pub(super) fn count_level(&mut self, station: u32, nodes: u32) {
        let stations = self.stations;
        let row = station as usize * stations.levels as usize;
        add(&mut self.levels, row + (nodes / stations.width) as usize);
    }

    /// Returns the rank of a station; `None` behind the last station.
    pub(super) fn station(&self, station: u32) -> Option<u32> {
        self.stations.rank(station)
    }

    /// Returns the chance of a request of `size` nodes whose rank is unknown; `None` if nobody can
    /// ask for this size, or if no round was simulated.
    #[must_use]
    pub fn chance(&self, size: u32) -> Option<f64> {
        Some(self.moments(size)?.0)
    }

    /// Returns the standard error of the chance that stems from the finite number of simulated
    /// rounds.
    #[must_use]
    pub fn error(&self, size: u32) -> Option<f64> {
        let (mean, square) = self.moments(size)?;
        Some(((square - mean * mean).max(0.0) / f64::from(self.rounds)).sqrt())
    }

    /// Returns the number of rounds in which a request of `size` nodes is selected at the 1-based
    /// `rank`; `None` if the size or the rank is out of range.
    #[must_use]
    pub fn selected_at(&self, size: u32, rank: u32) -> Option<Proportion> {
        if !(1..=self.projects).contains(&rank) {
            return None;
        }
        let part = self.row(size)?.iter().skip(rank as usize).sum();
        Some(Proportion { part, whole: self.rounds })
    }

    /// Returns a quantile of the line: the smallest number of projects such that in at least
    /// `thousandths` of 1,000 rounds no more are ranked before the first one that is awarded
    /// nothing.
    ///
    /// It is `projects` if all are awarded nodes.
    #[must_use]
    pub fn line(&self, thousandths: u32) -> u32 {
        quantile(&self.lines, self.rounds, thousandths).unwrap_or(0)
    }

    /// Returns the mean share of the projects that are ranked before the first one that is awarded
    /// nothing; `None` if no round was simulated.
    #[must_use]
    pub fn before_line(&self) -> Option<f64> {
        let lines = (0_u64..).zip(&self.lines);
        let sum: u64 = lines.map(|(before, rounds)| before * u64::from(*rounds)).sum();
        let all = f64::from(self.rounds) * f64::from(self.projects);
        (self.rounds > 0).then(|| sum as f64 / all)
    }

    /// Returns the fewest nodes that a project may ask for.
    #[must_use]
    pub const fn least(&self) -> u32 {
        self.least
    }

    /// Returns the most nodes that a project may ask for.
    #[must_use]
    pub const fn most(&self) -> u32 {
        self.most
    }

    /// Returns the number of rounds in which all projects were awarded nodes, so that there was no
    /// line.
    #[must_use]
    pub fn without_line(&self) -> Proportion {
        Proportion { part: self.lines.last().copied().unwrap_or(0), whole: self.rounds }
    }

    /// Returns the cumulative nodes along the ranking, from rank 0 on; behind the line they stay at
    /// the pool size.
    #[must_use]
    pub fn levels(&self) -> Vec<Level> {
        let Stations { count, width, levels, .. } = self.stations;
        let rows = self.levels.chunks((levels as usize).max(1));
        let level = |(station, row): (u32, &[u32])| {
            let nodes = |thousandths| {
                let level = quantile(row, self.rounds, thousandths).unwrap_or(0);
                // Upper end of the level; exact if each level holds a single node count.
                (level * width).saturating_add(width - 1).min(self.pool)
            };
            let rank = self.stations.rank(station)?;
            Some(Level { rank, low: nodes(100), median: nodes(500), high: nodes(900) })
        };
        (0..=count).zip(rows).filter_map(level).collect()
    }

    /// Returns the mean of the share of ranks at which `size` is selected, and the mean of its
    /// square.
    fn moments(&self, size: u32) -> Option<(f64, f64)> {
        let row = self.row(size).filter(|_| self.rounds > 0)?;
        let (mut sum, mut squares) = (0.0, 0.0);
        for (ranks, rounds) in row.iter().enumerate() {
            let share = ranks as f64 / f64::from(self.projects);
            sum += share * f64::from(*rounds);
            squares += share * share * f64::from(*rounds);
        }
        let rounds = f64::from(self.rounds);
        Some((sum / rounds, squares / rounds))
    }

    /// Returns the counts of one size.
    fn row(&self, size: u32) -> Option<&[u32]> {
        let index = size.checked_sub(self.least).filter(|_| size <= self.most)? as usize;
        let length = self.projects as usize + 1;
        self.selected.get(index * length..(index + 1) * length)
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

fn add(counts: &mut [u32], index: usize) {
    if let Some(count) = counts.get_mut(index) {
        *count += 1;
    }
}

/// Returns the smallest value such that at least `thousandths` of 1,000 rounds lie at or below it.
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
