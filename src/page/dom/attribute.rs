//! Attributes, properties and listeners of elements.

use std::borrow::Cow;
use wasm_bindgen::JsValue;
use web_sys::Event;

/// Part of an element other than its children.
pub enum Attribute {
    /// Attribute with its name.
    Named(&'static str, AttributeValue),
    /// Property of the element's object, such as `checked`.
    Property(&'static str, PropertyValue),
    /// Function that is called with the element once it is there, and again when it is patched.
    Load(Box<dyn FnOnce(&web_sys::Element)>),
    /// Handler of the event with this name.
    Listener(Cow<'static, str>, Box<dyn FnMut(Event)>),
}

/// Value of an attribute; `None` if the element does not have it.
pub enum AttributeValue {
    /// Constant value.
    Fixed(Option<String>),
    /// Closure that returns the value, called again whenever a signal that it read has changed.
    Dynamic(Box<dyn FnMut() -> Option<String>>),
}

/// Value of a property.
pub enum PropertyValue {
    /// Constant value.
    Fixed(JsValue),
    /// Closure that returns the value, called again whenever a signal that it read has changed.
    Dynamic(Box<dyn FnMut() -> JsValue>),
}

/// Constant value of an attribute.
pub trait FixedAttribute {
    /// Returns the text of the value; `None` if the element shall not have the attribute.
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

/// An attribute without a value, such as `hidden`, is either there or not.
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

/// Type of values for an attribute: a constant, or a closure that returns one.
pub trait IntoAttribute<Marker> {
    /// Returns the value.
    fn into_attribute(self) -> AttributeValue;
}

/// Marker type of a constant.
pub struct Fixed;
/// Marker type of a closure; without the two markers, the blanket implementations would overlap.
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

/// Type of values for a property: a constant, or a closure that returns one.
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
