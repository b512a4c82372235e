//! A file of the reader's own: into the page, in use on every view, and out again.
use super::{
    fit::wait_verdict,
    harness::{Options, Page, with_page},
};
use serde_json::json;

/// Nodes of a cluster, as `scontrol show nodes --json` answers.
const NODES: &str = r#"{"nodes":[
    {"name":"g1","gres":"gpu:h100:8","state":["ALLOCATED"],"partitions":["own"]},
    {"name":"g2","gres":"gpu:h100:8","state":["IDLE"],"partitions":["own"]},
    {"name":"g3","gres":"gpu:h100:8","state":["IDLE"],"partitions":["own"]}],
    "last_update":{"set":true,"infinite":false,"number":1795489200}}"#;
const RESERVATIONS: &str = r#"{"reservations":[]}"#;
/// One job, until 2026-12-31 in Korea.
const JOBS: &str = r#"{"jobs":[{"job_id":1,"job_state":["RUNNING"],"nodes":"g1",
    "start_time":{"set":true,"infinite":false,"number":1795400000},
    "end_time":{"set":true,"infinite":false,"number":1798642800}}]}"#;

/// A request for all nodes of that cluster, in the view that takes its answers.
const ASKED: &str = "/?view=data&acc=h100&nodes=3&term=1m&from=2026-11-25";

/// Gives files to the page, by their names and what makes their bytes; `how` is what the reader does
/// with them.
async fn give(page: &Page, files: &[(&str, String)], how: &str) {
    let made: Vec<String> =
        files.iter().map(|(name, make)| format!("new File([{make}], {})", json!(name))).collect();
    page.element("#data-file").await;
    page.script(&format!(
        "const given = new DataTransfer();
         for (const file of [{}]) given.items.add(file);
         {how}",
        made.join(", ")
    ))
    .await;
}

const CHOSEN: &str = "const input = document.querySelector('#data-file');
    input.files = given.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));";
const DROPPED: &str = "document.querySelector('#data').dispatchEvent(
    new DragEvent('drop', { dataTransfer: given, bubbles: true, cancelable: true }));";

fn text(text: &str) -> String {
    json!(text).to_string()
}

/// Gives the answers of the cluster, and uses what they come to.
pub async fn use_cluster(page: &Page) {
    give(page, &[("jobs.json", text(JOBS)), ("nodes.json", text(NODES))], DROPPED).await;
    page.wait_until("document.querySelectorAll('#data-files li').length === 2").await;
    page.element("#data-use").await;
    give(page, &[("reservations.json", text(RESERVATIONS))], CHOSEN).await;
    page.wait_until("document.querySelectorAll('#data-files li').length === 3").await;
    page.click("#data-use").await;
    page.wait_text("#own-file", "nodes.json").await;
}

#[test]
fn answers_of_a_cluster_are_summed_up_used_on_every_view_and_left() {
    with_page(ASKED, Options::default(), async |page| {
        give(page, &[("jobs.json", text(JOBS)), ("nodes.json", text(NODES))], DROPPED).await;
        page.wait_text("#data-summary", "예약 파일 없이 가져왔습니다").await;
        give(page, &[("reservations.json", text(RESERVATIONS))], CHOSEN).await;
        page.wait_text("#data-summary", "모든 점유를 안다고 적힌 파일입니다").await;
        page.click("#data-use").await;
        page.wait_text("#own-file", "nodes.json").await;
        assert_eq!(page.focus().await, "own-file");
        page.wait_text("#own-told", "이 브라우저 밖으로 나가지 않습니다").await;
        page.wait_until("location.search.includes('own=')").await;
        page.wait_text(".notice", "내 파일로 본 미리보기").await;
        for view in ["capacity", "size", "round", "fit"] {
            let tab = match view {
                "capacity" => ".tabs a:first-child".to_owned(),
                view => format!(".tabs a[href*='view={view}']"),
            };
            page.click(&tab).await;
            page.wait_text("#own-told", "jobs.json, nodes.json, reservations.json").await;
            page.element(".notice[data-layer=snapshot]").await;
        }
        // The answer is that of the cluster: one of its nodes is in use to the end of the year.
        let own = page.evaluate("new URLSearchParams(location.search).get('own')").await;
        let own = own.as_str().expect("a text").to_owned();
        page.wait_text("#verdict", "2026년 12월 31일").await;

        page.click("#own-leave").await;
        page.wait_text("#own-told", "공개 자료로 돌아왔습니다").await;
        page.wait_until("!location.search.includes('own=')").await;
        page.element(".notice[data-layer=published]").await;
        assert_eq!(page.count("#own-leave").await, 0);

        // A link of then says that it rests on a file that is not here.
        page.goto(&format!("/?view=fit&own={own}")).await;
        page.wait_text("#unread", "보낸 사람이 가진 파일").await;
        page.wait_text("#unread", &own).await;
        page.click("#unread button").await;
        page.wait_until("!location.search.includes('own=')").await;
    });
}

