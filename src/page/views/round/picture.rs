//! Picture of the plan: blocks downward, time to the right, free nodes below.

use super::controller::RoundController;
use super::keys::key_of_picture;
use crate::page::components::chart::{
    axis_row, canvas, grid, gutter, label, on_drag, path, percent, rect, row, stretched,
};
use crate::page::components::{button, option_list, save_picture, table_alternative};
use crate::page::context::{t, use_lang, use_scenario, use_today};
use crate::page::dom::{AnyView, Element, IntoView, html, svg};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::picture::plan::{BlockRow, DayWindow, FREE_HEIGHT, PlanPicture, Shift};
use crate::picture::time_axis::WIDTH;
use crate::session::PreparedScenario;
use crate::show::labels::round as labels;
use crate::show::round::Pictured;
use crate::words::catalogue::{Entry, pictures, round as words};
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::table::Table;
use leptos::ev;
use leptos::prelude::*;

type PictureMemo = Memo<Option<Shared<PlanPicture>>>;

/// Returns the picture with the controls that move it.
pub fn picture(controller: RoundController) -> Element {
    let lang = use_lang();
    let picture = use_picture(controller);
    let left_out = move || {
        let said = read(picture, |it| labels::left_out(it, lang.get())).unwrap_or_default();
        said.into_iter().map(|it| html::p().class("small quiet").child(it)).collect::<Vec<_>>()
    };
    let given = table_alternative(use_table(controller));
    html::section()
        .class("card picture")
        .id("plan-picture")
        .attr("aria-labelledby", "plan-picture-title")
        .child((
            html::h2().id("plan-picture-title").child(t(words::PLAN)),
            html::p().class("small quiet no-print").child(t(words::PLAN_HINT)),
            controls(controller),
            charts(controller, picture),
            html::div().id("outside").attr("role", "status").child(left_out),
            legend(),
            given,
            save_picture(words::PLAN),
        ))
}

fn use_picture(controller: RoundController) -> PictureMemo {
    let pictured = use_pictured(controller);
    memo(move |_| pictured(|of, lang| Shared::new(of.picture(lang))))
}

/// Returns a closure that makes the table, called only while that is open.
fn use_table(controller: RoundController) -> impl Fn() -> Option<Table> {
    let pictured = use_pictured(controller);
    move || pictured(|it, lang| it.table(lang))
}

/// Returns a closure that applies `make` to the content of the picture, once the round is decided.
fn use_pictured<T>(
    controller: RoundController,
) -> impl Fn(fn(Pictured<'_>, Lang) -> T) -> Option<T> + Copy {
    let (lang, scenario, window) = (use_lang(), use_scenario(), controller.use_window());
    move |make| {
        let (scenario, decided) = (scenario.get()?.0, controller.decided.get()?.0);
        let PreparedScenario { scenario, calendars, .. } = &*scenario;
        // A newer file may have fewer blocks.
        let blocks = scenario.snapshot.blocks.len();
        let block_index = controller.block_index.get().filter(|index| *index < blocks);
        let axis = window.get().axis();
        let pictured =
            Pictured { scenario, before: calendars, decided: &decided, block_index, axis };
        Some(make(pictured, lang.get()))
    }
}

fn read<T>(picture: PictureMemo, read: impl FnOnce(&PlanPicture) -> T) -> Option<T> {
    picture.with(|picture| picture.as_ref().map(|picture| read(&picture.0)))
}

/// Returns the controls of block and time.
fn controls(controller: RoundController) -> Element {
    let shift = use_shift(controller);
    let step = move |name: Entry, sign: &'static str, by: Shift| {
        button(sign, move |_| shift(by)).attr("aria-label", t(name)).class("button slim square")
    };
    html::div().class("row no-print").child((
        block_choice(controller),
        step(pictures::EARLIER, "‹", Shift::Earlier),
        step(pictures::LATER, "›", Shift::Later),
        step(words::NARROWER, "+", Shift::Narrower),
        step(words::WIDER, "−", Shift::Wider),
        button(t(words::FIT_WINDOW), move |_| controller.fit_window()).id("fit-window"),
    ))
}

/// Returns a closure that moves the time shown.
fn use_shift(controller: RoundController) -> impl Fn(Shift) + Copy {
    let window = controller.use_window();
    move |by| controller.window.set(Some(window.get_untracked().shifted(by)))
}

fn block_choice(controller: RoundController) -> Element {
    let (lang, scenario) = (use_lang(), use_scenario());
    let options = move || {
        let scenario = scenario.get()?;
        let blocks = scenario.0.scenario.snapshot.blocks.iter().enumerate();
        let name = |block| block_name(block, lang.get()).to_owned();
        let all = (String::new(), words::ALL_BLOCKS.get(lang.get()).to_owned());
        let choices = blocks.map(|(index, block)| (index.to_string(), name(block)));
        let is_chosen = move |value: &str| {
            controller.block_index.get().map_or_else(String::new, |index| index.to_string())
                == value
        };
        Some(option_list([all].into_iter().chain(choices).collect(), is_chosen))
    };
    html::select()
        .id("plan-block")
        .attr("aria-label", t(words::BLOCK))
        .on(ev::change, move |event| {
            controller.block_index.set(event_target_value(&event).parse().ok())
        })
        .child(options)
}

