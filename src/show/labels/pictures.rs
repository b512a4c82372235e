//! Captions beside the pictures of time, and their labels for screen readers.

use crate::model::Hour;
use crate::picture::lanes::Lanes;
use crate::words::catalogue::{Entry, capacity, pictures as words, programme};
use crate::words::{Lang, format};
use core::ops::Range;

/// Names today's date in the legend of the programme.
#[must_use]
pub fn today(today: Hour, lang: Lang) -> String {
    programme::TODAY.fill(lang, &[("date", &format::date(today, lang))])
}

/// Says how many further nodes are taken that a node map cannot show.
#[must_use]
pub fn counted_nodes(nodes: u32, lang: Lang) -> String {
    capacity::COUNTED.fill(lang, &[("nodes", &format::nodes(nodes, lang))])
}

/// Says which of all blocks are shown; `shown` holds 0-based indices, the text 1-based numbers.
#[must_use]
pub fn blocks_shown(shown: Range<usize>, all: usize, lang: Lang) -> String {
    let numbers = [shown.start + 1, shown.end, all].map(|number| format::integer(number as u64));
    let [low, high, all] = numbers.each_ref().map(String::as_str);
    words::BLOCKS_SHOWN.fill(lang, &[("low", low), ("high", high), ("all", all)])
}

/// Explains how to read the charts of free nodes; `is_range` if some of them show a range.
#[must_use]
pub fn free_hint(is_range: bool, lang: Lang) -> String {
    let hints = [Some(words::FREE_HINT), is_range.then_some(words::FREE_RANGE)];
    hints.into_iter().flatten().map(|hint| hint.get(lang)).collect::<Vec<_>>().join(" ")
}

/// Returns the value of a chart at the hour pointed at, with its name.
#[must_use]
pub fn value_of(name: &str, value: &str) -> String {
    [name, ": ", value].concat()
}

/// Says which of all leaves are shown.
#[must_use]
pub fn leaves_shown(lanes: &Lanes, lang: Lang) -> String {
    of_leaves(lanes, words::LANES_SHOWN, lang)
}

/// Returns the label of the picture of leaves.
#[must_use]
pub fn leaves(lanes: &Lanes, lang: Lang) -> String {
    of_leaves(lanes, words::LANES_LABEL, lang)
}

fn of_leaves(lanes: &Lanes, entry: Entry, lang: Lang) -> String {
    let [low, high, all] = [lanes.window.start, lanes.window.end.saturating_sub(1), lanes.leaves]
        .map(|number| format::integer(number as u64));
    let values = [("block", &*lanes.name), ("low", &*low), ("high", &*high), ("all", &*all)];
    entry.fill(lang, &values)
}

/// Explains how to read the picture of leaves, and what it cannot show.
#[must_use]
pub fn leaves_hint(lanes: &Lanes, lang: Lang) -> String {
    let counted = (lanes.counted > 0).then(|| {
        let holds = format::holds(lanes.counted, lang);
        words::LANES_COUNTED.fill(lang, &[("holds", &holds)])
    });
    let hint = match (lanes.table.rows() == 0, lanes.shades.is_empty()) {
        (true, true) => vec![words::LANES_EMPTY],
        (true, false) => vec![words::LANES_SHADED, words::LANES_EMPTY],
        (false, true) => vec![words::LANES_HINT],
        (false, false) => vec![words::LANES_SHADED],
    };
    let hint = hint.into_iter().map(|entry| entry.get(lang).to_owned());
    hint.chain(counted).collect::<Vec<_>>().join(" ")
}

/// Names a leaf by its number.
#[must_use]
pub fn leaf(number: usize, lang: Lang) -> String {
    capacity::LEAF_NUMBER.fill(lang, &[("number", &number.to_string())])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Instant;
    use crate::picture::lanes::Shade;
    use crate::words::table::{Column, Table, Value};

    fn lanes(rows: usize, shades: usize, counted: u32) -> Lanes {
        let columns = vec![Column::new("", vec![Value::Blank; rows])];
        let table = Table { columns, ..Table::default() };
        let shade = Shade { level: 1, x: 0, width: 1, y: 0, height: 1 };
        Lanes {
            name: "A".into(),
            window: 1..9,
            leaves: 1_200,
            lanes: Vec::new(),
            height: 0,
            boxes: Vec::new(),
            shades: vec![shade; shades],
            states: Vec::new(),
            counted,
            table,
        }
    }

    #[test]
    fn a_hint_says_how_leaves_are_drawn_and_what_is_missing() {
        let cases: [(usize, usize, u32, &[&str]); 4] = [
            (0, 0, 0, &[words::LANES_EMPTY.en]),
            (1, 0, 0, &[words::LANES_HINT.en]),
            (1, 1, 0, &[words::LANES_SHADED.en]),
            (0, 1, 0, &[words::LANES_SHADED.en, words::LANES_EMPTY.en]),
        ];
        for (rows, shades, counted, parts) in cases {
            assert_eq!(leaves_hint(&lanes(rows, shades, counted), Lang::En), parts.join(" "));
        }
        for lang in [Lang::Ko, Lang::En] {
            let said = leaves_hint(&lanes(1, 0, 3), lang);
            assert!(said.starts_with(words::LANES_HINT.get(lang)), "{said}");
            assert!(said.contains(&format::holds(3, lang)), "{said}");
        }
    }

    #[test]
    fn numbers_and_dates_stand_in_their_places() {
        let hour = Instant::parse("2027-01-04").unwrap().floor();
        for lang in [Lang::Ko, Lang::En] {
            let all = [
                (today(hour, lang), format::date(hour, lang)),
                (counted_nodes(3, lang), format::nodes(3, lang)),
                (blocks_shown(0..12, 1_300, lang), "1,300".into()),
                (leaves_shown(&lanes(1, 0, 0), lang), "1,200".into()),
                (leaves(&lanes(1, 0, 0), lang), "A".into()),
                (leaf(7, lang), "7".into()),
            ];
            for (label, value) in all {
                assert!(label.contains(&value) && !label.contains('{'), "{label}");
            }
            assert_eq!(free_hint(false, lang), words::FREE_HINT.get(lang));
            assert!(free_hint(true, lang).ends_with(words::FREE_RANGE.get(lang)));
        }
        let shown = blocks_shown(12..24, 30, Lang::En);
        assert!(shown.contains("13") && shown.contains("24") && shown.contains("30"), "{shown}");
        assert_eq!(value_of("A", "4 nodes"), "A: 4 nodes");
    }
}
