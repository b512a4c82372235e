//! Options that describe one workload: the fields of the page's size form under the same names.

use std::ffi::OsStr;
use std::path::Path;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Arg, ArgMatches, Args, Command, Error, FromArgMatches, ValueHint};

use jari::exchange::workload_json;
use jari::show::size::{
    SizeDraft, SizeField, SizeProblem, choices, goal, label, model_by, parse_workload, task,
};
use jari::sizing::Workload;
use jari::words::Lang;

use crate::failure::Failure;
use crate::text;

/// Fields of a workload that were given as options.
#[derive(Default)]
pub struct WorkloadFlags {
    given: Vec<(SizeField, String)>,
}

/// Iterates over every field, except for those that others imply.
fn fields() -> impl Iterator<Item = SizeField> {
    let implied = [SizeField::Goal, SizeField::Config];
    SizeField::ALL.into_iter().filter(move |field| !implied.contains(field))
}

/// Returns the names of the options.
pub fn names() -> Vec<&'static str> {
    fields().map(SizeField::id).collect()
}

/// Returns `true` for a field that has the form's default if it is left out.
const fn is_usual(field: SizeField) -> bool {
    use SizeField as F;
    matches!(
        field,
        F::Prompt
            | F::Answer
            | F::Each
            | F::ServeDays
            | F::On
            | F::Sequence
            | F::Precision
            | F::Optimizer
            | F::Rank
    )
}

/// Returns the option for a field.
fn option(field: SizeField) -> Arg {
    let (name, hint) = label(field);
    let words = [Some(name), hint].into_iter().flatten().map(|entry| entry.get(Lang::En));
    let mut help = words.collect::<Vec<_>>().join(": ");
    if is_usual(field) {
        help.push_str(&format!(" [default: {}]", field.default()));
    }
    let arg = Arg::new(field.id()).long(field.id());
    let listed = choices(field, true, Lang::En).into_iter().filter(|(id, _)| !id.is_empty());
    let listed: Vec<PossibleValue> =
        listed.map(|(id, words)| PossibleValue::new(id).help(words)).collect();
    let arg = match field {
        SizeField::Model => {
            "One of the known models, such as llama-3.1-8b, or a file: the config.json of one"
                .clone_into(&mut help);
            arg.value_name("NAME|FILE").value_hint(ValueHint::FilePath)
        }
        _ if listed.is_empty() => arg.value_name("N"),
        _ => arg.value_name("WORD").value_parser(PossibleValuesParser::new(listed)),
    };
    arg.help(help)
}

impl Args for WorkloadFlags {
    fn augment_args(command: Command) -> Command {
        command.args(fields().map(option))
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for WorkloadFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut flags = Self::default();
        flags.update_from_arg_matches(matches)?;
        Ok(flags)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        let given =
            |field: SizeField| Some((field, matches.get_one::<String>(field.id())?.clone()));
        self.given = fields().filter_map(given).collect();
        Ok(())
    }
}

impl WorkloadFlags {
    /// Returns the workload that the options describe.
    ///
    /// # Errors
    /// Fails with the options that are missing, belong to another task, or are invalid.
    pub fn workload(&self, lang: Lang) -> Result<Workload, Failure> {
        let draft = self.draft()?;
        self.check(&draft)?;
        parse_workload(&draft).map_err(|problems| {
            let line = |problem: &SizeProblem| {
                let option = match problem.field {
                    SizeField::Config => SizeField::Model.id(),
                    field => field.id(),
                };
                ["--", option, ": ", &problem.text(lang)].concat()
            };
            problems.iter().map(line).collect::<Vec<_>>().join("\njari: ")
        })
    }

    fn draft(&self) -> Result<SizeDraft, Failure> {
        let mut draft = SizeDraft::default();
        // Same default as for a line that leaves the field out: by the call, or 60 days.
        draft.set(SizeField::Within, String::new());
        for (field, text) in &self.given {
            draft.set(*field, text.clone());
        }
        // `--gpu-hours` implies its task.
        if self.has(SizeField::GpuHours) && !self.has(SizeField::Task) {
            draft.set(SizeField::Task, task::GPU_HOURS.to_owned());
        }
        let goal = if self.has(SizeField::Rate) { goal::RATE } else { goal::USERS };
        draft.set(SizeField::Goal, goal.to_owned());
        if let Some((_, model)) = self.given.iter().find(|(field, _)| *field == SizeField::Model) {
            if is_file(model) {
                let config = text::read_up_to(OsStr::new(model), workload_json::MAX_BYTES)?.text;
                draft.set(SizeField::Model, model_by::CONFIG.to_owned());
                draft.set(SizeField::Config, config);
            }
        } else if self.has(SizeField::Parameters) {
            draft.set(SizeField::Model, model_by::PARAMETERS.to_owned());
        } else if self.has(SizeField::Layers) {
            draft.set(SizeField::Model, model_by::SHAPE.to_owned());
        }
        Ok(draft)
    }

    fn has(&self, wanted: SizeField) -> bool {
        self.given.iter().any(|(field, _)| *field == wanted)
    }

    /// Checks that all fields of the task are given, and none of another task.
    fn check(&self, draft: &SizeDraft) -> Result<(), Failure> {
        use SizeField as F;
        let usage = |what: &str| Err(format!("{what}; see jari size --help"));
        let task = draft.get(F::Task);
        let needed: &[F] = match task {
            task::SERVE => &[F::Users, F::Rate],
            task::GPU_HOURS => &[F::GpuHours],
            _ => &[F::Tokens],
        };
        if !needed.iter().any(|field| self.has(*field)) {
            let names: Vec<String> = needed.iter().map(|it| format!("--{}", it.id())).collect();
            return usage(&format!("--task {task} needs {}", names.join(" or ")));
        }
        let gives_model = [F::Model, F::Parameters, F::Layers].iter().any(|it| self.has(*it));
        if task != task::GPU_HOURS && !gives_model {
            return usage("give --model, --parameters, or the shape from --layers on");
        }
        let known = [&[F::Model, F::Task][..], draft.model_fields(), draft.task_fields()];
        let known = [&known.concat(), draft.more_fields()].concat();
        match self.given.iter().find(|(field, _)| !known.contains(field)) {
            Some((field, _)) => usage(&format!(
                "--{} does not belong to --task {task} with this model and goal",
                field.id()
            )),
            None => Ok(()),
        }
    }
}

/// Returns `true` if a model is given by a file instead of its name.
fn is_file(model: &str) -> bool {
    model == "-" || model.ends_with(".json") || Path::new(model).is_file()
}
