//! Options that several commands have, each defined once.

use std::ffi::OsString;
use std::io::{self, IsTerminal};

use clap::{Args, ValueHint};

use jari::model::{Class, Hour};
use jari::words::Lang;

use crate::clock::now;
use crate::values::{OneOf, day, whole};

const LANG: OneOf<Lang> = OneOf { names: &["ko", "en"], read: Lang::from_tag };
const CLASS: OneOf<Class> = OneOf {
    names: &["industry", "youth_company", "academia", "research"],
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
    /// The hour of that day.
    pub fn hour(&self) -> Hour {
        self.today.unwrap_or_else(now)
    }
}

/// Whether published holds are left out.
#[derive(Args)]
pub struct BySizeOption {
    /// Leave published holds out: sizes and rules alone count
    #[arg(long)]
    pub by_size: bool,
}

/// Whether programs read the answer.
#[derive(Args)]
pub struct JsonOption {
    /// Write JSON, one object a line
    #[arg(long)]
    pub json: bool,
}

/// Who reads the answer: people on a terminal, programs behind a pipe, unless it is said.
#[derive(Args)]
pub struct ReaderOptions {
    #[command(flatten)]
    json: JsonOption,
    /// Write a table for people, also where the output is no terminal
    #[arg(long, conflicts_with = "json")]
    table: bool,
}

impl ReaderOptions {
    /// Whether people read it.
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

/// What random numbers are drawn from.
#[derive(Args)]
pub struct SeedOption {
    /// What random numbers are drawn from: the same seed gives the same answer
    #[arg(long, value_name = "N", value_parser = whole::<u64>)]
    pub seed: Option<u64>,
}

/// Who applies for what kind of GPU, and from when.
#[derive(Args)]
pub struct ApplicantOptions {
    /// Accelerators, such as h200 or h200,b200 [default: all that have a block]
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    pub accelerator: Vec<String>,
    /// The earliest start, such as 2027-03-01 [default: the next midnight]
    #[arg(long, value_name = "DATE")]
    pub from: Option<String>,
    /// Who applies [default: industry]
    #[arg(long, value_name = "CLASS", value_parser = CLASS)]
    pub class: Option<Class>,
}

impl ApplicantOptions {
    /// Their names.
    pub const NAMES: [&'static str; 3] = ["accelerator", "from", "class"];
}
