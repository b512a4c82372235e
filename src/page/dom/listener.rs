//! What events call.

use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event};

/// What to do at an event.
pub type Handler = Box<dyn FnMut(Event)>;

/// A handler that can be replaced by another one.
pub struct Listener {
    act: Rc<Cell<Option<Handler>>>,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Calls `act` at the events of this name.
    pub fn new(element: &Element, name: &str, act: Handler) -> Self {
        let act = Rc::new(Cell::new(Some(act)));
        let handler = Rc::clone(&act);
        let closure: Box<dyn FnMut(Event)> = Box::new(move |event| {
            // Not there while it is at work: it then does not call itself.
            if let Some(mut act) = handler.take() {
                act(event);
                // It may have been replaced meanwhile.
                let newer = handler.take();
                handler.set(Some(newer.unwrap_or(act)));
            }
        });
        let closure = Closure::wrap(closure);
        let target = closure.as_ref().unchecked_ref();
        let _ = element.add_event_listener_with_callback(name, target);
        Self { act, closure }
    }

    /// Calls nothing any more.
    pub fn detach(&self, element: &Element, name: &str) {
        let target = self.closure.as_ref().unchecked_ref();
        let _ = element.remove_event_listener_with_callback(name, target);
    }

    /// Calls another handler from now on.
    pub fn replace(&self, act: Handler) {
        self.act.set(Some(act));
    }
}
