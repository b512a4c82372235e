//! The chance in a round, in words and numbers: what was counted, three answers to how many apply
//! next, the line, what does not change it, what is unknown, what would help, and every step.

mod hundred;
mod statements;
mod steps;
mod view;

pub use hundred::Hundred;
pub use statements::Statement;
pub use steps::OddsStep;
pub use view::{LineView, OddsAsk, OddsView, ScenarioView, odds_view, own_rank};
