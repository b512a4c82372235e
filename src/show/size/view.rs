//! The answer to a workload, in words, numbers and shapes.

use super::remark::remark;
use super::source::{Reference, origin, references};
use super::words::{binds, change, legal, recompute, step_words, verdict, warning, why};
use crate::model::{NodeCount, Snapshot};
use crate::picture::size_curve::{Axes, Curve};
use crate::sizing::answer::{Estimate, SiteAnswer, SizePoint};
use crate::sizing::effects::ChangeEffect;
use crate::sizing::layout::LayoutChoice;
use crate::sizing::recommend::{RecommendationReason, Recommended};
use crate::sizing::site::SizingTarget;
use crate::sizing::step::ArithmeticStep;
use crate::sizing::utilisation::RunEvidence;
use crate::sizing::workload::ShapeOrigin;
use crate::words::catalogue::{Entry, size as words};
use crate::words::fact::Fact;
use crate::words::format::{self, quantity};
use crate::words::lang::Lang;
use crate::words::names::accelerator_name;
use crate::words::table::{Cell, Column, Table, Value};

/// Answer to a workload.
#[derive(Clone, PartialEq, Debug)]
pub struct SizeView {
    /// Remarks on the reading of the model: that its shape is assumed, what was counted, what was
    /// left out.
    pub about: Vec<String>,
    /// Arithmetic that applies to every accelerator.
    pub steps: Vec<StepView>,
    /// Axes of the pictures.
    pub axes: Axes,
    /// Answers, one for each accelerator.
    pub sites: Vec<SiteView>,
}

/// Answer for one accelerator.
#[derive(Clone, PartialEq, Debug)]
pub struct SiteView {
    /// Id of the accelerator.
    pub accelerator: String,
    /// Its name.
    pub name: String,
    /// Tone of the answer.
    pub tone: Tone,
    /// The answer in a sentence.
    pub sentence: String,
    /// Reasons for this size.
    pub why: Vec<&'static str>,
    /// Figures of the size.
    pub facts: Vec<Fact>,
    /// Warnings.
    pub warnings: Vec<String>,
    /// The picture, if there is something to draw.
    pub curve: Option<Curve>,
    /// The picture as a table.
    pub table: Table,
    /// Every step of the arithmetic.
    pub steps: Vec<StepView>,
    /// Effects of changes to the run.
    pub effects: Option<Table>,
}

/// Tone of an answer: how well a size meets the goal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Tone {
    /// The size meets it even by the cautious estimate.
    Good,
    /// The size meets it by the central estimate.
    Fair,
    /// The size does not meet it.
    Short,
}

impl Tone {
    /// Returns the kind, which sets the colour, as in the answers to a request. All of it is an
    /// estimate, so none has the colour of a yes.
    #[must_use]
    pub const fn kind(self) -> &'static str {
        match self {
            Self::Good => "conditional",
            Self::Fair => "later",
            Self::Short => "no",
        }
    }
}

/// Step of the arithmetic.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StepView {
    /// Name of the result.
    pub name: &'static str,
    /// Explanation of the result.
    pub is: &'static str,
    /// Formula; empty for a given figure.
    pub formula: &'static str,
    /// Values of its symbols.
    pub numbers: String,
    /// Result with its range.
    pub value: String,
    /// Origin, if it is no reference or more than references.
    pub origin: Option<&'static str>,
    /// References that it rests on.
    pub references: &'static [Reference],
}

/// Accelerator as its file has it.
#[derive(Clone, PartialEq, Debug)]
pub struct NamedAccelerator {
    /// Its name.
    pub name: String,
    /// Memory that it is sold with, in GB.
    pub sold_gb: Option<f64>,
}

impl NamedAccelerator {
    /// Returns the accelerator with the id `id`, as the snapshot has it.
    #[must_use]
    pub fn for_id(snapshot: &Snapshot, id: &str, lang: Lang) -> Self {
        Self {
            name: accelerator_name(snapshot, id, lang).to_owned(),
            sold_gb: snapshot.accelerator(id).and_then(|accelerator| accelerator.memory_gb),
        }
    }
}

/// Puts the answer into words; `named` returns an accelerator by its id.
#[must_use]
pub fn size_view(
    answer: &Estimate,
    sites: &[SizingTarget],
    named: impl Fn(&str) -> NamedAccelerator,
    lang: Lang,
) -> SizeView {
    let axes = Axes::new(answer, lang);
    let one = |(answer, site): (&SiteAnswer, &SizingTarget)| {
        site_view(answer, site, &axes, named(&answer.accelerator), lang)
    };
    SizeView {
        about: about(answer, lang),
        steps: answer.steps.iter().map(|it| step(it, lang)).collect(),
        sites: answer.sites.iter().zip(sites).map(one).collect(),
        axes,
    }
}

fn about(answer: &Estimate, lang: Lang) -> Vec<String> {
    let typical =
        (answer.origin == ShapeOrigin::Typical).then(|| words::TYPICAL.get(lang).to_owned());
    let read = answer.remarks.iter().map(|it| remark(it, lang));
    typical.into_iter().chain(read).collect()
}

