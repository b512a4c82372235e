use super::scale::HeightScale;
use super::*;
use crate::fit::Calendars;
use crate::model::{
    Class, Hour, Instant, NodeCount, Occupancy, Placement, Request, Scenario, Term,
};
use crate::picture::free_chart::tests::snapshot;
use crate::picture::time_axis::{TimeAxis, TimeSpan, horizon};
use crate::show::form::FormDraft;
use crate::words::Lang;
use proptest::prelude::*;

fn at(date: &str) -> Hour {
    Instant::parse(date).unwrap().floor()
}

fn request(nodes: u32, term: Term, from: &str) -> Request {
    Request {
        id: String::new(),
        accelerators: vec!["a".into()],
        blocks: None,
        nodes: NodeCount::exactly(nodes),
        term,
        not_before: at(from),
        not_after: None,
        placement: Placement::Any,
        split: None,
        class: Class::Industry,
        call: None,
    }
}

/// Lays out the map of 12 nodes: 4 free until 16 January, 2 until 1 February, 10 from then on.
fn map(request: &Request, by: MapBy, lang: Lang) -> FitMapView {
    let scenario = Scenario::new(&snapshot(), Occupancy::File, []);
    let snapshot = &scenario.snapshot;
    let calendars = Calendars::new(snapshot);
    let axis = TimeAxis::of_starts(
        TimeSpan::Quarter,
        snapshot.as_of,
        &horizon(snapshot),
        request.not_before,
    );
    FitMapView::new(&scenario, &calendars, request, by, axis, "fits", lang)
}

#[test]
fn the_edge_is_told_in_words_and_as_a_table() {
    let view = map(&request(4, Term::Days(7), "2027-01-04"), MapBy::Nodes, Lang::En);
    assert_eq!(view.limit.text, "up to 4 nodes, until 9 Jan");
    assert_eq!(view.first_fit, None);
    assert_eq!(
        view.sentence,
        "Starting on 4 Jan 2027, up to 4 nodes (32 GPUs) of one block are free for 7 days. \
         The same goes for starts until 9 Jan 2027."
    );
    assert_eq!(view.value, "4 Jan 2027, 4 nodes (32 GPUs), 7 days: fits");
    assert_eq!(
        view.table.texts(),
        [
            ["1 Jan 2027", "9 Jan 2027", "4 (32 GPUs)"],
            ["10 Jan 2027", "31 Jan 2027", "2 (16 GPUs)"],
            ["1 Feb 2027", "31 Mar 2027", "10 (80 GPUs)"],
        ]
    );

    let later = map(&request(8, Term::Days(7), "2027-01-04"), MapBy::Nodes, Lang::Ko);
    let first = later.first_fit.unwrap();
    assert_eq!(first.text, "2월 1일부터 노드 8대");
    assert!(later.sentence.ends_with("2027년 2월 1일부터는 들어갑니다."), "{}", later.sentence);

    let never = map(&request(11, Term::Days(7), "2027-01-04"), MapBy::Nodes, Lang::En);
    assert!(never.first_fit.is_none());
    assert!(
        never.sentence.ends_with("No start until 31 Mar 2027 has enough room."),
        "{}",
        never.sentence
    );
}

#[test]
fn terms_go_upward_too() {
    let view = map(&request(4, Term::Days(7), "2027-01-04"), MapBy::Term, Lang::En);
    assert_eq!(view.limit.text, "up to 10 days, until 6 Jan");
    let point = view.moved(0, 1, false);
    let mut draft = FormDraft::default();
    draft.take_up(&view.changes(point), &snapshot());
    assert_eq!((draft.term.as_str(), draft.from.as_str()), ("10", ""));
    assert_eq!(view.table.texts()[0], ["1 Jan 2027", "2 Jan 2027", "14 days"]);
}

#[test]
fn keys_and_pointers_move_the_request() {
    let view = map(&request(4, Term::Days(7), "2027-01-04"), MapBy::Nodes, Lang::En);
    let moved = |days, steps, by_far| {
        let mut draft =
            FormDraft { nodes: "4".into(), nodes_max: "6".into(), ..FormDraft::default() };
        draft.take_up(&view.changes(view.moved(days, steps, by_far)), &snapshot());
        (draft.from, draft.nodes, draft.nodes_max)
    };
    let is =
        |from: &str, nodes: &str, most: &str| (from.to_owned(), nodes.to_owned(), most.to_owned());
    assert_eq!(moved(1, 0, false), is("2027-01-05", "4", "6"));
    assert_eq!(moved(-7, 0, true), is("2026-12-28", "4", "6"));
    assert_eq!(moved(0, 1, false), is("", "5", "6"));
    assert_eq!(moved(0, 1, true), is("", "8", ""));
    assert_eq!(moved(0, -1, true), is("", "2", "6"));
    assert_eq!(moved(0, 99, false), is("", "12", ""));
    assert_eq!(view.at_end(true).start, at("2027-03-31"));

    // No key leads to a day in the past.
    let bounded = view.clone().not_before(at("2027-01-02"));
    assert_eq!(bounded.moved(-1, 0, false).start, at("2027-01-03"));
    assert_eq!(bounded.moved(-7, 0, true).start, at("2027-01-02"));

    // The mark lies at the request.
    let (x, y) = view.mark;
    assert!(view.is_at(view.point_at(x, y)));
    assert_eq!(view.point_at(0, 0), MapPoint { start: at("2027-01-01"), value: 12 });
    assert_eq!(view.point_at(u32::MAX, u32::MAX), MapPoint { start: at("2027-03-31"), value: 1 });
}

