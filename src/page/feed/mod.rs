//! The browser's side of [`crate::session::feed`]: it fetches when that says so, and shows what
//! that says.

mod follow;
mod poll;
mod view;

pub use follow::follow;
pub use poll::{Poller, read, use_poller};
pub use view::{file_notes, loading, placeholder, status_bar};
