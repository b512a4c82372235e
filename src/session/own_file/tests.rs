//! Tests of every way from given files to the capacity file in use, and of the texts about it.

use super::*;
use crate::exchange::decoding::OpenError;
use crate::exchange::import::Partial;
use crate::model::limits::MAX_BYTES;
use crate::model::{Availability, Instant, fingerprint, read};
use crate::session::CapacityFile;
use crate::show::data::DataView;
use crate::words::Lang;

const CAPACITY: &str = r#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
    "accelerators":[{"id":"h200","name":"H200"}],
    "blocks":[{"id":"a","name":"A","accelerator":"h200","nodes":4}],
    "holds":[{"block":"a","nodes":"1-2"}]}"#;
const NODES: &str = r#"{"nodes":[
    {"name":"g1","gres":"gpu:h200:8","state":["ALLOCATED"],"partitions":["gpu"]},
    {"name":"g2","gres":"gpu:h200:8","state":["IDLE"],"partitions":["gpu"]},
    {"name":"login","gres":"","state":["IDLE"],"partitions":["gpu"]}],
    "last_update":{"set":true,"infinite":false,"number":1799020800}}"#;
const RESERVATIONS: &str = r#"{"reservations":[]}"#;
const JOBS: &str = r#"{"jobs":[{"job_id":1,"job_state":["RUNNING"],"nodes":"g1",
    "start_time":{"set":true,"infinite":false,"number":1799000000},
    "end_time":{"set":true,"infinite":false,"number":1799107200}}]}"#;
const PODS: &str = r#"{"kind":"PodList","items":[]}"#;
const TABLE: &str = "블록,가속기,노드 수,점유 종료\r\n한강,H200,64,\r\n한강,,2,2027-03-01\r\n한강,,많이,2027-03-01\r\n";

fn cp949(bytes: &[u8]) -> Option<String> {
    let (text, _, is_wrong) = encoding_rs::EUC_KR.decode(bytes);
    (!is_wrong).then(|| text.into_owned())
}

fn now() -> Instant {
    Instant::parse("2027-01-04T09:00:00+09:00").unwrap()
}

/// Returns the result of these files, given in this order.
fn given(files: &[(&str, &[u8])]) -> OwnFiles {
    let mut all = OwnFiles::default();
    for (name, bytes) in files {
        all.add(name, Ok(bytes.to_vec()), cp949);
    }
    draw_up(&mut all);
    all
}

/// Computes the result of the files, including the parsing of the capacity file.
fn draw_up(files: &mut OwnFiles) {
    files.draw_up(now());
    if let Some(bytes) = files.to_read() {
        assert!(!files.can_use(), "it has to be read first");
        let file = read(&bytes).map(|it| CapacityFile::new(it, fingerprint(&bytes)));
        files.note_read(&bytes, file);
    }
    assert!(files.to_read().is_none());
}

fn shown(files: &[(&str, &[u8])], lang: Lang) -> DataView {
    data_view(&given(files), lang)
}

/// Returns the message about one unreadable file beside a readable capacity file.
fn unread(bytes: &[u8], lang: Lang) -> String {
    let shown = shown(&[("bad", bytes), ("good.json", CAPACITY.as_bytes())], lang);
    assert!(shown.summary.is_some(), "the rest goes on");
    let problem = shown.files[0].problem.clone().expect("it cannot be read");
    assert!(shown.spoken.starts_with(&["bad: ", &problem].concat()), "{}", shown.spoken);
    problem
}

