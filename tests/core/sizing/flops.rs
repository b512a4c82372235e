//! FLOPs per token, each source in its own convention.

use std::collections::BTreeMap;

use jari::sizing::arch::Arch;
use jari::sizing::flops::{self, Recompute, Trained, attention_forward};
use jari::sizing::params::{Params, params};

use super::table::{Models, Row, kind, percent, rows};
use crate::say;

/// FLOPs of a token in a source's own convention.
fn in_convention(row: &Row, arch: &Arch, params: &Params) -> Option<f64> {
    let seq = row.number("seq_len")?;
    let convention = row.text("flop_convention");
    let is_lora = row.text("method") == "lora";
    let matmul = params.matmul();
    // Of all three passes, causal; without windows half of what is attended to is masked.
    let causal = 3.0 * attention_forward(&arch.network(), seq);
    let [h, layers, ffn, vocab] = [arch.hidden, arch.layers, arch.ffn, arch.vocab].map(f64::from);
    // arXiv 2104.04473: 4 h wide feed-forwards, attention over all pairs, a pass again or not.
    let sc21 =
        |passes: f64| passes * layers * 24.0 * h * h * (1.0 + seq / (6.0 * h)) + 6.0 * vocab * h;
    let source = row.text("source");
    let is_gpt_oss = row.text("arch").starts_with("gpt-oss");
    Some(match convention {
        // Until 2026-06: feed-forwards without their gates, and no windows.
        _ if is_gpt_oss && row.text("note").contains("undercount") => {
            let arch = Arch { gated: false, window: None, ..*arch };
            6.0 * super::flops::params(&arch.network()).matmul()
                + 3.0 * attention_forward(&arch.network(), seq)
        }
        // Heads as wide as h / H, where they are wider.
        _ if is_gpt_oss && source.contains("Automodel") => {
            let arch = Arch { head_dim: arch.hidden / arch.heads, ..*arch };
            6.0 * super::flops::params(&arch.network()).matmul()
                + 3.0 * attention_forward(&arch.network(), seq)
        }
        _ if source.contains("InternEvo") => {
            sc21(if convention.starts_with("hardware") { 4.0 } else { 3.0 })
        }
        c if c.starts_with("model, causal") => {
            let arch = Arch { mtp: u32::from(row.text("note").contains("MTP on")), ..*arch };
            let network = arch.network();
            let params = super::flops::params(&network);
            let all = flops::training(&network, &params, seq, Trained::All, 0.0, Recompute::None);
            all.model()
        }
        // Attention with as many key as query heads, and over all pairs.
        c if c.contains("OVERSTATED") => {
            let layer = 4.0 * h * h + 2.0 * h * ffn;
            6.0 * (layers * layer + vocab * h) + 12.0 * layers * seq * h
        }
        // All parameters, tables of positions and norms too.
        "model, non-causal (12Lds)" => 6.0 * params.total() + 2.0 * causal,
        c if c.starts_with("model") => 6.0 * matmul + 2.0 * causal,
        c if c.starts_with("hardware") => sc21(4.0),
        c if c.starts_with("4N + 2/3") => 4.0 * matmul + causal * 2.0 / 3.0,
        c if c.starts_with("4N") => 4.0 * matmul,
        c if c.starts_with("6N (SFT)") && is_lora => 4.0 * matmul,
        c if c.starts_with("6N") => 6.0 * matmul,
        _ => return None,
    })
}

/// FLOPs of a token as published, TFLOP/s over tokens per second, both of one GPU; and by how much
/// it may be off because one release gives whole sequences a second, all GPUs together.
fn published(row: &Row) -> Option<(f64, f64)> {
    let per_second = row.number("tok_s_gpu").or_else(|| {
        let step = row.number("step_s")?;
        Some(row.number("batch_tokens")? / step / row.number("gpu_count")?)
    })?;
    let sequences = per_second * row.number("gpu_count")? / row.number("seq_len")?;
    let is_whole = row.text("name").contains("26.04.01") && sequences.fract() == 0.0;
    let unsure = if is_whole { 0.5 / sequences } else { 0.0 };
    Some((row.number("tflops_gpu")? * 1e12 / per_second, unsure))
}

/// Why a row misses: as far as the source itself shows.
fn cause(row: &Row) -> &'static str {
    match row.text("source") {
        it if it.contains("InternEvo") => "equal setups of the source differ by as much",
        it if it.contains("ft_llama3") => "the source repeats tokens per second of another row",
        _ => "figures of the source rounded",
    }
}

#[test]
fn rows_agree_in_their_own_convention() {
    let (Some(models), Some(rows)) = (Models::read(), rows("training_runs.csv")) else { return };
    let (mut all, mut within, mut misses) = (0, 0, Vec::new());
    let mut by_kind: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in &rows {
        let Some(arch) = models.get(row.text("arch")) else { continue };
        let counted = in_convention(row, &arch, &params(&arch.network()));
        let (Some(counted), Some(published)) = (counted, published(row)) else { continue };
        if row.text("status") != "verified" {
            continue;
        }
        all += 1;
        let (published, unsure) = published;
        let off = counted / published - 1.0;
        let good = off.abs() < 0.01 + unsure;
        let of_kind = by_kind.entry(kind(row, &arch)).or_default();
        of_kind.0 += 1;
        of_kind.1 += usize::from(good);
        if good {
            within += 1;
        } else {
            let name = row.text("name");
            misses.push((100.0 * off, format!("{} {name}: {}", row.id(), cause(row))));
        }
    }
    say(&format!(
        "FLOPs per token: {within} of {all} rows within 1 % ({:.1} %)",
        percent(within, all)
    ));
    for (kind, (all, good)) in &by_kind {
        say(&format!("FLOPs per token, {kind}: {good} of {all} within 1 %"));
    }
    for (off, miss) in &misses {
        say(&format!("  {off:+.1} % {miss}"));
        assert!(off.abs() < 4.0, "{miss}");
    }
    assert!(percent(within, all) >= 97.5);
}
