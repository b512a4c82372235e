//! Schemes beside this programme, for needs that are too small for it or do not fit.

use crate::model::{NodeCount, Request, Scheme, Snapshot, Text};
use crate::words::catalogue::{Entry, capacity, elsewhere as words};
use crate::words::fact::Fact;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::source::{SourceView, cited};

/// Where else to look.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Elsewhere {
    /// Why one might.
    pub lead: String,
    /// The schemes.
    pub schemes: Vec<SchemeView>,
}

/// A scheme in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SchemeView {
    /// Its name.
    pub name: String,
    /// Unit, sizes, fee, state, and the day for which all that was stated.
    pub facts: Vec<Fact>,
    /// Where that is read.
    pub source: Option<SourceView>,
}

impl SchemeView {
    /// All of it on one line.
    #[must_use]
    pub fn line(&self) -> String {
        let facts = self.facts.iter().map(|fact| format!("{}: {}", fact.name, fact.value));
        let facts = facts.collect::<Vec<_>>().join(", ");
        let source = self.source.as_ref();
        let source = source.map(|from| format!(" – {}{}", from.title, from.details));
        format!("{} – {facts}{}", self.name, source.unwrap_or_default())
    }
}

/// Where else to look with a request: where it asks for fewer nodes than any call allows, or else
/// where `is_refused`. `None` where there is no reason to, or the file knows no scheme.
#[must_use]
pub fn beside(
    snapshot: &Snapshot,
    request: &Request,
    is_refused: bool,
    lang: Lang,
) -> Option<Elsewhere> {
    let floor =
        least_nodes(snapshot, &request.accelerators).filter(|least| request.nodes.max < *least);
    of_nodes(snapshot, &request.accelerators, floor, is_refused, lang)
}

/// The same for a need in nodes of one accelerator, which the calls may not allow.
#[must_use]
pub fn below(snapshot: &Snapshot, accelerator: &str, nodes: u32, lang: Lang) -> Option<Elsewhere> {
    let accelerators = [accelerator.to_owned()];
    let floor = least_nodes(snapshot, &accelerators).filter(|least| nodes < *least);
    of_nodes(snapshot, &accelerators, floor, false, lang)
}

/// All schemes; `floor` is the least that calls allow of these accelerators, where that is too much.
fn of_nodes(
    snapshot: &Snapshot,
    accelerators: &[String],
    floor: Option<u32>,
    is_refused: bool,
    lang: Lang,
) -> Option<Elsewhere> {
    if snapshot.elsewhere.is_empty() || (floor.is_none() && !is_refused) {
        return None;
    }
    let lead = match floor {
        Some(least) => {
            let per_node = snapshot.gpus_per_node(accelerators);
            let least = format::nodes_and_gpus(NodeCount::exactly(least), per_node, lang);
            words::BELOW.fill(lang, &[("nodes", &least)])
        }
        None => words::AFTER_A_NO.get(lang).to_owned(),
    };
    Some(Elsewhere { lead, schemes: schemes(snapshot, lang) })
}

/// The fewest nodes that any call allows of these accelerators.
fn least_nodes(snapshot: &Snapshot, accelerators: &[String]) -> Option<u32> {
    snapshot.call_sizes(accelerators).map(|size| size.min_nodes).min()
}

/// All schemes of a file.
#[must_use]
pub fn schemes(snapshot: &Snapshot, lang: Lang) -> Vec<SchemeView> {
    let unknown = || capacity::NOT_PUBLISHED.get(lang).to_owned();
    let fact = |name: Entry, text: &Option<Text>| {
        let value = text.as_ref().map(|text| lang.text(text).to_owned());
        Fact::new(name.get(lang), value.unwrap_or_else(unknown))
    };
    let view = |of: &Scheme| {
        let date = of.date.map_or_else(unknown, |date| format::date(date, lang));
        SchemeView {
            name: lang.text(&of.name).to_owned(),
            facts: vec![
                fact(words::UNIT, &of.unit),
                fact(words::SIZES, &of.sizes),
                fact(words::FEE, &of.fee),
                fact(words::STATE, &of.state),
                Fact::new(capacity::AS_OF.get(lang), date),
            ],
            source: cited(snapshot, &of.citation, lang),
        }
    };
    snapshot.elsewhere.iter().map(view).collect()
}
