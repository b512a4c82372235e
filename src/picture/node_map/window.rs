//! The part of a plan that is in sight.

use super::plan::{PITCH, Rect};

/// The part in sight, and how many pixels wide it is shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MapWindow {
    /// The part in sight.
    pub frame: Rect,
    /// All there is.
    whole: Rect,
    /// How wide it is shown, in pixels, from 1.
    pixels: u32,
}

/// A change of what is in sight.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WindowStep {
    /// Closer.
    In,
    /// Farther.
    Out,
    /// All of it.
    Whole,
}

impl MapWindow {
    /// All of a plan, so many pixels wide.
    #[must_use]
    pub fn new(whole: Rect, pixels: u32) -> Self {
        let whole = Rect { width: whole.width.max(1), height: whole.height.max(1), ..whole };
        Self { frame: whole, whole, pixels: pixels.max(1) }
    }

    /// Whether anything is out of sight.
    #[must_use]
    pub fn is_enlarged(&self) -> bool {
        self.frame != self.whole
    }

    /// The point under a pixel, counted from the corner of the picture, which is `width` pixels
    /// wide on the screen.
    #[must_use]
    pub fn point(&self, (x, y): (i32, i32), width: u32) -> (u32, u32) {
        let units = |pixels: i32| {
            let units = u64::from(pixels.max(0).unsigned_abs()) * u64::from(self.frame.width);
            u32::try_from(units / u64::from(width.max(1))).unwrap_or(u32::MAX / 2)
        };
        (self.frame.x.saturating_add(units(x)), self.frame.y.saturating_add(units(y)))
    }

    /// A step, with the point (`x`, `y`) staying where it is.
    #[must_use]
    pub fn step(&self, step: WindowStep, point: (u32, u32)) -> Self {
        match step {
            WindowStep::In => self.scaled(2, 3, point),
            WindowStep::Out => self.scaled(3, 2, point),
            WindowStep::Whole => Self { frame: self.whole, ..*self },
        }
    }

    /// So many times as much of the plan in sight, with the point (`x`, `y`) staying where it is.
    #[must_use]
    pub fn scaled(&self, times: u32, by: u32, (x, y): (u32, u32)) -> Self {
        // No closer than some six nodes side by side.
        let narrowest = (6 * PITCH).min(self.whole.width);
        let width = scaled(self.frame.width, times, by).clamp(narrowest, self.whole.width);
        let height = scaled(self.whole.height, width, self.whole.width).max(1);
        let keep = |point: u32, start: u32, old: u32, new: u32| {
            let before = point.saturating_sub(start).min(old);
            (start + before).saturating_sub(scaled(before, new, old))
        };
        let frame = Rect {
            x: keep(x, self.frame.x, self.frame.width, width),
            y: keep(y, self.frame.y, self.frame.height, height),
            width,
            height,
        };
        self.within(frame)
    }

    /// The point in the middle.
    #[must_use]
    pub const fn middle(&self) -> (u32, u32) {
        (self.frame.x + self.frame.width / 2, self.frame.y + self.frame.height / 2)
    }

    /// The same part of the plan in sight, where it is of this plan; else all of it.
    #[must_use]
    pub fn fitted_to(self, whole: Rect, pixels: u32) -> Self {
        let new = Self::new(whole, pixels);
        if new.whole == self.whole { Self { frame: self.frame, ..new } } else { new }
    }

    /// Moved by so many units.
    #[must_use]
    pub fn moved(&self, x: i32, y: i32) -> Self {
        let frame = Rect {
            x: self.frame.x.saturating_add_signed(x),
            y: self.frame.y.saturating_add_signed(y),
            ..self.frame
        };
        self.within(frame)
    }

    /// Moved as little as it takes to have all of `frame` in sight.
    #[must_use]
    pub fn showing(&self, frame: Rect) -> Self {
        let reach = |start: u32, length: u32, first: u32, size: u32| {
            start.min(first).max((first + size).saturating_sub(length))
        };
        let own = self.frame;
        let frame = Rect {
            x: reach(own.x, own.width, frame.x, frame.width),
            y: reach(own.y, own.height, frame.y, frame.height),
            ..own
        };
        self.within(frame)
    }

    fn within(&self, frame: Rect) -> Self {
        let x = frame.x.min(self.whole.width - frame.width.min(self.whole.width));
        let y = frame.y.min(self.whole.height - frame.height.min(self.whole.height));
        Self { frame: Rect { x, y, ..frame }, ..*self }
    }

    /// How long so many units are on the screen, in tenths of a pixel.
    #[must_use]
    pub fn tenths(&self, units: u32) -> u32 {
        scaled(units, self.pixels.saturating_mul(10), self.frame.width)
    }

    /// How many units so many pixels of the screen are.
    #[must_use]
    pub fn units(&self, pixels: u32) -> u32 {
        scaled(pixels, self.frame.width, self.pixels)
    }

    /// What is worth drawing: more than is in sight, and the same for windows that are near to
    /// each other, so that a picture that is moved is seldom drawn anew.
    #[must_use]
    pub fn region(&self) -> Rect {
        let Rect { x, y, width, height } = self.frame;
        let (wide, high) = ((width / 2).max(1), (height / 2).max(1));
        let start = |at: u32, step: u32| (at / step).saturating_sub(1) * step;
        Rect { x: start(x, wide), y: start(y, high), width: wide * 5, height: high * 5 }
    }
}

/// `value * times / by`, at the end of the range where it is beyond it.
fn scaled(value: u32, times: u32, by: u32) -> u32 {
    let scaled = u64::from(value) * u64::from(times) / u64::from(by.max(1));
    u32::try_from(scaled).unwrap_or(u32::MAX / 2)
}
