//! Cuts the chunks of the page out of its WebAssembly, into files that share its memory.
//!
//! A chunk is what a view needs besides the page: one or more pieces, of which one is its own and
//! others may be shared with other chunks. A piece is a file, which the splitter calls `split_NAME`,
//! or `chunk_NUMBER` where it is shared.
//!
//! It works on what the compiler made, before wasm-bindgen did, and puts the result in the place of
//! Trunk's own. Every change of a generated text is made exactly as often as it is meant to be, or
//! the build fails with its name. Pieces that are too small for a file of their own become parts of
//! others.

mod change;
mod disk;
mod error;
mod join;
mod loader;
mod pieces;
mod programs;
mod shell;
mod small;
mod unused;

pub use error::CutError;

use pieces::{LOADER, Pieces};
use std::path::Path;

const INDEX: &str = "index.html";

/// The program without what nobody uses of it.
const PROGRAM: &str = "used.wasm";

/// What a build is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Build {
    /// To be worked on: as quick as it can be.
    Debug,
    /// To be published: as small as it can be.
    Release,
}

/// Cuts the page's program, as the compiler made it, into the site that Trunk has built.
///
/// # Errors
/// Names the change, the program or the file that failed; the site is of no use then.
pub fn cut(site: &Path, program: &Path, build: Build) -> Result<(), CutError> {
    let index = disk::read_text(&site.join(INDEX))?;
    let page = shell::page_name(&index)?;
    // It stays where the build fails, to be looked at.
    let work = program.with_extension("cut");
    let (cut, bound) = (work.join("cut"), work.join("bound"));
    disk::make_empty(&work)?;

    let used = work.join(PROGRAM);
    disk::write(&used, unused::leave_out(&disk::read(program)?, &unused::CLASSES)?)?;
    programs::split(&used, page, &cut)?;
    programs::bind(&cut.join(format!("{page}.wasm")), page, &bound)?;
    let mut pieces = Pieces::read(&cut)?;
    shell::check_chunks(&pieces.needs)?;
    let (main, script) = (format!("{page}_bg.wasm"), format!("{page}.js"));
    match build {
        Build::Debug => disk::copy(&bound.join(&main), &site.join(&main))?,
        Build::Release => {
            programs::shrink(&bound.join(&main), &site.join(&main))?;
            pieces.shrink(&work.join("small"))?;
        }
    }

    // The loader becomes a part of the page's script.
    let files = pieces.files();
    let loader = loader::fitted(&pieces.loader, page, &files)?;
    disk::write(&bound.join(LOADER), loader)?;
    programs::bundle(&bound, &script)?;
    disk::copy(&bound.join(&script), &site.join(&script))?;
    for file in &files {
        disk::copy(&pieces.folder.join(file), &site.join(format!("{page}.{file}")))?;
    }
    disk::write(&site.join(INDEX), shell::with_needs(&index, page, &pieces.needs)?)?;
    if build == Build::Release {
        programs::minify(site, &disk::names(site, &[".css", ".js"])?)?;
    }
    disk::remove(&work)
}
