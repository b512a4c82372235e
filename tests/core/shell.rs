//! The static pages, as they are before `dist finish` puts in figures and the policy.
use jari::words::{Lang, catalogue::capacity as words};
use std::{fs, path::Path};

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect(name)
}

#[test]
fn the_shell_begins_as_the_page_does() {
    let index = page("index.html");
    for entry in [words::HEADING, words::LEAD] {
        for lang in [Lang::Ko, Lang::En] {
            let text = entry.get(lang);
            assert!(index.contains(&format!(">{text}<")), "{text} is not in the shell");
        }
    }
}

#[test]
fn no_page_has_an_inline_script_or_style() {
    for name in ["index.html", "public/404.html"] {
        let html = page(name);
        assert!(!html.contains("<style") && !html.contains(" style="), "{name}: inline style");
        for script in html.split("<script").skip(1) {
            let is_file = script.contains("src=\"") && script.contains("></script>");
            assert!(is_file, "{name}: <script{script}");
        }
        let handlers = [" onclick=", " onload=", " onerror=", "javascript:"];
        assert!(!handlers.iter().any(|it| html.contains(it)), "{name}: inline handler");
    }
}
