//! Nothing that is asked may panic, and no figure may be NaN or negative.

use jari::exchange::workload_json;
use jari::sizing::activations::Framework;
use jari::sizing::arch::{Arch, Bias, Latent, Moe, Norm, QkNorm, Window};
use jari::sizing::band::Band;
use jari::sizing::config;
use jari::sizing::flops::Recompute;
use jari::sizing::hardware::GPUS;
use jari::sizing::layout::Settled;
use jari::sizing::params::params;
use jari::sizing::states::Optimizer;
use jari::sizing::utilisation::Precision;
use jari::sizing::workload::{Goal, Kind, Origin, Serving, Task, Training, Workload};
use jari::sizing::{Site, kv, size};
use proptest::prelude::*;

/// Numbers of every size, absurd ones too.
fn number() -> impl Strategy<Value = u32> {
    prop_oneof![0_u32..4, 1_u32..300, (0_u32..22).prop_map(|it| 1 << it), any::<u32>()]
}

fn real() -> impl Strategy<Value = f64> {
    prop_oneof![
        Just(0.0),
        Just(-1.0),
        Just(f64::NAN),
        Just(f64::INFINITY),
        1.0..1e5_f64,
        (0.0..40.0_f64).prop_map(|it| 10.0_f64.powf(it)),
        any::<f64>(),
    ]
}

prop_compose! {
    fn latent()(q_rank in number(), kv_rank in number(), nope in number(), rope in number(), value in number()) -> Latent {
        Latent { q_rank, kv_rank, nope, rope, value }
    }
}

prop_compose! {
    fn moe()(experts in number(), per_token in number(), ffn in number(), shared_ffn in number(), layers in number(), shared_gate in any::<bool>()) -> Moe {
        Moe { experts, per_token, ffn, shared_ffn, shared_gate, layers }
    }
}

prop_compose! {
    fn arch()(
        sizes in (number(), number(), number(), number(), number(), number(), number()),
        flags in (any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>()),
        norm in prop_oneof![Just(Norm::Scale), Just(Norm::ScaleAndBias), Just(Norm::Plain)],
        qk_norm in prop_oneof![Just(QkNorm::None), Just(QkNorm::Head), Just(QkNorm::Whole)],
        latent in proptest::option::of(latent()),
        moe in proptest::option::of(moe()),
        window in proptest::option::of((number(), number())),
        (positions, mtp) in (number(), 0_u32..3),
    ) -> Arch {
        let (hidden, layers, heads, kv_heads, head_dim, ffn, vocab) = sizes;
        Arch {
            hidden, layers, heads, kv_heads, head_dim, ffn, vocab,
            gated: flags.0,
            tied: flags.1,
            norm,
            norms_per_layer: 2,
            embedding_norm: flags.2,
            qk_norm,
            bias: if flags.3 { Bias::LAYER } else { Bias::NONE },
            sinks: flags.4,
            positions,
            latent,
            moe,
            window: window.map(|(tokens, layers)| Window { tokens, layers }),
            mtp,
        }
    }
}

/// Shapes that pass the check, of every size.
fn sound() -> impl Strategy<Value = Arch> {
    (
        (1_u32..200, 1_u32..200, 0_u32..5, 1_u32..300, 1_u32..200, 1_u32..200_000),
        proptest::option::of((1_u32..512, 1_u32..32, 1_u32..8_192)),
        any::<bool>(),
    )
        .prop_map(|((hidden, layers, groups, head, ffn, vocab), moe, tied)| {
            let kv = 1 + hidden % 8;
            let mut arch =
                Arch::dense(hidden * 64, layers, kv * (1 << groups), kv, ffn * 64, vocab);
            arch.head_dim = head;
            arch.tied = tied;
            arch.moe = moe.map(|(experts, per_token, ffn)| Moe {
                experts: experts.max(per_token),
                per_token,
                ffn,
                shared_ffn: 0,
                shared_gate: false,
                layers,
            });
            arch
        })
}

prop_compose! {
    fn settled()(tp in number(), pp in number(), cp in number(), ep in number(), zero in any::<u8>()) -> Settled {
        Settled { tp, pp, cp, ep, zero }
    }
}

fn task() -> impl Strategy<Value = Task> {
    let kind = proptest::sample::select(Kind::ALL.to_vec());
    let train = (
        kind,
        real(),
        real(),
        proptest::option::of(real()),
        proptest::sample::select(Precision::ALL.to_vec()),
        proptest::sample::select(Optimizer::ALL.to_vec()),
        proptest::option::of(proptest::sample::select(Framework::ALL.to_vec())),
        proptest::option::of(proptest::sample::select(vec![Recompute::None, Recompute::Full])),
        (number(), real(), proptest::option::weighted(0.2, settled())),
    );
    let train = train.prop_map(
        |(
            kind,
            tokens,
            seq,
            batch_tokens,
            precision,
            optimizer,
            framework,
            recompute,
            (rank, trials, layout),
        )| {
            Task::Train(Training {
                kind,
                tokens,
                seq,
                batch_tokens,
                precision,
                optimizer,
                framework,
                recompute,
                layout,
                micro_batch: None,
                rank,
                trials,
            })
        },
    );
    let goal = prop_oneof![
        real().prop_map(Goal::TokensPerSecond),
        (real(), real())
            .prop_map(|(users, tokens_per_second)| Goal::Users { users, tokens_per_second }),
    ];
    let precision = proptest::sample::select(Precision::ALL.to_vec());
    let serve = (real(), real(), precision, goal, real()).prop_map(
        |(prompt, answer, precision, goal, days)| {
            Task::Serve(Serving {
                prompt,
                answer,
                precision: Some(precision),
                cache: None,
                goal,
                days,
            })
        },
    );
    let hours = real().prop_map(|hours| Task::GpuHours { hours, on: GPUS[4] });
    prop_oneof![6 => train, 3 => serve, 1 => hours]
}

