//! SVG path data in whole numbers.

/// Shapes made of straight lines.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct SvgPath(pub String);

impl SvgPath {
    fn add(&mut self, letter: char, numbers: &[u32]) {
        for (index, number) in numbers.iter().enumerate() {
            self.0.push(if index == 0 { letter } else { ' ' });
            self.0.push_str(&number.to_string());
        }
    }

    /// Moves to a point without drawing.
    pub fn go(&mut self, x: u32, y: u32) {
        self.add('M', &[x, y]);
    }

    /// Draws horizontally to this x.
    pub fn level(&mut self, x: u32) {
        self.add('H', &[x]);
    }

    /// Draws vertically to this y.
    pub fn upright(&mut self, y: u32) {
        self.add('V', &[y]);
    }

    /// Draws straight lines from point to point, beginning at the first.
    pub fn row(&mut self, points: impl Iterator<Item = (u32, u32)>) {
        for (index, (x, y)) in points.enumerate() {
            self.add(if index == 0 { 'M' } else { 'L' }, &[x, y]);
        }
    }

    /// Closes the current shape.
    pub fn close(&mut self) {
        self.0.push('z');
    }
}

/// Returns a staircase as the line over its steps and as the area between them and `ground`.
///
/// A step is its first x and its y; the last one ends at `end`.
#[must_use]
pub fn staircase(steps: &[(u32, u32)], end: u32, ground: u32) -> (String, String) {
    let mut line = SvgPath::default();
    for (index, &(x, y)) in steps.iter().enumerate() {
        if index == 0 {
            line.go(x, y);
        } else {
            line.level(x);
            line.upright(y);
        }
    }
    let Some(&(first, _)) = steps.first() else { return (String::new(), String::new()) };
    line.level(end);
    let mut area = line.clone();
    area.upright(ground);
    area.level(first);
    area.close();
    (line.0, area.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_become_a_line_and_an_area() {
        let (line, area) = staircase(&[(0, 10), (5, 40), (9, 0)], 20, 50);
        assert_eq!(line, "M0 10H5V40H9V0H20");
        assert_eq!(area, "M0 10H5V40H9V0H20V50H0z");
        assert_eq!(staircase(&[], 20, 50), (String::new(), String::new()));
    }
}
