//! How wide the page is.

use super::provided::provided;
use crate::edge::screen;
use leptos::prelude::*;

/// The widest that the page gets, in pixels: 76rem.
const WIDEST: u32 = 1_216;
/// From this width on the form stands beside what it leads to.
const WIDE: u32 = 1_024;

/// In pixels.
#[derive(Clone, Copy)]
struct WidthContext(RwSignal<u32>);

/// Provides the width of the page, as it is from now on.
pub fn provide_viewport() {
    let width = RwSignal::new(screen::width());
    screen::on_resize(move || {
        if width.get_untracked() != screen::width() {
            width.set(screen::width());
        }
    });
    provide_context(WidthContext(width));
}

/// Returns how wide the pictures of a view are, in pixels.
pub fn use_picture_width(is_beside_form: bool) -> impl Fn() -> u32 + Copy + Send + Sync {
    let WidthContext(width) = provided();
    move || {
        let page = width.get().min(WIDEST);
        // The form takes 23rem of it.
        let form = if is_beside_form && width.get() >= WIDE { 392 } else { 0 };
        page.saturating_sub(80 + form).max(240)
    }
}
