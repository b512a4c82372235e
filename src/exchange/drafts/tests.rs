use super::*;
use crate::exchange::link::MAX_QUERY_BYTES;
use proptest::prelude::*;

const ASKED: &str = "acc=h200&nodes=8&term=3m&from=2027-01-01&place=any&class=industry";

fn drafts(names: &[&str]) -> Drafts {
    let mut drafts = Drafts::default();
    for name in names {
        drafts.add(name, &format!("nodes={name}")).unwrap();
    }
    drafts
}

fn names(drafts: &Drafts) -> Vec<&str> {
    drafts.list().iter().map(|draft| draft.name.as_str()).collect()
}

fn query(drafts: &Drafts, id: u32) -> &str {
    &drafts.get(id).unwrap().query
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
    assert_eq!(read(&text), Reading { drafts, is_whole: true });
}

/// A store, the names that are read from it, and whether that is all of it.
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
    // Deep, wide and long ones.
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
    // A store whose next number is too small.
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
    let (place, deleted) = drafts.remove(2).unwrap();
    assert_eq!(drafts.last(), None);
    assert_eq!(drafts.remove(2), None);
    drafts.put_back(place, deleted.clone()).unwrap();
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

/// A tab on a new beginning, after typing this.
fn typed(query: &str) -> (Tab, Drafts) {
    let mut drafts = Drafts::default();
    let mut tab = Tab::open("", None, &drafts);
    tab.change(query, None);
    assert_eq!(tab.save(&mut drafts, "초안 1"), Saved::Written);
    (tab, drafts)
}

#[test]
fn what_is_typed_becomes_a_draft_and_stays_one() {
    let drafts = &mut Drafts::default();
    let mut tab = Tab::open("", None, drafts);
    assert_eq!((tab.place(), tab.save(drafts, "1")), (Place::Fresh, Saved::Nothing));
    assert_eq!(tab.to_session(), None);
    tab.change("nodes=1", None);
    assert!(!tab.is_saved());
    assert_eq!((tab.save(drafts, "1"), tab.place()), (Saved::Written, Place::Draft(1)));
    assert_eq!((tab.save(drafts, "2"), tab.is_saved()), (Saved::Nothing, true));
    tab.change("nodes=2", None);
    assert_eq!((tab.save(drafts, "2"), query(drafts, 1)), (Saved::Written, "nodes=2"));
    // Back to before it was one, and it still is that draft.
    assert!(tab.undo(drafts) && tab.undo(drafts) && !tab.undo(drafts));
    assert_eq!((tab.query(), tab.place()), ("", Place::Draft(1)));
    assert_eq!((tab.save(drafts, "2"), query(drafts, 1)), (Saved::Written, ""));
    tab.change(&"x".repeat(MAX_QUERY_BYTES + 1), None);
    assert_eq!((tab.save(drafts, "2"), query(drafts, 1)), (Saved::TooLong, ""));
}

#[test]
fn a_page_without_a_request_opens_the_last_draft() {
    let (_, mut drafts) = typed("nodes=1");
    drafts.add("2", "nodes=2").unwrap();
    let tab = Tab::open("", None, &drafts);
    assert_eq!((tab.place(), tab.query(), tab.is_saved()), (Place::Draft(2), "nodes=2", true));
    drafts.set_last(None);
    assert_eq!(Tab::open("", None, &drafts).place(), Place::Fresh);
}

