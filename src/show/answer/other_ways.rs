//! Other ways to do the work of a request: over several blocks, and on another accelerator.

use super::verdict::Verdict;
use super::view::AnswerView;
use crate::fit::{Alternatives, Counterpart, Offer, RequestChange, Split};
use crate::model::{Hour, NodeCount, Request, Scenario, TruthLayer};
use crate::words::catalogue::{Entry, fit as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::{accelerator_name, block_name};
use crate::words::table::{Column, Table, Value};

/// Other ways to do the work, each only if it adds something: that the work could be done at all,
/// or could begin earlier.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct OtherWays {
    /// The request split over several blocks.
    pub split: Option<SplitView>,
    /// The same work on each accelerator that is not asked for.
    pub counterparts: Vec<CounterpartView>,
    /// Disclaimer about the dates, if they follow from published holds.
    pub caveat: Option<&'static str>,
}

/// Request split over several blocks.
#[derive(Clone, PartialEq, Debug)]
pub struct SplitView {
    /// The outcome in one sentence.
    pub sentence: String,
    /// The blocks, with the nodes in each.
    pub parts: Table,
}

/// The same work on another accelerator.
#[derive(Clone, PartialEq, Debug)]
pub struct CounterpartView {
    /// The outcome in one sentence.
    pub sentence: String,
    /// Changes to the request that ask for it.
    pub changes: Vec<RequestChange>,
}

/// Returns `true` if a request with this verdict may have other ways, that is if room is what it
/// lacks.
#[must_use]
pub const fn may_have_other_ways(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Later | Verdict::No | Verdict::Held)
}

/// Returns the other ways of a request with this answer.
#[must_use]
pub fn other_ways(
    scenario: &Scenario,
    request: &Request,
    answer: &AnswerView,
    alternatives: &Alternatives,
    lang: Lang,
) -> OtherWays {
    // No offer counts as the latest start of all: any other way is then earlier.
    let best = answer.best.as_ref().map_or(Hour::MAX, |best| best.offer.start);
    let split = alternatives.split.as_ref().filter(|split| split.start < best);
    let counterparts = alternatives.counterparts.iter().filter_map(|it| {
        let (block, offer) = it.best.as_ref()?;
        (offer.start < best).then(|| counterpart(scenario, request, it, *block, offer, lang))
    });
    let counterparts: Vec<CounterpartView> = counterparts.collect();
    let says_something = split.is_some() || !counterparts.is_empty();
    let is_inferred = says_something && scenario.layer() == TruthLayer::Published;
    OtherWays {
        split: split.map(|split| split_view(scenario, request, split, lang)),
        counterparts,
        caveat: is_inferred.then(|| words::NOT_OFFERED_AGAIN.get(lang)),
    }
}

/// Picks the wording that claims no more than the layer supports.
fn text_for(layer: TruthLayer, [exact, by_size, by_rules, by_holds]: [Entry; 4]) -> Entry {
    match layer {
        TruthLayer::Size => by_size,
        TruthLayer::Published => by_rules,
        TruthLayer::Known => by_holds,
        TruthLayer::Snapshot | TruthLayer::Scenario => exact,
    }
}

