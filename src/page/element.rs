//! Elements of one Rust type, whatever their tag, attributes and children.
//!
//! Leptos gives every element that a `view!` describes a type of its own, and the WebAssembly a
//! copy of the building code for each: a third of the whole page. Here the tag, the attributes
//! and the children are values, so that there is one copy for all of them. What changes by itself
//! is a closure, as in `view!`; Leptos runs it again when a signal that it read has changed.

use leptos::either::Either;
use leptos::ev::Custom;
use leptos::html;
use leptos::prelude::*;
use leptos::tachys::html::attribute::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::tachys::html::attribute::custom::custom_attribute;
use leptos::tachys::html::event::on;
use leptos::tachys::html::property::{IntoProperty, prop};
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Event, HtmlInputElement};

/// An element in the making: one pointer, because every step hands it on by value.
pub struct El(Box<Parts>);

struct Parts {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// An element with this tag.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, attributes: Vec::new(), children: Vec::new() }))
}

impl El {
    /// Sets an attribute.
    pub fn attr(mut self, name: &'static str, value: impl Into<String>) -> Self {
        let value: String = value.into();
        self.0.attributes.push(custom_attribute(name, value).into_any_attr());
        self
    }

    /// Sets an attribute that has no value, where it is wanted.
    pub fn attr_if(self, name: &'static str, wanted: bool) -> Self {
        if wanted { self.attr(name, "") } else { self }
    }

    /// Sets an attribute whose value follows the state; `None` removes it.
    pub fn live_attr(
        mut self,
        name: &'static str,
        value: impl Fn() -> Option<String> + Send + Sync + 'static,
    ) -> Self {
        self.0.attributes.push(custom_attribute(name, Signal::derive(value)).into_any_attr());
        self
    }

    /// Sets the value of an input, which follows the state.
    pub fn live_value(mut self, value: impl Fn() -> String + Send + Sync + 'static) -> Self {
        let value = Signal::derive(move || InputValue(value()));
        self.0.attributes.push(prop("value", value).into_any_attr());
        self
    }

    /// Sets a property that is on or off, such as `checked`, that follows the state.
    pub fn live_flag(
        mut self,
        name: &'static str,
        value: impl Fn() -> bool + Send + Sync + 'static,
    ) -> Self {
        self.0.attributes.push(prop(name, Signal::derive(value)).into_any_attr());
        self
    }

    /// Calls `act` at an event of this name.
    pub fn on(mut self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        let act: Box<dyn FnMut(Event)> = Box::new(act);
        self.0.attributes.push(on(Custom::new(event), act).into_any_attr());
        self
    }

    /// The class names.
    pub fn class(self, names: impl Into<String>) -> Self {
        self.attr("class", names)
    }

    /// The id.
    pub fn id(self, id: impl Into<String>) -> Self {
        self.attr("id", id)
    }

    /// Adds a child, or each of several, or none.
    pub fn child(mut self, child: impl Children) -> Self {
        child.put(&mut self.0.children);
        self
    }

    /// Adds what `make` gives, made anew whenever a signal that it reads has changed.
    pub fn live(mut self, make: impl FnMut() -> AnyView + Send + 'static) -> Self {
        self.0.children.push(live(make));
        self
    }

    /// The element as a view.
    pub fn view(self) -> AnyView {
        let element = html::custom(self.0.tag).add_any_attr(self.0.attributes);
        element.child(self.0.children).into_any()
    }
}

/// The value of an input, written only where the input has another one.
///
/// A date field that is half filled in has none, and to be told so would empty it under the hands
/// of whoever is typing.
#[derive(Clone)]
struct InputValue(String);

impl IntoProperty for InputValue {
    type State = Element;
    type Cloneable = Self;
    type CloneableOwned = Self;

    fn hydrate<const FROM_SERVER: bool>(self, of: &Element, name: &str) -> Element {
        self.build(of, name)
    }

    fn build(self, of: &Element, name: &str) -> Element {
        let mut of = of.clone();
        self.rebuild(&mut of, name);
        of
    }

    fn rebuild(self, of: &mut Element, _: &str) {
        let input: &HtmlInputElement = of.unchecked_ref();
        if input.value() != self.0 {
            input.set_value(&self.0);
        }
    }

    fn into_cloneable(self) -> Self {
        self
    }

    fn into_cloneable_owned(self) -> Self {
        self
    }
}

/// What `make` gives, made anew whenever a signal that it reads has changed.
///
/// The old view is replaced, never patched: all elements are of one type, so a patch would keep
/// the old tag.
pub fn live(mut make: impl FnMut() -> AnyView + Send + 'static) -> AnyView {
    let mut is_even = false;
    let make: Box<dyn FnMut() -> Either<AnyView, AnyView> + Send> = Box::new(move || {
        is_even = !is_even;
        if is_even { Either::Left(make()) } else { Either::Right(make()) }
    });
    make.into_any()
}

/// Nothing to see.
pub fn nothing() -> AnyView {
    ().into_any()
}

/// Views one after the other.
pub fn views(children: impl Children) -> AnyView {
    let mut views = Vec::new();
    children.put(&mut views);
    views.into_any()
}

/// What can be put into an element.
pub trait Children {
    /// Adds itself to the children.
    fn put(self, children: &mut Vec<AnyView>);
}

impl Children for El {
    fn put(self, children: &mut Vec<AnyView>) {
        children.push(self.view());
    }
}

impl Children for AnyView {
    fn put(self, children: &mut Vec<AnyView>) {
        children.push(self);
    }
}

impl Children for String {
    fn put(self, children: &mut Vec<AnyView>) {
        children.push(self.into_any());
    }
}

impl Children for &str {
    fn put(self, children: &mut Vec<AnyView>) {
        self.to_owned().put(children);
    }
}

impl<C: Children> Children for Option<C> {
    fn put(self, children: &mut Vec<AnyView>) {
        if let Some(child) = self {
            child.put(children);
        }
    }
}

impl<C: Children> Children for Vec<C> {
    fn put(self, children: &mut Vec<AnyView>) {
        for child in self {
            child.put(children);
        }
    }
}