#[test]
fn a_link_overwrites_no_draft() {
    let (tab, mut drafts) = typed("nodes=1");
    let session = tab.to_session();
    // Also one that says the same, in a tab that knows nothing of the draft.
    for (link, session) in [("nodes=9", session.as_deref()), ("nodes=1", None)] {
        let mut tab = Tab::open(link, session, &drafts);
        assert_eq!(tab.place(), Place::Link);
        tab.change("nodes=10", None);
        assert_eq!(tab.save(&mut drafts, "x"), Saved::Nothing);
        assert!(!tab.is_saved());
        assert_eq!((drafts.list().len(), query(&drafts, 1)), (1, "nodes=1"));
    }
    let mut tab = Tab::open("nodes=9", None, &drafts);
    tab.change("nodes=10", None);
    assert_eq!(tab.save_as(&mut drafts, "링크"), Saved::Written);
    assert_eq!((tab.place(), query(&drafts, 2)), (Place::Draft(2), "nodes=10"));
    assert!(tab.undo(&drafts));
    assert_eq!((tab.place(), tab.query()), (Place::Draft(2), "nodes=9"));
}

#[test]
fn a_reload_goes_on_where_it_was() {
    let (mut tab, mut drafts) = typed("nodes=1");
    tab.change("nodes=2", None);
    tab.change("nodes=3", None);
    tab.undo(&drafts);
    // The last change was not written: the store was full.
    let session = tab.to_session();
    let mut again = Tab::open("nodes=2", session.as_deref(), &drafts);
    assert_eq!((again.place(), again.is_saved(), again.clash()), (Place::Draft(1), false, None));
    assert!(again.can_redo() && again.undo(&drafts));
    assert_eq!(again.query(), "nodes=1");
    // Another tab wrote meanwhile.
    drafts.set_query(1, "nodes=7");
    let again = Tab::open("nodes=2", session.as_deref(), &drafts);
    assert_eq!(again.clash(), Some(Clash::Changed));
    // Emptied on purpose, and begun anew: neither brings a draft back.
    drafts.set_query(1, "nodes=1");
    let mut emptied = Tab::open("nodes=2", session.as_deref(), &drafts);
    emptied.change("", None);
    emptied.save(&mut drafts, "x");
    let emptied = Tab::open("", emptied.to_session().as_deref(), &drafts);
    assert_eq!((emptied.place(), emptied.query()), (Place::Draft(1), ""));
    let mut anew = Tab::open("", None, &drafts);
    anew.begin_anew();
    let anew = Tab::open("", anew.to_session().as_deref(), &drafts);
    assert_eq!((anew.place(), anew.can_undo()), (Place::Fresh, true));
}

#[test]
fn keys_in_one_field_are_one_step() {
    let drafts = &Drafts::default();
    let mut tab = Tab::open("nodes=4", None, drafts);
    for nodes in ["nodes=", "nodes=3", "nodes=32"] {
        tab.change(nodes, Some("nodes"));
    }
    tab.change("nodes=32&max=4", Some("max"));
    tab.end_typing();
    tab.change("nodes=32&max=40", Some("max"));
    let mut seen = Vec::new();
    while tab.undo(drafts) {
        seen.push(tab.query().to_owned());
    }
    assert_eq!(seen, ["nodes=32&max=4", "nodes=32", "nodes=4"]);
    while tab.redo(drafts) {}
    assert_eq!(tab.query(), "nodes=32&max=40");
    // A change after going back leaves nothing to redo; typed there and back is no step.
    tab.undo(drafts);
    tab.change("nodes=3", Some("nodes"));
    assert!(!tab.can_redo());
    tab.change("nodes=32&max=4", Some("nodes"));
    assert!(tab.undo(drafts));
    assert_eq!(tab.query(), "nodes=32");
    // Choices are steps of their own.
    tab.change("nodes=1", None);
    tab.change("nodes=2", None);
    tab.undo(drafts);
    assert_eq!(tab.query(), "nodes=1");
}

#[test]
fn what_can_be_undone_is_bounded() {
    let drafts = &Drafts::default();
    let mut tab = Tab::open("", None, drafts);
    for n in 0..1_000 {
        tab.change(&format!("nodes={n}"), None);
    }
    assert_eq!((0..).take_while(|_| tab.undo(drafts)).count(), 100);
    for n in 0..1_000 {
        tab.change(&format!("nodes={n}{}", "9".repeat(8_000)), None);
    }
    assert!(tab.to_session().unwrap().len() < 250_000);
    assert_eq!((0..).take_while(|_| tab.undo(drafts)).count(), 24);
}

