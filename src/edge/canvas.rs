//! PNG pictures, painted on a canvas: no image is loaded for it, so the page's content security
//! policy stays as it is.

use super::js::Js;
use crate::picture::display_list::{
    Anchor, Color, DisplayItem, DisplayList, FONT, Fill, PaintedShape, PaintedText, Stroke,
};
use crate::picture::placed_path::{AxisScale, placed};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// Canvas pixels per pixel of the page, for screens and slides of a higher resolution.
const SCALE: f64 = 2.0;
/// Largest canvas, in pixels: some browsers paint nothing on a larger one.
const MOST_PIXELS: f64 = 16_000_000.0;

/// Returns a picture as PNG; `None` if the browser paints none.
pub async fn png(list: &DisplayList) -> Option<Blob> {
    let coming = painted(list)?.call("convertToBlob", &[])?.value();
    JsFuture::from(coming.dyn_into::<js_sys::Promise>().ok()?)
        .await
        .ok()
        .map(Blob::unchecked_from_js)
}

fn painted(list: &DisplayList) -> Option<Js> {
    // A large picture is painted at a lower scale, to stay within the largest canvas.
    let scale = SCALE.min((MOST_PIXELS / (list.width * list.height).max(1.0)).sqrt());
    let (canvas, context) = blank(list.width, list.height, scale)?;
    let tiles = list.tiles.iter().map(|tile| {
        // At the scale of the picture, because a pattern is laid out in the canvas's own pixels.
        let (canvas, context) = blank(tile.size, tile.size, scale)?;
        for shape in &tile.shapes {
            paint_shape(&context, shape, &[]);
        }
        context.call("createPattern", &[canvas.value(), "repeat".into()])
    });
    let tiles: Vec<Js> = tiles.collect::<Option<_>>()?;
    for item in &list.items {
        match item {
            DisplayItem::Shape(shape) if matches!(shape.fill, Fill::Tile(_)) => {
                paint_in_pixels(&context, shape, &tiles, scale);
            }
            DisplayItem::Shape(shape) => paint_shape(&context, shape, &tiles),
            DisplayItem::Text(text) => paint_text(&context, text),
        }
    }
    Some(canvas)
}

/// Returns a canvas of this size times `scale`, and its 2D context, scaled alike.
fn blank(width: f64, height: f64, scale: f64) -> Option<(Js, Js)> {
    let size = [width, height].map(|length| JsValue::from_f64((length * scale).ceil()));
    let canvas = Js::construct("OffscreenCanvas", &size)?;
    let context = canvas.call("getContext", &["2d".into()])?;
    context.call("scale", &[scale.into(), scale.into()]);
    Some((canvas, context))
}

/// Paints a shape in the canvas's own pixels, in which patterns are laid out.
fn paint_in_pixels(context: &Js, shape: &PaintedShape, tiles: &[Js], scale: f64) {
    let to = AxisScale { scale: (scale, scale), offset: (0.0, 0.0) };
    let stroke = shape.stroke.clone().map(|stroke| Stroke {
        width: stroke.width * scale,
        dashes: stroke.dashes.iter().map(|dash| dash * scale).collect(),
        ..stroke
    });
    let shape = PaintedShape { data: placed(&shape.data, to), stroke, ..shape.clone() };
    context.call("save", &[]);
    // The path and the stroke are scaled already.
    context.call("resetTransform", &[]);
    paint_shape(context, &shape, tiles);
    context.call("restore", &[]);
}

fn paint_shape(context: &Js, shape: &PaintedShape, tiles: &[Js]) {
    let Some(path) = Js::construct("Path2D", &[shape.data.as_str().into()]) else { return };
    let is_filled = match shape.fill {
        Fill::None => false,
        Fill::Color(color) => {
            fill_with(context, color);
            true
        }
        Fill::Tile(index) => tiles.get(index).is_some_and(|pattern| {
            context.set("globalAlpha", 1.0);
            context.set("fillStyle", pattern.value());
            true
        }),
    };
    if is_filled {
        let rule = if shape.is_even_odd { "evenodd" } else { "nonzero" };
        context.call("fill", &[path.value(), rule.into()]);
    }
    if let Some(stroke) = &shape.stroke {
        stroke_with(context, stroke);
        context.call("stroke", &[path.value()]);
    }
}

fn paint_text(context: &Js, text: &PaintedText) {
    let weight = if text.is_bold { "700 " } else { "" };
    context.set("font", [weight, &text.size.to_string(), "px ", FONT].concat());
    let anchor = match text.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "center",
        Anchor::End => "end",
    };
    context.set("textAlign", anchor);
    let line = [text.text.as_str().into(), text.at.0.into(), text.at.1.into()];
    // The halo is stroked first, so that it lies below the letters.
    if let Some(halo) = &text.halo {
        stroke_with(context, halo);
        context.set("lineJoin", "round");
        context.call("strokeText", &line);
    }
    fill_with(context, text.color);
    context.call("fillText", &line);
}

fn fill_with(context: &Js, color: Color) {
    context.set("globalAlpha", color.alpha);
    context.set("fillStyle", color.hex());
}

fn stroke_with(context: &Js, stroke: &Stroke) {
    context.set("globalAlpha", stroke.color.alpha);
    context.set("strokeStyle", stroke.color.hex());
    context.set("lineWidth", stroke.width);
    let dashes: js_sys::Array = stroke.dashes.iter().map(|dash| JsValue::from_f64(*dash)).collect();
    context.call("setLineDash", &[dashes.into()]);
}
