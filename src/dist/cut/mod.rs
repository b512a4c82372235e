//! Splits the page's WebAssembly into chunks: files that share its memory.
//!
//! A chunk is the code that a view needs in addition to the page: one or more chunks, one of its
//! own and possibly others shared with other chunks. A chunk is a file, which the splitter calls
//! `split_NAME`, or `chunk_NUMBER` if it is shared.
//!
//! The input is the program as the compiler emits it, before wasm-bindgen; the result replaces
//! Trunk's own. Every change of a generated text has to match exactly the expected number of times,
//! or the build fails with the name of the change. Chunks that are too small for a file of their
//! own are joined to others.

mod change;
mod chunk_files;
mod disk;
mod error;
mod join;
mod loader;
mod programs;
mod shell;
mod small;
mod unused;

pub use error::CutError;

use chunk_files::{LOADER, ProgramChunks};
use std::path::Path;

const INDEX: &str = "index.html";

/// File name of the program without its unused exports.
const PROGRAM: &str = "used.wasm";

/// Purpose of a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// For development: as fast to build as possible.
    Debug,
    /// For publication: as small as possible.
    Release,
}

/// Splits the page's program, as the compiler emitted it, and writes it into the site that Trunk
/// has built.
///
/// # Errors
/// Fails with the change, the program or the file that failed; the site is unusable then.
pub fn cut(site: &Path, program: &Path, build: Build) -> Result<(), CutError> {
    let index = disk::read_text(&site.join(INDEX))?;
    let page = shell::page_name(&index)?;
    // Kept if the build fails, for inspection.
    let work = program.with_extension("cut");
    let (cut, bound) = (work.join("cut"), work.join("bound"));
    disk::make_empty(&work)?;

    let used = work.join(PROGRAM);
    disk::write(&used, unused::leave_out(&disk::read(program)?, &unused::CLASSES)?)?;
    programs::split(&used, page, &cut)?;
    programs::bind(&cut.join(format!("{page}.wasm")), page, &bound)?;
    let mut chunks = ProgramChunks::read(&cut)?;
    shell::check_chunks(&chunks.needs)?;
    let (main, script) = (format!("{page}_bg.wasm"), format!("{page}.js"));
    match build {
        Build::Debug => disk::copy(&bound.join(&main), &site.join(&main))?,
        Build::Release => {
            let program = (bound.join(&main), site.join(&main));
            chunks.shrink(&work.join("small"), &[program])?;
        }
    }

    // The loader is bundled into the page's script.
    let files = chunks.files();
    let loader = loader::fitted(&chunks.loader, page, &files)?;
    disk::write(&bound.join(LOADER), loader)?;
    programs::bundle(&bound, &script)?;
    disk::copy(&bound.join(&script), &site.join(&script))?;
    for file in &files {
        disk::copy(&chunks.folder.join(file), &site.join(format!("{page}.{file}")))?;
    }
    disk::write(&site.join(INDEX), shell::with_needs(&index, page, &chunks.needs)?)?;
    if build == Build::Release {
        programs::minify(site, &disk::names(site, &[".css", ".js"])?)?;
    }
    disk::remove(&work)
}
