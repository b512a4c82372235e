//! Drafts: saved as typed, several by name, undone and redone, and never lost: not by a reload, a
//! link, a full, forbidden or corrupt store, or a second tab.
use super::{
    fit::{ask, wait_verdict},
    harness::{Options, Page, all, with_page},
};
use serde_json::{Value, json};
use thirtyfour::Key;

const FORM: &str = "/?view=fit";
/// What the reader sees of the draft: its name, and whether it is saved.
const NAME: &str = "#drafts-open";
const TOLD: &str = "#drafts-message";

/// Types nodes into the form, and waits until the draft has them.
async fn type_nodes(page: &Page, nodes: &str) {
    page.type_into("#nodes", nodes).await;
    page.wait_text(NAME, "저장됨").await;
}

async fn wait_nodes(page: &Page, nodes: &str) {
    page.element("#nodes").await;
    page.wait_until(&format!("document.querySelector('#nodes').value === '{nodes}'")).await;
}

/// The names of the stored drafts with the nodes that each asks.
async fn stored(page: &Page) -> Value {
    page.script(
        "return JSON.parse(localStorage.getItem('jari.drafts') ?? '{\"drafts\":[]}').drafts.map(
             ({ name, query }) => [name, new URLSearchParams(query).get('nodes')])",
    )
    .await
}

/// Longer than it takes until what was typed is saved.
async fn pause(page: &Page) {
    page.evaluate("new Promise((done) => setTimeout(() => done(true), 700))").await;
}

/// Stores these drafts, before the page is opened.
async fn store(page: &Page, drafts: &Value) {
    let text = json!({ "version": 1, "next": 9, "last": 1, "drafts": drafts }).to_string();
    page.script(&format!("localStorage.setItem('jari.drafts', {})", json!(text))).await;
}

fn two() -> Value {
    json!([
        { "id": 1, "name": "봄 공모", "query": "nodes=24" },
        { "id": 2, "name": "가을 공모", "query": "nodes=8&hold=kakao-b200:1-9:2027-01-01:" },
    ])
}

#[test]
fn what_is_typed_is_saved_and_opened_again() {
    with_page(FORM, Options::default(), async |page| {
        page.wait_text(NAME, "새 신청").await;
        pause(page).await;
        assert_eq!(stored(page).await, json!([]), "nothing is saved before anything is typed");
        type_nodes(page, "24").await;
        page.click("#busy-year").await;
        wait_verdict(page, "later").await;
        page.wait_text(NAME, "초안 1").await;
        // Leaving saves what the timer has not.
        page.type_into("#nodes", "25").await;
        page.goto("/").await;
        page.wait_text("h1", "어떤 자원이").await;
        assert_eq!(page.url().await, "/", "the published capacity is shown as it is");

        page.click(".tabs a[href*='view=fit']").await;
        wait_nodes(page, "25").await;
        page.wait_text(TOLD, "‘초안 1’ 초안을 이어서 작성합니다").await;
        page.wait_until("location.search.includes('nodes=25')").await;
        page.wait_url("scenario=busy-year").await;
        assert_eq!(stored(page).await, json!([["초안 1", "25"]]));

        page.click("#begin-anew").await;
        wait_nodes(page, "4").await;
        page.wait_gone(".notice[data-layer=scenario]").await;
        page.wait_text(NAME, "새 신청").await;
        assert_eq!(page.focus().await, "drafts-open");
        page.goto(FORM).await;
        wait_nodes(page, "4").await;
        assert_eq!(page.text(TOLD).await, "", "a new beginning stays one");
        type_nodes(page, "5").await;
        assert_eq!(stored(page).await, json!([["초안 1", "25"], ["초안 2", "5"]]));
        page.reload().await;
        page.wait_text(NAME, "초안 2").await;
        wait_nodes(page, "5").await;
    });
}

