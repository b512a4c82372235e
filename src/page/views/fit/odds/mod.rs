//! The chance in a round like one whose results were published. The rounds are simulated once the
//! reader opens it, between the tasks of the page.

mod line;
mod scenarios;
mod steps;

use crate::edge::task::Work;
use crate::model::Snapshot;
use crate::odds::{Prospect, ROUNDS, RoundSums, SEED};
use crate::page::components::{disclosure, reference, schemes, source};
use crate::page::context::{t, use_kept, use_lang, use_request_form, use_route, use_scenario};
use crate::page::dom::{Element, IntoView, html};
use crate::page::reactive::{effect, memo};
use crate::page::shared::Shared;
use crate::show::odds::{self, OddsAsk, OddsView, Statement};
use crate::words::catalogue::{Entry, elsewhere, odds as words};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What is simulated: rounds like that of a call, from a seed.
#[derive(Clone, PartialEq)]
struct Wanted {
    call: String,
    sums: RoundSums,
    seed: u64,
}

/// What was simulated last, for as long as the page lives.
#[derive(Clone, Copy)]
struct Simulated(RwSignal<Option<(Wanted, Shared<Prospect>)>>);

/// The odds of the request that is asked.
#[derive(Clone, Copy)]
struct Odds {
    wanted: Memo<Option<Wanted>>,
    simulated: Simulated,
    view: Memo<Option<Shared<OddsView>>>,
}

impl Odds {
    /// What `lay` makes of the odds, where there are any.
    fn read<T>(self, lay: fn(&OddsView) -> T) -> impl Fn() -> Option<T> {
        move || self.view.with(|view| view.as_ref().map(|view| lay(&view.0)))
    }

    fn is_simulated(self) -> bool {
        let wanted = self.wanted.get();
        self.simulated.0.with(|done| done.as_ref().map(|done| &done.0) == wanted.as_ref())
    }
}

/// The chance of being selected, where the file's calls have results that it follows from.
pub fn odds() -> impl IntoView {
    let odds = of_request();
    let has_odds = memo(move |_| odds.view.with(Option::is_some));
    move || has_odds.get().then(|| card(odds))
}

fn of_request() -> Odds {
    let (lang, scenario, route) = (use_lang(), use_scenario(), use_route());
    let form = use_request_form();
    let asked = memo(move |_| {
        let answer = form.settled.get().0;
        answer.answered().map(|(request, _)| (request.call.clone(), request.nodes.min))
    });
    let wanted = memo(move |_| {
        let (call, _) = asked.get()?;
        let scenario = scenario.get()?.0;
        let snapshot: &Snapshot = &scenario.file.snapshot;
        let (call, sums) = RoundSums::of_call_or_latest(snapshot, call.as_deref())?;
        let seed = route.with(|route| route.seed).unwrap_or(SEED);
        Some(Wanted { call: call.id.clone(), sums, seed })
    });
    // Before any round is simulated there is still what was counted.
    let blank = memo(move |_| {
        let wanted = wanted.get()?;
        Prospect::new(wanted.sums, ROUNDS, wanted.seed).ok().map(Shared::new)
    });
    let simulated = use_kept(|| Simulated(RwSignal::new(None)));
    let view = memo(move |_| {
        let (scenario, wanted) = (scenario.get()?.0, wanted.get()?);
        let done = simulated.0.get().filter(|done| done.0 == wanted).map(|done| done.1);
        let prospect = done.or_else(|| blank.get())?.0;
        let projects = prospect.sums.projects_asked;
        let rank = route.with(|route| route.rank.clone()).unwrap_or_default();
        let ask = OddsAsk {
            nodes: asked.get().map(|(_, nodes)| nodes),
            rank: odds::own_rank(&rank, projects, lang.get()).ok().flatten(),
        };
        let snapshot = &scenario.file.snapshot;
        let call = snapshot.call(&wanted.call)?;
        odds::view(snapshot, call, &prospect, ask, lang.get()).map(Shared::new)
    });
    Odds { wanted, simulated, view }
}

fn card(odds: Odds) -> Element {
    html::section()
        .class("card no-print")
        .id("odds")
        .attr("aria-labelledby", "odds-title")
        .child(html::h2().id("odds-title").child(t(words::HEADING)))
        .child(html::p().id("odds-sentence").child(odds.read(|view| view.sentence.clone())))
        .child(odds.read(|view| paragraphs(&view.about)))
        .child(odds.read(|view| view.source.clone().map(source)))
        .child(disclosure("twin", words::OPEN, move || Some(opened(odds))))
}

/// All that follows from simulated rounds.
fn opened(odds: Odds) -> Element {
    effect(move |_| {
        if let Some(wanted) = odds.wanted.get()
            && !odds.is_simulated()
        {
            spawn_local(simulate(wanted, odds.simulated));
        }
    });
    let waiting = move || {
        let text = html::p().class("small quiet").child(t(words::IN_PROGRESS));
        (!odds.is_simulated()).then_some(text)
    };
    html::div().class("stack").child((
        html::div().attr("role", "status").child(waiting),
        scenarios::scenarios(odds),
        line::line(odds),
        odds.read(|view| statements(words::UNCHANGED, &view.unchanged)),
        odds.read(|view| statements(words::UNKNOWN, &view.unknown)),
        odds.read(|view| statements(words::HELPS, &view.helps)),
        disclosure("twin", elsewhere::HEADING, odds.read(|view| schemes(view.schemes.clone()))),
        disclosure("twin", words::STEPS, odds.read(|view| steps::steps(&view.steps))),
    ))
}

/// Simulates in parts, each as long as a task may last.
async fn simulate(wanted: Wanted, simulated: Simulated) {
    let Ok(mut prospect) = Prospect::new(wanted.sums, ROUNDS, wanted.seed) else { return };
    let work = Work::begin();
    while prospect.step() {
        work.pause().await;
    }
    simulated.0.set(Some((wanted, Shared::new(prospect))));
}

fn paragraphs(texts: &[String]) -> Vec<Element> {
    texts.iter().map(|text| html::p().class("small quiet").child(text.clone())).collect()
}

/// Sentences under a heading, each with where it is read.
fn statements(heading: Entry, statements: &[Statement]) -> Option<impl IntoView + use<>> {
    let item = |of: &Statement| {
        let from = of.source.clone();
        let from = from.map(|from| html::p().class("small quiet").child(reference(from)));
        html::li().child((of.text.clone(), from))
    };
    let items: Vec<_> = statements.iter().map(item).collect();
    (!items.is_empty())
        .then(|| (html::h3().child(t(heading)), html::ul().class("small").child(items)))
}
