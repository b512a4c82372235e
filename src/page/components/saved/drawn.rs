//! Display list of what is drawn in the document: shapes and texts of drawings, and the texts of
//! HTML around them, each with its position and appearance.

use super::styled::Styled;
use crate::edge::js::Js;
use crate::picture::display_list::{
    Anchor, Color, DisplayItem, DisplayList, Fill, PaintedShape, PaintedText, Tile,
};
use crate::picture::placed_path::{AxisScale, placed};
use leptos::prelude::*;

/// Elements that are left out: controls, and what only some readers see.
const LEFT_OUT: &str = "button, select, input, textarea, label, fieldset, details, .unseen, .no-print, \
    [hidden], [role=status], title, defs";

/// Returns the display list of an element, framed by `title`, unless that is empty, and `notes`.
pub fn display_list(root: &Js, title: &str, notes: &[String]) -> DisplayList {
    let frame = WindowRect::from_object(root);
    let mut reader = Reader {
        left: frame.left,
        top: frame.top,
        list: DisplayList { width: frame.width, ..DisplayList::default() },
        tiles: Vec::new(),
        lowest: 0.0,
    };
    reader.element(root, 1.0);
    // Buttons and tables below the drawing leave no empty space behind.
    reader.list.height = reader.lowest.min(frame.bottom - frame.top);
    let body = document().body().and_then(|body| Styled::from_element(&Js::new(body)));
    let ink = body.as_ref().and_then(|body| body.color("color", 1.0));
    let ground = Styled::from_element(root).and_then(|root| root.color("background-color", 1.0));
    let ground = ground.or_else(|| body.and_then(|body| body.color("background-color", 1.0)));
    let (ink, ground) =
        (ink.unwrap_or(Color::solid(0, 0, 0)), ground.unwrap_or(Color::solid(255, 255, 255)));
    reader.list.framed(title, notes, ink, ground)
}

/// Position in the window, in pixels.
struct WindowRect {
    left: f64,
    top: f64,
    bottom: f64,
    width: f64,
}

impl WindowRect {
    /// Returns the position of an element or of a range.
    fn from_object(object: &Js) -> Self {
        let frame = object.call("getBoundingClientRect", &[]);
        let number = |name| frame.as_ref().map_or(0.0, |frame| frame.number(name));
        let (left, top) = (number("left"), number("top"));
        Self { left, top, bottom: number("bottom"), width: number("width") }
    }
}

struct Reader {
    left: f64,
    top: f64,
    list: DisplayList,
    /// Ids of the patterns in the list, in its order.
    tiles: Vec<String>,
    /// Lowest edge of what is drawn, in pixels from the top.
    lowest: f64,
}

impl Reader {
    fn element(&mut self, element: &Js, opacity: f64) {
        let is_left_out = element.call("closest", &[LEFT_OUT.into()]);
        if is_left_out.is_some_and(|it| it.value() == element.value()) {
            return;
        }
        let Some(style) = Styled::from_element(element).filter(Styled::is_shown) else { return };
        let opacity = opacity * style.number("opacity");
        match element.text("localName").as_str() {
            "path" | "rect" | "line" | "circle" => self.shape(element, &style, opacity),
            "text" => self.label(element, &style, opacity),
            tag => {
                if tag == "svg" {
                    self.reaches(WindowRect::from_object(element).bottom);
                }
                let mut next = element.get("firstChild");
                while let Some(child) = next {
                    // An element has a local name, a text node has none.
                    match child.get("localName") {
                        Some(_) => self.element(&child, opacity),
                        None if tag != "svg" => self.words(&child, &style, opacity),
                        None => {}
                    }
                    next = child.get("nextSibling");
                }
            }
        }
    }

    fn reaches(&mut self, bottom: f64) {
        self.lowest = self.lowest.max(bottom - self.top);
    }

    /// Returns the scale from the element's own lengths to those of the list.
    fn scale(&self, element: &Js) -> Option<AxisScale> {
        let matrix = element.call("getScreenCTM", &[])?;
        let offset = (matrix.number("e") - self.left, matrix.number("f") - self.top);
        Some(AxisScale { scale: (matrix.number("a"), matrix.number("d")), offset })
    }

    fn shape(&mut self, element: &Js, style: &Styled, opacity: f64) {
        let Some(to) = self.scale(element) else { return };
        let fill = style.text("fill");
        let fill = match pattern_id(&fill) {
            Some(id) => self.tile(id).map_or(Fill::None, Fill::Tile),
            None => color_of(style, opacity),
        };
        self.list.items.extend(shape(element, style, fill, to, opacity).map(DisplayItem::Shape));
    }

    /// Returns the index of a pattern in the list, to which it is added the first time.
    fn tile(&mut self, id: &str) -> Option<usize> {
        if let Some(index) = self.tiles.iter().position(|known| known == id) {
            return Some(index);
        }
        let pattern = Js::new(document().get_element_by_id(id)?);
        let size = attribute(&pattern, "width").parse().ok()?;
        let mut shapes = Vec::new();
        let mut next = pattern.get("firstElementChild");
        while let Some(part) = next {
            if let Some(style) = Styled::from_element(&part) {
                let opacity = style.number("opacity");
                let fill = color_of(&style, opacity);
                shapes.extend(shape(
                    &part,
                    &style,
                    fill,
                    AxisScale::translation(0.0, 0.0),
                    opacity,
                ));
            }
            next = part.get("nextElementSibling");
        }
        self.list.tiles.push(Tile { size, shapes });
        self.tiles.push(id.to_owned());
        Some(self.list.tiles.len() - 1)
    }

