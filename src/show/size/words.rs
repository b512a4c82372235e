//! Names of the data that sizing returns. Every `match` is exhaustive: a new variant needs a name
//! to compile.

use super::field::{SizeField, goal, model_by, task};
use crate::sizing::activations::Framework;
use crate::sizing::answer::{Binds, Legal, Warning};
use crate::sizing::effects::TrainingChange;
use crate::sizing::flops::Recompute;
use crate::sizing::hardware::GPUS;
use crate::sizing::known;
use crate::sizing::memory::MemoryVerdict;
use crate::sizing::recommend::RecommendationReason;
use crate::sizing::states::Optimizer;
use crate::sizing::step::StepResult;
use crate::sizing::utilisation::Precision;
use crate::sizing::workload::TrainingKind;
use crate::words::catalogue::{Entry, size as words, size_steps as steps};
use crate::words::format::quantity;
use crate::words::lang::Lang;

/// Returns the label of a field, and the hint on how to fill it in.
#[must_use]
pub const fn field(field: SizeField) -> (Entry, Option<Entry>) {
    match field {
        SizeField::Model => (words::MODEL, Some(words::MODEL_HINT)),
        SizeField::Parameters => (words::PARAMETERS, Some(words::PARAMETERS_HINT)),
        SizeField::Active => (words::ACTIVE, Some(words::ACTIVE_HINT)),
        SizeField::Config => (words::CONFIG, Some(words::CONFIG_HINT)),
        SizeField::Published => (words::PUBLISHED, Some(words::PUBLISHED_HINT)),
        SizeField::Hidden => (words::HIDDEN, None),
        SizeField::Layers => (words::LAYERS, None),
        SizeField::Heads => (words::HEADS, None),
        SizeField::KvHeads => (words::KV_HEADS, None),
        SizeField::Ffn => (words::FFN, None),
        SizeField::Vocab => (words::VOCAB, None),
        SizeField::Experts => (words::EXPERTS, Some(words::EXPERTS_HINT)),
        SizeField::PerToken => (words::PER_TOKEN, None),
        SizeField::ExpertFfn => (words::EXPERT_FFN, None),
        SizeField::Task => (words::TASK, None),
        SizeField::Tokens => (words::TOKENS, Some(words::TOKENS_HINT)),
        SizeField::Within => (words::WITHIN, Some(words::WITHIN_HINT)),
        SizeField::Prompt => (words::PROMPT, Some(words::LENGTH_HINT)),
        SizeField::Answer => (words::ANSWER, Some(words::LENGTH_HINT)),
        SizeField::Goal => (words::GOAL, None),
        SizeField::Users => (words::USERS, Some(words::USERS_HINT)),
        SizeField::Each => (words::EACH, Some(words::EACH_HINT)),
        SizeField::Rate => (words::RATE, None),
        SizeField::ServeDays => (words::SERVE_DAYS, None),
        SizeField::GpuHours => (words::GPU_HOURS, None),
        SizeField::On => (words::ON, None),
        SizeField::Sequence => (words::SEQUENCE, Some(words::SEQUENCE_HINT)),
        SizeField::Batch => (words::BATCH, Some(words::BATCH_HINT)),
        SizeField::Precision => (words::PRECISION, None),
        SizeField::Cache => (words::CACHE, Some(words::CACHE_HINT)),
        SizeField::Optimizer => (words::OPTIMIZER, None),
        SizeField::Framework => (words::FRAMEWORK, None),
        SizeField::Recompute => (words::RECOMPUTE, None),
        SizeField::Rank => (words::RANK, None),
        SizeField::Trials => (words::TRIALS, Some(words::TRIALS_HINT)),
        SizeField::Utilisation => (words::UTILISATION, Some(words::UTILISATION_HINT)),
        SizeField::Goodput => (words::GOODPUT, Some(words::GOODPUT_HINT)),
        SizeField::Tensor => (words::TENSOR, Some(words::LAYOUT_HINT)),
        SizeField::Pipeline => (words::PIPELINE, None),
        SizeField::Context => (words::CONTEXT, None),
        SizeField::Expert => (words::EXPERT, None),
        SizeField::Zero => (words::ZERO, None),
    }
}

/// Returns the choices of a field, as values and words; none if it is typed into.
#[must_use]
pub fn choices(field: SizeField, is_serving: bool, lang: Lang) -> Vec<(String, String)> {
    let named = |(id, entry): (&str, Entry)| (id.to_owned(), entry.get(lang).to_owned());
    if field == SizeField::On {
        return GPUS.iter().map(|gpu| (gpu.id.to_owned(), gpu.id.to_uppercase())).collect();
    }
    entries(field, is_serving).into_iter().map(named).collect()
}