fn site_view(
    answer: &SiteAnswer,
    site: &SizingTarget,
    axes: &Axes,
    named: NamedAccelerator,
    lang: Lang,
) -> SiteView {
    let NamedAccelerator { name, sold_gb } = named;
    let found = answer.recommended.as_ref();
    let point = found.and_then(|found| answer.curve.get(found.index));
    let mut reasons = Vec::new();
    reasons.extend(found.map(|found| why(found.why).get(lang)));
    reasons.push(binds(answer.binds).get(lang));
    let facts = match (point, found) {
        (Some(point), Some(found)) => facts(point, found, site, sold_gb, lang),
        _ => Vec::new(),
    };
    SiteView {
        tone: match found.map(|found| found.why) {
            Some(RecommendationReason::FewestSure) => Tone::Good,
            Some(RecommendationReason::FewestLikely) => Tone::Fair,
            Some(RecommendationReason::Nearest) | None => Tone::Short,
        },
        sentence: sentence(point, found, site, &name, lang),
        why: reasons,
        facts,
        warnings: point.map_or_else(Vec::new, |point| {
            point.warnings.iter().map(|it| warning(*it, lang)).collect()
        }),
        curve: Curve::new(answer, axes, lang),
        table: table(answer, &name, lang),
        steps: answer.steps.iter().map(|it| step(it, lang)).collect(),
        effects: effects(answer, &name, lang),
        accelerator: answer.accelerator.clone(),
        name,
    }
}

fn sentence(
    point: Option<&SizePoint>,
    found: Option<&Recommended>,
    site: &SizingTarget,
    name: &str,
    lang: Lang,
) -> String {
    let (Some(point), Some(found)) = (point, found) else {
        return words::ANSWER_NONE.fill(lang, &[("accelerator", name)]);
    };
    let entry = match (found.why, point.rate.is_some()) {
        (RecommendationReason::Nearest, true) => words::ANSWER_SHORT,
        (_, true) => words::ANSWER_SERVE,
        (_, false) => words::ANSWER_RUN,
    };
    let days = quantity::band(point.days, lang, |days| quantity::days(days, lang));
    let nodes = NodeCount::exactly(point.nodes);
    let nodes = format::nodes_and_gpus(nodes, Some(site.gpus_per_node), lang);
    entry.fill(lang, &[("accelerator", name), ("nodes", &nodes), ("days", &days)])
}

fn facts(
    point: &SizePoint,
    found: &Recommended,
    site: &SizingTarget,
    sold_gb: Option<f64>,
    lang: Lang,
) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut add = |entry: Entry, value: String| facts.push(Fact::new(entry.get(lang), value));
    let nodes = NodeCount::exactly(point.nodes);
    add(words::NODES, format::nodes_with_gpus(nodes, Some(site.gpus_per_node), lang));
    // A service runs for as long as it is wanted, so that its days are no result.
    if point.rate.is_none() {
        add(
            words::TIME_NEEDED,
            quantity::band(point.days, lang, |days| quantity::days(days, lang)),
        );
    }
    if let Some(published) = point.speed.as_ref().and_then(|speed| speed.published) {
        add(words::PUBLISHED_RUNS, runs(published, lang));
    }
    if let Some(users) = point.users {
        add(words::USERS_SERVED, quantity::band(users, lang, quantity::count));
    }
    if let Some(rate) = point.rate {
        add(words::RATE_ALL, quantity::band(rate, lang, quantity::count));
    }
    let whole = |hours| quantity::fixed(hours, 0);
    add(words::GPU_HOURS_NEEDED, quantity::band(point.gpu_hours, lang, whole));
    let term = format::term(found.term, lang);
    let term = match found.covers_high {
        true => term,
        false => words::TERM_SHORT.fill(lang, &[("term", &term)]),
    };
    add(words::TERM, term);
    if let Some(choice) = &point.choice {
        add(words::LAYOUT_OF, layout(choice, lang));
        let used = choice.memory.total();
        let used = quantity::band(used, lang, quantity::bytes);
        let mut capacity = quantity::bytes(site.gpu.memory);
        if let Some(sold) = sold_gb {
            let sold = format::figure(sold);
            let values = [("capacity", capacity.as_str()), ("sold", &sold)];
            capacity = words::MEMORY_SOLD.fill(lang, &values);
        }
        add(
            words::MEMORY,
            words::MEMORY_OF.fill(lang, &[("used", &used), ("capacity", &capacity)]),
        );
    }
    facts
}

/// Says for how many published runs the band of time held, if enough of them measured it.
fn runs(published: RunEvidence, lang: Lang) -> String {
    let count = |number: u32| format::integer(number.into());
    let runs = count(published.runs);
    match published.held {
        Some(held) => words::RUNS_HELD.fill(lang, &[("runs", &runs), ("held", &count(held))]),
        None => words::RUNS_FEW.fill(lang, &[("runs", &runs)]),
    }
}

