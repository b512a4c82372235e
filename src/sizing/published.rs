//! Comparison of a counted number of parameters with the published one.

use super::network::Network;
use super::params::params;
use super::remark::{MismatchCause, Remark};

/// Largest relative difference at which a count agrees with a published one.
///
/// A judgement: 1 % is about what rounded figures on model cards differ by; the aim in
/// `docs/sizing.md`.
pub const WITHIN: f64 = 0.01;

/// Returns `true` if `counted` is within 1 % of `published`.
#[must_use]
pub fn is_near(counted: f64, published: f64) -> bool {
    (counted / published - 1.0).abs() <= WITHIN
}

/// Returns a remark with the likely cause if the count of a model is not the published one.
///
/// `remarks` are those made while it was read; causes are tried from the most specific on.
#[must_use]
pub fn compare(network: &Network, published: f64, remarks: &[Remark]) -> Option<Remark> {
    let all = params(network);
    let counted = all.total();
    let is_near = |count: f64| is_near(count, published);
    if is_near(counted) {
        return None;
    }
    let table = f64::from(network.vocab) * f64::from(network.hidden);
    let further = remarks.iter().find_map(|it| match it {
        Remark::FurtherTokens { parameters, .. } => Some(*parameters),
        _ => None,
    });
    let has = |is: fn(&Remark) -> bool| remarks.iter().any(is);
    let cause = if all.towers > 0.0 && is_near(all.text()) {
        MismatchCause::TextAlone
    } else if further.is_some_and(|more| is_near(counted + more) || is_near(all.text() + more)) {
        MismatchCause::FurtherTokens
    } else if published > counted && has(|it| matches!(it, Remark::TowerLeftOut)) {
        MismatchCause::TowerLeftOut
    } else if is_near(counted + table) || is_near(counted - table) {
        MismatchCause::OutputTable
    } else if all.active() < counted && is_near(all.active()) {
        MismatchCause::Active
    } else if has(|it| matches!(it, Remark::Assumed { .. } | Remark::AssumedLayers { .. })) {
        MismatchCause::Assumed
    } else {
        MismatchCause::Unknown
    };
    Some(Remark::Mismatch { published, counted, cause })
}
