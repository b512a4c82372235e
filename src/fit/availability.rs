//! Free nodes of one block over time, as a step function.

use super::calendar::Calendar;
use crate::model::Hour;
use core::ops::Range;

/// Free nodes of one block from one hour until the next step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FreeStep {
    /// First hour of the step.
    pub from: Hour,
    /// Fewest nodes that are free at any hour of the step.
    pub least: u32,
    /// Most nodes that are free at any hour of the step; equal to `least` if the steps are exact.
    pub most: u32,
}

/// Free nodes over a range of hours, as a step function.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct FreeOverTime {
    /// Steps in the order of time, the first at the first hour of the range; empty if the range is.
    pub steps: Vec<FreeStep>,
    /// `true` if the number of free nodes is constant within each step.
    ///
    /// Otherwise the steps divide the range into parts of equal length, to within an hour.
    pub is_exact: bool,
}

impl FreeOverTime {
    /// Returns the step in effect at `hour`: the last one that begins at or before it.
    ///
    /// `None` if `hour` is before the first step.
    #[must_use]
    pub fn step_at(&self, hour: Hour) -> Option<FreeStep> {
        let behind = self.steps.partition_point(|step| step.from <= hour);
        self.steps.get(behind.checked_sub(1)?).copied()
    }
}

impl Calendar {
    /// Returns the free nodes at each of `hours`, after named and counted holds.
    ///
    /// The steps are exact if at most `most_steps` of them are needed. Otherwise they are
    /// `most_steps` parts of equal length, each with the fewest and the most free nodes in it.
    ///
    /// Cost: one pass over the holes and counted holds that begin or end within `hours`, or two.
    ///
    /// ```
    /// use jari::{fit, model};
    /// let file = br#"{"schema":1,"as_of":"2027-01-01","availability":"complete",
    ///   "blocks":[{"id":"a","accelerator":"h200","nodes":4}],
    ///   "holds":[{"block":"a","nodes":"1-3","from":"2027-01-03","until":"2027-01-08"}]}"#;
    /// let calendars = fit::Calendars::new(&model::read(file).unwrap().snapshot);
    /// let day = |day| model::Hour::of_date(2027, 1, day).unwrap();
    /// let free = calendars.get(0).unwrap().free_over(&(day(1)..day(9)), 10);
    /// let steps: Vec<_> = free.steps.iter().map(|step| (step.from, step.most)).collect();
    /// assert_eq!(steps, [(day(1), 4), (day(3), 1), (day(8), 4)]);
    /// ```
    #[must_use]
    pub fn free_over(&self, hours: &Range<Hour>, most_steps: usize) -> FreeOverTime {
        let mut steps: Vec<FreeStep> = Vec::new();
        let mut is_exact = true;
        self.each_change(hours, &mut |from, free| {
            if steps.last().is_some_and(|step| step.most == free) {
                return;
            }
            // With one step too many, only the flag still matters: the parts are computed anew
            // below.
            is_exact &= steps.len() < most_steps;
            if is_exact {
                steps.push(FreeStep { from, least: free, most: free });
            }
        });
        if !is_exact {
            steps = self.free_in_parts(hours, most_steps);
        }
        FreeOverTime { steps, is_exact }
    }

    /// Returns the free node-hours over `hours`: free nodes, summed over every hour.
    #[must_use]
    pub fn free_node_hours(&self, hours: &Range<Hour>) -> u64 {
        let (mut sum, mut since, mut free) = (0_u64, hours.start, 0);
        self.each_change(hours, &mut |from, now| {
            sum += u64::from(free) * u64::from(from.since(since));
            (since, free) = (from, now);
        });
        sum + u64::from(free) * u64::from(hours.end.since(since))
    }

    fn free_in_parts(&self, hours: &Range<Hour>, parts: usize) -> Vec<FreeStep> {
        let length = u64::from(hours.end.since(hours.start));
        // A part shorter than an hour would be empty.
        let parts = (parts as u64).min(length);
        let mut steps: Vec<FreeStep> = Vec::with_capacity(parts as usize);
        for part in 0..parts {
            let from = hours.start.plus((length * part / parts) as u32);
            steps.push(FreeStep { from, least: u32::MAX, most: 0 });
        }
        let mut index = 0;
        let mut before = None;
        self.each_change(hours, &mut |from, free| {
            // The previous value also held in every part that began before `from` without a change
            // of its own.
            while let Some(next) = steps.get(index + 1).map(|next| next.from)
                && next <= from
            {
                index += 1;
                // A change at the very first hour of a part leaves the previous value no hour of
                // it.
                if let (Some(before), Some(step)) = (before, steps.get_mut(index))
                    && next < from
                {
                    step.take(before);
                }
            }
            if let Some(step) = steps.get_mut(index) {
                step.take(free);
            }
            before = Some(free);
        });
        for step in steps.iter_mut().skip(index + 1) {
            step.take(before.unwrap_or(0));
        }
        steps
    }

    /// Calls `act` with the first of `hours` and with every later one at which the number of free
    /// nodes may change, each with the nodes free from it on.
    ///
    /// Merges three sorted lists: holes that open, holes that close, and change points of counted
    /// holds. A change that leaves the number as it was is passed on, too.
    fn each_change(&self, hours: &Range<Hour>, act: &mut dyn FnMut(Hour, u32)) {
        if hours.is_empty() {
            return;
        }
        let mut hour = hours.start;
        let mut free = self.opening(hour, 1).holes().map(|hole| hole.nodes()).sum::<u32>();
        let mut opening = self.opening_after(hour);
        let mut closing = self.closing_from(hour.plus(1));
        let counted = self.counted();
        let past = counted.edges().partition_point(|&edge| edge <= hour);
        let mut edges = counted.edges().get(past..).unwrap_or_default();
        let mut taken = counted.taken_at(hour);
        loop {
            act(hour, free.saturating_sub(taken));
            let next = [
                opening.first().map(|hole| hole.from),
                closing.first().map(|hole| hole.until),
                edges.first().copied(),
            ];
            let Some(next) = next.into_iter().flatten().min().filter(|&next| next < hours.end)
            else {
                return;
            };
            while let Some((hole, rest)) = opening.split_first().filter(|it| it.0.from == next) {
                (free, opening) = (free.saturating_add(hole.nodes()), rest);
            }
            while let Some((hole, rest)) = closing.split_first().filter(|it| it.0.until == next) {
                (free, closing) = (free.saturating_sub(hole.nodes()), rest);
            }
            if let Some((_, rest)) = edges.split_first().filter(|it| *it.0 == next) {
                (taken, edges) = (counted.taken_at(next), rest);
            }
            hour = next;
        }
    }
}

impl FreeStep {
    fn take(&mut self, free: u32) {
        (self.least, self.most) = (self.least.min(free), self.most.max(free));
    }
}
