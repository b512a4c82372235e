//! SVG path data, scaled and moved.

/// A scale along each axis, followed by a move.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct AxisScale {
    /// Scale along x and y.
    pub scale: (f64, f64),
    /// Move along x and y.
    pub offset: (f64, f64),
}

impl AxisScale {
    /// Returns a move without scaling.
    #[must_use]
    pub const fn translation(x: f64, y: f64) -> Self {
        Self { scale: (1.0, 1.0), offset: (x, y) }
    }

    /// Returns the point after scaling and moving.
    #[must_use]
    pub fn point(self, x: f64, y: f64) -> (f64, f64) {
        (x * self.scale.0 + self.offset.0, y * self.scale.1 + self.offset.1)
    }
}

/// Role of a number in path data.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Axis {
    X,
    Y,
    /// Radius along x, and along y.
    RadiusX,
    RadiusY,
    /// Angle, which does not change.
    Angle,
    /// Flag of an arc, which does not change either.
    Flag,
}

/// Returns the roles of the numbers after a command letter, which may be repeated; `None` for an
/// unknown letter.
const fn axes(letter: char) -> Option<&'static [Axis]> {
    use Axis::{Angle, Flag, RadiusX, RadiusY, X, Y};
    match letter.to_ascii_uppercase() {
        'M' | 'L' | 'T' => Some(&[X, Y]),
        'H' => Some(&[X]),
        'V' => Some(&[Y]),
        'C' => Some(&[X, Y, X, Y, X, Y]),
        'S' | 'Q' => Some(&[X, Y, X, Y]),
        'A' => Some(&[RadiusX, RadiusY, Angle, Flag, Flag, X, Y]),
        'Z' => Some(&[]),
        _ => None,
    }
}

/// Returns the path scaled and moved; empty if it cannot be read whole.
///
/// No picture of the program has a number with an exponent (`1e-5`) or the flags of an arc without
/// space around them (`a3 4 0 015 6`), so neither is read: data with them gives no path rather than
/// a wrong one.
#[must_use]
pub fn placed(data: &str, to: AxisScale) -> String {
    let mut out = String::with_capacity(data.len());
    let mut rest = data.trim_start();
    // The first point of a path is absolute even after a lowercase letter.
    let mut is_first = true;
    while let Some(letter) = rest.chars().next() {
        let Some(axes) = axes(letter) else { return String::new() };
        rest = rest.get(letter.len_utf8()..).unwrap_or_default();
        out.push(letter);
        let mut index = 0;
        while let Some((text, after)) = number(rest) {
            let Some(axis) = axes.get(index % axes.len().max(1)) else { break };
            let is_other_flag = *axis == Axis::Flag && !matches!(text, "0" | "1");
            let Some(number) = text.parse().ok().filter(|_| !is_other_flag) else {
                return String::new();
            };
            let is_relative = letter.is_ascii_lowercase() && !(is_first && index < 2);
            if index > 0 {
                out.push(' ');
            }
            out.push_str(&short(value(number, *axis, is_relative, to)));
            index += 1;
            rest = after;
        }
        // A command with some numbers missing, or with none at all.
        if index % axes.len().max(1) != 0 || index == 0 && !axes.is_empty() {
            return String::new();
        }
        is_first = false;
        rest = rest.trim_start_matches([' ', ',', '\n', '\t']);
    }
    out
}

fn value(number: f64, axis: Axis, is_relative: bool, to: AxisScale) -> f64 {
    let (x, y) = if is_relative { (0.0, 0.0) } else { to.offset };
    match axis {
        Axis::X => number * to.scale.0 + x,
        Axis::Y => number * to.scale.1 + y,
        Axis::RadiusX => number * to.scale.0.abs(),
        Axis::RadiusY => number * to.scale.1.abs(),
        Axis::Angle | Axis::Flag => number,
    }
}

/// Splits the number off the beginning of a text; `None` if there is none.
fn number(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches([' ', ',', '\n', '\t']);
    let mut end = 0;
    let mut has_point = false;
    for (at, char) in text.char_indices() {
        let is_part = match char {
            '0'..='9' => true,
            '-' | '+' => at == 0,
            '.' => !core::mem::replace(&mut has_point, true),
            _ => false,
        };
        if !is_part {
            break;
        }
        end = at + 1;
    }
    text.split_at_checked(end).filter(|_| end > 0)
}

/// Formats a length with at most two decimals.
#[must_use]
pub fn short(value: f64) -> String {
    let rounded = (value * 100.0).round() / 100.0;
    // Adding 0.0 turns -0.0 into 0.0, so that no "-0" is written.
    (rounded + 0.0).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_are_scaled_and_moved_and_relative_steps_are_scaled() {
        let to = AxisScale { scale: (2.0, 0.5), offset: (10.0, 100.0) };
        for (data, wanted) in [
            ("M0 0H50V20H0z", "M10 100H110V110H10z"),
            ("M-6 0L0 -6L6 0L0 6z", "M-2 100L10 97L22 100L10 103z"),
            ("M5 8h4v4h-4z", "M20 104h8v2h-8z"),
            ("m5,8 1,1", "m20 104 2 0.5"),
            ("M1.5-2.25.5.5", "M13 98.88 11 100.25"),
            ("M0 0C1 2 3 4 5 6S7 8 9 10", "M10 100C12 101 16 102 20 103S24 104 28 105"),
            ("M0 0A3 4 0 1 0 5 6", "M10 100A6 2 0 1 0 20 103"),
            ("M0 0a3 4 0 0 1 5-6", "M10 100a6 2 0 0 1 10 -3"),
            ("", ""),
        ] {
            assert_eq!(placed(data, to), wanted, "{data}");
        }
        assert_eq!(to.point(1.0, 2.0), (12.0, 101.0));
    }

    #[test]
    fn data_that_cannot_be_read_whole_gives_no_path() {
        let to = AxisScale::translation(0.0, 0.0);
        for data in [
            "M1e-5 2H3",
            "M1 2H3E2",
            "M0 0A3 4 0 015 6",
            "M0 0A3 4 0 01 5 6",
            "M0 0A3 4 0 0 15 6",
            "M0 0A3 4 0 00 1 1",
            "M0 0A3 4 0 10 1 1 1",
            "M1 2X",
            "M1 2L3",
            "M1 2L",
            "M1 2z3",
            "M1 2H3-",
            "M1 2H.",
            "1 2",
        ] {
            assert_eq!(placed(data, to), "", "{data}");
        }
    }

    #[test]
    fn at_its_own_place_it_is_the_same() {
        for data in ["M0 10H5V40H9V0H20V50H0z", "M-1 5L1 7M-1 -1L7 7M5 -1L7 1"] {
            assert_eq!(placed(data, AxisScale::translation(0.0, 0.0)), data);
        }
    }
}
