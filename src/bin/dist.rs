//! Command-line tool for the site: `dist cut` splits the built program into chunks, `dist finish`
//! turns the result into the files that a host serves, `dist serve` serves them as production
//! would, `dist size` measures the first load.
use jari::dist::{
    cut::{self, Build},
    files::Files,
    finish::{finish_after, settings},
    identity,
    policy::Policy,
    serve::{self, Site},
    size::FirstLoad,
    subscriptions::Before,
    worker,
};
use lexopt::prelude::*;
use std::{
    error::Error,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

const USAGE: &str = "\
usage: dist cut DIR --program FILE.wasm [--release]
       dist finish DIR [--before PATH]     (the capacity file before, or the folder of the site before)
       dist serve DIR [--port 8080] [--idle-minutes 60]
       dist size DIR [--budget-kb 170]     (1 kB = 1000 bytes, of brotli)";

enum Task {
    Cut { dir: PathBuf, program: PathBuf, build: Build },
    Finish { dir: PathBuf, before: Option<PathBuf> },
    Serve { dir: PathBuf, port: u16, idle_minutes: u64 },
    Size { dir: PathBuf, budget_kb: usize },
}

fn main() -> ExitCode {
    let task = match task() {
        Ok(task) => task,
        Err(error) => {
            eprintln!("{error}\n{USAGE}");
            return ExitCode::from(2);
        }
    };
    let done = match task {
        Task::Cut { dir, program, build } => cut::cut(&dir, &program, build).map_err(Into::into),
        Task::Finish { dir, before } => finish_site(&dir, before.as_deref()),
        Task::Serve { dir, port, idle_minutes } => serve(dir, port, idle_minutes),
        Task::Size { dir, budget_kb } => size(dir, budget_kb),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

fn task() -> Result<Task, lexopt::Error> {
    let mut name = None;
    let mut dir = None;
    let (mut program, mut build, mut before) = (None, Build::Debug, None);
    let (mut port, mut idle_minutes, mut budget_kb) = (8080, 60, 170);
    let mut args = lexopt::Parser::from_env();
    while let Some(arg) = args.next()? {
        match (arg, name.as_deref()) {
            (Value(value), None) => name = Some(value.string()?),
            (Value(value), Some(_)) if dir.is_none() => dir = Some(PathBuf::from(value)),
            (Long("program"), Some("cut")) => program = Some(PathBuf::from(args.value()?)),
            (Long("release"), Some("cut")) => build = Build::Release,
            (Long("before"), Some("finish")) => before = Some(PathBuf::from(args.value()?)),
            (Long("port"), Some("serve")) => port = args.value()?.parse()?,
            (Long("idle-minutes"), Some("serve")) => idle_minutes = args.value()?.parse()?,
            (Long("budget-kb"), Some("size")) => budget_kb = args.value()?.parse()?,
            (other, _) => return Err(other.unexpected()),
        }
    }
    let dir = dir.ok_or("which folder?")?;
    match name.as_deref() {
        Some("cut") => {
            let program = program.ok_or("which --program?")?;
            Ok(Task::Cut { dir, program, build })
        }
        Some("finish") => Ok(Task::Finish { dir, before }),
        Some("serve") => Ok(Task::Serve { dir, port, idle_minutes }),
        Some("size") => Ok(Task::Size { dir, budget_kb }),
        _ => Err("cut, finish, serve or size?".into()),
    }
}

fn finish_site(dir: &Path, before: Option<&Path>) -> Result<(), Box<dyn Error>> {
    let before = before.map_or(Ok(Before::default()), Before::read)?;
    let files = finish_after(&Files::read(dir)?, &before)?;
    files.write(dir)?;
    let (count, version) = (files.paths().count(), worker::version(&files));
    println!("{}: {count} files, version {version}", dir.display());
    let settings = settings(&files)?;
    println!("it says of itself: {}", identity::in_a_line(&settings));
    let policy = Policy::of(&settings)?;
    let others = policy.others().join(" ");
    if !others.is_empty() {
        println!(
            "its policy allows {others} too: send the headers of {}",
            dir.join("_headers").display()
        );
    }
    Ok(())
}

fn serve(dir: PathBuf, port: u16, idle_minutes: u64) -> Result<(), Box<dyn Error>> {
    let site = Site::open(&dir)?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let listener = serve::listen(port).await?;
        let address = listener.local_addr()?;
        println!("{} on http://{address}/ with the production headers", dir.display());
        println!("ends by Ctrl-C, or after {idle_minutes} minutes without a request");
        let idle = Duration::from_secs(idle_minutes.saturating_mul(60));
        tokio::select! {
            served = site.serve(listener, Some(idle)) => {
                served?;
                println!("ended: {idle_minutes} minutes without a request");
            }
            interrupted = tokio::signal::ctrl_c() => {
                interrupted?;
                println!("ended");
            }
        }
        Ok(())
    })
}

fn size(dir: PathBuf, budget_kb: usize) -> Result<(), Box<dyn Error>> {
    let load = FirstLoad::weigh(&dir)?;
    let (reached, budget) = (load.total().brotli, budget_kb.saturating_mul(1000));
    print!("{load}");
    if reached > budget {
        return Err(
            format!("{} bytes of brotli over the budget of {budget}", reached - budget).into()
        );
    }
    println!("{} bytes of brotli under the budget of {budget}", budget - reached);
    Ok(())
}
