//! Words, numbers and names in both languages of the page: one catalogue, one home of
//! formats, and what the parts of an answer are called.

pub mod catalogue;
pub mod fact;
pub mod format;
pub mod lang;
pub mod names;
pub mod problem;
pub mod purchases;
pub mod refusal;
pub mod source;
pub mod table;
pub mod why;

pub use lang::Lang;
