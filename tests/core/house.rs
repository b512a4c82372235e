//! How the sources read: names with one meaning, comments that begin with what an item is, functions
//! that fit on a screen, few closures. Each limit is checked over all of `src`.

mod source;

use crate::structure::read_into;
use source::{Function, Source};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The most lines of a function, unless it is flat.
const MOST_LINES: usize = 60;

/// Longer for a reason: one future that may rest after any entry. Cut into several, it made the first
/// load a kilobyte longer.
const LONG: [(&str, &str); 1] = [("src/model/read/mod.rs", "snapshot")];

/// The most closures in a hundred lines of a room, where there is a limit.
const MOST_CLOSURES: [(&str, f64); 2] = [("fit", 6.0), ("show", 8.0)];

/// Words with which a doc comment describes a thing by a clause, and leaves it unnamed.
const CLAUSES: [&str; 5] = ["What", "That", "Whether", "How", "Where"];

#[test]
fn no_type_has_the_name_of_another() {
    let mut files: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in sources() {
        for name in source.public_types {
            files.entry(name).or_default().insert(source.path.clone());
        }
    }
    assert!(files.len() > 300, "{}", files.len());
    // A mirror of JSON is named for what it mirrors, and is seen nowhere else.
    let twice = files.iter().filter(|(name, at)| at.len() > 1 && !name.ends_with("Json"));
    let twice: Vec<String> = twice.map(|(name, at)| format!("{name}: {at:?}")).collect();
    assert!(twice.is_empty(), "one name for several types:\n{}", twice.join("\n"));
}

#[test]
fn doc_comments_begin_with_what_an_item_is() {
    let mut found = Vec::new();
    for source in sources() {
        let clauses = source.comments.iter().filter(|comment| {
            let first = comment.text.split(|c: char| !c.is_alphabetic()).next();
            first.is_some_and(|first| CLAUSES.contains(&first))
        });
        found.extend(clauses.map(|it| format!("{}:{} {}", source.path, it.line, it.text)));
    }
    assert!(found.is_empty(), "{} comments:\n{}", found.len(), found.join("\n"));
}

#[test]
fn functions_fit_on_a_screen() {
    let mut long = Vec::new();
    for source in sources() {
        let is_allowed = |name: &str| LONG.contains(&(source.path.as_str(), name));
        let over = |it: &&Function| it.lines > MOST_LINES && !it.is_flat && !is_allowed(&it.name);
        let named = source.functions.iter().filter(over);
        long.extend(named.map(|it| format!("{} {}: {} lines", source.path, it.name, it.lines)));
    }
    assert!(long.is_empty(), "over {MOST_LINES} lines:\n{}", long.join("\n"));
}

#[test]
fn closures_stay_few() {
    let mut rooms: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for source in sources() {
        let room = source.path.split('/').nth(1).unwrap_or_default().to_owned();
        let (closures, lines) = rooms.entry(room).or_default();
        *closures += source.closures;
        *lines += source.lines;
    }
    let in_hundred = |room: &str| {
        let (closures, lines) = rooms[room];
        100.0 * closures as f64 / lines as f64
    };
    if std::env::var_os("JARI_ROWS").is_some() {
        for room in rooms.keys() {
            crate::say(&format!("closures in a hundred lines of {room}: {:.1}", in_hundred(room)));
        }
    }
    for (room, most) in MOST_CLOSURES {
        let closures = in_hundred(room);
        assert!(closures < most, "{room}: {closures:.1} closures in a hundred lines");
    }
}

#[test]
fn words_of_the_glossary_that_we_do_not_use_are_absent() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let glossary = fs::read_to_string(folder.join("docs/GLOSSARY.md")).unwrap();
    let (_, unused) = glossary.split_once("## Terms that we do not use").unwrap();
    let rows = unused.lines().filter(|line| line.starts_with("| ")).skip(1);
    // "pressed (of a file)": the word, and where it would be wrong.
    let words = rows.filter_map(|row| row.split('|').nth(1)?.trim().split('(').next());
    let words: Vec<&str> = words.map(str::trim).collect();
    assert!(words.len() >= 5, "{words:?}");
    let mut found = Vec::new();
    for source in sources() {
        let used = words.iter().filter(|word| source.names.contains(**word));
        found.extend(used.map(|word| format!("{}: {word}", source.path)));
    }
    assert!(found.is_empty(), "names that the glossary replaces:\n{}", found.join("\n"));
}

/// Every source of the program.
fn sources() -> Vec<Source> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut texts = Vec::new();
    read_into(&mut texts, folder, "src");
    // A file of tests alone may read as tests do.
    texts.retain(|(path, _)| !path.ends_with("/tests.rs"));
    assert!(texts.len() > 300, "{}", texts.len());
    texts.into_iter().map(|(path, text)| Source::new(path, &text)).collect()
}
