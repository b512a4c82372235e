//! Views and elements as values, not yet in the document.

use super::attribute::Attribute;
use leptos::prelude::Owner;
use std::rc::Rc;

/// Anything that can be put into the page.
pub enum AnyView {
    /// Text, shown as it is.
    Text(String),
    /// An element.
    Element(Element),
    /// One after the other; nothing where it is empty.
    List(Vec<Self>),
    /// What a closure returns, patched whenever a signal that it read has changed.
    Dynamic(Box<dyn FnMut() -> Self>),
    /// An item of a list, made once for its key.
    Item(Item),
}

/// An item of a list, and how it is made where it is not there yet.
pub struct Item {
    /// Its list: another one makes its items anew, with signals of its own.
    pub list: Rc<()>,
    /// What tells it from the other items.
    pub key: String,
    /// Owns the signals of the list, below which the item's are.
    pub owner: Option<Owner>,
    /// Makes it.
    pub make: Box<dyn FnOnce() -> AnyView>,
}

impl AnyView {
    /// Nothing.
    pub const fn empty() -> Self {
        Self::List(Vec::new())
    }
}

/// An element in the making: one pointer, because every step hands it on by value.
pub struct Element(pub(super) Box<ElementParts>);

/// What an element is made of.
pub(super) struct ElementParts {
    /// `None` for HTML.
    pub namespace: Option<&'static str>,
    pub tag: &'static str,
    pub attributes: Vec<Attribute>,
    pub children: Vec<AnyView>,
}
