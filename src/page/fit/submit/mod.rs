//! Submitting an application to the server that the site names.
//!
//! What an answer means, and what may be done next, is in [`crate::exchange::submission`]; here it
//! meets the network, the store (`keep`) and the reader (`view`). Nothing is sent without the
//! reader, and nothing twice under another key as long as it may have arrived.

mod keep;
mod view;

pub use view::view;

use super::answer::application;
use crate::edge::fetch::{FetchError, Fetching, Limits};
use crate::edge::{address, clock, random, window};
use crate::exchange::link::FormLink;
use crate::exchange::submission::{
    Attempt, Key, MAX_ANSWER_BYTES, Outcome, Receipt, Record, Refusal, Stage, State as Standing,
};
use crate::model::fingerprint;
use crate::page::state::State;
use crate::session::FormAnswer;
use leptos::prelude::*;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// A server that says nothing for so long, or has not said all of it after a minute, is not waited
/// for: the reader decides.
const LIMITS: Limits = Limits { bytes: MAX_ANSWER_BYTES, silent_seconds: 15, seconds: 60 };

/// Handles to what is submitted; copied into every view.
#[derive(Clone, Copy)]
pub struct Submission {
    state: State,
    /// Another number whenever something is known that was not.
    told: RwSignal<u32>,
    /// One for the page's whole life, as of the feed.
    known: &'static Mutex<Known>,
}

/// What is known of it.
struct Known {
    record: Record,
    /// Whether the store has it too; else what the store has is older.
    is_kept: bool,
    /// Whether this page waits for an answer.
    is_under_way: bool,
    /// Whether the browser could not make a key.
    is_unable: bool,
    /// Why the last outcome is open, where this page saw it.
    doubt: Option<Doubt>,
}

/// Why it is not known what came of an application.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Doubt {
    /// The server cannot deal with it now, by this status.
    Later(u16),
    /// There was no answer, or it broke off.
    NoConnection,
    /// There was none in time.
    TimedOut,
    /// It cannot be understood.
    Strange,
}

/// Where the reader stands, as the page shows it.
#[derive(Clone, PartialEq, Eq)]
enum Step {
    /// The form has no answer yet.
    Incomplete,
    /// It can be submitted.
    Ready,
    /// The browser cannot make a key for it.
    Cannot,
    Sending,
    Sent,
    Refused(Refusal),
    Unknown {
        doubt: Option<Doubt>,
        /// Whether the request on the page is another one.
        is_other: bool,
        is_kept: bool,
    },
}

/// All that the page shows of it.
#[derive(Clone, PartialEq, Eq)]
struct Seen {
    step: Step,
    /// Where the application goes, or went.
    address: String,
    /// Of the last application that arrived.
    receipt: Option<Receipt>,
}

impl Submission {
    /// Reads what the store knows, and follows from now on what other tabs do.
    pub fn new(state: State) -> Self {
        let known = Known {
            record: Record::default(),
            is_kept: true,
            is_under_way: false,
            is_unable: false,
            doubt: None,
        };
        let known = Box::leak(Box::new(Mutex::new(known)));
        let submission = Self { state, told: RwSignal::new(0), known };
        submission.look();
        window::on("storage", move |_| submission.look());
        window::on("pagehide", move |_| submission.lose_sight());
        submission
    }

    /// What is known; not to be held while a signal is set, whose readers ask for it too.
    fn known(self) -> MutexGuard<'static, Known> {
        // There is one thread, and a panic ends it.
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn tell(self) {
        self.told.set(self.told.get_untracked().wrapping_add(1));
    }

    /// Tells the request on the page from others: with all of the form, also what nobody typed, as
    /// that is another thing on another day.
    fn request(self) -> String {
        let mut route = self.state.route.get();
        route.form = self.state.draft.with(FormLink::of);
        fingerprint(route.asked().as_bytes())
    }

