//! What must hold of whatever is read as a capacity file.

use std::collections::BTreeSet;

use jari::fit::{self, Calendars};
use jari::model::{
    Accelerator, Citation, FileReading, HoldNodes, Hour, NodeRanges, Snapshot, Text, limits, read,
};
use jari::show::form;
use jari::words::{Lang, problem};

/// Reads, and checks every promise; the words of every problem are written too.
pub fn check(bytes: &[u8]) -> Option<Snapshot> {
    match read(bytes) {
        Err(refusal) => {
            assert!(!problem::text(&refusal, Lang::Ko).is_empty());
            None
        }
        Ok(FileReading { snapshot, problems }) => {
            assert!(problems.len() <= limits::MAX_PROBLEMS + 1);
            for found in &problems {
                for lang in [Lang::Ko, Lang::En] {
                    let text = problem::text(found, lang);
                    assert!(!text.chars().any(char::is_control), "{text}");
                }
            }
            promises(&snapshot);
            Some(snapshot)
        }
    }
}

fn promises(snapshot: &Snapshot) {
    let in_time = |hour: Hour| (Hour::EARLIEST..=Hour::LATEST).contains(&hour);
    let maybe_in_time = |hour: Option<Hour>| hour.is_none_or(in_time);
    assert!(in_time(snapshot.as_of));
    text(&snapshot.title);

    let sources = unique(snapshot.sources.iter().map(|it| it.id.as_str()));
    let accelerators = unique(snapshot.accelerators.iter().map(|it| it.id.as_str()));
    let providers = unique(snapshot.providers.iter().map(|it| it.id.as_str()));
    unique(snapshot.blocks.iter().map(|it| it.id.as_str()));
    unique(snapshot.calls.iter().map(|it| it.id.as_str()));
    let cited = |id: &Option<String>| id.as_ref().is_none_or(|id| sources.contains(id.as_str()));
    let rests = |on: &Citation| cited(&on.source);
    for it in snapshot.sources.iter() {
        text(&it.title);
        url(it.url.as_ref());
        assert!(maybe_in_time(it.date));
    }
    for it in &snapshot.accelerators {
        text(&it.name);
        assert!(cited(&it.source));
        let gpus = |count: Option<u32>, most| count.is_none_or(|it| (1..=most).contains(&it));
        assert!(gpus(it.gpus_per_node, limits::MAX_GPUS_PER_NODE));
        assert!(gpus(it.gpus_per_domain, limits::MAX_GPUS_PER_DOMAIN));
        for figure in figures(it) {
            assert!(figure.is_none_or(|it| it > 0.0 && it.is_finite()));
        }
        if let Some(it) = &it.relative_throughput {
            assert!(it.value > 0.0 && it.value.is_finite() && cited(&it.source));
            assert!(it.low.is_none_or(|low| low > 0.0 && low <= it.value));
            assert!(it.high.is_none_or(|high| high.is_finite() && high >= it.value));
        }
    }
    for it in snapshot.providers.iter() {
        text(&it.name);
        url(it.url.as_ref());
    }
    let mut nodes = 0;
    for it in &snapshot.blocks {
        text(&it.name);
        assert!(accelerators.contains(it.accelerator.as_str()) && cited(&it.source));
        assert!(it.provider.as_ref().is_none_or(|id| providers.contains(id.as_str())));
        assert!((1..=limits::MAX_GPUS_PER_NODE).contains(&it.gpus_per_node));
        assert!(!it.leaves.is_empty() && it.leaves.iter().all(|leaf| *leaf >= 1));
        assert!(it.nodes() <= limits::MAX_NODES && maybe_in_time(it.available_from));
        nodes += it.nodes();
    }
    assert!(nodes <= limits::MAX_TOTAL_NODES);
    for it in &snapshot.holds {
        text(&it.label);
        let most = snapshot.blocks[it.block_index].nodes();
        match &it.nodes {
            HoldNodes::Named(ranges) => {
                assert!(ranges.highest().is_some_and(|highest| highest <= most));
                assert!(ranges.ranges()[0].first >= 1);
                assert_eq!(&NodeRanges::from_ranges(ranges.ranges().to_vec()), ranges);
            }
            HoldNodes::Counted(count) => assert!((1..=most).contains(count)),
        }
        assert!(it.from < it.until);
        assert!(it.from == Hour::MIN || in_time(it.from));
        assert!(it.until == Hour::MAX || in_time(it.until));
        if let Some(published) = &it.published {
            assert!(rests(&published.citation));
            published.until_rule.iter().for_each(text);
        }
    }
    unique(snapshot.purchases.iter().map(|it| (it.wave, &it.provider, &it.accelerator)));
    for it in snapshot.purchases.iter() {
        assert!(providers.contains(it.provider.as_str()) && rests(&it.citation));
        assert!(accelerators.contains(it.accelerator.as_str()));
        assert!(it.bought_gpus <= limits::MAX_GPUS);
        assert!(it.government_gpus.is_none_or(|gpus| gpus <= limits::MAX_GPUS));
        let years = limits::FIRST_YEAR..=limits::LAST_YEAR;
        assert!(it.wave.is_none_or(|year| years.contains(&year)) && maybe_in_time(it.decided));
        it.service.iter().for_each(text);
    }
    assert!(snapshot.notices.len() <= limits::MAX_NOTICES);
    for it in snapshot.notices.iter() {
        assert!(maybe_in_time(it.date) && rests(&it.citation));
        stated(&it.text);
    }
    assert!(snapshot.elsewhere.len() <= limits::MAX_SCHEMES);
    for it in snapshot.elsewhere.iter() {
        assert!(maybe_in_time(it.date) && rests(&it.citation));
        stated(&it.name);
        [&it.unit, &it.sizes, &it.fee, &it.state].into_iter().flatten().for_each(text);
    }
    for call in snapshot.calls.iter() {
        text(&call.name);
        call.unknown.iter().for_each(text);
        assert!(maybe_in_time(call.opens) && maybe_in_time(call.closes) && cited(&call.source));
        assert!(call.opens.is_none() || call.closes.is_none() || call.opens < call.closes);
        unique(call.classes.iter());
        unique(call.sizes.iter().map(|it| &it.accelerator));
        unique(call.pool.iter().map(|it| &it.accelerator));
        unique(call.fees.iter().map(|it| (&it.accelerator, it.class)));
        for size in &call.sizes {
            assert!(accelerators.contains(size.accelerator.as_str()));
            assert!(1 <= size.min_nodes && size.min_nodes <= size.max_nodes);
        }
        assert!(maybe_in_time(call.term.until));
        for term in [call.term.min, call.term.max].into_iter().flatten() {
            assert!(term.count() >= 1 && term.end(Hour::EARLIEST) > Hour::EARLIEST);
        }
        if let Some(results) = &call.results {
            unique(results.awards.iter().map(|it| it.class));
            assert!(maybe_in_time(results.published) && cited(&results.source));
        }
        if let Some(first_use) = &call.first_use {
            assert!(in_time(first_use.date) && rests(&first_use.citation));
        }
        assert!(call.conditions.len() <= limits::MAX_CALL_ENTRIES);
        for it in &call.conditions {
            assert!(rests(&it.citation));
            stated(&it.text);
            unique(it.classes.iter());
        }
    }
}

