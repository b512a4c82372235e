use super::*;
use crate::model::{self, Hour};
use crate::show::form::default_draft;
use crate::sizing::activations::Framework;
use crate::sizing::hardware::Generation;
use crate::sizing::size;
use crate::sizing::utilisation::published;
use crate::words::catalogue::size as words;
use crate::words::lang::Lang;
use proptest::prelude::*;

fn draft(fields: &[(SizeField, &str)]) -> SizeDraft {
    let mut draft = SizeDraft::default();
    for (field, text) in fields {
        draft.set(*field, (*text).to_owned());
    }
    draft
}

fn of_file() -> model::Snapshot {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/public/capacity.json");
    model::read(&std::fs::read(path).unwrap()).unwrap().snapshot
}

fn today() -> Hour {
    model::Instant::parse("2027-01-04").unwrap().floor()
}

/// Returns the answer in words, and all of its texts.
fn answer(draft: &SizeDraft, call: &str, lang: Lang) -> (SizeView, Vec<String>) {
    let snapshot = of_file();
    let mut form = default_draft(&snapshot, today());
    form.call = call.to_owned();
    let sites = sites(&snapshot, &form, today());
    let workload = parse_workload(draft).unwrap();
    let named = |id: &str| NamedAccelerator {
        name: id.to_uppercase(),
        sold_gb: snapshot.accelerator(id).and_then(|it| it.memory_gb),
    };
    let view = size_view(&size(&workload, &sites).unwrap(), &sites, named, lang);
    let mut texts = Vec::new();
    for site in &view.sites {
        texts.push(site.sentence.clone());
        texts.extend(site.facts.iter().map(|fact| fact.value.clone()));
        texts.extend(site.warnings.clone());
        let tables = [Some(&site.table), site.effects.as_ref()];
        for table in tables.into_iter().flatten() {
            texts.extend(table.each_row().flatten().map(|cell| cell.value.text(lang)));
        }
        for step in &site.steps {
            texts.extend([step.numbers.clone(), step.value.clone()]);
        }
    }
    (view, texts)
}

#[test]
fn the_form_as_it_opens_has_an_answer() {
    for lang in [Lang::Ko, Lang::En] {
        let (view, texts) = answer(&SizeDraft::default(), "", lang);
        assert_eq!(view.sites.len(), 2);
        for site in &view.sites {
            assert_eq!(site.tone, Tone::Good, "{}", site.sentence);
            assert!(site.curve.is_some() && site.effects.is_some());
            assert!(site.steps.len() > 15, "{}", site.steps.len());
            let has_source = |step: &StepView| step.origin.is_some() || !step.references.is_empty();
            assert!(site.steps.iter().all(has_source));
            let links = site.steps.iter().flat_map(|step| step.references);
            assert!(links.into_iter().all(|link| link.url.starts_with("https://")));
        }
        assert!(texts.iter().all(|text| !text.contains(['{', '}'])), "{texts:?}");
    }
}

/// The number of published runs in the band is stated if it was measured, their small number if
/// not, and neither if the band is not that of published runs.
#[test]
fn published_runs_are_told_as_they_were_measured() {
    let pretrain = (SizeField::Task, "pretrain");
    let told = |fields: &[(SizeField, &str)], lang| -> Vec<Option<String>> {
        let (view, _) = answer(&draft(fields), "", lang);
        let name = words::PUBLISHED_RUNS.get(lang);
        let fact = |site: &SiteView| site.facts.iter().find(|fact| fact.name == name).cloned();
        view.sites.iter().map(|site| fact(site).map(|fact| fact.value)).collect()
    };
    let hopper = published(Generation::Hopper, false, false, Framework::Megatron);
    let [runs, held] = [hopper.runs, hopper.held.unwrap()];
    let english = told(&[pretrain], Lang::En);
    let few = "0 (too few, so the range is wider)";
    let h200 = format!("{held} of {runs} lie in the range that the others set");
    assert_eq!(english, [Some(h200), Some(few.to_owned())]);
    let korean = told(&[pretrain], Lang::Ko);
    assert!(korean[0].as_ref().is_some_and(|it| it.starts_with(&format!("{runs}건 중 {held}건"))));
    let eight_bits = told(&[pretrain, (SizeField::Precision, "fp8")], Lang::En);
    assert!(eight_bits.iter().all(|it| it.as_deref() == Some(few)), "{eight_bits:?}");
    for field in [SizeField::Utilisation, SizeField::Goodput] {
        assert_eq!(told(&[pretrain, (field, "40")], Lang::En), [None, None]);
    }
    assert_eq!(told(&[(SizeField::Task, task::SERVE)], Lang::En), [None, None]);
}

