//! Static files to subscribe to: the blocks and holds as a table, the dates of calls as calendars,
//! and the changes of each newer capacity file as an Atom feed (RFC 4287).
//!
//! They are generated from the capacity file when the site is finished. The same bytes give the
//! same bytes, as the hour in them is the file's own.
use super::{files::Files, markup::escape, names::hash};
use crate::exchange::out::{calls_ics, capacity_csv};
use crate::model::{self, Settings, Snapshot, fingerprint};
use crate::session::identity;
use crate::show::file_changed::file_changes;
use crate::words::catalogue::changes as words;
use crate::words::{Lang, format, problem};
use std::sync::Arc;
use std::{fs, io, path::Path};

/// Path of the table of blocks and holds.
pub const TABLE: &str = "capacity.csv";
/// Path of the feed of changes.
pub const CHANGES: &str = "changes.xml";
/// Paths of the calendars of calls, by language.
pub const CALLS: [(&str, Lang); 2] = [("calls.ics", Lang::Ko), ("calls.en.ics", Lang::En)];

/// Path at which `publish.sh` keeps the previous capacity file.
const KEPT_BEFORE: &str = "capacity.json.before";
const BOTH: [Lang; 2] = [Lang::Ko, Lang::En];
/// Maximum number of feed entries; older ones are dropped.
const MOST_ENTRIES: usize = 50;

/// State of the site before the current publication.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Before {
    /// Previous capacity file; if `None`, the one kept beside the new file is used.
    pub capacity: Option<Vec<u8>>,
    /// Previous feed; if `None`, the site's own is used.
    pub changes: Option<String>,
}

impl Before {
    /// Reads the previous state from a path: a capacity file, or the folder of a site with its file
    /// and its feed.
    ///
    /// # Errors
    /// Fails if the file, or the capacity file in the folder, cannot be read.
    pub fn read(path: &Path) -> io::Result<Self> {
        if !path.is_dir() {
            return Ok(Self { capacity: Some(fs::read(path)?), changes: None });
        }
        let capacity = Some(fs::read(path.join("capacity.json"))?);
        // A site of an earlier version has no feed.
        let changes = fs::read_to_string(path.join(CHANGES)).ok();
        Ok(Self { capacity, changes })
    }
}

/// Returns the media type of such a file, by its path.
#[must_use]
pub fn media_type(path: &str) -> Option<&'static str> {
    match path.rsplit_once('.')?.1 {
        "csv" => Some("text/csv; charset=utf-8"),
        "ics" => Some("text/calendar; charset=utf-8"),
        "xml" => Some("application/atom+xml; charset=utf-8"),
        _ => None,
    }
}

/// Adds all of these files to a site.
///
/// # Errors
/// Fails with the problem of the capacity file, or of the previous one.
pub fn add(
    files: &mut Files,
    capacity: &[u8],
    settings: &Settings,
    before: &Before,
) -> Result<(), String> {
    let snapshot = read(capacity)?;
    files.put(TABLE, capacity_csv(&snapshot));
    let print = fingerprint(capacity);
    for (path, lang) in CALLS {
        let site = identity(settings, false, lang).name;
        files.put(path, calls_ics(&snapshot, &print, &site, snapshot.as_of.into(), lang));
    }
    let own = files.text(CHANGES).ok();
    let kept = before.changes.as_deref().or(own).unwrap_or_default();
    let mut all = if is_of_others(kept, &snapshot) { Vec::new() } else { entries(kept) };
    let old = before.capacity.as_deref().or_else(|| files.get(KEPT_BEFORE));
    // The same file published again does not count as a previous one.
    let old = old.filter(|old| *old != capacity);
    let old = old.map(|old| read(old).map(|it| (it, fingerprint(old)))).transpose();
    let old = old.map_err(|why| format!("the capacity file before: {why}"))?;
    let old = old.filter(|(old, _)| !are_others(old, &snapshot));
    let id = uuid(capacity);
    let is_told = all.first().is_some_and(|newest| {
        newest.contains(&id) || old.as_ref().is_some_and(|(old, _)| says_the_same(old, &snapshot))
    });
    if !is_told {
        let said = BOTH.map(|lang| said(&snapshot, old.as_ref(), all.is_empty(), lang));
        // A file that is published again gets a new entry in place of its old one.
        all.retain(|entry| !entry.contains(&id));
        all.insert(0, entry(&snapshot, &print, &id, settings, &said));
    }
    all.truncate(MOST_ENTRIES);
    files.put(CHANGES, feed(&snapshot, settings, &all));
    Ok(())
}

fn read(bytes: &[u8]) -> Result<Snapshot, String> {
    let reading = model::read(bytes).map_err(|refusal| problem::text(&refusal, Lang::En))?;
    Ok(reading.snapshot)
}

