//! Labels that contain a name, a number or a date: those of the fit view here, the others in a
//! module for each view or kind of picture.

pub mod pictures;
pub mod round;
pub mod size;

use crate::model::{Call, Hour, Snapshot};
use crate::words::catalogue::{Entry, capacity, compare, fit, holds};
use crate::words::names::block_name;
use crate::words::{Lang, format};

/// Returns the name of a button of which there are several: the action, and what it acts on.
#[must_use]
pub fn named(act: Entry, name: &str, lang: Lang) -> String {
    [act.get(lang), ": ", name].concat()
}

/// Returns the name of the assumed hold at `index`; numbers are 1-based.
#[must_use]
pub fn hold(index: usize, lang: Lang) -> String {
    holds::NUMBER.fill(lang, &[("number", &(index + 1).to_string())])
}

/// Says that no further hold can be assumed, because there are `most` of them.
#[must_use]
pub fn holds_full(most: usize, lang: Lang) -> String {
    holds::FULL.fill(lang, &[("count", &most.to_string())])
}

/// Returns the name of the pinned request at `index`; numbers are 1-based.
#[must_use]
pub fn pin(index: usize, lang: Lang) -> String {
    compare::PIN_NUMBER.fill(lang, &[("number", &(index + 1).to_string())])
}

/// Reports the outcome of pinning; `most` is the number of requests that can be pinned.
#[must_use]
pub fn pinned(outcome: Entry, most: usize, lang: Lang) -> String {
    outcome.fill(lang, &[("count", &most.to_string())])
}

/// Returns the title of the rules of a call.
#[must_use]
pub fn rules(call: &Call, lang: Lang) -> String {
    fit::RULES.fill(lang, &[("call", lang.text(&call.name))])
}

/// Names the hour that a node map shows.
#[must_use]
pub fn at_date(hour: Hour, lang: Lang) -> String {
    capacity::AT_DATE.fill(lang, &[("date", &format::date(hour, lang))])
}

/// Returns the label of the node map of the block at this index; its name is empty if there is
/// no such block.
#[must_use]
pub fn node_map(snapshot: &Snapshot, block_index: Option<usize>, lang: Lang) -> String {
    let block = block_index.and_then(|index| snapshot.blocks.get(index));
    let name = block.map(|block| block_name(block, lang)).unwrap_or_default();
    capacity::NODE_MAP.fill(lang, &[("block", name)])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Instant, read};

    #[test]
    fn labels_have_their_values_in_both_languages() {
        let reading = read(include_bytes!("../../../public/capacity.json")).unwrap();
        let snapshot = &reading.snapshot;
        let (call, block) = (&snapshot.calls[0], &snapshot.blocks[0]);
        let hour = Instant::parse("2027-01-04").unwrap().floor();
        for lang in [Lang::Ko, Lang::En] {
            assert_eq!(named(compare::COPY, "x", lang), [compare::COPY.get(lang), ": x"].concat());
            assert!(hold(0, lang).contains('1') && !hold(0, lang).contains('{'));
            assert!(pin(1, lang).contains('2') && !pin(1, lang).contains('{'));
            assert!(holds_full(20, lang).contains("20"));
            assert!(rules(call, lang).contains(lang.text(&call.name)));
            assert!(at_date(hour, lang).contains(&format::date(hour, lang)));
            assert!(node_map(snapshot, Some(0), lang).contains(block_name(block, lang)));
            assert!(!node_map(snapshot, None, lang).contains('{'));
        }
        let full = pinned(compare::FULL, 4, Lang::En);
        assert!(full.contains('4'), "{full}");
    }
}
