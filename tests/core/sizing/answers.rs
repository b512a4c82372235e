//! Whole answers: what is recommended, what binds, and laws that must hold.

use jari::model::{Call, Class, Hour, Term, read};
use jari::sizing::answer::{Binds, Legal, Warning};
use jari::sizing::ask::RequestFrame;
use jari::sizing::flops::Recompute;
use jari::sizing::hardware::{GPUS, Gpu, H200};
use jari::sizing::known;
use jari::sizing::layout::{FixedLayout, Layout};
use jari::sizing::limits::{BadField, BoundError};
use jari::sizing::recommend::RecommendationReason;
use jari::sizing::states::Optimizer;
use jari::sizing::step::StepResult;
use jari::sizing::utilisation::Precision;
use jari::sizing::workload::{
    BadWorkload, Goal, Serving, ShapeOrigin, Task, Training, TrainingKind, Workload,
};
use jari::sizing::{Estimate, SiteAnswer, SizingTarget, size};

pub fn training(kind: TrainingKind, tokens: f64) -> Training {
    Training {
        kind,
        tokens,
        seq: 4_096.0,
        batch_tokens: None,
        precision: Precision::Bf16,
        optimizer: Optimizer::Adam,
        framework: None,
        recompute: None,
        layout: None,
        micro_batch: None,
        rank: 16,
        trials: 0.0,
    }
}

pub fn workload(id: &str, task: Task) -> Workload {
    let known = known::find(id).unwrap();
    Workload {
        network: known.arch.network(),
        origin: ShapeOrigin::Known(known.id),
        remarks: Vec::new(),
        stored: None,
        task,
        within_days: None,
        utilisation: None,
        goodput: None,
    }
}

fn sites() -> Vec<SizingTarget> {
    let [h200, b200] = ["h200", "b200"].map(|id| Gpu::known(id).unwrap());
    vec![SizingTarget::of_gpu(h200, 128), SizingTarget::of_gpu(b200, 128)]
}

fn answer(workload: &Workload) -> Estimate {
    size(workload, &sites()).unwrap()
}

fn recommended(site: &SiteAnswer) -> &jari::sizing::answer::SizePoint {
    &site.curve[site.recommended.as_ref().unwrap().index]
}

#[test]
fn what_binds() {
    let train = |kind, tokens| Task::Train(training(kind, tokens));
    let cases = [
        ("llama-3.1-8b", train(TrainingKind::Lora, 1e8), Binds::Nothing),
        ("llama-3.1-70b", train(TrainingKind::FullFineTune, 1e7), Binds::Memory),
        ("deepseek-v3", train(TrainingKind::FullFineTune, 1e8), Binds::Memory),
        ("llama-3.1-8b", train(TrainingKind::Pretrain, 1e12), Binds::Time),
        ("llama-3.1-405b", train(TrainingKind::Pretrain, 15e12), Binds::BlockSize),
        ("kimi-k2", train(TrainingKind::Lora, 1e8), Binds::Memory),
    ];
    for (id, task, binds) in cases {
        let answer = answer(&workload(id, task));
        assert_eq!(answer.sites[0].binds, binds, "{id} {task:?}");
    }
}

/// All states of 70B take 16 bytes a parameter: 1.13 TB, more than a node of 8 H200 can plan with.
#[test]
fn a_70b_model_does_not_fit_one_node_of_h200() {
    let task = |optimizer| {
        Task::Train(Training { optimizer, ..training(TrainingKind::FullFineTune, 1e8) })
    };
    let fewest =
        |optimizer| answer(&workload("llama-3.1-70b", task(optimizer))).sites[0].curve[0].nodes;
    assert_eq!(fewest(Optimizer::Adam), 2);
    assert_eq!(fewest(Optimizer::Adam8Bit), 1);
}

fn published_call() -> (Vec<Call>, Vec<SizingTarget>) {
    let snapshot = read(include_bytes!("../../../public/capacity.json")).unwrap().snapshot;
    let call = snapshot.call("25-1").cloned();
    let sites = SizingTarget::all(&snapshot, call.as_ref(), Some(snapshot.as_of));
    (call.into_iter().collect(), sites)
}

