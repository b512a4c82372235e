//! Models made outside Korea.

use super::entry::{KnownModel, PublishedCount, known};
use crate::sizing::arch::{Arch, AttentionWindow, Bias, Latent, Moe, Norm, QkNorm};

const CONFIG: &str = "config.json and weights index on huggingface.co";

const fn qwen2(hidden: u32, layers: u32, heads: u32, kv: u32, ffn: u32, vocab: u32) -> Arch {
    Arch { bias: Bias::QKV, ..Arch::dense(hidden, layers, heads, kv, ffn, vocab) }
}

const fn qwen3(hidden: u32, layers: u32, heads: u32, kv: u32, ffn: u32) -> Arch {
    let dense = Arch::dense(hidden, layers, heads, kv, ffn, 151_936);
    Arch { head_dim: 128, qk_norm: QkNorm::Head, ..dense }
}

/// Adds routed experts to every layer of `arch`.
const fn experts(arch: Arch, experts: u32, per_token: u32, ffn: u32) -> Arch {
    let moe =
        Moe { experts, per_token, ffn, shared_ffn: 0, shared_gate: false, layers: arch.layers };
    Arch { moe: Some(moe), ..arch }
}

/// Returns the shape of DeepSeek-V3 and Kimi K2: one shared expert as wide as the routed ones,
/// dense layers first, latent attention.
const fn deepseek(heads: u32, vocab: u32, count: u32, dense_layers: u32) -> Arch {
    let arch = Arch::dense(7_168, 61, heads, heads, 18_432, vocab);
    let latent = Latent { q_rank: 1_536, kv_rank: 512, nope: 128, rope: 64, value: 128 };
    Arch {
        head_dim: 128,
        latent: Some(latent),
        moe: Some(Moe {
            experts: count,
            per_token: 8,
            ffn: 2_048,
            shared_ffn: 2_048,
            shared_gate: false,
            layers: 61 - dense_layers,
        }),
        ..arch
    }
}

const DEEPSEEK_V2_LITE: Arch = Arch {
    head_dim: 128,
    latent: Some(Latent { q_rank: 0, kv_rank: 512, nope: 128, rope: 64, value: 128 }),
    moe: Some(Moe {
        experts: 64,
        per_token: 6,
        ffn: 1_408,
        shared_ffn: 2_816,
        shared_gate: false,
        layers: 26,
    }),
    ..Arch::dense(2_048, 27, 16, 16, 10_944, 102_400)
};

const fn gpt_oss(layers: u32, count: u32) -> Arch {
    let arch = Arch::dense(2_880, layers, 64, 8, 2_880, 201_088);
    Arch {
        head_dim: 64,
        bias: Bias::LAYER,
        sinks: true,
        window: Some(AttentionWindow { tokens: 128, layers: layers / 2 }),
        ..experts(arch, count, 4, 2_880)
    }
}

/// Returns a Gemma 2: norms before and after each part, every second layer with a window of 4,096
/// tokens.
const fn gemma2(hidden: u32, layers: u32, heads: u32, kv: u32, head_dim: u32, ffn: u32) -> Arch {
    Arch {
        head_dim,
        tied: true,
        norms_per_layer: 4,
        window: Some(AttentionWindow { tokens: 4_096, layers: layers / 2 }),
        ..Arch::dense(hidden, layers, heads, kv, ffn, 256_000)
    }
}

const BLOOM: Arch = Arch {
    gated: false,
    tied: true,
    norm: Norm::ScaleAndBias,
    bias: Bias::LAYER,
    embedding_norm: true,
    ..Arch::dense(14_336, 70, 112, 112, 57_344, 250_880)
};

const fn with_config(
    id: &'static str,
    name: &'static str,
    maker: &'static str,
    arch: Arch,
    parameters: u64,
) -> KnownModel {
    known(id, name, maker, arch, PublishedCount::Exact(parameters), CONFIG)
}

