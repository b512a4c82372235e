//! The former names of [`dom`](super::dom), for views that have not moved yet.

use super::dom::{self, Element, IntoView, View};
use web_sys::Event;

pub use super::dom::mount;

pub type Fragment = View;
pub type El = Element;
pub trait Children: IntoView {}
impl<V: IntoView> Children for V {}

pub fn el(tag: &'static str) -> El {
    dom::element(None, tag)
}

pub fn svg(tag: &'static str) -> El {
    dom::element(Some("http://www.w3.org/2000/svg"), tag)
}

pub fn live(make: impl FnMut() -> Fragment + 'static) -> Fragment {
    make.into_view()
}

pub fn text(words: impl Into<String>) -> Fragment {
    words.into().into_view()
}

pub const fn nothing() -> Fragment {
    View::empty()
}

pub fn views(children: impl IntoView) -> Fragment {
    children.into_view()
}

impl El {
    pub fn attr_if(self, name: &'static str, wanted: bool) -> Self {
        self.attr(name, wanted)
    }

    pub fn on_event(self, name: &'static str, act: impl FnMut(Event) + 'static) -> Self {
        self.on(leptos::ev::Custom::new(name), act)
    }

    pub fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<String> + 'static,
    ) -> Self {
        self.attr(name, value)
    }

    pub fn live_value(self, value: impl Fn() -> String + 'static) -> Self {
        self.prop("value", value)
    }

    pub fn live_flag(self, name: &'static str, value: impl Fn() -> bool + 'static) -> Self {
        self.prop(name, value)
    }

    pub fn live(self, make: impl FnMut() -> Fragment + 'static) -> Self {
        self.child(make)
    }

    pub fn view(self) -> Fragment {
        self.into_view()
    }
}
