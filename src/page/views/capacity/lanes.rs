//! Holds over time, leaf by leaf.

use super::axis::use_axis;
use super::lane_shapes::{ground, holds, patterns, swatch};
use crate::page::components::chart::{
    axis_row, canvas, date_cursor, date_plot, grid, gutter, pager, row, stretched,
};
use crate::page::components::{option_list, save_picture, table_alternative};
use crate::page::context::{t, use_lang, use_route, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::picture::lanes::{LEAVES_AT_A_TIME, Lane, Lanes};
use crate::picture::node_map::NodeState;
use crate::picture::time_axis::TimeAxis;
use crate::session::PreparedScenario;
use crate::show::labels::pictures as labels;
use crate::words::catalogue::{capacity, pictures as words};
use crate::words::names::block_name;
use leptos::ev;
use leptos::prelude::*;

/// Returns the lanes of the block chosen, on the axis that contains the date shown.
pub fn lanes() -> Element {
    let (lang, axis) = (use_lang(), use_axis());
    let block = chosen_block();
    let lanes = lanes_of(block, axis);
    let ticks = move || axis_row(&axis.get().ticks(lang.get()));
    let plot = row(names(lanes), date_plot(axis, drawing(lanes, axis)));
    let held = table_alternative(move || {
        lanes.with(|lanes| Some(lanes.table.clone())).filter(|table| table.rows() > 0)
    });
    html::section().class("card picture").id("lanes").attr("aria-labelledby", "lanes-title").child(
        (
            html::h3().id("lanes-title").child(t(words::LANES_HEADING)),
            block_choice(block),
            pages(lanes),
            html::p().class("small quiet").child(about(lanes)),
            html::div().class("charts lanes").child((plot, ticks)),
            html::ul().class("legend").child(legend(lanes)),
            held,
            save_picture(words::LANES_HEADING),
        ),
    )
}

/// Returns the index of the block chosen, else that of the first one.
fn chosen_block() -> Memo<usize> {
    let (route, scenario) = (use_route(), use_scenario());
    memo(move |_| {
        let id = route.with(|route| route.lanes.clone());
        let index = scenario.with(|scenario| {
            let mut blocks = scenario.as_ref()?.0.scenario.snapshot.blocks.iter();
            blocks.position(|block| id.as_ref() == Some(&block.id))
        });
        index.unwrap_or(0)
    })
}

fn lanes_of(block: Memo<usize>, axis: Memo<TimeAxis>) -> Memo<Lanes> {
    let (lang, route, scenario) = (use_lang(), use_route(), use_scenario());
    let leaf = memo(move |_| route.with(|route| route.leaf).unwrap_or(1) as usize);
    memo(move |_| {
        let lanes = |scenario: &Shared<PreparedScenario>| {
            Lanes::new(&scenario.0.scenario, block.get(), leaf.get(), axis.get(), None, lang.get())
        };
        scenario.with(|scenario| scenario.as_ref().map(lanes)).unwrap_or_default()
    })
}

/// Returns the choice of the block, if there is more than one.
fn block_choice(block: Memo<usize>) -> impl IntoView {
    let scenario = use_scenario();
    let has_choice = memo(move |_| {
        let blocks =
            |scenario: &Shared<PreparedScenario>| scenario.0.scenario.snapshot.blocks.len();
        scenario.with(|scenario| scenario.as_ref().map(blocks)) > Some(1)
    });
    move || {
        has_choice.get().then(|| {
            let label = html::label().attr("for", "lanes-block").child(t(capacity::BLOCK));
            html::div().class("row").child((label, block_select(block)))
        })
    }
}

fn block_select(block: Memo<usize>) -> Element {
    let (lang, route, scenario) = (use_lang(), use_route(), use_scenario());
    let options = move || {
        let scenario = scenario.get()?;
        let blocks = scenario.0.scenario.snapshot.blocks.iter().enumerate();
        let name = |block| block_name(block, lang.get()).to_owned();
        let choices = blocks.map(|(index, block)| (index.to_string(), name(block)));
        Some(option_list(choices.collect(), move |index| block.get().to_string() == index))
    };
    let choose = move |index: String| {
        let id = scenario.with_untracked(|scenario| {
            let blocks = &scenario.as_ref()?.0.scenario.snapshot.blocks;
            Some(blocks.get(index.parse::<usize>().ok()?)?.id.clone())
        });
        // Another block is shown from its first leaf on.
        route.update(|route| (route.lanes, route.leaf) = (id, None));
    };
    html::select()
        .id("lanes-block")
        .on(ev::change, move |event| choose(event_target_value(&event)))
        .child(options)
}

/// Returns the buttons to the other leaves, if there are more than are shown at a time.
fn pages(lanes: Memo<Lanes>) -> impl IntoView {
    let (lang, route) = (use_lang(), use_route());
    move || {
        lanes.with(|lanes| {
            let about = labels::leaves_shown(lanes, lang.get());
            let sides = (lanes.neighbour(false), lanes.neighbour(true));
            let go = move |leaf| route.update(|route| route.leaf = u32::try_from(leaf).ok());
            (lanes.leaves > LEAVES_AT_A_TIME).then(|| pager(about, sides, go))
        })
    }
}

/// Returns how to read the picture, and what it leaves out.
fn about(lanes: Memo<Lanes>) -> impl IntoView {
    let lang = use_lang();
    move || lanes.with(|lanes| labels::leaves_hint(lanes, lang.get()))
}

fn drawing(lanes: Memo<Lanes>, axis: Memo<TimeAxis>) -> Element {
    let lang = use_lang();
    let height = memo(move |_| lanes.with(|lanes| lanes.height));
    let label = move || lanes.with(|lanes| labels::leaves(lanes, lang.get()));
    let lines = move || stretched(height.get(), grid(axis.get(), height.get()));
    canvas(move || height.get().to_string()).attr("role", "img").attr("aria-label", label).child((
        patterns(),
        move || lanes.with(ground),
        lines,
        move || lanes.with(holds),
        date_cursor(axis),
    ))
}

/// Returns the numbers of the leaves, left of the plot.
fn names(lanes: Memo<Lanes>) -> impl IntoView {
    let lang = use_lang();
    let name = move |lane: &Lane| (lane.y + 11, labels::leaf(lane.number, lang.get()));
    move || {
        lanes.with(|lanes| {
            let labelled = lanes.lanes.iter().filter(|lane| lane.is_labelled);
            gutter(lanes.height.max(14), labelled.map(name).collect())
        })
    }
}

/// Returns the meaning of the fills.
fn legend(lanes: Memo<Lanes>) -> impl IntoView {
    let (lang, scenario) = (use_lang(), use_scenario());
    move || {
        let layer = scenario.with(|scenario| Some(scenario.as_ref()?.0.scenario.layer()))?;
        let item = |state: &NodeState| {
            html::li().child((swatch(*state), state.name(layer).get(lang.get())))
        };
        Some(lanes.with(|lanes| lanes.states.iter().map(item).collect::<Vec<_>>()))
    }
}
