//! Arithmetic steps of a training run's memory.

use super::band::Band;
use super::flops::Recompute;
use super::layout::{Layout, LayoutChoice};
use super::source::FigureSource;
use super::states::{NF4_BYTES, share};
use super::step::{ArithmeticStep, StepResult, StepUnit};
use super::train::Trainer;
use super::workload::TrainingKind;

impl Trainer<'_> {
    /// Adds the steps of the memory of the fullest GPU, part by part.
    pub(super) fn memory_steps(&self, choice: &LayoutChoice, steps: &mut Vec<ArithmeticStep>) {
        self.state_steps(choice, steps);
        self.activation_steps(choice, steps);
        let memory = &choice.memory;
        band(StepResult::Overhead, "", &[], memory.overhead, FigureSource::Measured, steps);
        band(StepResult::Memory, "Σ", &[], memory.total(), FigureSource::Arithmetic, steps);
        // Source of 14: weights in 16 bits, master weights and moments are 2 + 12. Measured bytes a
        // parameter: BLOOM 13.1, Nemotron-4 12.9 and 13.1.
        let kept = if self.adapters > 0.0 { self.adapters } else { self.params.total() };
        let numbers = [("N", kept)];
        let (value, source) = (14.0 * kept, FigureSource::Measured);
        let result = StepResult::CheckpointBytes;
        steps.push(ArithmeticStep::new(result, "14 N", &numbers, value, StepUnit::Bytes, source));
        let (value, source) = (self.site.gpu.memory, FigureSource::Hardware);
        steps.push(ArithmeticStep::new(
            StepResult::Capacity,
            "",
            &[],
            value,
            StepUnit::Bytes,
            source,
        ));
    }

    /// Adds the steps of weights, gradients, optimizer states, and layers gathered from other
    /// ranks.
    fn state_steps(&self, choice: &LayoutChoice, steps: &mut Vec<ArithmeticStep>) {
        let (memory, layout) = (&choice.memory, &choice.layout);
        let bytes = self.run.optimizer.bytes();
        let ranks = [
            ("t", f64::from(layout.tp)),
            ("p", f64::from(layout.pp)),
            ("D", f64::from(layout.dp) * f64::from(layout.cp)),
            ("ZeRO", f64::from(layout.zero)),
        ];
        let kept = if self.adapters > 0.0 { self.adapters } else { self.params.total() };
        // A frozen base has no gradients or optimizer states, so those are of the adapters alone.
        let mut states = |result, per: f64, value: f64, is_uniform: bool| {
            let (formula, first) = match is_uniform {
                true => held(per, value, kept, layout),
                false => ("", Vec::new()),
            };
            let numbers: Vec<_> = first.into_iter().chain(ranks).collect();
            steps.push(ArithmeticStep::new(
                result,
                formula,
                &numbers,
                value,
                StepUnit::Bytes,
                FigureSource::Zero,
            ));
        };
        let is_alone = self.adapters <= 0.0 && self.run.kind != TrainingKind::Preference;
        states(StepResult::Weights, bytes.weights, memory.weights, is_alone);
        states(StepResult::Gradients, bytes.gradients, memory.gradients, true);
        states(StepResult::OptimizerStates, bytes.optimizer, memory.optimizer, true);
        let share = share(self.params, layout);
        let [tp, ep] = [layout.tp, layout.ep].map(|it| f64::from(it.max(1)));
        let depth = self.params.depth.max(1.0);
        let layer = (self.params.layers_dense() + self.params.layers_experts() / ep) / (depth * tp);
        let twice = if self.run.kind == TrainingKind::Qlora { 2.0 * NF4_BYTES } else { 4.0 };
        let (formula, numbers) = match layout.pp {
            0 | 1 => {
                ("b N_layer + 2 N_t", vec![("b", twice), ("N_layer", layer), ("N_t", share.tables)])
            }
            _ => ("4 n", vec![("n", share.all())]),
        };
        band(
            StepResult::GatheredLayers,
            formula,
            &numbers,
            memory.gathered,
            FigureSource::Zero,
            steps,
        );
        band(StepResult::StepCopies, "", &[], memory.step, FigureSource::Measured, steps);
    }

    /// Adds the steps of the activations of the fullest stage, and of logits.
    fn activation_steps(&self, choice: &LayoutChoice, steps: &mut Vec<ArithmeticStep>) {
        let (memory, layout) = (&choice.memory, &choice.layout);
        let network = &self.workload.network;
        let sequences = (self.batch / self.run.seq.max(1.0)).max(1.0);
        let per_rank = sequences / f64::from(layout.dp.max(1));
        let stages = f64::from(layout.pp.max(1));
        let kept = self.software().kept().central * if self.adapters > 0.0 { 0.85 } else { 1.0 };
        let numbers = [
            ("k", kept),
            ("a", self.params.kept_bytes),
            ("h", f64::from(network.hidden)),
            ("s", self.run.seq),
            ("b", self.run.micro_batch().min(per_rank).max(1.0)),
            ("L_p", (self.params.depth / stages).ceil()),
            ("m", f64::from(layout.micro_batches.max(1)).min(stages)),
            ("c", f64::from(layout.cp)),
            ("t", f64::from(layout.tp)),
        ];
        let formula = match choice.recompute {
            Recompute::None => "k a s b L_p m / (c t)",
            Recompute::Selective => "0.85 k a s b L_p m / (c t)",
            Recompute::Full => "2 h s b L_p m / (c t) + k a s b / (c t)",
        };
        let source = FigureSource::Korthikanti;
        band(StepResult::Activations, formula, &numbers, memory.activations, source, steps);
        let [_, _, _, seq, batch, _, _, context, tensor] = numbers;
        let outputs = ("V", f64::from(network.outputs()));
        let each = ("l", self.software().logits().central);
        let numbers = [each, outputs, seq, batch, context, tensor];
        // With stages, only what the last one holds beyond the first counts, for which there is no
        // formula.
        let formula = if layout.pp <= 1 { "l V s b / (c t)" } else { "" };
        band(StepResult::Logits, formula, &numbers, memory.logits, FigureSource::Measured, steps);
    }
}

