//! External programs of the build; `make setup` installs them.
use std::{
    error::Error,
    fmt,
    io::{self, Write as _},
    num::NonZero,
    path::{Path, PathBuf},
    process::{Command, ExitStatus, Stdio},
    sync::atomic::{AtomicUsize, Ordering::Relaxed},
    thread,
};

const SPLIT: &str = "wasm-split-cli";
const BIND: &str = "wasm-bindgen";
const ESBUILD: &str = "esbuild";
/// Script that runs `wasm-opt` with the options of this project; the path is relative to the
/// project's folder.
const SHRINK: &str = ".ci/shrink";

/// Failure of an external program.
#[derive(Debug)]
pub enum ProgramError {
    /// It could not be started.
    NotStarted {
        /// Name of the program.
        program: &'static str,
        /// Underlying error.
        error: io::Error,
    },
    /// It ended with a failure status.
    Failed {
        /// Name of the program.
        program: &'static str,
        /// Exit status.
        status: ExitStatus,
        /// Its standard error output.
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

/// Splits a program at its split points: `to` then contains the chunks, their loader and
/// `PAGE.wasm`.
pub fn split(program: &Path, page: &str, to: &Path) -> Result<(), ProgramError> {
    let mut command = Command::new(SPLIT);
    command.args(["--target", "web", "--out-name", page]).args([program, to]);
    run(SPLIT, command)
}

/// Runs wasm-bindgen on a program: `to` then contains `PAGE.js` and `PAGE_bg.wasm`.
pub fn bind(program: &Path, page: &str, to: &Path) -> Result<(), ProgramError> {
    let mut command = Command::new(BIND);
    // The chunks import the function table, which is an export of lld.
    command.args(["--target", "web", "--no-typescript", "--keep-lld-exports"]);
    command.args(["--out-name", page, "--out-dir"]).args([to, program]);
    run(BIND, command)
}

/// Bundles a script in `folder` with all that it imports into one script.
pub fn bundle(folder: &Path, script: &str) -> Result<(), ProgramError> {
    let mut command = esbuild(folder);
    // wasm-bindgen lists a module once per function that is imported from it.
    command.arg("--log-override:duplicate-object-key=silent");
    command.arg("--bundle").arg(format!("--outfile={script}")).arg(script);
    run(ESBUILD, command)
}

/// Minifies scripts and styles in `folder` in place.
pub fn minify(folder: &Path, files: &[String]) -> Result<(), ProgramError> {
    let mut command = esbuild(folder);
    command.args(["--minify", "--outdir=."]).args(files);
    run(ESBUILD, command)
}

/// A WebAssembly file and the path for the optimised one.
pub type Shrinking = (PathBuf, PathBuf);

/// Optimises WebAssembly files, as many at a time as there are processors.
pub fn shrink_all(files: &[Shrinking]) -> Result<(), ProgramError> {
    let next = AtomicUsize::new(0);
    let work = || {
        while let Some((from, to)) = files.get(next.fetch_add(1, Relaxed)) {
            shrink(from, to)?;
        }
        Ok(())
    };
    let processors = thread::available_parallelism().map_or(1, NonZero::get);
    thread::scope(|scope| {
        let workers: Vec<_> = (0..processors).map(|_| scope.spawn(work)).collect();
        workers.into_iter().try_for_each(|worker| {
            worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))
        })
    })
}

fn shrink(from: &Path, to: &Path) -> Result<(), ProgramError> {
    let mut command = Command::new(SHRINK);
    command.args([from, to]);
    run(SHRINK, command)
}

/// Returns an `esbuild` command that runs in `folder` and may overwrite its files.
fn esbuild(folder: &Path) -> Command {
    let mut command = Command::new(ESBUILD);
    command.current_dir(folder);
    command.args(["--format=esm", "--log-level=warning", "--allow-overwrite"]);
    command
}

/// Runs a program to completion and passes its warnings on.
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
