//! Figures that `index.html` shows before and without the program, from the capacity file in the
//! same folder.
use super::markup::{escape, fill, in_both};
use crate::model::{self, Availability, Snapshot};
use crate::show::overview::{self, HeadlineFigure, NoticeView};
use crate::words::catalogue::{Entry, capacity, page};
use crate::words::names::block_name;
use crate::words::source::{SourceView, source_of};
use crate::words::{Lang, format, problem};

/// Maximum number of blocks in the table; more would increase every first load.
const MOST_ROWS: usize = 100;

/// Returns the page with the figures of a capacity file between its marks.
pub fn with_figures(html: &str, capacity: &[u8]) -> Result<String, String> {
    let reading = model::read(capacity).map_err(|refusal| problem::text(&refusal, Lang::En))?;
    let snapshot = &reading.snapshot;
    let html = fill(html, "figures", &figures(snapshot))?;
    fill(&html, "blocks", &[blocks(snapshot), about(snapshot), sources(snapshot)].concat())
}

/// Returns the statements and the headline figures as of the file's own hour: in Korean, with
/// English below.
fn figures(snapshot: &Snapshot) -> String {
    let headline = |lang| overview::headline(snapshot, snapshot.as_of, lang);
    let each = |figure: &HeadlineFigure| {
        let [name, value, about] = [figure.name, &figure.value, &figure.about].map(escape);
        let about = match about.as_str() {
            "" => String::new(),
            about => format!("<dd class=\"about\">{about}</dd>"),
        };
        format!("<div><dt>{name}</dt><dd>{value}</dd>{about}</div>")
    };
    let line = |figure: &HeadlineFigure| {
        let HeadlineFigure { name, value, about } = figure;
        let about = if about.is_empty() { String::new() } else { format!(" ({about})") };
        escape(&format!("{name} {value}{about}"))
    };
    let english: Vec<String> = headline(Lang::En).iter().map(line).collect();
    format!(
        "{}<dl class=\"figures\" lang=\"ko\">{}</dl><p class=\"quiet small\" lang=\"en\">{}</p>",
        notices(snapshot),
        headline(Lang::Ko).iter().map(each).collect::<String>(),
        english.join(" · ")
    )
}

/// Returns the statements that precede all figures; empty if there are none.
fn notices(snapshot: &Snapshot) -> String {
    let text = |notice: NoticeView| match notice.date {
        Some(date) => format!("{} ({date})", notice.text),
        None => notice.text,
    };
    let of = |lang| overview::notices(snapshot, lang).into_iter().map(text);
    let item =
        |(korean, english): (String, String)| format!("<li>{}</li>", both(&korean, &english));
    let items: String = of(Lang::Ko).zip(of(Lang::En)).map(item).collect();
    if items.is_empty() { items } else { format!("<ul class=\"card\">{items}</ul>") }
}

fn blocks(snapshot: &Snapshot) -> String {
    let row = |name: String, nodes: u32| {
        let nodes = format::integer(nodes.into());
        format!("<tr><th scope=\"row\">{name}</th><td class=\"number\">{nodes}</td></tr>")
    };
    let shown = snapshot.blocks.iter().take(MOST_ROWS);
    let mut rows: String = shown
        .map(|block| {
            let name = |lang| block_name(block, lang);
            row(both(name(Lang::Ko), name(Lang::En)), block.nodes())
        })
        .collect();
    let more = snapshot.blocks.get(MOST_ROWS..).unwrap_or_default();
    if let Ok(count @ 1..) = u32::try_from(more.len()) {
        let name = |lang| capacity::MORE.fill(lang, &[("blocks", &format::blocks(count, lang))]);
        let nodes = more.iter().fold(0, |sum: u32, block| sum.saturating_add(block.nodes()));
        rows.push_str(&row(both(&name(Lang::Ko), &name(Lang::En)), nodes));
    }
    let head = |entry: Entry| both(entry.ko, entry.en);
    format!(
        "<div class=\"table-frame\"><table><caption>{}</caption><thead><tr>\
         <th scope=\"col\">{}</th><th scope=\"col\" class=\"number\">{}</th></tr></thead>\
         <tbody>{rows}</tbody></table></div>",
        head(capacity::BLOCKS),
        head(capacity::BLOCK),
        head(capacity::NODES)
    )
}

