//! Objects of the browser, used by the names of their members.
//!
//! A type of `web-sys` brings glue for each member into the script and the program that every
//! visitor loads first, whichever chunk uses it: for reading and painting pictures that was 3.9 kB
//! of brotli. Used by name, members cost the chunk alone.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// Object of the browser.
#[derive(Clone, Debug)]
pub struct Js(JsValue);

impl Js {
    /// Wraps an object.
    pub fn new(object: impl Into<JsValue>) -> Self {
        Self(object.into())
    }

    /// Constructs an object of the class named `class`; `None` if there is no such class or it
    /// throws.
    #[must_use]
    pub fn construct(class: &str, arguments: &[JsValue]) -> Option<Self> {
        let class = Self(js_sys::global().into()).get(class)?;
        let class: &Function<fn() -> JsValue> = class.0.unchecked_ref();
        let made = Reflect::construct(class, &list(arguments));
        made.ok().map(Self)
    }

    /// Returns the member `name`; `None` if it is undefined or null.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Self> {
        let member = Reflect::get(&self.0, &JsValue::from_str(name)).ok()?;
        (!member.is_undefined() && !member.is_null()).then_some(Self(member))
    }

    /// Returns the member `name` if it is a text, else an empty one.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.get(name).and_then(|member| member.0.as_string()).unwrap_or_default()
    }

    /// Returns the member `name` if it is a number, else 0.
    #[must_use]
    pub fn number(&self, name: &str) -> f64 {
        self.get(name).and_then(|member| member.0.as_f64()).unwrap_or(0.0)
    }

    /// Sets the member `name`.
    pub fn set(&self, name: &str, value: impl Into<JsValue>) {
        // A failure shows in the picture.
        let _ = Reflect::set(&self.0, &JsValue::from_str(name), &value.into());
    }

    /// Calls the method `name`; `None` if it returns undefined or null, does not exist, or throws.
    pub fn call(&self, name: &str, arguments: &[JsValue]) -> Option<Self> {
        let method = self.get(name)?;
        let method: &Function<fn() -> JsValue> = method.0.unchecked_ref();
        let given = Reflect::apply(method, &self.0, &list(arguments)).ok()?;
        (!given.is_undefined() && !given.is_null()).then_some(Self(given))
    }

    /// Calls the method `name` and returns its text; empty if it returns none.
    #[must_use]
    pub fn call_for_text(&self, name: &str, arguments: &[JsValue]) -> String {
        self.call(name, arguments).and_then(|given| given.0.as_string()).unwrap_or_default()
    }

    /// Returns the object itself.
    #[must_use]
    pub fn value(&self) -> JsValue {
        self.0.clone()
    }
}

fn list(values: &[JsValue]) -> Array {
    values.iter().collect()
}
