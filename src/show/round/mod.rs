//! The round view: the ranked list with the outcome of each application, the line and the zone
//! around it, the totals, and the selected application.

mod chosen;
mod compared;
mod decided;
mod example;
mod keys;
mod pictured;
mod policy;
mod ranking;
mod rows;
mod sums;
mod table;
mod zone;

pub use chosen::{ChosenView, SCORE_DECIMALS, chosen};
pub use compared::compared;
pub use decided::{Chances, RoundResult};
pub use example::example;
pub use keys::KEYS;
pub use pictured::Pictured;
pub use policy::{POLICY_FIELDS, PolicyField, ShareUnit, policy_facts, set_share, share};
pub use ranking::RankedList;
pub use rows::{RoundRow, RowSource, Standing, rows};
pub use sums::{PlanSums, sums};
pub use table::table;
pub use zone::{Zone, zone};
