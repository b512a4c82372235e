//! Errors of cutting a program into chunks.
use super::{
    change::ChangeError, join::JoinError, loader::LoaderError, programs::ProgramError,
    shell::ShellError, unused::UnusedError,
};
use std::{error::Error, fmt, io, path::PathBuf};

/// Reason why a program was not cut.
#[derive(Debug)]
pub enum CutError {
    /// A replacement does not match the generated text.
    Change(ChangeError),
    /// The loader script does not have the expected form.
    Loader(LoaderError),
    /// The shell or the list of chunks does not match the program.
    Shell(ShellError),
    /// An export that should be unused is in use, or is missing.
    Unused(UnusedError),
    /// Two chunks cannot be joined.
    Join(JoinError),
    /// An external program failed.
    Program(ProgramError),
    /// A file cannot be read or written.
    File {
        /// Path of the file.
        path: PathBuf,
        /// Underlying error.
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
    // `Display` already prints the wrapped error, so the source is the next one in its chain.
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