    /// Adds a text of a drawing.
    fn label(&mut self, element: &Js, style: &Styled, opacity: f64) {
        let chars = element.call("getNumberOfChars", &[]);
        let last = chars.and_then(|count| count.value().as_f64()).unwrap_or(0.0) - 1.0;
        let Some(color) = style.color("fill", opacity).filter(|_| last >= 0.0) else { return };
        let (Some(to), Some(start), Some(end)) = (
            self.scale(element),
            element.call("getStartPositionOfChar", &[0.0.into()]),
            element.call("getEndPositionOfChar", &[last.into()]),
        ) else {
            return;
        };
        let (start_x, end_x) = (start.number("x"), end.number("x"));
        let (anchor, x) = match style.text("text-anchor").as_str() {
            "middle" => (Anchor::Middle, f64::midpoint(start_x, end_x)),
            "end" => (Anchor::End, end_x),
            _ => (Anchor::Start, start_x),
        };
        let scale = to.scale.1.abs();
        let has_halo = style.text("paint-order").starts_with("stroke");
        self.list.items.push(DisplayItem::Text(PaintedText {
            at: to.point(x, start.number("y")),
            anchor,
            text: element.text("textContent"),
            size: style.number("font-size") * scale,
            is_bold: style.number("font-weight") >= 600.0,
            color,
            halo: style.stroke(scale, opacity).filter(|_| has_halo),
        }));
    }

    /// Adds a text of HTML, line by line.
    fn words(&mut self, node: &Js, style: &Styled, opacity: f64) {
        let text = node.text("nodeValue");
        let Some(color) = style.color("color", opacity).filter(|_| !text.trim().is_empty()) else {
            return;
        };
        let Some(range) = Js::construct("Range", &[]) else { return };
        let (size, is_bold) = (style.number("font-size"), style.number("font-weight") >= 600.0);
        let mut lines: Vec<(WindowRect, String)> = Vec::new();
        for (from, word) in words_of(&text) {
            let until = from + length(word);
            range.call("setStart", &[node.value(), from.into()]);
            range.call("setEnd", &[node.value(), until.into()]);
            let frame = WindowRect::from_object(&range);
            match lines.last_mut() {
                // A word without width is not painted.
                _ if frame.width <= 0.0 => {}
                Some((line, words)) if (line.top - frame.top).abs() < 2.0 => {
                    words.push(' ');
                    words.push_str(word);
                }
                _ => lines.push((frame, word.to_owned())),
            }
        }
        for (WindowRect { left, top, bottom, .. }, text) in lines {
            self.reaches(bottom);
            // In the fonts used here, four fifths of a letter's box are above its baseline.
            let at = (left - self.left, top + (bottom - top) * 0.8 - self.top);
            let anchor = Anchor::Start;
            let text = PaintedText { at, anchor, text, size, is_bold, color, halo: None };
            self.list.items.push(DisplayItem::Text(text));
        }
    }
}

/// Returns an attribute; empty if the element has none.
fn attribute(element: &Js, name: &str) -> String {
    element.call_for_text("getAttribute", &[name.into()])
}

/// Returns the length of a text in UTF-16 units.
fn length(text: &str) -> u32 {
    text.encode_utf16().fold(0, |sum, _| sum + 1)
}

/// Returns the words of a text, each with its start in UTF-16 units.
fn words_of(text: &str) -> Vec<(u32, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    for part in text.split_inclusive(char::is_whitespace) {
        let word = part.trim_end();
        if !word.is_empty() {
            words.push((at, word));
        }
        at += length(part);
    }
    words
}

/// Returns the id of the pattern in a computed fill such as `url("#assumed-fill")`.
fn pattern_id(fill: &str) -> Option<&str> {
    let (_, id) = fill.strip_prefix("url(")?.split_once('#')?;
    id.split(['"', '\'', ')']).next()
}

fn color_of(style: &Styled, opacity: f64) -> Fill {
    let color = style.color("fill", opacity * style.number("fill-opacity"));
    color.map_or(Fill::None, Fill::Color)
}

fn shape(
    element: &Js,
    style: &Styled,
    fill: Fill,
    to: AxisScale,
    opacity: f64,
) -> Option<PaintedShape> {
    let data = data_of(element)?;
    let (x, y) = to.scale;
    let stroke = style.stroke((x * y).abs().sqrt(), opacity);
    // A line has no inside.
    let fill = if element.text("localName") == "line" { Fill::None } else { fill };
    if fill == Fill::None && stroke.is_none() {
        return None;
    }
    let is_even_odd = style.text("fill-rule") == "evenodd";
    Some(PaintedShape { data: placed(&data, to), fill, is_even_odd, stroke })
}

/// Returns the path data of a shape.
fn data_of(element: &Js) -> Option<String> {
    // The base value is in the element's own lengths, even if the attribute is a percentage.
    let length = |name: &str| {
        let length = element.get(name).and_then(|length| length.get("baseVal"));
        length.map_or(0.0, |length| length.number("value"))
    };
    match element.text("localName").as_str() {
        "rect" => {
            let [x, y, width, height] = ["x", "y", "width", "height"].map(length);
            Some(format!("M{x} {y}h{width}v{height}h-{width}z"))
        }
        "line" => {
            let [x1, y1, x2, y2] = ["x1", "y1", "x2", "y2"].map(length);
            Some(format!("M{x1} {y1}L{x2} {y2}"))
        }
        "circle" => {
            let [x, y, r] = ["cx", "cy", "r"].map(length);
            // Two arcs, because one that ends where it begins draws nothing.
            let (left, right) = (x - r, x + r);
            Some(format!("M{left} {y}A{r} {r} 0 1 0 {right} {y}A{r} {r} 0 1 0 {left} {y}z"))
        }
        _ => Some(attribute(element, "d")).filter(|data| !data.is_empty()),
    }
}
