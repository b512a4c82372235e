//! Tests of a tab's request and of the messages about it.

use super::*;
use crate::exchange::drafts::tests::{ASKED, drafts};
use crate::exchange::drafts::{Draft, Drafts};
use crate::exchange::link::MAX_QUERY_BYTES;
use crate::words::Lang;
use crate::words::catalogue::drafts as words;
use proptest::prelude::*;

fn query(drafts: &Drafts, id: u32) -> &str {
    &drafts.get(id).unwrap().query
}

/// Returns a tab that started empty and had this query typed into it.
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
    assert_eq!((tab.place(), tab.save(drafts, "1")), (DraftPlace::Fresh, Saved::Nothing));
    assert_eq!(tab.to_session(), None);
    tab.change("nodes=1", None);
    assert!(!tab.is_saved());
    assert_eq!((tab.save(drafts, "1"), tab.place()), (Saved::Written, DraftPlace::Draft(1)));
    assert_eq!((tab.save(drafts, "2"), tab.is_saved()), (Saved::Nothing, true));
    tab.change("nodes=2", None);
    assert_eq!((tab.save(drafts, "2"), query(drafts, 1)), (Saved::Written, "nodes=2"));
    // Undoing past its creation keeps the draft.
    assert!(tab.undo(drafts) && tab.undo(drafts) && !tab.undo(drafts));
    assert_eq!((tab.query(), tab.place()), ("", DraftPlace::Draft(1)));
    assert_eq!((tab.save(drafts, "2"), query(drafts, 1)), (Saved::Written, ""));
    tab.change(&"x".repeat(MAX_QUERY_BYTES + 1), None);
    assert_eq!((tab.save(drafts, "2"), query(drafts, 1)), (Saved::TooLong, ""));
}

#[test]
fn a_page_without_a_request_opens_the_last_draft() {
    let (_, mut drafts) = typed("nodes=1");
    drafts.add("2", "nodes=2").unwrap();
    let tab = Tab::open("", None, &drafts);
    assert_eq!((tab.place(), tab.query(), tab.is_saved()), (DraftPlace::Draft(2), "nodes=2", true));
    drafts.set_last(None);
    assert_eq!(Tab::open("", None, &drafts).place(), DraftPlace::Fresh);
}

#[test]
fn a_link_overwrites_no_draft() {
    let (tab, mut drafts) = typed("nodes=1");
    let session = tab.to_session();
    // The link is not the draft, even with the same query, in a tab that does not know the draft.
    for (link, session) in [("nodes=9", session.as_deref()), ("nodes=1", None)] {
        let mut tab = Tab::open(link, session, &drafts);
        assert_eq!(tab.place(), DraftPlace::Link);
        tab.change("nodes=10", None);
        assert_eq!(tab.save(&mut drafts, "x"), Saved::Nothing);
        assert!(!tab.is_saved());
        assert_eq!((drafts.list().len(), query(&drafts, 1)), (1, "nodes=1"));
    }
    let mut tab = Tab::open("nodes=9", None, &drafts);
    tab.change("nodes=10", None);
    assert_eq!(tab.save_as(&mut drafts, "링크"), Saved::Written);
    assert_eq!((tab.place(), query(&drafts, 2)), (DraftPlace::Draft(2), "nodes=10"));
    assert!(tab.undo(&drafts));
    assert_eq!((tab.place(), tab.query()), (DraftPlace::Draft(2), "nodes=9"));
}

