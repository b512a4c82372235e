//! Options that describe one request.

use clap::Args;

use jari::exchange::request_json::RequestInScenario;
use jari::fit::{self, RequestError};
use jari::model::Snapshot;
use jari::show::form::{CountUnit, Field, FieldProblem, FormDraft, PlacementKind, default_draft};
use jari::words::Lang;

use super::previewer::Previewer;
use crate::failure::Failure;
use crate::options::{ApplicantOptions, CallOption};

/// A request, its fields as they are typed into the page's form.
#[derive(Args)]
pub struct RequestFlags {
    #[command(flatten)]
    applicant: ApplicantOptions,
    /// Number of nodes: 4, or 4~8 where more would be of use
    #[arg(long, value_name = "N")]
    nodes: Option<String>,
    /// The same counted in GPUs, where all accelerators asked have as many a node
    #[arg(long, value_name = "N")]
    gpus: Option<String>,
    /// For how long, such as 3mo, 45d, 72h, 1 year, 6개월
    #[arg(long, default_value = "3mo")]
    term: String,
    /// The latest end: use has to end by 00:00 of this day
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// Placement of the nodes: any, one-leaf, leaves-N (on at most N leaves) or segments-N (in groups of N,
    /// each on one leaf)
    #[arg(long, default_value = "any", value_parser = placement)]
    placement: (PlacementKind, String),
    /// The nodes may be split over blocks, in parts of at least N nodes
    #[arg(long, value_name = "N")]
    split: Option<String>,
    /// Blocks to answer for [default: all]
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    block: Vec<String>,
    #[command(flatten)]
    call: CallOption,
    /// The request's own name, which the answer repeats
    #[arg(long, default_value = "jari")]
    id: String,
}

fn placement(text: &str) -> Result<(PlacementKind, String), String> {
    let read = PlacementKind::read(text).map(|(kind, number)| (kind, number.to_owned()));
    read.ok_or_else(|| "not any, one-leaf, leaves-N or segments-N".to_owned())
}

impl RequestFlags {
    /// Names of these options, except for those of which one is required.
    pub const NAMES: [&'static str; 10] = {
        let [accelerator, from, class] = ApplicantOptions::NAMES;
        [accelerator, from, class, "term", "until", "placement", "split", "block", "call", "id"]
    };

    /// Returns the request that the options describe.
    ///
    /// # Errors
    /// Fails with the problem of each option, by its name.
    pub fn asked(&self, previewer: &Previewer, lang: Lang) -> Result<RequestInScenario, Failure> {
        let all = |lines: Vec<String>| lines.join("\njari: ");
        let snapshot = &previewer.new.get(previewer.by_size).scenario.snapshot;
        let draft = self.draft(default_draft(snapshot, previewer.today), snapshot);
        let mut request = draft.parse(snapshot).map_err(|problems| {
            let line = |problem: &FieldProblem| self.problem_text(problem, snapshot, lang);
            all(problems.iter().map(line).collect())
        })?;
        // The call was checked together with the form.
        let unknown = fit::unknown(snapshot, &self.block, None);
        if !unknown.is_empty() {
            let line =
                |it: &RequestError| format!("--block: the snapshot has no block {:?}", it.id());
            return Err(all(unknown.iter().map(line).collect()));
        }
        request.id.clone_from(&self.id);
        request.blocks = (!self.block.is_empty()).then(|| self.block.clone());
        Ok(RequestInScenario { request, by_size: previewer.by_size })
    }

    /// Fills the options into a draft of the page's form.
    fn draft(&self, mut draft: FormDraft, snapshot: &Snapshot) -> FormDraft {
        let Self { applicant, nodes, gpus, until, split, call, .. } = self;
        if !applicant.accelerator.is_empty() {
            draft.accelerators = applicant.accelerators(Some(snapshot));
        }
        // The group of options allows only one of the two.
        if let Some(gpus) = gpus {
            draft.count = CountUnit::Gpus;
            draft.nodes.clone_from(gpus);
        } else if let Some(nodes) = nodes {
            draft.nodes.clone_from(nodes);
        }
        draft.term.clone_from(&self.term);
        (draft.placement, draft.placement_n) = self.placement.clone();
        for (field, given) in [
            (&mut draft.from, &applicant.from),
            (&mut draft.until, until),
            (&mut draft.split, split),
        ] {
            if let Some(given) = given {
                field.clone_from(given);
            }
        }
        draft.class = applicant.class.unwrap_or(draft.class);
        draft.call = call.call.clone().unwrap_or_default();
        draft
    }

    /// Describes a problem of a field by the option that fills it in, with the possible values if
    /// they are ids.
    fn problem_text(&self, problem: &FieldProblem, snapshot: &Snapshot, lang: Lang) -> String {
        let ids = |ids: Vec<&str>| format!(" ({})", ids.join(", "));
        let (option, known) = match problem.field {
            Field::Accelerators => {
                let all = snapshot.accelerators.iter().map(|it| it.id.as_str());
                ("accelerator", ids(all.collect()))
            }
            Field::Call => ("call", ids(snapshot.calls.iter().map(|it| it.id.as_str()).collect())),
            // The form has one field for both counts.
            Field::Nodes | Field::NodesMax if self.gpus.is_some() => ("gpus", String::new()),
            Field::Placement | Field::PlacementNumber => ("placement", String::new()),
            field => (field.id(), String::new()),
        };
        ["--", option, ": ", &problem.text(lang), &known].concat()
    }
}
