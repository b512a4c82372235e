//! Fit: calendars of free nodes, the earliest offer in each block, and why-nots.
//!
//! [`preview()`] answers a [`Request`](crate::model::Request) for every block at once, exactly
//! against the snapshot. Nothing here knows words, pixels or the time of day.
//!
//! Exactness: a named hold names its nodes and hours, so every count of free nodes is a fact. A
//! counted hold gives only their number; then `k` nodes fit if at least `k` are left over whichever
//! nodes it takes. [`Certainty`] tells which of the two an offer rests on.
//!
//! | algorithm | file |
//! |---|---|
//! | difference array | `difference_array` (buckets and days), `plan::totals` |
//! | segment tree with range addition and maximum | `segment_tree` |
//! | sweep in the order of time | `sweep`, `hole`, `counted_holds` |
//! | checkpoints of a sweep, with upper bounds | `checkpoints` |
//! | greedy search for a minimal blocking set | `cause` |
//! | Pareto front of alternatives | `nearest` |
//! | greedy list scheduling (conservative backfilling) | `plan::Planner` |

mod ask;
mod availability;
mod availability_at;
mod bounds;
mod buckets;
mod calendar;
mod cause;
mod change;
mod checkpoints;
mod choice;
mod counted_holds;
mod counterpart;
mod difference;
mod difference_array;
mod earliest;
mod effect;
mod fit_map;
mod hole;
mod leaves;
mod nearest;
mod offer;
pub mod plan;
mod posed;
mod preview;
mod question;
mod ranking;
mod request_error;
mod rules;
mod search;
mod segment_tree;
mod split;
mod sweep;
mod usable_nodes;
mod why_not;

pub use availability::{FreeOverTime, FreeStep};
pub use calendar::{Calendar, Calendars};
pub use cause::Cause;
pub use change::RequestChange;
pub use choice::LeafShare;
pub use counterpart::Counterpart;
pub use difference::{Because, BlockChange, Brief, World, difference};
pub use effect::{Fragmentation, Remainder};
pub use fit_map::{FitMap, MapAsk, fit_map};
pub use nearest::Nearest;
pub use offer::{Certainty, Offer};
pub use preview::{Alternatives, BlockAnswer, Preview, alternatives, earliest_starts, preview};
pub use ranking::Lead;
pub use request_error::{RequestError, unknown};
pub use rules::Breach;
pub use split::{Split, SplitPart};
pub use why_not::{Reason, Tier, WhyNot};
