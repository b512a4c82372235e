//! Saved requests that are asked again when a newer file arrives; changes in their answers are kept
//! until the reader has seen them.
//!
//! The last answers are stored as [`KnownAnswers`], which outlive the page, so a file that arrived
//! while no page was open is compared too. If the previous file is still available, a change is
//! described with its reasons. A request is compared only with itself, as it was asked then and
//! with the same start.

use super::capacity_file::CapacityFile;
use super::scenario::PreparedScenario;
use crate::exchange::drafts::{Draft, Drafts};
use crate::exchange::known_answers::{KnownAnswer, KnownAnswers, KnownChange};
use crate::exchange::link::Route;
use crate::model::{Hour, Occupancy, Text};
use crate::show::changed::{BestOffer, best, best_offer, best_offer_since};
use crate::show::form::{FormDraft, HoldDraft, default_draft};
use crate::words::catalogue::{changes, drafts as words};
use crate::words::{Lang, format};
use std::sync::Arc;

/// Current answer to a saved request, and the change in it.
pub struct AskedAgain {
    answer: KnownAnswer,
    change: Option<Text>,
}

/// Files that saved requests are asked of.
///
/// The scenario prepared last is cached, as most requests assume the same.
pub struct AskedFiles {
    old: Option<Arc<CapacityFile>>,
    new: Arc<CapacityFile>,
    prepared: Option<Prepared>,
}

/// Both files with the same assumptions.
struct Prepared {
    old: Option<PreparedScenario>,
    new: PreparedScenario,
}

impl AskedFiles {
    /// Creates the pair of the newer file and the previous one, if that is still available and
    /// differs.
    #[must_use]
    pub fn new(old: Option<Arc<CapacityFile>>, new: Arc<CapacityFile>) -> Self {
        // The same file is not a previous one.
        let old = old.filter(|old| old.fingerprint != new.fingerprint);
        Self { old, new, prepared: None }
    }

    /// Returns both files with the assumptions of a request, reusing the last preparation if it has
    /// the same.
    fn assuming(&mut self, occupancy: Occupancy, holds: &[HoldDraft]) -> &Prepared {
        let last = self.prepared.take().filter(|last| last.new.assumes(occupancy, holds));
        let prepared = last.unwrap_or_else(|| {
            let prepare = |file: &Arc<CapacityFile>| {
                PreparedScenario::new(Arc::clone(file), occupancy, holds)
            };
            Prepared { old: self.old.as_ref().map(prepare), new: prepare(&self.new) }
        });
        self.prepared.insert(prepared)
    }
}

/// Asks the newer file a saved request at the hour `today`, and returns the answer and how it
/// changed.
///
/// Returns the known answer, without a change, if this file was asked already; `None` if the
/// request is no longer valid, for example because its start has passed.
///
/// ```
/// # use std::sync::Arc;
/// # use jari::{exchange::{drafts::Drafts, known_answers::KnownAnswers}, model, words::Lang};
/// use jari::session::{CapacityFile, asked_again::{AskedFiles, ask_again, changed, note}};
/// let [old, new] = ["2027-03-01", "2027-04-01"].map(|until| {
///     let text = format!(r#"{{"schema":1,"as_of":"2027-01-04","availability":"complete",
///       "accelerators":[{{"id":"h200"}}],"blocks":[{{"id":"a","accelerator":"h200","nodes":4}}],
///       "holds":[{{"block":"a","nodes":"1-4","until":"{until}"}}]}}"#);
/// #   let fingerprint = model::fingerprint(text.as_bytes());
///     Arc::new(CapacityFile::new(model::read(text.as_bytes()).unwrap(), fingerprint))
/// });
/// let (mut drafts, mut known) = (Drafts::default(), KnownAnswers::default());
/// drafts.add("Spring", "acc=h200&nodes=4&term=1m&from=2027-02-01").unwrap();
/// let (draft, today) = (drafts.last().unwrap(), old.snapshot.as_of);
/// let mut files = AskedFiles::new(Some(old), Arc::clone(&new));
/// let asked = ask_again(draft, &known, &mut files, today).unwrap();
/// assert!(note(&mut known, &new.fingerprint, vec![asked], &drafts));
/// assert!(changed(&known, &drafts, Lang::En)[0].text.contains("from 1 Apr 2027"));
/// ```
#[must_use]
pub fn ask_again(
    draft: &Draft,
    known: &KnownAnswers,
    files: &mut AskedFiles,
    today: Hour,
) -> Option<AskedAgain> {
    let route = Route::parse(&draft.query);
    let before = known.answers.iter().find(|it| it.id == draft.id && it.query == draft.query);
    // This file was asked already, perhaps by another tab.
    if let Some(before) = before.filter(|_| known.file == files.new.fingerprint) {
        return Some(AskedAgain { answer: before.clone(), change: None });
    }
    let form = route.form.apply(default_draft(&files.new.snapshot, today));
    let Prepared { old, new } = files.assuming(route.occupancy, &route.holds);
    let answered = best_of(new, &form, today)?;
    let answer = KnownAnswer {
        id: draft.id,
        query: draft.query.clone(),
        // A query without a start means another day tomorrow, so the start that was asked is kept
        // too.
        from: form.from.clone(),
        best: answered,
    };
    // The change can be explained only while the old file is available; else offers are compared.
    let change = match (old, before) {
        (Some(old), _) => {
            let request = form.parse_at(&new.scenario.snapshot, today).ok()?;
            best_offer(old.world(), new.world(), &request)
        }
        (None, Some(before)) => since(before, new, form, today),
        (None, None) => None,
    };
    Some(AskedAgain { answer, change })
}

