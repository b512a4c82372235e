//! Run time of training: utilisation under given conditions, tokens per second and GPU-hours.

use super::activations::Framework;
use super::band::{Band, ratio};
use super::flops::{Flops, Recompute};
use super::hardware::Gpu;
use super::layout::recomputation;
use super::network::Network;
use super::ranks::Layout;
use super::utilisation::{self, FEW, Precision, RunEvidence};

/// Everything but the layout that the speed of a run depends on.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Conditions<'a> {
    /// The model.
    pub network: &'a Network,
    /// The GPU.
    pub gpu: &'a Gpu,
    /// Precision in which matrices are computed.
    pub precision: Precision,
    /// Training software.
    pub framework: Framework,
    /// `true` if only adapters are trained.
    pub adapters: bool,
    /// `true` if frozen weights have four bits.
    pub four_bits: bool,
    /// Tokens of a sequence.
    pub seq: f64,
    /// FLOPs of a token, including those that full recomputation adds.
    pub flops: Flops,
    /// Utilisation given by the user in place of the default.
    pub given: Option<f64>,
}

/// Speed of a run, with the factors that it is made of.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Speed {
    /// Utilisation before the factors: model FLOPs over the dense BF16 peak.
    pub base: Band,
    /// Published runs that this default is held against; `None` if the user gave the utilisation.
    pub published: Option<RunEvidence>,
    /// Factor by which FP8 is faster, from 1.
    pub of_precision: f64,
    /// Factor by which recomputation is slower, from 1.
    pub of_recomputation: f64,
    /// Share of the speed that small steps leave, up to 1.
    pub of_step: f64,
    /// Share of the speed that gathering weights leaves, up to 1.
    pub of_gathering: f64,
    /// Share of the speed that the idle time of the pipeline leaves, up to 1.
    pub of_bubble: f64,
    /// Share of the speed that short or padded sequences leave, up to 1.
    pub of_sequence: Band,
    /// Utilisation after all factors.
    pub utilisation: Band,
    /// Tokens per second and GPU, before failures and restarts.
    pub tokens_per_second: Band,
}

/// Factor by which widening four-bit weights at each use slows a run.
///
/// Source: README of github.com/QwenLM/Qwen (read November 2026), QLoRA over LoRA 1.0 to 1.3 from
/// 4,096 tokens on. A judgement: the middle of it.
pub const WIDENED: f64 = 1.15;
/// Idle time of a pipeline that the default utilisation already includes, relative to computing.
///
/// A judgement: the runs that set the default include pipelined ones, so some of it is in there.
const USUAL_BUBBLE: f64 = 0.1;

impl Conditions<'_> {
    /// Returns the FLOP/s of one GPU at the central default utilisation, for ranking layouts.
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
            // No published whole run computed in fewer bits, so the band is that of kinds with few
            // runs.
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

    /// Returns the share of the speed that short sequences leave in fine-tuning scripts.
    ///
    /// They are padded, or too small to fill a GPU, and those scripts do not pack them. A
    /// judgement: 0.4 to 1.0 at up to 1,024 tokens. Published is that QLoRA takes 2.5 to 3.3 times
    /// as long as LoRA at 256 tokens (README of QwenLM/Qwen) and that Alpaca 7B reached at most
    /// 12 %.
    fn of_sequence(&self) -> Band {
        if self.framework == Framework::HuggingFace && self.seq <= 1_024.0 && self.given.is_none() {
            Band::new(0.4, 0.75, 1.0)
        } else {
            Band::exact(1.0)
        }
    }

    /// Returns the speed of a run with this layout, recomputation and batch.
    ///
    /// `exposed` is that of [`super::layout::LayoutChoice`]; without `batch_tokens` steps count as
    /// large.
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
        // At most 1: less idle time than usual is not credited.
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

/// Returns the GPU-hours of `tokens` tokens: tokens / (tokens/s) / goodput / 3600.
///
/// ```
/// use jari::sizing::{band::Band, run_time::{Speed, gpu_hours}};
/// let speed = Speed { tokens_per_second: Band::new(8e3, 1e4, 1.25e4), ..Speed::default() };
/// let hours = gpu_hours(3.6e11, &speed, Band::exact(0.8));
/// assert_eq!(hours, Band::new(10_000.0, 12_500.0, 15_625.0));
/// ```
#[must_use]
pub fn gpu_hours(tokens: f64, speed: &Speed, goodput: Band) -> Band {
    let per_second = Band::new(
        speed.tokens_per_second.low * goodput.low,
        speed.tokens_per_second.central * goodput.central,
        speed.tokens_per_second.high * goodput.high,
    );
    per_second.divide(tokens).times(1.0 / 3_600.0)
}
