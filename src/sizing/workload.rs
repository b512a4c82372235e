//! What is to be done: a model and a task.

use super::activations::Framework;
use super::flops::Recompute;
use super::hardware::Gpu;
use super::limits::{BadField, BadWhy};
use super::network::Network;
use super::ranks::Settled;
use super::remark::Remark;
use super::states::Optimizer;
use super::stored::WeightStorage;
use super::utilisation::Precision;

/// A workload.
#[derive(Clone, PartialEq, Debug)]
pub struct Workload {
    /// The model.
    pub network: Network,
    /// How it is known.
    pub origin: ShapeOrigin,
    /// What its user should know of how it was read.
    pub remarks: Vec<Remark>,
    /// How its weights are stored, where that is known: what serving takes them as.
    pub stored: Option<WeightStorage>,
    /// What is done with it.
    pub task: Task,
    /// Days within which it should be done; for serving, `None`.
    pub within_days: Option<f64>,
    /// Utilisation given by the user, of the dense BF16 peak, causal model FLOPs: 0 to 1.
    pub utilisation: Option<f64>,
    /// The part of calendar time that moves the run on, given by the user: 0 to 1.
    pub goodput: Option<f64>,
}

/// How a shape is known.
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
    /// None is needed.
    None,
}

/// What is done with a model.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Task {
    /// It is trained.
    Train(Training),
    /// It is served.
    Serve(Serving),
    /// The user knows the GPU-hours, on a GPU.
    GpuHours {
        /// Hours of one GPU.
        hours: f64,
        /// The GPU that they are of.
        on: Gpu,
    },
}

/// A training run.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Training {
    /// The kind.
    pub kind: TrainingKind,
    /// Tokens that are trained on, epochs counted.
    pub tokens: f64,
    /// Tokens of a sequence.
    pub seq: f64,
    /// Tokens of a step, all GPUs together; by kind and size where not given.
    pub batch_tokens: Option<f64>,
    /// What matrices are computed in.
    pub precision: Precision,
    /// The optimizer.
    pub optimizer: Optimizer,
    /// The software; by kind where not given.
    pub framework: Option<Framework>,
    /// What is computed twice; as memory asks where not given.
    pub recompute: Option<Recompute>,
    /// The layout; searched where not given.
    pub layout: Option<Settled>,
    /// Sequences of a micro-batch; by their length where not given.
    pub micro_batch: Option<f64>,
    /// Rank of adapters, where the kind has them.
    pub rank: u32,
    /// Further tokens for failed, repeated and trial runs, as a part of `tokens`.
    pub trials: f64,
}

/// The kind of a training run.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum TrainingKind {
    /// From scratch.
    Pretrain,
    /// On from open weights, all weights.
    ContinuedPretrain,
    /// Fine-tuning, all weights.
    FullFineTune,
    /// Adapters on 16-bit weights (arXiv 2106.09685).
    Lora,
    /// Adapters on 4-bit weights (arXiv 2305.14314).
    Qlora,
    /// A policy against a frozen reference model (arXiv 2305.18290); tokens count both answers.
    Preference,
}

impl TrainingKind {
    /// All of them.
    pub const ALL: [Self; 6] = [
        Self::Pretrain,
        Self::ContinuedPretrain,
        Self::FullFineTune,
        Self::Lora,
        Self::Qlora,
        Self::Preference,
    ];

    /// The name in files and links.
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

    /// Whether adapters alone are trained.
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
    /// Of the weights; as they are stored where not given, else 16 bits.
    pub precision: Option<Precision>,
    /// Of the cache; as the weights' file says where not given, else 16 bits.
    pub cache: Option<Precision>,
    /// What is asked of it.
    pub goal: Goal,
    /// For how many days.
    pub days: f64,
}

/// What is asked of a service.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Goal {
    /// Answer tokens a second, all users together.
    TokensPerSecond(f64),
    /// Users who wait for an answer at once, each with at least this many tokens a second.
    Users {
        /// How many.
        users: f64,
        /// Answer tokens a second for each.
        tokens_per_second: f64,
    },
}

