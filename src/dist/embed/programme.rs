//! Picture of the programme's timeline, as of the file's own hour.
use super::paint::{ACCENT, INK, LINE, Paint, QUIET, of_event, shape, text};
use super::titled::{Titled, WIDTH};
use crate::model::Snapshot;
use crate::picture::display_list::{Anchor, DisplayItem, DisplayList, PaintedShape, PaintedText};
use crate::picture::placed_path::AxisScale;
use crate::picture::programme::{EventKind, Programme, ProgrammeRow};
use crate::picture::time_axis;
use crate::show::labels;
use crate::words::Lang;
use crate::words::catalogue::programme as words;

/// Height of a row: its text, the strip below it, and a bar in the middle of the strip.
const ROW: f64 = 50.0;
const STRIP: (f64, f64) = (22.0, 26.0);
const BAR: (f64, f64) = (7.0, 12.0);
const SIZE: f64 = 13.0;

/// Returns the picture; `None` if the file describes no event.
pub fn picture(snapshot: &Snapshot, lang: Lang) -> Option<Titled> {
    let programme = Programme::new(snapshot, snapshot.as_of, lang)?;
    let mut items = Vec::new();
    for (index, row) in programme.rows.iter().enumerate() {
        let top = ROW * u32::try_from(index).map_or(0.0, f64::from);
        draw_row(&mut items, row, &programme, top);
    }
    let bottom = ROW * u32::try_from(programme.rows.len()).map_or(0.0, f64::from);
    for tick in programme.axis.ticks(lang) {
        let at = x(tick.x);
        // A label starts at its tick; skip those that would run over the edge.
        if at < f64::from(WIDTH) * 0.95 {
            items.push(label((at, bottom + 14.0), &tick.label, QUIET));
            items.extend(tick.group.map(|group| label((at, bottom + 30.0), &group, INK)));
        }
    }
    let mut top = bottom + 56.0;
    for kind in &programme.kinds {
        items.push(legend_shape(*kind, top));
        items.push(label((26.0, top), kind.name().get(lang), INK));
        top += 22.0;
    }
    items.push(stroke(&format!("M10 {}V{}", top - 12.0, top + 4.0), ACCENT, 2.0));
    items.push(label((26.0, top), &labels::at_date(snapshot.as_of, lang), INK));
    let list = DisplayList { width: WIDTH.into(), height: top + 10.0, items, tiles: Vec::new() };
    Some(Titled { id: "programme", title: words::HEADING.get(lang).to_owned(), list })
}

/// Converts an axis position to the coordinates of the picture.
fn x(on_axis: u32) -> f64 {
    f64::from(on_axis) * f64::from(WIDTH) / f64::from(time_axis::WIDTH)
}

fn draw_row(items: &mut Vec<DisplayItem>, row: &ProgrammeRow, programme: &Programme, top: f64) {
    let base = top + SIZE;
    let name = text((0.0, base), Anchor::Start, &row.name, SIZE, INK);
    items.push(DisplayItem::Text(PaintedText { is_bold: true, ..name }));
    let about = text((WIDTH.into(), base), Anchor::End, &row.about, SIZE, QUIET);
    items.push(DisplayItem::Text(about));
    let (upper, lower) = (top + STRIP.0, top + STRIP.0 + STRIP.1);
    for hour in programme.axis.tick_hours() {
        let x = x(programme.axis.x(hour));
        items.push(stroke(&format!("M{x} {upper}V{lower}"), LINE, 1.0));
    }
    for bar in &row.bars {
        let (x, width, y) = (x(bar.x), x(bar.width), upper + BAR.0);
        let data = format!("M{x} {y}h{width}v{}h-{width}z", BAR.1);
        let mut item = shape(&data, &of_event(bar.kind), AxisScale::translation(0.0, 0.0), false);
        if bar.is_open
            && let DisplayItem::Shape(PaintedShape { stroke: Some(stroke), .. }) = &mut item
        {
            // Dashed, because the end is not known.
            stroke.dashes = vec![3.0, 3.0];
        }
        items.push(item);
    }
    for (kind, at) in &row.marks {
        let to = AxisScale::translation(x(*at), upper + STRIP.1 / 2.0);
        items.push(shape(kind.shape(), &of_event(*kind), to, false));
    }
    let now = x(programme.now);
    items.push(stroke(&format!("M{now} {upper}V{lower}"), ACCENT, 2.0));
}

fn legend_shape(kind: EventKind, base: f64) -> DisplayItem {
    shape(kind.shape(), &of_event(kind), AxisScale::translation(10.0, base - 5.0), false)
}

fn stroke(data: &str, color: crate::picture::display_list::Color, width: f64) -> DisplayItem {
    let paint = Paint { fill: None, line: Some((color, width)) };
    shape(data, &paint, AxisScale::translation(0.0, 0.0), false)
}

fn label(at: (f64, f64), words: &str, color: crate::picture::display_list::Color) -> DisplayItem {
    DisplayItem::Text(text(at, Anchor::Start, words, 12.0, color))
}
