//! Parsing of the form as typed into a workload.

use super::field::{SizeDraft, SizeField, goal, model_by, task};
use super::problem::{SizeFieldError, SizeProblem};
use super::quantity;
use super::words::{choice_ids, is_model};
use crate::sizing::activations::Framework;
use crate::sizing::arch::{Arch, Moe};
use crate::sizing::band::whole;
use crate::sizing::config::Config;
use crate::sizing::flops::Recompute;
use crate::sizing::hardware::{GPUS, H200};
use crate::sizing::layout::FixedLayout;
use crate::sizing::limits::BadField;
use crate::sizing::network::Network;
use crate::sizing::published::compare;
use crate::sizing::remark::Remark;
use crate::sizing::states::Optimizer;
use crate::sizing::stored::WeightStorage;
use crate::sizing::utilisation::Precision;
use crate::sizing::workload::{
    BadWorkload, Goal, Serving, ShapeOrigin, Task, Training, TrainingKind,
};
use crate::sizing::{Workload, config, known, typical};

/// Smallest and largest number of parameters that a published count may have.
const PUBLISHED: (f64, f64) = (1.0, 1e14);

/// Form during parsing, with the problems found so far.
struct WorkloadParser<'a> {
    draft: &'a SizeDraft,
    problems: Vec<SizeProblem>,
}

/// Model, the origin of its shape, and remarks on its reading.
struct ModelFromForm {
    network: Network,
    origin: ShapeOrigin,
    remarks: Vec<Remark>,
    stored: Option<WeightStorage>,
}

impl ModelFromForm {
    const fn new(network: Network, origin: ShapeOrigin) -> Self {
        Self { network, origin, remarks: Vec::new(), stored: None }
    }
}

/// Parses a form into the workload that it describes.
///
/// # Errors
/// Every problem, in the order of the form.
pub fn parse_workload(draft: &SizeDraft) -> Result<Workload, Vec<SizeProblem>> {
    let mut form = WorkloadParser { draft, problems: unlisted(draft) };
    let of_task = form.task();
    let ModelFromForm { network, origin, remarks, stored } = match of_task {
        Task::GpuHours { .. } => ModelFromForm::new(Network::new(0, 0), ShapeOrigin::None),
        Task::Train(_) | Task::Serve(_) => form.model(),
    };
    // A hidden field keeps its text, which must neither count nor be a problem.
    let is_run = draft.get(SizeField::Task) != task::SERVE;
    let within_days = if is_run { form.maybe(SizeField::Within) } else { None };
    let has_speed = matches!(of_task, Task::Train(_));
    let mut share = |field| if has_speed { form.maybe(field).map(|it| it / 100.0) } else { None };
    let (utilisation, goodput) = (share(SizeField::Utilisation), share(SizeField::Goodput));
    let workload = Workload {
        network,
        origin,
        remarks,
        stored,
        task: of_task,
        within_days,
        utilisation,
        goodput,
    };
    // A field that could not be parsed has a placeholder value, which is not worth a second
    // problem.
    if form.problems.is_empty()
        && let Err(bad) = workload.check()
    {
        form.problems.push(placed(draft, bad));
    }
    match form.problems.is_empty() {
        true => Ok(workload),
        false => {
            let problems_of =
                |field| form.problems.iter().filter(move |problem| problem.field == field);
            Err(SizeField::ALL.into_iter().flat_map(problems_of).cloned().collect())
        }
    }
}

