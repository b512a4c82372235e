//! The two languages of the page.

use crate::model::Text;

/// Language of the page; Korean unless chosen otherwise.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Lang {
    /// Korean.
    #[default]
    Ko,
    /// English.
    En,
}

impl Lang {
    /// Returns the one of two texts that is in this language.
    #[must_use]
    pub const fn pick<'a>(self, ko: &'a str, en: &'a str) -> &'a str {
        match self {
            Self::Ko => ko,
            Self::En => en,
        }
    }

    /// Returns the language tag, as in the `lang` attribute and in links.
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Ko => "ko",
            Self::En => "en",
        }
    }

    /// Parses a language tag, with or without a region and in any case: `ko`, `en-US`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        // Browsers write `en-US`, the settings of a terminal `en_US`.
        let language = tag.split(['-', '_']).next().unwrap_or_default();
        [Self::Ko, Self::En].into_iter().find(|lang| lang.tag().eq_ignore_ascii_case(language))
    }

    /// Returns the other language.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Ko => Self::En,
            Self::En => Self::Ko,
        }
    }

    /// Returns a text in this language, or in the other one if this one is empty.
    #[must_use]
    pub fn text(self, text: &Text) -> &str {
        let (first, second) = match self {
            Self::Ko => (&text.ko, &text.en),
            Self::En => (&text.en, &text.ko),
        };
        if first.is_empty() { second } else { first }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_read_in_every_usual_form() {
        let cases = [
            ("ko", Some(Lang::Ko)),
            ("KO-kr", Some(Lang::Ko)),
            ("en", Some(Lang::En)),
            ("en_US", Some(Lang::En)),
            ("english", None),
            ("", None),
        ];
        for (tag, lang) in cases {
            assert_eq!(Lang::from_tag(tag), lang, "{tag:?}");
        }
    }

    #[test]
    fn an_empty_text_falls_back() {
        let both = Text { ko: "자리".into(), en: "place".into() };
        let korean = Text { ko: "자리".into(), en: String::new() };
        assert_eq!((Lang::Ko.text(&both), Lang::En.text(&both)), ("자리", "place"));
        assert_eq!(Lang::En.text(&korean), "자리");
        assert_eq!(Lang::Ko.other().pick("가", "a"), "a");
    }
}