#[test]
fn a_call_bounds_the_point_and_the_request_fits_it() {
    let (calls, sites) = published_call();
    let call = &calls[0];
    let cases = [
        ("llama-3.1-8b", training(TrainingKind::Lora, 1e8), Binds::CallLeast),
        ("exaone-3.5-32b", training(TrainingKind::ContinuedPretrain, 2e11), Binds::Time),
        ("llama-3.1-405b", training(TrainingKind::Pretrain, 5e12), Binds::CallMost),
        ("kimi-k2", training(TrainingKind::Pretrain, 5e12), Binds::CallMost),
    ];
    for (id, run, binds) in cases {
        let answer = size(&workload(id, Task::Train(run)), &sites).unwrap();
        let site = &answer.sites[0];
        assert_eq!(site.binds, binds, "{id}");
        let frame = RequestFrame {
            id: "a".into(),
            not_before: Hour::of_date(2027, 1, 4).unwrap(),
            class: Class::Industry,
            call: Some(call.id.clone()),
        };
        let request = site.request(&frame).unwrap();
        let rule = call.size("h200").unwrap();
        assert!((rule.min_nodes..=rule.max_nodes).contains(&request.nodes.min), "{id}");
        let Term::Months(months) = request.term else { panic!("{:?}", request.term) };
        assert!((3..=12).contains(&months), "{id}: {months}");
        assert!(
            site.curve.iter().any(|point| point.legal == Legal::Yes) || binds == Binds::CallMost
        );
    }
}

#[test]
fn a_service_is_sized_by_its_users_or_its_rate() {
    let serve = |goal| {
        Task::Serve(Serving {
            prompt: 1_000.0,
            answer: 500.0,
            precision: Some(Precision::Fp8),
            cache: Some(Precision::Fp8),
            goal,
            days: 30.0,
        })
    };
    let users = |users| Goal::Users { users, tokens_per_second: 20.0 };
    let nodes = |goal| {
        let answer = answer(&workload("llama-3.1-70b", serve(goal)));
        recommended(&answer.sites[0]).nodes
    };
    assert_eq!(nodes(users(50.0)), 1);
    assert!(nodes(users(20_000.0)) > nodes(users(5_000.0)));
    assert!(nodes(Goal::TokensPerSecond(200_000.0)) > nodes(Goal::TokensPerSecond(2_000.0)));
    // Nothing is that fast for one user.
    let hasty = Goal::Users { users: 1.0, tokens_per_second: 50_000.0 };
    assert_eq!(answer(&workload("llama-3.1-70b", serve(hasty))).sites[0].recommended, None);
}

#[test]
fn known_hours_are_kept_and_compared() {
    let task = Task::GpuHours { hours: 19_200.0, on: H200 };
    let given = Workload { within_days: Some(10.0), ..workload("llama-3.1-8b", task) };
    let answer = answer(&given);
    let point = recommended(&answer.sites[0]);
    assert_eq!((point.nodes, point.days.central), (10, 10.0));
    assert!(recommended(&answer.sites[1]).gpu_hours.central < 0.62 * 19_200.0);
}

#[test]
fn small_batches_starve_and_are_said_to() {
    let run = Training { batch_tokens: Some(524_288.0), ..training(TrainingKind::Pretrain, 1e12) };
    let answer = answer(&workload("llama-3.1-8b", Task::Train(run)));
    let curve = &answer.sites[0].curve;
    let starved = |nodes: u32| {
        let point = curve.iter().find(|point| point.nodes == nodes).unwrap();
        point.warnings.iter().any(|it| matches!(it, Warning::Starved(_) | Warning::FewTokens(_)))
    };
    assert!(!starved(1) && starved(16));
    // More ranks than sequences: the curve ends.
    assert!(curve.last().unwrap().nodes <= 128);
}

#[test]
fn every_step_follows_from_its_numbers() {
    let run = training(TrainingKind::ContinuedPretrain, 1e11);
    let answer = answer(&workload("exaone-3.5-32b", Task::Train(run)));
    let site = &answer.sites[0];
    let step = |what: StepResult| site.steps.iter().find(|step| step.result == what).unwrap();
    let number =
        |what: StepResult, name: &str| step(what).numbers.iter().find(|it| it.0 == name).unwrap().1;
    let total = step(StepResult::TotalFlops).value;
    assert_eq!(total, number(StepResult::TotalFlops, "F") * number(StepResult::TotalFlops, "T"));
    let rate = number(StepResult::TokensPerSecond, "P")
        * number(StepResult::TokensPerSecond, "MFU")
        / number(StepResult::TokensPerSecond, "F");
    assert!((rate / step(StepResult::TokensPerSecond).value - 1.0).abs() < 1e-9);
    let hours = step(StepResult::GpuHours).value;
    let days = hours / 24.0 / number(StepResult::Days, "G");
    assert!((days / step(StepResult::Days).value - 1.0).abs() < 1e-9);
    let parts = [
        StepResult::Weights,
        StepResult::Gradients,
        StepResult::OptimizerStates,
        StepResult::Activations,
        StepResult::Logits,
        StepResult::Overhead,
    ];
    let sum: f64 = parts.iter().map(|what| step(*what).value).sum();
    let gathered = site.steps.iter().find(|it| it.result == StepResult::GatheredLayers);
    let sum = sum + gathered.map_or(0.0, |it| it.value);
    assert!((sum / step(StepResult::Memory).value - 1.0).abs() < 1e-9);
}

