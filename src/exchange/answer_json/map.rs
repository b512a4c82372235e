//! The fit map of each block and of each accelerator.

use serde::Serialize;

use super::block::block_id;
use super::written::TermWritten;
use crate::fit::{Calendars, FitMap, MapAsk, Preview, fit_map};
use crate::model::{Snapshot, Term};

/// Input of a fit map: start days, terms, calendars and blocks.
pub struct FitMapInput<'a> {
    ask: MapAsk,
    calendars: &'a Calendars,
    /// Indices into `Snapshot::blocks` of the blocks asked for.
    block_indices: Vec<usize>,
}

/// Terms of the map besides the requested one, in months: the lengths that calls allow.
const MONTHS: core::ops::RangeInclusive<u32> = 1..=12;

#[derive(Serialize)]
pub(super) struct MapJson<'a> {
    first: String,
    days: u32,
    terms: Vec<TermWritten>,
    blocks: Vec<OfBlock<'a>>,
    accelerators: Vec<OfAccelerator<'a>>,
}

#[derive(Serialize)]
struct OfBlock<'a> {
    block: Option<&'a str>,
    most_nodes: Vec<Vec<u32>>,
}

#[derive(Serialize)]
struct OfAccelerator<'a> {
    accelerator: &'a str,
    most_nodes: Vec<Vec<u32>>,
}

impl<'a> FitMapInput<'a> {
    /// Returns the input for the blocks that `preview` answers for, with one start per day for
    /// `days` days from the earliest requested start.
    #[must_use]
    pub fn new(
        snapshot: &Snapshot,
        calendars: &'a Calendars,
        request: &crate::model::Request,
        preview: &Preview,
        days: u32,
    ) -> Self {
        let mut ask = MapAsk::new(snapshot, request, days);
        ask.terms.extend(MONTHS.map(Term::Months));
        let block_indices = preview.blocks.iter().map(|answer| answer.block_index).collect();
        Self { ask, calendars, block_indices }
    }

    pub(super) fn written<'s>(&self, snapshot: &'s Snapshot) -> MapJson<'s> {
        let accelerator = |index: usize| Some(snapshot.blocks.get(index)?.accelerator.as_str());
        let blocks = self.block_indices.iter();
        let accelerators = snapshot.accelerators.iter().filter_map(|it| {
            let own = self.block_indices.iter().copied();
            let own: Vec<usize> = own.filter(|&index| accelerator(index) == Some(&it.id)).collect();
            let most_nodes = || self.rows(&own);
            (!own.is_empty())
                .then(|| OfAccelerator { accelerator: &it.id, most_nodes: most_nodes() })
        });
        MapJson {
            first: self.ask.first.to_rfc3339(),
            days: self.ask.days,
            terms: self.ask.terms.iter().map(|&term| term.into()).collect(),
            blocks: blocks
                .map(|&index| OfBlock {
                    block: block_id(snapshot, index),
                    most_nodes: self.rows(&[index]),
                })
                .collect(),
            accelerators: accelerators.collect(),
        }
    }

    fn rows(&self, blocks: &[usize]) -> Vec<Vec<u32>> {
        let map: FitMap = fit_map(self.calendars, blocks, &self.ask);
        (0..self.ask.days).map(|day| map.day(day).to_vec()).collect()
    }
}
