//! Code that is loaded when it is first needed.

use crate::exchange::link::View;
use crate::page::lazy::{FitCode, Lazy, NotLoaded, PicturesCode, SizeCode};
use crate::page::state::State;
use leptos::prelude::*;

/// Returns the code of what the capacity view shows below its map; `None` while it is on its way.
pub fn use_pictures_code() -> RwSignal<Option<Result<&'static PicturesCode, NotLoaded>>> {
    expect_context::<State>().pictures.code
}

/// Returns what loads the code of a view that is shown, or likely to be shown next.
pub fn use_prefetch() -> impl Fn(View) + Copy {
    let state = expect_context::<State>();
    move |view| state.warm(view)
}

/// Returns the code of the fit view and of the size view.
pub fn use_view_code() -> (Lazy<FitCode>, Lazy<SizeCode>) {
    let State { fit, size, .. } = expect_context();
    (fit, size)
}
