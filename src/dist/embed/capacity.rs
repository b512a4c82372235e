//! Picture of the nodes of all blocks at the file's own hour.
use super::paint::{INK, LINE, Paint, QUIET, of_node, shape, text};
use super::titled::{Titled, WIDTH};
use crate::model::{Occupancy, Scenario, Snapshot};
use crate::picture::display_list::{Anchor, DisplayItem, DisplayList, PaintedText};
use crate::picture::node_map::{
    Caption, Drawing, MapLayout, MapWindow, NodeMap, PITCH, UNITS_PER_PIXEL, captions, legend,
    symbol,
};
use crate::picture::placed_path::AxisScale;
use crate::show::labels;
use crate::words::Lang;
use crate::words::catalogue::capacity as words;

/// Maximum height of a map, provided that it can be reduced.
const HEIGHT: u32 = 620;
/// Line height and font size of the legend.
const LEGEND: (f64, f64) = (24.0, 13.0);

/// Returns the picture; `None` if the file has no blocks.
pub fn picture(snapshot: &Snapshot, lang: Lang) -> Option<Titled> {
    if snapshot.blocks.is_empty() {
        return None;
    }
    let scenario = Scenario::new(snapshot, Occupancy::File, []);
    let map = NodeMap::new(&scenario, None, snapshot.as_of);
    let captions = captions(&scenario, &map, lang);
    let leaves = map.blocks.iter().filter_map(|block| snapshot.blocks.get(block.block_index));
    let named =
        leaves.map(|block| block.leaves.as_slice()).zip(captions.iter().map(Caption::longest));
    let plan = MapLayout::new(&named.collect::<Vec<_>>(), WIDTH, HEIGHT);
    let window = MapWindow::new(plan.size, WIDTH);
    let drawing = Drawing::new(&map, &plan, &window, &captions, lang);
    let scale = f64::from(WIDTH) / f64::from(plan.size.width.max(1));
    let to = AxisScale { scale: (scale, scale), offset: (0.0, 0.0) };

    let mut items: Vec<DisplayItem> = drawing
        .shapes()
        .into_iter()
        .map(|(state, data)| shape(data, &of_node(state), to, true))
        .collect();
    if !drawing.outlines.is_empty() {
        let paint = Paint { fill: None, line: Some((LINE, 1.0)) };
        items.push(shape(&drawing.outlines, &paint, to, false));
    }
    items.extend(drawing.labels.iter().map(|label| {
        let at = to.point(label.x.into(), label.y.into());
        let (is_name, is_letter) = (label.class == "block-name", label.class.starts_with("node-"));
        let anchor = if is_letter { Anchor::Middle } else { Anchor::Start };
        let color = if is_name || is_letter { INK } else { QUIET };
        let text = text(at, anchor, &label.text, f64::from(label.size) * scale, color);
        DisplayItem::Text(PaintedText { is_bold: is_name || is_letter, ..text })
    }));
    let mut top = f64::from(plan.size.height) * scale + LEGEND.0;
    // A cell of the legend has the size of a cell in a map that is not reduced.
    let cell = 1.0 / f64::from(UNITS_PER_PIXEL) * 2.0;
    for (state, _, words) in legend(&map, scenario.layer(), lang) {
        let to =
            AxisScale { scale: (cell, cell), offset: (0.0, top - f64::from(PITCH) * cell + 4.0) };
        items.push(shape(&symbol(state), &of_node(state), to, true));
        let at = (f64::from(PITCH) * cell + 8.0, top);
        items.push(DisplayItem::Text(text(at, Anchor::Start, &words, LEGEND.1, INK)));
        top += LEGEND.0;
    }
    let title = [words::BLOCKS.get(lang), ", ", &labels::at_date(snapshot.as_of, lang)].concat();
    let list = DisplayList { width: WIDTH.into(), height: top, items, tiles: Vec::new() };
    Some(Titled { id: "capacity", title, list })
}