/// Returns the change since an answer whose file is gone, with the request as it was asked then;
/// `None` if nothing changed or the request is no longer valid.
fn since(
    before: &KnownAnswer,
    now: &PreparedScenario,
    form: FormDraft,
    today: Hour,
) -> Option<Text> {
    let then = FormDraft { from: before.from.clone(), ..form };
    let best = best_of(now, &then, today)?;
    best_offer_since(before.best.as_ref(), best.as_ref(), &now.file.snapshot)
}

/// Returns the best offer for a form: the outer `None` means an invalid form, the inner one that
/// there is no offer.
fn best_of(
    prepared: &PreparedScenario,
    form: &FormDraft,
    today: Hour,
) -> Option<Option<BestOffer>> {
    let request = form.parse_at(&prepared.scenario.snapshot, today).ok()?;
    Some(best(prepared.world(), &request))
}

/// Records the answers of all saved requests to the file with the fingerprint `file`, and returns
/// `true` if any changed.
///
/// Earlier changes that the reader has not seen stay, unless the same request changed again or was
/// deleted.
pub fn note(known: &mut KnownAnswers, file: &str, asked: Vec<AskedAgain>, drafts: &Drafts) -> bool {
    file.clone_into(&mut known.file);
    known.answers.clear();
    let mut is_news = false;
    for AskedAgain { answer, change } in asked {
        if let Some(text) = change {
            is_news = true;
            // The latest change of a request replaces an unseen earlier one.
            known.changes.retain(|change| change.id != answer.id);
            known.changes.push(KnownChange { id: answer.id, text });
        }
        known.answers.push(answer);
    }
    known.changes.retain(|change| drafts.get(change.id).is_some());
    is_news
}

/// Returns the badge beside the name of the fit view's tab; `None` if nothing changed.
#[must_use]
pub fn badge(known: &KnownAnswers) -> Option<Text> {
    badge_of(known.changes.len())
}

/// Returns the badge for a number of changes; used on its own when only their number is known.
#[must_use]
pub fn badge_of(changes: usize) -> Option<Text> {
    let count = format::counted(changes);
    let say = |lang| changes::BADGE.fill(lang, &[("count", &count)]);
    (changes > 0).then(|| Text { ko: say(Lang::Ko), en: say(Lang::En) })
}

/// Saved request whose answer changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ChangedRequest {
    /// Id of its draft.
    pub id: u32,
    /// Name of the draft.
    pub name: String,
    /// Change in words.
    pub text: String,
}

/// Returns the saved requests whose answers changed, in the order of the drafts.
#[must_use]
pub fn changed(known: &KnownAnswers, drafts: &Drafts, lang: Lang) -> Vec<ChangedRequest> {
    let of_draft = |draft: &Draft| {
        let change = known.changes.iter().find(|change| change.id == draft.id)?;
        let text = lang.text(&change.text).to_owned();
        Some(ChangedRequest { id: draft.id, name: draft.name.clone(), text })
    };
    drafts.list().iter().filter_map(of_draft).collect()
}

/// Returns a sentence with the number of changed requests.
#[must_use]
pub fn title(changed: &[ChangedRequest], lang: Lang) -> String {
    let count = format::counted(changed.len());
    words::CHANGED.fill(lang, &[("count", &count)])
}

