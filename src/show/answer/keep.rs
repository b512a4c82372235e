//! What is taken along of an answer: what it rests on, what was asked, all of it as plain text.

use super::grounds::Ground;
use super::view::AnswerView;
use crate::model::{Layer, Request, Scenario};
use crate::show::elsewhere::SchemeView;
use crate::words::catalogue::{Entry, fit as words};
use crate::words::fact::Fact;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::names::accelerator_names;

/// What an answer is not, and on what it rests; `fingerprint` tells the capacity file.
#[must_use]
pub fn what_not(scenario: &Scenario, fingerprint: &str, lang: Lang) -> String {
    let entry = match scenario.layer() {
        Layer::Size => words::WHAT_NOT_SIZE,
        Layer::Published => words::WHAT_NOT_PUBLISHED,
        Layer::Snapshot => words::WHAT_NOT_SNAPSHOT,
        Layer::Scenario => words::WHAT_NOT_SCENARIO,
    };
    let as_of = format::date(scenario.snapshot.as_of, lang);
    entry.fill(lang, &[("as_of", &as_of), ("hash", fingerprint)])
}

/// What is asked, field by field.
#[must_use]
pub fn request_facts(scenario: &Scenario, request: &Request, lang: Lang) -> Vec<Fact> {
    let snapshot = &scenario.snapshot;
    let gpus_per_node = snapshot.gpus_per_node(&request.accelerators);
    let nodes = format::nodes_with_gpus(request.nodes, gpus_per_node, lang);
    let mut facts = vec![
        (words::ACCELERATORS, accelerator_names(snapshot, &request.accelerators, lang)),
        (words::NODES, nodes),
        (words::TERM, format::term(request.term, lang)),
        (words::FROM, format::date(request.not_before, lang)),
    ];
    facts.extend(request.not_after.map(|end| (words::UNTIL_DAY, format::last_day(end, lang))));
    facts.push((words::PLACEMENT, format::placement(request.placement, lang)));
    facts.push((words::CLASS, format::class(request.class, lang).to_owned()));
    let call = snapshot.call_of(request).map(|call| lang.text(&call.name).to_owned());
    facts.push((words::CALL, call.unwrap_or_else(|| words::CALL_NONE.get(lang).to_owned())));
    let fact = |(name, value): (Entry, String)| Fact::new(name.get(lang), value);
    facts.into_iter().map(fact).collect()
}

/// An answer as plain text, for a letter or a chat.
#[must_use]
pub fn plain_text(
    answer: &AnswerView,
    request: &[Fact],
    what_not: &str,
    link: &str,
    lang: Lang,
) -> String {
    let line = |fact: &Fact| [fact.name.as_str(), ": ", &fact.value].concat();
    let mut blocks: Vec<String> = answer.summary.call_note.iter().cloned().collect();
    blocks.push(answer.summary.sentence.clone());
    blocks.extend(answer.summary.caveat.map(str::to_owned));
    let titled = |title: Entry, facts: &[Fact]| {
        let lines = facts.iter().map(line);
        [title.get(lang).to_owned()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    };
    let grounds = |title: Entry, grounds: &[Ground]| {
        let lines = grounds.iter().map(Ground::line);
        let lines = [title.get(lang).to_owned()].into_iter().chain(lines).collect::<Vec<_>>();
        (!grounds.is_empty()).then(|| lines.join("\n"))
    };
    blocks.extend(grounds(words::OBSTACLES, &answer.obstacles));
    blocks.extend(grounds(words::RESTS_ON, &answer.summary.rests_on));
    blocks.push(titled(words::REQUEST, request));
    if let Some(best) = &answer.best {
        blocks.push(titled(words::OFFER, &best.facts));
        blocks.push(best.caveats.join("\n"));
    }
    if let Some(elsewhere) = &answer.summary.elsewhere {
        let schemes = elsewhere.schemes.iter().map(SchemeView::line);
        let lines = [elsewhere.lead.clone()].into_iter().chain(schemes).collect::<Vec<_>>();
        blocks.push(lines.join("\n"));
    }
    blocks.push(what_not.to_owned());
    blocks.push(link.to_owned());
    blocks.join("\n\n")
}
