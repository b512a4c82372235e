//! Last known answers of saved requests, kept in the browser's store, so that a newer file can be
//! compared with them even if it arrived while the page was closed.
//!
//! ```json
//! 1f2e3d4c
//! 1
//! {"version":1,"answers":[{"id":2,"query":"acc=h200&nodes=8","from":"2027-03-01",
//!   "best":{"block":"a","start":499800,"end":501960,"nodes":8}}],
//!  "changes":[{"id":2,"ko":"…","en":"…"}]}
//! ```
//!
//! The first line is the fingerprint of the file that was asked, the second the number of unseen
//! changes: these alone are read while the code that computes answers is not loaded yet. The store
//! is untrusted input: anything that this module cannot have written counts as an empty store.

use super::drafts::{MAX_DRAFTS, MAX_STORE_BYTES, is_query};
use crate::fit::Brief;
use crate::model::limits::MAX_TEXT_BYTES;
use crate::model::{Hour, Text, object, quoted};
use crate::show::changed::BestOffer;
use serde::Serialize;
use serde_json::Value;

/// Version of the format that is written and accepted.
const VERSION: u64 = 1;

/// Answers of one file to the saved requests, and the changes against the file before.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct KnownAnswers {
    /// Fingerprint of the file; empty if none was asked yet.
    pub file: String,
    /// The answer to each saved request.
    pub answers: Vec<KnownAnswer>,
    /// Changes since the reader last looked, at most one per saved request.
    pub changes: Vec<KnownChange>,
}

/// Last known answer to a saved request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownAnswer {
    /// Id of the draft.
    pub id: u32,
    /// Query of the request.
    pub query: String,
    /// Start with which the request was evaluated: the current day if none was typed.
    pub from: String,
    /// The best offer, or `None` if there was none.
    pub best: Option<BestOffer>,
}

/// Change in the answer to a saved request.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct KnownChange {
    /// Id of the draft.
    pub id: u32,
    /// Old answer, new answer and reason, in words.
    pub text: Text,
}

#[derive(Serialize)]
struct StoreWritten {
    version: u64,
    answers: Vec<AnswerWritten>,
    changes: Vec<ChangeWritten>,
}

#[derive(Serialize)]
struct AnswerWritten {
    id: u32,
    query: String,
    from: String,
    best: Option<BestWritten>,
}

#[derive(Serialize)]
struct BestWritten {
    block: String,
    start: i32,
    end: i32,
    nodes: u32,
}

#[derive(Serialize)]
struct ChangeWritten {
    id: u32,
    ko: String,
    en: String,
}

/// The first two lines of a store.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct KnownHead<'a> {
    /// Fingerprint of the file that was asked.
    pub file: &'a str,
    /// Number of changes that the reader has not seen.
    pub changes: usize,
}

/// Parses the first two lines of a store; `None` if this module cannot have written them.
#[must_use]
pub fn known_head(text: &str) -> Option<KnownHead<'_>> {
    let mut lines = text.split('\n');
    let (file, changes) = (lines.next()?, lines.next()?.parse().ok()?);
    (changes <= MAX_DRAFTS).then_some(KnownHead { file, changes })
}

impl KnownAnswers {
    /// Reads the text of a store. Never fails: content not written by this module counts as empty.
    #[must_use]
    pub fn read(text: &str) -> Self {
        Self::try_read(text).unwrap_or_default()
    }

    fn try_read(text: &str) -> Option<Self> {
        let KnownHead { file, .. } = known_head(text)?;
        let store = object(text.splitn(3, '\n').nth(2)?.as_bytes(), MAX_STORE_BYTES)?;
        if store.get("version")?.as_u64()? != VERSION {
            return None;
        }
        let mut known = Self { file: file.to_owned(), ..Self::default() };
        for written in store.get("answers")?.as_array()?.iter().take(MAX_DRAFTS) {
            known.answers.push(answer(written)?);
        }
        for written in store.get("changes")?.as_array()?.iter().take(MAX_DRAFTS) {
            known.changes.push(change(written)?);
        }
        Some(known)
    }

