//! Families that none of the shared files is of, and kinds that are not known at all.

use jari::exchange::workload_json;
use jari::sizing::config::parse;
use jari::sizing::kv;
use jari::sizing::network::OutputHead;
use jari::sizing::params::params;
use jari::sizing::remark::Remark;

/// Kind and fields as published, parameters as published, and how near the count must be: to the
/// unit where the weights file's count is known, else as cards round.
pub const FAMILIES: &[(&str, &str, f64, f64)] = &[
    (
        "K-EXAONE 236B-A23B",
        r#"{"model_type":"exaone_moe","hidden_size":6144,"num_hidden_layers":48,
            "num_attention_heads":64,"num_key_value_heads":8,"head_dim":128,
            "intermediate_size":18432,"moe_intermediate_size":2048,"num_experts":128,
            "num_experts_per_tok":8,"num_shared_experts":1,"first_k_dense_replace":1,
            "sliding_window":128,"vocab_size":153600,"tie_word_embeddings":false}"#,
        236e9,
        0.01,
    ),
    (
        "LFM2 1.2B",
        r#"{"model_type":"lfm2","hidden_size":2048,"num_hidden_layers":16,
            "num_attention_heads":32,"num_key_value_heads":8,"block_ff_dim":12288,
            "block_auto_adjust_ff_dim":true,"block_multiple_of":256,"conv_L_cache":3,
            "conv_bias":false,"full_attn_idxs":[2,5,8,10,12,14],"vocab_size":65536}"#,
        1_170_340_608.0,
        0.0,
    ),
    (
        "Jamba v0.1",
        r#"{"model_type":"jamba","hidden_size":4096,"num_hidden_layers":32,
            "num_attention_heads":32,"num_key_value_heads":8,"intermediate_size":14336,
            "num_experts":16,"num_experts_per_tok":2,"attn_layer_period":8,"attn_layer_offset":4,
            "expert_layer_period":2,"expert_layer_offset":1,"mamba_d_state":16,"mamba_d_conv":4,
            "mamba_expand":2,"mamba_dt_rank":256,"vocab_size":65536,"tie_word_embeddings":false}"#,
        51.6e9,
        0.01,
    ),
    (
        "Mamba 2.8B",
        r#"{"model_type":"mamba","hidden_size":2560,"num_hidden_layers":64,"state_size":16,
            "conv_kernel":4,"expand":2,"time_step_rank":160,"use_bias":false,
            "use_conv_bias":true,"vocab_size":50280}"#,
        2_768_345_600.0,
        0.001,
    ),
    (
        "Mamba 2 2.7B",
        r#"{"model_type":"mamba2","hidden_size":2560,"num_hidden_layers":64,"num_heads":80,
            "head_dim":64,"n_groups":1,"state_size":128,"conv_kernel":4,"vocab_size":50288,
            "tie_word_embeddings":true}"#,
        2.7e9,
        0.01,
    ),
    (
        "Phi-3.5-MoE",
        r#"{"model_type":"phimoe","hidden_size":4096,"num_hidden_layers":32,
            "num_attention_heads":32,"num_key_value_heads":8,"intermediate_size":6400,
            "num_local_experts":16,"num_experts_per_tok":2,"attention_bias":true,
            "lm_head_bias":true,"vocab_size":32064,"tie_word_embeddings":false}"#,
        41.9e9,
        0.01,
    ),
    (
        "ModernBERT base",
        r#"{"model_type":"modernbert","architectures":["ModernBertForMaskedLM"],
            "hidden_size":768,"num_hidden_layers":22,"num_attention_heads":12,
            "intermediate_size":1152,"global_attn_every_n_layers":3,"local_attention":128,
            "vocab_size":50368}"#,
        149e6,
        0.01,
    ),
    (
        "XLM-R base",
        r#"{"model_type":"xlm-roberta","architectures":["XLMRobertaModel"],"hidden_size":768,
            "num_hidden_layers":12,"num_attention_heads":12,"intermediate_size":3072,
            "max_position_embeddings":514,"type_vocab_size":1,"vocab_size":250002}"#,
        278_043_648.0,
        0.0,
    ),
    (
        "ViT base",
        r#"{"model_type":"vit","architectures":["ViTForImageClassification"],"hidden_size":768,
            "num_hidden_layers":12,"num_attention_heads":12,"intermediate_size":3072,
            "image_size":224,"patch_size":16,"num_channels":3,"num_labels":1000}"#,
        86_567_656.0,
        0.0,
    ),
    (
        "MiMo 7B",
        r#"{"model_type":"mimo","hidden_size":4096,"num_hidden_layers":36,
            "num_attention_heads":32,"num_key_value_heads":8,"intermediate_size":11008,
            "attention_bias":true,"num_nextn_predict_layers":1,"vocab_size":151680}"#,
        7.61e9,
        0.01,
    ),
];

