//! Published sums of a round; no figures of single requests are known.

use crate::model::{Call, Snapshot};

/// Published sums of a round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RoundSums {
    /// Projects that applied, at least 1.
    pub projects_asked: u32,
    /// Nodes requested by all projects.
    pub nodes_asked: u32,
    /// Projects that were awarded nodes.
    pub projects_given: u32,
    /// Nodes awarded to all projects.
    pub nodes_given: u32,
    /// Nodes on offer.
    pub pool: u32,
    /// Fewest nodes that a project may ask for, over all accelerators.
    pub least: u32,
    /// Most nodes that a project may ask for, over all accelerators.
    pub most: u32,
}

impl RoundSums {
    /// Sums of call 25-1, published on 2026-03-03 (newsis NISX20260303_0003532105), as the
    /// published capacity file cites them; the basis of synthetic data.
    pub const CALL_25_1: Self = Self {
        projects_asked: 514,
        nodes_asked: 1_714,
        projects_given: 159,
        nodes_given: 528,
        pool: 542,
        least: 2,
        most: 32,
    };

    /// Returns the sums of a call.
    ///
    /// `None` if it has no results or no rule of sizes, or if the results contradict that rule or
    /// each other, so that no round can have had them.
    #[must_use]
    pub fn of_call(call: &Call) -> Option<Self> {
        let results = call.results.as_ref()?;
        let sums = Self {
            projects_asked: results.projects_applied,
            nodes_asked: results.nodes_asked,
            projects_given: results.projects_awarded,
            nodes_given: results.nodes_awarded,
            pool: results.nodes_offered,
            least: call.sizes.iter().map(|size| size.min_nodes).min()?,
            most: call.sizes.iter().map(|size| size.max_nodes).max()?,
        };
        sums.is_sound().then_some(sums)
    }

    /// Returns the call whose sums were published last, and the sums; of two published on the same
    /// day, the later one in the file.
    #[must_use]
    pub fn latest(snapshot: &Snapshot) -> Option<(&Call, Self)> {
        let calls = snapshot.calls.iter().filter_map(|call| Some((call, Self::of_call(call)?)));
        // `max_by_key` returns the last of equal elements.
        calls.max_by_key(|(call, _)| call.results.as_ref().and_then(|results| results.published))
    }

    /// Returns the call with this `id` if it has sums, else the one whose sums were published last.
    #[must_use]
    pub fn of_call_or_latest<'a>(
        snapshot: &'a Snapshot,
        id: Option<&str>,
    ) -> Option<(&'a Call, Self)> {
        let own = id.and_then(|id| snapshot.call(id));
        let own = own.and_then(|call| Some((call, Self::of_call(call)?)));
        own.or_else(|| Self::latest(snapshot))
    }

    /// Returns the mean number of nodes that a project asked for.
    #[must_use]
    pub fn mean_asked(&self) -> f64 {
        f64::from(self.nodes_asked) / f64::from(self.projects_asked.max(1))
    }

    /// Returns the mean number of nodes awarded to a selected project; `None` if no project was
    /// selected.
    #[must_use]
    pub fn mean_given(&self) -> Option<f64> {
        let projects = Some(self.projects_given).filter(|projects| *projects > 0)?;
        Some(f64::from(self.nodes_given) / f64::from(projects))
    }

    /// Returns `true` if a round can have these sums.
    fn is_sound(&self) -> bool {
        let [projects, nodes] = [self.projects_asked, self.nodes_asked].map(u64::from);
        let (least, most) = (u64::from(self.least), u64::from(self.most));
        projects > 0
            && least > 0
            && (projects * least..=projects * most).contains(&nodes)
            && self.projects_given <= self.projects_asked
            && self.nodes_given <= self.nodes_asked.min(self.pool)
            && self.pool > 0
    }
}
