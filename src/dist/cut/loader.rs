//! The loader script that wasm-split-cli generates, which fetches the chunks of the program.
use super::change::{ChangeError, replace_once, replace_times};
use std::{
    collections::{BTreeMap, BTreeSet},
    error::Error,
    fmt,
};

/// Start of the declaration of a chunk shared by several split points.
const SHARED: &str = "const __chunk_";

/// Prefix of the name of such a chunk.
const CHUNK: &str = "__chunk_";

/// Start of the declaration of a split point.
const SPLIT: &str = "export const __wasm_split_load_";

/// Text before the name of a fetched file.
const FETCHED: &str = "new URL(\"./";

/// Description of the part that every declaration needs.
const LIST: &str = "a list of what it needs";

/// Function that sets the content type, because some hosts do not know the type of WebAssembly and
/// browsers stream no other.
const TYPED: &str = r#"function typed(answer) {
  const type = "application/wasm";
  if (answer.headers.get("content-type") === type) return answer;
  return new Response(answer.body, { status: answer.status, headers: { "content-type": type } });
}
"#;

/// Options of `fetch`: Safari reuses preloaded files for this kind of request only, and fetches
/// them again for any other.
const PRELOADED: &str = r#"const PRELOADED = { mode: "no-cors", credentials: "include" };
"#;

/// Files needed by each split point, by its name: its own file first, then the shared ones.
pub type Needs = BTreeMap<String, Vec<String>>;

/// Loader script in a form that this module cannot read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoaderError {
    /// A declaration lacks one of its parts.
    Incomplete {
        /// Name of the declared item.
        name: String,
        /// Missing part.
        part: &'static str,
    },
    /// A split point needs an undeclared chunk.
    Undeclared {
        /// Name of the split point.
        name: String,
        /// Name of the undeclared chunk.
        needed: String,
    },
}

impl fmt::Display for LoaderError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Incomplete { name, part } => {
                write!(f, "the loader declares {name} without {part}")
            }
            Self::Undeclared { name, needed } => {
                write!(f, "the loader needs {needed} for {name}, and does not declare it")
            }
        }
    }
}

impl Error for LoaderError {}

/// Parses which files the loader fetches for each split point.
///
/// # Errors
/// Fails with the name of the first declaration that is not as expected.
pub fn needs(loader: &str) -> Result<Needs, LoaderError> {
    let incomplete = |name: String, part| LoaderError::Incomplete { name, part };
    let mut shared = BTreeMap::new();
    for text in loader.split(SHARED).skip(1) {
        let name = format!("{CHUNK}{}", name(text));
        let Some(declaration) = Declaration::read(text) else {
            return Err(incomplete(name, LIST));
        };
        match declaration.file {
            Some(file) => shared.insert(name, file),
            None => return Err(incomplete(name, "its file")),
        };
    }
    let mut needs = Needs::new();
    for text in loader.split(SPLIT).skip(1) {
        let Some(Declaration { name, file, needed, .. }) = Declaration::read(text) else {
            return Err(incomplete(name(text).to_owned(), LIST));
        };
        // A split point that consists of shared chunks only has no file of its own.
        let mut files: Vec<String> = file.map(str::to_owned).into_iter().collect();
        for needed in needed {
            match shared.get(needed) {
                Some(file) => files.push((*file).to_owned()),
                None => {
                    let (name, needed) = (name.to_owned(), needed.to_owned());
                    return Err(LoaderError::Undeclared { name, needed });
                }
            }
        }
        needs.insert(name.to_owned(), files);
    }
    Ok(needs)
}

/// One of the loader's constants: a function that loads a chunk.
struct Declaration<'a> {
    /// Text from the name to the closing `])`, without it; the prefix [`SHARED`] or [`SPLIT`] is
    /// left out.
    text: &'a str,
    /// Name of the constant, without the prefix.
    name: &'a str,
    /// File that it fetches.
    file: Option<&'a str>,
    /// Constants that it loads first.
    needed: Vec<&'a str>,
}

impl<'a> Declaration<'a> {
    /// Parses a declaration from its name on, as in `4 = makeLoad(…"./chunk_4.wasm"…, []);`; `None`
    /// if it has no list.
    fn read(text: &'a str) -> Option<Self> {
        let (text, _) = text.split_once("])")?;
        let (fetcher, list) = text.rsplit_once('[')?;
        let file = fetcher.split_once(FETCHED).and_then(|(_, rest)| rest.split_once('"'));
        let needed = list.split(", ").filter(|needed| !needed.is_empty()).collect();
        Some(Self { text, name: name(text), file: file.map(|(file, _)| file), needed })
    }
}

