//! What keeps a program from being cut.
use super::{
    change::ChangeError, join::JoinError, loader::LoaderError, programs::ProgramError,
    shell::ShellError, unused::UnusedError,
};
use std::{error::Error, fmt, io, path::PathBuf};

/// Why a program was not cut.
#[derive(Debug)]
pub enum CutError {
    /// A change of a generated text does not fit it.
    Change(ChangeError),
    /// The loader is not written as expected.
    Loader(LoaderError),
    /// The shell, or the list of chunks, is about another program.
    Shell(ShellError),
    /// What should not be used is, or is not there.
    Unused(UnusedError),
    /// Two pieces do not become one.
    Join(JoinError),
    /// An outside program failed.
    Program(ProgramError),
    /// A file cannot be read or written.
    File {
        /// Where it lies.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl fmt::Display for CutError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Change(error) => error.fmt(f),
            Self::Loader(error) => error.fmt(f),
            Self::Shell(error) => error.fmt(f),
            Self::Unused(error) => error.fmt(f),
            Self::Join(error) => error.fmt(f),
            Self::Program(error) => error.fmt(f),
            Self::File { path, error } => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl Error for CutError {
    // What is passed on says the same itself: its own cause is the next.
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Change(error) => error.source(),
            Self::Loader(error) => error.source(),
            Self::Shell(error) => error.source(),
            Self::Unused(error) => error.source(),
            Self::Join(error) => error.source(),
            Self::Program(error) => error.source(),
            Self::File { error, .. } => Some(error),
        }
    }
}

impl From<ChangeError> for CutError {
    fn from(error: ChangeError) -> Self {
        Self::Change(error)
    }
}

impl From<LoaderError> for CutError {
    fn from(error: LoaderError) -> Self {
        Self::Loader(error)
    }
}

impl From<ShellError> for CutError {
    fn from(error: ShellError) -> Self {
        Self::Shell(error)
    }
}

impl From<UnusedError> for CutError {
    fn from(error: UnusedError) -> Self {
        Self::Unused(error)
    }
}

impl From<JoinError> for CutError {
    fn from(error: JoinError) -> Self {
        Self::Join(error)
    }
}

impl From<ProgramError> for CutError {
    fn from(error: ProgramError) -> Self {
        Self::Program(error)
    }
}