#[test]
fn undo_crosses_from_draft_to_draft_and_spoils_none() {
    let (mut tab, mut drafts) = typed("nodes=1");
    drafts.add("둘", "nodes=2").unwrap();
    tab.open_draft(2, &drafts);
    tab.change("nodes=22", None);
    tab.save(&mut drafts, "x");
    tab.begin_anew();
    assert_eq!((tab.place(), tab.query()), (Place::Fresh, ""));
    let mut way = Vec::new();
    while tab.undo(&drafts) {
        tab.save(&mut drafts, "x");
        way.push((tab.place(), tab.query().to_owned()));
    }
    let step = |id, query: &str| (Place::Draft(id), query.to_owned());
    assert_eq!(way, [step(2, "nodes=22"), step(2, "nodes=2"), step(1, "nodes=1"), step(1, "")]);
    assert_eq!((query(&drafts, 1), query(&drafts, 2)), ("", "nodes=2"));
    // Back to a draft that another tab wrote, and to one that it deleted.
    tab.open_draft(2, &drafts);
    drafts.set_query(1, "nodes=8");
    tab.undo(&drafts);
    assert_eq!((tab.place(), tab.clash()), (Place::Draft(1), Some(Clash::Changed)));
    tab.open_draft(2, &drafts);
    drafts.remove(1);
    tab.undo(&drafts);
    assert_eq!((tab.place(), tab.clash()), (Place::Link, None));
}

#[test]
fn another_tab_is_noticed_and_nothing_is_lost() {
    let (mut tab, mut drafts) = typed("nodes=1");
    // Other drafts are none of its business.
    drafts.add("둘", "nodes=2").unwrap();
    tab.change("nodes=3", None);
    assert_eq!((tab.save(&mut drafts, "x"), names(&drafts).len()), (Saved::Written, 2));
    // Its own one is, before writing and when told.
    drafts.set_query(1, "nodes=9");
    tab.change("nodes=4", None);
    assert_eq!((tab.save(&mut drafts, "x"), query(&drafts, 1)), (Saved::Clash, "nodes=9"));
    let mut other = tab.clone();
    other.take_theirs(&drafts);
    assert_eq!((other.query(), other.is_saved()), ("nodes=9", true));
    assert!(other.undo(&drafts));
    assert_eq!(other.query(), "nodes=4", "taking theirs can be undone");
    assert_eq!(tab.save_as(&mut drafts, "내 것"), Saved::Written);
    assert_eq!((tab.place(), tab.is_saved()), (Place::Draft(3), true));
    assert_eq!((query(&drafts, 1), query(&drafts, 3)), ("nodes=9", "nodes=4"));
    tab.undo(&drafts);
    assert_eq!((tab.place(), tab.query()), (Place::Draft(3), "nodes=3"));
    // Deleted.
    drafts.remove(3);
    tab.look(&drafts);
    assert_eq!((tab.clash(), tab.save(&mut drafts, "x")), (Some(Clash::Deleted), Saved::Clash));
    tab.take_theirs(&drafts);
    assert_eq!((tab.place(), tab.clash(), tab.query()), (Place::Link, None, "nodes=3"));
    // Both typed the same.
    let (mut tab, mut drafts) = typed("nodes=1");
    drafts.set_query(1, "nodes=2");
    tab.look(&drafts);
    assert_eq!(tab.clash(), Some(Clash::Changed));
    tab.change("nodes=2", None);
    assert_eq!((tab.save(&mut drafts, "x"), tab.clash()), (Saved::Nothing, None));
}

