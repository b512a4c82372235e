//! Content of each chunk, and how it is loaded.
//!
//! `dist cut` moves the code that only a function marked `wasm_split` reaches out of the page's
//! WebAssembly, into a file that shares its memory. That function returns functions: once loaded,
//! they are called like any other. Each is marked by the name of its [`Chunk`], or the build fails.

use super::components::node_map::node_table;
use super::components::{display_list, glossary, save_png};
use super::lazy::{
    Chunks, DataCode, FitCode, NotLoaded, PicturesCode, ProblemsCode, SaveCode, ViewCode,
};
use super::unread_bar::unread_bar;
use super::views::{capacity, data, fit, round::round_view, size::size_view};
use crate::exchange::out;
use crate::session::{Chunk, answer_form, changed_best_offer};
use crate::words::problem;
use wasm_split_helpers::wasm_split;

/// Loads a chunk, unless it is there or on its way.
pub fn load(chunks: Chunks, chunk: Chunk) {
    match chunk {
        Chunk::Pictures => chunks.pictures.load_with(pictures()),
        Chunk::Fit => chunks.fit.load_with(fit()),
        Chunk::Size => chunks.size.load_with(size()),
        Chunk::Round => chunks.round.load_with(round()),
        Chunk::Data => chunks.data.load_with(own_data()),
        Chunk::Save => chunks.save.load_with(save()),
        Chunk::Problems => chunks.problems.load_with(problems()),
    }
}

static PICTURES: PicturesCode = PicturesCode {
    free_time: capacity::free_time,
    lanes: capacity::lanes,
    programme: capacity::programme,
    details: capacity::details,
    node_table,
    glossary,
};

/// Loads the part of the capacity view below its map.
#[wasm_split(pictures, fallible)]
fn pictures() -> Result<&'static PicturesCode, NotLoaded> {
    Ok(&PICTURES)
}

static FIT: FitCode = FitCode {
    view: fit::fit_view,
    answer: answer_form,
    changed: changed_best_offer,
    watch: fit::watch,
    glossary,
};

/// Loads the fit view.
#[wasm_split(fit, fallible)]
fn fit() -> Result<&'static FitCode, NotLoaded> {
    Ok(&FIT)
}

static SIZE: ViewCode = ViewCode { view: size_view, glossary };

/// Loads the size view.
#[wasm_split(size, fallible)]
fn size() -> Result<&'static ViewCode, NotLoaded> {
    Ok(&SIZE)
}

static ROUND: ViewCode = ViewCode { view: round_view, glossary };

/// Loads the round view.
#[wasm_split(round, fallible)]
fn round() -> Result<&'static ViewCode, NotLoaded> {
    Ok(&ROUND)
}

static DATA: DataCode =
    DataCode { view: data::data_view, in_use: data::in_use, restore: data::restore, glossary };

/// Loads the view of a reader's own file.
#[wasm_split(data, fallible)]
fn own_data() -> Result<&'static DataCode, NotLoaded> {
    Ok(&DATA)
}

static SAVE: SaveCode = SaveCode {
    table_csv: out::table_csv,
    calls_ics: out::calls_ics,
    offer_ics: out::offer_ics,
    handover: out::handover::Handover::text,
    picture: display_list,
    picture_svg: out::picture_svg,
    save_png,
};

/// Loads the code that writes files to be saved.
#[wasm_split(save, fallible)]
fn save() -> Result<&'static SaveCode, NotLoaded> {
    Ok(&SAVE)
}

static PROBLEMS: ProblemsCode = ProblemsCode { explain: problem::text, unread_bar };

/// Loads the explanations of problems with a file or with the link.
#[wasm_split(problems, fallible)]
fn problems() -> Result<&'static ProblemsCode, NotLoaded> {
    Ok(&PROBLEMS)
}
