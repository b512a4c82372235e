//! What an applicant asks for.

use super::time::{Hour, Term};
use core::fmt;

/// A request: what is asked, from when, where and under which rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    /// The applicant's own name for it; echoed in the answer.
    pub id: String,
    /// Ids of the accelerators that are accepted, in the order given; at least one.
    pub accelerators: Vec<String>,
    /// Ids of the blocks to answer for; `None` for all.
    pub blocks: Option<Vec<String>>,
    /// How many nodes.
    pub nodes: NodeCount,
    /// How long.
    pub term: Term,
    /// The earliest start.
    pub not_before: Hour,
    /// The latest end; `None` for none.
    pub not_after: Option<Hour>,
    /// How the nodes must lie to each other.
    pub placement: Placement,
    /// Whether the nodes may be split over blocks, and then the fewest nodes of a part, from 1.
    pub split: Option<u32>,
    /// Who applies: fees and rules of a call depend on it.
    pub class: Class,
    /// Id of the call whose rules it is held against; `None` for none.
    pub call: Option<String>,
}

/// Least and most nodes; equal where exactly so many are asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NodeCount {
    /// The fewest nodes that are of use, from 1.
    pub min: u32,
    /// The most nodes that are wanted, not below `min`.
    pub max: u32,
}

impl NodeCount {
    /// Exactly `nodes`.
    #[must_use]
    pub const fn exactly(nodes: u32) -> Self {
        Self { min: nodes, max: nodes }
    }
}

/// As people type it: `5`, `5~8`.
impl fmt::Display for NodeCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.min == self.max {
            true => write!(f, "{}", self.min),
            false => write!(f, "{}~{}", self.min, self.max),
        }
    }
}

/// How the nodes of an offer must lie to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Placement {
    /// Anywhere in one block.
    Any,
    /// All on one leaf.
    OneLeaf,
    /// On at most so many leaves, from 1.
    Leaves(u32),
    /// In whole groups of so many nodes, from 1, each group on one leaf.
    SegmentsOf(u32),
}

/// Who applies.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Class {
    /// A company.
    Industry,
    /// A young people's company (청년기업), as the call defines it.
    YouthCompany,
    /// A university.
    Academia,
    /// A research institute.
    Research,
}

impl Class {
    /// All of them, in the order shown.
    pub const ALL: [Self; 4] = [Self::Industry, Self::YouthCompany, Self::Academia, Self::Research];

    /// The name in files and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::YouthCompany => "youth_company",
            Self::Academia => "academia",
            Self::Research => "research",
        }
    }

    /// The class with this name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.id() == id)
    }
}
