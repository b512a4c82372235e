//! Calls and their results in words.

use crate::model::{Call, Class, FeeRate, Hour, Results, SizeRule, Snapshot, Term};
use crate::show::results::{PublishedResults, published_results};
use crate::words::catalogue::{Entry, capacity as words};
use crate::words::fact::Fact;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::accelerator_name;
use crate::words::source::{SourceView, source_of};

/// Call in words.
#[derive(Clone, PartialEq, Debug)]
pub struct CallView {
    /// Its name.
    pub name: String,
    /// Note that it takes no applications today, if so.
    pub note: Option<String>,
    /// Its rules.
    pub facts: Vec<Fact>,
    /// Questions that the notice leaves open.
    pub left_open: Vec<String>,
    /// Source of the rules.
    pub source: Option<SourceView>,
    /// Results, if published.
    pub results: Option<ResultsView>,
}

/// Results of a call, in words.
#[derive(Clone, PartialEq, Debug)]
pub struct ResultsView {
    /// Comparison of what was asked for with what was awarded.
    pub published: Option<PublishedResults>,
    /// Ratios and dates.
    pub facts: Vec<Fact>,
}

/// Lists the calls in the order of the snapshot, as read at the hour `today`.
#[must_use]
pub fn calls(snapshot: &Snapshot, today: Hour, lang: Lang) -> Vec<CallView> {
    snapshot.calls.iter().map(|call| call_view(snapshot, call, today, lang)).collect()
}

/// Says how many of the GPUs for government use are known to be awarded, by which calls, and that
/// the rest is not published.
///
/// `None` if no awards are published, or if they exceed the GPUs for government use, so that they
/// cannot be a part of them.
#[must_use]
pub fn awards(snapshot: &Snapshot, lang: Lang) -> Option<String> {
    let known = snapshot.purchases.iter().filter_map(|purchase| purchase.government_gpus);
    let all = known.map(u64::from).sum::<u64>();
    let (mut awarded, mut calls) = (0, Vec::new());
    for call in snapshot.calls.iter() {
        let of_call = call.results.iter().flat_map(|results| &results.awards);
        let gpus = of_call.map(|award| u64::from(award.gpus)).sum::<u64>();
        if gpus > 0 {
            awarded += gpus;
            calls.push(lang.text(&call.name));
        }
    }
    let rest = all.checked_sub(awarded).filter(|_| awarded > 0)?;
    let values = [
        ("calls", calls.join(", ")),
        ("all", format::integer(all)),
        ("awarded", format::integer(awarded)),
        ("share", format::percent(awarded, all)),
        ("rest", format::integer(rest)),
    ];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    let entry = if rest == 0 { words::AWARDS_ALL_PUBLISHED } else { words::AWARDS_PUBLISHED };
    Some(entry.fill(lang, &values))
}

/// Notes that the time for applications is over or has not begun, if so.
#[must_use]
pub fn call_note(call: &Call, today: Hour, lang: Lang) -> Option<String> {
    let closed = call.closes.filter(|closes| *closes <= today);
    let not_open = call.opens.filter(|opens| *opens > today);
    let (entry, hour) = match (closed, not_open) {
        (Some(closes), _) => (words::CALL_CLOSED, closes),
        (None, Some(opens)) => (words::CALL_NOT_OPEN, opens),
        (None, None) => return None,
    };
    let values = [("call", lang.text(&call.name)), ("date", &format::date(hour, lang))];
    Some(entry.fill(lang, &values))
}

/// Lists the rules of a call.
#[must_use]
pub fn rules(snapshot: &Snapshot, call: &Call, lang: Lang) -> Vec<Fact> {
    let mut facts = Vec::new();
    let mut push = |name: Entry, values: Vec<String>| {
        if !values.is_empty() {
            facts.push(Fact::new(name.get(lang), values.join(", ")));
        }
    };
    push(words::OPENS, call.opens.map(|hour| format::date(hour, lang)).into_iter().collect());
    push(words::CLOSES, call.closes.map(|hour| format::date(hour, lang)).into_iter().collect());
    push(words::WHO, who(call, lang));
    push(words::SIZES, call.sizes.iter().map(|size| size_text(snapshot, size, lang)).collect());
    push(words::TERM, terms(call, lang));
    let pool = call.pool.iter().map(|pool| {
        let gpus = format::gpus(pool.gpus, lang);
        let accelerator = accelerator_name(snapshot, &pool.accelerator, lang);
        let at_least = || words::POOL_AT_LEAST.fill(lang, &[("gpus", &gpus)]);
        format!("{accelerator} {}", if pool.at_least { at_least() } else { gpus.clone() })
    });
    push(words::POOL, pool.collect());
    push(words::FEE, fees(snapshot, call, lang).into_iter().collect());
    let conditions = call.conditions.iter().map(|it| lang.text(&it.text).to_owned());
    push(words::CONDITION, conditions.collect());
    push(words::FIRST_USE, first_use(call, lang).into_iter().collect());
    facts
}

/// Returns the number of days after closing at which the first use was observed, and its date.
fn first_use(call: &Call, lang: Lang) -> Option<String> {
    let first = call.first_use.as_ref()?.date;
    let days = days_after_closing(call, first, lang)?;
    let date = format::date(first, lang);
    Some(format!("{days} ({date})"))
}

/// Returns the days from the day on which a call closes to a later day.
fn days_after_closing(call: &Call, day: Hour, lang: Lang) -> Option<String> {
    // Calls close in the afternoon, and days are counted from date to date.
    let closes = call.closes?.last_midnight();
    (day > closes).then(|| format::days(day.since(closes) / 24, lang))
}

