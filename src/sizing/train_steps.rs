//! The arithmetic of a training run, step by step.

use super::band::ratio;
use super::flops::{self, Recompute};
use super::layer::attention::Attention;
use super::layout::Choice;
use super::point::{Point, days_step};
use super::run_time::{Speed, WIDENED};
use super::source::Source;
use super::step::{Step, Unit, What};
use super::train::Trainer;
use super::workload::Kind;

impl Trainer<'_> {
    /// The arithmetic of a point of this run.
    pub(super) fn steps(&self, point: &Point) -> Vec<Step> {
        let (Some(choice), Some(speed)) = (&point.choice, &point.speed) else { return Vec::new() };
        let mut steps = self.work_steps();
        self.time_steps(point, choice, speed, &mut steps);
        self.memory_steps(choice, &mut steps);
        steps
    }

    fn work_steps(&self) -> Vec<Step> {
        let (flops, params, run) = (&self.flops, self.params, &self.run);
        let matmul = params.matmul() + params.mtp_matmul;
        let mut steps = Vec::new();
        if self.adapters > 0.0 {
            let rank = f64::from(run.rank);
            let numbers = [("r", rank), ("Σ (in + out)", ratio(self.adapters, rank))];
            let formula = "r Σ (in + out)";
            let source = Source::Lora;
            let value = self.adapters;
            steps.push(Step::new(
                What::AdapterParameters,
                formula,
                &numbers,
                value,
                Unit::Count,
                source,
            ));
        }
        steps.push(self.attention_step());
        let (formula, source): (_, _) = match run.kind {
            Kind::Lora | Kind::Qlora => ("4 N_mm + 6 N_r + A", Source::Lora),
            Kind::Preference => ("6 N_mm + A + (2 N_mm + A / 3)", Source::Dpo),
            _ => ("6 N_mm + A", Source::Kaplan),
        };
        let numbers = [("N_mm", matmul), ("N_r", self.adapters), ("A", flops.attention)];
        let numbers = if self.adapters > 0.0 { &numbers[..] } else { &[numbers[0], numbers[2]] };
        let per_token = flops.model();
        steps.push(Step::new(
            What::FlopsPerToken,
            formula,
            numbers,
            per_token,
            Unit::Flops,
            source,
        ));
        if run.trials > 0.0 {
            let numbers = [("T", run.tokens), ("x", run.trials)];
            let value = self.tokens();
            steps.push(Step::new(
                What::Tokens,
                "T (1 + x)",
                &numbers,
                value,
                Unit::Tokens,
                Source::Given,
            ));
        } else {
            steps.push(Step::new(What::Tokens, "", &[], run.tokens, Unit::Tokens, Source::Given));
        }
        let total = per_token * self.tokens();
        let numbers = [("F", per_token), ("T", self.tokens())];
        steps.push(Step::new(
            What::TotalFlops,
            "F T",
            &numbers,
            total,
            Unit::Flops,
            Source::Arithmetic,
        ));
        let source = if run.batch_tokens.is_some() { Source::Given } else { Source::Utilisation };
        steps.push(Step::new(What::BatchTokens, "", &[], self.batch, Unit::Tokens, source));
        steps
    }

    /// Attention over the context. Only where every layer attends to all earlier tokens, these are half
    /// of the sequence for a mean token: not with windows, what ranks tokens, or in encoders.
    fn attention_step(&self) -> Step {
        let (flops, network, seq) = (&self.flops, &self.workload.network, self.run.seq);
        let by_context = flops::width_by_context(network, seq);
        let width = network.sum(|layer| layer.mixer.attention().map_or(0.0, Attention::width));
        let half = width * seq / 2.0;
        let is_half = half > 0.0 && (by_context - half).abs() <= 1e-9 * half;
        // Recurrences and convolutions, what ranks tokens, the layer of a further token.
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
        Step::new(What::AttentionFlops, formula, &numbers, value, Unit::Flops, Source::Kaplan)
    }

    /// The wait for weights that are gathered: by the usual figures where they tell it, which is
    /// between nodes and without expert-parallel ranks, else as it is.
    fn gathering(
        &self,
        choice: &Choice,
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

    fn time_steps(&self, point: &Point, choice: &Choice, speed: &Speed, steps: &mut Vec<Step>) {
        let (gpu, run) = (&self.site.gpu, &self.run);
        let gpus = f64::from(point.nodes) * f64::from(self.site.gpus_per_node);
        let layout = &choice.layout;
        steps.push(Step::new(
            What::Peak,
            "",
            &[],
            gpu.bf16,
            Unit::FlopsPerSecond,
            Source::Hardware,
        ));
        let source =
            if self.workload.utilisation.is_some() { Source::Given } else { Source::Utilisation };
        let base = speed.base;
        steps.push(
            Step::new(What::BaseUtilisation, "", &[], base.central, Unit::Share, source)
                .between(base.low, base.high),
        );
        let mut factor = |what, formula, numbers: &[(&'static str, f64)], value: f64, source| {
            if (value - 1.0).abs() > 1e-9 {
                steps.push(Step::new(what, formula, numbers, value, Unit::Factor, source));
            }
        };
        factor(What::PrecisionSpeed, "", &[], speed.of_precision, Source::Utilisation);
        let widened = if run.kind == Kind::Qlora { WIDENED } else { 1.0 };
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
        let source = Source::Korthikanti;
        factor(What::RecomputationTime, formula, numbers, speed.of_recomputation, source);
        // The speed before small steps, and the time of a step at it.
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
        factor(What::StepEfficiency, formula, numbers, speed.of_step, Source::StrongScaling);
        let (formula, numbers) = self.gathering(choice, speed);
        factor(What::GatheringEfficiency, formula, &numbers, speed.of_gathering, Source::Zero);
        factor(
            What::PipelineEfficiency,
            "1.1 / (1 + (p − 1) / 2 m)",
            &[("p", f64::from(layout.pp)), ("m", f64::from(layout.micro_batches))],
            speed.of_bubble,
            Source::Narayanan,
        );
        factor(What::SequenceEfficiency, "", &[], speed.of_sequence.central, Source::Utilisation);
        let used = speed.utilisation;
        steps.push(
            Step::new(What::Utilisation, "Π", &[], used.central, Unit::Share, Source::Arithmetic)
                .between(used.low, used.high),
        );
        let rate = speed.tokens_per_second;
        steps.push(
            Step::new(
                What::TokensPerSecond,
                "P · MFU / F",
                &[("P", gpu.bf16), ("MFU", used.central), ("F", self.flops.model())],
                rate.central,
                Unit::TokensPerSecond,
                Source::Arithmetic,
            )
            .between(rate.low, rate.high),
        );
        let goodput = self.goodput(point.nodes);
        let source = if self.workload.goodput.is_some() { Source::Given } else { Source::Goodput };
        steps.push(
            Step::new(What::Goodput, "", &[], goodput.central, Unit::Share, source)
                .between(goodput.low, goodput.high),
        );
        steps.push(
            Step::new(
                What::GpuHours,
                "T / (X g 3600)",
                &[("T", self.tokens()), ("X", rate.central), ("g", goodput.central)],
                point.gpu_hours.central,
                Unit::GpuHours,
                Source::Arithmetic,
            )
            .between(point.gpu_hours.low, point.gpu_hours.high),
        );
        steps.push(days_step(point, gpus));
    }
}
