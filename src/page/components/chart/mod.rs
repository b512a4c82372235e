//! Building blocks of plots over an axis.

mod axis;
mod date;
mod drag;
mod drawing;
mod pager;
mod pointer;
mod rows;
mod spans;

pub use axis::{axis_row, grid};
pub use date::{date_cursor, date_plot};
pub use drag::on_drag;
pub use drawing::{canvas, label, path, percent, rect, stretched};
pub use pager::pager;
pub use pointer::on_point;
pub use rows::{gutter, row};
pub use spans::spans;
