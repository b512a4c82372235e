//! Exports: tables as CSV, calendars, pictures, files for the operators of the nodes.

mod calendar;
mod capacity_csv;
mod csv;
pub mod handover;
mod ics;
mod offer;
mod svg;

pub use calendar::{calls_ics, offer_ics};
pub use capacity_csv::capacity_csv;
pub use csv::table_csv;
pub(super) use csv::{csv_text, text_cell};
pub use offer::TakenOffer;
pub use svg::picture_svg;
