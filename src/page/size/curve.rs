//! The picture of nodes against days.

use super::Now;
use super::answer::answered;
use crate::page::element::{El, Fragment, el, nothing, svg, views};
use crate::page::pictures::{canvas, gutter, path, percent, row, stretched, words_at};
use crate::show::Lang;
use crate::show::catalogue::size as words;
use crate::show::size::{Axes, Curve, HEIGHT, SiteView};
use crate::show::time_axis::WIDTH;

/// The picture of one accelerator.
pub fn picture(now: Now, place: usize, lang: Lang) -> impl FnMut() -> Fragment + 'static {
    move || {
        let drawn = answered(now, |answer| {
            let site = answer.view.sites.get(place)?;
            Some(draw(site, site.curve.as_ref()?, &answer.view.axes, lang))
        });
        drawn.flatten().unwrap_or_else(nothing)
    }
}

fn draw(site: &SiteView, curve: &Curve, axes: &Axes, lang: Lang) -> Fragment {
    let levels: String = axes.values.iter().map(|(y, _)| format!("M0 {y}H{WIDTH}")).collect();
    let uprights: String = axes.nodes.iter().map(|(x, _)| format!("M{x} 0V{HEIGHT}")).collect();
    let legal = curve.legal.map(|[x, y, width, height]| {
        svg("rect")
            .class("fits")
            .attr("x", x.to_string())
            .attr("y", y.to_string())
            .attr("width", width.to_string())
            .attr("height", height.to_string())
    });
    let lines = [path("grid", &levels), path("grid", &uprights)];
    let curves = [path("free-area", &curve.band), path("free-line", &curve.line)];
    let shapes = legal.into_iter().chain(lines).chain(curves).collect();
    let goal = curve.goal.as_ref().map(|(y, text)| {
        let line = svg("line").class("rule").attr("x2", "100%");
        let line = line.attr("y1", y.to_string()).attr("y2", y.to_string());
        let above = if *y < 20 { y + 14 } else { y - 5 };
        vec![line, words_at("note rule-name", "99.50%".to_owned(), above, text)]
    });
    let point = curve.point.map(|(x, y)| {
        svg("circle").class("mark").attr("r", "6").attr("cx", percent(x)).attr("cy", y.to_string())
    });
    let label = words::CURVE_LABEL.fill(lang, &[("accelerator", &site.name)]);
    let plot = canvas(HEIGHT)
        .attr("role", "img")
        .attr("aria-label", [&label, ". ", &site.sentence].concat())
        .child(stretched(HEIGHT, shapes))
        .child(goal)
        .child(point);
    let values = axes.values.iter().map(|(y, text)| ((y + 4).max(10), text.clone())).collect();
    let ticks: Vec<El> = axes.nodes.iter().map(|(x, text)| tick(*x, text)).collect();
    let ticks = canvas(20).class("axis").attr("aria-hidden", "true").child(ticks);
    let names = el("p")
        .class("axis-name")
        .attr("aria-hidden", "true")
        .child(el("span").child(["↑ ", axes.upward].concat()))
        .child(el("span").child(words::CURVE_X.get(lang)));
    let charts = el("div")
        .class("charts")
        .child(names)
        .child(row(gutter(HEIGHT, values), el("div").class("plot still").child(plot)))
        .child(row(el("span"), ticks));
    views(vec![
        el("h3").child(words::CURVE.get(lang)),
        el("p").class("small quiet").child(words::CURVE_HINT.get(lang)),
        charts,
    ])
}

/// A label below its place; at the ends within the picture.
fn tick(x: u32, text: &str) -> El {
    let class = match x {
        0 => "tick",
        x if x >= WIDTH => "tick late",
        _ => "tick middle",
    };
    words_at(class, percent(x), 14, text)
}
