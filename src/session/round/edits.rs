//! Edits on top of the list as it was read; each version is one undo step.

use crate::fit::plan::{Order, RoundPolicy};
use crate::model::Application;

/// Order of the list, changed applications, exclusions, and the policy of the round.
///
/// Applications are identified by their index among all that were ever read or typed, which never
/// changes.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Edits {
    /// Indices of the applications in the list, in its order.
    pub(super) list: Vec<usize>,
    /// Replacements of applications, by index.
    pub(super) changed: Vec<(usize, Application)>,
    /// Indices of listed applications that are excluded from the round.
    pub(super) left_out: Vec<usize>,
    /// Policy of the round.
    pub(super) policy: RoundPolicy,
}

impl Edits {
    /// Creates an empty list with this policy.
    pub(super) fn new(policy: RoundPolicy) -> Self {
        Self { policy, ..Self::default() }
    }

    /// Returns the policy of the round.
    #[must_use]
    pub const fn policy(&self) -> &RoundPolicy {
        &self.policy
    }

    /// Returns the replacement of an application, if it was changed.
    pub(super) fn changed(&self, index: usize) -> Option<&Application> {
        self.changed.iter().find(|changed| changed.0 == index).map(|changed| &changed.1)
    }

    /// Replaces the application at `index` by `application`.
    pub(super) fn change(&mut self, index: usize, application: Application) {
        self.changed.retain(|changed| changed.0 != index);
        self.changed.push((index, application));
    }

    /// Sets the order of the list to `ranked`, which has all but the excluded applications; these
    /// follow at the end. From now on the list determines the ranking.
    pub(super) fn order_as(&mut self, ranked: Vec<usize>) {
        let listed = core::mem::replace(&mut self.list, ranked);
        self.list.extend(listed.into_iter().filter(|index| self.left_out.contains(index)));
        self.policy.order = Order::List;
    }
}
