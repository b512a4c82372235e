//! The first figures of a file: how many GPUs there are, for whom, how many nodes are taken, until
//! when, and what is still to come.

use crate::model::{Availability, Hold, Hour, Purchase, Snapshot};
use crate::picture::node_map::{NodeMap, NodeState};
use crate::words::catalogue::{capacity as words, page};
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::purchases::by_service;

/// Number of ends of holds that are listed.
const MOST_ENDS: usize = 3;

/// Figure with its name and an explanation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HeadlineFigure {
    /// Name of the figure.
    pub name: &'static str,
    /// The figure.
    pub value: String,
    /// Breakdown of the figure, or how far it is known; empty if there is nothing to add.
    pub about: String,
}

/// Returns the figures of a file at the hour `now`.
#[must_use]
pub fn headline(snapshot: &Snapshot, now: Hour, lang: Lang) -> Vec<HeadlineFigure> {
    let mut figures = Vec::new();
    figures.extend(bought(snapshot, lang));
    figures.extend(government(snapshot, lang));
    figures.push(there(snapshot, lang));
    figures.push(taken(snapshot, now, lang));
    figures.extend(until(snapshot, now, lang));
    figures.extend(to_come(snapshot, lang));
    figures
}

/// Returns the date and age of a file at the hour `now`.
///
/// A whole file describes the moment of its date; published facts were only looked up then and are
/// older, each with a date of its own.
#[must_use]
pub fn as_of(snapshot: &Snapshot, now: Hour, lang: Lang) -> String {
    let entry = match snapshot.availability.is_looked_up() {
        true => page::FOOTER_CHECKED,
        false => page::FOOTER_AS_OF,
    };
    let (date, age) = (snapshot.as_of, format::age(snapshot.as_of, now, lang));
    entry.fill(lang, &[("date", &format::date(date, lang)), ("age", &age)])
}

/// Returns the title of the file, if it has one, with its date and its age at the hour `now`.
#[must_use]
pub fn about(snapshot: &Snapshot, now: Hour, lang: Lang) -> String {
    let as_of = as_of(snapshot, now, lang);
    match lang.text(&snapshot.title) {
        "" => as_of,
        title => [title, " · ", &as_of].concat(),
    }
}

/// Returns the GPUs bought, wave by wave if there are several.
fn bought(snapshot: &Snapshot, lang: Lang) -> Option<HeadlineFigure> {
    let total = sum(&snapshot.purchases, |_| true);
    let mut waves: Vec<u32> = Vec::new();
    for wave in snapshot.purchases.iter().filter_map(|purchase| purchase.wave) {
        if !waves.contains(&wave) {
            waves.push(wave);
        }
    }
    let of_wave = |&wave: &u32| {
        let gpus = sum(&snapshot.purchases, |purchase| purchase.wave == Some(wave));
        let values = [("wave", wave.to_string()), ("gpus", format::integer(gpus))];
        words::OF_WAVE.fill(lang, &values.each_ref().map(|(name, text)| (*name, text.as_str())))
    };
    let about = match waves.len() {
        // A single wave would only repeat the total.
        0 | 1 => String::new(),
        _ => waves.iter().map(of_wave).collect::<Vec<_>>().join(" · "),
    };
    let about = dated(about, snapshot, &mut snapshot.purchases.iter().map(source), lang);
    let value = format::integer(total);
    let name = words::BOUGHT_GPUS.get(lang);
    (!snapshot.purchases.is_empty()).then(|| figure(name, value, about))
}

/// Returns the GPUs of these that are for government use, as far as that is published.
fn government(snapshot: &Snapshot, lang: Lang) -> Option<HeadlineFigure> {
    let known = snapshot.purchases.iter().filter_map(|purchase| purchase.government_gpus);
    let total = known.map(u64::from).reduce(u64::saturating_add)?;
    let unknown = sum(&snapshot.purchases, |purchase| purchase.government_gpus.is_none());
    let about = match unknown {
        0 => words::GOVERNMENT_FOR.get(lang).to_owned(),
        _ => words::GOVERNMENT_UNKNOWN.fill(lang, &[("gpus", &format::integer(unknown))]),
    };
    let known = snapshot.purchases.iter().filter(|it| it.government_gpus.is_some());
    let about = dated(about, snapshot, &mut known.map(source), lang);
    Some(figure(words::GOVERNMENT_GPUS.get(lang), format::integer(total), about))
}

