//! Changes that a newer capacity file makes, sentence by sentence.

use crate::model::{Block, Call, Hold, HoldNodes, Hour, Purchase, Snapshot, order};
use crate::words::catalogue::{Entry, changes as words};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::{accelerator_name, block_name, provider_name};
use std::collections::BTreeMap;

/// Number of changes of one kind that are listed; further ones are only counted.
const MOST: usize = 20;

/// Lists the changes of the newer file in blocks, holds, dates of calls, purchases and notices, one
/// line each; a single line that nothing of these changed, if so.
#[must_use]
pub fn file_changes(old: &Snapshot, new: &Snapshot, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for of_kind in [
        blocks(old, new, lang),
        holds(old, new, lang),
        calls(old, new, lang),
        purchases(old, new, lang),
        notices(old, new, lang),
    ] {
        // Cut kind by kind, so that many holds do not crowd out the new date of a call.
        let more = of_kind.len().saturating_sub(MOST);
        lines.extend(of_kind.into_iter().take(MOST));
        if more > 0 {
            lines.push(words::MORE.fill(lang, &[("count", &more.to_string())]));
        }
    }
    if lines.is_empty() {
        lines.push(words::SAME.get(lang).to_owned());
    }
    lines
}

fn blocks(old: &Snapshot, new: &Snapshot, lang: Lang) -> Vec<String> {
    let line = |entry: Entry, block: &Block| {
        let nodes = nodes_of(block, lang);
        entry.fill(lang, &[("block", block_name(block, lang)), ("nodes", &nodes)])
    };
    let mut lines = Vec::new();
    for block in &new.blocks {
        match old.block(&block.id) {
            None => lines.push(line(words::BLOCK_NEW, block)),
            Some(before) => {
                let (was, now) = (nodes_of(before, lang), nodes_of(block, lang));
                if was != now {
                    let values = [("block", block_name(block, lang)), ("was", &was), ("now", &now)];
                    lines.push(words::BLOCK_SIZE.fill(lang, &values));
                }
            }
        }
    }
    let gone = old.blocks.iter().filter(|block| new.block(&block.id).is_none());
    lines.extend(gone.map(|block| line(words::BLOCK_GONE, block)));
    lines
}

fn nodes_of(block: &Block, lang: Lang) -> String {
    format::nodes_then_gpus(block.nodes(), Some(block.gpus_per_node), lang)
}

/// Key that identifies a hold in both files, even if its end has changed.
///
/// It consists of the block's id, the nodes, the label in both languages, and the start.
type HoldKey<'a> = (&'a str, &'a HoldNodes, &'a str, &'a str, Hour);

/// Returns the holds by their keys. Several may share one, such as jobs of which only the number of
/// nodes is known: they are numbered in the order of their ends.
fn by_key(snapshot: &Snapshot) -> BTreeMap<(HoldKey<'_>, usize), &Hold> {
    let holds: Vec<&Hold> = snapshot.holds.iter().collect();
    let mut counts: BTreeMap<HoldKey<'_>, usize> = BTreeMap::new();
    let mut keyed = BTreeMap::new();
    for hold in order::sorted_by_key(&holds, |hold| order::of_hour(hold.until)) {
        let Some(block) = snapshot.blocks.get(hold.block_index) else { continue };
        let key = (block.id.as_str(), &hold.nodes, &*hold.label.ko, &*hold.label.en, hold.from);
        let count = counts.entry(key).or_default();
        keyed.insert((key, *count), hold);
        *count += 1;
    }
    keyed
}

fn holds(old: &Snapshot, new: &Snapshot, lang: Lang) -> Vec<String> {
    let (before, after) = (by_key(old), by_key(new));
    let mut lines = Vec::new();
    for (key, hold) in &after {
        match before.get(key) {
            None => lines.push(hold_line([words::HOLD_NEW, words::HOLD_NEW_OPEN], new, hold, lang)),
            Some(was) if was.until != hold.until => {
                let (was, now) = (end(was.until, lang), end(hold.until, lang));
                let (name, block) = (hold_name(hold, lang), name_of_block(new, hold, lang));
                let values = [("hold", &*name), ("block", block), ("was", &was), ("now", &now)];
                lines.push(words::HOLD_END.fill(lang, &values));
            }
            Some(_) => {}
        }
    }
    let gone = before.iter().filter(|(key, _)| !after.contains_key(*key));
    let entries = [words::HOLD_GONE, words::HOLD_GONE_OPEN];
    lines.extend(gone.map(|(_, hold)| hold_line(entries, old, hold, lang)));
    lines
}

/// Writes a hold with the first of `entries`, or with the second if its end is not known.
fn hold_line(entries: [Entry; 2], snapshot: &Snapshot, hold: &Hold, lang: Lang) -> String {
    let [ended, open] = entries;
    let entry = if hold.until == Hour::MAX { open } else { ended };
    let (name, from, until) =
        (hold_name(hold, lang), format::date(hold.from, lang), end(hold.until, lang));
    let block = name_of_block(snapshot, hold, lang);
    entry.fill(lang, &[("hold", &name), ("block", block), ("from", &from), ("until", &until)])
}

