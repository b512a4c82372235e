//! A synthetic year of allocations, so that time matters where no holds are published.
//!
//! It is always labelled as synthetic. The sizes follow the limits of the calls (2 to 32 nodes),
//! the lengths follow usual projects (1 to 6 months); no real allocation is used.

use super::hold::{Hold, HoldNodes};
use super::nodes::{NodeRange, NodeRanges};
use super::snapshot::Snapshot;
use super::text::Text;
use super::time::{Civil, Hour};

const HOURS_PER_DAY: u32 = 24;
/// Most days by which an allocation may begin before the first day of the year.
const DAYS_BEFORE: u64 = 150;

/// Returns synthetic named holds on every block for the year that follows `from`.
///
/// Equal input gives equal holds. Blocks of any size are filled; the number of holds grows with the
/// number of nodes, about one for every two nodes.
#[must_use]
pub fn busy_year(snapshot: &Snapshot, from: Hour) -> Vec<Hold> {
    let Civil { year, month, day, .. } = from.civil();
    let first_day = Hour::of_date(year, month, day).unwrap_or(from);
    let last_day = first_day.plus(365 * HOURS_PER_DAY);
    let mut holds = Vec::new();
    for (block_index, block) in snapshot.blocks.iter().enumerate() {
        // 0x6A61_7269 is "jari" in ASCII; the block index gives each block its own sequence.
        let mut random = SplitMix(0x6A61_7269 ^ block_index as u64);
        let mut node = 1;
        while node <= block.nodes() {
            let wanted = [2, 4, 4, 8, 8, 16, 16, 32];
            let last = (node + random.pick(&wanted) - 1).min(block.nodes());
            let nodes = NodeRanges::from_ranges(vec![NodeRange { first: node, last }]);
            // The same range of nodes is used by one hold after the other, with gaps between them.
            let mut hour = first_day.plus_days(-(random.below(DAYS_BEFORE) as i32));
            while hour < last_day {
                let until = hour.plus((30 + random.below(150) as u32) * HOURS_PER_DAY);
                if until > first_day {
                    holds.push(Hold {
                        block_index,
                        nodes: HoldNodes::Named(nodes.clone()),
                        from: hour,
                        until,
                        label: label(holds.len() + 1),
                        published: None,
                    });
                }
                hour = until.plus(random.pick(&[0, 0, 0, 7, 14, 30, 100]) * HOURS_PER_DAY);
            }
            node = last + 1;
        }
    }
    holds
}

fn label(number: usize) -> Text {
    Text { ko: format!("합성 점유 {number}"), en: format!("Synthetic hold {number}") }
}

/// SplitMix64 generator (Steele, Lea and Flood 2014): small, seeded, and good enough for an
/// example.
struct SplitMix(u64);

impl SplitMix {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// Returns a number in `0..end`; an `end` of 0 counts as 1.
    fn below(&mut self, end: u64) -> u64 {
        self.next() % end.max(1)
    }

    fn pick(&mut self, from: &[u32]) -> u32 {
        let index = self.below(from.len() as u64) as usize;
        from.get(index).copied().unwrap_or(1)
    }
}
