//! Identity of a site in its static files: in the page's head, above its figures, on link previews,
//! and in the manifest of the installed page.
use super::markup::{escape, fill, in_both};
use crate::model::{Identity, Settings, Text};
use crate::session::{ApplyView, IdentityView, identity};
use crate::words::Lang;
use crate::words::catalogue::page as words;
use serde_json::Value;

/// Returns the page with the site's identity between its marks.
///
/// # Errors
/// Fails with a mark that is missing, or with a site address that is not absolute.
pub fn in_page(html: &str, settings: &Settings) -> Result<String, String> {
    let html = fill(html, "card", &card(settings)?)?;
    fill(&fill(&html, "name", &brand(settings))?, "standing", &standing(settings))
}

/// Returns the manifest of the installed page with the name of the site.
///
/// # Errors
/// Fails if the manifest is not a JSON object.
pub fn in_manifest(manifest: &str, settings: &Settings) -> Result<String, String> {
    let mut manifest: Value =
        serde_json::from_str(manifest).map_err(|error| format!("manifest.webmanifest: {error}"))?;
    let fields = manifest.as_object_mut().ok_or("manifest.webmanifest: no object")?;
    let mut put = |key: &str, text: String| fields.insert(key.to_owned(), Value::String(text));
    put("name", title(settings));
    put("short_name", of(settings, Lang::Ko).name);
    put("description", description(&settings.identity));
    let text = serde_json::to_string_pretty(&manifest).map_err(|error| error.to_string())?;
    Ok(text + "\n")
}

/// Returns the site's identity in one line, for the person who finishes it.
#[must_use]
pub fn in_a_line(settings: &Settings) -> String {
    let IdentityView { name, standing, apply, .. } = of(settings, Lang::En);
    let apply = apply.map_or_else(String::new, |apply| format!("; {}", apply_text(&apply)));
    format!("{name}; {standing}{apply}")
}

fn of(settings: &Settings, lang: Lang) -> IdentityView {
    identity(settings, false, lang)
}

/// Joins a Korean and an English text; returns just one if they are equal.
fn both(korean: &str, english: &str) -> String {
    if korean == english { korean.to_owned() } else { format!("{korean} {english}") }
}

fn title(settings: &Settings) -> String {
    let name = |lang| of(settings, lang).name;
    words::TITLE.fill(Lang::Ko, &[("name", &both(&name(Lang::Ko), &name(Lang::En)))])
}

fn description(identity: &Identity) -> String {
    let default = words::SITE_ABOUT.text();
    let Text { ko, en } = identity.about.as_ref().unwrap_or(&default);
    both(ko, en)
}

/// Returns the title and description tags, for search engines and for link previews.
fn card(settings: &Settings) -> Result<String, String> {
    let [title, description] =
        [title(settings), description(&settings.identity)].map(|text| escape(&text));
    let name = escape(&of(settings, Lang::Ko).name);
    let mut tags = vec![
        format!("<title>{title}</title>"),
        format!("<meta name=\"description\" content=\"{description}\">"),
    ];
    let mut property = |name: &str, value: &str| {
        tags.push(format!("<meta property=\"og:{name}\" content=\"{value}\">"));
    };
    property("type", "website");
    property("site_name", &name);
    property("title", &title);
    property("description", &description);
    property("locale", "ko_KR");
    property("locale:alternate", "en_US");
    if let Some(url) = &settings.identity.url {
        if !url.contains("://") {
            return Err(format!("config.json: site_url is to be a whole address, not {url}"));
        }
        let folder = url.split(['?', '#']).next().unwrap_or_default();
        // The last slash may be one of `https://`.
        let folder = folder.rsplit_once('/').filter(|(before, _)| !before.ends_with('/'));
        let folder = folder.map_or(url.as_str(), |(folder, _)| folder);
        property("url", &escape(url));
        property("image", &escape(&format!("{folder}/icon-512.png")));
    }
    Ok(tags.join("\n    "))
}

/// Returns the name and tagline of the site in both languages, of which `boot.js` shows one.
fn brand(settings: &Settings) -> String {
    let [korean, english] = [Lang::Ko, Lang::En].map(|lang| {
        let (name, tagline) = (escape(&of(settings, lang).name), words::TAGLINE.get(lang));
        format!("{name} <small>{tagline}</small>")
    });
    in_both(&korean, &english, true)
}

/// Returns the operator of the site and the place to apply, in both languages.
fn standing(settings: &Settings) -> String {
    let line = |lang| {
        let IdentityView { standing, apply, .. } = of(settings, lang);
        let place =
            |apply: ApplyView| format!(" · {}: {}", words::APPLY_AT.get(lang), link(&apply));
        format!("<strong>{}</strong>{}", escape(&standing), apply.map(place).unwrap_or_default())
    };
    let [korean, english] = [Lang::Ko, Lang::En].map(line);
    in_both(&korean, &english, false)
}

/// Returns the place to apply, as a link if it has an address.
fn link(ApplyView { name, url }: &ApplyView) -> String {
    let name = escape(name);
    match url {
        Some(url) => {
            format!("<a href=\"{}\" rel=\"noopener noreferrer\">{name}</a>", escape(url))
        }
        None => name,
    }
}

