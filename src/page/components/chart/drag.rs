//! Plots whose time is dragged.

use super::pointer::{is_second_finger, point, target};
use crate::page::components::is_finger;
use crate::page::dom::Element;
use crate::picture::finger::Finger;
use crate::picture::time_axis::WIDTH;
use leptos::ev;
use leptos::prelude::*;

/// Pointer that is down on a plot.
#[derive(Clone, Copy)]
struct PlotPress<W> {
    finger: Finger,
    /// Point where it went down, in pixels; `width` is that of the plot.
    at: (i32, i32),
    width: f64,
    /// Time shown when it went down.
    before: W,
}

/// Lets a pointer drag the time that a plot shows.
///
/// `shown` returns that time as the pointer goes down; `show` is called with it and the distance
/// dragged to the right since, in units of the axis; `tap` is called with the point of a click that
/// dragged nothing.
///
/// A finger that only scrolls past changes nothing, and a drag that the browser cancels is undone.
pub fn on_drag<W: Copy + Send + Sync + 'static>(
    plot: Element,
    shown: impl Fn() -> W + 'static,
    show: impl Fn(W, i32) + Copy + 'static,
    tap: impl Fn(u32, u32) + 'static,
) -> Element {
    let press: StoredValue<Option<PlotPress<W>>> = StoredValue::new(None);
    let drags = move || press.get_value().filter(|press| press.finger == Finger::Drags);
    plot.on(ev::pointerdown, move |event| {
        if is_second_finger(&event) || event.button() != 0 {
            return;
        }
        let Some(plot) = target(&event) else { return };
        // Refused only if the pointer is gone.
        let _ = plot.set_pointer_capture(event.pointer_id());
        let at = (event.client_x(), event.client_y());
        press.set_value(Some(PlotPress {
            finger: Finger::Down(at.0, at.1),
            at,
            // At least 1, because distances are divided by it.
            width: plot.get_bounding_client_rect().width().max(1.0),
            before: shown(),
        }));
    })
    .on(ev::pointermove, move |event| {
        if event.buttons() & 1 == 0 || is_second_finger(&event) {
            return;
        }
        let (x, y) = (event.client_x(), event.client_y());
        press.update_value(|press| {
            if let Some(press) = press {
                press.finger = match press.finger.moved(x, y) {
                    // A mouse does not scroll by dragging, so a vertical move only restarts the
                    // press.
                    Finger::Scrolls if !is_finger(&event) => Finger::Down(press.at.0, y),
                    finger => finger,
                };
            }
        });
        if let Some(press) = drags() {
            let part = f64::from(x - press.at.0) / press.width;
            // The cast saturates.
            show(press.before, (part * f64::from(WIDTH)) as i32);
        }
    })
    .on(ev::pointercancel, move |event| {
        if !is_second_finger(&event) {
            if let Some(press) = drags() {
                show(press.before, 0);
            }
            press.set_value(None);
        }
    })
    .on(ev::click, move |event| {
        // The click event that ends a drag is not a tap.
        if drags().is_none()
            && let Some((x, y)) = point(&event)
        {
            tap(x, y);
        }
    })
}
