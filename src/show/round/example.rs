//! A made-up round to look at, with the published sums of call 25-1.

use crate::model::{
    Application, Class, Hour, NodeCount, Placement, Request, Score, Snapshot, Term,
};
use crate::words::catalogue::round as words;
use crate::words::lang::Lang;

/// How many applications call 25-1 had.
const APPLICATIONS: u32 = 514;
/// How many nodes they asked for.
const NODES: u32 = 1_714;
/// The most nodes of one.
const MOST: u32 = 32;
const SEED: u64 = 0x514;

/// The applications. Drawn at random, always the same: sizes that add up to the published sum,
/// scores, classes, terms, and accelerators as the file has nodes of them. All begin on the day on
/// which published holds end first, else at `from`.
#[must_use]
pub fn example(snapshot: &Snapshot, from: Hour, lang: Lang) -> Vec<Application> {
    let from = first_end(snapshot, from).unwrap_or(from);
    let mut random = SplitMix64(SEED);
    let sizes = sizes(&mut random);
    let numbered = (1_u32..).zip(sizes);
    let made = numbered.filter_map(|(number, nodes)| {
        let number = format!("{number:03}");
        let request = Request {
            id: ["S-", &number].concat(),
            accelerators: vec![accelerator(snapshot, random.below(1_000))?],
            blocks: None,
            nodes: NodeCount::exactly(nodes),
            term: Term::Months([3, 6, 6, 9, 12][random.below(5) as usize % 5]),
            not_before: from,
            not_after: None,
            placement: Placement::Any,
            split: None,
            class: Class::ALL[random.below(4) as usize % 4],
            call: None,
        };
        Some(Application {
            request,
            title: words::EXAMPLE_TITLE.fill(lang, &[("number", &number)]),
            score: Score::new(f64::from(400 + random.below(600)) / 10.0),
            submitted_at: None,
        })
    });
    made.collect()
}

/// Sizes from 1 node on that add up to the published sum: each node beyond the first of each goes to
/// one drawn at random, and more often to one that has some already.
fn sizes(random: &mut SplitMix64) -> Vec<u32> {
    let mut sizes = vec![1_u32; APPLICATIONS as usize];
    let mut left = NODES - APPLICATIONS;
    while left > 0 {
        let drawn = random.below(APPLICATIONS) as usize;
        if let Some(size) = sizes.get_mut(drawn).filter(|size| **size < MOST) {
            let more = (*size).min(left).min(MOST - *size);
            *size += more;
            left -= more;
        }
    }
    sizes
}

/// The first hour from `from` on at which a published hold ends.
fn first_end(snapshot: &Snapshot, from: Hour) -> Option<Hour> {
    let ends = snapshot.holds.iter().filter(|hold| hold.published.is_some());
    ends.map(|hold| hold.until).filter(|until| (from..Hour::MAX).contains(until)).min()
}

/// An accelerator of the file, drawn by how many nodes it has that are not held without an end.
fn accelerator(snapshot: &Snapshot, drawn: u32) -> Option<String> {
    let ends = |place: usize| {
        snapshot.holds.iter().all(|hold| hold.block != place || hold.until < Hour::MAX)
    };
    let blocks = || snapshot.blocks.iter().enumerate().filter(|(place, _)| ends(*place));
    let all: u64 = blocks().map(|(_, block)| u64::from(block.nodes())).sum();
    let mut node = u64::from(drawn) * all / 1_000;
    for (_, block) in blocks() {
        match node.checked_sub(block.nodes().into()) {
            Some(rest) => node = rest,
            None => return Some(block.accelerator.clone()),
        }
    }
    snapshot.blocks.last().map(|block| block.accelerator.clone())
}

/// The generator of Steele, Lea and Flood, "Fast splittable pseudorandom number generators" (2014).
struct SplitMix64(u64);

impl SplitMix64 {
    /// A number below `most`, which is small.
    fn below(&mut self, most: u32) -> u32 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^= mixed >> 31;
        (((mixed >> 32) * u64::from(most)) >> 32) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read;

    #[test]
    fn it_has_the_published_sums_and_is_always_the_same() {
        let file = std::fs::read("public/capacity.json").unwrap();
        let snapshot = read(&file).unwrap().snapshot;
        let round = example(&snapshot, snapshot.as_of, Lang::Ko);
        assert_eq!(round.len(), 514);
        let nodes: u32 = round.iter().map(|it| it.request.nodes.max).sum();
        assert_eq!(nodes, 1_714);
        assert!(round.iter().all(|it| (1..=MOST).contains(&it.request.nodes.max)));
        assert_eq!(round, example(&snapshot, snapshot.as_of, Lang::Ko));
        for id in ["h200", "b200"] {
            assert!(round.iter().any(|it| it.request.accelerators == [id]), "{id}");
        }
        for class in Class::ALL {
            assert!(round.iter().any(|it| it.request.class == class), "{class:?}");
        }
    }
}
