//! Memos and effects that leave nothing behind when the view that made them goes.

use leptos::prelude::*;
use leptos::reactive::graph::{AnySubscriber, Subscriber as _, ToAnySubscriber as _};

/// A [`Memo`] for as long as the view that makes it; `compute` is given the value before.
pub fn memo<T: PartialEq + Send + Sync + 'static>(
    compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static,
) -> Memo<T> {
    let memo = ArcMemo::new(compute);
    leave_with_view(memo.to_any_subscriber());
    memo.into()
}

/// An [`Effect`] for as long as the view that makes it; `run` is given what it returned before.
pub fn effect<T: 'static>(run: impl FnMut(Option<T>) -> T + 'static) {
    leave_with_view(Effect::new(run).to_any_subscriber());
}

/// Takes `subscriber` off the lists of what it read when the view is taken out. Leptos leaves it
/// there, and the page's own signals, such as the language, live for ever.
fn leave_with_view(subscriber: AnySubscriber) {
    on_cleanup(move || subscriber.clear_sources(&subscriber));
}
