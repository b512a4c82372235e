use super::lane_text::MOST_ROWS;
use super::*;
use crate::model::{HoldNodes, Occupancy, Text, busy_year};
use crate::picture::free_chart::tests::snapshot;
use crate::picture::time_axis::{TimeSpan, WIDTH, horizon};

fn lanes(scenario: &Scenario, first_leaf: usize, span: TimeSpan) -> Lanes {
    let snapshot = &scenario.snapshot;
    let all = horizon(snapshot);
    let axis = TimeAxis::of_calendar(span, snapshot.as_of, &all, snapshot.as_of);
    Lanes::new(scenario, 0, first_leaf, axis, None, Lang::En)
}

fn scenario() -> Scenario {
    Scenario::new(&snapshot(), Occupancy::File, [])
}

#[test]
fn a_hold_is_a_box_on_each_leaf_that_it_has_nodes_of() {
    let lanes = lanes(&scenario(), 1, TimeSpan::Quarter);
    let positions: Vec<_> = lanes.lanes.iter().map(|it| (it.number, it.y, it.height)).collect();
    assert_eq!(positions, [(1, 0, 48), (2, 56, 24)]);
    let boxes: Vec<_> = lanes.boxes.iter().map(|it| (it.x, it.width, it.y, it.height)).collect();
    assert_eq!(boxes, [(0, 3444, 0, 36), (0, 3444, 56, 12)]);
    assert_eq!((lanes.counted, lanes.height), (1, 80));
    assert_eq!(lanes.states, [NodeState::Free, NodeState::Held]);
    assert_eq!(lanes.table.rows(), 2);
    assert!(lanes.boxes[0].title.contains("1-6, 9-10"), "{}", lanes.boxes[0].title);
}

#[test]
fn large_blocks_are_shown_in_windows() {
    assert_eq!((window(70, 1), window(70, 33), window(70, 99)), (1..33, 33..65, 65..71));
    assert_eq!((window(70, 0), window(0, 5), window(5, 5)), (1..33, 1..1, 1..6));
    let of = |window: Range<usize>| Lanes { window, leaves: 70, ..Lanes::default() };
    assert_eq!((of(1..33).neighbour(false), of(1..33).neighbour(true)), (None, Some(33)));
    assert_eq!((of(65..71).neighbour(false), of(65..71).neighbour(true)), (Some(33), None));
    let nothing = lanes(&scenario(), usize::MAX, TimeSpan::Week);
    assert_eq!(nothing.lanes.len(), 2);
}

#[test]
fn too_many_boxes_become_shades() {
    let mut snapshot = snapshot();
    let hour = |number: u32| snapshot.as_of.plus(number);
    let hold = |number: u32| Hold {
        block_index: 0,
        nodes: HoldNodes::Named(NodeRanges::from_ranges(vec![NodeRange { first: 1, last: 8 }])),
        from: hour(number),
        until: hour(number + 1),
        label: Text::default(),
        published: None,
    };
    snapshot.holds = (0..2_000).map(hold).collect();
    let lanes = lanes(&Scenario::new(&snapshot, Occupancy::File, []), 1, TimeSpan::Year);
    assert!(lanes.boxes.is_empty());
    let all = Shade { level: 4, x: 0, width: 2333, y: 0, height: 48 };
    assert_eq!(lanes.shades, [all]);
    assert_eq!(lanes.table.rows(), MOST_ROWS);
    assert!(lanes.table.caption.contains("1,800 holds"), "{}", lanes.table.caption);
}

#[test]
fn boxes_cover_what_is_held_and_nothing_else() {
    let mut base = snapshot();
    base.blocks[0].leaves = vec![16, 16, 7];
    base.holds.clear();
    let scenario = Scenario::new(&base, Occupancy::BusyYear, []);
    let lanes = lanes(&scenario, 1, TimeSpan::Year);
    assert!(lanes.boxes.iter().all(|it| it.state == NodeState::Assumed));
    let area: u64 = lanes.boxes.iter().map(|it| u64::from(it.width * it.height)).sum();
    let axis =
        TimeAxis::of_calendar(TimeSpan::Year, base.as_of, &(base.as_of..base.as_of), base.as_of);
    let node_hours = |hold: &Hold| {
        let hours = hold.until.min(axis.until).since(hold.from.max(axis.from));
        u64::from(hold.nodes.count()) * u64::from(hours)
    };
    let held: u64 = busy_year(&base, base.as_of).iter().map(node_hours).sum();
    let hours = u64::from(axis.until.since(axis.from));
    let node_height = u64::from(lanes.lanes[0].height / 16);
    let expected = held * u64::from(WIDTH) * node_height / hours;
    assert!(area.abs_diff(expected) * 500 < expected, "{area} for {expected}");
}