/// Lists who may apply; a call for companies admits young people's companies too.
fn who(call: &Call, lang: Lang) -> Vec<String> {
    if call.classes.is_empty() {
        return vec![words::WHO_ALL.get(lang).to_owned()];
    }
    let name = |class| format::classes(class, lang);
    let youth_unnamed = !call.classes.contains(&Class::YouthCompany);
    let class = |&class: &Class| match class {
        Class::Industry if youth_unnamed => words::WHO_WITH_YOUTH
            .fill(lang, &[("company", name(class)), ("youth", name(Class::YouthCompany))]),
        _ => name(class).to_owned(),
    };
    call.classes.iter().map(class).collect()
}

fn size_text(snapshot: &Snapshot, size: &SizeRule, lang: Lang) -> String {
    let mut text = words::SIZE_BETWEEN.fill(
        lang,
        &[
            ("accelerator", accelerator_name(snapshot, &size.accelerator, lang)),
            ("min", &format::integer(size.min_nodes.into())),
            ("max", &format::integer(size.max_nodes.into())),
        ],
    );
    if let Some(large) = size.large_from_nodes {
        let large = words::LARGE_FROM.fill(lang, &[("nodes", &format::node_count(large, lang))]);
        text = format!("{text} ({large})");
    }
    text
}

fn terms(call: &Call, lang: Lang) -> Vec<String> {
    let term = |term: Term| format::term(term, lang);
    let rule = &call.term;
    let lengths = match (rule.min, rule.max) {
        (Some(min), Some(max)) => Some(format::terms_between(min, max, lang)),
        (Some(min), None) => Some(words::TERM_AT_LEAST.fill(lang, &[("min", &term(min))])),
        (None, Some(max)) => Some(words::TERM_AT_MOST.fill(lang, &[("max", &term(max))])),
        (None, None) => None,
    };
    let until = rule
        .until
        .map(|until| words::TERM_UNTIL.fill(lang, &[("date", &format::last_day(until, lang))]));
    lengths.into_iter().chain(until).collect()
}

/// Returns the fees by class, those of one class together; `None` if none is known.
fn fees(snapshot: &Snapshot, call: &Call, lang: Lang) -> Option<String> {
    let mut of_classes: Vec<(Class, Vec<String>)> = Vec::new();
    for fee in &call.fees {
        let accelerator = accelerator_name(snapshot, &fee.accelerator, lang);
        let rate = match fee.rate {
            FeeRate::Free => words::FREE_OF_CHARGE.get(lang).to_owned(),
            FeeRate::WonPerNodeMonth(won) => format!("{accelerator} {}", format::won(won, lang)),
        };
        match of_classes.iter_mut().find(|(class, _)| *class == fee.class) {
            // What is free of charge names no accelerator: it would stand here once for each of
            // them.
            Some((_, rates)) if rates.contains(&rate) => {}
            Some((_, rates)) => rates.push(rate),
            None => of_classes.push((fee.class, vec![rate])),
        }
    }
    let text = |(class, rates): (Class, Vec<String>)| {
        format!("{}: {}", format::class(class, lang), rates.join(", "))
    };
    let texts: Vec<String> = of_classes.into_iter().map(text).collect();
    (!texts.is_empty()).then(|| texts.join(" · "))
}

fn call_view(snapshot: &Snapshot, call: &Call, today: Hour, lang: Lang) -> CallView {
    CallView {
        name: lang.text(&call.name).to_owned(),
        note: call_note(call, today, lang),
        facts: rules(snapshot, call, lang),
        left_open: call.unknown.iter().map(|text| lang.text(text).to_owned()).collect(),
        source: source_of(snapshot, call.source.as_deref(), lang),
        results: call.results.as_ref().map(|results| results_view(snapshot, call, results, lang)),
    }
}

fn results_view(snapshot: &Snapshot, call: &Call, results: &Results, lang: Lang) -> ResultsView {
    let (asked, awarded) = (results.nodes_asked.into(), results.nodes_awarded.into());
    let (applied, won) = (results.projects_applied.into(), results.projects_awarded.into());
    let mut facts = vec![
        Fact::new(words::ON_OFFER.get(lang), format::nodes(results.nodes_offered, lang)),
        Fact::new(
            words::DEMAND.get(lang),
            format::ratio(asked, results.nodes_offered.into(), lang),
        ),
        Fact::new(words::MEAN_ASKED.get(lang), format::mean(asked, applied)),
        Fact::new(words::MEAN_AWARDED.get(lang), format::mean(awarded, won)),
    ];
    if let Some(published) = results.published {
        facts.push(Fact::new(words::PUBLISHED.get(lang), format::date(published, lang)));
        let days = days_after_closing(call, published, lang);
        facts.extend(days.map(|days| Fact::new(words::TO_RESULTS.get(lang), days)));
    }
    ResultsView { published: published_results(snapshot, Some(&call.id), None, lang), facts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read;

    #[test]
    fn the_awards_published_so_far_are_summed_up_and_the_rest_called_unpublished() {
        let file = include_bytes!("../../../public/capacity.json");
        let snapshot = read(file).unwrap().snapshot;
        let ko = awards(&snapshot, Lang::Ko).unwrap();
        for part in
            ["10,456장 가운데 4,224장(25-1차", "40.4%", "나머지 6,232장은 공개되지 않았습니다"]
        {
            assert!(ko.contains(part), "{part} in {ko}");
        }
        let en = awards(&snapshot, Lang::En).unwrap();
        assert!(en.contains("4,224 of 10,456 GPUs") && en.contains("other 6,232"), "{en}");
        let own = br#"{"schema":1,"as_of":"2027-01-04","calls":[{"id":"c","name":"C"}]}"#;
        assert_eq!(awards(&read(own).unwrap().snapshot, Lang::Ko), None);
    }
}
