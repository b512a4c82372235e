//! Size of the download before the page answers.
use super::markup;
use flate2::{Compression, write::GzEncoder};
use std::{
    fmt, fs,
    io::{self, Write as _},
    path::Path,
};

/// File that the page itself fetches at start, so that `index.html` need not name it.
const FETCHED_AT_START: &str = "capacity.json";

/// Sizes of one file of the first load, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    /// Path within the site.
    pub file: String,
    /// Size on disk.
    pub raw: usize,
    /// Size with `gzip -9`.
    pub gzip: usize,
    /// Size with brotli 11.
    pub brotli: usize,
}

/// Files of the first load, and files loaded on demand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstLoad {
    /// Files that the page needs to answer.
    pub files: Vec<Weight>,
    /// Code and styles of views that are not shown first.
    pub later: Vec<Weight>,
}

impl FirstLoad {
    /// Measures `index.html` of a built site, the files that its links and scripts name, and the
    /// capacity file.
    ///
    /// Fails if the site names a file that does not exist.
    pub fn weigh(dir: &Path) -> io::Result<Self> {
        let html = read(dir, "index.html")?;
        let text = String::from_utf8_lossy(&html);
        let mut weights = vec![weigh("index.html", &html)?];
        for file in references(&text, false) {
            weights.push(weigh(&file, &read(dir, &file)?)?);
        }
        let seen = weights.iter().any(|weight| weight.file == FETCHED_AT_START);
        if !seen && dir.join(FETCHED_AT_START).exists() {
            weights.push(weigh(FETCHED_AT_START, &read(dir, FETCHED_AT_START)?)?);
        }
        let mut later = Vec::new();
        for file in references(&text, true).into_iter().chain(code(dir)?) {
            if !weights.iter().any(|weight| weight.file == file) {
                later.push(weigh(&file, &read(dir, &file)?)?);
            }
        }
        Ok(Self { files: weights, later })
    }

    /// Returns the sum over all files of the first load.
    pub fn total(&self) -> Weight {
        let sum = |of: fn(&Weight) -> usize| self.files.iter().map(of).sum();
        Weight {
            file: "total".to_owned(),
            raw: sum(|weight| weight.raw),
            gzip: sum(|weight| weight.gzip),
            brotli: sum(|weight| weight.brotli),
        }
    }
}

impl fmt::Display for FirstLoad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let total = self.total();
        let rows = || self.files.iter().chain([&total]).chain(&self.later);
        let wide = rows().map(|row| row.file.len()).max().unwrap_or_default();
        writeln!(
            f,
            "{:wide$} {:>9} {:>9} {:>9}  bytes",
            "first load", "raw", "gzip -9", "brotli 11"
        )?;
        for (index, Weight { file, raw, gzip, brotli }) in rows().enumerate() {
            if index == self.files.len() + 1 {
                writeln!(f, "when a view is first shown")?;
            }
            writeln!(f, "{file:wide$} {raw:>9} {gzip:>9} {brotli:>9}")?;
        }
        Ok(())
    }
}

/// Returns the WebAssembly files of a site, sorted by name.
fn code(dir: &Path) -> io::Result<Vec<String>> {
    let names = fs::read_dir(dir)?.map(|entry| Ok(entry?.file_name().to_string_lossy().into()));
    let mut names = names.collect::<io::Result<Vec<String>>>()?;
    names.retain(|name| name.ends_with(".wasm"));
    // `read_dir` has no defined order.
    names.sort_unstable();
    Ok(names)
}

fn read(dir: &Path, file: &str) -> io::Result<Vec<u8>> {
    let path = dir.join(file);
    fs::read(&path).map_err(|error| {
        io::Error::new(
            error.kind(),
            format!("cannot read {} ({error}): `make dist` builds it", path.display()),
        )
    })
}

fn weigh(file: &str, bytes: &[u8]) -> io::Result<Weight> {
    Ok(Weight {
        file: file.to_owned(),
        raw: bytes.len(),
        gzip: gzip(bytes)?.len(),
        brotli: brotli(bytes)?.len(),
    })
}

/// Compresses like `gzip -9`.
pub(super) fn gzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    gzip.finish()
}

/// Compresses with brotli at its highest quality.
pub(super) fn brotli(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut compressed, &params)?;
    Ok(compressed)
}

/// Returns the files of this site that the links and scripts of a page name, each once, in order.
///
/// With `disabled` false, those that a browser loads with the page; with `disabled` true, the
/// disabled ones, which the page loads on demand.
fn references(html: &str, disabled: bool) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for tag in markup::tags(html).filter(|tag| tag.contains(" disabled") == disabled) {
        let address = match tag.split(' ').next() {
            // Feeds and calendars are not loaded with the page.
            Some("link") if markup::attribute(tag, "rel") == Some("alternate") => None,
            Some("link") => markup::attribute(tag, "href"),
            Some("script") => markup::attribute(tag, "src"),
            _ => None,
        };
        if let Some(address) = address.filter(|address| !address.contains("//")) {
            let file = address.trim_start_matches("./").to_owned();
            if !found.contains(&file) {
                found.push(file);
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_and_scripts_count_once_and_anchors_do_not() {
        let html = r#"<link rel="icon" href="favicon.svg"><link id="a" href="./page.js" rel="x"/>
            <script type="module" src="boot.js"></script><link href="./page.js">
            <link rel="alternate" type="text/csv" href="capacity.csv">
            <link rel="stylesheet" disabled href="./later.css"/>
            <a href="other.html">x</a><link rel="canonical" href="https://example.org/"><meta href="no">"#;
        assert_eq!(references(html, false), ["favicon.svg", "page.js", "boot.js"]);
        assert_eq!(references(html, true), ["later.css"]);
    }

    #[test]
    fn a_file_that_is_named_but_missing_is_refused_and_not_left_out() {
        let unbuilt = Path::new(env!("CARGO_MANIFEST_DIR"));
        let refusal = FirstLoad::weigh(unbuilt).expect_err("not a built site").to_string();
        assert!(refusal.contains("favicon.svg"), "{refusal}");
    }

    #[test]
    fn compressed_sizes_are_those_of_the_usual_tools() {
        let weight = weigh("zeros", &[0; 100_000]).expect("in memory");
        assert_eq!(weight.raw, 100_000);
        assert!(weight.gzip < 200 && weight.brotli < 50, "{weight:?}");
    }
}