/// Returns a line with the file's title and date, and the limits of the figures.
fn about(snapshot: &Snapshot) -> String {
    let text = |lang: Lang| {
        let as_of = match snapshot.availability.is_looked_up() {
            true => capacity::CHECKED,
            false => capacity::AS_OF,
        };
        let (as_of, date) = (as_of.get(lang), format::date(snapshot.as_of, lang));
        let mut parts = vec![lang.text(&snapshot.title).to_owned(), format!("{as_of} {date}")];
        match snapshot.availability {
            Availability::Nominal => parts.push(page::BY_SIZE_NOTICE.get(lang).to_owned()),
            Availability::Published if !snapshot.has_published_holds() => {
                parts.push(page::CERTAIN_KNOWN_WHY.get(lang).to_owned());
            }
            Availability::Published => parts.push(page::PUBLISHED_UNKNOWN.get(lang).to_owned()),
            Availability::Complete => {}
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    };
    format!("<p class=\"small quiet\">{}</p>", both(&text(Lang::Ko), &text(Lang::En)))
}

/// Returns the sources of the data shown, each once.
fn sources(snapshot: &Snapshot) -> String {
    let of_notices = snapshot.notices.iter().map(|notice| notice.citation.source.as_deref());
    let of_purchases = snapshot.purchases.iter().map(|it| it.citation.source.as_deref());
    let of_holds = snapshot.holds.iter().filter_map(|hold| hold.published.as_ref());
    let of_holds = of_holds.map(|published| published.citation.source.as_deref());
    let of_blocks = snapshot.blocks.iter().take(MOST_ROWS).map(|block| block.source.as_deref());
    let mut told: Vec<&str> = Vec::new();
    for id in of_notices.chain(of_purchases).chain(of_holds).chain(of_blocks).flatten() {
        if !told.contains(&id) {
            told.push(id);
        }
    }
    let each = |id: &str| {
        let SourceView { title, url, details } = source_of(snapshot, Some(id), Lang::Ko)?;
        let english = source_of(snapshot, Some(id), Lang::En)?;
        let title = either(&title, &english.title);
        let title = match url {
            Some(url) => {
                format!("<a href=\"{}\" rel=\"noopener noreferrer\">{title}</a>", escape(&url))
            }
            None => title,
        };
        Some([title, either(&details, &english.details)].concat())
    };
    let each: Vec<String> = told.into_iter().filter_map(each).collect();
    if each.is_empty() {
        return String::new();
    }
    let name = both(capacity::SOURCE.ko, capacity::SOURCE.en);
    format!("<p class=\"small quiet\">{name}: {}</p>", each.join(" · "))
}

/// Joins a Korean text and a hidden English one.
fn either(korean: &str, english: &str) -> String {
    text_in_both(korean, english, true)
}

/// Joins a Korean and an English text, both visible.
fn both(korean: &str, english: &str) -> String {
    text_in_both(korean, english, false)
}

/// Joins both texts as escaped markup; returns just one if they are equal.
fn text_in_both(korean: &str, english: &str, is_hidden: bool) -> String {
    let [korean, english] = [korean, english].map(escape);
    if korean == english { korean } else { in_both(&korean, &english, is_hidden) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str =
        "<main><!-- figures --><!-- /figures --><!-- blocks --><!-- /blocks --></main>";

    fn shown(blocks: &str) -> String {
        let file = format!(
            "{{\"schema\":1,\"as_of\":\"2027-01-04\",\"availability\":\"complete\",\
              \"accelerators\":[{{\"id\":\"h200\"}}],\"blocks\":[{blocks}]}}"
        );
        with_figures(PAGE, file.as_bytes()).unwrap()
    }

    #[test]
    fn the_published_figures_are_shown_and_add_up() {
        let published = include_bytes!("../../public/capacity.json");
        let html = with_figures(PAGE, published).unwrap();
        let figures = ["22,840", "10,456", "1,307", "1,307 / 1,307대", "2027년 4월 1일쯤", "9,704"];
        for figure in figures {
            assert!(html.contains(&format!("<dd>{figure}</dd>")), "{figure} in {html}");
        }
        assert!(html.contains("No call is open") && html.contains("접수하는 공모가 없고"));
        let cells = html.split("<td class=\"number\">").skip(1);
        let nodes = cells.map(|cell| cell.split('<').next().unwrap().parse::<u32>().unwrap());
        assert_eq!(nodes.collect::<Vec<_>>(), [255, 32, 510, 255, 255]);
        assert!(html.contains(page::PUBLISHED_UNKNOWN.ko) && html.contains("11 Oct 2026"));
        assert_eq!(
            html.matches("출처</span> <span lang=\"en\">Source</span>: <a href=\"https://").count(),
            1
        );
        assert_eq!(with_figures(&html, published).unwrap(), html);
    }

    #[test]
    fn a_file_of_an_operator_takes_their_place() {
        let html = shown("{\"id\":\"hall\",\"accelerator\":\"h200\",\"nodes\":64}");
        assert!(html.contains("<th scope=\"row\">hall</th><td class=\"number\">64</td>"), "{html}");
        assert!(
            !html.contains(page::PUBLISHED_UNKNOWN.ko) && !html.contains(capacity::BOUGHT_GPUS.ko)
        );
    }

    #[test]
    fn nothing_in_a_file_is_markup_and_no_name_ends_the_part() {
        let html = shown(
            "{\"id\":\"a\",\"name\":\"<script>x</script><!-- /blocks -->\",\
              \"accelerator\":\"h200\",\"nodes\":1}",
        );
        assert!(html.contains("&lt;script&gt;x&lt;/script&gt;&lt;!-- /blocks --&gt;"), "{html}");
        assert!(!html.contains("<script"));
    }

    #[test]
    fn of_many_blocks_the_rest_is_summed_up() {
        let block = |n| format!("{{\"id\":\"b{n}\",\"accelerator\":\"h200\",\"nodes\":2}}");
        let blocks: Vec<String> = (0..103).map(block).collect();
        let html = shown(&blocks.join(","));
        assert_eq!(html.matches("<td").count(), MOST_ROWS + 1);
        let name =
            "<span lang=\"ko\">그 밖의 노드 블록 3개</span> <span lang=\"en\">3 blocks more</span>";
        assert!(html.contains(&format!("{name}</th><td class=\"number\">6<")), "{html}");
    }

    #[test]
    fn what_cannot_be_read_is_refused_with_its_reason() {
        assert!(with_figures(PAGE, b"[]").unwrap_err().starts_with('$'));
        let published = include_bytes!("../../public/capacity.json");
        assert!(with_figures("<main></main>", published).unwrap_err().contains("figures"));
    }
}