pub(super) static MODELS: [KnownModel; 33] = [
    with_config(
        "llama-3.2-1b",
        "Llama 3.2 1B",
        "Meta",
        Arch { tied: true, ..Arch::dense(2_048, 16, 32, 8, 8_192, 128_256) },
        1_235_814_400,
    ),
    with_config(
        "llama-3.2-3b",
        "Llama 3.2 3B",
        "Meta",
        Arch { tied: true, ..Arch::dense(3_072, 28, 24, 8, 8_192, 128_256) },
        3_212_749_824,
    ),
    with_config(
        "llama-3.1-8b",
        "Llama 3.1 8B",
        "Meta",
        Arch::dense(4_096, 32, 32, 8, 14_336, 128_256),
        8_030_261_248,
    ),
    with_config(
        "llama-3.1-70b",
        "Llama 3.1 / 3.3 70B",
        "Meta",
        Arch::dense(8_192, 80, 64, 8, 28_672, 128_256),
        70_553_706_496,
    ),
    with_config(
        "llama-3.1-405b",
        "Llama 3.1 405B",
        "Meta",
        Arch::dense(16_384, 126, 128, 8, 53_248, 128_256),
        405_853_388_800,
    ),
    with_config(
        "llama-2-7b",
        "Llama 2 7B",
        "Meta",
        Arch::dense(4_096, 32, 32, 32, 11_008, 32_000),
        6_738_415_616,
    ),
    with_config(
        "llama-2-13b",
        "Llama 2 13B",
        "Meta",
        Arch::dense(5_120, 40, 40, 40, 13_824, 32_000),
        13_015_864_320,
    ),
    with_config(
        "llama-2-70b",
        "Llama 2 70B",
        "Meta",
        Arch::dense(8_192, 80, 64, 8, 28_672, 32_000),
        68_976_648_192,
    ),
    with_config(
        "qwen2.5-0.5b",
        "Qwen2.5 0.5B",
        "Alibaba",
        Arch { tied: true, ..qwen2(896, 24, 14, 2, 4_864, 151_936) },
        494_032_768,
    ),
    with_config(
        "qwen2.5-1.5b",
        "Qwen2.5 1.5B",
        "Alibaba",
        Arch { tied: true, ..qwen2(1_536, 28, 12, 2, 8_960, 151_936) },
        1_543_714_304,
    ),
    with_config(
        "qwen2.5-7b",
        "Qwen2.5 7B",
        "Alibaba",
        qwen2(3_584, 28, 28, 4, 18_944, 152_064),
        7_615_616_512,
    ),
    with_config(
        "qwen2.5-14b",
        "Qwen2.5 14B",
        "Alibaba",
        qwen2(5_120, 48, 40, 8, 13_824, 152_064),
        14_770_033_664,
    ),
    with_config(
        "qwen2.5-32b",
        "Qwen2.5 32B",
        "Alibaba",
        qwen2(5_120, 64, 40, 8, 27_648, 152_064),
        32_763_876_352,
    ),
    with_config(
        "qwen2.5-72b",
        "Qwen2.5 72B",
        "Alibaba",
        qwen2(8_192, 80, 64, 8, 29_568, 152_064),
        72_706_203_648,
    ),
    with_config(
        "qwen3-4b",
        "Qwen3 4B",
        "Alibaba",
        Arch { tied: true, ..qwen3(2_560, 36, 32, 8, 9_728) },
        4_022_468_096,
    ),
    with_config("qwen3-8b", "Qwen3 8B", "Alibaba", qwen3(4_096, 36, 32, 8, 12_288), 8_190_735_360),
    with_config(
        "qwen3-14b",
        "Qwen3 14B",
        "Alibaba",
        qwen3(5_120, 40, 40, 8, 17_408),
        14_768_307_200,
    ),
    with_config(
        "qwen3-32b",
        "Qwen3 32B",
        "Alibaba",
        qwen3(5_120, 64, 64, 8, 25_600),
        32_762_123_264,
    ),
    with_config(
        "qwen3-30b-a3b",
        "Qwen3 30B-A3B",
        "Alibaba",
        experts(qwen3(2_048, 48, 32, 4, 6_144), 128, 8, 768),
        30_532_122_624,
    ),
    with_config(
        "qwen3-235b-a22b",
        "Qwen3 235B-A22B",
        "Alibaba",
        experts(qwen3(4_096, 94, 64, 4, 12_288), 128, 8, 1_536),
        235_093_634_560,
    ),
    with_config(
        "mistral-7b",
        "Mistral 7B v0.3",
        "Mistral AI",
        Arch::dense(4_096, 32, 32, 8, 14_336, 32_768),
        7_248_023_552,
    ),
    with_config(
        "mixtral-8x7b",
        "Mixtral 8x7B",
        "Mistral AI",
        experts(Arch::dense(4_096, 32, 32, 8, 14_336, 32_000), 8, 2, 14_336),
        46_702_792_704,
    ),
    with_config(
        "mixtral-8x22b",
        "Mixtral 8x22B v0.1",
        "Mistral AI",
        experts(Arch::dense(6_144, 56, 48, 8, 16_384, 32_768), 8, 2, 16_384),
        140_630_071_296,
    ),
    with_config(
        "gemma-2-2b",
        "Gemma 2 2B",
        "Google",
        gemma2(2_304, 26, 8, 4, 256, 9_216),
        2_614_341_888,
    ),
    with_config(
        "gemma-2-9b",
        "Gemma 2 9B",
        "Google",
        gemma2(3_584, 42, 16, 8, 256, 14_336),
        9_241_705_984,
    ),
    with_config(
        "gemma-2-27b",
        "Gemma 2 27B",
        "Google",
        gemma2(4_608, 46, 32, 16, 128, 36_864),
        27_227_128_320,
    ),
    with_config(
        "phi-4",
        "Phi-4 14B",
        "Microsoft",
        Arch::dense(5_120, 40, 40, 10, 17_920, 100_352),
        14_659_507_200,
    ),
    with_config(
        "deepseek-v2-lite",
        "DeepSeek-V2-Lite 16B",
        "DeepSeek",
        DEEPSEEK_V2_LITE,
        15_706_484_224,
    ),
    with_config(
        "deepseek-v3",
        "DeepSeek-V3 / R1 671B",
        "DeepSeek",
        Arch { bias: Bias { router: true, ..Bias::NONE }, ..deepseek(128, 129_280, 256, 3) },
        671_026_419_200,
    ),
    known(
        "kimi-k2",
        "Kimi K2 1T",
        "Moonshot AI",
        Arch { bias: Bias { router: true, ..Bias::NONE }, ..deepseek(64, 163_840, 384, 1) },
        PublishedCount::About(1_026.4e9),
        CONFIG,
    ),
    with_config("gpt-oss-20b", "gpt-oss 20B", "OpenAI", gpt_oss(24, 32), 20_914_757_184),
    with_config("gpt-oss-120b", "gpt-oss 120B", "OpenAI", gpt_oss(36, 128), 116_829_156_672),
    with_config("bloom-176b", "BLOOM 176B", "BigScience", BLOOM, 176_247_271_424),
];