#[test]
fn a_capacity_file_is_summed_up_used_and_saved_as_it_is() {
    let mut files = given(&[("mine.json", CAPACITY.as_bytes())]);
    let shown = data_view(&files, Lang::En);
    assert_eq!(shown.files[0].what, "Capacity file, 221 B");
    assert_eq!(
        shown.summary.unwrap().lines,
        [
            "Size: 1 block, 4 nodes (32 GPUs)",
            "Holds (nodes already taken): 1 hold",
            "As of 4 Jan 2027",
            "The file says that it knows every hold, so answers are shown as exact."
        ]
    );
    let own = files.take(29_982_245).unwrap();
    assert_eq!(own.bytes.as_slice(), CAPACITY.as_bytes());
    assert_eq!(own.file.snapshot.blocks[0].nodes(), 4);
    assert_eq!(
        in_use(&own, Lang::En),
        "mine.json, read at 3 Jan 2027, 09:05. Nothing of it leaves this browser."
    );
    assert_eq!(
        in_use(&own, Lang::Ko),
        "mine.json, 2027년 1월 3일 09:05에 읽었습니다. 이 파일의 내용은 이 브라우저 밖으로 나가지 않습니다."
    );
    assert!(files.is_empty() && files.take(1).is_none(), "it is handed over once");
    assert_eq!(data_view(&files, Lang::En), DataView::default());
}

#[test]
fn answers_of_a_cluster_come_in_any_order_and_one_at_a_time() {
    let parts = [("n.json", NODES), ("r.json", RESERVATIONS), ("j.json", JOBS)];
    let mut drawn_up = Vec::new();
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0]] {
        let mut files = OwnFiles::default();
        for index in order {
            let (name, text) = parts[index];
            files.add(name, Ok(text.into()), cp949);
            draw_up(&mut files);
            let has_nodes = files.given.iter().any(|given| given.name == "n.json");
            assert_eq!(files.can_use(), has_nodes, "{order:?}");
            if !has_nodes {
                let stopped = data_view(&files, Lang::En).stopped.unwrap();
                assert!(stopped.contains("scontrol show nodes --json"), "{stopped}");
            }
        }
        let own = files.take(0).unwrap();
        assert_eq!(own.file.snapshot.availability, Availability::Complete);
        // The written file is like any other.
        assert_eq!(read(&own.bytes).unwrap().problems, []);
        drawn_up.push(own.bytes);
    }
    assert!(drawn_up.windows(2).all(|pair| pair[0] == pair[1]), "the order makes no difference");
}

#[test]
fn what_is_missing_is_to_be_known_and_no_answer_is_certain() {
    let shown = shown(&[("n.json", NODES.as_bytes())], Lang::En);
    let summary = shown.summary.unwrap();
    assert!(summary.lines[0].starts_with("Nodes read: 3. With GPUs: 2"), "{:?}", summary.lines);
    assert!(summary.notes.sentences.iter().any(|it| it.contains("without the reservations")));
    assert!(summary.lines.last().unwrap().contains("no answer is shown as certain"));
    assert!(summary.left_out.sentences.is_empty() && summary.left_out.title.is_empty());
    let own = given(&[("n.json", NODES.as_bytes())]).take(0).unwrap();
    assert!(in_use(&own, Lang::En).contains("no answer is shown as certain"));
}

