//! Complete content of a link.

use super::form::FormLink;
use super::limits::MAX_PINS;
use super::view::View;
use crate::model::Occupancy;
use crate::picture::fit_map::MapBy;
use crate::picture::time_axis::TimeSpan;
use crate::show::form::{FormDraft, HoldDraft};
use crate::show::size::SizeDraft;
use crate::words::lang::Lang;

/// Value of `scenario` for the busy year.
pub(super) const BUSY_YEAR: &str = "busy-year";
/// Value of `layer` if published holds do not count.
pub(super) const BY_SIZE: &str = "size";

/// Complete content of a link.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Route {
    /// The view.
    pub view: View,
    /// The language, if the link sets one.
    pub lang: Option<Lang>,
    /// The request form.
    pub form: FormLink,
    /// Capacity taken before any hold is assumed.
    pub occupancy: Occupancy,
    /// Assumed holds.
    pub holds: Vec<HoldDraft>,
    /// The date shown on node maps and on the axes of time, as typed.
    pub date: Option<String>,
    /// Pinned requests for comparison, in the format of [`Self::asked`]; none is empty.
    pub pins: Vec<String>,
    /// Time span of pictures.
    pub span: TimeSpan,
    /// Id of the block whose holds are shown by leaf; the first block if `None`.
    pub lanes: Option<String>,
    /// First leaf shown there, if not the first of the block.
    pub leaf: Option<u32>,
    /// Vertical axis of the fit map.
    pub map: MapBy,
    /// Rank that the reader expects in a round, as typed.
    pub rank: Option<String>,
    /// Seed of the simulated rounds, if not the usual one.
    pub seed: Option<u64>,
    /// Policy of the round, as written.
    pub policy: Option<String>,
    /// Fingerprint of the reader's own file, if the view is based on one.
    pub own: Option<String>,
    /// The size form.
    pub size: SizeDraft,
}

impl Route {
    /// Returns the route with all fields of a request, so that it asks the same on another day.
    #[must_use]
    pub fn with_request(&self, draft: &FormDraft) -> Self {
        Self { form: FormLink::from_draft(draft), ..self.clone() }
    }

    /// Pins a request for comparison; returns `true` if it is pinned now.
    pub fn pin(&mut self, asked: &str) -> bool {
        if self.pins.iter().any(|pin| pin == asked) {
            return true;
        }
        let has_room = self.pins.len() < MAX_PINS && !asked.is_empty();
        if has_room {
            self.pins.push(asked.to_owned());
        }
        has_room
    }
}
