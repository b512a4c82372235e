//! Pasted configurations: shapes as the models' own code takes them, refusals at the field.

use jari::sizing::config::{Config, ConfigError, essential, parse};
use jari::sizing::layer::attention::Sight;
use jari::sizing::network::Alike;
use jari::sizing::params::params;
use jari::sizing::remark::Remark;

/// Kind and fields as published, and the parameters of the weights file.
const GOOD: &[(&str, &str, f64)] = &[
    (
        "Llama 3.2 1B",
        r#"{"model_type":"llama","hidden_size":2048,"num_hidden_layers":16,"num_attention_heads":32,
            "num_key_value_heads":8,"head_dim":64,"intermediate_size":8192,"vocab_size":128256,
            "tie_word_embeddings":true,"attention_bias":false,"mlp_bias":false}"#,
        1_235_814_400.0,
    ),
    (
        "Qwen2.5 7B",
        r#"{"model_type":"qwen2","hidden_size":3584,"num_hidden_layers":28,"num_attention_heads":28,
            "num_key_value_heads":4,"intermediate_size":18944,"vocab_size":152064,
            "sliding_window":131072,"use_sliding_window":false,"max_window_layers":28,
            "tie_word_embeddings":false}"#,
        7_615_616_512.0,
    ),
    (
        "Qwen-7B",
        r#"{"model_type":"qwen","hidden_size":4096,"num_hidden_layers":32,"num_attention_heads":32,
            "intermediate_size":22016,"vocab_size":151936,"no_bias":true,"kv_channels":128}"#,
        7_721_324_544.0,
    ),
    (
        "Qwen1.5 MoE A2.7B",
        r#"{"model_type":"qwen2_moe","hidden_size":2048,"num_hidden_layers":24,
            "num_attention_heads":16,"num_key_value_heads":16,"intermediate_size":5632,
            "moe_intermediate_size":1408,"shared_expert_intermediate_size":5632,"num_experts":60,
            "num_experts_per_tok":4,"decoder_sparse_step":1,"vocab_size":151936}"#,
        14_315_784_192.0,
    ),
    (
        "Qwen3 30B-A3B",
        r#"{"model_type":"qwen3_moe","hidden_size":2048,"num_hidden_layers":48,
            "num_attention_heads":32,"num_key_value_heads":4,"head_dim":128,
            "intermediate_size":6144,"moe_intermediate_size":768,"num_experts":128,
            "num_experts_per_tok":8,"decoder_sparse_step":1,"mlp_only_layers":[],
            "vocab_size":151936,"tie_word_embeddings":false}"#,
        30_532_122_624.0,
    ),
    (
        "Mixtral 8x7B",
        r#"{"model_type":"mixtral","hidden_size":4096,"num_hidden_layers":32,
            "num_attention_heads":32,"num_key_value_heads":8,"intermediate_size":14336,
            "num_local_experts":8,"num_experts_per_tok":2,"vocab_size":32000,
            "sliding_window":null}"#,
        46_702_792_704.0,
    ),
    (
        "DeepSeek-V3",
        r#"{"model_type":"deepseek_v3","hidden_size":7168,"num_hidden_layers":61,
            "num_attention_heads":128,"num_key_value_heads":128,"intermediate_size":18432,
            "moe_intermediate_size":2048,"n_routed_experts":256,"n_shared_experts":1,
            "num_experts_per_tok":8,"first_k_dense_replace":3,"moe_layer_freq":1,
            "q_lora_rank":1536,"kv_lora_rank":512,"qk_nope_head_dim":128,"qk_rope_head_dim":64,
            "v_head_dim":128,"vocab_size":129280,"num_nextn_predict_layers":1,
            "attention_bias":false,"tie_word_embeddings":false}"#,
        671_026_419_200.0,
    ),
    (
        "DeepSeek-V2-Lite",
        r#"{"model_type":"deepseek_v2","hidden_size":2048,"num_hidden_layers":27,
            "num_attention_heads":16,"num_key_value_heads":16,"intermediate_size":10944,
            "moe_intermediate_size":1408,"n_routed_experts":64,"n_shared_experts":2,
            "num_experts_per_tok":6,"first_k_dense_replace":1,"q_lora_rank":null,
            "kv_lora_rank":512,"qk_nope_head_dim":128,"qk_rope_head_dim":64,"v_head_dim":128,
            "vocab_size":102400}"#,
        15_706_484_224.0,
    ),
    (
        "gpt-oss 20B",
        r#"{"model_type":"gpt_oss","hidden_size":2880,"num_hidden_layers":24,
            "num_attention_heads":64,"num_key_value_heads":8,"head_dim":64,
            "intermediate_size":2880,"num_local_experts":32,"num_experts_per_tok":4,
            "vocab_size":201088,"sliding_window":128,"attention_bias":true}"#,
        20_914_757_184.0,
    ),
    (
        "Gemma 2 9B",
        r#"{"model_type":"gemma2","hidden_size":3584,"num_hidden_layers":42,
            "num_attention_heads":16,"num_key_value_heads":8,"head_dim":256,
            "intermediate_size":14336,"vocab_size":256000,"sliding_window":4096}"#,
        9_241_705_984.0,
    ),
    (
        "GPT-2",
        r#"{"model_type":"gpt2","n_embd":768,"n_layer":12,"n_head":12,"n_positions":1024,
            "n_inner":null,"vocab_size":50257}"#,
        124_439_808.0,
    ),
    (
        "OPT 6.7B",
        r#"{"model_type":"opt","hidden_size":4096,"num_hidden_layers":32,"num_attention_heads":32,
            "ffn_dim":16384,"max_position_embeddings":2048,"word_embed_proj_dim":4096,
            "vocab_size":50272}"#,
        6_658_473_984.0,
    ),
    (
        "BLOOM 7B1",
        r#"{"model_type":"bloom","hidden_size":4096,"n_layer":30,"n_head":32,
            "vocab_size":250880}"#,
        7_069_016_064.0,
    ),
    (
        "GPT-NeoX 20B",
        r#"{"model_type":"gpt_neox","hidden_size":6144,"num_hidden_layers":44,
            "num_attention_heads":64,"intermediate_size":24576,"vocab_size":50432,
            "tie_word_embeddings":false}"#,
        20_554_567_680.0,
    ),
    (
        "Falcon 7B",
        r#"{"model_type":"falcon","hidden_size":4544,"num_hidden_layers":32,
            "num_attention_heads":71,"vocab_size":65024,"multi_query":true,"parallel_attn":true,
            "bias":false,"new_decoder_architecture":false}"#,
        6_921_720_704.0,
    ),
    (
        "Phi-2",
        r#"{"model_type":"phi","hidden_size":2560,"num_hidden_layers":32,"num_attention_heads":32,
            "intermediate_size":10240,"vocab_size":51200,"tie_word_embeddings":false}"#,
        2_779_683_840.0,
    ),
    (
        "OLMo 2 7B",
        r#"{"model_type":"olmo2","hidden_size":4096,"num_hidden_layers":32,
            "num_attention_heads":32,"num_key_value_heads":32,"intermediate_size":11008,
            "vocab_size":100352,"tie_word_embeddings":false}"#,
        7_298_617_344.0,
    ),
    (
        "EXAONE 3.5 2.4B",
        r#"{"model_type":"exaone","hidden_size":2560,"num_layers":30,"num_attention_heads":32,
            "num_key_value_heads":8,"head_dim":80,"intermediate_size":7168,"vocab_size":102400,
            "tie_word_embeddings":true}"#,
        2_405_327_360.0,
    ),
];

