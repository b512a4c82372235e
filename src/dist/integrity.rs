//! Integrity hashes of scripts: the browser rejects a script whose bytes differ from those that the
//! page names.
//!
//! Scripts only. A style sheet that a host rewrites would be rejected and leave the page without
//! styles, which is worse than a changed colour. A program (`fetch` with `integrity`) is compiled
//! only once it has arrived completely instead of while streaming, and its chunks are fetched by a
//! loader that does not support integrity.
use super::files::Files;
use super::markup::{attribute, tags, with_attribute};
use sha2::{Digest as _, Sha384};

/// Returns the page with an integrity hash for every script of the site that it names.
#[must_use]
pub fn of_scripts(html: &str, files: &Files) -> String {
    let mut out = html.to_owned();
    for tag in tags(html) {
        let address = match tag.split(' ').next() {
            Some("script") => attribute(tag, "src"),
            Some("link") if attribute(tag, "rel") == Some("modulepreload") => {
                attribute(tag, "href")
            }
            _ => None,
        };
        if let Some(bytes) = address.and_then(|it| files.get(it.trim_start_matches("./"))) {
            let hash = data_encoding::BASE64.encode(&Sha384::digest(bytes));
            let signed = with_attribute(tag, "integrity", &format!("sha384-{hash}"));
            out = out.replace(&format!("<{tag}>"), &format!("<{signed}>"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_of_the_site_have_it_and_nothing_else_has() {
        let html = r#"<link rel="stylesheet" href="./a.css"/><link rel="modulepreload" href="./a.js">
            <script type="module" src="a.js"></script><script src="b.js"></script>"#;
        let mut files = Files::default();
        files.put("a.css", "");
        files.put("a.js", "");
        let signed = of_scripts(html, &files);
        // Hash of empty input, as computed by openssl.
        let hash = "sha384-OLBgp1GsljhM2TJ+sbHjaiH9txEUvgdDTAzHv2P24donTt6/529l+9Ua0vFImLlb";
        assert_eq!(signed.matches(&format!(" integrity=\"{hash}\">")).count(), 2, "{signed}");
        assert_eq!(signed.matches("integrity").count(), 2);
        assert_eq!(of_scripts(&signed, &files), signed);
    }
}
