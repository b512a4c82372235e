//! Laws of simulated rounds.

use super::sums;
use jari::odds::{
    Demand, MAX_PROJECTS, PoolQueueing, PoolRound, SimulatedOutcome, Simulation, SizeDistribution,
    TooLarge,
};
use proptest::prelude::*;

fn round(demand: Demand, behind: PoolQueueing) -> PoolRound {
    PoolRound::from_sums(&sums(), demand, behind).unwrap()
}

fn of(round: PoolRound, rounds: u32, seed: u64) -> SimulatedOutcome {
    Simulation::new(round, rounds, seed).unwrap().run()
}

#[test]
fn rounds_come_in_slices_and_do_not_depend_on_them() {
    let mut simulation =
        Simulation::new(round(Demand::Same, PoolQueueing::Stop), 2_000, 3).unwrap();
    let mut slices = 1;
    let mut before = 0;
    while simulation.step() {
        let rounds = simulation.outcome().rounds;
        assert!(rounds > before && rounds < 2_000);
        before = rounds;
        slices += 1;
    }
    assert!(slices > 2, "{slices}");
    let whole = of(round(Demand::Same, PoolQueueing::Stop), 2_000, 3);
    assert_eq!(simulation.outcome(), &whole);
    assert!(!simulation.step());
    assert_eq!(simulation.outcome(), &whole);
}

#[test]
fn the_seed_decides() {
    let same = || of(round(Demand::Same, PoolQueueing::Stop), 500, 1);
    assert_eq!(same(), same());
    assert_ne!(same(), of(round(Demand::Same, PoolQueueing::Stop), 500, 2));
}

#[test]
fn the_levels_rise_to_the_pool() {
    let outcome = of(round(Demand::Same, PoolQueueing::Stop), 2_000, 1);
    let levels = outcome.levels();
    assert_eq!((levels[0].rank, levels[0].low, levels[0].high), (0, 0, 0));
    let last = levels.last().unwrap();
    assert_eq!((last.rank, last.low, last.high), (272, 542, 542));
    for pair in levels.windows(2) {
        assert!(pair[0].rank < pair[1].rank);
        assert!(pair[0].low <= pair[1].low && pair[0].median <= pair[1].median);
        assert!(pair[0].low <= pair[0].median && pair[0].median <= pair[0].high);
    }
    // Half of the way to the line half of the pool is given.
    let half = levels.iter().find(|level| level.rank >= 81).unwrap();
    assert!((260..=300).contains(&half.median), "{half:?}");
}

#[test]
fn where_all_fit_there_is_no_line() {
    let round = PoolRound { projects: 100, ..round(Demand::Same, PoolQueueing::Stop) };
    let outcome = of(round, 1_000, 1);
    assert!(outcome.chance(2).unwrap() > 0.999);
    assert_eq!(outcome.without_line().part, 1_000);
    assert_eq!([100, 900].map(|it| outcome.line(it)), [100, 100]);
    assert_eq!(outcome.levels().last().map(|level| level.rank), Some(100));
}

#[test]
fn what_is_too_large_is_refused() {
    let small = round(Demand::Same, PoolQueueing::Stop);
    let sizes = |least, most| SizeDistribution::new(least, most, 3.0).unwrap();
    for round in [
        PoolRound { projects: 0, ..small.clone() },
        PoolRound { projects: MAX_PROJECTS + 1, ..small.clone() },
        PoolRound { projects: MAX_PROJECTS, sizes: sizes(2, 60), ..small.clone() },
        PoolRound { sizes: sizes(0, 6), ..small.clone() },
    ] {
        assert_eq!(Simulation::new(round, 1, 1).map(|_| ()), Err(TooLarge));
    }
    let largest = PoolRound { projects: MAX_PROJECTS, pool: u32::MAX, ..small };
    assert!(of(largest, 1, 1).chance(2).is_some());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    /// Whatever the round: nothing panics, a larger request and a later rank are never likelier, a
    /// rank is selected or not in each round, and the line is where it must be.
    #[test]
    fn larger_and_later_is_never_likelier(
        projects in 1_u32..60,
        pool in 0_u32..200,
        least in 1_u32..5,
        more in 0_u32..20,
        part in 0.0..=1.0,
        skip: bool,
        seed: u64,
    ) {
        let mean = f64::from(least) + part * f64::from(more);
        let sizes = SizeDistribution::new(least, least + more, mean).unwrap();
        let behind = if skip { PoolQueueing::Skip } else { PoolQueueing::Stop };
        let outcome = of(PoolRound { projects, pool, sizes, behind }, 20, seed);
        let mut larger = vec![0; projects as usize + 1];
        for size in (least..=least + more).rev() {
            let mut before = outcome.rounds;
            let mut sum = 0;
            for rank in 1..=projects {
                let share = outcome.selected_at(size, rank).unwrap();
                prop_assert_eq!(share.whole, 20);
                prop_assert!(share.part <= before && share.part >= larger[rank as usize]);
                prop_assert!(size <= pool || share.part == 0);
                before = share.part;
                larger[rank as usize] = share.part;
                sum += share.part;
            }
            let chance = f64::from(sum) / 20.0 / f64::from(projects);
            prop_assert!((outcome.chance(size).unwrap() - chance).abs() < 1e-9);
            prop_assert_eq!(outcome.selected_at(size, 0), None);
            prop_assert_eq!(outcome.selected_at(size, projects + 1), None);
        }
        prop_assert!(outcome.line(100) <= outcome.line(900));
        prop_assert!(outcome.line(1_000) <= projects);
        prop_assert!(outcome.levels().iter().all(|level| level.high <= pool));
    }
}
