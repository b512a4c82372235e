//! Answer to a workload: for each accelerator a curve of nodes against days, and the point to ask
//! for.

use super::effects::{ChangeEffect, effects, of_service};
use super::hardware::Gpu;
use super::hours;
use super::params::{Params, params};
pub use super::point::{Legal, SizePoint, Warning};
pub use super::recommend::Binds;
use super::recommend::{Recommended, also_meets, recommend};
use super::remark::Remark;
use super::rules::CallBounds;
use super::serve::Server;
use super::site::SizingTarget;
use super::source::FigureSource;
use super::step::{ArithmeticStep, StepResult, StepUnit};
use super::train::Trainer;
use super::workload::{BadWorkload, ShapeOrigin, Task, Workload};

/// Answer to a workload on all sites.
#[derive(Clone, PartialEq, Debug)]
pub struct Estimate {
    /// Parameters of the model; all zero if the task needs no model.
    pub params: Params,
    /// Origin of the model's shape.
    pub origin: ShapeOrigin,
    /// Remarks on how the model was read, for the user.
    pub remarks: Vec<Remark>,
    /// Arithmetic steps that are the same for every accelerator.
    pub steps: Vec<ArithmeticStep>,
    /// One answer for each site, in the order of the sites.
    pub sites: Vec<SiteAnswer>,
}

/// Answer to a workload on one accelerator.
#[derive(Clone, PartialEq, Debug)]
pub struct SiteAnswer {
    /// Id of the accelerator.
    pub accelerator: String,
    /// Bounds of the call: the legal region of the curve.
    pub rules: CallBounds,
    /// Points at which the workload fits, fewest nodes first.
    pub curve: Vec<SizePoint>,
    /// Point to ask for, or `None` if no point is legal.
    pub recommended: Option<Recommended>,
    /// Binding constraint: the reason against fewer nodes, or against any.
    pub binds: Binds,
    /// Arithmetic steps of the recommended point, or of the first point if none is recommended.
    pub steps: Vec<ArithmeticStep>,
    /// Effects of single changes at the same point.
    pub effects: Vec<ChangeEffect>,
}

/// Sizes a workload on each of `sites`.
///
/// ```
/// use jari::exchange::workload_json::parse;
/// use jari::sizing::{SizingTarget, hardware::H200, size};
/// let asked = parse(r#"{"id":"w","model":"llama-3.1-8b","within_days":30,
///   "task":{"kind":"continued_pretrain","tokens":3e11}}"#).unwrap();
/// let answer = size(&asked.workload, &[SizingTarget::of_gpu(H200, 64)]).unwrap();
/// let site = &answer.sites[0];
/// let point = &site.curve[site.recommended.as_ref().unwrap().index];
/// assert_eq!((point.nodes, point.gpu_hours.central.round()), (5, 12_990.0));
/// assert!(point.days.high <= 30.0); // in time even by the high estimate
/// ```
///
/// # Errors
/// The first number outside its bounds.
pub fn size(workload: &Workload, sites: &[SizingTarget]) -> Result<Estimate, BadWorkload> {
    workload.check()?;
    let has_model = !matches!(workload.task, Task::GpuHours { .. });
    let params = if has_model { params(&workload.network) } else { Params::default() };
    let steps = if has_model { model_steps(&params) } else { Vec::new() };
    let sites = sites.iter().map(|site| one(workload, &params, site)).collect();
    let remarks = workload.remarks.clone();
    Ok(Estimate { params, origin: workload.origin, remarks, steps, sites })
}

fn model_steps(params: &Params) -> Vec<ArithmeticStep> {
    let count = |result, value| {
        ArithmeticStep::new(result, "", &[], value, StepUnit::Count, FigureSource::Config)
    };
    vec![
        count(StepResult::Parameters, params.total()),
        count(StepResult::ActiveParameters, params.active()),
        count(StepResult::MatmulParameters, params.matmul()),
    ]
}

/// Node counts of a curve: every one up to 8, then four to a doubling, two beyond 512.
///
/// A judgement: enough for the picture; [`fewer`] finds the exact count between two of them.
const NODES: [u32; 34] = [
    1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160,
    192, 224, 256, 320, 384, 448, 512, 768, 1_024,
];
/// Multiple of the call's largest number of nodes at which a curve ends.
///
/// A judgement: points that the call is far from allowing are of no use.
const FURTHER: u32 = 4;

