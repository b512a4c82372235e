//! Settings of the site, which include the address of the file.

use super::failure::LoadError;
use crate::exchange::fetch::FetchError;
use crate::model::{self, Problem, Settings};

/// Effective settings, and their problems.
#[derive(Default)]
pub struct SiteSettings {
    /// Effective settings: as read, or the defaults.
    pub settings: Settings,
    /// Problems of the settings.
    pub problems: Vec<SiteProblem>,
    /// `true` if they are not fetched again.
    pub is_final: bool,
}

/// Problem of the settings.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum SiteProblem {
    /// They could not be fetched, and there is no copy to use instead, so the defaults apply.
    Missing(LoadError),
    /// A problem inside the settings.
    Problem(Problem),
}

/// Returns `true` if the settings of the last visit should replace those that could not be fetched:
/// not if the server answered that there are none.
#[must_use]
pub const fn is_kept_copy_better(error: &FetchError) -> bool {
    error.is_transient() || !matches!(error, FetchError::Status(_))
}

impl SiteSettings {
    /// Creates the effective settings: as fetched, else the `kept` copy if that is better, else the
    /// defaults. They are fetched again only after a transient failure.
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
