//! The list of a round, the edits over it with their steps back, and the sets that were kept.

use super::edits::Edits;
use crate::fit::plan::{Order, RoundPolicy, ranked};
use crate::model::{Application, Score};
use crate::words::fact::Fact;
use std::collections::BTreeSet;

/// The most steps that can be undone.
const MAX_STEPS: usize = 100;
/// The most sets that are kept beside the one at hand.
const MAX_KEPT: usize = 6;

/// A round at hand.
#[derive(Clone, Default, Debug)]
pub struct RoundState {
    /// All that were ever read or typed, as they were.
    all: Vec<Application>,
    now: Edits,
    undo: Vec<Edits>,
    redo: Vec<Edits>,
    kept: Vec<KeptRound>,
    /// How many sets were ever kept.
    named: u32,
}

/// A set that was kept to compare with.
#[derive(Clone, PartialEq, Debug)]
pub struct KeptRound {
    /// Tells it from the others, from 1: the number in its name.
    pub number: u32,
    /// What it came to when it was kept, and on what that rested.
    pub facts: Vec<Fact>,
    edits: Edits,
}

/// The applications that a round is decided with, in the order of the list.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct ListedApplications {
    /// Where each is among all that were ever read.
    pub places: Vec<usize>,
    /// The applications.
    pub applications: Vec<Application>,
}

impl RoundState {
    /// A round without an application.
    #[must_use]
    pub fn new(policy: RoundPolicy) -> Self {
        Self { now: Edits::new(policy), ..Self::default() }
    }

