//! Sources of the arithmetic, by title, date and address.

use crate::sizing::source::FigureSource;
use crate::words::catalogue::size as words;
use crate::words::lang::Lang;

/// Reference; its title is not translated.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reference {
    /// Title.
    pub title: &'static str,
    /// Year and month of its first version; empty if it is kept up to date.
    pub date: &'static str,
    /// Address.
    pub url: &'static str,
}

const fn reference(title: &'static str, date: &'static str, url: &'static str) -> Reference {
    Reference { title, date, url }
}

const KAPLAN: Reference = reference(
    "Scaling laws for neural language models",
    "2020-01",
    "https://arxiv.org/abs/2001.08361",
);
const PALM: Reference = reference(
    "PaLM: scaling language modeling with Pathways (appendix B)",
    "2022-04",
    "https://arxiv.org/abs/2204.02311",
);
const KORTHIKANTI: Reference = reference(
    "Reducing activation recomputation in large transformer models",
    "2022-05",
    "https://arxiv.org/abs/2205.05198",
);
const NARAYANAN: Reference = reference(
    "Efficient large-scale language model training on GPU clusters using Megatron-LM",
    "2021-04",
    "https://arxiv.org/abs/2104.04473",
);
const ZERO: Reference = reference(
    "ZeRO: memory optimizations toward training trillion parameter models",
    "2019-10",
    "https://arxiv.org/abs/1910.02054",
);
const FSDP: Reference = reference(
    "PyTorch FSDP: experiences on scaling fully sharded data parallel",
    "2023-04",
    "https://arxiv.org/abs/2304.11277",
);
const LORA: Reference = reference(
    "LoRA: low-rank adaptation of large language models",
    "2021-06",
    "https://arxiv.org/abs/2106.09685",
);
const QLORA: Reference = reference(
    "QLoRA: efficient finetuning of quantized LLMs",
    "2023-05",
    "https://arxiv.org/abs/2305.14314",
);
const DPO: Reference = reference(
    "Direct preference optimization: your language model is secretly a reward model",
    "2023-05",
    "https://arxiv.org/abs/2305.18290",
);
const AI_CONFIGURATOR: Reference =
    reference("AIConfigurator", "", "https://github.com/ai-dynamo/aiconfigurator");
const ML_ENGINEERING: Reference =
    reference("Machine learning engineering", "", "https://github.com/stas00/ml-engineering");
const LLAMA: Reference = reference(
    "LLaMA: open and efficient foundation language models",
    "2023-02",
    "https://arxiv.org/abs/2302.13971",
);
const LLAMA_3: Reference =
    reference("The Llama 3 herd of models", "2024-07", "https://arxiv.org/abs/2407.21783");
const MEGATRON_BRIDGE: Reference = reference(
    "Megatron Bridge, performance summary",
    "",
    "https://github.com/NVIDIA-NeMo/Megatron-Bridge",
);
const LLM_FOUNDRY: Reference =
    reference("LLM Foundry", "", "https://github.com/mosaicml/llm-foundry");
const OPT: Reference = reference(
    "OPT: open pre-trained transformer language models",
    "2022-05",
    "https://arxiv.org/abs/2205.01068",
);
const BLOOM: Reference = reference(
    "BLOOM: a 176B-parameter open-access multilingual language model",
    "2022-11",
    "https://arxiv.org/abs/2211.05100",
);
const NANOTRON: Reference =
    reference("Nanotron, benchmark summary", "", "https://github.com/huggingface/nanotron");
const TENSORRT_LLM: Reference =
    reference("TensorRT-LLM, performance overview", "", "https://github.com/NVIDIA/TensorRT-LLM");
const MLPERF: Reference =
    reference("MLPerf Training 4.1 to 5.1", "", "https://mlcommons.org/benchmarks/training/");
const TORCHTITAN: Reference = reference("torchtitan", "", "https://github.com/pytorch/torchtitan");
const TORCHTUNE: Reference =
    reference("torchtune", "", "https://github.com/meta-pytorch/torchtune");
const QWEN: Reference = reference("Qwen", "", "https://github.com/QwenLM/Qwen");
const DGXC: Reference =
    reference("DGX Cloud benchmarking", "", "https://github.com/NVIDIA/dgxc-benchmarking");

/// Returns the references of a source; none for figures that are given, configured or computed
/// here.
#[must_use]
pub const fn references(source: FigureSource) -> &'static [Reference] {
    match source {
        FigureSource::Given
        | FigureSource::Config
        | FigureSource::Arithmetic
        | FigureSource::Call => &[],
        FigureSource::Kaplan => &[KAPLAN, PALM],
        FigureSource::Korthikanti => &[KORTHIKANTI],
        FigureSource::Narayanan => &[NARAYANAN],
        FigureSource::Zero => &[ZERO, FSDP],
        FigureSource::Lora => &[LORA],
        FigureSource::Qlora => &[QLORA],
        FigureSource::Dpo => &[DPO],
        FigureSource::Hardware => &[AI_CONFIGURATOR, ML_ENGINEERING],
        FigureSource::Utilisation => &[LLAMA, LLAMA_3, MEGATRON_BRIDGE, LLM_FOUNDRY],
        FigureSource::Goodput => &[LLAMA_3, OPT, BLOOM],
        FigureSource::StrongScaling => &[NANOTRON, NARAYANAN],
        FigureSource::Throughput => &[TENSORRT_LLM],
        FigureSource::Ratio => &[MLPERF],
        FigureSource::Measured => &[TORCHTITAN, TORCHTUNE, QWEN, DGXC],
    }
}

/// Returns the origin of a figure in words, if it is no reference or more than references.
#[must_use]
pub const fn origin(source: FigureSource, lang: Lang) -> Option<&'static str> {
    let entry = match source {
        FigureSource::Given => words::SOURCE_GIVEN,
        FigureSource::Config => words::SOURCE_CONFIG,
        FigureSource::Arithmetic => words::SOURCE_ARITHMETIC,
        FigureSource::Call => words::SOURCE_CALL,
        FigureSource::Hardware => words::SOURCE_DATA_SHEETS,
        _ => return None,
    };
    Some(entry.get(lang))
}
