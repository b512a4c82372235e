//! The fit view's answer: a sentence, the best offer, and a row for every block.

use super::catalogue::{Entry, fit as words, page};
use super::fee::{FeeTotal, fee};
use super::format;
use super::lang::Lang;
use super::nearby::{self, NearestView};
use super::overview::{Fact, block_name, call_note};
use super::table::{Cell, Table};
use super::why;
use crate::fit::{BlockAnswer, Certainty, Change, Lead, Offer, Preview, Tier};
use crate::model::{Availability, Call, Class, Hour, Layer, Request, Scenario, Snapshot};

/// What the answer comes to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// It fits from the day asked.
    Now,
    /// It fits, but later.
    Later,
    /// It fits nowhere.
    No,
    /// It breaks a rule of the call everywhere it could fit.
    Rule,
    /// A block of an accelerator that was not asked for.
    NotAsked,
}

impl Verdict {
    /// The name that styles and tests know it by.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Later => "later",
            Self::No => "no",
            Self::Rule => "rule",
            Self::NotAsked => "not-asked",
        }
    }

    /// Its name, as far as `layer` lets it be known.
    #[must_use]
    pub const fn name(self, layer: Layer, lang: Lang) -> &'static str {
        match self {
            Self::Now if matches!(layer, Layer::Nominal) => words::FITS_BY_SIZE,
            Self::Now => words::FITS_NOW,
            Self::Later => words::FITS_LATER,
            Self::No => words::DOES_NOT_FIT,
            Self::Rule => words::BREAKS_A_RULE,
            Self::NotAsked => words::NOT_ASKED,
        }
        .get(lang)
    }

    fn of_block(answer: &BlockAnswer) -> Self {
        let has = |tier: Tier| answer.why_not.iter().any(|why_not| why_not.tier == tier);
        let reason = answer.why_not.first().map(|why_not| why_not.reason);
        match (&answer.offer, answer.why_not.is_empty()) {
            (Some(_), true) => Self::Now,
            (Some(_), false) => Self::Later,
            _ if reason == Some(crate::fit::Reason::OtherAccelerator) => Self::NotAsked,
            _ if !has(Tier::Never) && has(Tier::Rule) => Self::Rule,
            _ => Self::No,
        }
    }

    fn of_preview(preview: &Preview) -> Self {
        match preview.best() {
            Some(best) => Self::of_block(best),
            None if preview.blocks.iter().any(|answer| Self::of_block(answer) == Self::Rule) => {
                Self::Rule
            }
            None => Self::No,
        }
    }
}

/// The whole answer in words.
#[derive(Clone, PartialEq, Debug)]
pub struct AnswerView {
    /// What it comes to.
    pub verdict: Verdict,
    /// The same in one sentence.
    pub sentence: String,
    /// Whether the call takes applications at all, where it does not today.
    pub call_note: Option<String>,
    /// The best offer.
    pub best: Option<OfferView>,
    /// The nearest requests that fit, where this one does not at once.
    pub nearest: Vec<NearestView>,
    /// Every block, those with an offer first, the best of them at the top.
    pub rows: Vec<RowView>,
}

/// An offer in words.
#[derive(Clone, PartialEq, Debug)]
pub struct OfferView {
    /// Place of its block in the snapshot.
    pub block: usize,
    /// The offer itself, for the node map.
    pub offer: Offer,
    /// What it comes to, figure by figure.
    pub facts: Vec<Fact>,
    /// Why it is this one.
    pub reason: Option<String>,
    /// What it leaves to others.
    pub effect: Vec<Fact>,
    /// What it would cost each kind of applicant, where a call is chosen.
    pub fees: Option<Table>,
    /// What is not known about it.
    pub caveats: Vec<String>,
}

