//! Sets of nodes as words of 64 bits: node 0 is the lowest bit of the first word.

/// Words that `nodes` bits fill.
pub(super) fn words(nodes: u32) -> usize {
    nodes.div_ceil(64) as usize
}

/// The set of nodes 0 to `nodes`, the last one not included.
pub(super) fn all(nodes: u32) -> Vec<u64> {
    let mut set = vec![0; words(nodes)];
    for_each_mask(0, nodes, |word, mask| {
        if let Some(bits) = set.get_mut(word) {
            *bits |= mask;
        }
    });
    set
}

/// Removes nodes `first` to `end`, the last one not included.
pub(super) fn clear(set: &mut [u64], first: u32, end: u32) {
    for_each_mask(first, end, |word, mask| {
        if let Some(bits) = set.get_mut(word) {
            *bits &= !mask;
        }
    });
}

/// How many nodes the set has.
pub(super) fn count(set: &[u64]) -> u32 {
    set.iter().map(|word| word.count_ones()).sum()
}

/// How many nodes the set has from `first` to `end`, the last one not included.
pub(super) fn count_within(set: &[u64], first: u32, end: u32) -> u32 {
    let mut sum = 0;
    for_each_mask(first, end, |word, mask| {
        sum += set.get(word).map_or(0, |bits| (bits & mask).count_ones());
    });
    sum
}

/// Whether the set has this node.
pub(super) fn contains(set: &[u64], node: u32) -> bool {
    set.get((node / 64) as usize).is_some_and(|word| (word >> (node % 64)) & 1 == 1)
}

/// Keeps only the nodes that `other` has too.
pub(super) fn intersect(set: &mut [u64], other: &[u64]) {
    for (word, other) in set.iter_mut().zip(other) {
        *word &= other;
    }
}

/// Calls `act` with each word that nodes `first..end` touch, and the mask of them in it.
fn for_each_mask(first: u32, end: u32, mut act: impl FnMut(usize, u64)) {
    let mut node = first;
    while node < end {
        let stop = end.min((node / 64 + 1) * 64);
        let mask = (u64::MAX >> (64 - (stop - node))) << (node % 64);
        act((node / 64) as usize, mask);
        node = stop;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_cross_words() {
        let mut set = all(130);
        assert_eq!((set.len(), count(&set)), (3, 130));
        clear(&mut set, 60, 129);
        assert_eq!(count(&set), 61);
        assert_eq!(count_within(&set, 59, 130), 2);
        assert!(contains(&set, 59) && !contains(&set, 60) && contains(&set, 129));
        assert!(!contains(&set, 130) && !contains(&set, u32::MAX));
        clear(&mut set, 0, 0);
        assert_eq!(count(&set), 61);
    }
}
