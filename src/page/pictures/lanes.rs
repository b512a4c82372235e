//! Holds leaf by leaf over time.

use super::span::axis;
use super::{axis_row, canvas, cursor, date_plot, grid, gutter, pager, rect, row, stretched};
use crate::model::Layer;
use crate::page::components::{option_list, table_alternative};
use crate::page::dom::{AnyView, Element, IntoView, html, svg};
use crate::page::state::{Shared, State};
use crate::picture::lanes::{HoldBox, LEAVES_AT_A_TIME, Lane, Lanes, Shade};
use crate::picture::node_map::NodeState;
use crate::picture::time_axis::TimeAxis;
use crate::words::catalogue::{capacity, pictures as words};
use crate::words::names::block_name;
use crate::words::{Lang, format};
use leptos::ev;
use leptos::prelude::*;
use std::sync::Arc;

/// The lanes of the block chosen, on the axis that the date shown lies on.
pub fn lanes(state: State, lang: Lang) -> Element {
    let axis = axis(state);
    let chosen = Memo::new(move |_| {
        let (id, leaf) = state.route.with(|route| (route.lanes.clone(), route.leaf));
        let place = state.world.with(|world| {
            let mut blocks = world.as_ref()?.0.scenario.snapshot.blocks.iter();
            blocks.position(|block| id.as_ref() == Some(&block.id))
        });
        (place.unwrap_or(0), leaf.unwrap_or(1) as usize)
    });
    let lanes = Memo::new(move |_| {
        let world = state.world.get()?;
        let (block, leaf) = chosen.get();
        let lanes = Lanes::new(&world.0.scenario, block, leaf, axis.get(), None, lang);
        Some(Shared(Arc::new(lanes)))
    });
    let picture = move || {
        let Some((world, lanes)) = state.world.get().zip(lanes.get()) else {
            return AnyView::empty();
        };
        picture(state, world.0.scenario.layer(), &lanes.0, axis.get(), lang)
    };
    let twin = table_alternative(move || {
        lanes.get().map(|lanes| lanes.0.table.clone()).filter(|table| !table.rows.is_empty())
    });
    html::section()
        .class("card picture")
        .id("lanes")
        .attr("aria-labelledby", "lanes-title")
        .child(html::h3().id("lanes-title").child(words::LANES_HEADING.get(lang)))
        .child(move || choice(state, chosen, lang))
        .child(picture)
        .child(twin)
}

/// The choice of the block; none where there is nothing to choose.
fn choice(state: State, chosen: Memo<(usize, usize)>, lang: Lang) -> AnyView {
    let Some(world) = state.world.get() else { return AnyView::empty() };
    let blocks = &world.0.scenario.snapshot.blocks;
    if blocks.len() < 2 {
        return AnyView::empty();
    }
    let choices = blocks.iter().enumerate();
    let choices = choices.map(|(at, block)| (at.to_string(), block_name(block, lang).to_owned()));
    let ids: Vec<String> = blocks.iter().map(|block| block.id.clone()).collect();
    let select = html::select()
        .id("lanes-block")
        .on(ev::change, move |event| {
            let place = event_target_value(&event).parse::<usize>().ok();
            let id = place.and_then(|place| ids.get(place).cloned());
            state.route.update(|route| (route.lanes, route.leaf) = (id, None));
        })
        .child(option_list(choices.collect(), move |at| chosen.get().0.to_string() == at));
    html::div()
        .class("row")
        .child(html::label().attr("for", "lanes-block").child(capacity::BLOCK.get(lang)))
        .child(select)
        .into_view()
}

