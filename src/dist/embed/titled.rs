//! A picture of the page, with its title.

use crate::picture::display_list::DisplayList;

/// How wide pictures are drawn, in units of the SVG; they are shown as wide as there is room.
pub(super) const WIDTH: u32 = 900;

/// A picture with its title.
pub(super) struct Titled {
    /// The first part of the name of its figure.
    pub id: &'static str,
    /// Its title.
    pub title: String,
    /// What is drawn.
    pub list: DisplayList,
}
