//! Views in the document, and what keeps them up to date.

use super::attribute::{Attribute, AttributeValue, PropertyValue};
use leptos::prelude::{Owner, RenderEffect};
use std::borrow::Cow;
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, Node};

/// A view in the document.
pub enum Placed {
    /// A text.
    Text(web_sys::Text, String),
    /// An element.
    Element(PlacedElement),
    /// One after the other.
    List(Vec<Self>),
    /// What a closure returned, and where it stands.
    Dynamic(Region, RenderEffect<Self>),
    /// An item of a list.
    Item(PlacedItem),
}

/// An element in the document.
pub struct PlacedElement {
    pub tag: &'static str,
    pub element: Element,
    pub attributes: Vec<PlacedAttribute>,
    pub children: Vec<Placed>,
}

/// An item of a list in the document.
pub struct PlacedItem {
    pub list: Rc<()>,
    pub key: String,
    /// Owns its signals.
    pub owner: Owner,
    pub content: Box<Placed>,
}

/// Where the nodes of a closure stand.
#[derive(Clone)]
pub enum Region {
    /// They are all that is in an element.
    Whole(Element),
    /// They are between two comments.
    Between(Node, Node),
}

/// What an element in the document has beside its children.
pub enum PlacedAttribute {
    /// An attribute.
    Fixed(&'static str, Option<String>),
    /// An attribute that an effect sets.
    Dynamic(&'static str, RenderEffect<Option<String>>),
    /// A property.
    Property(&'static str),
    /// A property that an effect sets.
    DynamicProperty(&'static str, RenderEffect<()>),
    /// What was done with the element when it was described.
    Load,
    /// What an event calls.
    Listener(Cow<'static, str>, Listener),
}

impl Placed {
    /// Adds the nodes of it that lie in its parent, in their order.
    pub fn nodes(&self, nodes: &mut Vec<Node>) {
        match self {
            Self::Text(text, _) => nodes.push(text.clone().into()),
            Self::Element(placed) => nodes.push(placed.element.clone().into()),
            Self::List(list) => list.iter().for_each(|placed| placed.nodes(nodes)),
            Self::Dynamic(region, effect) => {
                if let Region::Between(start, _) = region {
                    nodes.push(start.clone());
                }
                effect.with_value_mut(|placed| placed.nodes(nodes));
                if let Region::Between(_, end) = region {
                    nodes.push(end.clone());
                }
            }
            Self::Item(item) => item.content.nodes(nodes),
        }
    }

    /// The key of an item.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Item(item) => Some(&item.key),
            _ => None,
        }
    }

    /// Ends what keeps it up to date, down to the innermost.
    ///
    /// An effect that is dropped keeps those within it until its turn comes, and one of them may
    /// have its turn first, with signals that are gone.
    pub fn end(self) {
        match self {
            Self::Text(..) => {}
            Self::Element(placed) => placed.children.into_iter().for_each(Self::end),
            Self::List(list) => list.into_iter().for_each(Self::end),
            Self::Dynamic(_, effect) => {
                if let Some(placed) = effect.take_value() {
                    placed.end();
                }
            }
            Self::Item(item) => {
                item.content.end();
                item.owner.cleanup();
            }
        }
    }
}

impl Region {
    /// Brings the nodes of what is placed here into the document, in their order, and takes out
    /// what else is there: nodes of views that ended, and those that somebody else put in the
    /// place of a text, as browsers do that translate a page.
    pub fn arrange(&self, placed: &Placed) {
        let mut nodes = Vec::new();
        placed.nodes(&mut nodes);
        match self {
            Self::Whole(element) => arrange(element, element.first_child(), None, &nodes),
            Self::Between(start, end) => {
                if let Some(parent) = end.parent_node() {
                    arrange(&parent, start.next_sibling(), Some(end), &nodes);
                }
            }
        }
    }
}

/// Makes `nodes` the children of `parent` from `next` on and up to `end`, or to the last one.
pub fn arrange(parent: &Node, mut next: Option<Node>, end: Option<&Node>, nodes: &[Node]) {
    for node in nodes {
        if next.as_ref() == Some(node) {
            next = node.next_sibling();
        } else {
            // Refused only where the parent has just been taken out of the document.
            let _ = parent.insert_before(node, next.as_ref().or(end));
        }
    }
    while let Some(node) = next.filter(|node| Some(node) != end) {
        next = node.next_sibling();
        let _ = parent.remove_child(&node);
    }
}

/// A handler that can be replaced by another one.
pub struct Listener {
    act: Rc<Cell<Option<Box<dyn FnMut(Event)>>>>,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    fn new(element: &Element, name: &str, act: Box<dyn FnMut(Event)>) -> Self {
        let act = Rc::new(Cell::new(Some(act)));
        let handler = Rc::clone(&act);
        let closure: Box<dyn FnMut(Event)> = Box::new(move |event| {
            // Not there while it is at work: it then does not call itself.
            if let Some(mut act) = handler.take() {
                act(event);
                // It may have been replaced meanwhile.
                let newer = handler.take();
                handler.set(Some(newer.unwrap_or(act)));
            }
        });
        let closure = Closure::wrap(closure);
        let target = closure.as_ref().unchecked_ref();
        let _ = element.add_event_listener_with_callback(name, target);
        Self { act, closure }
    }

    fn detach(&self, element: &Element, name: &str) {
        let target = self.closure.as_ref().unchecked_ref();
        let _ = element.remove_event_listener_with_callback(name, target);
    }

    /// Calls another handler from now on.
    fn replace(&self, act: Box<dyn FnMut(Event)>) {
        self.act.set(Some(act));
    }
}

impl PlacedElement {
    /// Whether it may become another one: of the same tag, and the same one of those with an id.
    pub fn may_become(&self, tag: &str, attributes: &[Attribute]) -> bool {
        let id = self.attributes.iter().find_map(|attribute| match attribute {
            PlacedAttribute::Fixed("id", id) => id.as_deref(),
            _ => None,
        });
        let new_id = attributes.iter().find_map(|attribute| match attribute {
            Attribute::Attribute("id", AttributeValue::Fixed(id)) => id.as_deref(),
            _ => None,
        });
        self.tag == tag && id == new_id
    }
}

impl PlacedAttribute {
    /// Gives an element an attribute, a property or a listener.
    pub fn new(element: &Element, attribute: Attribute) -> Self {
        match attribute {
            Attribute::Attribute(name, AttributeValue::Fixed(value)) => {
                if value.is_some() {
                    set_attribute(element, name, value.as_deref());
                }
                Self::Fixed(name, value)
            }
            Attribute::Attribute(name, AttributeValue::Dynamic(value)) => {
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

    /// Whether it is of the kind and has the name of another one.
    pub fn is_kind_of(&self, attribute: &Attribute) -> bool {
        match (self, attribute) {
            (Self::Fixed(name, _), Attribute::Attribute(new, AttributeValue::Fixed(_)))
            | (Self::Dynamic(name, _), Attribute::Attribute(new, AttributeValue::Dynamic(_)))
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

    /// Makes it one of its kind.
    pub fn patch(&mut self, element: &Element, attribute: Attribute) {
        match (self, attribute) {
            (Self::Fixed(name, before), Attribute::Attribute(_, AttributeValue::Fixed(value))) => {
                if *before != value {
                    set_attribute(element, name, value.as_deref());
                    *before = value;
                }
            }
            (
                Self::Dynamic(name, effect),
                Attribute::Attribute(_, AttributeValue::Dynamic(value)),
            ) => {
                let before = effect.take_value();
                *effect = attribute_effect(element, name, value, before);
            }
            (Self::Property(name), Attribute::Property(_, PropertyValue::Fixed(value))) => {
                set_property(element, name, &value);
            }
            (
                Self::DynamicProperty(name, effect),
                Attribute::Property(_, PropertyValue::Dynamic(value)),
            ) => *effect = property_effect(element, name, value),
            (Self::Listener(_, listener), Attribute::Listener(_, act)) => listener.replace(act),
            (Self::Load, Attribute::Load(act)) => act(element),
            // It is of another kind.
            _ => {}
        }
    }

    /// Takes it off an element. A property stays as it is.
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
) -> RenderEffect<Option<String>> {
    let element = element.clone();
    let set = move |before: Option<Option<String>>| {
        let value = value();
        if before.as_ref() != Some(&value) {
            set_attribute(&element, name, value.as_deref());
        }
        value
    };
    RenderEffect::new_with_value(set, before)
}

fn property_effect(
    element: &Element,
    name: &'static str,
    mut value: Box<dyn FnMut() -> JsValue>,
) -> RenderEffect<()> {
    let element = element.clone();
    RenderEffect::new(move |_| set_property(&element, name, &value()))
}

fn set_attribute(element: &Element, name: &str, value: Option<&str>) {
    // Only a name that is none is refused.
    let _ = match value {
        Some(value) => element.set_attribute(name, value),
        None => element.remove_attribute(name),
    };
}

/// Sets a property where it has another value: a date field that is half filled in has none, and to
/// set that would empty it under the hands of whoever is typing.
fn set_property(element: &Element, name: &str, value: &JsValue) {
    let name = JsValue::from_str(name);
    if js_sys::Reflect::get(element, &name).ok().as_ref() != Some(value) {
        let _ = js_sys::Reflect::set(element, &name, value);
    }
}
