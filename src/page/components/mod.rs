//! Components that every view may use.
//!
//! They know no view: what they show and what they call are parameters, and the rest comes from
//! [`context`](super::context).

mod bars;
mod button;
pub mod chart;
mod copy;
mod disclosure;
mod elsewhere;
mod facts;
mod field;
mod finger;
mod focus;
mod glossary;
mod link;
mod logo;
pub mod node_map;
mod odds;
mod panels;
mod part;
mod request_terms;
mod saved;
mod segments;
mod sources;
mod table;
mod verdict;

pub use bars::bars;
pub use button::button;
pub use copy::{ActionOutcome, copy, copy_link, status, status_message};
pub use disclosure::{disclosure, table_alternative};
pub use elsewhere::{elsewhere, schemes};
pub use facts::{facts, list};
pub use field::{
    about, date_control, field, field_with_hint, invalid_where, option_list, problem_line, select,
    step_by_arrows, text_control, with_unknown,
};
pub use finger::is_finger;
pub use focus::{focus, focus_in_view, go_to_section};
pub use glossary::glossary;
pub use link::{apply_link, is_plain_click, link_out};
pub use logo::logo;
pub use odds::{OddsAsked, odds};
pub use panels::{error_panel, file_problems, no_blocks, not_loaded};
pub use part::{early_part, part};
pub use request_terms::request_terms;
pub use saved::{display_list, save_button, save_csv, save_picture, save_png, use_citation};
pub use segments::segments;
pub use sources::{reference, source};
pub use table::{table, table_to_save};
pub use verdict::{link_to_field, verdict, verdict_panel};
