//! Files for those who run the nodes, filled in from an offer: for Kubernetes, for Slurm, for plain hosts.
//!
//! What an offer does not know is a gap, `<<FILL: what>>`, within quotes, so that the file is one that
//! its reader takes; scripts stop at a gap that nobody filled. Texts of a capacity file are comments on
//! one line, quoted texts of YAML or words of a shell, and never anything else.

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

/// A kind of file for those who run the nodes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Handover {
    /// A training job of Kubeflow's operator.
    PyTorchJob,
    /// A script that starts torchrun on each host.
    Torchrun,
    /// A job of Slurm.
    Sbatch,
    /// A reservation of Slurm.
    Reservation,
    /// A queue of Kueue.
    Kueue,
}

impl Handover {
    /// All of them.
    pub const ALL: [Self; 5] =
        [Self::PyTorchJob, Self::Torchrun, Self::Sbatch, Self::Reservation, Self::Kueue];

    /// Its id on the page.
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

    /// The one with this id.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.id() == id)
    }

    /// Its name.
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

    /// The name of its file.
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

    /// The media type of its file.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::PyTorchJob | Self::Kueue => "application/yaml",
            Self::Torchrun | Self::Sbatch | Self::Reservation => "application/x-sh",
        }
    }

    /// The file.
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
