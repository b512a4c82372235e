//! The capacity view: blocks, purchases, calls and their results.

mod blocks;
mod calls;
mod cite;
mod headline;
mod notices;
mod tables;

pub use calls::{CallView, ResultsView, awards, call_note, calls, rules};
pub use cite::{cite, cited_file};
pub use headline::{HeadlineFigure, about, as_of, headline};
pub use notices::{NoticeView, notices};
pub use tables::{accelerator_table, block_table, purchase_table};
