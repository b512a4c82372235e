//! What there is: accelerators, providers, blocks of nodes, and holds on them.

use super::call::Call;
use super::nodes::NodeRanges;
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

    /// The source with this id.
    #[must_use]
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }
}

/// A text in both languages of the page.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Text {
    /// Korean.
    pub ko: String,
    /// English.
    pub en: String,
}

/// How much a snapshot knows of what is free.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Availability {
    /// What was published to exist; who uses it is not known.
    Nominal,
    /// With every hold that the operator knows.
    Complete,
}

/// Where a figure comes from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Id within the file.
    pub id: String,
    /// Name of the page or document.
    pub title: Text,
    /// http or https address, where there is one.
    pub url: Option<String>,
    /// The date that the page bears; where it bears none, the day on which it was read.
    pub date: Option<Hour>,
    /// How sure it is.
    pub surety: Surety,
}

/// How sure a source is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Surety {
    /// Read in the page named, or in two places that agree.
    Sure,
    /// Taken from somebody's reading of the official notice.
    ThirdParty,
    /// Arithmetic or reasoning.
    Inferred,
}

/// A GPU model. Figures are per GPU, dense; `None` where not published or not supported.
#[derive(Clone, PartialEq, Debug)]
pub struct Accelerator {
    /// Id, such as `h200`.
    pub id: String,
    /// Name, such as "NVIDIA H200 SXM".
    pub name: Text,
    /// Memory in GB (10^9 bytes).
    pub memory_gb: Option<f64>,
    /// Memory bandwidth in TB/s.
    pub bandwidth_tb_s: Option<f64>,
    /// Dense BF16 throughput in TFLOP/s.
    pub bf16_tflops: Option<f64>,
    /// Dense FP8 throughput in TFLOP/s.
    pub fp8_tflops: Option<f64>,
    /// Dense FP4 throughput in TFLOP/s.
    pub fp4_tflops: Option<f64>,
    /// NVLink bandwidth in GB/s.
    pub nvlink_gb_s: Option<f64>,
    /// Power in W.
    pub power_w: Option<f64>,
    /// How much it does, next to the file's other accelerators.
    pub relative_throughput: Option<Throughput>,
    /// Id of the source, where known.
    pub source: Option<String>,
}

impl Accelerator {
    /// One of which nothing but the id is known.
    #[must_use]
    pub fn unlisted(id: &str) -> Self {
        Self {
            id: id.to_owned(),
            name: Text { ko: id.to_owned(), en: id.to_owned() },
            memory_gb: None,
            bandwidth_tb_s: None,
            bf16_tflops: None,
            fp8_tflops: None,
            fp4_tflops: None,
            nvlink_gb_s: None,
            power_w: None,
            relative_throughput: None,
            source: None,
        }
    }
}

/// What one GPU of a model does in training, in a unit common to the file (one H200, say): the
/// ratio of two of these turns nodes of one accelerator into nodes of another.
#[derive(Clone, PartialEq, Debug)]
pub struct Throughput {
    /// The usual figure.
    pub value: f64,
    /// The least that was seen, where stated; not above `value`.
    pub low: Option<f64>,
    /// The most that was seen, where stated; not below `value`.
    pub high: Option<f64>,
    /// Id of the source, where known.
    pub source: Option<String>,
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

/// Nodes that are not free from `from` until `until`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hold {
    /// Place of its block in [`Snapshot::blocks`].
    pub block: usize,
    /// Which nodes, or how many.
    pub nodes: HoldNodes,
    /// The first hour that is held.
    pub from: Hour,
    /// The first hour that is free again, after `from`; [`Hour::MAX`] for an open end.
    pub until: Hour,
    /// What holds them.
    pub label: Text,
}

/// The nodes of a hold; named ones are ordered before counted ones.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum HoldNodes {
    /// These nodes, all within the block.
    Named(NodeRanges),
    /// So many nodes, from 1 and at most the block's; which ones is not known.
    Counted(u32),
}

impl HoldNodes {
    /// How many nodes are held.
    #[must_use]
    pub fn count(&self) -> u32 {
        match self {
            Self::Named(ranges) => ranges.count(),
            Self::Counted(count) => *count,
        }
    }
}

/// What was bought by one provider of one accelerator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Purchase {
    /// Id of the provider.
    pub provider: String,
    /// Id of the accelerator.
    pub accelerator: String,
    /// GPUs bought.
    pub bought_gpus: u32,
    /// Of these, GPUs for government use.
    pub government_gpus: u32,
    /// Id of the source, where known.
    pub source: Option<String>,
}
