//! Workload: a model and a task.

use super::activations::Framework;
use super::flops::Recompute;
use super::hardware::Gpu;
use super::limits::{BadField, BoundError};
use super::network::Network;
use super::ranks::FixedLayout;
use super::remark::Remark;
use super::states::Optimizer;
use super::stored::WeightStorage;
use super::utilisation::Precision;

/// A workload.
#[derive(Clone, PartialEq, Debug)]
pub struct Workload {
    /// The model.
    pub network: Network,
    /// Origin of the model's shape.
    pub origin: ShapeOrigin,
    /// Remarks on how the model was read, for the user.
    pub remarks: Vec<Remark>,
    /// Storage of the weights, if known, in which serving takes them.
    pub stored: Option<WeightStorage>,
    /// Task to be done with the model.
    pub task: Task,
    /// Days within which it should be done; `None` for serving.
    pub within_days: Option<f64>,
    /// Utilisation given by the user: causal model FLOPs over the dense BF16 peak, 0 to 1.
    pub utilisation: Option<f64>,
    /// Goodput given by the user: the share of calendar time that moves the run on, 0 to 1.
    pub goodput: Option<f64>,
}

/// Origin of a model's shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ShapeOrigin {
    /// From the list, by id.
    Known(&'static str),
    /// From a `config.json`.
    Config,
    /// Given number by number.
    Architecture,
    /// Typical for a number of parameters: an assumption.
    Typical,
    /// No model is needed.
    None,
}

/// Task to be done with a model.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Task {
    /// Training.
    Train(Training),
    /// Serving.
    Serve(Serving),
    /// GPU-hours that the user knows, on a GPU.
    GpuHours {
        /// Hours of one GPU.
        hours: f64,
        /// The GPU of these hours.
        on: Gpu,
    },
}

/// A training run.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Training {
    /// Kind of run.
    pub kind: TrainingKind,
    /// Tokens trained on, counting every epoch.
    pub tokens: f64,
    /// Tokens of a sequence.
    pub seq: f64,
    /// Tokens of a step, all GPUs together; if `None`, by kind and size.
    pub batch_tokens: Option<f64>,
    /// Precision in which matrices are computed.
    pub precision: Precision,
    /// Optimizer.
    pub optimizer: Optimizer,
    /// Training software; if `None`, by kind.
    pub framework: Option<Framework>,
    /// Level of recomputation; if `None`, the least that fits.
    pub recompute: Option<Recompute>,
    /// Layout; if `None`, it is searched.
    pub layout: Option<FixedLayout>,
    /// Sequences of a micro-batch; if `None`, by their length.
    pub micro_batch: Option<f64>,
    /// Rank of adapters, for kinds that have them.
    pub rank: u32,
    /// Further tokens for failed, repeated and trial runs, as a share of `tokens`.
    pub trials: f64,
}

/// Kind of a training run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TrainingKind {
    /// Pre-training from scratch.
    Pretrain,
    /// Pre-training continued from open weights, all weights.
    ContinuedPretrain,
    /// Fine-tuning of all weights.
    FullFineTune,
    /// Adapters on 16-bit weights (arXiv 2106.09685).
    Lora,
    /// Adapters on 4-bit weights (arXiv 2305.14314).
    Qlora,
    /// Training of a policy against a frozen reference model (arXiv 2305.18290); tokens count both
    /// answers.
    Preference,
}

impl TrainingKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Pretrain,
        Self::ContinuedPretrain,
        Self::FullFineTune,
        Self::Lora,
        Self::Qlora,
        Self::Preference,
    ];

    /// Returns the name in files and links.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Pretrain => "pretrain",
            Self::ContinuedPretrain => "continued_pretrain",
            Self::FullFineTune => "full_finetune",
            Self::Lora => "lora",
            Self::Qlora => "qlora",
            Self::Preference => "preference",
        }
    }

    /// Returns `true` if only adapters are trained.
    #[must_use]
    pub const fn has_adapters(self) -> bool {
        matches!(self, Self::Lora | Self::Qlora)
    }
}

/// A model in service.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Serving {
    /// Tokens of a prompt.
    pub prompt: f64,
    /// Tokens of an answer.
    pub answer: f64,
    /// Precision of the weights; if `None`, as they are stored, else 16 bits.
    pub precision: Option<Precision>,
    /// Precision of the cache; if `None`, as the weights' file gives it, else 16 bits.
    pub cache: Option<Precision>,
    /// Goal of the service.
    pub goal: Goal,
    /// Days of service.
    pub days: f64,
}

