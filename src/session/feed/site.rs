//! The settings of the site, which the address of the file is among.

use super::failure::LoadError;
use crate::exchange::fetch::FetchError;
use crate::model::{self, Problem, Settings};

/// The settings that hold, and what is wrong with them.
#[derive(Default)]
pub struct SiteSettings {
    /// What holds: as read, or the defaults.
    pub settings: Settings,
    /// What is wrong with them.
    pub problems: Vec<SiteProblem>,
    /// Whether they are not fetched again.
    pub is_final: bool,
}

/// What is wrong with the settings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SiteProblem {
    /// There are none, so the defaults hold.
    Missing(LoadError),
    /// Something in them.
    Problem(Problem),
}

/// Whether the settings of the last visit hold where those of the server could not be fetched: not
/// where it says that there are none.
#[must_use]
pub const fn is_kept_copy_better(error: &FetchError) -> bool {
    error.is_transient() || !matches!(error, FetchError::Status(_))
}

impl SiteSettings {
    /// The settings as fetched, else those of the `kept` copy where that is better, else the
    /// defaults. They are fetched again only after a failure that may pass.
    #[must_use]
    pub fn new(fetched: Result<Vec<u8>, FetchError>, kept: Option<Vec<u8>>) -> Self {
        let is_final = fetched.as_ref().err().is_none_or(|error| !error.is_transient());
        let (bytes, missing) = match (fetched, kept) {
            (Ok(bytes), _) => (Some(bytes), None),
            (Err(error), Some(kept)) if is_kept_copy_better(&error) => (Some(kept), None),
            (Err(error), _) => (None, Some(error)),
        };
        let (settings, problems) = bytes.map(|bytes| model::settings(&bytes)).unwrap_or_default();
        let mut problems: Vec<SiteProblem> =
            problems.into_iter().map(SiteProblem::Problem).collect();
        problems.extend(missing.map(|error| SiteProblem::Missing(LoadError::Fetch(error))));
        Self { settings, problems, is_final }
    }
}
