//! Failure that ends the tool early.

/// Message of a failure with exit code 2.
pub type Failure = String;
