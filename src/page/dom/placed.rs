//! Views in the document, and the effects that keep them up to date.

use super::attribute::{Attribute, AttributeValue};
use super::live_effect::LiveEffect;
use super::placed_attribute::PlacedAttribute;
use leptos::prelude::Owner;
use std::rc::Rc;
use std::slice;
use web_sys::{Element, Node};

/// View in the document.
pub enum Mounted {
    /// Text node and its text.
    Text(web_sys::Text, String),
    /// Element.
    Element(PlacedElement),
    /// Views in sequence.
    List(Vec<Self>),
    /// Result of a closure, and its region.
    Dynamic(Region, LiveEffect<Self>),
    /// Item of a list.
    Item(PlacedItem),
}

/// Element in the document.
pub struct PlacedElement {
    pub tag: &'static str,
    pub element: Element,
    pub attributes: Vec<PlacedAttribute>,
    pub children: Vec<Mounted>,
}

/// List item in the document.
pub struct PlacedItem {
    pub list: Rc<()>,
    pub key: String,
    /// Owner of the item's signals.
    pub owner: Owner,
    pub content: Box<Mounted>,
}

/// Region of the document that holds the nodes of a closure.
#[derive(Clone)]
pub enum Region {
    /// Whole content of an element.
    Whole(Element),
    /// Nodes between two comments.
    Between(Node, Node),
}

impl Mounted {
    /// Appends those nodes of the view that are children of its parent, in order.
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

    /// Returns the key if this is an item.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Item(item) => Some(&item.key),
            _ => None,
        }
    }

    /// Ends the effects of the view, down to the innermost.
    ///
    /// An effect that is only dropped keeps those within it until its turn comes, and one of them
    /// may run first, with signals that are gone.
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
    /// Brings the nodes of the view mounted here into the document, in order, and removes whatever
    /// else is there: nodes of views that ended, and those that somebody else put in the place of a
    /// text, as browsers do that translate a page.
    pub fn arrange(&self, placed: &Mounted) {
        let nodes = nodes(slice::from_ref(placed));
        match self {
            Self::Whole(element) => arrange(element, element.first_child(), None, &nodes),
            Self::Between(start, end) => {
                // Without a parent, the region is not in the document.
                if let Some(parent) = end.parent_node() {
                    arrange(&parent, start.next_sibling(), Some(end), &nodes);
                }
            }
        }
    }
}

/// Returns those nodes of `placed` that are children of their parent, in order.
pub fn nodes(placed: &[Mounted]) -> Vec<Node> {
    let mut nodes = Vec::new();
    placed.iter().for_each(|placed| placed.nodes(&mut nodes));
    nodes
}

/// Makes `nodes` the children of `parent` from `next` on up to `end` (exclusive), or to the last
/// one.
///
/// Other children are removed first: a node that is moved loses the focus, so that only those are
/// moved whose order has changed.
pub fn arrange(parent: &Node, next: Option<Node>, end: Option<&Node>, nodes: &[Node]) {
    let mut next = without_others(parent, next, end, nodes);
    for node in nodes {
        if next.as_ref() == Some(node) {
            next = node.next_sibling();
        } else {
            // Refused only if the parent has just been taken out of the document.
            let _ = parent.insert_before(node, next.as_ref().or(end));
        }
    }
}

/// Removes the children of `parent` from `next` up to `end` (exclusive) that are not among `nodes`;
/// returns the first that stays.
fn without_others(
    parent: &Node,
    mut next: Option<Node>,
    end: Option<&Node>,
    nodes: &[Node],
) -> Option<Node> {
    let mut first = None;
    // Most nodes are in order, so the search begins behind the last one found.
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
    /// Returns `true` if this element may become another one: same tag, and same id if either has
    /// one.
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