#[test]
fn a_copied_link_and_a_reload_say_what_they_rest_on() {
    with_page("/?view=data", Options::default(), async |page| {
        use_cluster(page).await;
        page.click(".tabs a[href*='view=fit']").await;
        page.click("#copy-link").await;
        page.wait_text("#share [role=status], main", "받는 사람에게는 그 파일이 없어").await;
        // It is gone after a reload, which says so ...
        page.reload().await;
        page.wait_text("#unread", "그 파일이 여기에 없어").await;
        assert_eq!(page.count("#own-leave").await, 0);
        // ... unless the reader wants it kept.
        page.goto("/?view=data").await;
        use_cluster(page).await;
        page.click("#own-file .choice").await;
        page.wait_text("#own-told", "보관했습니다").await;
        page.reload().await;
        page.wait_text("#own-told", "nodes.json").await;
        page.element(".notice[data-layer=snapshot]").await;
        assert_eq!(page.text("#unread").await, "");
        assert_eq!(page.evaluate("document.querySelector('#own-keep').checked").await, true);
        // Leaving takes it away for good.
        page.click("#own-leave").await;
        page.wait_text("#own-told", "공개 자료로 돌아왔습니다").await;
        page.reload().await;
        page.element(".notice[data-layer=published]").await;
        assert_eq!(page.count("#own-leave").await, 0);
        let left = "caches.open('jari-capacity').then(async (store) =>
            (await (await store.match('own-capacity.json'))?.text() ?? '').length
            + (localStorage.getItem('jari.own') ?? '').length)";
        page.wait_until(&format!("await ({left}) === 0")).await;
    });
}

/// A table as a spreadsheet of a Korean office saves it: CP949, with a line that is none.
const CP949: &str = "new Uint8Array([0xBA, 0xED, 0xB7, 0xCF, 0x2C, 0xB0, 0xA1, 0xBC, 0xD3, 0xB1, 0xE2, 0x2C,
    0xB3, 0xEB, 0xB5, 0xE5, 0x0D, 0x0A, 0xC7, 0xD1, 0xB0, 0xAD, 0x2C, 0x48, 0x32, 0x30, 0x30, 0x2C, 0x38, 0x0D,
    0x0A, 0xB3, 0xB2, 0xBB, 0xEA, 0x2C, 0x48, 0x32, 0x30, 0x30, 0x2C, 0x3D, 0x32, 0x2A, 0x34, 0x0D, 0x0A])";

#[test]
fn hostile_and_odd_files_are_told_with_their_place_and_the_page_goes_on() {
    with_page("/?view=data", Options::default(), async |page| {
        let utf16 =
            "(() => { const text = 'block,accelerator,nodes\\r\\na,H200,8\\r\\nb,H200,many\\r\\n';
            const units = Uint16Array.from('\\uFEFF' + text, (char) => char.charCodeAt(0));
            return new Uint8Array(units.buffer) })()";
        let billion = RESERVATIONS.replace(
            "[]",
            r#"[{"name":"r","node_list":"g[1-1000000000]",
                "start_time":{"set":true,"infinite":false,"number":1795400000},
                "end_time":{"set":true,"infinite":false,"number":1798642800},"flags":[]}]"#,
        );
        let deep = "'['.repeat(10000) + ']'.repeat(10000)";
        let capacity = "'{\"schema\":1,\"blocks\":' + '['.repeat(10000) + ']'.repeat(10000) + '}'";
        let huge = "new Uint8Array(135000000)";
        for (files, said) in [
            (vec![("deep.json", deep.to_owned())], "현황 파일도, Slurm이나"),
            (vec![("c.json", capacity.to_owned())], "$"),
            (vec![("broken.json", text("{\n  oops"))], "2"),
            (vec![("book.xlsx", text("PK\u{3}\u{4}…"))], "엑셀 파일"),
            (vec![("bytes", "new Uint8Array([0x61, 0x0A, 0xFF, 0xFF])".into())], "2행이"),
            (vec![("huge.json", huge.to_owned())], "까지만 읽습니다"),
            (vec![("n", text(NODES)), ("r", text(&billion))], "1,000,000,000개"),
            (vec![("cp949.csv", CP949.to_owned())], "3행: 계산한 값이 아니라 수식이"),
            (vec![("utf16.csv", utf16.to_owned())], "3행: 읽을 수 없는 값이어서 뺐습니다"),
        ] {
            give(page, &files, CHOSEN).await;
            page.wait_text("#data", said).await;
            page.click("#data-clear").await;
            page.wait_gone("#data-files").await;
        }
        // Pasted cells go the same way, and the rest of the page was never in danger.
        page.click("#data-input summary").await;
        page.paste("#data-pasted", "블록\t가속기\t노드\n한강\tH200\t8\n").await;
        page.click("#data-read").await;
        page.wait_text("#data-summary", "규모로만 답합니다").await;
        page.click("#data-use").await;
        page.wait_text("#own-told", "붙여 넣은 것").await;
        page.click(".tabs a[href*='view=fit']").await;
        wait_verdict(page, "now").await;
    });
}
