//! Mounting of views into the document, and patching of what is there to newer views.
//!
//! An unkeyed child is compared with the old child of the same index, a keyed item with the old
//! item of the same key.

use super::attribute::Attribute;
use super::live_effect::LiveEffect;
use super::placed::{Mounted, PlacedElement, PlacedItem, Region, arrange, nodes};
use super::placed_attribute::PlacedAttribute;
use super::tree::{AnyView, Element, ElementParts, Item};
use leptos::prelude::{Owner, document};
use std::rc::Rc;
use web_sys::Node;

/// Makes the nodes of a view; the caller inserts them into the document.
pub fn place(view: AnyView) -> Mounted {
    match view {
        AnyView::Text(text) => Mounted::Text(document().create_text_node(&text), text),
        AnyView::Element(element) => Mounted::Element(place_element(element)),
        AnyView::List(list) => Mounted::List(list.into_iter().map(place).collect()),
        AnyView::Dynamic(make) => {
            let comment = || Node::from(document().create_comment(""));
            dynamic(Region::Between(comment(), comment()), make, None)
        }
        AnyView::Item(item) => {
            let Item { list, key, owner, make } = item;
            let owner = below(owner);
            let content = Box::new(owner.with(|| place(make())));
            Mounted::Item(PlacedItem { list, key, owner, content })
        }
    }
}

/// Mounts the result of a closure, which runs now and whenever a signal that it read has changed;
/// `before` is the view that is already mounted in `region`, if any.
fn dynamic(
    region: Region,
    mut make: Box<dyn FnMut() -> AnyView>,
    before: Option<Mounted>,
) -> Mounted {
    let here = region.clone();
    let run: Box<dyn FnMut(Option<Mounted>) -> Mounted> = Box::new(move |before| {
        let view = make();
        let Some(mut placed) = before else { return place(view) };
        if patch(&mut placed, view) {
            here.arrange(&placed);
        }
        placed
    });
    Mounted::Dynamic(region, LiveEffect::new(run, before))
}

/// Makes an element with its children and attributes.
///
/// A browser that makes no element cannot show the page: its own error ends the start, and
/// `boot.js` reports it.
fn place_element(view: Element) -> PlacedElement {
    let ElementParts { namespace, tag, attributes, mut children } = *view.0;
    let element = match namespace {
        None => document().create_element(tag),
        Some(namespace) => document().create_element_ns(Some(namespace), tag),
    };
    let element = element.unwrap_or_else(|error| wasm_bindgen::throw_val(error));
    // Children first: a `<select>` shows one of its options only once it has them.
    let children = match (children.pop(), children.is_empty()) {
        // The element itself is the region of its only child, without comments around it.
        (Some(AnyView::Dynamic(make)), true) => {
            vec![dynamic(Region::Whole(element.clone()), make, None)]
        }
        (last, _) => children.into_iter().chain(last).map(place).collect(),
    };
    arrange(&element, None, None, &nodes(&children));
    let attributes = attributes.into_iter().map(|it| PlacedAttribute::new(&element, it));
    let attributes = attributes.collect();
    PlacedElement { tag, element, attributes, children }
}

/// Patches a mounted view to `view`.
///
/// Returns `true` if its nodes have to be arranged anew: if there are others, or if a text has
/// changed, whose node may have been replaced by a browser that translates.
fn patch(placed: &mut Mounted, view: AnyView) -> bool {
    match (&mut *placed, view) {
        (Mounted::Text(node, before), AnyView::Text(text)) => {
            if *before == text {
                return false;
            }
            node.set_data(&text);
            *before = text;
            true
        }
        (Mounted::Element(before), AnyView::Element(element))
            if before.may_become(element.0.tag, &element.0.attributes) =>
        {
            patch_element(before, element);
            false
        }
        (Mounted::List(before), AnyView::List(list)) => patch_list(before, list),
        (Mounted::Dynamic(region, effect), AnyView::Dynamic(make)) => {
            // The new effect goes on patching the view of the old one.
            let before = effect.take_value();
            *placed = dynamic(region.clone(), make, before);
            false
        }
        // An item of the same list is made only once, and then follows its own signals.
        (Mounted::Item(before), AnyView::Item(item)) if before.key == item.key => {
            !Rc::ptr_eq(&before.list, &item.list) && patch_item(before, item)
        }
        (_, view) => {
            core::mem::replace(placed, place(view)).end();
            true
        }
    }
}

