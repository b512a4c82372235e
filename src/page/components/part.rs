//! Parts of a view that are made in a task of their own, after what is seen first.

use crate::page::context::use_phases;
use crate::page::dom::IntoView;
use leptos::prelude::*;

/// Returns a part of a view that is made in a task of its own.
///
/// A view made as a whole would keep a reader who presses something waiting, on a phone for a tenth
/// of a second and more.
pub fn part<V: IntoView>(make: impl Fn() -> V + 'static) -> impl IntoView {
    let turn = use_phases().turn();
    move || turn.get().then(&make)
}