#[test]
fn every_kind_of_task_and_model_has_an_answer() {
    let kimi = &[(SizeField::Model, "kimi-k2"), (SizeField::Task, "lora")][..];
    for fields in [
        &[(SizeField::Task, "pretrain")][..],
        &[(SizeField::Task, "full_finetune")],
        &[(SizeField::Task, "lora")],
        &[(SizeField::Task, "qlora")],
        &[(SizeField::Task, "preference")],
        &[(SizeField::Task, task::SERVE)],
        &[(SizeField::Task, task::SERVE), (SizeField::Goal, goal::RATE)],
        &[(SizeField::Task, task::GPU_HOURS)],
        &[(SizeField::Model, model_by::PARAMETERS)],
        &[(SizeField::Model, model_by::PARAMETERS), (SizeField::Active, "1B")],
        &[(SizeField::Model, model_by::SHAPE)],
        &[(SizeField::Tensor, "4"), (SizeField::Zero, "1")],
        kimi,
    ] {
        let (view, texts) = answer(&draft(fields), "25-1", Lang::Ko);
        assert!(!view.sites.is_empty());
        assert!(texts.iter().all(|text| !text.contains("NaN")), "{fields:?}");
    }
}

/// Small file that can be read.
const PLAIN: &str = r#"{"model_type":"llama","hidden_size":64,"num_hidden_layers":2,
    "num_attention_heads":4,"intermediate_size":128,"vocab_size":100}"#;

#[test]
fn what_is_wrong_is_told_at_its_field() {
    for (fields, field, part) in [
        (&[(SizeField::Tokens, "많이")][..], SizeField::Tokens, "‘많이’"),
        (&[(SizeField::Tokens, "")], SizeField::Tokens, "적어 주세요"),
        (&[(SizeField::Within, "0")], SizeField::Within, "0.01~36,525"),
        (&[(SizeField::Utilisation, "140")], SizeField::Utilisation, "0.1"),
        (
            &[(SizeField::Model, model_by::PARAMETERS), (SizeField::Parameters, "3")],
            SizeField::Parameters,
            "100M~5T",
        ),
        // More than all parameters cannot be active.
        (
            &[
                (SizeField::Model, model_by::PARAMETERS),
                (SizeField::Parameters, "10B"),
                (SizeField::Active, "11B"),
            ],
            SizeField::Active,
            "",
        ),
        (&[(SizeField::Model, model_by::CONFIG)], SizeField::Config, "적어 주세요"),
        (
            &[
                (SizeField::Model, model_by::CONFIG),
                (SizeField::Config, "{\"model_type\":\"rwkv6\"}"),
            ],
            SizeField::Config,
            "섞는 방식을 모르는 모델입니다(‘model_type: rwkv6’)",
        ),
        (
            &[(SizeField::Model, model_by::SHAPE), (SizeField::KvHeads, "7")],
            SizeField::KvHeads,
            "num_attention_heads",
        ),
        (
            &[(SizeField::Model, model_by::SHAPE), (SizeField::Layers, "1.5")],
            SizeField::Layers,
            "정수",
        ),
        (&[(SizeField::Zero, "4"), (SizeField::Tensor, "1")], SizeField::Zero, "0~3"),
        (
            &[
                (SizeField::Model, model_by::CONFIG),
                (SizeField::Config, PLAIN),
                (SizeField::Published, "0"),
            ],
            SizeField::Published,
            "1~100T",
        ),
        // A link may name something that is no choice, or is one no longer.
        (&[(SizeField::Model, "gpt-2")], SizeField::Model, "‘gpt-2’"),
        (&[(SizeField::Task, "dream")], SizeField::Task, "목록에 없는"),
        (&[(SizeField::Precision, "fp4")], SizeField::Precision, "‘fp4’"),
        (&[(SizeField::Task, task::GPU_HOURS), (SizeField::On, "tpu")], SizeField::On, "‘tpu’"),
    ] {
        let problems = parse_workload(&draft(fields)).unwrap_err();
        assert_eq!(problems[0].field, field, "{fields:?}");
        let text = problems[0].text(Lang::Ko);
        assert!(text.contains(part), "{text}");
    }
}

#[test]
fn the_size_handed_over_is_the_one_suggested() {
    let snapshot = of_file();
    let form = default_draft(&snapshot, today());
    let sites = sites(&snapshot, &form, today());
    let answer = size(&parse_workload(&SizeDraft::default()).unwrap(), &sites).unwrap();
    for site in &answer.sites {
        let request = handed_over(site, &form).unwrap().parse(&snapshot).unwrap();
        let found = site.recommended.as_ref().unwrap();
        assert_eq!(request.nodes.min, site.curve[found.index].nodes);
        assert_eq!(request.term, found.term);
        assert_eq!(request.accelerators, [site.accelerator.as_str()]);
    }
}

#[test]
fn only_what_differs_is_kept() {
    let mut draft = SizeDraft::default();
    draft.set(SizeField::Tokens, "1T".to_owned());
    draft.set(SizeField::Model, "phi-4".to_owned());
    let typed: Vec<_> = draft.typed().collect();
    assert_eq!(typed, [(SizeField::Model, "phi-4"), (SizeField::Tokens, "1T")]);
    draft.set(SizeField::Tokens, SizeField::Tokens.default().to_owned());
    assert_eq!(draft.typed().count(), 1);
}

