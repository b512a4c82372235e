//! What docs/reliability.md promises: each of its rows names the browser test that causes the fault,
//! under a heading that names the files of these tests.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn every_fault_that_is_told_is_caused_by_a_test() {
    let text = fs::read_to_string(root().join("docs/reliability.md")).unwrap();
    let (mut rows, mut without) = (0, Vec::new());
    for section in text.split("\n## ").skip(1) {
        let (heading, rest) = section.split_once('\n').unwrap();
        let tests: BTreeSet<String> = files_of(heading).flat_map(|file| tests_in(&file)).collect();
        // A row after the heading of its table and the line below that.
        for row in rest.lines().filter(|line| line.starts_with("| ")).skip(1) {
            let named = quoted(row.trim_end_matches('|').rsplit('|').next().unwrap_or_default());
            let missing: Vec<&str> =
                named.iter().copied().filter(|it| !tests.contains(*it)).collect();
            if named.is_empty() || !missing.is_empty() {
                without.push(format!("{heading}: {row}"));
            }
            rows += 1;
        }
    }
    assert!(rows > 60, "{rows} rows");
    assert!(without.is_empty(), "rows without such a test:\n{}", without.join("\n"));
}

#[test]
fn every_test_in_a_browser_belongs_to_an_area_that_says_what_it_promises() {
    let suite = fs::read_to_string(root().join("tests/browser/suite.rs")).unwrap();
    let areas = suite.lines().filter_map(|line| line.strip_prefix("mod ")?.strip_suffix(';'));
    let mut tests = 0;
    for area in areas {
        let file = format!("{area}.rs");
        let text = fs::read_to_string(browser_tests().join(&file)).unwrap();
        assert!(text.starts_with("//! "), "{file} does not begin with what it promises");
        let of_area = tests_in(&file).len();
        assert!(of_area > 0, "{file} has no test");
        tests += of_area;
    }
    assert!(tests > 250, "{tests} tests");
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn browser_tests() -> PathBuf {
    root().join("tests/browser")
}

/// The files that a heading names: `tests/browser/offline.rs` in whole, further ones by their name.
fn files_of(heading: &str) -> impl Iterator<Item = String> {
    quoted(heading).into_iter().map(|path| path.rsplit('/').next().unwrap_or(path).to_owned())
}

/// What stands between backticks.
fn quoted(text: &str) -> Vec<&str> {
    text.split('`').skip(1).step_by(2).collect()
}

/// The names of the tests of a file of `tests/browser`.
fn tests_in(file: &str) -> BTreeSet<String> {
    let path = browser_tests().join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{file}: {error}"));
    let is_test = |item: &syn::ItemFn| item.attrs.iter().any(|it| it.path().is_ident("test"));
    let items = syn::parse_file(&text).unwrap().items.into_iter();
    let functions = items.filter_map(|item| match item {
        syn::Item::Fn(function) => Some(function),
        _ => None,
    });
    functions.filter(is_test).map(|function| function.sig.ident.to_string()).collect()
}