fn hold_name(hold: &Hold, lang: Lang) -> String {
    let label = match lang.text(&hold.label) {
        "" => words::HOLD_NAMELESS.get(lang),
        label => label,
    };
    [label, " (", &format::nodes(hold.nodes.count(), lang), ")"].concat()
}

fn name_of_block<'a>(snapshot: &'a Snapshot, hold: &Hold, lang: Lang) -> &'a str {
    snapshot.blocks.get(hold.block_index).map_or("", |block| block_name(block, lang))
}

/// Formats the exclusive end `until` as the last day, or says that it is not known.
fn end(until: Hour, lang: Lang) -> String {
    match until {
        Hour::MAX => words::END_NOT_KNOWN.get(lang).to_owned(),
        until => format::last_day(until, lang),
    }
}

fn calls(old: &Snapshot, new: &Snapshot, lang: Lang) -> Vec<String> {
    let line = |entry: Entry, call: &Call| entry.fill(lang, &[("call", lang.text(&call.name))]);
    let mut lines = Vec::new();
    for call in new.calls.iter() {
        match old.call(&call.id) {
            None => lines.push(line(words::CALL_NEW, call)),
            Some(before) => lines.extend(dates(before, call, lang)),
        }
    }
    let gone = old.calls.iter().filter(|call| new.call(&call.id).is_none());
    lines.extend(gone.map(|call| line(words::CALL_GONE, call)));
    lines
}

/// Lists the dates of a call that have changed.
fn dates(old: &Call, new: &Call, lang: Lang) -> Vec<String> {
    type Date = fn(&Call) -> Option<Hour>;
    let all: [(Entry, Date); 4] = [
        (words::OPENS, |call| call.opens),
        (words::CLOSES, |call| call.closes),
        (words::RESULTS, |call| call.results.as_ref()?.published),
        (words::ENDS, |call| call.term.until),
    ];
    let date_text = |hour: Option<Hour>| match hour {
        Some(hour) => format::date(hour, lang),
        None => words::END_NOT_KNOWN.get(lang).to_owned(),
    };
    let changed = all.into_iter().filter(|(_, date)| date(old) != date(new));
    let line = |(what, date): (Entry, Date)| {
        let (was, now) = (date_text(date(old)), date_text(date(new)));
        let call = lang.text(&new.name);
        // Named as in the newer file, as it may have been renamed.
        let values = [("call", call), ("what", what.get(lang)), ("was", &was), ("now", &now)];
        words::CALL_DATE.fill(lang, &values)
    };
    changed.map(line).collect()
}

fn purchases(old: &Snapshot, new: &Snapshot, lang: Lang) -> Vec<String> {
    let only_in = |one: &Snapshot, other: &Snapshot, entry: Entry| {
        // The citation may change without a change of what was bought.
        let is_same = |a: &Purchase, b: &Purchase| {
            Purchase { citation: b.citation.clone(), ..a.clone() } == *b
        };
        let own =
            one.purchases.iter().filter(|it| !other.purchases.iter().any(|that| is_same(it, that)));
        own.map(|it| entry.fill(lang, &[("purchase", &purchase(one, it, lang))]))
            .collect::<Vec<_>>()
    };
    let mut lines = only_in(new, old, words::PURCHASE_NEW);
    lines.extend(only_in(old, new, words::PURCHASE_GONE));
    lines
}

fn purchase(snapshot: &Snapshot, purchase: &Purchase, lang: Lang) -> String {
    [
        provider_name(snapshot, Some(&purchase.provider), lang),
        accelerator_name(snapshot, &purchase.accelerator, lang),
        &format::gpus(purchase.bought_gpus, lang),
    ]
    .join(" · ")
}

