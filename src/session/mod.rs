//! What happens while somebody uses the page, without a browser: the file as loaded, the scenario
//! that is asked, and the way from what was typed to an answer in words.

mod answer;
mod file;
mod scenario;
mod size;

pub use answer::{FormAnswer, answer_form, changed_best_offer};
pub use file::CapacityFile;
pub use scenario::PreparedScenario;
pub use size::{Site, SizeAnswer, SizedRequest, Sizes, answer_size};
