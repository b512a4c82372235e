//! Puts fragments into the document, and keeps what makes them follow the state.
//!
//! What is live is replaced, never patched: a comment marks its place.

use super::{Attribute, El, Fragment};
use leptos::mount::mount_to;
use leptos::prelude::{Mountable as _, Render as _, RenderEffect, document};
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Element, Event, HtmlElement, HtmlInputElement, Node};

/// Puts what `app` makes into an element, for as long as the page lives.
pub fn mount(root: HtmlElement, app: impl FnOnce() -> Fragment + 'static) {
    // Leptos starts its effects and owns the signals; the view that it is given itself is empty.
    mount_to(root.clone(), move || core::mem::forget(Placed::new(app(), &root, None))).forget();
}

/// What belongs to a fragment in the document; dropped, it no longer follows the state.
#[derive(Default)]
struct Placed(Vec<Kept>);

enum Kept {
    /// A node that goes with the fragment.
    Node(Node),
    /// A view of Leptos, and whether it goes with the fragment.
    View(AnyViewState, bool),
    /// A live part of the fragment itself.
    Live(RenderEffect<Placed>),
    /// What keeps an attribute, or something within an element, up to date.
    Follow(RenderEffect<Placed>),
    /// What an event calls.
    Listener(#[expect(dead_code, reason = "ends when dropped")] Closure<dyn FnMut(Event)>),
}

impl Placed {
    /// Puts a fragment into `parent`, before `before` or at its end.
    fn new(fragment: Fragment, parent: &Node, before: Option<&Node>) -> Self {
        let mut placed = Self::default();
        placed.put(fragment, parent, before, true);
        placed
    }

    /// `is_top` tells what is to be removed one by one from what goes with its parent.
    fn put(&mut self, fragment: Fragment, parent: &Node, before: Option<&Node>, is_top: bool) {
        match fragment {
            Fragment::Text(text) => {
                let node = document().create_text_node(&text);
                self.insert(node.into(), parent, before, is_top);
            }
            Fragment::Element(of) => {
                let element = self.element(of);
                self.insert(element.into(), parent, before, is_top);
            }
            Fragment::View(view) => {
                let mut state = view.build();
                // Its parent is an element, and is there.
                state.mount(parent.unchecked_ref(), before);
                self.0.push(Kept::View(state, is_top));
            }
            Fragment::Several(fragments) => {
                for fragment in fragments {
                    self.put(fragment, parent, before, is_top);
                }
            }
            Fragment::Live(mut make) => {
                let marker: Node = document().create_comment("").into();
                self.insert(marker.clone(), parent, before, is_top);
                let replace = move |old: Option<Self>| {
                    let new = make();
                    let parent = marker.parent_node();
                    let new = parent.map(|parent| Self::new(new, &parent, Some(&marker)));
                    // The old one last, so that the page does not shrink in between.
                    if let Some(mut old) = old {
                        old.remove();
                    }
                    new.unwrap_or_default()
                };
                let replace: Box<dyn FnMut(Option<Self>) -> Self> = Box::new(replace);
                let effect = RenderEffect::new(replace);
                self.0.push(if is_top { Kept::Live(effect) } else { Kept::Follow(effect) });
            }
        }
    }

    fn insert(&mut self, node: Node, parent: &Node, before: Option<&Node>, is_top: bool) {
        // Refused only where `before` is no longer there, and the fragment about to go as well.
        let _ = parent.insert_before(&node, before);
        if is_top {
            self.0.push(Kept::Node(node));
        }
    }

    /// Takes the fragment out of the document, and ends what keeps it up to date.
    fn remove(&mut self) {
        for kept in self.0.drain(..) {
            match kept {
                Kept::Node(node) => {
                    if let Some(parent) = node.parent_node() {
                        let _ = parent.remove_child(&node);
                    }
                }
                Kept::View(mut state, true) => state.unmount(),
                Kept::View(_, false) => {}
                Kept::Live(effect) => {
                    effect.with_value_mut(Self::remove);
                }
                Kept::Follow(effect) => {
                    effect.with_value_mut(Self::end);
                }
                Kept::Listener(_) => {}
            }
        }
    }

    /// Ends what follows the state, down to the innermost: an effect that is dropped keeps those
    /// within it until its turn comes, and one of them may have its turn first, with signals that
    /// are gone.
    fn end(&mut self) {
        for kept in self.0.drain(..) {
            if let Kept::Live(effect) | Kept::Follow(effect) = kept {
                effect.with_value_mut(Self::end);
            }
        }
    }

    /// The element itself.
    ///
    /// A browser that makes none cannot show the page: its own error ends the start, and
    /// `boot.js` tells it.
    fn element(&mut self, of: El) -> Element {
        let element = match of.0.namespace {
            None => document().create_element(of.0.tag),
            Some(namespace) => document().create_element_ns(Some(namespace), of.0.tag),
        };
        let element = element.unwrap_or_else(|error| wasm_bindgen::throw_val(error));
        // First what is in it: a choice shows one of its options only once it has them.
        for child in of.0.children {
            self.put(child, &element, None, false);
        }
        for attribute in of.0.attributes {
            let kept = attach(&element, attribute);
            self.0.extend(kept);
        }
        element
    }
}

fn attach(element: &Element, attribute: Attribute) -> Option<Kept> {
    let of = element.clone();
    match attribute {
        Attribute::Fixed(name, value) => {
            let _ = of.set_attribute(name, &value);
            None
        }
        Attribute::Live(name, value) => {
            let mut old = None;
            Some(follow(move || {
                let new = value();
                if new != old {
                    let _ = match &new {
                        Some(value) => of.set_attribute(name, value),
                        None => of.remove_attribute(name),
                    };
                    old = new;
                }
            }))
        }
        Attribute::Value(value) => Some(follow(move || {
            let (value, input): (String, &HtmlInputElement) = (value(), of.unchecked_ref());
            // A date field that is half filled in has no value, and to be told so would empty it
            // under the hands of whoever is typing.
            if input.value() != value {
                input.set_value(&value);
            }
        })),
        Attribute::Flag(name, value) => Some(follow(move || {
            let _ = js_sys::Reflect::set(&of, &JsValue::from_str(name), &value().into());
        })),
        Attribute::On(name, act) => {
            let listener = Closure::wrap(act);
            let target = listener.as_ref().unchecked_ref();
            let _ = of.add_event_listener_with_callback(name, target);
            Some(Kept::Listener(listener))
        }
    }
}

/// Runs `act`, and again whenever a signal that it reads has changed.
///
/// An effect that keeps nothing, but of the one type that all are of: each type more is a copy of
/// the code that runs it.
fn follow(mut act: impl FnMut() + 'static) -> Kept {
    let act: Box<dyn FnMut(Option<Placed>) -> Placed> = Box::new(move |_| {
        act();
        Placed::default()
    });
    Kept::Follow(RenderEffect::new(act))
}
