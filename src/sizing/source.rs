//! Sources of formulas and figures, as references that need no translation.

/// A source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum FigureSource {
    /// Input of the user.
    Given,
    /// The model's own configuration.
    Config,
    /// Arithmetic on earlier steps.
    Arithmetic,
    /// FLOPs of transformers.
    Kaplan,
    /// Activation memory and selective recomputation.
    Korthikanti,
    /// Tensor, pipeline and data parallelism.
    Narayanan,
    /// Sharding of optimizer states, gradients and weights.
    Zero,
    /// Low-rank adapters.
    Lora,
    /// Four-bit base weights.
    Qlora,
    /// Preference tuning.
    Dpo,
    /// Data sheets and measured capacities of GPUs.
    Hardware,
    /// Utilisation of published whole runs and benchmarks.
    Utilisation,
    /// Interruptions of published runs.
    Goodput,
    /// Strong scaling measured at a fixed batch.
    StrongScaling,
    /// Published maximum throughput of an inference engine.
    Throughput,
    /// Ratio of accelerators in published benchmarks.
    Ratio,
    /// Memory measured in frameworks.
    Measured,
    /// Rules of the call.
    Call,
}

impl FigureSource {
    /// Returns the reference; empty for input, configurations, arithmetic and the call.
    #[must_use]
    pub const fn reference(self) -> &'static str {
        match self {
            Self::Given | Self::Config | Self::Arithmetic | Self::Call => "",
            Self::Kaplan => "arXiv 2001.08361; arXiv 2204.02311 (appendix B)",
            Self::Korthikanti => "arXiv 2205.05198",
            Self::Narayanan => "arXiv 2104.04473",
            Self::Zero => "arXiv 1910.02054; arXiv 2304.11277",
            Self::Lora => "arXiv 2106.09685",
            Self::Qlora => "arXiv 2305.14314",
            Self::Dpo => "arXiv 2305.18290",
            Self::Hardware => {
                "NVIDIA data sheets (dense); github.com/ai-dynamo/aiconfigurator; \
                 github.com/stas00/ml-engineering"
            }
            Self::Utilisation => {
                "arXiv 2302.13971; arXiv 2407.21783; github.com/NVIDIA-NeMo/Megatron-Bridge \
                 (performance summary); github.com/mosaicml/llm-foundry"
            }
            Self::Goodput => "arXiv 2407.21783; arXiv 2205.01068; arXiv 2211.05100",
            Self::StrongScaling => {
                "github.com/huggingface/nanotron (benchmark summary); arXiv 2104.04473 (table 2)"
            }
            Self::Throughput => "github.com/NVIDIA/TensorRT-LLM (performance overview)",
            Self::Ratio => "MLPerf Training 4.1 to 5.1",
            Self::Measured => {
                "github.com/pytorch/torchtitan; github.com/meta-pytorch/torchtune; \
                 github.com/QwenLM/Qwen; github.com/NVIDIA/dgxc-benchmarking"
            }
        }
    }
}