/// A block's answer in words.
#[derive(Clone, PartialEq, Debug)]
pub struct RowView {
    /// The block's id.
    pub id: String,
    /// The block's name.
    pub name: String,
    /// What it comes to.
    pub verdict: Verdict,
    /// The same in words.
    pub result: &'static str,
    /// The earliest start.
    pub earliest: String,
    /// The most nodes from the day asked.
    pub most_nodes: String,
    /// The longest term from the day asked.
    pub longest: String,
    /// The tier and the text of each reason.
    pub reasons: Vec<(&'static str, String)>,
    /// The words of each change that would mend it, and the change.
    pub changes: Vec<(String, Change)>,
}

/// Puts an answer into words, as read at the hour `today`.
#[must_use]
pub fn answer(
    scenario: &Scenario,
    request: &Request,
    preview: &Preview,
    today: Hour,
    lang: Lang,
) -> AnswerView {
    let snapshot = &scenario.snapshot;
    let verdict = Verdict::of_preview(preview);
    let offers = preview.ranking.iter().filter_map(|&place| preview.blocks.get(place));
    let others = preview.blocks.iter().filter(|answer| answer.offer.is_none());
    AnswerView {
        verdict,
        sentence: sentence(scenario, request, preview, verdict, lang),
        call_note: call(snapshot, request).and_then(|call| call_note(call, today, lang)),
        best: preview
            .best()
            .and_then(|best| offer_view(scenario, request, best, preview.lead, lang)),
        nearest: nearby::nearest(snapshot, &preview.nearest, lang),
        rows: offers.chain(others).filter_map(|a| row(scenario, request, a, lang)).collect(),
    }
}

fn sentence(
    scenario: &Scenario,
    request: &Request,
    preview: &Preview,
    verdict: Verdict,
    lang: Lang,
) -> String {
    let snapshot = &scenario.snapshot;
    let best = preview.best();
    let offer = best.and_then(|best| best.offer.as_ref());
    let block = best.and_then(|best| snapshot.blocks.get(best.block));
    let entry: Entry = match (verdict, scenario.layer()) {
        (Verdict::Now, Layer::Nominal) => words::ANSWER_NOW_NOMINAL,
        (Verdict::Now, Layer::Snapshot) => words::ANSWER_NOW,
        (Verdict::Now, Layer::Scenario) => words::ANSWER_NOW_ASSUMED,
        (Verdict::Later, Layer::Nominal) => words::ANSWER_LATER_NOMINAL,
        (Verdict::Later, Layer::Snapshot) => words::ANSWER_LATER,
        (Verdict::Later, Layer::Scenario) => words::ANSWER_LATER_ASSUMED,
        (Verdict::Rule, _) => words::ANSWER_RULE,
        (Verdict::No | Verdict::NotAsked, _) => words::ANSWER_NONE,
    };
    let nodes = offer.map_or(request.nodes.min, |offer| offer.nodes);
    let start = offer.map_or(request.not_before, |offer| offer.start);
    entry.fill(
        lang,
        &[
            ("block", block.map_or("", |block| block_name(block, lang))),
            ("nodes", &format::nodes(nodes, lang)),
            ("term", &format::term(request.term, lang)),
            ("start", &format::date(start, lang)),
            ("call", call(snapshot, request).map_or("", |call| lang.text(&call.name))),
        ],
    )
}

fn call<'a>(snapshot: &'a Snapshot, request: &Request) -> Option<&'a Call> {
    request.call.as_deref().and_then(|id| snapshot.call(id))
}

