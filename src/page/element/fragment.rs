//! A piece of the page as a value, not yet in the document.

use super::El;
use leptos::prelude::AnyView;

/// Anything that can be put into the page.
pub enum Fragment {
    /// Text, shown as it is.
    Text(String),
    /// An element.
    Element(El),
    /// One after the other; none where it is empty.
    Several(Vec<Fragment>),
    /// A view of Leptos.
    View(AnyView),
    /// Made by this, and made anew whenever a signal that it reads has changed.
    Live(Box<dyn FnMut() -> Fragment>),
}

/// What `make` gives, made anew whenever a signal that it reads has changed.
pub fn live(make: impl FnMut() -> Fragment + 'static) -> Fragment {
    Fragment::Live(Box::new(make))
}

/// These words.
pub fn text(words: impl Into<String>) -> Fragment {
    Fragment::Text(words.into())
}

/// Nothing to see.
pub const fn nothing() -> Fragment {
    Fragment::Several(Vec::new())
}

/// Views one after the other.
pub fn views(children: impl Children) -> Fragment {
    let mut views = Vec::new();
    children.put(&mut views);
    Fragment::Several(views)
}

/// What can be put into an element.
pub trait Children {
    /// Adds itself to the children.
    fn put(self, children: &mut Vec<Fragment>);
}

impl Children for Fragment {
    fn put(self, children: &mut Vec<Fragment>) {
        children.push(self);
    }
}

impl Children for El {
    fn put(self, children: &mut Vec<Fragment>) {
        children.push(self.view());
    }
}

impl Children for String {
    fn put(self, children: &mut Vec<Fragment>) {
        children.push(Fragment::Text(self));
    }
}

impl Children for &str {
    fn put(self, children: &mut Vec<Fragment>) {
        self.to_owned().put(children);
    }
}

impl<C: Children> Children for Option<C> {
    fn put(self, children: &mut Vec<Fragment>) {
        if let Some(child) = self {
            child.put(children);
        }
    }
}

impl<C: Children> Children for Vec<C> {
    fn put(self, children: &mut Vec<Fragment>) {
        for child in self {
            child.put(children);
        }
    }
}
