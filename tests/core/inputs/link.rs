//! Links.

use std::sync::LazyLock;

use jari::exchange::link::{self, Route};
use jari::fit::{self, Calendars};
use jari::model::{Scenario, Snapshot, is_hidden, read};
use jari::show::form::{self, FieldProblem};
use jari::words::Lang;

/// The file that a link is opened on: one of every field, with holds.
pub static SNAPSHOT: LazyLock<Snapshot> = LazyLock::new(|| {
    read(include_bytes!("capacity/every-field.json")).expect("a good file").snapshot
});

/// Opens a link as the page does: parsed, typed into the form, parsed, answered.
pub fn check(bytes: &[u8]) {
    let Some(query) = super::text(bytes) else { return };
    let route = Route::parse(query);
    assert!(route.holds.len() <= link::MAX_HOLDS && route.pins.len() <= link::MAX_PINS);
    if route.fits_in_link() {
        assert_eq!(Route::parse(&route.to_query()), route, "another link than was read");
    }
    ask(&route);
    for pin in &route.pins {
        let mut pinned = Route::default();
        pinned.ask(pin);
        ask(&pinned);
    }
}

fn ask(route: &Route) {
    let words = |problem: FieldProblem| {
        for lang in [Lang::Ko, Lang::En] {
            let line = problem.line(lang);
            assert!(!line.is_empty() && !line.chars().any(is_hidden), "{line:?}");
        }
    };
    let mut assumed = Vec::new();
    for hold in &route.holds {
        match hold.parse(&SNAPSHOT) {
            Ok(hold) => assumed.push(hold),
            Err(problems) => problems.into_iter().for_each(words),
        }
    }
    let form = route.form.apply(form::default_draft(&SNAPSHOT, SNAPSHOT.as_of));
    match form.parse(&SNAPSHOT) {
        Err(problems) => problems.into_iter().for_each(words),
        Ok(request) => {
            let scenario = Scenario::new(&SNAPSHOT, route.occupancy, assumed);
            let calendars = Calendars::new(&scenario.snapshot);
            let preview = fit::preview(&scenario.snapshot, &calendars, &request);
            assert!(preview.is_ok(), "the form lets nothing through that is not there");
        }
    }
}
