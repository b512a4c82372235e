//! Conversion of a built site into the one that a host serves.
use super::{
    embed,
    files::Files,
    headers::{self, Headers},
    identity, integrity, markup, names,
    policy::{self, Policy},
    press, shell,
    subscriptions::{self, Before},
    worker,
};
use crate::model::{self, Settings};
use crate::words::{Lang, problem};

/// Returns the finished site: with the figures of its capacity file, its identity and its policy in
/// the pages, names by final bytes, integrity hashes, the service worker's list, headers, and
/// precompressed copies of all files that become smaller.
///
/// Can be repeated: finishing a finished site gives the same as finishing the built one with the
/// same capacity file, even if that file was replaced in between.
pub fn finish(built: &Files) -> Result<Files, String> {
    finish_after(built, &Before::default())
}

/// Finishes a site that replaces the site `before`.
pub fn finish_after(built: &Files, before: &Before) -> Result<Files, String> {
    let mut files = built.clone();
    let index = shell::with_figures(files.text(INDEX)?, files.text(CAPACITY)?.as_bytes());
    files.put(INDEX, index.map_err(|why| format!("{INDEX} and {CAPACITY}: {why}"))?);

    let settings = settings(&files)?;
    files.put(INDEX, identity::in_page(files.text(INDEX)?, &settings)?);
    if files.get(MANIFEST).is_some() {
        files.put(MANIFEST, identity::in_manifest(files.text(MANIFEST)?, &settings)?);
    }
    let capacity = files.text(CAPACITY)?.as_bytes().to_vec();
    subscriptions::add(&mut files, &capacity, &settings, before)?;
    let embedders = files.get(SETTINGS).map_or(Ok(Vec::new()), policy::embedders)?;
    let policy = Policy::of(&settings)?.embedded_by(embedders);
    // The embedded page has its own policy, so it must not get the one of the other pages.
    files.remove(embed::PAGE);
    let in_page =
        format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">", policy.in_page());
    rewrite(&mut files, |html, _| markup::fill(html, "policy", &in_page))?;
    if let Some(page) = embed::page(&files, &capacity, &settings, &policy)? {
        files.put(embed::PAGE, page);
    }
    // After all changes of contents, because names and hashes depend on the bytes.
    name(&mut files)?;

    let rules = Headers::of_site(&files, &policy).to_string();
    files.put(headers::FILE, rules);
    press::add_copies(&mut files).map_err(|error| error.to_string())?;
    Ok(files)
}

/// Names files by their bytes, then writes the hashes of the named files into pages and the service
/// worker.
pub fn name(files: &mut Files) -> Result<(), String> {
    names::by_bytes(files)?;
    rewrite(files, |html, files| Ok(integrity::of_scripts(html, files)))?;
    worker::fill(files)
}

const INDEX: &str = "index.html";
const CAPACITY: &str = "capacity.json";
const SETTINGS: &str = "config.json";
const MANIFEST: &str = "manifest.webmanifest";

/// Returns the settings of a site; defaults if it has none.
///
/// # Errors
/// Fails with the first problem of the settings: the page would use a default instead, and show the
/// problem to every reader.
pub fn settings(files: &Files) -> Result<Settings, String> {
    let (settings, problems) = files.get(SETTINGS).map(model::settings).unwrap_or_default();
    match problems.first() {
        Some(first) => Err(format!("{SETTINGS}: {}", problem::text(first, Lang::En))),
        None => Ok(settings),
    }
}

