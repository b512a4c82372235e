//! Attributes, properties and listeners of elements.

use std::borrow::Cow;
use wasm_bindgen::JsValue;
use web_sys::Event;

/// What an element has beside its children.
pub enum Attribute {
    /// An attribute of that name.
    Named(&'static str, AttributeValue),
    /// A property of the element's object, such as `checked`.
    Property(&'static str, PropertyValue),
    /// What to do with the element once it is there, or describes something else.
    Load(Box<dyn FnOnce(&web_sys::Element)>),
    /// What to do at an event of that name.
    Listener(Cow<'static, str>, Box<dyn FnMut(Event)>),
}

/// The value of an attribute; `None` where the element does not have it.
pub enum AttributeValue {
    /// One that stays.
    Fixed(Option<String>),
    /// What a closure returns, set again whenever a signal that it read has changed.
    Dynamic(Box<dyn FnMut() -> Option<String>>),
}

/// The value of a property.
pub enum PropertyValue {
    /// One that stays.
    Fixed(JsValue),
    /// What a closure returns, set again whenever a signal that it read has changed.
    Dynamic(Box<dyn FnMut() -> JsValue>),
}

/// A fixed value of an attribute.
pub trait FixedAttribute {
    /// Returns the text of it; `None` where the element shall not have the attribute.
    fn text(self) -> Option<String>;
}

impl FixedAttribute for &str {
    fn text(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl FixedAttribute for String {
    fn text(self) -> Option<String> {
        Some(self)
    }
}

/// An attribute that has no value is there or is not.
impl FixedAttribute for bool {
    fn text(self) -> Option<String> {
        self.then(String::new)
    }
}

impl<V: FixedAttribute> FixedAttribute for Option<V> {
    fn text(self) -> Option<String> {
        self.and_then(V::text)
    }
}

/// What an attribute can be set to: a value, or a closure that returns one.
pub trait IntoAttribute<Marker> {
    /// Returns the value.
    fn into_attribute(self) -> AttributeValue;
}

/// Tells a value from a closure.
pub struct Fixed;
/// Tells a closure from a value.
pub struct Dynamic;

impl<V: FixedAttribute> IntoAttribute<Fixed> for V {
    fn into_attribute(self) -> AttributeValue {
        AttributeValue::Fixed(self.text())
    }
}

impl<V: FixedAttribute, F: FnMut() -> V + 'static> IntoAttribute<Dynamic> for F {
    fn into_attribute(mut self) -> AttributeValue {
        AttributeValue::Dynamic(Box::new(move || self().text()))
    }
}

/// What a property can be set to: a value, or a closure that returns one.
pub trait IntoProperty<Marker> {
    /// Returns the value.
    fn into_property(self) -> PropertyValue;
}

impl IntoProperty<Fixed> for bool {
    fn into_property(self) -> PropertyValue {
        PropertyValue::Fixed(self.into())
    }
}

impl<V: Into<JsValue>, F: FnMut() -> V + 'static> IntoProperty<Dynamic> for F {
    fn into_property(mut self) -> PropertyValue {
        PropertyValue::Dynamic(Box::new(move || self().into()))
    }
}
