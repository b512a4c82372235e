//! The size view: the form as typed, its parsing into a workload, and the answer in words.

mod field;
mod handover;
mod parse;
mod problem;
mod quantity;
mod remark;
mod source;
mod view;
mod words;

pub use field::{SizeDraft, SizeField, goal, model_by, task};
pub use handover::{handed_over, sites};
pub use parse::parse_workload;
pub use problem::{SizeFieldError, SizeProblem};
pub use source::Reference;
pub use view::{NamedAccelerator, SiteView, SizeView, StepView, Tone, size_view};
pub use words::{choices, field as label, is_model, models};

#[cfg(test)]
mod tests;
