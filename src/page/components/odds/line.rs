//! Line in the ranking at which the nodes run out, and the reader's own rank.

use super::simulated::RequestOdds;
use crate::page::components::chart::{gutter, label, path, percent, row, stretched};
use crate::page::components::{field_with_hint, save_picture, table_alternative, text_control};
use crate::page::context::{t, use_lang, use_route};
use crate::page::dom::{Element, IntoView, html, svg};
use crate::page::reactive::memo;
use crate::picture::ranking::{HEIGHT, RankingPicture};
use crate::picture::time_axis::WIDTH;
use crate::show::odds::{LineView, own_rank};
use crate::words::catalogue::odds as words;
use leptos::prelude::*;

const FIELD: &str = "odds-rank";

/// Returns the section about the line.
pub fn line(odds: RequestOdds) -> impl IntoView {
    let own_rank = odds.read(|view| view.line.own_rank.clone());
    html::div().class("stack picture").id("odds-line").child((
        html::h3().child(t(words::LINE)),
        html::p().child(odds.read(|view| view.line.sentence.clone())),
        move || odds.asks_rank.get().then(|| rank_field(odds)),
        html::p().id("odds-own").attr("role", "status").child(own_rank),
        odds.read(|view| draw(&view.line)),
        table_alternative(odds.read(|view| view.line.picture.table.clone())),
        save_picture(words::LINE),
    ))
}

/// Returns the field for the rank that the reader expects, which goes into the link as typed.
fn rank_field(odds: RequestOdds) -> Element {
    let (lang, route) = (use_lang(), use_route());
    let typed = move || route.with(|route| route.rank.clone()).unwrap_or_default();
    let projects =
        memo(move |_| odds.view.with(|view| view.as_ref().map_or(0, |it| it.0.line.projects)));
    let problem = memo(move |_| own_rank(&typed(), projects.get(), lang.get()).err());
    let set = move |text: String| {
        route.update(|route| route.rank = Some(text).filter(|text| !text.is_empty()));
    };
    let input = html::input().attr("type", "text").attr("inputmode", "numeric");
    let control = text_control(input, FIELD, typed, problem.into(), set);
    let hint = html::span().class("hint").child(odds.read(|view| view.line.hint.clone()));
    field_with_hint(FIELD, words::OWN_RANK, hint, move || problem.get(), control)
}

fn draw(line: &LineView) -> Element {
    let picture = &line.picture;
    let names = html::p().class("axis-name").attr("aria-hidden", "true").child((
        html::span().child(("↑ ", t(words::NODES_UPWARD))),
        html::span().child((t(words::RANK), " →")),
    ));
    // Labels are placed by their baseline: centred on the line, but not cut off at the upper edge.
    let levels: Vec<_> =
        picture.nodes.iter().map(|(y, text)| ((y + 4).max(10), text.clone())).collect();
    let plot = html::div().class("plot still").child(plot(line, picture));
    html::div().class("charts").child((
        names,
        row(gutter(HEIGHT, levels), plot),
        row(html::span(), ticks(picture)),
    ))
}

fn plot(line: &LineView, picture: &RankingPicture) -> Element {
    let levels: String = picture.nodes.iter().map(|(y, _)| format!("M0 {y}H{WIDTH}")).collect();
    let zone = picture.zone.map(|(from, to)| {
        // At least one unit wide, so that the zone is never without an area.
        path("line-zone", format!("M{from} 0H{}V{HEIGHT}H{from}z", to.max(from + 1)))
    });
    let (pool, pool_text) = &picture.pool;
    let shapes = (
        zone,
        path("grid", levels),
        path("rank-band", picture.band.clone()),
        path("rank-line", picture.line.clone()),
        path("rule", format!("M0 {pool}H{WIDTH}")),
    );
    let own_rank = picture.own_rank.as_ref().map(|(x, text)| {
        let mark = svg::line().class("cursor").attr("x1", percent(*x)).attr("x2", percent(*x));
        // On the right half the note goes left of its mark, to stay in the picture.
        let class = if *x > WIDTH / 2 { "note late" } else { "note" };
        (mark.attr("y2", HEIGHT.to_string()), label(class, percent(*x), HEIGHT - 8, text.clone()))
    });
    let pool_label =
        label("note rule-name", "99.50%".to_owned(), pool.saturating_sub(5), pool_text.clone());
    svg::svg()
        .attr("width", "100%")
        .attr("height", HEIGHT.to_string())
        .attr("role", "img")
        .attr("aria-label", line.sentence.clone())
        .child((stretched(HEIGHT, shapes), pool_label, own_rank))
}

/// Returns the ranks below the plot.
fn ticks(picture: &RankingPicture) -> Element {
    let tick = |(x, text): &(u32, String)| {
        let class = if *x == 0 { "tick" } else { "tick middle" };
        label(class, percent(*x), 14, text.clone())
    };
    svg::svg()
        .attr("width", "100%")
        .attr("height", "20")
        .class("axis")
        .attr("aria-hidden", "true")
        .child(picture.ranks.iter().map(tick).collect::<Vec<_>>())
}