/// Returns the nodes of all blocks.
fn there(snapshot: &Snapshot, lang: Lang) -> HeadlineFigure {
    let blocks = u32::try_from(snapshot.blocks.len()).unwrap_or(u32::MAX);
    let gpus = snapshot.blocks.iter().fold(0, |sum: u32, it| sum.saturating_add(it.gpus()));
    let gpus_told = match of_bought(snapshot, gpus.into()) {
        Some(bought) => {
            let bought = words::NODES_OF_BOUGHT.fill(lang, &[("bought", &format::integer(bought))]);
            [&format::gpus(gpus, lang), " (", &bought, ")"].concat()
        }
        None => format::gpus(gpus, lang),
    };
    let about = [format::blocks(blocks, lang), gpus_told].join(" · ");
    let sources = &mut snapshot.blocks.iter().map(|it| it.source.as_deref());
    let about = dated(about, snapshot, sources, lang);
    let nodes = format::integer(all_nodes(snapshot).into());
    figure(words::NODES.get(lang), nodes, about)
}

/// Returns the nodes that are taken, as far as is known.
fn taken(snapshot: &Snapshot, now: Hour, lang: Lang) -> HeadlineFigure {
    let is_inferred = snapshot.rests_on_published_facts();
    let name = if is_inferred { words::TAKEN_INFERRED } else { words::TAKEN }.get(lang);
    if snapshot.availability == Availability::Nominal {
        let unknown = words::NOT_PUBLISHED.get(lang).to_owned();
        return figure(name, unknown, words::TAKEN_NOT_KNOWN.get(lang).to_owned());
    }
    let all = all_nodes(snapshot);
    let map = NodeMap::of_file(snapshot, now);
    let named = map
        .totals()
        .into_iter()
        .filter(|(state, _)| matches!(state, NodeState::Held | NodeState::Published));
    // Holds of a file may overlap, so that the sum can exceed what there is.
    let taken = named.map(|(_, nodes)| nodes).sum::<u32>().saturating_add(map.counted()).min(all);
    let [taken, all] = [taken, all].map(|nodes| format::integer(nodes.into()));
    let value = words::TAKEN_OF.fill(lang, &[("taken", &taken), ("all", &all)]);
    let about = match is_inferred {
        true => {
            words::TAKEN_AS_PUBLISHED.fill(lang, &[("date", &format::date(snapshot.as_of, lang))])
        }
        false => words::TAKEN_ON.fill(lang, &[("date", &format::date(now, lang))]),
    };
    figure(name, value, about)
}

/// Returns the earliest end of the published holds in effect, and lists the first [`MOST_ENDS`]
/// ends in order of time, with their nodes.
fn until(snapshot: &Snapshot, now: Hour, lang: Lang) -> Option<HeadlineFigure> {
    let holds_now = |hold: &&Hold| hold.published.is_some() && hold.from <= now && now < hold.until;
    let mut ends: Vec<(Hour, u32)> = Vec::new();
    for hold in snapshot.holds.iter().filter(holds_now) {
        let nodes = hold.nodes.count();
        match ends.iter_mut().find(|end| end.0 == hold.until) {
            Some(end) => end.1 = end.1.saturating_add(nodes),
            None => ends.push((hold.until, nodes)),
        }
    }
    // An open end is the largest hour, so it comes first only if no end is known.
    ends.sort_unstable();
    let first = ends.first()?.0;
    let end_text = |&(end, nodes): &(Hour, u32)| {
        let nodes = format::nodes(nodes, lang);
        let entry = if end == Hour::MAX { words::WITHOUT_END } else { words::UNTIL_ABOUT };
        entry.fill(lang, &[("nodes", &nodes), ("date", &format::date(end, lang))])
    };
    let value = match first {
        Hour::MAX => words::NOT_PUBLISHED.get(lang).to_owned(),
        first => words::ABOUT.fill(lang, &[("date", &format::date(first, lang))]),
    };
    let about = ends.iter().take(MOST_ENDS).map(end_text).collect::<Vec<_>>().join(" · ");
    Some(figure(words::UNTIL.get(lang), value, about))
}

