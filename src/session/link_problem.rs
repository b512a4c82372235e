//! What of a link could not be read.

use crate::exchange::link::Route;
use crate::model::Snapshot;
use crate::show::form::shortened;
use crate::words::Lang;
use crate::words::catalogue::page as words;

/// Whether there is something for [`unread`].
#[must_use]
pub fn is_unread(parts: &[String], route: &Route, snapshot: &Snapshot) -> bool {
    !parts.is_empty() || route.lanes.as_ref().is_some_and(|id| snapshot.block(id).is_none())
}

/// So many parts of a link are named; a link that somebody cut up has as many as there are signs.
const NAMED_PARTS: usize = 6;

/// That parts of a link could not be read, by name: those that `Route::read_link` found, and a
/// block that the file does not have. `None` where all could be.
#[must_use]
pub fn unread(parts: &[String], route: &Route, snapshot: &Snapshot, lang: Lang) -> Option<String> {
    let is_unknown = |id: &&String| snapshot.block(id).is_none();
    let block = route.lanes.iter().filter(is_unknown).map(|id| ["lanes=", id].concat());
    let quoted =
        |part: String| [lang.pick("‘", "“"), &shortened(&part), lang.pick("’", "”")].concat();
    let mut named: Vec<String> = parts.iter().cloned().chain(block).map(quoted).collect();
    if named.len() > NAMED_PARTS {
        named.truncate(NAMED_PARTS);
        named.push("…".to_owned());
    }
    (!named.is_empty()).then(|| words::LINK_UNREAD.fill(lang, &[("parts", &named.join(", "))]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::read;

    const FILE: &str = r#"{"schema":1,"as_of":"2027-01-04","accelerators":[{"id":"h200"}],
        "blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;

    #[test]
    fn parts_of_a_link_that_could_not_be_read_are_named() {
        let of = |query: &str, lang| {
            let (route, parts) = Route::read_link(query);
            let snapshot = read(FILE.as_bytes()).unwrap().snapshot;
            let text = unread(&parts, &route, &snapshot, lang);
            assert_eq!(text.is_some(), is_unread(&parts, &route, &snapshot), "{query}");
            text
        };
        assert_eq!(of("view=fit&nodes=abc&lanes=a", Lang::Ko), None);
        let spoilt = "view=fit&term=6&class=academia).";
        assert_eq!(
            of(spoilt, Lang::Ko).unwrap(),
            "링크에서 읽지 못한 부분: ‘term=6’, ‘class=academia).’. 반영하지 않았으니 아래 내용이 맞는지 확인해 주세요."
        );
        assert_eq!(
            of(spoilt, Lang::En).unwrap(),
            "Parts of the link that could not be read: “term=6”, “class=academia).”. \
             They are left out, so please check what is shown below."
        );
        for foreign in
            ["utm_source=mail&fbclid=x", "msclkid=1&gbraid=2", "NaPm=ct%3D1&n_media=27758", "_gl=1"]
        {
            assert_eq!(of(foreign, Lang::En), None, "{foreign}");
        }
        assert!(of("pin=term%3D6", Lang::En).unwrap().contains("“pin: term=6”"));
        assert!(of("lanes=gone", Lang::En).unwrap().contains("“lanes=gone”"));
        // However long and whatever it holds, it stays a sentence.
        let long = of(&format!("x={}\u{202e}", "y".repeat(900)).repeat(1), Lang::En).unwrap();
        assert!(long.chars().count() < 200 && !long.contains('\u{202e}'), "{long}");
        let many = of(&"x=1&".repeat(500), Lang::En).unwrap();
        assert!(many.contains(", …") && many.len() < 300, "{many}");
    }
}
