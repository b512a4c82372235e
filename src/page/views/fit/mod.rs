//! The fit view: the form beside the answer, and requests side by side.

mod answer;
mod compare;
mod fit_map;
mod request_form;
mod scenario_form;

pub use answer::answer;
pub use compare::{Pins, comparison};
pub use request_form::request_form;
pub use scenario_form::scenario_form;
