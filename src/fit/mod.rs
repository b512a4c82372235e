//! Will it fit: calendars of free nodes, the earliest offer in each block, and why not.
//!
//! [`preview`] answers a [`Request`](crate::model::Request) for every block at once, exactly
//! against the snapshot. Nothing here knows words, pixels or the time of day.
//!
//! What is exact: a named hold says which nodes are taken at which hours, so every count of free
//! nodes is a fact. A counted hold says only how many; then `k` nodes fit where at least `k` are
//! left over whichever nodes it takes ([`Certainty`] tells which of the two an offer rests on).

mod bits;
mod calendar;
mod cause;
mod change;
mod placement;
mod preview;
mod rules;
mod search;
mod why_not;

pub use calendar::{Calendar, Calendars};
pub use cause::Cause;
pub use change::Change;
pub use placement::LeafShare;
pub use preview::{BlockAnswer, Certainty, Offer, Preview, RequestError, preview};
pub use rules::Breach;
pub use why_not::{Reason, Tier, WhyNot};
