//! An applicant's request.

use super::time::{Hour, Term};
use core::fmt;

/// A request: nodes, term, earliest start, blocks and rules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    /// Name given by the applicant; repeated in the answer.
    pub id: String,
    /// Ids of the accepted accelerators, in the order given; at least one.
    pub accelerators: Vec<String>,
    /// Ids of the blocks to answer for; `None` for all.
    pub blocks: Option<Vec<String>>,
    /// Number of nodes.
    pub nodes: NodeCount,
    /// Length of use.
    pub term: Term,
    /// Earliest start.
    pub not_before: Hour,
    /// Latest end; `None` for no limit.
    pub not_after: Option<Hour>,
    /// Required position of the nodes relative to each other.
    pub placement: Placement,
    /// Fewest nodes per part, from 1, if the nodes may be split over blocks; `None` if they may
    /// not.
    pub split: Option<u32>,
    /// Class of applicant, on which fees and rules of a call depend.
    pub class: Class,
    /// Id of the call whose rules apply; `None` for none.
    pub call: Option<String>,
}

/// Fewest and most nodes; equal for an exact number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NodeCount {
    /// Fewest useful nodes, from 1.
    pub min: u32,
    /// Most nodes wanted, not below `min`.
    pub max: u32,
}

impl NodeCount {
    /// Returns the count of exactly `nodes` nodes.
    #[must_use]
    pub const fn exactly(nodes: u32) -> Self {
        Self { min: nodes, max: nodes }
    }
}

/// Formats the count as people type it: `5`, `5~8`.
impl fmt::Display for NodeCount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.min == self.max {
            true => write!(f, "{}", self.min),
            false => write!(f, "{}~{}", self.min, self.max),
        }
    }
}

/// Required position of the nodes of an offer relative to each other.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Placement {
    /// Any nodes of one block.
    Any,
    /// Nodes of a single leaf.
    OneLeaf,
    /// Nodes of at most this many leaves, from 1.
    Leaves(u32),
    /// Whole groups of this many nodes, from 1, each group on one leaf.
    SegmentsOf(u32),
}

/// Class of applicant.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Class {
    /// A company.
    Industry,
    /// A company of young people (청년기업), as the call defines it.
    YouthCompany,
    /// A university.
    Academia,
    /// A research institute.
    Research,
}

impl Class {
    /// All classes, in the order shown.
    pub const ALL: [Self; 4] = [Self::Industry, Self::YouthCompany, Self::Academia, Self::Research];

    /// Returns the name used in files and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Industry => "industry",
            Self::YouthCompany => "youth_company",
            Self::Academia => "academia",
            Self::Research => "research",
        }
    }

    /// Returns the class with the name `id`.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.id() == id)
    }
}
