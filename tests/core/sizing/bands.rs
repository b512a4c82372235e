//! How bands are set from published runs and measured peaks, and how often they hold for what did
//! not set them. `docs/sizing.md` tells the procedure; this is the script that prints what it gives,
//! and that fails where `sizing` uses anything else.

use std::collections::BTreeMap;

use jari::sizing::activations::Framework;
use jari::sizing::band::Band;
use jari::sizing::hardware::Generation;
use jari::sizing::utilisation::{self, FEW};

use super::peaks::{Peak, peaks};
use super::runs::{Prediction, predicted};
use super::table::{Models, median, percent, rows};
use crate::say;

/// Of published runs, the percentage that a band of run time is to hold.
const RUNS_HELD: f64 = 80.0;
/// Of measured peaks, the percentage that a band of memory is to hold.
const PEAKS_HELD: f64 = 90.0;
/// The fewest runs that set a band alone: of fewer, a tenth at an end is less than one.
const ENOUGH: usize = 9;
/// How much further the ends lie where no runs of the kind set its centre: chosen, not measured.
const CENTRE_UNSURE: f64 = 1.1;
/// Constants of `sizing` have two decimals, with ends rounded outwards.
const ROUNDING: f64 = 0.01;

/// The value at each end that leaves a share of `values` outside it, by rank: of n values the
/// share of n + 1, rounded down, but one at least, so that the outermost value is the end of few.
fn ends(mut values: Vec<f64>, share: f64) -> [f64; 2] {
    values.sort_by(f64::total_cmp);
    let rank = ((share * (values.len() + 1) as f64 + 1e-9).floor() as usize).max(1);
    [values[rank - 1], values[values.len() - rank]]
}

/// A published run as the utilisation that gives its hours: with the goodput (and the padding of
/// short sequences) of the low end, of the estimate and of the high end.
struct Run {
    name: String,
    kind: Kind,
    poor: f64,
    usual: f64,
    good: f64,
    /// The default that `sizing` uses.
    base: Band,
}

/// A kind of runs with a default of its own.
type Kind = (Generation, bool, bool);

const KINDS: [(Kind, &str); 4] = [
    ((Generation::Ampere, false, false), "dense, A100 and A800"),
    ((Generation::Hopper, false, false), "dense, H100, H800 and GH200"),
    ((Generation::Hopper, true, false), "experts, H100 and H800"),
    ((Generation::Ampere, false, true), "scripts, A100"),
];

impl Run {
    fn new(name: &str, found: &Prediction) -> Self {
        let Prediction { published, hours, base, .. } = found;
        let is_script = found.framework == Framework::HuggingFace;
        Self {
            name: name.to_owned(),
            kind: (found.generation, found.has_experts, is_script),
            poor: base.low * hours.high / published,
            usual: base.central * hours.central / published,
            good: base.high * hours.low / published,
            base: *base,
        }
    }

    fn is_held_by(&self, band: Band) -> bool {
        band.low <= self.poor && self.good <= band.high
    }
}

fn runs() -> Option<Vec<Run>> {
    let models = Models::read()?;
    let mut all = rows("training_runs.csv")?;
    all.extend(rows("training_runs_2.csv")?);
    let run = |row| predicted(&models, row).map(|found| Run::new(row.text("name"), &found));
    Some(all.iter().filter(|row| row.text("kind") == "run").filter_map(run).collect())
}

/// The runs of a kind.
fn of_kind<'a>(runs: &[&'a Run], kind: Kind) -> Vec<&'a Run> {
    runs.iter().copied().filter(|run| run.kind == kind).collect()
}

/// The band of utilisation that enough runs of a kind set: its middle, and ends that leave a tenth
/// of them outside each.
fn set_by(runs: &[&Run]) -> Band {
    let each = |value: fn(&Run) -> f64| runs.iter().map(|run| value(run)).collect::<Vec<f64>>();
    let share = (100.0 - RUNS_HELD) / 200.0;
    let [low, _] = ends(each(|run| run.poor), share);
    let [_, high] = ends(each(|run| run.good), share);
    Band::new(low, median(&each(|run| run.usual)), high)
}

/// The centre of a kind: what its runs set, or the default where they are too few.
fn centre(runs: &[&Run], run: &Run) -> f64 {
    let same = of_kind(runs, run.kind);
    if same.len() < ENOUGH { run.base.central } else { set_by(&same).central }
}

/// The band next to its centre of a kind with few runs: as far as any run lies from the centre of
/// its kind, and further, as no runs set the centre of this one.
fn set_by_all(runs: &[&Run]) -> Band {
    let next_to =
        |value: fn(&Run) -> f64| runs.iter().map(move |run| value(run) / centre(runs, run));
    let low = next_to(|run| run.poor).fold(f64::MAX, f64::min);
    let high = next_to(|run| run.good).fold(0.0, f64::max);
    Band::new(low / CENTRE_UNSURE, 1.0, high * CENTRE_UNSURE)
}

