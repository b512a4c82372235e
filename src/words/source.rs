//! Sources of figures and statements, in words.

use super::catalogue::capacity as words;
use super::format;
use super::lang::Lang;
use super::table::Value;
use crate::model::{Citation, Snapshot, Source, Surety};

/// Source in words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SourceView {
    /// Name of the page or document.
    pub title: String,
    /// Its address, http or https, if it has one.
    pub url: Option<String>,
    /// Its date and its surety in brackets, to follow the title.
    pub details: String,
}

/// Returns a source of the snapshot in words, if the snapshot has it.
#[must_use]
pub fn source_of(snapshot: &Snapshot, id: Option<&str>, lang: Lang) -> Option<SourceView> {
    id.and_then(|id| snapshot.source(id)).map(|it| source_view(it, it.surety, lang))
}

/// Returns the source of a statement in words, with the surety of the statement.
#[must_use]
pub fn cited(snapshot: &Snapshot, citation: &Citation, lang: Lang) -> Option<SourceView> {
    let source = snapshot.source(citation.source.as_deref()?)?;
    Some(source_view(source, citation.surety.unwrap_or(source.surety), lang))
}

/// Lists all sources of the snapshot.
#[must_use]
pub fn all_sources(snapshot: &Snapshot, lang: Lang) -> Vec<SourceView> {
    snapshot.sources.iter().map(|it| source_view(it, it.surety, lang)).collect()
}

fn source_view(source: &Source, surety: Surety, lang: Lang) -> SourceView {
    let surety = match surety {
        Surety::Sure => words::SOURCE_SURE,
        Surety::ThirdParty => words::SOURCE_THIRD_PARTY,
        Surety::Inferred => words::SOURCE_INFERRED,
    };
    let date = source.date.map(|date| format::date(date, lang));
    let details: Vec<String> = date.into_iter().chain([surety.get(lang).to_owned()]).collect();
    SourceView {
        title: lang.text(&source.title).to_owned(),
        url: source.url.clone(),
        details: format!(" ({})", details.join(", ")),
    }
}

/// Returns the source of a statement for a table; blank if there is none.
pub(crate) fn source_value(snapshot: &Snapshot, citation: &Citation, lang: Lang) -> Value {
    let Some(source) = cited(snapshot, citation, lang) else { return Value::Blank };
    let text = source.title + &source.details;
    match source.url {
        Some(url) => Value::Link(text, url),
        None => Value::Words(text),
    }
}
