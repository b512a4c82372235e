//! How far the page has started.

use crate::page::stages::Stages;
use crate::page::state::State;
use leptos::prelude::*;

/// Returns which parts of a view may be made yet.
pub fn use_phases() -> Stages {
    expect_context::<State>().stages
}
