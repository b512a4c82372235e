//! A picture as a flat list of painted items, in painting order.
//!
//! It shows the picture as on the page, or as drawn without a page; whoever writes a file of it
//! needs to know nothing else.

use super::placed_path::{AxisScale, placed, short};

/// Font families: those of both scripts first, as on the page, then whatever the reader has.
pub const FONT: &str = "Pretendard GOV, Pretendard, Noto Sans KR, Noto Sans CJK KR, Apple SD Gothic Neo, \
    Malgun Gothic, sans-serif";

/// A picture as painted items, in CSS pixels from the upper left corner.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct DisplayList {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Painted items, the lowest first.
    pub items: Vec<DisplayItem>,
    /// Fill patterns, by their index in this list.
    pub tiles: Vec<Tile>,
}

/// A painted item.
#[derive(Clone, PartialEq, Debug)]
pub enum DisplayItem {
    /// A shape.
    Shape(PaintedShape),
    /// A line of text.
    Text(PaintedText),
}

/// A painted shape.
#[derive(Clone, PartialEq, Debug)]
pub struct PaintedShape {
    /// SVG path data.
    pub data: String,
    /// Fill of the shape.
    pub fill: Fill,
    /// `true` for the even-odd fill rule, with which an area enclosed twice is a hole.
    pub is_even_odd: bool,
    /// Outline.
    pub stroke: Option<Stroke>,
}

/// Fill of a shape.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Fill {
    /// No fill.
    None,
    /// A solid colour.
    Color(Color),
    /// The pattern at this index of [`DisplayList::tiles`].
    Tile(usize),
}

/// An outline.
#[derive(Clone, PartialEq, Debug)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width.
    pub width: f64,
    /// Lengths of the dashes and gaps; empty for a solid line.
    pub dashes: Vec<f64>,
}

/// A line of painted text.
#[derive(Clone, PartialEq, Debug)]
pub struct PaintedText {
    /// Position of the anchor, on the baseline.
    pub at: (f64, f64),
    /// Part of the text that lies at `at`.
    pub anchor: Anchor,
    /// Content.
    pub text: String,
    /// Font size.
    pub size: f64,
    /// `true` for bold text.
    pub is_bold: bool,
    /// Colour.
    pub color: Color,
    /// Outline around the letters, painted below them.
    pub halo: Option<Stroke>,
}

/// Horizontal anchor of a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// Start of the text.
    Start,
    /// Middle of the text.
    Middle,
    /// End of the text.
    End,
}

/// A square pattern that is repeated in all directions.
#[derive(Clone, PartialEq, Debug)]
pub struct Tile {
    /// Length of a side.
    pub size: f64,
    /// Shapes painted on it.
    pub shapes: Vec<PaintedShape>,
}

/// A colour with its opacity.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Color {
    /// Red, green and blue.
    pub rgb: [u8; 3],
    /// Opacity, 0 to 1.
    pub alpha: f64,
}

impl Color {
    /// Returns an opaque colour.
    #[must_use]
    pub const fn solid(red: u8, green: u8, blue: u8) -> Self {
        Self { rgb: [red, green, blue], alpha: 1.0 }
    }

    /// Parses a computed CSS colour (`rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`); `None` if it is not
    /// one, or is fully transparent.
    #[must_use]
    pub fn computed(text: &str) -> Option<Self> {
        let (_, inner) =
            text.strip_suffix(')')?.split_once('(').filter(|it| it.0.starts_with("rgb"))?;
        let mut parts = inner.split([',', ' ', '/']).filter(|part| !part.is_empty());
        // Browsers write the channels with commas or spaces, and the opacity after a comma or a
        // slash.
        let mut channel = || parts.next()?.parse::<f64>().ok().map(|it| it.round() as u8);
        let rgb = [channel()?, channel()?, channel()?];
        let alpha = match parts.next() {
            Some(alpha) => alpha.parse().ok()?,
            None => 1.0,
        };
        (alpha > 0.0).then_some(Self { rgb, alpha })
    }

    /// Returns the same colour with its opacity multiplied by `by`.
    #[must_use]
    pub fn faded(self, by: f64) -> Self {
        Self { alpha: self.alpha * by, ..self }
    }

