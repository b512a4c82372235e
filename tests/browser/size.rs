//! The size view: what a workload needs, why, and the way from there to the fit view.
use super::harness::{Options, Page, all, with_page};
use serde_json::json;

const H200: &str = "article[data-accelerator=h200]";
const B200: &str = "article[data-accelerator=b200]";

/// Waits until the sentences have this in them.
async fn wait_sentence(page: &Page, part: &str) {
    page.wait_text("#verdict", part).await;
}

/// The suggested nodes of an accelerator, as its first fact has them.
async fn nodes(page: &Page, site: &str) -> String {
    page.text(&format!("{site} .offer-facts dd")).await
}

#[test]
fn the_example_is_answered_on_both_accelerators_with_every_step() {
    with_page("/?view=size", Options::default(), async |page| {
        wait_sentence(page, "H200: 노드").await;
        wait_sentence(page, "B200: 노드").await;
        for site in [H200, B200] {
            assert_eq!(page.count(&format!("{site} .plot .mark")).await, 1, "the point is drawn");
            page.click(&format!("{site} > .twin:not(:last-child) summary")).await;
            page.wait_text(&format!("{site} table"), "권장").await;
            page.wait_text(site, "무엇을 바꾸면").await;
        }
        page.click(&format!("{H200} > .twin:last-child > summary")).await;
        let steps = format!("{H200} .steps > li");
        page.element(&steps).await;
        assert!(page.count(&steps).await > 15);
        let step = format!("{H200} .steps > li:nth-child(2)");
        page.click(&format!("{step} summary")).await;
        page.wait_text(&step, "6 N_mm + A").await;
        page.wait_text(&step, "Scaling laws for neural language models").await;
        page.element(&format!("{step} a[href^='https://arxiv.org/']")).await;

        page.click("#size-answer > .twin > summary").await;
        page.wait_text("#size-answer > .twin .steps", "8.03B").await;
    });
}

#[test]
fn what_is_typed_is_answered_at_once_and_in_the_link() {
    with_page("/?view=size", Options::default(), async |page| {
        wait_sentence(page, "H200").await;
        let before = nodes(page, H200).await;
        // What is opened stays open while it changes.
        page.click(&format!("{H200} > .twin:last-child > summary")).await;
        page.type_into("#size-tokens", "5T").await;
        page.wait_until(&format!(
            "document.querySelector('{H200} .offer-facts dd').innerText !== {}",
            json!(before)
        ))
        .await;
        page.wait_text(&format!("{H200} .steps"), "5T 토큰").await;
        page.wait_url("tokens=5T").await;
        page.set("#size-model", "phi-4").await;
        page.wait_url("model=phi-4").await;
        let seen = page.texts("#verdict .sentence").await;
        page.reload().await;
        wait_sentence(page, "H200").await;
        assert_eq!(page.texts("#verdict .sentence").await, seen);
        page.click("#copy-link").await;
        page.wait_text("#kept", "복사").await;
        let link = page.clipboard().await;
        assert!(link.contains("view=size") && link.contains("tokens=5T"), "{link}");
        assert_eq!(page.value("#size-tokens").await, "5T");
        page.click("#language").await;
        page.wait_text("h1", "How much").await;
        assert_eq!(page.value("#size-tokens").await, "5T");
        page.click("#reset").await;
        page.wait_until("document.querySelector('#size-tokens').value === '300B'").await;
    });
}

#[test]
fn wrong_input_is_told_at_its_field_and_at_the_top() {
    with_page("/?view=size&model=shape", Options::default(), async |page| {
        wait_sentence(page, "H200").await;
        for (field, typed, message) in [
            ("tokens", "많이", "수를 읽지 못했습니다"),
            ("within", "0", "0.01~36,525"),
            ("kv-heads", "7", "num_attention_heads"),
            ("layers", "1.5", "정수"),
            ("vocab", "", "적어 주세요"),
        ] {
            let id = format!("#size-{field}");
            let right = page.value(&id).await;
            page.type_into(&id, typed).await;
            page.wait_text(&format!("{id}-about .wrong"), message).await;
            page.wait_text("#verdict li", message).await;
            assert_eq!(page.attribute(&id, "aria-invalid").await.as_deref(), Some("true"));
            page.click("#verdict li a").await;
            assert_eq!(page.focus().await, format!("size-{field}"));
            page.type_into(&id, &right).await;
            page.wait_gone(".wrong").await;
        }
    });
}

