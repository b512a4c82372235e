//! Elements of one Rust type, whatever their tag, attributes and children.
//!
//! Leptos gives every element that a `view!` describes a type of its own, and the WebAssembly a
//! copy of the building code for each: a third of the whole page. Here the tag, the attributes
//! and the children are values, so that there is one copy for all of them. What changes by itself
//! is a closure, as in `view!`: an effect of Leptos runs it again when a signal that it read has
//! changed.

mod fragment;
mod place;

pub use fragment::{Children, Fragment, live, nothing, text, views};
pub use place::mount;

use web_sys::Event;

/// The names of SVG.
const SVG: &str = "http://www.w3.org/2000/svg";

/// An element in the making: one pointer, because every step hands it on by value.
pub struct El(Box<Parts>);

struct Parts {
    /// `None` for HTML.
    namespace: Option<&'static str>,
    tag: &'static str,
    attributes: Vec<Attribute>,
    children: Vec<Fragment>,
}

/// What is said of an element.
enum Attribute {
    /// A fixed value.
    Fixed(&'static str, String),
    /// A value that follows the state; `None` removes it.
    Live(&'static str, Box<dyn Fn() -> Option<String>>),
    /// What stands in an input, which follows the state.
    Value(Box<dyn Fn() -> String>),
    /// A property that is on or off, and follows the state.
    Flag(&'static str, Box<dyn Fn() -> bool>),
    /// What to do at an event of that name.
    On(&'static str, Box<dyn FnMut(Event)>),
}

/// An element with this tag.
pub fn el(tag: &'static str) -> El {
    element(None, tag)
}

/// An element of a drawing, with this tag of SVG.
pub fn svg(tag: &'static str) -> El {
    element(Some(SVG), tag)
}

fn element(namespace: Option<&'static str>, tag: &'static str) -> El {
    El(Box::new(Parts { namespace, tag, attributes: Vec::new(), children: Vec::new() }))
}

impl El {
    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: impl Into<String>) -> Self {
        self.with(Attribute::Fixed(name, value.into()))
    }

    /// Sets an attribute that has no value, where it is wanted.
    pub fn attr_if(self, name: &'static str, wanted: bool) -> Self {
        if wanted { self.attr(name, "") } else { self }
    }

    /// Sets an attribute whose value follows the state; `None` removes it.
    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        self.with(Attribute::Live(name, Box::new(value)))
    }

    /// Sets the value of an input, which follows the state.
    pub fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        self.with(Attribute::Value(Box::new(value)))
    }

    /// Sets a property that is on or off, such as `checked`, that follows the state.
    pub fn live_flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        self.with(Attribute::Flag(name, Box::new(value)))
    }

    /// Calls `act` at an event of this name.
    pub fn on(self, event: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.with(Attribute::On(event, Box::new(act)))
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
    pub fn live(self, make: impl FnMut() -> Fragment + 'static) -> Self {
        self.child(live(make))
    }

    /// The element as a view.
    pub fn view(self) -> Fragment {
        Fragment::Element(self)
    }
}
