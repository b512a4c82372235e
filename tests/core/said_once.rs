//! A unit is said once: by the name of a figure or by the figure, not by both.

use jari::fit::{Calendars, preview};
use jari::model::{
    Class, FileReading, Hour, NodeCount, Occupancy, Placement, Request, Scenario, Snapshot, Term,
    read,
};
use jari::picture::programme::Programme;
use jari::show::answer::{answer, request_facts};
use jari::show::overview::{accelerator_table, block_table, calls, purchase_table};
use jari::show::size::{NamedAccelerator, size_view};
use jari::sizing::hardware::Gpu;
use jari::sizing::utilisation::Precision;
use jari::sizing::workload::{Goal, Serving, Task, TrainingKind};
use jari::sizing::{SizingTarget, size};
use jari::words::Lang;
use jari::words::fact::Fact;
use jari::words::table::Table;

use crate::sizing::answers::{training, workload};

const UNITS: [&str; 8] =
    ["노드", "GPU시간", "개월", "과제", "node", "GPU-hour", "month", "project"];

/// The unit that stands in the name and beside a number of the figure.
fn said_twice(name: &str, figure: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let words: Vec<String> = figure
        .split(|letter: char| letter.is_whitespace() || letter == '(')
        .map(str::to_lowercase)
        .collect();
    let is_number = |word: &str| word.starts_with(|letter: char| letter.is_ascii_digit());
    let counts = |unit: &str| {
        let is_unit = |word: &str| word.starts_with(&unit.to_lowercase());
        words.windows(2).any(|pair| {
            is_unit(&pair[0]) && is_number(&pair[1]) || is_number(&pair[0]) && is_unit(&pair[1])
        })
    };
    UNITS.into_iter().find(|unit| name.contains(&unit.to_lowercase()) && counts(unit))
}

#[test]
fn what_said_twice_is() {
    assert_eq!(said_twice("노드(서버) 수", "노드 4대"), Some("노드"));
    assert_eq!(said_twice("Nodes", "4 nodes (32 GPUs)"), Some("node"));
    assert_eq!(said_twice("GPU-hours", "69,888 GPU-hours"), Some("GPU-hour"));
    assert_eq!(said_twice("Nodes", "4 (32 GPUs)"), None);
    assert_eq!(said_twice("Term", "3 months"), None);
}

/// Every named figure of what is looked at.
#[derive(Default)]
struct Figures(Vec<(String, String)>);

impl Figures {
    fn facts(&mut self, facts: &[Fact]) {
        self.0.extend(facts.iter().map(|fact| (fact.name.clone(), fact.value.clone())));
    }

    fn table(&mut self, table: &Table) {
        for column in &table.columns {
            let texts =
                column.cells.iter().chain(&column.total).map(|it| it.value.text(table.lang));
            self.0.extend(texts.map(|text| (column.head.clone(), text)));
        }
    }

    fn check(&self) {
        assert!(!self.0.is_empty());
        let twice: Vec<_> = self
            .0
            .iter()
            .filter_map(|(name, figure)| Some((said_twice(name, figure)?, name, figure)))
            .collect();
        assert!(twice.is_empty(), "{twice:#?}");
    }
}

fn published() -> Snapshot {
    let FileReading { snapshot, .. } = read(include_bytes!("../../public/capacity.json")).unwrap();
    snapshot
}

fn day(month: u8, day: u8) -> Hour {
    Hour::of_date(2026, month, day).unwrap()
}

#[test]
fn of_a_request_and_its_answer() {
    let snapshot = published();
    for (occupancy, lang, nodes, call) in [
        (Occupancy::File, Lang::Ko, 4, None),
        (Occupancy::Size, Lang::Ko, 1, Some("25-1")),
        (Occupancy::BusyYear, Lang::En, 4, Some("rolling-2026")),
        (Occupancy::Size, Lang::En, 300, None),
    ] {
        let request = Request {
            id: String::new(),
            accelerators: vec!["h200".into(), "b200".into()],
            blocks: None,
            nodes: NodeCount { min: nodes, max: nodes * 2 },
            term: Term::Months(3),
            not_before: day(11, 29),
            not_after: None,
            placement: Placement::Any,
            split: None,
            class: Class::Industry,
            call: call.map(str::to_owned),
        };
        let scenario = Scenario::new(&snapshot, occupancy, Vec::new());
        let calendars = Calendars::new(&scenario.snapshot);
        let preview = preview(&scenario.snapshot, &calendars, &request).unwrap();
        let answer = answer(&scenario, &request, &preview, day(11, 28), lang);
        let mut figures = Figures::default();
        figures.facts(&request_facts(&scenario, &request, lang));
        figures.facts(answer.best.as_ref().map_or(&[], |best| &best.facts));
        for scheme in answer.summary.elsewhere.iter().flat_map(|elsewhere| &elsewhere.schemes) {
            figures.facts(&scheme.facts);
        }
        figures.check();
    }
}

#[test]
fn of_the_capacity_view() {
    let snapshot = published();
    for lang in [Lang::Ko, Lang::En] {
        let mut figures = Figures::default();
        figures.table(&block_table(&snapshot, lang));
        figures.table(&purchase_table(&snapshot, lang));
        figures.table(&accelerator_table(&snapshot, lang).unwrap());
        figures.table(&Programme::new(&snapshot, day(11, 28), lang).unwrap().table);
        for call in calls(&snapshot, day(11, 28), lang) {
            figures.facts(&call.facts);
            figures.facts(call.results.as_ref().map_or(&[], |results| &results.facts));
        }
        figures.check();
    }
}

#[test]
fn of_the_size_view() {
    let serving = Task::Serve(Serving {
        prompt: 1_000.0,
        answer: 500.0,
        precision: Some(Precision::Fp8),
        cache: None,
        goal: Goal::Users { users: 50.0, tokens_per_second: 20.0 },
        days: 30.0,
    });
    let tuning = Task::Train(training(TrainingKind::Lora, 1e9));
    let sites = [SizingTarget::of_gpu(Gpu::known("h200").unwrap(), 128)];
    for (task, lang) in [(tuning, Lang::Ko), (serving, Lang::En)] {
        let answer = size(&workload("llama-3.1-70b", task), &sites).unwrap();
        let named = |id: &str| NamedAccelerator { name: id.to_owned(), sold_gb: Some(141.0) };
        let view = size_view(&answer, &sites, named, lang);
        if lang == Lang::Ko {
            // The numbers on an axis are bare: its name has the unit.
            assert_eq!(view.axes.upward, "소요 일수");
        }
        let mut figures = Figures::default();
        for site in &view.sites {
            figures.facts(&site.facts);
            figures.table(&site.table);
            site.effects.iter().for_each(|effects| figures.table(effects));
        }
        figures.check();
    }
}
