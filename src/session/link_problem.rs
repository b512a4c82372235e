//! Problems of a link: parts that could not be read.

use crate::exchange::link::{Route, View};
use crate::model::Snapshot;
use crate::session::capacity_file::CapacityFile;
use crate::show::form::{HoldDraft, shortened};
use crate::words::Lang;
use crate::words::catalogue::page as words;

/// Returns `true` if [`unread`] has something to report.
#[must_use]
pub fn is_unread(parts: &[String], route: &Route, file: &CapacityFile) -> bool {
    let snapshot = &file.snapshot;
    !parts.is_empty()
        || other_file(route, file).is_some()
        || is_unknown_block(route, snapshot)
        || leaf(route, snapshot).is_some()
        || holds(route, snapshot).next().is_some()
}

/// Returns the fingerprint of the file that the link refers to, if that is not this file.
fn other_file<'a>(route: &'a Route, file: &CapacityFile) -> Option<&'a str> {
    route.own.as_deref().filter(|own| **own != file.fingerprint)
}

fn is_unknown_block(route: &Route, snapshot: &Snapshot) -> bool {
    route.lanes.as_ref().is_some_and(|id| snapshot.block(id).is_none())
}

/// Returns the leaf number of the link if the block shown has no such leaf.
fn leaf(route: &Route, snapshot: &Snapshot) -> Option<u32> {
    let chosen = route.lanes.as_ref().and_then(|id| snapshot.block(id));
    let block = chosen.or_else(|| snapshot.blocks.first())?;
    // The page shows the first block if the link names none that is there.
    let is_there = |leaf: u32| leaf > 0 && leaf as usize <= block.leaves.len();
    route.leaf.filter(|leaf| !is_there(*leaf))
}

/// Returns the assumed holds that are ignored as invalid while their fields are not visible.
fn holds<'a>(route: &'a Route, snapshot: &Snapshot) -> impl Iterator<Item = &'a HoldDraft> {
    let is_in_sight = route.view == View::Fit;
    let is_lost = move |hold: &&HoldDraft| !is_in_sight && hold.parse(snapshot).is_err();
    route.holds.iter().filter(is_lost)
}

/// Maximum number of parts that are named: a mangled link can have as many parts as characters.
const NAMED_PARTS: usize = 6;

