//! Cuts the chunks of the page out of its WebAssembly, into files that share its memory.
//!
//! It works on what the compiler made, before wasm-bindgen did, and puts the result in the place of
//! Trunk's own. Every change of a generated text is made exactly as often as it is meant to be, or
//! the build fails with its name.

mod change;
mod disk;
mod error;
mod loader;
mod programs;
mod shell;

pub use error::CutError;

use std::path::Path;

/// The loader of the pieces: it becomes a part of the page's script.
const LOADER: &str = "__wasm_split.js";

const INDEX: &str = "index.html";

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
    let work = program.with_extension("cut");
    let (pieces, bound) = (work.join("pieces"), work.join("bound"));
    disk::make_empty(&work)?;

    programs::split(program, page, &pieces)?;
    let main = format!("{page}.wasm");
    programs::bind(&pieces.join(&main), page, &bound)?;

    let loader = disk::read_text(&pieces.join(LOADER))?;
    let needs = loader::needs(&loader)?;
    shell::check_chunks(&needs)?;
    let index = shell::with_needs(&index, page, &needs)?;
    let mut files = disk::names(&pieces, &[".wasm"])?;
    files.retain(|file| *file != main);

    let script = format!("{page}.js");
    disk::write(&bound.join(LOADER), loader::fitted(&loader, page, &files)?)?;
    programs::bundle(&bound, &script)?;

    let bound_main = format!("{page}_bg.wasm");
    disk::copy(&bound.join(&script), &site.join(&script))?;
    disk::copy(&bound.join(&bound_main), &site.join(&bound_main))?;
    for file in &files {
        disk::copy(&pieces.join(file), &site.join(format!("{page}.{file}")))?;
    }
    disk::write(&site.join(INDEX), index)?;
    if build == Build::Release {
        for file in disk::names(site, &[".wasm"])? {
            programs::shrink(&site.join(file))?;
        }
        programs::minify(site, &disk::names(site, &[".css", ".js"])?)?;
    }
    disk::remove(&work)
}
