//! How wide the page is.

use crate::page::state::State;
use leptos::prelude::*;

/// The widest that the page gets, in pixels: 76rem.
const WIDEST: u32 = 1_216;
/// From this width on the form stands beside what it leads to.
const WIDE: u32 = 1_024;

/// Returns how wide the pictures of a view are, in pixels.
pub fn use_picture_width(is_beside_form: bool) -> impl Fn() -> u32 + Copy + Send + Sync {
    let width = expect_context::<State>().width;
    move || {
        let page = width.get().min(WIDEST);
        // The form takes 23rem of it.
        let form = if is_beside_form && width.get() >= WIDE { 392 } else { 0 };
        page.saturating_sub(80 + form).max(240)
    }
}
