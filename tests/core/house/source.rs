//! One source, parsed: its types, functions, closures, names and comments, test code left out.

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens as _;
use std::collections::BTreeSet;
use syn::spanned::Spanned as _;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr, ImplItemFn, Item, ItemFn, ItemMod, Stmt, Visibility};

/// What a source has in it.
pub(super) struct Source {
    /// Where it lies, such as `src/fit/ask.rs`.
    pub path: String,
    /// Lines without those of tests.
    pub lines: usize,
    /// Names of structs, enums, traits and types that other files can see.
    pub public_types: Vec<String>,
    pub functions: Vec<Function>,
    /// Number of closures.
    pub closures: usize,
    /// Every identifier.
    pub names: BTreeSet<String>,
    /// Doc comments.
    pub comments: Vec<Comment>,
}

/// A function.
pub(super) struct Function {
    pub name: String,
    pub lines: usize,
    /// `true` where it is one long list: its longest statement is a match, a literal or a call that
    /// takes most of its lines and has no control flow of its own below.
    pub is_flat: bool,
}

/// The first line of a doc comment.
pub(super) struct Comment {
    pub line: usize,
    pub text: String,
}

impl Source {
    pub(super) fn new(path: String, text: &str) -> Self {
        let file = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut source = Self {
            path,
            lines: text.lines().count(),
            public_types: Vec::new(),
            functions: Vec::new(),
            closures: 0,
            names: BTreeSet::new(),
            comments: first_lines(text),
        };
        source.visit_file(&file);
        source
    }

    fn add_type(&mut self, name: &syn::Ident, visibility: &Visibility) {
        if !matches!(visibility, Visibility::Inherited) {
            self.public_types.push(name.to_string());
        }
    }

    fn add_function(&mut self, name: &syn::Ident, block: &Block) {
        let lines = lines_of(block);
        self.functions.push(Function { name: name.to_string(), lines, is_flat: is_flat(block) });
    }
}

impl<'ast> Visit<'ast> for Source {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Struct(it) => self.add_type(&it.ident, &it.vis),
            Item::Enum(it) => self.add_type(&it.ident, &it.vis),
            Item::Trait(it) => self.add_type(&it.ident, &it.vis),
            Item::Type(it) => self.add_type(&it.ident, &it.vis),
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        if is_test(&module.attrs) {
            let last = module.span().end().line;
            let first = module.span().start().line;
            self.lines -= last + 1 - first;
            self.comments.retain(|comment| !(first..=last).contains(&comment.line));
        } else {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_fn(&mut self, function: &'ast ItemFn) {
        self.add_function(&function.sig.ident, &function.block);
        visit::visit_item_fn(self, function);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        self.add_function(&function.sig.ident, &function.block);
        visit::visit_impl_item_fn(self, function);
    }

    fn visit_expr_closure(&mut self, closure: &'ast syn::ExprClosure) {
        self.closures += 1;
        visit::visit_expr_closure(self, closure);
    }

    fn visit_ident(&mut self, name: &'ast syn::Ident) {
        self.names.insert(name.to_string());
    }
}

/// Returns `true` for `#[cfg(test)]` and its like.
fn is_test(attributes: &[Attribute]) -> bool {
    let mentions_test = |attribute: &Attribute| {
        attribute.path().is_ident("cfg") && mentions(attribute.meta.to_token_stream(), "test")
    };
    attributes.iter().any(mentions_test)
}

fn mentions(tokens: TokenStream, word: &str) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(name) => name == word,
        TokenTree::Group(group) => mentions(group.stream(), word),
        _ => false,
    })
}

/// Lines from the opening to the closing brace.
fn lines_of(block: &Block) -> usize {
    let braces = block.brace_token.span;
    braces.close().end().line + 1 - braces.open().start().line
}

/// Returns `true` where one statement has at least two thirds of the lines and is a list: a match, or a
/// literal of a struct, an array or a tuple.
fn is_flat(block: &Block) -> bool {
    let of_statement = |statement: &Stmt| {
        let span = statement.span();
        (span.end().line + 1 - span.start().line, is_list(statement))
    };
    let longest = block.stmts.iter().map(of_statement).max_by_key(|(lines, _)| *lines);
    longest.is_some_and(|(lines, is_list)| is_list && 3 * lines >= 2 * lines_of(block))
}

fn is_list(statement: &Stmt) -> bool {
    let expression = match statement {
        Stmt::Expr(expression, _) => expression,
        Stmt::Local(local) => match &local.init {
            Some(init) => &init.expr,
            None => return false,
        },
        _ => return false,
    };
    matches!(expression, Expr::Match(_) | Expr::Struct(_) | Expr::Array(_) | Expr::Tuple(_))
}

/// The first line of each run of `///` or `//!`.
fn first_lines(text: &str) -> Vec<Comment> {
    let mut comments = Vec::new();
    let mut in_comment = false;
    for (index, line) in text.lines().enumerate() {
        let line = line.trim_start();
        let comment = line.strip_prefix("///").or_else(|| line.strip_prefix("//!"));
        match comment {
            Some(text) if !in_comment => {
                comments.push(Comment { line: index + 1, text: text.trim().to_owned() });
                in_comment = true;
            }
            Some(_) => {}
            None => in_comment = false,
        }
    }
    comments
}