/// Returns the values of these.
pub(super) fn choice_ids(field: SizeField, is_serving: bool) -> Vec<&'static str> {
    match field {
        SizeField::On => GPUS.iter().map(|gpu| gpu.id).collect(),
        _ => entries(field, is_serving).into_iter().map(|(id, _)| id).collect(),
    }
}

/// Returns `true` if `id` is a listed model or one of the other ways to give a model.
#[must_use]
pub fn is_model(id: &str) -> bool {
    let own = [model_by::PARAMETERS, model_by::SHAPE, model_by::CONFIG];
    own.contains(&id) || known::find(id).is_some()
}

/// Returns the choices that have words.
fn entries(field: SizeField, is_serving: bool) -> Vec<(&'static str, Entry)> {
    const AUTOMATIC: (&str, Entry) = ("", words::AUTOMATIC);
    match field {
        SizeField::Task => {
            let kinds = TrainingKind::ALL.map(|it| (it.id(), kind(it)));
            let others =
                [(task::SERVE, words::TASK_SERVE), (task::GPU_HOURS, words::TASK_GPU_HOURS)];
            kinds.into_iter().chain(others).collect()
        }
        SizeField::Goal => vec![(goal::USERS, words::GOAL_USERS), (goal::RATE, words::GOAL_RATE)],
        SizeField::Precision if is_serving => precisions(words::PRECISION_STORED, &Precision::ALL),
        SizeField::Precision => precisions(words::PRECISION_USUAL, &Precision::WIDE),
        SizeField::Cache => precisions(words::PRECISION_STORED, &Precision::WIDE),
        SizeField::Optimizer => {
            Optimizer::ALL.into_iter().map(|it| (it.id(), optimizer(it))).collect()
        }
        SizeField::Framework => {
            let all = Framework::ALL.into_iter().map(|it| (it.id(), framework(it)));
            [AUTOMATIC].into_iter().chain(all).collect()
        }
        SizeField::Recompute => {
            let all = Recompute::ALL.into_iter().map(|it| (it.id(), recompute(it)));
            [AUTOMATIC].into_iter().chain(all).collect()
        }
        _ => Vec::new(),
    }
}

/// Returns the automatic choice, and those for `all`.
fn precisions(automatic: Entry, all: &[Precision]) -> Vec<(&'static str, Entry)> {
    let named = all.iter().map(|it| (it.id(), precision(*it)));
    [("", automatic)].into_iter().chain(named).collect()
}

