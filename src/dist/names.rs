//! File names by final bytes, so that a name cached forever never refers to other bytes.
use super::{files::Files, paths::WORKER};
use sha2::{Digest as _, Sha256};

/// Number of hexadecimal digits of the hash in a name: 64 bits.
const DIGITS: usize = 16;

/// Returns `true` if a file's name contains a hash, so that the file may be cached forever.
#[must_use]
pub fn is_by_bytes(path: &str) -> bool {
    plain(path) != path
}

/// Returns the SHA-256 of `bytes` in hexadecimal.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(bytes))
}

/// Renames every script, style and program in the top folder to `NAME-HASH.ext` and rewrites
/// references to it.
///
/// Topological order: each file is renamed after all that it names itself, as its hash depends on
/// their names. Fails if files name each other in a cycle.
pub fn by_bytes(files: &mut Files) -> Result<(), String> {
    let is_named = |path: &&str| {
        let known = [".js", ".wasm", ".css"].iter().any(|end| path.ends_with(end));
        known && !path.contains('/') && *path != WORKER
    };
    let mut waiting: Vec<String> = files.paths().filter(is_named).map(str::to_owned).collect();
    while !waiting.is_empty() {
        let is_ready = |path: &&String| {
            let bytes = files.get(path).unwrap_or_default();
            !waiting.iter().any(|other| names(path, bytes, other))
        };
        let Some(ready) = waiting.iter().find(is_ready).cloned() else {
            return Err(format!("these files name each other in a ring: {}", waiting.join(", ")));
        };
        waiting.retain(|path| *path != ready);
        let named = with_hash(plain(&ready).as_str(), files.get(&ready).unwrap_or_default());
        files.rename(&ready, &named);
        follow(files, &ready, &named);
    }
    Ok(())
}

/// Returns the name without the hash of an earlier run.
fn plain(path: &str) -> String {
    let Some((stem, kind)) = path.rsplit_once('.') else { return path.to_owned() };
    match stem.rsplit_once('-') {
        Some((name, hash))
            if hash.len() == DIGITS && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) =>
        {
            format!("{name}.{kind}")
        }
        _ => path.to_owned(),
    }
}

fn with_hash(name: &str, bytes: &[u8]) -> String {
    let (stem, kind) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}-{}.{kind}", &hash(bytes)[..DIGITS])
}

/// Replaces one name by another in every text of the site.
fn follow(files: &mut Files, from: &str, to: &str) {
    let naming: Vec<String> = files
        .iter()
        .filter(|(path, bytes)| names(path, bytes, from))
        .map(|(path, _)| path.to_owned())
        .collect();
    for path in naming {
        let text = String::from_utf8_lossy(files.get(&path).unwrap_or_default());
        let mut out = String::with_capacity(text.len());
        let mut done = 0;
        for at in occurrences(&text, from) {
            out.push_str(&text[done..at]);
            out.push_str(to);
            done = at + from.len();
        }
        out.push_str(&text[done..]);
        files.put(path, out);
    }
}

/// Returns `true` if the file at `path` is a text that names `other`.
fn names(path: &str, bytes: &[u8], other: &str) -> bool {
    let is_text = [".js", ".html", ".webmanifest"].iter().any(|end| path.ends_with(end));
    is_text && str::from_utf8(bytes).is_ok_and(|text| occurrences(text, other).next().is_some())
}

/// Iterates over the byte offsets of whole occurrences of a name: `page.js` is found neither in
/// `a-page.js` nor in `page.js.map`.
fn occurrences<'a>(text: &'a str, name: &'a str) -> impl Iterator<Item = usize> {
    let is_more = |char: char| char.is_alphanumeric() || "-_.".contains(char);
    text.match_indices(name).map(|(at, _)| at).filter(move |at| {
        // `./page.js` refers to the file in the same folder.
        let before = text[..*at].strip_suffix("./").unwrap_or(&text[..*at]);
        !before.ends_with(is_more) && !text[at + name.len()..].starts_with(is_more)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site() -> Files {
        let mut files = Files::default();
        files.put("index.html", r#"<link href="./page.js" data-fit="./page.fit.wasm ./b.wasm">"#);
        files.put("page.js", "import(`./page.fit.wasm`); new URL('page_bg.wasm')");
        files.put("page.fit.wasm", [0, 255, 1]);
        files.put("page_bg.wasm", "names \"./page.js\"");
        files.put("b.wasm", "b");
        files.put("sw.js", "cache('page.js')");
        files.put("schema/a.json", "\"page.js\"");
        files
    }

    #[test]
    fn names_are_those_of_the_bytes_and_every_reference_follows() {
        let mut files = site();
        by_bytes(&mut files).unwrap();
        let (named, others): (Vec<_>, Vec<_>) =
            files.iter().partition(|(path, _)| is_by_bytes(path));
        assert_eq!(named.len(), 4);
        for (path, bytes) in named {
            assert!(path.contains(&format!("-{}.", &hash(bytes)[..16])), "{path}");
        }
        let others: Vec<_> = others.iter().map(|(path, _)| *path).collect();
        assert_eq!(others, ["index.html", "schema/a.json", "sw.js"]);

        let name = |start: &str| files.paths().find(|path| path.starts_with(start)).unwrap();
        let (js, fit, b) = (name("page-"), name("page.fit-"), name("b-"));
        let index = format!(r#"<link href="./{js}" data-fit="./{fit} ./{b}">"#);
        assert_eq!(files.text("index.html").unwrap(), index);
        assert_eq!(files.text("sw.js").unwrap(), format!("cache('{js}')"));
        let bg = name("page_bg-");
        let script = format!("import(`./{fit}`); new URL('{bg}')");
        assert_eq!(files.text(js).unwrap(), script);
        assert_eq!(files.text(bg).unwrap(), "names \"./page.js\"", "a program is never rewritten");
        assert_eq!(files.text("schema/a.json").unwrap(), "\"page.js\"");
    }

    #[test]
    fn the_second_time_changes_nothing_and_a_change_carries_on() {
        let mut once = site();
        by_bytes(&mut once).unwrap();
        let mut twice = once.clone();
        by_bytes(&mut twice).unwrap();
        assert_eq!(once, twice);

        let fit = once.paths().find(|path| path.starts_with("page.fit-")).unwrap().to_owned();
        twice.put(fit, "other");
        by_bytes(&mut twice).unwrap();
        let changed = twice.paths().filter(|path| once.get(path).is_none()).count();
        assert_eq!(changed, 2, "the chunk, and the script that names it");
    }

    #[test]
    fn a_ring_is_refused_by_name() {
        let mut files = Files::default();
        files.put("a.js", "'b.js'");
        files.put("b.js", "'a.js'");
        assert!(by_bytes(&mut files).unwrap_err().contains("a.js, b.js"));

        let mut alone = Files::default();
        alone.put("a.js", "'./a.js'");
        assert!(by_bytes(&mut alone).is_err(), "no file can hold its own hash");
    }

    #[test]
    fn only_whole_names_count() {
        let found = |text| occurrences(text, "page.js").collect::<Vec<_>>();
        assert_eq!(found(r#""page.js" './page.js' (page.js)"#), [1, 13, 23]);
        assert_eq!(found("a-page.js page.js.map xpage.js page.json"), [0_usize; 0]);
    }
}
