//! Fields of the size form: their names, their defaults, and which of them a model or a task uses.

use core::fmt::Debug;

/// Declares the fields with their names in links and their defaults.
macro_rules! fields {
    ($($name:ident $id:literal $default:literal;)+) => {
        /// Field of the size form.
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
        #[expect(missing_docs, reason = "the catalogue says each of them in words")]
        pub enum SizeField {
            $($name),+
        }

        impl SizeField {
            /// All of them, in the order of the form.
            pub const ALL: [Self; [$($id),+].len()] = [$(Self::$name),+];

            /// Returns the name in links.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self {
                    $(Self::$name => $id),+
                }
            }

            /// Returns the text before anything is typed.
            #[must_use]
            pub const fn default(self) -> &'static str {
                match self {
                    $(Self::$name => $default),+
                }
            }
        }
    };
}

fields! {
    Model "model" "llama-3.1-8b";
    Parameters "parameters" "8B";
    Active "active" "";
    Config "config" "";
    Published "published" "";
    Hidden "hidden" "4096";
    Layers "layers" "32";
    Heads "heads" "32";
    KvHeads "kv-heads" "8";
    Ffn "ffn" "14336";
    Vocab "vocab" "128256";
    Experts "experts" "";
    PerToken "per-token" "";
    ExpertFfn "expert-ffn" "";
    Task "task" "continued_pretrain";
    Tokens "tokens" "300B";
    Within "within" "30";
    Prompt "prompt" "1000";
    Answer "answer" "500";
    Goal "goal" "users";
    Users "users" "100";
    Each "each" "20";
    Rate "rate" "10000";
    ServeDays "days" "90";
    GpuHours "gpu-hours" "20000";
    On "on" "h100";
    Sequence "seq" "4096";
    Batch "batch" "";
    Precision "precision" "";
    Cache "cache" "";
    Optimizer "optimizer" "adam";
    Framework "software" "";
    Recompute "recompute" "";
    Rank "rank" "16";
    Trials "trials" "";
    Utilisation "mfu" "";
    Goodput "goodput" "";
    Tensor "tp" "";
    Pipeline "pp" "";
    Context "cp" "";
    Expert "ep" "";
    Zero "zero" "";
}

/// Ways to give the model other than by choosing one from the list.
pub mod model_by {
    /// By its parameters alone.
    pub const PARAMETERS: &str = "parameters";
    /// Number by number.
    pub const SHAPE: &str = "shape";
    /// By a pasted `config.json`.
    pub const CONFIG: &str = "config";
}

/// Tasks that are not a kind of training.
pub mod task {
    /// Serving.
    pub const SERVE: &str = "serve";
    /// Known GPU-hours.
    pub const GPU_HOURS: &str = "gpu_hours";
}

/// Goals of a service.
pub mod goal {
    /// Number of concurrent users.
    pub const USERS: &str = "users";
    /// Answer tokens per second.
    pub const RATE: &str = "rate";
}

/// The size form as typed, which stores only the fields that differ from their defaults.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct SizeDraft {
    typed: Vec<(SizeField, String)>,
}

impl SizeDraft {
    /// Returns the text of a field.
    #[must_use]
    pub fn get(&self, field: SizeField) -> &str {
        let typed = self.typed.iter().find(|(typed, _)| *typed == field);
        typed.map_or(field.default(), |(_, text)| text)
    }

    /// Sets the text of a field.
    pub fn set(&mut self, field: SizeField, text: String) {
        self.typed.retain(|(typed, _)| *typed != field);
        if text != field.default() {
            // Sorted, so that forms with the same texts are equal, in whatever order these were
            // typed.
            let index = self.typed.iter().take_while(|(typed, _)| *typed < field).count();
            self.typed.insert(index, (field, text));
        }
    }

    /// Yields the fields that differ from their defaults, in the order of the form.
    pub fn typed(&self) -> impl Iterator<Item = (SizeField, &str)> {
        self.typed.iter().map(|(field, text)| (*field, text.as_str()))
    }

    /// Returns the fields by which the model is given, beside the choice itself.
    #[must_use]
    pub fn model_fields(&self) -> &'static [SizeField] {
        use SizeField as F;
        match self.get(F::Model) {
            // A model is asked for to find the GPU-hours, which are typed here.
            _ if self.get(F::Task) == task::GPU_HOURS => &[],
            model_by::PARAMETERS => &[F::Parameters, F::Active],
            model_by::CONFIG => &[F::Config, F::Published],
            model_by::SHAPE => &[
                F::Layers,
                F::Hidden,
                F::Heads,
                F::KvHeads,
                F::Ffn,
                F::Vocab,
                F::Experts,
                F::PerToken,
                F::ExpertFfn,
            ],
            _ => &[],
        }
    }

    /// Returns the fields of the task that everybody fills in.
    #[must_use]
    pub fn task_fields(&self) -> &'static [SizeField] {
        use SizeField as F;
        match (self.get(F::Task), self.get(F::Goal)) {
            (task::SERVE, goal::RATE) => &[F::Goal, F::Rate, F::ServeDays],
            (task::SERVE, _) => &[F::Goal, F::Users, F::Each, F::ServeDays],
            (task::GPU_HOURS, _) => &[F::GpuHours, F::On, F::Within],
            _ => &[F::Tokens, F::Within],
        }
    }

    /// Returns the fields of the task that have usual values.
    #[must_use]
    pub fn more_fields(&self) -> &'static [SizeField] {
        use SizeField as F;
        match self.get(F::Task) {
            task::SERVE => &[F::Prompt, F::Answer, F::Precision, F::Cache],
            task::GPU_HOURS => &[],
            // Only adapters have a rank.
            "lora" | "qlora" => &[
                F::Sequence,
                F::Batch,
                F::Precision,
                F::Optimizer,
                F::Rank,
                F::Framework,
                F::Recompute,
                F::Trials,
                F::Utilisation,
                F::Goodput,
                F::Tensor,
                F::Pipeline,
                F::Context,
                F::Expert,
                F::Zero,
            ],
            _ => &[
                F::Sequence,
                F::Batch,
                F::Precision,
                F::Optimizer,
                F::Framework,
                F::Recompute,
                F::Trials,
                F::Utilisation,
                F::Goodput,
                F::Tensor,
                F::Pipeline,
                F::Context,
                F::Expert,
                F::Zero,
            ],
        }
    }

    /// Returns `true` if any of `fields` differs from its default.
    #[must_use]
    pub fn has_typed(&self, fields: &[SizeField]) -> bool {
        self.typed.iter().any(|(typed, _)| fields.contains(typed))
    }
}
