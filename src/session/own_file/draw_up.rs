//! Files that belong together become one capacity file.

use super::given::{Content, GivenFile};
use crate::exchange::import::{
    ImportKind, ImportProblem, ImportSummary, Imported, Options, capacity_json, kubernetes, slurm,
    table,
};
use crate::model::Problem;
use crate::session::file::CapacityFile;
use std::sync::Arc;

/// A capacity file that was drawn up, and what is to be said of it.
pub struct DrawnUp {
    /// Its bytes.
    pub bytes: Arc<Vec<u8>>,
    /// The file, once its bytes were read.
    pub file: Option<Arc<CapacityFile>>,
    /// What was read, and what could not be, where it was imported.
    pub imported: Option<(ImportSummary, Vec<ImportProblem>)>,
}

/// Why nothing can be drawn up.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    /// Files of several sorts.
    Mixed(Vec<ImportKind>),
    /// What goes with nodes is there, and the nodes are not: this command answers them.
    NodesMissing(&'static str),
    /// An import that comes to nothing.
    Refused(ImportProblem),
    /// A capacity file that cannot be read.
    Unreadable(Problem),
    /// There is no block in it.
    NoBlocks,
}

/// What files of one sort have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    Capacity,
    Slurm,
    Kubernetes,
    Table,
}

const fn sort(kind: ImportKind) -> Option<Sort> {
    match kind {
        ImportKind::Capacity => Some(Sort::Capacity),
        ImportKind::SlurmNodes | ImportKind::SlurmReservations | ImportKind::SlurmJobs => {
            Some(Sort::Slurm)
        }
        ImportKind::KubernetesNodes | ImportKind::KubernetesPods => Some(Sort::Kubernetes),
        ImportKind::Table => Some(Sort::Table),
        ImportKind::Unknown => None,
    }
}

/// What the files that could be read come to; `None` where there are none.
pub(super) fn draw_up(given: &[GivenFile], options: &Options) -> Option<Result<DrawnUp, Stop>> {
    let contents: Vec<&Content> = given.iter().filter_map(|it| it.content.as_ref().ok()).collect();
    let kinds: Vec<ImportKind> = contents.iter().map(|content| content.kind).collect();
    let first = sort(*kinds.first()?)?;
    if kinds.iter().any(|kind| sort(*kind) != Some(first)) {
        return Some(Err(Stop::Mixed(kinds)));
    }
    let text = |wanted: ImportKind| {
        let found = contents.iter().find(|content| content.kind == wanted);
        found.map(|content| content.text.as_str())
    };
    Some(match first {
        Sort::Capacity => {
            let bytes = Arc::new(text(ImportKind::Capacity).unwrap_or_default().into());
            Ok(DrawnUp { bytes, file: None, imported: None })
        }
        Sort::Slurm => match text(ImportKind::SlurmNodes) {
            None => Err(Stop::NodesMissing("scontrol show nodes --json")),
            Some(nodes) => {
                let reservations = text(ImportKind::SlurmReservations);
                let files =
                    slurm::SlurmAnswers { nodes, reservations, jobs: text(ImportKind::SlurmJobs) };
                imported(slurm::import(&files, options))
            }
        },
        Sort::Kubernetes => match text(ImportKind::KubernetesNodes) {
            None => Err(Stop::NodesMissing("kubectl get nodes -o json")),
            Some(nodes) => {
                let files =
                    kubernetes::KubernetesAnswers { nodes, pods: text(ImportKind::KubernetesPods) };
                imported(kubernetes::import(&files, options))
            }
        },
        Sort::Table => {
            imported(table::import(text(ImportKind::Table).unwrap_or_default(), options))
        }
    })
}

/// What an import came to, as any capacity file.
fn imported(imported: Result<Imported, ImportProblem>) -> Result<DrawnUp, Stop> {
    let imported = imported.map_err(Stop::Refused)?;
    let bytes = Arc::new(capacity_json::write(&imported).into_bytes());
    Ok(DrawnUp { bytes, file: None, imported: Some((imported.summary, imported.problems)) })
}
