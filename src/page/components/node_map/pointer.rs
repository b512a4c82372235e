//! Mouse, fingers and touch pads on a node map.

use super::handle::{Handle, Picture};
use crate::page::dom::Element;
use crate::picture::node_map::{Step, Window};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{MouseEvent, PointerEvent, WheelEvent};

/// Lets pointers move and enlarge the map, and tell its nodes.
pub fn with_pointer(drawing: Element, handle: Handle) -> Element {
    drawing
        .on(ev::pointerdown, move |event| press(handle, &event))
        .on(ev::pointermove, move |event| point(handle, &event))
        .on(ev::pointerup, move |event| release(handle, &event))
        .on(ev::pointercancel, move |event| release(handle, &event))
        .on(ev::pointerleave, move |event| release(handle, &event))
        .on(ev::dblclick, move |event| zoom_at(handle, &event, Step::In))
        .on(ev::wheel, move |event| wheel(handle, &event))
}

fn press(handle: Handle, event: &PointerEvent) {
    let at = (event.pointer_id(), event.client_x(), event.client_y());
    handle.pressed.update_value(|pressed| pressed.push(at));
    tell_at(handle, event);
}

fn release(handle: Handle, event: &PointerEvent) {
    handle.pressed.update_value(|pressed| pressed.retain(|at| at.0 != event.pointer_id()));
}

/// A finger or the mouse moves: it moves the map, two of them enlarge it, else it points.
fn point(handle: Handle, event: &PointerEvent) {
    let before = handle.pressed.get_value();
    let Some(own) = before.iter().find(|at| at.0 == event.pointer_id()) else {
        return tell_at(handle, event);
    };
    let now = (event.pointer_id(), event.client_x(), event.client_y());
    handle.pressed.update_value(|pressed| {
        pressed.iter_mut().filter(|at| at.0 == now.0).for_each(|at| *at = now);
    });
    let (_, _, width) = corner(event);
    if let Some(other) = before.iter().find(|at| at.0 != now.0) {
        let distance = |at: &(i32, i32, i32)| {
            let (x, y) = (at.1.abs_diff(other.1), at.2.abs_diff(other.2));
            (x.saturating_mul(x).saturating_add(y.saturating_mul(y))).isqrt().max(1)
        };
        handle.change(|window, _| {
            window.scaled(distance(own), distance(&now), point_of(event, &window))
        });
    } else {
        handle.change(|window, _| {
            let units = |pixels: i32| {
                let units = i64::from(pixels) * i64::from(window.frame.width);
                i32::try_from(units / i64::from(width.max(1))).unwrap_or(0)
            };
            window.moved(units(own.1 - now.1), units(own.2 - now.2))
        });
    }
}

fn tell_at(handle: Handle, event: &MouseEvent) {
    let Some(picture) = handle.picture.get_untracked() else { return };
    let Picture { plan, width, .. } = &*picture.0;
    let window = handle.window.get_untracked().of(plan.size, *width);
    let (x, y) = point_of(event, &window);
    let spot = plan.spot(x, y);
    if spot.is_some() && spot != handle.told.get_untracked() {
        handle.told.set(spot);
    }
}

/// Two fingers on a touch pad, or the wheel with the control key; without it the page scrolls.
fn wheel(handle: Handle, event: &WheelEvent) {
    if !event.ctrl_key() {
        return;
    }
    event.prevent_default();
    zoom_at(handle, event, if event.delta_y() < 0.0 { Step::In } else { Step::Out });
}

fn zoom_at(handle: Handle, event: &MouseEvent, step: Step) {
    handle.change(|window, _| window.step(step, point_of(event, &window)));
}

/// The point of the plan where an event is.
fn point_of(event: &MouseEvent, window: &Window) -> (u32, u32) {
    let (x, y, width) = corner(event);
    window.point((event.client_x() - x, event.client_y() - y), width)
}

/// Where a picture begins on the screen, and how wide it is there.
fn corner(event: &MouseEvent) -> (i32, i32, u32) {
    let target =
        event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.map_or((0, 0, 1), |target| {
        let rect = target.get_bounding_client_rect();
        // The casts saturate.
        (rect.left() as i32, rect.top() as i32, rect.width() as u32)
    })
}