/// Returns the name at the start of a declaration.
fn name(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

/// Returns the loader with the shared chunk `chunk` loaded by loading `into`, which it was joined
/// to.
///
/// # Errors
/// Fails if the loader does not declare both.
pub fn joined(loader: &str, chunk: &str, into: &str) -> Result<String, ChangeError> {
    let name = format!("load {into} in place of {chunk}");
    let (Some(chunk), Some(into)) = (shared(loader, chunk), shared(loader, into)) else {
        return Err(ChangeError { name, found: 0, expected: 1 });
    };
    let from = format!("{SHARED}{}]);", chunk.text);
    // A function instead of a value, because `into` may be declared later in the script.
    let to = format!("{SHARED}{} = () => {CHUNK}{}();", chunk.name, into.name);
    replace_once(loader, &name, &from, &to)
}

/// Finds the declaration of a shared chunk by its file.
fn shared<'a>(loader: &'a str, file: &str) -> Option<Declaration<'a>> {
    // A chunk that was joined to another no longer has such a declaration.
    let mut declarations = loader.split(SHARED).skip(1).filter_map(Declaration::read);
    declarations.find(|declaration| declaration.file == Some(file))
}

/// Adapts the loader to the page: file names get the prefix `page`, and fetches its content type
/// and options.
///
/// # Errors
/// Fails with the name of the first change that does not fit the loader.
pub fn fitted(loader: &str, page: &str, files: &BTreeSet<String>) -> Result<String, ChangeError> {
    let mut text = loader.to_owned();
    for file in files {
        let name = format!("name {file} after the page");
        text =
            replace_once(&text, &name, &format!("\"./{file}\""), &format!("\"./{page}.{file}\""))?;
    }
    // Leaving the page while a chunk is loading is not an error, and if a chunk is missing the page
    // itself tells the reader.
    text = replace_once(&text, "leave failures to the page", "console.error(e);", "")?;
    let (anew, as_preloaded) = (", import.meta.url));", ", import.meta.url), PRELOADED);");
    text = replace_times(&text, "fetch what was preloaded", anew, as_preloaded, files.len())?;
    let (untyped, as_typed) =
        ("instantiateStreaming(src, ", "instantiateStreaming(src.then(typed), ");
    text = replace_times(&text, "give answers their type", untyped, as_typed, files.len())?;
    Ok(text + TYPED + PRELOADED)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Loader scripts that wasm-split-cli generated for the page, as a release and with debug
    /// assertions.
    const RELEASE: &str = include_str!("loader/release.js");
    const DEBUG: &str = include_str!("loader/debug.js");

    fn files(loader: &str) -> BTreeSet<String> {
        let named = loader.split(FETCHED).skip(1);
        named.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    }

    #[test]
    fn each_split_point_needs_its_own_file_and_those_that_it_shares() {
        let needs = needs(RELEASE).unwrap();
        let needed = |name: &str| needs[name].join(" ");
        assert_eq!(needs.keys().collect::<Vec<_>>(), ["fit", "pictures", "size"]);
        assert_eq!(needed("fit"), "split_fit.wasm chunk_4.wasm chunk_5.wasm chunk_6.wasm");
        assert_eq!(
            needed("pictures"),
            "split_pictures.wasm chunk_4.wasm chunk_5.wasm chunk_7.wasm"
        );
        assert_eq!(needed("size"), "split_size.wasm chunk_5.wasm chunk_6.wasm chunk_7.wasm");
    }

    #[test]
    fn a_split_point_may_have_no_file_of_its_own() {
        let merged = format!(
            "{RELEASE}{SPLIT}both = wrapAsyncCb(makeLoad(() => async (_imp) => ({{}}), [__chunk_4]));\n\
             {SPLIT}none = wrapAsyncCb(makeLoad(() => async (_imp) => ({{}}), []));\n"
        );
        let needs = needs(&merged).unwrap();
        assert_eq!(needs["both"], ["chunk_4.wasm"]);
        assert_eq!(needs["none"], [""; 0]);
    }

    #[test]
    fn a_loader_that_is_written_in_another_way_is_refused_by_the_declaration() {
        let incomplete = |name: &str, part| LoaderError::Incomplete { name: name.to_owned(), part };
        let undeclared =
            LoaderError::Undeclared { name: "size".into(), needed: "__chunk_7".into() };
        for (from, to, error) in [
            ("\"./chunk_6.wasm\"", "file6", incomplete("__chunk_6", "its file")),
            (", [__chunk_4, __chunk_5, __chunk_6]", "", incomplete("fit", LIST)),
            ("const __chunk_7 ", "const __piece_7 ", undeclared),
        ] {
            assert_eq!(RELEASE.matches(from).count(), 1, "{from}");
            assert_eq!(needs(&RELEASE.replace(from, to)), Err(error), "{from}");
        }
    }

    #[test]
    fn every_file_is_named_after_the_page_and_every_answer_has_its_type() {
        for loader in [RELEASE, DEBUG] {
            let files = files(loader);
            let fitted = fitted(loader, "page", &files).unwrap();
            for file in &files {
                assert!(!fitted.contains(&format!("\"./{file}\"")), "{file}");
                assert_eq!(fitted.matches(&format!("{FETCHED}page.{file}\"")).count(), 1, "{file}");
            }
            assert_eq!(fitted.matches("src.then(typed)").count(), files.len());
            assert_eq!(fitted.matches(", PRELOADED)").count(), files.len());
            assert_eq!(fitted.matches("function typed(").count(), 1);
            assert!(!fitted.contains("console.error(e)"));
            // The page itself is imported by its own name.
            assert_eq!(fitted.matches("\"./page.js\"").count(), 1);
        }
    }

    #[test]
    fn a_changed_loader_fails_by_the_name_of_the_change() {
        let files = files(RELEASE);
        for (from, to, name) in [
            ("\"./chunk_4.wasm\"", "\"./chunk-4.wasm\"", "name chunk_4.wasm after the page"),
            ("console.error(e);", "report(e);", "leave failures to the page"),
            (
                "console.error(e);",
                "console.error(e); console.error(e);",
                "leave failures to the page",
            ),
            ("instantiateStreaming(src, ", "instantiate(src, ", "give answers their type"),
            (", import.meta.url));", ", import.meta.url, {}));", "fetch what was preloaded"),
        ] {
            let changed = RELEASE.replacen(from, to, 1);
            assert_ne!(changed, RELEASE, "{from}");
            assert_eq!(fitted(&changed, "page", &files).unwrap_err().name, name);
        }
        // An unknown file is not one that the loader fetches, so the change fails.
        let more = files.into_iter().chain(["chunk_8.wasm".to_owned()]).collect();
        let error = fitted(RELEASE, "page", &more).unwrap_err();
        assert_eq!(error.name, "name chunk_8.wasm after the page");
        assert_eq!((error.found, error.expected), (0, 1));
    }

    #[test]
    fn a_piece_that_became_a_part_of_another_is_loaded_by_it() {
        let once = joined(RELEASE, "chunk_7.wasm", "chunk_5.wasm").unwrap();
        assert_eq!(once.matches("const __chunk_7 = () => __chunk_5();").count(), 1);
        assert!(!once.contains("chunk_7.wasm"));
        assert_eq!(once.matches(FETCHED).count(), RELEASE.matches(FETCHED).count() - 1);
        // A chain of joins works, even though the target is declared earlier.
        let twice = joined(&once, "chunk_5.wasm", "chunk_6.wasm").unwrap();
        assert_eq!(twice.matches("const __chunk_5 = () => __chunk_6();").count(), 1);
        let rest = files(&twice);
        assert!(!rest.contains("chunk_5.wasm") && !rest.contains("chunk_7.wasm"));
        fitted(&twice, "page", &rest).unwrap();
    }

    #[test]
    fn a_piece_that_is_not_declared_or_not_shared_becomes_no_part() {
        let once = joined(RELEASE, "chunk_7.wasm", "chunk_5.wasm").unwrap();
        for (loader, chunk, into) in [
            (once.as_str(), "chunk_7.wasm", "chunk_5.wasm"),
            (&once, "chunk_4.wasm", "chunk_7.wasm"),
            (RELEASE, "chunk_8.wasm", "chunk_5.wasm"),
            (RELEASE, "split_fit.wasm", "chunk_5.wasm"),
        ] {
            let error = joined(loader, chunk, into).unwrap_err();
            assert_eq!(error.name, format!("load {into} in place of {chunk}"));
            assert_eq!((error.found, error.expected), (0, 1));
        }
    }

    #[test]
    fn nothing_is_changed_twice() {
        let files = files(RELEASE);
        let once = fitted(RELEASE, "page", &files).unwrap();
        assert_eq!(fitted(&once, "page", &files).unwrap_err().found, 0);
        assert_eq!(
            fitted(&once, "page", &BTreeSet::new()).unwrap_err().name,
            "leave failures to the page"
        );
    }
}
