//! Clicks and drags on a plot.

use crate::page::dom::Element;
use crate::picture::time_axis::WIDTH;
use leptos::ev;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, MouseEvent};

/// Calls `act` with the point that is clicked, or over which a pointer is dragged: x as a place
/// on the axis, y in pixels.
///
/// A finger that only scrolls past changes nothing: it neither clicks nor, where the page may be
/// scrolled that way, drags.
pub fn on_point(plot: Element, act: impl Fn(u32, u32) + Copy + 'static) -> Element {
    plot.on(ev::pointerdown, |event| {
        if let Some(plot) = target(&event) {
            // Only a pointer that is gone is refused.
            let _ = plot.set_pointer_capture(event.pointer_id());
        }
    })
    .on(ev::pointermove, move |event| {
        let is_pressed = event.buttons() & 1 == 1;
        if is_pressed && let Some((x, y)) = point(&event) {
            act(x, y);
        }
    })
    .on(ev::click, move |event| {
        if let Some((x, y)) = point(&event) {
            act(x, y);
        }
    })
}

fn target(event: &Event) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

fn point(pointer: &MouseEvent) -> Option<(u32, u32)> {
    let frame = target(pointer)?.get_bounding_client_rect();
    let x = (f64::from(pointer.client_x()) - frame.left()) / frame.width().max(1.0);
    let y = f64::from(pointer.client_y()) - frame.top();
    // The casts saturate: what lies beyond an edge is on it.
    Some(((x * f64::from(WIDTH)) as u32, y as u32))
}
