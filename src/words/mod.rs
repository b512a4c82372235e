//! Words, numbers and names in both languages of the page: one catalogue, one place for formats,
//! and the sentences for the data of an answer.

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
