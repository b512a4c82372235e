//! Types that can be put into an element.

use super::tree::{AnyView, Element};

/// Type that can be put into an element.
pub trait IntoView {
    /// Returns the value as a view.
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