/// The band for `run` that `others` set.
fn band_for(run: &Run, others: &[&Run]) -> Band {
    let same = of_kind(others, run.kind);
    if same.len() < ENOUGH { set_by_all(others).times(run.base.central) } else { set_by(&same) }
}

/// Each run with the band that all others set.
fn left_out(runs: &[Run]) -> Vec<(&Run, Band)> {
    let band = |index: usize| {
        let others = runs.iter().enumerate().filter(|(other, _)| *other != index);
        band_for(&runs[index], &others.map(|it| it.1).collect::<Vec<&Run>>())
    };
    runs.iter().enumerate().map(|(index, run)| (run, band(index))).collect()
}

/// How many runs there are, lie in the band of the others, and lie in that of `sizing`.
#[derive(Default)]
struct Held {
    all: usize,
    by_others: usize,
    by_default: usize,
}

/// The counts of each kind, and of all.
fn held(left_out: &[(&Run, Band)]) -> BTreeMap<&'static str, Held> {
    let mut by_kind: BTreeMap<&str, Held> = BTreeMap::new();
    for (run, band) in left_out {
        let name = KINDS.iter().find(|it| it.0 == run.kind).expect("a kind of runs").1;
        for kind in [name, "all"] {
            let held = by_kind.entry(kind).or_default();
            held.all += 1;
            held.by_others += usize::from(run.is_held_by(*band));
            held.by_default += usize::from(run.is_held_by(run.base));
        }
    }
    by_kind
}

/// Whether `used` is `given` with two decimals, its ends rounded outwards.
fn is_rounded(given: Band, used: Band) -> bool {
    let outwards = |less: f64, more: f64| (-1e-9..ROUNDING).contains(&(more - less));
    outwards(used.low, given.low)
        && (used.central - given.central).abs() <= ROUNDING / 2.0 + 1e-9
        && outwards(given.high, used.high)
}

fn shown(band: Band) -> String {
    format!("{:.3} / {:.3} / {:.3}", band.low, band.central, band.high)
}

#[test]
fn bands_of_run_time_are_those_that_runs_set() {
    let Some(runs) = runs() else { return };
    let all: Vec<&Run> = runs.iter().collect();
    let held = held(&left_out(&runs));
    let few = set_by_all(&all);
    let mut others_used = Vec::new();
    for (kind, name) in KINDS {
        let (generation, has_experts, is_script) = kind;
        let framework = if is_script { Framework::HuggingFace } else { Framework::Megatron };
        let used = utilisation::base(generation, has_experts, false, framework);
        let same = of_kind(&all, kind);
        let is_enough = same.len() >= ENOUGH;
        let given = if is_enough { set_by(&same) } else { few.times(used.central) };
        let factors = [given.central / given.high, given.central / given.low];
        say(&format!(
            "bands of run time, {name}: {} runs, median of utilisation {:.3}; the procedure gives {} \
             (time x {:.2} to {:.2} before failures), sizing uses {}",
            same.len(),
            set_by(&same).central,
            shown(given),
            factors[0],
            factors[1],
            shown(used)
        ));
        if is_enough && !is_rounded(given, used) {
            others_used.push(name);
        }
        let published = utilisation::published(generation, has_experts, false, framework);
        let measured = is_enough.then(|| held[name].by_others as u32);
        assert_eq!((published.runs as usize, published.held), (same.len(), measured), "{name}");
    }
    say(&format!(
        "bands of run time, few runs: the procedure gives {} of the centre, sizing uses {}",
        shown(few),
        shown(FEW)
    ));
    if !is_rounded(few, FEW) {
        others_used.push("few runs");
    }
    assert!(others_used.is_empty(), "sizing uses other defaults: {others_used:?}");
}

/// Every kind without enough runs has the band of few, whatever the software and what is trained.
#[test]
fn kinds_with_few_runs_have_wider_bands() {
    let frameworks = Framework::ALL;
    for generation in [Generation::Ampere, Generation::Hopper, Generation::Blackwell] {
        for (has_experts, adapters) in [(false, false), (false, true), (true, false), (true, true)]
        {
            for framework in frameworks {
                let base = utilisation::base(generation, has_experts, adapters, framework);
                let published =
                    utilisation::published(generation, has_experts, adapters, framework);
                let [low, high] = [base.low, base.high].map(|end| end / base.central);
                let is_few = (low - FEW.low).abs() < 1e-9 && (high - FEW.high).abs() < 1e-9;
                assert_eq!(is_few, published.held.is_none(), "{generation:?} {framework:?}");
                // Wider than where enough runs are published.
                assert!(high / low <= FEW.high / FEW.low + 1e-9);
            }
        }
    }
}

