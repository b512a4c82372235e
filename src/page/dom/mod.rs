//! Elements as values, under the names that Leptos has for them.
//!
//! `leptos::html` gives each element that is described a type of its own, and the WebAssembly a
//! copy of the code that builds and compares it: the size view alone grew by 58 kB of brotli, of
//! 91. Here tag, attributes and children are values, so that one copy serves all of them. Whatever
//! changes is a closure, as in Leptos: an effect runs it again when a signal that it read has
//! changed, and the document is patched to the result. An element stays, with focus, selection,
//! scroll and what was opened, as long as one of the same tag takes its place.

mod attribute;
mod element;
mod list;
mod listener;
mod live_effect;
mod mount;
mod patch;
mod placed;
mod placed_attribute;
mod tags;
mod tree;
mod view;

pub use attribute::IntoAttribute;
pub use list::for_each;
pub use mount::mount;
pub use tags::{html, svg};
pub use tree::{AnyView, Element};
pub use view::IntoView;