#[test]
fn a_draft_deleted_here_leaves_its_request_and_comes_back() {
    let (mut tab, mut drafts) = typed("nodes=1");
    let (place, deleted) = drafts.remove(1).unwrap();
    tab.let_go();
    tab.change("nodes=2", None);
    assert_eq!((tab.save(&mut drafts, "x"), tab.query()), (Saved::Nothing, "nodes=2"));
    drafts.put_back(place, deleted).unwrap();
    tab.take_back(1, &drafts);
    assert_eq!((tab.save(&mut drafts, "x"), query(&drafts, 1)), (Saved::Written, "nodes=2"));
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
        prop_assert_eq!(read(&drafts.write()), Reading { drafts, is_whole: true });
    }

    /// Also what is left of a store that was cut or scribbled over.
    #[test]
    fn any_store_is_read(drafts in any_drafts(), at in 0_usize..2_000, byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = drafts.write().into_bytes();
        if let Some(place) = at.checked_rem(bytes.len()) {
            if cut { bytes.truncate(place) } else { bytes[place] = byte }
        }
        let reading = read(&String::from_utf8_lossy(&bytes));
        let mut ids: Vec<u32> = reading.drafts.list().iter().map(|draft| draft.id).collect();
        let count = ids.len();
        ids.sort_unstable();
        ids.dedup();
        prop_assert_eq!(ids.len(), count);
        prop_assert_eq!(read(&reading.drafts.write()), Reading { is_whole: true, ..reading });
    }

    #[test]
    fn any_text_is_read(text in prop_oneof![".{0,200}", r#"[\[\]{}":,a-z0-9]{0,200}"#]) {
        let _ = read(&text);
    }

    /// Whatever two tabs do, what one of them shows as saved is in the store, and a reload
    /// changes nothing.
    #[test]
    fn tabs_never_lie(steps in prop::collection::vec((any::<bool>(), 0_u8..10, 0_u32..5), 0..40)) {
        let mut drafts = Drafts::default();
        let mut tabs = [Tab::open("", None, &drafts), Tab::open("", None, &drafts)];
        for (first, act, n) in steps {
            let tab = &mut tabs[usize::from(first)];
            match act {
                0..3 => tab.change(&format!("nodes={n}"), (act == 0).then_some("nodes")),
                3 => { tab.undo(&drafts); }
                4 => { tab.redo(&drafts); }
                5 => { tab.save(&mut drafts, "x"); tab.open_draft(n, &drafts); }
                6 => { drafts.remove(n); if tab.place() == Place::Draft(n) { tab.let_go() } }
                7 => { tab.save_as(&mut drafts, "x"); }
                8 => tab.take_theirs(&drafts),
                _ => { tab.save(&mut drafts, "x"); tab.begin_anew() }
            }
            let others: Vec<Draft> = drafts.list().iter()
                .filter(|draft| tab.place() != Place::Draft(draft.id)).cloned().collect();
            tab.save(&mut drafts, "x");
            let is_there = |draft: &Draft| drafts.list().contains(draft);
            prop_assert!(others.iter().all(is_there), "another draft was touched");
            for tab in &mut tabs {
                tab.look(&drafts);
                if let (Place::Draft(id), true) = (tab.place(), tab.is_saved()) {
                    prop_assert_eq!(query(&drafts, id), tab.query());
                }
                if let Some(session) = tab.to_session() {
                    let again = Tab::open(tab.query(), Some(&session), &drafts);
                    prop_assert_eq!(again.place() == tab.place(), tab.place() != Place::Link || !tab.query().is_empty());
                    prop_assert_eq!((again.query(), again.clash(), again.can_undo(), again.can_redo()),
                        (tab.query(), tab.clash(), tab.can_undo(), tab.can_redo()));
                }
            }
        }
    }

    #[test]
    fn any_session_is_read(text in "(jari 1\n)?((now|base|undo|redo) (fresh|link|[0-9]{0,11}) [!-~가]{0,9}\n?){0,6}") {
        let drafts = drafts(&["a"]);
        let mut tab = Tab::open("nodes=1", Some(&text), &drafts);
        while tab.undo(&drafts) {}
        while tab.redo(&drafts) {}
    }
}
