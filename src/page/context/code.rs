//! Code that is loaded when it is first needed.

use crate::page::lazy::{NotLoaded, PicturesCode};
use crate::page::state::State;
use leptos::prelude::*;

/// Returns the code of what the capacity view shows below its map; `None` while it is on its way.
pub fn use_pictures_code() -> RwSignal<Option<Result<&'static PicturesCode, NotLoaded>>> {
    expect_context::<State>().pictures.code
}
