//! The browser's side of [`crate::session::feed`]: it fetches when that says so, and shows what
//! that says.

mod poll;
mod view;

pub use poll::{send, start};
pub use view::{loading, placeholder, problems, view};