/// Returns a new owner below that of a list.
fn below(list: Option<Owner>) -> Owner {
    list.map_or_else(Owner::new, |list| list.with(Owner::new))
}

/// Patches an item to one of another list, whose signals are new; returns `true` if its nodes have
/// to be arranged anew.
fn patch_item(placed: &mut PlacedItem, item: Item) -> bool {
    let Item { list, owner, make, .. } = item;
    let owner = below(owner);
    let has_changed = owner.with(|| patch(&mut placed.content, make()));
    // Cleaned up after the patch, which replaces the effects that read the signals of this owner.
    core::mem::replace(&mut placed.owner, owner).cleanup();
    placed.list = list;
    has_changed
}

/// Patches a list to `views`: items are matched by key, everything else by index. Returns `true` if
/// the nodes have to be arranged anew.
fn patch_list(list: &mut Vec<Mounted>, views: Vec<AnyView>) -> bool {
    let mut before: Vec<Option<Mounted>> = list.drain(..).map(Some).collect();
    let mut has_changed = before.len() != views.len();
    for (index, view) in views.into_iter().enumerate() {
        let from = match &view {
            AnyView::Item(item) => before.iter().position(|it| {
                it.as_ref().and_then(Mounted::key).is_some_and(|key| key == item.key)
            }),
            _ => Some(index),
        };
        match from.and_then(|from| before.get_mut(from)?.take()) {
            Some(mut placed) => {
                has_changed |= from != Some(index);
                has_changed |= patch(&mut placed, view);
                list.push(placed);
            }
            None => {
                has_changed = true;
                list.push(place(view));
            }
        }
    }
    before.into_iter().flatten().for_each(Mounted::end);
    has_changed
}

fn patch_element(placed: &mut PlacedElement, view: Element) {
    let ElementParts { attributes, children, .. } = *view.0;
    let element = &placed.element;
    // Children first, as when the element is made.
    if patch_children(&mut placed.children, children) {
        arrange(element, element.first_child(), None, &nodes(&placed.children));
    }
    patch_attributes(placed, attributes);
}

/// Patches the children like [`patch_list`]; the region of a closure that fills the whole element
/// is kept only if `views` is again one closure.
fn patch_children(placed: &mut Vec<Mounted>, views: Vec<AnyView>) -> bool {
    let stands_alone = |placed: &Mounted| matches!(placed, Mounted::Dynamic(Region::Whole(_), _));
    let is_other = !matches!(views.as_slice(), [AnyView::Dynamic(_)]);
    if is_other && placed.first().is_some_and(stands_alone) {
        placed.drain(..).for_each(Mounted::end);
    }
    patch_list(placed, views)
}

/// Patches the attributes: one by one if they are the same ones in the same order, else they are
/// all detached and set anew, as for another element of that tag.
fn patch_attributes(placed: &mut PlacedElement, attributes: Vec<Attribute>) {
    let PlacedElement { element, attributes: before, .. } = placed;
    let is_same = before.len() == attributes.len()
        && before.iter().zip(&attributes).all(|(before, attribute)| before.is_kind_of(attribute));
    if is_same {
        for (before, attribute) in before.iter_mut().zip(attributes) {
            before.patch(element, attribute);
        }
    } else {
        before.drain(..).for_each(|before| before.detach(element));
        before.extend(attributes.into_iter().map(|it| PlacedAttribute::new(element, it)));
    }
}