fn split_view(scenario: &Scenario, request: &Request, split: &Split, lang: Lang) -> SplitView {
    let snapshot = &scenario.snapshot;
    let accelerators = [split.accelerator.clone()];
    let per_node = snapshot.gpus_per_node(&accelerators);
    let entry = text_for(
        scenario.layer(),
        [
            words::SPLIT_FITS,
            words::SPLIT_FITS_BY_SIZE,
            words::SPLIT_FITS_BY_RULES,
            words::SPLIT_FITS_BY_HOLDS,
        ],
    );
    let blocks = u32::try_from(split.parts.len()).unwrap_or(u32::MAX);
    let values = [
        ("accelerator", accelerator_name(snapshot, &split.accelerator, lang).to_owned()),
        ("blocks", format::blocks(blocks, lang)),
        ("nodes", format::nodes_and_gpus(NodeCount::exactly(split.nodes), per_node, lang)),
        ("start", format::date(split.start, lang)),
        ("term", format::term(request.term, lang)),
    ];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    let name = |index: usize| {
        let block = snapshot.blocks.get(index);
        Value::words(block.map_or("", |block| block_name(block, lang)))
    };
    let parts = split.parts.iter();
    SplitView {
        sentence: entry.fill(lang, &values),
        parts: Table {
            caption: words::SPLIT_PARTS.get(lang).to_owned(),
            columns: vec![
                Column::new(
                    words::BLOCK.get(lang),
                    parts.clone().map(|part| name(part.block_index)),
                ),
                Column::new(
                    words::NODES.get(lang),
                    parts.map(|part| Value::Count(part.offer.nodes.into())),
                )
                .summed(lang),
            ],
            lang,
        },
    }
}

