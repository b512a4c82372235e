use super::*;
use crate::fit::plan::{
    Allotment, Order, Perturbation, Robustness, RoundPolicy, decision_order, plan,
};
use crate::model::{Application, Class, Instant, NodeCount, Occupancy, Request, Score, Term, read};
use crate::session::{CapacityFile, PreparedScenario};
use crate::show::form::{FormDraft, default_draft};
use crate::show::round::{RoundResult, Standing, example, sums, table, zone};
use crate::words::Lang;
use core::cell::{Cell, RefCell};
use core::pin::pin;
use core::task::{Context, Poll, Waker};
use std::sync::Arc;

const PUBLISHED: &[u8] = include_bytes!("../../../public/capacity.json");

fn prepared(occupancy: Occupancy) -> PreparedScenario {
    let file = CapacityFile::new(read(PUBLISHED).unwrap(), "c0ffee".into());
    PreparedScenario::new(Arc::new(file), occupancy, &[])
}

fn application(id: &str, score: Option<f64>, nodes: u32) -> Application {
    let snapshot = &prepared(Occupancy::Size).file.snapshot;
    let draft = default_draft(snapshot, snapshot.as_of);
    let request = draft.parse(snapshot).unwrap();
    Application {
        request: Request { id: id.into(), nodes: NodeCount::exactly(nodes), ..request },
        title: String::new(),
        score: score.and_then(Score::new),
        submitted_at: None,
    }
}

/// Runs a future that only ever waits for its own next slice.
fn run<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    let mut context = Context::from_waker(Waker::noop());
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut context) {
            return done;
        }
    }
}

/// Pace with a fixed number of steps per slice, for a fixed number of slices.
struct Steps {
    each: u32,
    done: Cell<u32>,
    slices: Cell<u32>,
    most_slices: u32,
}

impl Steps {
    fn new(each: u32, most_slices: u32) -> Self {
        Self { each, done: Cell::new(0), slices: Cell::new(0), most_slices }
    }
}

impl Pace for Steps {
    fn is_over(&self) -> bool {
        self.done.set(self.done.get() + 1);
        self.done.get().is_multiple_of(self.each)
    }

    async fn rest(&self) -> bool {
        self.slices.set(self.slices.get() + 1);
        self.slices.get() < self.most_slices
    }
}

fn round_of(applications: Vec<Application>) -> RoundState {
    let mut round = RoundState::new(RoundPolicy::default());
    assert!(round.add(applications).is_empty());
    round
}

fn ids(round: &RoundState) -> Vec<String> {
    let id = |index: usize| round.application(index).unwrap().request.id.clone();
    round.ranked().into_iter().map(id).collect()
}

fn three() -> RoundState {
    round_of(vec![
        application("a", Some(70.0), 4),
        application("b", Some(90.0), 4),
        application("c", None, 4),
    ])
}

fn decided(prepared: &PreparedScenario, round: &RoundState) -> RoundResult {
    let pace = Steps::new(u32::MAX, u32::MAX);
    run(decide(prepared, &round.listed(), round.policy(), &pace, |_| ())).unwrap()
}

#[test]
fn a_move_makes_the_ranking_the_list() {
    let mut round = three();
    assert_eq!(ids(&round), ["b", "a", "c"]);
    round.move_by(round.index_of("c").unwrap(), -1);
    assert_eq!(
        (ids(&round), round.policy().order),
        (vec!["b".into(), "c".into(), "a".into()], Order::List)
    );
    round.move_to(round.index_of("b").unwrap(), 99);
    assert_eq!(ids(&round), ["c", "a", "b"]);
    // Moving beyond an end is not a step.
    round.move_by(round.index_of("c").unwrap(), -1);
    round.undo();
    assert_eq!(ids(&round), ["b", "c", "a"]);
    round.undo();
    assert_eq!(
        (ids(&round), round.policy().order),
        (vec!["b".into(), "a".into(), "c".into()], Order::Score)
    );
    assert!(round.can_redo());
    assert!(round.redo() && round.redo());
    assert_eq!(ids(&round), ["c", "a", "b"]);
}

#[test]
fn a_step_that_is_not_there_is_told() {
    let mut round = three();
    assert!(!round.redo(), "nothing was undone");
    while round.can_undo() {
        assert!(round.undo());
    }
    assert!(!round.undo(), "nothing is left to undo");
    assert!(round.redo());
    let mut fresh = RoundState::new(RoundPolicy::default());
    assert!(!fresh.undo() && !fresh.redo());
}