/// Returns the GPUs that were bought and are in no block yet.
fn to_come(snapshot: &Snapshot, lang: Lang) -> Option<HeadlineFigure> {
    let is_announced = |purchase: &Purchase| snapshot.is_announced(&purchase.accelerator);
    let about = by_service(snapshot, is_announced, lang);
    let value = format::integer(sum(&snapshot.purchases, is_announced));
    let announced = snapshot.purchases.iter().filter(|it| is_announced(it));
    let about = dated(about, snapshot, &mut announced.map(source), lang);
    (!about.is_empty()).then(|| figure(words::COMES.get(lang), value, about))
}

/// Returns the GPUs bought of the accelerators that have blocks, if `gpus`, those in the blocks,
/// are exactly the smaller part for government use; the two counts are then shown side by side.
fn of_bought(snapshot: &Snapshot, gpus: u64) -> Option<u64> {
    let has_blocks = |purchase: &Purchase| !snapshot.is_announced(&purchase.accelerator);
    let there = snapshot.purchases.iter().filter(|purchase| has_blocks(purchase));
    let government = there.map(|it| u64::from(it.government_gpus.unwrap_or(0))).sum::<u64>();
    let bought = sum(&snapshot.purchases, has_blocks);
    (government == gpus && bought > gpus).then_some(bought)
}

/// Appends the dates of the sources of a figure to its explanation.
fn dated(
    about: String,
    snapshot: &Snapshot,
    sources: &mut dyn Iterator<Item = Option<&str>>,
    lang: Lang,
) -> String {
    let (mut first, mut last) = (Hour::MAX, Hour::MIN);
    for date in sources.filter_map(|id| snapshot.source(id?)?.date) {
        (first, last) = (first.min(date), last.max(date));
    }
    // Still so only if no source has a date.
    if first > last {
        return about;
    }
    let entry = if first == last { words::OF_SOURCE } else { words::OF_SOURCES };
    let values = [("first", &*format::date(first, lang)), ("last", &*format::date(last, lang))];
    let date = entry.fill(lang, &values);
    if about.is_empty() { date } else { [&about, " · ", &date].concat() }
}

fn source(purchase: &Purchase) -> Option<&str> {
    purchase.citation.source.as_deref()
}

fn figure(name: &'static str, value: String, about: String) -> HeadlineFigure {
    HeadlineFigure { name, value, about }
}

fn sum(purchases: &[Purchase], which: impl Fn(&Purchase) -> bool) -> u64 {
    let which = purchases.iter().filter(|purchase| which(purchase));
    which.map(|purchase| u64::from(purchase.bought_gpus)).sum()
}

