//! A hundred requests as a hundred squares, the selected ones first.
//!
//! Ten rows of ten, so that the number selected can be read off by rows, and arrays side by side
//! can be compared: all have the same denominator.

use crate::picture::svg_path::SvgPath;

/// Squares per row, and number of rows.
const ROW: u32 = 10;
/// Total number of squares.
const ALL: u32 = ROW * ROW;
/// Distance from one square to the next.
const PITCH: u32 = 14;
/// Side of a square.
const SIDE: u32 = 10;
/// Gap between the upper and the lower half, and between the left and the right.
const GAP: u32 = 6;

/// Side of the picture.
pub const LENGTH: u32 = (ROW - 1) * PITCH + SIDE + GAP;

/// An icon array, as SVG path data.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IconArray {
    /// Number of selected squares, 1 to 99.
    pub selected: u32,
    /// Selected squares, which are filled.
    pub filled: String,
    /// Other squares, which are outlined.
    pub empty: String,
}

impl IconArray {
    /// Returns an array with `selected` squares selected, clamped to 1..=99, as no chance is none
    /// or all.
    #[must_use]
    pub fn with_selected(selected: u32) -> Self {
        let selected = selected.clamp(1, ALL - 1);
        Self { selected, filled: squares(0, selected), empty: squares(selected, ALL) }
    }
}

/// Returns the path of the squares with the indices `from..until`.
fn squares(from: u32, until: u32) -> String {
    let mut path = SvgPath::default();
    for index in from..until {
        let [x, y] = [index % ROW, index / ROW].map(along);
        path.go(x, y);
        path.level(x + SIDE);
        path.upright(y + SIDE);
        path.level(x);
        path.close();
    }
    path.0
}

/// Returns the coordinate at which the square of this row or column begins.
const fn along(index: u32) -> u32 {
    index * PITCH + if index >= ROW / 2 { GAP } else { 0 }
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
        // The eleventh square is the first of the second row; the sixth lies behind the gap.
        assert!(
            array.filled.contains("M0 14H10V24H0z") && array.filled.contains("M76 0H86V10H76z")
        );
        assert_eq!(array.empty, "M132 132H142V142H132z");
        assert_eq!(LENGTH, 142);
    }
}
