//! Nothing that is asked may panic, and no figure may be NaN or negative.

use jari::exchange::workload_json;
use jari::sizing::activations::Framework;
use jari::sizing::arch::{Arch, AttentionWindow, Bias, Latent, Moe, Norm, QkNorm};
use jari::sizing::band::Band;
use jari::sizing::config;
use jari::sizing::flops::Recompute;
use jari::sizing::hardware::GPUS;
use jari::sizing::layout::FixedLayout;
use jari::sizing::network::Network;
use jari::sizing::params::params;
use jari::sizing::states::Optimizer;
use jari::sizing::utilisation::Precision;
use jari::sizing::workload::{Goal, Serving, ShapeOrigin, Task, Training, TrainingKind, Workload};
use jari::sizing::{SizingTarget, kv, size};
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
            window: window.map(|(tokens, layers)| AttentionWindow { tokens, layers }),
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

/// Configurations of families whose layers differ, of every size.
fn hybrid() -> impl Strategy<Value = String> {
    let kinds = proptest::sample::select(vec![
        "qwen3_next",
        "granitemoehybrid",
        "falcon_h1",
        "lfm2",
        "jamba",
        "mamba",
    ]);
    (kinds, 1_u32..64, 1_u32..100, 0_u32..4, 1_u32..9, 0_u32..3).prop_map(
        |(kind, hidden, layers, groups, kv, experts)| {
            let (hidden, heads) = (hidden * 64, kv << groups);
            let (count, met) = ([0, 8, 64][experts as usize], 1 + experts);
            let experts = match (kind, count) {
                (_, 0) => String::new(),
                ("granitemoehybrid", _) => {
                    format!(r#""num_local_experts":{count},"num_experts_per_tok":{met},"#)
                }
                _ => format!(
                    r#""num_experts":{count},"num_experts_per_tok":{met},
                        "moe_intermediate_size":{hidden},"#
                ),
            };
            format!(
                r#"{{"model_type":"{kind}","hidden_size":{hidden},"num_hidden_layers":{layers},
                    "num_attention_heads":{heads},"num_key_value_heads":{kv},"head_dim":64,
                    {experts}"intermediate_size":{hidden},"vocab_size":1000,
                    "full_attn_idxs":[0,3,7],"linear_num_key_heads":{kv},
                    "linear_key_head_dim":32,"linear_num_value_heads":{heads},
                    "linear_value_head_dim":32,"mamba_d_state":16,"mamba_n_heads":{kv}}}"#
            )
        },
    )
}

prop_compose! {
    fn settled()(tp in number(), pp in number(), cp in number(), ep in number(), zero in any::<u8>()) -> FixedLayout {
        FixedLayout { tp, pp, cp, ep, zero }
    }
}

fn task() -> impl Strategy<Value = Task> {
    let kind = proptest::sample::select(TrainingKind::ALL.to_vec());
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

fn check(network: Network, task: Task, within: Option<f64>, gpu: usize, nodes: u32) {
    let workload = Workload {
        network,
        origin: ShapeOrigin::Architecture,
        remarks: Vec::new(),
        stored: None,
        task,
        within_days: within,
        utilisation: None,
        goodput: None,
    };
    let sites = [SizingTarget::of_gpu(GPUS[gpu % GPUS.len()], nodes)];
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
            assert!(site.curve.get(found.index).is_some());
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
        check(arch.network(), task, within, gpu, nodes);
    }

    #[test]
    fn sound_workloads(arch in sound(), task in task(), gpu in 0_usize..9, nodes in 1_u32..600) {
        prop_assert_eq!(arch.check(), Ok(()));
        check(arch.network(), task, None, gpu, nodes);
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
        let window = Some(AttentionWindow { tokens: 500, layers: arch.layers });
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
        "qwen3_next", "granitemoehybrid", "falcon_h1", "lfm2", "jamba", "mamba", "gemma4_text", "exaone_moe",
        "bert", "vit", "modernbert", "brand_new",
    ]), numbers in proptest::collection::vec(any::<i64>().prop_map(|it| it >> (it & 63)), 36)) {
        const NAMES: [&str; 36] = [
            "hidden_size", "num_hidden_layers", "num_attention_heads", "num_key_value_heads",
            "head_dim", "intermediate_size", "vocab_size", "num_experts", "num_experts_per_tok",
            "moe_intermediate_size", "sliding_window", "n_routed_experts", "first_k_dense_replace",
            "kv_lora_rank", "qk_nope_head_dim", "qk_rope_head_dim", "v_head_dim", "n_embd",
            "num_local_experts", "sliding_window_pattern", "linear_num_key_heads",
            "linear_key_head_dim", "linear_num_value_heads", "linear_value_head_dim",
            "mamba_d_state", "mamba_n_heads", "mamba_expand", "global_head_dim",
            "shared_intermediate_size", "max_position_embeddings", "image_size", "patch_size",
            "block_ff_dim", "index_topk", "index_n_heads", "num_nextn_predict_layers",
        ];
        let fields: Vec<String> =
            NAMES.iter().zip(&numbers).map(|(name, number)| format!("\"{name}\":{number}")).collect();
        let layers = r#""layer_types":["full_attention","sliding_attention","attention"]"#;
        let text = format!("{{\"model_type\":\"{kind}\",{layers},{}}}", fields.join(","));
        if let Ok(config) = config::parse(&text) {
            prop_assert_eq!(config.network.check(), Ok(()));
            prop_assert!(params(&config.network).total().is_finite());
        }
    }

    #[test]
    fn sound_hybrids(hybrid in hybrid(), task in task(), gpu in 0_usize..9, nodes in 1_u32..200) {
        let config = config::parse(&hybrid);
        prop_assert!(config.is_ok(), "{}: {:?}", hybrid, config);
        let network = config.unwrap().network;
        let all = params(&network);
        prop_assert!(all.active() <= all.total() && all.matmul() > 0.0);
        let cache = |tokens| kv::sequence_bytes(&network, tokens, 2.0);
        prop_assert!(cache(2_000.0) >= cache(1_000.0) && cache(0.0) >= 0.0);
        check(network, task, None, gpu, nodes);
    }
}
