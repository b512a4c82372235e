//! Chunks of a program as files on disk, and the script that loads them.
use super::{
    disk,
    error::CutError,
    join,
    loader::{self, Needs},
    programs::{self, Shrinking},
    small::{self, Join},
};
use crate::dist::size::brotli;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// File name that wasm-split-cli gives the loader; wasm-bindgen's script imports it by that name.
pub const LOADER: &str = "__wasm_split.js";

/// Chunks of a program.
pub struct ProgramChunks {
    /// Folder of the files.
    pub folder: PathBuf,
    /// Text of the loader script.
    pub loader: String,
    /// Files needed by each split point.
    pub needs: Needs,
}

impl ProgramChunks {
    /// Reads the chunks from the folder that the splitter wrote.
    pub fn read(folder: &Path) -> Result<Self, CutError> {
        let loader = disk::read_text(&folder.join(LOADER))?;
        let needs = loader::needs(&loader)?;
        Ok(Self { folder: folder.to_owned(), loader, needs })
    }

    /// Returns every file that the loader fetches.
    pub fn files(&self) -> BTreeSet<String> {
        self.needs.values().flatten().cloned().collect()
    }

    /// Optimises every chunk into the folder `to`, and `others` as well, and joins chunks that are
    /// too small for a file of their own to others.
    pub fn shrink(&mut self, to: &Path, others: &[Shrinking]) -> Result<(), CutError> {
        disk::make_empty(to)?;
        // The program comes first: it takes longest.
        programs::shrink_all(&[others, &self.shrinking(to, &self.files())].concat())?;
        let mut weights = BTreeMap::new();
        for file in self.files() {
            let path = to.join(&file);
            let compressed = brotli(&disk::read(&path)?);
            let weight = compressed.map_err(|error| CutError::File { path, error })?.len();
            weights.insert(file, weight);
        }
        let weigh = |file: &str| weights.get(file).copied().unwrap_or_default();
        let mut grown = BTreeSet::new();
        for Join { chunk, into } in small::joins(&self.needs, weigh) {
            // The unoptimised chunks are joined, as a later join may read the result again.
            let path = self.folder.join(&into);
            let both = [disk::read(&path)?, disk::read(&self.folder.join(&chunk))?];
            disk::write(&path, join::join(&both)?)?;
            self.loader = loader::joined(&self.loader, &chunk, &into)?;
            self.needs.values_mut().for_each(|files| files.retain(|file| *file != chunk));
            grown.remove(&chunk);
            grown.insert(into);
        }
        programs::shrink_all(&self.shrinking(to, &grown))?;
        to.clone_into(&mut self.folder);
        Ok(())
    }

    fn shrinking(&self, to: &Path, files: &BTreeSet<String>) -> Vec<Shrinking> {
        files.iter().map(|file| (self.folder.join(file), to.join(file))).collect()
    }
}
