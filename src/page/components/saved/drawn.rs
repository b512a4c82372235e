//! What is drawn in the document, as a display list: shapes and texts of drawings, and the texts of
//! HTML around them, each where it stands and as it looks.

use super::styled::Styled;
use crate::picture::display_list::{
    Anchor, Color, DisplayItem, DisplayList, Fill, PaintedShape, PaintedText, Tile,
};
use crate::picture::placed_path::{Scale, placed};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{
    Element, Node, SvgCircleElement, SvgGraphicsElement, SvgLineElement, SvgRectElement,
    SvgTextContentElement,
};

/// What of a picture is there to be used, and what only some see.
const LEFT_OUT: &str = "button, select, input, textarea, label, fieldset, details, .unseen, .no-print, \
    [hidden], [role=status], title, defs";

/// What an element shows, framed by its title, where it is given one, and notes.
pub fn display_list(root: &Element, title: &str, notes: &[String]) -> DisplayList {
    let frame = root.get_bounding_client_rect();
    let list =
        DisplayList { width: frame.width(), height: 0.0, items: Vec::new(), tiles: Vec::new() };
    let mut reader =
        Reader { left: frame.left(), top: frame.top(), list, tiles: Vec::new(), lowest: 0.0 };
    reader.element(root, 1.0);
    // Buttons and tables below it leave no room behind.
    reader.list.height = reader.lowest.min(frame.height());
    let body = document().body().and_then(|body| Styled::of(&body));
    let ink = body.as_ref().and_then(|body| body.color("color", 1.0));
    let ground = Styled::of(root).and_then(|root| root.color("background-color", 1.0));
    let ground = ground.or_else(|| body.and_then(|body| body.color("background-color", 1.0)));
    let (ink, ground) =
        (ink.unwrap_or(Color::solid(0, 0, 0)), ground.unwrap_or(Color::solid(255, 255, 255)));
    reader.list.framed(title, notes, ink, ground)
}

struct Reader {
    left: f64,
    top: f64,
    list: DisplayList,
    /// The ids of the patterns that are in the list.
    tiles: Vec<String>,
    /// How far down something stands.
    lowest: f64,
}

impl Reader {
    fn element(&mut self, element: &Element, opacity: f64) {
        if element.matches(LEFT_OUT).unwrap_or(true) {
            return;
        }
        let Some(style) = Styled::of(element).filter(Styled::is_shown) else { return };
        let opacity = opacity * style.number("opacity");
        match element.local_name().as_str() {
            "path" | "rect" | "line" | "circle" => self.shape(element, &style, opacity),
            "text" => self.label(element, &style, opacity),
            tag => {
                if tag == "svg" {
                    self.reaches(element.get_bounding_client_rect().bottom());
                }
                let children = element.child_nodes();
                for child in (0..children.length()).filter_map(|at| children.get(at)) {
                    match child.dyn_ref::<Element>() {
                        Some(child) => self.element(child, opacity),
                        None if tag != "svg" => self.words(&child, &style, opacity),
                        None => {}
                    }
                }
            }
        }
    }

    fn reaches(&mut self, bottom: f64) {
        self.lowest = self.lowest.max(bottom - self.top);
    }

    /// From the element's own lengths to those of the list.
    fn scale(&self, element: &Element) -> Option<Scale> {
        let matrix = element.dyn_ref::<SvgGraphicsElement>()?.get_screen_ctm()?;
        let number = f64::from;
        let offset = (number(matrix.e()) - self.left, number(matrix.f()) - self.top);
        Some(Scale { scale: (number(matrix.a()), number(matrix.d())), offset })
    }

    fn shape(&mut self, element: &Element, style: &Styled, opacity: f64) {
        let Some(to) = self.scale(element) else { return };
        let fill = style.text("fill");
        let fill = match pattern_id(&fill) {
            Some(id) => self.tile(id).map_or(Fill::None, Fill::Tile),
            None => color_of(style, opacity),
        };
        self.list.items.extend(shape(element, style, fill, to, opacity).map(DisplayItem::Shape));
    }

    /// The place of a pattern in the list, which it is put into the first time.
    fn tile(&mut self, id: &str) -> Option<usize> {
        if let Some(place) = self.tiles.iter().position(|known| known == id) {
            return Some(place);
        }
        let pattern = document().get_element_by_id(id)?;
        let size = pattern.get_attribute("width")?.parse().ok()?;
        let parts = pattern.children();
        let parts = (0..parts.length()).filter_map(|at| parts.item(at));
        let shapes = parts.filter_map(|part| {
            let style = Styled::of(&part)?;
            let opacity = style.number("opacity");
            shape(&part, &style, color_of(&style, opacity), Scale::by(0.0, 0.0), opacity)
        });
        self.list.tiles.push(Tile { size, shapes: shapes.collect() });
        self.tiles.push(id.to_owned());
        Some(self.list.tiles.len() - 1)
    }

