//! Tests of every transition of an application, and of all texts about it in both languages.

use super::*;
use crate::exchange::fetch::FetchError;
use crate::exchange::submission::{
    Attempt, Key, Receipt, Record, SubmissionOutcome, SubmissionRefusal, SubmissionStatus,
};
use crate::words::Lang;
use crate::words::catalogue::{Entry, feed, page, submit as words};

/// Request of [`attempt`], and another one.
const REQUESTS: [&str; 2] = ["0000000a", "0000000b"];
const URL: &str = "apply";

fn receipt(number: &str) -> Receipt {
    Receipt { number: number.into(), url: None, is_pending: false }
}

fn refusal() -> SubmissionRefusal {
    SubmissionRefusal { status: 422, words: vec!["Too late".into(), "The call has ended.".into()] }
}

fn attempt() -> Attempt {
    Attempt {
        key: Key::new([0xAB; 16]),
        address: "https://apply.example.org/applications".into(),
        body: "{\n  \"schema\": 1\n}".into(),
        request: REQUESTS[0].into(),
        state: SubmissionStatus::Unknown,
    }
}

/// Returns another application, for the other request.
fn another() -> Attempt {
    Attempt { key: Key::new([1; 16]), request: REQUESTS[1].into(), ..attempt() }
}

fn unknown(error: Option<SendError>, is_other: bool) -> SubmissionStep {
    SubmissionStep::Unknown { error, is_other, is_kept: true }
}

/// Returns the state of both requests, each with an answer.
fn steps(of: &Submission) -> [SubmissionStep; 2] {
    REQUESTS.map(|request| of.step(request, 1_030, true))
}

/// Returns a submission that is being sent.
fn sending() -> Submission {
    let mut of = Submission::new(Record::default());
    of.begin(Some(attempt()));
    assert!(of.send(1_000).is_some());
    of
}

/// Returns a submission that ended with `answer`.
fn ended(answer: Result<SubmissionOutcome, FetchError>) -> Submission {
    let mut of = sending();
    of.end(&attempt(), answer);
    of
}

#[test]
fn an_application_goes_from_step_to_step() {
    let mut of = Submission::new(Record::default());
    assert_eq!(steps(&of), [SubmissionStep::Ready, SubmissionStep::Ready]);
    assert_eq!(of.send(1_000), None, "there is nothing to send");
    of.begin(Some(attempt()));
    assert_eq!(
        of.send(1_000),
        Some(Attempt { state: SubmissionStatus::Sending(1_000), ..attempt() })
    );
    assert_eq!(steps(&of), [SubmissionStep::Sending, SubmissionStep::Sending]);
    of.end(&attempt(), Ok(SubmissionOutcome::Later(503)));
    let later = Some(SendError::Later(503));
    assert_eq!(steps(&of), [unknown(later, false), unknown(later, true)]);
    assert_eq!(
        of.send(1_020),
        Some(Attempt { state: SubmissionStatus::Sending(1_020), ..attempt() })
    );
    assert_eq!(steps(&of), [SubmissionStep::Sending, SubmissionStep::Sending]);
    of.end(&attempt(), Ok(SubmissionOutcome::Refused(refusal())));
    assert_eq!(steps(&of), [SubmissionStep::Refused(refusal()), SubmissionStep::Ready]);
    of.begin(Some(attempt()));
    of.send(1_025);
    of.end(&attempt(), Ok(SubmissionOutcome::Accepted(receipt("A-1"))));
    assert_eq!(steps(&of), [SubmissionStep::Sent, SubmissionStep::Ready]);
    assert_eq!(of.record().attempt, None);

    // A receipt stays until the next one.
    of.begin(Some(another()));
    of.send(1_026);
    assert_eq!(steps(&of), [SubmissionStep::Sending, SubmissionStep::Sending]);
    of.end(&another(), Ok(SubmissionOutcome::Refused(refusal())));
    assert_eq!(steps(&of), [SubmissionStep::Sent, SubmissionStep::Refused(refusal())]);
    // A receipt for an attempt that was given up counts, and leaves the other attempt alone.
    let given_up = Attempt { request: REQUESTS[1].into(), ..attempt() };
    of.end(&given_up, Ok(SubmissionOutcome::Accepted(receipt("A-2"))));
    assert_eq!(of.record().sent.as_ref().unwrap().receipt, receipt("A-2"));
    assert!(of.record().attempt.is_some());
    of.end(&given_up, Ok(SubmissionOutcome::Unknown));
    assert!(matches!(of.record().attempt.as_ref().unwrap().state, SubmissionStatus::Refused(_)));
}

