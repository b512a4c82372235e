//! The content of a capacity file: blocks of nodes, holds on them, and related facts.

use super::accelerator::Accelerator;
use super::call::{Call, SizeRule};
use super::hold::Hold;
use super::purchase::{Notice, Purchase, Scheme};
use super::request::Request;
use super::source::Source;
use super::text::Text;
use super::time::Hour;
use std::sync::Arc;

/// The content of a capacity file, after all checks.
///
/// Lists that no assumption changes are shared: each scenario of a file is a copy of its snapshot.
#[derive(Clone, PartialEq, Debug)]
pub struct Snapshot {
    /// Hour that the figures describe.
    pub as_of: Hour,
    /// Title of the file.
    pub title: Text,
    /// Extent of the file's knowledge of holds.
    pub availability: Availability,
    /// Sources of the figures.
    pub sources: Arc<Vec<Source>>,
    /// GPU models.
    pub accelerators: Vec<Accelerator>,
    /// Providers, which run the nodes.
    pub providers: Arc<Vec<Provider>>,
    /// Blocks, in the order of the file; a hold names its block by its index in this list.
    pub blocks: Vec<Block>,
    /// Nodes that are not free for an interval.
    pub holds: Vec<Hold>,
    /// Purchases, by provider and accelerator.
    pub purchases: Arc<Vec<Purchase>>,
    /// Calls for applications.
    pub calls: Arc<Vec<Call>>,
    /// Statements shown before all figures.
    pub notices: Arc<Vec<Notice>>,
    /// Other schemes beside this programme.
    pub elsewhere: Arc<Vec<Scheme>>,
}

impl Snapshot {
    /// Returns the accelerator with this id.
    #[must_use]
    pub fn accelerator(&self, id: &str) -> Option<&Accelerator> {
        self.accelerators.iter().find(|accelerator| accelerator.id == id)
    }

    /// Returns the provider with this id.
    #[must_use]
    pub fn provider(&self, id: &str) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.id == id)
    }

    /// Returns the block with this id.
    #[must_use]
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }

    /// Returns the call with this id.
    #[must_use]
    pub fn call(&self, id: &str) -> Option<&Call> {
        self.calls.iter().find(|call| call.id == id)
    }

    /// Returns the call named by `request`, if it names one that exists.
    #[must_use]
    pub fn call_of(&self, request: &Request) -> Option<&Call> {
        self.call(request.call.as_deref()?)
    }

    /// Returns the size rules of all calls for any of these accelerators, call by call.
    pub fn call_sizes(&self, accelerators: &[String]) -> impl Iterator<Item = &SizeRule> {
        let sizes = self.calls.iter().flat_map(|call| &call.sizes);
        sizes.filter(|size| accelerators.contains(&size.accelerator))
    }

    /// Returns the GPUs per node if all blocks of these accelerators have the same number.
    ///
    /// An announced accelerator that no block has counts with its usual number.
    #[must_use]
    pub fn gpus_per_node(&self, accelerators: &[String]) -> Option<u32> {
        let announced = accelerators.iter().filter(|id| self.is_announced(id));
        let usual = announced.map(|id| self.accelerator(id)?.gpus_per_node);
        let blocks = self.blocks.iter().filter(|block| accelerators.contains(&block.accelerator));
        let mut counts = usual.chain(blocks.map(|block| Some(block.gpus_per_node)));
        // The inner `None` is an announced accelerator whose number is not known.
        let first = counts.next()??;
        counts.all(|count| count == Some(first)).then_some(first)
    }

    /// Returns the source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// Returns `true` if the accelerator with this id is announced and no block has it yet.
    #[must_use]
    pub fn is_announced(&self, accelerator: &str) -> bool {
        self.accelerator(accelerator).is_some_and(|it| it.announced)
            && self.blocks.iter().all(|block| block.accelerator != accelerator)
    }

    /// Returns the number of nodes of all blocks; saturates.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        self.blocks.iter().fold(0, |sum, block| sum.saturating_add(block.nodes()))
    }

    /// Returns `true` if there are published holds, which a reader may leave out.
    #[must_use]
    pub fn has_published_holds(&self) -> bool {
        self.holds.iter().any(|hold| hold.published.is_some())
    }

    /// Returns `true` if occupancy follows from published facts and rules, not from holds that
    /// somebody recorded.
    #[must_use]
    pub fn rests_on_published_facts(&self) -> bool {
        self.availability == Availability::Published && self.has_published_holds()
    }
}

/// Extent of a snapshot's knowledge of free nodes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Availability {
    /// Nodes published to exist; their use is not known.
    Nominal,
    /// Use as implied by published facts and rules; nodes they do not mention are not necessarily
    /// free.
    Published,
    /// Every hold that the operator knows.
    Complete,
}

impl Availability {
    /// Returns the name used in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nominal => "nominal",
            Self::Published => "published",
            Self::Complete => "complete",
        }
    }

    /// Returns `true` if the file's date is the day on which published facts were looked up, not
    /// the date of a state of the nodes.
    #[must_use]
    pub const fn is_looked_up(self) -> bool {
        match self {
            Self::Nominal | Self::Published => true,
            Self::Complete => false,
        }
    }
}

/// An organisation that runs nodes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provider {
    /// Id, such as `nhn`.
    pub id: String,
    /// Name.
    pub name: Text,
    /// http or https address, if there is one.
    pub url: Option<String>,
}

/// Nodes of one accelerator on one fabric, at one provider.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// Id, such as `nhn-b200-a`.
    pub id: String,
    /// Display name; the id if the file gives none.
    pub name: Text,
    /// Id of the provider; `None` if the file names none that exists.
    pub provider: Option<String>,
    /// Id of the accelerator.
    pub accelerator: String,
    /// GPUs per node, from 1.
    pub gpus_per_node: u32,
    /// Nodes of each leaf, in order and each from 1: leaf 1 has the first `leaves[0]` nodes.
    pub leaves: Vec<u32>,
    /// Hour from which its nodes may be used; `None` for always.
    pub available_from: Option<Hour>,
    /// Names of the fields that are assumed rather than published.
    pub assumed: Vec<String>,
    /// Id of the source, if known.
    pub source: Option<String>,
}

impl Block {
    /// Returns the number of nodes of the block.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        // Cannot overflow: the leaves of a checked block add up to at most `MAX_NODES`.
        self.leaves.iter().sum()
    }

    /// Returns the number of GPUs of the block; saturates.
    #[must_use]
    pub fn gpus(&self) -> u32 {
        self.nodes().saturating_mul(self.gpus_per_node)
    }
}