fn good(band: Band, what: &str) {
    assert!(
        band.low >= 0.0 && band.low <= band.central && band.central <= band.high,
        "{what}: {band:?}"
    );
    assert!(band.high.is_finite(), "{what}: {band:?}");
}

fn check(arch: Arch, task: Task, within: Option<f64>, gpu: usize, nodes: u32) {
    let workload = Workload {
        network: arch.network(),
        origin: Origin::Architecture,
        remarks: Vec::new(),
        stored: None,
        task,
        within_days: within,
        utilisation: None,
        goodput: None,
    };
    let sites = [Site::of_gpu(GPUS[gpu % GPUS.len()], nodes)];
    let Ok(answer) = size(&workload, &sites) else { return };
    assert!(answer.params.total().is_finite());
    for site in &answer.sites {
        let mut last = 0;
        for point in &site.curve {
            assert!(point.nodes > last && point.nodes <= nodes);
            last = point.nodes;
            good(point.days, "days");
            good(point.gpu_hours, "hours");
            if let Some(choice) = &point.choice {
                good(choice.memory.total(), "memory");
                assert_eq!(choice.layout.gpus(), point.nodes * 8);
            }
            for band in [point.rate, point.users].into_iter().flatten() {
                good(band, "rate");
            }
        }
        for step in &site.steps {
            assert!(step.value.is_finite() && step.value >= 0.0, "{step:?}");
            assert!(step.numbers.iter().all(|it| it.1.is_finite()), "{step:?}");
        }
        if let Some(found) = &site.recommended {
            assert!(site.curve.get(found.place).is_some());
        }
        for effect in &site.effects {
            assert!(effect.gpu_hours.is_none_or(f64::is_finite), "{effect:?}");
        }
    }
}

fn cases(count: u32) -> ProptestConfig {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|it| it.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(count),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn absurd_workloads(arch in arch(), task in task(), within in proptest::option::of(real()), gpu in 0_usize..9, nodes in number()) {
        check(arch, task, within, gpu, nodes);
    }

    #[test]
    fn sound_workloads(arch in sound(), task in task(), gpu in 0_usize..9, nodes in 1_u32..600) {
        prop_assert_eq!(arch.check(), Ok(()));
        check(arch, task, None, gpu, nodes);
    }

    #[test]
    fn counts_grow_with_the_shape(arch in sound()) {
        let count = |arch: &Arch| params(&arch.network()).total();
        let all = params(&arch.network());
        prop_assert!(all.active() <= all.total() && all.total() > 0.0);
        let deeper = count(&Arch { layers: arch.layers + 1, ..arch });
        let wider = count(&Arch { vocab: arch.vocab + 1, ..arch });
        let [apart, tied] = [false, true].map(|tied| count(&Arch { tied, ..arch }));
        prop_assert!(deeper >= all.total() && wider > all.total() && apart >= tied);
        let cache = |tokens| kv::sequence_bytes(&arch.network(), tokens, 2.0);
        prop_assert!(cache(2_000.0) >= cache(1_000.0));
        let window = Some(Window { tokens: 500, layers: arch.layers });
        let within = kv::sequence_bytes(&Arch { window, ..arch }.network(), 2_000.0, 2.0);
        prop_assert!(within <= cache(2_000.0));
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".{0,200}") {
        let _ = config::parse(&text);
        let _ = workload_json::parse(&text);
    }

    #[test]
    fn any_numbers_in_a_configuration(kind in proptest::sample::select(vec![
        "llama", "qwen2", "qwen3_moe", "deepseek_v3", "gpt_oss", "gpt2", "mpt", "falcon", "gemma3_text", "llama4_text",
    ]), numbers in proptest::collection::vec(any::<i64>().prop_map(|it| it >> (it & 63)), 20)) {
        const NAMES: [&str; 20] = [
            "hidden_size", "num_hidden_layers", "num_attention_heads", "num_key_value_heads",
            "head_dim", "intermediate_size", "vocab_size", "num_experts", "num_experts_per_tok",
            "moe_intermediate_size", "sliding_window", "n_routed_experts", "first_k_dense_replace",
            "kv_lora_rank", "qk_nope_head_dim", "qk_rope_head_dim", "v_head_dim", "n_embd",
            "num_local_experts", "sliding_window_pattern",
        ];
        let fields: Vec<String> =
            NAMES.iter().zip(&numbers).map(|(name, number)| format!("\"{name}\":{number}")).collect();
        let text = format!("{{\"model_type\":\"{kind}\",{}}}", fields.join(","));
        if let Ok(config) = config::parse(&text) {
            prop_assert_eq!(config.network.check(), Ok(()));
            prop_assert!(params(&config.network).total().is_finite());
        }
    }
}
