//! Browser side of [`crate::session::feed`], which commands when to fetch and what to show.

mod follow;
mod poll;
mod view;

pub use follow::follow;
pub use poll::{Poller, read, use_poller};
pub use view::{file_notes, loading, placeholder, status_bar};
