//! What the page needs without a network, and the version of all of it.
use super::{files::Files, headers, names, press};

/// The path and the hash of each file that the page is made of, in the order of paths: what a
/// service worker keeps. Not the capacity file and the settings, which change on their own; nor what only hosts,
/// robots and those who lost their way read.
#[must_use]
pub fn precache(files: &Files) -> Vec<(String, String)> {
    let others =
        [headers::FILE, "404.html", "capacity.json", "config.json", "robots.txt", "schema/"];
    let is_kept =
        |path: &str| !press::is_copy(path) && !others.iter().any(|start| path.starts_with(start));
    let kept = files.iter().filter(|(path, _)| is_kept(path));
    kept.map(|(path, bytes)| (path.to_owned(), names::hash(bytes))).collect()
}

/// One hash over all of those: the same for the same page, and for no other.
#[must_use]
pub fn version(files: &Files) -> String {
    let lines = precache(files).into_iter().map(|(path, hash)| format!("{path} {hash}\n"));
    names::hash(lines.collect::<String>().as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_what_the_page_needs() {
        let mut files = Files::default();
        for path in [
            "404.html",
            "_headers",
            "capacity.json",
            "index.html",
            "index.html.br",
            "schema/a.json",
            "x.js",
        ] {
            files.put(path, path);
        }
        let listed = precache(&files);
        assert_eq!(listed[0], ("index.html".to_owned(), names::hash(b"index.html")));
        assert_eq!(listed[1].0, "x.js");
        assert_eq!(listed.len(), 2);
    }

    #[test]
    fn any_change_of_a_path_or_a_byte_is_another_version() {
        let mut files = Files::default();
        files.put("a", "1");
        let first = version(&files);
        assert_eq!(version(&files.clone()), first);
        files.rename("a", "b");
        let second = version(&files);
        files.put("b", "2");
        assert!(first != second && second != version(&files) && first.len() == 64);
    }
}
