//! A reader's own file: from what was dropped, chosen or pasted to a capacity file on which the page
//! runs, in the place of the published one.
//!
//! [`OwnFiles`] takes what comes, says what it is and what could not be read, and draws up one capacity
//! file of it ([`DrawnUp`]). Once the reader wants it, it is an [`OwnFile`], and the
//! [feed](crate::session::feed) gives it out until the reader goes back. There is one way in: whatever
//! came, the page reads the bytes of a capacity file, which are what is saved and kept, too.

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
