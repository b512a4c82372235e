//! Clicks and drags on a plot.

use crate::page::components::is_finger;
use crate::page::context::use_route;
use crate::page::dom::Element;
use crate::picture::finger::Finger;
use crate::picture::time_axis::WIDTH;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, MouseEvent, PointerEvent};

/// Calls `act` with each point that is clicked or dragged over: x in units of the axis, y in
/// pixels.
///
/// A finger that only scrolls past changes nothing. If the browser cancels the pointer, because it
/// scrolls or zooms the page instead, the request and the date shown are restored.
pub fn on_point(plot: Element, act: impl Fn(u32, u32) + Copy + 'static) -> Element {
    let route = use_route();
    let (finger, before) = (StoredValue::new(None), StoredValue::new(None));
    plot.on(ev::pointerdown, move |event| {
        if is_second_finger(&event) {
            return;
        }
        if let Some(plot) = target(&event) {
            // Refused only if the pointer is gone.
            let _ = plot.set_pointer_capture(event.pointer_id());
        }
        let down = || Finger::Down(event.client_x(), event.client_y());
        finger.set_value(is_finger(&event).then(down));
        before.set_value(Some(
            route.with_untracked(|route| (route.form.clone(), route.date.clone())),
        ));
    })
    .on(ev::pointermove, move |event| {
        let is_pressed = event.buttons() & 1 == 1 && !is_second_finger(&event);
        if !is_pressed {
            return;
        }
        finger.update_value(|finger| {
            *finger = finger.map(|it: Finger| it.moved(event.client_x(), event.client_y()));
        });
        let drags = matches!(finger.get_value(), None | Some(Finger::Drags));
        if drags && let Some((x, y)) = point(&event) {
            act(x, y);
        }
    })
    .on(ev::pointercancel, move |event| {
        if is_second_finger(&event) {
            return;
        }
        if let Some((form, date)) = before.try_update_value(Option::take).flatten()
            && route.with_untracked(|route| route.form != form || route.date != date)
        {
            route.update(|route| (route.form, route.date) = (form, date));
        }
    })
    .on(ev::click, move |event| {
        if let Some((x, y)) = point(&event) {
            act(x, y);
        }
    })
}

pub(super) fn is_second_finger(event: &PointerEvent) -> bool {
    is_finger(event) && !event.is_primary()
}

pub(super) fn target(event: &Event) -> Option<web_sys::Element> {
    event.current_target()?.dyn_into().ok()
}

/// Returns the point of a plot at an event: x in units of the axis, y in pixels.
pub(super) fn point(pointer: &MouseEvent) -> Option<(u32, u32)> {
    let frame = target(pointer)?.get_bounding_client_rect();
    let x = (f64::from(pointer.client_x()) - frame.left()) / frame.width().max(1.0);
    let y = f64::from(pointer.client_y()) - frame.top();
    // The casts saturate: a point left of the plot or above it is on its edge.
    Some(((x * f64::from(WIDTH)) as u32, y as u32))
}