#[test]
fn how_a_part_of_a_node_counts_is_asked_where_it_matters() {
    let mut files = given(&[("t.csv", TABLE.as_bytes())]);
    assert!(!files.asks_partial());
    files.clear();
    let mixed = NODES.replace(r#"["ALLOCATED"]"#, r#"["MIXED"],"gres_used":"gpu:h200:2""#);
    files.add("n.json", Ok(mixed.into()), cp949);
    files.set_partial(Partial::Free);
    draw_up(&mut files);
    assert!(files.asks_partial() && files.partial() == Partial::Free);
    let notes = data_view(&files, Lang::En).summary.unwrap().notes.sentences.join(" ");
    assert!(notes.contains("Nodes of which a part is in use count as free."), "{notes}");
}

#[test]
fn what_is_left_out_is_told_with_its_place_before_anything_is_used() {
    let (bytes, _, _) = encoding_rs::EUC_KR.encode(TABLE);
    let utf16: Vec<u8> =
        [0xFF, 0xFE].into_iter().chain(TABLE.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    for bytes in [TABLE.as_bytes(), &bytes, &utf16] {
        let shown = shown(&[("표.csv", bytes)], Lang::Ko);
        let summary = shown.summary.unwrap();
        assert_eq!(summary.left_out.title, "읽지 못해 뺀 것 1건");
        assert_eq!(
            summary.left_out.sentences,
            ["표 4행: 읽을 수 없는 값이어서 뺐습니다: \"많이\"."]
        );
        assert!(shown.spoken.ends_with("읽지 못해 뺀 것 1건"), "{}", shown.spoken);
    }
    let own = given(&[("표.csv", TABLE.as_bytes())]).take(0).unwrap();
    assert_eq!(own.file.snapshot.holds.len(), 1);
    assert_eq!(own.file.snapshot.as_of, now().floor());
}

#[test]
fn a_formula_is_no_value() {
    let table = "block,accelerator,nodes\na,H200,8\nb,H200,=4*2\n=HYPERLINK(\"x\"),H200,8\n";
    let summary = shown(&[("t.csv", table.as_bytes())], Lang::En).summary.unwrap();
    assert_eq!(
        summary.left_out.sentences,
        [
            "In the table, line 3: A cell has a formula instead of its value, \"=4*2\": the row was left out. Put in values.",
            "In the table, line 4: A cell has a formula instead of its value, \"=HYPERLINK(\"x\")\": the row was left out. Put in values."
        ]
    );
    assert!(summary.lines[0].contains('8'), "the first block stays: {:?}", summary.lines);
}

#[test]
fn what_cannot_be_read_says_why_and_the_rest_goes_on() {
    let deep = ["[".repeat(10_000), "]".repeat(10_000)].concat();
    let cases: [(&[u8], &str); 9] = [
        (b"", "It is empty."),
        (b" \r\n", "It is empty."),
        (b"PK\x03\x04\x14\x00", "Workbooks (xlsx)"),
        (b"a,b\n\xff\xff", "Line 2 is text in none of UTF-8, UTF-16 and CP949."),
        (b"{\n  \"schema\": 1,\n  oops", "line 3, column 3"),
        (b"{\"schema\":1,\"blocks\":[", "line 1"),
        (deep.as_bytes(), "no capacity file and no answer of Slurm or Kubernetes"),
        (b"<!doctype html><p>a,b", "neither JSON nor a table"),
        (b"hello", "neither JSON nor a table"),
    ];
    for (bytes, said) in cases {
        let problem = unread(bytes, Lang::En);
        assert!(problem.contains(said), "{problem}");
        let korean = unread(bytes, Lang::Ko);
        assert!(korean.contains(['다', '요']), "{korean}");
    }
}

#[test]
fn depth_and_host_lists_beyond_all_bounds_are_told_by_their_place() {
    let deep = |list: &str| {
        ["{\"", list, "\":[{\"name\":\"n\",\"x\":", &"[".repeat(10_000), &"]".repeat(10_000), "}]}"]
            .concat()
    };
    // A capacity file has a depth limit; in a scheduler's answer, unneeded fields are skipped.
    let capacity = ["{\"schema\":1,", &deep("blocks")[1..]].concat();
    let stopped = shown(&[("c.json", capacity.as_bytes())], Lang::En).stopped.unwrap();
    assert!(stopped.contains("$") && stopped.contains("deep"), "{stopped}");
    let stopped = shown(&[("n.json", deep("nodes").as_bytes())], Lang::En).stopped;
    assert_eq!(stopped.unwrap(), "There is no block of nodes in it, so it cannot be used.");

    let billion = RESERVATIONS.replace(
        "[]",
        r#"[{"name":"r","node_list":"g[1-1000000000]",
        "start_time":{"set":true,"infinite":false,"number":1799000000},
        "end_time":{"set":true,"infinite":false,"number":1799990000},"flags":[]}]"#,
    );
    let files: [(&str, &[u8]); 2] = [("n.json", NODES.as_bytes()), ("r.json", billion.as_bytes())];
    let summary = shown(&files, Lang::En).summary.unwrap();
    let told = summary.left_out.sentences.join(" ");
    assert!(told.contains("$.reservations[0]") && told.contains("1,000,000,000"), "{told}");
}

