//! The page's own mark.

use crate::page::dom::{Element, svg};

/// Returns the page's own mark: four leaves, one of them ours.
pub fn logo() -> Element {
    let leaf = |shape: &'static str| svg::path().attr("d", shape);
    let others = leaf("M1 1h6v6h-6zM9 9h6v6h-6zM1 9h6v6h-6z").attr("opacity", ".35");
    let ours = leaf("M9 1h6v6h-6z");
    svg::svg().attr("viewBox", "0 0 16 16").attr("aria-hidden", "true").child((others, ours))
}
