//! The nodes of a block as small drawings, a leaf each, that wrap like words.

use crate::model::Layer;
use crate::page::element::{El, el, svg};
use crate::show::catalogue::{capacity as words, page};
use crate::show::node_map::{LeafMap, NodeMap, NodeState};
use crate::show::{Lang, format};

/// A node map. `label` names it for those who do not see it.
pub fn node_map(map: &NodeMap, label: String, lang: Lang) -> El {
    let leaf = |leaf: &LeafMap| {
        let number = words::LEAF_NUMBER.fill(lang, &[("number", &leaf.number.to_string())]);
        let name = el("span").attr("aria-hidden", "true").child(number);
        el("div").class("leaf").child(drawing(leaf.size(), leaf.paths())).child(name)
    };
    let leaves: Vec<El> = map.leaves.iter().map(leaf).collect();
    el("div").class("leaves").attr("role", "img").attr("aria-label", label).child(leaves)
}

/// Paths in one drawing, each in the colours of its state.
fn drawing((width, height): (u32, u32), paths: Vec<(NodeState, String)>) -> El {
    let path =
        |(state, shape): (NodeState, String)| svg("path").class(state.class()).attr("d", shape);
    let paths: Vec<El> = paths.into_iter().map(path).collect();
    svg("svg")
        .attr("viewBox", format!("0 0 {width} {height}"))
        .attr("aria-hidden", "true")
        .child(paths)
}

/// The page's own mark: four leaves, one of them ours.
pub fn logo() -> El {
    let leaf = |shape: &'static str| svg("path").attr("d", shape);
    let others = leaf("M1 1h6v6h-6zM9 9h6v6h-6zM1 9h6v6h-6z").attr("opacity", ".35");
    let ours = leaf("M9 1h6v6h-6z");
    svg("svg").attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child(others).child(ours)
}

/// How many nodes more are taken than the map can show, where there are any.
pub fn counted(map: &NodeMap, lang: Lang) -> Option<El> {
    (map.counted > 0).then(|| {
        let nodes = format::nodes(map.counted, lang);
        el("p").class("small quiet").child(words::COUNTED.fill(lang, &[("nodes", &nodes)]))
    })
}

/// The name of a state; without known holds, "free" would say too much.
pub fn state_name(state: NodeState, layer: Layer, lang: Lang) -> &'static str {
    match state {
        NodeState::Free if layer == Layer::Nominal => page::STATE_NOT_KNOWN,
        NodeState::Free => page::STATE_FREE,
        NodeState::Held => page::STATE_HELD,
        NodeState::Assumed => page::STATE_ASSUMED,
        NodeState::NotDelivered => page::STATE_NOT_YET,
        NodeState::Offered => page::STATE_OFFER,
    }
    .get(lang)
}

/// What the shapes mean and how many there are of each.
pub fn legend(totals: &[(NodeState, u32)], layer: Layer, lang: Lang) -> El {
    let item = |&(state, count): &(NodeState, u32)| {
        let one = LeafMap { number: 1, states: vec![state] };
        let words = format!("{} {}", state_name(state, layer, lang), format::integer(count.into()));
        el("li").child(drawing(one.size(), one.paths())).child(words)
    };
    let present = totals.iter().filter(|total| total.1 > 0);
    el("ul").class("legend").child(present.map(item).collect::<Vec<_>>())
}
