//! Changes that a newer capacity file makes to the best offer of a request, as sentences.

use crate::fit::{Because, Brief, Cause, World, difference, preview};
use crate::model::{NodeCount, Request, Snapshot, Text};
use crate::words::catalogue::{Entry, feed as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::why;

/// Returns the best offer before and now and the reasons for the change, in both languages; `None`
/// if the best offer is the same.
#[must_use]
pub fn best_offer(old: World<'_>, new: World<'_>, request: &Request) -> Option<Text> {
    let (was, now) = (best(old, request), best(new, request));
    // For a reader nothing has changed then, although holds may have.
    if was == now {
        return None;
    }
    let changes = difference(old, new, request).unwrap_or_default();
    // Either the former best got worse or another block got better: the first of the two that
    // changed gives the reasons.
    let change_of = |best: Option<&BestOffer>| {
        changes.iter().find(|change| Some(&change.id) == best.map(|best| &best.block))
    };
    let change = change_of(was.as_ref()).or_else(|| change_of(now.as_ref()));
    let because = change.map_or(&[][..], |change| &change.because);
    let say = |lang| {
        let was = offer(old.snapshot, was.as_ref(), lang);
        let now = offer(new.snapshot, now.as_ref(), lang);
        let mut sentences = words::BEST_CHANGED.fill(lang, &[("was", &was), ("now", &now)]);
        for reason in reasons(old.snapshot, new.snapshot, because, lang) {
            sentences.push(' ');
            sentences.push_str(&reason);
        }
        sentences
    };
    Some(Text { ko: say(Lang::Ko), en: say(Lang::En) })
}

/// Returns the best offer before and now in both languages, without reasons, because the earlier
/// file is no longer there; `None` if the best offer is the same.
///
/// Names of blocks are those of `snapshot`, the file of `now`.
#[must_use]
pub fn best_offer_since(
    was: Option<&BestOffer>,
    now: Option<&BestOffer>,
    snapshot: &Snapshot,
) -> Option<Text> {
    if was == now {
        return None;
    }
    let say = |lang| {
        let [was, now] = [was, now].map(|best| offer(snapshot, best, lang));
        words::BEST_CHANGED.fill(lang, &[("was", &was), ("now", &now)])
    };
    Some(Text { ko: say(Lang::Ko), en: say(Lang::En) })
}

/// Best offer, reduced to the figures by which a reader recognises it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BestOffer {
    /// Id of its block.
    pub block: String,
    /// Start, end and number of nodes.
    pub offer: Brief,
}

/// Returns the best offer of a request; `None` if there is none, or if the preview rejects the
/// request because it asks for something that the file does not have.
#[must_use]
pub fn best(world: World<'_>, request: &Request) -> Option<BestOffer> {
    let preview = preview(world.snapshot, world.calendars, request).ok()?;
    let best = preview.best()?;
    let offer = best.offer.as_ref()?;
    let block = world.snapshot.blocks.get(best.block_index)?;
    let offer = Brief { start: offer.start, end: offer.end, nodes: offer.nodes };
    Some(BestOffer { block: block.id.clone(), offer })
}

fn offer(snapshot: &Snapshot, best: Option<&BestOffer>, lang: Lang) -> String {
    let Some(BestOffer { block: id, offer }) = best else {
        return words::NO_OFFER.get(lang).to_owned();
    };
    let block = snapshot.block(id);
    let name = block.map_or(id.as_str(), |block| block_name(block, lang));
    let (date, nodes) = (format::date(offer.start, lang), NodeCount::exactly(offer.nodes));
    let nodes = format::nodes_and_gpus(nodes, block.map(|block| block.gpus_per_node), lang);
    words::OFFER.fill(lang, &[("block", name), ("date", &date), ("nodes", &nodes)])
}

