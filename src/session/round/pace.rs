//! Length of a slice of work, measured by the page because it has the clock.

/// Control of long work in slices, between which the page responds to its reader.
pub trait Pace {
    /// Returns `true` if the slice is used up.
    fn is_over(&self) -> bool;

    /// Yields to other work, and returns `true` if somebody still waits for this work.
    fn rest(&self) -> impl Future<Output = bool>;
}
