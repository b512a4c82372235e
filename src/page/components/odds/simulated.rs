//! Odds of a request, from simulated rounds.

use crate::edge::task::Work;
use crate::model::Snapshot;
use crate::odds::{Prospect, ROUNDS, RoundSums, SEED};
use crate::page::context::{use_kept, use_lang, use_route, use_scenario};
use crate::page::reactive::memo;
use crate::page::shared::Shared;
use crate::show::odds::{self, OddsAsk, OddsView};
use leptos::prelude::*;

/// Input of a simulation: rounds like that of a call, from a seed.
#[derive(Clone, PartialEq)]
pub struct SimulationInput {
    call: String,
    sums: RoundSums,
    seed: u64,
}

/// Result of the last simulation, for as long as the page lives.
#[derive(Clone, Copy)]
pub struct Simulated(RwSignal<Option<(SimulationInput, Shared<Prospect>)>>);

/// Request whose chance is asked for.
#[derive(Clone, PartialEq)]
pub struct OddsAsked {
    /// Call that it is for; `None` for the latest with results.
    pub call: Option<String>,
    /// Fewest nodes that it takes.
    pub nodes: u32,
    /// Rank in a list, 1-based; `None` if the reader types the rank that they expect.
    pub rank: Option<u32>,
}

/// Odds of a request, as signals.
#[derive(Clone, Copy)]
pub struct RequestOdds {
    pub wanted: Memo<Option<SimulationInput>>,
    pub simulated: Simulated,
    pub view: Memo<Option<Shared<OddsView>>>,
    /// `true` if the reader types the rank that they expect.
    pub asks_rank: Memo<bool>,
}

impl RequestOdds {
    /// Returns a closure that applies `lay` to the odds, if there are any.
    pub fn read<T>(self, lay: fn(&OddsView) -> T) -> impl Fn() -> Option<T> {
        move || self.view.with(|view| view.as_ref().map(|view| lay(&view.0)))
    }

    /// Returns `true` if the wanted rounds have been simulated.
    pub fn is_simulated(self) -> bool {
        let wanted = self.wanted.get();
        self.simulated.0.with(|done| done.as_ref().map(|done| &done.0) == wanted.as_ref())
    }
}

/// Returns the odds of the request that `asked` returns.
pub fn use_odds(asked: impl Fn() -> Option<OddsAsked> + Send + Sync + 'static) -> RequestOdds {
    let (lang, scenario, route) = (use_lang(), use_scenario(), use_route());
    let asked = memo(move |_| asked());
    let call = memo(move |_| asked.get().map(|asked| asked.call));
    let wanted = memo(move |_| {
        let call = call.get()?;
        let scenario = scenario.get()?.0;
        let snapshot: &Snapshot = &scenario.file.snapshot;
        let (call, sums) = RoundSums::of_call_or_latest(snapshot, call.as_deref())?;
        let seed = route.with(|route| route.seed).unwrap_or(SEED);
        Some(SimulationInput { call: call.id.clone(), sums, seed })
    });
    // Before any round is simulated, the published counts can still be shown.
    let blank = memo(move |_| {
        let wanted = wanted.get()?;
        Prospect::new(wanted.sums, ROUNDS, wanted.seed).ok().map(Shared::new)
    });
    let simulated = use_kept(|| Simulated(RwSignal::new(None)));
    let view = memo(move |_| {
        let (scenario, wanted) = (scenario.get()?.0, wanted.get()?);
        // A result for other input is outdated.
        let done = simulated.0.get().filter(|done| done.0 == wanted).map(|done| done.1);
        let prospect = done.or_else(|| blank.get())?.0;
        let projects = prospect.sums.projects_asked;
        let OddsAsked { nodes, rank, .. } = asked.get()?;
        let typed = || {
            let rank = route.with(|route| route.rank.clone()).unwrap_or_default();
            odds::own_rank(&rank, projects, lang.get()).ok().flatten()
        };
        // A rank beyond the projects of that round has no odds in it.
        let rank = rank.map_or_else(typed, |rank| Some(rank).filter(|rank| *rank <= projects));
        let ask = OddsAsk { nodes: Some(nodes), rank };
        let snapshot = &scenario.file.snapshot;
        let call = snapshot.call(&wanted.call)?;
        odds::odds_view(snapshot, call, &prospect, ask, lang.get()).map(Shared::new)
    });
    let asks_rank = memo(move |_| asked.with(|it| it.as_ref().is_some_and(|it| it.rank.is_none())));
    RequestOdds { wanted, simulated, view, asks_rank }
}

/// Simulates rounds in slices, each as long as a task may last, and stores the result in
/// `simulated`.
pub async fn simulate(wanted: SimulationInput, simulated: Simulated) {
    let Ok(mut prospect) = Prospect::new(wanted.sums, ROUNDS, wanted.seed) else { return };
    let work = Work::begin();
    while prospect.step() {
        work.pause().await;
    }
    simulated.0.set(Some((wanted, Shared::new(prospect))));
}
