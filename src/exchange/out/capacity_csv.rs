//! A capacity file as a table for programs: blocks and their holds.

use super::csv::{csv_text, text_cell};
use crate::model::{Block, Hold, HoldNodes, Hour, Snapshot, Surety, Text};
use crate::words::format;

/// Headings; fixed, because programs read them.
const HEADINGS: [&str; 15] = [
    "kind",
    "block",
    "block_ko",
    "block_en",
    "provider",
    "accelerator",
    "nodes",
    "gpus",
    "node_numbers",
    "from",
    "until",
    "label_ko",
    "label_en",
    "surety",
    "source",
];

/// Returns one line per block, followed by one line per hold on it.
///
/// Dates are in Korean time and ends are exclusive: the first free day or hour. An unknown end is
/// empty. Each line has its own figures: those of a hold are part of those of its block.
#[must_use]
pub fn capacity_csv(snapshot: &Snapshot) -> String {
    let mut rows = vec![HEADINGS.map(str::to_owned).to_vec()];
    for (index, block) in snapshot.blocks.iter().enumerate() {
        rows.push(of_block(snapshot, block));
        let holds = snapshot.holds.iter().filter(|hold| hold.block_index == index);
        rows.extend(holds.map(|hold| of_hold(snapshot, block, hold)));
    }
    csv_text(rows)
}

fn of_block(snapshot: &Snapshot, block: &Block) -> Vec<String> {
    let from = block.available_from.map(day).unwrap_or_default();
    let figures = [block.nodes().to_string(), block.gpus().to_string(), String::new()];
    let source = source(snapshot, block.source.as_deref(), None);
    row("block", block, figures, [from, String::new()], &Text::default(), source)
}

fn of_hold(snapshot: &Snapshot, block: &Block, hold: &Hold) -> Vec<String> {
    let nodes = hold.nodes.count();
    let numbers = match &hold.nodes {
        HoldNodes::Named(ranges) => text_cell(&ranges.to_string()),
        HoldNodes::Counted(_) => String::new(),
    };
    let gpus = nodes.saturating_mul(block.gpus_per_node);
    let figures = [nodes.to_string(), gpus.to_string(), numbers];
    let citation = hold.published.as_ref().map(|published| &published.citation);
    let id = citation.and_then(|citation| citation.source.as_deref());
    let source = source(snapshot, id, citation.and_then(|citation| citation.surety));
    row("hold", block, figures, [day(hold.from), day(hold.until)], &hold.label, source)
}

/// Assembles a line, in the order of the headings.
fn row(
    kind: &str,
    block: &Block,
    figures: [String; 3],
    dates: [String; 2],
    label: &Text,
    source: [String; 2],
) -> Vec<String> {
    let name = |text: &str| text_cell(if text.is_empty() { &block.id } else { text });
    let mut row = vec![
        kind.to_owned(),
        text_cell(&block.id),
        name(&block.name.ko),
        name(&block.name.en),
        text_cell(block.provider.as_deref().unwrap_or_default()),
        text_cell(&block.accelerator),
    ];
    row.extend(figures);
    row.extend(dates);
    row.extend([text_cell(&label.ko), text_cell(&label.en)]);
    row.extend(source);
    row
}

/// Returns the surety, and the address or name of the source.
fn source(snapshot: &Snapshot, id: Option<&str>, surety: Option<Surety>) -> [String; 2] {
    let Some(source) = id.and_then(|id| snapshot.source(id)) else { return Default::default() };
    let surety = surety.unwrap_or(source.surety).id().to_owned();
    let address = source.url.as_deref().unwrap_or(&source.title.en);
    [surety, text_cell(address)]
}

/// Formats a day, or an hour of it; empty for an open start or end.
fn day(hour: Hour) -> String {
    let is_known = (Hour::EARLIEST..=Hour::LATEST).contains(&hour);
    if is_known { format::hour_input(hour) } else { String::new() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read;
    use std::collections::BTreeMap;

    fn rows(file: &[u8]) -> Vec<BTreeMap<String, String>> {
        let text = capacity_csv(&read(file).unwrap().snapshot);
        let text = text.strip_prefix('\u{feff}').unwrap();
        csv::Reader::from_reader(text.as_bytes()).deserialize().map(|row| row.unwrap()).collect()
    }

    #[test]
    fn the_published_blocks_and_holds_are_all_there() {
        let rows = rows(include_bytes!("../../../public/capacity.json"));
        let of = |kind: &str| rows.iter().filter(|row| row["kind"] == kind).collect::<Vec<_>>();
        let sum = |kind: &str, column: &str| {
            of(kind).iter().map(|row| row[column].parse::<u32>().unwrap()).sum::<u32>()
        };
        assert_eq!(
            (of("block").len(), sum("block", "nodes"), sum("block", "gpus")),
            (5, 1307, 10_456)
        );
        assert_eq!(sum("hold", "nodes"), 1307);
        for hold in of("hold") {
            assert_eq!(hold["surety"], "inferred");
            assert!(hold["source"].starts_with("https://") || !hold["source"].is_empty());
            assert!(["2027-04-01", ""].contains(&&*hold["until"]), "{hold:?}");
        }
    }

    #[test]
    fn what_is_counted_is_not_named_and_no_text_is_a_formula() {
        let rows = rows(
            br#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
            "accelerators":[{"id":"h200"}],
            "blocks":[{"id":"a","name":"=A1","accelerator":"h200","nodes":8}],
            "holds":[{"block":"a","nodes":3,"from":"2027-02-01","label":"@x, \"y\""},
                     {"block":"a","nodes":"5-6","from":"2027-02-01T09:00:00Z","until":"2027-03-01"}]}"#,
        );
        assert_eq!(rows.len(), 3);
        assert_eq!(rows[0]["block_en"], "'=A1");
        assert_eq!((&*rows[1]["label_en"], &*rows[1]["node_numbers"]), ("'@x, \"y\"", ""));
        assert_eq!((&*rows[1]["nodes"], &*rows[1]["gpus"], &*rows[1]["until"]), ("3", "24", ""));
        assert_eq!((&*rows[2]["node_numbers"], &*rows[2]["until"]), ("5-6", "2027-03-01"));
        assert_eq!(rows[2]["from"], "2027-02-01T18:00:00+09:00");
    }
}