/// Returns one sentence with all holds added, one with all holds removed, and one for every other
/// reason.
fn reasons(old: &Snapshot, new: &Snapshot, because: &[Because], lang: Lang) -> Vec<String> {
    let named = |entry: Entry, snapshot: &Snapshot, find: fn(&Because) -> Option<usize>| {
        let causes: Vec<Cause> = because.iter().filter_map(find).map(Cause::Hold).collect();
        let holds = why::causes(snapshot, &causes, lang);
        (!causes.is_empty()).then(|| entry.fill(lang, &[("holds", &holds)]))
    };
    let added = named(words::HOLDS_ADDED, new, |because| match because {
        Because::Added(index) => Some(*index),
        _ => None,
    });
    let gone = named(words::HOLDS_GONE, old, |because| match because {
        Because::Removed(index) => Some(*index),
        _ => None,
    });
    let others = because.iter().filter(|it| !matches!(it, Because::Added(_) | Because::Removed(_)));
    let others = others.map(|&because| why::because(because, lang).to_owned());
    added.into_iter().chain(gone).chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fit::Calendars;
    use crate::model::read;

    /// Returns a file with blocks of 8 nodes each, and holds as `block nodes from until label`.
    fn snapshot(blocks: &[&str], holds: &[[&str; 5]]) -> Snapshot {
        let block = |id: &&str| serde_json::json!({ "id": id, "name": id.to_uppercase(), "accelerator": "h200", "nodes": 8 });
        let hold = |[block, nodes, from, until, label]: &[&str; 5]| {
            serde_json::json!({ "block": block, "nodes": nodes, "from": from, "until": until,
                "label": label })
        };
        let file = serde_json::json!({ "schema": 1, "as_of": "2027-01-01",
            "accelerators": [{ "id": "h200" }],
            "blocks": blocks.iter().map(block).collect::<Vec<_>>(),
            "holds": holds.iter().map(hold).collect::<Vec<_>>() });
        read(file.to_string().as_bytes()).unwrap().snapshot
    }

    fn request() -> Request {
        let asked = r#"{ "id": "r", "accelerators": ["h200"], "nodes": 4, "term": { "months": 1 },
            "not_before": "2027-02-01", "class": "industry" }"#;
        crate::exchange::request_json::parse(asked).unwrap().request
    }

    fn said(old: &Snapshot, new: &Snapshot) -> Option<Text> {
        let (was, now) = (Calendars::new(old), Calendars::new(new));
        let old = World { snapshot: old, calendars: &was };
        best_offer(old, World { snapshot: new, calendars: &now }, &request())
    }

    #[test]
    fn it_tells_was_now_and_because_of_which_holds() {
        let repair = ["a", "1-6", "2027-02-01", "2027-03-01", "Repair"];
        let (free, held) = (snapshot(&["a"], &[]), snapshot(&["a"], &[repair]));
        let worse = said(&free, &held).unwrap();
        assert_eq!(
            worse.en,
            "The best offer has changed. Was: A, 4 nodes (32 GPUs) from 1 Feb 2027. \
             Now: A, 4 nodes (32 GPUs) from 1 Mar 2027. Because of what was added: Repair (6 nodes, 48 GPUs)."
        );
        assert_eq!(
            worse.ko,
            "가장 좋은 자리가 바뀌었습니다. 전: A, 2027년 2월 1일부터 노드 4대(GPU 32장). \
             지금: A, 2027년 3월 1일부터 노드 4대(GPU 32장). 새로 생긴 점유 때문입니다: Repair(노드 6대, GPU 48장)."
        );
        let better = said(&held, &free).unwrap();
        assert!(
            better.en.ends_with("Because of what is gone: Repair (6 nodes, 48 GPUs)."),
            "{}",
            better.en
        );
    }

    #[test]
    fn the_same_best_offer_is_no_news() {
        let elsewhere = ["b", "1-8", "2027-02-01", "2027-12-01", "Other"];
        let (old, new) = (snapshot(&["a", "b"], &[]), snapshot(&["a", "b"], &[elsewhere]));
        assert_eq!(said(&old, &new), None);
        assert_eq!(said(&new, &new), None);
    }

    #[test]
    fn another_block_may_become_the_best_and_one_may_go() {
        let full = ["a", "1-8", "2027-01-01", "2030-01-01", "Full"];
        let (old, new) = (snapshot(&["a"], &[full]), snapshot(&["a", "b"], &[full]));
        let came = said(&old, &new).unwrap();
        assert!(
            came.en.contains("Now: B, 4 nodes (32 GPUs) from 1 Feb 2027. The block is new."),
            "{came:?}"
        );
        let went = said(&snapshot(&["a"], &[]), &snapshot(&["b"], &[])).unwrap();
        assert!(went.en.contains("Was: A"), "{went:?}");
        assert!(went.en.ends_with("The block is gone."), "{went:?}");
        let nothing = said(&snapshot(&["a"], &[]), &snapshot(&[], &[])).unwrap();
        assert!(nothing.en.contains("Now: no room. The block is gone."), "{nothing:?}");
    }
}