#[test]
fn only_a_request_with_an_answer_is_submitted_and_only_with_a_key() {
    let mut of = Submission::new(Record::default());
    assert_eq!(of.step(REQUESTS[0], 0, false), SubmissionStep::Incomplete);
    of.begin(None);
    assert_eq!(steps(&of), [SubmissionStep::Cannot, SubmissionStep::Cannot]);
    assert_eq!(of.step(REQUESTS[0], 0, false), SubmissionStep::Incomplete);
    // Applications being sent, unknown or arrived are shown even without an answer, a refusal is
    // not.
    let without_answer = |of: &Submission| of.step(REQUESTS[0], 1_030, false);
    assert_eq!(without_answer(&sending()), SubmissionStep::Sending);
    assert_eq!(
        without_answer(&ended(Ok(SubmissionOutcome::Accepted(receipt("A"))))),
        SubmissionStep::Sent
    );
    assert_eq!(
        without_answer(&ended(Ok(SubmissionOutcome::Refused(refusal())))),
        SubmissionStep::Incomplete
    );
}

#[test]
fn what_leaves_it_open_is_told_apart() {
    let cases = [
        (Ok(SubmissionOutcome::Later(409)), SendError::Later(409)),
        (Ok(SubmissionOutcome::Unknown), SendError::Strange),
        (Err(FetchError::TimedOut), SendError::TimedOut),
        (Err(FetchError::Network("reset".into())), SendError::NoConnection),
        (Err(FetchError::NotData), SendError::NoConnection),
    ];
    for (answer, error) in cases {
        let mut of = ended(answer);
        assert_eq!(steps(&of), [unknown(Some(error), false), unknown(Some(error), true)]);
        of.give_up();
        assert_eq!(steps(&of), [SubmissionStep::Ready, SubmissionStep::Ready]);
        assert_eq!(*of.record(), Record::default());
    }
}

#[test]
fn a_late_answer_does_not_end_the_sending_of_the_next_application() {
    let mut of = sending();
    let late = attempt();
    of.begin(Some(another()));
    assert!(of.send(1_010).is_some());
    of.end(&late, Err(FetchError::TimedOut));
    assert_eq!(steps(&of)[1], SubmissionStep::Sending);
    assert!(of.lose_sight(), "it is still being sent");
    of.end(&another(), Ok(SubmissionOutcome::Accepted(receipt("B"))));
    assert_eq!(steps(&of)[1], SubmissionStep::Sent);
    assert!(!of.lose_sight());
}

#[test]
fn what_nobody_waits_for_is_not_known() {
    let of_another_tab = Attempt { state: SubmissionStatus::Sending(1_000), ..attempt() };
    let record = Record { attempt: Some(of_another_tab), sent: None };
    let of = Submission::new(record);
    let cases =
        [(1_000, true), (1_119, true), (1_120, false), (881, true), (880, false), (0, false)];
    for (now, is_sending) in cases {
        let step = if is_sending { SubmissionStep::Sending } else { unknown(None, false) };
        assert_eq!(of.step(REQUESTS[0], now, true), step, "{now}");
        assert_eq!(sending().step(REQUESTS[0], now, true), SubmissionStep::Sending, "{now}");
    }
    assert_eq!(of.step(REQUESTS[0], u64::MAX, true), unknown(None, false));
}

