//! What ends the tool early.

/// Why the tool ends with exit code 2.
pub type Failure = String;