/// Lists each visible choice field whose text is none of its choices, as a link can set it: no
/// default silently takes its place.
fn unlisted(draft: &SizeDraft) -> Vec<SizeProblem> {
    let is_serving = draft.get(SizeField::Task) == task::SERVE;
    let has_model = draft.get(SizeField::Task) != task::GPU_HOURS;
    let shown = [&[SizeField::Task], draft.task_fields(), draft.more_fields()].concat();
    let is_unlisted = |field: SizeField| match field {
        SizeField::Model => !is_model(draft.get(field)),
        _ => {
            let ids = choice_ids(field, is_serving);
            !ids.is_empty() && !ids.contains(&draft.get(field))
        }
    };
    let fields = shown.into_iter().chain(has_model.then_some(SizeField::Model));
    let problem = |field| {
        let error = SizeFieldError::Unlisted(draft.get(field).to_owned());
        SizeProblem { field, error }
    };
    fields.filter(|field| is_unlisted(*field)).map(problem).collect()
}

impl WorkloadParser<'_> {
    fn add(&mut self, field: SizeField, error: SizeFieldError) {
        self.problems.push(SizeProblem { field, error });
    }

    /// Parses a required number; records a problem and returns 1 if it cannot be parsed.
    fn number(&mut self, field: SizeField) -> f64 {
        match quantity::read(self.draft.get(field)) {
            Ok(number) => number,
            Err(error) => {
                self.add(field, error);
                1.0
            }
        }
    }

    /// Parses an optional number.
    fn maybe(&mut self, field: SizeField) -> Option<f64> {
        let is_blank = self.draft.get(field).trim().is_empty();
        (!is_blank).then(|| self.number(field))
    }

    /// Parses a required whole number.
    fn whole(&mut self, field: SizeField) -> u32 {
        let number = self.number(field);
        if number.fract() > 0.0 || number > f64::from(u32::MAX) {
            self.add(field, SizeFieldError::NotWhole);
        }
        whole(number)
    }

    fn maybe_whole(&mut self, field: SizeField) -> Option<u32> {
        let is_blank = self.draft.get(field).trim().is_empty();
        (!is_blank).then(|| self.whole(field))
    }

    /// Finds the choice named by a field; `None` if it names none, which [`unlisted`] has reported.
    fn one_of<T: Copy>(
        &self,
        field: SizeField,
        all: &[T],
        id: impl Fn(T) -> &'static str,
    ) -> Option<T> {
        let named = self.draft.get(field);
        all.iter().copied().find(|it| id(*it) == named)
    }

    fn model(&mut self) -> ModelFromForm {
        match self.draft.get(SizeField::Model) {
            model_by::PARAMETERS => {
                ModelFromForm::new(self.typical().network(), ShapeOrigin::Typical)
            }
            model_by::SHAPE => {
                ModelFromForm::new(self.shape().network(), ShapeOrigin::Architecture)
            }
            model_by::CONFIG => {
                let read = config::parse(self.draft.get(SizeField::Config));
                let origin = ShapeOrigin::Config;
                let published = self.maybe(SizeField::Published);
                let (least, most) = PUBLISHED;
                if published.is_some_and(|it| !(least..=most).contains(&it)) {
                    self.add(SizeField::Published, SizeFieldError::Range { least, most });
                }
                match read {
                    Ok(Config { network, mut remarks, stored, .. }) => {
                        let said = published.and_then(|it| compare(&network, it, &remarks));
                        remarks.extend(said);
                        ModelFromForm { network, origin, remarks, stored }
                    }
                    Err(problem) => {
                        let is_blank = self.draft.get(SizeField::Config).trim().is_empty();
                        let error = SizeFieldError::Config(problem);
                        let error = if is_blank { SizeFieldError::Missing } else { error };
                        self.add(SizeField::Config, error);
                        ModelFromForm::new(Network::new(0, 0), origin)
                    }
                }
            }
            id => {
                // An unlisted model has been reported already, so that any other will do here.
                let found = known::find(id).or_else(|| known::find(SizeField::Model.default()));
                let found = found.or_else(|| known::all().next());
                let (arch, origin) = found
                    .map_or((Arch::dense(1, 1, 1, 1, 1, 1), ShapeOrigin::None), |known| {
                        (known.arch, ShapeOrigin::Known(known.id))
                    });
                ModelFromForm::new(arch.network(), origin)
            }
        }
    }

    fn typical(&mut self) -> Arch {
        let before = self.problems.len();
        let parameters = self.number(SizeField::Parameters);
        // If all of them are active, the model is dense. More cannot be, which is told below.
        let active = self.maybe(SizeField::Active);
        let active = active.filter(|active| active.total_cmp(&parameters).is_ne());
        let arch = match active {
            None => typical::dense(parameters),
            Some(active) => typical::experts(parameters, active),
        };
        if arch.is_none() && self.problems.len() == before {
            let field = if active.is_some() { SizeField::Active } else { SizeField::Parameters };
            self.add(field, SizeFieldError::NoTypicalModel);
        }
        arch.unwrap_or(Arch::dense(1, 1, 1, 1, 1, 1))
    }

    fn shape(&mut self) -> Arch {
        let mut whole = |field| self.whole(field);
        let [layers, hidden, heads] =
            [SizeField::Layers, SizeField::Hidden, SizeField::Heads].map(&mut whole);
        let [kv_heads, ffn, vocab] =
            [SizeField::KvHeads, SizeField::Ffn, SizeField::Vocab].map(&mut whole);
        let mut arch = Arch::dense(hidden, layers, heads, kv_heads, ffn, vocab);
        if let Some(experts) = self.maybe_whole(SizeField::Experts).filter(|experts| *experts > 0) {
            let per_token = self.whole(SizeField::PerToken);
            let ffn = self.whole(SizeField::ExpertFfn);
            arch.moe =
                Some(Moe { experts, per_token, ffn, shared_ffn: 0, shared_gate: false, layers });
        }
        arch
    }

    fn task(&mut self) -> Task {
        match self.draft.get(SizeField::Task) {
            task::SERVE => Task::Serve(self.serving()),
            task::GPU_HOURS => {
                let on = self.draft.get(SizeField::On);
                let on = GPUS.iter().find(|gpu| gpu.id == on).copied().unwrap_or(H200);
                Task::GpuHours { hours: self.number(SizeField::GpuHours), on }
            }
            id => {
                let kind = TrainingKind::ALL.into_iter().find(|kind| kind.id() == id);
                Task::Train(self.training(kind.unwrap_or(TrainingKind::ContinuedPretrain)))
            }
        }
    }

    fn training(&mut self, kind: TrainingKind) -> Training {
        let rank = if kind.has_adapters() { self.whole(SizeField::Rank) } else { 16 };
        Training {
            kind,
            tokens: self.number(SizeField::Tokens),
            seq: self.number(SizeField::Sequence),
            batch_tokens: self.maybe(SizeField::Batch),
            precision: self
                .one_of(SizeField::Precision, &Precision::WIDE, Precision::id)
                .unwrap_or(Precision::Bf16),
            optimizer: self
                .one_of(SizeField::Optimizer, &Optimizer::ALL, Optimizer::id)
                .unwrap_or(Optimizer::Adam),
            framework: self.one_of(SizeField::Framework, &Framework::ALL, Framework::id),
            recompute: self.one_of(SizeField::Recompute, &Recompute::ALL, Recompute::id),
            layout: self.layout(),
            micro_batch: None,
            rank,
            trials: self.maybe(SizeField::Trials).unwrap_or(0.0),
        }
    }

    /// Parses a fixed layout, if any of its ranks is typed; the others are then 1.
    fn layout(&mut self) -> Option<FixedLayout> {
        let mut rank = |field| self.maybe_whole(field);
        let [tp, pp, cp] =
            [SizeField::Tensor, SizeField::Pipeline, SizeField::Context].map(&mut rank);
        let [ep, zero] = [SizeField::Expert, SizeField::Zero].map(&mut rank);
        [tp, pp, cp, ep, zero].iter().any(Option::is_some).then(|| FixedLayout {
            tp: tp.unwrap_or(1),
            pp: pp.unwrap_or(1),
            cp: cp.unwrap_or(1),
            ep: ep.unwrap_or(1),
            // Above 255 it is out of range anyhow, which the check of the workload reports.
            zero: u8::try_from(zero.unwrap_or(1)).unwrap_or(u8::MAX),
        })
    }

    fn serving(&mut self) -> Serving {
        let goal = match self.draft.get(SizeField::Goal) {
            goal::RATE => Goal::TokensPerSecond(self.number(SizeField::Rate)),
            _ => Goal::Users {
                users: self.number(SizeField::Users),
                tokens_per_second: self.number(SizeField::Each),
            },
        };
        Serving {
            prompt: self.number(SizeField::Prompt),
            answer: self.number(SizeField::Answer),
            precision: self.one_of(SizeField::Precision, &Precision::ALL, Precision::id),
            cache: self.one_of(SizeField::Cache, &Precision::WIDE, Precision::id),
            goal,
            days: self.number(SizeField::ServeDays),
        }
    }
}

