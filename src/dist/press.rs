//! Precompressed copies of a site's files, as small as possible, for hosts that serve them
//! directly.
use super::files::Files;
use super::paths::COPIES;
use super::size::{brotli, gzip};
use std::io;

/// Extensions of files that become smaller; pictures are already compressed.
const KINDS: [&str; 11] = [
    ".csv",
    ".css",
    ".html",
    ".ics",
    ".js",
    ".json",
    ".svg",
    ".txt",
    ".wasm",
    ".webmanifest",
    ".xml",
];

/// Files that change after the build: a stale precompressed copy would be sent in their place.
const CHANGES: [&str; 2] = ["capacity.json", "config.json"];

/// Adds `NAME.br` and `NAME.gz` for every text and program that becomes smaller, except for the
/// capacity file and the settings.
pub fn add_copies(files: &mut Files) -> io::Result<()> {
    let is_pressed =
        |path: &str| !CHANGES.contains(&path) && KINDS.iter().any(|kind| path.ends_with(kind));
    let mut copies = Vec::new();
    for (path, bytes) in files.iter().filter(|(path, _)| is_pressed(path)) {
        for (end, copy) in COPIES.into_iter().zip([brotli(bytes)?, gzip(bytes)?]) {
            if copy.len() < bytes.len() {
                copies.push((format!("{path}{end}"), copy));
            }
        }
    }
    copies.into_iter().for_each(|(path, bytes)| files.put(path, bytes));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pressed_is_the_same_again() {
        let mut files = Files::default();
        let text = "자리 ".repeat(1_000);
        for path in ["schema/a.json", "picture.png", "capacity.json"] {
            files.put(path, text.as_bytes());
        }
        files.put("short.txt", "a");
        add_copies(&mut files).unwrap();

        let mut again = Vec::new();
        let mut compressed = files.get("schema/a.json.br").unwrap();
        brotli::BrotliDecompress(&mut compressed, &mut again).unwrap();
        assert_eq!(again, text.as_bytes());
        let paths = [
            "capacity.json",
            "picture.png",
            "schema/a.json",
            "schema/a.json.br",
            "schema/a.json.gz",
            "short.txt",
        ];
        assert_eq!(files.paths().collect::<Vec<_>>(), paths);
    }
}
