//! A preview, as one JSON object: the answer, version 1.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use crate::fit::{
    BlockAnswer, Cause, Certainty, Change, Offer, Preview, RequestError, Tier, WhyNot,
};
use crate::model::{HoldNodes, Hour, Placement, Request, Snapshot, Term, Text};
use crate::show::catalogue::why as words;
use crate::show::{Lang, why};

/// The answer to `request` on one line, without its line end.
///
/// Nodes are named (`node_ranges`, `leaves`) only where the snapshot says which ones are free;
/// else `node_ranges` is null and `certainty` tells what the offer rests on: `count` for counted
/// holds alone, `at_least` where counted holds are mixed with named ones.
#[must_use]
pub fn line(snapshot: &Snapshot, request: &Request, preview: &Preview) -> String {
    let blocks = preview.blocks.iter().filter_map(|answer| block(snapshot, request, answer));
    written(&Answer {
        id: &request.id,
        best: preview.best().and_then(|answer| block_id(snapshot, answer.block)),
        blocks: blocks.collect(),
    })
}

/// The answer to a line that is no request, or to a request that cannot be answered.
#[must_use]
pub fn error_line(id: Option<&str>, error: &str) -> String {
    written(&Failure { id, error })
}

/// Why a request that could be read cannot be answered, by the name of its field.
#[must_use]
pub fn refusal(error: &RequestError) -> String {
    match error {
        RequestError::UnknownBlock(id) => format!("blocks: the snapshot has no block {id:?}"),
        RequestError::UnknownCall(id) => format!("call: the snapshot has no call {id:?}"),
    }
}

/// Nothing here can fail to be written; were it so, an empty line would keep the order.
fn written(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

#[derive(Serialize)]
struct Failure<'a> {
    id: Option<&'a str>,
    error: &'a str,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: &'a str,
    best: Option<&'a str>,
    blocks: Vec<Block<'a>>,
}

#[derive(Serialize)]
struct Block<'a> {
    block: &'a str,
    offer: Option<Place>,
    most_nodes: u32,
    longest_hours: Option<u32>,
    why_not: Vec<Why<'a>>,
}

#[derive(Serialize)]
struct Place {
    start: String,
    end: String,
    nodes: u32,
    node_ranges: Option<String>,
    leaves: Vec<Leaf>,
    gpu_hours: u64,
    certainty: &'static str,
}

#[derive(Serialize)]
struct Leaf {
    leaf: u32,
    nodes: u32,
}

#[derive(Serialize)]
struct Why<'a> {
    tier: &'static str,
    text: Words<'a>,
    short_by: Option<u32>,
    from: Option<String>,
    until: Option<String>,
    holds: Vec<Held<'a>>,
    fits_if: Vec<Fits<'a>>,
}

/// A text in both languages, borrowed where it can be.
#[derive(Serialize)]
struct Words<'a> {
    ko: std::borrow::Cow<'a, str>,
    en: std::borrow::Cow<'a, str>,
}

impl<'a> From<&'a Text> for Words<'a> {
    fn from(text: &'a Text) -> Self {
        Self { ko: text.ko.as_str().into(), en: text.en.as_str().into() }
    }
}

/// What holds nodes: a hold of the file by its place there, or, without a place, nodes that are
/// not delivered yet.
#[derive(Serialize)]
struct Held<'a> {
    index: Option<usize>,
    label: Words<'a>,
    nodes: Nodes,
    from: Option<String>,
    until: Option<String>,
}

/// Nodes as a capacity file writes them.
#[derive(Serialize)]
#[serde(untagged)]
enum Nodes {
    Named(String),
    Counted(u32),
}

/// A change, as the field of a request that it sets.
struct Fits<'a>(&'a Change);

impl Serialize for Fits<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(1))?;
        match self.0 {
            Change::Start(start) => map.serialize_entry("start", &start.to_rfc3339())?,
            Change::Nodes(nodes) => map.serialize_entry("nodes", nodes)?,
            Change::Term(term) => map.serialize_entry("term", &TermWritten::from(*term))?,
            Change::Placement(placement) => {
                map.serialize_entry("placement", &PlacementWritten::from(*placement))?;
            }
            Change::Accelerator(id) => map.serialize_entry("accelerator", id)?,
        }
        map.end()
    }
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum TermWritten {
    Hours(u32),
    Days(u32),
    Months(u32),
}

