//! Pictures as SVG files.

use crate::picture::display_list::{
    Anchor, Color, DisplayItem, DisplayList, FONT, Fill, PaintedShape, PaintedText, Stroke,
};
use crate::picture::placed_path::short;
use crate::words::lang::Lang;

/// Returns a picture as the text of an SVG file with explicit colours, without style sheet, script
/// or external resources.
///
/// Screen readers read `title` and `about` in its place.
#[must_use]
pub fn picture_svg(list: &DisplayList, title: &str, about: &str, lang: Lang) -> String {
    let (width, height) = (short(list.width), short(list.height));
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 \
         {width} {height}\" role=\"img\" lang=\"{}\" font-family=\"{FONT}\">\n",
        lang.tag()
    );
    for (tag, text) in [("title", title), ("desc", about)] {
        if !text.is_empty() {
            out.push_str(&format!("<{tag}>{}</{tag}>\n", escaped(text)));
        }
    }
    if !list.tiles.is_empty() {
        out.push_str("<defs>\n");
        for (index, tile) in list.tiles.iter().enumerate() {
            let size = short(tile.size);
            out.push_str(&format!(
                "<pattern id=\"tile-{index}\" width=\"{size}\" height=\"{size}\" \
                 patternUnits=\"userSpaceOnUse\">"
            ));
            tile.shapes.iter().for_each(|shape| push_shape(&mut out, shape));
            out.push_str("</pattern>\n");
        }
        out.push_str("</defs>\n");
    }
    for item in &list.items {
        match item {
            DisplayItem::Shape(shape) => push_shape(&mut out, shape),
            DisplayItem::Text(text) => push_text(&mut out, text),
        }
        out.push('\n');
    }
    out.push_str("</svg>\n");
    out
}

fn push_shape(out: &mut String, shape: &PaintedShape) {
    let PaintedShape { data, fill, is_even_odd, stroke } = shape;
    out.push_str(&format!("<path d=\"{}\"", escaped(data)));
    match fill {
        Fill::None => out.push_str(" fill=\"none\""),
        Fill::Color(color) => push_color(out, "fill", *color),
        Fill::Tile(index) => out.push_str(&format!(" fill=\"url(#tile-{index})\"")),
    }
    if *is_even_odd {
        out.push_str(" fill-rule=\"evenodd\"");
    }
    if let Some(stroke) = stroke {
        push_stroke(out, stroke);
    }
    out.push_str("/>");
}

fn push_text(out: &mut String, of: &PaintedText) {
    let PaintedText { at: (x, y), anchor, text, size, is_bold, color, halo } = of;
    out.push_str(&format!(
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\"",
        short(*x),
        short(*y),
        short(*size)
    ));
    match anchor {
        Anchor::Start => {}
        Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
        Anchor::End => out.push_str(" text-anchor=\"end\""),
    }
    if *is_bold {
        out.push_str(" font-weight=\"700\"");
    }
    push_color(out, "fill", *color);
    if let Some(halo) = halo {
        push_stroke(out, halo);
        out.push_str(" stroke-linejoin=\"round\" paint-order=\"stroke\"");
    }
    out.push_str(&format!(">{}</text>", escaped(text)));
}

fn push_stroke(out: &mut String, stroke: &Stroke) {
    push_color(out, "stroke", stroke.color);
    out.push_str(&format!(" stroke-width=\"{}\"", short(stroke.width)));
    if !stroke.dashes.is_empty() {
        let dashes: Vec<String> = stroke.dashes.iter().map(|dash| short(*dash)).collect();
        out.push_str(&format!(" stroke-dasharray=\"{}\"", dashes.join(" ")));
    }
}

fn push_color(out: &mut String, name: &str, color: Color) {
    out.push_str(&format!(" {name}=\"{}\"", color.hex()));
    if color.alpha < 1.0 {
        out.push_str(&format!(" {name}-opacity=\"{}\"", short(color.alpha)));
    }
}

/// Escapes a text for XML: control characters become spaces, noncharacters are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for char in text.chars() {
        match char {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML allows neither of the two.
            '\u{fffe}' | '\u{ffff}' => {}
            _ if char.is_control() => out.push(' '),
            _ => out.push(char),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::picture::display_list::Tile;

    fn shape(fill: Fill) -> PaintedShape {
        PaintedShape {
            data: "M0 0H60V30H0z".into(),
            fill,
            is_even_odd: true,
            stroke: Some(Stroke {
                color: Color::solid(1, 2, 3),
                width: 1.5,
                dashes: vec![3.0, 2.5],
            }),
        }
    }

    fn list(text: &str) -> DisplayList {
        let text = PaintedText {
            at: (30.0, 20.0),
            anchor: Anchor::Middle,
            text: text.into(),
            size: 12.0,
            is_bold: true,
            color: Color::solid(30, 33, 36),
            halo: Some(Stroke { color: Color::solid(255, 255, 255), width: 3.0, dashes: vec![] }),
        };
        let half = Color { rgb: [37, 110, 244], alpha: 0.5 };
        DisplayList {
            width: 60.0,
            height: 30.0,
            items: vec![
                DisplayItem::Shape(shape(Fill::Color(half))),
                DisplayItem::Shape(shape(Fill::Tile(0))),
                DisplayItem::Text(text),
            ],
            tiles: vec![Tile { size: 6.0, shapes: vec![shape(Fill::None)] }],
        }
    }

    #[test]
    fn a_renderer_of_svg_reads_it_back() {
        let svg = picture_svg(&list("자리"), "Title", "About", Lang::Ko);
        let tree = usvg::Tree::from_str(&svg, &usvg::Options::default()).unwrap();
        assert_eq!((tree.size().width(), tree.size().height()), (60.0, 30.0));
        let mut paths = Vec::new();
        for node in tree.root().children() {
            if let usvg::Node::Path(path) = node {
                paths.push(path);
            }
        }
        assert_eq!(paths.len(), 2, "{svg}");
        let fill = paths[0].fill().unwrap();
        assert_eq!((fill.opacity().get(), fill.rule()), (0.5, usvg::FillRule::EvenOdd));
        assert!(matches!(paths[1].fill().unwrap().paint(), usvg::Paint::Pattern(_)));
        let stroke = paths[0].stroke().unwrap();
        assert_eq!(stroke.dasharray().unwrap(), [3.0, 2.5]);
        // Without a font `usvg` lays out no text, so the text is read as XML.
        let xml = roxmltree::Document::parse(&svg).unwrap();
        let text = |tag: &str| {
            xml.descendants().find(|node| node.has_tag_name(tag)).and_then(|it| it.text())
        };
        assert_eq!(
            [text("title"), text("desc"), text("text")],
            [Some("Title"), Some("About"), Some("자리")]
        );
    }

    #[test]
    fn no_text_is_markup() {
        let hostile = "</text><script>alert(1)</script>&amp;\"'\u{0}\u{ffff}";
        let svg = picture_svg(&list(hostile), hostile, hostile, Lang::En);
        let xml = roxmltree::Document::parse(&svg).unwrap();
        assert!(xml.descendants().all(|node| !node.has_tag_name("script")), "{svg}");
        let text = xml.descendants().find(|node| node.has_tag_name("text")).unwrap().text();
        assert_eq!(text, Some("</text><script>alert(1)</script>&amp;\"' "));
    }
}
