//! Views in the document, and what keeps them up to date.

use super::attribute::{Attribute, AttributeValue};
use super::live_effect::LiveEffect;
use super::placed_attribute::PlacedAttribute;
use leptos::prelude::Owner;
use std::rc::Rc;
use std::slice;
use web_sys::{Element, Node};

/// A view in the document.
pub enum Mounted {
    /// A text.
    Text(web_sys::Text, String),
    /// An element.
    Element(PlacedElement),
    /// One after the other.
    List(Vec<Self>),
    /// What a closure returned, and where it stands.
    Dynamic(Region, LiveEffect<Self>),
    /// An item of a list.
    Item(PlacedItem),
}

/// An element in the document.
pub struct PlacedElement {
    pub tag: &'static str,
    pub element: Element,
    pub attributes: Vec<PlacedAttribute>,
    pub children: Vec<Mounted>,
}

/// An item of a list in the document.
pub struct PlacedItem {
    pub list: Rc<()>,
    pub key: String,
    /// Owns its signals.
    pub owner: Owner,
    pub content: Box<Mounted>,
}

/// Where the nodes of a closure stand.
#[derive(Clone)]
pub enum Region {
    /// They are all that is in an element.
    Whole(Element),
    /// They are between two comments.
    Between(Node, Node),
}

impl Mounted {
    /// Adds the nodes of it that lie in its parent, in their order.
    fn nodes(&self, nodes: &mut Vec<Node>) {
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
    pub fn arrange(&self, placed: &Mounted) {
        let nodes = nodes(slice::from_ref(placed));
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

/// Returns the nodes of these that lie in their parent, in their order.
pub fn nodes(placed: &[Mounted]) -> Vec<Node> {
    let mut nodes = Vec::new();
    placed.iter().for_each(|placed| placed.nodes(&mut nodes));
    nodes
}

/// Makes `nodes` the children of `parent` from `next` on and up to `end`, or to the last one.
///
/// What does not stay goes first: a node that is moved loses the focus, so none is moved but those
/// whose order has changed.
pub fn arrange(parent: &Node, next: Option<Node>, end: Option<&Node>, nodes: &[Node]) {
    let mut next = without_others(parent, next, end, nodes);
    for node in nodes {
        if next.as_ref() == Some(node) {
            next = node.next_sibling();
        } else {
            // Refused only where the parent has just been taken out of the document.
            let _ = parent.insert_before(node, next.as_ref().or(end));
        }
    }
}

/// Takes the children of `parent` from `next` on and up to `end` out of it that are none of `nodes`;
/// returns the first that stays.
fn without_others(
    parent: &Node,
    mut next: Option<Node>,
    end: Option<&Node>,
    nodes: &[Node],
) -> Option<Node> {
    let mut first = None;
    // Most stand in their order: what is looked for is the next of them.
    let mut rest = nodes;
    while let Some(node) = next.filter(|node| Some(node) != end) {
        next = node.next_sibling();
        let ahead = rest.iter().position(|it| *it == node);
        if let Some(ahead) = ahead {
            rest = rest.get(ahead + 1..).unwrap_or_default();
        }
        if ahead.is_none() && !nodes.contains(&node) {
            let _ = parent.remove_child(&node);
        } else if first.is_none() {
            first = Some(node);
        }
    }
    first
}

impl PlacedElement {
    /// Whether it may become another one: of the same tag, and the same one of those with an id.
    pub fn may_become(&self, tag: &str, attributes: &[Attribute]) -> bool {
        let id = self.attributes.iter().find_map(|attribute| match attribute {
            PlacedAttribute::Fixed("id", id) => id.as_deref(),
            _ => None,
        });
        let new_id = attributes.iter().find_map(|attribute| match attribute {
            Attribute::Named("id", AttributeValue::Fixed(id)) => id.as_deref(),
            _ => None,
        });
        self.tag == tag && id == new_id
    }
}
