//! What is laid over the list as it was read: one step of undo.

use crate::fit::plan::{Order, RoundPolicy};
use crate::model::Application;

/// The order of the list, what was changed in it, who is left out, and how the round is decided.
///
/// Applications are named by their place among all that were ever read or typed, which stays.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Edits {
    /// Those that are in the list, in its order.
    pub(super) list: Vec<usize>,
    /// What stands in the place of some of them.
    pub(super) changed: Vec<(usize, Application)>,
    /// Those of the list that the round is decided without.
    pub(super) left_out: Vec<usize>,
    /// How the round is decided.
    pub(super) policy: RoundPolicy,
}

impl Edits {
    /// An empty list that is decided by this policy.
    pub(super) fn new(policy: RoundPolicy) -> Self {
        Self { policy, ..Self::default() }
    }

    /// How the round is decided.
    #[must_use]
    pub const fn policy(&self) -> &RoundPolicy {
        &self.policy
    }

    /// What stands in the place of an application, where it was changed.
    pub(super) fn changed(&self, place: usize) -> Option<&Application> {
        self.changed.iter().find(|changed| changed.0 == place).map(|changed| &changed.1)
    }

    /// Puts `application` in the place of the one that was read.
    pub(super) fn change(&mut self, place: usize, application: Application) {
        self.changed.retain(|changed| changed.0 != place);
        self.changed.push((place, application));
    }

    /// Makes the order of the list that of `ranked`, which has all but those that are left out; these
    /// stand behind. From now on the list decides.
    pub(super) fn order_as(&mut self, ranked: Vec<usize>) {
        let listed = core::mem::replace(&mut self.list, ranked);
        self.list.extend(listed.into_iter().filter(|place| self.left_out.contains(place)));
        self.policy.order = Order::List;
    }
}
