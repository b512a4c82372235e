//! What one source says of others: the modules that it declares, and the paths that lead to them.

use super::Path;
use std::collections::{BTreeMap, BTreeSet};

/// What a file says of others, test code left out.
pub(super) struct File {
    /// Where it lies, such as `src/fit/ask.rs`.
    pub path: String,
    /// How many lines it has.
    pub lines: usize,
    /// The modules that it declares.
    pub children: BTreeSet<String>,
    /// What it brings into scope from the program, and so may pass on, by its name there.
    pub names: BTreeMap<String, Path>,
    /// Every path in it that leads to a module of the program.
    pub paths: Vec<Path>,
}

impl File {
    pub(super) fn new(path: String, text: &str) -> Self {
        let (words, test_lines) = without_tests(&words(text));
        let children = declared(&words);
        let (brought, mentioned) = paths(&words);
        let is_own = |path: &Path| {
            let is_module = |first: &String| children.contains(first);
            path.first().is_some_and(|first| is_root(first) || is_module(first))
        };
        let (mut names, mut paths) = (BTreeMap::new(), mentioned);
        for (name, path) in brought {
            paths.push(path.clone());
            names.insert(name, path);
        }
        names.retain(|_, path| is_own(path));
        paths.retain(is_own);
        Self { path, lines: text.lines().count() - test_lines, children, names, paths }
    }
}

/// Whether a path that begins with this word begins at a known place.
fn is_root(word: &str) -> bool {
    matches!(word, "crate" | "self" | "super")
}

/// The modules with files of their own that a source declares.
fn declared(words: &[&str]) -> BTreeSet<String> {
    let modules = words.windows(3).filter_map(|three| match three {
        ["mod", name, ";"] => Some((*name).to_owned()),
        _ => None,
    });
    modules.collect()
}

/// The paths of every `use`, each by the name that it brings into scope, and all other paths.
fn paths(words: &[&str]) -> (Vec<(String, Path)>, Vec<Path>) {
    let (mut brought, mut mentioned) = (Vec::new(), Vec::new());
    let mut rest = words;
    while let Some((first, after)) = rest.split_first() {
        if *first == "use" {
            rest = branch(after, &[], &mut brought);
            continue;
        }
        let mut path = vec![(*first).to_owned()];
        rest = after;
        while let ["::", step, after @ ..] = rest
            && is_name(step)
        {
            path.push((*step).to_owned());
            rest = after;
        }
        if path.len() > 1 {
            mentioned.push(path);
        }
    }
    (brought, mentioned)
}

/// Reads one branch of a `use`, which grows from `stem`, and gives the words after it. A star
/// stands for the module before it.
fn branch<'w, 'a>(
    mut words: &'w [&'a str],
    stem: &[String],
    brought: &mut Vec<(String, Path)>,
) -> &'w [&'a str] {
    let mut path = stem.to_vec();
    loop {
        match words {
            ["{", after @ ..] => return branches(after, &path, brought),
            ["::", after @ ..] => words = after,
            // The stem itself: `model::{self, Hour}`.
            ["self", after @ ..] if !path.is_empty() => words = after,
            [step, after @ ..] if is_name(step) && *step != "as" => {
                path.push((*step).to_owned());
                words = after;
            }
            ["as", name, after @ ..] => {
                brought.push(((*name).to_owned(), path));
                return after;
            }
            _ => {
                brought.extend(path.last().cloned().map(|name| (name, path)));
                return words;
            }
        }
    }
}

/// Reads the branches in braces, which grow from `stem`, and gives the words after them.
fn branches<'w, 'a>(
    mut words: &'w [&'a str],
    stem: &[String],
    brought: &mut Vec<(String, Path)>,
) -> &'w [&'a str] {
    loop {
        match words {
            [] => return words,
            ["}", after @ ..] => return after,
            ["," | "*", after @ ..] => words = after,
            _ => words = branch(words, stem, brought),
        }
    }
}

/// The words of a source without its test code, and how many lines that has.
fn without_tests<'a>(words: &[Word<'a>]) -> (Vec<&'a str>, usize) {
    const TEST: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let (mut kept, mut lines) = (Vec::new(), 0);
    let mut rest = words;
    while let Some((first, after)) = rest.split_first() {
        if rest.iter().take(TEST.len()).map(|word| word.text).eq(TEST) {
            let (item, after) = rest.split_at(TEST.len() + item_len(&rest[TEST.len()..]));
            lines += item.last().map_or(0, |last| last.line - first.line + 1);
            rest = after;
        } else {
            kept.push(first.text);
            rest = after;
        }
    }
    (kept, lines)
}

/// How many words the first item has: up to a semicolon or the brace that closes it.
fn item_len(words: &[Word<'_>]) -> usize {
    let mut depth = 0_usize;
    let last = words.iter().position(|word| {
        match word.text {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" | "}" => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(word.text, ";" | "}")
    });
    last.map_or(words.len(), |last| last + 1)
}

/// A word or a sign, and the line that it stands in.
struct Word<'a> {
    text: &'a str,
    line: usize,
}

/// The words and signs of a source, without spaces, comments and what stands in quotes.
fn words(mut text: &str) -> Vec<Word<'_>> {
    let (mut words, mut line) = (Vec::new(), 1);
    while !text.is_empty() {
        let (first, after) = text.split_at(first_len(text));
        if is_name(first) || first == "::" || is_sign(first) {
            words.push(Word { text: first, line });
        }
        line += first.matches('\n').count();
        text = after;
    }
    words
}

/// Whether a piece of source is a name, a keyword or a number.
fn is_name(text: &str) -> bool {
    text.starts_with(is_of_name) && text.chars().all(is_of_name)
}

fn is_of_name(char: char) -> bool {
    char == '_' || char.is_alphanumeric()
}

/// Whether a piece of source is one sign.
fn is_sign(text: &str) -> bool {
    text.len() == 1 && !text.starts_with(char::is_whitespace)
}

/// How many bytes belong together at the beginning of a source: a word, a sign, a space, a comment
/// or all that stands in quotes.
fn first_len(text: &str) -> usize {
    let up_to = |start: usize, end: &str| {
        let found = text[start..].find(end).map(|offset| start + offset + end.len());
        found.unwrap_or(text.len())
    };
    let name = text.find(|char| !is_of_name(char)).unwrap_or(text.len());
    let (word, after) = text.split_at(name);
    let marks = after.len() - after.trim_start_matches('#').len();
    if matches!(word, "r" | "br") && after[marks..].starts_with('"') {
        return up_to(name + marks + 1, &["\"", &"#".repeat(marks)].concat());
    }
    match text.as_bytes() {
        _ if name > 0 => name,
        [b'/', b'/', ..] => up_to(0, "\n"),
        [b'/', b'*', ..] => up_to(2, "*/"),
        [b':', b':', ..] => 2,
        [b'"', ..] => quoted_len(text),
        // A character in quotes, or else a lifetime.
        [b'\'', b'\\', _, ..] => up_to(3, "'"),
        [b'\'', ..] if text.chars().nth(2) == Some('\'') => up_to(1, "'").max(3),
        _ => text.chars().next().map_or(0, char::len_utf8),
    }
}

/// How many bytes a text in quotes has, quotes included.
fn quoted_len(text: &str) -> usize {
    let mut is_escaped = false;
    let end = text.bytes().skip(1).position(|byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |end| end + 2)
}
