//! Rounds of applications, and three ways to plan them.

use crate::brute::Matrix;
use crate::cases::{self, Random};
use crate::way::Way;
use crate::workload::Load;
use jari::fit::plan::{RoundPlan, RoundPolicy, plan};
use jari::fit::{self, Calendars};
use jari::model::{Application, Hour, NodeCount, Request, Score, Snapshot, Term};

/// The same on every machine.
const SEED: u64 = 20_270_101;
const DAY: u32 = 24;

/// Where and when each application begins, in their order; `None` where it has no offer.
type Starts = Vec<Option<(usize, Hour)>>;

/// A way to plan a round.
type Planning = fn(&RoundCase) -> Starts;

/// Applications to be planned on a snapshot.
pub struct RoundCase {
    /// How many, and on what.
    pub name: &'static str,
    snapshot: Snapshot,
    calendars: Calendars,
    applications: Vec<Application>,
    with_brute: bool,
}

/// The rounds of a load: those that have a target, and one that brute force can do.
pub fn of(load: Load, quick: bool) -> Vec<RoundCase> {
    match load {
        Load::W1 => {
            let free = Snapshot { holds: Vec::new(), ..load.snapshot() };
            let few = RoundCase::new("20_on_the_programme", free.clone(), call(20), true);
            if quick {
                return vec![few];
            }
            let round = RoundCase::new("514_on_the_programme", free, call(514), false);
            vec![few, round, RoundCase::new("2000_on_w1", load.snapshot(), jobs(2_000), false)]
        }
        Load::W2 => vec![RoundCase::new("10000_on_w2", load.snapshot(), jobs(10_000), false)],
        Load::Grown { .. } => Vec::new(),
    }
}

impl RoundCase {
    fn new(
        name: &'static str,
        snapshot: Snapshot,
        applications: Vec<Application>,
        with_brute: bool,
    ) -> Self {
        Self { name, calendars: Calendars::new(&snapshot), snapshot, applications, with_brute }
    }

    /// The ways to plan it that end in a bearable time, and their names.
    pub fn ways(&self) -> impl Iterator<Item = (&'static str, Planning)> + use<> {
        let mut ways: Vec<(&str, Planning)> = vec![("engine", Self::by_engine)];
        if self.applications.len() <= 2_000 {
            ways.push(("anew", Self::by_calendars_anew));
        }
        if self.with_brute {
            ways.push(("brute", Self::by_brute_force));
        }
        ways.into_iter()
    }

    /// Planned in place.
    pub fn by_engine(&self) -> Starts {
        let Self { snapshot, calendars, applications, .. } = self;
        let RoundPlan { decisions, .. } =
            plan(snapshot, calendars, applications, &RoundPolicy::default());
        let start = |decision: fit::plan::Decision| {
            let grant = decision.result.ok()?;
            Some((grant.block_index, grant.offer.start))
        };
        decisions.into_iter().map(start).collect()
    }

    /// One preview after the other, each with calendars that are built for it.
    fn by_calendars_anew(&self) -> Starts {
        self.one_by_one(|snapshot, request| {
            let preview = fit::preview(snapshot, &Calendars::new(snapshot), request);
            let preview = preview.expect("a request without mistakes");
            let best = preview.best()?;
            Some((best.block_index, best.offer.clone()?))
        })
    }

    /// The earliest start by brute force; which block and which nodes of those alike, by the engine.
    fn by_brute_force(&self) -> Starts {
        self.one_by_one(|snapshot, request| {
            let matrices: Vec<Matrix> = Way::index(snapshot);
            let first = matrices.earliest(snapshot, request).into_iter().flatten().min()?;
            let at = Request { not_before: first, ..request.clone() };
            let preview = fit::preview(snapshot, &Calendars::new(snapshot), &at);
            let preview = preview.expect("a request without mistakes");
            let best = preview.best()?;
            let offer = best.offer.clone()?;
            assert_eq!(offer.start, first, "the engine and brute force");
            Some((best.block_index, offer))
        })
    }

    fn one_by_one(
        &self,
        best: impl Fn(&Snapshot, &Request) -> Option<(usize, fit::Offer)>,
    ) -> Starts {
        let mut snapshot = self.snapshot.clone();
        let mut starts = Vec::new();
        for Application { request, .. } in &self.applications {
            let best = best(&snapshot, request);
            starts.push(best.as_ref().map(|(block, offer)| (*block, offer.start)));
            if let Some((block, offer)) = best {
                let nodes = offer.node_ranges.to_string();
                snapshot.holds.push(cases::named(block, &nodes, offer.start, offer.end));
            }
        }
        starts
    }
}

/// Applications of a call: mostly few servers, for three to twelve months, all from one day on.
fn call(count: u32) -> Vec<Application> {
    made(count, |random| {
        let nodes = *random.one_of(&[2, 2, 2, 2, 2, 3, 3, 4, 4, 8, 16]);
        (nodes, Term::Months(random.within(3, 12)), cases::hour(59 * DAY))
    })
}

/// Jobs of a cluster: for some hours or days, over a year.
fn jobs(count: u32) -> Vec<Application> {
    made(count, |random| {
        let start = cases::hour(random.within(0, 365 * DAY));
        (random.within(1, 16), Term::Hours(random.within(6, 10 * DAY)), start)
    })
}

/// The first has the highest score, so that the order is that of the list.
fn made(count: u32, mut ask: impl FnMut(&mut Random) -> (u32, Term, Hour)) -> Vec<Application> {
    let mut random = Random::new(SEED);
    let mut application = |index: u32| {
        let (nodes, term, not_before) = ask(&mut random);
        let mut request = cases::request(nodes, term, not_before);
        request.id = index.to_string();
        request.nodes = NodeCount::exactly(nodes);
        request.accelerators = vec![(*random.one_of(&["h200", "b200"])).to_owned()];
        let score = Score::new(f64::from(count - index));
        Application { request, title: String::new(), score, submitted_at: None }
    };
    (0..count).map(&mut application).collect()
}