/// Returns `true` if the feed names blocks and none of them is in the file, for example because it
/// is the feed that was built with the program.
fn is_of_others(feed: &str, new: &Snapshot) -> bool {
    let has_one = || new.blocks.iter().any(|block| feed.contains(&category(&block.id)));
    feed.contains("<category ") && !new.blocks.is_empty() && !has_one()
}

/// Returns `true` if both files have blocks and share none.
fn are_others(old: &Snapshot, new: &Snapshot) -> bool {
    let share_one = || new.blocks.iter().any(|block| old.block(&block.id).is_some());
    !old.blocks.is_empty() && !new.blocks.is_empty() && !share_one()
}

/// Returns `true` if two files differ only in their dates.
fn says_the_same(old: &Snapshot, new: &Snapshot) -> bool {
    let undated = |of: &Snapshot| {
        let mut of = Snapshot { as_of: new.as_of, ..of.clone() };
        Arc::make_mut(&mut of.sources).iter_mut().for_each(|source| source.date = None);
        of
    };
    undated(old) == undated(new)
}

/// Returns the lines of a feed entry: the changes if the previous file is known, else a summary or
/// a note that it is not known.
fn said(
    new: &Snapshot,
    old: Option<&(Snapshot, String)>,
    is_first: bool,
    lang: Lang,
) -> Vec<String> {
    if let Some((old, print)) = old {
        let date = format::date(old.as_of, lang);
        let mut lines = file_changes(old, new, lang);
        lines.push(words::COMPARED.fill(lang, &[("date", &date), ("hash", print)]));
        return lines;
    }
    if !is_first {
        return vec![words::NOT_KNOWN.get(lang).to_owned()];
    }
    let count = |many: usize| u32::try_from(many).unwrap_or(u32::MAX);
    let nodes = new.blocks.iter().fold(0, |sum: u32, block| sum.saturating_add(block.nodes()));
    vec![words::FIRST.fill(
        lang,
        &[
            ("blocks", &format::blocks(count(new.blocks.len()), lang)),
            ("nodes", &format::nodes(nodes, lang)),
            ("holds", &format::holds(count(new.holds.len()), lang)),
        ],
    )]
}

/// Returns the entries of a feed written by this module, verbatim and newest first.
fn entries(feed: &str) -> Vec<String> {
    let parts = feed.split("<entry>").skip(1);
    let entries = parts.filter_map(|part| part.split_once("</entry>"));
    let own = entries.filter(|(entry, _)| entry.contains("<id>urn:uuid:"));
    own.map(|(entry, _)| ["<entry>", entry, "</entry>"].concat()).collect()
}

fn entry(
    snapshot: &Snapshot,
    print: &str,
    id: &str,
    settings: &Settings,
    said: &[Vec<String>; 2],
) -> String {
    let title = |lang| {
        let date = format::date(snapshot.as_of, lang);
        words::ENTRY.fill(lang, &[("date", &date), ("hash", print)])
    };
    let list = |(lang, lines): (Lang, &Vec<String>)| {
        let items: String = lines.iter().map(|line| format!("<li>{}</li>", escape(line))).collect();
        format!("<ul lang=\"{}\">{items}</ul>", lang.tag())
    };
    let content: String = BOTH.into_iter().zip(said).map(list).collect();
    format!(
        "<entry>\n    <id>{id}</id>\n    <title>{}</title>\n    <updated>{}</updated>\n    {}\n    \
         <content type=\"html\">{}</content>\n  </entry>",
        escape(&both(title)),
        snapshot.as_of.to_rfc3339(),
        to_page(settings),
        escape(&content)
    )
}

fn feed(snapshot: &Snapshot, settings: &Settings, entries: &[String]) -> String {
    let name = |lang| identity(settings, false, lang).name;
    let title = |lang| words::FEED.fill(lang, &[("site", &name(lang))]);
    // The id must not depend on the contents: a site keeps its feed whatever is in it.
    let id = uuid(
        ["changes\n", &both(name), settings.identity.url.as_deref().unwrap_or("")]
            .concat()
            .as_bytes(),
    );
    // A later run uses the blocks to recognise whether the feed belongs to its file.
    let blocks: String = snapshot.blocks.iter().map(|block| category(&block.id)).collect();
    let updated = entries.first().and_then(|newest| updated(newest));
    let entries: String = entries.iter().map(|entry| format!("  {entry}\n")).collect();
    format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" \
         xml:lang=\"ko\">\n  <id>{id}</id>\n  <title>{}</title>\n  <updated>{}</updated>\n  \
         <author><name>{}</name></author>\n  <link rel=\"self\" type=\"application/atom+xml\" \
         href=\"{CHANGES}\"/>\n  {}\n{blocks}{entries}</feed>\n",
        escape(&both(title)),
        updated.unwrap_or(&snapshot.as_of.to_rfc3339()),
        escape(&both(name)),
        to_page(settings)
    )
}