    /// Returns the colour as `#256ef4`, without its opacity.
    #[must_use]
    pub fn hex(self) -> String {
        let [red, green, blue] = self.rgb;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Space between the picture and the texts above and below it, and around everything.
const GAP: f64 = 16.0;
/// Font size and line height of a title, and of a note.
const TITLE: (f64, f64) = (18.0, 26.0);
const NOTE: (f64, f64) = (12.0, 18.0);
/// Least width of a file, as its notes would otherwise be a narrow column.
const LEAST_WIDTH: f64 = 320.0;

impl DisplayList {
    /// Returns the same picture with a title above, notes below and a background, so that it can
    /// stand alone.
    #[must_use]
    pub fn framed(self, title: &str, notes: &[String], ink: Color, ground: Color) -> Self {
        let width = self.width.max(LEAST_WIDTH);
        let titles = if title.is_empty() { Vec::new() } else { wrapped(title, width, TITLE.0) };
        let notes: Vec<String> =
            notes.iter().flat_map(|note| wrapped(note, width, NOTE.0)).collect();
        let top = GAP + lines_height(titles.len(), TITLE.1);
        let below = top + self.height + GAP;
        let whole = (width + 2.0 * GAP, below + lines_height(notes.len(), NOTE.1) + GAP);
        let mut items = vec![DisplayItem::Shape(PaintedShape {
            data: format!("M0 0H{}V{}H0z", short(whole.0), short(whole.1)),
            fill: Fill::Color(ground),
            is_even_odd: false,
            stroke: None,
        })];
        items.extend(lines(titles, GAP, TITLE, true, ink));
        items.extend(self.items.into_iter().map(|item| moved_by(item, GAP, top)));
        items.extend(lines(notes, below, NOTE, false, ink));
        Self { width: whole.0, height: whole.1, items, tiles: self.tiles }
    }
}

fn lines_height(count: usize, line: f64) -> f64 {
    line * u32::try_from(count).map_or(0.0, f64::from)
}

fn lines(
    texts: Vec<String>,
    top: f64,
    (size, line): (f64, f64),
    is_bold: bool,
    color: Color,
) -> impl Iterator<Item = DisplayItem> {
    texts.into_iter().enumerate().map(move |(index, text)| {
        let y = top + lines_height(index, line) + size;
        let at = (GAP, y);
        DisplayItem::Text(PaintedText {
            at,
            anchor: Anchor::Start,
            text,
            size,
            is_bold,
            color,
            halo: None,
        })
    })
}

fn moved_by(item: DisplayItem, x: f64, y: f64) -> DisplayItem {
    match item {
        DisplayItem::Shape(shape) => {
            let data = placed(&shape.data, AxisScale::translation(x, y));
            DisplayItem::Shape(PaintedShape { data, ..shape })
        }
        DisplayItem::Text(text) => {
            let at = (text.at.0 + x, text.at.1 + y);
            DisplayItem::Text(PaintedText { at, ..text })
        }
    }
}

/// Breaks a text into lines no wider than `width`, by typical letter widths.
///
/// A letter of Hangul is as wide as it is high, one of Latin half as wide. A word wider than a
/// line, such as a link, is cut.
#[must_use]
pub fn wrapped(text: &str, width: f64, size: f64) -> Vec<String> {
    let wide = |c: char| if c.is_ascii() { 0.56 * size } else { size };
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0.0);
    for word in text.split_inclusive(' ') {
        let needed: f64 = word.trim_end().chars().map(wide).sum();
        if used > 0.0 && used + needed > width {
            lines.push(core::mem::take(&mut line).trim_end().to_owned());
            used = 0.0;
        }
        for char in word.chars() {
            // A space may hang over the end of a line, where it is not seen.
            if used + wide(char) > width && char != ' ' {
                lines.push(core::mem::take(&mut line));
                used = 0.0;
            }
            line.push(char);
            used += wide(char);
        }
    }
    if !line.trim().is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colours_are_read_as_browsers_tell_them() {
        assert_eq!(Color::computed("rgb(37, 110, 244)"), Some(Color::solid(37, 110, 244)));
        let half = Color { rgb: [1, 2, 3], alpha: 0.5 };
        assert_eq!(Color::computed("rgba(1, 2, 3, 0.5)"), Some(half));
        assert_eq!(Color::computed("rgb(1 2 3 / 0.5)"), Some(half));
        for none in
            ["rgba(0, 0, 0, 0)", "none", "", "transparent", "url(#a)", "rgb(1, 2)", "rgb(x)"]
        {
            assert_eq!(Color::computed(none), None, "{none}");
        }
        assert_eq!(Color::solid(37, 110, 244).hex(), "#256ef4");
        assert_eq!(half.faded(0.5).alpha, 0.25);
    }

    #[test]
    fn lines_are_no_wider_and_lose_no_word() {
        let text = "자리, capacity file c0ffee as of 4 Jan 2027, https://example.org/?view=fit&nodes=4&a=b";
        for width in [60.0, 200.0, 5_000.0] {
            let lines = wrapped(text, width, 12.0);
            let wide = |c: char| if c.is_ascii() { 0.56 * 12.0 } else { 12.0 };
            for line in &lines {
                assert!(line.chars().map(wide).sum::<f64>() <= width, "{line}");
            }
            let all: String = lines.concat().split_whitespace().collect();
            assert_eq!(all, text.split_whitespace().collect::<String>());
        }
        assert_eq!(wrapped(text, 5_000.0, 12.0), [text]);
        assert_eq!(wrapped(" ", 100.0, 12.0), Vec::<String>::new());
    }

    #[test]
    fn a_framed_picture_has_its_title_its_notes_and_room_for_them() {
        let shape = PaintedShape {
            data: "M0 0h10v10z".into(),
            fill: Fill::None,
            is_even_odd: false,
            stroke: None,
        };
        let list = DisplayList {
            width: 400.0,
            height: 100.0,
            items: vec![DisplayItem::Shape(shape)],
            tiles: Vec::new(),
        };
        let (ink, ground) = (Color::solid(0, 0, 0), Color::solid(255, 255, 255));
        let framed = list.framed("Title", &["Source".into(), "Link".into()], ink, ground);
        assert_eq!(
            (framed.width, framed.height),
            (432.0, 16.0 + 26.0 + 100.0 + 16.0 + 36.0 + 16.0)
        );
        let texts = framed.items.iter().filter_map(|item| match item {
            DisplayItem::Text(text) => Some((text.text.as_str(), text.at.1)),
            DisplayItem::Shape(_) => None,
        });
        let texts = texts.collect::<Vec<_>>();
        assert_eq!(texts, [("Title", 34.0), ("Source", 170.0), ("Link", 188.0)]);
        let DisplayItem::Shape(moved) = &framed.items[2] else { panic!("{framed:?}") };
        assert_eq!(moved.data, "M16 42h10v10z");
    }
}
