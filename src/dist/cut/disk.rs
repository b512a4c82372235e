//! File operations whose errors name the path.
use super::error::CutError;
use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// Reads a file as UTF-8 text.
pub fn read_text(path: &Path) -> Result<String, CutError> {
    fs::read_to_string(path).map_err(failed(path))
}

/// Reads a file as bytes.
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

/// Creates an empty folder, removing an existing one with its contents.
pub fn make_empty(folder: &Path) -> Result<(), CutError> {
    if folder.exists() {
        remove(folder)?;
    }
    fs::create_dir_all(folder).map_err(failed(folder))
}

/// Removes a folder and its contents.
pub fn remove(folder: &Path) -> Result<(), CutError> {
    fs::remove_dir_all(folder).map_err(failed(folder))
}

/// Returns the sorted names of the entries in `folder` that end in one of `ends`.
pub fn names(folder: &Path, ends: &[&str]) -> Result<Vec<String>, CutError> {
    let entries = fs::read_dir(folder).map_err(failed(folder))?;
    let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
    let mut names = names.collect::<io::Result<Vec<String>>>().map_err(failed(folder))?;
    names.retain(|name| ends.iter().any(|end| name.ends_with(end)));
    // `read_dir` has no defined order, and the same sources have to give the same site.
    names.sort_unstable();
    Ok(names)
}

fn failed(path: &Path) -> impl FnOnce(io::Error) -> CutError {
    let path: PathBuf = path.to_owned();
    |error| CutError::File { path, error }
}