fn all_nodes(snapshot: &Snapshot) -> u32 {
    snapshot.blocks.iter().fold(0, |sum: u32, block| sum.saturating_add(block.nodes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(file: &[u8], now: &str) -> Vec<HeadlineFigure> {
        let snapshot = crate::model::read(file).unwrap().snapshot;
        let now = crate::model::Instant::parse(now).unwrap().floor();
        headline(&snapshot, now, Lang::En)
    }

    #[test]
    fn the_published_file_tells_what_is_taken_until_when_and_what_comes() {
        let file = include_bytes!("../../../public/capacity.json");
        let told = figures(file, "2026-11-29");
        let values: Vec<(&str, &str)> = told.iter().map(|it| (it.name, &*it.value)).collect();
        let wanted = [
            ("GPUs bought, some still to come", "22,840"),
            ("GPUs for government use", "10,456"),
            ("Nodes", "1,307"),
            ("Nodes taken (inferred)", "1,307 of 1,307"),
            ("When uses end (inferred)", "about 1 Apr 2027"),
            ("Announced GPUs", "9,704"),
        ];
        assert_eq!(values, wanted);
        let about: Vec<&str> = told.iter().map(|it| &*it.about).collect();
        // Each figure has the date of its own sources, whenever they were looked up.
        let dates = "sources of 28 Jul 2025 to 25 Aug 2026";
        assert_eq!(about[0], format!("13,136 in 2025 · 9,704 in 2026 · {dates}"));
        assert!(about[1].ends_with(" · source of 28 Jul 2025"), "{}", about[1]);
        assert!(about[1].contains("9,704"), "{}", about[1]);
        assert_eq!(
            about[2],
            "5 blocks · 10,456 GPUs (those for government use, of 13,136 bought) · source of 28 Jul 2025"
        );
        assert_eq!(about[3], "From published facts, as checked on 11 Oct 2026");
        assert!(about[4].contains("542 nodes") && about[4].contains("765 nodes"), "{}", about[4]);
        assert!(about[5].contains("7,688") && about[5].contains("2,016"), "{}", about[5]);
        // After the known end, only the nodes without a known end are taken.
        let later = figures(file, "2027-04-01");
        assert_eq!((&*later[3].value, &*later[4].value), ("765 of 1,307", "Not known"));
    }

    #[test]
    fn ends_are_listed_in_order_of_time() {
        let hold = |nodes, until: &str| {
            format!(r#"{{"block":"a","nodes":{nodes},"published":true,"source":"s"{until}}}"#)
        };
        let holds = [
            hold(1, ""),
            hold(2, r#","until":"2028-01-01""#),
            hold(3, r#","until":"2027-08-01""#),
            hold(4, r#","until":"2027-02-01""#),
            hold(5, r#","until":"2027-08-01""#),
        ];
        let file = format!(
            r#"{{"schema":1,"as_of":"2027-01-04","availability":"published",
                "accelerators":[{{"id":"h200"}}],"sources":[{{"id":"s"}}],
                "blocks":[{{"id":"a","accelerator":"h200","nodes":32}}],"holds":[{}]}}"#,
            holds.join(",")
        );
        let told = figures(file.as_bytes(), "2027-01-04");
        let until = told.iter().find(|it| it.name == words::UNTIL.get(Lang::En)).unwrap();
        assert_eq!(until.value, "about 1 Feb 2027");
        let ends = ["4 nodes", "8 nodes", "2 nodes"];
        let parts: Vec<&str> = until.about.split(" · ").collect();
        assert_eq!(parts.len(), ends.len(), "{parts:?}");
        for (part, end) in parts.iter().zip(ends) {
            assert!(part.contains(end), "{parts:?}");
        }
    }

    #[test]
    fn a_file_of_an_operator_tells_the_nodes_taken_on_the_day() {
        let file = br#"{"schema":1,"as_of":"2027-01-04","accelerators":[{"id":"h200"}],
            "blocks":[{"id":"a","accelerator":"h200","nodes":8}],
            "holds":[{"block":"a","nodes":"1-2"},{"block":"a","nodes":"2-3","until":"2027-02-01"},
                     {"block":"a","nodes":1}]}"#;
        let value = |now| figures(file, now)[1].value.clone();
        assert_eq!((value("2027-01-04"), value("2027-02-01")), ("4 of 8".into(), "3 of 8".into()));
        assert_eq!(figures(file, "2027-01-04").len(), 2);
        assert_eq!(figures(file, "2027-01-04")[0].about, "1 block · 64 GPUs");
    }

    #[test]
    fn a_look_has_another_date_than_a_moment() {
        let told = |availability: &str, lang| {
            let file =
                format!(r#"{{"schema":1,"as_of":"2027-01-04","availability":"{availability}"}}"#);
            let snapshot = crate::model::read(file.as_bytes()).unwrap().snapshot;
            as_of(&snapshot, crate::model::Instant::parse("2027-01-05").unwrap().floor(), lang)
        };
        for published in ["published", "nominal"] {
            assert_eq!(told(published, Lang::Ko), "2027년 1월 4일에 확인한 자료(1일 전)");
            assert_eq!(told(published, Lang::En), "Facts checked on 4 Jan 2027 (1 day ago)");
        }
        assert_eq!(told("complete", Lang::Ko), "2027년 1월 4일 기준(1일 전)");
        assert_eq!(told("complete", Lang::En), "As of 4 Jan 2027 (1 day ago)");
    }

    #[test]
    fn what_the_file_is_has_its_title_where_there_is_one() {
        let told = |title: &str, lang| {
            let file = format!(r#"{{"schema":1,"as_of":"2027-01-04"{title}}}"#);
            let snapshot = crate::model::read(file.as_bytes()).unwrap().snapshot;
            let now = crate::model::Instant::parse("2027-01-14").unwrap().floor();
            about(&snapshot, now, lang)
        };
        let untitled = told("", Lang::En);
        assert!(untitled.contains("4 Jan 2027") && untitled.contains("10 days"), "{untitled}");
        let titled = told(r#","title":{"ko":"이름","en":"Name"}"#, Lang::En);
        assert_eq!(titled, format!("Name · {untitled}"));
        assert!(told(r#","title":{"ko":"이름","en":"Name"}"#, Lang::Ko).starts_with("이름 · "));
    }
}
