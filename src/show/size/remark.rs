//! Remarks on the reading of a model, in words.

use super::words::precision;
use crate::show::form::shortened;
use crate::sizing::remark::{MismatchCause, Remark, Tower};
use crate::words::catalogue::{Entry, size_read as words};
use crate::words::format::quantity;
use crate::words::lang::Lang;

pub(super) fn remark(remark: &Remark, lang: Lang) -> String {
    let count = |number: f64| quantity::count(number);
    let figure = |number: u32| quantity::count(f64::from(number));
    match remark {
        Remark::ReadAsPlain { kind } => words::AS_PLAIN.fill(lang, &[("kind", &shortened(kind))]),
        Remark::Assumed { field, value } => {
            words::ASSUMED.fill(lang, &[("field", field), ("value", &figure(*value))])
        }
        Remark::AssumedLayers { field, attention } => {
            words::ASSUMED_LAYERS.fill(lang, &[("field", field), ("layers", &figure(*attention))])
        }
        Remark::UnlikePublished { published, counted } => {
            let values = [("published", &*count(*published)), ("counted", &*count(*counted))];
            words::UNLIKE_PUBLISHED.fill(lang, &values)
        }
        Remark::Tower { tower, parameters } => {
            let entry = match tower {
                Tower::Vision => words::VISION,
                Tower::Audio => words::AUDIO,
            };
            entry.fill(lang, &[("parameters", &count(*parameters))])
        }
        Remark::TowerLeftOut => words::TOWER_LEFT_OUT.get(lang).to_owned(),
        Remark::FurtherTokens { parameters, .. } => {
            words::FURTHER_TOKENS.fill(lang, &[("parameters", &count(*parameters))])
        }
        Remark::NoOutputTable { labels: 0 } => words::NO_OUTPUT.get(lang).to_owned(),
        Remark::NoOutputTable { labels } => {
            words::LABELS.fill(lang, &[("labels", &figure(*labels))])
        }
        Remark::Mismatch { published, counted, cause } => {
            let values = [("published", &*count(*published)), ("counted", &*count(*counted))];
            [&words::MISMATCH.fill(lang, &values), " ", because(*cause).get(lang)].concat()
        }
        Remark::Card { name, published, .. } => {
            words::CARD.fill(lang, &[("name", name), ("parameters", &count(*published))])
        }
        Remark::Index { parameters } => {
            words::INDEX.fill(lang, &[("parameters", &count(*parameters))])
        }
        Remark::Stored { precision: stored, .. } => {
            words::STORED.fill(lang, &[("precision", precision(*stored).get(lang))])
        }
        Remark::StoredUnknown { method } => {
            words::STORED_UNKNOWN.fill(lang, &[("method", &shortened(method))])
        }
        Remark::WindowOff { tokens } => {
            words::WINDOW_OFF.fill(lang, &[("tokens", &figure(*tokens))])
        }
        Remark::SparseAttention { tokens } => {
            words::SPARSE.fill(lang, &[("tokens", &figure(*tokens))])
        }
    }
}

const fn because(cause: MismatchCause) -> Entry {
    match cause {
        MismatchCause::TextAlone => words::CAUSE_TEXT,
        MismatchCause::FurtherTokens => words::CAUSE_FURTHER,
        MismatchCause::OutputTable => words::CAUSE_TABLE,
        MismatchCause::Active => words::CAUSE_ACTIVE,
        MismatchCause::Assumed => words::CAUSE_ASSUMED,
        MismatchCause::TowerLeftOut => words::CAUSE_TOWER,
        MismatchCause::Unknown => words::CAUSE_UNKNOWN,
    }
}
