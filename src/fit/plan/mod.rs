//! Round: applications in order of rank, each at its earliest offer beside those before it.

mod decision;
mod decision_order;
mod planner;
mod policy;
mod robustness;
mod shares;
mod totals;

pub use decision::{Decision, Grant, Obstacle, PlanRefusal, RoundPlan};
pub use decision_order::{Order, decision_order};
pub use planner::{Planner, plan};
pub use policy::{Allotment, CallRules, ClassShare, Limit, RoundPolicy, RoundQueueing};
pub use robustness::{Perturbation, Robustness};
pub use totals::{Sum, Totals, UseStep, totals};
