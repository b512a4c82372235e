//! Typical architecture for a model of which only the number of parameters is known.
//!
//! Total and active parameters match the request to 1 %; everything else (width, layers, a cache of
//! grouped queries) is typical of published models of that size. All constants here are judgements,
//! set in November 2026 from published configurations such as those in `known`.

use super::arch::{Arch, Moe};
use super::band::whole;
use super::params::params;
use super::published::{WITHIN, is_near};

/// Fewest and most parameters for which a typical shape is given.
///
/// A judgement: generous bounds around published open models.
pub const PARAMETERS: (f64, f64) = (1e8, 5e12);

/// Shapes of dense models by size; each is tried, with its feed-forward width set by the count.
///
/// A judgement: the shapes of well-known published models, such as 4,096 by 32 (Llama 3 8B), 8,192
/// by 80 (70B) and 16,384 by 126 (405B).
const SHAPES: [(u32, u32, u32, u32); 12] = [
    // hidden, layers, query heads, key and value heads
    (512, 12, 8, 2),
    (768, 16, 12, 4),
    (1_024, 24, 16, 8),
    (2_048, 24, 16, 8),
    (2_560, 32, 20, 4),
    (4_096, 32, 32, 8),
    (5_120, 40, 40, 8),
    (5_120, 64, 40, 8),
    (8_192, 80, 64, 8),
    (12_288, 96, 96, 8),
    (16_384, 126, 128, 8),
    (24_576, 160, 192, 8),
];

/// Returns a dense model of `parameters` with gated feed-forwards whose width makes the count
/// match.
///
/// It takes the shape whose feed-forward is then nearest to 3.5 times the hidden width. Returns
/// `None` if `parameters` is outside [`PARAMETERS`] or that shape does not match to 1 %.
#[must_use]
pub fn dense(parameters: f64) -> Option<Arch> {
    if !(PARAMETERS.0..=PARAMETERS.1).contains(&parameters) {
        return None;
    }
    let mut best: Option<(f64, Arch)> = None;
    for (hidden, layers, heads, kv) in SHAPES {
        let mut arch = Arch::dense(hidden, layers, heads, kv, 1, 128_256);
        // A judgement: small models share one table for input and output and have a smaller
        // vocabulary (128,256 is that of Llama 3, 50,304 that of GPT-2 rounded up).
        arch.tied = parameters < 4e9;
        if parameters < 3e8 {
            arch.vocab = 50_304;
        }
        // The feed-forward takes the missing parameters, in steps well below 1 % of the count.
        let one = params(&arch.network()).total();
        let per_width = 3.0 * f64::from(hidden) * f64::from(layers);
        let step = if 128.0 * per_width < WITHIN * parameters { 128 } else { 8 };
        let width = 1.0 + (parameters - one) / per_width;
        arch.ffn = whole((width / f64::from(step)).max(1.0) + 0.5).saturating_mul(step);
        arch.ffn = arch.ffn.min(1 << 20);
        // Gated feed-forwards are usually 3.5 times the hidden width (Llama 3 8B: 14,336 / 4,096).
        let ratio = f64::from(arch.ffn) / (3.5 * f64::from(hidden));
        let off = if ratio > 1.0 { ratio } else { 1.0 / ratio };
        if best.as_ref().is_none_or(|(least, _)| off < *least) {
            best = Some((off, arch));
        }
    }
    best.map(|(_, arch)| arch).filter(|arch| is_near(params(&arch.network()).total(), parameters))
}

/// Shapes of models with experts: width, layers and heads, with heads of 128 channels.
///
/// A judgement: near published models, such as 2,048 by 48 (Qwen3 30B) and 7,168 by 61
/// (DeepSeek-V3).
const SPARSE_SHAPES: [(u32, u32, u32, u32); 12] = [
    // hidden, layers, query heads, key and value heads
    (512, 12, 8, 2),
    (1_024, 16, 8, 2),
    (1_536, 24, 16, 4),
    (2_048, 24, 16, 4),
    (2_048, 48, 32, 4),
    (3_072, 48, 32, 4),
    (4_096, 32, 32, 8),
    (4_096, 48, 64, 8),
    (5_120, 60, 64, 8),
    (7_168, 61, 64, 8),
    (8_192, 80, 64, 8),
    (12_288, 96, 96, 8),
];
/// Experts in a layer and how many of them a token meets, least sparse first.
///
/// A judgement: pairs that published models have, such as (8, 2) of Mixtral and (256, 8) of
/// DeepSeek-V3.
const EXPERTS: [(u32, u32); 9] =
    [(8, 2), (16, 2), (32, 4), (64, 6), (128, 8), (192, 8), (256, 8), (384, 8), (512, 10)];
