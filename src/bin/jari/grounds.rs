//! Evidence that answers rest on.

use jari::model::Hour;
use jari::session::{PreparedScenario, notice};
use jari::show::answer::what_not;
use jari::words::Lang;
use jari::words::catalogue::fit as words;

use crate::grid::list;

/// Returns the layer of a scenario, and its meaning.
pub fn layer(prepared: &PreparedScenario, today: Hour, lang: Lang) -> String {
    let layer = notice::layer(prepared, today, lang);
    [layer.name.get(lang), ": ", &layer.text].concat()
}

/// Returns the evidence of an answer below a title: the layer, the sentences of `more`, and the
/// file with its date.
pub fn grounds(
    prepared: &PreparedScenario,
    more: impl IntoIterator<Item = String>,
    today: Hour,
    lang: Lang,
) -> String {
    let mut sentences = vec![layer(prepared, today, lang)];
    sentences.extend(more);
    sentences.push(what_not(&prepared.scenario, &prepared.file.fingerprint, lang));
    list(words::RESTS_ON.get(lang), sentences).unwrap_or_default()
}