#[test]
fn a_reload_goes_on_where_it_was() {
    let (mut tab, mut drafts) = typed("nodes=1");
    tab.change("nodes=2", None);
    tab.change("nodes=3", None);
    tab.undo(&drafts);
    // The last change was not written because the store was full.
    let session = tab.to_session();
    let mut again = Tab::open("nodes=2", session.as_deref(), &drafts);
    assert_eq!(
        (again.place(), again.is_saved(), again.clash()),
        (DraftPlace::Draft(1), false, None)
    );
    assert!(again.can_redo() && again.undo(&drafts));
    assert_eq!(again.query(), "nodes=1");
    // Another tab wrote meanwhile.
    drafts.set_query(1, "nodes=7");
    let again = Tab::open("nodes=2", session.as_deref(), &drafts);
    assert_eq!(again.clash(), Some(Clash::Changed));
    // Emptied on purpose, and started anew: neither brings a draft back.
    drafts.set_query(1, "nodes=1");
    let mut emptied = Tab::open("nodes=2", session.as_deref(), &drafts);
    emptied.change("", None);
    emptied.save(&mut drafts, "x");
    let emptied = Tab::open("", emptied.to_session().as_deref(), &drafts);
    assert_eq!((emptied.place(), emptied.query()), (DraftPlace::Draft(1), ""));
    let mut anew = Tab::open("", None, &drafts);
    anew.begin_anew();
    let anew = Tab::open("", anew.to_session().as_deref(), &drafts);
    assert_eq!((anew.place(), anew.can_undo()), (DraftPlace::Fresh, true));
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
    // A change after undo leaves nothing to redo; typing back to the start is not a step.
    tab.undo(drafts);
    tab.change("nodes=3", Some("nodes"));
    assert!(!tab.can_redo());
    tab.change("nodes=32&max=4", Some("nodes"));
    assert!(tab.undo(drafts));
    assert_eq!(tab.query(), "nodes=32");
    // Each choice is a step of its own.
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
    assert_eq!((tab.place(), tab.query()), (DraftPlace::Fresh, ""));
    let mut way = Vec::new();
    while tab.undo(&drafts) {
        tab.save(&mut drafts, "x");
        way.push((tab.place(), tab.query().to_owned()));
    }
    let step = |id, query: &str| (DraftPlace::Draft(id), query.to_owned());
    assert_eq!(way, [step(2, "nodes=22"), step(2, "nodes=2"), step(1, "nodes=1"), step(1, "")]);
    assert_eq!((query(&drafts, 1), query(&drafts, 2)), ("", "nodes=2"));
    // Undo to a draft that another tab wrote, and to one that it deleted.
    tab.open_draft(2, &drafts);
    drafts.set_query(1, "nodes=8");
    tab.undo(&drafts);
    assert_eq!((tab.place(), tab.clash()), (DraftPlace::Draft(1), Some(Clash::Changed)));
    tab.open_draft(2, &drafts);
    drafts.remove(1);
    tab.undo(&drafts);
    assert_eq!((tab.place(), tab.clash()), (DraftPlace::Link, None));
}

#[test]
fn another_tab_is_noticed_and_nothing_is_lost() {
    let (mut tab, mut drafts) = typed("nodes=1");
    // Changes to other drafts are not a conflict.
    drafts.add("둘", "nodes=2").unwrap();
    tab.change("nodes=3", None);
    assert_eq!((tab.save(&mut drafts, "x"), drafts.list().len()), (Saved::Written, 2));
    // A change to its own draft is one, both before writing and when notified.
    drafts.set_query(1, "nodes=9");
    tab.change("nodes=4", None);
    assert_eq!((tab.save(&mut drafts, "x"), query(&drafts, 1)), (Saved::Clash, "nodes=9"));
    let mut other = tab.clone();
    other.take_theirs(&drafts);
    assert_eq!((other.query(), other.is_saved()), ("nodes=9", true));
    assert!(other.undo(&drafts));
    assert_eq!(other.query(), "nodes=4", "taking theirs can be undone");
    assert_eq!(tab.save_as(&mut drafts, "내 것"), Saved::Written);
    assert_eq!((tab.place(), tab.is_saved()), (DraftPlace::Draft(3), true));
    assert_eq!((query(&drafts, 1), query(&drafts, 3)), ("nodes=9", "nodes=4"));
    tab.undo(&drafts);
    assert_eq!((tab.place(), tab.query()), (DraftPlace::Draft(3), "nodes=3"));
    // Deleted.
    drafts.remove(3);
    tab.look(&drafts);
    assert_eq!((tab.clash(), tab.save(&mut drafts, "x")), (Some(Clash::Deleted), Saved::Clash));
    tab.take_theirs(&drafts);
    assert_eq!((tab.place(), tab.clash(), tab.query()), (DraftPlace::Link, None, "nodes=3"));
    // Both tabs typed the same.
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
    let (index, deleted) = drafts.remove(1).unwrap();
    tab.let_go();
    tab.change("nodes=2", None);
    assert_eq!((tab.save(&mut drafts, "x"), tab.query()), (Saved::Nothing, "nodes=2"));
    drafts.put_back(index, deleted).unwrap();
    tab.take_back(1, &drafts);
    assert_eq!((tab.save(&mut drafts, "x"), query(&drafts, 1)), (Saved::Written, "nodes=2"));
}

