//! Bounds on each accelerator's success rate that follow from the published sums.

use crate::model::Call;

/// Possible range of the share of the nodes requested of one accelerator that were awarded.
#[derive(Clone, PartialEq, Debug)]
pub struct AcceleratorBound {
    /// Id of the accelerator.
    pub accelerator: String,
    /// Nodes of the pool that have this accelerator.
    pub pool: u32,
    /// Lower bound of the share, from 0 to 1.
    pub low: f64,
    /// Upper bound of the share, from 0 to 1.
    pub high: f64,
}

/// Returns for each accelerator the shares that are consistent with the sums of a call.
///
/// The published sums cover all accelerators together, so at the lower bound every other
/// accelerator was awarded its whole part of the pool and was asked for no more than that.
///
/// Returns an empty list if there is only one accelerator, if a part of the pool is not published
/// exactly, or if the parts do not add up to the nodes on offer with one number of GPUs per node.
#[must_use]
pub fn by_accelerator(call: &Call) -> Vec<AcceleratorBound> {
    bounds(call).unwrap_or_default()
}

fn bounds(call: &Call) -> Option<Vec<AcceleratorBound>> {
    let results = call.results.as_ref()?;
    if call.pool.len() < 2 || call.pool.iter().any(|part| part.at_least) {
        return None;
    }
    let gpus: u64 = call.pool.iter().map(|part| u64::from(part.gpus)).sum();
    let offered = u64::from(results.nodes_offered);
    let per_node = gpus.checked_div(offered).filter(|each| *each > 0 && each * offered == gpus)?;
    let (asked, given) = (u64::from(results.nodes_asked), u64::from(results.nodes_awarded));
    let mut bounds = Vec::new();
    for part in &call.pool {
        if u64::from(part.gpus) % per_node != 0 {
            return None;
        }
        let pool = u64::from(part.gpus) / per_node;
        let others = (offered - pool).min(given);
        let (own_asked, own_given) = (asked.saturating_sub(others), given - others);
        let low = if own_asked > 0 { own_given as f64 / own_asked as f64 } else { 1.0 };
        // Upper bound: this accelerator may have been asked for exactly what was awarded, with all
        // other requests going to the others.
        bounds.push(AcceleratorBound {
            accelerator: part.accelerator.clone(),
            pool: u32::try_from(pool).ok()?,
            low: low.min(1.0),
            high: 1.0,
        });
    }
    Some(bounds)
}
