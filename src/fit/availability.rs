//! Free nodes of one block over time.

use super::calendar::Calendar;
use crate::model::Hour;
use core::ops::Range;

/// Free nodes from one hour on, until the next step.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct FreeStep {
    /// The first hour.
    pub from: Hour,
    /// The fewest that are free at an hour of the step.
    pub least: u32,
    /// The most that are; the same where the steps are exact.
    pub most: u32,
}

/// Free nodes over some hours, step by step.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct FreeOverTime {
    /// The first begins with the first hour; none where there are no hours.
    pub steps: Vec<FreeStep>,
    /// Whether a step is all the hours at which the same number is free. Otherwise all steps are
    /// equally long, to within an hour.
    pub is_exact: bool,
}

impl FreeOverTime {
    /// The step of an hour: the last one that begins no later.
    #[must_use]
    pub fn at(&self, hour: Hour) -> Option<FreeStep> {
        let behind = self.steps.partition_point(|step| step.from <= hour);
        self.steps.get(behind.checked_sub(1)?).copied()
    }
}

impl Calendar {
    /// The free nodes at `hours`, by named and counted holds: exactly where `most_steps` steps
    /// are enough for it, else the fewest and the most of so many equal parts of the time.
    ///
    /// One pass over what opens and closes, or two.
    #[must_use]
    pub fn free_over(&self, hours: &Range<Hour>, most_steps: usize) -> FreeOverTime {
        let mut steps: Vec<FreeStep> = Vec::new();
        let mut is_exact = true;
        self.each_change(hours, &mut |from, free| {
            if steps.last().is_some_and(|step| step.most == free) {
                return;
            }
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

    /// Free nodes times hours, over `hours`.
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
        // No part is shorter than an hour.
        let parts = (parts as u64).min(length);
        let begin = |part: u64| hours.start.plus((length * part / parts.max(1)) as u32);
        let new = |part: u64| FreeStep { from: begin(part), least: u32::MAX, most: 0 };
        let mut steps: Vec<FreeStep> = (0..parts).map(new).collect();
        let mut place = 0;
        let mut before = None;
        self.each_change(hours, &mut |from, free| {
            // What was free until now still was in the parts that end here or began before.
            while let Some(next) = steps.get(place + 1).map(|next| next.from)
                && next <= from
            {
                place += 1;
                // At the first hour of this part the number may be about to change.
                if let (Some(before), Some(step)) = (before, steps.get_mut(place))
                    && next < from
                {
                    step.take(before);
                }
            }
            if let Some(step) = steps.get_mut(place) {
                step.take(free);
            }
            before = Some(free);
        });
        for step in steps.iter_mut().skip(place + 1) {
            step.take(before.unwrap_or(0));
        }
        steps
    }

    /// Calls `act` with the first of `hours` and each one at which something changes, and with
    /// how many nodes are free from it on.
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