#[test]
fn edits_lie_over_the_list_as_it_was_read() {
    let mut round = three();
    let (a, c) = (round.index_of("a").unwrap(), round.index_of("c").unwrap());
    round.set_score(c, Score::new(95.0));
    assert!(round.is_changed(c) && !round.is_changed(a));
    assert_eq!(ids(&round), ["c", "b", "a"]);
    round.toggle_left_out(a);
    assert_eq!((ids(&round), round.left_out()), (vec!["c".into(), "b".into()], vec![a]));
    assert_eq!(round.listed().indices.len(), 2);
    round.toggle_left_out(a);
    assert_eq!(ids(&round), ["c", "b", "a"]);
    // A known id is not added again, and is returned.
    assert_eq!(round.add(vec![application("b", None, 1), application("d", None, 1)]), ["b"]);
    assert_eq!(ids(&round), ["c", "b", "a", "d"]);
    round.undo();
    assert_eq!((ids(&round).len(), round.index_of("d")), (3, None));
    round.clear();
    assert!(round.is_empty());
    round.undo();
    for _ in 0..9 {
        round.undo();
    }
    assert!(round.is_empty() && !round.can_undo());
    round.redo();
    assert_eq!(ids(&round), ["b", "a", "c"]);
    assert!(!round.is_changed(c));
}

#[test]
fn kept_sets_are_taken_up_again() {
    let mut round = three();
    round.keep(Vec::new());
    round.set_policy(RoundPolicy {
        order: Order::Arrival,
        amount: Allotment::Partial,
        ..RoundPolicy::default()
    });
    assert_eq!(ids(&round), ["a", "b", "c"]);
    round.open(1);
    assert_eq!(
        (ids(&round), round.policy()),
        (vec!["b".into(), "a".into(), "c".into()], &RoundPolicy::default())
    );
    round.undo();
    assert_eq!(ids(&round), ["a", "b", "c"]);
    for _ in 0..9 {
        round.keep(Vec::new());
    }
    assert!(round.kept().len() < 9 && round.kept().last().unwrap().number == 10);
    round.forget(10);
    assert_eq!(round.kept().last().unwrap().number, 9);
}

#[test]
fn the_ranking_is_the_order_in_which_a_plan_decides() {
    let prepared = prepared(Occupancy::Size);
    let snapshot = &prepared.scenario.snapshot;
    let mut applications = example(snapshot, snapshot.as_of, Lang::Ko);
    applications.truncate(60);
    for (number, application) in applications.iter_mut().enumerate() {
        // Ties, and applications without a score or a time.
        application.score = application
            .score
            .filter(|_| number % 5 > 0)
            .and_then(|score| Score::new((score.number() / 10.0).floor()));
        let day = ["2027-01-01", "2027-01-02", "2027-01-03"].get(number % 4);
        application.submitted_at = day.map(|day| Instant::parse(day).unwrap());
    }
    for order in [Order::Score, Order::Arrival, Order::List] {
        let policy = RoundPolicy { order, ..RoundPolicy::default() };
        let plan = plan(snapshot, &prepared.calendars, &applications, &policy);
        let decided: Vec<usize> = plan.decisions.iter().map(|it| it.application_index).collect();
        let all: Vec<&Application> = applications.iter().collect();
        assert_eq!(decision_order(&all, order), decided, "{order:?}");
    }
}

#[test]
fn slices_change_nothing_of_the_plan() {
    let prepared = prepared(Occupancy::File);
    let snapshot = &prepared.scenario.snapshot;
    let round = round_of(example(snapshot, snapshot.as_of.plus(24), Lang::En));
    let listed = round.listed();
    let whole = plan(snapshot, &prepared.calendars, &listed.applications, round.policy());
    let (pace, first) = (Steps::new(7, u32::MAX), RefCell::new(None));
    let sliced = run(decide(&prepared, &listed, round.policy(), &pace, |it| {
        first.replace(Some(it));
    }));
    let sliced = sliced.unwrap();
    assert_eq!(sliced.plan, whole);
    assert!(sliced.is_whole && pace.slices.get() > 70);
    let first = first.take().unwrap();
    assert_eq!((first.plan.decisions.len(), first.is_whole), (7, false));
    assert_eq!(first.plan.decisions[..], whole.decisions[..7]);
    // Nobody waits any more.
    let pace = Steps::new(7, 3);
    assert!(run(decide(&prepared, &listed, round.policy(), &pace, |_| ())).is_none());
    assert_eq!(pace.slices.get(), 3);
}

#[test]
fn the_check_is_that_of_the_engine() {
    let prepared = prepared(Occupancy::File);
    let snapshot = &prepared.scenario.snapshot;
    let mut applications = example(snapshot, snapshot.as_of.plus(24), Lang::En);
    applications.truncate(40);
    let round = round_of(applications);
    let listed = round.listed();
    let pace = Steps::new(50, u32::MAX);
    let chances = run(check(&prepared, &listed, round.policy(), &pace)).unwrap();
    let changes = Perturbation { rounds: chances.rounds, most: chances.most, seed: 2026 };
    let (calendars, applications) = (&prepared.calendars, &listed.applications);
    let given = Robustness::new(snapshot, calendars, applications, round.policy(), changes).run();
    assert_eq!(chances.given, given.into_iter().map(Some).collect::<Vec<_>>());
    let by_arrival = RoundPolicy { order: Order::Arrival, ..RoundPolicy::default() };
    assert_eq!(run(check(&prepared, &listed, &by_arrival, &pace)), None);
}