impl From<Term> for TermWritten {
    fn from(term: Term) -> Self {
        match term {
            Term::Hours(n) => Self::Hours(n),
            Term::Days(n) => Self::Days(n),
            Term::Months(n) => Self::Months(n),
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum PlacementWritten {
    Any,
    OneLeaf,
    Leaves(u32),
    SegmentsOf(u32),
}

impl From<Placement> for PlacementWritten {
    fn from(placement: Placement) -> Self {
        match placement {
            Placement::Any => Self::Any,
            Placement::OneLeaf => Self::OneLeaf,
            Placement::Leaves(n) => Self::Leaves(n),
            Placement::SegmentsOf(n) => Self::SegmentsOf(n),
        }
    }
}

fn block_id(snapshot: &Snapshot, index: usize) -> Option<&str> {
    snapshot.blocks.get(index).map(|block| block.id.as_str())
}

fn block<'a>(
    snapshot: &'a Snapshot,
    request: &Request,
    answer: &'a BlockAnswer,
) -> Option<Block<'a>> {
    let block = snapshot.blocks.get(answer.block)?;
    let why_not = answer.why_not.iter().map(|why_not| Why {
        tier: tier(why_not.tier),
        text: text(snapshot, request, block, why_not),
        short_by: why_not.short_by,
        from: why_not.from.and_then(instant),
        until: why_not.until.and_then(instant),
        holds: why_not.holds.iter().filter_map(|cause| held(snapshot, block, cause)).collect(),
        fits_if: why_not.fits_if.iter().map(Fits).collect(),
    });
    Some(Block {
        block: &block.id,
        offer: answer.offer.as_ref().map(place),
        most_nodes: answer.most_nodes,
        longest_hours: answer.longest_hours,
        why_not: why_not.collect(),
    })
}

fn place(offer: &Offer) -> Place {
    let named = !offer.node_ranges.is_empty();
    let leaves = offer.leaves.iter().map(|share| Leaf { leaf: share.leaf, nodes: share.nodes });
    Place {
        start: offer.start.to_rfc3339(),
        end: offer.end.to_rfc3339(),
        nodes: offer.nodes,
        node_ranges: named.then(|| offer.node_ranges.to_string()),
        leaves: if named { leaves.collect() } else { Vec::new() },
        gpu_hours: offer.gpu_hours,
        certainty: match offer.certainty {
            Certainty::Exact => "exact",
            Certainty::Count => "count",
            Certainty::AtLeast => "at_least",
        },
    }
}

const fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Never => "never",
        Tier::Rule => "rule",
        Tier::Capacity => "capacity",
        Tier::Placement => "placement",
    }
}

fn text(
    snapshot: &Snapshot,
    request: &Request,
    block: &crate::model::Block,
    why_not: &WhyNot,
) -> Words<'static> {
    let say = |lang| why::text(snapshot, request, block, why_not, lang).into();
    Words { ko: say(Lang::Ko), en: say(Lang::En) }
}

fn held<'a>(
    snapshot: &'a Snapshot,
    block: &crate::model::Block,
    cause: &Cause,
) -> Option<Held<'a>> {
    Some(match cause {
        Cause::Hold(index) => {
            let hold = snapshot.holds.get(*index)?;
            Held {
                index: Some(*index),
                label: (&hold.label).into(),
                nodes: match &hold.nodes {
                    HoldNodes::Named(ranges) => Nodes::Named(ranges.to_string()),
                    HoldNodes::Counted(count) => Nodes::Counted(*count),
                },
                from: instant(hold.from),
                until: instant(hold.until),
            }
        }
        Cause::NotDelivered => Held {
            index: None,
            label: Words {
                ko: words::NOT_DELIVERED.get(Lang::Ko).into(),
                en: words::NOT_DELIVERED.get(Lang::En).into(),
            },
            nodes: Nodes::Counted(block.nodes()),
            from: None,
            until: block.available_from.and_then(instant),
        },
    })
}

