//! Buttons that save what is shown as a file. The code that writes the files is loaded with the
//! first click.

mod citation;
mod csv;
mod drawn;
mod picture;
mod png;
mod save;
mod styled;

pub use citation::use_citation;
pub use csv::save_csv;
pub use drawn::display_list;
pub use picture::save_picture;
pub use png::save_png;
pub use save::save_button;