/// Returns a message that a link refers to a file that is not loaded, and that parts of it could
/// not be read, by name.
///
/// The parts are those that `Route::read_link` found, a block or a leaf that the file does not
/// have, and invalid holds whose fields are not visible. `None` if all could be read.
///
/// ```
/// # use jari::{exchange::link::Route, model, words::Lang};
/// use jari::session::{CapacityFile, link_problem::unread};
/// let bytes = br#"{"schema":1,"as_of":"2027-01-04","accelerators":[{"id":"h200"}],
///   "blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;
/// let file = CapacityFile::new(model::read(bytes).unwrap(), model::fingerprint(bytes));
/// let (route, parts) = Route::read_link("nodes=4&term=6&lanes=a");
/// assert_eq!(unread(&parts, &route, &file, Lang::En).unwrap(),
///     "Parts of the link that could not be read: “term=6”. \
///      They are left out, so please check what is shown below.");
/// ```
#[must_use]
pub fn unread(parts: &[String], route: &Route, file: &CapacityFile, lang: Lang) -> Option<String> {
    let of_other = other_file(route, file).map(|own| words::LINK_OWN.fill(lang, &[("hash", own)]));
    let of_parts = unread_parts(parts, route, &file.snapshot, lang);
    let sentences: Vec<String> = of_other.into_iter().chain(of_parts).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn unread_parts(
    parts: &[String],
    route: &Route,
    snapshot: &Snapshot,
    lang: Lang,
) -> Option<String> {
    let lanes = route.lanes.iter().filter(|_| is_unknown_block(route, snapshot));
    let block = lanes.map(|id| ["lanes=", id].concat());
    let leaf = leaf(route, snapshot).map(|leaf| ["leaf=", &leaf.to_string()].concat());
    let holds = holds(route, snapshot).map(|hold| {
        let parts = [&*hold.block, &*hold.nodes, &*hold.from, &*hold.until].join(":");
        ["hold=", parts.trim_end_matches(':')].concat()
    });
    let quoted =
        |part: String| [lang.pick("‘", "“"), &shortened(&part), lang.pick("’", "”")].concat();
    let mut named: Vec<String> =
        parts.iter().cloned().chain(block).chain(leaf).chain(holds).map(quoted).collect();
    if named.len() > NAMED_PARTS {
        named.truncate(NAMED_PARTS);
        named.push("…".to_owned());
    }
    (!named.is_empty()).then(|| words::LINK_UNREAD.fill(lang, &[("parts", &named.join(", "))]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::link::keys;
    use crate::exchange::plan::read_policy;
    use crate::model::read;
    use crate::session::{PreparedScenario, answer_form};
    use crate::show::form::default_draft;
    use crate::show::odds::own_rank;
    use crate::show::size::{self, SizeField};
    use std::sync::Arc;

    const FILE: &str = r#"{"schema":1,"as_of":"2027-01-04","accelerators":[{"id":"h200"}],
        "blocks":[{"id":"a","accelerator":"h200","nodes":4}]}"#;

    #[test]
    fn parts_of_a_link_that_could_not_be_read_are_named() {
        let file = CapacityFile::new(read(FILE.as_bytes()).unwrap(), "00c0ffee".into());
        let of = |query: &str, lang| {
            let (route, parts) = Route::read_link(query);
            let text = unread(&parts, &route, &file, lang);
            assert_eq!(text.is_some(), is_unread(&parts, &route, &file), "{query}");
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
        assert!(of("leaf=2", Lang::En).unwrap().contains("“leaf=2”"));
        assert!(of("leaf=0&lanes=a", Lang::En).unwrap().contains("“leaf=0”"));
        assert_eq!(of("leaf=1&lanes=a", Lang::En), None);
        // If the fields of a hold are visible, they show the problem themselves.
        let lost = of("hold=moon:1-4:2027-02-01:", Lang::En).unwrap();
        assert!(lost.contains("“hold=moon:1-4:2027-02-01”"), "{lost}");
        assert_eq!(of("view=fit&hold=moon:1-4:2027-02-01:", Lang::En), None);
        assert_eq!(of("hold=a:1-4:2027-02-01:", Lang::En), None);
        // A link that refers to a reader's own file reports it if that file is not shown.
        assert_eq!(of("own=00c0ffee", Lang::En), None);
        let other = of("own=12345678&leaf=2", Lang::En).unwrap();
        assert!(other.contains("(12345678), which is not here"), "{other}");
        assert!(other.contains("“leaf=2”"), "{other}");
        assert!(of("own=12345678", Lang::Ko).unwrap().contains("그 파일이 여기에 없어"));
        assert!(of("own=mine", Lang::En).unwrap().contains("“own=mine”"));
        // However long the part is and whatever it contains, the message stays one sentence.
        let long = of(&format!("x={}\u{202e}", "y".repeat(900)).repeat(1), Lang::En).unwrap();
        assert!(long.chars().count() < 200 && !long.contains('\u{202e}'), "{long}");
        let many = of(&"x=1&".repeat(500), Lang::En).unwrap();
        assert!(many.contains(", …") && many.len() < 300, "{many}");
    }

    /// Value that is invalid for every key.
    const SPOILT: &str = "?x";

    /// Returns all messages about a link, at the top, at the form fields and at the holds: the key
    /// for a field of the size form, a rank and a policy, the text for the others.
    fn told(query: &str) -> Vec<String> {
        let file = CapacityFile::new(read(FILE.as_bytes()).unwrap(), "c0ffee".into());
        let (route, parts) = Route::read_link(query);
        let prepared = PreparedScenario::new(Arc::new(file), route.occupancy, &route.holds);
        let snapshot = &prepared.file.snapshot;
        let mut told: Vec<String> =
            unread(&parts, &route, &prepared.file, Lang::En).into_iter().collect();
        let form = route.form.apply(default_draft(snapshot, snapshot.as_of));
        let answer = answer_form(&prepared, &form, snapshot.as_of, Lang::En);
        told.extend(answer.problems().iter().map(|problem| problem.line(Lang::En)));
        let of_hold = |hold: &HoldDraft| hold.parse(snapshot).err().unwrap_or_default();
        let of_holds = route.holds.iter().flat_map(of_hold);
        told.extend(of_holds.map(|problem| problem.line(Lang::En)));
        let of_size = size::parse_workload(&route.size).err().unwrap_or_default();
        told.extend(of_size.iter().map(|problem| problem.field.id().to_owned()));
        // These two have a view of their own that reports them in place.
        let rank = route.rank.as_deref().map(|rank| own_rank(rank, 514, Lang::En));
        told.extend(rank.and_then(Result::err).map(|_| "myrank".to_owned()));
        let policy = route.policy.as_deref().map(read_policy);
        told.extend(policy.and_then(Result::err).map(|_| "policy".to_owned()));
        told
    }

    #[test]
    fn every_key_whose_value_cannot_be_read_is_named() {
        assert_eq!(told("view=fit&nodes=4&term=3m"), Vec::<String>::new());
        // A field of the size form is used only with a model and a task that have it.
        let beside = [
            "",
            "model=shape",
            "model=shape&experts=8&per-token=2&expert-ffn=512",
            "model=parameters",
            "model=config",
            "task=lora",
            "task=serve",
            "task=serve&goal=rate",
            "task=gpu_hours",
        ];
        for key in keys() {
            let spoilt = format!("{key}={SPOILT}");
            let is_size = SizeField::ALL.into_iter().any(|field| field.id() == key);
            let names = |said: &String| match is_size || ["myrank", "policy"].contains(&key) {
                true => said == key,
                false => said.contains(&spoilt) || said.contains(&format!("“{SPOILT}”")),
            };
            let is_told = beside.iter().any(|rest| {
                let others = rest.split('&').filter(|part| !part.starts_with(&[key, "="].concat()));
                let others = others.collect::<Vec<_>>().join("&");
                told(&format!("{others}&{spoilt}")).iter().any(names)
            });
            assert!(is_told, "{spoilt}: {:?}", told(&spoilt));
        }
    }
}