fn layout(choice: &LayoutChoice, lang: Lang) -> String {
    let ranks = &choice.layout;
    let [tp, pp, cp, dp] =
        [ranks.tp, ranks.pp, ranks.cp, ranks.dp].map(|it| format::integer(it.into()));
    let values = [("tp", &*tp), ("pp", &*pp), ("cp", &*cp), ("dp", &*dp)];
    let mut parts = vec![words::LAYOUT_TEXT.fill(lang, &values)];
    if ranks.ep > 1 {
        let ep = format::integer(ranks.ep.into());
        parts.push(words::LAYOUT_EXPERTS.fill(lang, &[("ep", &ep)]));
    }
    let stage = format::integer(ranks.zero.into());
    parts.push(words::LAYOUT_ZERO.fill(lang, &[("stage", &stage)]));
    parts.push(recompute(choice.recompute).get(lang).to_owned());
    parts.join(" · ")
}

fn table(answer: &SiteAnswer, name: &str, lang: Lang) -> Table {
    let is_service = answer.curve.first().is_some_and(|point| point.rate.is_some());
    let suggested = answer.recommended.as_ref().map(|found| found.index);
    let column = |head: Entry, value: &dyn Fn(&SizePoint) -> Value| {
        Column::new(head.get(lang), answer.curve.iter().map(value))
    };
    // A service is asked for users or tokens, a run for days: whichever the curve is drawn by.
    let band = |point: &SizePoint| point.users.or(point.rate).unwrap_or(point.days);
    let figure = |value: f64| {
        let write = |value| match is_service {
            true => quantity::count(value),
            false => quantity::days(value, lang),
        };
        Value::figure(value, write)
    };

    let nodes = answer.curve.iter().enumerate().map(|(index, point)| {
        let mark = (Some(index) == suggested).then(|| words::POINT.get(lang));
        Cell::from(Value::Count(point.nodes.into())).marked(mark)
    });
    let mut columns = vec![
        Column::new(words::NODES.get(lang), nodes),
        column(words::LOW, &|point| figure(band(point).low)),
        column(words::LIKELY, &|point| figure(band(point).central)),
        column(words::HIGH, &|point| figure(band(point).high)),
        // The cast saturates.
        column(words::GPU_HOURS_NEEDED, &|point| {
            Value::Count((point.gpu_hours.central + 0.5) as u64)
        }),
    ];
    if answer.curve.iter().any(|point| point.verdict.is_some()) {
        columns.push(column(words::FITS_MEMORY, &|point| {
            point.verdict.map_or(Value::none(), |it| Value::words(verdict(it).get(lang)))
        }));
    }
    columns.push(column(words::ALLOWED, &|point| Value::words(legal(point.legal).get(lang))));
    let caption = if is_service { words::TABLE_SERVE } else { words::TABLE };
    Table { caption: caption.fill(lang, &[("accelerator", name)]), columns, lang }
}

fn step(step: &ArithmeticStep, lang: Lang) -> StepView {
    let (name, is) = step_words(step.result);
    let numbers: Vec<String> = step
        .numbers
        .iter()
        .map(|(symbol, value)| [*symbol, " = ", &number(*value)].concat())
        .collect();
    let write = |value| quantity::in_unit(value, step.unit, lang);
    let range = step.range.map(|(low, high)| quantity::between(low, high, lang, write));
    let value = write(step.value);
    // A range may vanish by rounding.
    let value = match range.filter(|range| *range != value) {
        Some(range) => [&value, lang.pick("(", " ("), &range, ")"].concat(),
        None => value,
    };
    StepView {
        name: name.get(lang),
        is: is.get(lang),
        formula: step.formula,
        numbers: numbers.join(", "),
        value,
        origin: origin(step.source, lang),
        references: references(step.source),
    }
}

/// Formats a number beside its symbol.
fn number(value: f64) -> String {
    if value >= 1e7 { quantity::scientific(value) } else { quantity::count(value) }
}

fn effects(answer: &SiteAnswer, name: &str, lang: Lang) -> Option<Table> {
    if answer.effects.is_empty() {
        return None;
    }
    let column = |head: Entry, value: &dyn Fn(&ChangeEffect) -> Value| {
        Column::new(head.get(lang), answer.effects.iter().map(value))
    };
    // The value after the change relative to the value before: 120%.
    let next_to = |ratio: f64| {
        Value::figure(ratio, |ratio| [&quantity::fixed(ratio * 100.0, 0), "%"].concat())
    };
    let no_fit = || Value::Missing(words::CHANGE_NO_FIT.get(lang));
    let mut columns = vec![
        column(words::CHANGE, &|effect| Value::words(change(effect.change, lang))),
        column(words::CHANGE_HOURS, &|effect| effect.gpu_hours.map_or_else(no_fit, next_to)),
    ];
    if answer.effects.iter().any(|effect| effect.memory.is_some()) {
        columns.push(column(words::CHANGE_MEMORY, &|effect| {
            effect.memory.map_or(Value::none(), next_to)
        }));
    }
    let caption = words::EFFECTS_CAPTION.fill(lang, &[("accelerator", name)]);
    Some(Table { caption, columns, lang })
}
