//! Search for the layout (ranks of each kind of parallelism) that trains fastest on given nodes.
//!
//! Exhaustive search with pruning: every combination of tensor (4), pipeline (7), context (5) and
//! ZeRO (2) ranks that divides the GPUs is tried with each number of expert ranks (7) and each
//! level of recomputation (2), some two thousand candidates at most. A candidate is dropped before
//! its memory is worked out if its states alone do not fit, or if its cost is not below the best so
//! far; so of equal costs the first one stays, which has the fewest tensor-parallel ranks.

use super::activations::Framework;
use super::band::{ratio, whole};
use super::flops::{Flops, Recompute};
use super::hardware::Gpu;
use super::memory::{Memory, Setup, memory};
use super::network::Network;
use super::params::Params;
pub use super::ranks::{FixedLayout, Layout};
use super::states::{StateBytes, share, states};
use super::utilisation;

/// A layout with its memory and its cost.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LayoutChoice {
    /// The layout.
    pub layout: Layout,
    /// Level of recomputation.
    pub recompute: Recompute,
    /// Memory of the fullest GPU.
    pub memory: Memory,
    /// Time relative to the same run with none of the costs of the layout; used only to rank
    /// layouts.
    pub cost: f64,
    /// Time spent waiting for gathered weights that computing does not hide, relative to computing.
    pub exposed: f64,
}

/// Input of the search.
#[derive(Clone, Copy, Debug)]
pub struct LayoutSearch<'a> {
    /// The model.
    pub network: &'a Network,
    /// Its parameters.
    pub params: &'a Params,
    /// Memory settings of the training run; the search chooses the recomputation unless `recompute`
    /// fixes it.
    pub setup: Setup,
    /// Level of recomputation; `None` to let the search choose.
    pub recompute: Option<Recompute>,
    /// Ranks fixed by the user, taken whether they fit or not; `None` to search.
    pub fixed: Option<FixedLayout>,
    /// The GPU.
    pub gpu: &'a Gpu,
    /// GPUs in a node.
    pub gpus_per_node: u32,
    /// Tokens of a step, all ranks together.
    pub batch_tokens: f64,
    /// FLOPs of a token in training.
    pub flops: Flops,
    /// Sustained FLOP/s of one GPU.
    pub speed: f64,
}

/// Share of a GPU's memory that a layout may plan with.
///
/// A judgement: 8 % stay free for what no estimate covers. `docs/sizing.md` (2026-11-29) gives the
/// same figure.
pub const PLANNED: f64 = 0.92;

/// Tensor-parallel ranks to try. A judgement: they stay within a node, and nodes have 8 GPUs.
const TENSOR: [u32; 4] = [1, 2, 4, 8];
/// Pipeline stages to try. A judgement: doublings, up to the depth of the model.
const STAGES: [u32; 7] = [1, 2, 4, 8, 16, 32, 64];
/// Expert-parallel ranks to try. A judgement: doublings; those that do not divide the experts drop
/// out.
const EXPERTS: [u32; 7] = [1, 2, 4, 8, 16, 32, 64];