#[test]
fn counts_of_published_configurations() {
    for (name, text, parameters) in GOOD {
        let config = parse(text).unwrap_or_else(|problem| panic!("{name}: {problem:?}"));
        let counted = params(&config.network).total();
        // To the unit, but for one whose weights file rounds.
        assert!((counted / parameters - 1.0).abs() < 1e-3, "{name}: {counted}");
    }
    let exact = GOOD.iter().filter(|(_, text, parameters)| {
        params(&parse(text).unwrap().network).total() == *parameters
    });
    let exact = exact.count();
    crate::say(&format!("pasted configurations: {exact} of {} exact to the unit", GOOD.len()));
    assert!(exact + 2 >= GOOD.len());
}

/// Layers with a window.
fn windows(config: &Config) -> u32 {
    let has_window = |it: &&Alike| {
        let attention = it.layer.mixer.attention();
        attention.is_some_and(|it| matches!(it.sight, Sight::Window(_)))
    };
    config.network.layers.iter().filter(has_window).map(|it| it.count).sum()
}

#[test]
fn text_parts_and_windows() {
    let gemma = r#"{"model_type":"gemma3","vision_config":{"hidden_size":1152},"text_config":{
        "model_type":"gemma3_text","hidden_size":5376,"num_hidden_layers":62,
        "num_attention_heads":32,"num_key_value_heads":16,"head_dim":128,
        "intermediate_size":21504,"vocab_size":262208,"sliding_window":1024}}"#;
    let config = parse(gemma).unwrap();
    // A vision part without a shape cannot be counted, which is said.
    assert_eq!(config.remarks, [Remark::TowerLeftOut]);
    assert_eq!(windows(&config), 52);
    assert!((params(&config.network).total() / 27.01e9 - 1.0).abs() < 0.01);

    let listed = r#"{"model_type":"qwen3","hidden_size":64,"num_hidden_layers":3,
        "num_attention_heads":4,"intermediate_size":128,"vocab_size":100,"sliding_window":16,
        "layer_types":["sliding_attention","full_attention","sliding_attention"]}"#;
    assert_eq!(windows(&parse(listed).unwrap()), 2);
}