const BOTH: [Lang; 2] = [Lang::Ko, Lang::En];

/// Returns a store in which all of these drafts were read.
fn store(drafts: &Drafts) -> Store {
    let mut store = Store::default();
    store.note_read(drafts, Broken::None, false);
    store
}

#[test]
fn a_copy_has_a_name_of_its_own_and_stays_closed() {
    let mut drafts = drafts(&["a", "b"]);
    drafts.set_last(Some(1));
    let name = |name: &str| copy_name(name, Lang::En);
    assert_eq!(duplicate(&mut drafts, 2, name), Saved::Written);
    assert_eq!(drafts.get(3).unwrap().name, "Copy of b");
    assert_eq!((query(&drafts, 3), drafts.last().unwrap().id), ("nodes=b", 1));
    assert_eq!(duplicate(&mut drafts, 9, name), Saved::Nothing);
    while drafts.add("x", "").is_ok() {}
    assert_eq!(duplicate(&mut drafts, 2, name), Saved::Full);
    assert_eq!(copy_name("b", Lang::Ko), "b 사본");
}

#[test]
fn what_was_deleted_comes_back_with_its_request() {
    let (mut tab, mut drafts) = typed("nodes=1");
    let deleted = delete(&mut tab, &mut drafts, 1).unwrap();
    assert_eq!((deleted.was_open, tab.place(), tab.query()), (true, DraftPlace::Link, "nodes=1"));
    assert_eq!(delete(&mut tab, &mut drafts, 1), None, "it is gone");
    assert_eq!(put_back(&mut tab, &mut drafts, &deleted), Saved::Written);
    assert_eq!((tab.place(), drafts.last().unwrap().id), (DraftPlace::Draft(1), 1));
    assert!(tab.is_saved());
    // Deleting a draft that was not open leaves the tab alone.
    drafts.add("other", "").unwrap();
    drafts.set_last(Some(1));
    let deleted = delete(&mut tab, &mut drafts, 2).unwrap();
    assert_eq!((deleted.was_open, tab.place()), (false, DraftPlace::Draft(1)));
    while drafts.add("x", "").is_ok() {}
    assert_eq!(put_back(&mut tab, &mut drafts, &deleted), Saved::Full);
}

#[test]
fn what_could_not_be_written_did_not_happen() {
    let (tab, written) = typed("nodes=1");
    let unsaved = Tab::open("nodes=2", None, &Drafts::default());
    let quota = Some(SaveError::Quota);
    // Cases: result of saving, refusal of the browser, whether the store may be written, and the
    // resulting error after one of another kind.
    let cases = [
        (&tab, Saved::Written, None, true, None, true),
        (&tab, Saved::Written, quota, true, quota, false),
        (&tab, Saved::Written, Some(SaveError::Forbidden), true, Some(SaveError::Forbidden), false),
        (&tab, Saved::Written, Some(SaveError::Forbidden), false, Some(SaveError::TooLong), false),
        (&unsaved, Saved::Full, None, true, Some(SaveError::Full), true),
        (&unsaved, Saved::TooLong, None, true, Some(SaveError::TooLong), true),
        (&tab, Saved::Nothing, None, true, None, true),
        (&tab, Saved::Nothing, None, false, Some(SaveError::TooLong), true),
        (&unsaved, Saved::Clash, None, true, Some(SaveError::TooLong), true),
    ];
    for (tab, saved, refused, can_write, save_error, is_there) in cases {
        let mut store = Store::default();
        store.note_saved(&Drafts::default(), &unsaved, Saved::TooLong, None, true);
        store.note_saved(&written, tab, saved, refused, can_write);
        let message = save_error.map_or(Message::None, Message::SaveError);
        let fresh = Tab::open("", None, &Drafts::default());
        assert_eq!(store.message(&fresh), message, "{saved:?} {refused:?} {can_write}");
        assert_eq!(store.drafts == written, is_there, "{saved:?} {refused:?} {can_write}");
    }
}