#[test]
fn files_that_do_not_go_together_are_named_and_can_be_removed() {
    let mut files = given(&[("c.json", CAPACITY.as_bytes()), ("p.json", PODS.as_bytes())]);
    let shown = data_view(&files, Lang::En);
    assert_eq!(
        shown.stopped.unwrap(),
        "These do not go together (Capacity file, Pods of Kubernetes). Keep one sort, and remove the others."
    );
    assert!(!files.can_use() && files.take(0).is_none());
    files.remove(shown.files[1].id);
    assert!(!files.can_use(), "what is left is not known yet");
    draw_up(&mut files);
    assert!(files.can_use());
    files.clear();
    assert!(files.is_empty());
}

#[test]
fn one_of_the_same_kind_replaces_the_one_before_and_says_so() {
    let newer = CAPACITY.replace("\"nodes\":4", "\"nodes\":8");
    let mut files = given(&[("old.json", CAPACITY.as_bytes()), ("", newer.as_bytes())]);
    let shown = data_view(&files, Lang::En);
    let [row] = shown.files.as_slice() else { panic!("{:?}", shown.files) };
    assert_eq!(row.name, "Pasted text");
    assert_eq!(row.note.as_deref(), Some("It replaces old.json, which is of the same kind."));
    let own = files.take(0).unwrap();
    assert_eq!(own.file.snapshot.blocks[0].nodes(), 8);
    assert!(in_use(&own, Lang::Ko).starts_with("붙여 넣은 것, "));
}

#[test]
fn a_file_that_is_too_large_or_changed_is_told_until_another_comes() {
    let mut files = OwnFiles::default();
    assert_eq!(files.remaining_bytes(), MAX_BYTES);
    files.add("good.json", Ok(CAPACITY.into()), cp949);
    assert_eq!(files.remaining_bytes(), MAX_BYTES - CAPACITY.len());
    for (error, said) in [
        (OpenError::TooLarge(300_000_000), "It is 300 MB and was not read"),
        (OpenError::Changed, "The file changed or went away while it was read."),
        (OpenError::Refused, "The browser could not read it."),
    ] {
        files.forget_unread();
        files.add("other", Err(error), cp949);
        draw_up(&mut files);
        let shown = data_view(&files, Lang::En);
        let problem = shown.files[1].problem.as_deref().unwrap();
        assert!(problem.starts_with(said) && shown.files.len() == 2, "{problem}");
        assert!(files.can_use(), "the rest goes on");
    }
}

#[test]
fn what_is_read_too_late_counts_for_nothing() {
    let mut files = OwnFiles::default();
    files.add("c.json", Ok(CAPACITY.into()), cp949);
    files.draw_up(now());
    let old = files.to_read().unwrap();
    files.add("c.json", Ok(CAPACITY.replace("\"nodes\":4", "\"nodes\":8").into()), cp949);
    files.draw_up(now());
    let file = read(&old).map(|it| CapacityFile::new(it, fingerprint(&old)));
    files.note_read(&old, file);
    assert!(!files.can_use() && files.to_read().is_some());
}

#[test]
fn names_are_cut_and_harmless() {
    let name = ["\u{202e}<b>", &"n".repeat(300)].concat();
    let own = given(&[(&name, CAPACITY.as_bytes())]).take(0).unwrap();
    assert!(own.label.name.ends_with("n…"), "{}", own.label.name);
    assert_eq!(own.label.name.chars().count(), 80 + 1);
    assert!(!own.label.name.contains('\u{202e}') && own.label.name.contains("<b>"));
    let kept = KeptLabel::read(&own.label.write());
    assert_eq!(kept, Some(own.label));
    for spoilt in ["", "x y", "12", "-1 a"] {
        assert_eq!(KeptLabel::read(spoilt), None, "{spoilt}");
    }
}

#[test]
fn a_capacity_file_with_a_bad_entry_can_be_used_without_it() {
    let bad = CAPACITY.replace("\"block\":\"a\"", "\"block\":\"b\"");
    let summary = shown(&[("c.json", bad.as_bytes())], Lang::En).summary.unwrap();
    assert!(summary.left_out.sentences[0].contains("$.holds[0]"), "{summary:?}");
    let none = CAPACITY.replace("\"nodes\":4", "\"nodes\":-4");
    let stopped = shown(&[("c.json", none.as_bytes())], Lang::En).stopped.unwrap();
    assert_eq!(stopped, "There is no block of nodes in it, so it cannot be used.");
}
