//! Comments, which begin with `#` both in YAML and in shells.

use crate::exchange::out::offer::TakenOffer;
use crate::model::{NodeCount, is_hidden};
use crate::words::catalogue::handover as words;
use crate::words::format;

/// Formats any text as a comment of one line.
pub(super) fn comment(text: &str) -> String {
    ["# ", &one_line(text), "\n"].concat()
}

/// Replaces line ends and hidden characters of a text by spaces.
pub(super) fn one_line(text: &str) -> String {
    // YAML allows neither of the two noncharacters.
    let is_printed = |c: char| !is_hidden(c) && !matches!(c, '\u{fffe}' | '\u{ffff}');
    text.chars().map(|c| if is_printed(c) { c } else { ' ' }).collect()
}

/// Returns the header comments: the content of the file, its disclaimer and its origin.
pub(super) fn about(of: &TakenOffer<'_>) -> String {
    let TakenOffer { request, block, offer, lang, .. } = *of;
    let nodes = NodeCount::exactly(offer.nodes);
    let nodes = format::nodes_and_gpus(nodes, Some(block.gpus_per_node), lang);
    let (start, end) = of.days();
    let place = [("block", of.block_name()), ("accelerator", of.accelerator()), ("nodes", &nodes)];
    let numbers = match of.node_numbers() {
        Some(numbers) => words::NUMBERS.fill(lang, &[("numbers", &numbers)]),
        None => words::NUMBERS_OPEN.get(lang).to_owned(),
    };
    let mut lines = vec![words::MADE_OF.get(lang).to_owned(), of.what_not.to_owned()];
    if !request.id.is_empty() {
        lines.push(words::REQUEST.fill(lang, &[("id", &request.id)]));
    }
    lines.extend([
        words::PLACE.fill(lang, &place),
        numbers,
        words::TIME.fill(lang, &[("start", &start), ("end", &end)]),
        words::LINK.fill(lang, &[("link", of.link)]),
        words::FILL_IN.get(lang).to_owned(),
    ]);
    lines.iter().map(|line| comment(line)).collect()
}
