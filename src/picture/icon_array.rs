//! A hundred requests as a hundred squares, those that are selected first.
//!
//! In ten rows of ten, so that how many are selected is read off by rows, and arrays side by side can
//! be compared: all have one denominator.

use crate::picture::svg_path::SvgPath;

/// Squares of a row, and rows.
const ROW: u32 = 10;
/// All squares.
const ALL: u32 = ROW * ROW;
/// From one square to the next.
const PITCH: u32 = 14;
/// A side of a square.
const SIDE: u32 = 10;
/// What parts the upper half from the lower, and the left from the right.
const GAP: u32 = 6;

/// The side of the picture.
pub const LENGTH: u32 = (ROW - 1) * PITCH + SIDE + GAP;

/// The squares, as SVG path data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IconArray {
    /// How many are selected, 1 to 99.
    pub selected: u32,
    /// Their squares, which are filled.
    pub filled: String,
    /// The other squares, which are outlined.
    pub empty: String,
}

impl IconArray {
    /// An array of which so many are selected: never none and never all, as no chance is.
    #[must_use]
    pub fn with_selected(selected: u32) -> Self {
        let selected = selected.clamp(1, ALL - 1);
        Self { selected, filled: squares(0, selected), empty: squares(selected, ALL) }
    }
}

/// The squares from one place up to, and without, another.
fn squares(from: u32, until: u32) -> String {
    let mut path = SvgPath::default();
    for place in from..until {
        let [x, y] = [place % ROW, place / ROW].map(along);
        path.go(x, y);
        path.level(x + SIDE);
        path.upright(y + SIDE);
        path.level(x);
        path.close();
    }
    path.0
}

/// Where the square of this row or column begins.
const fn along(place: u32) -> u32 {
    place * PITCH + if place >= ROW / 2 { GAP } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_a_hundred_squares_and_never_none_of_a_kind() {
        for (asked, selected) in [(0, 1), (1, 1), (32, 32), (99, 99), (100, 99), (u32::MAX, 99)] {
            let array = IconArray::with_selected(asked);
            let count = |path: &str| path.matches('z').count() as u32;
            assert_eq!(array.selected, selected);
            assert_eq!((count(&array.filled), count(&array.empty)), (selected, 100 - selected));
        }
    }

    #[test]
    fn squares_lie_in_rows_of_ten_within_the_picture() {
        let array = IconArray::with_selected(99);
        assert!(array.filled.starts_with("M0 0H10V10H0zM14 0H24V10H14z"), "{}", array.filled);
        // The eleventh is the first of the second row, the sixth lies behind the gap.
        assert!(
            array.filled.contains("M0 14H10V24H0z") && array.filled.contains("M76 0H86V10H76z")
        );
        assert_eq!(array.empty, "M132 132H142V142H132z");
        assert_eq!(LENGTH, 142);
    }
}
