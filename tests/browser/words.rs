//! Where the built program has its words: those of a view that is loaded when it is first shown lie
//! in the files of that view, not in the first load.

use jari::words::catalogue::PARTS;
use std::fs;
use std::path::Path;

/// Parts of the catalogue that nothing of the first load names.
const LATER: [&str; 9] = [
    "compare",
    "drafts",
    "exported",
    "file_problems",
    "handover",
    "problems",
    "size",
    "size_steps",
    "submit",
];

/// Shorter texts, such as "GPU", are found among the bytes of anything.
const SHORTEST: usize = 14;

/// The WebAssembly of the site: of the first load, and of all that is loaded later.
fn programs() -> (Vec<u8>, Vec<u8>) {
    let dist = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/dist"));
    let (mut first, mut later) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(dist).expect("dist/") {
        let path = entry.expect("a file").path();
        if path.extension().is_some_and(|end| end == "wasm") {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            let to = if name.starts_with("page_bg-") { &mut first } else { &mut later };
            to.extend(fs::read(&path).expect("a program"));
        }
    }
    (first, later)
}

fn has(program: &[u8], text: &str) -> bool {
    program.windows(text.len()).any(|bytes| bytes == text.as_bytes())
}

#[test]
fn words_of_a_view_that_is_loaded_later_are_not_in_the_first_load() {
    let (first, later) = programs();
    let (mut left, mut stayed) = (0, Vec::new());
    for (part, entries) in PARTS.iter().filter(|(part, _)| LATER.contains(part)) {
        for (name, entry) in *entries {
            for text in [entry.ko, entry.en].into_iter().filter(|text| text.len() >= SHORTEST) {
                left += usize::from(has(&later, text));
                if has(&first, text) {
                    stayed.push(format!("{part}::{name}: {text}"));
                }
            }
        }
    }
    assert!(stayed.is_empty(), "something of the first load names these:\n{}", stayed.join("\n"));
    assert!(left > 500, "only {left} texts are where they should be: is this how they are kept?");
}
