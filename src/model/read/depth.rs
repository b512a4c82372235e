//! How deep objects and lists lie inside each other.

use crate::model::limits::MAX_DEPTH;

/// Where a walk through a text that is known to be JSON stands.
#[derive(Default)]
pub(super) struct Walk {
    depth: usize,
    in_text: bool,
    escaped: bool,
}

impl Walk {
    /// Goes on through the next part of the text, down to [`MAX_DEPTH`]; whether it is deeper.
    pub(super) fn is_too_deep(&mut self, part: &[u8]) -> bool {
        part.iter().any(|byte| {
            self.step(*byte);
            self.depth > MAX_DEPTH
        })
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