fn unique<T: Ord>(items: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut seen = BTreeSet::new();
    for item in items {
        assert!(seen.insert(item), "twice the same");
    }
    seen
}

fn text(text: &Text) {
    for one in [&text.ko, &text.en] {
        // A character that is replaced grows to at most three bytes.
        assert!(one.len() <= 3 * limits::MAX_TEXT_BYTES);
        assert!(!one.chars().any(|it| it.is_control() || ('\u{202A}'..='\u{202E}').contains(&it)));
    }
    assert_eq!(text.ko.is_empty(), text.en.is_empty());
}

/// A text that an entry is nothing without.
fn stated(it: &Text) {
    text(it);
    assert!(!it.ko.is_empty());
}

fn url(url: Option<&String>) {
    let good = |it: &String| it.starts_with("https://") || it.starts_with("http://");
    assert!(url.is_none_or(|it| good(it) && !it.chars().any(char::is_control)));
}

/// Reads, and asks one request of what was read.
pub fn answered(bytes: &[u8]) {
    let Some(snapshot) = check(bytes) else { return };
    let calendars = Calendars::new(&snapshot);
    let request = form::default_draft(&snapshot, snapshot.as_of).parse(&snapshot);
    let Ok(request) = request else { return };
    let preview = fit::preview(&snapshot, &calendars, &request).expect("it names no block or call");
    for answer in &preview.blocks {
        assert!(answer.offer.is_some() || !answer.why_not.is_empty());
    }
}

/// Every published figure of an accelerator.
pub fn figures(it: &Accelerator) -> [Option<f64>; 7] {
    [
        it.memory_gb,
        it.bandwidth_tb_s,
        it.bf16_tflops,
        it.fp8_tflops,
        it.fp4_tflops,
        it.nvlink_gb_s,
        it.power_w,
    ]
}
