//! The shape of answers, field by field.

use super::*;
use crate::fit::{Alternatives, BlockAnswer, Cause, Certainty, Offer, RequestChange, Tier, WhyNot};
use crate::fit::{Breach, Fragmentation, LeafShare, Preview, Reason, Remainder};
use crate::model::{Availability, Class, Hold, NodeCount, NodeRanges, Request, Scenario, Snapshot};
use crate::model::{HoldNodes, Hour, Placement, Term, Text};
use crate::words::Lang;
use crate::words::catalogue::why as words;
use serde_json::{Value, json};
use std::sync::Arc;

const NONE: Alternatives = Alternatives { split: None, counterparts: Vec::new() };
const LEFT: Remainder = Remainder { nodes: 3, leaves: 0, block: 4 };

fn snapshot() -> Snapshot {
    let block = |id: &str| crate::model::Block {
        id: id.into(),
        name: Text::default(),
        provider: None,
        accelerator: "h200".into(),
        gpus_per_node: 8,
        leaves: vec![4],
        available_from: Some(Hour::EARLIEST),
        assumed: Vec::new(),
        source: None,
    };
    let hold = |nodes, until| Hold {
        block_index: 1,
        nodes,
        from: Hour::MIN,
        until,
        label: Text { ko: "점검".into(), en: "Drained".into() },
        published: None,
    };
    let ranges = NodeRanges::from_nodes([1, 2, 4]);
    Snapshot {
        as_of: Hour::EARLIEST,
        title: Text::default(),
        availability: Availability::Complete,
        sources: Arc::default(),
        accelerators: Vec::new(),
        providers: Arc::default(),
        blocks: vec![block("a"), block("b")],
        holds: vec![
            hold(HoldNodes::Named(ranges), Hour::MAX),
            hold(HoldNodes::Counted(2), Hour::LATEST),
        ],
        purchases: Arc::default(),
        calls: Arc::default(),
        notices: Arc::default(),
        elsewhere: Arc::default(),
    }
}

/// Returns the answer line for `preview`, with [`request`] and [`snapshot`].
fn line_of(preview: &Preview) -> String {
    let answered = AnsweredRequest {
        scenario: &Scenario::of_file(snapshot()),
        request: &request(),
        preview,
        alternatives: &NONE,
        today: Hour::EARLIEST,
    };
    line(&answered, &Extras::default())
}

fn request() -> Request {
    Request {
        id: "a \"1\"".into(),
        accelerators: vec!["h200".into()],
        blocks: None,
        nodes: NodeCount::exactly(3),
        term: Term::Hours(1),
        not_before: Hour::EARLIEST,
        not_after: None,
        placement: Placement::Any,
        split: None,
        class: Class::Industry,
        call: None,
    }
}

fn offer(certainty: Certainty, nodes: &[u32]) -> Offer {
    Offer {
        start: Hour::EARLIEST,
        end: Hour::EARLIEST.plus(1),
        nodes: 3,
        certainty,
        node_ranges: NodeRanges::from_nodes(nodes.iter().copied()),
        leaves: vec![LeafShare { leaf: 1, nodes: 3 }],
        gpu_hours: 24,
        effect: Fragmentation { before: LEFT, after: LEFT },
    }
}

fn preview(offer: Option<Offer>, why_not: Vec<WhyNot>) -> Preview {
    let ranking = if offer.is_some() { vec![0] } else { Vec::new() };
    let longest_hours = None;
    let blocks = vec![BlockAnswer {
        block_index: 1,
        offer,
        largest: None,
        most_nodes: 4,
        longest_hours,
        why_not,
    }];
    Preview { blocks, ranking, lead: None, nearest: Vec::new() }
}

