//! Sizing results of a workload, as one JSON object; `docs/sizing.md` describes every field.
//!
//! Values of enums are written as ids: words belong to the page.

mod figure;
mod names;
mod point;
mod remark;

use serde::Serialize;

use super::workload_json::WorkloadRequest;
use crate::fit::{self, Calendars};
use crate::model::{FeeTotal, Request, Snapshot, fee};
use crate::sizing::answer::{Estimate, SiteAnswer};
use crate::sizing::ask::RequestFrame;
use crate::sizing::effects::ChangeEffect;
use crate::sizing::rules::CallBounds;
use crate::sizing::step::ArithmeticStep;
use figure::digits;
use names::{binds, change, origin, why};
use point::PointJson;
use remark::{Remarked, remark};

/// Returns the results as one line, without a line end; with offers if `world` is given.
#[must_use]
pub fn line(
    asked: &WorkloadRequest,
    answer: &Estimate,
    call: Option<&str>,
    world: Option<(&Snapshot, &Calendars)>,
) -> String {
    let sites = answer.sites.iter().map(|site| TargetJson::new(asked, site, call, world));
    let written = SizingJson {
        id: &asked.id,
        model: ModelWritten {
            origin: origin(answer.origin),
            parameters: answer.params.total(),
            active_parameters: answer.params.active(),
            matmul_parameters: answer.params.matmul(),
            text_parameters: answer.params.text(),
            read: answer.remarks.iter().map(remark).collect(),
        },
        steps: steps(&answer.steps),
        accelerators: sites.collect(),
    };
    serde_json::to_string(&written).unwrap_or_default()
}

#[derive(Serialize)]
struct SizingJson<'a> {
    id: &'a str,
    model: ModelWritten,
    steps: Vec<StepWritten>,
    accelerators: Vec<TargetJson<'a>>,
}

#[derive(Serialize)]
struct ModelWritten {
    origin: &'static str,
    parameters: f64,
    active_parameters: f64,
    matmul_parameters: f64,
    text_parameters: f64,
    read: Vec<Remarked>,
}

#[derive(Serialize)]
struct TargetJson<'a> {
    accelerator: &'a str,
    binds: &'static str,
    bounds: Option<BoundsJson>,
    recommended: Option<RecommendedJson>,
    curve: Vec<PointJson>,
    effects: Vec<EffectWritten>,
    steps: Vec<StepWritten>,
}

/// Limits set by the call.
#[derive(Serialize)]
struct BoundsJson {
    min_nodes: u32,
    max_nodes: u32,
    min_days: f64,
    max_days: Option<f64>,
    large_from_nodes: Option<u32>,
}

impl BoundsJson {
    /// Returns the limits, or `None` without a call or if it does not offer the accelerator.
    fn new(rules: &CallBounds) -> Option<Self> {
        (rules.offered && *rules != CallBounds::NONE).then(|| Self {
            min_nodes: rules.min_nodes,
            max_nodes: rules.max_nodes,
            min_days: digits(rules.min_days),
            max_days: (rules.max_days < f64::MAX).then(|| digits(rules.max_days)),
            large_from_nodes: rules.large_from,
        })
    }
}

#[derive(Serialize)]
struct RecommendedJson {
    point: PointJson,
    why: &'static str,
    goal_days: Option<f64>,
    covers_high: bool,
    request: Option<super::request_json::RequestJson>,
    offer: Option<OfferJson>,
    fee: Option<FeeJson>,
}

#[derive(Serialize)]
struct OfferJson {
    block: String,
    start: String,
    end: String,
    fits_at_once: bool,
}

#[derive(Serialize)]
struct FeeJson {
    won_low: u64,
    won_high: u64,
}

#[derive(Serialize)]
struct EffectWritten {
    change: names::Changed,
    gpu_hours: Option<f64>,
    memory: Option<f64>,
}

