//! A round while somebody works on it: the list as it was read and the edits over it, the way from
//! there to a plan in slices, and how often a place depends on small changes.
//!
//! The list never leaves the browser: no link has it.

mod decide;
mod edits;
mod pace;
mod read;
mod shown;
mod typed;
mod work;

pub use decide::{check, decide};
pub use edits::Edits;
pub use pace::Pace;
pub use read::{ReadList, read_list};
pub use shown::{ranking, rows_of};
pub use typed::TypedApplication;
pub use work::{KeptRound, ListedApplications, RoundState};

#[cfg(test)]
mod tests;
