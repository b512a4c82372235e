//! Serving: tokens per second, and users at once.
//!
//! A step makes one token for each of B sequences: it reads the weights that are met and the cache,
//! or computes, whichever takes longer; between steps the prompts of newcomers are read.
//!
//! The constants are fitted: one set for all 100 published points of maximum throughput of an
//! inference engine, dense and experts, H100 to GB200 (github.com/NVIDIA/TensorRT-LLM,
//! `docs/source/developer-guide/perf-overview.md` at commit 03e27c7, fitted in November 2026; 94 of
//! 100 within a factor of 1.5, `docs/sizing.md`, 2026-11-29). All requests are queued there, first
//! tokens come after tens of seconds. Interactive service reaches less.

use super::band::ratio;
use super::flops::attention_forward;
use super::hardware::{Generation, Gpu};
use super::kv;
use super::network::Network;
use super::params::Params;
use super::stored::WeightStorage;
use super::utilisation::Precision;

/// Share of the memory bandwidth that a step reaches. Fitted, see the module.
const OF_BANDWIDTH: f64 = 0.65;
/// Share of the peak that matrices reach with one token for each sequence. Fitted, see the module.
const OF_PEAK_DECODING: f64 = 0.2;
/// The same for routed experts, which get few tokens each. Fitted, see the module.
const OF_PEAK_DECODING_EXPERTS: f64 = 0.08;
/// Share of the peak that matrices reach with prompts. Fitted, see the module.
const OF_PEAK_PROMPT: f64 = 0.7;
/// The same for routed experts. Fitted, see the module.
const OF_PEAK_PROMPT_EXPERTS: f64 = 0.23;
/// Share of the BF16 peak that attention over the cache reaches. Fitted, see the module.
const OF_PEAK_ATTENTION: f64 = 0.35;
/// Share of the BF16 peak that attention within a prompt reaches. Fitted, see the module.
const OF_PEAK_ATTENTION_PROMPT: f64 = 0.6;
/// Seconds of a layer in a step that nothing shortens. Fitted, see the module.
const LAYER_SECONDS: f64 = 100e-6;
/// The same for layers whose tokens are sent to experts. Fitted, see the module.
const LAYER_SECONDS_EXPERTS: f64 = 400e-6;
/// Bytes moved for each token and channel in a layer, besides matrices and cache. Fitted, see the
/// module.
const BYTES_PER_CHANNEL: f64 = 100.0;
/// Most sequences of a GPU at once. Fitted, see the module.
const MOST_SEQUENCES: f64 = 2_048.0;
/// Share of the memory that an engine gives to weights, cache and [`RESERVED`].
///
/// Source: with both figures the cache of Qwen3-235B in a log of vLLM comes out within 1.1 %
/// (180,935 tokens against 178,880; collected November 2026).
const OF_MEMORY: f64 = 0.9;
/// Bytes of context, buffers and graphs, 3.5 GiB. Source: as for [`OF_MEMORY`].
const RESERVED: f64 = 3.5 * super::hardware::GIB;
/// Factor by which the estimate may be off, either way.
///
/// Source: 94 of the 100 published points lie within it (`docs/sizing.md`, 2026-11-29).
pub const SPREAD: f64 = 1.5;

/// A model in service.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Service<'a> {
    /// The model.
    pub network: &'a Network,
    /// Its parameters.
    pub params: &'a Params,
    /// The GPU.
    pub gpu: &'a Gpu,
    /// GPUs that hold one copy of the model.
    pub gpus: u32,
    /// Precision of the weights.
    pub precision: Precision,
    /// Storage of the weights, if they are served as their file has them.
    pub stored: Option<&'a WeightStorage>,
    /// Bytes of a cached number.
    pub cache_bytes: f64,
    /// `true` if attention is copied to each GPU, and only experts are split.
    pub copied_attention: bool,
    /// Tokens of a prompt.
    pub prompt: f64,
    /// Tokens of an answer.
    pub answer: f64,
}

