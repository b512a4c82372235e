//! Puts views into the document, and patches what is there to newer views.

use super::attribute::Attribute;
use super::live_effect::LiveEffect;
use super::placed::{Mounted, PlacedElement, PlacedItem, Region, arrange, nodes};
use super::placed_attribute::PlacedAttribute;
use super::tree::{AnyView, Element, ElementParts, Item};
use leptos::prelude::{Owner, document};
use std::rc::Rc;
use web_sys::Node;

/// Makes the nodes of a view; whoever asks for them brings them into the document.
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

/// What a closure returns, now and whenever a signal that it read has changed; `before` is what is
/// there already.
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

/// A browser that makes no element cannot show the page: its own error ends the start, and
/// `boot.js` tells it.
fn place_element(of: Element) -> PlacedElement {
    let ElementParts { namespace, tag, attributes, mut children } = *of.0;
    let element = match namespace {
        None => document().create_element(tag),
        Some(namespace) => document().create_element_ns(Some(namespace), tag),
    };
    let element = element.unwrap_or_else(|error| wasm_bindgen::throw_val(error));
    // First what is in it: a choice shows one of its options only once it has them.
    let children = match (children.pop(), children.is_empty()) {
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

/// Makes what is placed what `view` says. Returns whether its nodes have to be arranged anew: where
/// there are others, or where a text has changed, whose node may have been replaced.
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
            let before = effect.take_value();
            *placed = dynamic(region.clone(), make, before);
            false
        }
        (Mounted::Item(before), AnyView::Item(item)) if before.key == item.key => {
            !Rc::ptr_eq(&before.list, &item.list) && patch_item(before, item)
        }
        (_, view) => {
            core::mem::replace(placed, place(view)).end();
            true
        }
    }
}

/// An owner below that of a list.
fn below(list: Option<Owner>) -> Owner {
    list.map_or_else(Owner::new, |list| list.with(Owner::new))
}

/// Makes an item that of another list.
fn patch_item(placed: &mut PlacedItem, item: Item) -> bool {
    let Item { list, owner, make, .. } = item;
    let owner = below(owner);
    let has_changed = owner.with(|| patch(&mut placed.content, make()));
    core::mem::replace(&mut placed.owner, owner).cleanup();
    placed.list = list;
    has_changed
}

/// Makes a list what `views` say: items by their keys, everything else by its place.
fn patch_list(list: &mut Vec<Mounted>, views: Vec<AnyView>) -> bool {
    let mut before: Vec<Option<Mounted>> = list.drain(..).map(Some).collect();
    let mut has_changed = before.len() != views.len();
    for (place_in_list, view) in views.into_iter().enumerate() {
        let from = match &view {
            AnyView::Item(item) => before.iter().position(|it| {
                it.as_ref().and_then(Mounted::key).is_some_and(|key| key == item.key)
            }),
            _ => Some(place_in_list),
        };
        match from.and_then(|from| before.get_mut(from)?.take()) {
            Some(mut placed) => {
                has_changed |= from != Some(place_in_list);
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

fn patch_element(placed: &mut PlacedElement, of: Element) {
    let ElementParts { attributes, children, .. } = *of.0;
    let element = &placed.element;
    if patch_children(&mut placed.children, children) {
        arrange(element, element.first_child(), None, &nodes(&placed.children));
    }
    patch_attributes(placed, attributes);
}

/// As [`patch_list`]; what is all that is in an element stays so.
fn patch_children(placed: &mut Vec<Mounted>, views: Vec<AnyView>) -> bool {
    let stands_alone = |placed: &Mounted| matches!(placed, Mounted::Dynamic(Region::Whole(_), _));
    let is_other = !matches!(views.as_slice(), [AnyView::Dynamic(_)]);
    if is_other && placed.first().is_some_and(stands_alone) {
        placed.drain(..).for_each(Mounted::end);
    }
    patch_list(placed, views)
}

/// Attributes are the same ones in the same order, but for those of another element of that tag.
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
