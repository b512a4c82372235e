//! How often published runs lie in a band that the other runs alone would set: leave one out.
//!
//! The procedure: of every run the ratio of published to predicted hours; for each run left out, the
//! band from the tenth to the ninetieth of a hundred of the others of its kind (of all others, where
//! its kind has fewer than [`FEW`]), each end a step of rank further out, as few rows see their ends
//! rarely. What that gives is printed beside the target, and beside what today's bands hold.

use std::collections::BTreeMap;

use super::runs::{predicted, shape};
use super::table::{Models, percent, rows};
use crate::say;

/// Of published runs, those that a band is to hold.
const TARGET: f64 = 80.0;
/// Fewer rows than this tell nothing of their kind alone.
const FEW: usize = 5;

/// A run: its kind, published over predicted hours, and whether today's band holds it.
struct Run {
    name: String,
    kind: &'static str,
    ratio: f64,
    is_held: bool,
}

fn runs() -> Option<Vec<Run>> {
    let models = Models::read()?;
    let mut all = rows("training_runs.csv")?;
    all.extend(rows("training_runs_2.csv")?);
    let mut runs = Vec::new();
    for row in all.iter().filter(|row| row.text("kind") == "run") {
        let Some((band, hours)) = predicted(&models, row) else { continue };
        let is_dense = shape(&models, row).is_some_and(|arch| arch.moe.is_none());
        let kind = match (is_dense, row.text("gpu").starts_with("A100")) {
            (false, _) => "experts",
            (true, true) => "dense, A100",
            (true, false) => "dense, H100 and H800",
        };
        let (name, is_held) = (row.text("name").to_owned(), band.holds(hours));
        runs.push(Run { name, kind, ratio: hours / band.central, is_held });
    }
    Some(runs)
}

/// The band that these ratios set: from the tenth to the ninetieth of a hundred, by rank.
fn band(ratios: &mut [f64]) -> (f64, f64) {
    ratios.sort_by(f64::total_cmp);
    let last = ratios.len() - 1;
    // Of n + 1 gaps, a tenth lie below; between ranks, the outer one is taken.
    let rank = |share: f64| share * (ratios.len() + 1) as f64 - 1.0;
    let low = (rank(0.1).floor().max(0.0) as usize).min(last);
    let high = (rank(0.9).ceil().max(0.0) as usize).min(last);
    (ratios[low], ratios[high])
}

#[test]
fn leave_one_out_coverage_is_printed() {
    let Some(runs) = runs() else { return };
    let mut by_kind: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    let mut widths = Vec::new();
    for (place, run) in runs.iter().enumerate() {
        let others = |kind: Option<&str>| -> Vec<f64> {
            let is_other = |(other, it): &(usize, &Run)| {
                *other != place && kind.is_none_or(|kind| it.kind == kind)
            };
            runs.iter().enumerate().filter(is_other).map(|(_, it)| it.ratio).collect()
        };
        let mut of_kind = others(Some(run.kind));
        if of_kind.len() < FEW {
            of_kind = others(None);
        }
        let (low, high) = band(&mut of_kind);
        let is_held = (low..=high).contains(&run.ratio);
        widths.push(high / low);
        if std::env::var_os("JARI_ROWS").is_some() {
            let word = if is_held { "in " } else { "out" };
            say(&format!("  {word} {:.2} of {low:.2} to {high:.2}: {}", run.ratio, run.name));
        }
        for kind in [run.kind, "all"] {
            let (all, held, today) = by_kind.entry(kind).or_default();
            *all += 1;
            *held += usize::from(is_held);
            *today += usize::from(run.is_held);
        }
    }
    for (kind, (all, held, today)) in &by_kind {
        say(&format!(
            "bands of run time, {kind}: {held} of {all} runs left out lie in the band of the others \
             ({:.0} %, target {TARGET:.0} %); today's band holds {today} ({:.0} %)",
            percent(*held, *all),
            percent(*today, *all)
        ));
    }
    let width = super::table::median(&widths);
    let ratios: Vec<f64> = runs.iter().map(|run| 1.0 / run.ratio).collect();
    let median = super::table::median(&ratios);
    say(&format!(
        "bands of run time: high over low {width:.2}, predicted over published {median:.2}"
    ));
    let (all, held, _) = by_kind["all"];
    assert!(all >= 30 && percent(held, all) >= 70.0);
}
