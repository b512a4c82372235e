//! The chance in a round, in words and numbers: what was counted, a scenario for each of three
//! demands, the line, what does not change the chance, what is unknown, what would help, and every
//! step.

mod hundred;
mod statements;
mod steps;
mod view;

pub use hundred::Hundred;
pub use statements::Statement;
pub use steps::OddsStep;
pub use view::{LineView, OddsAsk, OddsView, ScenarioView, odds_view, own_rank};
