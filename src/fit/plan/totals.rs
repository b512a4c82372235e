//! Totals of a plan, and the free time that it leaves.

use super::RoundPlan;
use super::decision::Grant;
use crate::fit::calendar::Calendars;
use crate::model::{Application, Class, Hour, Snapshot};
use core::ops::Range;

/// Sums over applications.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Sum {
    /// Number of applications.
    pub applications: u32,
    /// Sum of their nodes, at whatever hours they have them.
    pub nodes: u64,
    /// Node-hours: nodes times hours.
    pub node_hours: u64,
    /// GPU-hours: GPUs times hours.
    pub gpu_hours: u64,
}

/// Totals of a plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Totals {
    /// Sum of all grants.
    pub given: Sum,
    /// Sum for each class, in the order of [`Class::ALL`].
    pub by_class: Vec<(Class, Sum)>,
    /// Sum for each block, by its index in the snapshot.
    pub by_block: Vec<Sum>,
    /// Hours from the first one granted to the last (exclusive end); `None` if nothing is granted.
    pub window: Option<Range<Hour>>,
    /// Node-hours that were free in the window before the round.
    pub free_before: u64,
    /// Nodes granted over time, as a step function.
    pub in_use: Vec<UseStep>,
}

/// Nodes granted from one hour until the next step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UseStep {
    /// First hour of the step.
    pub from: Hour,
    /// Number of nodes.
    pub nodes: u64,
}

impl Totals {
    /// Returns the node-hours of the window that are left.
    ///
    /// Only free nodes are ever granted, so the difference is never negative.
    #[must_use]
    pub fn left(&self) -> u64 {
        self.free_before.saturating_sub(self.given.node_hours)
    }

    /// Returns the share of the window's free node-hours that is granted, from 0 to 1; 0 if none
    /// were free.
    #[must_use]
    pub fn utilisation(&self) -> f64 {
        match self.free_before {
            0 => 0.0,
            free => self.given.node_hours as f64 / free as f64,
        }
    }
}

/// Sums up a plan of these applications; `calendars` must be those before the round.
///
/// ```
/// use jari::{exchange::request_json::parse, fit, fit::plan, model};
/// let file = br#"{"schema":1,"as_of":"2027-01-01","availability":"complete",
///   "blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;
/// let snapshot = model::read(file).unwrap().snapshot;
/// let request = parse(r#"{"id":"r","accelerators":["h200"],"nodes":3,"term":{"days":7},
///   "not_before":"2027-01-04"}"#).unwrap().request;
/// let all = [model::Application { request, title: "".into(), score: None, submitted_at: None }];
/// let calendars = fit::Calendars::new(&snapshot);
/// let plan = plan::plan(&snapshot, &calendars, &all, &plan::RoundPolicy::default());
/// let totals = plan::totals(&snapshot, &calendars, &all, &plan);
/// assert_eq!((totals.given.node_hours, totals.left()), (3 * 7 * 24, 7 * 24));
/// ```
#[must_use]
pub fn totals(
    snapshot: &Snapshot,
    calendars: &Calendars,
    applications: &[Application],
    plan: &RoundPlan,
) -> Totals {
    let mut totals = Totals {
        given: Sum::default(),
        by_class: Class::ALL.map(|class| (class, Sum::default())).to_vec(),
        by_block: vec![Sum::default(); snapshot.blocks.len()],
        window: None,
        free_before: 0,
        in_use: Vec::new(),
    };
    let mut changes: Vec<(Hour, i64)> = Vec::new();
    for decision in &plan.decisions {
        let (Ok(grant), Some(application)) =
            (&decision.result, applications.get(decision.application_index))
        else {
            continue;
        };
        totals.add(grant, application.request.class);
        let (offer, nodes) = (&grant.offer, i64::from(grant.offer.nodes));
        changes.extend([(offer.start, nodes), (offer.end, -nodes)]);
    }
    if let Some(window) = totals.window.clone() {
        let calendars = (0..snapshot.blocks.len()).filter_map(|index| calendars.get(index));
        totals.free_before = calendars.map(|calendar| calendar.free_node_hours(&window)).sum();
    }
    totals.in_use = in_use(changes);
    totals
}

impl Totals {
    fn add(&mut self, grant: &Grant, class: Class) {
        let offer = &grant.offer;
        self.given.add(grant);
        if let Some((_, sum)) = self.by_class.iter_mut().find(|(other, _)| *other == class) {
            sum.add(grant);
        }
        if let Some(sum) = self.by_block.get_mut(grant.block_index) {
            sum.add(grant);
        }
        let window = self.window.get_or_insert(offer.start..offer.end);
        *window = window.start.min(offer.start)..window.end.max(offer.end);
    }
}

impl Sum {
    fn add(&mut self, grant: &Grant) {
        self.applications += 1;
        self.nodes += u64::from(grant.offer.nodes);
        self.node_hours += grant.offer.node_hours();
        self.gpu_hours += grant.offer.gpu_hours;
    }
}

/// Sums up nodes over time by a difference array.
///
/// Each grant adds its nodes at its start and subtracts them at its end; the prefix sum over the
/// sorted hours is the number in use. Cost: O(grants × log grants).
fn in_use(mut changes: Vec<(Hour, i64)>) -> Vec<UseStep> {
    changes.sort_unstable();
    let mut nodes = 0;
    let mut steps: Vec<UseStep> = Vec::new();
    for at_one_hour in changes.chunk_by(|a, b| a.0 == b.0) {
        nodes += at_one_hour.iter().map(|(_, change)| change).sum::<i64>();
        let step = UseStep {
            from: at_one_hour.first().map_or(Hour::MIN, |(hour, _)| *hour),
            nodes: u64::try_from(nodes).unwrap_or(0),
        };
        // Changes that cancel out at one hour make no step.
        if steps.last().map_or(0, |last| last.nodes) != step.nodes {
            steps.push(step);
        }
    }
    steps
}
