//! The loader that wasm-split-cli generates: a script that fetches the pieces of the program.
use super::change::{ChangeError, replace_once, replace_times};
use std::{collections::BTreeMap, error::Error, fmt};

/// How the loader declares a piece that several split points share.
const SHARED: &str = "const __chunk_";

/// How the loader declares a split point.
const SPLIT: &str = "export const __wasm_split_load_";

/// How the loader names a file that it fetches.
const FETCHED: &str = "new URL(\"./";

/// Some hosts do not know the type of WebAssembly, and browsers stream nothing else.
const TYPED: &str = r#"function typed(answer) {
  const type = "application/wasm";
  if (answer.headers.get("content-type") === type) return answer;
  return new Response(answer.body, { status: answer.status, headers: { "content-type": type } });
}
"#;

/// The files that each split point needs, by its name: its own first, then those that it shares.
pub type Needs = BTreeMap<String, Vec<String>>;

/// A loader that is written in another way than this one is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoaderError {
    /// A declaration without one of its parts.
    Incomplete {
        /// What is declared.
        name: String,
        /// The part.
        part: &'static str,
    },
    /// A split point that needs what is not declared.
    Undeclared {
        /// The split point.
        name: String,
        /// What it needs.
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

/// Reads which files the loader fetches for each split point.
///
/// # Errors
/// Names the declaration that is not as expected.
pub fn needs(loader: &str) -> Result<Needs, LoaderError> {
    let mut shared = BTreeMap::new();
    for Declaration { name, file, .. } in Declaration::all(loader, SHARED)? {
        let name = format!("__chunk_{name}");
        match file {
            Some(file) => shared.insert(name, file),
            None => return Err(LoaderError::Incomplete { name, part: "its file" }),
        };
    }
    let mut needs = Needs::new();
    for Declaration { name, file, needed } in Declaration::all(loader, SPLIT)? {
        // What only shares pieces has no file of its own.
        let mut files = Vec::from_iter(file);
        for needed in needed {
            match shared.get(&needed) {
                Some(file) => files.push(file.clone()),
                None => return Err(LoaderError::Undeclared { name, needed }),
            }
        }
        needs.insert(name, files);
    }
    Ok(needs)
}

/// One of the loader's constants: a function that loads a piece.
struct Declaration {
    /// The constant, without the start that its kind has in common.
    name: String,
    /// The file that it fetches.
    file: Option<String>,
    /// The constants that it loads first.
    needed: Vec<String>,
}

impl Declaration {
    /// Reads all that start in this way.
    fn all(loader: &str, start: &str) -> Result<Vec<Self>, LoaderError> {
        loader.split(start).skip(1).map(Self::read).collect()
    }

    /// Reads one from its name on, as in `fit = …(makeLoad(…"./split_fit.wasm"…, [__chunk_4]));`.
    fn read(text: &str) -> Result<Self, LoaderError> {
        let is_name = |char: char| char.is_alphanumeric() || char == '_';
        let name: String = text.chars().take_while(|char| is_name(*char)).collect();
        let list = text.split_once("])").and_then(|(before, _)| before.rsplit_once('['));
        let Some((fetcher, list)) = list else {
            return Err(LoaderError::Incomplete { name, part: "a list of what it needs" });
        };
        let file = fetcher.split_once(FETCHED).and_then(|(_, rest)| rest.split_once('"'));
        let needed = list.split(", ").filter(|needed| !needed.is_empty());
        Ok(Self {
            name,
            file: file.map(|(file, _)| file.to_owned()),
            needed: needed.map(str::to_owned).collect(),
        })
    }
}

/// Fits the loader to the page, whose name its files begin with.
///
/// # Errors
/// Names the change that the loader has no place for, or more than one.
pub fn fitted(loader: &str, page: &str, files: &[String]) -> Result<String, ChangeError> {
    let mut text = loader.to_owned();
    for file in files {
        let name = format!("name {file} after the page");
        text =
            replace_once(&text, &name, &format!("\"./{file}\""), &format!("\"./{page}.{file}\""))?;
    }
    // A page that is left while a piece is on its way has no error; one that misses it tells the reader.
    text = replace_once(&text, "leave failures to the page", "console.error(e);", "")?;
    let (untyped, as_typed) =
        ("instantiateStreaming(src, ", "instantiateStreaming(src.then(typed), ");
    text = replace_times(&text, "give answers their type", untyped, as_typed, files.len())?;
    Ok(text + TYPED)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What wasm-split-cli made of the page, as a release and with debug assertions.
    const RELEASE: &str = include_str!("loader/release.js");
    const DEBUG: &str = include_str!("loader/debug.js");

    fn files(loader: &str) -> Vec<String> {
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
            (
                ", [__chunk_4, __chunk_5, __chunk_6]",
                "",
                incomplete("fit", "a list of what it needs"),
            ),
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
        ] {
            let changed = RELEASE.replacen(from, to, 1);
            assert_ne!(changed, RELEASE, "{from}");
            assert_eq!(fitted(&changed, "page", &files).unwrap_err().name, name);
        }
        // A file that came is one that the loader fetches.
        let more = [files.as_slice(), &["chunk_8.wasm".to_owned()]].concat();
        let error = fitted(RELEASE, "page", &more).unwrap_err();
        assert_eq!(error.name, "name chunk_8.wasm after the page");
        assert_eq!((error.found, error.expected), (0, 1));
    }

    #[test]
    fn nothing_is_changed_twice() {
        let files = files(RELEASE);
        let once = fitted(RELEASE, "page", &files).unwrap();
        assert_eq!(fitted(&once, "page", &files).unwrap_err().found, 0);
        assert_eq!(fitted(&once, "page", &[]).unwrap_err().name, "leave failures to the page");
    }
}
