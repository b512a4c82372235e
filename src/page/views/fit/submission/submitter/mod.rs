//! Submission of an application to the server that the site names.
//!
//! The meaning of a response, and what may be done next, is decided in
//! [`crate::session::submission`]; here it meets the network and the store (`persistence`). Nothing
//! is sent without the reader, and nothing twice under another key as long as it may have arrived.

mod persistence;

use crate::edge::fetch::{Fetching, Limits};
use crate::edge::{address, clock, random, window};
use crate::exchange::submission::{
    Attempt, Key, MAX_ANSWER_BYTES, Record, SubmissionOutcome, SubmissionStatus as Status,
};
use crate::model::fingerprint;
use crate::page::context::{RequestForm, use_feed, use_kept, use_lang, use_request_form};
use crate::page::views::fit::taken_along::{TakenAlong, use_taken_along};
use crate::session::FormAnswer;
use crate::session::submission::{self as session, ButtonAction, SubmissionStep, SubmissionView};
use crate::words::Lang;
use leptos::prelude::*;

/// Limits of the response: a server that is silent for 15 s, or has not finished after a minute, is
/// no longer waited for, and the reader decides.
const LIMITS: Limits = Limits { bytes: MAX_ANSWER_BYTES, silent_seconds: 15, seconds: 60 };

/// Submitter of the request on the page, which also knows the outcome of the last one.
#[derive(Clone, Copy)]
pub struct Submitter {
    /// Address to which applications are posted; `None` if the site takes none.
    pub url: Memo<Option<String>>,
    lang: Memo<Lang>,
    form: RequestForm,
    taken: TakenAlong,
    known: RwSignal<session::Submission>,
}

/// Returns the submitter, which goes on when the view is left.
pub fn use_submitter() -> Submitter {
    use_kept(Submitter::new)
}

impl Submitter {
    /// Reads the stored record, and follows the changes of other tabs from now on.
    fn new() -> Self {
        let feed = use_feed();
        let submitter = Self {
            url: Memo::new(move |_| feed.submit_url()),
            lang: use_lang(),
            form: use_request_form(),
            taken: use_taken_along(),
            known: RwSignal::new(session::Submission::new(Record::default())),
        };
        submitter.look();
        window::on("storage", move |_| submitter.look());
        window::on("pagehide", move |_| submitter.lose_sight());
        submitter
    }

    /// Changes what is known of the submission.
    fn change(self, change: &mut dyn FnMut(&mut session::Submission)) {
        self.known.update(change);
    }

    /// Returns a fingerprint of the request on the page. It covers the whole form, even what nobody
    /// typed, because defaults differ from day to day.
    fn request(self) -> String {
        fingerprint(self.form.whole_route().asked().as_bytes())
    }

    /// Returns the step at which the reader is with the request on the page.
    fn step(self) -> SubmissionStep {
        let request = self.request();
        let is_answered = matches!(&*self.form.answer.get().0, FormAnswer::Answered(..));
        self.known.with(|known| known.step(&request, clock::second(), is_answered))
    }

    /// Returns the status, in the language shown.
    pub fn seen(self) -> SubmissionView {
        let (step, url) = (self.step(), self.url.get().unwrap_or_default());
        self.known.with(|known| session::submission_view(known, &step, &url, self.lang.get()))
    }

    /// Submits or tries again, whichever is due; does nothing while a submission is in flight.
    pub fn press(self) {
        let shown = untrack(|| self.step());
        // Another tab may have been faster: then the reader sees its result first.
        self.look();
        let step = untrack(|| self.step());
        if step != shown {
            return;
        }
        match step.press() {
            ButtonAction::Nothing => {}
            ButtonAction::Submit => {
                let attempt = self.attempt();
                let can_send = attempt.is_some();
                self.change(&mut |known| known.begin(attempt.clone()));
                if can_send {
                    self.send();
                }
            }
            ButtonAction::SendAgain => self.send(),
        }
    }

    /// Returns the application of the request on the page, under a new key.
    fn attempt(self) -> Option<Attempt> {
        let url = self.url.get_untracked()?;
        Some(Attempt {
            key: Key::new(random::bytes()?),
            address: address::whole(&url)?.href(),
            body: self.taken.application()?,
            request: untrack(|| self.request()),
            state: Status::Unknown,
        })
    }

    /// Sends the application that is in the record.
    fn send(self) {
        let mut attempt = None;
        self.change(&mut |known| attempt = known.send(clock::second()));
        let Some(attempt) = attempt else { return };
        // Stored before it is sent: if the page is left meanwhile, the key is still known.
        self.keep();
        leptos::task::spawn_local(async move {
            let fetching = Fetching::post(&attempt.address, attempt.key.as_str(), &attempt.body);
            let answer = fetching.answer(LIMITS).await;
            let outcome = answer.map(|answer| {
                SubmissionOutcome::from_response(answer.status, &answer.kind, &answer.bytes)
            });
            self.change(&mut |known| known.end(&attempt, outcome.clone()));
            self.keep();
        });
    }

    /// Gives up an application whose outcome is unknown.
    pub fn give_up(self) {
        self.look();
        if matches!(untrack(|| self.step()), SubmissionStep::Unknown { .. }) {
            self.change(&mut session::Submission::give_up);
            self.keep();
        }
    }
}
