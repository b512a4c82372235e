//! Synthetic round with the published sums, for demonstration and tests. None of its projects
//! exists.

use super::round::MAX_PROJECTS;
use super::sizes::SizeDistribution;
use super::sums::RoundSums;
use crate::model::{Class, SplitMix64};

/// Application of a synthetic round.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct SyntheticApplication {
    /// Nodes requested.
    pub size: u32,
    /// Class of the applicant.
    pub class: Class,
}

/// Joint request of a group of applicants.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct GroupAsk {
    /// Classes in the group, each with its weight: the assumed share of the group's projects.
    pub classes: Vec<(Class, u32)>,
    /// Nodes that the group asked for.
    pub nodes: u32,
}

impl GroupAsk {
    /// Returns the groups of call 25-1: academia asked for 8,600 GPUs, industry and research
    /// together for 5,112, at 8 per node (newsis NISX20260303_0003532105).
    ///
    /// The split between industry and research was not published; it is assumed to equal that of
    /// their awards, 1,288 and 312 GPUs.
    #[must_use]
    pub fn of_call_25_1() -> Vec<Self> {
        vec![
            Self { classes: vec![(Class::Academia, 1)], nodes: 1_075 },
            Self { classes: vec![(Class::Industry, 1_288), (Class::Research, 312)], nodes: 639 },
        ]
    }
}

/// Generates a synthetic round with the projects and nodes of `sums`, in random order.
///
/// Sizes follow the maximum-entropy distribution, adjusted by one here and there until they add up.
/// Each group gets its nodes exactly, and projects in proportion to them, as if all groups asked
/// for the same number of nodes per project. The accelerator of each application was not published:
/// the caller has to assume it.
///
/// Without `groups` all applications are of the class industry. `None` if the groups do not add up
/// to the sums, if there is no distribution of sizes, or if there are more than 100,000 projects.
#[must_use]
pub fn synthetic_round(
    seed: u64,
    sums: &RoundSums,
    groups: &[GroupAsk],
) -> Option<Vec<SyntheticApplication>> {
    let whole = [GroupAsk { classes: vec![(Class::Industry, 1)], nodes: sums.nodes_asked }];
    let groups = if groups.is_empty() { &whole } else { groups };
    let nodes: u64 = groups.iter().map(|group| u64::from(group.nodes)).sum();
    if nodes != u64::from(sums.nodes_asked) || sums.projects_asked > MAX_PROJECTS {
        return None;
    }
    let mut numbers = SplitMix64::new(seed);
    let weights: Vec<u32> = groups.iter().map(|group| group.nodes).collect();
    let mut applications = Vec::new();
    for (group, projects) in groups.iter().zip(shared_out(sums.projects_asked, &weights)) {
        let sizes = sizes(&mut numbers, sums, projects, group.nodes)?;
        let weights: Vec<u32> = group.classes.iter().map(|(_, weight)| *weight).collect();
        let counts = shared_out(projects, &weights);
        let classes = group.classes.iter().zip(counts);
        let classes = classes.flat_map(|((class, _), count)| (0..count).map(|_| *class));
        let made = sizes.into_iter().zip(classes);
        applications.extend(made.map(|(size, class)| SyntheticApplication { size, class }));
    }
    shuffle(&mut applications, &mut numbers);
    (applications.len() == sums.projects_asked as usize).then_some(applications)
}

/// Draws the sizes of `projects` projects so that they add up to `nodes`.
fn sizes(
    numbers: &mut SplitMix64,
    sums: &RoundSums,
    projects: u32,
    nodes: u32,
) -> Option<Vec<u32>> {
    if projects == 0 {
        return (nodes == 0).then(Vec::new);
    }
    let mean = f64::from(nodes) / f64::from(projects);
    let distribution = SizeDistribution::new(sums.least, sums.most, mean)?;
    let mut sizes: Vec<u32> =
        (0..projects).map(|_| distribution.size(numbers.next_u64())).collect();
    let mut sum: u64 = sizes.iter().map(|size| u64::from(*size)).sum();
    // Terminates: the mean lies between the least and the most, so some size can always move
    // towards the target.
    while sum != u64::from(nodes) {
        let index = numbers.next_below(projects) as usize;
        let Some(size) = sizes.get_mut(index) else { continue };
        if sum < u64::from(nodes) && *size < sums.most {
            *size += 1;
            sum += 1;
        } else if sum > u64::from(nodes) && *size > sums.least {
            *size -= 1;
            sum -= 1;
        }
    }
    Some(sizes)
}

/// Divides `whole` into integer parts by weight that add up to it: the cumulative cuts are rounded,
/// so no remainder is left over.
fn shared_out(whole: u32, weights: &[u32]) -> Vec<u32> {
    let all: u64 = weights.iter().map(|weight| u64::from(*weight)).sum();
    let (mut until, mut before) = (0, 0);
    let part = |weight: &u32| {
        until += u64::from(*weight);
        // Rounded to nearest; with all weights 0 nobody has a part.
        let cut = (u64::from(whole) * until + all / 2).checked_div(all).unwrap_or(0);
        let part = cut - before;
        before = cut;
        u32::try_from(part).unwrap_or(0)
    };
    weights.iter().map(part).collect()
}

/// Shuffles the applications (Fisher–Yates, from the end).
fn shuffle(applications: &mut [SyntheticApplication], numbers: &mut SplitMix64) {
    for end in (1..applications.len()).rev() {
        let below = u32::try_from(end + 1).unwrap_or(u32::MAX);
        applications.swap(end, numbers.next_below(below) as usize);
    }
}