    /// Whether there is nothing in the list.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.now.list.is_empty()
    }

    /// The edits at hand: others are another round to decide.
    #[must_use]
    pub const fn edits(&self) -> &Edits {
        &self.now
    }

    /// How the round is decided.
    #[must_use]
    pub const fn policy(&self) -> &RoundPolicy {
        self.now.policy()
    }

    /// Whether scores decide the order.
    #[must_use]
    pub fn is_by_score(&self) -> bool {
        self.policy().order == Order::Score
    }

    /// The application at a place, as it stands now.
    #[must_use]
    pub fn application(&self, place: usize) -> Option<&Application> {
        self.now.changed(place).or_else(|| self.all.get(place))
    }

    /// Whether it is another one than was read.
    #[must_use]
    pub fn is_changed(&self, place: usize) -> bool {
        self.now.changed(place).is_some()
    }

    /// Whether it is in the list, but not in the round.
    #[must_use]
    pub fn is_left_out(&self, place: usize) -> bool {
        self.now.left_out.contains(&place)
    }

    /// The places of those that are left out, in the order of the list.
    #[must_use]
    pub fn left_out(&self) -> Vec<usize> {
        self.now.list.iter().copied().filter(|place| self.is_left_out(*place)).collect()
    }

    /// The applications that the round is decided with.
    #[must_use]
    pub fn listed(&self) -> ListedApplications {
        let mut listed = ListedApplications::default();
        for (place, application) in self.decided_with() {
            listed.places.push(place);
            listed.applications.push(application.clone());
        }
        listed
    }

    /// Their places in the order in which they are decided.
    #[must_use]
    pub fn ranked(&self) -> Vec<usize> {
        let (places, applications): (Vec<usize>, Vec<&Application>) = self.decided_with().unzip();
        let ranked = ranked(&applications, self.policy().order);
        ranked.into_iter().filter_map(|rank| places.get(rank).copied()).collect()
    }

    fn decided_with(&self) -> impl Iterator<Item = (usize, &Application)> {
        let listed = self.now.list.iter().copied().filter(|place| !self.is_left_out(*place));
        listed.filter_map(|place| Some((place, self.application(place)?)))
    }

    /// The place in the list of the application with this id.
    #[must_use]
    pub fn place_of(&self, id: &str) -> Option<usize> {
        let has_id = |place: &&usize| {
            self.application(**place).is_some_and(|application| application.request.id == id)
        };
        self.now.list.iter().find(has_id).copied()
    }

    /// Adds applications to the list, and returns the ids of those that it has already, which are
    /// not taken again.
    pub fn add(&mut self, applications: Vec<Application>) -> Vec<String> {
        let mut ids: Vec<String> = Vec::new();
        let known = self.now.list.iter().filter_map(|place| self.application(*place));
        let mut known: BTreeSet<String> =
            known.map(|application| application.request.id.clone()).collect();
        let mut next = self.now.clone();
        for application in applications {
            let id = application.request.id.clone();
            if known.insert(id.clone()) {
                next.list.push(self.all.len());
                self.all.push(application);
            } else {
                ids.push(id);
            }
        }
        self.go(next);
        ids
    }

    /// Adds the made-up round of [`crate::show::round::example`]. Its applications start on one day,
    /// as those of a call do: where nothing else was chosen, nobody waits for a later one.
    pub fn add_example(&mut self, applications: Vec<Application>) -> Vec<String> {
        let is_untouched = *self.policy() == RoundPolicy::default() && self.is_empty();
        let known = self.add(applications);
        if is_untouched {
            // One step with what was added.
            self.now.policy.longest_wait = Some(0);
        }
        known
    }

    /// Empties the list.
    pub fn clear(&mut self) {
        self.go(Edits::new(self.now.policy.clone()));
    }

    /// Decides by another policy.
    pub fn set_policy(&mut self, policy: RoundPolicy) {
        self.go(Edits { policy, ..self.now.clone() });
    }

    /// Moves an application to this rank, counted from 0. From then on the round is decided as the
    /// list stands, which is the ranking at this moment.
    pub fn move_to(&mut self, place: usize, rank: usize) {
        let mut ranked = self.ranked();
        let Some(from) = ranked.iter().position(|it| *it == place) else { return };
        let to = rank.min(ranked.len() - 1);
        if from != to {
            let moved = ranked.remove(from);
            ranked.insert(to, moved);
            let mut next = self.now.clone();
            next.order_as(ranked);
            self.go(next);
        }
    }

    /// Moves an application up or down by so many ranks.
    pub fn move_by(&mut self, place: usize, ranks: isize) {
        if let Some(from) = self.ranked().iter().position(|it| *it == place) {
            self.move_to(place, from.saturating_add_signed(ranks));
        }
    }

    /// Gives an application another score, or none.
    pub fn set_score(&mut self, place: usize, score: Option<Score>) {
        if let Some(application) = self.application(place).cloned() {
            self.change(place, Application { score, ..application });
        }
    }

    /// Puts another application in the place of one; what was read stays below it.
    pub fn change(&mut self, place: usize, application: Application) {
        if self.application(place).is_some_and(|before| *before != application) {
            let mut next = self.now.clone();
            next.change(place, application);
            self.go(next);
        }
    }

    /// Leaves an application out of the round, or takes it in again.
    pub fn toggle_left_out(&mut self, place: usize) {
        let mut next = self.now.clone();
        if self.is_left_out(place) {
            next.left_out.retain(|it| *it != place);
        } else {
            next.left_out.push(place);
        }
        self.go(next);
    }

    /// Whether there is something to undo.
    #[must_use]
    pub const fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub const fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Takes back the last step.
    pub fn undo(&mut self) {
        if let Some(before) = self.undo.pop() {
            self.redo.push(core::mem::replace(&mut self.now, before));
        }
    }

    /// Takes back what was undone last.
    pub fn redo(&mut self) {
        if let Some(after) = self.redo.pop() {
            self.undo.push(core::mem::replace(&mut self.now, after));
        }
    }

    fn go(&mut self, next: Edits) {
        if next == self.now {
            return;
        }
        self.undo.push(core::mem::replace(&mut self.now, next));
        self.redo.clear();
        if self.undo.len() > MAX_STEPS {
            self.undo.remove(0);
        }
    }

    /// The sets that were kept, the oldest first.
    #[must_use]
    pub fn kept(&self) -> &[KeptRound] {
        &self.kept
    }

    /// Keeps the round as it stands to compare with, with what it comes to; the oldest goes where
    /// there are too many.
    pub fn keep(&mut self, facts: Vec<Fact>) {
        self.named += 1;
        self.kept.push(KeptRound { number: self.named, facts, edits: self.now.clone() });
        if self.kept.len() > MAX_KEPT {
            self.kept.remove(0);
        }
    }

    /// Takes a set that was kept up again, as a step that can be undone.
    pub fn open(&mut self, number: u32) {
        if let Some(kept) = self.kept.iter().find(|kept| kept.number == number) {
            self.go(kept.edits.clone());
        }
    }

    /// Forgets a set that was kept.
    pub fn forget(&mut self, number: u32) {
        self.kept.retain(|kept| kept.number != number);
    }
}
