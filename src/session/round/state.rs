//! List of a round, its edits, and the kept versions.

use super::edits::Edits;
use crate::fit::plan::{Order, RoundPolicy, decision_order};
use crate::model::{Application, Score};
use crate::session::undo::UndoHistory;
use crate::words::fact::Fact;
use std::collections::BTreeSet;

/// Maximum number of versions kept beside the current one.
const MAX_KEPT: usize = 6;

/// State of the round being edited.
///
/// ```
/// # use jari::{exchange::request_json::parse, fit::plan::{Order, RoundPolicy}};
/// # use jari::model::{Application, Score};
/// use jari::session::round::RoundState;
/// let applications = [("a", 70.0), ("b", 90.0)].map(|(id, score)| {
///     let text = format!(r#"{{"id":"{id}","accelerators":["h200"],"nodes":4,
///       "term":{{"days":7}},"not_before":"2027-01-04"}}"#);
///     let (title, score) = (String::new(), Score::new(score));
///     Application { request: parse(&text).unwrap().request, title, score, submitted_at: None }
/// });
/// let mut round = RoundState::new(RoundPolicy::default());
/// round.add(applications.into());
/// assert_eq!(round.ranked(), [1, 0]); // the best score first
/// round.move_by(0, -1);
/// assert_eq!((round.ranked(), round.policy().order), (vec![0, 1], Order::List));
/// assert!(round.undo() && round.is_by_score());
/// ```
#[derive(Clone, Default, Debug)]
pub struct RoundState {
    /// All applications that were ever read or typed, in their original form.
    all: Vec<Application>,
    pub(super) now: Edits,
    pub(super) history: UndoHistory<Edits>,
    kept: Vec<KeptRound>,
    /// Number of versions that were ever kept.
    named: u32,
}

/// Version kept for comparison.
#[derive(Clone, PartialEq, Debug)]
pub struct KeptRound {
    /// Number in its name, 1-based and unique.
    pub number: u32,
    /// Result when it was kept, and its basis.
    pub facts: Vec<Fact>,
    edits: Edits,
}

/// Applications that take part in the round, in the order of the list.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ListedApplications {
    /// Index of each among all that were ever read.
    pub indices: Vec<usize>,
    /// Applications at these indices.
    pub applications: Vec<Application>,
}

impl RoundState {
    /// Creates a round without applications.
    #[must_use]
    pub fn new(policy: RoundPolicy) -> Self {
        Self { now: Edits::new(policy), ..Self::default() }
    }

