//! Models made in Korea.

use super::entry::{KnownModel, PublishedCount, known};
use crate::sizing::arch::{Arch, AttentionWindow, QkNorm};

const fn made(
    id: &'static str,
    name: &'static str,
    maker: &'static str,
    arch: Arch,
    published: PublishedCount,
    source: &'static str,
) -> KnownModel {
    KnownModel { korean: true, ..known(id, name, maker, arch, published, source) }
}

const CARD: &str = "model card and config.json on huggingface.co";

/// EXAONE 4.0 32B: three of four layers attend to a window of 4,096 tokens.
const EXAONE_4_32B: Arch = Arch {
    qk_norm: QkNorm::Head,
    window: Some(AttentionWindow { tokens: 4_096, layers: 48 }),
    ..Arch::dense(5_120, 64, 40, 8, 27_392, 102_400)
};

pub(super) static MODELS: [KnownModel; 13] = [
    made(
        "exaone-4.0-32b",
        "EXAONE 4.0 32B",
        "LG AI Research",
        EXAONE_4_32B,
        // The card counts 30.95B without embeddings; the two tables are 2 x 102,400 x 5,120.
        PublishedCount::About(30.95e9 + 2.0 * 102_400.0 * 5_120.0),
        "arXiv 2507.11407; model card",
    ),
    made(
        "exaone-4.0-1.2b",
        "EXAONE 4.0 1.2B",
        "LG AI Research",
        Arch { tied: true, qk_norm: QkNorm::Head, ..Arch::dense(2_048, 30, 32, 8, 4_096, 102_400) },
        // The card counts 1.07B without embeddings; the shared table is 102,400 x 2,048.
        PublishedCount::About(1.07e9 + 102_400.0 * 2_048.0),
        "arXiv 2507.11407; model card",
    ),
    made(
        "exaone-3.5-32b",
        "EXAONE 3.5 32B",
        "LG AI Research",
        Arch::dense(5_120, 64, 40, 8, 27_392, 102_400),
        PublishedCount::Exact(32_003_200_000),
        "arXiv 2412.04862; model card",
    ),
    made(
        "exaone-3.5-2.4b",
        "EXAONE 3.5 2.4B",
        "LG AI Research",
        Arch { tied: true, ..Arch::dense(2_560, 30, 32, 8, 7_168, 102_400) },
        PublishedCount::Exact(2_405_327_360),
        "arXiv 2412.04862; model card",
    ),
    made(
        "exaone-3.0-7.8b",
        "EXAONE 3.0 7.8B",
        "LG AI Research",
        Arch::dense(4_096, 32, 32, 8, 14_336, 102_400),
        PublishedCount::Exact(7_818_448_896),
        "arXiv 2408.03541; model card",
    ),
    made(
        "solar-10.7b",
        "SOLAR 10.7B",
        "Upstage",
        Arch::dense(4_096, 48, 32, 8, 14_336, 32_000),
        PublishedCount::Exact(10_731_524_096),
        "arXiv 2312.15166; model card",
    ),
    made(
        "hyperclovax-seed-0.5b",
        "HyperCLOVA X SEED 0.5B",
        "Naver",
        Arch { head_dim: 128, tied: true, ..Arch::dense(1_024, 24, 16, 8, 4_096, 110_592) },
        PublishedCount::About(0.57e9),
        CARD,
    ),
    made(
        "kanana-1.5-8b",
        "Kanana 1.5 8B",
        "Kakao",
        Arch::dense(4_096, 32, 32, 8, 14_336, 128_256),
        PublishedCount::About(8.03e9),
        "arXiv 2502.18934; model card",
    ),
    made(
        "kanana-nano-2.1b",
        "Kanana Nano 2.1B",
        "Kakao",
        Arch { head_dim: 128, tied: true, ..Arch::dense(1_792, 32, 24, 8, 8_064, 128_256) },
        PublishedCount::About(2.09e9),
        "arXiv 2502.18934; model card",
    ),
    made(
        "a.x-4.0",
        "A.X 4.0 72B",
        "SK Telecom",
        Arch {
            bias: crate::sizing::arch::Bias::QKV,
            ..Arch::dense(8_192, 80, 64, 8, 29_568, 102_400)
        },
        PublishedCount::About(71.9e9),
        CARD,
    ),
    made(
        "a.x-4.0-light",
        "A.X 4.0 Light 7B",
        "SK Telecom",
        Arch {
            bias: crate::sizing::arch::Bias::QKV,
            ..Arch::dense(3_584, 28, 28, 4, 18_944, 102_400)
        },
        PublishedCount::About(7.26e9),
        CARD,
    ),
    made(
        "midm-2.0-base",
        "Mi:dm 2.0 Base 11.5B",
        "KT",
        Arch::dense(4_096, 48, 32, 8, 14_336, 131_384),
        PublishedCount::About(11.5e9),
        CARD,
    ),
    made(
        "midm-bitext-7b",
        "Mi:dm bitext-S 7B",
        "KT",
        Arch::dense(4_096, 32, 32, 32, 10_880, 72_154),
        PublishedCount::About(7.02e9),
        "model card on huggingface.co (KT-AI/midm-bitext-S-7B-inst-v1)",
    ),
];