/// Returns the node counts of a site's curve in ascending order, with the call's own bounds and the
/// largest block among them.
///
/// None is beyond the largest block, even if the call allows more: no block could offer it.
pub(super) fn nodes_of(site: &SizingTarget) -> impl Iterator<Item = u32> {
    let rules = site.rules;
    let most = site.most_nodes.min(rules.max_nodes.saturating_mul(FURTHER));
    let own = [rules.min_nodes, rules.max_nodes, site.most_nodes];
    let mut last = 0;
    (0..NODES.len() + own.len()).filter_map(move |_| {
        // Merges the site's own counts into the list; a count of 0 never comes up.
        let listed = NODES.iter().copied().chain(own);
        let next = listed.filter(|it| *it > last && *it <= most).min()?;
        last = next;
        Some(next)
    })
}

/// Task prepared for one site.
enum OnSite<'a> {
    Train(Trainer<'a>),
    Serve(Server<'a>),
    Hours(f64, Gpu, &'a SizingTarget),
}

impl OnSite<'_> {
    /// Returns the point at `nodes` nodes, or `None` if the task does not fit there.
    fn point_at(&self, nodes: u32) -> Option<SizePoint> {
        match self {
            Self::Train(trainer) => trainer.point_at(nodes),
            Self::Serve(server) => server.point_at(nodes),
            Self::Hours(hours, on, site) => Some(hours::point_at(*hours, on, site, nodes)),
        }
    }

    fn steps(&self, point: &SizePoint) -> Vec<ArithmeticStep> {
        match self {
            Self::Train(trainer) => trainer.steps(point),
            Self::Serve(server) => server.steps(point),
            Self::Hours(hours, on, site) => hours::steps(*hours, on, site, point),
        }
    }
}

fn one(workload: &Workload, params: &Params, site: &SizingTarget) -> SiteAnswer {
    let task = match workload.task {
        Task::Train(run) => OnSite::Train(Trainer::new(workload, run, params, site)),
        Task::Serve(service) => OnSite::Serve(Server::new(workload, service, params, site)),
        Task::GpuHours { hours, on } => OnSite::Hours(hours, on, site),
    };
    let mut curve = Vec::new();
    // Lets `recommend` tell a batch with too few sequences from a lack of memory.
    let mut idle = false;
    for nodes in nodes_of(site) {
        match (task.point_at(nodes), &task) {
            (Some(point), _) => curve.push(point),
            (None, OnSite::Train(trainer)) => idle |= trainer.has_idle(nodes),
            (None, _) => {}
        }
    }
    // A count between the listed ones may also fit, or do as well, with fewer nodes.
    let first = curve.first().and_then(|first| fewer(site, &task, first.nodes, |_| true));
    if let Some(first) = first {
        curve.insert(0, first);
    }
    let (mut recommended, mut binds) = recommend(workload, site, &curve, idle);
    if let Some(found) = &recommended
        && let Some(nodes) = curve.get(found.index).map(|point| point.nodes)
        && let Some(point) = fewer(site, &task, nodes, |it| also_meets(workload, site, found, it))
    {
        curve.insert(found.index, point);
        // The inserted point shifts the indices, so the recommendation is made anew.
        (recommended, binds) = recommend(workload, site, &curve, idle);
    }
    let point = curve.get(recommended.as_ref().map_or(0, |it| it.index));
    let steps = point.map_or_else(Vec::new, |point| task.steps(point));
    let effects = match (workload.task, point) {
        (Task::Train(run), Some(point)) => effects(workload, run, params, site, point),
        (Task::Serve(service), Some(point)) => of_service(workload, service, params, site, point),
        _ => Vec::new(),
    };
    SiteAnswer {
        accelerator: site.accelerator.clone(),
        rules: site.rules,
        curve,
        recommended,
        binds,
        steps,
        effects,
    }
}

/// Returns the point with the fewest nodes, below `enough` and above the count listed before it,
/// for which `does` is true.
///
/// Binary search, so it assumes that `does` stays true from some node count on: O(log n) points are
/// computed for n counts in between.
fn fewer(
    site: &SizingTarget,
    task: &OnSite<'_>,
    mut enough: u32,
    does: impl Fn(&SizePoint) -> bool,
) -> Option<SizePoint> {
    let mut short = nodes_of(site).take_while(|nodes| *nodes < enough).last().unwrap_or(0);
    let mut better = None;
    while enough - short > 1 {
        let middle = short + (enough - short) / 2;
        match task.point_at(middle).filter(&does) {
            Some(point) => {
                enough = middle;
                better = Some(point);
            }
            None => short = middle,
        }
    }
    better
}