#[test]
fn refusals_name_the_field() {
    let base = |fields: &str| format!(r#"{{"model_type":"llama"{fields}}}"#);
    let full = r#","hidden_size":64,"num_hidden_layers":2,"num_attention_heads":4,
        "intermediate_size":128,"vocab_size":100"#;
    let with = |more: &str| base(&format!("{full},{more}"));
    let cases = [
        ("".to_owned(), "", "NotAnObject"),
        ("[1]".to_owned(), "", "NotAnObject"),
        ("x".repeat(3_200_000), "", "TooLong"),
        ("{}".to_owned(), "model_type", "Missing"),
        (r#"{"model_type":"nobody"}"#.to_owned(), "model_type", "UnknownKind"),
        (r#"{"model_type":"rwkv6"}"#.to_owned(), "model_type", "NotATransformer"),
        (r#"{"model_type":"t5"}"#.to_owned(), "model_type", "HasEncoder"),
        (base(""), "hidden_size", "Missing"),
        (with(r#""num_key_value_heads":3"#), "num_key_value_heads", "Bad(MustDivide"),
        (with(r#""num_key_value_heads":8"#), "num_key_value_heads", "Bad(MoreThan"),
        (with(r#""hidden_size":0"#), "hidden_size", "Bad(Zero)"),
        (with(r#""hidden_size":-4"#), "hidden_size", "NotANumber"),
        (with(r#""hidden_size":"64""#), "hidden_size", "NotANumber"),
        (with(r#""hidden_size":63"#), "num_attention_heads", "Bad(MustDivide"),
        (with(r#""vocab_size":99999999999999"#), "vocab_size", "Bad(Above"),
        (with(r#""head_dim":0"#), "head_dim", "Bad(Zero)"),
        (
            with(r#""layer_types":["linear_attention","full_attention"]"#),
            "layer_types",
            "NotATransformer",
        ),
        (
            r#"{"model_type":"llava","text_config":{"model_type":"qwen3"}}"#.to_owned(),
            "text_config.hidden_size",
            "Missing",
        ),
        (with(r#""model_type":"new","ssm_state_size":16"#), "ssm_state_size", "Unsupported"),
        (with(r#""compress_ratios":[4,128]"#), "compress_ratios", "SparseAttention"),
        (r#"{"_class_name":"FluxTransformer2DModel"}"#.to_owned(), "_class_name", "Diffusion"),
    ];
    for (text, path, why) in cases {
        let problem = parse(&text).unwrap_err();
        assert_eq!(problem.path, path, "{text}: {problem:?}");
        assert!(format!("{:?}", problem.why).starts_with(why), "{text}: {problem:?}");
    }
    assert_eq!(parse("{").unwrap_err().why, ConfigError::NotAnObject);
}

#[test]
fn refusals_show_what_the_field_says() {
    let found = |text: &str| parse(text).unwrap_err().found;
    assert_eq!(found(r#"{"model_type":"rwkv5"}"#).as_deref(), Some("rwkv5"));
    let diffusion = r#"{"_class_name":"FluxTransformer2DModel","num_layers":19}"#;
    assert_eq!(found(diffusion).as_deref(), Some("FluxTransformer2DModel"));
    assert_eq!(found(r#"{"model_type":"llama"}"#), None);
    let long = format!(r#"{{"model_type":"{}\u202e"}}"#, "m".repeat(59));
    assert_eq!(found(&long), Some("m".repeat(59) + "\u{FFFD}"));
    let longer = format!(r#"{{"model_type":"{}"}}"#, "m".repeat(1_000));
    assert_eq!(found(&longer), Some("m".repeat(60) + "…"));
}

#[test]
fn what_the_shape_does_not_follow_from_is_left_out() {
    for (name, text, _) in GOOD {
        let more = text.replacen('{', r#"{"torch_dtype":"bfloat16","architectures":["A"],"#, 1);
        let kept = essential(&more).expect(name);
        assert_eq!(parse(&kept), parse(text), "{name}");
        assert!(!kept.contains("torch_dtype") && kept.len() <= text.len(), "{name}: {kept}");
        assert_eq!(essential(&kept), Some(kept), "{name}");
    }
    assert_eq!(essential("{}"), None);
    assert_eq!(essential("not JSON"), None);
}

/// What Python and people write is read: a mark at the beginning, comments, commas too many, numbers
/// with a point, values that JSON has not.
#[test]
fn what_python_writes_is_read() {
    let plain = r#"{"model_type":"llama","hidden_size":64,"num_hidden_layers":2,
        "num_attention_heads":4,"intermediate_size":128,"vocab_size":100}"#;
    let written = "\u{feff}{ // a comment, with \"quotes\"\n\"model_type\": \"llama\", # another\n
        \"hidden_size\": 64.0, \"num_hidden_layers\": 2, /* and , one } more */
        \"num_attention_heads\": 4, \"intermediate_size\": 128, \"vocab_size\": 100,
        \"rope_theta\": Infinity, \"least\": -Infinity, \"dropout\": NaN, \"bias\": False,
        \"name\": \"a // b, ] \\\" # NaN\", \"head_dim\": None, \"list\": [1, 2, ], }";
    assert_eq!(parse(written).unwrap(), parse(plain).unwrap());
    assert!(essential(written).unwrap().len() < plain.len());
    for wrong in ["{\"model_type\": }", "{\"a\": nan}", "{\"half\": \"", "\u{feff}", "/* {}"] {
        assert_eq!(parse(wrong).unwrap_err().why, ConfigError::NotAnObject, "{wrong}");
    }
}
