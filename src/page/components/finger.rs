//! Touch, as opposed to mouse and pen.

use web_sys::PointerEvent;

/// Returns `true` if the pointer is a finger, which scrolls the page if it does nothing else.
pub fn is_finger(pointer: &PointerEvent) -> bool {
    pointer.pointer_type() == "touch"
}
