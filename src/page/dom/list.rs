//! Keyed lists, whose items are made once.

use super::tree::{AnyView, Item};
use super::view::IntoView;
use leptos::prelude::Owner;
use std::rc::Rc;

/// Returns a list of items, each made once for its key, as with Leptos's `<For>`: an item and its
/// signals stay while the list changes around it.
pub fn for_each<T: 'static, V: IntoView>(
    mut items: impl FnMut() -> Vec<T> + 'static,
    key: impl Fn(&T) -> String + 'static,
    make: impl Fn(T) -> V + Clone + 'static,
) -> AnyView {
    // Not the owner of the effect, which ends whenever the effect runs again.
    let owner = Owner::current();
    let list = Rc::new(());
    let items = move || {
        let item = |item: T| {
            let (key, make) = (key(&item), make.clone());
            let make = Box::new(move || make(item).into_view());
            AnyView::Item(Item { list: Rc::clone(&list), key, owner: owner.clone(), make })
        };
        items().into_iter().map(item).collect::<Vec<_>>()
    };
    items.into_view()
}
