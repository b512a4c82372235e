//! The best offer in words: its figures, why it is the best, what it costs, what is not known.

use crate::fit::{BlockAnswer, Certainty, Lead, Offer};
use crate::model::{
    self, Availability, Call, Charge, Class, FeeRate, FeeTotal, NodeCount, Request, Scenario,
    TruthLayer,
};
use crate::show::fee;
use crate::show::nearby;
use crate::words::catalogue::{Entry, fit as words, page};
use crate::words::fact::Fact;
use crate::words::lang::Lang;
use crate::words::names::block_name;
use crate::words::source::{SourceView, source_of};
use crate::words::table::{Column, Table, Value};
use crate::words::{format, why};

/// Offer in words.
#[derive(Clone, PartialEq, Debug)]
pub struct OfferView {
    /// Index of its block in the snapshot.
    pub block_index: usize,
    /// The offer itself, for the node map.
    pub offer: Offer,
    /// Its figures, one by one.
    pub facts: Vec<Fact>,
    /// Its fee, the same text as in `facts`; empty if the file has no calls.
    pub fee: String,
    /// Reason why this offer is the best.
    pub reason: Option<String>,
    /// Effect on what is left for others.
    pub effect: Vec<Fact>,
    /// Fee for each class of applicant, if a call is chosen.
    pub fees: Option<Table>,
    /// Caveats: what is not known about it.
    pub caveats: Vec<String>,
    /// Sources of the figures of its block and of its fee.
    pub sources: Vec<SourceView>,
}

/// Puts the offer of a block's answer into words; `None` if it has none.
pub(super) fn offer_view(
    scenario: &Scenario,
    request: &Request,
    answer: &BlockAnswer,
    lead: Option<Lead>,
    lang: Lang,
) -> Option<OfferView> {
    let snapshot = &scenario.snapshot;
    let offer = answer.offer.clone()?;
    let block = snapshot.blocks.get(answer.block_index)?;
    let wait = offer.start.since(request.not_before);
    let (certainty, why) = certainty_words(scenario, offer.certainty);
    let nodes = NodeCount::exactly(offer.nodes);
    let fact = |name: Entry, value: String| Fact::new(name.get(lang), value);
    let mut facts = vec![
        fact(words::OFFER_BLOCK, block_name(block, lang).to_owned()),
        fact(words::OFFER_NODES, format::nodes_with_gpus(nodes, Some(block.gpus_per_node), lang)),
        fact(words::OFFER_START, format::date(offer.start, lang)),
        fact(words::OFFER_LAST_DAY, format::last_day(offer.end, lang)),
    ];
    if wait > 0 {
        facts.push(fact(words::OFFER_WAIT, format::duration(wait, lang)));
    }
    facts.push(fact(words::OFFER_GPU_HOURS, format::integer(offer.gpu_hours)));
    let (class, nodes, times) = (request.class, offer.nodes, (offer.start, offer.end));
    let chosen = snapshot.call_of(request);
    let charge = model::charge(snapshot, chosen, &block.accelerator, class, nodes, times);
    let fee = match snapshot.calls.is_empty() {
        true => String::new(),
        // Rates come from calls: without any, the row could only say that there is no fee to tell.
        false => fee::text(&charge, lang),
    };
    if !fee.is_empty() {
        facts.push(fact(words::OFFER_FEE, fee.clone()));
    }
    facts.push(fact(words::OFFER_CERTAINTY, certainty.get(lang).to_owned()));
    facts.push(fact(words::OFFER_WHERE, place_of_offer(&offer, lang)).long());
    let mut caveats = vec![why.get(lang).to_owned()];
    caveats.extend(fee::note(&charge, lang));
    caveats.extend(fee_caveats(&charge, &block.accelerator, class, lang));
    let call = charge.call;
    let ids = [block.source.as_deref(), call.and_then(|call| call.source.as_deref())];
    let sources = ids.into_iter().filter_map(|id| source_of(snapshot, id, lang)).collect();
    Some(OfferView {
        block_index: answer.block_index,
        facts,
        fee,
        reason: lead.map(|lead| why::lead(lead, lang).to_owned()),
        effect: nearby::effect(&offer, scenario.layer(), lang),
        fees: call.map(|call| fees(call, &block.accelerator, &offer, lang)),
        caveats,
        sources,
        offer,
    })
}

