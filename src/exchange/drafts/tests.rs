use super::*;
use crate::exchange::link::MAX_QUERY_BYTES;
use proptest::prelude::*;

pub(crate) const ASKED: &str = "acc=h200&nodes=8&term=3m&from=2027-01-01&place=any&class=industry";

pub(crate) fn drafts(names: &[&str]) -> Drafts {
    let mut drafts = Drafts::default();
    for name in names {
        drafts.add(name, &format!("nodes={name}")).unwrap();
    }
    drafts
}

fn names(drafts: &Drafts) -> Vec<&str> {
    drafts.list().iter().map(|draft| draft.name.as_str()).collect()
}

#[test]
fn what_is_written_is_read_again() {
    assert_eq!(Drafts::default().write(), r#"{"version":1,"next":1,"drafts":[]}"#);
    let mut drafts = Drafts::default();
    drafts.add(" \"봄\"\\ 공모\n", ASKED).unwrap();
    drafts.add("둘", "").unwrap();
    drafts.remove(1);
    drafts.add("셋", "nodes=3").unwrap();
    let text = drafts.write();
    let start = r#"{"version":1,"next":4,"last":3,"drafts":[{"id":2,"name":"둘","query":""},"#;
    assert!(text.starts_with(start), "{text}");
    assert_eq!(read(&text), DraftsReading { drafts, is_whole: true });
}

/// Checks the names read from a store, and whether it was read completely.
fn check(text: &str, wanted: &[&str], is_whole: bool) {
    let reading = read(text);
    assert_eq!((names(&reading.drafts), reading.is_whole), (wanted.to_vec(), is_whole), "{text}");
}

fn store(drafts: &str) -> String {
    format!(r#"{{"version":1,"next":9,"last":1,"drafts":[{drafts}]}}"#)
}

#[test]
fn what_is_not_understood_is_left_out_and_told() {
    let one = |id: &str, name: &str, query: &str| {
        format!(r#"{{"id":{id},"name":{name},"query":{query}}}"#)
    };
    let good = one("1", "\"a\"", "\"nodes=1\"");
    check(&store(&good), &["a"], true);
    for text in ["", "null", "[]", "{}", "\"jari\"", "{\"version\":1", "\u{0}", "🦀"] {
        check(text, &[], false);
    }
    for head in [r#""version":2,"#, r#""version":"1","#, ""] {
        check(&format!(r#"{{{head}"next":2,"drafts":[{good}]}}"#), &[], false);
    }
    let long = format!("\"{}\"", "x".repeat(MAX_QUERY_BYTES + 1));
    let wrong = [
        "7".to_owned(),
        one("1", "\"the same id\"", "\"\""),
        one("0", "\"b\"", "\"\""),
        one("-1", "\"b\"", "\"\""),
        one("4294967296", "\"b\"", "\"\""),
        one("\"2\"", "\"b\"", "\"\""),
        one("2", "\"\"", "\"\""),
        one("2", "\" b\"", "\"\""),
        one("2", &format!("\"{}\"", "b".repeat(MAX_NAME_CHARS + 1)), "\"\""),
        one("2", "\"b\"", "null"),
        one("2", "\"b\"", "\"a b\""),
        one("2", "\"b\"", "\"a\\nb\""),
        one("2", "\"b\"", "\"가\""),
        one("2", "\"b\"", &long),
    ];
    for wrong in wrong {
        check(&store(&format!("{good},{wrong}")), &["a"], false);
    }
    // Deeply nested, wide and long stores.
    check(&"[".repeat(100_000), &[], false);
    check(&store(&format!("{good},{}{}", "[".repeat(100), "]".repeat(100))), &["a"], false);
    check(&format!("{}{}", store(&good), " ".repeat(MAX_STORE_BYTES)), &[], false);
    let many: Vec<String> =
        (1..=MAX_DRAFTS + 1).map(|id| one(&id.to_string(), "\"x\"", "\"\"")).collect();
    check(&store(&many.join(",")), &["x"; MAX_DRAFTS], false);
}

#[test]
fn ids_are_never_given_twice() {
    let mut drafts = drafts(&["1", "2"]);
    drafts.remove(2);
    assert_eq!(drafts.add("3", ""), Ok(3));
    assert_eq!(read(&drafts.write()).drafts.add("4", ""), Ok(4));
    // A store whose next id is too small.
    let text = r#"{"version":1,"next":1,"drafts":[{"id":7,"name":"a","query":""}]}"#;
    assert_eq!(read(text).drafts.add("8", ""), Ok(8));
    let text = r#"{"version":1,"next":1,"drafts":[{"id":4294967295,"name":"a","query":""}]}"#;
    assert_eq!(read(text).drafts.add("none left", ""), Err(Full));
}

#[test]
fn drafts_are_renamed_deleted_and_put_back() {
    let mut drafts = drafts(&["a", "b", "c"]);
    drafts.rename(2, "  비 \u{7}\u{202E} ");
    drafts.rename(3, " \n ");
    assert_eq!(names(&drafts), ["a", "비", "c"], "an empty name is none");
    drafts.set_last(Some(2));
    let (index, deleted) = drafts.remove(2).unwrap();
    assert_eq!(drafts.last(), None);
    assert_eq!(drafts.remove(2), None);
    drafts.put_back(index, deleted.clone()).unwrap();
    drafts.put_back(0, deleted.clone()).unwrap();
    assert_eq!(names(&drafts), ["a", "비", "c"], "once");
    for n in 0..MAX_DRAFTS - 3 {
        drafts.add(&n.to_string(), "").unwrap();
    }
    assert_eq!(drafts.add("one too many", ""), Err(Full));
    drafts.remove(2);
    drafts.add("another", "").unwrap();
    assert_eq!(drafts.put_back(1, deleted), Err(Full));
}

#[test]
fn new_names_are_not_taken() {
    let name = |number: usize| format!("초안 {number}");
    assert_eq!(Drafts::default().free_name(name), "초안 1");
    assert_eq!(drafts(&["초안 1", "초안 3", "x"]).free_name(name), "초안 2");
    assert_eq!(drafts(&["초안 1", "초안 2"]).free_name(name), "초안 3");
}

#[test]
fn a_broken_store_is_filled_from_what_the_page_knows() {
    let known = drafts(&["a", "b"]);
    let mut found = Drafts::default();
    found.take_missing(&known);
    assert_eq!(found, known);
    let mut found = drafts(&["other"]);
    found.take_missing(&known);
    assert_eq!(names(&found), ["other", "b"]);
}

fn any_drafts() -> impl Strategy<Value = Drafts> {
    let draft = (".{0,70}", "[!-~]{0,40}");
    (prop::collection::vec(draft, 0..8), prop::collection::vec(1_u32..9, 0..4)).prop_map(
        |(made, deleted)| {
            let mut drafts = Drafts::default();
            for (name, query) in made {
                let _ = drafts.add(&name, &query);
            }
            for id in deleted {
                drafts.remove(id);
            }
            drafts
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn drafts_survive_their_store(drafts in any_drafts()) {
        prop_assert_eq!(read(&drafts.write()), DraftsReading { drafts, is_whole: true });
    }

    /// Also a store that was cut or overwritten in part.
    #[test]
    fn any_store_is_read(drafts in any_drafts(), at in 0_usize..2_000, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = drafts.write().into_bytes();
        if let Some(offset) = at.checked_rem(bytes.len()) {
            if cut { bytes.truncate(offset) } else { bytes[offset] = byte }
        }
        let reading = read(&String::from_utf8_lossy(&bytes));
        let mut ids: Vec<u32> = reading.drafts.list().iter().map(|draft| draft.id).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
        prop_assert_eq!(read(&reading.drafts.write()), DraftsReading { is_whole: true, ..reading });
    }

    #[test]
    fn any_text_is_read(text in prop_oneof![".{0,200}", r#"[\[\]{}":,a-z0-9]{0,200}"#]) {
        let _ = read(&text);
    }
}
