//! A typical architecture where only the number of parameters is known.

use super::arch::{Arch, Moe};
use super::params::params;

/// The fewest and the most parameters for which a typical shape is given.
pub const PARAMETERS: (f64, f64) = (1e8, 5e12);

/// Widths and layers of dense models of today, by size; between them, the nearest is scaled.
const SHAPES: [(u32, u32, u32); 12] = [
    // hidden, layers, heads
    (512, 12, 8),
    (768, 16, 12),
    (1_024, 24, 16),
    (2_048, 24, 16),
    (2_560, 32, 20),
    (4_096, 32, 32),
    (5_120, 40, 40),
    (5_120, 64, 40),
    (8_192, 80, 64),
    (12_288, 96, 96),
    (16_384, 126, 128),
    (24_576, 160, 192),
];

/// A dense model of about `parameters`: eight key and value heads (or all), gated feed-forward, a
/// vocabulary of 128k, its width chosen so that the count is met. `None` outside [`PARAMETERS`].
#[must_use]
pub fn dense(parameters: f64) -> Option<Arch> {
    if !(PARAMETERS.0..=PARAMETERS.1).contains(&parameters) {
        return None;
    }
    let mut best: Option<(f64, Arch)> = None;
    for (hidden, layers, heads) in SHAPES {
        let mut arch = Arch::dense(hidden, layers, heads, heads.min(8), 1, 128_256);
        arch.tied = parameters < 4e9;
        if heads % 8 != 0 {
            arch.kv_heads = heads;
        }
        if parameters < 3e8 {
            arch.vocab = 50_304;
        }
        // What is missing goes into the feed-forward, in steps of 128.
        let rest = parameters - params(&arch.network()).total();
        let per_width = 3.0 * f64::from(hidden) * f64::from(layers);
        let ffn = super::band::whole((rest / per_width / 128.0).max(1.0) + 0.5) * 128;
        arch.ffn = ffn.min(1 << 20);
        // Usual widths are 3.5 times the hidden one.
        let ratio = f64::from(arch.ffn) / (3.5 * f64::from(hidden));
        let off = if ratio > 1.0 { ratio } else { 1.0 / ratio };
        if best.as_ref().is_none_or(|(least, _)| off < *least) {
            best = Some((off, arch));
        }
    }
    best.map(|(_, arch)| arch)
}

/// Experts in a layer and those met, from the least sparse on.
const EXPERTS: [(u32, u32); 5] = [(8, 2), (64, 8), (128, 8), (256, 8), (384, 8)];

/// A mixture of experts of about `parameters`, of which a token meets about `active`: as sparse as
/// it takes for attention and tables to be a fifth of what is active, in every layer. `None` where
/// the two do not go together.
#[must_use]
pub fn experts(parameters: f64, active: f64) -> Option<Arch> {
    if !(PARAMETERS.0..=PARAMETERS.1).contains(&parameters) || active < PARAMETERS.0 {
        return None;
    }
    for (experts, per_token) in EXPERTS {
        let (count, met) = (f64::from(experts), f64::from(per_token));
        // Of the two: rest + experts, and rest + experts met.
        let all = (parameters - active) * count / (count - met);
        if all <= 0.0 || parameters - all < 0.2 * active {
            continue;
        }
        let mut arch = dense(active.clamp(PARAMETERS.0, PARAMETERS.1))?;
        let per_width = 3.0 * f64::from(arch.hidden) * f64::from(arch.layers) * count;
        let ffn = super::band::whole(all / per_width).clamp(1, 1 << 20);
        let layers = arch.layers;
        arch.moe = Some(Moe { experts, per_token, ffn, shared_ffn: 0, shared_gate: false, layers });
        return Some(arch);
    }
    None
}