#[test]
fn a_link_overwrites_no_draft() {
    with_page("/", Options::default(), async |page| {
        store(page, &two()).await;
        page.goto(&ask("nodes=9")).await;
        page.wait_text(NAME, "링크로 연 신청").await;
        page.wait_text(NAME, "저장하지 않음").await;
        page.type_into("#nodes", "10").await;
        pause(page).await;
        let before = json!([["봄 공모", "24"], ["가을 공모", "8"]]);
        assert_eq!(stored(page).await, before);
        page.reload().await;
        page.wait_text(NAME, "링크로 연 신청").await;
        wait_nodes(page, "10").await;

        page.click("#save-draft").await;
        page.wait_text(NAME, "저장됨").await;
        assert_eq!(page.focus().await, "drafts-open");
        type_nodes(page, "11").await;
        let after = json!([["봄 공모", "24"], ["가을 공모", "8"], ["초안 1", "11"]]);
        assert_eq!(stored(page).await, after);
    });
}

#[test]
fn drafts_are_opened_renamed_copied_deleted_and_brought_back() {
    with_page("/", Options::default(), async |page| {
        store(page, &two()).await;
        page.goto(FORM).await;
        page.wait_text(TOLD, "봄 공모").await;
        page.click(NAME).await;
        page.wait_text("#draft-2", "노드 8").await;
        assert_eq!(page.attribute("#draft-1", "aria-current").await.as_deref(), Some("true"));

        page.click("#draft-2").await;
        wait_nodes(page, "8").await;
        page.wait_text(NAME, "가을 공모").await;
        page.wait_text("#layer", "점유 1건").await;
        assert_eq!(page.focus().await, "drafts-open");

        page.click(NAME).await;
        page.click("#draft-2-rename").await;
        page.wait_until("document.activeElement.id === 'draft-name'").await;
        page.press("겨울").await;
        page.press(Key::Enter).await;
        page.wait_text(NAME, "겨울").await;
        page.wait_until("document.activeElement.id === 'draft-2-rename'").await;
        page.press(Key::Enter).await;
        page.wait_until("document.activeElement.id === 'draft-name'").await;
        page.press("x").await;
        page.press(Key::Escape).await;
        page.wait_until("document.activeElement.id === 'draft-2-rename'").await;

        page.click("#draft-1-duplicate").await;
        page.wait_text("#drafts", "봄 공모 사본").await;
        page.wait_until("document.activeElement.id === 'draft-1-duplicate'").await;
        page.wait_text(NAME, "겨울").await;
        assert_eq!(
            page.texts("#drafts li .open strong").await,
            ["봄 공모", "겨울", "봄 공모 사본"]
        );

        page.click("#draft-2-delete").await;
        page.wait_text(TOLD, "‘겨울’ 초안을 지웠습니다").await;
        page.wait_until("document.activeElement.id === 'put-back'").await;
        assert_eq!(page.texts("#drafts li .open strong").await, ["봄 공모", "봄 공모 사본"]);
        assert_eq!(page.value("#nodes").await, "8", "the request stays on the page");
        page.wait_text(NAME, "저장하지 않음").await;
        page.press(Key::Enter).await;
        page.wait_text(NAME, "겨울").await;
        page.wait_text(NAME, "저장됨").await;
        assert_eq!(
            page.texts("#drafts li .open strong").await,
            ["봄 공모", "겨울", "봄 공모 사본"]
        );
        page.reload().await;
        page.wait_text(NAME, "겨울").await;
    });
}

#[test]
fn a_save_does_not_take_the_focus_away() {
    with_page(FORM, Options::default(), async |page| {
        type_nodes(page, "24").await;
        page.click(NAME).await;
        page.element("#draft-1-rename").await;
        page.type_into("#nodes", "25").await;
        page.script("document.querySelector('#draft-1-rename').focus()").await;
        page.wait_text("#draft-1", "노드 25").await;
        page.wait_until("document.activeElement.id === 'draft-1-rename'").await;
    });
}