fn notices(old: &Snapshot, new: &Snapshot, lang: Lang) -> Vec<String> {
    let only_in = |one: &Snapshot, other: &Snapshot, entry: Entry| {
        let is_known = |text: &_| other.notices.iter().any(|that| that.text == *text);
        let own = one.notices.iter().filter(|notice| !is_known(&notice.text));
        own.map(|it| entry.fill(lang, &[("text", lang.text(&it.text))])).collect::<Vec<_>>()
    };
    let mut lines = only_in(new, old, words::NOTICE_NEW);
    lines.extend(only_in(old, new, words::NOTICE_GONE));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read;

    const FILE: &str = r#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
        "accelerators":[{"id":"h200","name":"H200"}],"providers":[{"id":"p","name":"Provider"}],
        "blocks":[{"id":"a","name":"A","accelerator":"h200","nodes":64}],
        "holds":[{"block":"a","nodes":"1-16","from":"2027-01-04","until":"2027-03-01","label":"Repair"},
            {"block":"a","nodes":4,"from":"2027-02-01"}],
        "calls":[{"id":"c","name":"Call C","closes":"2027-02-01"}],
        "purchases":[{"provider":"p","accelerator":"h200","bought_gpus":512,"government_gpus":512}],
        "notices":[{"date":"2027-01-01","text":"All is taken."}]}"#;

    fn told(was: &str, now: &str) -> Vec<String> {
        assert!(FILE.contains(was), "{was}");
        let [old, new] = [FILE.to_owned(), FILE.replace(was, now)]
            .map(|file| read(file.as_bytes()).unwrap().snapshot);
        file_changes(&old, &new, Lang::En)
    }

    #[test]
    fn each_change_is_a_line() {
        for (was, now, lines) in [
            ("2027-01-04\",\"avail", "2027-01-05\",\"avail", &[words::SAME.en][..]),
            (
                r#""nodes":64}"#,
                r#""nodes":80}"#,
                &["Block A: 64 nodes, 512 GPUs → 80 nodes, 640 GPUs"],
            ),
            (
                r#""nodes":64}"#,
                r#""nodes":64},{"id":"b","accelerator":"h200","nodes":8}"#,
                &["New block: b, 8 nodes, 64 GPUs"],
            ),
            (
                "2027-03-01",
                "2027-04-01",
                &["End of a hold: Repair (16 nodes), A, 28 Feb 2027 → 31 Mar 2027"],
            ),
            (
                r#""until":"2027-03-01","#,
                "",
                &["End of a hold: Repair (16 nodes), A, 28 Feb 2027 → not known"],
            ),
            (
                "\"Repair\"",
                "\"Other\"",
                &[
                    "New hold: Other (16 nodes), A, 4 Jan 2027 to 28 Feb 2027",
                    "Hold gone: Repair (16 nodes), A, 4 Jan 2027 to 28 Feb 2027",
                ],
            ),
            (
                r#"{"block":"a","nodes":4,"from":"2027-02-01"}"#,
                r#"{"block":"a","nodes":5,"from":"2027-02-01"}"#,
                &[
                    "New hold: hold without a name (5 nodes), A, 1 Feb 2027 to an end not known",
                    "Hold gone: hold without a name (4 nodes), A, 1 Feb 2027 to an end not known",
                ],
            ),
            (
                r#""from":"2027-02-01"}"#,
                r#""label":"Jobs"}"#,
                &[
                    "New hold: Jobs (4 nodes), A, from the beginning to an end not known",
                    "Hold gone: hold without a name (4 nodes), A, 1 Feb 2027 to an end not known",
                ],
            ),
            (
                r#""closes":"2027-02-01""#,
                r#""closes":"2027-02-08""#,
                &["Call C, closes: 1 Feb 2027 → 8 Feb 2027"],
            ),
            (r#","closes":"2027-02-01""#, "", &["Call C, closes: 1 Feb 2027 → not known"]),
            (
                r#""id":"c","name":"Call C""#,
                r#""id":"d","name":"Call D""#,
                &["New call: Call D", "Call gone: Call C"],
            ),
            (
                r#""bought_gpus":512"#,
                r#""bought_gpus":1024"#,
                &[
                    "New purchase: Provider · H200 · 1,024 GPUs",
                    "Purchase gone: Provider · H200 · 512 GPUs",
                ],
            ),
            (
                "All is taken.",
                "A call is open.",
                &["New notice: A call is open.", "Notice gone: All is taken."],
            ),
        ] {
            assert_eq!(told(was, now), lines, "{was} -> {now}");
        }
    }

    #[test]
    fn many_changes_of_a_kind_are_counted() {
        let block = |n| format!(",{{\"id\":\"b{n}\",\"accelerator\":\"h200\",\"nodes\":2}}");
        let blocks: String = (0..23).map(block).collect();
        let lines = told(r#""nodes":64}"#, &[r#""nodes":64}"#, &blocks].concat());
        assert_eq!((lines.len(), lines.last().map(String::as_str)), (21, Some("3 more changes")));
    }

    #[test]
    fn holds_that_are_alike_are_compared_one_by_one() {
        let file = |as_of: &str, ends: [&str; 2]| {
            let job = |end: &str| {
                format!(r#"{{"block":"a","nodes":1,"from":"2027-01-02","until":"{end}"}}"#)
            };
            format!(
                r#"{{"schema":1,"as_of":"{as_of}","accelerators":[{{"id":"h200","name":"H200"}}],
                    "blocks":[{{"id":"a","accelerator":"h200","nodes":8}}],
                    "holds":[{},{}]}}"#,
                job(ends[0]),
                job(ends[1])
            )
        };
        let before = file("2027-01-01", ["2027-02-01", "2027-03-01"]);
        let after_it = file("2027-01-02", ["2027-03-01", "2027-02-11"]);
        let lines = |old: &str, new: &str| {
            let [old, new] = [old, new].map(|it| read(it.as_bytes()).unwrap().snapshot);
            file_changes(&old, &new, Lang::En)
        };
        let same = lines(&before, &file("2027-01-02", ["2027-03-01", "2027-02-01"]));
        assert_eq!(same, [words::SAME.en]);
        let lines = lines(&before, &after_it);
        assert_eq!(lines.len(), 1, "{lines:#?}");
        assert!(lines[0].ends_with("31 Jan 2027 → 10 Feb 2027"), "{lines:#?}");
    }
}