fn counterpart(
    scenario: &Scenario,
    request: &Request,
    counterpart: &Counterpart,
    block_index: usize,
    offer: &Offer,
    lang: Lang,
) -> CounterpartView {
    let snapshot = &scenario.snapshot;
    let block = snapshot.blocks.get(block_index);
    let per_node = block.map(|block| block.gpus_per_node);
    let entry = text_for(
        scenario.layer(),
        [
            words::OTHER_FITS,
            words::OTHER_FITS_BY_SIZE,
            words::OTHER_FITS_BY_RULES,
            words::OTHER_FITS_BY_HOLDS,
        ],
    );
    let values = [
        ("accelerator", accelerator_name(snapshot, &counterpart.accelerator, lang)),
        ("block", block.map_or("", |block| block_name(block, lang))),
        ("nodes", &format::nodes_and_gpus(NodeCount::exactly(offer.nodes), per_node, lang)),
        ("start", &format::date(offer.start, lang)),
        ("term", &format::term(request.term, lang)),
    ];
    CounterpartView {
        sentence: entry.fill(lang, &values),
        changes: vec![
            RequestChange::Accelerator(counterpart.accelerator.clone()),
            RequestChange::Nodes(offer.nodes),
            RequestChange::Start(offer.start),
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::super::view::answer;
    use super::*;
    use crate::fit::{Calendars, alternatives, preview};
    use crate::model::{Class, Instant, Occupancy, Placement, Snapshot, Term, read};

    /// Returns two halls of eight H200 nodes, and one of eight B200 nodes with twice the
    /// throughput, with `holds` added.
    fn snapshot(availability: &str, holds: &str) -> Snapshot {
        let text = format!(
            r#"{{"schema":1,"as_of":"2026-11-24","availability":"{availability}",
                "sources":[{{"id":"t","title":"A test","url":"https://example.org","date":"2026-11-01"}}],
                "accelerators":[
                    {{"id":"h200","name":"H200","relative_throughput":{{"value":1,"source":"t"}}}},
                    {{"id":"b200","name":"B200","relative_throughput":{{"value":2,"source":"t"}}}}],
                "blocks":[
                    {{"id":"a","name":"Hall A","accelerator":"h200","nodes":8}},
                    {{"id":"b","name":"Hall B","accelerator":"h200","nodes":8}},
                    {{"id":"c","name":"Hall C","accelerator":"b200","nodes":8}}],
                "holds":[{holds}]}}"#
        );
        let reading = read(text.as_bytes()).unwrap();
        assert_eq!(reading.problems, []);
        reading.snapshot
    }

    fn request(nodes: u32) -> Request {
        Request {
            id: String::new(),
            accelerators: vec!["h200".into()],
            blocks: None,
            nodes: NodeCount::exactly(nodes),
            term: Term::Months(3),
            not_before: Instant::parse("2026-12-01").unwrap().floor(),
            not_after: None,
            placement: Placement::Any,
            split: Some(1),
            class: Class::Academia,
            call: None,
        }
    }

    fn ways(snapshot: &Snapshot, occupancy: Occupancy, nodes: u32, lang: Lang) -> OtherWays {
        let scenario = Scenario::new(snapshot, occupancy, []);
        let calendars = Calendars::new(&scenario.snapshot);
        let request = request(nodes);
        let today = snapshot.as_of;
        let found = alternatives(&scenario.snapshot, &calendars, &request).unwrap();
        let preview = preview(&scenario.snapshot, &calendars, &request).unwrap();
        let view = answer(&scenario, &request, &preview, today, lang);
        other_ways(&scenario, &request, &view, &found, lang)
    }

    #[test]
    fn what_no_block_has_room_for_is_split_or_done_on_another_accelerator() {
        let snapshot = snapshot("complete", "");
        let ways = ways(&snapshot, Occupancy::File, 12, Lang::En);
        let split = ways.split.unwrap();
        assert_eq!(
            split.sentence,
            "Over 2 blocks of H200, there is room for 12 nodes (96 GPUs) from 1 Dec 2026 for 3 months."
        );
        assert_eq!(split.parts.rows(), 2);
        let [other] = ways.counterparts.as_slice() else { panic!("{:?}", ways.counterparts) };
        assert_eq!(
            other.sentence,
            "6 nodes (48 GPUs) of B200 do the same work. Hall C has room from 1 Dec 2026 for 3 months."
        );
        let start = Instant::parse("2026-12-01").unwrap().floor();
        assert_eq!(
            other.changes,
            [
                RequestChange::Accelerator("b200".into()),
                RequestChange::Nodes(6),
                RequestChange::Start(start)
            ]
        );
        assert_eq!(ways.caveat, None);
    }

    #[test]
    fn a_way_that_begins_no_earlier_says_nothing() {
        // Both halls are free from March on, and so is their combined capacity.
        let holds = r#"{"block":"a","nodes":"1-8","until":"2027-03-01"},{"block":"b","nodes":"1-8","until":"2027-03-01"},
            {"block":"c","nodes":"1-8","until":"2027-04-01"}"#;
        let snapshot = snapshot("complete", holds);
        assert_eq!(ways(&snapshot, Occupancy::File, 8, Lang::En), OtherWays::default());
        // Earlier on the other accelerator.
        let sooner = holds.replace("2027-04-01", "2027-02-01");
        let snapshot = self::snapshot("complete", &sooner);
        let ways = ways(&snapshot, Occupancy::File, 8, Lang::En);
        assert!(ways.split.is_none());
        assert!(ways.counterparts[0].sentence.contains("1 Feb 2027"), "{ways:?}");
    }

    #[test]
    fn what_rests_on_published_holds_or_sizes_says_so() {
        let hold = |block: &str, until: &str| {
            format!(
                r#"{{"block":"{block}","nodes":"1-8","until":"{until}","published":true,"surety":"inferred",
                    "source":"t",
                    "until_rule":{{"ko":"규칙","en":"a rule"}}}}"#
            )
        };
        let holds = ["a", "b", "c"].map(|block| hold(block, "2027-03-01")).join(",");
        let snapshot = snapshot("published", &holds);
        for lang in [Lang::Ko, Lang::En] {
            let by_rules = ways(&snapshot, Occupancy::File, 12, lang);
            let inferred = lang.pick("추정", "inferred");
            assert!(by_rules.split.unwrap().sentence.contains(inferred));
            assert!(by_rules.counterparts[0].sentence.contains(inferred));
            assert_eq!(by_rules.caveat, Some(words::NOT_OFFERED_AGAIN.get(lang)));
            let by_size = ways(&snapshot, Occupancy::Size, 12, lang);
            let only = lang.pick("규모만", "size alone");
            assert!(by_size.split.unwrap().sentence.contains(only));
            assert!(by_size.counterparts[0].sentence.contains(only));
            assert_eq!(by_size.caveat, None);
        }
    }
}
