//! Attributes, properties and listeners of elements in the document.

use super::attribute::{Attribute, AttributeValue, PropertyValue};
use super::listener::Listener;
use super::live_effect::LiveEffect;
use std::borrow::Cow;
use wasm_bindgen::JsValue;
use web_sys::Element;

/// Part of a mounted element other than its children.
pub enum PlacedAttribute {
    /// Constant attribute.
    Fixed(&'static str, Option<String>),
    /// Attribute set by an effect.
    Dynamic(&'static str, LiveEffect<Option<String>>),
    /// Constant property.
    Property(&'static str),
    /// Property set by an effect.
    DynamicProperty(&'static str, LiveEffect<()>),
    /// Function that was called with the element.
    Load,
    /// Event listener.
    Listener(Cow<'static, str>, Listener),
}

impl PlacedAttribute {
    /// Gives the element an attribute, a property or a listener, or calls a function with it.
    pub fn new(element: &Element, attribute: Attribute) -> Self {
        match attribute {
            Attribute::Named(name, AttributeValue::Fixed(value)) => {
                // A new element has no attribute to remove.
                if value.is_some() {
                    set_attribute(element, name, value.as_deref());
                }
                Self::Fixed(name, value)
            }
            Attribute::Named(name, AttributeValue::Dynamic(value)) => {
                Self::Dynamic(name, attribute_effect(element, name, value, None))
            }
            Attribute::Property(name, PropertyValue::Fixed(value)) => {
                set_property(element, name, &value);
                Self::Property(name)
            }
            Attribute::Property(name, PropertyValue::Dynamic(value)) => {
                Self::DynamicProperty(name, property_effect(element, name, value))
            }
            Attribute::Load(act) => {
                act(element);
                Self::Load
            }
            Attribute::Listener(name, act) => {
                let listener = Listener::new(element, &name, act);
                Self::Listener(name, listener)
            }
        }
    }

    /// Returns `true` if this has the kind and the name of `attribute`.
    pub fn is_kind_of(&self, attribute: &Attribute) -> bool {
        match (self, attribute) {
            (Self::Fixed(name, _), Attribute::Named(new, AttributeValue::Fixed(_)))
            | (Self::Dynamic(name, _), Attribute::Named(new, AttributeValue::Dynamic(_)))
            | (Self::Property(name), Attribute::Property(new, PropertyValue::Fixed(_)))
            | (
                Self::DynamicProperty(name, _),
                Attribute::Property(new, PropertyValue::Dynamic(_)),
            ) => name == new,
            (Self::Listener(name, _), Attribute::Listener(new, _)) => name == new,
            (Self::Load, Attribute::Load(_)) => true,
            _ => false,
        }
    }

    /// Patches this to `attribute`, which must be of its kind.
    pub fn patch(&mut self, element: &Element, attribute: Attribute) {
        match (self, attribute) {
            (Self::Fixed(name, before), Attribute::Named(_, AttributeValue::Fixed(value)))
                if *before != value =>
            {
                set_attribute(element, name, value.as_deref());
                *before = value;
            }
            (Self::Dynamic(name, effect), Attribute::Named(_, AttributeValue::Dynamic(value))) => {
                // The value set last is handed on, so that an equal one is not set again.
                let before = effect.take_value();
                *effect = attribute_effect(element, name, value, before);
            }
            (Self::Property(name), Attribute::Property(_, PropertyValue::Fixed(value))) => {
                // Unlike an attribute, a property may have been changed by the reader since.
                set_property(element, name, &value);
            }
            (
                Self::DynamicProperty(name, effect),
                Attribute::Property(_, PropertyValue::Dynamic(value)),
            ) => *effect = property_effect(element, name, value),
            (Self::Listener(_, listener), Attribute::Listener(_, act)) => listener.replace(act),
            (Self::Load, Attribute::Load(act)) => act(element),
            // Unchanged, or of another kind.
            _ => {}
        }
    }

    /// Takes it off the element; a property stays as it is.
    pub fn detach(self, element: &Element) {
        match self {
            Self::Fixed(name, _) | Self::Dynamic(name, _) => set_attribute(element, name, None),
            Self::Property(_) | Self::DynamicProperty(..) | Self::Load => {}
            Self::Listener(name, listener) => listener.detach(element, &name),
        }
    }
}

fn attribute_effect(
    element: &Element,
    name: &'static str,
    mut value: Box<dyn FnMut() -> Option<String>>,
    before: Option<Option<String>>,
) -> LiveEffect<Option<String>> {
    let element = element.clone();
    let set = move |before: Option<Option<String>>| {
        let value = value();
        if before.as_ref() != Some(&value) {
            set_attribute(&element, name, value.as_deref());
        }
        value
    };
    LiveEffect::new(set, before)
}

fn property_effect(
    element: &Element,
    name: &'static str,
    mut value: Box<dyn FnMut() -> JsValue>,
) -> LiveEffect<()> {
    let element = element.clone();
    LiveEffect::new(move |_| set_property(&element, name, &value()), None)
}

fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    // Refused only for an invalid name.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Sets a property if it has another value.
///
/// A date field that is half filled in has the value "", and setting that would empty it under the
/// hands of whoever is typing.
fn set_property(element: &Element, name: &str, value: &JsValue) {
    let name = JsValue::from_str(name);
    if js_sys::Reflect::get(element, &name).ok().as_ref() != Some(value) {
        let _ = js_sys::Reflect::set(element, &name, value);
    }
}
