//! The call's limits, on the scale of the map.

use super::scale::HeightScale;
use crate::model::{Call, Request, Snapshot, Term};
use crate::words::Lang;
use crate::words::catalogue::pictures as words;

/// Band of the sizes that the call allows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AllowedBand {
    /// Upper edge.
    pub top: u32,
    /// Lower edge.
    pub bottom: u32,
    /// Description of the band.
    pub text: String,
}

/// Returns the least and the greatest scale value that the call allows, as far as the scale shows
/// them.
pub(super) fn allowed(
    snapshot: &Snapshot,
    call: &Call,
    request: &Request,
    block_indices: &[usize],
    scale: &HeightScale,
) -> Option<(u32, u32)> {
    match scale {
        HeightScale::Nodes(most) => {
            let blocks = || block_indices.iter().filter_map(|&index| snapshot.blocks.get(index));
            let sizes = || blocks().filter_map(|block| call.size(&block.accelerator));
            let low = sizes().map(|size| size.min_nodes).min()?;
            Some((low, sizes().map(|size| size.max_nodes).max()?.min(*most)))
        }
        HeightScale::Terms(terms) => {
            let start = request.not_before;
            let (shortest, longest) = (call.term.min, call.term.max);
            let is_allowed = |term: &Term| {
                // Compared by their ends, because months and days have no common length.
                shortest.is_none_or(|min| term.end(start) >= min.end(start))
                    && longest.is_none_or(|max| term.end(start) <= max.end(start))
            };
            shortest.or(longest)?;
            let first = terms.iter().position(is_allowed)? as u32 + 1;
            Some((first, terms.iter().rposition(is_allowed)? as u32 + 1))
        }
    }
}

/// Returns the allowed values as a band of the picture.
pub(super) fn band(
    (low, high): (u32, u32),
    scale: &HeightScale,
    lang: Lang,
) -> Option<AllowedBand> {
    let text = words::MAP_RULE.fill(lang, &[("range", &scale.range_words(low, high, lang))]);
    // A value on the edge of the band is still allowed.
    (low <= high).then(|| AllowedBand { top: scale.y(high), bottom: scale.y(low), text })
}