/// Returns the words for the certainty of an offer, and those for its reason.
fn certainty_words(scenario: &Scenario, certainty: Certainty) -> (Entry, Entry) {
    match certainty {
        // "Exact" would claim too much if the real holds are not known.
        Certainty::Exact => match (scenario.layer(), scenario.snapshot.availability) {
            (TruthLayer::Size, _) => (page::CERTAIN_BY_SIZE, page::CERTAIN_BY_SIZE_WHY),
            (TruthLayer::Published, _) => (page::CERTAIN_PUBLISHED, page::CERTAIN_PUBLISHED_WHY),
            (TruthLayer::Known, _) => (page::KNOWN, page::CERTAIN_KNOWN_WHY),
            (TruthLayer::Snapshot, _) | (TruthLayer::Scenario, Availability::Complete) => {
                (page::CERTAIN_EXACT, page::CERTAIN_EXACT_WHY)
            }
            (TruthLayer::Scenario, _) => (page::CERTAIN_ASSUMED, page::CERTAIN_ASSUMED_WHY),
        },
        Certainty::Count => (page::CERTAIN_BY_COUNT, page::CERTAIN_BY_COUNT_WHY),
        Certainty::AtLeast => (page::CERTAIN_AT_LEAST, page::CERTAIN_AT_LEAST_WHY),
    }
}

/// Returns a table of the fee of an offer for each class of applicant.
fn fees(call: &Call, accelerator: &str, offer: &Offer, lang: Lang) -> Table {
    let total = |class: Class| {
        model::fee(Some(call), accelerator, class, offer.nodes, offer.start, offer.end)
    };
    let names = Class::ALL.map(|class| Value::words(format::class(class, lang)));
    let rates = Class::ALL.map(|class| match total(class) {
        FeeTotal::Won(won) => {
            let rate = won.won_per_node_month;
            Value::Figure(rate as f64, format::won(rate, lang))
        }
        FeeTotal::Free | FeeTotal::Unknown(_) => Value::none(),
    });
    let totals = Class::ALL.map(|class| fee::value(total(class), lang));
    Table {
        caption: words::FEE_BY_CLASS.fill(lang, &[("call", lang.text(&call.name))]),
        columns: vec![
            Column::new(words::FEE_CLASS.get(lang), names),
            Column::new(words::FEE_RATE_HEAD.get(lang), rates),
            Column::new(words::FEE_TOTAL.get(lang), totals),
        ],
        lang,
    }
}

/// Lists the conditions that the notice puts on those who pay nothing or, for a fee in won, what
/// the notice leaves open about the amount.
fn fee_caveats(charge: &Charge<'_>, accelerator: &str, class: Class, lang: Lang) -> Vec<String> {
    let Some(call) = charge.call else { return Vec::new() };
    if call.fee(accelerator, class) == Some(FeeRate::Free) {
        return call.conditions_of(class).map(|it| lang.text(&it.text).to_owned()).collect();
    }
    let FeeTotal::Won(total) = &charge.total else { return Vec::new() };
    let mut caveats = vec![fee::product(total, lang), words::FEE_VAT_UNKNOWN.get(lang).to_owned()];
    if !total.is_whole_months() {
        caveats.push(words::FEE_PART_MONTHS_UNKNOWN.get(lang).to_owned());
    }
    caveats
}

/// Describes the leaves and the nodes of an offer.
pub(in crate::show) fn place_of_offer(offer: &Offer, lang: Lang) -> String {
    if offer.leaves.is_empty() {
        return words::OFFER_WHERE_UNKNOWN.get(lang).to_owned();
    }
    let leaves = offer.leaves.iter().map(|share| {
        let nodes = format::nodes(share.nodes, lang);
        words::OFFER_LEAF.fill(lang, &[("number", &share.leaf.to_string()), ("nodes", &nodes)])
    });
    let leaves = leaves.collect::<Vec<_>>().join(", ");
    // Written as in the file, but with spaces at which lines can break.
    let nodes = offer.node_ranges.to_string();
    let nodes = nodes.split(',').collect::<Vec<_>>().join(", ");
    words::OFFER_PLACE.fill(lang, &[("leaves", &leaves), ("nodes", &nodes)])
}
