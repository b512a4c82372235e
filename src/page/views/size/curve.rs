//! Curve of nodes against days.

use super::answer::{SizeSignals, read};
use crate::page::components::chart::{gutter, label, path, percent, row, stretched};
use crate::page::components::save_picture;
use crate::page::context::{t, use_lang};
use crate::page::dom::{Element, IntoView, html, svg};
use crate::page::shared::Shared;
use crate::picture::size_curve::{Axes, Curve, HEIGHT};
use crate::picture::time_axis::WIDTH;
use crate::session::TargetSize;
use crate::show::labels::size as labels;
use crate::show::size::SiteView;
use crate::words::catalogue::size as words;
use leptos::prelude::*;

/// Returns the picture of one accelerator.
pub fn curve(answer: SizeSignals, site: Memo<Option<Shared<TargetSize>>>) -> impl IntoView {
    move || {
        let axes = answer.sizes(|sizes| sizes.axes.clone())?;
        read(site, |site| {
            let curve = site.view.curve.as_ref()?;
            Some(draw(&site.view, curve, &axes))
        })
        .flatten()
    }
}

fn draw(site: &SiteView, curve: &Curve, axes: &Axes) -> impl IntoView + use<> {
    let charts = html::div().class("charts").child((
        names(axes),
        row(levels(axes), html::div().class("plot still").child(plot(site, curve, axes))),
        row(html::span(), ticks(axes)),
    ));
    html::div().class("stack picture").child((
        html::h3().child(t(words::CURVE)),
        html::p().class("small quiet").child(t(words::CURVE_HINT)),
        charts,
        save_picture(words::CURVE),
    ))
}

/// Returns the names of the axes.
fn names(axes: &Axes) -> Element {
    let upward = ["↑ ", axes.upward].concat();
    html::p()
        .class("axis-name")
        .attr("aria-hidden", "true")
        .child((html::span().child(upward), html::span().child(t(words::CURVE_X))))
}

fn plot(site: &SiteView, curve: &Curve, axes: &Axes) -> Element {
    let levels: String = axes.values.iter().map(|(y, _)| format!("M0 {y}H{WIDTH}")).collect();
    let uprights: String = axes.nodes.iter().map(|(x, _)| format!("M{x} 0V{HEIGHT}")).collect();
    let legal = curve.legal.map(|[x, y, width, height]| {
        svg::rect()
            .class("fits")
            .attr("x", x.to_string())
            .attr("y", y.to_string())
            .attr("width", width.to_string())
            .attr("height", height.to_string())
    });
    let shapes = (
        legal,
        path("grid", levels),
        path("grid", uprights),
        path("free-area", curve.band.clone()),
        path("free-line", curve.line.clone()),
    );
    let goal = curve.goal.as_ref().map(|(y, text)| {
        // Above its line, or below it where the upper edge is too near.
        let above = if *y < 20 { y + 14 } else { y - 5 };
        let line = svg::line()
            .class("rule")
            .attr("x2", "100%")
            .attr("y1", y.to_string())
            .attr("y2", y.to_string());
        (line, label("note rule-name", "99.50%".to_owned(), above, text.clone()))
    });
    let point = curve.point.map(|(x, y)| {
        svg::circle().class("mark").attr("r", "6").attr("cx", percent(x)).attr("cy", y.to_string())
    });
    let label_of_all = labels::curve(site, use_lang().get());
    svg::svg()
        .attr("width", "100%")
        .attr("height", HEIGHT.to_string())
        .attr("role", "img")
        .attr("aria-label", label_of_all)
        .child((stretched(HEIGHT, shapes), goal, point))
}

/// Returns the labels left of the plot.
fn levels(axes: &Axes) -> Element {
    // Placed by their baseline: centred on the line, but not cut off at the upper edge.
    let labels = axes.values.iter().map(|(y, text)| ((y + 4).max(10), text.clone()));
    gutter(HEIGHT, labels.collect())
}

/// Returns the labels below the plot; the outermost ones stay within the picture.
fn ticks(axes: &Axes) -> Element {
    let tick = |(x, text): &(u32, String)| {
        let class = match *x {
            0 => "tick",
            x if x >= WIDTH => "tick late",
            _ => "tick middle",
        };
        label(class, percent(*x), 14, text.clone())
    };
    let ticks: Vec<_> = axes.nodes.iter().map(tick).collect();
    svg::svg()
        .attr("width", "100%")
        .attr("height", "20")
        .class("axis")
        .attr("aria-hidden", "true")
        .child(ticks)
}
