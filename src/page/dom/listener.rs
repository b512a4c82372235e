//! Listeners of events.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

/// Function that handles an event.
pub type Handler = Box<dyn FnMut(Event)>;

/// Event listener whose handler can be replaced.
pub struct Listener {
    act: Rc<Cell<Option<Handler>>>,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Creates a listener that calls `act` at the events named `name`.
    pub fn new(element: &Element, name: &str, act: Handler) -> Self {
        let act = Rc::new(Cell::new(Some(act)));
        let handler = Rc::clone(&act);
        let closure: Box<dyn FnMut(Event)> = Box::new(move |event| {
            // The handler is taken out while it runs, so that it does not call itself.
            if let Some(mut act) = handler.take() {
                act(event);
                // It may have been replaced while it ran.
                let newer = handler.take();
                handler.set(Some(newer.unwrap_or(act)));
            }
        });
        let closure = Closure::wrap(closure);
        let target = closure.as_ref().unchecked_ref();
        let _ = element.add_event_listener_with_callback(name, target);
        Self { act, closure }
    }

    /// Removes the listener from the element.
    pub fn detach(&self, element: &Element, name: &str) {
        let target = self.closure.as_ref().unchecked_ref();
        let _ = element.remove_event_listener_with_callback(name, target);
    }

    /// Replaces the handler.
    pub fn replace(&self, act: Handler) {
        self.act.set(Some(act));
    }
}
