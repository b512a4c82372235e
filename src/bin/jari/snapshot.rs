//! A snapshot, ready to be asked.

use std::cell::OnceCell;
use std::ffi::OsStr;
use std::io::{self, Write};
use std::process::ExitCode;

use jari::fit::{Calendars, World};
use jari::model::{Occupancy, Reading, Scenario};
use jari::words::Lang;

use crate::failure::Failure;
use crate::file;
use crate::output::end;

/// A snapshot, laid out in time.
pub struct Laid {
    pub scenario: Scenario,
    pub calendars: Calendars,
}

impl Laid {
    /// Reads a snapshot; what is wrong with it is counted on the standard error.
    pub fn read(file: &OsStr) -> Result<Self, Failure> {
        let Reading { snapshot, problems } = file::read(file, Lang::En)?;
        if !problems.is_empty() {
            let count = problems.len();
            let note = format!("jari: problems in {}: {count}; see jari check", file::shown(file));
            end(writeln!(io::stderr().lock(), "{note}"), ExitCode::SUCCESS)?;
        }
        Ok(Self::new(Scenario::of_file(snapshot)))
    }

    fn new(scenario: Scenario) -> Self {
        Self { calendars: Calendars::new(&scenario.snapshot), scenario }
    }

    /// The snapshot with its calendars.
    pub const fn world(&self) -> World<'_> {
        World { snapshot: &self.scenario.snapshot, calendars: &self.calendars }
    }
}

/// A file as it is, and by size alone once that is asked for.
pub struct Layers {
    as_in_file: Laid,
    by_size: OnceCell<Laid>,
}

impl Layers {
    /// Reads a snapshot.
    pub fn read(file: &OsStr) -> Result<Self, Failure> {
        Ok(Self { as_in_file: Laid::read(file)?, by_size: OnceCell::new() })
    }

    /// The file, or what it says by size alone.
    pub fn get(&self, by_size: bool) -> &Laid {
        let file = &self.as_in_file;
        // Without published holds there is nothing to leave out.
        if !by_size || !file.scenario.snapshot.has_published_holds() {
            return file;
        }
        let without = || Scenario::new(&file.scenario.snapshot, Occupancy::Size, []);
        self.by_size.get_or_init(|| Laid::new(without()))
    }
}