#[test]
fn rows_tell_rank_running_total_and_outcome() {
    let prepared = prepared(Occupancy::Size);
    let mut round = round_of(vec![
        application("a", Some(70.0), 500),
        application("b", Some(90.0), 200),
        application("c", Some(60.0), 4),
        application("d", Some(65.0), 4),
    ]);
    let d = round.index_of("d").unwrap();
    round.toggle_left_out(d);
    let decided = decided(&prepared, &round);
    for lang in [Lang::Ko, Lang::En] {
        let ranking = ranking(&round, Some(&decided), None, lang);
        let rows_at =
            |numbers| rows_of(&ranking, numbers, &prepared, &round, Some(&decided), None, lang);
        let rows = rows_at(0..ranking.indices.len());
        // A range of rows equals the same rows among all.
        assert_eq!(rows_at(1..3), rows[1..3]);
        assert_eq!(rows_at(3..40), rows[3..]);
        assert_eq!(rows_at(9..40), []);
        let told: Vec<_> = rows.iter().map(|row| (&*row.id, row.rank, row.running)).collect();
        assert_eq!(
            told,
            [("b", Some(1), 200), ("a", Some(2), 700), ("c", Some(3), 704), ("d", None, 704)]
        );
        assert_eq!(rows[0].standing, Standing::Given);
        assert_eq!(rows[3].standing, Standing::LeftOut);
        // Computed from sizes alone, nothing has the colour of a yes.
        assert!(rows.iter().all(|row| row.kind != "now"), "{rows:?}");
        let table = table(&rows, &decided, None, lang);
        assert_eq!((table.rows(), table.columns.len()), (4, 12));
        let sums = sums(&prepared.scenario, &decided, lang);
        assert_eq!(sums.kind, "conditional");
        assert!(!sums.sentences.join(" ").contains('{'), "{:?}", sums.sentences);
    }
}

#[test]
fn the_line_and_the_zone_lie_where_room_runs_out() {
    let prepared = prepared(Occupancy::Size);
    let snapshot = &prepared.scenario.snapshot;
    // Requests for as many nodes as a block has, until one day: those behind find no room.
    let most = snapshot.blocks.iter().map(|it| it.nodes()).max().unwrap();
    let asked: Vec<Application> = (0..8)
        .map(|number| {
            let mut it = application(&number.to_string(), Some(90.0 - f64::from(number)), most / 2);
            it.request.accelerators = vec!["h200".into()];
            it.request.not_after = Some(it.request.term.end(it.request.not_before));
            it
        })
        .collect();
    let round = round_of(asked);
    let decided = decided(&prepared, &round);
    let line = decided.plan.line.unwrap();
    assert!(line > 0);
    let chances =
        run(check(&prepared, &round.listed(), round.policy(), &Steps::new(9, u32::MAX))).unwrap();
    let zone = zone(&round.ranked(), &chances, Lang::En);
    assert!(zone.how.contains("100"), "{}", zone.how);
    for (rank, index) in round.ranked().into_iter().enumerate() {
        let is_close = chances.is_close(chances.given_to(index).unwrap());
        assert!(!is_close || zone.positions.contains(&rank));
    }
}

#[test]
fn one_application_is_typed_with_its_mistakes_told() {
    let prepared = prepared(Occupancy::Size);
    let snapshot = &prepared.file.snapshot;
    let defaults = default_draft(snapshot, snapshot.as_of);
    let typed = TypedApplication {
        id: " x ".into(),
        score: "87.5".into(),
        term: "1년".into(),
        class: Class::Academia,
        ..TypedApplication::default()
    };
    let application = typed.parse(snapshot, &defaults, Lang::Ko).unwrap();
    assert_eq!((&*application.request.id, application.request.term), ("x", Term::Months(12)));
    assert_eq!(application.score, Score::new(87.5));
    assert_eq!(TypedApplication::from_application(&application, Lang::Ko).score, "87.5");
    // Fields that are not typed stay as they were.
    let before = Application {
        submitted_at: Instant::parse("2027-01-01").ok(),
        score: Score::new(12.345_678),
        ..application
    };
    let again = TypedApplication {
        nodes: "9".into(),
        ..TypedApplication::from_application(&before, Lang::En)
    };
    let changed = again.change(&before, snapshot, &defaults, Lang::En).unwrap();
    assert_eq!((changed.score, changed.submitted_at), (before.score, before.submitted_at));
    assert_eq!(changed.request.nodes, NodeCount::exactly(9));
    // GPUs are those of its own accelerators, whatever the form begins with.
    let in_gpus = TypedApplication { nodes: "16 GPUs".into(), ..again.clone() };
    let none = FormDraft { accelerators: Vec::new(), ..defaults.clone() };
    let told = in_gpus.change(&before, snapshot, &none, Lang::En).unwrap_err();
    assert_eq!(told, ["Nodes or GPUs: 16 GPUs are 2 nodes."]);
    let negative = TypedApplication { score: " －８７．５ ".into(), ..again };
    let changed = negative.change(&before, snapshot, &defaults, Lang::En).unwrap();
    assert_eq!(changed.score, Score::new(-87.5));
    let wrong =
        TypedApplication { id: String::new(), nodes: "many".into(), score: "high".into(), ..typed };
    assert_eq!(wrong.parse(snapshot, &defaults, Lang::En).unwrap_err().len(), 3);
}
