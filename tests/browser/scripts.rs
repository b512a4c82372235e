//! The built JavaScript: nothing in it makes code or markup of a text, or knows another origin.
//!
//! The policy forbids the same at run time; here it is not even there, whatever wasm-bindgen and
//! esbuild come to write.

use std::fs;
use std::path::Path;

/// What may not be there, and why.
const BANNED: [(&str, &str); 11] = [
    ("eval", "makes code of a text"),
    ("Function(", "makes code of a text"),
    ("innerHTML", "makes markup of a text"),
    ("outerHTML", "makes markup of a text"),
    ("insertAdjacentHTML", "makes markup of a text"),
    ("createContextualFragment", "makes markup of a text"),
    ("document.write", "makes markup of a text"),
    ("http://", "is another origin"),
    ("https://", "is another origin"),
    ("ws://", "is another origin"),
    ("wss://", "is another origin"),
];

/// What of [`BANNED`] is in `script`: as a word of its own, and not as the beginning of a text,
/// where wasm-bindgen has the name of a function for a message (`` `Function(${name})` ``).
fn found(script: &str) -> Vec<String> {
    let is_word = |char: char| char.is_alphanumeric() || "_$`".contains(char);
    let mut found = Vec::new();
    for (banned, why) in BANNED {
        for (at, _) in script.match_indices(banned) {
            let begins = !script[..at].ends_with(is_word) || banned.contains("://");
            let ends = banned != "eval" || !script[at + banned.len()..].starts_with(is_word);
            if begins && ends {
                let around: String = script[at..].chars().take(60).collect();
                found.push(format!("{around:?} {why}"));
            }
        }
    }
    found
}

/// Every script below a folder, by its path.
fn scripts(folder: &Path) -> Vec<(String, String)> {
    let entries = fs::read_dir(folder).expect("dist/: make dist builds it");
    let paths = entries.map(|entry| entry.expect("an entry of a folder").path());
    let (folders, files): (Vec<_>, Vec<_>) = paths.partition(|path| path.is_dir());
    let is_script = |path: &Path| path.extension().is_some_and(|it| it == "js" || it == "mjs");
    let read = |path: &Path| fs::read_to_string(path).expect("a script is a text");
    let own = files.iter().filter(|path| is_script(path));
    let own = own.map(|path| (path.display().to_string(), read(path)));
    own.chain(folders.iter().flat_map(|folder| scripts(folder))).collect()
}

#[test]
fn built_scripts_make_nothing_of_texts() {
    let scripts = scripts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("dist"));
    assert!(scripts.iter().any(|(path, _)| path.contains("/boot-")), "boot.js is not in dist/");
    assert!(scripts.len() >= 2, "the page's own script is not in dist/");
    for (path, script) in scripts {
        assert!(found(&script).is_empty(), "{path}: {:?}", found(&script));
    }
}

#[test]
fn what_is_banned_is_found() {
    let bad = [
        "eval(x)",
        "window.eval(x)",
        "new Function('a')",
        "globalThis.Function(a)",
        "a.innerHTML=b",
        "document.write(b)",
        "import('https://example.org/a.js')",
    ];
    for script in bad {
        assert_eq!(found(script).len(), 1, "{script}");
    }
    for script in ["let evaluated=retrieval(x)", "isFunction(x)", "`Function(${name})`"] {
        assert_eq!(found(script), Vec::<String>::new(), "{script}");
    }
}
