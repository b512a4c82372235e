//! A picture as the flat list of what is painted, one thing after the other: as it stands on the page,
//! or as it is drawn without one. Whoever writes a file of it needs to know nothing else.

use super::placed_path::{AxisScale, placed, short};

/// Faces of both scripts first, as on the page; the last one is whatever the reader has.
pub const FONT: &str = "Pretendard GOV, Pretendard, Noto Sans KR, Noto Sans CJK KR, Apple SD Gothic Neo, \
    Malgun Gothic, sans-serif";

/// What is painted, in CSS pixels from the upper left corner.
#[derive(Clone, PartialEq, Default, Debug)]
pub struct DisplayList {
    /// How wide it is.
    pub width: f64,
    /// How high it is.
    pub height: f64,
    /// What is painted, the lowest first.
    pub items: Vec<DisplayItem>,
    /// Patterns that shapes are filled with, by their place in this list.
    pub tiles: Vec<Tile>,
}

/// One thing that is painted.
#[derive(Clone, PartialEq, Debug)]
pub enum DisplayItem {
    /// A shape.
    Shape(PaintedShape),
    /// A line of text.
    Text(PaintedText),
}

/// A shape.
#[derive(Clone, PartialEq, Debug)]
pub struct PaintedShape {
    /// Its path data.
    pub data: String,
    /// What it is filled with.
    pub fill: Fill,
    /// Whether what it goes around twice is a hole.
    pub is_even_odd: bool,
    /// The line along its edge.
    pub stroke: Option<Stroke>,
}

/// What a shape is filled with.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Fill {
    /// Nothing.
    None,
    /// A colour.
    Color(Color),
    /// The pattern at this place of [`DisplayList::tiles`].
    Tile(usize),
}

/// A line along an edge.
#[derive(Clone, PartialEq, Debug)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width.
    pub width: f64,
    /// How long its dashes and gaps are; empty where it has none.
    pub dashes: Vec<f64>,
}

/// A line of text.
#[derive(Clone, PartialEq, Debug)]
pub struct PaintedText {
    /// Where it is held, by its anchor, on its base line.
    pub at: (f64, f64),
    /// Which end of it is there.
    pub anchor: Anchor,
    /// What it says.
    pub text: String,
    /// Its height.
    pub size: f64,
    /// Whether it is bold.
    pub is_bold: bool,
    /// Its colour.
    pub color: Color,
    /// The line around its letters, below them.
    pub halo: Option<Stroke>,
}

/// By which end a text is held.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Anchor {
    /// Its beginning.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// A square that is repeated to all sides.
#[derive(Clone, PartialEq, Debug)]
pub struct Tile {
    /// Its edge.
    pub size: f64,
    /// What is painted on it.
    pub shapes: Vec<PaintedShape>,
}

/// A colour, and how much of it covers what is below: 0 to 1.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Color {
    /// Red, green and blue.
    pub rgb: [u8; 3],
    /// How much it covers.
    pub alpha: f64,
}

impl Color {
    /// A colour that covers all that is below.
    #[must_use]
    pub const fn solid(red: u8, green: u8, blue: u8) -> Self {
        Self { rgb: [red, green, blue], alpha: 1.0 }
    }

    /// A colour as browsers tell it (`rgb(1, 2, 3)`, `rgba(1, 2, 3, 0.5)`); `None` for what is no
    /// such colour, or covers nothing.
    #[must_use]
    pub fn computed(text: &str) -> Option<Self> {
        let (_, inner) =
            text.strip_suffix(')')?.split_once('(').filter(|it| it.0.starts_with("rgb"))?;
        let mut parts = inner.split([',', ' ', '/']).filter(|part| !part.is_empty());
        let mut channel = || parts.next()?.parse::<f64>().ok().map(|it| it.round() as u8);
        let rgb = [channel()?, channel()?, channel()?];
        let alpha = match parts.next() {
            Some(alpha) => alpha.parse().ok()?,
            None => 1.0,
        };
        (alpha > 0.0).then_some(Self { rgb, alpha })
    }

    /// The same colour, of which a part covers what is below.
    #[must_use]
    pub fn faded(self, by: f64) -> Self {
        Self { alpha: self.alpha * by, ..self }
    }

    /// As `#256ef4`, without how much it covers.
    #[must_use]
    pub fn hex(self) -> String {
        let [red, green, blue] = self.rgb;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// Between the picture and what is written above and below it, and around all of it.
const GAP: f64 = 16.0;
/// The height of a title and of a note, and of their lines.
const TITLE: (f64, f64) = (18.0, 26.0);
const NOTE: (f64, f64) = (12.0, 18.0);
/// No file is narrower, or its notes would be a column.
const LEAST_WIDTH: f64 = 320.0;

impl DisplayList {
    /// The same picture with a title above it, notes below it, and a ground: so that it can stand alone.
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
    texts.into_iter().enumerate().map(move |(place, text)| {
        let y = top + lines_height(place, line) + size;
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

/// A text in lines that are no wider, by how wide letters mostly are: a letter of Hangul is as wide
/// as it is high, one of Latin half as wide. A word that is wider than a line, such as a link, is cut.
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
