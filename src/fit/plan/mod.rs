//! Round: applications in order of rank, each at its earliest offer beside those before it.

mod decision;
mod planner;
mod policy;
mod ranked;
mod robustness;
mod shares;
mod totals;

pub use decision::{Decision, Grant, Obstacle, PlanRefusal, RoundPlan};
pub use planner::{Planner, plan};
pub use policy::{Allotment, CallRules, ClassShare, Limit, Order, RoundPolicy, RoundQueueing};
pub use ranked::ranked;
pub use robustness::{Perturbation, Robustness};
pub use totals::{Sum, Totals, UseStep, totals};
