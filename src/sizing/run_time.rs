//! How long training takes.

use super::activations::Framework;
use super::band::{Band, ratio};
use super::flops::{Flops, Recompute};
use super::hardware::Gpu;
use super::layout::recomputation;
use super::network::Network;
use super::ranks::Layout;
use super::utilisation::{self, FEW, Precision, RunEvidence};

/// On what the speed of a run depends, besides its layout.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Conditions<'a> {
    /// The model.
    pub network: &'a Network,
    /// The GPU.
    pub gpu: &'a Gpu,
    /// What matrices are computed in.
    pub precision: Precision,
    /// The software.
    pub framework: Framework,
    /// Whether adapters alone are trained.
    pub adapters: bool,
    /// Whether frozen weights have four bits.
    pub four_bits: bool,
    /// Tokens of a sequence.
    pub seq: f64,
    /// FLOPs of a token, with those that full recomputation adds.
    pub flops: Flops,
    /// Utilisation as given by the user, in place of the default.
    pub given: Option<f64>,
}

/// How fast a run is.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Speed {
    /// Utilisation by default: model FLOPs over the dense BF16 peak.
    pub base: Band,
    /// The published runs that this default is held against; `None` where it was given.
    pub published: Option<RunEvidence>,
    /// By what FP8 is faster.
    pub of_precision: f64,
    /// By what recomputation is slower, from 1.
    pub of_recomputation: f64,
    /// What small steps leave, up to 1.
    pub of_step: f64,
    /// What gathering weights leaves, up to 1.
    pub of_gathering: f64,
    /// What the pipeline's idle time leaves, up to 1.
    pub of_bubble: f64,
    /// What short or padded sequences leave, up to 1.
    pub of_sequence: Band,
    /// Utilisation with all of that.
    pub utilisation: Band,
    /// Tokens a second and GPU, before failures.
    pub tokens_per_second: Band,
}

/// By what widening four-bit weights for each use is slower: 1.0 to 1.3 at long sequences.
pub const WIDENED: f64 = 1.15;
/// The idle time of a pipeline that usual utilisation already has in it.
const USUAL_BUBBLE: f64 = 0.1;

impl Conditions<'_> {
    /// FLOP/s of a GPU by the central default, for ranking layouts.
    #[must_use]
    pub fn usual_speed(&self) -> f64 {
        self.gpu.bf16 * self.base().central * self.of_precision()
    }

    fn base(&self) -> Band {
        let moe = self.network.experts().is_some();
        let default = utilisation::base(self.gpu.generation, moe, self.adapters, self.framework);
        match (self.given, self.precision) {
            (Some(given), _) => Band::exact(given),
            (None, Precision::Bf16) => default,
            // None of the published runs computed in fewer bits.
            (None, _) => FEW.times(default.central),
        }
    }

    fn published(&self) -> Option<RunEvidence> {
        let moe = self.network.experts().is_some();
        let of_kind =
            utilisation::published(self.gpu.generation, moe, self.adapters, self.framework);
        match (self.given, self.precision) {
            (Some(_), _) => None,
            (None, Precision::Bf16) => Some(of_kind),
            (None, _) => Some(RunEvidence { runs: 0, held: None }),
        }
    }

    fn of_precision(&self) -> f64 {
        if self.given.is_some() || self.precision == Precision::Bf16 {
            1.0
        } else {
            utilisation::speed_of_fp8(
                self.gpu,
                self.network.hidden,
                self.network.experts().is_some(),
            )
        }
    }

    /// Short sequences are padded, or too small for a GPU; scripts for fine-tuning do not pack them.
    fn of_sequence(&self) -> Band {
        if self.framework == Framework::HuggingFace && self.seq <= 1_024.0 && self.given.is_none() {
            Band::new(0.4, 0.75, 1.0)
        } else {
            Band::exact(1.0)
        }
    }

    /// How fast a run is with this layout, recomputation and batch; `exposed` is what
    /// [`super::layout::LayoutChoice`] tells of it.
    #[must_use]
    pub fn speed(
        &self,
        layout: &Layout,
        recompute: Recompute,
        exposed: f64,
        batch_tokens: Option<f64>,
        nodes: u32,
    ) -> Speed {
        let base = self.base();
        let of_precision = self.of_precision();
        let widened = if self.four_bits { WIDENED } else { 1.0 };
        let of_recomputation = recomputation(&self.flops, recompute) * widened;
        let gpus = f64::from(layout.gpus().max(1));
        let before_step = self.gpu.bf16 * base.central * of_precision / of_recomputation;
        let of_step = batch_tokens.map_or(1.0, |batch| {
            let seconds = ratio(batch / gpus * self.flops.model(), before_step);
            let per_rank = batch / f64::from(layout.dp.max(1));
            utilisation::of_step(self.gpu, before_step, per_rank, seconds, nodes)
        });
        let of_gathering = 1.0 / (1.0 + exposed.max(0.0));
        let bubble = layout.bubble();
        let of_bubble = ((1.0 + USUAL_BUBBLE) / (1.0 + bubble)).min(1.0);
        let of_sequence = self.of_sequence();
        let all = of_precision / of_recomputation * of_step * of_gathering * of_bubble;
        let utilisation = Band::new(
            base.low * of_sequence.low * all,
            base.central * of_sequence.central * all,
            base.high * of_sequence.high * all,
        );
        let flops = self.flops.model();
        Speed {
            base,
            published: self.published(),
            of_precision,
            of_recomputation,
            of_step,
            of_gathering,
            of_bubble,
            of_sequence,
            utilisation,
            tokens_per_second: Band::new(
                ratio(self.gpu.bf16 * utilisation.low, flops),
                ratio(self.gpu.bf16 * utilisation.central, flops),
                ratio(self.gpu.bf16 * utilisation.high, flops),
            ),
        }
    }
}

/// GPU-hours of `tokens` at this speed and goodput: tokens / (tokens/s) / goodput / 3600.
#[must_use]
pub fn gpu_hours(tokens: f64, speed: &Speed, goodput: Band) -> Band {
    let per_second = Band::new(
        speed.tokens_per_second.low * goodput.low,
        speed.tokens_per_second.central * goodput.central,
        speed.tokens_per_second.high * goodput.high,
    );
    per_second.divide(tokens).times(1.0 / 3_600.0)
}
