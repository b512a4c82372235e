//! Snapshot that is ready to be asked.

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

/// Reads a capacity file with its problems, and its fingerprint.
///
/// # Errors
/// Fails if nothing of it can be used, with the reason in the language `lang`.
pub fn reading(path: &OsStr, lang: Lang) -> Result<(FileReading, String), Failure> {
    let bytes = file::bytes(path)?;
    match model::read(&bytes) {
        Ok(reading) => Ok((reading, fingerprint(&bytes))),
        Err(refusal) => Err(format!("{}: {}", file::shown(path), problem::text(&refusal, lang))),
    }
}

/// Reads a capacity file with its calendars; the number of its problems is written to the standard
/// error.
///
/// # Errors
/// Fails like [`reading`].
fn read(path: &OsStr, lang: Lang) -> Result<CapacityFile, Failure> {
    let (reading, fingerprint) = reading(path, lang)?;
    if !reading.problems.is_empty() {
        let count = reading.problems.len();
        let note = format!("jari: problems in {}: {count}; see jari check", file::shown(path));
        end(writeln!(io::stderr().lock(), "{note}"), ExitCode::SUCCESS)?;
    }
    Ok(CapacityFile::new(reading, fingerprint))
}

/// Scenario of a file as it is, and lazily the one by size alone.
pub struct Layers {
    as_in_file: PreparedScenario,
    by_size: OnceCell<PreparedScenario>,
}

impl Layers {
    /// Reads a snapshot.
    ///
    /// # Errors
    /// Fails like [`read`].
    pub fn read(path: &OsStr, lang: Lang) -> Result<Self, Failure> {
        let file = Arc::new(read(path, lang)?);
        let as_in_file = PreparedScenario::new(file, Occupancy::File, &[]);
        Ok(Self { as_in_file, by_size: OnceCell::new() })
    }

    /// Returns the scenario of the file, or the one by size alone.
    pub fn get(&self, by_size: bool) -> &PreparedScenario {
        let as_in_file = &self.as_in_file;
        // Without published holds both scenarios are the same.
        if !by_size || !as_in_file.scenario.snapshot.has_published_holds() {
            return as_in_file;
        }
        let file = Arc::clone(&as_in_file.file);
        self.by_size.get_or_init(|| PreparedScenario::new(file, Occupancy::Size, &[]))
    }
}