/// An instant; `None` for "since ever" and "without end".
fn instant(hour: Hour) -> Option<String> {
    (hour != Hour::MIN && hour != Hour::MAX).then(|| hour.to_rfc3339())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::{Breach, Effect, LeafShare, Reason, Remainder};
    use crate::model::{Availability, Class, Hold, NodeCount, NodeRanges};
    use serde_json::{Value, json};

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
            block: 1,
            nodes,
            from: Hour::MIN,
            until,
            label: Text { ko: "점검".into(), en: "Drained".into() },
        };
        let ranges = NodeRanges::from_nodes([1, 2, 4]);
        Snapshot {
            as_of: Hour::EARLIEST,
            title: Text::default(),
            availability: Availability::Complete,
            sources: Vec::new(),
            accelerators: Vec::new(),
            providers: Vec::new(),
            blocks: vec![block("a"), block("b")],
            holds: vec![
                hold(HoldNodes::Named(ranges), Hour::MAX),
                hold(HoldNodes::Counted(2), Hour::LATEST),
            ],
            purchases: Vec::new(),
            calls: Vec::new(),
        }
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
            effect: Effect { before: LEFT, after: LEFT },
        }
    }

    fn preview(offer: Option<Offer>, why_not: Vec<WhyNot>) -> Preview {
        let ranking = if offer.is_some() { vec![0] } else { Vec::new() };
        let longest_hours = None;
        let blocks = vec![BlockAnswer {
            block: 1,
            offer,
            largest: None,
            most_nodes: 4,
            longest_hours,
            why_not,
        }];
        Preview { blocks, ranking, lead: None }
    }

    #[test]
    fn fields_stand_in_their_order() {
        let named = preview(Some(offer(Certainty::Exact, &[1, 2, 4])), Vec::new());
        let wanted = concat!(
            r#"{"id":"a \"1\"","best":"b","blocks":[{"block":"b","offer":{"#,
            r#""start":"2000-01-01T00:00:00Z","end":"2000-01-01T01:00:00Z","nodes":3,"#,
            r#""node_ranges":"1-2,4","leaves":[{"leaf":1,"nodes":3}],"gpu_hours":24,"#,
            r#""certainty":"exact"},"most_nodes":4,"longest_hours":null,"why_not":[]}]}"#,
        );
        assert_eq!(line(&snapshot(), &request(), &named), wanted);
        let error = error_line(None, "not a\nJSON object");
        assert_eq!(error, r#"{"id":null,"error":"not a\nJSON object"}"#);
    }

    #[test]
    fn unknown_nodes_are_null() {
        for (certainty, name) in [(Certainty::Count, "count"), (Certainty::AtLeast, "at_least")] {
            let counted = preview(Some(offer(certainty, &[])), Vec::new());
            let answer: Value =
                serde_json::from_str(&line(&snapshot(), &request(), &counted)).unwrap();
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
                Change::Start(Hour::EARLIEST),
                Change::Nodes(9),
                Change::Term(Term::Hours(48)),
                Change::Term(Term::Months(2)),
                Change::Placement(Placement::Any),
                Change::Placement(Placement::OneLeaf),
                Change::Placement(Placement::Leaves(2)),
                Change::Placement(Placement::SegmentsOf(8)),
                Change::Accelerator("b200".into()),
            ],
        };
        let none = preview(None, vec![why_not]);
        let answer: Value = serde_json::from_str(&line(&snapshot(), &request(), &none)).unwrap();
        assert_eq!(answer["best"], Value::Null);
        let why = &answer["blocks"][0]["why_not"][0];
        let start = "2000-01-01T00:00:00Z";
        let label = json!({"ko": "점검", "en": "Drained"});
        let delivered =
            json!({"ko": words::NOT_DELIVERED.get(Lang::Ko), "en": "not yet delivered"});
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
}