#[test]
fn changes_are_undone_and_redone_by_buttons_and_keys() {
    with_page(&ask(""), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        let is_off = "document.querySelector('#undo').getAttribute('aria-disabled') === 'true'";
        page.wait_until(is_off).await;
        page.click("#nodes").await;
        page.press(Key::End + "00").await;
        wait_verdict(page, "now").await;
        page.set("#class", "academia").await;
        page.click("#add-hold").await;
        page.wait_until("document.activeElement.id === 'hold-0-nodes'").await;
        page.press("1-20").await;
        page.wait_text("#layer", "점유 1건").await;

        page.click("#undo").await;
        page.wait_until("document.querySelector('#hold-0-nodes').value === ''").await;
        page.press(Key::Enter).await;
        page.wait_gone(".hold").await;
        assert_eq!(page.focus().await, "undo", "the button keeps the focus");
        page.press(Key::Control + "z").await;
        page.wait_until("document.querySelector('#class').value === 'industry'").await;
        page.press(Key::Control + "z").await;
        wait_nodes(page, "4").await;
        page.wait_until(is_off).await;
        page.press(Key::Enter).await;
        wait_nodes(page, "4").await;

        page.press(Key::Control + "y").await;
        wait_nodes(page, "400").await;
        page.press(Key::Control + Key::Shift + "z").await;
        page.wait_until("document.querySelector('#class').value === 'academia'").await;
        // They outlive a reload, both ways.
        page.reload().await;
        wait_nodes(page, "400").await;
        page.click("#redo").await;
        page.element(".hold").await;
        for _ in 0..3 {
            page.click("#undo").await;
        }
        wait_nodes(page, "4").await;
        page.wait_url("nodes=4&").await;
    });
}

#[test]
fn a_field_undoes_its_own_keys_first() {
    with_page(&ask(""), Options::default(), async |page| {
        wait_verdict(page, "now").await;
        page.set("#class", "academia").await;
        page.click("#nodes").await;
        page.press(Key::End + "0").await;
        page.wait_text("#verdict", "40대").await;
        // The field's own, key by key, as in any text.
        page.press(Key::Control + "z").await;
        wait_nodes(page, "4").await;
        assert_eq!(page.value("#class").await, "academia");
        // It has no more of its own.
        page.press(Key::Control + "z").await;
        page.wait_until("document.querySelector('#class').value === 'industry'").await;
        assert_eq!(page.focus().await, "nodes");
    });
}

#[test]
fn a_full_store_is_told_and_nothing_is_lost() {
    with_page(FORM, Options::default(), async |page| {
        type_nodes(page, "24").await;
        page.script(
            "const set = Storage.prototype.setItem;
             window.mend = () => { Storage.prototype.setItem = set };
             Storage.prototype.setItem = () => { throw new DOMException('no', 'QuotaExceededError') };",
        )
        .await;
        page.type_into("#nodes", "25").await;
        page.wait_text(TOLD, "저장 공간이 가득 차").await;
        page.wait_text(NAME, "저장하지 않음").await;
        assert_eq!(stored(page).await, json!([["초안 1", "24"]]), "what was saved stays");
        page.wait_url("nodes=25").await;
        wait_verdict(page, "later").await;
        page.script("mend()").await;
        type_nodes(page, "26").await;
        page.wait_until(&format!("document.querySelector('{TOLD}').innerText === ''")).await;
        assert_eq!(stored(page).await, json!([["초안 1", "26"]]));
    });
}

#[test]
fn a_forbidden_store_is_told_quietly_and_everything_else_works() {
    with_page("about:blank", Options::default(), async |page| {
        page.before_each_load(
            "for (const name of ['localStorage', 'sessionStorage'])
                 Object.defineProperty(window, name,
                     { get() { throw new DOMException('no', 'SecurityError') } });",
        )
        .await;
        page.goto(FORM).await;
        page.wait_text(TOLD, "저장을 막아 두었습니다").await;
        page.type_into("#nodes", "25").await;
        page.wait_text(NAME, "저장하지 않음").await;
        page.wait_text("#verdict", "25대").await;
        page.click("#undo").await;
        wait_nodes(page, "4").await;
        page.click("#redo").await;
        wait_nodes(page, "25").await;
        page.reload().await;
        wait_nodes(page, "25").await;
        page.click("#language").await;
        page.wait_text(TOLD, "does not let the page save drafts").await;
    });
}

