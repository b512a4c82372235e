//! Picture of the embedded page with its title.

use crate::picture::display_list::DisplayList;

/// Width of the pictures in SVG units; they are shown as wide as the space allows.
pub(super) const WIDTH: u32 = 900;

/// Picture with its title.
pub(super) struct Titled {
    /// First part of the id of its figure.
    pub id: &'static str,
    /// Title of the picture.
    pub title: String,
    /// Drawing instructions.
    pub list: DisplayList,
}