#[test]
fn families_are_counted_as_published() {
    for (name, text, published, within) in FAMILIES {
        let config = parse(text).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        let counted = params(&config.network).total();
        assert!((counted / published - 1.0).abs() <= *within, "{name}: {counted}");
    }
}

/// A kind that nobody knows is read by its keys, which is said; one key that tells of something else
/// is named and refused (`config::refusals_name_the_field`).
#[test]
fn unknown_kinds_are_read_by_their_keys() {
    let llama = r#""hidden_size":4096,"num_hidden_layers":32,"num_attention_heads":32,
        "num_key_value_heads":8,"intermediate_size":14336,"vocab_size":128256"#;
    let of = |more: &str| {
        let config = parse(&format!(r#"{{"model_type":"brand_new",{llama}{more}}}"#)).unwrap();
        assert_eq!(config.remarks[0], Remark::ReadAsPlain { kind: "brand_new".to_owned() });
        params(&config.network)
    };
    assert_eq!(of("").total(), 8_030_261_248.0);
    let experts = of(r#","num_experts":8,"num_experts_per_tok":2"#);
    assert!(experts.total() > 46e9 && experts.active() < 14e9);
    let shared = of(r#","n_routed_experts":64,"num_experts_per_tok":6,"n_shared_experts":2,
        "moe_intermediate_size":1408,"first_k_dense_replace":1"#);
    assert_eq!(shared.shared, 31.0 * 3.0 * 4096.0 * 2.0 * 1408.0);
    assert_eq!(shared.dense_mlp, 3.0 * 4096.0 * 14336.0);
    let plain = of(r#","hidden_act":"relu2""#);
    assert_eq!(plain.dense_mlp, 32.0 * 2.0 * 4096.0 * 14336.0);
}

/// Encoders attend both ways: twice the attention of a model of the same shape that makes text.
#[test]
fn encoders_see_both_ways() {
    let text = FAMILIES.iter().find(|it| it.0 == "XLM-R base").unwrap().1;
    let network = parse(text).unwrap().network;
    assert!(!network.is_causal() && network.head == OutputHead::Pooled(0));
    let forward = jari::sizing::flops::attention_forward(&network, 512.0);
    assert_eq!(forward, 12.0 * 4.0 * 768.0 * 512.0);
    // There is nothing to serve.
    let line = |task: &str| {
        let line = format!(r#"{{"id":"a","model":{{"config":{text}}},"task":{{{task}}}}}"#);
        workload_json::parse(&line)
    };
    assert!(line(r#""kind":"full_finetune","tokens":1e8"#).is_ok());
    let serve = r#""kind":"serve","prompt":100,"answer":10,"users":5,"days":3"#;
    assert!(line(serve).unwrap_err().to_string().contains("makes no text"));
}

/// The cache of a state-space model does not grow.
#[test]
fn states_do_not_grow() {
    let text = FAMILIES.iter().find(|it| it.0 == "Mamba 2 2.7B").unwrap().1;
    let network = parse(text).unwrap().network;
    assert_eq!(network.sum(|layer| layer.caches().map(|it| it.per_token).sum()), 0.0);
    let bytes = |tokens| kv::sequence_bytes(&network, tokens, 2.0);
    assert_eq!(bytes(1.0), bytes(1e6));
    // 64 layers, 5,120 channels by 128 in 32 bits, three inputs of 5,376 channels in 16.
    assert_eq!(bytes(1.0), 64.0 * (5_120.0 * 128.0 * 4.0 + 3.0 * 5_376.0 * 2.0));
}