#[test]
fn a_page_that_is_left_does_not_know_what_it_sends() {
    let mut of = sending();
    assert!(of.lose_sight());
    assert_eq!(of.record().attempt, Some(attempt()));
    let mut idle = ended(Ok(SubmissionOutcome::Refused(refusal())));
    assert!(!idle.lose_sight());
    assert_eq!(steps(&idle)[0], SubmissionStep::Refused(refusal()));
}

#[test]
fn a_store_is_believed_unless_this_page_knows_better() {
    let other = |state| Record { attempt: Some(Attempt { state, ..another() }), sent: None };
    let mut of = Submission::new(Record::default());
    assert_eq!(of.look(Record::default()), StoreState::Same);
    assert_eq!(of.look(other(SubmissionStatus::Unknown)), StoreState::Other);
    assert_eq!(of.look(other(SubmissionStatus::Unknown)), StoreState::Same);
    assert_eq!(of.look(other(SubmissionStatus::Sending(1_000))), StoreState::Sending);
    assert_eq!(steps(&of), [SubmissionStep::Sending, SubmissionStep::Sending]);
    assert_eq!(of.look(Record::default()), StoreState::Other);

    let mut busy = sending();
    assert_eq!(busy.look(Record::default()), StoreState::Same, "this page sends");
    let mut open = ended(Ok(SubmissionOutcome::Unknown));
    open.note_kept(false);
    assert_eq!(open.look(Record::default()), StoreState::Same, "the store is older");
    let not_kept = SubmissionStep::Unknown {
        error: Some(SendError::Strange),
        is_other: false,
        is_kept: false,
    };
    assert_eq!(steps(&open)[0], not_kept);
    open.note_kept(true);
    assert_eq!(open.look(other(SubmissionStatus::Unknown)), StoreState::Other);
    assert_eq!(steps(&open)[1], unknown(None, false), "the doubt was that of another one");
}

#[test]
fn a_button_does_what_there_is_to_do() {
    let cases = [
        (SubmissionStep::Incomplete, ButtonAction::Nothing, words::SUBMIT, "incomplete"),
        (SubmissionStep::Ready, ButtonAction::Submit, words::SUBMIT, "ready"),
        (SubmissionStep::Cannot, ButtonAction::Submit, words::SUBMIT, "cannot"),
        (SubmissionStep::Sending, ButtonAction::Nothing, words::SUBMITTING, "sending"),
        (SubmissionStep::Sent, ButtonAction::Nothing, words::SUBMITTED, "sent"),
        (SubmissionStep::Refused(refusal()), ButtonAction::Submit, words::SUBMIT, "refused"),
        (unknown(None, false), ButtonAction::SendAgain, page::RETRY, "unknown"),
    ];
    for (step, press, button, stage) in cases {
        assert_eq!(step.press(), press);
        let view = submission_view(&sending(), &step, URL, Lang::En);
        assert_eq!((view.button, view.stage), (button, stage));
        assert_eq!(view.is_off, press == ButtonAction::Nothing);
        assert_eq!(view.can_give_up, press == ButtonAction::SendAgain);
        // An application being sent or unknown keeps its original address.
        let is_open = matches!(step, SubmissionStep::Sending | SubmissionStep::Unknown { .. });
        assert_eq!(view.address, if is_open { attempt().address } else { URL.into() });
    }
}

/// Checks the texts of a state, in both languages.
fn check(of: &Submission, step: &SubmissionStep, sentences: &[Entry]) {
    for lang in [Lang::Ko, Lang::En] {
        let said = submission_view(of, step, URL, lang).outcome;
        let wanted: Vec<OutcomePart> = sentences
            .iter()
            .map(|entry| OutcomePart::Sentence(entry.get(lang).to_owned()))
            .collect();
        assert_eq!(said, wanted);
    }
}

