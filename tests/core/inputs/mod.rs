//! Everything that comes in from outside, and what must hold of it whatever it says.
//!
//! One function an input, which panics where a promise is broken. `make fuzz` throws millions of
//! inputs at each of them; the folder of the same name holds what it begins with, and every input
//! that once broke something.

mod answers;
mod applications;
pub mod capacity;
mod drafts;
mod import;
mod lines;
mod link;
mod own_file;
mod settings;
mod submission;

/// Takes any bytes.
pub type Check = fn(&[u8]);

/// The inputs by the names of their folders; `tests/fuzz/run.sh` lists the same names.
pub const ALL: [(&str, Check); 12] = [
    ("capacity", capacity::answered),
    ("settings", settings::check),
    ("link", link::check),
    ("config", lines::config),
    ("request", lines::request),
    ("workload", lines::workload),
    ("drafts", drafts::check),
    ("submission", submission::check),
    ("import", import::check),
    ("own-file", own_file::check),
    ("applications", applications::check),
    ("answers", answers::check),
];

/// What is read as text comes from the browser as UTF-8.
fn text(bytes: &[u8]) -> Option<&str> {
    core::str::from_utf8(bytes).ok()
}
