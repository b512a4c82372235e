//! Reader's own file: from dropped, chosen or pasted input to a capacity file that the page uses in
//! place of the published one.
//!
//! [`OwnFiles`] collects the input, reports what each file is and what could not be read, and
//! combines it into one capacity file ([`DrawnUp`]). Once the reader wants to use it, it becomes an
//! [`OwnFile`], and the [feed](crate::session::feed) provides it until the reader switches back.
//! There is a single path: whatever the input was, the page reads the bytes of a capacity file, and
//! the same bytes are saved and kept.

mod draw_up;
mod given;
mod state;
mod used;
mod words;

pub use draw_up::{DrawnUp, Stop};
pub use state::OwnFiles;
pub use used::{KeptLabel, OwnFile};
pub use words::{data_view, in_use};

#[cfg(test)]
mod tests;