/// Returns the date of an entry.
fn updated(entry: &str) -> Option<&str> {
    Some(entry.split_once("<updated>")?.1.split_once("</updated>")?.0)
}

/// Returns the line of a feed that records a block of its files.
fn category(block: &str) -> String {
    format!("  <category term=\"{}\"/>\n", escape(block))
}

/// Returns the link to the page; relative to the feed if the site's address is not set.
fn to_page(settings: &Settings) -> String {
    let url = settings.identity.url.as_deref().unwrap_or("./");
    format!("<link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>", escape(url))
}

/// Joins a Korean and an English text; returns just one if they are equal.
fn both(text: impl Fn(Lang) -> String) -> String {
    let [korean, english] = BOTH.map(text);
    if korean == english { korean } else { [korean, " · ".into(), english].concat() }
}

/// Returns a UUID derived from the hash of `bytes` (RFC 9562, version 8).
fn uuid(bytes: &[u8]) -> String {
    let hash = hash(bytes);
    let part = |from: usize, until: usize| hash.get(from..until).unwrap_or_default();
    // The digits left out (12 and 16) are those of the version and the variant, both 8 here.
    let [a, b, c, d, e] = [part(0, 8), part(8, 12), part(13, 16), part(17, 20), part(20, 32)];
    format!("urn:uuid:{a}-{b}-8{c}-8{d}-{e}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use atom_syndication::Feed;

    const PUBLISHED: &[u8] = include_bytes!("../../public/capacity.json");

    /// Returns a site whose file was replaced by one after another, finished each time.
    fn after(capacities: &[&str], before: impl Fn(usize) -> Before) -> Files {
        let mut files = Files::default();
        for (index, capacity) in capacities.iter().enumerate() {
            let settings = Settings::default();
            add(&mut files, capacity.as_bytes(), &settings, &before(index)).unwrap();
        }
        files
    }

    fn feed_of(files: &Files) -> Feed {
        files.text(CHANGES).unwrap().parse().unwrap()
    }

    fn told(feed: &Feed) -> Vec<&str> {
        feed.entries().iter().map(|entry| entry.content().unwrap().value().unwrap()).collect()
    }

    fn published() -> &'static str {
        std::str::from_utf8(PUBLISHED).unwrap()
    }

    #[test]
    fn each_is_read_by_a_reader_of_its_kind() {
        let files = after(&[published()], |_| Before::default());
        let table = files.text(TABLE).unwrap().trim_start_matches('\u{feff}');
        assert_eq!(csv::Reader::from_reader(table.as_bytes()).records().count(), 5 + 5);
        for (path, lang) in CALLS {
            let calendar: icalendar::Calendar = files.text(path).unwrap().parse().unwrap();
            assert_eq!(calendar.components.len(), 12, "{path}");
            let name = calendar.get_name().unwrap();
            assert!(name.ends_with(lang.pick("공모 일정", "dates of calls")), "{name}");
        }
        let feed = feed_of(&files);
        assert!(feed.id().starts_with("urn:uuid:") && feed.title().contains("현황 자료의 변경"));
        assert_eq!(feed.authors().len(), 1);
        assert_eq!(feed.entries().len(), 1);
        assert!(
            told(&feed)[0]
                .contains("<li>The first file of this list: 5 blocks, 1,307 nodes, 5 holds.</li>")
        );
        assert_eq!(media_type(CHANGES), Some("application/atom+xml; charset=utf-8"));
    }

    #[test]
    fn a_change_is_followed_from_one_build_to_the_next() {
        let later = published().replace("\"until\": \"2027-04-01\"", "\"until\": \"2027-06-01\"");
        let last = later.replace("\"nodes\": 510", "\"nodes\": 512");
        let capacities = [published(), published(), &later, &last];
        // The previous file is given, lies beside the new one, or is not available.
        let before = |index: usize| match index {
            2 => Before { capacity: Some(PUBLISHED.to_vec()), changes: None },
            _ => Before::default(),
        };
        let files = after(&capacities, before);
        let feed = feed_of(&files);
        let said = told(&feed);
        assert_eq!(said.len(), 3, "the same file twice is one entry");
        assert!(said[0].contains(words::NOT_KNOWN.en), "{}", said[0]);
        assert!(
            said[1].contains("31 Mar 2027 → 31 May 2027") && said[1].contains("2027년 5월 31일")
        );
        assert!(said[1].contains(&fingerprint(PUBLISHED)));
        assert!(said[2].contains("The first file"));
        let mut ids: Vec<&str> = feed.entries().iter().map(|entry| entry.id()).collect();
        ids.dedup();
        assert_eq!(ids.len(), 3);

        let mut beside = after(&capacities[..3], before);
        beside.put(KEPT_BEFORE, later.as_bytes());
        add(&mut beside, last.as_bytes(), &Settings::default(), &Before::default()).unwrap();
        let feed = feed_of(&beside);
        assert!(
            told(&feed)[0].contains("510 nodes, 4,080 GPUs → 512 nodes, 4,096 GPUs"),
            "{:?}",
            told(&feed)[0]
        );

        // A new build has no feed of its own: the feed of the previous site is given.
        let given =
            Before { capacity: None, changes: Some(files.text(CHANGES).unwrap().to_owned()) };
        let rebuilt = after(&[&last], |_| given.clone());
        assert_eq!(rebuilt.text(CHANGES), files.text(CHANGES));
    }

    #[test]
    fn a_file_that_only_says_another_hour_adds_no_entry() {
        let made = |hour: u32, nodes: u32| {
            format!(
                r#"{{"schema":1,"as_of":"2027-01-04T{hour:02}:00:00Z","accelerators":[{{"id":"h"}}],
                "sources":[{{"id":"i","title":"Slurm","date":"2027-01-04T{hour:02}:00:00Z"}}],
                "blocks":[{{"id":"a","accelerator":"h","nodes":{nodes},"source":"i"}}]}}"#
            )
        };
        let all = [made(1, 8), made(2, 8), made(3, 9)];
        let before = |index: usize| match index {
            0 => Before::default(),
            _ => Before { capacity: Some(all[index - 1].clone().into_bytes()), changes: None },
        };
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        let first = after(&all[..1], before);
        let second = after(&all[..2], before);
        assert_eq!(first.text(CHANGES), second.text(CHANGES));
        let feed = feed_of(&after(&all, before));
        assert_eq!(feed.entries().len(), 2);
        assert!(told(&feed)[0].contains("8 nodes"), "{}", told(&feed)[0]);
    }

    /// The feed of the site as built names the blocks of the published programme.
    #[test]
    fn a_feed_of_other_nodes_is_not_gone_on_with() {
        let own = r#"{"schema":1,"as_of":"2027-01-04","accelerators":[{"id":"h"}],
            "blocks":[{"id":"own","accelerator":"h","nodes":1}]}"#;
        let grown = own.replace("\"nodes\":1", "\"nodes\":2");
        let beside: fn(usize) -> Before =
            |_| Before { capacity: Some(PUBLISHED.to_vec()), changes: None };
        for before in [beside, |_| Before::default()] {
            let feed = feed_of(&after(&[published(), own], before));
            assert_eq!(feed.entries().len(), 1);
            assert!(told(&feed)[0].contains("The first file of this list: 1 block"));
        }
        let feed = feed_of(&after(&[published(), own, &grown], |_| Before::default()));
        assert_eq!(feed.entries().len(), 2, "its own it goes on with");
    }

    #[test]
    fn no_text_of_a_file_is_markup_and_the_file_before_may_be_wrong() {
        let hostile = r#"{"schema":1,"as_of":"2027-01-04","accelerators":[{"id":"h"}],
            "blocks":[{"id":"a","name":"</entry><script>x</script>","accelerator":"h","nodes":1}]}"#;
        let empty = r#"{"schema":1,"as_of":"2027-01-03"}"#;
        let files = after(&[empty, hostile], |index| match index {
            0 => Before::default(),
            _ => Before { capacity: Some(empty.as_bytes().to_vec()), changes: None },
        });
        let feed = feed_of(&files);
        assert_eq!(feed.entries().len(), 2);
        assert!(told(&feed)[0].contains("&lt;/entry&gt;&lt;script&gt;"), "{}", told(&feed)[0]);
        let wrong = Before { capacity: Some(b"[]".to_vec()), changes: None };
        let refusal = add(&mut Files::default(), empty.as_bytes(), &Settings::default(), &wrong);
        assert!(refusal.unwrap_err().contains("the capacity file before: $"));
    }

    #[test]
    fn a_feed_stays_short() {
        let file = |day: usize| format!(r#"{{"schema":1,"as_of":"2027-01-04","title":"{day}"}}"#);
        let all: Vec<String> = (0..60).map(file).collect();
        let files =
            after(&all.iter().map(String::as_str).collect::<Vec<_>>(), |_| Before::default());
        assert_eq!(feed_of(&files).entries().len(), MOST_ENTRIES);
    }
}
