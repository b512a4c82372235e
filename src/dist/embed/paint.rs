//! Colours and shapes of pictures that are drawn without a style sheet: those of the page's light
//! theme.
use crate::picture::display_list::{
    Anchor, Color, DisplayItem, Fill, PaintedShape, PaintedText, Stroke,
};
use crate::picture::node_map::NodeState;
use crate::picture::placed_path::{AxisScale, placed};
use crate::picture::programme::EventKind;

pub const INK: Color = Color::solid(0x1e, 0x21, 0x24);
pub const GROUND: Color = Color::solid(0xff, 0xff, 0xff);
pub const QUIET: Color = Color::solid(0x58, 0x61, 0x6a);
pub const LINE: Color = Color::solid(0xcd, 0xd1, 0xd5);
pub const ACCENT: Color = Color::solid(0x25, 0x6e, 0xf4);
const ACCENT_SOFT: Color = Color::solid(0xec, 0xf2, 0xfe);
const ACCENT_TEXT: Color = Color::solid(0x0b, 0x50, 0xd0);
const FREE_LINE: Color = Color::solid(0x4c, 0x87, 0xf6);
const HELD: Color = Color::solid(0x6d, 0x78, 0x82);
const ASSUMED: Color = Color::solid(0x8a, 0x5c, 0x00);
const ASSUMED_SOFT: Color = Color::solid(0xff, 0xf3, 0xdb);

/// Fill of a shape and the line along its edge.
pub struct Paint {
    pub fill: Option<Color>,
    pub line: Option<(Color, f64)>,
}

/// Returns the colours of a node, as in style/map.css.
pub const fn of_node(state: NodeState) -> Paint {
    let (fill, line) = match state {
        NodeState::Free => (ACCENT_SOFT, FREE_LINE),
        NodeState::Held => (HELD, HELD),
        NodeState::Published => (LINE, QUIET),
        NodeState::Assumed => (ASSUMED_SOFT, ASSUMED),
        NodeState::NotDelivered => return Paint { fill: Some(QUIET), line: None },
        NodeState::Offered => (ACCENT_TEXT, ACCENT_TEXT),
    };
    Paint { fill: Some(fill), line: Some((line, 2.0)) }
}

/// Returns the colours of an event, as in style/pictures.css.
pub const fn of_event(kind: EventKind) -> Paint {
    let (fill, line) = match kind {
        EventKind::Decided => (INK, None),
        EventKind::Open => (ACCENT, None),
        EventKind::Results => (GROUND, Some((INK, 2.0))),
        EventKind::FirstUse => (ACCENT_TEXT, None),
        EventKind::Use => (ACCENT_SOFT, Some((ACCENT, 1.0))),
        EventKind::Held => (LINE, Some((QUIET, 1.0))),
    };
    Paint { fill: Some(fill), line }
}

/// Creates a shape placed by `to`; the width of its edge line scales with it if `grows`.
pub fn shape(data: &str, paint: &Paint, to: AxisScale, grows: bool) -> DisplayItem {
    let grown = if grows { to.scale.0 } else { 1.0 };
    let stroke =
        paint.line.map(|(color, width)| Stroke { color, width: width * grown, dashes: Vec::new() });
    DisplayItem::Shape(PaintedShape {
        data: placed(data, to),
        fill: paint.fill.map_or(Fill::None, Fill::Color),
        is_even_odd: false,
        stroke,
    })
}

/// Creates a regular text.
pub fn text(at: (f64, f64), anchor: Anchor, text: &str, size: f64, color: Color) -> PaintedText {
    PaintedText { at, anchor, text: text.to_owned(), size, is_bold: false, color, halo: None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_those_of_the_page_by_day() {
        let tokens = include_str!("../../../style/tokens.css");
        let light = tokens.split("@media").next().unwrap();
        let value = |name: &str| {
            let (_, rest) = light.split_once(&format!("\n  --{name}: ")).unwrap();
            rest.split(';').next().unwrap().to_owned()
        };
        let resolved = |name: &str| {
            let of = value(name);
            match of.strip_prefix("var(--").and_then(|of| of.strip_suffix(')')) {
                Some(other) => value(other),
                None => of,
            }
        };
        for (name, color) in [
            ("text", INK),
            ("surface", GROUND),
            ("text-quiet", QUIET),
            ("line", LINE),
            ("accent", ACCENT),
            ("accent-soft", ACCENT_SOFT),
            ("accent-text", ACCENT_TEXT),
            ("node-free", ACCENT_SOFT),
            ("node-free-line", FREE_LINE),
            ("node-held", HELD),
            ("node-published", QUIET),
            ("node-published-soft", LINE),
            ("node-assumed", ASSUMED),
            ("node-assumed-soft", ASSUMED_SOFT),
            ("node-not-delivered", QUIET),
            ("node-offered", ACCENT_TEXT),
        ] {
            assert_eq!(resolved(name), color.hex(), "{name}");
        }
    }
}
