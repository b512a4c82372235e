//! Files on the disk, with errors that say which.
use super::error::CutError;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Reads a text.
pub fn read_text(path: &Path) -> Result<String, CutError> {
    fs::read_to_string(path).map_err(failed(path))
}

/// Reads a file.
pub fn read(path: &Path) -> Result<Vec<u8>, CutError> {
    fs::read(path).map_err(failed(path))
}

/// Writes a file.
pub fn write(path: &Path, bytes: impl AsRef<[u8]>) -> Result<(), CutError> {
    fs::write(path, bytes).map_err(failed(path))
}

/// Copies a file.
pub fn copy(from: &Path, to: &Path) -> Result<(), CutError> {
    fs::copy(from, to).map(drop).map_err(failed(from))
}

/// Makes an empty folder, whatever was there.
pub fn make_empty(folder: &Path) -> Result<(), CutError> {
    if folder.exists() {
        remove(folder)?;
    }
    fs::create_dir_all(folder).map_err(failed(folder))
}

/// Removes a folder with all that is in it.
pub fn remove(folder: &Path) -> Result<(), CutError> {
    fs::remove_dir_all(folder).map_err(failed(folder))
}

/// The names of the files in a folder that end in one of `ends`, in order.
pub fn names(folder: &Path, ends: &[&str]) -> Result<Vec<String>, CutError> {
    let entries = fs::read_dir(folder).map_err(failed(folder))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<String>>>().map_err(failed(folder))?;
    names.retain(|name| ends.iter().any(|end| name.ends_with(end)));
    names.sort_unstable();
    Ok(names)
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> CutError {
    let path: PathBuf = path.to_owned();
    |error| CutError::File { path, error }
}