/// Applies `change` to every page.
fn rewrite(
    files: &mut Files,
    change: impl Fn(&str, &Files) -> Result<String, String>,
) -> Result<(), String> {
    let pages: Vec<String> =
        files.paths().filter(|path| path.ends_with(".html")).map(str::to_owned).collect();
    for page in pages {
        let html = change(files.text(&page)?, files).map_err(|why| format!("{page}: {why}"))?;
        files.put(page, html);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::paths::is_copy;
    use std::{fs, path::Path};

    /// Returns the output of the build, except for the program.
    fn built() -> Files {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Files::read(&project.join("public")).unwrap();
        let index = fs::read_to_string(project.join("index.html")).unwrap();
        let index = index.replace(
            "<link data-trunk rel=\"css\" href=\"target/style/main.css\">",
            "<link rel=\"stylesheet\" href=\"./main.css\"/>\
             <link id=\"jari-js\" rel=\"modulepreload\" href=\"./page.js\">",
        );
        files.put("index.html", index);
        // Long enough to become smaller.
        files.put("main.css", "body { margin: 0 }\n".repeat(20));
        files.put("page.js", "fetch('page_bg.wasm');\n".repeat(20));
        files.put("page_bg.wasm", "program");
        files
    }

    fn of(files: &Files, start: &str, end: &str) -> String {
        let mut found = files.paths().filter(|path| path.starts_with(start) && path.ends_with(end));
        let path = found.next().unwrap().to_owned();
        assert_eq!(found.next(), None, "one file {start}…{end}");
        path
    }

    #[test]
    fn the_page_names_what_is_there_and_refuses_the_rest() {
        let files = finish(&built()).unwrap();
        let index = files.text("index.html").unwrap();
        for path in
            [of(&files, "main-", ".css"), of(&files, "page-", ".js"), of(&files, "boot-", ".js")]
        {
            assert!(
                index.contains(&format!("\"./{path}\"")) || index.contains(&format!("\"{path}\""))
            );
            for copy in [".br", ".gz"] {
                assert!(files.get(&format!("{path}{copy}")).is_some(), "{path}{copy}");
            }
        }
        assert_eq!(index.matches(" integrity=\"sha384-").count(), 2, "{index}");
        let stylesheet = format!("href=\"./{}\"", of(&files, "main-", ".css"));
        assert!(files.text("404.html").unwrap().contains(&stylesheet));
        for page in ["index.html", "404.html"] {
            let policy = format!("content=\"{}\"", Policy::default().in_page());
            assert_eq!(files.text(page).unwrap().matches(&policy).count(), 1);
        }
        assert!(files.get("capacity.json.br").is_none(), "it would stay behind");
    }

    #[test]
    fn finished_again_it_is_the_same() {
        let once = finish(&built()).unwrap();
        let mut again = once.clone();
        for copy in once.paths().filter(|path| is_copy(path)) {
            again.remove(copy);
        }
        assert_eq!(finish(&again).unwrap(), once);
    }

    #[test]
    fn another_capacity_file_changes_the_figures_and_nothing_else() {
        let mut files = built();
        let before = finish(&files).unwrap();
        let file =
            files.text("capacity.json").unwrap().replace("\"nodes\": 510", "\"nodes\": 1510");
        files.put("capacity.json", file);
        let after = finish(&files).unwrap();
        let changed: Vec<&str> = after
            .iter()
            .filter(|(path, bytes)| before.get(path) != Some(*bytes))
            .map(|(path, _)| path)
            .collect();
        let page = ["index.html", "index.html.br", "index.html.gz"];
        // Calendars of calls cite the file that they were read from.
        let subscribed = |path: &str| subscriptions::media_type(path).is_some();
        let (subscribed, others): (Vec<_>, Vec<_>) = changed
            .iter()
            .map(|path| path.trim_end_matches(".br").trim_end_matches(".gz"))
            .partition(|path| subscribed(path));
        let pages = ["embed.html", "index.html"].map(|path| [path; 3]).concat();
        assert_eq!(others, [vec!["capacity.json"], pages].concat());
        assert!(page.iter().all(|path| changed.contains(path)));
        let fixed = ["calls.en.ics", "calls.ics", "capacity.csv", "changes.xml"];
        assert!(fixed.iter().all(|path| subscribed.contains(path)), "{subscribed:?}");
        assert!(after.text("index.html").unwrap().contains("2,307"));
    }

    #[test]
    fn what_is_missing_or_wrong_is_named() {
        let mut files = built();
        files.put("capacity.json", "{}");
        let refusal = finish(&files).unwrap_err();
        assert!(refusal.contains("capacity.json: $.schema"), "{refusal}");
        files.remove("capacity.json");
        assert!(finish(&files).unwrap_err().contains("no capacity.json"));
    }

    #[test]
    fn an_address_of_another_site_opens_the_policy_to_that_site_alone() {
        let mut files = built();
        files.put("config.json", "{\"submit_url\": \"https://apply.example.org/v1\"}");
        let files = finish(&files).unwrap();
        let connect = "https://apply.example.org;";
        assert!(files.text("_headers").unwrap().contains(connect));
        assert!(files.text("index.html").unwrap().contains(connect));
        assert!(!files.text("index.html").unwrap().contains("/v1"));
    }

    #[test]
    fn settings_that_the_page_would_not_follow_are_refused() {
        for (settings, what) in [
            ("{\"submit_url\": \"ftp://a\"}", "$.submit_url"),
            ("{\"submit\": 1}", "$.submit"),
            ("[", "config.json: $"),
            ("{\"capacity_url\": \"https://*/a\"}", "https://*/a"),
        ] {
            let mut files = built();
            files.put("config.json", settings);
            let refusal = finish(&files).unwrap_err();
            assert!(refusal.contains(what), "{settings}: {refusal}");
        }
    }
}
