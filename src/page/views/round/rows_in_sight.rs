//! Where the rows of the list are, and how one comes into sight.

use leptos::prelude::document;

/// The id of the row of an application.
pub fn row_id(place: usize) -> String {
    format!("application-{place}")
}

/// The height of a row in pixels, by that of all of them.
pub fn row_height(frame: &web_sys::Element, rows: usize) -> f64 {
    // A short list fills no frame, and needs no scrolling either.
    (f64::from(frame.scroll_height()) / (rows.max(1) as f64)).max(1.0)
}

/// Brings a row into sight.
pub fn reveal(number: usize, rows: usize) {
    let Some(frame) = document().get_element_by_id("round-list") else { return };
    let row = row_height(&frame, rows);
    let (top, height) = (f64::from(frame.scroll_top()), f64::from(frame.client_height()));
    let (from, until) = (number as f64 * row, (number + 1) as f64 * row);
    // The casts saturate.
    if from < top {
        frame.set_scroll_top(from as i32);
    } else if until > top + height {
        frame.set_scroll_top((until - height).ceil() as i32);
    }
}
