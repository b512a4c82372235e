//! The answer: for each accelerator a curve of nodes against days, and the point to ask for.

use super::effects::{ChangeEffect, effects, of_service};
use super::hardware::Gpu;
use super::hours;
use super::params::{Params, params};
pub use super::point::{Legal, SizePoint, Warning};
pub use super::recommend::Binds;
use super::recommend::{Recommended, does, recommend};
use super::remark::Remark;
use super::rules::CallBounds;
use super::serve::Server;
use super::site::SizingTarget;
use super::source::FigureSource;
use super::step::{ArithmeticStep, StepResult, StepUnit};
use super::train::Trainer;
use super::workload::{BadWorkload, ShapeOrigin, Task, Workload};

/// What a workload comes to.
#[derive(Clone, PartialEq, Debug)]
pub struct Estimate {
    /// The model's parameters; all zero where no model is needed.
    pub params: Params,
    /// How the model's shape is known.
    pub origin: ShapeOrigin,
    /// What its user should know of how it was read.
    pub remarks: Vec<Remark>,
    /// The arithmetic that goes for every accelerator.
    pub steps: Vec<ArithmeticStep>,
    /// One answer for each site, in their order.
    pub sites: Vec<SiteAnswer>,
}

/// What a workload comes to on one accelerator.
#[derive(Clone, PartialEq, Debug)]
pub struct SiteAnswer {
    /// Id of the accelerator.
    pub accelerator: String,
    /// What the call allows: the legal region of the curve.
    pub rules: CallBounds,
    /// Nodes against days; only points at which the workload fits, the fewest nodes first.
    pub curve: Vec<SizePoint>,
    /// The point to ask for, or `None` where no point is legal.
    pub recommended: Option<Recommended>,
    /// What stands in the way of fewer nodes, or of any.
    pub binds: Binds,
    /// The arithmetic of the recommended point, or of the first one.
    pub steps: Vec<ArithmeticStep>,
    /// What would change it, at the same point.
    pub effects: Vec<ChangeEffect>,
}

/// Sizes a workload on each of `sites`.
///
/// # Errors
/// The first number that cannot be.
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
    let count = |what, value| {
        ArithmeticStep::new(what, "", &[], value, StepUnit::Count, FigureSource::Config)
    };
    vec![
        count(StepResult::Parameters, params.total()),
        count(StepResult::ActiveParameters, params.active()),
        count(StepResult::MatmulParameters, params.matmul()),
    ]
}

/// Numbers of nodes of a curve: every one at first, then about five to a doubling.
const NODES: [u32; 34] = [
    1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20, 24, 28, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160,
    192, 224, 256, 320, 384, 448, 512, 768, 1_024,
];
/// Beyond so many times the nodes asked for at least, a curve tells nothing new.
const FURTHER: u32 = 4;

/// The numbers of nodes of a site's curve.
pub(super) fn nodes_of(site: &SizingTarget) -> impl Iterator<Item = u32> {
    let rules = site.rules;
    let most = if rules.max_nodes == u32::MAX {
        site.most_nodes
    } else {
        site.most_nodes.min(rules.max_nodes.saturating_mul(FURTHER)).max(rules.max_nodes)
    };
    let own = [rules.min_nodes, rules.max_nodes].map(|it| if it <= most { it } else { 0 });
    let mut last = 0;
    (0..NODES.len() + 2).filter_map(move |_| {
        // The call's own bounds have their place among the others.
        let listed = NODES.iter().copied().chain(own);
        let next = listed.filter(|it| *it > last && *it <= most).min()?;
        last = next;
        Some(next)
    })
}

/// A task on a site.
enum OnSite<'a> {
    Train(Trainer<'a>),
    Serve(Server<'a>),
    Hours(f64, Gpu, &'a SizingTarget),
}

impl OnSite<'_> {
    /// The point of so many nodes, or `None` where the task does not fit.
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
    let mut idle = false;
    for nodes in nodes_of(site) {
        match (task.point_at(nodes), &task) {
            (Some(point), _) => curve.push(point),
            (None, OnSite::Train(trainer)) => idle |= trainer.has_idle(nodes),
            (None, _) => {}
        }
    }
    // Between the listed numbers there may be one that fits, or does as well, with fewer nodes.
    let first = curve.first().and_then(|first| fewer(site, &task, first.nodes, |_| true));
    if let Some(first) = first {
        curve.insert(0, first);
    }
    let (mut recommended, mut binds) = recommend(workload, site, &curve, idle);
    if let Some(found) = &recommended
        && let Some(nodes) = curve.get(found.place).map(|point| point.nodes)
        && let Some(point) = fewer(site, &task, nodes, |it| does(workload, site, found, it))
    {
        curve.insert(found.place, point);
        (recommended, binds) = recommend(workload, site, &curve, idle);
    }
    let point = curve.get(recommended.as_ref().map_or(0, |it| it.place));
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

/// A point with fewer than `enough` nodes, but more than the number listed before it, that does.
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
