//! A request that fits, with how far it is from the one asked.

use super::distance::Distance;
use crate::fit::ask::Ask;

/// A request that fits.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub ask: Ask,
    pub accelerator: Option<&'a str>,
    pub block: usize,
    pub nodes: u32,
    pub distance: Distance,
}
