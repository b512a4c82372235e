//! A text in both languages, and the macro with which the parts of the catalogue declare theirs.

use crate::model::Text;
use crate::words::lang::Lang;

/// Text of the page in both languages.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Entry {
    /// Korean.
    pub ko: &'static str,
    /// English.
    pub en: &'static str,
}

impl Entry {
    /// Returns the text in a language.
    #[must_use]
    pub const fn get(self, lang: Lang) -> &'static str {
        lang.pick(self.ko, self.en)
    }

    /// Returns the text with each `{name}` replaced by its value.
    ///
    /// A name without a value stays as it is, and a value is never searched for placeholders.
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

    /// Returns the text as data, for a snapshot or an answer that carries it.
    #[must_use]
    pub fn text(self) -> Text {
        Text { ko: self.ko.to_owned(), en: self.en.to_owned() }
    }
}

/// Declares entries, and lists them in `ALL` for the tests of the catalogue.
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
