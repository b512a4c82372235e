//! Picture for embedding in other sites: `embed.html`, drawn when the site is finished, without a
//! script.
//!
//! Without a script a page cannot read its query, so the fragment selects the picture and the
//! language: `embed.html#programme-en`. The page has its own policy, and the operator decides which
//! sites may frame it.

mod capacity;
mod paint;
mod programme;
mod titled;

use super::{files::Files, markup::escape, policy::Policy};
use crate::exchange::out::picture_svg;
use crate::model::{self, Settings, Snapshot, fingerprint};
use crate::session::identity;
use crate::show::overview;
use crate::words::catalogue::embed as words;
use crate::words::{Lang, problem};
use paint::{GROUND, INK};
use titled::Titled;

/// Path of the page.
pub const PAGE: &str = "embed.html";

/// Returns the page of a site with each picture of its capacity file in each language, of which the
/// fragment selects one; `None` if the site has no style sheet for it.
///
/// # Errors
/// Fails with the problem of the capacity file.
pub fn page(
    files: &Files,
    capacity: &[u8],
    settings: &Settings,
    policy: &Policy,
) -> Result<Option<String>, String> {
    let is_style = |path: &&str| path.starts_with("embed") && path.ends_with(".css");
    let Some(style) = files.paths().find(is_style) else { return Ok(None) };
    let reading = model::read(capacity).map_err(|refusal| problem::text(&refusal, Lang::En))?;
    Ok(Some(html(&reading.snapshot, &fingerprint(capacity), settings, policy, style)))
}

fn html(
    snapshot: &Snapshot,
    print: &str,
    settings: &Settings,
    policy: &Policy,
    style: &str,
) -> String {
    let mut figures: Vec<String> = Vec::new();
    for lang in [Lang::Ko, Lang::En] {
        let pictures = [capacity::picture(snapshot, lang), programme::picture(snapshot, lang)];
        for picture in pictures.into_iter().flatten() {
            figures.push(figure(picture, snapshot, print, settings, lang));
        }
    }
    // The first picture is the default; the style sheet can show it only if it is the last one in
    // the page.
    if !figures.is_empty() {
        figures.rotate_left(1);
    }
    let title = escape(&identity(settings, false, Lang::Ko).name);
    format!(
        "<!DOCTYPE html>\n<html lang=\"ko\">\n<head>\n<meta charset=\"utf-8\">\n<meta \
         http-equiv=\"Content-Security-Policy\" content=\"{}\">\n<meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" \
         content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n<title>{title}</title>\n<link \
         rel=\"icon\" type=\"image/svg+xml\" href=\"favicon.svg\">\n<link \
         rel=\"stylesheet\" href=\"./{style}\">\n</head>\n<body>\n{}</body>\n</html>\n",
        policy.in_embedded_page(),
        figures.concat()
    )
}

fn figure(of: Titled, snapshot: &Snapshot, print: &str, settings: &Settings, lang: Lang) -> String {
    let Titled { id, title, list } = of;
    let link = settings.identity.url.as_deref().unwrap_or("./");
    let site = identity(settings, false, lang);
    let about = overview::cited_file(snapshot, print, lang);
    let svg = picture_svg(&list.framed(&title, &[], INK, GROUND), &title, &about, lang);
    format!(
        "<figure id=\"{id}-{tag}\" lang=\"{tag}\">\n{svg}<figcaption>{about} · {standing} · <a href=\"{link}\" \
         target=\"_blank\" rel=\"noopener noreferrer\">{open}</a></figcaption>\n</figure>\n",
        tag = lang.tag(),
        about = escape(&about),
        standing = escape(&site.standing),
        link = escape(link),
        open = escape(&words::OPEN.fill(lang, &[("site", &site.name)])),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read;

    const PUBLISHED: &[u8] = include_bytes!("../../../public/capacity.json");

    fn of(file: &[u8]) -> String {
        let snapshot = read(file).unwrap().snapshot;
        html(&snapshot, "c0ffee", &Settings::default(), &Policy::default(), "embed.css")
    }

    /// Returns the drawings of a page, by the id of the figure.
    fn drawings(html: &str) -> Vec<(String, String)> {
        let figures = html.split("<figure id=\"").skip(1);
        let each = figures.map(|figure| {
            let (id, rest) = figure.split_once('"').unwrap();
            let (_, svg) = rest.split_once("<svg").unwrap();
            let (svg, _) = svg.split_once("</svg>").unwrap();
            (id.to_owned(), ["<svg", svg, "</svg>"].concat())
        });
        each.collect()
    }

    #[test]
    fn it_has_each_picture_in_each_language_with_source_date_and_link() {
        let html = of(PUBLISHED);
        let drawings = drawings(&html);
        let ids: Vec<&str> = drawings.iter().map(|(id, _)| id.as_str()).collect();
        assert_eq!(ids, ["programme-ko", "capacity-en", "programme-en", "capacity-ko"]);
        for (id, svg) in &drawings {
            let tree = usvg::Tree::from_str(svg, &usvg::Options::default()).unwrap();
            assert!(tree.size().width() >= 900.0, "{id}");
            let xml = roxmltree::Document::parse(svg).unwrap();
            let text = |tag: &str| xml.descendants().filter(|it| it.has_tag_name(tag)).count();
            assert!(text("path") >= 3 && text("text") > 8, "{id}");
            // All of it lies within the picture.
            let width = f64::from(tree.size().width());
            for node in xml.descendants().filter(|it| it.has_tag_name("text")) {
                let x: f64 = node.attribute("x").unwrap().parse().unwrap();
                assert!((0.0..=width).contains(&x), "{id}: {:?} at {x}", node.text());
            }
        }
        for part in [
            "2026년 10월 11일에 확인한 현황 자료 c0ffee",
            "11 Oct 2026",
            "href=\"./\"",
            "25-1차 사용자 모집",
        ] {
            assert!(html.contains(part), "{part}");
        }
        let all: u32 = 1_307;
        assert!(html.contains(&format!(
            "공개된 사실로 본 점유 {}",
            crate::words::format::integer(all.into())
        )));
    }

    #[test]
    fn it_runs_nothing_and_no_text_of_a_file_is_markup() {
        let hostile = of(br#"{"schema":1,"as_of":"2027-01-04","title":"<script>x</script>",
            "accelerators":[{"id":"h"}],
            "blocks":[{"id":"a","name":"<img src=x onerror=y>","accelerator":"h","nodes":8}],
            "calls":[{"id":"c","name":"</svg><script>x</script>","opens":"2027-01-01","closes":"2027-02-01"}]}"#);
        for html in [of(PUBLISHED), hostile.clone()] {
            for never in ["<script", "<style", " style=", " on", "javascript:", "<img"] {
                let found = html.matches(never).count();
                // `on` also begins words of sentences.
                let allowed = if never == " on" { usize::MAX } else { 0 };
                assert!(found <= allowed, "{never} in {html}");
            }
        }
        assert!(hostile.contains("&lt;script&gt;x&lt;/script&gt;"));
    }

    #[test]
    fn what_a_file_does_not_tell_is_not_drawn() {
        let blocks = of(br#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
            "accelerators":[{"id":"h"}],"blocks":[{"id":"a","accelerator":"h","nodes":8}]}"#);
        let ids = |html: &str| drawings(html).into_iter().map(|it| it.0).collect::<Vec<_>>();
        assert_eq!(ids(&blocks), ["capacity-en", "capacity-ko"]);
        assert_eq!(ids(&of(br#"{"schema":1,"as_of":"2027-01-04"}"#)), Vec::<String>::new());
    }
}