#[test]
fn a_store_that_may_be_read_again_is_no_problem_any_more() {
    let (tab, drafts) = typed("nodes=1");
    let mut store = Store::default();
    store.note_read(&drafts, Broken::None, true);
    assert_eq!(store.message(&tab), Message::SaveError(SaveError::Forbidden));
    store.note_read(&drafts, Broken::None, false);
    assert_eq!(store.message(&tab), Message::None);
    store.note_saved(&drafts, &tab, Saved::Full, None, true);
    store.note_read(&drafts, Broken::None, false);
    assert_eq!(
        store.message(&tab),
        Message::SaveError(SaveError::Full),
        "that is none of its business"
    );
}

#[test]
fn what_is_done_last_can_be_taken_back_until_something_else_is() {
    let (mut tab, mut drafts) = typed("nodes=1");
    let mut known = store(&drafts);
    known.note_restored();
    assert_eq!(known.message(&tab), Message::Restored);
    let deleted = delete(&mut tab, &mut drafts, 1);
    known.note_deleted(deleted.as_ref());
    assert_eq!(known.deleted(), None, "the store has it still");
    known.note_read(&drafts, Broken::None, false);
    known.note_deleted(deleted.as_ref());
    assert_eq!(known.deleted(), deleted.as_ref());
    known.note_put_back(1);
    assert_eq!(known.deleted(), deleted.as_ref(), "it is not there yet");
    put_back(&mut tab, &mut drafts, deleted.as_ref().unwrap());
    known.note_read(&drafts, Broken::None, false);
    known.note_put_back(1);
    assert_eq!(known.message(&tab), Message::None);
    known.note_restored();
    known.move_on();
    assert_eq!(known.message(&tab), Message::None);
    known.note_restored();
    known.note_deleted(None);
    assert_eq!(known.message(&tab), Message::None);
}

/// Status of a request, and its name.
#[test]
fn a_status_says_how_the_request_is_kept() {
    let (saved, kept) = typed("nodes=1");
    let mut typing = saved.clone();
    typing.change("nodes=2", None);
    let fresh = Tab::open("", None, &Drafts::default());
    let mut begun = fresh.clone();
    begun.change("nodes=2", None);
    let link = Tab::open("nodes=3", None, &Drafts::default());
    let mut clash = typing.clone();
    clash.look(&drafts(&["other"]));
    let mut quota = store(&kept);
    quota.note_saved(&kept, &typing, Saved::Full, None, true);
    let mut stuck = store(&kept);
    stuck.note_read(&kept, Broken::Stuck, false);
    let (fine, none) = (store(&kept), store(&Drafts::default()));
    let names =
        [["초안 1", "초안 1"], ["새 신청", "New request"], ["링크로 연 신청", "From a link"]];
    let cases = [
        (&fresh, &fine, ["", ""], names[1]),
        (&begun, &fine, ["저장 중", "Saving"], names[1]),
        (&begun, &quota, ["저장하지 않음", "Not saved"], names[1]),
        (&link, &fine, ["저장하지 않음", "Not saved"], names[2]),
        (&saved, &fine, ["저장됨", "Saved"], names[0]),
        (&saved, &stuck, ["저장됨", "Saved"], names[0]),
        (&typing, &fine, ["저장 중", "Saving"], names[0]),
        (&typing, &stuck, ["저장하지 않음", "Not saved"], names[0]),
        (&clash, &fine, ["저장하지 않음", "Not saved"], names[0]),
        (&saved, &none, ["저장됨", "Saved"], ["지워진 초안", "Deleted draft"]),
    ];
    for (index, lang) in BOTH.into_iter().enumerate() {
        for (tab, store, status_words, name_words) in &cases {
            assert_eq!(status(tab, store, lang), status_words[index], "{tab:?}");
            assert_eq!(name(tab, &store.drafts, lang), name_words[index], "{tab:?}");
        }
    }
}