fn charts(controller: RoundController, picture: PictureMemo) -> Element {
    let lang = use_lang();
    let shift = use_shift(controller);
    let choose = move |x, y| {
        let index = picture.with_untracked(|picture| picture.as_ref()?.0.bar_at(x, y));
        // A click beside the bars keeps the choice.
        if index.is_some() {
            controller.chosen_index.set(index);
        }
    };
    let window = controller.use_window();
    let plot = on_drag(
        html::div().class("plot"),
        move || window.get_untracked(),
        move |before: DayWindow, by| controller.window.set(Some(before.dragged(by))),
        choose,
    );
    let plot = plot.child(drawing(controller, picture));
    let ticks = move || read(picture, |it| axis_row(&it.axis.ticks(lang.get())));
    html::div()
        .class("charts plan")
        .attr("role", "group")
        .attr("tabindex", "0")
        .attr("aria-labelledby", "plan-picture-title")
        .on(ev::keydown, move |event| key_of_picture(controller, shift, &event))
        .child((row(html::span(), plot), free(picture), ticks))
}

fn drawing(controller: RoundController, picture: PictureMemo) -> Element {
    let (lang, today) = (use_lang(), use_today());
    let height = memo(move |_| read(picture, |it| it.height).unwrap_or(1));
    let name = move || read(picture, |it| labels::plan(it, lang.get())).unwrap_or_default();
    let lines = move || read(picture, |it| stretched(it.height, grid(it.axis, it.height)));
    let rows = move || read(picture, |it| it.rows.iter().map(block_row).collect::<Vec<_>>());
    // Last, so that no line runs through a name.
    let names =
        move || read(picture, |it| it.rows.iter().map(block_name_above).collect::<Vec<_>>());
    let chosen = move || {
        let index = controller.chosen_index.get()?;
        read(picture, |it| it.rows.iter().map(|row| highlight(row, index)).collect::<Vec<_>>())
    };
    let now = move || {
        read(picture, |it| {
            let x = percent(it.axis.x(today.get()));
            let line = svg::line().class("today").attr("x1", x.as_str()).attr("x2", x);
            it.axis.contains(today.get()).then(|| line.attr("y1", "0").attr("y2", "100%"))
        })
    };
    canvas(move || height.get().to_string())
        .attr("role", "img")
        .attr("aria-label", name)
        .child((rows, lines, chosen, now, names))
}

/// Returns shapes whose x is in units of the axis and whose y is in nodes.
fn of_block(row: &BlockRow, shapes: impl IntoView) -> Element {
    svg::svg()
        .attr("x", "0")
        .attr("y", row.y.to_string())
        .attr("width", "100%")
        .attr("height", row.height.to_string())
        .attr("viewBox", format!("0 0 {WIDTH} {}", row.nodes.max(1)))
        .attr("preserveAspectRatio", "none")
        .child(shapes)
}

fn block_row(row: &BlockRow) -> AnyView {
    let held = row.held.iter().map(|(state, shape)| path(state.class(), shape.clone()));
    let tints = ["given given-0", "given given-1", "given given-2"];
    let given = tints.into_iter().zip(&row.given).map(|(class, shape)| path(class, shape.clone()));
    let ground = rect(0, WIDTH, row.y, row.height).class("lane");
    (ground, of_block(row, (held.collect::<Vec<_>>(), given.collect::<Vec<_>>()))).into_view()
}

/// Returns the name of a block, above its row.
fn block_name_above(row: &BlockRow) -> Element {
    label("tick plan-name", "6".to_owned(), row.y - 5, row.name.clone())
}

/// Returns the highlighted bars of one application.
fn highlight(row: &BlockRow, index: usize) -> Element {
    let boxes = row.boxes.iter().filter(|it| it.application_index == index);
    let shapes: String = boxes.map(|it| it.path()).collect();
    of_block(row, path("given is-chosen", shapes))
}

/// Returns the free nodes of the blocks shown, before and after the plan.
fn free(picture: PictureMemo) -> AnyView {
    let (lang, scenario) = (use_lang(), use_scenario());
    let title = move || {
        let knows_all = scenario.with(|it| it.as_ref().is_some_and(|it| it.0.knows_what_is_free()));
        let entry = if knows_all { words::FREE_AFTER } else { words::FREE_AFTER_KNOWN };
        entry.get(lang.get())
    };
    let head = html::p().class("chart-head").child((
        html::strong().child(title),
        html::span().class("number").child((
            html::span().class("line-before").attr("aria-hidden", "true"),
            t(words::FREE_BEFORE),
        )),
    ));
    let scale = move || {
        let all = read(picture, |it| it.free.all.clone()).unwrap_or_default();
        gutter(FREE_HEIGHT, vec![(9, all), (FREE_HEIGHT - 1, "0".to_owned())])
    };
    let shapes = move || {
        read(picture, |it| {
            let shapes = (
                path("free-area", it.free.area.clone()),
                grid(it.axis, FREE_HEIGHT),
                path("free-before", it.free.before.clone()),
                path("free-line", it.free.line.clone()),
            );
            stretched(FREE_HEIGHT, shapes)
        })
    };
    let drawing = canvas(FREE_HEIGHT.to_string()).attr("aria-hidden", "true").child(shapes);
    let plot = html::div().class("plot still").child(drawing);
    (head, row(scale, plot)).into_view()
}

/// Returns the meaning of the fills.
fn legend() -> Element {
    let item = |class: &'static str, name: Entry| {
        let shape = svg::rect().class(class).attr("width", "16").attr("height", "16");
        let drawing =
            svg::svg().attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child(shape);
        html::li().child((drawing, t(name)))
    };
    html::ul().class("legend plan-legend").child((
        item("given given-0", words::LEGEND_GIVEN),
        item("given is-chosen", words::LEGEND_CHOSEN),
        item("node-published", words::LEGEND_HELD),
        item("lane", words::LEGEND_FREE_KNOWN),
    ))
}
