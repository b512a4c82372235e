//! The same work on another accelerator.

/// How many nodes do what `nodes` nodes do, at least one; both sides in whole throughput units of
/// a GPU times GPUs of a node.
pub fn nodes_of_counterpart(nodes: u32, from: (u64, u32), to: (u64, u32)) -> u32 {
    let wanted = u64::from(nodes) * from.0 * u64::from(from.1);
    let each = to.0 * u64::from(to.1);
    (1..).find(|nodes| u64::from(*nodes) * each >= wanted).unwrap()
}

#[test]
fn counterparts_by_hand() {
    assert_eq!(nodes_of_counterpart(64, (10, 8), (20, 8)), 32);
    assert_eq!(nodes_of_counterpart(65, (10, 8), (20, 8)), 33);
    assert_eq!(nodes_of_counterpart(3, (20, 8), (10, 8)), 6);
    assert_eq!(nodes_of_counterpart(1, (1, 1), (50, 8)), 1);
    assert_eq!(nodes_of_counterpart(10, (10, 8), (10, 4)), 20);
}
