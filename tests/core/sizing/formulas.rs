//! The formula of each step, worked out with the numbers beside it, gives the value that is told.

use jari::sizing::config::parse;
use jari::sizing::flops::Recompute;
use jari::sizing::hardware::{GPUS, H200};
use jari::sizing::step::{ArithmeticStep, StepResult};
use jari::sizing::utilisation::Precision;
use jari::sizing::workload::{Goal, Serving, Task, Training, TrainingKind, Workload};
use jari::sizing::{SizingTarget, size};

use super::answers::{training, workload};
use super::families::FAMILIES;

/// A formula being worked out: sums of products; what stands side by side is multiplied first.
struct Formula<'a> {
    rest: &'a str,
    numbers: &'a [(&'static str, f64)],
}

impl Formula<'_> {
    fn take(&mut self, token: &str) -> bool {
        self.rest = self.rest.trim_start();
        let found = self.rest.strip_prefix(token);
        self.rest = found.unwrap_or(self.rest);
        found.is_some()
    }

    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            if self.take("+") {
                value += self.product();
            } else if self.take("−") {
                value -= self.product();
            } else {
                return value;
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.factors();
        loop {
            if self.take("·") {
                value *= self.factors();
            } else if self.take("/") {
                value /= self.factors();
            } else {
                return value;
            }
        }
    }

    fn factors(&mut self) -> f64 {
        let mut value = self.factor().unwrap_or_else(|| panic!("{}", self.rest));
        while let Some(next) = self.factor() {
            value *= next;
        }
        value
    }

    fn factor(&mut self) -> Option<f64> {
        if self.take("GiB") {
            return Some(1024.0_f64.powi(3));
        }
        // Names may have spaces and brackets: the longest that fits.
        self.rest = self.rest.trim_start();
        let named = self.numbers.iter().filter(|(name, _)| self.rest.starts_with(name));
        if let Some((name, value)) = named.max_by_key(|(name, _)| name.len()) {
            self.take(name);
            return Some(*value);
        }
        if self.take("max(") {
            let first = self.sum();
            assert!(self.take(","), "{}", self.rest);
            let value = first.max(self.sum());
            assert!(self.take(")"), "{}", self.rest);
            return Some(value);
        }
        for (open, close) in [("(", ")"), ("⌊", "⌋")] {
            if self.take(open) {
                let value = self.sum();
                assert!(self.take(close), "{}", self.rest);
                return Some(if open == "⌊" { value.floor() } else { value });
            }
        }
        let digits = self.rest.find(|it: char| !it.is_ascii_digit() && it != '.');
        let (number, rest) = self.rest.split_at(digits.unwrap_or(self.rest.len()));
        self.rest = rest;
        number.parse().ok()
    }
}

/// Checks a step; `false` where it has no formula, or is a sum or a product of the lines above it.
fn check(step: &ArithmeticStep) -> bool {
    if ["", "Σ", "Π"].contains(&step.formula) {
        return false;
    }
    let mut formula = Formula { rest: step.formula, numbers: &step.numbers };
    let value = formula.sum();
    // What follows a comma says what a symbol stands for.
    assert!(formula.rest.trim().is_empty() || formula.rest.starts_with(','), "{step:?}");
    let off = (value - step.value).abs() / step.value.abs().max(1e-12);
    assert!(off < 1e-9 || value.max(step.value) < 1e-9, "{value} of {step:?}");
    true
}

fn checked(workload: &Workload) -> usize {
    let mut checked = 0;
    for gpu in [H200, GPUS[0]] {
        let answer = size(workload, &[SizingTarget::of_gpu(gpu, 64)]).unwrap();
        let steps = answer.steps.iter().chain(answer.sites.iter().flat_map(|site| &site.steps));
        checked += steps.filter(|step| check(step)).count();
    }
    checked
}

#[test]
fn formulas_give_the_values_told() {
    let mut count = 0;
    for kind in TrainingKind::ALL {
        for id in ["llama-3.1-8b", "deepseek-v3", "gemma-2-27b", "llama-3.1-405b"] {
            let run = Training { trials: 0.5, seq: 8_192.0, ..training(kind, 1e10) };
            count += checked(&workload(id, Task::Train(run)));
            let full = Training { recompute: Some(Recompute::Full), ..run };
            count += checked(&workload(id, Task::Train(full)));
            let none =
                Training { recompute: Some(Recompute::None), batch_tokens: Some(1e6), ..run };
            count += checked(&workload(id, Task::Train(none)));
        }
    }
    let goals =
        [Goal::TokensPerSecond(5_000.0), Goal::Users { users: 20.0, tokens_per_second: 15.0 }];
    for goal in goals {
        for precision in Precision::ALL {
            let serving = Serving {
                prompt: 3_000.0,
                answer: 700.0,
                precision: Some(precision),
                cache: None,
                goal,
                days: 30.0,
            };
            for id in ["llama-3.1-8b", "deepseek-v3", "gemma-2-27b", "gpt-oss-120b"] {
                count += checked(&workload(id, Task::Serve(serving)));
            }
        }
    }
    // A hybrid, with attention, convolutions and states among its layers.
    for name in ["LFM2 1.2B", "Jamba v0.1"] {
        let text = FAMILIES.iter().find(|it| it.0 == name).unwrap().1;
        let run = Task::Train(training(TrainingKind::FullFineTune, 1e9));
        let network = parse(text).unwrap().network;
        count += checked(&Workload { network, ..workload("llama-3.1-8b", run) });
    }
    count += checked(&workload("llama-3.1-8b", Task::GpuHours { hours: 1_000.0, on: H200 }));
    crate::say(&format!("formulas: {count} printed ones give their printed values"));
    assert!(count > 500);
}

/// What a symbol stands for is printed only where it is that: a mean token attends to half of the
/// sequence without windows and in one direction, and caches are of all tokens in groups of heads.
#[test]
fn symbols_are_defined_only_where_it_holds() {
    let formula = |workload: &Workload, what| {
        let answer = size(workload, &[SizingTarget::of_gpu(H200, 64)]).unwrap();
        answer.sites[0].steps.iter().find(|step| step.result == what).unwrap().formula
    };
    let run = Task::Train(Training { seq: 8_192.0, ..training(TrainingKind::Lora, 1e9) });
    let goal = Goal::TokensPerSecond(500.0);
    let service = Task::Serve(Serving {
        prompt: 8_192.0,
        answer: 700.0,
        precision: None,
        cache: None,
        goal,
        days: 30.0,
    });
    for (id, is_half, is_grouped) in
        [("llama-3.1-8b", true, true), ("gemma-2-27b", false, false), ("deepseek-v3", true, false)]
    {
        let attention = formula(&workload(id, run), StepResult::AttentionFlops);
        assert_eq!(attention.ends_with("c = s / 2"), is_half, "{id}: {attention}");
        let cache = formula(&workload(id, service), StepResult::CachePerSequence);
        assert_eq!(cache.contains("c = Σ 2 K d s"), is_grouped, "{id}: {cache}");
    }
    let text = FAMILIES.iter().find(|it| it.0 == "XLM-R base").unwrap().1;
    let encoder =
        Workload { network: parse(text).unwrap().network, ..workload("llama-3.1-8b", run) };
    assert_eq!(formula(&encoder, StepResult::AttentionFlops), "3 · 4 Σ H d c");
}
