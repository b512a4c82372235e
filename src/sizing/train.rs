//! Training on one accelerator: points of the curve with their warnings.

use super::activations::Framework;
use super::band::Band;
use super::flops::{self, Flops, Recompute, Trained};
use super::layout::{LayoutChoice, LayoutSearch};
use super::memory::{MemoryVerdict, Setup};
use super::params::Params;
use super::point::{Legal, SizePoint, Warning};
use super::run_time::{Conditions, Speed, gpu_hours};
use super::site::SizingTarget;
use super::utilisation;
use super::workload::{Training, TrainingKind, Workload};

/// A training run on a site.
#[derive(Clone, Copy, Debug)]
pub(super) struct Trainer<'a> {
    pub(super) workload: &'a Workload,
    pub(super) run: Training,
    pub(super) params: &'a Params,
    pub(super) site: &'a SizingTarget,
    /// FLOPs of a token, including those that full recomputation adds.
    pub(super) flops: Flops,
    pub(super) adapters: f64,
    pub(super) batch: f64,
}

impl<'a> Trainer<'a> {
    pub(super) fn new(
        workload: &'a Workload,
        run: Training,
        params: &'a Params,
        site: &'a SizingTarget,
    ) -> Self {
        let network = &workload.network;
        let (trained, adapters) = if run.kind.has_adapters() {
            (Trained::Adapters, params.adapters(run.rank))
        } else {
            (Trained::All, 0.0)
        };
        let mut flops =
            flops::training(network, params, run.seq, trained, adapters, Recompute::Full);
        if run.kind == TrainingKind::Preference {
            // The frozen reference only runs forward.
            flops.reference = flops::forward(network, params, run.seq);
        }
        Self { workload, run, params, site, flops, adapters, batch: run.batch(params.active()) }
    }

    fn conditions(&self) -> Conditions<'_> {
        Conditions {
            network: &self.workload.network,
            gpu: &self.site.gpu,
            precision: self.run.precision,
            framework: self.software(),
            adapters: self.run.kind.has_adapters(),
            four_bits: self.run.kind == TrainingKind::Qlora,
            seq: self.run.seq,
            flops: self.flops,
            given: self.workload.utilisation,
        }
    }

    fn search(&self) -> LayoutSearch<'_> {
        let rank = if self.run.kind.has_adapters() { self.run.rank } else { 0 };
        LayoutSearch {
            network: &self.workload.network,
            params: self.params,
            setup: Setup {
                optimizer: self.run.optimizer,
                framework: self.software(),
                recompute: Recompute::Selective,
                seq: self.run.seq,
                micro_batch: self.run.micro_batch(),
                adapter_rank: rank,
                four_bits: self.run.kind == TrainingKind::Qlora,
                sequence_parallel: true,
                train_tables: false,
                reference: self.run.kind == TrainingKind::Preference,
                offload: false,
            },
            recompute: self.run.recompute,
            fixed: self.run.layout,
            gpu: &self.site.gpu,
            gpus_per_node: self.site.gpus_per_node,
            batch_tokens: self.batch,
            flops: self.flops,
            speed: self.conditions().usual_speed(),
        }
    }

    /// Returns `true` if `nodes` nodes have more GPUs than a step has sequences.
    pub(super) fn has_idle(&self, nodes: u32) -> bool {
        let gpus = f64::from(nodes) * f64::from(self.site.gpus_per_node);
        gpus * self.run.seq > self.batch
    }

    /// Returns the point at `nodes` nodes, or `None` if the run does not fit.
    pub(super) fn point_at(&self, nodes: u32) -> Option<SizePoint> {
        self.search().best(nodes).map(|choice| self.point(nodes, choice))
    }

    pub(super) fn software(&self) -> Framework {
        self.run.software(self.params.total())
    }

    pub(super) fn goodput(&self, nodes: u32) -> Band {
        self.workload.goodput.map_or_else(|| utilisation::goodput(nodes), Band::exact)
    }

    pub(super) fn tokens(&self) -> f64 {
        self.run.tokens * (1.0 + self.run.trials)
    }

    fn point(&self, nodes: u32, choice: LayoutChoice) -> SizePoint {
        let LayoutChoice { layout, recompute, exposed, .. } = choice;
        let mut speed =
            self.conditions().speed(&layout, recompute, exposed, Some(self.batch), nodes);
        // With a given goodput, the band is not the one that published runs were held against.
        speed.published = speed.published.filter(|_| self.workload.goodput.is_none());
        let hours = gpu_hours(self.tokens(), &speed, self.goodput(nodes));
        let gpus = f64::from(nodes) * f64::from(self.site.gpus_per_node);
        let days = hours.times(1.0 / (24.0 * gpus.max(1.0)));
        let verdict = choice.memory.verdict(self.site.gpu.memory);
        SizePoint {
            nodes,
            days,
            gpu_hours: hours,
            rate: None,
            users: None,
            choice: Some(choice),
            speed: Some(speed),
            verdict: Some(verdict),
            legal: Legal::for_target(self.site, nodes, days.central),
            warnings: self.warnings(&choice, &speed, verdict, gpus),
        }
    }

    fn warnings(
        &self,
        choice: &LayoutChoice,
        speed: &Speed,
        verdict: MemoryVerdict,
        gpus: f64,
    ) -> Vec<Warning> {
        let mut warnings = Vec::new();
        let left = speed.of_step * speed.of_gathering;
        // A judgement: below 85 % of the usual speed the reader should know that GPUs wait.
        if left < 0.85 {
            warnings.push(Warning::Starved(left));
        }
        let tokens = self.batch / gpus.max(1.0);
        let layout = &choice.layout;
        // Measured runs that shard over data-parallel ranks slow down below 8k tokens a GPU
        // (github.com/huggingface/nanotron; arXiv 2104.04473, table 2).
        if tokens < 8_192.0 && layout.pp == 1 && layout.dp > 1 && left >= 0.85 {
            warnings.push(Warning::FewTokens(tokens));
        }
        // A judgement: fewer than four micro-batches for each stage are worth a warning.
        if layout.micro_batches < layout.pp.saturating_mul(4) && layout.pp > 1 {
            warnings.push(Warning::Bubble(layout.bubble() / (1.0 + layout.bubble())));
        }
        if verdict > MemoryVerdict::Fits {
            warnings.push(Warning::MemoryTight);
        }
        if speed.of_sequence.central < 1.0 {
            warnings.push(Warning::ShortSequences);
        }
        if self.software() == Framework::HuggingFace && layout.tp.max(layout.pp) > 1 {
            warnings.push(Warning::NeedsModelParallel);
        }
        let vocab = self.workload.network.vocab;
        if self.run.layout.is_some() && !vocab.is_multiple_of(layout.tp.max(1)) {
            warnings.push(Warning::PaddedVocabulary);
        }
        warnings
    }
}