    /// A text of a drawing.
    fn label(&mut self, element: &Element, style: &Styled, opacity: f64) {
        let text = element.text_content().unwrap_or_default();
        let drawn = element.dyn_ref::<SvgTextContentElement>();
        let (Some(to), Some(drawn)) = (self.scale(element), drawn) else { return };
        let last = drawn.get_number_of_chars() - 1;
        let Some(color) = style.color("fill", opacity).filter(|_| last >= 0) else { return };
        let ends =
            (drawn.get_start_position_of_char(0), drawn.get_end_position_of_char(last as u32));
        let (Ok(start), Ok(end)) = ends else { return };
        let (start_x, end_x) = (f64::from(start.x()), f64::from(end.x()));
        let (anchor, x) = match style.text("text-anchor").as_str() {
            "middle" => (Anchor::Middle, f64::midpoint(start_x, end_x)),
            "end" => (Anchor::End, end_x),
            _ => (Anchor::Start, start_x),
        };
        let scale = to.scale.1.abs();
        let has_halo = style.text("paint-order").starts_with("stroke");
        self.list.items.push(DisplayItem::Text(PaintedText {
            at: to.point(x, f64::from(start.y())),
            anchor,
            text,
            size: style.number("font-size") * scale,
            is_bold: style.number("font-weight") >= 600.0,
            color,
            halo: style.stroke(scale, opacity).filter(|_| has_halo),
        }));
    }

    /// A text of HTML, line by line.
    fn words(&mut self, node: &Node, style: &Styled, opacity: f64) {
        let text = node.node_value().unwrap_or_default();
        let Some(color) = style.color("color", opacity).filter(|_| !text.trim().is_empty()) else {
            return;
        };
        let (size, is_bold) = (style.number("font-size"), style.number("font-weight") >= 600.0);
        let mut lines: Vec<(f64, f64, f64, String)> = Vec::new();
        let Ok(range) = document().create_range() else { return };
        for (from, word) in words_of(&text) {
            let until = from + word.encode_utf16().count() as u32;
            if range.set_start(node, from).is_err() || range.set_end(node, until).is_err() {
                return;
            }
            let frame = range.get_bounding_client_rect();
            match lines.last_mut() {
                Some((_, top, ..)) if frame.width() <= 0.0 || (*top - frame.top()).abs() < 2.0 => {
                    if let Some((.., line)) = lines.last_mut() {
                        line.push(' ');
                        line.push_str(word);
                    }
                }
                _ if frame.width() <= 0.0 => {}
                _ => lines.push((frame.left(), frame.top(), frame.bottom(), word.to_owned())),
            }
        }
        for (left, top, bottom, text) in lines {
            self.reaches(bottom);
            // Of the faces here four fifths of a letter's box are above its base line.
            let at = (left - self.left, top + (bottom - top) * 0.8 - self.top);
            let anchor = Anchor::Start;
            let text = PaintedText { at, anchor, text, size, is_bold, color, halo: None };
            self.list.items.push(DisplayItem::Text(text));
        }
    }
}

/// The words of a text, each with the place where it begins, in units of UTF-16.
fn words_of(text: &str) -> Vec<(u32, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        if !word.is_empty() {
            words.push((at, word));
        }
        at += part.encode_utf16().count() as u32;
    }
    words
}

/// The id of the pattern that a computed fill names: `url("#assumed-fill")`.
fn pattern_id(fill: &str) -> Option<&str> {
    let (_, id) = fill.strip_prefix("url(")?.split_once('#')?;
    id.split(['"', '\'', ')']).next()
}

fn color_of(style: &Styled, opacity: f64) -> Fill {
    let color = style.color("fill", opacity * style.number("fill-opacity"));
    color.map_or(Fill::None, Fill::Color)
}

fn shape(
    element: &Element,
    style: &Styled,
    fill: Fill,
    to: Scale,
    opacity: f64,
) -> Option<PaintedShape> {
    let data = data_of(element)?;
    let (x, y) = to.scale;
    let stroke = style.stroke((x * y).abs().sqrt(), opacity);
    // A line has no inside.
    let fill = if element.local_name() == "line" { Fill::None } else { fill };
    if fill == Fill::None && stroke.is_none() {
        return None;
    }
    let is_even_odd = style.text("fill-rule") == "evenodd";
    Some(PaintedShape { data: placed(&data, to), fill, is_even_odd, stroke })
}

/// The path data of a shape.
fn data_of(element: &Element) -> Option<String> {
    let length = |of: web_sys::SvgAnimatedLength| of.base_val().value().map_or(0.0, f64::from);
    if let Some(rect) = element.dyn_ref::<SvgRectElement>() {
        let [x, y, width, height] = [rect.x(), rect.y(), rect.width(), rect.height()].map(length);
        return Some(format!("M{x} {y}h{width}v{height}h-{width}z"));
    }
    if let Some(line) = element.dyn_ref::<SvgLineElement>() {
        let [x1, y1, x2, y2] = [line.x1(), line.y1(), line.x2(), line.y2()].map(length);
        return Some(format!("M{x1} {y1}L{x2} {y2}"));
    }
    if let Some(circle) = element.dyn_ref::<SvgCircleElement>() {
        let [x, y, r] = [circle.cx(), circle.cy(), circle.r()].map(length);
        let (left, right) = (x - r, x + r);
        return Some(format!("M{left} {y}A{r} {r} 0 1 0 {right} {y}A{r} {r} 0 1 0 {left} {y}z"));
    }
    element.get_attribute("d")
}
