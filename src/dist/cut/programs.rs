//! The outside programs of the build; `make setup` installs them.
use std::{
    error::Error,
    fmt,
    io::{self, Write as _},
    path::Path,
    process::{Command, ExitStatus, Stdio},
};

const SPLIT: &str = "wasm-split-cli";
const BIND: &str = "wasm-bindgen";
const ESBUILD: &str = "esbuild";
/// `wasm-opt` with the options of this project, from whose folder it is called.
const SHRINK: &str = ".ci/shrink";

/// An outside program that did not do its work.
#[derive(Debug)]
pub enum ProgramError {
    /// It could not be started.
    NotStarted {
        /// Its name.
        program: &'static str,
        /// Why.
        error: io::Error,
    },
    /// It ended with an error.
    Failed {
        /// Its name.
        program: &'static str,
        /// How it ended.
        status: ExitStatus,
        /// What it said.
        said: String,
    },
}

impl fmt::Display for ProgramError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotStarted { program, error } => {
                write!(f, "cannot start {program} ({error}): `make setup` installs what it needs")
            }
            Self::Failed { program, status, said } => {
                let said = said.trim_end();
                write!(
                    f,
                    "{program} failed ({status}): {said}\n`make setup` installs the version that works"
                )
            }
        }
    }
}

impl Error for ProgramError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::NotStarted { error, .. } => Some(error),
            Self::Failed { .. } => None,
        }
    }
}

/// Cuts a program at its split points: `to` then holds the pieces, their loader and `PAGE.wasm`.
pub fn split(program: &Path, page: &str, to: &Path) -> Result<(), ProgramError> {
    let mut command = Command::new(SPLIT);
    command.args(["--target", "web", "--out-name", page]).args([program, to]);
    run(SPLIT, command)
}

/// Binds a program to JavaScript: `to` then holds `PAGE.js` and `PAGE_bg.wasm`.
pub fn bind(program: &Path, page: &str, to: &Path) -> Result<(), ProgramError> {
    let mut command = Command::new(BIND);
    // lld exports: the pieces import the table of functions.
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    command.args(["--out-name", page, "--out-dir"]).args([to, program]);
    run(BIND, command)
}

/// Makes one script of a script in `folder` and all that it imports.
pub fn bundle(folder: &Path, script: &str) -> Result<(), ProgramError> {
    let mut command = esbuild(folder);
    // wasm-bindgen names a module once for each function that is imported of it.
    command.arg("--log-override:duplicate-object-key=silent");
    command.arg("--bundle").arg(format!("--outfile={script}")).arg(script);
    run(ESBUILD, command)
}

/// Takes comments and space out of scripts and styles in `folder`.
pub fn minify(folder: &Path, files: &[String]) -> Result<(), ProgramError> {
    let mut command = esbuild(folder);
    command.args(["--minify", "--outdir=."]).args(files);
    run(ESBUILD, command)
}

/// Optimises a WebAssembly file into another.
pub fn shrink(from: &Path, to: &Path) -> Result<(), ProgramError> {
    let mut command = Command::new(SHRINK);
    command.args([from, to]);
    run(SHRINK, command)
}

/// `esbuild` in a folder, whose files it replaces.
fn esbuild(folder: &Path) -> Command {
    let mut command = Command::new(ESBUILD);
    command.current_dir(folder);
    command.args(["--format=esm", "--log-level=warning", "--allow-overwrite"]);
    command
}

/// Runs a program to its end; what it warns of is passed on.
fn run(program: &'static str, mut command: Command) -> Result<(), ProgramError> {
    let output = command
        .stdout(Stdio::inherit())
        .output()
        .map_err(|error| ProgramError::NotStarted { program, error })?;
    let said = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        return Err(ProgramError::Failed { program, status: output.status, said: said.into() });
    }
    // A warning that cannot be written is no reason to stop.
    drop(io::stderr().write_all(said.as_bytes()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(program: &'static str, command: Command) -> String {
        run(program, command).unwrap_err().to_string()
    }

    #[test]
    fn a_program_that_is_not_there_is_named_with_the_way_to_get_it() {
        let told = told("no-such-program", Command::new("no-such-program"));
        assert!(told.starts_with("cannot start no-such-program ("), "{told}");
        assert!(told.contains("`make setup` installs"), "{told}");
    }

    #[test]
    fn a_program_that_fails_is_named_with_what_it_said() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo no such chunk >&2; exit 3"]);
        let told = told("sh", command);
        assert!(told.starts_with("sh failed (exit status: 3): no such chunk\n"), "{told}");
        assert!(told.contains("`make setup` installs"), "{told}");
    }

    #[test]
    fn a_program_that_only_warns_succeeds() {
        let mut command = Command::new("sh");
        command.args(["-c", "echo careful >&2"]);
        assert!(run("sh", command).is_ok());
    }
}