/// Attributes the problem of a workload to its field of the form.
fn placed(draft: &SizeDraft, bad: BadWorkload) -> SizeProblem {
    use SizeField as F;
    match bad {
        BadWorkload::Arch(bad) => {
            let field = match draft.get(F::Model) {
                model_by::CONFIG => F::Config,
                model_by::SHAPE => match bad.field {
                    // The form has no field for `head_dim`: it follows from the width and the
                    // heads.
                    "hidden_size" | "head_dim" => F::Hidden,
                    "num_attention_heads" => F::Heads,
                    "num_key_value_heads" => F::KvHeads,
                    "intermediate_size" => F::Ffn,
                    "vocab_size" => F::Vocab,
                    "num_experts" => F::Experts,
                    "num_experts_per_tok" => F::PerToken,
                    "moe_intermediate_size" => F::ExpertFfn,
                    _ => F::Layers,
                },
                _ => F::Parameters,
            };
            SizeProblem { field, error: SizeFieldError::Arch(bad) }
        }
        BadWorkload::Layout(bad) => {
            let field = if bad.field == "task.layout.expert" { F::Expert } else { F::Tensor };
            let BadField { why, .. } = bad;
            let field_name = if field == F::Expert { "EP" } else { "TP" };
            SizeProblem { field, error: SizeFieldError::Arch(BadField { field: field_name, why }) }
        }
        BadWorkload::NoText => SizeProblem { field: F::Task, error: SizeFieldError::NoText },
        BadWorkload::Range { field, least, most } => {
            // Shares are typed as percentages.
            let (field, times) = match field {
                "within_days" => (F::Within, 1.0),
                "utilisation" => (F::Utilisation, 100.0),
                "goodput" => (F::Goodput, 100.0),
                "task.seq_len" => (F::Sequence, 1.0),
                "task.batch_tokens" => (F::Batch, 1.0),
                "task.trials" => (F::Trials, 1.0),
                "task.layout.tensor" => (F::Tensor, 1.0),
                "task.layout.pipeline" => (F::Pipeline, 1.0),
                "task.layout.context" => (F::Context, 1.0),
                "task.layout.expert" => (F::Expert, 1.0),
                "task.layout.zero" => (F::Zero, 1.0),
                "task.rank" => (F::Rank, 1.0),
                "task.prompt" => (F::Prompt, 1.0),
                "task.answer" => (F::Answer, 1.0),
                "task.days" => (F::ServeDays, 1.0),
                "task.tokens_per_second" => (F::Rate, 1.0),
                "task.users" => (F::Users, 1.0),
                "task.tokens_per_second_each" => (F::Each, 1.0),
                "task.gpu_hours" => (F::GpuHours, 1.0),
                _ => (F::Tokens, 1.0),
            };
            SizeProblem {
                field,
                error: SizeFieldError::Range { least: least * times, most: most * times },
            }
        }
    }
}
