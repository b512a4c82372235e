//! Places on the map, and words beside them.

use crate::model::Hour;
use crate::picture::time_axis::TimeAxis;

/// A place on the map: a start, and how high.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MapPoint {
    /// The start.
    pub start: Hour,
    /// Nodes, or the number of a term, from 1.
    pub value: u32,
}

/// Words beside a point of the picture.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Note {
    /// Where it is, on the axis of time.
    pub x: u32,
    /// How far down.
    pub y: u32,
    /// The words.
    pub text: String,
}

/// The middle of a day, for a mark on it.
pub(super) fn middle(axis: TimeAxis, day: u32) -> u32 {
    axis.x(axis.day(day)).midpoint(axis.x(axis.day(day).plus(24)))
}
