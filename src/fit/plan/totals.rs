//! What a plan gives in all, and what is left.

use super::RoundPlan;
use super::decision::Grant;
use crate::fit::calendar::Calendars;
use crate::model::{Application, Class, Hour, Snapshot};
use core::ops::Range;

/// Applications, nodes and hours, added up.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Sum {
    /// How many applications.
    pub applications: u32,
    /// Their nodes, whenever they have them.
    pub nodes: u64,
    /// Nodes times hours.
    pub node_hours: u64,
    /// GPUs times hours.
    pub gpu_hours: u64,
}

/// What a plan gives in all.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Totals {
    /// What is given.
    pub given: Sum,
    /// What is given to each class, in the order of [`Class::ALL`].
    pub by_class: Vec<(Class, Sum)>,
    /// What is given of each block, by its place in the snapshot.
    pub by_block: Vec<Sum>,
    /// From the first hour that is given to the last one; `None` where nothing is.
    pub window: Option<Range<Hour>>,
    /// Node-hours that were free in the window before the round.
    pub free_before: u64,
    /// Nodes that are given over time.
    pub in_use: Vec<UseStep>,
}

/// Nodes that are given from one hour on, until the next step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct UseStep {
    /// The first hour.
    pub from: Hour,
    /// How many.
    pub nodes: u64,
}

impl Totals {
    /// Node-hours of the window that are left. Nothing that is given was not free.
    #[must_use]
    pub fn left(&self) -> u64 {
        self.free_before.saturating_sub(self.given.node_hours)
    }

    /// The share of what was free in the window that is given, from 0 to 1; 0 where nothing was.
    #[must_use]
    pub fn utilisation(&self) -> f64 {
        match self.free_before {
            0 => 0.0,
            free => self.given.node_hours as f64 / free as f64,
        }
    }
}

/// Adds up a plan of these applications; `calendars` are those before the round.
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
            (&decision.result, applications.get(decision.application))
        else {
            continue;
        };
        totals.add(grant, application.request.class);
        let (offer, nodes) = (&grant.offer, i64::from(grant.offer.nodes));
        changes.extend([(offer.start, nodes), (offer.end, -nodes)]);
    }
    if let Some(window) = totals.window.clone() {
        let calendars = (0..snapshot.blocks.len()).filter_map(|block| calendars.get(block));
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
        if let Some(sum) = self.by_block.get_mut(grant.block) {
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

/// Nodes over time, by a difference array: what comes and goes at each hour is added up once.
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
        if steps.last().map_or(0, |last| last.nodes) != step.nodes {
            steps.push(step);
        }
    }
    steps
}