/// A store that was cut off, one with a part that cannot be read, and what is left of each.
#[test]
fn a_corrupt_store_is_kept_until_it_is_downloaded_or_discarded() {
    let part = r#"{"version":1,"next":3,"last":1,"drafts":[{"id":1,"name":"봄","query":"nodes=24"},{"id":1}]}"#;
    let cases = [(&part[..60], json!([])), (part, json!([["봄", "24"]]))];
    with_page("about:blank", Options::default(), async |page| {
        for (broken, left) in cases {
            // A page that is at rest once it is there: one that is left while it starts lets go of what
            // it has asked the service worker for, which Firefox tells as an error.
            page.goto("/404.html").await;
            page.script("localStorage.clear(); sessionStorage.clear()").await;
            page.script(&format!("localStorage.setItem('jari.drafts', {})", json!(broken))).await;
            page.goto(FORM).await;
            page.wait_text(TOLD, "원본은 지우지 않고 따로 두었습니다").await;
            assert_eq!(stored(page).await, left);
            // It outlives what is typed, and a reload.
            type_nodes(page, "7").await;
            page.reload().await;
            page.wait_text(TOLD, "원본은 지우지 않고").await;
            page.script(
                "const make = URL.createObjectURL;
                 URL.createObjectURL = (blob) => {
                     blob.text().then((text) => { window.given = text });
                     return make.call(URL, blob);
                 };
                 HTMLAnchorElement.prototype.click = function () { window.named = this.download };",
            )
            .await;
            page.click("#download-broken").await;
            page.wait_until("window.given !== undefined").await;
            assert_eq!(page.evaluate("given").await, json!(broken));
            assert_eq!(page.evaluate("named").await, json!("jari-drafts.txt"));
            page.click("#discard-broken").await;
            page.wait_gone("#discard-broken").await;
            assert_eq!(page.focus().await, "drafts-open");
            assert_eq!(
                page.evaluate("localStorage.getItem('jari.drafts.broken')").await,
                json!(null)
            );
            let count = left.as_array().expect("a list").len();
            assert_eq!(stored(page).await.as_array().expect("a list").len(), count.max(1));
        }
    });
}

#[test]
fn a_corrupt_store_without_room_to_keep_it_is_left_alone() {
    with_page("/", Options::default(), async |page| {
        page.script("localStorage.setItem('jari.drafts', '{broken')").await;
        page.before_each_load(
            "const set = Storage.prototype.setItem;
             Storage.prototype.setItem = function (name, text) {
                 if (name === 'jari.drafts.broken') throw new DOMException('no', 'QuotaExceededError');
                 return set.call(this, name, text);
             };",
        )
        .await;
        page.goto(FORM).await;
        page.wait_text(TOLD, "저장을 멈췄습니다").await;
        page.type_into("#nodes", "7").await;
        page.wait_text(NAME, "저장하지 않음").await;
        pause(page).await;
        let text = "localStorage.getItem('jari.drafts')";
        assert_eq!(page.evaluate(text).await, json!("{broken"));
        page.click("#discard-broken").await;
        page.wait_text(NAME, "저장됨").await;
        assert_eq!(stored(page).await, json!([["초안 1", "7"]]));
    });
}

/// Opens the form in a second tab, which the first one then moves by its document.
async fn second_tab(page: &Page, nodes: &str) {
    page.script("window.other = window.open('?view=fit')").await;
    page.wait_until(&format!("other.document.querySelector('#nodes')?.value === '{nodes}'")).await;
}

async fn type_in_other(page: &Page, nodes: &str) {
    page.script(&format!(
        "const field = other.document.querySelector('#nodes');
         field.value = '{nodes}';
         field.dispatchEvent(new Event('input', {{ bubbles: true }}));"
    ))
    .await;
    let saved = "other.document.querySelector('#drafts-open').innerText.includes('저장됨')";
    page.wait_until(&format!(
        "{saved} && localStorage.getItem('jari.drafts').includes('nodes={nodes}&')"
    ))
    .await;
}

#[test]
fn a_second_tab_is_noticed_and_neither_is_overwritten() {
    with_page(FORM, Options::default(), async |page| {
        type_nodes(page, "24").await;
        second_tab(page, "24").await;
        type_in_other(page, "30").await;
        page.wait_text(TOLD, "다른 탭에서 이 초안을 바꿨습니다").await;
        page.type_into("#nodes", "25").await;
        pause(page).await;
        assert_eq!(stored(page).await, json!([["초안 1", "30"]]), "saving waits");
        page.wait_text(NAME, "저장하지 않음").await;

        page.click("#keep-mine").await;
        page.wait_text(NAME, "초안 2").await;
        assert_eq!(stored(page).await, json!([["초안 1", "30"], ["초안 2", "25"]]));
        // The other tab goes on with its own, and this one too.
        type_in_other(page, "31").await;
        type_nodes(page, "26").await;
        assert_eq!(stored(page).await, json!([["초안 1", "31"], ["초안 2", "26"]]));
        assert_eq!(page.text(TOLD).await, "");

        // Both on one again; this time theirs is taken, which can be undone.
        page.click(NAME).await;
        page.click("#draft-1").await;
        wait_nodes(page, "31").await;
        type_in_other(page, "32").await;
        page.wait_text(TOLD, "다른 탭에서").await;
        page.click("#take-theirs").await;
        wait_nodes(page, "32").await;
        page.wait_text(NAME, "저장됨").await;
        page.click("#undo").await;
        wait_nodes(page, "31").await;
        page.script("other.close()").await;
    });
}