/// The most tokens of anything: a thousand times the largest published run.
pub const MAX_TOKENS: f64 = 1e17;
/// The most tokens of a sequence.
pub const MAX_SEQ: f64 = 16_777_216.0;
/// The longest time, days: a hundred years.
pub const MAX_DAYS: f64 = 36_525.0;

/// What is wrong with a workload: the path of its field, and why.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum BadWorkload {
    /// A number of the architecture.
    Arch(BadField),
    /// Ranks of a settled layout that engines refuse.
    Layout(BadField),
    /// A service of a model that makes no text.
    NoText,
    /// A number outside its range.
    Range {
        /// Path of the field.
        field: &'static str,
        /// The least allowed.
        least: f64,
        /// The most allowed.
        most: f64,
    },
}

impl Workload {
    /// Checks every number.
    ///
    /// # Errors
    /// The first field that cannot be, and why.
    pub fn check(&self) -> Result<(), BadWorkload> {
        let range = |field, value: f64, least: f64, most: f64| {
            // NaN is in no range.
            if (least..=most).contains(&value) {
                Ok(())
            } else {
                Err(BadWorkload::Range { field, least, most })
            }
        };
        if !matches!(self.task, Task::GpuHours { .. }) {
            self.network.check().map_err(BadWorkload::Arch)?;
        }
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
    /// Checks that engines take these ranks: tensor ones divide the heads and dense feed-forwards of
    /// every layer, expert ones the experts. A vocabulary is padded instead.
    fn check_ranks(&self, layout: Settled) -> Result<(), BadField> {
        if let Some(other) = self.network.undivided(layout.tp) {
            return Err(BadField { field: "task.layout.tensor", why: BadWhy::MustDivide(other) });
        }
        if !self.network.shares_experts(layout.ep) {
            let why = BadWhy::MustDivide("num_experts");
            return Err(BadField { field: "task.layout.expert", why });
        }
        Ok(())
    }
}

impl Serving {
    /// What weights are held in.
    #[must_use]
    pub fn precision(&self, stored: Option<&WeightStorage>) -> Precision {
        self.precision.or(stored.map(|it| it.precision)).unwrap_or(Precision::Bf16)
    }

    /// Bytes of a cached number.
    #[must_use]
    pub fn cache_bytes(&self, stored: Option<&WeightStorage>) -> f64 {
        match self.cache.or(stored.and_then(|it| it.cache)) {
            None | Some(Precision::Bf16) => 2.0,
            Some(_) => 1.0,
        }
    }
}

impl Training {
    /// The software: as given, or the usual one of the kind: scripts for fine-tuning, but not for
    /// all weights of a model of `parameters` beyond what they can split.
    #[must_use]
    pub fn software(&self, parameters: f64) -> Framework {
        /// Beyond it, all states in 16 bytes a parameter take more than one node of 8 H200.
        const BY_SCRIPT: f64 = 8e10;
        self.framework.unwrap_or(match self.kind {
            TrainingKind::Pretrain | TrainingKind::ContinuedPretrain => Framework::Megatron,
            TrainingKind::Lora | TrainingKind::Qlora => Framework::HuggingFace,
            _ if parameters > BY_SCRIPT => Framework::Megatron,
            _ => Framework::HuggingFace,
        })
    }

    /// Tokens of a step: as given, or what is usual. Pre-training 1M tokens below 1B active
    /// parameters, 2M below 5B, 4M below 60B, 8M and more above (arXiv 2302.13971, 2407.21783);
    /// continued pre-training half of it; fine-tuning 128 sequences, adapters 64.
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

    /// Sequences of a micro-batch: one, or as many short ones as make 4,096 tokens.
    #[must_use]
    pub fn micro_batch(&self) -> f64 {
        let usual = || (4_096.0 / self.seq.max(1.0)).floor().clamp(1.0, 64.0);
        self.micro_batch.unwrap_or_else(usual)
    }
}
