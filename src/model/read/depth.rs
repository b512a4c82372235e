//! Nesting depth of objects and lists.

use crate::model::limits::MAX_DEPTH;
use crate::model::problem::ProblemKind;

/// State of a scan through JSON text.
#[derive(Default)]
pub(super) struct Walk {
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Walk {
    /// Scans the next part of the text.
    ///
    /// # Errors
    /// [`ProblemKind::TooDeep`] if the nesting is deeper than [`MAX_DEPTH`].
    pub(super) fn through(&mut self, part: &[u8]) -> Result<(), ProblemKind> {
        let is_too_deep = part.iter().any(|byte| {
            self.step(*byte);
            self.depth > MAX_DEPTH
        });
        if is_too_deep { Err(ProblemKind::TooDeep { most: MAX_DEPTH }) } else { Ok(()) }
    }

    const fn step(&mut self, byte: u8) {
        match byte {
            _ if self.escaped => self.escaped = false,
            b'\\' if self.in_text => self.escaped = true,
            b'"' => self.in_text = !self.in_text,
            _ if self.in_text => {}
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }
}
