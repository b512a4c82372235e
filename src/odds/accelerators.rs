//! What the published sums leave open of each accelerator.

use crate::model::Call;

/// How large the share of the nodes asked of one accelerator that were given can have been.
#[derive(Clone, PartialEq, Debug)]
pub struct AcceleratorBound {
    /// Id of the accelerator.
    pub accelerator: String,
    /// Its own part of the pool, in nodes.
    pub pool: u32,
    /// The least share of the nodes asked for that can have been given.
    pub low: f64,
    /// The greatest.
    pub high: f64,
}

/// The shares that agree with the sums of a call, by accelerator: the sums are of all accelerators
/// together, so the others may have been given all of their part, and have asked for no more.
///
/// Empty where there is one accelerator, where a part is not published exactly, or where the parts
/// don't make up what was on offer with one number of GPUs in each node.
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
        // All that it had was asked for, and no more; the others may have asked for all the rest.
        bounds.push(AcceleratorBound {
            accelerator: part.accelerator.clone(),
            pool: u32::try_from(pool).ok()?,
            low: low.min(1.0),
            high: 1.0,
        });
    }
    Some(bounds)
}