    /// Returns `true` if the list is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.now.list.is_empty()
    }

    /// Returns the current edits; different edits mean a different round to decide.
    #[must_use]
    pub const fn edits(&self) -> &Edits {
        &self.now
    }

    /// Returns the policy of the round.
    #[must_use]
    pub const fn policy(&self) -> &RoundPolicy {
        self.now.policy()
    }

    /// Returns `true` if scores determine the order.
    #[must_use]
    pub fn is_by_score(&self) -> bool {
        self.policy().order == Order::Score
    }

    /// Returns the application at an index, with its changes.
    #[must_use]
    pub fn application(&self, index: usize) -> Option<&Application> {
        self.now.changed(index).or_else(|| self.all.get(index))
    }

    /// Returns `true` if it was changed since it was read.
    #[must_use]
    pub fn is_changed(&self, index: usize) -> bool {
        self.now.changed(index).is_some()
    }

    /// Returns `true` if it is excluded from the round.
    #[must_use]
    pub fn is_left_out(&self, index: usize) -> bool {
        self.now.left_out.contains(&index)
    }

    /// Returns the indices of the excluded applications, in the order of the list.
    #[must_use]
    pub fn left_out(&self) -> Vec<usize> {
        self.now.list.iter().copied().filter(|index| self.is_left_out(*index)).collect()
    }

    /// Returns the applications that take part in the round.
    #[must_use]
    pub fn listed(&self) -> ListedApplications {
        let mut listed = ListedApplications::default();
        for (index, application) in self.decided_with() {
            listed.indices.push(index);
            listed.applications.push(application.clone());
        }
        listed
    }

    /// Returns the indices of the participating applications in the order in which they are
    /// decided.
    #[must_use]
    pub fn ranked(&self) -> Vec<usize> {
        let (indices, applications): (Vec<usize>, Vec<&Application>) = self.decided_with().unzip();
        let order = decision_order(&applications, self.policy().order);
        order.into_iter().filter_map(|listed| indices.get(listed).copied()).collect()
    }

    fn decided_with(&self) -> impl Iterator<Item = (usize, &Application)> {
        let listed = self.now.list.iter().copied().filter(|index| !self.is_left_out(*index));
        listed.filter_map(|index| Some((index, self.application(index)?)))
    }

    /// Returns the index of the listed application with this id.
    #[must_use]
    pub fn index_of(&self, id: &str) -> Option<usize> {
        let has_id = |index: &&usize| {
            self.application(**index).is_some_and(|application| application.request.id == id)
        };
        self.now.list.iter().find(has_id).copied()
    }

    /// Adds applications to the list, and returns the ids of those that it already contains, which
    /// are not added again.
    pub fn add(&mut self, applications: Vec<Application>) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        let known = self.now.list.iter().filter_map(|index| self.application(*index));
        let mut known: BTreeSet<String> =
            known.map(|application| application.request.id.clone()).collect();
        let mut next = self.now.clone();
        for application in applications {
            let id = application.request.id.clone();
            if known.insert(id.clone()) {
                // Never removed from `all`, not even by undo: edits refer to its indices.
                next.list.push(self.all.len());
                self.all.push(application);
            } else {
                ids.push(id);
            }
        }
        self.go(next);
        ids
    }

    /// Adds the synthetic round of [`crate::show::round::example`].
    ///
    /// Its applications all start on one day, like those of a call. So if nothing else was chosen,
    /// the policy is set to let nobody wait for a later start.
    pub fn add_example(&mut self, applications: Vec<Application>) -> Vec<String> {
        let is_untouched = *self.policy() == RoundPolicy::default() && self.is_empty();
        let known = self.add(applications);
        if is_untouched {
            // Set on the current edits directly, so that it is one undo step together with the
            // additions.
            self.now.policy.longest_wait = Some(0);
        }
        known
    }

    /// Empties the list.
    pub fn clear(&mut self) {
        self.go(Edits::new(self.now.policy.clone()));
    }

    /// Sets the policy.
    pub fn set_policy(&mut self, policy: RoundPolicy) {
        self.go(Edits { policy, ..self.now.clone() });
    }

    /// Moves an application to a position in the ranking. From then on the order of the list
    /// determines the ranking, starting from the current one.
    pub fn move_to(&mut self, index: usize, position: usize) {
        let mut ranked = self.ranked();
        let Some(from) = ranked.iter().position(|it| *it == index) else { return };
        // Not empty, as it contains the application.
        let to = position.min(ranked.len() - 1);
        if from != to {
            let moved = ranked.remove(from);
            ranked.insert(to, moved);
            let mut next = self.now.clone();
            next.order_as(ranked);
            self.go(next);
        }
    }

    /// Moves an application by `ranks`; negative is up.
    pub fn move_by(&mut self, index: usize, ranks: isize) {
        if let Some(from) = self.ranked().iter().position(|it| *it == index) {
            self.move_to(index, from.saturating_add_signed(ranks));
        }
    }

    /// Sets or removes the score of an application.
    pub fn set_score(&mut self, index: usize, score: Option<Score>) {
        if let Some(application) = self.application(index).cloned() {
            self.change(index, Application { score, ..application });
        }
    }

    /// Replaces an application by an edit; the original stays in the list as read.
    pub fn change(&mut self, index: usize, application: Application) {
        if self.application(index).is_some_and(|before| *before != application) {
            let mut next = self.now.clone();
            next.change(index, application);
            self.go(next);
        }
    }

    /// Excludes an application from the round, or includes it again.
    pub fn toggle_left_out(&mut self, index: usize) {
        let mut next = self.now.clone();
        if self.is_left_out(index) {
            next.left_out.retain(|it| *it != index);
        } else {
            next.left_out.push(index);
        }
        self.go(next);
    }

    /// Returns the kept versions, oldest first.
    #[must_use]
    pub fn kept(&self) -> &[KeptRound] {
        &self.kept
    }

    /// Keeps the current version with its result for comparison; drops the oldest beyond the limit.
    pub fn keep(&mut self, facts: Vec<Fact>) {
        self.named += 1;
        self.kept.push(KeptRound { number: self.named, facts, edits: self.now.clone() });
        if self.kept.len() > MAX_KEPT {
            self.kept.remove(0);
        }
    }

    /// Restores a kept version, as a step that can be undone.
    pub fn open(&mut self, number: u32) {
        if let Some(kept) = self.kept.iter().find(|kept| kept.number == number) {
            self.go(kept.edits.clone());
        }
    }

    /// Deletes a kept version.
    pub fn forget(&mut self, number: u32) {
        self.kept.retain(|kept| kept.number != number);
    }
}
