//! Serving throughput and cache, as published.

use std::collections::BTreeMap;

use jari::sizing::arch::{Arch, AttentionWindow, Moe, QkNorm};
use jari::sizing::hardware::Generation;
use jari::sizing::kv;
use jari::sizing::params::params;
use jari::sizing::serving::{SPREAD, Service};
use jari::sizing::utilisation::Precision;

use super::runs::gpu;
use super::table::{Models, percent, rows};
use crate::say;

/// Every second layer has 128 experts, of which one is met besides a shared one; three of four
/// layers look back over 8,192 tokens (model card of Llama 4 Maverick).
fn maverick() -> Arch {
    Arch {
        head_dim: 128,
        qk_norm: QkNorm::None,
        window: Some(AttentionWindow { tokens: 8_192, layers: 36 }),
        moe: Some(Moe {
            experts: 128,
            per_token: 1,
            ffn: 8_192,
            shared_ffn: 8_192,
            shared_gate: false,
            layers: 24,
        }),
        ..Arch::dense(5_120, 48, 40, 8, 16_384, 202_048)
    }
}

#[test]
fn throughput_is_within_its_spread() {
    let (Some(models), Some(rows)) = (Models::read(), rows("inference_cases.csv")) else { return };
    let mut by_kind: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in &rows {
        let arch = match (models.get(row.text("arch")), row.text("model")) {
            (Some(arch), _) => arch,
            (None, "Llama-4-Maverick") => maverick(),
            (None, "Llama-70B") => models.get("llama-2-70b").unwrap(),
            (None, "Llama-13B") => models.get("llama-2-13b").unwrap(),
            _ => panic!("{}", row.text("model")),
        };
        let network = arch.network();
        let gpu = gpu(row.text("gpu")).unwrap();
        let is_fp8 = row.text("precision") == "fp8";
        let precision = if is_fp8 { Precision::Fp8 } else { Precision::Fp4 };
        let widened = !is_fp8 && gpu.generation != Generation::Blackwell;
        let [gpus, prompt, answer, published] =
            ["gpus", "isl", "osl", "output_tok_s_per_gpu"].map(|it| row.number(it).unwrap());
        let parallelism = row.text("parallelism");
        let service = Service {
            network: &network,
            params: &params(&network),
            gpu: &gpu,
            gpus: gpus as u32,
            precision,
            stored: None,
            // The vendor's engine keeps the cache in 8 bits where the GPU computes in them.
            cache_bytes: if widened || gpu.fp8 <= gpu.bf16 { 2.0 } else { 1.0 },
            copied_attention: parallelism.starts_with("DEP"),
            prompt,
            answer,
        };
        let batch: Option<f64> = parallelism.split("bs").nth(1).and_then(|it| it.parse().ok());
        let sequences = batch.unwrap_or(f64::MAX).min(service.most_sequences());
        let ratio = service.rate(sequences).tokens_per_second / gpus / published;
        let within = (1.0 / SPREAD..=SPREAD).contains(&ratio);
        if !within && std::env::var_os("JARI_ROWS").is_some() {
            let [id, model, gpu] = ["id", "model", "gpu"].map(|it| row.text(it));
            say(&format!("  {id} {ratio:.2} {model} {gpu} {parallelism} {prompt} + {answer}"));
        }
        let kind = if arch.moe.is_some() { "MoE" } else { "dense" };
        for key in [kind.to_owned(), row.text("gpu").to_owned(), "all".to_owned()] {
            let (all, good) = by_kind.entry(key).or_default();
            *all += 1;
            *good += usize::from(within);
        }
    }
    for (kind, (all, good)) in &by_kind {
        let share = percent(*good, *all);
        say(&format!("serving throughput, {kind}: {good} of {all} within x1.5 ({share:.0} %)"));
    }
    let (all, good) = by_kind["all"];
    assert!(percent(good, all) >= 85.0);
}

/// Bytes of cache a token, as published by engines, cards and papers.
#[test]
fn cache_bytes() {
    let cases = [
        ("deepseek-v3", 2.0, 70_272.0),
        ("llama-2-7b", 2.0, 524_288.0),
        ("llama-2-70b", 2.0, 327_680.0),
        ("qwen2.5-72b", 2.0, 327_680.0),
        ("llama-3.1-405b", 2.0, 516_096.0),
        // All layers whole, as an engine allocates them.
        ("gpt-oss-120b", 2.0, 73_728.0),
        ("qwen3-235b-a22b", 2.0, 192_512.0),
    ];
    for (id, bytes, published) in cases {
        let known = jari::sizing::known::find(id).unwrap();
        let network = known.arch.network();
        let numbers: f64 = network.sum(|layer| layer.caches().map(|it| it.per_token).sum());
        assert_eq!(bytes * numbers, published, "{id}");
    }
    say(&format!("KV cache: {} published figures agree to the byte", cases.len()));
}

/// Engines' own logs: bytes given to the cache, and tokens that they say fit.
#[test]
fn cache_tokens_of_engines() {
    let gib = 1024.0 * 1024.0 * 1024.0;
    // vLLM: Qwen3-235B, 8.11 GiB on each of 8 GPUs; Llama-2-7B and 70B, blocks of 16 tokens.
    let qwen = jari::sizing::known::find("qwen3-235b-a22b").unwrap().arch.network();
    let per_token = kv::bytes_per_gpu(&qwen, 1.0, 2.0, 8);
    assert!((8.11 * gib / per_token / 178_880.0 - 1.0).abs() < 0.02);
    let llama = jari::sizing::known::find("llama-2-70b").unwrap().arch.network();
    assert_eq!(kv::bytes_per_gpu(&llama, 1.0, 2.0, 4), 81_920.0);
}

/// Ranges of far more than 4,096 sequences too.
#[test]
fn the_most_sequences_that_are_fast_enough_are_found_exactly() {
    let network = jari::sizing::known::find("qwen3-30b-a3b").unwrap().arch.network();
    let params = params(&network);
    let gpu = gpu("H200").unwrap();
    let mut largest = 0.0_f64;
    for (gpus, copied_attention) in [(1, false), (8, false), (8, true), (64, true)] {
        let service = Service {
            network: &network,
            params: &params,
            gpu: &gpu,
            gpus,
            precision: Precision::Fp8,
            stored: None,
            cache_bytes: 1.0,
            copied_attention,
            prompt: 100.0,
            answer: 100.0,
        };
        let most = service.most_sequences();
        largest = largest.max(most);
        for share in [0.001, 0.1, 0.3, 0.62, 0.999, 1.0, 2.0] {
            let seconds = service.rate((share * most).floor()).token_seconds;
            let found = service.within(seconds).unwrap();
            assert!(found.token_seconds <= seconds, "{gpus}, {share}");
            let is_more_too_slow = service.rate(found.sequences + 1.0).token_seconds > seconds;
            assert!(
                found.sequences == most || is_more_too_slow,
                "{gpus} GPUs, {share} of {most}: {}",
                found.sequences
            );
        }
        assert!(service.within(0.9 * service.rate(1.0).token_seconds).is_none());
    }
    assert!(largest > 100_000.0, "{largest}");
}
