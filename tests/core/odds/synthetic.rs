//! The made-up round.

use super::sums;
use jari::model::Class;
use jari::odds::{GroupAsk, RoundSums, SyntheticApplication, synthetic_round};

fn made(seed: u64) -> Vec<SyntheticApplication> {
    synthetic_round(seed, &sums(), &GroupAsk::of_call_25_1()).unwrap()
}

#[test]
fn it_has_the_published_sums_exactly() {
    for seed in 0..50 {
        let round = made(seed);
        let nodes = |class: fn(Class) -> bool| -> u32 {
            round.iter().filter(|it| class(it.class)).map(|it| it.size).sum()
        };
        assert_eq!(round.len(), 514);
        assert_eq!(nodes(|_| true), 1_714);
        // 8,600 GPUs, and 5,112.
        assert_eq!(nodes(|class| class == Class::Academia) * 8, 8_600);
        assert_eq!(nodes(|class| class != Class::Academia) * 8, 5_112);
        assert!(round.iter().all(|it| (2..=32).contains(&it.size)));
        let count = |class| round.iter().filter(|it| it.class == class).count();
        let counts = [Class::Academia, Class::Industry, Class::Research].map(count);
        assert_eq!(counts, [322, 155, 37]);
    }
}

/// Sizes have the shape of the distribution: 43 of 100 ask for the fewest.
#[test]
fn its_sizes_have_the_shape_of_the_distribution() {
    let smallest: usize =
        (0..50).map(|seed| made(seed).iter().filter(|it| it.size == 2).count()).sum();
    let share = smallest as f64 / (50.0 * 514.0);
    assert!((0.41..0.45).contains(&share), "{share}");
}

#[test]
fn the_seed_decides() {
    assert_eq!(made(1), made(1));
    assert_ne!(made(1), made(2));
}

#[test]
fn what_does_not_add_up_is_none() {
    let ask = |nodes| GroupAsk { classes: vec![(Class::Industry, 1)], nodes };
    assert_eq!(synthetic_round(1, &sums(), &[ask(1_713)]), None);
    assert_eq!(synthetic_round(1, &sums(), &[ask(1_714)]).map(|it| it.len()), Some(514));
    assert_eq!(synthetic_round(1, &sums(), &[]).map(|it| it.len()), Some(514));
    let classless = GroupAsk { classes: Vec::new(), nodes: 1_714 };
    assert_eq!(synthetic_round(1, &sums(), &[classless]), None);
    let huge = RoundSums { projects_asked: 1_000_000, nodes_asked: 3_000_000, ..sums() };
    assert_eq!(synthetic_round(1, &huge, &[]), None);
    // All of one size is a round too.
    let all_alike = RoundSums { nodes_asked: 514 * 32, ..sums() };
    let made = synthetic_round(1, &all_alike, &[]).unwrap();
    assert!(made.iter().all(|it| it.size == 32));
}
