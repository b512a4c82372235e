//! A snapshot, ready to be asked.

use std::cell::OnceCell;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::process::ExitCode;
use std::sync::Arc;

use jari::model::{self, FileReading, Occupancy, fingerprint};
use jari::session::{CapacityFile, PreparedScenario};
use jari::words::{Lang, problem};

use crate::failure::Failure;
use crate::file;
use crate::output::end;

/// What a capacity file says, with what is wrong with it, and its fingerprint.
///
/// # Errors
/// Why nothing of it can be used, in this language.
pub fn reading(path: &OsStr, lang: Lang) -> Result<(FileReading, String), Failure> {
    let bytes = file::bytes(path)?;
    match model::read(&bytes) {
        Ok(reading) => Ok((reading, fingerprint(&bytes))),
        Err(refusal) => Err(format!("{}: {}", file::shown(path), problem::text(&refusal, lang))),
    }
}

/// A capacity file laid out in time; what is wrong with it is counted on the standard error.
///
/// # Errors
/// As [`reading`].
fn read(path: &OsStr, lang: Lang) -> Result<CapacityFile, Failure> {
    let (reading, fingerprint) = reading(path, lang)?;
    if !reading.problems.is_empty() {
        let count = reading.problems.len();
        let note = format!("jari: problems in {}: {count}; see jari check", file::shown(path));
        end(writeln!(io::stderr().lock(), "{note}"), ExitCode::SUCCESS)?;
    }
    Ok(CapacityFile::new(reading, fingerprint))
}

/// A file as it is, and by size alone once that is asked for.
pub struct Layers {
    as_in_file: PreparedScenario,
    by_size: OnceCell<PreparedScenario>,
}

impl Layers {
    /// Reads a snapshot.
    ///
    /// # Errors
    /// As [`read`].
    pub fn read(path: &OsStr, lang: Lang) -> Result<Self, Failure> {
        let file = Arc::new(read(path, lang)?);
        let as_in_file = PreparedScenario::new(file, Occupancy::File, &[]);
        Ok(Self { as_in_file, by_size: OnceCell::new() })
    }

    /// The file, or what it says by size alone.
    pub fn get(&self, by_size: bool) -> &PreparedScenario {
        let as_in_file = &self.as_in_file;
        // Without published holds there is nothing to leave out.
        if !by_size || !as_in_file.scenario.snapshot.has_published_holds() {
            return as_in_file;
        }
        let file = Arc::clone(&as_in_file.file);
        self.by_size.get_or_init(|| PreparedScenario::new(file, Occupancy::Size, &[]))
    }
}
