//! Paths in a JSON document, and the problems found so far.

use super::words::quote;
use crate::model::limits::{MAX_PROBLEMS, MAX_QUOTE_CHARS};
use crate::model::problem::{Problem, ProblemKind, Resolution};

/// Problems found so far; the first [`MAX_PROBLEMS`] are kept, the others are counted.
#[derive(Default)]
pub(super) struct Notes {
    problems: Vec<Problem>,
    more: usize,
}

impl Notes {
    pub(super) fn add(&mut self, path: JsonPath<'_>, kind: ProblemKind, resolution: Resolution) {
        if self.problems.len() < MAX_PROBLEMS {
            // The path is written out only for a problem that is kept: there may be millions.
            self.problems.push(Problem { path: path.text(), kind, resolution });
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    pub(super) fn finish(mut self) -> Vec<Problem> {
        if self.more > 0 {
            let kind = ProblemKind::More { count: self.more };
            self.problems.push(Problem { path: "$".into(), kind, resolution: Resolution::Counted });
        }
        self.problems
    }
}

/// Path of a value in the document: a linked list of steps on the stack, written out only for a
/// problem.
#[derive(Clone, Copy)]
pub(super) struct JsonPath<'a> {
    parent: Option<&'a JsonPath<'a>>,
    step: PathStep<'a>,
}

#[derive(Clone, Copy)]
enum PathStep<'a> {
    Root,
    Key(&'a str),
    Index(usize),
}

impl JsonPath<'_> {
    pub(super) const ROOT: JsonPath<'static> = JsonPath { parent: None, step: PathStep::Root };

    pub(super) fn key<'b>(&'b self, key: &'b str) -> JsonPath<'b> {
        JsonPath { parent: Some(self), step: PathStep::Key(key) }
    }

    pub(super) fn index(&self, index: usize) -> JsonPath<'_> {
        JsonPath { parent: Some(self), step: PathStep::Index(index) }
    }

    /// Returns the index of the entry if this is an entry of a list.
    pub(super) const fn entry_index(self) -> Option<usize> {
        match self.step {
            PathStep::Index(index) => Some(index),
            PathStep::Root | PathStep::Key(_) => None,
        }
    }

    /// Returns it as text, such as `$.blocks[2].nodes`.
    pub(super) fn text(self) -> String {
        let mut path = self.parent.map_or_else(String::new, |parent| parent.text());
        match self.step {
            PathStep::Root => path.push('$'),
            PathStep::Index(index) => {
                path.push('[');
                path.push_str(&index.to_string());
                path.push(']');
            }
            PathStep::Key(key) if is_plain(key) => {
                path.push('.');
                path.push_str(key);
            }
            PathStep::Key(key) => {
                path.push_str("[\"");
                path.push_str(&quote(key));
                path.push_str("\"]");
            }
        }
        path
    }
}

/// Returns `true` if a key can be written in a path without quotes.
fn is_plain(key: &str) -> bool {
    // A longer key is written in the quoted form, where it is cut.
    (1..=MAX_QUOTE_CHARS).contains(&key.len())
        && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$')
}