#[test]
fn laws_of_training() {
    let base = training(TrainingKind::ContinuedPretrain, 1e11);
    let hours = |run: Training, site_index: usize| {
        let answer = answer(&workload("llama-3.1-8b", Task::Train(run)));
        answer.sites[site_index].curve.iter().find(|it| it.nodes == 8).unwrap().gpu_hours.central
    };
    let one = hours(base, 0);
    let close = |a: f64, b: f64| (a / b - 1.0).abs() < 1e-9;
    assert!(close(hours(Training { tokens: 2e11, ..base }, 0), 2.0 * one));
    assert!(close(hours(Training { trials: 1.0, ..base }, 0), 2.0 * one));
    assert!(hours(Training { precision: Precision::Fp8, ..base }, 0) < one);
    assert!(hours(Training { recompute: Some(Recompute::Full), ..base }, 0) > one);
    assert!(hours(Training { seq: 16_384.0, ..base }, 0) > one);
    // The published ratio of B200 to H200 is 1.7 to 2.3.
    let ratio = one / hours(base, 1);
    assert!((1.7..=2.3).contains(&ratio), "{ratio}");
}

#[test]
fn preference_tuning_costs_a_forward_pass_more() {
    let task = |kind| Task::Train(training(kind, 1e9));
    let flops = |kind| {
        let answer = answer(&workload("llama-3.1-8b", task(kind)));
        let steps = &answer.sites[0].steps;
        steps.iter().find(|step| step.result == StepResult::FlopsPerToken).unwrap().value
    };
    let ratio = flops(TrainingKind::Preference) / flops(TrainingKind::FullFineTune);
    assert!((ratio - 4.0 / 3.0).abs() < 1e-9, "{ratio}");
}

/// A whole answer in two milliseconds of WebAssembly, which takes up to twice the native time.
#[test]
fn an_answer_is_quick() {
    let run = Training { seq: 32_768.0, ..training(TrainingKind::Pretrain, 1e13) };
    for id in ["deepseek-v3", "llama-3.1-405b", "exaone-3.5-32b"] {
        let workload = workload(id, Task::Train(run));
        let sites = sites();
        #[expect(clippy::disallowed_methods, reason = "a test may look at the clock")]
        let now = std::time::Instant::now;
        let start = now();
        for _ in 0..20 {
            std::hint::black_box(size(&workload, &sites).unwrap());
        }
        let each = start.elapsed() / 20;
        crate::say(&format!("sizing, {id}, both accelerators: {each:?} (this build)"));
        // A gross error only: this build is not optimised, and others share the machine.
        assert!(each.as_millis() < 200, "{each:?}");
    }
}

#[test]
fn a_longer_goal_needs_no_more_nodes() {
    let task = Task::Train(training(TrainingKind::Pretrain, 1e12));
    let nodes = |days| {
        let given = Workload { within_days: Some(days), ..workload("llama-3.1-8b", task) };
        let answer = answer(&given);
        let found = answer.sites[0].recommended.clone().unwrap();
        (answer.sites[0].curve[found.index].nodes, found.why)
    };
    let mut last = u32::MAX;
    for days in [3.0, 7.0, 14.0, 30.0, 60.0, 120.0, 365.0] {
        let (nodes, why) = nodes(days);
        assert!(nodes <= last || why == RecommendationReason::Nearest, "{days}");
        last = nodes;
    }
}

#[test]
fn every_gpu_gets_an_answer() {
    let task = Task::Train(training(TrainingKind::FullFineTune, 1e8));
    for gpu in GPUS {
        let answer =
            size(&workload("llama-3.1-8b", task), &[SizingTarget::of_gpu(gpu, 64)]).unwrap();
        assert!(answer.sites[0].recommended.is_some(), "{}", gpu.id);
    }
}