/// Speed of one copy of the model at a number of sequences.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Rate {
    /// Sequences at once.
    pub sequences: f64,
    /// Seconds between two tokens of a sequence, with prompts of others in between.
    pub token_seconds: f64,
    /// Seconds of these for reading weights and cache.
    pub reading: f64,
    /// Seconds of these for computing, at the same time as reading.
    pub computing: f64,
    /// Seconds of these that nothing shortens, a fixed time for each layer.
    pub fixed: f64,
    /// Seconds of these for each sequence, to move its token through the layers.
    pub moved: f64,
    /// Seconds of these for prompts of others.
    pub prompts: f64,
    /// Answer tokens per second, all sequences of the copy together.
    pub tokens_per_second: f64,
    /// Seconds to read a prompt with nothing else to do: a lower bound of the time to the first
    /// token.
    pub prompt_seconds: f64,
}

impl Service<'_> {
    /// Returns the bytes of a weight, with scales.
    ///
    /// FP4 has an 8-bit scale for every 16 weights (0.5 + 1 / 16), four-bit integers a 16-bit scale
    /// and a zero for every 128 (0.5 + 2.5 / 128), both rounded.
    #[must_use]
    pub const fn weight_bytes(&self) -> f64 {
        match self.precision {
            Precision::Bf16 => 2.0,
            Precision::Fp8 => 1.0,
            Precision::Fp4 => 0.56,
            Precision::Int4 => 0.52,
            Precision::Int8 => 1.0,
        }
    }

    /// Returns `true` if weights are widened to BF16 for computing: integers, and FP4 on GPUs
    /// without it.
    const fn widened(&self) -> bool {
        match self.precision {
            Precision::Int4 | Precision::Int8 => true,
            Precision::Fp4 => !matches!(self.gpu.generation, Generation::Blackwell),
            Precision::Bf16 | Precision::Fp8 => false,
        }
    }

    /// Returns the peak of the matrices, FLOP/s of one GPU.
    fn peak(&self) -> f64 {
        match self.precision {
            _ if self.widened() => self.gpu.bf16,
            Precision::Bf16 | Precision::Int4 | Precision::Int8 => self.gpu.bf16,
            Precision::Fp8 => self.gpu.fp8,
            Precision::Fp4 => self.gpu.fp4,
        }
    }

    /// Returns the bytes of weights within one copy of the model: `(met by all tokens, routed
    /// experts)`.
    fn weights(&self) -> (f64, f64) {
        let copies = if self.copied_attention { f64::from(self.gpus.max(1)) } else { 1.0 };
        if let Some(stored) = self.stored {
            let (all, experts) = stored.weights(self.params);
            return (all * copies, experts);
        }
        let experts = self.params.layers_experts();
        let bytes = self.weight_bytes();
        ((self.params.total() - experts) * copies * bytes, experts * bytes)
    }

    /// Returns the bytes of all weights on all GPUs of the copy.
    #[must_use]
    pub fn all_weights(&self) -> f64 {
        let (all, experts) = self.weights();
        all + experts
    }

    /// Returns the bytes left for the cache on all GPUs of the copy; negative if not even the
    /// weights fit.
    #[must_use]
    pub fn cache_room(&self) -> f64 {
        let gpus = f64::from(self.gpus.max(1));
        let (all, experts) = self.weights();
        gpus * (OF_MEMORY * self.gpu.memory - RESERVED) - all - experts
    }

    /// Returns the tokens of a sequence half way through its answer.
    #[must_use]
    pub const fn mean_tokens(&self) -> f64 {
        self.prompt + self.answer / 2.0
    }

    /// Returns the bytes of cache of a sequence half way through its answer, on all GPUs of the
    /// copy.
    #[must_use]
    pub fn sequence_bytes(&self) -> f64 {
        let tokens = self.mean_tokens();
        if self.copied_attention {
            return kv::sequence_bytes(self.network, tokens, self.cache_bytes);
        }
        // With fewer heads than GPUs, some GPUs hold the same ones, so this counts more than one
        // copy.
        let gpus = self.gpus.max(1);
        f64::from(gpus) * kv::bytes_per_gpu(self.network, tokens, self.cache_bytes, gpus)
    }

    /// Returns the most sequences at once that memory has room for.
    #[must_use]
    pub fn most_sequences(&self) -> f64 {
        let room = ratio(self.cache_room(), self.sequence_bytes()).floor();
        let gpus = if self.copied_attention { f64::from(self.gpus.max(1)) } else { 1.0 };
        room.min(MOST_SEQUENCES * gpus)
    }

    /// Returns the speed of one copy with `sequences` sequences at once, at least 1.
    #[must_use]
    pub fn rate(&self, sequences: f64) -> Rate {
        let sequences = sequences.max(1.0);
        let gpus = f64::from(self.gpus.max(1));
        let [layers, hidden] = [self.network.depth(), self.network.hidden].map(f64::from);
        let params = self.params;
        let routed = self.network.experts();
        let is_moe = routed.is_some();
        // An expert is read once for all sequences that meet it.
        let met_by_any = routed.map_or(0.0, |it| it.met_by_any(sequences));
        let (all, experts) = self.weights();
        let bandwidth = OF_BANDWIDTH * self.gpu.bandwidth * gpus;
        let reading = (all + experts * met_by_any + sequences * self.sequence_bytes()) / bandwidth;

        let peak = self.peak() * gpus;
        let met = params.experts_met;
        let rest = params.matmul() - met;
        let tokens = self.mean_tokens();
        let attention = self.network.sum(|layer| layer.decoding_flops(tokens))
            / (OF_PEAK_ATTENTION * self.gpu.bf16 * gpus);
        let computing = sequences
            * (2.0 * rest / (OF_PEAK_DECODING * peak)
                + 2.0 * met / (OF_PEAK_DECODING_EXPERTS * peak)
                + attention);
        let moved = BYTES_PER_CHANNEL * layers * hidden / (self.gpu.bandwidth * gpus);
        let fixed = layers * if is_moe { LAYER_SECONDS_EXPERTS } else { LAYER_SECONDS };
        let step = reading.max(computing) + fixed + sequences * moved;

        let within = attention_forward(self.network, self.prompt);
        let prompt_seconds = self.prompt
            * (2.0 * rest / (OF_PEAK_PROMPT * peak)
                + 2.0 * met / (OF_PEAK_PROMPT_EXPERTS * peak)
                + within / (OF_PEAK_ATTENTION_PROMPT * self.gpu.bf16 * gpus)
                + moved);
        // Each sequence brings one prompt for every answer, spread over the steps of that answer.
        let prompts = ratio(sequences * prompt_seconds, self.answer.max(1.0));
        let token_seconds = step + prompts;
        Rate {
            sequences,
            token_seconds,
            reading,
            computing,
            fixed,
            moved,
            prompts,
            tokens_per_second: ratio(sequences, token_seconds),
            prompt_seconds,
        }
    }

    /// Returns the rate at the most sequences for which a token comes at least every `seconds`
    /// seconds.
    ///
    /// Returns `None` if not even one sequence is that fast, or the model does not fit. Binary
    /// search, as more sequences never make a token faster.
    ///
    /// ```
    /// use jari::sizing::{hardware::H200, known, params::params, serving::Service};
    /// # use jari::sizing::utilisation::Precision;
    /// let network = known::find("llama-3.1-70b").unwrap().arch.network();
    /// let service = Service { network: &network, params: &params(&network), gpu: &H200, gpus: 8,
    ///     precision: Precision::Fp8, stored: None, cache_bytes: 2.0, copied_attention: false,
    ///     prompt: 1_000.0, answer: 500.0 };
    /// let rate = service.within(0.05).unwrap(); // a token every 50 ms at least
    /// assert_eq!((rate.sequences, rate.tokens_per_second.round()), (553.0, 11_073.0));
    /// assert_eq!(service.within(0.001), None);
    /// ```
    #[must_use]
    pub fn within(&self, seconds: f64) -> Option<Rate> {
        let most = self.most_sequences();
        if most < 1.0 || self.rate(1.0).token_seconds > seconds {
            return None;
        }
        let (mut low, mut high) = (1.0, most);
        // Whole numbers, so the bounds meet after as many halvings as `most` has binary digits.
        while low < high {
            let middle = ((low + high) / 2.0_f64).ceil();
            if self.rate(middle).token_seconds <= seconds {
                low = middle
            } else {
                high = middle - 1.0
            }
        }
        Some(self.rate(low))
    }

    /// Returns the highest rate, with as many sequences as memory has room for, or `None` if none
    /// fits.
    #[must_use]
    pub fn fastest(&self) -> Option<Rate> {
        let most = self.most_sequences();
        (most >= 1.0).then(|| self.rate(most))
    }
}
