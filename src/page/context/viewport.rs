//! Width of the page.

use super::provided::provided;
use crate::edge::screen;
use leptos::prelude::*;

/// Largest width of the page, in pixels: 76rem.
const WIDEST: u32 = 1_216;
/// Width in pixels from which the form stands beside its result.
const WIDE: u32 = 1_024;

/// Width in pixels.
#[derive(Clone, Copy)]
struct WidthContext(RwSignal<u32>);

/// Provides the width of the page, now and whenever it changes.
pub fn provide_viewport() {
    let width = RwSignal::new(screen::width());
    screen::on_resize(move || {
        if width.get_untracked() != screen::width() {
            width.set(screen::width());
        }
    });
    provide_context(WidthContext(width));
}

/// Returns a closure that gives the width of a view's pictures, in pixels.
pub fn use_picture_width(is_beside_form: bool) -> impl Fn() -> u32 + Copy + Send + Sync {
    let WidthContext(width) = provided();
    move || {
        let page = width.get().min(WIDEST);
        // The form takes 23rem of the width.
        let form = if is_beside_form && width.get() >= WIDE { 392 } else { 0 };
        page.saturating_sub(80 + form).max(240)
    }
}