/// Goal of a service.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Goal {
    /// Answer tokens per second, all users together.
    TokensPerSecond(f64),
    /// Users who wait for an answer at once, each with at least this many tokens per second.
    Users {
        /// Number of users.
        users: f64,
        /// Answer tokens per second for each user.
        tokens_per_second: f64,
    },
}

/// Most tokens of anything. A judgement: a thousand times the largest published run.
pub const MAX_TOKENS: f64 = 1e17;
/// Most tokens of a sequence, 2^24. A judgement: far above the contexts of today's models.
pub const MAX_SEQ: f64 = 16_777_216.0;
/// Longest time, days. A judgement: a hundred years.
pub const MAX_DAYS: f64 = 36_525.0;

/// Error in a workload: the path of its field, and the reason.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum BadWorkload {
    /// A number of the architecture outside its bounds.
    Arch(BadField),
    /// Ranks of a fixed layout that engines refuse.
    Layout(BadField),
    /// A service of a model that makes no text.
    NoText,
    /// A number outside its range.
    Range {
        /// Path of the field.
        field: &'static str,
        /// Smallest value allowed.
        least: f64,
        /// Largest value allowed.
        most: f64,
    },
}

impl Workload {
    /// Checks every number.
    ///
    /// The bounds without a source are judgements: far beyond any real workload, so that typing
    /// errors are found and results stay finite.
    ///
    /// ```
    /// use jari::sizing::workload::{BadWorkload, MAX_DAYS};
    /// let text = r#"{"id":"w","task":{"kind":"gpu_hours","hours":20000,"on":"h200"}}"#;
    /// let mut workload = jari::exchange::workload_json::parse(text).unwrap().workload;
    /// assert_eq!(workload.check(), Ok(()));
    /// workload.within_days = Some(0.0);
    /// let range = BadWorkload::Range { field: "within_days", least: 0.01, most: MAX_DAYS };
    /// assert_eq!(workload.check(), Err(range));
    /// ```
    ///
    /// # Errors
    /// The first field outside its bounds, and the reason.
    pub fn check(&self) -> Result<(), BadWorkload> {
        let range = |field, value: f64, least: f64, most: f64| {
            // NaN is in no range, so it is refused too.
            if (least..=most).contains(&value) {
                Ok(())
            } else {
                Err(BadWorkload::Range { field, least, most })
            }
        };
        if !matches!(self.task, Task::GpuHours { .. }) {
            self.network.check().map_err(BadWorkload::Arch)?;
        }
        // A missing value passes: the one in its place is always in range.
        range("within_days", self.within_days.unwrap_or(1.0), 0.01, MAX_DAYS)?;
        range("utilisation", self.utilisation.unwrap_or(0.5), 0.001, 1.0)?;
        range("goodput", self.goodput.unwrap_or(0.5), 0.01, 1.0)?;
        match self.task {
            Task::Train(run) => {
                range("task.tokens", run.tokens, 1.0, MAX_TOKENS)?;
                range("task.seq_len", run.seq, 1.0, MAX_SEQ)?;
                range("task.batch_tokens", run.batch_tokens.unwrap_or(1.0), 1.0, 1e12)?;
                range("task.trials", run.trials, 0.0, 1_000.0)?;
                range("task.micro_batch", run.micro_batch.unwrap_or(1.0), 1.0, 65_536.0)?;
                if let Some(layout) = run.layout {
                    range("task.layout.tensor", f64::from(layout.tp), 1.0, 1_024.0)?;
                    range(
                        "task.layout.pipeline",
                        f64::from(layout.pp),
                        1.0,
                        f64::from(self.network.depth()),
                    )?;
                    range("task.layout.context", f64::from(layout.cp), 1.0, 1_024.0)?;
                    range("task.layout.expert", f64::from(layout.ep), 1.0, 8_192.0)?;
                    range("task.layout.zero", f64::from(layout.zero), 0.0, 3.0)?;
                    self.check_ranks(layout).map_err(BadWorkload::Layout)?;
                }
                range("task.rank", f64::from(run.rank), 0.0, 65_536.0)?;
                // Adapters of rank 0 would train nothing.
                if run.kind.has_adapters() {
                    range("task.rank", f64::from(run.rank), 1.0, 65_536.0)?;
                }
                Ok(())
            }
            Task::Serve(_) if !self.network.is_causal() => Err(BadWorkload::NoText),
            Task::Serve(service) => {
                range("task.prompt", service.prompt, 0.0, MAX_SEQ)?;
                range("task.answer", service.answer, 1.0, MAX_SEQ)?;
                range("task.days", service.days, 0.01, MAX_DAYS)?;
                match service.goal {
                    Goal::TokensPerSecond(rate) => {
                        range("task.tokens_per_second", rate, 1e-3, 1e12)
                    }
                    Goal::Users { users, tokens_per_second } => {
                        range("task.users", users, 1.0, 1e10)?;
                        range("task.tokens_per_second_each", tokens_per_second, 0.01, 1e5)
                    }
                }
            }
            Task::GpuHours { hours, .. } => range("task.gpu_hours", hours, 0.01, 1e12),
        }
    }
}

