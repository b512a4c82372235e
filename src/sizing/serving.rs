//! Serving: how many tokens a second, and how many users at once.
//!
//! A step makes one token for each of B sequences: it reads the weights that are met and the
//! cache, or computes, whichever takes longer; between steps the prompts of newcomers are read.
//! The constants are set on a vendor's published maximum throughput of an inference engine (100
//! points, dense and experts, H100 to GB200): all requests queued, first tokens after tens of
//! seconds. Interactive service reaches less.

use super::band::ratio;
use super::flops::attention_forward;
use super::hardware::{Generation, Gpu};
use super::kv;
use super::network::Network;
use super::params::Params;
use super::stored::WeightStorage;
use super::utilisation::Precision;

/// Of the bandwidth of memory, what a step gets.
const OF_BANDWIDTH: f64 = 0.65;
/// Of the peak of matrices, what one token for each sequence gets.
const OF_PEAK_DECODING: f64 = 0.2;
/// The same of routed experts, each with few tokens.
const OF_PEAK_DECODING_EXPERTS: f64 = 0.08;
/// Of the peak of matrices, what prompts get.
const OF_PEAK_PROMPT: f64 = 0.7;
/// The same of routed experts.
const OF_PEAK_PROMPT_EXPERTS: f64 = 0.23;
/// Of the BF16 peak, what attention over the cache gets.
const OF_PEAK_ATTENTION: f64 = 0.35;
/// Of the BF16 peak, what attention within a prompt gets.
const OF_PEAK_ATTENTION_PROMPT: f64 = 0.6;
/// Seconds of a layer in a step that nothing shortens.
const LAYER_SECONDS: f64 = 100e-6;
/// The same where tokens are sent to experts.
const LAYER_SECONDS_EXPERTS: f64 = 400e-6;
/// Bytes a token and channel moves in a layer besides matrices and cache.
const BYTES_PER_CHANNEL: f64 = 100.0;
/// The most sequences of a GPU at once.
const MOST_SEQUENCES: f64 = 2_048.0;
/// Of the memory, what weights and cache may take.
const OF_MEMORY: f64 = 0.9;
/// Bytes of context, buffers and graphs.
const RESERVED: f64 = 3.5 * super::hardware::GIB;
/// Either way, by what factor the estimate may be off.
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
    /// Of the weights.
    pub precision: Precision,
    /// The storage of the weights, where they are served as their file has them.
    pub stored: Option<&'a WeightStorage>,
    /// Bytes of a cached number.
    pub cache_bytes: f64,
    /// Attention is copied to each GPU, and only experts are split.
    pub copied_attention: bool,
    /// Tokens of a prompt.
    pub prompt: f64,
    /// Tokens of an answer.
    pub answer: f64,
}

/// The speed of one copy of the model at a number of sequences.
#[derive(Clone, Copy, PartialEq, Default, Debug)]
pub struct Rate {
    /// Sequences at once.
    pub sequences: f64,
    /// Seconds between two tokens of a sequence, prompts of others in between.
    pub token_seconds: f64,
    /// Of these, reading weights and cache.
    pub reading: f64,
    /// Of these, computing.
    pub computing: f64,
    /// Of these, what nothing shortens: each layer takes so long at least.
    pub fixed: f64,
    /// Of these, for each sequence: moving its token through the layers.
    pub moved: f64,
    /// Of these, prompts of others.
    pub prompts: f64,
    /// Answer tokens a second, all sequences of the copy together.
    pub tokens_per_second: f64,
    /// Seconds to read a prompt with nothing else to do: the bound of the first token.
    pub prompt_seconds: f64,
}

impl Service<'_> {
    /// Bytes of a weight, with scales.
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

    /// True where weights are widened to BF16 for computing: integers, and FP4 on GPUs without it.
    const fn widened(&self) -> bool {
        match self.precision {
            Precision::Int4 | Precision::Int8 => true,
            Precision::Fp4 => !matches!(self.gpu.generation, Generation::Blackwell),
            Precision::Bf16 | Precision::Fp8 => false,
        }
    }

    /// Peak of the matrices, FLOP/s of a GPU.
    fn peak(&self) -> f64 {
        match self.precision {
            _ if self.widened() => self.gpu.bf16,
            Precision::Bf16 | Precision::Int4 | Precision::Int8 => self.gpu.bf16,
            Precision::Fp8 => self.gpu.fp8,
            Precision::Fp4 => self.gpu.fp4,
        }
    }

    /// Weights within one copy of the model: `(met by all, routed experts)`, bytes.
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

    /// Bytes of all weights, all GPUs of the copy.
    #[must_use]
    pub fn all_weights(&self) -> f64 {
        let (all, experts) = self.weights();
        all + experts
    }

    /// Bytes for the cache, all GPUs of the copy; negative where not even the weights fit.
    #[must_use]
    pub fn cache_room(&self) -> f64 {
        let gpus = f64::from(self.gpus.max(1));
        let (all, experts) = self.weights();
        gpus * (OF_MEMORY * self.gpu.memory - RESERVED) - all - experts
    }

    /// Tokens of a sequence half way through its answer.
    #[must_use]
    pub const fn mean_tokens(&self) -> f64 {
        self.prompt + self.answer / 2.0
    }

    /// Bytes of cache of a sequence half way through its answer, all GPUs of the copy.
    #[must_use]
    pub fn sequence_bytes(&self) -> f64 {
        let tokens = self.mean_tokens();
        if self.copied_attention {
            return kv::sequence_bytes(self.network, tokens, self.cache_bytes);
        }
        // Where there are fewer heads than GPUs, some hold the same ones.
        let gpus = self.gpus.max(1);
        f64::from(gpus) * kv::bytes_per_gpu(self.network, tokens, self.cache_bytes, gpus)
    }

    /// The most sequences at once that memory has room for.
    #[must_use]
    pub fn most_sequences(&self) -> f64 {
        let room = ratio(self.cache_room(), self.sequence_bytes()).floor();
        let gpus = if self.copied_attention { f64::from(self.gpus.max(1)) } else { 1.0 };
        room.min(MOST_SEQUENCES * gpus)
    }

    /// The speed of one copy with `sequences` at once.
    #[must_use]
    pub fn rate(&self, sequences: f64) -> Rate {
        let sequences = sequences.max(1.0);
        let gpus = f64::from(self.gpus.max(1));
        let [layers, hidden] = [self.network.depth(), self.network.hidden].map(f64::from);
        let params = self.params;
        let routed = self.network.experts();
        let is_moe = routed.is_some();
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

    /// The most sequences at which a token comes at least every `seconds`, and how they do; `None`
    /// where not even one does, or the model does not fit.
    #[must_use]
    pub fn within(&self, seconds: f64) -> Option<Rate> {
        let most = self.most_sequences();
        if most < 1.0 || self.rate(1.0).token_seconds > seconds {
            return None;
        }
        let (mut low, mut high) = (1.0, most);
        // Twelve halvings: to a sequence of four thousand.
        for _ in 0..12 {
            let middle = ((low + high) / 2.0_f64).ceil();
            if self.rate(middle).token_seconds <= seconds {
                low = middle
            } else {
                high = middle - 1.0
            }
            if high <= low {
                break;
            }
        }
        Some(self.rate(low))
    }

    /// The highest rate: as many sequences as memory has room for.
    #[must_use]
    pub fn fastest(&self) -> Option<Rate> {
        let most = self.most_sequences();
        (most >= 1.0).then(|| self.rate(most))
    }
}
