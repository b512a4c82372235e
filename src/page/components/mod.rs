//! Pieces that every view may use. They know no view: what they show and what they call are their
//! parameters, and the rest comes from [`context`](super::context).

pub mod chart;
mod copy_link;
mod disclosure;
mod elsewhere;
mod facts;
mod field;
mod link;
mod request_terms;
mod status;
mod table;

pub use copy_link::copy_link;
pub use disclosure::{disclosure, table_alternative};
pub use elsewhere::elsewhere;
pub use facts::{facts, list};
pub use field::{about, field, option_list, select};
pub use link::{is_plain_click, link_out};
pub use request_terms::request_terms;
pub use status::status;
pub use table::table;
