//! Position of the rows of the list, and scrolling to one.

use leptos::prelude::document;

/// Returns the id of the row of the application at `index`.
pub fn row_id(index: usize) -> String {
    format!("application-{index}")
}

/// Returns the height of a row in pixels, from that of all `rows`.
pub fn row_height(frame: &web_sys::Element, rows: usize) -> f64 {
    // A list too short for the frame gives too large a height, but needs no scrolling either.
    (f64::from(frame.scroll_height()) / (rows.max(1) as f64)).max(1.0)
}

/// Scrolls the list as far as necessary to show the row at `position` of `rows`.
pub fn reveal(position: usize, rows: usize) {
    let Some(frame) = document().get_element_by_id("round-list") else { return };
    let row = row_height(&frame, rows);
    let (top, height) = (f64::from(frame.scroll_top()), f64::from(frame.client_height()));
    let (from, until) = (position as f64 * row, (position + 1) as f64 * row);
    // The casts saturate.
    if from < top {
        frame.set_scroll_top(from as i32);
    } else if until > top + height {
        frame.set_scroll_top((until - height).ceil() as i32);
    }
}
