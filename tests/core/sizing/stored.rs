//! Files whose weights are quantised: bytes of weights, and what they are served in.

use jari::sizing::config::{Config, parse};
use jari::sizing::hardware::Gpu;
use jari::sizing::params::params;
use jari::sizing::remark::Remark;
use jari::sizing::serving::Service;
use jari::sizing::utilisation::Precision;
use jari::sizing::workload::{Goal, Serving, ShapeOrigin, Task, Workload};
use jari::sizing::{SizingTarget, size};

use super::published::file;

fn config(text: &str) -> Config {
    parse(text).unwrap()
}

/// A small llama with this `quantization_config`.
fn llama(quantised: &str) -> Config {
    config(&format!(
        r#"{{"model_type":"llama","hidden_size":64,"num_hidden_layers":2,"num_attention_heads":4,
            "intermediate_size":128,"vocab_size":100,"quantization_config":{{{quantised}}}}}"#
    ))
}

#[test]
fn methods_and_their_bytes() {
    let cases = [
        (r#""quant_method":"fp8""#, Precision::Fp8, 1.0),
        (r#""quant_method":"mxfp4""#, Precision::Fp4, 0.53125),
        (r#""quant_method":"modelopt","quant_algo":"NVFP4""#, Precision::Fp4, 0.5625),
        (r#""quant_method":"modelopt","quant_algo":"FP8""#, Precision::Fp8, 1.0),
        (r#""quant_method":"gptq","bits":4,"group_size":128"#, Precision::Int4, 0.51953125),
        (r#""quant_method":"awq","bits":4,"group_size":64"#, Precision::Int4, 0.5390625),
        (r#""quant_method":"gptq","bits":8,"group_size":-1"#, Precision::Int8, 1.0234375),
        (r#""quant_method":"bitsandbytes","load_in_8bit":true"#, Precision::Int8, 1.0),
        (
            r#""quant_method":"bitsandbytes","load_in_4bit":true,"bnb_4bit_use_double_quant":true"#,
            Precision::Int4,
            0.516,
        ),
        (
            r#""quant_method":"compressed-tensors","config_groups":{"group_0":{"weights":
                {"num_bits":4,"type":"int","group_size":128}}}"#,
            Precision::Int4,
            0.515625,
        ),
        (
            r#""quant_method":"compressed-tensors","config_groups":{"group_0":{"weights":
                {"num_bits":8,"type":"int","strategy":"channel"}}}"#,
            Precision::Int8,
            1.0,
        ),
        (
            r#""quant_method":"compressed-tensors","config_groups":{"group_0":{"weights":
                {"num_bits":8,"type":"float","strategy":"channel"}}}"#,
            Precision::Fp8,
            1.0,
        ),
    ];
    for (text, precision, bytes) in cases {
        let stored = llama(text).stored.unwrap_or_else(|| panic!("{text}"));
        assert_eq!((stored.precision, stored.bytes), (precision, bytes), "{text}");
    }
    // What is not known is named, and taken for nothing that it is not.
    for (text, method) in [
        (r#""quant_method":"mystery""#, "mystery"),
        (r#""quant_method":"modelopt","quant_algo":"W4A8_AWQ""#, "modelopt W4A8_AWQ"),
        (r#""quant_algo":"W8A8_SQ_PER_CHANNEL""#, "W8A8_SQ_PER_CHANNEL"),
        (r#""quant_method":"gptq","bits":3"#, "gptq"),
    ] {
        let unknown = llama(text);
        assert_eq!(unknown.stored, None, "{text}");
        assert_eq!(unknown.remarks, [Remark::StoredUnknown { method: method.to_owned() }]);
    }
}

/// Integers of 8 bits are read in half the time of 16 bits, and computed at the same rate: no rate of
/// FP8 follows from them.
#[test]
fn integers_of_8_bits_are_no_floats() {
    let network = jari::sizing::known::find("llama-3.1-8b").unwrap().arch.network();
    let (params, h200) = (params(&network), Gpu::known("h200").unwrap());
    let rate = |precision| {
        let service = Service {
            network: &network,
            params: &params,
            gpu: &h200,
            gpus: 1,
            precision,
            stored: None,
            cache_bytes: 2.0,
            copied_attention: false,
            prompt: 1_000.0,
            answer: 500.0,
        };
        (service.all_weights(), service.rate(100.0).computing)
    };
    let [wide, eight, floats] = [Precision::Bf16, Precision::Int8, Precision::Fp8].map(rate);
    assert_eq!((eight.0, eight.1), (wide.0 / 2.0, wide.1));
    assert!(floats.0 == eight.0 && floats.1 < eight.1);
}

/// Layers that are left out stay in 16 bits.
#[test]
fn what_is_left_out_stays_in_16_bits() {
    let bytes = |left_out: &str| {
        let config =
            llama(&format!(r#""quant_method":"fp8","modules_to_not_convert":[{left_out}]"#));
        let counted = params(&config.network);
        let (all, experts) = config.stored.unwrap().weights(&counted);
        (all + experts, counted)
    };
    let (plain, counted) = bytes(r#""lm_head""#);
    assert_eq!(plain, 2.0 * counted.total() - counted.mixers - counted.dense_mlp);
    let (half, _) = bytes(r#""model.layers.0.self_attn.q_proj","model.layers.0.self_attn.o_proj""#);
    assert_eq!(half, plain + counted.mixers / 2.0);
    let (whole, _) = bytes(r#""model.layers.*.self_attn""#);
    assert_eq!(whole, plain + counted.mixers);
}

/// The weights file of gpt-oss-120b has 60.8 GiB (model card).
#[test]
fn bytes_of_published_files() {
    let Some(text) = file("gpt-oss-120b") else { return };
    let config = config(&text);
    let (all, experts) = config.stored.unwrap().weights(&params(&config.network));
    let gib = (all + experts) / 1024.0_f64.powi(3);
    assert!((gib / 60.8 - 1.0).abs() < 0.01, "{gib}");
}

/// Without a word on precision a service takes weights as they are stored, and fits where they do.
#[test]
fn a_service_takes_weights_as_they_are_stored() {
    let fewest = |config: Config, precision| {
        let Config { network, remarks, stored, .. } = config;
        let goal = Goal::Users { users: 1.0, tokens_per_second: 10.0 };
        let serving =
            Serving { prompt: 1_000.0, answer: 500.0, precision, cache: None, goal, days: 30.0 };
        let workload = Workload {
            network,
            origin: ShapeOrigin::Config,
            remarks,
            stored,
            task: Task::Serve(serving),
            within_days: None,
            utilisation: None,
            goodput: None,
        };
        let h200 = SizingTarget::of_gpu(Gpu::known("h200").unwrap(), 16);
        size(&workload, &[h200]).unwrap().sites[0].curve[0].nodes
    };
    // As stored, and in 16 bits.
    let cases = [("DeepSeek-V3", 1, 2), ("Qwen3-235B-A22B-FP8", 1, 1), ("Kimi-K2.5-NVFP4", 1, 2)];
    for (name, stored, wide) in cases {
        let Some(text) = file(name) else { return };
        let nodes = [None, Some(Precision::Bf16)].map(|it| fewest(config(&text), it));
        assert_eq!(nodes, [stored, wide], "{name}");
    }
    // Its file asks for a cache of 8 bits.
    let Some(text) = file("Kimi-K2.5-NVFP4") else { return };
    assert_eq!(config(&text).stored.unwrap().cache, Some(Precision::Fp8));
}