/// Returns the models to choose from in groups: the heading, then values and names.
#[must_use]
pub fn models(lang: Lang) -> [(&'static str, Vec<(String, String)>); 3] {
    let listed = |korean: bool| {
        let name = |known: known::KnownModel| (known.id.to_owned(), known.name.to_owned());
        known::all().filter(|known| known.korean == korean).map(name).collect()
    };
    let own = [
        (model_by::PARAMETERS, words::MODEL_PARAMETERS),
        (model_by::SHAPE, words::MODEL_SHAPE),
        (model_by::CONFIG, words::MODEL_CONFIG),
    ];
    let own = own.map(|(id, entry)| (id.to_owned(), entry.get(lang).to_owned()));
    [
        (words::MODEL_GROUP_OWN.get(lang), own.to_vec()),
        (words::MODEL_GROUP_KOREAN.get(lang), listed(true)),
        (words::MODEL_GROUP_WORLD.get(lang), listed(false)),
    ]
}

const fn kind(kind: TrainingKind) -> Entry {
    match kind {
        TrainingKind::Pretrain => words::TASK_PRETRAIN,
        TrainingKind::ContinuedPretrain => words::TASK_CONTINUED,
        TrainingKind::FullFineTune => words::TASK_FULL,
        TrainingKind::Lora => words::TASK_LORA,
        TrainingKind::Qlora => words::TASK_QLORA,
        TrainingKind::Preference => words::TASK_PREFERENCE,
    }
}

pub(super) const fn precision(precision: Precision) -> Entry {
    match precision {
        Precision::Bf16 => words::PRECISION_BF16,
        Precision::Fp8 => words::PRECISION_FP8,
        Precision::Fp4 => words::PRECISION_FP4,
        Precision::Int4 => words::PRECISION_INT4,
        Precision::Int8 => words::PRECISION_INT8,
    }
}

const fn optimizer(optimizer: Optimizer) -> Entry {
    match optimizer {
        Optimizer::Adam => words::OPTIMIZER_ADAM,
        Optimizer::AdamFp32Gradients => words::OPTIMIZER_ADAM_FP32,
        Optimizer::PureBf16 => words::OPTIMIZER_PURE_BF16,
        Optimizer::Adam8Bit => words::OPTIMIZER_ADAM_8BIT,
        Optimizer::Muon => words::OPTIMIZER_MUON,
    }
}

const fn framework(framework: Framework) -> Entry {
    match framework {
        Framework::Megatron => words::FRAMEWORK_MEGATRON,
        Framework::Fsdp => words::FRAMEWORK_FSDP,
        Framework::HuggingFace => words::FRAMEWORK_HUGGINGFACE,
    }
}

pub(super) const fn recompute(level: Recompute) -> Entry {
    match level {
        Recompute::None => words::RECOMPUTE_NONE,
        Recompute::Selective => words::RECOMPUTE_SELECTIVE,
        Recompute::Full => words::RECOMPUTE_FULL,
    }
}

pub(super) const fn binds(binds: Binds) -> Entry {
    match binds {
        Binds::Nothing => words::BINDS_NOTHING,
        Binds::Memory => words::BINDS_MEMORY,
        Binds::Time => words::BINDS_TIME,
        Binds::Rate => words::BINDS_RATE,
        Binds::CallLeast => words::BINDS_CALL_LEAST,
        Binds::CallMost => words::BINDS_CALL_MOST,
        Binds::BlockSize => words::BINDS_BLOCK,
        Binds::Batch => words::BINDS_BATCH,
        Binds::NotOffered => words::BINDS_NOT_OFFERED,
    }
}

pub(super) const fn why(why: RecommendationReason) -> Entry {
    match why {
        RecommendationReason::FewestSure => words::WHY_SURE,
        RecommendationReason::FewestLikely => words::WHY_LIKELY,
        RecommendationReason::Nearest => words::WHY_NEAREST,
    }
}

pub(super) const fn legal(legal: Legal) -> Entry {
    match legal {
        Legal::Yes => words::ALLOWED_YES,
        Legal::NotOffered => words::ALLOWED_NOT_OFFERED,
        Legal::TooFewNodes => words::ALLOWED_FEW,
        Legal::TooManyNodes => words::ALLOWED_MANY,
        Legal::TooLong => words::ALLOWED_LONG,
    }
}

pub(super) const fn verdict(verdict: MemoryVerdict) -> Entry {
    match verdict {
        MemoryVerdict::Fits => words::VERDICT_FITS,
        MemoryVerdict::Likely => words::VERDICT_LIKELY,
        MemoryVerdict::Unlikely => words::VERDICT_UNLIKELY,
        MemoryVerdict::No => words::VERDICT_NO,
    }
}

pub(super) fn warning(warning: Warning, lang: Lang) -> String {
    let (entry, figure) = match warning {
        Warning::Starved(left) => (words::WARN_STARVED, quantity::share(left)),
        Warning::FewTokens(tokens) => (words::WARN_FEW_TOKENS, quantity::count(tokens)),
        Warning::Bubble(idle) => (words::WARN_BUBBLE, quantity::share(idle)),
        Warning::MemoryTight => (words::WARN_MEMORY, String::new()),
        Warning::ShortSequences => (words::WARN_SHORT, String::new()),
        Warning::PaddedVocabulary => (words::WARN_PADDED, String::new()),
        Warning::NeedsModelParallel => (words::WARN_PARALLEL, String::new()),
    };
    // No text names both, so one figure serves for either.
    entry.fill(lang, &[("share", &figure), ("tokens", &figure)])
}

pub(super) fn change(change: TrainingChange, lang: Lang) -> String {
    let of_tokens =
        |entry: Entry, tokens| entry.fill(lang, &[("tokens", &quantity::count(tokens))]);
    match change {
        TrainingChange::Precision(it) => precision(it).get(lang).to_owned(),
        TrainingChange::Batch(tokens) => of_tokens(words::CHANGE_BATCH, tokens),
        TrainingChange::Recompute(level) => recompute(level).get(lang).to_owned(),
        TrainingChange::Sequence(tokens) => of_tokens(words::CHANGE_SEQUENCE, tokens),
        TrainingChange::Prompt(tokens) => of_tokens(words::CHANGE_PROMPT, tokens),
        TrainingChange::Optimizer(it) => optimizer(it).get(lang).to_owned(),
    }
}

/// Returns the name of a step's result, and its explanation.
pub(super) const fn step_words(result: StepResult) -> (Entry, Entry) {
    match result {
        StepResult::Parameters => (steps::PARAMETERS, steps::PARAMETERS_IS),
        StepResult::ActiveParameters => (steps::ACTIVE_PARAMETERS, steps::ACTIVE_PARAMETERS_IS),
        StepResult::MatmulParameters => (steps::MATMUL_PARAMETERS, steps::MATMUL_PARAMETERS_IS),
        StepResult::AdapterParameters => (steps::ADAPTER_PARAMETERS, steps::ADAPTER_PARAMETERS_IS),
        StepResult::AttentionFlops => (steps::ATTENTION_FLOPS, steps::ATTENTION_FLOPS_IS),
        StepResult::FlopsPerToken => (steps::FLOPS_PER_TOKEN, steps::FLOPS_PER_TOKEN_IS),
        StepResult::RecomputedFlops => (steps::RECOMPUTED_FLOPS, steps::RECOMPUTED_FLOPS_IS),
        StepResult::Tokens => (steps::TOKENS, steps::TOKENS_IS),
        StepResult::TotalFlops => (steps::TOTAL_FLOPS, steps::TOTAL_FLOPS_IS),
        StepResult::BatchTokens => (steps::BATCH_TOKENS, steps::BATCH_TOKENS_IS),
        StepResult::Peak => (steps::PEAK, steps::PEAK_IS),
        StepResult::BaseUtilisation => (steps::BASE_UTILISATION, steps::BASE_UTILISATION_IS),
        StepResult::PrecisionSpeed => (steps::PRECISION_SPEED, steps::PRECISION_SPEED_IS),
        StepResult::RecomputationTime => (steps::RECOMPUTATION_TIME, steps::RECOMPUTATION_TIME_IS),
        StepResult::StepEfficiency => (steps::STEP_EFFICIENCY, steps::STEP_EFFICIENCY_IS),
        StepResult::GatheringEfficiency => {
            (steps::GATHERING_EFFICIENCY, steps::GATHERING_EFFICIENCY_IS)
        }
        StepResult::PipelineEfficiency => {
            (steps::PIPELINE_EFFICIENCY, steps::PIPELINE_EFFICIENCY_IS)
        }
        StepResult::SequenceEfficiency => {
            (steps::SEQUENCE_EFFICIENCY, steps::SEQUENCE_EFFICIENCY_IS)
        }
        StepResult::Utilisation => (steps::UTILISATION, steps::UTILISATION_IS),
        StepResult::TokensPerSecond => (steps::TOKENS_PER_SECOND, steps::TOKENS_PER_SECOND_IS),
        StepResult::Goodput => (steps::GOODPUT, steps::GOODPUT_IS),
        StepResult::GpuHours => (steps::GPU_HOURS, steps::GPU_HOURS_IS),
        StepResult::Days => (steps::DAYS, steps::DAYS_IS),
        StepResult::Weights => (steps::WEIGHTS, steps::WEIGHTS_IS),
        StepResult::Gradients => (steps::GRADIENTS, steps::GRADIENTS_IS),
        StepResult::OptimizerStates => (steps::OPTIMIZER_STATES, steps::OPTIMIZER_STATES_IS),
        StepResult::GatheredLayers => (steps::GATHERED_LAYERS, steps::GATHERED_LAYERS_IS),
        StepResult::StepCopies => (steps::STEP_COPIES, steps::STEP_COPIES_IS),
        StepResult::Activations => (steps::ACTIVATIONS, steps::ACTIVATIONS_IS),
        StepResult::Logits => (steps::LOGITS, steps::LOGITS_IS),
        StepResult::Overhead => (steps::OVERHEAD, steps::OVERHEAD_IS),
        StepResult::Memory => (steps::MEMORY, steps::MEMORY_IS),
        StepResult::Capacity => (steps::CAPACITY, steps::CAPACITY_IS),
        StepResult::CacheRoom => (steps::CACHE_ROOM, steps::CACHE_ROOM_IS),
        StepResult::CachePerSequence => (steps::CACHE_PER_SEQUENCE, steps::CACHE_PER_SEQUENCE_IS),
        StepResult::SequencesAtOnce => (steps::SEQUENCES_AT_ONCE, steps::SEQUENCES_AT_ONCE_IS),
        StepResult::TokenTime => (steps::TOKEN_TIME, steps::TOKEN_TIME_IS),
        StepResult::PromptTime => (steps::PROMPT_TIME, steps::PROMPT_TIME_IS),
        StepResult::CopyRate => (steps::COPY_RATE, steps::COPY_RATE_IS),
        StepResult::Copies => (steps::COPIES, steps::COPIES_IS),
        StepResult::Rate => (steps::RATE, steps::RATE_IS),
        StepResult::Users => (steps::USERS, steps::USERS_IS),
        StepResult::AcceleratorRatio => (steps::ACCELERATOR_RATIO, steps::ACCELERATOR_RATIO_IS),
        StepResult::CheckpointBytes => (steps::CHECKPOINT_BYTES, steps::CHECKPOINT_BYTES_IS),
    }
}
