//! Small rounds counted out: every size of every project, in every order.

use super::{agree, share_error};
use jari::odds::{PoolQueueing, PoolRound, Simulation, SizeDistribution};

/// All orders of so many projects.
fn orders(projects: usize) -> Vec<Vec<usize>> {
    if projects == 0 {
        return vec![Vec::new()];
    }
    let mut all = Vec::new();
    for order in orders(projects - 1) {
        for position in 0..projects {
            let mut longer = order.clone();
            longer.insert(position, projects - 1);
            all.push(longer);
        }
    }
    all
}

/// Who is given nodes, by position in the ranking: as an officer would go down the list.
fn decide(ranking: &[u32], pool: u32, behind: PoolQueueing) -> Vec<bool> {
    let (mut left, mut is_closed) = (pool, false);
    let mut given = Vec::new();
    for size in ranking {
        let fits = *size <= left && !is_closed;
        if fits {
            left -= size;
        } else if behind == PoolQueueing::Stop {
            is_closed = true;
        }
        given.push(fits);
    }
    given
}

/// The chances to be selected of the first project, which asks for `own`, at each rank; and the
/// chance that so many come before the first that is given nothing.
fn counted(round: &PoolRound, own: u32) -> (Vec<f64>, Vec<f64>) {
    let projects = round.projects as usize;
    let sizes: Vec<(u32, f64)> = round.sizes.iter().collect();
    let orders = orders(projects);
    let (mut at, mut lines) = (vec![0.0; projects], vec![0.0; projects + 1]);
    for case in 0..sizes.len().pow(round.projects) {
        // The digits of the case's number are the sizes of the projects.
        let asked: Vec<(u32, f64)> = (0..round.projects)
            .map(|project| sizes[case / sizes.len().pow(project) % sizes.len()])
            .collect();
        let chance: f64 = asked.iter().map(|(_, chance)| chance).product();
        for order in &orders {
            let weight = chance / orders.len() as f64;
            let mut ranking: Vec<u32> = order.iter().map(|project| asked[*project].0).collect();
            let given = decide(&ranking, round.pool, round.behind);
            lines[given.iter().position(|given| !given).unwrap_or(projects)] += weight;
            // Whatever the first project drew, it asks for `own`.
            let rank = order.iter().position(|project| *project == 0).unwrap();
            ranking[rank] = own;
            if decide(&ranking, round.pool, round.behind)[rank] {
                at[rank] += weight;
            }
        }
    }
    // Each rank was the first project's in as many orders as any other.
    (at.iter().map(|sum| sum * projects as f64).collect(), lines)
}

fn check(projects: u32, pool: u32, (least, most, mean): (u32, u32, f64), behind: PoolQueueing) {
    let sizes = SizeDistribution::new(least, most, mean).unwrap();
    let round = PoolRound { projects, pool, sizes, behind };
    let outcome = Simulation::new(round.clone(), 20_000, 7).unwrap().run();
    for own in least..=most {
        let case = format!("{projects} of {pool}, {least} to {most}, {mean}, {behind:?}, {own}");
        let (at, lines) = counted(&round, own);
        let exact = at.iter().sum::<f64>() / f64::from(projects);
        let (chance, error) = (outcome.chance(own).unwrap(), outcome.error(own).unwrap());
        assert!(agree(exact, chance, error), "{case}: {exact} {chance} {error}");
        for (rank, exact) in (1..).zip(at) {
            let chance = outcome.selected_at(own, rank).unwrap().fraction();
            let error = share_error(exact, outcome.rounds);
            assert!(agree(exact, chance, error), "{case} at {rank}: {exact} {chance}");
        }
        let mean: f64 = (0..).map(f64::from).zip(&lines).map(|(line, chance)| line * chance).sum();
        let found = outcome.before_line().unwrap() * f64::from(projects);
        assert!((mean - found).abs() < 0.08, "{case}: {mean} {found}");
        let none = lines.last().unwrap();
        let found = outcome.without_line().fraction();
        assert!(agree(*none, found, share_error(*none, outcome.rounds)), "{case}: {none} {found}");
    }
}

#[test]
fn simulated_rounds_agree_with_small_rounds_counted_out() {
    for behind in [PoolQueueing::Stop, PoolQueueing::Skip] {
        check(1, 3, (1, 3, 2.0), behind);
        check(2, 3, (1, 3, 1.5), behind);
        check(3, 5, (2, 4, 2.4), behind);
        check(4, 7, (1, 4, 2.9), behind);
        check(5, 9, (2, 4, 3.7), behind);
        check(5, 2, (2, 4, 2.5), behind);
        check(5, 1, (2, 3, 2.5), behind);
        check(5, 50, (2, 4, 2.5), behind);
        check(6, 12, (2, 4, 3.0), behind);
        check(6, 8, (1, 2, 1.6), behind);
    }
}

/// Else the above would hold for one rule as for the other.
#[test]
fn letting_smaller_ones_in_makes_them_likelier() {
    let sizes = SizeDistribution::new(2, 4, 3.0).unwrap();
    let round = |behind| PoolRound { projects: 6, pool: 9, sizes: sizes.clone(), behind };
    let chance = |behind, own| {
        let (at, _) = counted(&round(behind), own);
        at.iter().sum::<f64>() / 6.0
    };
    assert!(chance(PoolQueueing::Skip, 2) > chance(PoolQueueing::Stop, 2) + 0.05);
}
