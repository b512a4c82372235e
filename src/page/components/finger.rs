//! Fingers, beside the mouse and pens.

use web_sys::PointerEvent;

/// Whether the pointer is a finger, which scrolls the page where it does nothing else.
pub fn is_finger(pointer: &PointerEvent) -> bool {
    pointer.pointer_type() == "touch"
}
