//! Definition of the command line.

use std::io::Write;
use std::process::ExitCode;

use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

use jari::odds::SEED;

use crate::failure::Failure;
use crate::{check, import, odds, output, plan, preview, size};

const ABOUT_FILES: &str = "\
FILE and SNAPSHOT may be -, the standard input (one of them at a time). A line of a list that cannot
be read is answered with {\"id\":…,\"error\":\"…\"}, and the rest go on; empty lines are skipped.

Exit codes:
  0  done; for check: nothing is wrong
  1  check found problems, or plan or import something that it could not read; the rest was used
  2  wrong usage, a file that cannot be read, or one of which nothing can be used

Examples:
  jari check capacity.json
  jari preview capacity.json --accelerator h200 --nodes 4 --term 3mo
  jari completions bash > jari.bash";

/// Does a request for GPU nodes fit, from when, and why not
#[derive(Parser)]
#[command(name = "jari", version, propagate_version = true, after_help = ABOUT_FILES)]
struct CommandLine {
    #[command(subcommand)]
    command: Command,
}

/// A command with its options.
#[derive(Subcommand)]
pub enum Command {
    /// List what is wrong with a capacity file, and where, or what is in it
    #[command(after_help = check::EXAMPLES)]
    Check(check::CheckOptions),
    /// Answer a request, or a file of them: does it fit, when, why not, what instead
    #[command(after_help = preview::EXAMPLES)]
    Preview(Box<preview::PreviewOptions>),
    /// Size a workload, or a file of them: how many nodes for how many days
    #[command(after_help = size::EXAMPLES)]
    Size(Box<size::SizeOptions>),
    /// Decide a round of applications
    #[command(after_help = plan::EXAMPLES)]
    Plan(Box<plan::PlanOptions>),
    /// Tell the chance of a request in a round like the last one
    #[command(after_help = odds::EXAMPLES)]
    #[command(mut_arg("call", |call| {
        call.help("Id of the call whose results are taken [default: the last that has any]")
    }))]
    #[command(mut_arg("seed", |seed| seed.default_value(SEED.to_string())))]
    Odds(odds::OddsOptions),
    /// Make a capacity file of what a scheduler answers, or of a table
    ///
    /// What was read, and what was left out, is told on the standard error.
    #[command(subcommand, after_help = import::EXAMPLES)]
    Import(import::ImportSource),
    /// Print the completions of a shell
    #[command(after_help = COMPLETIONS)]
    Completions(Completions),
}

const COMPLETIONS: &str = "\
Examples:
  jari completions bash > ~/.local/share/bash-completion/completions/jari
  jari completions zsh > ~/.zfunc/_jari
  jari completions fish > ~/.config/fish/completions/jari.fish";

/// The shell to complete for.
#[derive(Args)]
pub struct Completions {
    /// The shell
    shell: Shell,
}

#[derive(Clone, Copy, ValueEnum)]
enum Shell {
    Bash,
    Zsh,
    Fish,
}

/// Parses the command line.
///
/// # Errors
/// Fails with clap's message: an error, the help, or the version.
pub fn read() -> Result<Command, clap::Error> {
    let matches = definition().try_get_matches()?;
    CommandLine::from_arg_matches(&matches).map(|line| line.command)
}

/// Returns the definition of all commands and options.
fn definition() -> clap::Command {
    // Subcommands get the name of the tool, so that `--version` prints the same for all of them.
    fn named(command: clap::Command) -> clap::Command {
        command.display_name("jari").mut_subcommands(named)
    }
    named(CommandLine::command())
}

impl Command {
    /// Executes the command.
    ///
    /// # Errors
    /// Fails with the reason as a message.
    pub fn run(&self, out: &mut impl Write) -> Result<ExitCode, Failure> {
        match self {
            Self::Check(options) => check::run(options, out),
            Self::Preview(options) => preview::run(options, out),
            Self::Size(options) => size::run(options, out),
            Self::Plan(options) => plan::run(options, out),
            Self::Odds(options) => odds::run(options, out),
            Self::Import(source) => import::run(source, out),
            Self::Completions(Completions { shell }) => completions(*shell, out),
        }
    }
}

fn completions(shell: Shell, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let shell = match shell {
        Shell::Bash => clap_complete::Shell::Bash,
        Shell::Zsh => clap_complete::Shell::Zsh,
        Shell::Fish => clap_complete::Shell::Fish,
    };
    // `generate` panics if its writer fails, so it writes into memory.
    let mut written = Vec::new();
    clap_complete::generate(shell, &mut definition(), "jari", &mut written);
    output::write(out, &String::from_utf8_lossy(&written), ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::definition;

    #[test]
    fn the_definition_agrees_with_itself() {
        definition().debug_assert();
    }
}
