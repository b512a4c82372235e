//! The search for a good way to split a run over GPUs.

use super::activations::Framework;
use super::band::{ratio, whole};
use super::flops::{Flops, Recompute};
use super::hardware::Gpu;
use super::memory::{Memory, Setup, memory};
use super::network::Network;
use super::params::Params;
pub use super::ranks::{Layout, Settled};
use super::states::{StateBytes, share, states};
use super::utilisation;

/// A layout with what it needs and costs.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct LayoutChoice {
    /// The layout.
    pub layout: Layout,
    /// What is computed twice.
    pub recompute: Recompute,
    /// Memory of the fullest GPU.
    pub memory: Memory,
    /// Time, next to the same run without any of what the layout costs: to rank layouts.
    pub cost: f64,
    /// Time of gathering weights that nothing hides, next to computing.
    pub exposed: f64,
}

/// What a search is about.
#[derive(Clone, Copy, Debug)]
pub struct LayoutSearch<'a> {
    /// The model.
    pub network: &'a Network,
    /// Its parameters.
    pub params: &'a Params,
    /// What training keeps; its recomputation is chosen unless `recompute` fixes it.
    pub setup: Setup,
    /// Recomputation, where it is not free.
    pub recompute: Option<Recompute>,
    /// The layout, where it is not free: then it is taken whether it fits or not.
    pub settled: Option<Settled>,
    /// The GPU.
    pub gpu: &'a Gpu,
    /// GPUs in a node.
    pub gpus_per_node: u32,
    /// Tokens of a step, all ranks together.
    pub batch_tokens: f64,
    /// FLOPs of a token.
    pub flops: Flops,
    /// FLOP/s that a GPU does.
    pub speed: f64,
}

/// The part of the memory that a layout may plan with: the rest is for what no estimate knows.
pub const PLANNED: f64 = 0.92;

const TENSOR: [u32; 4] = [1, 2, 4, 8];
const STAGES: [u32; 7] = [1, 2, 4, 8, 16, 32, 64];
const EXPERTS: [u32; 7] = [1, 2, 4, 8, 16, 32, 64];

impl LayoutSearch<'_> {
    /// The layout of `nodes` nodes that costs the least time among those that fit, or `None`.
    #[must_use]
    pub fn best(&self, nodes: u32) -> Option<LayoutChoice> {
        let gpus = nodes.saturating_mul(self.gpus_per_node);
        let mut best: Option<LayoutChoice> = None;
        if let Some(Settled { tp, pp, cp, ep, zero }) = self.settled {
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
                    // ZeRO-3 gathers weights for each micro-batch, and so does not go with stages.
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

    /// Context-parallel ranks worth trying: each keeps 8k tokens of a sequence.
    fn contexts(&self) -> impl Iterator<Item = u32> {
        let most = (self.setup.seq / 8_192.0).max(1.0);
        [1, 2, 4, 8, 16].into_iter().filter(move |cp| f64::from(*cp) <= most)
    }

    /// Bytes that a layout takes at least: its states, a frozen base by its weights alone. Quick to
    /// tell, and most layouts that do not fit fail by it.
    fn least(&self, layout: &Layout) -> f64 {
        let share = share(self.params, layout);
        let bytes = if self.setup.adapter_rank > 0 {
            let weights = if self.setup.four_bits { 0.5 } else { 2.0 };
            StateBytes { weights, gradients: 0.0, optimizer: 0.0 }
        } else {
            self.setup.optimizer.bytes()
        };
        let StateBytes { weights, gradients, optimizer } = states(&share, bytes, layout);
        weights + gradients + if self.setup.offload { 0.0 } else { optimizer }
    }

    /// Keeps this layout, with the fewest expert ranks and the least recomputation that fit, where
    /// it costs less than the best so far.
    fn better(&self, layout: Layout, best: &mut Option<LayoutChoice>) {
        let sequences = (self.batch_tokens / self.setup.seq.max(1.0)).max(1.0);
        let per_rank = sequences / f64::from(layout.dp.max(1));
        if per_rank < 1.0 {
            // More ranks than sequences: some would have nothing to do.
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
        let room = if self.settled.is_some() { f64::MAX } else { PLANNED * self.gpu.memory };
        let settled = self.settled.map(|it| [it.ep]);
        for &ep in settled.as_ref().map_or(&EXPERTS[..], |it| &it[..]) {
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
            if self.network.experts().is_none() {
                break;
            }
        }
    }

    /// Time next to the same run without any cost of its layout. Only to rank layouts, but for
    /// recomputation and the pipeline's idle time.
    ///
    /// Tensor parallel: four reductions of 2 s h bytes a layer against 72 s h^2 FLOPs over t, half
    /// of them hidden.
    #[must_use]
    pub fn cost(&self, layout: &Layout, recompute: Recompute, micro_batch: f64) -> f64 {
        let doublings = |ranks: u32| f64::from(ranks.max(1).ilog2());
        let h = f64::from(self.network.hidden).max(1.0);
        let tensor = 0.11 * f64::from(layout.tp.saturating_sub(1)) * self.speed
            / (h * self.gpu.nvlink / 2.0);
        let sharded = self.exposed(layout, micro_batch);
        let experts =
            if layout.ep > self.gpus_per_node { 0.05 } else { 0.0 } + 0.01 * doublings(layout.ep);
        // The usual scripts split no layer: only where nothing else fits.
        let script = self.setup.framework == Framework::HuggingFace && layout.tp.max(layout.pp) > 1;
        let again = recomputation(&self.flops, recompute) + if script { 1.0 } else { 0.0 };
        again / self.of_step(layout, recompute)
            * (1.0 + tensor + 0.02 * doublings(layout.cp) + 0.01 * doublings(layout.pp) + experts)
            * (1.0 + layout.bubble() + sharded + if layout.zero >= 3 { 0.02 } else { 0.0 })
    }

    /// What small steps leave of the speed: more tokens fall to a data-parallel rank where fewer of
    /// them share out the batch.
    fn of_step(&self, layout: &Layout, recompute: Recompute) -> f64 {
        let speed = self.speed / recomputation(&self.flops, recompute);
        let gpus = layout.gpus().max(1);
        let seconds = ratio(self.batch_tokens / f64::from(gpus) * self.flops.model(), speed);
        let per_rank = self.batch_tokens / f64::from(layout.dp.max(1));
        utilisation::of_step(self.gpu, speed, per_rank, seconds, gpus / self.gpus_per_node.max(1))
    }

    /// Time of gathering weights that nothing hides, next to computing. ZeRO-3 gathers weights twice
    /// and scatters gradients, 6 bytes a parameter, against 6 FLOPs a parameter that is met and
    /// token of the micro-batch; seven tenths of the computing hide it.
    fn exposed(&self, layout: &Layout, micro_batch: f64) -> f64 {
        if layout.zero < 3 || layout.dp.saturating_mul(layout.cp) <= 1 {
            return 0.0;
        }
        let ranks = |it: u32| f64::from(it.max(1));
        let within = layout.gpus() <= self.gpus_per_node;
        let bytes_s = if within { self.gpu.nvlink / 2.0 } else { self.gpu.network };
        let tokens = self.setup.seq * micro_batch / ranks(layout.cp);
        // Experts stay on their own ranks.
        let gathered =
            self.params.total() - self.params.layers_experts() * (1.0 - 1.0 / ranks(layout.ep));
        let touched = self.params.matmul().max(1.0);
        let open = gathered / touched * self.speed / (bytes_s * tokens.max(1.0));
        (open - 0.7).max(0.0)
    }
}

/// Time next to selective recomputation, with which usual utilisation is measured.
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
