use super::*;
use crate::model::{self, Hour, Occupancy, Scenario};
use crate::words::Lang;

fn scenario(holds: &str) -> Scenario {
    let file = format!(
        r#"{{"schema":1,"as_of":"2027-01-01","availability":"complete",
            "accelerators":[{{"id":"h200","name":"H200"}}],
            "blocks":[
              {{"id":"a","accelerator":"h200","nodes":70,"leaf_nodes":32}},
              {{"id":"b","accelerator":"h200","nodes":3,"leaf_nodes":32,"available_from":"2027-06-01"}}],
            "holds":[{holds}]}}"#
    );
    Scenario::new(&model::read(file.as_bytes()).unwrap().snapshot, Occupancy::File, [])
}

fn hour(date: &str) -> Hour {
    model::Instant::parse(date).unwrap().ceil()
}

const HOLD: &str =
    r#"{"block":"a","nodes":"33-40","from":"2027-02-01","until":"2027-03-01","label":"repair"}"#;

fn plan(scenario: &Scenario, width: u32, height: u32) -> MapLayout {
    let blocks: Vec<_> =
        scenario.snapshot.blocks.iter().map(|block| (&*block.leaves, "name")).collect();
    MapLayout::new(&blocks, width, height)
}

#[test]
fn a_map_tells_the_state_of_every_node() {
    let scenario = scenario(HOLD);
    let map = NodeMap::new(&scenario, None, hour("2027-02-10"));
    let of = |shown_index, node_index| map.state_at(Spot { shown_index, node_index });
    assert_eq!(of(0, 31), Some(NodeState::Free));
    assert_eq!(of(0, 32), Some(NodeState::Held));
    assert_eq!(of(0, 40), Some(NodeState::Free));
    assert_eq!(of(1, 2), Some(NodeState::NotDelivered));
    assert_eq!(of(1, 3), None);
    let one = NodeMap::new(&scenario, Some(1), hour("2027-07-01"));
    assert_eq!(one.totals().iter().map(|total| total.1).sum::<u32>(), 3);
    assert_eq!(one.state_at(Spot { shown_index: 0, node_index: 0 }), Some(NodeState::Free));
}

#[test]
fn every_node_has_a_place_of_its_own_and_is_found_there() {
    let scenario = scenario("");
    for (width, height) in [(100, 100), (358, 600), (1_136, 640), (9_000, 1)] {
        let plan = plan(&scenario, width, height);
        let mut seen = Vec::new();
        for (shown_index, block) in scenario.snapshot.blocks.iter().enumerate() {
            for node_index in 0..block.nodes() {
                let spot = Spot { shown_index, node_index };
                let frame = plan.frame(spot).unwrap();
                assert_eq!(plan.spot(frame.x, frame.y), Some(spot));
                assert!(frame.x + frame.width <= plan.size.width, "{frame:?}");
                assert!(frame.y + frame.height <= plan.size.height, "{frame:?}");
                assert!(!seen.contains(&(frame.x, frame.y)));
                seen.push((frame.x, frame.y));
            }
        }
    }
}

#[test]
fn what_is_small_is_drawn_as_leaves_and_as_blocks() {
    let scenario = scenario(HOLD);
    let map = NodeMap::new(&scenario, None, hour("2027-02-10"));
    let plan = plan(&scenario, 1_136, 640);
    let captions = captions(&scenario, &map, Lang::En);
    let texts: Vec<&str> = captions.iter().map(|caption| caption.about.as_str()).collect();
    assert_eq!(texts, ["62 of 70 free", "0 of 3 free"]);
    let draw =
        |pixels| Drawing::new(&map, &plan, &MapWindow::new(plan.size, pixels), &captions, Lang::En);
    let bars = |drawing: &Drawing| drawing.outlines.matches('M').count();
    let held = |drawing: &Drawing| {
        let held = drawing.shapes().into_iter().find(|shape| shape.0 == NodeState::Held);
        held.map_or(0, |shape| shape.1.matches('M').count())
    };
    let near = draw(1_136);
    assert_eq!((bars(&near), held(&near)), (0, 8), "every node");
    let far = draw(300);
    assert_eq!((bars(&far), held(&far)), (4, 1), "three leaves and one, of which one has holds");
    let farthest = draw(20);
    assert_eq!((bars(&farthest), held(&farthest)), (2, 1), "two blocks");
    assert!(farthest.labels.is_empty(), "too small to read");
}