impl Workload {
    /// Checks that engines accept these ranks.
    ///
    /// Tensor ranks must divide the heads and dense feed-forwards of every layer, expert ranks the
    /// experts. A vocabulary is padded instead.
    fn check_ranks(&self, layout: FixedLayout) -> Result<(), BadField> {
        if let Some(other) = self.network.undivided(layout.tp) {
            return Err(BadField {
                field: "task.layout.tensor",
                why: BoundError::MustDivide(other),
            });
        }
        if !self.network.shares_experts(layout.ep) {
            let why = BoundError::MustDivide("num_experts");
            return Err(BadField { field: "task.layout.expert", why });
        }
        Ok(())
    }
}

impl Serving {
    /// Returns the precision in which weights are held: as chosen, as stored, or BF16.
    #[must_use]
    pub fn precision(&self, stored: Option<&WeightStorage>) -> Precision {
        self.precision.or(stored.map(|it| it.precision)).unwrap_or(Precision::Bf16)
    }

    /// Returns the bytes of a cached number.
    #[must_use]
    pub fn cache_bytes(&self, stored: Option<&WeightStorage>) -> f64 {
        match self.cache.or(stored.and_then(|it| it.cache)) {
            None | Some(Precision::Bf16) => 2.0,
            Some(_) => 1.0,
        }
    }
}

impl Training {
    /// Returns the training software: as given, or the usual one of the kind.
    ///
    /// Fine-tuning uses scripts, but not for all weights of a model of `parameters` parameters
    /// beyond what scripts can split.
    #[must_use]
    pub fn software(&self, parameters: f64) -> Framework {
        /// Parameters beyond which all states, at 16 bytes each, exceed one node of 8 H200: 1.28e12
        /// bytes against 8 x 150.75e9 = 1.21e12.
        const BY_SCRIPT: f64 = 8e10;
        self.framework.unwrap_or(match self.kind {
            TrainingKind::Pretrain | TrainingKind::ContinuedPretrain => Framework::Megatron,
            TrainingKind::Lora | TrainingKind::Qlora => Framework::HuggingFace,
            _ if parameters > BY_SCRIPT => Framework::Megatron,
            _ => Framework::HuggingFace,
        })
    }

    /// Returns the tokens of a step: as given, or the usual number, and at least one sequence.
    ///
    /// Pre-training 1M tokens below 1B active parameters, 2M below 5B, 4M below 60B, 8M below 200B
    /// and 16M above (after arXiv 2302.13971, 2407.21783). A judgement: continued pre-training half
    /// of it; fine-tuning 128 sequences, adapters 64.
    #[must_use]
    pub fn batch(&self, active: f64) -> f64 {
        let usual = match active {
            a if a < 1e9 => 1_048_576.0,
            a if a < 5e9 => 2_097_152.0,
            a if a < 6e10 => 4_194_304.0,
            a if a < 2e11 => 8_388_608.0,
            _ => 16_777_216.0,
        };
        let batch = self.batch_tokens.unwrap_or(match self.kind {
            TrainingKind::Pretrain => usual,
            TrainingKind::ContinuedPretrain => usual / 2.0,
            TrainingKind::FullFineTune | TrainingKind::Preference => 128.0 * self.seq,
            TrainingKind::Lora | TrainingKind::Qlora => 64.0 * self.seq,
        });
        batch.max(self.seq)
    }

    /// Returns the sequences of a micro-batch: one, or as many short ones as make 4,096 tokens, at
    /// most 64.
    ///
    /// A judgement: as many tokens as one sequence of the default length.
    #[must_use]
    pub fn micro_batch(&self) -> f64 {
        let usual = || (4_096.0 / self.seq.max(1.0)).floor().clamp(1.0, 64.0);
        self.micro_batch.unwrap_or_else(usual)
    }
}
