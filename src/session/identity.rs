//! Identity of a site in words: its name, its operator, where to apply, and its disclaimer.

use crate::model::{Settings, Text};
use crate::words::Lang;
use crate::words::catalogue::page as words;

/// Identity of a site.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct IdentityView {
    /// Name of the site.
    pub name: String,
    /// Operator, and a note if the site is unofficial; without either, a note that it is a preview
    /// only.
    pub standing: String,
    /// Place to apply, if known.
    pub apply: Option<ApplyView>,
    /// Disclaimer: the site is not official, promises nothing, and does not keep what is typed.
    pub disclaimer: String,
}

/// Place to apply.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ApplyView {
    /// Name of the place.
    pub name: String,
    /// Address of the place, if it has one.
    pub url: Option<String>,
}

/// Returns the identity of a site with these settings; `has_calls` is `true` if its file has calls.
///
/// ```
/// use jari::{model::settings, session::identity, words::Lang};
/// let (settings, problems) = settings(r#"{"site_name":{"ko":"계산","en":"Compute"},
///   "operator":{"ko":"예시 대학","en":"Example University"}}"#.as_bytes());
/// let view = identity(&settings, false, Lang::En);
/// assert_eq!(view.name, "Compute");
/// assert_eq!(view.standing, "Run by Example University");
/// assert!(view.apply.is_none() && problems.is_empty());
/// ```
#[must_use]
pub fn identity(settings: &Settings, has_calls: bool, lang: Lang) -> IdentityView {
    let identity = &settings.identity;
    let text = |text: &Option<Text>| text.as_ref().map(|text| lang.text(text).to_owned());
    let unofficial = text(&identity.unofficial);
    let operator = text(&identity.operator)
        .map(|operator| words::RUN_BY.fill(lang, &[("operator", &operator)]));
    let mut standing = Vec::new();
    standing.extend(unofficial.is_some().then(|| words::UNOFFICIAL.get(lang).to_owned()));
    standing.extend(operator);
    if standing.is_empty() {
        standing.push(words::PREVIEW_ONLY.get(lang).to_owned());
    }
    let url = identity.apply_url.clone();
    let apply =
        text(&identity.apply_name).or_else(|| url.clone()).map(|name| ApplyView { name, url });
    let takes_applications = settings.submit_url.is_some();
    let (where_to, private) = match (takes_applications, &apply) {
        (true, _) => (Some(words::SUBMITTED_TO.get(lang).to_owned()), words::FOOTER_PRIVATE_UNTIL),
        (false, apply) => {
            let there = |to: &ApplyView| words::APPLY_THERE.fill(lang, &[("name", &to.name)]);
            (apply.as_ref().map(there), words::FOOTER_PRIVATE)
        }
    };
    let mut sentences: Vec<String> = unofficial.into_iter().chain(where_to).collect();
    sentences.push(words::FOOTER_NO_PROMISE.get(lang).to_owned());
    sentences.extend(has_calls.then(|| words::FOOTER_REVIEW.get(lang).to_owned()));
    sentences.push(private.get(lang).to_owned());
    IdentityView {
        name: text(&identity.name).unwrap_or_else(|| words::NAME.get(lang).to_owned()),
        standing: standing.join(" · "),
        apply,
        disclaimer: sentences.join(" "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model;

    const BOTH: [Lang; 2] = [Lang::Ko, Lang::En];
    const PUBLISHED: &str = include_str!("../../public/config.json");
    const OWN: &str = r#"{"site_name":{"ko":"한결대 GPU","en":"Hangyeol GPU"},
        "operator":{"ko":"한결대학교 정보화본부","en":"Hangyeol University IT"},
        "apply_name":{"ko":"연구지원시스템","en":"the research office"},
        "apply_url":"https://gpu.example.ac.kr/apply"}"#;

    fn of(settings: &str, has_calls: bool, lang: Lang) -> IdentityView {
        let (settings, problems) = model::settings(settings.as_bytes());
        assert_eq!(problems, []);
        identity(&settings, has_calls, lang)
    }

    #[test]
    fn the_published_site_is_unofficial_and_names_the_portal() {
        let ko = of(PUBLISHED, true, Lang::Ko);
        assert_eq!((&*ko.name, &*ko.standing), ("자리", "비공식 미리보기입니다"));
        let apply = ko.apply.unwrap();
        assert_eq!(apply.url.as_deref(), Some("https://aiinfrahub.kr"));
        assert_eq!(
            ko.disclaimer,
            "정부나 참여 사업자가 운영하는 사이트가 아닙니다. 실제 신청은 국가 AI컴퓨팅자원 \
             지원포털(aiinfrahub.kr)에서 합니다. 배정을 약속하지 않습니다. 배정은 공모 심사로 \
             정해집니다. 입력한 내용은 브라우저 밖으로 나가지 않습니다."
        );
        let en = of(PUBLISHED, true, Lang::En);
        assert_eq!((&*en.name, &*en.standing), ("Jari", "This is an unofficial preview"));
        assert!(en.disclaimer.starts_with("This page is not run by the government or a provider."));
        assert!(en.disclaimer.contains("The real application is made at the national AI"));
    }

    #[test]
    fn a_site_of_an_operator_speaks_of_nobody_else() {
        for (lang, name, standing) in [
            (Lang::Ko, "한결대 GPU", "운영: 한결대학교 정보화본부"),
            (Lang::En, "Hangyeol GPU", "Run by Hangyeol University IT"),
        ] {
            let own = of(OWN, false, lang);
            assert_eq!((&*own.name, &*own.standing), (name, standing));
            let all = format!("{own:?}");
            for foreign in ["aiinfrahub", "포털", "portal", "정부", "government", "공모", "call"]
            {
                assert!(!all.contains(foreign), "{foreign} in {all}");
            }
            assert!(own.disclaimer.contains(&own.apply.unwrap().name));
        }
    }

    #[test]
    fn what_nobody_has_said_is_not_made_up() {
        for lang in BOTH {
            let bare = of("{}", false, lang);
            assert_eq!(bare.name, words::NAME.get(lang));
            assert_eq!((&*bare.standing, bare.apply), (words::PREVIEW_ONLY.get(lang), None));
            let said = [words::FOOTER_NO_PROMISE, words::FOOTER_PRIVATE].map(|it| it.get(lang));
            assert_eq!(bare.disclaimer, said.join(" "));
        }
    }

    #[test]
    fn a_site_that_takes_applications_says_what_leaves_the_browser() {
        let taking = OWN.replacen('{', r#"{"submit_url":"/apply","#, 1);
        for lang in BOTH {
            let said = [words::SUBMITTED_TO, words::FOOTER_NO_PROMISE, words::FOOTER_PRIVATE_UNTIL];
            let said = said.map(|entry| entry.get(lang)).join(" ");
            assert_eq!(of(&taking, false, lang).disclaimer, said);
        }
    }
}
