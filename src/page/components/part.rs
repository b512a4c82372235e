//! Parts of a view that are made in a task of their own.

use crate::page::context::use_phases;
use crate::page::dom::IntoView;
use leptos::prelude::*;

/// Returns a part of a view that is made in a task of its own, after what is seen first.
///
/// A view made as a whole would keep a reader who presses something waiting, on a phone for a tenth
/// of a second and more.
pub fn part<V: IntoView>(make: impl Fn() -> V + 'static) -> impl IntoView {
    made_on(use_phases().turn(), make)
}

/// Returns a part of what is seen first that is made in a task of its own.
///
/// The shell gives way after it: nothing that is in sight moves when the part comes.
pub fn early_part<V: IntoView>(make: impl Fn() -> V + 'static) -> impl IntoView {
    made_on(use_phases().early_turn(), make)
}

fn made_on<V: IntoView>(turn: RwSignal<bool>, make: impl Fn() -> V + 'static) -> impl IntoView {
    move || turn.get().then(&make)
}
