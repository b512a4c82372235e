//! Memory of the fullest GPU in training, and of one that generates text.

use super::activations::{Flow, Framework, activations};
use super::band::{Band, ratio};
use super::flops::Recompute;
use super::network::Network;
use super::params::Params;
use super::ranks::Layout;
use super::states::{NF4_BYTES, Optimizer, ParameterShare, StateBytes, share, states};

/// Memory settings of a training run that do not depend on the layout.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Setup {
    /// Optimizer.
    pub optimizer: Optimizer,
    /// Training software.
    pub framework: Framework,
    /// Level of recomputation.
    pub recompute: Recompute,
    /// Tokens of a sequence.
    pub seq: f64,
    /// Sequences of a micro-batch on one data-parallel rank.
    pub micro_batch: f64,
    /// Rank of adapters; 0 if all weights are trained.
    pub adapter_rank: u32,
    /// `true` if frozen weights have four bits (QLoRA).
    pub four_bits: bool,
    /// `true` if tensor-parallel ranks split sequences too (arXiv 2205.05198), as all frameworks do
    /// since 2022.
    pub sequence_parallel: bool,
    /// `true` if embedding and output head are trained along with adapters, as for a new
    /// vocabulary.
    pub train_tables: bool,
    /// `true` if a frozen reference model is held as well (preference tuning).
    pub reference: bool,
    /// `true` if optimizer states and master weights live in the memory of the host.
    pub offload: bool,
}

/// Bytes on the fullest GPU, by purpose.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Memory {
    /// Weights, including those of a reference model.
    pub weights: f64,
    /// Gradients.
    pub gradients: f64,
    /// Master weights and moments.
    pub optimizer: f64,
    /// Layers gathered from other ranks (ZeRO-3).
    pub gathered: Band,
    /// Copies made during an optimizer step.
    pub step: Band,
    /// Activations.
    pub activations: Band,
    /// Logits and their gradients.
    pub logits: Band,
    /// CUDA context, communication buffers and fragmentation.
    pub overhead: Band,
    /// Gradients that are never held together if the optimizer's step is fused into the backward
    /// pass.
    pub fused: f64,
    /// Factor by which the high end of the total lies further from the estimate than its parts put
    /// it.
    pub reach: f64,
}

impl Memory {
    /// Returns the sum of weights, gradients and optimizer states, which is exact.
    #[must_use]
    pub fn fixed(&self) -> f64 {
        self.weights + self.gradients + self.optimizer
    }

    /// Returns the whole memory.
    ///
    /// Copies of the step and activations are not alive at the same time, so the larger of them
    /// counts. At best, gradients also appear only as activations go, which lowers the low end.
    #[must_use]
    pub fn total(&self) -> Band {
        let work = self.activations.plus(self.logits);
        let either = Band::new(
            work.low.max(self.step.low + self.gradients - self.fused) - self.gradients,
            work.central.max(self.step.central),
            work.high.max(self.step.high),
        );
        let parts = Band::exact(self.fixed()).plus(self.gathered).plus(either);
        parts.plus(self.overhead).reaching(self.reach)
    }

    /// Returns how certain it is that a GPU with `capacity` bytes suffices.
    #[must_use]
    pub fn verdict(&self, capacity: f64) -> MemoryVerdict {
        let total = self.total();
        if total.high <= capacity {
            MemoryVerdict::Fits
        } else if total.central <= capacity {
            MemoryVerdict::Likely
        } else if total.low <= capacity {
            MemoryVerdict::Unlikely
        } else {
            MemoryVerdict::No
        }
    }
}

/// Certainty that memory suffices, most certain first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum MemoryVerdict {
    /// The high estimate fits.
    Fits,
    /// The central estimate fits, the high one does not.
    Likely,
    /// Only the low estimate fits.
    Unlikely,
    /// Not even the low estimate fits.
    No,
}

