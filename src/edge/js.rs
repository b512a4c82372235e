//! Objects of the browser by the names of their members.
//!
//! A type of `web-sys` brings glue for each member into the script and the program that every visitor
//! loads first, whichever chunk uses it: for what reads and paints pictures these were 3.9 kB of brotli.
//! By their names they cost the chunk alone.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};

/// An object of the browser.
#[derive(Clone, Debug)]
pub struct Js(JsValue);

impl Js {
    /// That object.
    pub fn new(object: impl Into<JsValue>) -> Self {
        Self(object.into())
    }

    /// A new object of the class of this name; `None` where there is none.
    #[must_use]
    pub fn construct(class: &str, arguments: &[JsValue]) -> Option<Self> {
        let class = Self(js_sys::global().into()).get(class)?;
        let class: &Function<fn() -> JsValue> = class.0.unchecked_ref();
        let made = Reflect::construct(class, &list(arguments));
        made.ok().map(Self)
    }

    /// A member; `None` where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<Self> {
        let member = Reflect::get(&self.0, &JsValue::from_str(name)).ok()?;
        (!member.is_undefined() && !member.is_null()).then_some(Self(member))
    }

    /// A member that is a text; empty where there is none.
    #[must_use]
    pub fn text(&self, name: &str) -> String {
        self.get(name).and_then(|member| member.0.as_string()).unwrap_or_default()
    }

    /// A member that is a number; 0 where there is none.
    #[must_use]
    pub fn number(&self, name: &str) -> f64 {
        self.get(name).and_then(|member| member.0.as_f64()).unwrap_or(0.0)
    }

    /// Sets a member.
    pub fn set(&self, name: &str, value: impl Into<JsValue>) {
        // Where it cannot be set, the picture shows it.
        let _ = Reflect::set(&self.0, &JsValue::from_str(name), &value.into());
    }

    /// What a method returns; `None` where that is nothing, there is no such method, or it fails.
    pub fn call(&self, name: &str, arguments: &[JsValue]) -> Option<Self> {
        let method = self.get(name)?;
        let method: &Function<fn() -> JsValue> = method.0.unchecked_ref();
        let given = Reflect::apply(method, &self.0, &list(arguments)).ok()?;
        (!given.is_undefined() && !given.is_null()).then_some(Self(given))
    }

    /// The text that a method returns; empty where it returns none.
    #[must_use]
    pub fn call_for_text(&self, name: &str, arguments: &[JsValue]) -> String {
        self.call(name, arguments).and_then(|given| given.0.as_string()).unwrap_or_default()
    }

    /// The object itself.
    #[must_use]
    pub fn value(&self) -> JsValue {
        self.0.clone()
    }
}

fn list(values: &[JsValue]) -> Array {
    values.iter().collect()
}