    /// Returns the text to store.
    #[must_use]
    pub fn write(&self) -> String {
        let answers = self.answers.iter().map(|it| AnswerWritten {
            id: it.id,
            query: it.query.clone(),
            from: it.from.clone(),
            best: it.best.as_ref().map(|best| BestWritten {
                block: best.block.clone(),
                start: best.offer.start.number(),
                end: best.offer.end.number(),
                nodes: best.offer.nodes,
            }),
        });
        let changes = self.changes.iter().map(|it| ChangeWritten {
            id: it.id,
            ko: it.text.ko.clone(),
            en: it.text.en.clone(),
        });
        let store = StoreWritten {
            version: VERSION,
            answers: answers.collect(),
            changes: changes.collect(),
        };
        // Pretty-printed like everything else: another form would add a second copy of the writer.
        let store = serde_json::to_string_pretty(&store).unwrap_or_default();
        [&*self.file, &*self.changes.len().to_string(), &*store].join("\n")
    }
}

fn answer(written: &Value) -> Option<KnownAnswer> {
    let best = match written.get("best")? {
        Value::Null => None,
        best => Some(best_offer(best)?),
    };
    let query = text(written, "query").filter(|query| is_query(query))?;
    Some(KnownAnswer { id: number(written, "id")?, query, from: text(written, "from")?, best })
}

fn best_offer(written: &Value) -> Option<BestOffer> {
    let hour = |name: &str| {
        let number = written.get(name)?.as_i64()?;
        i32::try_from(number).ok().map(Hour::new)
    };
    let offer =
        Brief { start: hour("start")?, end: hour("end")?, nodes: number(written, "nodes")? };
    Some(BestOffer { block: text(written, "block")?, offer })
}

fn change(written: &Value) -> Option<KnownChange> {
    let text = Text { ko: text(written, "ko")?, en: text(written, "en")? };
    Some(KnownChange { id: number(written, "id")?, text })
}

fn number(written: &Value, name: &str) -> Option<u32> {
    written.get(name)?.as_u64().and_then(|number| u32::try_from(number).ok())
}

/// Returns a text field without hidden characters, cut to the length limit of a capacity file.
fn text(written: &Value, name: &str) -> Option<String> {
    let text = written.get(name)?.as_str()?;
    Some(quoted(text, MAX_TEXT_BYTES))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn known() -> KnownAnswers {
        let offer = Brief { start: Hour::new(500_000), end: Hour::new(502_160), nodes: 8 };
        let answer = |id, best| KnownAnswer {
            id,
            query: "acc=h200&nodes=8".into(),
            from: "2027-03-01".into(),
            best,
        };
        let text = Text { ko: "바뀜 \"A\"".into(), en: "Changed \"A\"".into() };
        KnownAnswers {
            file: "1f2e3d4c".into(),
            answers: vec![answer(2, Some(BestOffer { block: "a".into(), offer })), answer(3, None)],
            changes: vec![KnownChange { id: 2, text }],
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        for known in [known(), KnownAnswers::default()] {
            assert_eq!(KnownAnswers::read(&known.write()), known);
        }
        assert!(known().write().starts_with("1f2e3d4c\n"));
    }

    #[test]
    fn the_first_lines_of_a_store_tell_whether_there_is_something_to_see() {
        let mut known = known();
        let head = |changes| Some(KnownHead { file: "1f2e3d4c", changes });
        assert_eq!(known_head(&known.write()), head(1), "there is a change");
        known.changes.clear();
        assert_eq!(known_head(&known.write()), head(0));
        for spoilt in ["", "1f2e3d4c", "1f2e3d4c\n{\n}", "1f2e3d4c\n-1\n{}", "1f2e3d4c\n51\n{}"] {
            assert_eq!(known_head(spoilt), None, "{spoilt}");
        }
    }

    #[test]
    fn what_was_not_written_is_none() {
        let text = known().write();
        let cases = [
            String::new(),
            "1f2e3d4c".into(),
            text.replace("\"version\": 1", "\"version\": 2"),
            text.replace("acc=h200", "acc=\u{202e}"),
            text.replace("\"id\": 2", "\"id\": -2"),
            text[..text.len() - 1].to_owned(),
            ["1f2e3d4c\n", &"[".repeat(10_000)].concat(),
            [&*text, &" ".repeat(MAX_STORE_BYTES)].concat(),
        ];
        for spoilt in cases {
            assert_eq!(KnownAnswers::read(&spoilt), KnownAnswers::default(), "{spoilt:.60}");
        }
        let hidden = KnownAnswers::read(&text.replace("Changed", "\u{202e}Changed"));
        assert!(!hidden.changes[0].text.en.contains('\u{202e}'));
    }
}