/// CUDA context, communication buffers and fragmentation, bytes.
///
/// Some 0.5 GB of context, 1 to 2 GB of buffers, and what the allocator cannot give back. A
/// judgement within that: runs of Qwen LoRA match with about 4 GB in all (as collected in November
/// 2026).
const OVERHEAD: Band = Band::new(0.5e9, 3.0e9, 5.0e9);
/// Share of everything else that fragmentation may add at the high end.
///
/// A judgement, checked with the peaks in `docs/sizing.md` ("How the bands are set").
const FRAGMENTS: f64 = 0.06;

/// Returns the memory of the fullest GPU of a layout.
///
/// Constants of parts that vary between frameworks (gathered layers, copies of a step) are ends
/// measured one by one, which `docs/sizing.md` (2026-11-29) holds against 163 peaks.
///
/// ```
/// use jari::sizing::memory::{MemoryVerdict, Setup, memory};
/// use jari::sizing::{activations::Framework, flops::Recompute, hardware::H200, known};
/// # use jari::sizing::{layout::Layout, params::params, states::Optimizer};
/// let network = known::find("llama-3.1-8b").unwrap().arch.network();
/// let setup = Setup { optimizer: Optimizer::Adam, framework: Framework::Megatron,
///     recompute: Recompute::Full, seq: 4_096.0, micro_batch: 1.0, adapter_rank: 0,
///     four_bits: false, sequence_parallel: true, train_tables: false, reference: false,
///     offload: false };
/// let on = |layout| memory(&network, &params(&network), &setup, &layout);
/// let one = on(Layout::ONE); // 16 bytes a parameter: 128 GB
/// assert_eq!((one.fixed() / 1e9).round(), 128.0);
/// assert_eq!(one.verdict(H200.memory), MemoryVerdict::Likely);
/// let eight = on(Layout { dp: 8, zero: 1, ..Layout::ONE });
/// assert_eq!(eight.verdict(H200.memory), MemoryVerdict::Fits);
/// ```
#[must_use]
pub fn memory(network: &Network, params: &Params, setup: &Setup, layout: &Layout) -> Memory {
    let share = share(params, layout);
    let adapters = setup.adapter_rank > 0;
    let StateBytes { weights, gradients, optimizer } = if adapters {
        states_beside_frozen(params, setup, layout, &share)
    } else {
        states_of_all(setup, layout, &share)
    };
    let mut memory = Memory {
        weights,
        gradients,
        optimizer: if setup.offload { 0.0 } else { optimizer },
        gathered: gathered_layers(params, setup, layout, &share),
        reach: setup.framework.reach(),
        ..Memory::default()
    };
    if !adapters && !setup.offload {
        memory.step = step_copies(setup.framework, layout, &share);
        if setup.framework != Framework::Megatron {
            memory.fused = memory.gradients;
        }
    }
    let micro_batches = f64::from(layout.micro_batches.max(1));
    // The first stage starts at most one micro-batch for each stage before the first comes back.
    let in_flight = micro_batches.min(f64::from(layout.pp.max(1)));
    let flow = Flow {
        tokens: setup.seq * setup.micro_batch,
        in_flight,
        adapters,
        sequence_parallel: setup.sequence_parallel,
    };
    let (kept, logits) =
        activations(network, params, setup.framework, setup.recompute, flow, layout);
    memory.activations = kept;
    memory.logits = logits;
    let rest = memory.fixed() + memory.activations.high + memory.logits.high;
    memory.overhead = OVERHEAD.plus(Band::new(0.0, 0.0, FRAGMENTS * rest));
    if setup.four_bits && setup.framework == Framework::HuggingFace {
        // Preparing a four-bit model widens tables and norms to 32 bits.
        memory.overhead = memory.overhead.plus(Band::new(0.0, 1.0, 2.0).times(share.tables));
    }
    memory
}

/// Returns weights, gradients and optimizer states if all weights are trained, with the weights of
/// a reference model.
fn states_of_all(setup: &Setup, layout: &Layout, share: &ParameterShare) -> StateBytes {
    let mut own = states(share, setup.optimizer.bytes(), layout);
    if setup.reference {
        own.weights += 2.0 * if layout.zero >= 3 { share.sharded(layout) } else { share.all() };
    }
    own
}

