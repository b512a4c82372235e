//! Lists of applications: JSON lines, tables, traces.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jari::exchange::applications::{MAX_APPLICATIONS, read};
use jari::model::{Hour, Instant, Snapshot};
use jari::show::form::{FormDraft, default_draft};
use jari::words::Lang;

/// The file that lists are read beside, and what counts where a cell is empty.
static GROUND: LazyLock<(Snapshot, FormDraft)> = LazyLock::new(|| {
    let file = include_bytes!("capacity/every-field.json");
    let snapshot = jari::model::read(file).expect("a capacity file").snapshot;
    let today = Instant::parse("2027-01-04").map_or(Hour::EARLIEST, Instant::floor);
    let draft = default_draft(&snapshot, today);
    (snapshot, draft)
});

/// Reads the text as a list, whatever it is.
pub fn check(bytes: &[u8]) {
    let Some(text) = super::text(bytes) else { return };
    let (snapshot, defaults) = &*GROUND;
    let list = read(text, snapshot, defaults);
    assert_eq!(list.applications.len(), list.lines.len());
    assert!(list.applications.len() <= MAX_APPLICATIONS);
    let ids: BTreeSet<&str> = list.applications.iter().map(|it| it.request.id.as_str()).collect();
    assert_eq!(ids.len(), list.applications.len(), "two applications of one id");
    let count = u32::try_from(text.split('\n').count()).expect("a short text");
    assert!(list.lines.is_sorted() && list.lines.iter().all(|line| (1..=count).contains(line)));
    for application in &list.applications {
        let score = application.score.map(|score| score.number());
        assert!(score.is_none_or(f64::is_finite), "{score:?}");
    }
    for problem in &list.problems {
        assert!(problem.line <= count + 1, "{problem:?} of {count} lines");
        for lang in [Lang::Ko, Lang::En] {
            let told = problem.text(lang);
            assert!(!told.is_empty() && !told.chars().any(char::is_control), "{told:?}");
        }
    }
}