#[test]
fn every_message_has_its_words_and_what_can_be_done() {
    let (tab, kept) = typed("nodes=1");
    let link = Tab::open("nodes=3", None, &Drafts::default());
    let mut changed = tab.clone();
    changed.change("nodes=2", None);
    let mut gone = changed.clone();
    changed.look(&drafts(&["other"]));
    gone.look(&Drafts::default());
    let broken = |broken| {
        let mut store = store(&kept);
        store.note_read(&kept, broken, false);
        store
    };
    let with_error = |save_error| {
        let mut store = store(&kept);
        store.note_saved(&kept, &link, Saved::Written, Some(save_error), true);
        store
    };
    let mut restored = store(&kept);
    restored.note_restored();
    let (mut deleted_from, mut left) = (tab.clone(), kept.clone());
    let deleted = delete(&mut deleted_from, &mut left, 1);
    let mut deleted_of = store(&left);
    deleted_of.note_deleted(deleted.as_ref());
    let clash_acts = ["Keep this one as a new draft", "Use the other tab's"];
    let clashes = [Act::KeepMine, Act::TakeTheirs];
    let originals = [Act::DownloadBroken, Act::DiscardBroken];
    let original_acts = ["Download the original", "Discard the original"];
    type Case<'a> = (&'a Tab, Store, &'a str, [&'a str; 2], &'a [Act], &'a [&'a str]);
    let cases: [Case<'_>; 12] = [
        (&tab, store(&kept), "", ["", ""], &[], &[]),
        (&link, store(&kept), "", ["", ""], &[Act::SaveAs], &["Save as a draft"]),
        (
            &tab,
            restored,
            "",
            ["‘초안 1’ 초안을 이어서 작성합니다.", "Continuing your draft “초안 1”."],
            &[Act::BeginAnew],
            &["New request"],
        ),
        (
            &deleted_from,
            deleted_of,
            "",
            ["‘초안 1’ 초안을 지웠습니다.", "Deleted the draft “초안 1”."],
            &[Act::PutBack],
            &["Restore"],
        ),
        (
            &tab,
            with_error(SaveError::Forbidden),
            "",
            ["이 브라우저는 초안 저장을", "This browser does not let"],
            &[],
            &[],
        ),
        (
            &tab,
            with_error(SaveError::Quota),
            "warn",
            ["브라우저의 저장 공간이 가득", "The browser has no room left"],
            &[],
            &[],
        ),
        (
            &tab,
            with_error(SaveError::Full),
            "warn",
            ["초안은 50개까지 저장합니다.", "At most 50 drafts are kept."],
            &[],
            &[],
        ),
        (
            &tab,
            with_error(SaveError::TooLong),
            "warn",
            ["가정한 점유가 많아", "There are too many assumed holds"],
            &[],
            &[],
        ),
        (
            &tab,
            broken(Broken::Aside),
            "warn",
            ["저장된 초안 가운데", "Some saved drafts cannot be read."],
            &originals,
            &original_acts,
        ),
        (
            &changed,
            broken(Broken::Stuck),
            "warn",
            ["저장된 초안을 읽지 못했고", "The saved drafts cannot be read"],
            &originals,
            &original_acts,
        ),
        (
            &changed,
            with_error(SaveError::Quota),
            "warn",
            ["다른 탭에서 이 초안을 바꿨습니다.", "Another tab changed this draft."],
            &clashes,
            &clash_acts,
        ),
        (
            &gone,
            store(&kept),
            "warn",
            ["다른 탭에서 이 초안을 지웠습니다.", "Another tab deleted this draft."],
            &clashes,
            &["Keep this one as a new draft", "Continue without saving"],
        ),
    ];
    for (tab, store, kind, start, acts, labels) in &cases {
        for (index, lang) in BOTH.into_iter().enumerate() {
            let view = message(tab, store, lang);
            assert_eq!(view.kind, *kind, "{view:?}");
            assert!(view.text.starts_with(start[index]), "{view:?}");
            assert_eq!(view.text.is_empty(), start[index].is_empty());
            assert_eq!(view.acts.iter().map(|(act, _)| *act).collect::<Vec<_>>(), *acts);
            let said: Vec<&str> = view.acts.iter().map(|(_, label)| label.en).collect();
            assert_eq!(said, *labels);
        }
    }
}

