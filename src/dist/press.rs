//! Files beside those of a site, pressed as small as they go, for hosts that send them as they are.
use super::size::{brotli, gzip};
use std::{fs, io, path::Path};

/// What gets smaller; pictures are pressed already.
const KINDS: [&str; 8] = ["css", "html", "js", "json", "svg", "txt", "wasm", "webmanifest"];

/// Change after the build: a pressed copy would stay behind and be sent in its place.
const CHANGES: [&str; 2] = ["capacity.json", "config.json"];

/// Writes `NAME.br` and `NAME.gz` beside every text and program of the folder, and of those in it,
/// but for the capacity file and the settings.
pub fn press(dir: &Path) -> io::Result<()> {
    for entry in fs::read_dir(dir)? {
        let path = entry?.path();
        if path.is_dir() {
            press(&path)?;
            continue;
        }
        let kind = path.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if KINDS.contains(&kind) && !CHANGES.iter().any(|file| path.ends_with(file)) {
            let bytes = fs::read(&path)?;
            fs::write(path.with_added_extension("br"), brotli(&bytes)?)?;
            fs::write(path.with_added_extension("gz"), gzip(&bytes)?)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_pressed_is_the_same_again() {
        let dir = std::env::temp_dir().join(format!("jari-press-{}", std::process::id()));
        fs::create_dir_all(dir.join("schema")).unwrap();
        let text = "자리 ".repeat(1_000);
        fs::write(dir.join("schema/a.json"), &text).unwrap();
        fs::write(dir.join("picture.png"), &text).unwrap();
        press(&dir).unwrap();

        let mut again = Vec::new();
        let pressed = fs::read(dir.join("schema/a.json.br")).unwrap();
        brotli::BrotliDecompress(&mut pressed.as_slice(), &mut again).unwrap();
        assert_eq!(again, text.as_bytes());
        assert!(dir.join("schema/a.json.gz").exists());
        assert!(!dir.join("picture.png.br").exists());
        fs::remove_dir_all(dir).unwrap();
    }
}
