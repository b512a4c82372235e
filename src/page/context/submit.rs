//! Where applications go.

use crate::page::state::State;
use leptos::prelude::*;

/// Returns where applications are posted to; `None` where the site takes none.
pub fn use_submit_url() -> Memo<Option<String>> {
    let state = expect_context::<State>();
    Memo::new(move |_| state.submit_url())
}
