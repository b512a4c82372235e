//! Drawing of a node map.

use super::handle::{DrawnMap, Handle};
use super::pointer::with_pointer;
use crate::page::context::use_lang;
use crate::page::dom::{Element, IntoView, svg};
use crate::picture::node_map::{Drawing, Label, MapWindow, PITCH, Rect};
use leptos::prelude::*;

/// Returns the map as far as it is in sight, with a mark around the described node.
pub fn drawing(handle: Handle) -> Element {
    let lang = use_lang();
    let view_box = move || {
        let picture = handle.picture.get()?.0;
        let Rect { x, y, width, height } = window(&picture, handle.window).frame;
        Some(format!("{x} {y} {width} {height}"))
    };
    let class = move || {
        let picture = handle.picture.get()?.0;
        let is_enlarged = window(&picture, handle.window).is_enlarged();
        Some(if is_enlarged { "map-drawing is-enlarged" } else { "map-drawing" })
    };
    let shapes = move || {
        let picture = handle.picture.get()?.0;
        let DrawnMap { map, plan, captions, .. } = &*picture;
        let window = window(&picture, handle.drawn);
        Some(shapes(&Drawing::new(map, plan, &window, captions, lang.get())))
    };
    let cursor = move || {
        let (spot, picture) = (handle.described.get()?, handle.picture.get()?);
        let Rect { x, y, .. } = picture.0.plan.frame(spot)?;
        let shape = format!("M{x} {y}h{PITCH}v{PITCH}h-{PITCH}z");
        Some(svg::path().class("node-cursor").attr("d", shape))
    };
    let drawing = svg::svg().attr("viewBox", view_box).class(class).attr("aria-hidden", "true");
    with_pointer(drawing, handle).child((shapes, cursor))
}

/// Returns the window fitted to this picture.
fn window(picture: &DrawnMap, window: RwSignal<MapWindow>) -> MapWindow {
    window.get().fitted_to(picture.plan.size, picture.width)
}

fn shapes(drawing: &Drawing) -> impl IntoView + use<> {
    let path = |class: &'static str, shape: &str| svg::path().class(class).attr("d", shape);
    let nodes = drawing.shapes().into_iter().map(|(state, shape)| path(state.class(), shape));
    let outlines = (!drawing.outlines.is_empty()).then(|| path("map-outline", &drawing.outlines));
    let label = |label: &Label| {
        svg::text()
            .class(label.class)
            .attr("x", label.x.to_string())
            .attr("y", label.y.to_string())
            .attr("font-size", label.size.to_string())
            .child(label.text.as_str())
    };
    let labels = drawing.labels.iter().map(label);
    (nodes.collect::<Vec<_>>(), outlines, labels.collect::<Vec<_>>())
}
