//! What was published of a round: sums alone, of no single request.

use crate::model::{Call, Snapshot};

/// The published sums of a round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct RoundSums {
    /// Projects that applied, at least 1.
    pub projects_asked: u32,
    /// Nodes that they asked for.
    pub nodes_asked: u32,
    /// Projects that were awarded nodes.
    pub projects_given: u32,
    /// Nodes that they were awarded.
    pub nodes_given: u32,
    /// Nodes on offer.
    pub pool: u32,
    /// Fewest nodes that a project may ask for, of any accelerator.
    pub least: u32,
    /// Most nodes that a project may ask for, of any accelerator.
    pub most: u32,
}

impl RoundSums {
    /// Those of call 25-1, published on 2026-03-03 (newsis NISX20260303_0003532105), as the published
    /// capacity file cites them: for what is made up after it.
    pub const CALL_25_1: Self = Self {
        projects_asked: 514,
        nodes_asked: 1_714,
        projects_given: 159,
        nodes_given: 528,
        pool: 542,
        least: 2,
        most: 32,
    };

    /// The sums of a call; `None` where it has no results or no rule of sizes, or where the results
    /// contradict that rule or each other, so that no round could have come out so.
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

    /// The call of a snapshot whose sums were published last, with them; of two on one day the
    /// later in the file.
    #[must_use]
    pub fn latest(snapshot: &Snapshot) -> Option<(&Call, Self)> {
        let calls = snapshot.calls.iter().filter_map(|call| Some((call, Self::of_call(call)?)));
        calls.max_by_key(|(call, _)| call.results.as_ref().and_then(|results| results.published))
    }

    /// The call with this id where it has sums, else the one whose sums were published last.
    #[must_use]
    pub fn of_call_or_latest<'a>(
        snapshot: &'a Snapshot,
        id: Option<&str>,
    ) -> Option<(&'a Call, Self)> {
        let own = id.and_then(|id| snapshot.call(id));
        let own = own.and_then(|call| Some((call, Self::of_call(call)?)));
        own.or_else(|| Self::latest(snapshot))
    }

    /// Nodes that a project asked for, on average.
    #[must_use]
    pub fn mean_asked(&self) -> f64 {
        f64::from(self.nodes_asked) / f64::from(self.projects_asked.max(1))
    }

    /// Nodes that an awarded project was given, on average; `None` where none was.
    #[must_use]
    pub fn mean_given(&self) -> Option<f64> {
        let projects = Some(self.projects_given).filter(|projects| *projects > 0)?;
        Some(f64::from(self.nodes_given) / f64::from(projects))
    }

    /// Whether a round can have come out so.
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
