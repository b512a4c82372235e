//! The capacity file with what is assumed.

use crate::page::state::{Shared, State};
use crate::session::PreparedScenario;
use leptos::prelude::*;

/// Returns the scenario that requests are asked of; `None` while there is no file.
pub fn use_scenario() -> Memo<Option<Shared<PreparedScenario>>> {
    expect_context::<State>().world
}
