//! Arithmetic steps of a training run.

use super::band::ratio;
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

    fn work_steps(&self) -> Vec<ArithmeticStep> {
        let (flops, params, run) = (&self.flops, self.params, &self.run);
        let matmul = params.matmul() + params.mtp_matmul;
        let mut steps = Vec::new();
        if self.adapters > 0.0 {
            let rank = f64::from(run.rank);
            let numbers = [("r", rank), ("Σ (in + out)", ratio(self.adapters, rank))];
            let formula = "r Σ (in + out)";
            let source = FigureSource::Lora;
            let value = self.adapters;
            steps.push(ArithmeticStep::new(
                StepResult::AdapterParameters,
                formula,
                &numbers,
                value,
                StepUnit::Count,
                source,
            ));
        }
        steps.push(self.attention_step());
        let (formula, source): (_, _) = match run.kind {
            TrainingKind::Lora | TrainingKind::Qlora => ("4 N_mm + 6 N_r + A", FigureSource::Lora),
            TrainingKind::Preference => ("6 N_mm + A + (2 N_mm + A / 3)", FigureSource::Dpo),
            _ => ("6 N_mm + A", FigureSource::Kaplan),
        };
        let numbers = [("N_mm", matmul), ("N_r", self.adapters), ("A", flops.attention)];
        let numbers = if self.adapters > 0.0 { &numbers[..] } else { &[numbers[0], numbers[2]] };
        let per_token = flops.model();
        steps.push(ArithmeticStep::new(
            StepResult::FlopsPerToken,
            formula,
            numbers,
            per_token,
            StepUnit::Flops,
            source,
        ));
        if run.trials > 0.0 {
            let numbers = [("T", run.tokens), ("x", run.trials)];
            let value = self.tokens();
            steps.push(ArithmeticStep::new(
                StepResult::Tokens,
                "T (1 + x)",
                &numbers,
                value,
                StepUnit::Tokens,
                FigureSource::Given,
            ));
        } else {
            steps.push(ArithmeticStep::new(
                StepResult::Tokens,
                "",
                &[],
                run.tokens,
                StepUnit::Tokens,
                FigureSource::Given,
            ));
        }
        let total = per_token * self.tokens();
        let numbers = [("F", per_token), ("T", self.tokens())];
        steps.push(ArithmeticStep::new(
            StepResult::TotalFlops,
            "F T",
            &numbers,
            total,
            StepUnit::Flops,
            FigureSource::Arithmetic,
        ));
        let source = if run.batch_tokens.is_some() {
            FigureSource::Given
        } else {
            FigureSource::Utilisation
        };
        steps.push(ArithmeticStep::new(
            StepResult::BatchTokens,
            "",
            &[],
            self.batch,
            StepUnit::Tokens,
            source,
        ));
        steps
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

    fn time_steps(
        &self,
        point: &SizePoint,
        choice: &LayoutChoice,
        speed: &Speed,
        steps: &mut Vec<ArithmeticStep>,
    ) {
        let (gpu, run) = (&self.site.gpu, &self.run);
        let gpus = f64::from(point.nodes) * f64::from(self.site.gpus_per_node);
        let layout = &choice.layout;
        steps.push(ArithmeticStep::new(
            StepResult::Peak,
            "",
            &[],
            gpu.bf16,
            StepUnit::FlopsPerSecond,
            FigureSource::Hardware,
        ));
        let source = if self.workload.utilisation.is_some() {
            FigureSource::Given
        } else {
            FigureSource::Utilisation
        };
        let base = speed.base;
        steps.push(
            ArithmeticStep::new(
                StepResult::BaseUtilisation,
                "",
                &[],
                base.central,
                StepUnit::Share,
                source,
            )
            .between(base.low, base.high),
        );
        let mut factor = |what, formula, numbers: &[(&'static str, f64)], value: f64, source| {
            // A factor of 1 explains nothing and is left out.
            if (value - 1.0).abs() > 1e-9 {
                steps.push(ArithmeticStep::new(
                    what,
                    formula,
                    numbers,
                    value,
                    StepUnit::Factor,
                    source,
                ));
            }
        };
        factor(StepResult::PrecisionSpeed, "", &[], speed.of_precision, FigureSource::Utilisation);
        let widened = if run.kind == TrainingKind::Qlora { WIDENED } else { 1.0 };
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
        let source = FigureSource::Korthikanti;
        factor(StepResult::RecomputationTime, formula, numbers, speed.of_recomputation, source);
        // Speed before small steps, and the time of a step at it.
        let before = gpu.bf16 * base.central * speed.of_precision / speed.of_recomputation;
        let step_seconds = ratio(self.batch / gpus * self.flops.model(), before);
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
        factor(
            StepResult::StepEfficiency,
            formula,
            numbers,
            speed.of_step,
            FigureSource::StrongScaling,
        );
        let (formula, numbers) = self.gathering(choice, speed);
        factor(
            StepResult::GatheringEfficiency,
            formula,
            &numbers,
            speed.of_gathering,
            FigureSource::Zero,
        );
        factor(
            StepResult::PipelineEfficiency,
            "1.1 / (1 + (p − 1) / 2 m)",
            &[("p", f64::from(layout.pp)), ("m", f64::from(layout.micro_batches))],
            speed.of_bubble,
            FigureSource::Narayanan,
        );
        factor(
            StepResult::SequenceEfficiency,
            "",
            &[],
            speed.of_sequence.central,
            FigureSource::Utilisation,
        );
        let used = speed.utilisation;
        steps.push(
            ArithmeticStep::new(
                StepResult::Utilisation,
                "Π",
                &[],
                used.central,
                StepUnit::Share,
                FigureSource::Arithmetic,
            )
            .between(used.low, used.high),
        );
        let rate = speed.tokens_per_second;
        steps.push(
            ArithmeticStep::new(
                StepResult::TokensPerSecond,
                "P · MFU / F",
                &[("P", gpu.bf16), ("MFU", used.central), ("F", self.flops.model())],
                rate.central,
                StepUnit::TokensPerSecond,
                FigureSource::Arithmetic,
            )
            .between(rate.low, rate.high),
        );
        let goodput = self.goodput(point.nodes);
        let source = if self.workload.goodput.is_some() {
            FigureSource::Given
        } else {
            FigureSource::Goodput
        };
        steps.push(
            ArithmeticStep::new(
                StepResult::Goodput,
                "",
                &[],
                goodput.central,
                StepUnit::Share,
                source,
            )
            .between(goodput.low, goodput.high),
        );
        steps.push(
            ArithmeticStep::new(
                StepResult::GpuHours,
                "T / (X g 3600)",
                &[("T", self.tokens()), ("X", rate.central), ("g", goodput.central)],
                point.gpu_hours.central,
                StepUnit::GpuHours,
                FigureSource::Arithmetic,
            )
            .between(point.gpu_hours.low, point.gpu_hours.high),
        );
        steps.push(days_step(point, gpus));
    }
}
