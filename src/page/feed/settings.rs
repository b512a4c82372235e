//! The settings of the site, which the file's address is among.

use super::{Feed, Why, add_one};
use crate::edge::fetch::{FetchError, Fetching, Limits};
use crate::edge::kept;
use crate::model::limits::MAX_SETTINGS_BYTES;
use crate::model::{self, Problem};

/// Beside the page.
const FILE: &str = "config.json";
/// The page waits for them: a few lines that do not come at once are done without.
const LIMITS: Limits = Limits { bytes: MAX_SETTINGS_BYTES, silent_seconds: 5, seconds: 8 };

/// What is wrong with the settings.
pub enum Wrong {
    /// There are none, so the defaults hold.
    Missing(Why),
    /// Something in them.
    Problem(Problem),
}

impl Feed {
    /// Asks for the settings. Where they cannot be had, those of the last visit hold; where the
    /// server says that there are none, or never had any, the defaults.
    pub(super) async fn settle(self) {
        let came = Fetching::start(FILE).bytes(LIMITS, &|_, _| ()).await;
        let is_final = match &came {
            Ok(_) => true,
            Err(error) => !Why::Fetch(error.clone()).may_pass(),
        };
        let (bytes, missing) = match came {
            Ok(bytes) => {
                kept::keep(FILE, bytes.clone());
                (Some(bytes), None)
            }
            Err(error @ FetchError::Status(_)) if is_final => (None, Some(error)),
            Err(error) => match kept::read(FILE).await {
                Some(copy) => (Some(copy.bytes), None),
                None => (None, Some(error)),
            },
        };
        let (settings, problems) = bytes.map(|bytes| model::settings(&bytes)).unwrap_or_default();
        let mut wrong: Vec<Wrong> = problems.into_iter().map(Wrong::Problem).collect();
        wrong.extend(missing.map(|error| Wrong::Missing(Why::Fetch(error))));
        let mut standing = self.standing();
        (standing.settings, standing.wrong) = (settings, wrong);
        standing.is_settled = is_final;
        drop(standing);
        add_one(self.told);
    }
}
