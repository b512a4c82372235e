//! The map as it is now.

use crate::picture::fit_map::FitMapView;
use leptos::prelude::*;

/// The map as it is now; none while the request cannot be understood.
#[derive(Clone, Copy)]
pub struct CurrentMap(pub Memo<Option<FitMapView>>);

impl CurrentMap {
    /// What `read` makes of it, where there is one.
    pub fn read<T>(self, read: impl FnOnce(&FitMapView) -> T) -> Option<T> {
        self.0.with(|map| map.as_ref().map(read))
    }

    /// The same for a handler, which follows nothing.
    pub fn read_untracked<T>(self, read: impl FnOnce(&FitMapView) -> T) -> Option<T> {
        self.0.with_untracked(|map| map.as_ref().map(read))
    }
}
