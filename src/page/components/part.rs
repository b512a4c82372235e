//! Parts of a view that are made in a task of their own, after what is seen first.

use crate::page::context::use_phases;
use crate::page::dom::IntoView;
use leptos::prelude::*;

/// A part in the task after what is seen first.
pub fn part_below<V: IntoView>(make: impl Fn() -> V + 'static) -> impl IntoView {
    made_once(use_phases().below, make)
}

/// A part in the last of these tasks.
pub fn part_last<V: IntoView>(make: impl Fn() -> V + 'static) -> impl IntoView {
    made_once(use_phases().rest, make)
}

fn made_once<V: IntoView>(may: RwSignal<bool>, make: impl Fn() -> V + 'static) -> impl IntoView {
    move || may.get().then(&make)
}