#[test]
fn runs_left_out_lie_in_the_band_of_the_others() {
    let Some(runs) = runs() else { return };
    let left_out = left_out(&runs);
    if std::env::var_os("JARI_ROWS").is_some() {
        for (run, band) in &left_out {
            let word = if run.is_held_by(*band) { "in " } else { "out" };
            let [poor, usual, good] = [run.poor, run.usual, run.good].map(|it| 100.0 * it);
            let [low, high] = [band.low, band.high].map(|it| 100.0 * it);
            say(&format!(
                "  {word} utilisation {usual:.1} % ({good:.1} to {poor:.1}, by goodput), band \
                 {low:.1} to {high:.1} %: {}",
                run.name
            ));
        }
    }
    let held = held(&left_out);
    for (kind, held) in &held {
        say(&format!(
            "bands of run time, {kind}: {} of {} runs left out lie in the band of the others \
             ({:.0} %, target {RUNS_HELD:.0} %); the defaults hold {} ({:.0} %)",
            held.by_others,
            held.all,
            percent(held.by_others, held.all),
            held.by_default,
            percent(held.by_default, held.all)
        ));
    }
    // Hours go by one over the utilisation.
    let ratio = |(run, band): &(&Run, Band)| run.usual / band.central;
    let width = |(run, band): &(&Run, Band)| run.poor / band.low / (run.good / band.high);
    let ratio = median(&left_out.iter().map(ratio).collect::<Vec<f64>>());
    let width = median(&left_out.iter().map(width).collect::<Vec<f64>>());
    say(&format!(
        "bands of run time, each run left out: predicted over published {ratio:.2} in the median \
         (target 0.9 to 1.1); high over low end {width:.2} in the median"
    ));
    let all = &held["all"];
    assert!(all.all >= 33 && percent(all.by_others, all.all) >= RUNS_HELD);
    assert!((0.9..=1.1).contains(&ratio) && width <= 3.0);
}

/// The framework of peaks, and how far the ends of its band lie out.
fn reach_of(framework: Option<Framework>) -> (&'static str, [f64; 2]) {
    match framework {
        // Scripts that generate text have a band of their own.
        None => ("generating", [1.0, 1.0]),
        Some(framework) => (framework.id(), [1.0, framework.reach()]),
    }
}

/// How far the ends of memory have to lie out, next to where their parts put them, so that a
/// twentieth of these peaks lie outside each; not less than their parts say, which were measured
/// one by one. Rows that do not tell what `sizing` asks for set nothing.
fn reach_set_by(peaks: &[&Peak]) -> [f64; 2] {
    let told = || peaks.iter().filter(|peak| peak.is_told());
    let (_, used) = reach_of(peaks[0].framework);
    let share = (100.0 - PEAKS_HELD) / 200.0;
    [0, 1].map(|end| {
        let needed = told().map(|peak| peak.needs()[end] * used[end]).collect();
        ends(needed, share)[1].max(1.0)
    })
}

#[test]
fn bands_of_memory_are_those_that_peaks_set() {
    let Some((peaks, _)) = peaks() else { return };
    let mut by_framework: BTreeMap<&str, Vec<&Peak>> = BTreeMap::new();
    for peak in &peaks {
        by_framework.entry(reach_of(peak.framework).0).or_default().push(peak);
    }
    let mut held: BTreeMap<String, (usize, usize, usize)> = BTreeMap::new();
    let mut others_used = Vec::new();
    for (framework, same) in &by_framework {
        let (_, used) = reach_of(same[0].framework);
        let given = reach_set_by(same);
        say(&format!(
            "bands of memory, {framework}: {} peaks; the procedure gives ends at {:.3} and {:.3} of \
             what their parts say, sizing uses {:.2} and {:.2}",
            same.len(),
            given[0],
            given[1],
            used[0],
            used[1]
        ));
        let is_used = |end: usize| (-1e-9..ROUNDING).contains(&(used[end] - given[end]));
        if !(is_used(0) && is_used(1)) {
            others_used.push(*framework);
        }
        for (index, peak) in same.iter().enumerate() {
            let others: Vec<&Peak> = same
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != index)
                .map(|it| *it.1)
                .collect();
            let reach = reach_set_by(&others);
            let needs = peak.needs();
            let is_held = [0, 1].into_iter().all(|end| needs[end] * used[end] <= reach[end]);
            let level = format!("{framework} {}", peak.level);
            for kind in [level.trim_end(), "all"] {
                let (all, by_others, by_default) = held.entry(kind.to_owned()).or_default();
                *all += 1;
                *by_others += usize::from(is_held);
                *by_default += usize::from(peak.is_held());
            }
        }
    }
    for (kind, (all, by_others, by_default)) in &held {
        say(&format!(
            "bands of memory, {kind}: {by_others} of {all} peaks left out lie in the band of the \
             others ({:.0} %, target {PEAKS_HELD:.0} %); the bands hold {by_default}",
            percent(*by_others, *all)
        ));
    }
    assert!(others_used.is_empty(), "sizing uses other reaches: {others_used:?}");
    let (all, by_others, _) = held["all"];
    assert!(all >= 150 && percent(by_others, all) >= PEAKS_HELD);
}
