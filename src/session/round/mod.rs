//! Round that is being edited: the list as it was read and the edits on top, the computation of a
//! plan in slices, and its robustness against small changes.
//!
//! The list never leaves the browser: no link contains it.

mod decide;
mod edits;
mod pace;
mod read;
mod shown;
mod state;
mod typed;
mod undo;

pub use decide::{check, decide};
pub use edits::Edits;
pub use pace::Pace;
pub use read::{ReadList, read_list};
pub use shown::{ranking, rows_of};
pub use state::{KeptRound, ListedApplications, RoundState};
pub use typed::TypedApplication;

#[cfg(test)]
mod tests;
