//! Service worker of a finished site: the list of files to cache, and their version.
use super::{files::Files, paths::WORKER};
use data_encoding::{BASE64, HEXLOWER};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// Page that carries the version. The worker caches it apart from the list, as its figures may
/// change within a version.
const PAGE: &str = "index.html";

/// Extensions of the files that make up a page.
const KINDS: [&str; 7] = ["css", "ico", "js", "png", "svg", "wasm", "webmanifest"];

/// Start of the generated line in the worker, so that it can be replaced.
const LINE: &str = "const VERSION = ";

/// Text before the version in the page (read by public/update.js and public/sw.js).
const MARK: &str = "name=\"jari-version\" content=\"";

/// Writes the list of files and their version into the worker, and the version into the page.
///
/// Has to run after everything that changes names or bytes, and before compression. Does nothing if
/// there is no worker.
pub fn fill(files: &mut Files) -> Result<(), String> {
    if files.get(WORKER).is_none() {
        return Ok(());
    }
    let worker = files.text(WORKER)?;
    // A site that is finished again already has the generated line.
    let own = match worker.strip_prefix(LINE) {
        Some(filled) => filled.split_once('\n').map_or("", |(_, own)| own),
        None => worker,
    };
    let version = version(files);
    let list = serde_json::to_string(&list(files)).map_err(|error| error.to_string())?;
    let worker = format!("{LINE}\"{version}\", FILES = {list};\n{own}");
    let page = marked(files.text(PAGE)?, &version)?;
    files.put(WORKER, worker);
    files.put(PAGE, page);
    Ok(())
}

/// Returns one hash over all files that make up the page: equal if and only if they are equal.
#[must_use]
pub fn version(files: &Files) -> String {
    let list = list(files);
    let lines: String = list.iter().map(|(path, hash)| format!("{path} {hash}\n")).collect();
    HEXLOWER.encode(&Sha256::digest(lines.as_bytes())[..8])
}

/// Returns the base64 hash of each file that makes up the page, by its path.
///
/// Excludes the capacity file and the settings, which change on their own, and files that only
/// hosts, robots and editors read.
fn list(files: &Files) -> BTreeMap<&str, String> {
    let is_listed = |path: &str| {
        let kind = path.rsplit_once('.').map_or("", |(_, kind)| kind);
        path != WORKER && KINDS.contains(&kind)
    };
    let hash = |bytes: &[u8]| BASE64.encode(&Sha256::digest(bytes));
    let listed = files.iter().filter(|(path, _)| is_listed(path));
    listed.map(|(path, bytes)| (path, hash(bytes))).collect()
}

fn marked(page: &str, version: &str) -> Result<String, String> {
    let (before, rest) = page.split_once(MARK).ok_or(format!("no {MARK} in {PAGE}"))?;
    let (_, after) = rest.split_once('"').ok_or(format!("{MARK} has no end in {PAGE}"))?;
    Ok([before, MARK, version, "\"", after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Files {
        let mut files = Files::default();
        for (path, text) in [
            ("index.html", "<meta name=\"jari-version\" content=\"\"><p>4"),
            ("sw.js", "install(VERSION, FILES)"),
            ("page-1.js", "a"),
            ("page-1_bg.wasm", "b"),
            ("favicon.svg", "c"),
            ("capacity.json", "{}"),
            ("config.json", "{}"),
            ("schema/capacity-1.json", "{}"),
            ("_headers", "/*"),
            ("404.html", "no"),
            ("robots.txt", "no"),
        ] {
            files.put(path, text);
        }
        files
    }

    fn filled(mut files: Files) -> Files {
        fill(&mut files).unwrap();
        files
    }

    fn version_in(files: &Files) -> String {
        files.text("index.html").unwrap().split('"').nth(3).unwrap().to_owned()
    }

    #[test]
    fn the_worker_lists_what_the_page_is_made_of() {
        let files = filled(site());
        let worker = files.text("sw.js").unwrap();
        let version = version_in(&files);
        let (line, own) = worker.split_once('\n').unwrap();
        assert_eq!(own, "install(VERSION, FILES)");
        let list = line.strip_prefix(&format!("const VERSION = \"{version}\", FILES = ")).unwrap();
        let list: BTreeMap<String, String> =
            serde_json::from_str(list.strip_suffix(';').unwrap()).unwrap();
        assert_eq!(list.keys().collect::<Vec<_>>(), ["favicon.svg", "page-1.js", "page-1_bg.wasm"]);
        // printf a | openssl dgst -sha256 -binary | base64
        assert_eq!(list["page-1.js"], "ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=");
    }

    #[test]
    fn the_version_follows_every_byte_and_name_of_the_list_and_nothing_else() {
        let first = version_in(&filled(site()));
        let version_with = |path: &str, text: &str| {
            let mut files = site();
            files.put(path, text);
            version_in(&filled(files))
        };
        assert_ne!(version_with("page-1.js", "A"), first);
        assert_ne!(version_with("page-2.js", "a"), first);
        // Files that an operator changes do not make a new version of the page.
        for path in ["capacity.json", "config.json", "robots.txt", "404.html"] {
            assert_eq!(version_with(path, "other"), first, "{path}");
        }
        let figures = "<meta name=\"jari-version\" content=\"\"><p>5";
        assert_eq!(version_with("index.html", figures), first);
    }

    #[test]
    fn the_second_time_changes_nothing_and_a_change_replaces_the_line() {
        let once = filled(site());
        assert_eq!(filled(once.clone()), once);
        let mut changed = once.clone();
        changed.put("page-1.js", "A");
        let changed = filled(changed);
        assert_ne!(version_in(&changed), version_in(&once));
        assert_eq!(changed.text("sw.js").unwrap().matches(LINE).count(), 1);
    }

    #[test]
    fn a_page_without_a_place_for_the_version_is_refused_and_a_site_without_a_worker_left_alone() {
        let mut files = site();
        files.put("index.html", "<p>");
        assert!(fill(&mut files).unwrap_err().contains("jari-version"));
        files.remove("sw.js");
        let before = files.clone();
        assert_eq!(filled(files), before);
    }
}
