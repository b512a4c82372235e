//! Pieces of the page as values, not yet in the document.

use super::Element;
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

/// What can be put into an element.
pub trait IntoView {
    /// Returns the view of it.
    fn into_view(self) -> AnyView;
}

impl IntoView for AnyView {
    fn into_view(self) -> AnyView {
        self
    }
}

impl IntoView for () {
    fn into_view(self) -> AnyView {
        AnyView::empty()
    }
}

impl IntoView for Element {
    fn into_view(self) -> AnyView {
        AnyView::Element(self)
    }
}

impl IntoView for String {
    fn into_view(self) -> AnyView {
        AnyView::Text(self)
    }
}

impl IntoView for &str {
    fn into_view(self) -> AnyView {
        AnyView::Text(self.to_owned())
    }
}

impl<V: IntoView> IntoView for Option<V> {
    fn into_view(self) -> AnyView {
        self.map_or_else(AnyView::empty, V::into_view)
    }
}

impl<V: IntoView> IntoView for Vec<V> {
    fn into_view(self) -> AnyView {
        AnyView::List(self.into_iter().map(V::into_view).collect())
    }
}

impl<V: IntoView, const N: usize> IntoView for [V; N] {
    fn into_view(self) -> AnyView {
        AnyView::List(self.into_iter().map(V::into_view).collect())
    }
}

/// A closure is called again whenever a signal that it read has changed.
impl<V: IntoView, F: FnMut() -> V + 'static> IntoView for F {
    fn into_view(mut self) -> AnyView {
        AnyView::Dynamic(Box::new(move || self().into_view()))
    }
}

macro_rules! tuples {
    ($($name:ident)*) => {
        impl<$($name: IntoView),*> IntoView for ($($name,)*) {
            fn into_view(self) -> AnyView {
                #[expect(non_snake_case, reason = "a value beside its type")]
                let ($($name,)*) = self;
                AnyView::List(vec![$($name.into_view()),*])
            }
        }
    };
}

tuples!(A B);
tuples!(A B C);
tuples!(A B C D);
tuples!(A B C D E);
tuples!(A B C D E G);
tuples!(A B C D E G H);
tuples!(A B C D E G H I);