#[test]
fn a_start_within_a_day_keeps_its_hour_until_it_is_moved() {
    let view = map(&request(4, Term::Days(7), "2027-01-04T09:00:00+09:00"), MapBy::Nodes, Lang::Ko);
    assert_eq!(view.moved(0, 1, false).start, at("2027-01-04T09:00:00+09:00"));
    assert_eq!(view.moved(1, 0, false).start, at("2027-01-05"));
}

#[test]
fn a_call_draws_a_band() {
    let bytes =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/public/capacity.json")).unwrap();
    let snapshot = crate::model::read(&bytes).unwrap().snapshot;
    let scenario = Scenario::new(&snapshot, Occupancy::BusyYear, []);
    let calendars = Calendars::new(&scenario.snapshot);
    let mut request = request(4, Term::Months(3), "2027-01-04");
    request.accelerators = vec!["h200".into(), "b200".into()];
    request.call = Some("25-1".into());
    let axis = TimeAxis::of_starts(
        TimeSpan::Year,
        at("2026-11-26"),
        &horizon(&snapshot),
        request.not_before,
    );
    let view = FitMapView::new(&scenario, &calendars, &request, MapBy::Nodes, axis, "", Lang::En);
    let band = view.band.unwrap();
    assert!(band.top < band.bottom && band.text.contains("32 nodes"), "{band:?}");
    assert!(view.table.rows() > 5);
}

#[test]
fn a_rule_is_told_from_a_lack_of_nodes() {
    let bytes =
        std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/public/capacity.json")).unwrap();
    let scenario = Scenario::of_file(crate::model::read(&bytes).unwrap().snapshot);
    let calendars = Calendars::new(&scenario.snapshot);
    let today = at("2026-11-29");
    let map = |change: &dyn Fn(&mut Request), by| {
        let mut request = request(4, Term::Months(3), "2026-11-29");
        request.accelerators = vec!["h200".into()];
        change(&mut request);
        let axis = TimeAxis::of_starts(TimeSpan::Year, today, &horizon(&scenario.snapshot), today);
        FitMapView::new(&scenario, &calendars, &request, by, axis, "", Lang::En)
    };
    let held = map(&|_| (), MapBy::Nodes);
    assert_eq!(
        held.sentence,
        "Starting on 29 Nov 2026, no node is free for 3 months. \
         If present uses end by the published rules, there is room from about 1 Apr 2027 on (inferred)."
    );
    assert!(!held.is_exact);
    let rule = map(&|request| request.call = Some("rolling-2026".into()), MapBy::Nodes);
    assert_eq!(
        rule.sentence,
        "Uses under Rolling call 2026 have to end by 31 Dec 2026, so 3 months from 29 Nov 2026 would break its rules."
    );
    assert_eq!(
        (&*rule.limit.text, &*rule.table.texts()[0][2]),
        ("against the rules", "against the rules")
    );
    let window = map(&|request| request.not_after = Some(at("2027-01-01")), MapBy::Nodes);
    assert!(window.sentence.contains("after 31 Dec 2026, the last day that the request allows"));
    let other = map(&|request| request.call = Some("beta".into()), MapBy::Nodes);
    assert_eq!(other.sentence, "Beta service does not offer these accelerators.");
    let none = map(&|request| request.accelerators = vec!["b300".into()], MapBy::Term);
    assert_eq!(none.sentence, "No block of these accelerators is published.");
    let one = map(
        &|request| {
            request.nodes = NodeCount::exactly(1);
            request.call = Some("25-1".into());
        },
        MapBy::Nodes,
    );
    assert_eq!(
        one.sentence,
        "Call 25-1 allows 2 to 32 nodes (16 to 256 GPUs): 1 node (8 GPUs) is against its rules."
    );
    assert_eq!((&*one.limit.text, one.first_fit), ("against the rules", None));
    // After the known end, the fitting size is still an inference.
    let later = map(&|request| request.not_before = at("2027-05-01"), MapBy::Nodes);
    assert!(later.sentence.contains("if present uses end by the published rules (inferred)"));
}

proptest! {
    #[test]
    fn any_pixel_is_a_point(
        most in any::<u32>(), count in any::<u32>(), y in any::<u32>(), value in any::<u32>(), steps in any::<i32>(),
    ) {
        let terms = [Term::Hours(count), Term::Days(count), Term::Months(count)];
        for scale in terms.map(HeightScale::terms).into_iter().chain([HeightScale::nodes(most)]) {
            let near = scale.value_at(y);
            prop_assert!(near >= 1 && scale.y(near) <= HEIGHT);
            prop_assert!(scale.y(scale.value_at(scale.y(value))) == scale.y(value.max(1)));
            prop_assert!(scale.moved(near, steps, true) >= 1 && scale.moved(near, steps, false) >= 1);
            let _ = (scale.words(value, Lang::Ko), scale.ticks());
        }
    }

    #[test]
    fn more_nodes_are_higher(nodes in 1_u32..2_000_000) {
        prop_assert!(HeightScale::nodes(2_000_000).y(nodes) >= HeightScale::nodes(2_000_000).y(nodes + 1));
    }
}