#[test]
fn a_summary_says_what_was_typed_and_nothing_else() {
    let cases = [
        ("", "입력한 내용 없음", "Nothing typed"),
        ("view=fit&call=99", "입력한 내용 없음", "Nothing typed"),
        ("nodes=8", "노드 8", "8 nodes"),
        (ASKED, "노드 8 · 3개월 · 2027-01-01", "8 nodes · 3 months · 2027-01-01"),
        ("nodes=40&count=gpus&term=1년", "GPU 40장 · 1년", "40 GPUs · 1년"),
        ("nodes=8&hold=a:1:2027-01-01:2027-02-01", "노드 8 · 가정", "8 nodes · Scenario"),
        ("nodes=%E2%80%AE8", "노드 \u{FFFD}8", "\u{FFFD}8 nodes"),
    ];
    for (query, ko, en) in cases {
        assert_eq!(
            (summary(query, Lang::Ko).as_str(), summary(query, Lang::En).as_str()),
            (ko, en)
        );
    }
}

#[test]
fn names_of_buttons_and_of_new_drafts_are_composed() {
    let kept = drafts(&["초안 1", "Draft 2"]);
    assert_eq!(
        (new_name(&kept, Lang::Ko), new_name(&kept, Lang::En)),
        ("초안 2".into(), "Draft 1".into())
    );
    assert_eq!(shortcut(words::UNDO, "Control+Z", Lang::Ko), "되돌리기 (Control+Z)");
    assert_eq!(shortcut(words::UNDO, "Control+Z", Lang::En), "Undo (Control+Z)");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    /// Whatever two tabs do, a request that one of them shows as saved is in the store, and a
    /// reload changes nothing.
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
                6 => { drafts.remove(n); if tab.place() == DraftPlace::Draft(n) { tab.let_go() } }
                7 => { tab.save_as(&mut drafts, "x"); }
                8 => tab.take_theirs(&drafts),
                _ => { tab.save(&mut drafts, "x"); tab.begin_anew() }
            }
            let others: Vec<Draft> = drafts.list().iter()
                .filter(|draft| tab.place() != DraftPlace::Draft(draft.id)).cloned().collect();
            tab.save(&mut drafts, "x");
            let is_there = |draft: &Draft| drafts.list().contains(draft);
            prop_assert!(others.iter().all(is_there), "another draft was touched");
            for tab in &mut tabs {
                tab.look(&drafts);
                if let (DraftPlace::Draft(id), true) = (tab.place(), tab.is_saved()) {
                    prop_assert_eq!(query(&drafts, id), tab.query());
                }
                if let Some(session) = tab.to_session() {
                    let again = Tab::open(tab.query(), Some(&session), &drafts);
                    prop_assert_eq!(again.place() == tab.place(), tab.place() != DraftPlace::Link || !tab.query().is_empty());
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
