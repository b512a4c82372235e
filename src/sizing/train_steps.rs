//! Arithmetic steps of a training run.

use super::band::{Band, ratio};
use super::flops::{self, Recompute};
use super::layer::attention::Attention;
use super::layout::LayoutChoice;
use super::point::{SizePoint, days_step};
use super::run_time::{Speed, WIDENED};
use super::source::FigureSource;
use super::step::{ArithmeticStep, StepResult, StepUnit};
use super::train::Trainer;
use super::workload::TrainingKind;

impl Trainer<'_> {
    /// Returns the arithmetic steps of a point of this run.
    pub(super) fn steps(&self, point: &SizePoint) -> Vec<ArithmeticStep> {
        let (Some(choice), Some(speed)) = (&point.choice, &point.speed) else { return Vec::new() };
        let mut steps = self.work_steps();
        self.time_steps(point, choice, speed, &mut steps);
        self.memory_steps(choice, &mut steps);
        steps
    }

    /// Returns the steps of the work, from FLOPs of a token to those of the run.
    fn work_steps(&self) -> Vec<ArithmeticStep> {
        let mut steps = Vec::new();
        if self.adapters > 0.0 {
            steps.push(self.adapter_step());
        }
        steps.push(self.attention_step());
        steps.push(self.flops_per_token_step());
        steps.push(self.tokens_step());
        let (per_token, tokens) = (self.flops.model(), self.tokens());
        steps.push(ArithmeticStep::new(
            StepResult::TotalFlops,
            "F T",
            &[("F", per_token), ("T", tokens)],
            per_token * tokens,
            StepUnit::Flops,
            FigureSource::Arithmetic,
        ));
        let is_given = self.run.batch_tokens.is_some();
        steps.push(ArithmeticStep::new(
            StepResult::BatchTokens,
            "",
            &[],
            self.batch,
            StepUnit::Tokens,
            given_or(is_given, FigureSource::Utilisation),
        ));
        steps
    }

    /// Returns the step of the parameters of adapters.
    fn adapter_step(&self) -> ArithmeticStep {
        let rank = f64::from(self.run.rank);
        ArithmeticStep::new(
            StepResult::AdapterParameters,
            "r Σ (in + out)",
            &[("r", rank), ("Σ (in + out)", ratio(self.adapters, rank))],
            self.adapters,
            StepUnit::Count,
            FigureSource::Lora,
        )
    }

    /// Returns the step of the FLOPs of a token, without those of recomputation.
    fn flops_per_token_step(&self) -> ArithmeticStep {
        let (formula, source) = match self.run.kind {
            TrainingKind::Lora | TrainingKind::Qlora => ("4 N_mm + 6 N_r + A", FigureSource::Lora),
            TrainingKind::Preference => ("6 N_mm + A + (2 N_mm + A / 3)", FigureSource::Dpo),
            _ => ("6 N_mm + A", FigureSource::Kaplan),
        };
        let matmul = self.params.matmul() + self.params.mtp_matmul;
        let numbers = [("N_mm", matmul), ("N_r", self.adapters), ("A", self.flops.attention)];
        let numbers = if self.adapters > 0.0 { &numbers[..] } else { &[numbers[0], numbers[2]] };
        ArithmeticStep::new(
            StepResult::FlopsPerToken,
            formula,
            numbers,
            self.flops.model(),
            StepUnit::Flops,
            source,
        )
    }

    /// Returns the step of the tokens, with those of trials.
    fn tokens_step(&self) -> ArithmeticStep {
        let numbers = [("T", self.run.tokens), ("x", self.run.trials)];
        let (formula, numbers, value) = match self.run.trials > 0.0 {
            true => ("T (1 + x)", &numbers[..], self.tokens()),
            false => ("", &[][..], self.run.tokens),
        };
        let (unit, source) = (StepUnit::Tokens, FigureSource::Given);
        ArithmeticStep::new(StepResult::Tokens, formula, numbers, value, unit, source)
    }

    /// Returns the step of attention over the context.
    ///
    /// The formula with c = s / 2 is printed only if every layer attends to all earlier tokens: not
    /// with windows, indexers, or in encoders.
    fn attention_step(&self) -> ArithmeticStep {
        let (flops, network, seq) = (&self.flops, &self.workload.network, self.run.seq);
        let by_context = flops::width_by_context(network, seq);
        let width = network.sum(|layer| layer.mixer.attention().map_or(0.0, Attention::width));
        let half = width * seq / 2.0;
        let is_half = half > 0.0 && (by_context - half).abs() <= 1e-9 * half;
        // S holds recurrences, convolutions, indexers and the layer of a further token.
        let mixed = flops.attention / 3.0 - 4.0 * by_context;
        let mixed = if mixed > 1e-9 * flops.attention { mixed } else { 0.0 };
        let numbers = [("Σ H d c", by_context), ("S", mixed), ("s", seq)];
        let (formula, numbers) = match (mixed > 0.0, is_half) {
            (true, true) => ("3 (4 Σ H d c + S), c = s / 2", numbers.to_vec()),
            (true, false) => ("3 (4 Σ H d c + S)", numbers[..2].to_vec()),
            (false, true) => ("3 · 4 Σ H d c, c = s / 2", vec![numbers[0], numbers[2]]),
            (false, false) => ("3 · 4 Σ H d c", numbers[..1].to_vec()),
        };
        let value = flops.attention;
        ArithmeticStep::new(
            StepResult::AttentionFlops,
            formula,
            &numbers,
            value,
            StepUnit::Flops,
            FigureSource::Kaplan,
        )
    }

    /// Returns the formula and numbers of the wait for gathered weights.
    ///
    /// The usual figures give it between nodes and without expert ranks; in other cases the wait
    /// itself is the only number.
    fn gathering(
        &self,
        choice: &LayoutChoice,
        speed: &Speed,
    ) -> (&'static str, Vec<(&'static str, f64)>) {
        let layout = &choice.layout;
        let sequences = (self.batch / self.run.seq.max(1.0)).max(1.0);
        let per_rank = sequences / f64::from(layout.dp.max(1));
        let micro_batch = self.run.micro_batch().min(per_rank).max(1.0);
        let numbers = [
            ("X", self.site.gpu.bf16 * speed.base.central * speed.of_precision),
            ("N", self.params.total()),
            ("N_mm", self.params.matmul()),
            ("B_net", self.site.gpu.network),
            ("t", self.run.seq * micro_batch / f64::from(layout.cp.max(1))),
        ];
        let [x, all, met, network, tokens] = numbers.map(|(_, value)| value);
        let wait = ratio(x * all, met * network * tokens) - 0.7;
        if (wait - choice.exposed).abs() <= 1e-9 * choice.exposed {
            ("1 / (1 + X N / (N_mm B_net t) − 0.7)", numbers.to_vec())
        } else {
            ("1 / (1 + e)", vec![("e", choice.exposed)])
        }
    }

    /// Adds the steps of the time, from the peak of a GPU to days.
    fn time_steps(
        &self,
        point: &SizePoint,
        choice: &LayoutChoice,
        speed: &Speed,
        steps: &mut Vec<ArithmeticStep>,
    ) {
        steps.push(ArithmeticStep::new(
            StepResult::Peak,
            "",
            &[],
            self.site.gpu.bf16,
            StepUnit::FlopsPerSecond,
            FigureSource::Hardware,
        ));
        let source = given_or(self.workload.utilisation.is_some(), FigureSource::Utilisation);
        steps.push(share(StepResult::BaseUtilisation, "", speed.base, source));
        self.compute_factors(choice, speed, steps);
        self.waiting_factors(point, choice, speed, steps);
        let source = FigureSource::Arithmetic;
        steps.push(share(StepResult::Utilisation, "Π", speed.utilisation, source));
        self.hour_steps(point, speed, steps);
    }

    /// Adds the factors of precision and recomputation.
    fn compute_factors(
        &self,
        choice: &LayoutChoice,
        speed: &Speed,
        steps: &mut Vec<ArithmeticStep>,
    ) {
        let (result, source) = (StepResult::PrecisionSpeed, FigureSource::Utilisation);
        factor(result, "", &[], speed.of_precision, source, steps);
        let widened = if self.run.kind == TrainingKind::Qlora { WIDENED } else { 1.0 };
        let is_full = choice.recompute == Recompute::Full;
        let numbers = [
            ("w", widened),
            ("F", self.flops.model()),
            ("F_r", self.flops.recomputed),
            ("A", self.flops.attention),
        ];
        let (formula, numbers) = match (is_full, widened > 1.0) {
            (true, true) => ("w (F + F_r) / (F + A / 3)", &numbers[..]),
            (true, false) => ("(F + F_r) / (F + A / 3)", &numbers[1..]),
            (false, _) => ("w", &numbers[..1]),
        };
        let (result, source) = (StepResult::RecomputationTime, FigureSource::Korthikanti);
        factor(result, formula, numbers, speed.of_recomputation, source, steps);
    }

    /// Adds the factors of waiting: for small steps, gathered weights, the pipeline and short
    /// sequences.
    fn waiting_factors(
        &self,
        point: &SizePoint,
        choice: &LayoutChoice,
        speed: &Speed,
        steps: &mut Vec<ArithmeticStep>,
    ) {
        let (gpu, layout) = (&self.site.gpu, &choice.layout);
        // Speed before small steps, and the time of a step at it.
        let before = gpu.bf16 * speed.base.central * speed.of_precision / speed.of_recomputation;
        let step_seconds = ratio(self.batch / self.gpus(point) * self.flops.model(), before);
        let numbers = [
            ("t_step", step_seconds),
            ("X", before),
            ("B_net", gpu.network),
            ("t", self.batch / f64::from(layout.dp.max(1))),
        ];
        let (formula, numbers) = match point.nodes {
            0 | 1 => ("1 / (1 + 0.05 / t_step)", &numbers[..1]),
            _ => ("1 / (1 + 0.5 · 4 X / (6 B_net t) + 0.05 / t_step)", &numbers[..]),
        };
        let (result, source) = (StepResult::StepEfficiency, FigureSource::StrongScaling);
        factor(result, formula, numbers, speed.of_step, source, steps);
        let (formula, numbers) = self.gathering(choice, speed);
        let (result, source) = (StepResult::GatheringEfficiency, FigureSource::Zero);
        factor(result, formula, &numbers, speed.of_gathering, source, steps);
        let numbers = [("p", f64::from(layout.pp)), ("m", f64::from(layout.micro_batches))];
        let formula = "1.1 / (1 + (p − 1) / 2 m)";
        let (result, source) = (StepResult::PipelineEfficiency, FigureSource::Narayanan);
        factor(result, formula, &numbers, speed.of_bubble, source, steps);
        let (result, source) = (StepResult::SequenceEfficiency, FigureSource::Utilisation);
        factor(result, "", &[], speed.of_sequence.central, source, steps);
    }

    /// Adds the steps from utilisation to GPU-hours and days.
    fn hour_steps(&self, point: &SizePoint, speed: &Speed, steps: &mut Vec<ArithmeticStep>) {
        let (used, rate) = (speed.utilisation.central, speed.tokens_per_second);
        let numbers = [("P", self.site.gpu.bf16), ("MFU", used), ("F", self.flops.model())];
        steps.push(
            ArithmeticStep::new(
                StepResult::TokensPerSecond,
                "P · MFU / F",
                &numbers,
                rate.central,
                StepUnit::TokensPerSecond,
                FigureSource::Arithmetic,
            )
            .between(rate.low, rate.high),
        );
        let goodput = self.goodput(point.nodes);
        let source = given_or(self.workload.goodput.is_some(), FigureSource::Goodput);
        steps.push(share(StepResult::Goodput, "", goodput, source));
        let hours = point.gpu_hours;
        steps.push(
            ArithmeticStep::new(
                StepResult::GpuHours,
                "T / (X g 3600)",
                &[("T", self.tokens()), ("X", rate.central), ("g", goodput.central)],
                hours.central,
                StepUnit::GpuHours,
                FigureSource::Arithmetic,
            )
            .between(hours.low, hours.high),
        );
        steps.push(days_step(point, self.gpus(point)));
    }

    /// Returns the number of GPUs at a point.
    fn gpus(&self, point: &SizePoint) -> f64 {
        f64::from(point.nodes) * f64::from(self.site.gpus_per_node)
    }
}

/// Returns the user as the source of a figure that is given, else `usual`.
const fn given_or(is_given: bool, usual: FigureSource) -> FigureSource {
    if is_given { FigureSource::Given } else { usual }
}

/// Returns the step of a share with its range.
fn share(
    result: StepResult,
    formula: &'static str,
    value: Band,
    source: FigureSource,
) -> ArithmeticStep {
    let step = ArithmeticStep::new(result, formula, &[], value.central, StepUnit::Share, source);
    step.between(value.low, value.high)
}

/// Adds the step of a factor, unless it is 1, as that explains nothing.
fn factor(
    result: StepResult,
    formula: &'static str,
    numbers: &[(&'static str, f64)],
    value: f64,
    source: FigureSource,
    steps: &mut Vec<ArithmeticStep>,
) {
    if (value - 1.0).abs() > 1e-9 {
        steps.push(ArithmeticStep::new(result, formula, numbers, value, StepUnit::Factor, source));
    }
}
