//! The pieces of a program on the disk, and the script that loads them.
use super::{
    disk,
    error::CutError,
    join,
    loader::{self, Needs},
    programs,
    small::{self, Join},
};
use crate::dist::size::brotli;
use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// What wasm-split-cli calls the loader; wasm-bindgen's script imports it by that name.
pub const LOADER: &str = "__wasm_split.js";

/// The pieces of a program.
pub struct Pieces {
    /// Where their files are.
    pub folder: PathBuf,
    /// The script that fetches them.
    pub loader: String,
    /// What of them each split point needs.
    pub needs: Needs,
}

impl Pieces {
    /// Finds the pieces in the folder that they were cut into.
    pub fn read(folder: &Path) -> Result<Self, CutError> {
        let loader = disk::read_text(&folder.join(LOADER))?;
        let needs = loader::needs(&loader)?;
        Ok(Self { folder: folder.to_owned(), loader, needs })
    }

    /// Every file that the loader fetches.
    pub fn files(&self) -> BTreeSet<String> {
        self.needs.values().flatten().cloned().collect()
    }

    /// Optimises every piece into another folder, and makes those that are too small for a file of
    /// their own a part of another.
    pub fn shrink(&mut self, to: &Path) -> Result<(), CutError> {
        disk::make_empty(to)?;
        let mut weights = BTreeMap::new();
        for file in self.files() {
            programs::shrink(&self.folder.join(&file), &to.join(&file))?;
            let path = to.join(&file);
            let pressed = brotli(&disk::read(&path)?);
            let weight = pressed.map_err(|error| CutError::File { path, error })?.len();
            weights.insert(file, weight);
        }
        let weigh = |file: &str| weights.get(file).copied().unwrap_or_default();
        for Join { piece, into } in small::joins(&self.needs, weigh) {
            let path = self.folder.join(&into);
            let both = [disk::read(&path)?, disk::read(&self.folder.join(&piece))?];
            disk::write(&path, join::join(&both)?)?;
            programs::shrink(&path, &to.join(&into))?;
            self.loader = loader::joined(&self.loader, &piece, &into)?;
            self.needs.values_mut().for_each(|files| files.retain(|file| *file != piece));
        }
        to.clone_into(&mut self.folder);
        Ok(())
    }
}
