//! Files that a reader gives to the page, up to three together, with lines of `====` between them.

use std::sync::LazyLock;

use jari::model::{Instant, fingerprint, read};
use jari::session::CapacityFile;
use jari::session::own_file::{OwnFiles, data_view};
use jari::words::Lang;

/// The time that counts where files bear none.
static NOW: LazyLock<Instant> = LazyLock::new(|| Instant::parse("2027-01-04").expect("a day"));

/// Gives the bytes to the page as a reader does, and looks at what it says of them.
pub fn check(bytes: &[u8]) {
    let mut files = OwnFiles::default();
    for (index, part) in parts(bytes).into_iter().take(3).enumerate() {
        // The browser's own tables stand behind this; here they know no letter.
        files.add(&format!("{index}.json"), Ok(part.to_vec()), |_| None);
    }
    files.draw_up(*NOW);
    told(&files);
    if let Some(bytes) = files.to_read() {
        let file = read(&bytes).map(|it| CapacityFile::new(it, fingerprint(&bytes)));
        files.note_read(&bytes, file);
    }
    told(&files);
    let can_use = files.can_use();
    let used = files.take(1);
    assert_eq!(used.is_some(), can_use);
    if let Some(used) = used {
        assert!(files.is_empty() && !used.file.snapshot.blocks.is_empty());
    }
}

/// The bytes between the lines of `====`.
fn parts(mut bytes: &[u8]) -> Vec<&[u8]> {
    const BETWEEN: &[u8] = b"\n====\n";
    let mut parts = Vec::new();
    while let Some(at) = bytes.windows(BETWEEN.len()).position(|window| window == BETWEEN) {
        parts.push(&bytes[..at]);
        bytes = &bytes[at + BETWEEN.len()..];
    }
    parts.push(bytes);
    parts
}

/// Every sentence is one, in both languages.
fn told(files: &OwnFiles) {
    for lang in [Lang::Ko, Lang::En] {
        let view = data_view(files, lang);
        let summed = view.summary.iter().flat_map(|it| it.lines.iter().chain(&it.notes.sentences));
        let problems = view.files.iter().filter_map(|row| row.problem.as_ref());
        for text in summed.chain(problems).chain(view.stopped.as_ref()) {
            assert!(!text.is_empty() && !text.chars().any(char::is_control), "{text:?}");
        }
    }
}
