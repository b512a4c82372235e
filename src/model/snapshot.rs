//! All that a capacity file says: blocks of nodes, holds on them, and what is known around them.

use super::accelerator::Accelerator;
use super::call::{Call, SizeRule};
use super::hold::Hold;
use super::purchase::{Notice, Purchase, Scheme};
use super::request::Request;
use super::source::Source;
use super::text::Text;
use super::time::Hour;

/// All that a capacity file says, checked.
#[derive(Clone, PartialEq, Debug)]
pub struct Snapshot {
    /// The hour that the figures describe.
    pub as_of: Hour,
    /// What this file is about.
    pub title: Text,
    /// Whether holds are known at all.
    pub availability: Availability,
    /// Where the figures come from.
    pub sources: Vec<Source>,
    /// GPU models.
    pub accelerators: Vec<Accelerator>,
    /// Who runs the nodes.
    pub providers: Vec<Provider>,
    /// Blocks, in the order of the file; a hold names its block by the place in this list.
    pub blocks: Vec<Block>,
    /// Nodes that are not free for an interval.
    pub holds: Vec<Hold>,
    /// What was bought, by provider and accelerator.
    pub purchases: Vec<Purchase>,
    /// Rounds of applications.
    pub calls: Vec<Call>,
    /// Statements that go before all figures.
    pub notices: Vec<Notice>,
    /// Schemes beside this one.
    pub elsewhere: Vec<Scheme>,
}

impl Snapshot {
    /// The accelerator with this id.
    #[must_use]
    pub fn accelerator(&self, id: &str) -> Option<&Accelerator> {
        self.accelerators.iter().find(|accelerator| accelerator.id == id)
    }

    /// The provider with this id.
    #[must_use]
    pub fn provider(&self, id: &str) -> Option<&Provider> {
        self.providers.iter().find(|provider| provider.id == id)
    }

    /// The block with this id.
    #[must_use]
    pub fn block(&self, id: &str) -> Option<&Block> {
        self.blocks.iter().find(|block| block.id == id)
    }

    /// The call with this id.
    #[must_use]
    pub fn call(&self, id: &str) -> Option<&Call> {
        self.calls.iter().find(|call| call.id == id)
    }

    /// The call that a request is made under, where it names one that there is.
    #[must_use]
    pub fn call_of(&self, request: &Request) -> Option<&Call> {
        self.call(request.call.as_deref()?)
    }

    /// What calls allow of any of these accelerators, call by call.
    pub fn call_sizes(&self, accelerators: &[String]) -> impl Iterator<Item = &SizeRule> {
        let sizes = self.calls.iter().flat_map(|call| &call.sizes);
        sizes.filter(|size| accelerators.contains(&size.accelerator))
    }

    /// The GPUs of a node, where all blocks of these accelerators have as many; those of an
    /// accelerator that no block has are its usual ones.
    #[must_use]
    pub fn gpus_per_node(&self, accelerators: &[String]) -> Option<u32> {
        let announced = accelerators.iter().filter(|id| self.is_announced(id));
        let usual = announced.map(|id| self.accelerator(id)?.gpus_per_node);
        let blocks = self.blocks.iter().filter(|block| accelerators.contains(&block.accelerator));
        let mut counts = usual.chain(blocks.map(|block| Some(block.gpus_per_node)));
        let first = counts.next()??;
        counts.all(|count| count == Some(first)).then_some(first)
    }

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// Whether the accelerator with this id is announced and no block has it yet.
    #[must_use]
    pub fn is_announced(&self, accelerator: &str) -> bool {
        self.accelerator(accelerator).is_some_and(|it| it.announced)
            && self.blocks.iter().all(|block| block.accelerator != accelerator)
    }

    /// How many nodes all blocks have.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        self.blocks.iter().fold(0, |sum, block| sum.saturating_add(block.nodes()))
    }

    /// Whether it has published holds, which a reader may leave out.
    #[must_use]
    pub fn has_published_holds(&self) -> bool {
        self.holds.iter().any(|hold| hold.published.is_some())
    }

    /// Whether what is taken follows from published facts and rules, not from holds that somebody
    /// wrote down.
    #[must_use]
    pub fn rests_on_published_facts(&self) -> bool {
        self.availability == Availability::Published && self.has_published_holds()
    }
}

/// How much a snapshot knows of what is free.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Availability {
    /// What was published to exist; who uses it is not known.
    Nominal,
    /// What published facts and rules tell of its use; what they do not tell is not free for that
    /// reason.
    Published,
    /// With every hold that the operator knows.
    Complete,
}

impl Availability {
    /// The name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Nominal => "nominal",
            Self::Published => "published",
            Self::Complete => "complete",
        }
    }

    /// Whether the file's date is the day on which published facts were looked up, and not that of a
    /// state of the nodes.
    #[must_use]
    pub const fn is_looked_up(self) -> bool {
        match self {
            Self::Nominal | Self::Published => true,
            Self::Complete => false,
        }
    }
}

/// Who runs nodes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Provider {
    /// Id, such as `nhn`.
    pub id: String,
    /// Name.
    pub name: Text,
    /// http or https address, where there is one.
    pub url: Option<String>,
}

/// Nodes of one accelerator on one fabric, at one provider.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// Id, such as `nhn-b200-a`.
    pub id: String,
    /// Name to show; the id where the file gives none.
    pub name: Text,
    /// Id of the provider; `None` where the file gives none that exists.
    pub provider: Option<String>,
    /// Id of the accelerator.
    pub accelerator: String,
    /// GPUs in a node, from 1.
    pub gpus_per_node: u32,
    /// Nodes of each leaf, in order and each from 1: leaf 1 holds the first `leaves[0]` nodes.
    pub leaves: Vec<u32>,
    /// The hour from which its nodes may be used; `None` for always.
    pub available_from: Option<Hour>,
    /// Names of the fields that are assumed, not published.
    pub assumed: Vec<String>,
    /// Id of the source, where known.
    pub source: Option<String>,
}

impl Block {
    /// How many nodes the block has.
    #[must_use]
    pub fn nodes(&self) -> u32 {
        self.leaves.iter().sum()
    }

    /// How many GPUs the block has.
    #[must_use]
    pub fn gpus(&self) -> u32 {
        self.nodes().saturating_mul(self.gpus_per_node)
    }
}
