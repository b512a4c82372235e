//! A typical architecture where only the number of parameters is known.
//!
//! Total and active parameters come within a hundredth of what was asked; everything else (width,
//! layers, a cache of grouped queries) is what models of that size have.

use super::arch::{Arch, Moe};
use super::band::whole;
use super::params::params;
use super::published::{WITHIN, is_near};

/// The fewest and the most parameters for which a typical shape is given.
pub const PARAMETERS: (f64, f64) = (1e8, 5e12);

/// Widths and layers of dense models of today, by size; between them, the nearest is scaled.
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

/// A dense model of `parameters`: gated feed-forward, a vocabulary of 128k, its inner width chosen so
/// that the count is met. `None` outside [`PARAMETERS`].
#[must_use]
pub fn dense(parameters: f64) -> Option<Arch> {
    if !(PARAMETERS.0..=PARAMETERS.1).contains(&parameters) {
        return None;
    }
    let mut best: Option<(f64, Arch)> = None;
    for (hidden, layers, heads, kv) in SHAPES {
        let mut arch = Arch::dense(hidden, layers, heads, kv, 1, 128_256);
        arch.tied = parameters < 4e9;
        if parameters < 3e8 {
            arch.vocab = 50_304;
        }
        // What is missing goes into the feed-forward, in steps that stay well below a hundredth.
        let one = params(&arch.network()).total();
        let per_width = 3.0 * f64::from(hidden) * f64::from(layers);
        let step = if 128.0 * per_width < WITHIN * parameters { 128 } else { 8 };
        let width = 1.0 + (parameters - one) / per_width;
        arch.ffn = whole((width / f64::from(step)).max(1.0) + 0.5).saturating_mul(step);
        arch.ffn = arch.ffn.min(1 << 20);
        // Usual widths are 3.5 times the hidden one.
        let ratio = f64::from(arch.ffn) / (3.5 * f64::from(hidden));
        let off = if ratio > 1.0 { ratio } else { 1.0 / ratio };
        if best.as_ref().is_none_or(|(least, _)| off < *least) {
            best = Some((off, arch));
        }
    }
    best.map(|(_, arch)| arch).filter(|arch| is_near(params(&arch.network()).total(), parameters))
}

/// Widths, layers and heads of models with experts: heads of 128 channels.
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
/// Experts in a layer and those met, from the least sparse on.
const EXPERTS: [(u32, u32); 9] =
    [(8, 2), (16, 2), (32, 4), (64, 6), (128, 8), (192, 8), (256, 8), (384, 8), (512, 10)];
/// Entries of a vocabulary: of today; of some years ago, where nothing else will do.
const VOCABULARIES: [u32; 2] = [128_256, 32_000];

/// A mixture of experts of `parameters`, of which a token meets `active`, in every layer; what is
/// active beyond attention, tables and the experts met is a shared expert. `None` where the two do
/// not go together.
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

/// The same shape with experts so wide that both counts are met; `None` where they cannot be.
fn filled(arch: Arch, experts: u32, per_token: u32, parameters: f64, active: f64) -> Option<Arch> {
    let [count, met] = [experts, per_token].map(f64::from);
    let per_width = 3.0 * f64::from(arch.hidden) * f64::from(arch.layers);
    // Of the two: rest + experts, and rest + experts met.
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

/// The distance of a shape from what models with experts have: experts a third as wide as the model,
/// and a shared one about as wide as each of them.
fn strangeness(arch: &Arch) -> f64 {
    let Some(moe) = arch.moe else { return f64::MAX };
    let [hidden, ffn, shared] = [arch.hidden, moe.ffn, moe.shared_ffn].map(f64::from);
    let apart = |a: f64, b: f64| if a > b { a / b } else { b / a.max(1e-9) };
    let old = if arch.vocab < 100_000 { 1.0 } else { 0.0 };
    apart(ffn, 0.33 * hidden) + apart(shared + ffn, 2.0 * ffn) + old
}
