//! Files of a site in memory: read once, changed together, and written only if they differ.
use super::paths::{WORKER, is_copy};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

/// File contents by path within the site, such as `schema/capacity-1.json`, without the
/// precompressed copies.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Files(BTreeMap<String, Vec<u8>>);

impl Files {
    /// Reads a folder recursively.
    pub fn read(dir: &Path) -> io::Result<Self> {
        let mut files = BTreeMap::new();
        read_into(&mut files, dir, "")?;
        files.retain(|path, _| !is_copy(path));
        Ok(Self(files))
    }

    /// Returns the bytes of a file.
    #[must_use]
    pub fn get(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// Returns the text of a file that a finished site requires.
    pub fn text(&self, path: &str) -> Result<&str, String> {
        let bytes = self.get(path).ok_or_else(|| format!("no {path}: `make dist` builds it"))?;
        str::from_utf8(bytes).map_err(|error| format!("{path} is no text: {error}"))
    }

    /// Adds or replaces a file.
    pub fn put(&mut self, path: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.insert(path.into(), bytes.into());
    }

    /// Removes a file.
    pub fn remove(&mut self, path: &str) {
        self.0.remove(path);
    }

    /// Moves a file to another path.
    pub fn rename(&mut self, from: &str, to: &str) {
        if let Some(bytes) = self.0.remove(from) {
            self.0.insert(to.to_owned(), bytes);
        }
    }

    /// Iterates over all paths in order.
    pub fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Iterates over all files in the order of their paths.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
    }

    /// Writes these files to a folder and removes all others.
    ///
    /// An unchanged file keeps its date, and so its validator on most hosts. Any other is replaced
    /// atomically: a concurrent reader gets the old version or the new one. Files that name others
    /// are written after them, and files that are no longer named are removed last.
    pub fn write(&self, dir: &Path) -> io::Result<()> {
        // Not only the ends of paths, because the copy of a page is to follow what the page names
        // too.
        let (pages, others): (Vec<_>, Vec<_>) =
            self.iter().partition(|(path, _)| path.contains(".html") || path.contains(WORKER));
        for (path, bytes) in others.into_iter().chain(pages) {
            replace(&dir.join(path), bytes)?;
        }
        let mut there = BTreeMap::new();
        read_into(&mut there, dir, "")?;
        for path in there.keys().filter(|path| self.get(path).is_none()) {
            fs::remove_file(dir.join(path))?;
        }
        Ok(())
    }
}

fn read_into(files: &mut BTreeMap<String, Vec<u8>>, dir: &Path, above: &str) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name();
        let name = name.to_str().ok_or_else(|| io::Error::other(format!("{name:?} is no text")))?;
        let path = format!("{above}{name}");
        match entry.path().is_dir() {
            true => read_into(files, &entry.path(), &format!("{path}/"))?,
            false => drop(files.insert(path, fs::read(entry.path())?)),
        }
    }
    Ok(())
}

/// Writes a file under a temporary name and renames it into place, unless it already has these
/// bytes.
fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside: PathBuf = path.with_added_extension("new");
    fs::write(&beside, bytes)?;
    fs::rename(beside, path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_becomes_what_is_written_and_the_same_stays_untouched() {
        let dir = std::env::temp_dir().join(format!("jari-files-{}", std::process::id()));
        fs::create_dir_all(dir.join("a")).unwrap();
        for (path, text) in [("same.js", "1"), ("a/gone.css", "2"), ("same.js.br", "pressed")] {
            fs::write(dir.join(path), text).unwrap();
        }
        let mut files = Files::read(&dir).unwrap();
        assert_eq!(files.paths().collect::<Vec<_>>(), ["a/gone.css", "same.js"]);

        let date = || fs::metadata(dir.join("same.js")).unwrap().modified().unwrap();
        let before = date();
        files.rename("a/gone.css", "a/b/here.css");
        files.write(&dir).unwrap();
        assert_eq!(Files::read(&dir).unwrap(), files);
        assert_eq!(date(), before);
        assert!(!dir.join("a/gone.css").exists() && !dir.join("same.js.br").exists());
        fs::remove_dir_all(dir).unwrap();
    }
}
