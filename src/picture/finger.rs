//! A finger that is down on a picture: it drags the picture, or scrolls the page.

/// Distance in pixels from which a movement has a direction; less is a tap.
const TAP: u32 = 10;

/// State of a finger that is down on a picture.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Finger {
    /// Point where it went down; it may still be a tap.
    Down(i32, i32),
    /// First movement was sideways: from then on it drags the picture in any direction.
    Drags,
    /// First movement was up or down: the page scrolls.
    Scrolls,
}

impl Finger {
    /// Returns the state once the finger is at this point.
    #[must_use]
    pub fn moved(self, x: i32, y: i32) -> Self {
        let Self::Down(from_x, from_y) = self else { return self };
        let (sideways, upright) = (x.abs_diff(from_x), y.abs_diff(from_y));
        if sideways.max(upright) < TAP {
            self
        } else if sideways > upright {
            Self::Drags
        } else {
            Self::Scrolls
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_it_goes_first_decides() {
        let ways: [(&[(i32, i32)], Finger); 6] = [
            (&[(3, 0), (0, 9), (-9, 9)], Finger::Down(0, 0)),
            (&[(2, 4), (3, 30)], Finger::Scrolls),
            (&[(-2, -30), (300, -30)], Finger::Scrolls),
            (&[(4, 2), (-11, 5)], Finger::Drags),
            (&[(12, 5), (12, 400)], Finger::Drags),
            (&[(10, 10)], Finger::Scrolls),
        ];
        for (way, end) in ways {
            let finger = way.iter().fold(Finger::Down(0, 0), |it, &(x, y)| it.moved(x, y));
            assert_eq!(finger, end, "{way:?}");
        }
        let far = Finger::Down(i32::MIN, 0).moved(i32::MAX, 0);
        assert_eq!(far, Finger::Drags);
    }
}
