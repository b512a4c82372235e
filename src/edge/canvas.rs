//! Pictures as PNG, painted on a canvas: no image is loaded for it, so the page's policy stays as it is.

use crate::picture::display_list::{
    Anchor, Color, DisplayItem, DisplayList, FONT, Fill, PaintedShape, PaintedText, Stroke,
};
use crate::picture::placed_path::{Scale, placed};
use js_sys::{Array, Function, Promise};
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, CanvasPattern, CanvasRenderingContext2d, CanvasWindingRule, HtmlCanvasElement, Path2d,
};

/// Pixels of the picture for each of the page, for screens and slides that have more of them.
const SCALE: f64 = 2.0;
/// The most pixels: some browsers paint nothing on a larger canvas.
const MOST_PIXELS: f64 = 16_000_000.0;

/// A picture as PNG; `None` where the browser paints none.
pub async fn png(list: &DisplayList) -> Option<Blob> {
    let canvas = painted(list).ok()?;
    let come = Promise::new(&mut |come: Function, _| {
        let told = come.clone();
        let take = Closure::once_into_js(move |blob: JsValue| {
            let _ = told.call1(&JsValue::NULL, &blob);
        });
        if canvas.to_blob(take.unchecked_ref()).is_err() {
            let _ = come.call1(&JsValue::NULL, &JsValue::NULL);
        }
    });
    JsFuture::from(come).await.ok()?.dyn_into().ok()
}

fn painted(list: &DisplayList) -> Result<HtmlCanvasElement, JsValue> {
    let scale = SCALE.min((MOST_PIXELS / (list.width * list.height).max(1.0)).sqrt());
    let (canvas, context) = blank(list.width * scale, list.height * scale)?;
    context.scale(scale, scale)?;
    let tiles = list.tiles.iter().map(|tile| {
        // Painted as fine as the picture, and laid out in its pixels.
        let (canvas, context) = blank(tile.size * scale, tile.size * scale)?;
        context.scale(scale, scale)?;
        for shape in &tile.shapes {
            paint_shape(&context, shape, &[])?;
        }
        let pattern = context.create_pattern_with_html_canvas_element(&canvas, "repeat")?;
        pattern.ok_or(JsValue::NULL)
    });
    let tiles: Vec<CanvasPattern> = tiles.collect::<Result<_, _>>()?;
    for item in &list.items {
        match item {
            DisplayItem::Shape(shape) => {
                let scaled = matches!(shape.fill, Fill::Tile(_)).then_some(scale);
                paint_scaled(&context, shape, &tiles, scaled)?;
            }
            DisplayItem::Text(text) => paint_text(&context, text)?,
        }
    }
    Ok(canvas)
}

/// A canvas of this size, and what paints on it.
fn blank(
    width: f64,
    height: f64,
) -> Result<(HtmlCanvasElement, CanvasRenderingContext2d), JsValue> {
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into()?;
    // The casts saturate.
    canvas.set_width(width.ceil() as u32);
    canvas.set_height(height.ceil() as u32);
    let context = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into()?;
    Ok((canvas, context))
}

/// Paints a shape; a pattern lies in the canvas's own pixels, so its shape is brought there.
fn paint_scaled(
    context: &CanvasRenderingContext2d,
    shape: &PaintedShape,
    tiles: &[CanvasPattern],
    scaled: Option<f64>,
) -> Result<(), JsValue> {
    let Some(scale) = scaled else { return paint_shape(context, shape, tiles) };

    let to = Scale { scale: (scale, scale), offset: (0.0, 0.0) };
    let stroke = shape.stroke.clone().map(|stroke| Stroke {
        width: stroke.width * scale,
        dashes: stroke.dashes.iter().map(|dash| dash * scale).collect(),
        ..stroke
    });
    let shape = PaintedShape { data: placed(&shape.data, to), stroke, ..shape.clone() };
    context.save();
    context.reset_transform()?;
    paint_shape(context, &shape, tiles)?;
    context.restore();
    Ok(())
}

fn paint_shape(
    context: &CanvasRenderingContext2d,
    shape: &PaintedShape,
    tiles: &[CanvasPattern],
) -> Result<(), JsValue> {
    let path = Path2d::new_with_path_string(&shape.data)?;
    let rule =
        if shape.is_even_odd { CanvasWindingRule::Evenodd } else { CanvasWindingRule::Nonzero };
    let is_filled = match shape.fill {
        Fill::None => false,
        Fill::Color(color) => {
            fill_with(context, color);
            true
        }
        Fill::Tile(place) => match tiles.get(place) {
            Some(pattern) => {
                context.set_global_alpha(1.0);
                context.set_fill_style_canvas_pattern(pattern);
                true
            }
            None => false,
        },
    };
    if is_filled {
        context.fill_with_path_2d_and_winding(&path, rule);
    }
    if let Some(stroke) = &shape.stroke {
        stroke_with(context, stroke)?;
        context.stroke_with_path(&path);
    }
    Ok(())
}

fn paint_text(context: &CanvasRenderingContext2d, of: &PaintedText) -> Result<(), JsValue> {
    let weight = if of.is_bold { "700 " } else { "" };
    context.set_font(&[weight, &of.size.to_string(), "px ", FONT].concat());
    context.set_text_align(match of.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "center",
        Anchor::End => "end",
    });
    let (x, y) = of.at;
    if let Some(halo) = &of.halo {
        stroke_with(context, halo)?;
        context.set_line_join("round");
        context.stroke_text(&of.text, x, y)?;
    }
    fill_with(context, of.color);
    context.fill_text(&of.text, x, y)
}

fn fill_with(context: &CanvasRenderingContext2d, color: Color) {
    context.set_global_alpha(color.alpha);
    context.set_fill_style_str(&color.hex());
}

fn stroke_with(context: &CanvasRenderingContext2d, stroke: &Stroke) -> Result<(), JsValue> {
    context.set_global_alpha(stroke.color.alpha);
    context.set_stroke_style_str(&stroke.color.hex());
    context.set_line_width(stroke.width);
    let dashes: Array = stroke.dashes.iter().map(|dash| JsValue::from_f64(*dash)).collect();
    context.set_line_dash(&dashes)
}
