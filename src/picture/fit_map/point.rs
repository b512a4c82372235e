//! Points of the map, and notes beside them.

use crate::model::Hour;
use crate::picture::time_axis::TimeAxis;

/// A point of the map: a start and a size.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MapPoint {
    /// Start.
    pub start: Hour,
    /// Number of nodes, or 1-based index of a term.
    pub value: u32,
}

/// A text beside a point of the picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// Position on the axis of time.
    pub x: u32,
    /// Distance from the top.
    pub y: u32,
    /// Text.
    pub text: String,
}

/// Returns the x of the middle of a day, for a mark on it.
pub(super) fn middle(axis: TimeAxis, day: u32) -> u32 {
    axis.x(axis.day(day)).midpoint(axis.x(axis.day(day).plus(24)))
}