#[test]
fn a_pasted_config_is_cut_down_to_its_shape_and_travels_in_the_link() {
    let config = r#"{"architectures":["LlamaForCausalLM"],"hidden_size":4096,
        "initializer_range":0.02,"intermediate_size":14336,"model_type":"llama",
        "num_attention_heads":32,"num_hidden_layers":32,"num_key_value_heads":8,
        "rms_norm_eps":1e-05,"rope_theta":500000.0,"tie_word_embeddings":false,
        "torch_dtype":"bfloat16","transformers_version":"4.42.3","vocab_size":128256}"#;
    with_page("/?view=size&model=config", Options::default(), async |page| {
        page.wait_text("#size-config-about .wrong", "적어 주세요").await;
        page.set("#size-config", "{\"model_type\": \"rwkv6\"}").await;
        page.wait_text("#verdict li", "섞는 방식").await;
        page.paste("#size-config", config).await;
        wait_sentence(page, "H200").await;
        let kept = page.value("#size-config").await;
        assert!(kept.contains("hidden_size") && !kept.contains("torch_dtype"), "{kept}");
        page.click("#size-answer > .twin > summary").await;
        page.wait_text("#size-answer > .twin .steps", "8.03B").await;
        page.wait_url("config=").await;
        page.reload().await;
        wait_sentence(page, "H200").await;
    });
}

#[test]
fn a_size_is_handed_to_the_fit_view_and_back() {
    with_page("/?view=size&call=25-1", Options::default(), async |page| {
        wait_sentence(page, "B200").await;
        let wanted = nodes(page, B200).await;
        page.wait_text(&format!("{B200} .facts"), "자리가 있나요?").await;
        page.click(&format!("{B200} .to-fit")).await;
        page.wait_text("h1", "들어갈까요").await;
        let typed = page.value("#nodes").await;
        assert!(wanted.starts_with(&format!("{typed}대 (")), "{wanted}, {typed}");
        assert_eq!(
            page.evaluate("document.querySelector('#accelerator-h200').checked").await,
            json!(false)
        );
        assert_eq!(page.value("#call").await, "25-1");
        page.back().await;
        page.wait_text("h1", "얼마나").await;
    });
}

#[test]
fn serving_and_known_hours_have_fields_of_their_own() {
    with_page("/?view=size", Options::default(), async |page| {
        wait_sentence(page, "H200").await;
        page.set("#size-task", "serve").await;
        page.element("#size-users").await;
        page.wait_text(H200, "초당 출력 토큰").await;
        page.wait_gone("#size-tokens").await;
        page.set("#size-goal", "rate").await;
        page.element("#size-rate").await;
        page.set("#size-task", "gpu_hours").await;
        page.element("#size-gpu-hours").await;
        page.wait_gone("#size-model").await;
        page.wait_text(H200, "GPU시간").await;
        page.set("#size-task", "qlora").await;
        page.click("#workload details summary").await;
        page.wait_text("#workload details", "어댑터 랭크").await;
        page.wait_text("#size-model-about", "비슷한 크기").await;
    });
}

#[test]
fn a_call_bounds_what_can_be_asked_for() {
    with_page("/?view=size&call=beta", Options::default(), async |page| {
        // It offers B200 alone.
        page.wait_text(&format!("{H200} > p"), "이 공모에는 이 가속기가 없습니다").await;
        assert_eq!(page.count(&format!("{H200} .to-fit")).await, 0);
        page.set("#call", "25-1").await;
        page.element(&format!("{H200} .plot .fits")).await;
        page.element(&format!("{H200} .to-fit")).await;
    });
}

#[test]
fn the_form_is_filled_in_by_keys_and_no_label_is_missing() {
    with_page("/?view=size&model=shape&tp=2", Options::default(), async |page| {
        wait_sentence(page, "H200").await;
        let without = format!(
            "{}.filter((field) => !field.labels.length).map((field) => field.id)",
            all("#workload :is(input, select, textarea)")
        );
        assert_eq!(page.evaluate(&without).await, json!([]));
        assert_eq!(
            page.evaluate("document.querySelector('#workload details').open").await,
            json!(true)
        );
    });
}
