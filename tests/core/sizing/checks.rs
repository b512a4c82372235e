//! Counts held against others: published ones, indexes of weights, cards of the same shape.

use jari::exchange::workload_json;
use jari::sizing::config::{ConfigError, Index, essential, parse};
use jari::sizing::layout::Layout;
use jari::sizing::params::params;
use jari::sizing::published::compare;
use jari::sizing::remark::{MismatchCause, Remark};
use jari::sizing::states::share;

use super::published::file;

fn cause(name: &str, published: f64) -> Option<Option<MismatchCause>> {
    let config = parse(&file(name)?).unwrap();
    let said = compare(&config.network, published, &config.remarks);
    Some(said.map(|said| match said {
        Remark::Mismatch { cause, .. } => cause,
        other => panic!("{other:?}"),
    }))
}

#[test]
fn a_mismatch_is_told_with_its_likely_cause() {
    let cases = [
        ("Qwen3-32B-FP8", 32.8e9, None),
        ("Qwen3.5-27B", 26.9e9, Some(MismatchCause::TextAlone)),
        ("DeepSeek-V3", 684.5e9, Some(MismatchCause::FurtherTokens)),
        ("Falcon-7B", 7.22e9, Some(MismatchCause::OutputTable)),
        ("Qwen3-30B-A3B", 3.35e9, Some(MismatchCause::Active)),
        ("Falcon-H1-7B-Instruct", 7.59e9, Some(MismatchCause::Assumed)),
        ("Llama-4-Scout", 109e9, Some(MismatchCause::TowerLeftOut)),
        ("DBRX", 132e9, Some(MismatchCause::Unknown)),
    ];
    for (name, published, wanted) in cases {
        let Some(found) = cause(name, published) else { return };
        assert_eq!(found, wanted, "{name}");
    }
}

const LLAMA: &str = r#""model_type":"llama","hidden_size":4096,"num_hidden_layers":32,
    "num_attention_heads":32,"num_key_value_heads":8,"intermediate_size":14336,
    "vocab_size":128256"#;

/// A line with this model.
fn remarks(model: &str) -> Vec<Remark> {
    let line = format!(r#"{{"id":"a","model":{{{model}}},"task":{{"kind":"lora","tokens":1e8}}}}"#);
    workload_json::parse(&line).unwrap_or_else(|it| panic!("{it}")).workload.remarks
}

#[test]
fn a_line_holds_its_count_against_others() {
    let card =
        Remark::Card { id: "llama-3.1-8b", name: "Llama 3.1 8B", published: 8_030_261_248.0 };
    let config = format!(r#""config":{{{LLAMA}}}"#);
    for model in [&config, &format!(r#"{config},"published":8.03e9"#)] {
        assert_eq!(remarks(model), std::slice::from_ref(&card));
    }
    let off = |more: &str| {
        let all = remarks(&format!("{config},{more}"));
        all.iter().any(|it| matches!(it, Remark::Mismatch { .. }))
    };
    assert!(off(r#""published":7.0e9"#));
    let index = |bytes: &str| format!(r#""index":{{"metadata":{{"total_size":{bytes}}}}}"#);
    assert!(!off(&index("16060522496")));
    assert!(off(&index("13476839424")));
    let refused = |more: &str| {
        let line = format!(
            r#"{{"id":"a","model":{{{config},{more}}},"task":{{"kind":"lora","tokens":1e8}}}}"#
        );
        workload_json::parse(&line).unwrap_err().to_string()
    };
    assert!(refused(r#""index":{"weights":1}"#).contains("model.index"));
    assert!(refused(r#""published":0"#).contains("model.published: must be more than 0"));
    assert!(refused(r#""published":-8e9"#).contains("model.published"));
}

/// A count beside parameters alone has nothing to be held against: it is told, not dropped.
#[test]
fn a_count_beside_parameters_is_told() {
    for (name, value) in [("published", "7e9"), ("index", r#"{"metadata":{"total_size":14e9}}"#)] {
        let line = format!(
            r#"{{"id":"a","model":{{"parameters":7e9,"{name}":{value}}},"task":{{"kind":"lora","tokens":1e8}}}}"#
        );
        let refused = workload_json::parse(&line).unwrap_err();
        let told = format!("model.{name}: goes with config or architecture alone");
        assert_eq!(refused.problems, [told]);
    }
}

/// An index alone counts exactly; of experts it does not tell which are met, and so is refused.
#[test]
fn an_index_alone_counts_exactly() {
    let index = |metadata: &str, name: &str| {
        parse(&format!(
            r#"{{"metadata":{{{metadata}}},"weight_map":{{"{name}":"a.safetensors"}}}}"#
        ))
    };
    let layer = "model.layers.0.mlp.up_proj.weight";
    let config = index(r#""total_size":16060522496"#, layer).unwrap();
    assert_eq!(params(&config.network).total(), 8_030_261_248.0);
    assert_eq!(config.remarks, [Remark::Index { parameters: 8_030_261_248.0 }]);
    // None of it is a tower: it belongs to the text, and tensor-parallel ranks split all of it.
    let counted = params(&config.network);
    assert!(counted.towers == 0.0 && counted.unplaced > 0.0);
    assert_eq!(counted.text(), counted.total());
    let split = share(&counted, &Layout { tp: 8, ..Layout::ONE }).all();
    assert!((split / (counted.total() / 8.0) - 1.0).abs() < 1e-9, "{split}");
    let counted = index(r#""total_size":9.0e9,"total_parameters":8030261248"#, layer).unwrap();
    assert_eq!(params(&counted.network).total(), 8_030_261_248.0);
    let experts =
        index(r#""total_size":61064245248"#, "model.layers.0.mlp.experts.7.up_proj.weight");
    assert_eq!(experts.unwrap_err().why, ConfigError::IndexOfExperts);
}

/// Beside a configuration, an index of quantised weights is held against bytes as they are stored.
#[test]
fn an_index_of_quantised_weights() {
    let Some(text) = file("gpt-oss-120b") else { return };
    let config = parse(&text).unwrap();
    // The weights of the published file: 65.25 GB.
    let index = Index::parse(r#"{"metadata":{"total_size":65248815744}}"#).unwrap();
    let counted = index.parameters_of(&config.network, config.stored.as_ref());
    assert!((counted / 116_829_156_672.0 - 1.0).abs() < 0.01, "{counted}");
}

/// An index of thousands of names is cut down to what its reading follows from: the names are tried as
/// one.
#[test]
fn a_large_index_is_cut_down() {
    let names: Vec<String> =
        (0..5_000).map(|it| format!(r#""model.layers.{it}.weight":"a.safetensors""#)).collect();
    let text = format!(
        r#"{{"metadata":{{"total_size":16060522496}},"weight_map":{{{}}}}}"#,
        names.join(",")
    );
    let kept = essential(&text).unwrap();
    assert_eq!(kept, r#"{"metadata":{"total_size":16060522496}}"#);
    assert_eq!(parse(&kept), parse(&text));
}