/// Blocks of the sizes of the published ones, on a phone.
#[test]
fn names_can_be_read_where_the_map_is_reduced() {
    let named = [
        ("네이버클라우드 H200 블록 A", 255),
        ("네이버클라우드 H200 블록 B", 32),
        ("NHN클라우드 B200 블록 A", 510),
        ("NHN클라우드 B200 블록 B", 255),
        ("카카오 B200 블록", 255),
    ];
    let blocks: Vec<String> = named
        .iter()
        .enumerate()
        .map(|(id, (name, nodes))| {
            format!(r#"{{"id":"b{id}","name":"{name}","accelerator":"h","nodes":{nodes},"leaf_nodes":32}}"#)
        })
        .collect();
    let file = format!(
        r#"{{"schema":1,"as_of":"2027-01-01","availability":"complete",
            "accelerators":[{{"id":"h"}}],"blocks":[{}]}}"#,
        blocks.join(",")
    );
    let snapshot = model::read(file.as_bytes()).unwrap().snapshot;
    let scenario = Scenario::new(&snapshot, Occupancy::File, []);
    let map = NodeMap::new(&scenario, None, hour("2027-02-10"));
    let captions = captions(&scenario, &map, Lang::Ko);
    let of: Vec<_> = snapshot.blocks.iter().zip(&captions).collect();
    let of: Vec<_> =
        of.iter().map(|(block, caption)| (&*block.leaves, caption.longest())).collect();
    for (width, height) in
        [(240, 600), (295, 600), (310, 620), (350, 700), (688, 620), (1_136, 620)]
    {
        let plan = MapLayout::new(&of, width, height);
        let window = MapWindow::new(plan.size, width);
        let drawing = Drawing::new(&map, &plan, &window, &captions, Lang::Ko);
        let names = drawing.labels.iter().filter(|label| label.class == "block-name");
        let names: Vec<_> =
            names.map(|it| (it.text.as_str(), window.tenths(it.size) >= 100)).collect();
        assert_eq!(names, named.map(|(name, _)| (name, true)), "{width}");
        let about = drawing.labels.iter().filter(|label| label.class == "block-about");
        assert!(about.map(|label| window.tenths(label.size)).all(|size| size >= 100), "{width}");
    }
}

#[test]
fn a_window_stays_within_the_plan_whatever_is_done_to_it() {
    let whole = Rect { x: 0, y: 0, width: 5_000, height: 700 };
    let mut random = 7_u64;
    let mut next = |end: u32| {
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (random >> 33) as u32 % end
    };
    let mut window = MapWindow::new(whole, 1_000);
    for _ in 0..10_000 {
        window = match next(4) {
            0 => window.step(WindowStep::In, (next(6_000), next(6_000))),
            1 => window.step(WindowStep::Out, (next(6_000), next(6_000))),
            2 => window.moved(next(4_000) as i32 - 2_000, next(4_000) as i32 - 2_000),
            _ => window.showing(Rect { x: next(5_000), y: next(700), width: 20, height: 20 }),
        };
        let Rect { x, y, width, height } = window.frame;
        assert!(x + width <= whole.width && y + height <= whole.height, "{window:?}");
        assert!(width > 0 && height > 0);
        let region = window.region();
        assert!(region.x <= x && region.x + region.width >= x + width, "{window:?}");
        assert!(region.y <= y && region.y + region.height >= y + height, "{window:?}");
    }
    assert_eq!(window.step(WindowStep::Whole, (0, 0)), MapWindow::new(whole, 1_000));
}

#[test]
fn a_step_closer_keeps_the_point_under_the_finger() {
    let whole = Rect { x: 0, y: 0, width: 3_000, height: 900 };
    let window = MapWindow::new(whole, 1_000);
    let point = window.point((250, 100), 1_000);
    assert_eq!(point, (750, 300));
    let closer = window.step(WindowStep::In, point);
    let (x, y) = closer.point((250, 100), 1_000);
    assert!(x.abs_diff(750) <= 3 && y.abs_diff(300) <= 3, "{x} {y}");
}

#[test]
fn a_node_is_told_with_its_hold_and_until_when() {
    let scenario = scenario(HOLD);
    let told = |date: &str, shown_index, node_index| {
        let map = NodeMap::new(&scenario, None, hour(date));
        let told =
            NodeText::new(&scenario, &map, Spot { shown_index, node_index }, Lang::En).unwrap();
        (told.name, told.about)
    };
    let (name, about) = told("2027-02-10", 0, 32);
    assert_eq!(name, "a · Leaf 2 · Node 33");
    assert_eq!(about, "Held · repair · Held until 1 Mar 2027");
    assert_eq!(told("2027-01-10", 0, 32).1, "Free · Free until 1 Feb 2027");
    assert_eq!(told("2027-04-10", 0, 32).1, "Free");
    assert_eq!(told("2027-04-10", 1, 0).1, "Not yet delivered · Delivery on 1 Jun 2027");
}

#[test]
fn of_two_holds_on_a_node_the_last_is_told_and_drawn() {
    let assumed = HOLD.replace("repair", "assumed").replace("2027-03-01", "2027-04-01");
    let scenario = scenario(&format!("{HOLD},{assumed}"));
    let map = NodeMap::new(&scenario, None, hour("2027-02-10"));
    let text =
        NodeText::new(&scenario, &map, Spot { shown_index: 0, node_index: 32 }, Lang::En).unwrap();
    assert_eq!(text.about, "Held · assumed · Held until 1 Apr 2027");
}

#[test]
fn the_table_says_the_same_leaf_by_leaf() {
    let scenario = scenario(HOLD);
    let map = NodeMap::new(&scenario, None, hour("2027-02-10"));
    let table = table(&scenario, &map, Lang::En);
    let heads: Vec<&str> = table.columns.iter().map(|column| &*column.head).collect();
    assert_eq!(heads, ["Block", "Leaf", "Free", "Held", "Not yet delivered"]);
    let rows: Vec<String> = table.texts().iter().map(|row| row.join(" ")).collect();
    assert_eq!(rows, ["a 1 32 0 0", "a 2 24 8 0", "a 3 6 0 0", "b 1 0 0 3"]);
}
