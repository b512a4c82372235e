//! Files for the operators of the nodes, filled in from an offer: for Kubernetes, Slurm and plain
//! hosts.
//!
//! Values that an offer does not contain are gaps, `<<FILL: what>>`, within quotes, so that the
//! file remains valid for its reader; scripts stop at a gap that nobody filled. Texts from a
//! capacity file only appear as comments of one line, quoted YAML texts or words of a shell.

mod comment;
mod kueue;
mod pytorch_job;
mod reservation;
mod sbatch;
mod shell;
mod torchrun;
mod yaml;

use super::offer::TakenOffer;
use crate::words::catalogue::{Entry, handover as words};

/// A kind of file for the operators of the nodes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handover {
    /// A training job for the Kubeflow operator.
    PyTorchJob,
    /// A script that starts torchrun on each host.
    Torchrun,
    /// A Slurm job.
    Sbatch,
    /// A Slurm reservation.
    Reservation,
    /// A Kueue queue.
    Kueue,
}

impl Handover {
    /// All kinds.
    pub const ALL: [Self; 5] =
        [Self::PyTorchJob, Self::Torchrun, Self::Sbatch, Self::Reservation, Self::Kueue];

    /// Returns the id used on the page.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::PyTorchJob => "pytorchjob",
            Self::Torchrun => "torchrun",
            Self::Sbatch => "sbatch",
            Self::Reservation => "reservation",
            Self::Kueue => "kueue",
        }
    }

    /// Returns the kind with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Returns the name for display.
    #[must_use]
    pub const fn name(self) -> Entry {
        match self {
            Self::PyTorchJob => words::PYTORCH_JOB,
            Self::Torchrun => words::TORCHRUN,
            Self::Sbatch => words::SBATCH,
            Self::Reservation => words::RESERVATION,
            Self::Kueue => words::KUEUE,
        }
    }

    /// Returns the name of the file.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::PyTorchJob => "jari-pytorchjob.yaml",
            Self::Torchrun => "jari-torchrun.sh",
            Self::Sbatch => sbatch::FILE_NAME,
            Self::Reservation => "jari-reservation.sh",
            Self::Kueue => "jari-kueue.yaml",
        }
    }

    /// Returns the media type of the file.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::PyTorchJob | Self::Kueue => "application/yaml",
            Self::Torchrun | Self::Sbatch | Self::Reservation => "application/x-sh",
        }
    }

    /// Returns the text of the file.
    #[must_use]
    pub fn text(self, of: &TakenOffer<'_>) -> String {
        match self {
            Self::PyTorchJob => pytorch_job::text(of),
            Self::Torchrun => torchrun::text(of),
            Self::Sbatch => sbatch::text(of),
            Self::Reservation => reservation::text(of),
            Self::Kueue => kueue::text(of),
        }
    }
}

#[cfg(test)]
mod tests;