/// Vocabulary sizes: today's (Llama 3), and an older one (Llama 2) used only if it fits better.
const VOCABULARIES: [u32; 2] = [128_256, 32_000];

/// Returns a mixture of experts with `parameters` in all, of which a token meets `active`.
///
/// Every layer has experts. Active parameters beyond attention, tables and the experts met go into
/// a shared expert. Returns `None` if no shape matches both counts to 1 %.
///
/// ```
/// use jari::sizing::{params::params, published::is_near, typical};
/// let arch = typical::experts(30e9, 3e9).unwrap();
/// let params = params(&arch.network());
/// assert!(is_near(params.total(), 30e9) && is_near(params.active(), 3e9));
/// assert_eq!((arch.hidden, arch.layers), (2_048, 48));
/// ```
#[must_use]
pub fn experts(parameters: f64, active: f64) -> Option<Arch> {
    if !(PARAMETERS.0..=PARAMETERS.1).contains(&parameters) || active < PARAMETERS.0 {
        return None;
    }
    let mut best: Option<(f64, Arch)> = None;
    for (hidden, layers, heads, kv) in SPARSE_SHAPES {
        for vocab in VOCABULARIES {
            for (count, per_token) in EXPERTS {
                let arch =
                    Arch { head_dim: 128, ..Arch::dense(hidden, layers, heads, kv, 1, vocab) };
                let Some(arch) = filled(arch, count, per_token, parameters, active) else {
                    continue;
                };
                let off = strangeness(&arch);
                if best.as_ref().is_none_or(|(least, _)| off < *least) {
                    best = Some((off, arch));
                }
            }
        }
    }
    best.map(|(_, arch)| arch)
}

/// Returns `arch` with experts so wide that both counts match, or `None` if they cannot.
fn filled(arch: Arch, experts: u32, per_token: u32, parameters: f64, active: f64) -> Option<Arch> {
    let [count, met] = [experts, per_token].map(f64::from);
    let per_width = 3.0 * f64::from(arch.hidden) * f64::from(arch.layers);
    // Total is rest + all experts, active is rest + experts met: their difference gives one expert.
    let expert = (parameters - active) / (count - met);
    let ffn = whole((expert / per_width + 0.5).clamp(0.0, f64::from(1 << 20)));
    if ffn == 0 {
        return None;
    }
    let moe =
        Moe { experts, per_token, ffn, shared_ffn: 0, shared_gate: false, layers: arch.layers };
    let mut arch = Arch { moe: Some(moe), ..arch };
    let missing = active - params(&arch.network()).active();
    let shared_ffn = whole((missing / per_width + 0.5).clamp(0.0, f64::from(1 << 20)));
    arch.moe = Some(Moe { shared_ffn, ..moe });
    let all = params(&arch.network());
    (is_near(all.total(), parameters) && is_near(all.active(), active)).then_some(arch)
}

/// Returns how far a shape is from usual models with experts, 2 being the nearest.
///
/// A judgement: experts are usually a third as wide as the model and a shared one about as wide as
/// each of them. An older vocabulary counts 1, so it is taken only if it saves that much oddness.
fn strangeness(arch: &Arch) -> f64 {
    let Some(moe) = arch.moe else { return f64::MAX };
    let [hidden, ffn, shared] = [arch.hidden, moe.ffn, moe.shared_ffn].map(f64::from);
    let apart = |a: f64, b: f64| if a > b { a / b } else { b / a.max(1e-9) };
    let old = if arch.vocab < 100_000 { 1.0 } else { 0.0 };
    apart(ffn, 0.33 * hidden) + apart(shared + ffn, 2.0 * ffn) + old
}
