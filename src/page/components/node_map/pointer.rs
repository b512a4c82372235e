//! Mouse and touch on a node map.

use super::handle::{DrawnMap, Handle};
use crate::page::components::is_finger;
use crate::page::dom::Element;
use crate::picture::finger::Finger;
use crate::picture::node_map::{MapWindow, WindowStep};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{MouseEvent, PointerEvent};

/// Lets pointers move and enlarge the map, and describe its nodes.
///
/// The wheel stays the page's own: it scrolls, and with the control key it enlarges the page.
pub fn with_pointer(drawing: Element, handle: Handle) -> Element {
    drawing
        .on(ev::pointerdown, move |event| press(handle, &event))
        .on(ev::pointermove, move |event| point(handle, &event))
        .on(ev::pointerup, move |event| release(handle, &event))
        .on(ev::pointercancel, move |event| cancel(handle, &event))
        // The map captures no pointer, so that a button released outside it is never reported.
        .on(ev::pointerleave, move |event| release(handle, &event))
        .on(ev::dblclick, move |event| zoom_at(handle, &event, WindowStep::In))
        .on(ev::click, move |event| tell_at(handle, &event))
}

fn press(handle: Handle, event: &PointerEvent) {
    let at = (event.pointer_id(), event.client_x(), event.client_y());
    let is_first = handle.pointers.with_value(Vec::is_empty);
    handle.pointers.update_value(|pointers| pointers.push(at));
    if is_first {
        handle.before.set_value(handle.window.get_untracked());
    }
    // A finger that only scrolls past describes nothing; its tap arrives as a click.
    let is_finger = is_finger(event);
    handle.finger.set_value(match is_first {
        true => is_finger.then_some(Finger::Down(at.1, at.2)),
        // Two fingers enlarge the map; once one is lifted, the other moves it.
        false => Some(Finger::Drags),
    });
    if !is_finger {
        tell_at(handle, event);
    }
}

/// Restores the part in sight from before, because the browser scrolls the page instead.
fn cancel(handle: Handle, event: &PointerEvent) {
    release(handle, event);
    let before = handle.before.get_value();
    if handle.window.get_untracked() != before {
        handle.set(before);
    }
}

fn release(handle: Handle, event: &PointerEvent) {
    handle.pointers.update_value(|pointers| pointers.retain(|at| at.0 != event.pointer_id()));
}

/// Handles a moving pointer: a pressed one moves the map, two also enlarge it, and any other
/// describes the node below it.
fn point(handle: Handle, event: &PointerEvent) {
    let before = handle.pointers.get_value();
    let Some(own) = before.iter().find(|at| at.0 == event.pointer_id()) else {
        return tell_at(handle, event);
    };
    let now = (event.pointer_id(), event.client_x(), event.client_y());
    handle.pointers.update_value(|pointers| {
        pointers.iter_mut().filter(|at| at.0 == now.0).for_each(|at| *at = now);
    });
    handle.finger.update_value(|finger| *finger = finger.map(|it| it.moved(now.1, now.2)));
    if !matches!(handle.finger.get_value(), None | Some(Finger::Drags)) {
        return;
    }
    let (_, _, width) = corner(event);
    let other = before.iter().find(|at| at.0 != now.0);
    // Each of two fingers moves the map by half of its own distance.
    let share = if other.is_some() { 2 } else { 1 };
    handle.change(|window, _| {
        let units = |pixels: i32| {
            let units = i64::from(pixels) * i64::from(window.frame.width);
            i32::try_from(units / i64::from(width.max(1))).unwrap_or(0) / share
        };
        let moved = window.moved(units(own.1 - now.1), units(own.2 - now.2));
        other.map_or(moved, |other| {
            let distance = |at: &(i32, i32, i32)| {
                let (x, y) = (at.1.abs_diff(other.1), at.2.abs_diff(other.2));
                (x.saturating_mul(x).saturating_add(y.saturating_mul(y))).isqrt().max(1)
            };
            let middle = (i32::midpoint(now.1, other.1), i32::midpoint(now.2, other.2));
            moved.scaled(distance(own), distance(&now), point_at(event, middle, &moved))
        })
    });
}

fn tell_at(handle: Handle, event: &MouseEvent) {
    let Some(picture) = handle.picture.get_untracked() else { return };
    let DrawnMap { plan, width, .. } = &*picture.0;
    let window = handle.window.get_untracked().fitted_to(plan.size, *width);
    let (x, y) = point_of(event, &window);
    let spot = plan.spot(x, y);
    // Between two nodes the last one stays described.
    if spot.is_some() && spot != handle.described.get_untracked() {
        handle.described.set(spot);
    }
}

fn zoom_at(handle: Handle, event: &MouseEvent, step: WindowStep) {
    handle.change(|window, _| window.step(step, point_of(event, &window)));
}

/// Returns the point of the layout at an event.
fn point_of(event: &MouseEvent, window: &MapWindow) -> (u32, u32) {
    point_at(event, (event.client_x(), event.client_y()), window)
}

/// Returns the point of the layout at the screen position `at`, on the picture of an event.
fn point_at(event: &MouseEvent, at: (i32, i32), window: &MapWindow) -> (u32, u32) {
    let (x, y, width) = corner(event);
    window.point((at.0 - x, at.1 - y), width)
}

/// Returns the left and upper edge of a picture on the screen, and its width there, in pixels.
fn corner(event: &MouseEvent) -> (i32, i32, u32) {
    let target =
        event.current_target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.map_or((0, 0, 1), |target| {
        let rect = target.get_bounding_client_rect();
        // The casts saturate.
        (rect.left() as i32, rect.top() as i32, rect.width() as u32)
    })
}
