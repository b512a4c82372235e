//! Answer of the fit view: a sentence, the obstacles, the best offer, and a row for every block.

mod grounds;
mod offer;
mod other_ways;
mod rows;
mod sheet;
mod verdict;
mod verdict_sentence;
mod view;

pub use grounds::Ground;
pub use offer::OfferView;
pub(super) use offer::place_of_offer;
pub use other_ways::{CounterpartView, OtherWays, SplitView, may_have_other_ways, other_ways};
pub use rows::{BlocksView, ReasonText, RowGroup, RowView};
pub use sheet::{AnswerSheet, request_facts, what_not};
pub use verdict::Verdict;
pub use view::{AnswerSummary, AnswerView, answer, summary};
