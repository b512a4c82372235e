//! The visible part of a layout.

use super::plan::{PITCH, Rect};

/// The visible part of a layout, and its width on the screen.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MapWindow {
    /// Visible part.
    pub frame: Rect,
    /// Bounds of the whole layout.
    whole: Rect,
    /// Width on the screen in pixels, from 1.
    pixels: u32,
}

/// A zoom step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum WindowStep {
    /// Zoom in.
    In,
    /// Zoom out.
    Out,
    /// Show everything.
    Whole,
}

impl MapWindow {
    /// Returns a window on a whole layout, `pixels` pixels wide.
    #[must_use]
    pub fn new(whole: Rect, pixels: u32) -> Self {
        let whole = Rect { width: whole.width.max(1), height: whole.height.max(1), ..whole };
        Self { frame: whole, whole, pixels: pixels.max(1) }
    }

    /// Returns `true` if anything is out of sight.
    #[must_use]
    pub fn is_enlarged(&self) -> bool {
        self.frame != self.whole
    }

    /// Returns the point under a pixel, counted from the corner of the picture, which is `width`
    /// pixels wide on the screen.
    #[must_use]
    pub fn point(&self, (x, y): (i32, i32), width: u32) -> (u32, u32) {
        let units = |pixels: i32| {
            let units = u64::from(pixels.max(0).unsigned_abs()) * u64::from(self.frame.width);
            u32::try_from(units / u64::from(width.max(1))).unwrap_or(u32::MAX / 2)
        };
        (self.frame.x.saturating_add(units(x)), self.frame.y.saturating_add(units(y)))
    }

    /// Zooms by a step around `point`, which keeps its position on the screen.
    #[must_use]
    pub fn step(&self, step: WindowStep, point: (u32, u32)) -> Self {
        match step {
            WindowStep::In => self.scaled(2, 3, point),
            WindowStep::Out => self.scaled(3, 2, point),
            WindowStep::Whole => Self { frame: self.whole, ..*self },
        }
    }

    /// Scales the visible width by `times / by` around (`x`, `y`), which keeps its position on the
    /// screen.
    #[must_use]
    pub fn scaled(&self, times: u32, by: u32, (x, y): (u32, u32)) -> Self {
        // No closer than about six nodes side by side.
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

    /// Returns the point in the middle.
    #[must_use]
    pub const fn middle(&self) -> (u32, u32) {
        (self.frame.x + self.frame.width / 2, self.frame.y + self.frame.height / 2)
    }

    /// Returns the same window if it belongs to the layout `whole`, otherwise a window on all of
    /// it.
    #[must_use]
    pub fn fitted_to(self, whole: Rect, pixels: u32) -> Self {
        let new = Self::new(whole, pixels);
        if new.whole == self.whole { Self { frame: self.frame, ..new } } else { new }
    }

    /// Returns the window moved by `x` and `y` units, within the layout.
    #[must_use]
    pub fn moved(&self, x: i32, y: i32) -> Self {
        let frame = Rect {
            x: self.frame.x.saturating_add_signed(x),
            y: self.frame.y.saturating_add_signed(y),
            ..self.frame
        };
        self.within(frame)
    }

    /// Returns the window moved as little as needed to show all of `frame`.
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

    /// Returns the length on the screen of `units`, in tenths of a pixel.
    #[must_use]
    pub fn tenths(&self, units: u32) -> u32 {
        scaled(units, self.pixels.saturating_mul(10), self.frame.width)
    }

    /// Returns the number of units in `pixels` on the screen.
    #[must_use]
    pub fn units(&self, pixels: u32) -> u32 {
        scaled(pixels, self.frame.width, self.pixels)
    }

    /// Returns the region worth drawing.
    ///
    /// It is larger than the window, and the same for windows near to each other, so that a picture
    /// that is moved is seldom redrawn.
    #[must_use]
    pub fn region(&self) -> Rect {
        let Rect { x, y, width, height } = self.frame;
        let (wide, high) = ((width / 2).max(1), (height / 2).max(1));
        let start = |at: u32, step: u32| (at / step).saturating_sub(1) * step;
        Rect { x: start(x, wide), y: start(y, high), width: wide * 5, height: high * 5 }
    }
}

/// Returns `value * times / by`, saturating at `u32::MAX / 2`.
fn scaled(value: u32, times: u32, by: u32) -> u32 {
    let scaled = u64::from(value) * u64::from(times) / u64::from(by.max(1));
    // Half the range leaves room for adding an offset without overflow.
    u32::try_from(scaled).unwrap_or(u32::MAX / 2)
}
