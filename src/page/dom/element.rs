//! Builder of elements.

use super::attribute::{Attribute, IntoAttribute, IntoProperty};
use super::tree::{Element, ElementParts};
use super::view::IntoView;
use leptos::ev::EventDescriptor;
use wasm_bindgen::JsCast;

/// Returns an element with this tag, in HTML if no other namespace is given.
pub fn element(namespace: Option<&'static str>, tag: &'static str) -> Element {
    Element(Box::new(ElementParts { namespace, tag, attributes: Vec::new(), children: Vec::new() }))
}

impl Element {
    fn with(mut self, attribute: Attribute) -> Self {
        self.0.attributes.push(attribute);
        self
    }

    /// Sets an attribute, or lets a closure set it.
    pub fn attr<M>(self, name: &'static str, value: impl IntoAttribute<M>) -> Self {
        self.with(Attribute::Named(name, value.into_attribute()))
    }

    /// Sets the class names, or lets a closure set them.
    pub fn class<M>(self, names: impl IntoAttribute<M>) -> Self {
        self.attr("class", names)
    }

    /// Sets the id.
    pub fn id<M>(self, id: impl IntoAttribute<M>) -> Self {
        self.attr("id", id)
    }

    /// Sets a property of the element's object, or lets a closure set it.
    pub fn prop<M>(self, name: &'static str, value: impl IntoProperty<M>) -> Self {
        self.with(Attribute::Property(name, value.into_property()))
    }

    /// Calls `act` at each event of the kind `event`.
    pub fn on<E>(self, event: E, mut act: impl FnMut(E::EventType) + 'static) -> Self
    where
        E: EventDescriptor,
        E::EventType: JsCast,
    {
        // The descriptor names the type that browsers give the event.
        let act = move |event: web_sys::Event| act(event.unchecked_into());
        self.with(Attribute::Listener(event.name(), Box::new(act)))
    }

    /// Calls `act` with the element once it is there, and again whenever it is patched.
    pub fn on_load(self, act: impl FnOnce(&web_sys::Element) + 'static) -> Self {
        self.with(Attribute::Load(Box::new(act)))
    }

    /// Adds a child: one view, several, none, or the result of a closure.
    pub fn child(mut self, child: impl IntoView) -> Self {
        self.0.children.push(child.into_view());
        self
    }
}
