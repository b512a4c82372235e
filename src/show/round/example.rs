//! A made-up round to look at, with the published sums of call 25-1.

use crate::model::{
    Application, Hour, NodeCount, Placement, Request, Score, Snapshot, SplitMix64, Term,
};
use crate::odds::{GroupAsk, RoundSums, SyntheticApplication, synthetic_round};
use crate::words::catalogue::round as words;
use crate::words::lang::Lang;

const SEED: u64 = 0x514;
/// Terms that call 25-1 allowed, in months; 6 stands twice, so that it is drawn twice as often.
const TERMS: [u32; 5] = [3, 6, 6, 9, 12];

/// Returns the applications, drawn at random and always the same.
///
/// Their sizes follow the maximum-entropy distribution with the published sums, separately for each
/// group of applicants. Scores and terms are drawn too, and accelerators in proportion to the nodes
/// of the file. All begin on the day on which the first published hold ends, or else at `from`.
#[must_use]
pub fn example(snapshot: &Snapshot, from: Hour, lang: Lang) -> Vec<Application> {
    let from = first_end(snapshot, from).unwrap_or(from);
    let mut numbers = SplitMix64::new(SEED);
    let made =
        synthetic_round(SEED, &RoundSums::CALL_25_1, &GroupAsk::of_call_25_1()).unwrap_or_default();
    let numbered = (1_u32..).zip(made);
    let applications = numbered.filter_map(|(number, SyntheticApplication { size, class })| {
        let number = format!("{number:03}");
        let months = TERMS.get(numbers.next_below(5) as usize).copied().unwrap_or(6);
        let request = Request {
            id: ["S-", &number].concat(),
            accelerators: vec![accelerator(snapshot, numbers.next_below(1_000))?],
            blocks: None,
            nodes: NodeCount::exactly(size),
            term: Term::Months(months),
            not_before: from,
            not_after: None,
            placement: Placement::Any,
            split: None,
            class,
            call: None,
        };
        Some(Application {
            request,
            title: words::EXAMPLE_TITLE.fill(lang, &[("number", &number)]),
            score: Score::new(f64::from(400 + numbers.next_below(600)) / 10.0),
            submitted_at: None,
        })
    });
    applications.collect()
}

/// Returns the first hour from `from` on at which a published hold ends.
fn first_end(snapshot: &Snapshot, from: Hour) -> Option<Hour> {
    let ends = snapshot.holds.iter().filter(|hold| hold.published.is_some());
    ends.map(|hold| hold.until).filter(|until| (from..Hour::MAX).contains(until)).min()
}

/// Draws an accelerator of the file, weighted by the nodes of the blocks without an open-ended
/// hold; `drawn` is below 1000.
fn accelerator(snapshot: &Snapshot, drawn: u32) -> Option<String> {
    let ends = |index: usize| {
        snapshot.holds.iter().all(|hold| hold.block_index != index || hold.until < Hour::MAX)
    };
    let blocks = || snapshot.blocks.iter().enumerate().filter(|(index, _)| ends(*index));
    let all: u64 = blocks().map(|(_, block)| u64::from(block.nodes())).sum();
    let mut node = u64::from(drawn) * all / 1_000;
    for (_, block) in blocks() {
        match node.checked_sub(block.nodes().into()) {
            Some(rest) => node = rest,
            None => return Some(block.accelerator.clone()),
        }
    }
    // Reached only if every block has an open hold: else `node` is below `all`.
    snapshot.blocks.last().map(|block| block.accelerator.clone())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Class, read};

    #[test]
    fn it_has_the_published_sums_and_is_always_the_same() {
        let file = std::fs::read("public/capacity.json").unwrap();
        let snapshot = read(&file).unwrap().snapshot;
        let round = example(&snapshot, snapshot.as_of, Lang::Ko);
        assert_eq!(round.len(), 514);
        let nodes: u32 = round.iter().map(|it| it.request.nodes.max).sum();
        assert_eq!(nodes, 1_714);
        assert!(round.iter().all(|it| (2..=32).contains(&it.request.nodes.max)));
        assert_eq!(round, example(&snapshot, snapshot.as_of, Lang::Ko));
        for id in ["h200", "b200"] {
            assert!(round.iter().any(|it| it.request.accelerators == [id]), "{id}");
        }
        for class in [Class::Industry, Class::Academia, Class::Research] {
            assert!(round.iter().any(|it| it.request.class == class), "{class:?}");
        }
    }
}
