//! Combination of several input files into one capacity file.

use super::given::{Content, GivenFile};
use crate::exchange::import::{
    ImportKind, ImportOptions, ImportProblem, ImportSummary, Imported, capacity_json, kubernetes,
    slurm, table,
};
use crate::model::Problem;
use crate::session::capacity_file::CapacityFile;
use std::sync::Arc;

/// Generated capacity file, and the report about it.
pub struct DrawnUp {
    /// Bytes of the file.
    pub bytes: Arc<Vec<u8>>,
    /// Parsed file, once its bytes were read.
    pub file: Option<Arc<CapacityFile>>,
    /// Summary and problems of the import, if the file was imported.
    pub imported: Option<(ImportSummary, Vec<ImportProblem>)>,
}

/// Reason why no file can be generated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stop {
    /// The files are of several sorts.
    Mixed(Vec<ImportKind>),
    /// Files that refer to nodes are given without the nodes, which the output of this command has.
    NodesMissing(&'static str),
    /// The import failed.
    Refused(ImportProblem),
    /// The capacity file cannot be read.
    Unreadable(Problem),
    /// The capacity file has no block.
    NoBlocks,
}

/// Sort of files that can be combined.
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

/// Combines the readable files into one capacity file; `None` if there are none.
pub(super) fn draw_up(
    given: &[GivenFile],
    options: &ImportOptions,
) -> Option<Result<DrawnUp, Stop>> {
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

/// Converts an import result into a capacity file.
fn imported(imported: Result<Imported, ImportProblem>) -> Result<DrawnUp, Stop> {
    let imported = imported.map_err(Stop::Refused)?;
    // Serialised, because the page reads every capacity file from bytes.
    let bytes = Arc::new(capacity_json::write(&imported).into_bytes());
    Ok(DrawnUp { bytes, file: None, imported: Some((imported.summary, imported.problems)) })
}
