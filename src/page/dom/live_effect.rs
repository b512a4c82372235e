//! Effect that unsubscribes from its signals when it ends.

use core::ops::Deref;
use leptos::prelude::RenderEffect;
use leptos::reactive::graph::{Subscriber as _, ToAnySubscriber as _};

/// [`RenderEffect`] that takes itself off the lists of the signals and memos that it read.
///
/// An effect that is only dropped stays on those lists for as long as its signals live: the page's
/// own signals, such as the language, live for ever, and every change of view would leave hundreds
/// of dead effects.
pub struct LiveEffect<T: 'static>(RenderEffect<T>);

impl<T> LiveEffect<T> {
    /// Runs `run` now, with `before`, and again whenever a signal that it read has changed.
    pub fn new(run: impl FnMut(Option<T>) -> T + 'static, before: Option<T>) -> Self {
        Self(RenderEffect::new_with_value(run, before))
    }
}

impl<T> Deref for LiveEffect<T> {
    type Target = RenderEffect<T>;

    fn deref(&self) -> &RenderEffect<T> {
        &self.0
    }
}

impl<T: 'static> Drop for LiveEffect<T> {
    fn drop(&mut self) {
        let subscriber = self.0.to_any_subscriber();
        subscriber.clear_sources(&subscriber);
    }
}