#[test]
fn fields_stand_in_their_order() {
    let named = preview(Some(offer(Certainty::Exact, &[1, 2, 4])), Vec::new());
    let wanted = concat!(
        r#"{"id":"a \"1\"","layer":"snapshot","#,
        r#""as_of":"1999-12-31T15:00:00Z","read_at":"1999-12-31T15:00:00Z","#,
        r#""note":{"ko":"배정을 약속하지 않습니다.","en":"It is not a promise."},"verdict":"now","#,
        r#""says":{"ko":"2000년 1월 1일부터 1시간 동안 b에 노드 3대(GPU 24장) 자리가 있습니다.","#,
        r#""en":"b has room for 3 nodes (24 GPUs) from 1 Jan 2000 for 1 hour."},"#,
        r#""call_note":null,"rests_on":[],"caveat":null,"#,
        r#""best":"b","blocks":[{"block":"b","offer":{"#,
        r#""start":"1999-12-31T15:00:00Z","end":"1999-12-31T16:00:00Z","nodes":3,"#,
        r#""node_ranges":"1-2,4","leaves":[{"leaf":1,"nodes":3}],"gpu_hours":24,"#,
        r#""certainty":"exact","effect":{"before":{"nodes":3,"leaves":0,"block":4},"#,
        r#""after":{"nodes":3,"leaves":0,"block":4}}},"most_nodes":4,"longest_hours":null,"#,
        r#""why_not":[],"largest":null}],"why_best":null,"split":null,"nearest":[],"#,
        r#""counterparts":[],"elsewhere":[]}"#,
    );
    assert_eq!(line_of(&named), wanted);
    let error = error_line(None, "not a\nJSON object");
    assert_eq!(error, r#"{"id":null,"error":"not a\nJSON object"}"#);
}

#[test]
fn unknown_nodes_are_null() {
    for (certainty, name) in [(Certainty::Count, "count"), (Certainty::AtLeast, "at_least")] {
        let counted = preview(Some(offer(certainty, &[])), Vec::new());
        let answer: Value = serde_json::from_str(&line_of(&counted)).unwrap();
        let offer = &answer["blocks"][0]["offer"];
        assert_eq!(
            (&offer["node_ranges"], &offer["leaves"], &offer["certainty"]),
            (&Value::Null, &json!([]), &json!(name))
        );
    }
}

#[test]
fn causes_and_changes_have_their_shapes() {
    let why_not = WhyNot {
        tier: Tier::Rule,
        reason: Reason::Breach(Breach::ClassNotAdmitted),
        short_by: None,
        from: Some(Hour::EARLIEST),
        until: Some(Hour::MAX),
        holds: vec![Cause::Hold(0), Cause::Hold(1), Cause::NotDelivered, Cause::Hold(9)],
        fits_if: vec![
            RequestChange::Start(Hour::EARLIEST),
            RequestChange::Nodes(9),
            RequestChange::Term(Term::Hours(48)),
            RequestChange::Term(Term::Months(2)),
            RequestChange::Placement(Placement::Any),
            RequestChange::Placement(Placement::OneLeaf),
            RequestChange::Placement(Placement::Leaves(2)),
            RequestChange::Placement(Placement::SegmentsOf(8)),
            RequestChange::Accelerator("b200".into()),
        ],
    };
    let none = preview(None, vec![why_not]);
    let answer: Value = serde_json::from_str(&line_of(&none)).unwrap();
    assert_eq!(answer["best"], Value::Null);
    let why = &answer["blocks"][0]["why_not"][0];
    let start = "1999-12-31T15:00:00Z";
    let label = json!({"ko": "점검", "en": "Drained"});
    let delivered = json!({"ko": words::NOT_DELIVERED.get(Lang::Ko), "en": "not yet delivered"});
    let until = Hour::LATEST.to_rfc3339();
    assert_eq!(
        why["holds"],
        json!([
            {"index": 0, "label": label, "nodes": "1-2,4", "from": null, "until": null},
            {"index": 1, "label": label, "nodes": 2, "from": null, "until": until},
            {"index": null, "label": delivered, "nodes": 4, "from": null, "until": start},
        ])
    );
    assert_eq!(
        why["fits_if"],
        json!([
            {"start": start},
            {"nodes": 9},
            {"term": {"hours": 48}},
            {"term": {"months": 2}},
            {"placement": "any"},
            {"placement": "one_leaf"},
            {"placement": {"leaves": 2}},
            {"placement": {"segments_of": 8}},
            {"accelerator": "b200"},
        ])
    );
    assert_eq!((&why["tier"], &why["until"]), (&json!("rule"), &Value::Null));
}
