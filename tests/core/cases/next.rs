//! A snapshot and the one that comes after it.

use jari::model::{Hold, Hour, Request, Snapshot, Text};
use std::sync::Arc;

use super::random::{any, hold_nodes};
use super::{Case, Random, block};

/// Two snapshots, one after the other, and what is asked of both.
#[derive(Clone)]
pub struct Pair {
    pub old: Snapshot,
    pub new: Snapshot,
    pub request: Request,
}

/// A case of any kind, and what became of its snapshot.
pub fn pair(seed: u64) -> Pair {
    let Case { snapshot: old, mut request } = any(seed);
    let random = &mut Random::new(!seed);
    let mut new = old.clone();
    change_holds(random, &mut new, &request);
    for block in &mut new.blocks {
        if random.percent(25) {
            block.available_from = random.percent(50).then(|| near(random, &request));
        }
        if random.percent(3) {
            block.leaves.push(random.within(1, 6));
        }
        if random.percent(1) {
            block.accelerator = "b200".into();
        }
    }
    if random.percent(10) {
        request.blocks = None;
        change_blocks(random, &mut new);
    }
    for size in Arc::make_mut(&mut new.calls).iter_mut().flat_map(|call| &mut call.sizes) {
        if random.percent(10) {
            size.min_nodes = random.within(1, size.max_nodes);
        }
    }
    Pair { old, new, request }
}

/// Some end earlier or later, some go, some come; labels and order mean nothing.
fn change_holds(random: &mut Random, new: &mut Snapshot, request: &Request) {
    let percent = *random.one_of(&[0, 10, 40]);
    new.holds.retain(|_| !random.percent(percent));
    for hold in &mut new.holds {
        if random.percent(percent) && hold.until != Hour::MAX {
            hold.until = hold.from.max(Hour::EARLIEST).plus(random.within(1, 300));
        }
        if random.percent(20) {
            hold.label = Text { ko: "이름만".into(), en: "only a name".into() };
        }
    }
    for _ in 0..*random.one_of(&[0, 1, 6]) {
        let index = random.within(0, new.blocks.len() as u32 - 1) as usize;
        let nodes = new.blocks[index].nodes();
        let counted = random.percent(30);
        let nodes = hold_nodes(random, nodes, nodes.div_ceil(2), counted);
        let from = near(random, request);
        let until = from.plus(random.within(1, 200));
        new.holds.push(Hold {
            block_index: index,
            nodes,
            from,
            until,
            label: Text::default(),
            published: None,
        });
    }
    for index in 1..new.holds.len() {
        new.holds.swap(index, random.within(0, index as u32) as usize);
    }
}

/// The last block goes, or another one comes.
fn change_blocks(random: &mut Random, new: &mut Snapshot) {
    if random.percent(50) && new.blocks.len() > 1 {
        new.blocks.pop();
        new.holds.retain(|hold| hold.block_index < new.blocks.len());
    } else {
        new.blocks.push(block("another", "h200", &[4, random.within(1, 9)], None));
    }
}

/// An hour about that of the earliest start.
fn near(random: &mut Random, request: &Request) -> Hour {
    Hour::new(request.not_before.number() - 50).plus(random.within(0, 200)).min(Hour::LATEST)
}
