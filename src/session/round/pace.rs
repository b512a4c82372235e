//! How long a slice of work lasts: the page has the clock.

/// What cuts long work into slices, between which the page answers its reader.
pub trait Pace {
    /// Whether the slice is used up.
    fn is_over(&self) -> bool;

    /// Lets others go on, and returns whether anybody still waits for this work.
    fn rest(&self) -> impl Future<Output = bool>;
}
