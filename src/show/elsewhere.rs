//! Schemes beside this programme, for needs that are too small for it or do not fit.

use crate::model::{NodeCount, Request, Scheme, Snapshot, Text};
use crate::words::catalogue::{Entry, capacity, elsewhere as words};
use crate::words::fact::Fact;
use crate::words::format;
use crate::words::lang::Lang;
use crate::words::source::{SourceView, cited};

/// Pointer to other schemes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Elsewhere {
    /// Reason to look there.
    pub lead: String,
    /// The schemes.
    pub schemes: Vec<SchemeView>,
}

/// Scheme in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SchemeView {
    /// Its name.
    pub name: String,
    /// Unit, sizes, fee, state, and the day as of which all that was stated.
    pub facts: Vec<Fact>,
    /// Source of the facts.
    pub source: Option<SourceView>,
}

impl SchemeView {
    /// Returns all of it on one line.
    #[must_use]
    pub fn line(&self) -> String {
        let facts = self.facts.iter().map(|fact| format!("{}: {}", fact.name, fact.value));
        let facts = facts.collect::<Vec<_>>().join(", ");
        let source = self.source.as_ref();
        let source = source.map(|from| format!(" – {}{}", from.title, from.details));
        format!("{} – {facts}{}", self.name, source.unwrap_or_default())
    }
}

/// Returns the other schemes for a request: if it asks for fewer nodes than any call allows, or
/// else if `is_refused`. `None` if neither is so, or if the file has no schemes.
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

/// Returns the other schemes for a need of `nodes` of one accelerator, if every call requires more.
#[must_use]
pub fn below(snapshot: &Snapshot, accelerator: &str, nodes: u32, lang: Lang) -> Option<Elsewhere> {
    let accelerators = [accelerator.to_owned()];
    let floor = least_nodes(snapshot, &accelerators).filter(|least| nodes < *least);
    of_nodes(snapshot, &accelerators, floor, false, lang)
}

/// Returns all schemes; `floor` is the fewest nodes that calls allow of these accelerators, if that
/// is more than is needed.
fn of_nodes(
    snapshot: &Snapshot,
    accelerators: &[String],
    // A range reaches the calls if its upper end does.
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

/// Returns the fewest nodes that any call allows of these accelerators.
fn least_nodes(snapshot: &Snapshot, accelerators: &[String]) -> Option<u32> {
    snapshot.call_sizes(accelerators).map(|size| size.min_nodes).min()
}

/// Lists all schemes of a file.
#[must_use]
pub fn schemes(snapshot: &Snapshot, lang: Lang) -> Vec<SchemeView> {
    let unknown = || capacity::NOT_PUBLISHED.get(lang).to_owned();
    let fact = |name: Entry, text: &Option<Text>| {
        let value = text.as_ref().map(|text| lang.text(text).to_owned());
        Fact::new(name.get(lang), value.unwrap_or_else(unknown))
    };
    let view = |scheme: &Scheme| {
        let date = scheme.date.map_or_else(unknown, |date| format::date(date, lang));
        SchemeView {
            name: lang.text(&scheme.name).to_owned(),
            facts: vec![
                fact(words::UNIT, &scheme.unit),
                fact(words::SIZES, &scheme.sizes),
                fact(words::FEE, &scheme.fee),
                fact(words::STATE, &scheme.state),
                Fact::new(capacity::AS_OF.get(lang), date),
            ],
            source: cited(snapshot, &scheme.citation, lang),
        }
    };
    snapshot.elsewhere.iter().map(view).collect()
}
