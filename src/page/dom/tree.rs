//! Views and elements as values, not yet in the document.

use super::attribute::Attribute;
use leptos::prelude::Owner;
use std::rc::Rc;

/// Anything that can be put into the page.
pub enum AnyView {
    /// Text, shown as it is.
    Text(String),
    /// Element.
    Element(Element),
    /// Views in sequence; nothing if empty.
    List(Vec<Self>),
    /// Closure whose result is patched whenever a signal that it read has changed.
    Dynamic(Box<dyn FnMut() -> Self>),
    /// List item, made once for its key.
    Item(Item),
}

/// List item, with the function that makes it if it is not there yet.
pub struct Item {
    /// Identity of the list: another list makes its items anew, with signals of its own.
    pub list: Rc<()>,
    /// Key, unique within the list.
    pub key: String,
    /// Owner of the list's signals, below which are the item's.
    pub owner: Option<Owner>,
    /// Makes the content.
    pub make: Box<dyn FnOnce() -> AnyView>,
}

impl AnyView {
    /// Returns an empty view.
    pub const fn empty() -> Self {
        Self::List(Vec::new())
    }
}

/// Element in the making. A single pointer, because every builder step moves it by value.
pub struct Element(pub(super) Box<ElementParts>);

/// Content of an element.
pub(super) struct ElementParts {
    /// XML namespace; `None` for HTML.
    pub namespace: Option<&'static str>,
    pub tag: &'static str,
    pub attributes: Vec<Attribute>,
    pub children: Vec<AnyView>,
}
