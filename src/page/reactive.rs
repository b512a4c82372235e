//! Memos and effects that leave nothing behind when the view that made them goes.

use leptos::prelude::*;
use leptos::reactive::graph::{AnySubscriber, Subscriber as _, ToAnySubscriber as _};

/// Returns a [`Memo`] that lives as long as the view that makes it; `compute` gets the value
/// before.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    let memo = ArcMemo::new(compute);
    leave_with_view(memo.to_any_subscriber());
    memo.into()
}

/// Runs an [`Effect`] for as long as the view that makes it; `run` gets what it returned before.
pub fn effect<T: 'static>(run: impl FnMut(Option<T>) -> T + 'static) {
    leave_with_view(Effect::new(run).to_any_subscriber());
}

/// Unsubscribes `subscriber` from everything that it read when the view goes.
///
/// Leptos leaves it on those lists, and the page's own signals, such as the language, live for
/// ever.
fn leave_with_view(subscriber: AnySubscriber) {
    on_cleanup(move || subscriber.clear_sources(&subscriber));
}