proptest! {
    /// Any typed text gives words, and never a panic or half a number.
    #[test]
    fn whatever_is_typed_gives_words(
        typed in proptest::collection::vec(
            (0..SizeField::ALL.len(), prop_oneof![
                ".{0,12}", "[0-9]{1,18}[kmbt]?", "0\\.[0-9]{1,9}",
                Just("serve".to_owned()), Just("lora".to_owned()), Just("gpu_hours".to_owned()),
                Just("shape".to_owned()), Just("parameters".to_owned()),
            ]),
            0..8,
        ),
        korean in any::<bool>(),
    ) {
        let mut draft = SizeDraft::default();
        for (field, text) in typed {
            draft.set(SizeField::ALL[field], text);
        }
        let lang = if korean { Lang::Ko } else { Lang::En };
        match parse_workload(&draft) {
            Ok(_) => {
                let (_, texts) = answer(&draft, "25-1", lang);
                for text in texts {
                    prop_assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
                }
            }
            Err(problems) => {
                prop_assert!(!problems.is_empty());
                for problem in problems {
                    prop_assert!(!problem.text(lang).is_empty());
                }
            }
        }
    }
}

/// Anything counted, assumed or left out of a pasted file is stated, in both languages.
#[test]
fn what_was_read_of_a_file_is_said() {
    let shape = r#""hidden_size":4096,"num_hidden_layers":32,"num_attention_heads":32,
        "num_key_value_heads":8,"intermediate_size":14336,"vocab_size":128256"#;
    let vision = r#""vision_config":{"depth":27,"hidden_size":1152,"intermediate_size":4304,
        "num_heads":16,"patch_size":16}"#;
    let cases = [
        (
            format!(r#"{{"model_type":"qwen3_vl",{vision},"text_config":{{{shape}}}}}"#),
            "영상",
            "vision",
        ),
        (format!(r#"{{"model_type":"brand_new",{shape}}}"#), "‘brand_new’", "‘brand_new’"),
        (
            format!(
                r#"{{"model_type":"llama","architectures":["XForSequenceClassification"],{shape}}}"#
            ),
            "점수 2개",
            "2 scores",
        ),
    ];
    for (text, korean, english) in cases {
        let typed = draft(&[(SizeField::Model, model_by::CONFIG), (SizeField::Config, &text)]);
        for (lang, part) in [(Lang::Ko, korean), (Lang::En, english)] {
            let (view, _) = answer(&typed, "", lang);
            assert!(view.about.iter().any(|it| it.contains(part)), "{:?}", view.about);
        }
    }
}

/// A mixture of experts from Korea, a hybrid, and a file of 8-bit weights have answers in both
/// languages; a refused file is named with its reason.
#[test]
fn files_of_today_have_answers() {
    let k_exaone = r#"{"model_type":"exaone_moe","hidden_size":6144,"num_hidden_layers":48,
        "num_attention_heads":64,"num_key_value_heads":8,"head_dim":128,
        "intermediate_size":18432,"moe_intermediate_size":2048,"num_experts":128,
        "num_experts_per_tok":8,"num_shared_experts":1,"sliding_window":128,
        "vocab_size":153600}"#;
    let hybrid = r#"{"model_type":"qwen3_next","hidden_size":2048,"num_hidden_layers":48,
        "num_attention_heads":16,"num_key_value_heads":2,"head_dim":256,
        "linear_num_key_heads":16,"linear_key_head_dim":128,"linear_num_value_heads":32,
        "linear_value_head_dim":128,"intermediate_size":5120,"vocab_size":151936}"#;
    let shape = r#""model_type":"llama","hidden_size":4096,"num_hidden_layers":32,
        "num_attention_heads":32,"intermediate_size":14336,"vocab_size":128256"#;
    let eight = format!(r#"{{{shape},"quantization_config":{{"quant_method":"fp8"}}}}"#);
    for lang in [Lang::Ko, Lang::En] {
        for (text, task) in [
            (k_exaone, "continued_pretrain"),
            (hybrid, "lora"),
            (hybrid, task::SERVE),
            (&eight, task::SERVE),
        ] {
            let typed = draft(&[
                (SizeField::Model, model_by::CONFIG),
                (SizeField::Config, text),
                (SizeField::Task, task),
                (SizeField::Tokens, "1B"),
            ]);
            let (view, _) = answer(&typed, "", lang);
            assert!(view.sites.iter().all(|site| site.curve.is_some()), "{text}");
            let says_eight = view.about.iter().any(|it| it.contains("FP8"));
            assert_eq!(says_eight, text == eight, "{:?}", view.about);
        }
        let refused = draft(&[
            (SizeField::Model, model_by::CONFIG),
            (SizeField::Config, r#"{"_class_name":"FluxTransformer2DModel"}"#),
        ]);
        let problem = parse_workload(&refused).unwrap_err().remove(0).text(lang);
        assert!(problem.contains(lang.pick("확산 모델", "diffusion model")), "{problem}");
    }
    // A published count is compared with what was counted.
    let typed = draft(&[
        (SizeField::Model, model_by::CONFIG),
        (SizeField::Config, k_exaone),
        (SizeField::Published, "200B"),
    ]);
    let (view, _) = answer(&typed, "", Lang::En);
    let says_count = |it: &String| it.contains("The published count is 200B");
    assert!(view.about.iter().any(says_count), "{:?}", view.about);
}