/// Returns the formula of states of `per` bytes for each of `all` parameters, with its numbers.
///
/// It is an equal share for each rank if that gives `value`. Otherwise it is what the fullest GPU
/// holds: tables or experts are dealt differently, stages do not divide the layers, or there are
/// towers.
fn held(
    per: f64,
    value: f64,
    all: f64,
    layout: &Layout,
) -> (&'static str, Vec<(&'static str, f64)>) {
    let ranks = [layout.tp, layout.pp].map(|it| f64::from(it.max(1)));
    let [whole, data] = [ranks[0] * ranks[1], f64::from(layout.dp) * f64::from(layout.cp)];
    // With a tolerance, as the two sides round in a different order.
    let is = |share: f64| (per * share - value).abs() <= 1e-10 * value;
    if is(all / whole) {
        ("b N / (t p)", vec![("b", per), ("N", all)])
    } else if is(all / (whole * data.max(1.0))) {
        ("b N / (t p D)", vec![("b", per), ("N", all)])
    } else {
        ("b n", vec![("b", per), ("n", value / per.max(1e-9))])
    }
}

/// Adds a step with a range, unless its high end is 0.
fn band(
    result: StepResult,
    formula: &'static str,
    numbers: &[(&'static str, f64)],
    value: Band,
    source: FigureSource,
    steps: &mut Vec<ArithmeticStep>,
) {
    if value.high > 0.0 {
        let step =
            ArithmeticStep::new(result, formula, numbers, value.central, StepUnit::Bytes, source);
        steps.push(step.between(value.low, value.high));
    }
}
