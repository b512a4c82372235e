//! A round: applications in an order, each at its earliest offer beside those before it.

mod decision;
mod planner;
mod policy;
mod ranked;
mod robustness;
mod shares;
mod totals;

pub use decision::{Decision, Grant, Obstacle, Plan, Refusal};
pub use planner::{Planner, plan};
pub use policy::{Amount, Behind, ClassShare, Limit, Order, Policy, Rules};
pub use ranked::ranked;
pub use robustness::{Perturbation, Robustness};
pub use totals::{Sum, Totals, UseStep, totals};
