//! The tests that do not run in WebKit, each with its reason: what neither its driver nor its inspector
//! can do. All others run there as in the other browsers.
use crate::harness;
use std::{
    collections::BTreeSet,
    fs,
    io::{Write as _, stderr},
    path::Path,
    sync::Mutex,
    thread,
};

const PAPER: &str = "its driver prints no PDF";
const FINGERS: &str = "its driver has no fingers";
const STORES: &str = "its driven browser is a private one, whose caches go with each page";
const KEYS: &str = "its driven browser undoes nothing by keys";
const DATES: &str = "its date fields have no parts to type";

/// Each by its file and name.
const SKIPPED: [(&str, &str); 14] = [
    ("data::a_copied_link_and_a_reload_say_what_they_rest_on", STORES),
    ("drafts::a_field_undoes_its_own_keys_first", KEYS),
    ("feed::the_same_file_changes_nothing_and_is_not_even_sent_again", STORES),
    ("feed::without_the_server_the_last_good_copy_is_shown_with_its_time", STORES),
    ("keep::the_summary_is_one_sheet", PAPER),
    ("keyboard::dates_are_typed_part_by_part", DATES),
    ("offline::what_was_visited_once_opens_without_its_server", STORES),
    ("round::paper_has_every_application_with_its_heads", PAPER),
    ("touch::a_finger_drags_a_picture_sideways_and_then_wherever_it_goes", FINGERS),
    ("touch::a_finger_drags_the_time_of_a_plan_and_scrolls_past_it", FINGERS),
    ("touch::a_tap_moves_the_request_and_the_date_and_tells_a_node", FINGERS),
    ("touch::a_thumb_scrolls_past_the_fit_map", FINGERS),
    ("touch::a_thumb_scrolls_past_the_pictures_of_time_and_the_node_map", FINGERS),
    ("touch::an_enlarged_map_is_moved_sideways_and_lets_the_page_scroll", FINGERS),
];

/// Whether the test that runs is skipped in WebKit; the first time, it says so and why.
pub fn is_skipped() -> bool {
    static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let thread = thread::current();
    // The test runner gives each test a thread of its name: `webkit::keep::the_summary_is_one_sheet`.
    let name = thread.name().unwrap_or_default();
    let name = name.strip_prefix("webkit::").unwrap_or(name);
    let listed = SKIPPED.iter().find(|(skipped, _)| *skipped == name);
    let why = match (harness::has_webkit(), listed) {
        (false, _) => "there is none on this system",
        (true, Some((_, why))) => why,
        (true, None) => return false,
    };
    if TOLD.lock().expect("nothing panics in between").insert(name.to_owned()) {
        // Past the runner, which keeps what a test that passes prints to itself.
        let _ = writeln!(stderr(), "skipped: {name} in WebKit: {why}");
    }
    true
}

#[test]
fn every_test_that_is_skipped_in_webkit_is_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser");
    for (name, _) in SKIPPED {
        let (file, test) = name.split_once("::").expect("a file and a name");
        let text = fs::read_to_string(folder.join(format!("{file}.rs"))).expect(file);
        assert!(text.contains(&format!("#[test]\nfn {test}()")), "no {name}");
    }
}
