//! What components take from their surroundings with `use_…` functions.
//!
//! Each panics where nothing is provided, so they are called while a component is made or a closure
//! of it runs, never in an event handler, a timer or a future.

mod code;
mod date;
mod feed;
mod horizon;
mod kept;
mod lang;
mod phases;
mod request;
mod route;
mod scenario;
mod viewport;

pub use code::{Load, use_chunks, use_prefetch};
pub use date::{use_shown_date, use_today};
pub use feed::use_feed;
pub use horizon::use_horizon;
pub use kept::use_kept;
pub use lang::{t, use_lang, use_set_lang};
pub use phases::use_phases;
pub use request::{RequestForm, use_request_form};
pub use route::{edit_hold, use_route};
pub use scenario::use_scenario;
pub use viewport::use_picture_width;