#[test]
fn each_step_is_said_in_its_sentences() {
    let of = sending();
    check(&of, &SubmissionStep::Incomplete, &[words::INCOMPLETE]);
    check(&of, &SubmissionStep::Ready, &[words::NOT_YET]);
    check(&of, &SubmissionStep::Cannot, &[words::CANNOT]);
    check(&of, &SubmissionStep::Sending, &[words::UNDER_WAY]);
    let safe = [words::SAFE, words::DISCARD_WHAT];
    check(&of, &unknown(None, false), &[&[words::OPEN, words::MAYBE], &safe[..]].concat());
    let still = [words::STILL_WORKING, safe[0], safe[1]];
    check(&of, &unknown(Some(SendError::Later(409)), false), &still);
    for (error, why) in [
        (SendError::NoConnection, feed::NO_CONNECTION),
        (SendError::TimedOut, feed::TIMED_OUT),
        (SendError::Strange, words::STRANGE),
    ] {
        let said = [why, words::MAYBE, safe[0], safe[1]];
        check(&of, &unknown(Some(error), false), &said);
    }
    let step = SubmissionStep::Unknown { error: None, is_other: true, is_kept: false };
    let all = [words::OPEN, words::MAYBE, safe[0], words::AS_IT_WAS, words::NOT_KEPT, safe[1]];
    check(&of, &step, &all);
}

#[test]
fn statuses_and_the_servers_words_are_repeated() {
    let sentence = |text: &str| OutcomePart::Sentence(text.into());
    let of = ended(Ok(SubmissionOutcome::Refused(refusal())));
    let refused =
        |refusal| submission_view(&of, &SubmissionStep::Refused(refusal), URL, Lang::En).outcome;
    let first = sentence("The server did not accept your application (HTTP 422).");
    let last = sentence(words::REFUSED_DO.en);
    let quote = OutcomePart::Quote(refusal().words);
    assert_eq!(refused(refusal()), [first.clone(), quote, last.clone()]);
    let silent = SubmissionRefusal { words: Vec::new(), ..refusal() };
    assert_eq!(refused(silent), [first, sentence(words::NO_REASON.en), last]);
    let later = unknown(Some(SendError::Later(503)), false);
    for (lang, text) in [
        (Lang::Ko, "서버가 지금은 처리하지 못한다고 답했습니다(HTTP 503)."),
        (Lang::En, "The server cannot deal with it now (HTTP 503)."),
    ] {
        assert_eq!(submission_view(&of, &later, URL, lang).outcome.first(), Some(&sentence(text)));
    }
    assert!(what_goes("apply.example.org", Lang::En).contains(" goes to apply.example.org."));
    assert!(what_goes("apply.example.org", Lang::Ko).contains(" apply.example.org 서버로"));
}

#[test]
fn a_receipt_is_shown_with_its_request_and_as_the_last_one_with_others() {
    let link = Some("https://apply.example.org/a/1".to_owned());
    let given = Receipt { number: "A-1".into(), url: link.clone(), is_pending: true };
    let of = ended(Ok(SubmissionOutcome::Accepted(given)));
    let shown = |name| ReceiptView { name, number: "A-1".into(), url: link.clone() };
    let own = submission_view(&of, &SubmissionStep::Sent, URL, Lang::En);
    let pending = OutcomePart::Sentence(words::PENDING.en.into());
    assert_eq!(own.outcome, [pending, OutcomePart::Receipt(shown(words::RECEIPT))]);
    assert_eq!(own.last, None);
    let other = submission_view(&of, &SubmissionStep::Ready, URL, Lang::En);
    assert_eq!(other.last, Some(shown(words::LAST_RECEIPT)));
    let of = ended(Ok(SubmissionOutcome::Accepted(receipt("A-2"))));
    let first = submission_view(&of, &SubmissionStep::Sent, URL, Lang::Ko).outcome.swap_remove(0);
    assert_eq!(first, OutcomePart::Sentence(words::ACCEPTED.ko.into()));
}
