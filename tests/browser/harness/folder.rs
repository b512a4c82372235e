//! Folders of one test, which go with it.
use std::{fs, io, path::Path};
use tempfile::TempDir;

/// A new folder in target/, where what a test that was ended leaves over may be removed at any time.
pub fn new_folder(of: &str) -> TempDir {
    let name = format!("{of}-");
    let folder = tempfile::Builder::new().prefix(&name).tempdir_in(env!("CARGO_TARGET_TMPDIR"));
    folder.expect("a folder in target/")
}

/// Copies a file, or all that is in a folder.
pub fn copy_all(from: &Path, to: &Path) -> io::Result<()> {
    if from.is_file() {
        return fs::copy(from, to).map(drop);
    }
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        copy_all(&entry.path(), &to.join(entry.file_name()))?;
    }
    Ok(())
}