fn picture(state: State, layer: Layer, lanes: &Lanes, axis: TimeAxis, lang: Lang) -> AnyView {
    let [low, high, all] = [lanes.window.start, lanes.window.end.saturating_sub(1), lanes.leaves]
        .map(|number| format::integer(number as u64));
    let values = [("block", &*lanes.name), ("low", &*low), ("high", &*high), ("all", &*all)];
    let pages = (lanes.leaves > LEAVES_AT_A_TIME).then(|| {
        let about = words::LANES_SHOWN.fill(lang, &values);
        let go = move |leaf: usize| {
            state.route.update(|route| route.leaf = u32::try_from(leaf).ok());
        };
        let sides = (lanes.neighbour(false), lanes.neighbour(true));
        html::div().class("row").child(pager(about, sides, go, lang))
    });
    let counted = (lanes.counted > 0).then(|| {
        let holds = format::holds(lanes.counted, lang);
        words::LANES_COUNTED.fill(lang, &[("holds", &holds)])
    });
    let is_empty = lanes.table.rows.is_empty();
    let about = [
        (!is_empty && lanes.shades.is_empty()).then(|| words::LANES_HINT.get(lang).to_owned()),
        (!lanes.shades.is_empty()).then(|| words::LANES_SHADED.get(lang).to_owned()),
        is_empty.then(|| words::LANES_EMPTY.get(lang).to_owned()),
        counted,
    ];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let ticks = axis.ticks(lang);
    let height = lanes.height;
    let drawing = canvas(height)
        .attr("role", "img")
        .attr("aria-label", words::LANES_LABEL.fill(lang, &values))
        .child(patterns())
        .child(lanes.lanes.iter().map(lane).collect::<Vec<_>>())
        .child(stretched(height, vec![grid(&ticks, height)]))
        .child(lanes.shades.iter().map(shade).collect::<Vec<_>>())
        .child(lanes.boxes.iter().map(hold_box).collect::<Vec<_>>())
        .child(cursor(state, axis));
    let name = |lane: &Lane| {
        let number = lane.number.to_string();
        (lane.y + 11, capacity::LEAF_NUMBER.fill(lang, &[("number", &number)]))
    };
    let labelled = lanes.lanes.iter().filter(|lane| lane.is_labelled);
    let names = gutter(height.max(14), labelled.map(name).collect());
    let legend = |&state: &NodeState| {
        let mark = svg::svg()
            .attr("viewBox", "0 0 16 16")
            .attr("aria-hidden", "true")
            .child(filled(state, svg::rect().attr("width", "16").attr("height", "16")));
        html::li().child(mark).child(state.name(layer).get(lang))
    };
    let legend: Vec<Element> = lanes.states.iter().map(legend).collect();
    vec![
        pages,
        Some(html::p().class("small quiet").child(about.join(" "))),
        Some(
            html::div()
                .class("charts lanes")
                .child(row(names, date_plot(state, axis, drawing)))
                .child(axis_row(&ticks)),
        ),
        Some(html::ul().class("legend").child(legend)),
    ]
    .into_view()
}

/// Fills that differ without colour: level lines for published holds, stripes for what is assumed,
/// dots for what is not there yet.
fn patterns() -> Element {
    let pattern = |id: &'static str, mark: Element| {
        svg::pattern()
            .id(id)
            .attr("width", "6")
            .attr("height", "6")
            .attr("patternUnits", "userSpaceOnUse")
            .child(svg::rect().class("ground").attr("width", "6").attr("height", "6"))
            .child(mark)
    };
    let stripe = svg::path().class("stripe").attr("d", "M-1 5L1 7M-1 -1L7 7M5 -1L7 1");
    let dot = svg::circle().class("dot").attr("cx", "3").attr("cy", "3").attr("r", "1");
    let level = svg::path().class("stripe").attr("d", "M0 3H6");
    svg::defs()
        .child(pattern("published-fill", level))
        .child(pattern("assumed-fill", stripe))
        .child(pattern("not-yet-fill", dot))
}

fn filled(state: NodeState, shape: Element) -> Element {
    let shape = shape.class(state.class());
    match state {
        NodeState::Published => shape.attr("fill", "url(#published-fill)"),
        NodeState::Assumed => shape.attr("fill", "url(#assumed-fill)"),
        NodeState::NotDelivered => shape.attr("fill", "url(#not-yet-fill)"),
        _ => shape,
    }
}

fn lane(lane: &Lane) -> Element {
    rect(0, crate::picture::time_axis::WIDTH, lane.y, lane.height).class("lane")
}

fn hold_box(of: &HoldBox) -> Element {
    let shape = filled(of.state, rect(of.x, of.width, of.y, of.height));
    shape.child(svg::title().child(of.title.as_str()))
}

fn shade(of: &Shade) -> Element {
    rect(of.x, of.width, of.y, of.height).class(format!("shade shade-{}", of.level))
}
