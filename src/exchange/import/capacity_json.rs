//! An import as a capacity file of version 1.

use serde::Serialize;

use super::host_list::compress;
use super::imported::Imported;
use crate::model::{Availability, Block, Hold, HoldNodes, Hour, SCHEMA, Text};

/// Maximum size of a block's node names in bytes: an entry of the file may have a megabyte.
const MAX_NAMES_BYTES: usize = 500_000;

#[derive(Serialize)]
struct FileWritten<'a> {
    schema: u64,
    as_of: String,
    title: Both<'a>,
    availability: &'static str,
    sources: [SourceWritten<'a>; 1],
}

#[derive(Serialize)]
struct Both<'a> {
    ko: &'a str,
    en: &'a str,
}

#[derive(Serialize)]
struct SourceWritten<'a> {
    id: &'static str,
    title: &'a str,
    date: String,
}

#[derive(Serialize)]
struct AcceleratorWritten<'a> {
    id: &'a str,
    name: &'a str,
}

#[derive(Serialize)]
struct BlockWritten<'a> {
    id: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    accelerator: &'a str,
    nodes: u32,
    gpus_per_node: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    leaf_nodes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    leaves: Option<&'a [u32]>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    assumed: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    /// The names of the block's nodes in node-number order, as a host list.
    #[serde(skip_serializing_if = "Option::is_none")]
    x_node_names: Option<String>,
}

#[derive(Serialize)]
struct HoldJson<'a> {
    block: &'a str,
    nodes: NodesJson,
    #[serde(skip_serializing_if = "Option::is_none")]
    from: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    label: Both<'a>,
}

#[derive(Serialize)]
#[serde(untagged)]
enum NodesJson {
    Named(String),
    Counted(u32),
}

/// Writes a capacity file with one list entry per line. Node names are in a field of their own
/// (`x_node_names`), which readers of the format ignore.
#[must_use]
pub fn write(imported: &Imported) -> String {
    let as_of = imported.as_of.to_rfc3339();
    let head = FileWritten {
        schema: SCHEMA,
        as_of: as_of.clone(),
        title: both(&imported.title),
        availability: match imported.availability {
            Availability::Complete => "complete",
            Availability::Published => "published",
            Availability::Nominal => "nominal",
        },
        sources: [SourceWritten { id: "import", title: &imported.source, date: as_of }],
    };
    let accelerators = imported
        .accelerators
        .iter()
        .map(|it| line(&AcceleratorWritten { id: &it.id, name: &it.name.en }));
    // Extended, so that `zip` drops no block without names.
    let names = imported.names.iter().map(Vec::as_slice).chain(core::iter::repeat(&[][..]));
    let blocks = imported.blocks.iter().zip(names).map(|(it, names)| line(&block(it, names)));
    let holds = imported.holds.iter().filter_map(|it| Some(line(&hold(it, &imported.blocks)?)));
    let head = line(&head);
    // The head is reopened, so that each entry of the lists can have a line of its own.
    let head = head.strip_suffix('}').unwrap_or(&head);
    let mut out = head.to_owned();
    for (name, entries) in [
        ("accelerators", accelerators.collect::<Vec<_>>()),
        ("blocks", blocks.collect()),
        ("holds", holds.collect()),
    ] {
        out.push_str(",\n\"");
        out.push_str(name);
        if entries.is_empty() {
            out.push_str("\": []");
            continue;
        }
        out.push_str("\": [\n  ");
        out.push_str(&entries.join(",\n  "));
        out.push_str("\n]");
    }
    out.push_str("\n}\n");
    out
}

/// Serializes plain data on one line, which cannot fail.
fn line(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

const fn both(text: &Text) -> Both<'_> {
    Both { ko: text.ko.as_str(), en: text.en.as_str() }
}

fn block<'a>(block: &'a Block, names: &[String]) -> BlockWritten<'a> {
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let names = if names.is_empty() { None } else { compress(&names) };
    let one = match block.leaves.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    BlockWritten {
        id: &block.id,
        name: (block.name.en != block.id).then_some(&block.name.en),
        accelerator: &block.accelerator,
        nodes: block.nodes(),
        gpus_per_node: block.gpus_per_node,
        leaf_nodes: one,
        leaves: if one.is_none() { Some(&block.leaves) } else { None },
        assumed: &block.assumed,
        source: block.source.as_deref(),
        x_node_names: names.filter(|names| names.len() <= MAX_NAMES_BYTES),
    }
}

fn hold<'a>(hold: &'a Hold, blocks: &'a [Block]) -> Option<HoldJson<'a>> {
    Some(HoldJson {
        block: &blocks.get(hold.block_index)?.id,
        nodes: match &hold.nodes {
            HoldNodes::Named(ranges) => NodesJson::Named(ranges.to_string()),
            HoldNodes::Counted(count) => NodesJson::Counted(*count),
        },
        from: (hold.from > Hour::MIN).then(|| hold.from.to_rfc3339()),
        until: (hold.until < Hour::MAX).then(|| hold.until.to_rfc3339()),
        label: both(&hold.label),
    })
}
