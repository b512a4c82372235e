//! Candidate of the nearest requests.

use super::distance::Distance;
use crate::fit::ask::Ask;

/// Request that fits, with its distance from the one asked.
#[derive(Clone, Copy)]
pub(super) struct Candidate<'a> {
    pub ask: Ask,
    pub accelerator: Option<&'a str>,
    pub block_index: usize,
    pub nodes: u32,
    pub distance: Distance,
}