fn offer_view(
    scenario: &Scenario,
    request: &Request,
    answer: &BlockAnswer,
    lead: Option<Lead>,
    lang: Lang,
) -> Option<OfferView> {
    let snapshot = &scenario.snapshot;
    let offer = answer.offer.clone()?;
    let block = snapshot.blocks.get(answer.block)?;
    let wait = offer.start.since(request.not_before);
    let (certainty, why) = match offer.certainty {
        // Where the real holds are not known, exact would say too much.
        Certainty::Exact if snapshot.availability == Availability::Nominal => {
            match scenario.layer() {
                Layer::Scenario => (page::CERTAIN_ASSUMED, page::CERTAIN_ASSUMED_WHY),
                Layer::Nominal | Layer::Snapshot => (page::NOMINAL, page::NOMINAL_NOTICE),
            }
        }
        Certainty::Exact => (page::CERTAIN_EXACT, page::CERTAIN_EXACT_WHY),
        Certainty::Count => (page::CERTAIN_BY_COUNT, page::CERTAIN_BY_COUNT_WHY),
        Certainty::AtLeast => (page::CERTAIN_AT_LEAST, page::CERTAIN_AT_LEAST_WHY),
    };
    let gpus = offer.nodes.saturating_mul(block.gpus_per_node);
    let mut facts = vec![
        (words::OFFER_BLOCK, block_name(block, lang).to_owned()),
        (
            words::OFFER_NODES,
            format!("{} ({})", format::nodes(offer.nodes, lang), format::gpus(gpus, lang)),
        ),
        (words::OFFER_START, format::date(offer.start, lang)),
        (words::OFFER_LAST_DAY, format::last_day(offer.end, lang)),
    ];
    if wait > 0 {
        facts.push((words::OFFER_WAIT, format::duration(wait, lang)));
    }
    facts.push((words::OFFER_GPU_HOURS, format::gpu_hours(offer.gpu_hours, lang)));
    let call = call(snapshot, request);
    let (class, nodes) = (request.class, offer.nodes);
    let fee = fee(call, &block.accelerator, class, nodes, offer.start, offer.end);
    facts.push((words::OFFER_FEE, fee.text(lang)));
    facts.push((words::OFFER_CERTAINTY, certainty.get(lang).to_owned()));
    // The last one, because it may be long: the page gives it a line of its own.
    facts.push((words::OFFER_WHERE, place(&offer, lang)));
    let mut caveats = vec![why.get(lang).to_owned()];
    caveats.extend(fee_caveats(&fee, lang));
    let facts =
        facts.into_iter().map(|(name, value)| Fact { name: name.get(lang).to_owned(), value });
    Some(OfferView {
        block: answer.block,
        facts: facts.collect(),
        reason: lead.map(|lead| why::lead(lead, lang).to_owned()),
        effect: nearby::effect(&offer, lang),
        fees: call.map(|call| fees(call, &block.accelerator, &offer, lang)),
        caveats,
        offer,
    })
}

/// What an offer would cost each kind of applicant.
fn fees(call: &Call, accelerator: &str, offer: &Offer, lang: Lang) -> Table {
    let row = |class: Class| {
        let fee = fee(Some(call), accelerator, class, offer.nodes, offer.start, offer.end);
        let rate = match fee {
            FeeTotal::Won(total) => format::won(total.won_per_node_month, lang),
            FeeTotal::Free | FeeTotal::Unknown(_) => "–".to_owned(),
        };
        let name = Cell::text(format::class(class, lang));
        vec![name, Cell::number(rate), Cell::number(fee.text(lang))]
    };
    Table {
        caption: words::FEE_BY_CLASS.get(lang).to_owned(),
        heads: vec![
            Cell::text(words::FEE_CLASS.get(lang)),
            Cell::number(words::FEE_RATE_HEAD.get(lang)),
            Cell::number(words::FEE_TOTAL.get(lang)),
        ],
        rows: Class::ALL.into_iter().map(row).collect(),
        foot: Vec::new(),
    }
}

