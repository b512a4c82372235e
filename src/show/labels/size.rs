//! Labels beside the figures of the size view.

use crate::show::size::{SiteView, SizeProblem, label};
use crate::words::Lang;
use crate::words::catalogue::size as words;

/// Joins the reasons for the size.
#[must_use]
pub fn why(site: &SiteView) -> String {
    site.why.join(" ")
}

/// Returns the label of the curve of an accelerator.
#[must_use]
pub fn curve(site: &SiteView, lang: Lang) -> String {
    let curve = words::CURVE_LABEL.fill(lang, &[("accelerator", &site.name)]);
    [&curve, ". ", &site.sentence].concat()
}

/// Names a field and its problem.
#[must_use]
pub fn problem(problem: &SizeProblem, lang: Lang) -> String {
    let (name, _) = label(problem.field);
    [name.get(lang), ": ", &problem.text(lang)].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::show::size::{SizeField, SizeFieldError, Tone};
    use crate::words::table::Table;

    fn site(name: &str, sentence: &str, why: Vec<&'static str>) -> SiteView {
        SiteView {
            accelerator: String::new(),
            name: name.into(),
            tone: Tone::Good,
            sentence: sentence.into(),
            why,
            facts: Vec::new(),
            warnings: Vec::new(),
            curve: None,
            table: Table::default(),
            steps: Vec::new(),
            effects: None,
        }
    }

    #[test]
    fn sentences_stand_one_after_another() {
        let sites = [site("H200", "8 nodes.", vec!["It fits.", "It is fast."])];
        assert_eq!(why(&sites[0]), "It fits. It is fast.");
        assert_eq!(why(&site("B200", "4 nodes.", Vec::new())), "");
        for lang in [Lang::Ko, Lang::En] {
            let said = curve(&sites[0], lang);
            assert!(said.contains("H200") && said.ends_with(". 8 nodes."), "{said}");
        }
    }

    #[test]
    fn a_problem_names_its_field() {
        for lang in [Lang::Ko, Lang::En] {
            let wrong = SizeProblem { field: SizeField::ServeDays, error: SizeFieldError::Missing };
            let (name, _) = label(SizeField::ServeDays);
            let said = problem(&wrong, lang);
            assert_eq!(said, [name.get(lang), ": ", &wrong.text(lang)].concat());
        }
    }
}
