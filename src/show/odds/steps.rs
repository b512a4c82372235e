//! Every step from the published sums to the chance.

use super::hundred::Hundred;
use crate::odds::{Interval, Prospect, SimulatedOutcome, SizeDistribution};
use crate::words::catalogue::{Entry, odds as words};
use crate::words::format::{self, quantity};
use crate::words::lang::Lang;

/// Step of the arithmetic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OddsStep {
    /// Name of the result.
    pub name: &'static str,
    /// Explanation of the step.
    pub is: &'static str,
    /// Formula, or empty if there is none.
    pub formula: &'static str,
    /// Values of its symbols.
    pub numbers: String,
    /// Result.
    pub value: String,
}

/// Returns the steps in order; `chance` is that of the request, found by simulation.
pub(super) fn steps(
    prospect: &Prospect,
    counted: &Interval,
    chance: f64,
    lang: Lang,
) -> Vec<OddsStep> {
    let sums = &prospect.sums;
    let outcome = prospect.same();
    let integer = |number: u32| format::integer(number.into());
    let step = |[name, is]: [Entry; 2], formula, numbers: &[(&str, String)], value: String| {
        let numbers: Vec<String> =
            numbers.iter().map(|(symbol, value)| [*symbol, " = ", value].concat()).collect();
        OddsStep {
            name: name.get(lang),
            is: is.get(lang),
            formula,
            numbers: numbers.join(", "),
            value,
        }
    };
    let mut steps = vec![
        step(
            [words::STEP_COUNTED, words::STEP_COUNTED_IS],
            "x / n",
            &[("x", integer(sums.projects_given)), ("n", integer(sums.projects_asked))],
            counted_text(counted, lang),
        ),
        step(
            [words::STEP_MEAN, words::STEP_MEAN_IS],
            "m = N / n",
            &[("N", integer(sums.nodes_asked)), ("n", integer(sums.projects_asked))],
            quantity::fixed(sums.mean_asked(), 3),
        ),
    ];
    let sizes = SizeDistribution::new(sums.least, sums.most, sums.mean_asked());
    if let Some(sizes) = sizes {
        steps.push(step(
            [words::STEP_SIZES, words::STEP_SIZES_IS],
            "p(k) = qᵏ / Σ qʲ",
            &[
                ("k", format::nodes_between(sums.least, sums.most, lang)),
                ("m", quantity::fixed(sums.mean_asked(), 3)),
            ],
            ["q = ", &quantity::fixed(sizes.ratio(), 3)].concat(),
        ));
    }
    steps.push(step(
        [words::STEP_ROUND, words::STEP_ROUND_IS],
        "",
        &[("n", integer(outcome.projects)), ("P", format::nodes(outcome.pool, lang))],
        rounds_text(outcome, prospect.seed, lang),
    ));
    steps.push(step(
        [words::STEP_CHANCE, words::STEP_CHANCE_IS],
        "",
        &[],
        Hundred::from_chance(chance).of_requests(lang),
    ));
    steps
}

fn counted_text(counted: &Interval, lang: Lang) -> String {
    let [low, high] = [counted.low, counted.high].map(|share| Hundred::from_chance(share).count);
    let [low, high] = [low, high].map(|count| format::integer(count.into()));
    let share = Hundred::from_chance(counted.share).of_requests(lang);
    [&share, lang.pick("(", " ("), &low, lang.pick("~", " to "), &high, ")"].concat()
}

fn rounds_text(outcome: &SimulatedOutcome, seed: u64, lang: Lang) -> String {
    let count = format::integer(outcome.rounds.into());
    let count = words::ROUNDS_COUNT.fill(lang, &[("count", &count)]);
    // Without separators, as `--seed` takes it.
    let seed = words::SEED_IS.fill(lang, &[("seed", &seed.to_string())]);
    [&*count, ", ", &seed].concat()
}
