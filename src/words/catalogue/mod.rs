//! Every word of the page in both languages, by view.
//!
//! An entry is a constant, so that an unused one costs nothing and a missing one does not
//! compile. Numbers, dates and counts are put in as [`super::format`] writes them, with their
//! unit: `{nodes}` becomes `노드 32대` or `32 nodes`. A placeholder for a name is never followed
//! by a Korean particle that depends on the last sound.

use super::lang::Lang;

/// A text of the page in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Korean.
    pub ko: &'static str,
    /// English.
    pub en: &'static str,
}

impl Entry {
    /// The text in a language.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        lang.pick(self.ko, self.en)
    }

    /// The text with each `{name}` replaced by its value; a name without a value stays as it is,
    /// and a value is never searched for placeholders.
    #[must_use]
    pub fn fill(self, lang: Lang, values: &[(&str, &str)]) -> String {
        let mut rest = self.get(lang);
        let mut out = String::with_capacity(rest.len() * 2);
        while let Some((before, after)) = rest.split_once('{') {
            out.push_str(before);
            let named = after.split_once('}').and_then(|(name, tail)| {
                let (_, value) = values.iter().find(|(key, _)| *key == name)?;
                Some((*value, tail))
            });
            match named {
                Some((value, tail)) => {
                    out.push_str(value);
                    rest = tail;
                }
                None => {
                    out.push('{');
                    rest = after;
                }
            }
        }
        out.push_str(rest);
        out
    }

    /// The text as data, for where a snapshot or an answer carries it.
    #[must_use]
    pub fn text(self) -> crate::model::Text {
        crate::model::Text { ko: self.ko.to_owned(), en: self.en.to_owned() }
    }
}

/// Declares entries, and lists them for the tests of words.
macro_rules! catalogue {
    ($($name:ident: $ko:literal, $en:literal;)+) => {
        $(
            #[doc = concat!("“", $en, "”")]
            pub const $name: $crate::words::catalogue::Entry =
                $crate::words::catalogue::Entry { ko: $ko, en: $en };
        )+
        /// Every entry of this part, by name.
        pub const ALL: &[(&str, &$crate::words::catalogue::Entry)] =
            &[$((stringify!($name), &$name)),+];
    };
}

pub mod capacity;
pub mod compare;
pub mod drafts;
pub mod elsewhere;
pub mod feed;
pub mod file_problems;
pub mod fit;
pub mod glossary;
pub mod holds;
pub mod page;
pub mod pictures;
pub mod problems;
pub mod programme;
pub mod size;
pub mod size_steps;
pub mod submit;
pub mod units;
pub mod why;

/// Every part with its entries.
pub const PARTS: &[(&str, &[(&str, &Entry)])] = &[
    ("capacity", capacity::ALL),
    ("compare", compare::ALL),
    ("drafts", drafts::ALL),
    ("elsewhere", elsewhere::ALL),
    ("feed", feed::ALL),
    ("file_problems", file_problems::ALL),
    ("fit", fit::ALL),
    ("glossary", glossary::ALL),
    ("holds", holds::ALL),
    ("page", page::ALL),
    ("pictures", pictures::ALL),
    ("problems", problems::ALL),
    ("programme", programme::ALL),
    ("size", size::ALL),
    ("size_steps", size_steps::ALL),
    ("submit", submit::ALL),
    ("units", units::ALL),
    ("why", why::ALL),
];

#[cfg(test)]
mod tests;
