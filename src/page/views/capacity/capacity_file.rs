//! Access to the capacity file.

use crate::model::Snapshot;
use crate::page::context::use_scenario;
use leptos::prelude::*;

/// Returns a closure that applies `read` to the capacity file, if there is one.
pub fn from_file<T>(read: impl Fn(&Snapshot) -> T) -> impl Fn() -> Option<T> {
    let scenario = use_scenario();
    move || scenario.with(|scenario| Some(read(&scenario.as_ref()?.0.file.snapshot)))
}
