//! Options shared by several commands, each defined once.

use std::ffi::OsString;
use std::io::{self, IsTerminal};

use clap::{Args, ValueHint};

use jari::model::{Call, Class, Hour, Snapshot};
use jari::words::Lang;

use crate::clock::now;
use crate::failure::Failure;
use crate::values::{OneOf, day, whole};

const LANG: OneOf<Lang> = OneOf { names: &["ko", "en"], read: Lang::from_tag };
const CLASS: OneOf<Class> = OneOf {
    names: &["industry", "youth_company", "academia", "research"],
    // Options are usually spelt with hyphens, ids of classes with underscores.
    read: |text| Class::from_id(&text.replace('-', "_")),
};

/// The capacity file that is asked.
#[derive(Args)]
pub struct SnapshotArg {
    /// The capacity file; - is the standard input
    #[arg(value_name = "SNAPSHOT", value_hint = ValueHint::FilePath)]
    pub snapshot: OsString,
}

/// The language of what people read.
#[derive(Args)]
pub struct LangOption {
    /// The language of what people read; JSON holds both
    #[arg(long, value_name = "LANG", default_value = "en", value_parser = LANG)]
    pub lang: Lang,
}

/// The day as of which it is asked.
#[derive(Args)]
pub struct TodayOption {
    /// The day as of which it is asked, such as 2027-01-31 [default: that of this machine]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Hour>,
}

impl TodayOption {
    /// Returns the hour given by the option; without it, the current hour.
    pub fn hour(&self) -> Hour {
        self.today.unwrap_or_else(now)
    }
}

/// An answer without published holds.
#[derive(Args)]
pub struct BySizeOption {
    /// Leave published holds out: sizes and rules alone count
    #[arg(long)]
    pub by_size: bool,
}

/// JSON in place of what people read.
#[derive(Args)]
pub struct JsonOption {
    /// Write JSON, one object a line
    #[arg(long)]
    pub json: bool,
}

/// The readers of the answer: people on a terminal, programs behind a pipe, unless it is said.
#[derive(Args)]
pub struct ReaderOptions {
    #[command(flatten)]
    json: JsonOption,
    /// Write a table for people, also where the output is no terminal
    #[arg(long, conflicts_with = "json")]
    table: bool,
}

impl ReaderOptions {
    /// Returns `true` if the output is for people.
    pub fn wants_table(&self) -> bool {
        self.table || (!self.json.json && io::stdout().is_terminal())
    }
}

/// The call.
#[derive(Args)]
pub struct CallOption {
    /// Id of the call whose rules hold; of a list, for lines that name none
    #[arg(long, value_name = "ID")]
    pub call: Option<String>,
}

impl CallOption {
    /// Returns the call in the snapshot; `None` if the option is not given.
    ///
    /// # Errors
    /// Fails if the snapshot has no such call.
    pub fn find_in<'s>(&self, snapshot: &'s Snapshot) -> Result<Option<&'s Call>, Failure> {
        let Some(id) = &self.call else { return Ok(None) };
        let call = snapshot.call(id);
        call.map(Some).ok_or_else(|| format!("--call: the snapshot has no call {id:?}"))
    }
}

/// The seed of random numbers.
#[derive(Args)]
pub struct SeedOption {
    /// Seed of the random numbers: the same one gives the same answer
    #[arg(long, value_name = "N", default_value_t = 0, value_parser = whole::<u64>)]
    pub seed: u64,
}

/// The applicant, the kind of GPU, and the start.
#[derive(Args)]
pub struct ApplicantOptions {
    /// Accelerators, such as h200 or h200,b200 [default: all that have a block]
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub accelerator: Vec<String>,
    /// The earliest start, such as 2027-03-01 [default: the next midnight]
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Class of the applicant [default: industry]
    #[arg(long, value_name = "CLASS", value_parser = CLASS)]
    pub class: Option<Class>,
}

impl ApplicantOptions {
    /// Names of these options.
    pub const NAMES: [&'static str; 3] = ["accelerator", "from", "class"];

    /// Returns the ids of the accelerators as the snapshot writes them, ignoring ASCII case;
    /// without a snapshot, in lower case.
    pub fn accelerators(&self, snapshot: Option<&Snapshot>) -> Vec<String> {
        let id = |name: &String| match snapshot {
            Some(snapshot) => id_of(snapshot, name),
            None => name.to_ascii_lowercase(),
        };
        self.accelerator.iter().map(id).collect()
    }
}

/// Returns the id of an accelerator as the snapshot writes it, ignoring ASCII case; `name` itself
/// if there is none.
fn id_of(snapshot: &Snapshot, name: &str) -> String {
    let mut ids = snapshot.accelerators.iter().map(|it| &it.id);
    ids.find(|id| id.eq_ignore_ascii_case(name)).map_or_else(|| name.to_owned(), String::clone)
}