/// Returns weights, gradients and optimizer states if adapters are trained beside frozen weights.
///
/// A reference is the same model without the adapters, so nothing more is held for it.
fn states_beside_frozen(
    params: &Params,
    setup: &Setup,
    layout: &Layout,
    share: &ParameterShare,
) -> StateBytes {
    let all = share.all();
    let frozen = if setup.four_bits {
        // Tables stay in 16 bits.
        NF4_BYTES * (all - share.tables) + 2.0 * share.tables
    } else {
        2.0 * all
    };
    let split = f64::from(layout.tp.max(1)) * f64::from(layout.pp.max(1));
    // Tables that are trained are copied first, so they count beside the frozen ones.
    let tables = if setup.train_tables { share.tables } else { 0.0 };
    let dense = params.adapters(setup.adapter_rank) / split + tables;
    let trained = ParameterShare { dense, ..ParameterShare::default() };
    let mut own = states(&trained, setup.optimizer.bytes(), layout);
    let shard = if layout.zero >= 3 { ratio(share.sharded(layout), all) } else { 1.0 };
    own.weights += frozen * shard;
    own
}

/// Returns the bytes of layers and tables that are gathered from other ranks (ZeRO-3).
fn gathered_layers(
    params: &Params,
    setup: &Setup,
    layout: &Layout,
    share: &ParameterShare,
) -> Band {
    let ranks = f64::from(layout.dp.max(1)) * f64::from(layout.cp.max(1));
    if layout.zero < 3 || ranks <= 1.0 {
        return Band::default();
    }
    if layout.pp > 1 {
        // Between micro-batches of a pipeline nothing is freed: 16-bit weights stay whole, and
        // gradients wait for their reduction.
        return Band::new(2.0, 4.0, 6.0).times(share.all());
    }
    let [tp, ep] = [layout.tp, layout.ep].map(|it| f64::from(it.max(1)));
    let layers = params.depth.max(1.0);
    let layer = (params.layers_dense() + params.layers_experts() / ep) / (layers * tp);
    let bytes = if setup.four_bits { 2.0 * NF4_BYTES } else { 4.0 };
    // A judgement: two layers in 16 bits are gathered at a time, one at best and four at worst;
    // tables once, at best not at all and at worst twice (sharding as in arXiv 2304.11277).
    let gathered = Band::new(0.5, 1.0, 2.0).times(bytes * layer);
    gathered.plus(Band::new(0.0, 1.0, 2.0).times(2.0 * share.tables))
}

/// Returns the bytes of copies of gradients in 32 bits for clipping and the step, all at once or
/// part by part.
fn step_copies(framework: Framework, layout: &Layout, share: &ParameterShare) -> Band {
    let held = if layout.zero == 0 { share.all() } else { share.sharded(layout) };
    let each = match framework {
        Framework::Megatron => Band::new(0.0, 0.0, 4.0),
        Framework::Fsdp => Band::new(0.0, 1.0, 12.0),
        Framework::HuggingFace => Band::new(0.0, 4.0, 12.0),
    };
    each.times(held)
}

/// Returns the bytes of one GPU that generates text with a plain script: weights, cache, logits of
/// the prompt and context.
///
/// Some scripts copy the cache for each token. Factors and context are held against 28 measured
/// peaks ("peaks, generating text" in `docs/sizing.md`, 2026-11-29).
#[must_use]
pub fn inference(
    network: &Network,
    weights: f64,
    cache_bytes: f64,
    tokens: f64,
    sequences: f64,
) -> Band {
    let cache = super::kv::sequence_bytes(network, tokens, cache_bytes) * sequences;
    Band::new(cache, 1.3 * cache, 2.2 * cache)
        .plus(Band::exact(weights))
        .plus(Band::new(0.0, 1.0e9, 4.0e9))
}
