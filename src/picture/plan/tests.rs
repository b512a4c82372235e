use super::*;
use crate::fit::Calendars;
use crate::fit::plan::{RoundPolicy, plan};
use crate::model::Scenario;
use crate::model::{
    Application, Class, Hour, Instant, NodeCount, Occupancy, Placement, Request, Term,
};
use crate::picture::free_chart::tests::snapshot;
use crate::picture::time_axis::WIDTH;
use crate::words::table::Table;

fn at(day: &str) -> Hour {
    Instant::parse(day).unwrap().floor()
}

fn application(id: &str, nodes: u32, from: Hour) -> Application {
    let request = Request {
        id: id.into(),
        accelerators: vec![snapshot().blocks[0].accelerator.clone()],
        blocks: None,
        nodes: NodeCount::exactly(nodes),
        term: Term::Days(10),
        not_before: from,
        not_after: None,
        placement: Placement::Any,
        split: None,
        class: Class::Industry,
        call: None,
    };
    Application { request, title: String::new(), score: None, submitted_at: None }
}

fn picture(asked: &[u32], window: DayWindow) -> PlanPicture {
    laid_out(asked, window).0
}

/// Returns the picture of a round of these nodes on empty blocks of eight and four nodes, and its
/// table.
fn laid_out(asked: &[u32], window: DayWindow) -> (PlanPicture, Table) {
    let mut base = snapshot();
    base.holds.clear();
    let scenario = Scenario::new(&base, Occupancy::File, []);
    let before = Calendars::new(&scenario.snapshot);
    let from = base.as_of;
    let applications: Vec<Application> = asked
        .iter()
        .enumerate()
        .map(|(number, nodes)| application(&number.to_string(), *nodes, from))
        .collect();
    let policy = RoundPolicy::default();
    let plan = plan(&scenario.snapshot, &before, &applications, &policy);
    let given: Vec<GrantedNodes<'_>> = plan
        .decisions
        .iter()
        .filter_map(|it| {
            let id = &applications[it.application_index].request.id;
            Some(GrantedNodes {
                application_index: it.application_index,
                id,
                grant: it.result.as_ref().ok()?,
            })
        })
        .collect();
    let asked = PlanInput {
        scenario: &scenario,
        before: &before,
        after: &before,
        given: &given,
        block_index: None,
        axis: window.axis(),
    };
    (PlanPicture::new(&asked, Lang::En), table(&asked, Lang::En))
}

fn now() -> DayWindow {
    DayWindow::of_now(snapshot().as_of)
}

#[test]
fn each_grant_is_a_bar_on_its_own_nodes() {
    let (picture, table) = laid_out(&[4, 2, 6], now());
    assert_eq!((picture.drawn, picture.outside, picture.counted), (3, 0, 0));
    let boxes = &picture.rows[0].boxes;
    let nodes: u32 = boxes.iter().map(|it| it.nodes.1 - it.nodes.0).sum();
    assert_eq!(nodes, 12);
    // No two bars overlap in both time and nodes.
    for (a, b) in boxes.iter().flat_map(|a| boxes.iter().map(move |b| (a, b))) {
        let apart =
            a.x.1 <= b.x.0 || b.x.1 <= a.x.0 || a.nodes.1 <= b.nodes.0 || b.nodes.1 <= a.nodes.0;
        assert!(a == b || apart, "{a:?} {b:?}");
    }
    assert_eq!(table.rows(), 3);
}

#[test]
fn a_point_on_a_bar_means_its_application() {
    let picture = picture(&[4, 2, 6], now());
    let row = &picture.rows[0];
    for it in &row.boxes {
        let middle = (it.nodes.0 + it.nodes.1) * row.height / row.nodes / 2;
        assert_eq!(picture.bar_at(it.x.0, row.y + middle), Some(it.application_index));
    }
    assert_eq!(picture.bar_at(WIDTH, 0), None);
    assert_eq!(picture.bar_at(0, picture.height + 1), None);
}

#[test]
fn what_lies_outside_the_window_is_counted() {
    let later = DayWindow { from: now().from.plus(300 * 24), days: 30 };
    let (picture, table) = laid_out(&[4, 2], later);
    assert_eq!((picture.drawn, picture.outside), (0, 2));
    assert_eq!(table.rows(), 0);
}

#[test]
fn windows_fit_the_plan_and_move() {
    let window = DayWindow::of_plan(&(at("2027-03-01")..at("2027-06-09")));
    assert_eq!((window.from, window.days), (at("2027-02-24"), 110));
    assert_eq!(window.shifted(Shift::Later).from, at("2027-04-20"));
    assert_eq!(window.shifted(Shift::Narrower).days, 55);
    assert_eq!(window.shifted(Shift::Wider).shifted(Shift::Narrower), window);
    let mut least = window;
    for _ in 0..20 {
        least = least.shifted(Shift::Narrower);
    }
    assert_eq!(least.days, 7);
    for by in [Shift::Wider, Shift::Earlier, Shift::Later] {
        let mut most = window;
        for _ in 0..200 {
            most = most.shifted(by);
        }
        assert!((Hour::EARLIEST..=Hour::LATEST).contains(&most.from), "{by:?}");
    }
}

#[test]
fn a_drag_takes_the_time_along_and_never_leaves_the_calendar() {
    let window = DayWindow { from: at("2027-03-01"), days: 100 };
    assert_eq!(window.dragged(0), window);
    // A tenth of a hundred days to the right is ten days earlier.
    assert_eq!(window.dragged(1_000).from, at("2027-02-19"));
    assert_eq!(window.dragged(-1_000).from, at("2027-03-11"));
    assert_eq!(window.dragged(-1_000).dragged(1_000), window);
    for by in [i32::MIN, i32::MAX] {
        let far = window.dragged(by);
        assert!((Hour::EARLIEST..=Hour::LATEST).contains(&far.from), "{by}");
        assert_eq!(far.days, 100);
    }
}