impl LayoutSearch<'_> {
    /// Returns the layout on `nodes` nodes with the lowest cost of those that fit, or `None`.
    ///
    /// Ranks fixed by the user are the only candidate, and are not held against the memory.
    ///
    /// ```
    /// use jari::sizing::layout::{Layout, LayoutSearch};
    /// # use jari::sizing::{activations::Framework, flops::{self, Recompute, Trained}};
    /// # use jari::sizing::{hardware::H200, known, memory::Setup, params::params};
    /// # use jari::sizing::states::Optimizer;
    /// # let setup = Setup { optimizer: Optimizer::Adam, framework: Framework::Megatron,
    /// #     recompute: Recompute::Full, seq: 4_096.0, micro_batch: 1.0, adapter_rank: 0,
    /// #     four_bits: false, sequence_parallel: true, train_tables: false, reference: false,
    /// #     offload: false };
    /// let network = known::find("llama-3.1-70b").unwrap().arch.network();
    /// let params = params(&network);
    /// let all = Trained::All;
    /// let flops = flops::training(&network, &params, 4_096.0, all, 0.0, Recompute::Full);
    /// let search = LayoutSearch { network: &network, params: &params, setup, recompute: None,
    ///     fixed: None, gpu: &H200, gpus_per_node: 8, batch_tokens: 4_194_304.0, flops,
    ///     speed: 350e12 }; // FLOP/s of a GPU
    /// assert_eq!(search.best(1), None); // states take 1.13 TB, a node may plan with 1.11
    /// let Layout { tp, dp, zero, .. } = search.best(16).unwrap().layout;
    /// assert_eq!((tp, dp, zero), (4, 32, 1));
    /// ```
    #[must_use]
    pub fn best(&self, nodes: u32) -> Option<LayoutChoice> {
        let gpus = nodes.saturating_mul(self.gpus_per_node);
        let mut best: Option<LayoutChoice> = None;
        if let Some(FixedLayout { tp, pp, cp, ep, zero }) = self.fixed {
            let ranks = tp.saturating_mul(pp).saturating_mul(cp).max(1);
            if gpus.is_multiple_of(ranks) {
                let layout = Layout { tp, pp, cp, ep, dp: gpus / ranks, zero, micro_batches: 1 };
                self.better(layout, &mut best);
            }
            return best;
        }
        for tp in TENSOR {
            let fits_heads = self.network.undivided(tp).is_none();
            if tp > self.gpus_per_node || !gpus.is_multiple_of(tp) || !fits_heads {
                continue;
            }
            for pp in STAGES {
                if pp > self.network.depth() || !(gpus / tp).is_multiple_of(pp) {
                    continue;
                }
                let rest = gpus / tp / pp;
                for cp in self.contexts() {
                    if !rest.is_multiple_of(cp) {
                        continue;
                    }
                    // ZeRO-3 gathers weights for each micro-batch, so it is not combined with
                    // pipeline stages.
                    for zero in [1, 3] {
                        if zero == 3 && pp > 1 {
                            continue;
                        }
                        let layout =
                            Layout { tp, pp, cp, ep: 1, dp: rest / cp, zero, micro_batches: 1 };
                        self.better(layout, &mut best);
                    }
                }
            }
        }
        best
    }

    /// Returns the context-parallel ranks to try: those that leave each at least 8,192 tokens.
    ///
    /// A judgement: splitting a sequence is for long ones only.
    fn contexts(&self) -> impl Iterator<Item = u32> {
        let most = (self.setup.seq / 8_192.0).max(1.0);
        [1, 2, 4, 8, 16].into_iter().filter(move |cp| f64::from(*cp) <= most)
    }

    /// Returns a lower bound of the bytes on a GPU: all states, or only the weights of a frozen
    /// base.
    ///
    /// Much cheaper than [`memory`], and it already rules out most layouts that do not fit.
    fn least(&self, layout: &Layout) -> f64 {
        let share = share(self.params, layout);
        let bytes = if self.setup.adapter_rank > 0 {
            // Without scales, so 0.5 and not `NF4_BYTES`: a bound may be too low, never too high.
            let weights = if self.setup.four_bits { 0.5 } else { 2.0 };
            StateBytes { weights, gradients: 0.0, optimizer: 0.0 }
        } else {
            self.setup.optimizer.bytes()
        };
        let StateBytes { weights, gradients, optimizer } = states(&share, bytes, layout);
        weights + gradients + if self.setup.offload { 0.0 } else { optimizer }
    }

    /// Replaces `best` if `layout` fits at a lower cost with some expert ranks and recomputation.
    fn better(&self, layout: Layout, best: &mut Option<LayoutChoice>) {
        let sequences = (self.batch_tokens / self.setup.seq.max(1.0)).max(1.0);
        let per_rank = sequences / f64::from(layout.dp.max(1));
        if per_rank < 1.0 {
            // More data-parallel ranks than sequences: some would have nothing to do.
            return;
        }
        let micro_batch = self.setup.micro_batch.min(per_rank).max(1.0);
        let micro_batches = whole((per_rank / micro_batch).floor()).max(1);
        let setup = Setup { micro_batch, ..self.setup };
        let layout = Layout { micro_batches, ..layout };
        let levels: &[Recompute] = match self.recompute {
            Some(Recompute::None) => &[Recompute::None],
            Some(Recompute::Selective) => &[Recompute::Selective],
            Some(Recompute::Full) => &[Recompute::Full],
            None => &[Recompute::Selective, Recompute::Full],
        };
        let room = if self.fixed.is_some() { f64::MAX } else { PLANNED * self.gpu.memory };
        let fixed = self.fixed.map(|it| [it.ep]);
        for &ep in fixed.as_ref().map_or(&EXPERTS[..], |it| &it[..]) {
            let experts = self.network.experts().map_or(1, |it| it.count);
            let ranks = layout.tp.saturating_mul(layout.cp).saturating_mul(layout.dp);
            if ep != 1
                && (ep == 0
                    || ep > ranks
                    || !ranks.is_multiple_of(ep)
                    || !experts.is_multiple_of(ep))
            {
                continue;
            }
            let layout = Layout { ep, ..layout };
            if self.least(&layout) > room {
                continue;
            }
            for recompute in levels {
                let cost = self.cost(&layout, *recompute, micro_batch);
                if best.as_ref().is_some_and(|best| best.cost <= cost) {
                    continue;
                }
                let setup = Setup { recompute: *recompute, ..setup };
                let memory = memory(self.network, self.params, &setup, &layout);
                if memory.total().central <= room {
                    let exposed = self.exposed(&layout, micro_batch);
                    *best =
                        Some(LayoutChoice { layout, recompute: *recompute, memory, cost, exposed });
                }
            }
            // Expert ranks mean nothing to a dense model, so the first candidate is the only one.
            if self.network.experts().is_none() {
                break;
            }
        }
    }

    /// Returns the time relative to the same run with none of the costs of the layout.
    ///
    /// Only for ranking, except for recomputation and the idle time of the pipeline, which also
    /// count in the run time. The figures are judgements, kept small so that they decide between
    /// layouts that are otherwise equal:
    ///
    /// - tensor parallel 0.11: derived, not chosen. Four reductions of 2 s h bytes a layer move 16
    ///   s h (t - 1) / t bytes, against 72 s h^2 / t FLOPs: 16 / 72 = 0.22, of which half is taken
    ///   as hidden.
    /// - expert ranks beyond a node 0.05, since tokens then cross the slower network, and 0.01 for
    ///   each doubling, for the exchange of tokens.
    /// - context ranks 0.02 and pipeline stages 0.01 for each doubling, for what they send to each
    ///   other.
    /// - ZeRO-3 0.02, so that of two layouts that fit stage 1 is preferred.
    /// - a whole further run for fine-tuning scripts that would have to split a layer.
    #[must_use]
    pub fn cost(&self, layout: &Layout, recompute: Recompute, micro_batch: f64) -> f64 {
        let doublings = |ranks: u32| f64::from(ranks.max(1).ilog2());
        let h = f64::from(self.network.hidden).max(1.0);
        let tensor = 0.11 * f64::from(layout.tp.saturating_sub(1)) * self.speed
            / (h * self.gpu.nvlink / 2.0);
        let sharded = self.exposed(layout, micro_batch);
        let experts =
            if layout.ep > self.gpus_per_node { 0.05 } else { 0.0 } + 0.01 * doublings(layout.ep);
        // The usual fine-tuning scripts split no layer, so such a layout is taken only if nothing
        // else fits.
        let script = self.setup.framework == Framework::HuggingFace && layout.tp.max(layout.pp) > 1;
        let again = recomputation(&self.flops, recompute) + if script { 1.0 } else { 0.0 };
        again / self.of_step(layout, recompute)
            * (1.0 + tensor + 0.02 * doublings(layout.cp) + 0.01 * doublings(layout.pp) + experts)
            * (1.0 + layout.bubble() + sharded + if layout.zero >= 3 { 0.02 } else { 0.0 })
    }

    /// Returns the share of the speed that small steps leave, 0 to 1.
    ///
    /// Fewer data-parallel ranks mean more tokens for each, so layouts differ in it.
    fn of_step(&self, layout: &Layout, recompute: Recompute) -> f64 {
        let speed = self.speed / recomputation(&self.flops, recompute);
        let gpus = layout.gpus().max(1);
        let seconds = ratio(self.batch_tokens / f64::from(gpus) * self.flops.model(), speed);
        let per_rank = self.batch_tokens / f64::from(layout.dp.max(1));
        utilisation::of_step(self.gpu, speed, per_rank, seconds, gpus / self.gpus_per_node.max(1))
    }

    /// Returns the time spent waiting for gathered weights, relative to computing.
    ///
    /// ZeRO-3 gathers weights twice and scatters gradients: 6 bytes a parameter, against 6 FLOPs
    /// for each parameter that is met and token of the micro-batch. Seven tenths of the computing
    /// hide it. The 0.7 is a judgement: layers are prefetched while others compute (arXiv
    /// 2304.11277), but not all of it overlaps.
    fn exposed(&self, layout: &Layout, micro_batch: f64) -> f64 {
        if layout.zero < 3 || layout.dp.saturating_mul(layout.cp) <= 1 {
            return 0.0;
        }
        let ranks = |it: u32| f64::from(it.max(1));
        let within = layout.gpus() <= self.gpus_per_node;
        let bytes_s = if within { self.gpu.nvlink / 2.0 } else { self.gpu.network };
        let tokens = self.setup.seq * micro_batch / ranks(layout.cp);
        // Routed experts are not gathered over expert-parallel ranks.
        let gathered =
            self.params.total() - self.params.layers_experts() * (1.0 - 1.0 / ranks(layout.ep));
        let touched = self.params.matmul().max(1.0);
        let open = gathered / touched * self.speed / (bytes_s * tokens.max(1.0));
        (open - 0.7).max(0.0)
    }
}

/// Returns the time relative to selective recomputation, at which the default utilisations were
/// measured.
#[must_use]
pub fn recomputation(flops: &Flops, recompute: Recompute) -> f64 {
    match recompute {
        Recompute::None | Recompute::Selective => 1.0,
        Recompute::Full => {
            let usual = flops.model() + flops.attention / 3.0;
            let layers = flops.recomputed.max(0.0);
            if usual > 0.0 { (flops.model() + layers).max(usual) / usual } else { 1.0 }
        }
    }
}
