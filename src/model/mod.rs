//! Data model: snapshots, blocks, holds, calls and requests.
//!
//! Plain data whose behaviour needs no browser, no clock and no particular order of evaluation. A
//! capacity file becomes a [`Snapshot`] in one place, and everything in a snapshot has been checked
//! there: ids exist, ranges lie inside their block, starts come before ends.

mod accelerator;
mod application;
mod busy_year;
mod call;
mod fee;
mod fingerprint;
mod hidden;
mod hold;
pub mod limits;
mod nodes;
pub mod order;
mod problem;
mod purchase;
mod random;
mod read;
mod request;
mod scenario;
mod settings;
mod snapshot;
mod source;
mod text;
mod time;

pub use accelerator::{Accelerator, Throughput};
pub use application::{Application, Score};
pub use busy_year::busy_year;
pub use call::{Award, Call, Condition, Fee, FeeRate, FirstUse, Pool, Results, SizeRule, TermRule};
pub use fee::{Charge, FeeTotal, FeeUnknown, WonTotal, charge, fee};
pub use fingerprint::fingerprint;
pub use hidden::{is_hidden, quoted, shown, shown_text};
pub use hold::{Hold, HoldNodes, Publication};
pub use nodes::{NodeRange, NodeRanges, RangesError};
pub use problem::{EntityKind, JsonType, Problem, ProblemKind, Resolution};
pub use purchase::{Notice, Purchase, Scheme};
pub use random::SplitMix64;
pub use read::{
    FileReading, SCHEMA, begins_object, is_web_address, object, quote, read, read_with_pauses,
    settings,
};
pub use request::{Class, NodeCount, Placement, Request};
pub use scenario::{Occupancy, Scenario, TruthLayer};
pub use settings::{Identity, Settings};
pub use snapshot::{Availability, Block, Provider, Snapshot};
pub use source::{Citation, Source, Surety};
pub use text::Text;
pub use time::{Civil, Hour, Instant, Term, TimeError};