fn apply_text(apply: &ApplyView) -> String {
    format!("{}: {}", words::APPLY_AT.en, apply.name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dist::files::Files;
    use crate::dist::finish;
    use crate::model;

    const PAGE: &str = "<head><!-- card --><!-- /card --></head><b><!-- name --><!-- /name --></b>\
        <aside><!-- standing --><!-- /standing --></aside>";
    const OWN: &str = r#"{"site_name":{"ko":"한결대 GPU","en":"Hangyeol GPU"},
        "site_about":{"ko":"한결대 노드","en":"Nodes of \"Hangyeol\""},
        "site_url":"https://gpu.example.ac.kr/jari/","operator":"Hangyeol & Co",
        "apply_name":{"ko":"연구지원시스템","en":"the research office"},"apply_url":"/apply?a=1&b"}"#;

    fn settings(text: &str) -> Settings {
        model::settings(text.as_bytes()).0
    }

    #[test]
    fn a_site_of_an_operator_is_told_in_head_and_shell() {
        let html = in_page(PAGE, &settings(OWN)).unwrap();
        for part in [
            "<title>한결대 GPU Hangyeol GPU: GPU 노드 미리보기</title>",
            "<meta name=\"description\" content=\"한결대 노드 Nodes of &quot;Hangyeol&quot;\">",
            "<meta property=\"og:title\" content=\"한결대 GPU Hangyeol GPU: GPU 노드 미리보기\">",
            "<meta property=\"og:site_name\" content=\"한결대 GPU\">",
            "<meta property=\"og:url\" content=\"https://gpu.example.ac.kr/jari/\">",
            "<meta property=\"og:image\" content=\"https://gpu.example.ac.kr/jari/icon-512.png\">",
            "<b><!-- name --><span lang=\"ko\">한결대 GPU <small>우리 자리가 있을까요?</small></span>",
            "<span lang=\"en\" hidden>Hangyeol GPU <small>Is there a place for us?</small></span>",
            "<strong>운영: Hangyeol &amp; Co</strong> · 신청하는 곳: \
             <a href=\"/apply?a=1&amp;b\" rel=\"noopener noreferrer\">연구지원시스템</a>",
            "<strong>Run by Hangyeol &amp; Co</strong> · Where to apply: \
             <a href=\"/apply?a=1&amp;b\" rel=\"noopener noreferrer\">the research office</a>",
        ] {
            assert!(html.contains(part), "{part} in {html}");
        }
        assert!(!html.contains("비공식") && !html.contains("aiinfrahub"), "{html}");
        assert_eq!(in_page(&html, &settings(OWN)).unwrap(), html);
    }

    #[test]
    fn an_address_that_is_not_known_is_not_told() {
        let html = in_page(PAGE, &Settings::default()).unwrap();
        assert!(!html.contains("og:url") && !html.contains("og:image"), "{html}");
        assert!(html.contains("<title>자리 Jari: GPU 노드 미리보기</title>"));
        assert!(html.contains(words::PREVIEW_ONLY.ko) && html.contains(words::PREVIEW_ONLY.en));
        let root = settings(r#"{"site_url":"https://gpu.example.ac.kr"}"#);
        let html = in_page(PAGE, &root).unwrap();
        assert!(html.contains("content=\"https://gpu.example.ac.kr/icon-512.png\""), "{html}");
        let part = settings(r#"{"site_url":"/jari/"}"#);
        assert!(in_page(PAGE, &part).unwrap_err().contains("site_url"));
    }

    #[test]
    fn the_manifest_has_the_name_and_keeps_the_rest() {
        let manifest = include_str!("../../public/manifest.webmanifest");
        let own = in_manifest(manifest, &settings(OWN)).unwrap();
        let value: Value = serde_json::from_str(&own).unwrap();
        assert_eq!(value["short_name"], "한결대 GPU");
        assert_eq!(value["description"], "한결대 노드 Nodes of \"Hangyeol\"");
        assert_eq!((&value["display"], &value["scope"]), (&"standalone".into(), &"./".into()));
        assert_eq!(in_manifest(&own, &settings(OWN)).unwrap(), own);
        assert!(in_manifest("[]", &Settings::default()).is_err());
    }

    /// With an operator's own file and settings, nothing of the published programme remains.
    #[test]
    fn with_its_own_file_and_settings_no_page_names_the_published_programme() {
        let project = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let mut files = Files::read(&project.join("public")).unwrap();
        let index = std::fs::read_to_string(project.join("index.html")).unwrap();
        files.put("index.html", index);
        files.put("config.json", OWN);
        files.put(
            "capacity.json",
            r#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
                "accelerators":[{"id":"h200"}],
                "blocks":[{"id":"hall","accelerator":"h200","nodes":16}]}"#,
        );
        let files = finish::finish(&files).unwrap();
        for path in ["index.html", "404.html", "manifest.webmanifest"] {
            let text = files.text(path).unwrap();
            for foreign in ["aiinfrahub", "첨단", "포털", "portal", "비공식", "nofficial", "정부"]
            {
                assert!(!text.contains(foreign), "{foreign} in {path}");
            }
        }
        assert!(files.text("index.html").unwrap().contains("한결대 GPU"));
    }
}
