//! Behaviour of the page in use, without a browser: the file as loaded, and when to look for a
//! newer one; the scenario that is asked; the way from typed text to an answer in words; drafts;
//! submission of an application; and the messages about all of these.

mod answer;
pub mod asked_again;
mod capacity_file;
mod chunk;
pub mod drafts;
pub mod feed;
mod identity;
pub mod link_problem;
pub mod notice;
pub mod own_file;
pub mod round;
mod scenario;
mod sheet;
mod size;
pub mod submission;
mod undo;

pub use answer::{FormAnswer, answer_form, changed_best_offer, other_ways};
pub use capacity_file::CapacityFile;
pub use chunk::Chunk;
pub use identity::{ApplyView, IdentityView, identity};
pub use scenario::PreparedScenario;
pub use sheet::{answer_sheet, read_on};
pub use size::{SizeAnswer, SizedRequest, Sizes, TargetSize, answer_size, sizes_of};
pub use undo::undo_key;