#[derive(Serialize)]
struct StepWritten {
    what: &'static str,
    formula: &'static str,
    numbers: Vec<(&'static str, f64)>,
    value: f64,
    #[serde(skip_serializing_if = "Option::is_none")]
    range: Option<(f64, f64)>,
    unit: &'static str,
    source: &'static str,
}

fn steps(steps: &[ArithmeticStep]) -> Vec<StepWritten> {
    let written = |step: &ArithmeticStep| StepWritten {
        what: step.result.id(),
        formula: step.formula,
        numbers: step.numbers.iter().map(|(name, value)| (*name, digits(*value))).collect(),
        // Whole numbers, such as counts of parameters, stay exact.
        value: if step.value.fract() == 0.0 { step.value } else { digits(step.value) },
        range: step.range.map(|(low, high)| (digits(low), digits(high))),
        unit: step.unit.id(),
        source: step.source.reference(),
    };
    steps.iter().map(written).collect()
}

impl<'a> TargetJson<'a> {
    fn new(
        asked: &WorkloadRequest,
        site: &'a SiteAnswer,
        call: Option<&str>,
        world: Option<(&Snapshot, &Calendars)>,
    ) -> Self {
        let effect = |effect: &ChangeEffect| EffectWritten {
            change: change(effect.change),
            gpu_hours: effect.gpu_hours.map(digits),
            memory: effect.memory.map(digits),
        };
        Self {
            accelerator: &site.accelerator,
            binds: binds(site.binds),
            bounds: BoundsJson::new(&site.rules),
            recommended: recommended(asked, site, call, world),
            curve: site.curve.iter().map(PointJson::new).collect(),
            effects: site.effects.iter().map(effect).collect(),
            steps: steps(&site.steps),
        }
    }
}

fn recommended(
    asked: &WorkloadRequest,
    site: &SiteAnswer,
    call: Option<&str>,
    world: Option<(&Snapshot, &Calendars)>,
) -> Option<RecommendedJson> {
    let found = site.recommended.as_ref()?;
    let point = site.curve.get(found.index)?;
    let start = asked.not_before.or_else(|| world.map(|(snapshot, _)| snapshot.as_of));
    let frame = RequestFrame {
        id: asked.id.clone(),
        // A placeholder: without a start neither request nor offer is written.
        not_before: start.unwrap_or(crate::model::Hour::EARLIEST),
        class: asked.class,
        call: call.map(str::to_owned),
    };
    let request = site.request(&frame)?;
    let offered = world.and_then(|world| offer(world, &request));
    let fee = offered.as_ref().and_then(|it| it.1.as_ref()).map(|total| match total {
        FeeTotal::Won(won) => Some(FeeJson { won_low: won.low, won_high: won.high }),
        FeeTotal::Free => Some(FeeJson { won_low: 0, won_high: 0 }),
        FeeTotal::Unknown(_) => None,
    });
    Some(RecommendedJson {
        point: PointJson::new(point),
        why: why(found.why),
        goal_days: found.goal_days.map(digits),
        covers_high: found.covers_high,
        // Without a start it would not be a valid request.
        request: start.map(|_| (&request).into()),
        offer: offered.map(|it| it.0),
        fee: fee.flatten(),
    })
}

/// Returns the best offer for the request, and its fee.
fn offer(
    (snapshot, calendars): (&Snapshot, &Calendars),
    request: &Request,
) -> Option<(OfferJson, Option<FeeTotal>)> {
    let preview = fit::preview(snapshot, calendars, request).ok()?;
    let best = preview.best()?;
    let offer = best.offer.as_ref()?;
    let block = snapshot.blocks.get(best.block_index)?;
    let call = snapshot.call_of(request);
    let fee = fee(call, &block.accelerator, request.class, offer.nodes, offer.start, offer.end);
    let offer = OfferJson {
        block: block.id.clone(),
        start: offer.start.to_rfc3339(),
        end: offer.end.to_rfc3339(),
        fits_at_once: best.why_not.is_empty(),
    };
    Some((offer, Some(fee)))
}
