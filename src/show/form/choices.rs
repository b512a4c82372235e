//! Choices of the fields that offer the same ones with every capacity file.

use super::field::Field;
use super::placement::PlacementKind;
use super::term::TermUnit;
use crate::model::Class;
use crate::words::format;
use crate::words::lang::Lang;

impl Field {
    /// Returns the choices, each the text that the field then holds and its words; none if any text
    /// may be typed.
    #[must_use]
    pub fn choices(self, lang: Lang) -> Vec<(String, String)> {
        match self {
            Self::Unit => {
                let choice = |unit: TermUnit| (unit.letter().to_string(), unit.label().get(lang));
                owned(TermUnit::ALL.map(choice))
            }
            Self::Placement => {
                let choice = |kind: PlacementKind| (kind.id(), kind.label().get(lang));
                owned(PlacementKind::ALL.map(choice))
            }
            Self::Class => owned(Class::ALL.map(|class| (class.id(), format::class(class, lang)))),
            _ => Vec::new(),
        }
    }
}

fn owned<const N: usize>(choices: [(impl Into<String>, &str); N]) -> Vec<(String, String)> {
    choices.map(|(text, words)| (text.into(), words.to_owned())).into()
}