/// Returns the text of a notification: the number of changed requests, and their names.
#[must_use]
pub fn notification(changed: &[ChangedRequest], lang: Lang) -> String {
    let names: Vec<&str> = changed.iter().map(|it| it.name.as_str()).collect();
    [&title(changed, lang), ": ", &names.join(", ")].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Instant, read};

    fn file(until: &str) -> Arc<CapacityFile> {
        let text = format!(
            r#"{{"schema":1,"as_of":"2027-01-04","availability":"complete",
                "accelerators":[{{"id":"h200","name":"H200"}}],
                "blocks":[{{"id":"a","name":"A","accelerator":"h200","nodes":4}}],
                "holds":[{{"block":"a","nodes":"1-4","until":"{until}","label":"Repair"}}]}}"#
        );
        let reading = read(text.as_bytes()).unwrap();
        Arc::new(CapacityFile::new(reading, crate::model::fingerprint(text.as_bytes())))
    }

    fn today(text: &str) -> Hour {
        Instant::parse(text).unwrap().floor()
    }

    fn drafts(queries: &[&str]) -> Drafts {
        let mut drafts = Drafts::default();
        for query in queries {
            drafts.add("Spring", query).unwrap();
        }
        drafts
    }

    const FIXED: &str = "acc=h200&nodes=4&term=1m&from=2027-02-01";
    const OPEN: &str = "acc=h200&nodes=4&term=1m";

    /// Asks all drafts again and returns `true` if anything changed.
    fn again(
        known: &mut KnownAnswers,
        drafts: &Drafts,
        old: Option<&Arc<CapacityFile>>,
        new: &Arc<CapacityFile>,
        day: &str,
    ) -> bool {
        let mut files = AskedFiles::new(old.cloned(), Arc::clone(new));
        let ask = |draft| ask_again(draft, known, &mut files, today(day));
        let asked: Vec<AskedAgain> = drafts.list().iter().filter_map(ask).collect();
        note(known, &new.fingerprint, asked, drafts)
    }

    #[test]
    fn a_newer_file_changes_answers_with_its_reasons_where_the_old_one_is_there() {
        let (old, new) = (file("2027-03-01"), file("2027-04-01"));
        let drafts = drafts(&[FIXED, "nodes=many"]);
        let mut known = KnownAnswers::default();
        assert!(!again(&mut known, &drafts, None, &old, "2027-01-05"), "nothing was known");
        assert_eq!((known.answers.len(), badge(&known)), (1, None));
        assert!(!again(&mut known, &drafts, Some(&old), &old, "2027-01-05"));
        assert!(again(&mut known, &drafts, Some(&old), &new, "2027-01-05"));
        let rows = changed(&known, &drafts, Lang::En);
        assert_eq!((rows.len(), rows[0].id, &*rows[0].name), (1, 1, "Spring"));
        let text = &rows[0].text;
        assert!(text.contains("from 1 Mar 2027") && text.contains("from 1 Apr 2027"), "{text}");
        assert!(text.contains("Repair"), "{text}");
        assert_eq!(badge(&known).unwrap().ko, "바뀐 답 1건");
        assert_eq!(badge(&known).unwrap().en, "Changed answers: 1");
        let text = notification(&rows, Lang::Ko);
        assert_eq!(text, "새 자료로 초안 1건의 답이 바뀌었습니다: Spring");
    }

    #[test]
    fn one_that_came_while_nobody_looked_changes_answers_too() {
        let (old, new) = (file("2027-03-01"), file("2027-04-01"));
        let drafts = drafts(&[FIXED]);
        let mut known = KnownAnswers::default();
        again(&mut known, &drafts, None, &old, "2027-01-05");
        let mut known = KnownAnswers::read(&known.write());
        assert!(again(&mut known, &drafts, None, &new, "2027-01-09"));
        let text = changed(&known, &drafts, Lang::Ko).remove(0).text;
        assert_eq!(
            text,
            "가장 좋은 자리가 바뀌었습니다. 전: A, 2027년 3월 1일부터 노드 4대(GPU 32장). \
             지금: A, 2027년 4월 1일부터 노드 4대(GPU 32장)."
        );
        // A change stays until it is seen, even if further files arrive.
        assert!(!again(&mut known, &drafts, Some(&new), &new, "2027-01-10"));
        assert_eq!(known.changes.len(), 1);
        // Changing back is another change of the same request.
        assert!(again(&mut known, &drafts, Some(&new), &old, "2027-01-10"));
        assert_eq!(known.changes.len(), 1);
        // A deleted draft, or one with another query, has no change.
        assert!(!again(&mut known, &Drafts::default(), None, &new, "2027-01-10"));
        assert_eq!(badge(&known), None);
    }

    #[test]
    fn one_that_was_saved_since_is_held_against_the_file_that_is_still_there() {
        let (old, new) = (file("2027-03-01"), file("2027-04-01"));
        let mut known = KnownAnswers::default();
        again(&mut known, &Drafts::default(), None, &old, "2027-01-05");
        assert!(again(&mut known, &drafts(&[FIXED]), Some(&old), &new, "2027-01-05"));
        // Another tab has recorded it already.
        assert!(!again(&mut known, &drafts(&[FIXED]), Some(&old), &new, "2027-01-05"));
    }

    #[test]
    fn a_day_that_passes_is_no_change_and_neither_is_another_request() {
        // Both files have room on every day that is requested.
        let (old, new) = (file("2027-01-05"), file("2027-01-06"));
        let open = drafts(&[OPEN]);
        let mut known = KnownAnswers::default();
        again(&mut known, &open, None, &old, "2027-01-09");
        assert!(!again(&mut known, &open, None, &new, "2027-01-20"), "its start has moved on");
        let (old, new) = (file("2027-03-01"), file("2027-04-01"));
        let mut known = KnownAnswers::default();
        again(&mut known, &open, None, &old, "2027-01-09");
        let mut other = open.clone();
        other.set_query(1, FIXED);
        assert!(!again(&mut known, &other, None, &new, "2027-01-09"));
        // A request whose start has passed is no longer valid.
        let mut known = KnownAnswers::default();
        again(&mut known, &drafts(&[FIXED]), None, &old, "2027-01-09");
        assert!(!again(&mut known, &drafts(&[FIXED]), None, &new, "2027-02-09"));
        assert_eq!(known.answers, []);
    }
}
