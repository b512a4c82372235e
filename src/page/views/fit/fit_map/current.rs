//! Fit map of the request as typed.

use crate::picture::fit_map::FitMapView;
use leptos::prelude::*;

/// Current fit map; `None` while the request cannot be parsed.
#[derive(Clone, Copy)]
pub struct CurrentMap(pub Memo<Option<FitMapView>>);

impl CurrentMap {
    /// Returns the result of `read` for the map, if there is one.
    pub fn read<T>(self, read: impl FnOnce(&FitMapView) -> T) -> Option<T> {
        self.0.with(|map| map.as_ref().map(read))
    }

    /// Returns the same without subscribing to the map, for event handlers.
    pub fn read_untracked<T>(self, read: impl FnOnce(&FitMapView) -> T) -> Option<T> {
        self.0.with_untracked(|map| map.as_ref().map(read))
    }
}