/// FixedLayout ranks are taken as they are, and the memory told whether it fits or not.
#[test]
fn a_settled_layout_is_kept() {
    let settled = FixedLayout { tp: 4, pp: 4, cp: 1, ep: 1, zero: 1 };
    let run = Training {
        layout: Some(settled),
        micro_batch: Some(1.0),
        ..training(TrainingKind::FullFineTune, 1e9)
    };
    let h100 = SizingTarget::of_gpu(Gpu::known("h100").unwrap(), 16);
    let workload = workload("llama-3.1-70b", Task::Train(run));
    let answer = size(&workload, &[h100]).unwrap();
    let curve = &answer.sites[0].curve;
    assert_eq!(curve.iter().map(|point| point.nodes).min(), Some(2));
    for point in curve {
        let choice = point.choice.unwrap();
        let Layout { tp, pp, dp, .. } = choice.layout;
        assert_eq!((tp, pp, dp), (4, 4, point.nodes * 8 / 16));
        // 4 bytes a parameter, and 12 shared out: N / 16 of them and the larger table.
        let least = 70.55e9 / 16.0 * (4.0 + 12.0 / f64::from(dp));
        assert!(choice.memory.fixed() >= least && choice.memory.fixed() < 1.1 * least);
    }
    let absurd = Training { layout: Some(FixedLayout { pp: 81, ..settled }), ..run };
    let workload = Workload { task: Task::Train(absurd), ..workload };
    assert!(size(&workload, &sites()).is_err());
}

/// Ranks that engines refuse are refused with the rule, and no service is sized with them.
#[test]
fn ranks_have_to_divide_what_they_share_out() {
    let settled = FixedLayout { tp: 1, pp: 1, cp: 1, ep: 1, zero: 1 };
    let said = |id: &str, layout| {
        let run = Training { layout: Some(layout), ..training(TrainingKind::FullFineTune, 1e9) };
        size(&workload(id, Task::Train(run)), &sites()).err().map(|bad| match bad {
            BadWorkload::Layout(BadField { field, why: BoundError::MustDivide(other) }) => {
                (field, other)
            }
            other => panic!("{other:?}"),
        })
    };
    // 28 heads; 128 experts; no experts.
    let tensor = Some(("task.layout.tensor", "num_attention_heads"));
    let expert = Some(("task.layout.expert", "num_experts"));
    assert_eq!(said("qwen2.5-7b", FixedLayout { tp: 8, ..settled }), tensor);
    assert_eq!(said("qwen2.5-7b", FixedLayout { tp: 4, ..settled }), None);
    assert_eq!(said("qwen3-30b-a3b", FixedLayout { ep: 48, ..settled }), expert);
    assert_eq!(said("qwen3-30b-a3b", FixedLayout { ep: 16, ..settled }), None);
    assert_eq!(said("llama-3.1-8b", FixedLayout { ep: 2, ..settled }), expert);
    // 131,384 entries are a multiple of 8, 72,154 are not.
    let pads = |id: &str| {
        let layout = Some(FixedLayout { tp: 8, ..settled });
        let run = Training { layout, ..training(TrainingKind::FullFineTune, 1e9) };
        let answer = answer(&workload(id, Task::Train(run)));
        answer.sites[0].curve[0].warnings.contains(&Warning::PaddedVocabulary)
    };
    assert!(pads("midm-bitext-7b") && !pads("midm-2.0-base"));
}

/// A call may allow more nodes than any block has; no block could offer them.
#[test]
fn no_point_is_beyond_the_largest_block() {
    let (_, published) = published_call();
    let answer_for = |most_nodes, min_nodes, max_nodes| {
        let mut site = published[0].clone();
        (site.most_nodes, site.rules.min_nodes, site.rules.max_nodes) =
            (most_nodes, min_nodes, max_nodes);
        // Never in time, so that the most nodes are the nearest.
        let task = Task::Train(training(TrainingKind::Pretrain, 2e14));
        size(&workload("llama-3.1-8b", task), &[site]).unwrap().sites.remove(0)
    };
    // All nodes of the block are on the curve; what is asked for is at most these.
    for (block, call) in [(4, 32), (12, 16), (13, 32), (255, u32::MAX), (16, 16)] {
        let site = answer_for(block, 2, call);
        assert_eq!(site.curve.last().unwrap().nodes, block, "{block} of {call}");
        assert_eq!(recommended(&site).nodes, block);
        let binds = if block >= call { Binds::CallMost } else { Binds::BlockSize };
        assert_eq!(site.binds, binds, "{block} of {call}");
    }
    // Beyond its maximum the curve goes on, up to four times that.
    let site = answer_for(255, 2, 32);
    assert_eq!((site.curve.last().unwrap().nodes, recommended(&site).nodes), (128, 32));
    // A call that asks for more nodes than any block has allows no point.
    let site = answer_for(8, 16, 32);
    assert_eq!((site.recommended.is_none(), site.binds), (true, Binds::CallLeast));
}
