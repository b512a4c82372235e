//! Keyboard shortcuts of the view.

use crate::words::catalogue::{Entry, round as words};

/// Keys, and their effects.
pub const KEYS: [(&str, Entry); 8] = [
    ("↑ ↓ Home End", words::KEYS_SELECT),
    ("Alt+↑ Alt+↓", words::KEYS_MOVE),
    ("Delete", words::KEYS_LEAVE_OUT),
    ("Ctrl+Z Ctrl+Y", words::KEYS_UNDO),
    ("f", words::KEYS_FIT),
    ("← → + −", words::KEYS_TIME),
    ("?", words::KEYS_HELP),
    ("Esc", words::KEYS_CLOSE),
];