#[test]
fn a_name_that_is_being_typed_outlives_the_save_of_another_tab() {
    with_page(FORM, Options::default(), async |page| {
        type_nodes(page, "24").await;
        second_tab(page, "24").await;
        // By script: a page behind another one gets no keys.
        page.script("document.querySelector('#draft-1-rename').click()").await;
        page.element("#draft-name").await;
        page.script("document.querySelector('#draft-name').value = '이름'").await;
        type_in_other(page, "30").await;
        page.wait_text(TOLD, "다른 탭에서 이 초안을 바꿨습니다").await;
        assert_eq!(page.value("#draft-name").await, "이름");
        page.script("other.close()").await;
    });
}

#[test]
fn a_draft_that_another_tab_deleted_is_still_on_the_page() {
    with_page(FORM, Options::default(), async |page| {
        type_nodes(page, "24").await;
        second_tab(page, "24").await;
        page.script("other.document.querySelector('#draft-1-delete').click()").await;
        page.wait_text(TOLD, "다른 탭에서 이 초안을 지웠습니다").await;
        assert_eq!(page.value("#nodes").await, "24");
        page.click("#keep-mine").await;
        page.wait_text(NAME, "저장됨").await;
        assert_eq!(stored(page).await, json!([["초안 1", "24"]]));
        page.script("other.close()").await;
    });
}

#[test]
fn fifty_drafts_are_the_most_and_that_is_said() {
    let fifty: Vec<Value> = (1..=50)
        .map(|id| json!({ "id": id, "name": format!("{id}"), "query": "nodes=4" }))
        .collect();
    with_page("/", Options::default(), async |page| {
        store(page, &json!(fifty)).await;
        page.goto(&ask("nodes=9")).await;
        page.click("#save-draft").await;
        page.wait_text(TOLD, "50개까지").await;
        page.click(NAME).await;
        page.click("#draft-7-delete").await;
        page.wait_text(TOLD, "지웠습니다").await;
        assert_eq!(page.count("#drafts li").await, 49);
        let shown = all("#drafts li").to_owned() + ".length";
        assert_eq!(page.evaluate(&shown).await, json!(49));
    });
}

/// For people to judge: what is told by the name of the picture, the store, and what another tab
/// then writes.
#[test]
fn pictures() {
    let broken = r#"{"version":1,"next":3,"last":1,"drafts":[{"id":1,"name":"봄 공모","query":"nodes=24"},7]}"#;
    let good = json!({ "version": 1, "next": 9, "last": 1, "drafts": two() }).to_string();
    let theirs = good.replace("nodes=24", "nodes=30");
    let states = [("list", &*good, &*good), ("clash", &good, &theirs), ("broken", broken, broken)];
    with_page("about:blank", Options::default(), async |page| {
        for lang in ["ko", "en"] {
            for (name, before, after) in states {
                page.goto("/").await;
                // The last piece of code: none is to be on its way when the page is left.
                page.element("#calls").await;
                page.script("localStorage.clear(); sessionStorage.clear()").await;
                let set = |text| format!("localStorage.setItem('jari.drafts', {})", json!(text));
                page.script(&set(before)).await;
                page.goto(&format!("{FORM}&lang={lang}")).await;
                wait_verdict(page, "later").await;
                if name != "broken" {
                    page.script(&format!("{}; dispatchEvent(new Event('storage'))", set(after)))
                        .await;
                }
                page.element("#drafts-message button").await;
                if name == "list" {
                    page.click(NAME).await;
                }
                for width in [390, 1440] {
                    page.set_view(width, 900).await;
                    page.screenshot(&format!("drafts-{name}-{lang}-{width}")).await;
                }
            }
        }
    });
}
