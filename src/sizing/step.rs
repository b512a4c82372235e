//! Arithmetic as data: the result, the formula, its numbers and its source.

use super::source::FigureSource;

/// One step of the arithmetic.
#[derive(Clone, PartialEq, Debug)]
pub struct ArithmeticStep {
    /// Quantity that the step gives.
    pub result: StepResult,
    /// Formula in symbols alone; empty for input.
    pub formula: &'static str,
    /// Symbols of the formula with their values.
    pub numbers: Vec<(&'static str, f64)>,
    /// Result.
    pub value: f64,
    /// Range of the result, low and high, if there is one.
    pub range: Option<(f64, f64)>,
    /// Unit of the result.
    pub unit: StepUnit,
    /// Source of the formula or figure.
    pub source: FigureSource,
}

impl ArithmeticStep {
    /// Builds a step without a range.
    #[must_use]
    pub fn new(
        result: StepResult,
        formula: &'static str,
        numbers: &[(&'static str, f64)],
        value: f64,
        unit: StepUnit,
        source: FigureSource,
    ) -> Self {
        Self { result, formula, numbers: numbers.to_vec(), value, range: None, unit, source }
    }

    /// Returns the same step with a range.
    #[must_use]
    pub fn between(self, low: f64, high: f64) -> Self {
        Self { range: Some((low, high)), ..self }
    }
}

/// Quantity that a step gives.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
#[expect(missing_docs, reason = "`show` says each of them in words")]
pub enum StepResult {
    Parameters,
    ActiveParameters,
    MatmulParameters,
    AdapterParameters,
    AttentionFlops,
    FlopsPerToken,
    RecomputedFlops,
    Tokens,
    TotalFlops,
    BatchTokens,
    Peak,
    BaseUtilisation,
    PrecisionSpeed,
    RecomputationTime,
    StepEfficiency,
    GatheringEfficiency,
    PipelineEfficiency,
    SequenceEfficiency,
    Utilisation,
    TokensPerSecond,
    Goodput,
    GpuHours,
    Days,
    Weights,
    Gradients,
    OptimizerStates,
    GatheredLayers,
    StepCopies,
    Activations,
    Logits,
    Overhead,
    Memory,
    Capacity,
    CacheRoom,
    CachePerSequence,
    SequencesAtOnce,
    TokenTime,
    PromptTime,
    CopyRate,
    Copies,
    Rate,
    Users,
    AcceleratorRatio,
    CheckpointBytes,
}

impl StepResult {
    /// Returns the name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Parameters => "parameters",
            Self::ActiveParameters => "active_parameters",
            Self::MatmulParameters => "matmul_parameters",
            Self::AdapterParameters => "adapter_parameters",
            Self::AttentionFlops => "attention_flops",
            Self::FlopsPerToken => "flops_per_token",
            Self::RecomputedFlops => "recomputed_flops",
            Self::Tokens => "tokens",
            Self::TotalFlops => "total_flops",
            Self::BatchTokens => "batch_tokens",
            Self::Peak => "peak",
            Self::BaseUtilisation => "base_utilisation",
            Self::PrecisionSpeed => "precision_speed",
            Self::RecomputationTime => "recomputation_time",
            Self::StepEfficiency => "step_efficiency",
            Self::GatheringEfficiency => "gathering_efficiency",
            Self::PipelineEfficiency => "pipeline_efficiency",
            Self::SequenceEfficiency => "sequence_efficiency",
            Self::Utilisation => "utilisation",
            Self::TokensPerSecond => "tokens_per_second",
            Self::Goodput => "goodput",
            Self::GpuHours => "gpu_hours",
            Self::Days => "days",
            Self::Weights => "weights",
            Self::Gradients => "gradients",
            Self::OptimizerStates => "optimizer_states",
            Self::GatheredLayers => "gathered_layers",
            Self::StepCopies => "step_copies",
            Self::Activations => "activations",
            Self::Logits => "logits",
            Self::Overhead => "overhead",
            Self::Memory => "memory",
            Self::Capacity => "capacity",
            Self::CacheRoom => "cache_room",
            Self::CachePerSequence => "cache_per_sequence",
            Self::SequencesAtOnce => "sequences_at_once",
            Self::TokenTime => "token_time",
            Self::PromptTime => "prompt_time",
            Self::CopyRate => "copy_rate",
            Self::Copies => "copies",
            Self::Rate => "rate",
            Self::Users => "users",
            Self::AcceleratorRatio => "accelerator_ratio",
            Self::CheckpointBytes => "checkpoint_bytes",
        }
    }
}

/// Unit of a result.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum StepUnit {
    /// Number of things.
    Count,
    /// Floating point operations.
    Flops,
    /// Floating point operations per second.
    FlopsPerSecond,
    /// Bytes.
    Bytes,
    /// Tokens.
    Tokens,
    /// Tokens per second.
    TokensPerSecond,
    /// Hours of one GPU.
    GpuHours,
    /// Days.
    Days,
    /// Seconds.
    Seconds,
    /// Share, 0 to 1.
    Share,
    /// Factor.
    Factor,
}

impl StepUnit {
    /// Returns the name in files.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Flops => "flops",
            Self::FlopsPerSecond => "flops_per_second",
            Self::Bytes => "bytes",
            Self::Tokens => "tokens",
            Self::TokensPerSecond => "tokens_per_second",
            Self::GpuHours => "gpu_hours",
            Self::Days => "days",
            Self::Seconds => "seconds",
            Self::Share => "share",
            Self::Factor => "factor",
        }
    }
}
