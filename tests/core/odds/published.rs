//! What the published sums of call 25-1 say, and what they leave open.

use super::{outcome, snapshot, sums};
use jari::model::{Call, read};
use jari::odds::{Demand, PoolQueueing, RoundSums, by_accelerator, wilson};
use std::sync::Arc;

fn call(snapshot: &jari::model::Snapshot) -> &Call {
    snapshot.call("25-1").unwrap()
}

#[test]
fn the_sums_are_those_of_the_file() {
    let snapshot = snapshot();
    let (latest, sums) = RoundSums::latest(&snapshot).unwrap();
    assert_eq!(latest.id, "25-1");
    assert_eq!(
        sums,
        RoundSums {
            projects_asked: 514,
            nodes_asked: 1_714,
            projects_given: 159,
            nodes_given: 528,
            pool: 542,
            least: 2,
            most: 32,
        }
    );
    assert_eq!(sums, RoundSums::CALL_25_1);
    let with_results = snapshot.calls.iter().filter(|call| RoundSums::of_call(call).is_some());
    assert_eq!(with_results.count(), 1);
}

/// A call without results is told by those published last.
#[test]
fn a_call_without_results_takes_those_of_the_last_that_has_any() {
    let snapshot = snapshot();
    for id in [None, Some("25-1"), Some("beta"), Some("nope")] {
        let (call, _) = RoundSums::of_call_or_latest(&snapshot, id).unwrap();
        assert_eq!(call.id, "25-1", "{id:?}");
    }
    // An operator's own round, published before.
    let mut two = snapshot.clone();
    let mut own = call(&snapshot).clone();
    own.id = "own".to_owned();
    own.results.as_mut().unwrap().published = None;
    Arc::make_mut(&mut two.calls).push(own);
    let id = |asked| RoundSums::of_call_or_latest(&two, asked).unwrap().0.id.clone();
    assert_eq!([id(None), id(Some("own"))], ["25-1", "own"]);
}

/// Whole percents, as the page tells them: 29.9 is 30.
#[test]
fn every_size_has_a_chance_of_30_to_32_of_100() {
    let outcome = outcome(Demand::Same, PoolQueueing::Stop);
    let mut before = 1.0;
    for size in 2..=32 {
        let chance = outcome.chance(size).unwrap();
        assert!((30.0..=32.0).contains(&(chance * 100.0).round()), "{size}: {chance}");
        assert!((0.297..0.320).contains(&chance), "{size}: {chance}");
        assert!(chance < before, "{size}: {chance}");
        before = chance;
    }
    assert_eq!([1, 33].map(|size| outcome.chance(size)), [None; 2]);
}

#[test]
fn more_or_less_demand_gives_21_and_42_of_100() {
    for (demand, wanted) in
        [(Demand::Same, 31.0), (Demand::HalfMore, 21.0), (Demand::QuarterLess, 42.0)]
    {
        let outcome = outcome(demand, PoolQueueing::Stop);
        let share = outcome.before_line().unwrap() * 100.0;
        assert!((share - wanted).abs() <= 1.0, "{demand:?}: {share}");
        // Nine of ten requests ask for no more than 8 nodes.
        for size in 2..=8 {
            let chance = outcome.chance(size).unwrap() * 100.0;
            assert!((chance - wanted).abs() <= 1.0, "{demand:?}, {size}: {chance}");
        }
    }
}

/// The rule by which nobody behind the first that does not fit is given nodes is the one that the
/// published sums allow, were there one pool: with 14 nodes left, 355 projects were turned away that
/// had asked for 3.3 on average, so some of them for fewer than 15.
#[test]
fn had_smaller_ones_been_let_in_no_14_nodes_were_left() {
    let sums = sums();
    let (left, refused) = (sums.pool - sums.nodes_given, sums.projects_asked - sums.projects_given);
    let refused_nodes = sums.nodes_asked - sums.nodes_given;
    assert_eq!((left, refused, refused_nodes), (14, 355, 1_186));
    assert!(refused_nodes < refused * (left + 1));
}

/// The published line lies where simulated ones do, and the mean of what was given is that of what
/// was asked: nothing says that small requests win more often.
#[test]
fn the_published_line_is_among_the_simulated_ones() {
    let outcome = outcome(Demand::Same, PoolQueueing::Stop);
    let [low, median, high] = [100, 500, 900].map(|thousandths| outcome.line(thousandths));
    assert_eq!((low, median, high), (154, 162, 171));
    assert!((low..=high).contains(&sums().projects_given));
    let (asked, given) = (sums().mean_asked(), sums().mean_given().unwrap());
    assert!((asked - 3.335).abs() < 0.001 && (given - 3.321).abs() < 0.001, "{asked} {given}");
}

#[test]
fn the_sums_leave_the_chance_of_each_accelerator_open() {
    let bounds = by_accelerator(call(&snapshot()));
    let told: Vec<_> = bounds
        .iter()
        .map(|it| (&*it.accelerator, it.pool, (it.low * 1_000.0).round(), it.high))
        .collect();
    assert_eq!(told, [("h200", 287, 187.0, 1.0), ("b200", 255, 169.0, 1.0)]);
}

#[test]
fn the_sentence_says_27_to_35() {
    let sums = sums();
    let interval = wilson(sums.projects_given, sums.projects_asked).unwrap();
    let percent = [interval.low, interval.share, interval.high].map(|it| (it * 100.0).round());
    assert_eq!(percent, [27.0, 31.0, 35.0]);
}

/// An operator's own call has its own odds; one that contradicts itself has none.
#[test]
fn results_that_cannot_be_have_no_odds() {
    let text = include_str!("../../../public/capacity.json");
    for (from, to, has_odds) in [
        (r#""nodes_asked": 1714"#, r#""nodes_asked": 1720"#, true),
        (r#""nodes_asked": 1714"#, r#""nodes_asked": 1027"#, false),
        (r#""nodes_asked": 1714"#, r#""nodes_asked": 16449"#, false),
        (r#""projects_applied": 514"#, r#""projects_applied": 0"#, false),
        (r#""projects_applied": 514"#, r#""projects_applied": 158"#, false),
        (r#""nodes_awarded": 528"#, r#""nodes_awarded": 543"#, false),
        (r#""nodes_offered": 542"#, r#""nodes_offered": 0"#, false),
    ] {
        assert!(text.contains(from), "{from}");
        let snapshot = read(text.replace(from, to).as_bytes()).unwrap().snapshot;
        assert_eq!(RoundSums::of_call(call(&snapshot)).is_some(), has_odds, "{to}");
    }
}

/// The table of the text says what the simulation gives, to a tenth of a point.
#[test]
fn the_figures_of_the_text_are_those_of_the_simulation() {
    let text = include_str!("../../../docs/odds.md");
    let outcomes = Demand::ALL.map(|demand| outcome(demand, PoolQueueing::Stop));
    let row = |name: &str, chance: &dyn Fn(&jari::odds::SimulatedOutcome) -> f64| {
        let cells: Vec<String> =
            outcomes.iter().map(|it| format!("{:.1}", chance(it) * 100.0)).collect();
        let row = format!("| {name} | {} |", cells.join(" | "));
        assert!(text.contains(&row), "{row}");
    };
    for size in [2, 4, 8, 16, 32] {
        row(&size.to_string(), &|outcome| outcome.chance(size).unwrap());
    }
    row("projects before the line", &|outcome| outcome.before_line().unwrap());
}