/// What an answer is not, and on what it rests; `fingerprint` tells the capacity file.
#[must_use]
pub fn what_not(scenario: &Scenario, fingerprint: &str, lang: Lang) -> String {
    let entry = match scenario.layer() {
        Layer::Nominal => words::WHAT_NOT_NOMINAL,
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
    let names = request.accelerators.iter().map(|id| why::accelerator(snapshot, id, lang));
    let (min, max) = (request.nodes.min, request.nodes.max);
    let nodes = if min == max {
        format::nodes(min, lang)
    } else {
        let most = format::nodes(max, lang);
        words::NODES_BETWEEN.fill(lang, &[("min", &format::integer(min.into())), ("max", &most)])
    };
    let mut facts = vec![
        (words::ACCELERATORS, names.collect::<Vec<_>>().join(", ")),
        (words::NODES, nodes),
        (words::TERM, format::term(request.term, lang)),
        (words::FROM, format::date(request.not_before, lang)),
    ];
    facts.extend(request.not_after.map(|end| (words::UNTIL, format::last_day(end, lang))));
    facts.push((words::PLACEMENT, format::placement(request.placement, lang)));
    facts.push((words::CLASS, format::class(request.class, lang).to_owned()));
    let call = call(snapshot, request).map(|call| lang.text(&call.name).to_owned());
    facts.push((words::CALL, call.unwrap_or_else(|| words::CALL_NONE.get(lang).to_owned())));
    let fact = |(name, value): (Entry, String)| Fact { name: name.get(lang).to_owned(), value };
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
    let mut blocks = vec![answer.sentence.clone()];
    let titled = |title: Entry, facts: &[Fact]| {
        let lines = facts.iter().map(line);
        [title.get(lang).to_owned()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    };
    blocks.push(titled(words::REQUEST, request));
    if let Some(best) = &answer.best {
        blocks.push(titled(words::OFFER, &best.facts));
        blocks.push(best.caveats.join("\n"));
    }
    blocks.push(what_not.to_owned());
    blocks.push(link.to_owned());
    blocks.join("\n\n")
}

/// What the notice does not say about an amount.
fn fee_caveats(fee: &FeeTotal, lang: Lang) -> Vec<String> {
    let FeeTotal::Won(total) = fee else { return Vec::new() };
    let mut caveats = vec![total.sum(lang), words::FEE_VAT_UNKNOWN.get(lang).to_owned()];
    if !total.is_whole_months() {
        caveats.push(words::FEE_PART_MONTHS_UNKNOWN.get(lang).to_owned());
    }
    caveats
}

/// Where the nodes of an offer lie.
fn place(offer: &Offer, lang: Lang) -> String {
    if offer.leaves.is_empty() {
        return words::OFFER_WHERE_UNKNOWN.get(lang).to_owned();
    }
    let leaves = offer.leaves.iter().map(|share| {
        let nodes = format::nodes(share.nodes, lang);
        words::OFFER_LEAF.fill(lang, &[("number", &share.leaf.to_string()), ("nodes", &nodes)])
    });
    let leaves = leaves.collect::<Vec<_>>().join(", ");
    // As the file writes them, but with spaces to break lines at.
    let nodes = offer.node_ranges.to_string();
    let nodes = nodes.split(',').collect::<Vec<_>>().join(", ");
    words::OFFER_PLACE.fill(lang, &[("leaves", &leaves), ("nodes", &nodes)])
}

fn row(
    scenario: &Scenario,
    request: &Request,
    answer: &BlockAnswer,
    lang: Lang,
) -> Option<RowView> {
    let snapshot = &scenario.snapshot;
    let block = snapshot.blocks.get(answer.block)?;
    let reason = |why_not| {
        let text = why::text(snapshot, request, block, why_not, lang);
        (why::tier(why_not.tier, lang), text)
    };
    let dash = || "–".to_owned();
    // Every reason carries the same changes: a single one has to mend them all.
    let changes = answer.why_not.first().map_or(&[][..], |why_not| &why_not.fits_if);
    Some(RowView {
        id: block.id.clone(),
        name: block_name(block, lang).to_owned(),
        verdict: Verdict::of_block(answer),
        result: Verdict::of_block(answer).name(scenario.layer(), lang),
        earliest: answer.offer.as_ref().map_or_else(dash, |o| format::date(o.start, lang)),
        most_nodes: format::nodes(answer.most_nodes, lang),
        longest: answer.longest_hours.map_or_else(
            || words::LONGEST_WITHOUT_END.get(lang).to_owned(),
            |hours| if hours == 0 { dash() } else { format::duration(hours, lang) },
        ),
        reasons: answer.why_not.iter().map(reason).collect(),
        changes: changes.iter().map(|c| (why::change(snapshot, c, lang), c.clone())).collect(),
    })
}