    /// Where the reader stands with the request on the page.
    fn step(self) -> Step {
        self.told.track();
        let request = self.request();
        let is_answered = matches!(&*self.state.outcome.get().0, FormAnswer::Answered(..));
        let known = self.known();
        match known.record.stage(&request, clock::second(), known.is_under_way) {
            Stage::Sending => Step::Sending,
            Stage::Unknown(attempt) => Step::Unknown {
                doubt: known.doubt,
                is_other: attempt.request != request,
                is_kept: known.is_kept,
            },
            Stage::Sent => Step::Sent,
            _ if !is_answered => Step::Incomplete,
            Stage::Refused(refusal) => Step::Refused(refusal.clone()),
            Stage::Ready if known.is_unable => Step::Cannot,
            Stage::Ready => Step::Ready,
        }
    }

    fn seen(self) -> Seen {
        let (step, url) = (self.step(), self.state.feed.submit_url());
        let known = self.known();
        let open = known.record.attempt.as_ref();
        let open = open.filter(|_| matches!(step, Step::Sending | Step::Unknown { .. }));
        let address = open.map(|attempt| attempt.address.clone()).or(url).unwrap_or_default();
        let receipt = known.record.sent.as_ref().map(|sent| sent.receipt.clone());
        Seen { step, address, receipt }
    }

    /// Submits, or tries again, whichever there is to do now; nothing while one is on its way.
    fn press(self) {
        let shown = untrack(|| self.step());
        // Another tab may have been faster: then the reader sees that first.
        self.look();
        match untrack(|| self.step()) {
            step if step != shown => {}
            Step::Ready | Step::Cannot | Step::Refused(_) => match self.attempt() {
                Some(attempt) => {
                    self.known().record.attempt = Some(attempt);
                    self.send();
                }
                None => {
                    self.known().is_unable = true;
                    self.tell();
                }
            },
            Step::Unknown { .. } => self.send(),
            Step::Incomplete | Step::Sending | Step::Sent => {}
        }
    }

    /// The application of the request on the page, under a new key.
    fn attempt(self) -> Option<Attempt> {
        let url = untrack(|| self.state.feed.submit_url())?;
        Some(Attempt {
            key: Key::new(random::bytes()?),
            address: address::whole(&url)?.href(),
            body: application(self.state)?,
            request: untrack(|| self.request()),
            state: Standing::Unknown,
        })
    }

    /// Sends the application of the record as it is there.
    fn send(self) {
        let mut known = self.known();
        let Some(attempt) = known.record.send_again(clock::second()).cloned() else { return };
        (known.is_under_way, known.doubt) = (true, None);
        drop(known);
        self.keep();
        leptos::task::spawn_local(async move {
            let fetching = Fetching::post(&attempt.address, attempt.key.as_str(), &attempt.body);
            let (outcome, doubt) = match fetching.answer(LIMITS).await {
                Ok(answer) => {
                    let outcome = Outcome::of(answer.status, &answer.kind, &answer.bytes);
                    let doubt = match outcome {
                        Outcome::Later(status) => Some(Doubt::Later(status)),
                        Outcome::Unknown => Some(Doubt::Strange),
                        Outcome::Accepted(_) | Outcome::Refused(_) => None,
                    };
                    (outcome, doubt)
                }
                Err(FetchError::TimedOut) => (Outcome::Unknown, Some(Doubt::TimedOut)),
                Err(_) => (Outcome::Unknown, Some(Doubt::NoConnection)),
            };
            let mut known = self.known();
            known.record.end(&attempt.key, &attempt.request, outcome);
            (known.is_under_way, known.doubt) = (false, doubt);
            drop(known);
            self.keep();
        });
    }

    /// The reader does not want to know any more what came of it.
    fn give_up(self) {
        self.look();
        if matches!(untrack(|| self.step()), Step::Unknown { .. }) {
            let mut known = self.known();
            (known.record.attempt, known.doubt) = (None, None);
            drop(known);
            self.keep();
        }
    }
}
