//! The program's data in `index.html`: its name, and the files that each view needs.
use super::{
    change::{ChangeError, replace_once},
    loader::Needs,
};
use crate::dist::markup;
use crate::session::Chunk;
use std::{error::Error, fmt};

/// Id of the link to the page's script (`pattern_script` in Trunk.toml), whose name is the prefix
/// of the page's files.
const SCRIPT: &str = "jari-js";

/// Id of the link to the program, from which `boot.js` reads the files that the view in the address
/// needs.
const PROGRAM: &str = "jari-wasm";

/// Mismatch between a program and the chunks that the page knows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ShellError {
    /// The shell has no link to a script.
    NoScript,
    /// A listed chunk is not marked by any function of `page::chunks`.
    Unmarked(&'static str),
    /// A marked chunk is not in the list.
    Unlisted(String),
}

impl fmt::Display for ShellError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoScript => write!(f, "index.html has no link {SCRIPT} to a script"),
            Self::Unmarked(name) => {
                write!(f, "no wasm_split in page::chunks marks the chunk {name}")
            }
            Self::Unlisted(name) => write!(f, "session::Chunk does not list the chunk {name}"),
        }
    }
}

impl Error for ShellError {}

/// Returns the name of the page's script, without its extension.
pub fn page_name(index: &str) -> Result<&str, ShellError> {
    let link = markup::tags(index).find(|tag| markup::attribute(tag, "id") == Some(SCRIPT));
    let address = link.and_then(|tag| markup::attribute(tag, "href"));
    let file = address.and_then(|address| address.strip_prefix("./"));
    file.and_then(|file| file.strip_suffix(".js")).ok_or(ShellError::NoScript)
}

/// Checks that the split points of a program are exactly the listed chunks.
pub fn check_chunks(needs: &Needs) -> Result<(), ShellError> {
    let listed = Chunk::ALL.map(Chunk::name);
    if let Some(name) = listed.into_iter().find(|name| !needs.contains_key(*name)) {
        return Err(ShellError::Unmarked(name));
    }
    match needs.keys().find(|name| !listed.contains(&name.as_str())) {
        Some(name) => Err(ShellError::Unlisted(name.clone())),
        None => Ok(()),
    }
}

/// Writes into the shell the files of each view that needs any before it can be shown:
/// `data-fit="./page.split_fit.wasm …"`.
///
/// # Errors
/// Fails if the shell has no link to the program, or if the files are already written into it.
pub fn with_needs(index: &str, page: &str, needs: &Needs) -> Result<String, ChangeError> {
    let mut needed = String::new();
    for chunk in Chunk::ALL {
        if let (Some(view), Some(files)) = (chunk.opens(), needs.get(chunk.name())) {
            let files: Vec<String> = files.iter().map(|file| format!("./{page}.{file}")).collect();
            needed += &format!(" data-{}=\"{}\"", view.id(), files.join(" "));
        }
    }
    let (from, to) =
        (format!("<link id=\"{PROGRAM}\" rel="), format!("<link id=\"{PROGRAM}\"{needed} rel="));
    replace_once(index, "write what each view needs", &from, &to)
}

#[cfg(test)]
mod tests {
    use super::*;

    const INDEX: &str = r#"<link rel="stylesheet" href="./main.css"/>
        <link id="jari-js" rel="modulepreload" href="./page.js">
        <link id="jari-wasm" rel="preload" href="./page_bg.wasm">"#;

    fn needs() -> Needs {
        let files = |name: &str| vec![format!("split_{name}.wasm"), "chunk_4.wasm".to_owned()];
        Chunk::ALL.map(|chunk| (chunk.name().to_owned(), files(chunk.name()))).into()
    }

    #[test]
    fn the_page_is_named_by_the_link_to_its_script() {
        assert_eq!(page_name(INDEX), Ok("page"));
        for index in ["", "<link href=\"./page.js\">", "<link id=\"jari-js\" href=\"./page.css\">"]
        {
            assert_eq!(page_name(index), Err(ShellError::NoScript), "{index}");
        }
    }

    #[test]
    fn a_program_of_other_chunks_than_the_listed_is_refused_by_their_name() {
        assert_eq!(check_chunks(&needs()), Ok(()));
        for chunk in Chunk::ALL {
            let mut needs = needs();
            let files = needs.remove(chunk.name()).unwrap();
            assert_eq!(check_chunks(&needs), Err(ShellError::Unmarked(chunk.name())));
            needs.insert(chunk.name().to_owned(), files.clone());
            needs.insert("map".to_owned(), files);
            assert_eq!(check_chunks(&needs), Err(ShellError::Unlisted("map".to_owned())));
        }
    }

    #[test]
    fn the_link_to_the_program_says_what_each_view_needs_that_waits_for_it() {
        let index = with_needs(INDEX, "page", &needs()).unwrap();
        let link = markup::tags(&index).nth(2).unwrap();
        assert_eq!(markup::attribute(link, "href"), Some("./page_bg.wasm"));
        for chunk in Chunk::ALL {
            let name = chunk.name();
            let needed = format!("./page.split_{name}.wasm ./page.chunk_4.wasm");
            let told = chunk.opens().map(|_| needed.as_str());
            assert_eq!(markup::attribute(link, &format!("data-{name}")), told, "{name}");
        }
        assert_eq!(
            index.lines().take(2).collect::<Vec<_>>(),
            INDEX.lines().take(2).collect::<Vec<_>>()
        );
    }

    #[test]
    fn a_shell_without_its_link_or_with_two_is_refused_and_so_is_a_second_time() {
        let twice = [INDEX, INDEX].concat();
        let once = with_needs(INDEX, "page", &needs()).unwrap();
        for (index, found) in [("<link>", 0), (&twice, 2), (&once, 0)] {
            let error = with_needs(index, "page", &needs()).unwrap_err();
            assert_eq!((error.name.as_str(), error.found), ("write what each view needs", found));
        }
    }
}
