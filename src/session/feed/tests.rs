//! Tests of every transition of the feed, and of every sentence about it in both languages.

use super::*;
use crate::exchange::fetch::FetchError;
use crate::model::{Hour, Instant, Settings, Text, read, settings};
use crate::session::CapacityFile;
use crate::session::own_file::{KeptLabel, OwnFile};
use crate::words::Lang;
use crate::words::catalogue::page;
use crate::words::problem;
use std::sync::Arc;

const FILE: &str = r#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
    "accelerators":[{"id":"h200","name":"H200"}],
    "blocks":[{"id":"a","name":"A","accelerator":"h200","nodes":4}],"holds":[],
    "calls":[{"id":"c","name":"C"}]}"#;

/// A minute of 2027-01-03, 09:05 in Korea.
const MINUTE: u32 = 29_982_245;
/// Default period of polls, in milliseconds.
const PERIOD: u32 = Settings::REFRESH_SECONDS * 1_000;

fn hour(date: &str) -> Hour {
    Instant::parse(date).unwrap().floor()
}

fn now() -> Hour {
    hour("2027-01-04")
}

fn file(text: &str) -> CapacityFile {
    CapacityFile::new(read(text.as_bytes()).unwrap(), crate::model::fingerprint(text.as_bytes()))
}

fn unreadable() -> LoadError {
    LoadError::Unreadable(read(b"{}").unwrap_err())
}

fn fetch(error: FetchError) -> Result<(), LoadError> {
    Err(LoadError::Fetch(error))
}

fn offline() -> Result<(), LoadError> {
    fetch(FetchError::Network("Failed to fetch".into()))
}

/// Events with data, as methods.
trait Drive {
    fn configured(&mut self, site: SiteSettings) -> FeedCommand;
    fn came(&mut self, file: CapacityFile) -> FeedCommand;
    fn restored(&mut self, file: CapacityFile, kept_at: u32) -> FeedCommand;
    fn received(&mut self, received: usize, total: Option<usize>) -> FeedCommand;
    fn ended(
        &mut self,
        result: Result<(), LoadError>,
        hour: Hour,
        minute: u32,
        share: f64,
    ) -> FeedCommand;
}

impl Drive for Feed {
    fn configured(&mut self, site: SiteSettings) -> FeedCommand {
        self.apply(FeedEvent::Configured(Box::new(site)))
    }

    fn came(&mut self, file: CapacityFile) -> FeedCommand {
        self.apply(FeedEvent::Came(Arc::new(file)))
    }

    fn restored(&mut self, file: CapacityFile, kept_at: u32) -> FeedCommand {
        self.apply(FeedEvent::Restored(Arc::new(file), kept_at))
    }

    fn received(&mut self, received: usize, total: Option<usize>) -> FeedCommand {
        self.apply(FeedEvent::Received(received, total))
    }

    fn ended(
        &mut self,
        result: Result<(), LoadError>,
        hour: Hour,
        minute: u32,
        share: f64,
    ) -> FeedCommand {
        self.apply(FeedEvent::End { result, hour, minute, share })
    }
}

/// Returns a feed whose first poll has ended with `result`, on a site without settings.
fn feed(shown: Option<&str>, result: Result<(), LoadError>) -> Feed {
    let mut feed = Feed::new(now());
    let _ = feed.apply(FeedEvent::Start);
    feed.configured(SiteSettings::new(Ok(b"{}".to_vec()), None));
    if let Some(text) = shown {
        feed.came(file(text));
    }
    let _ = feed.ended(result, now(), MINUTE, 1.0);
    feed
}

/// Returns a feed that shows a file, and whose last poll has ended with `result`.
fn with_file(result: Result<(), LoadError>) -> Feed {
    feed(Some(FILE), result)
}

#[test]
fn one_poll_is_under_way_at_a_time_and_asks_for_settings_until_they_are_final() {
    let mut feed = Feed::new(now());
    assert_eq!(*feed.status(), Status::Loading);
    assert_eq!(feed.apply(FeedEvent::Start), FeedCommand::Poll { with_settings: true });
    for event in [FeedEvent::Start, FeedEvent::Online, FeedEvent::Visible(now())] {
        assert_eq!(feed.apply(event), FeedCommand::None);
    }
    assert_eq!(feed.apply(FeedEvent::Retry), FeedCommand::Render);
    feed.configured(SiteSettings::new(Err(FetchError::TimedOut), None));
    let _ = feed.ended(Ok(()), now(), MINUTE, 1.0);
    assert_eq!(
        feed.apply(FeedEvent::Start),
        FeedCommand::Poll { with_settings: true },
        "they may come yet"
    );
    feed.configured(SiteSettings::new(Err(FetchError::Status(404)), None));
    let _ = feed.ended(Ok(()), now(), MINUTE, 1.0);
    assert_eq!(feed.apply(FeedEvent::Start), FeedCommand::Poll { with_settings: false });
}

#[test]
fn a_poll_that_ends_sets_the_status_and_the_time_of_the_next() {
    let never = br#"{"refresh_seconds":0}"#;
    assert_eq!(settings(never).0.refresh_seconds, None);
    // Cases: whether there is a file, the result of the poll, the delay of the next one, and
    // whether the message announces it.
    let cases = [
        (true, Ok(()), Some(PERIOD), None),
        (true, offline(), Some(1_000), Some(true)),
        (false, offline(), Some(1_000), Some(true)),
        (false, fetch(FetchError::TimedOut), Some(1_000), Some(true)),
        (false, fetch(FetchError::Status(503)), Some(1_000), Some(true)),
        (true, fetch(FetchError::Status(404)), Some(PERIOD), Some(true)),
        (false, fetch(FetchError::Status(404)), None, Some(false)),
        (true, fetch(FetchError::TooLarge), Some(PERIOD), Some(true)),
        (false, fetch(FetchError::NotData), None, Some(false)),
        (true, Err(unreadable()), Some(PERIOD), Some(true)),
        (false, Err(unreadable()), None, Some(false)),
    ];
    for (has_file, result, wait, retries) in cases {
        for refreshes in [true, false] {
            let mut feed = Feed::new(now());
            let _ = feed.apply(FeedEvent::Start);
            let of_site = if refreshes { &b"{}"[..] } else { never };
            feed.configured(SiteSettings::new(Ok(of_site.to_vec()), None));
            if has_file {
                feed.came(file(FILE));
            }
            let wait = wait.filter(|wait| refreshes || *wait != PERIOD);
            let waits = wait.map_or(FeedCommand::Render, |milliseconds| FeedCommand::Wait {
                milliseconds,
                poll: 1,
            });
            assert_eq!(feed.ended(result.clone(), now(), MINUTE, 1.0), waits, "{result:?}");
            let status = match &result {
                Ok(()) => Status::Current,
                Err(error) => Status::Failed(PollFailure {
                    error: error.clone(),
                    since: MINUTE,
                    retries: retries == Some(true) && wait.is_some(),
                }),
            };
            assert_eq!(*feed.status(), status);
        }
    }
}

#[test]
fn failures_in_a_row_wait_longer_and_tell_since_when() {
    let mut feed = with_file(Ok(()));
    let mut fail = |minute: u32, share: f64| {
        assert_ne!(feed.apply(FeedEvent::Start), FeedCommand::None);
        let wait = feed.ended(offline(), now(), minute, share);
        let Status::Failed(failure) = feed.status() else { panic!("no failure") };
        (wait, failure.since)
    };
    let wait = |milliseconds, poll| FeedCommand::Wait { milliseconds, poll };
    assert_eq!(fail(7, 1.0), (wait(1_000, 2), 7));
    assert_eq!(fail(8, 1.0), (wait(2_000, 3), 7));
    assert_eq!(fail(9, 0.0), (wait(2_000, 4), 7), "half of four seconds");
    // A success starts a new run of failures.
    let _ = feed.apply(FeedEvent::Start);
    assert_eq!(feed.ended(Ok(()), now(), 10, 1.0), wait(PERIOD, 5));
    assert_eq!(*feed.status(), Status::Current);
    let _ = feed.apply(FeedEvent::Start);
    assert_eq!(feed.ended(offline(), now(), 11, 1.0), wait(1_000, 6));
    assert!(matches!(feed.status(), Status::Failed(failure) if failure.since == 11));
}

#[test]
fn a_poll_is_due_once_and_only_for_who_looks() {
    let mut feed = with_file(Ok(()));
    assert_eq!(
        feed.apply(FeedEvent::Due { poll: 0, is_hidden: false }),
        FeedCommand::None,
        "of a poll before the last"
    );
    assert_eq!(feed.apply(FeedEvent::Visible(now())), FeedCommand::None, "nothing was missed");
    assert_eq!(feed.apply(FeedEvent::Due { poll: 1, is_hidden: true }), FeedCommand::None);
    assert_eq!(feed.apply(FeedEvent::Visible(now())), FeedCommand::Poll { with_settings: false });
    assert_eq!(
        feed.apply(FeedEvent::Due { poll: 1, is_hidden: false }),
        FeedCommand::None,
        "another one began since"
    );
    assert_eq!(
        feed.apply(FeedEvent::Due { poll: 2, is_hidden: false }),
        FeedCommand::None,
        "it is under way"
    );
    let _ = feed.ended(Ok(()), now(), MINUTE, 1.0);
    assert_eq!(
        feed.apply(FeedEvent::Visible(now())),
        FeedCommand::None,
        "what was missed was made up for"
    );
    assert_eq!(
        feed.apply(FeedEvent::Due { poll: 2, is_hidden: false }),
        FeedCommand::Poll { with_settings: false }
    );
}

#[test]
fn only_a_failure_is_retried_when_the_network_is_back() {
    let poll = FeedCommand::Poll { with_settings: false };
    assert_eq!(with_file(Ok(())).apply(FeedEvent::Online), FeedCommand::None);
    for failed in [offline(), Err(unreadable())] {
        let mut feed = with_file(failed);
        assert_eq!(feed.apply(FeedEvent::Online), poll);
        assert!(matches!(feed.status(), Status::Failed(_)), "what is shown stays");
    }
}

#[test]
fn the_reader_asks_again_from_any_status() {
    for result in [Ok(()), offline(), Err(unreadable())] {
        let mut feed = with_file(result);
        assert_eq!(feed.apply(FeedEvent::Retry), FeedCommand::Poll { with_settings: false });
        assert_eq!(*feed.status(), Status::Loading);
        // A second poll is not started.
        assert_eq!(feed.apply(FeedEvent::Retry), FeedCommand::Render);
        assert_eq!(*feed.status(), Status::Loading);
    }
}

#[test]
fn forms_are_made_anew_only_where_choices_changed() {
    let mut feed = Feed::new(now());
    assert_eq!((feed.choices(), feed.file().is_none()), (0, true));
    let newer = FILE.replace("2027-01-04", "2027-01-05");
    let other = FILE.replace("H200", "H100");
    for (text, choices) in [(FILE, 1), (FILE, 1), (newer.as_str(), 1), (other.as_str(), 2)] {
        feed.came(file(text));
        assert_eq!(feed.choices(), choices, "{text}");
        assert!(feed.shows(&file(text).fingerprint));
    }
    assert!(!feed.shows(&file(FILE).fingerprint));
}

#[test]
fn the_readers_own_file_stands_in_the_place_of_the_servers_until_it_goes() {
    let own = |text: &str| {
        let label = KeptLabel { read_at: MINUTE, name: "mine.json".into() };
        Own::Used(Arc::new(OwnFile::new(Arc::new(file(text)), Arc::new(text.into()), label)))
    };
    let mine = FILE.replace("\"a\",\"name\":\"A\"", "\"m\",\"name\":\"M\"");
    let block = |feed: &Feed| feed.file().map(|file| file.snapshot.blocks[0].id.clone());
    let mut feed = with_file(Ok(()));
    feed.configured(SiteSettings::new(
        Ok(br#"{"submit_url":"https://a.example/"}"#.to_vec()),
        None,
    ));
    assert!(feed.submit_url().is_some());
    let choices = feed.choices();
    assert_eq!(feed.apply(FeedEvent::Own(own(&mine))), FeedCommand::Render);
    assert_eq!((block(&feed).as_deref(), feed.choices()), (Some("m"), choices + 1));
    assert_eq!(feed.own().unwrap().label.name, "mine.json");
    assert_eq!(feed.submit_url(), None, "a server does not know what it rests on");

    // The server's file is still polled, but nothing of it is shown.
    let newer = FILE.replace("\"id\":\"a\"", "\"id\":\"b\"");
    assert_eq!(feed.apply(FeedEvent::Start), FeedCommand::Poll { with_settings: false });
    feed.came(file(&newer));
    assert_eq!((block(&feed).as_deref(), feed.choices()), (Some("m"), choices + 1));
    assert!(feed.shows(&file(&newer).fingerprint) && feed.published().is_some());
    let _ = feed.ended(offline(), hour("2027-02-04"), MINUTE, 1.0);
    check(&feed, "fresh", "", "");
    let told = feed_view(&feed, problem::text, Lang::En);
    assert!(!told.can_retry);
    // On every view, and in all exports.
    assert!(told.identity.standing.contains("your own file"), "{}", told.identity.standing);

    feed.apply(FeedEvent::Own(Own::None));
    assert_eq!((block(&feed).as_deref(), feed.choices()), (Some("b"), choices + 2));
    assert_eq!(feed_view(&feed, problem::text, Lang::En).kind, "offline");

    let text = Text { ko: "바뀐 답 1건".into(), en: "Changed answers: 1".into() };
    assert_eq!(feed.apply(FeedEvent::Answered(Some(text))), FeedCommand::Render);
    let changed = feed_view(&feed, problem::text, Lang::Ko).changed;
    assert_eq!(changed.as_deref(), Some("바뀐 답 1건"));
    feed.apply(FeedEvent::Answered(None));
    assert_eq!(feed_view(&feed, problem::text, Lang::Ko).changed, None);

    // A kept file is awaited; then nothing is shown, even after the server's file arrived.
    let mut feed = Feed::new(now());
    feed.apply(FeedEvent::Own(Own::Awaited));
    assert!(feed.awaits_own());
    feed.came(file(FILE));
    assert_eq!((block(&feed), feed.choices()), (None, 0));
    feed.apply(FeedEvent::Own(own(&mine)));
    assert_eq!((block(&feed).as_deref(), feed.choices()), (Some("m"), 1));
    // Without a server, too.
    let mut feed = Feed::new(now());
    feed.apply(FeedEvent::Own(own(&mine)));
    let _ = feed.ended(offline(), now(), MINUTE, 1.0);
    assert_eq!(feed_view(&feed, problem::text, Lang::En).failure, None);
}

#[test]
fn progress_counts_whole_megabytes() {
    let mut feed = Feed::new(now());
    let cases = [
        (999_999, None, FeedCommand::None),
        (1_000_000, None, FeedCommand::Render),
        (1_999_999, None, FeedCommand::None),
        (1_999_999, Some(60_000_000), FeedCommand::Render),
        (2_000_000, Some(60_000_000), FeedCommand::Render),
    ];
    for (received, total, command) in cases {
        assert_eq!(feed.received(received, total), command, "{received} {total:?}");
    }
}

#[test]
fn settings_come_from_the_server_the_last_visit_or_the_defaults() {
    let url =
        |url: &str| format!(r#"{{"capacity_url":"{url}","submit_url":"https://a.example/"}}"#);
    let (new, old) = (url("new.json").into_bytes(), url("old.json").into_bytes());
    let default = Settings::CAPACITY_URL;
    let network = || FetchError::Network(String::new());
    // Cases: the response, whether a copy is kept, the effective address, whether missing settings
    // are reported, and whether they are final.
    let cases = [
        (Ok(new.clone()), true, "new.json", false, true),
        (Ok(new), false, "new.json", false, true),
        (Err(FetchError::Status(404)), true, default, true, true),
        (Err(FetchError::Status(404)), false, default, true, true),
        (Err(FetchError::Status(503)), true, "old.json", false, false),
        (Err(FetchError::Status(503)), false, default, true, false),
        (Err(network()), true, "old.json", false, false),
        (Err(FetchError::TimedOut), false, default, true, false),
        (Err(FetchError::NotData), true, "old.json", false, true),
        (Err(FetchError::TooLarge), false, default, true, true),
    ];
    for (fetched, is_kept, capacity_url, is_missing, is_final) in cases {
        let context = format!("{fetched:?} {is_kept}");
        let site = SiteSettings::new(fetched, is_kept.then(|| old.clone()));
        assert_eq!(site.is_final, is_final, "{context}");
        assert_eq!(!site.problems.is_empty(), is_missing, "{context}");
        let mut feed = Feed::new(now());
        feed.configured(site);
        assert_eq!(feed.capacity_url(), capacity_url, "{context}");
        let submits = (!is_missing).then_some("https://a.example/");
        assert_eq!(feed.submit_url(), submits, "{context}");
    }
}

/// Checks the bar in both languages.
fn check(feed: &Feed, kind: &str, ko: &str, en: &str) {
    for (lang, text) in [(Lang::Ko, ko), (Lang::En, en)] {
        let view = feed_view(feed, problem::text, lang);
        let said = [view.sentences.join(" "), progress(feed, lang)].join(" ");
        assert_eq!((view.kind, said.trim()), (kind, text));
    }
}

#[test]
fn a_fresh_file_needs_no_words() {
    let feed = with_file(Ok(()));
    check(&feed, "fresh", "", "");
    let view = feed_view(&feed, problem::text, Lang::En);
    assert!(!view.can_retry && !view.can_close);
    assert_eq!(view.failure, None);
}

#[test]
fn how_much_has_come_is_told_of_large_files_alone() {
    let mut feed = Feed::new(now());
    let _ = feed.apply(FeedEvent::Start);
    check(&feed, "loading", "", "");
    feed.received(4_999_999, None);
    check(&feed, "loading", "", "");
    feed.received(5_000_000, None);
    check(&feed, "loading", "받은 크기 5 MB", "5 MB received");
    feed.received(1_000_000, Some(60_000_000));
    check(&feed, "loading", "받은 크기 1 MB / 60 MB", "1 MB of 60 MB received");
    assert!(
        !feed_view(&feed, problem::text, Lang::Ko).can_retry,
        "there is no file to be shown meanwhile"
    );
    feed.came(file(FILE));
    let _ = feed.ended(Ok(()), now(), MINUTE, 1.0);
    check(&feed, "fresh", "", "");
    // It comes last, after the sentences about the file shown.
    let _ = feed.ended(Ok(()), hour("2027-01-07"), MINUTE, 1.0);
    let _ = feed.apply(FeedEvent::Retry);
    feed.received(7_000_000, None);
    check(
        &feed,
        "loading",
        "2027년 1월 4일 기준 자료(3일 전)라 지금과 다를 수 있습니다. 받은 크기 7 MB",
        "This data is of 4 Jan 2027, 3 days ago, and may be out of date. 7 MB received",
    );
}

/// Sentences of a failure while a file is shown, without the one about retrying.
#[test]
fn a_failure_tells_since_when_and_why() {
    let offline_since = [
        "2027년 1월 3일 09:05부터 새 자료를 확인하지 못했습니다.",
        "The page has not been able to look for newer data since 3 Jan 2027, 09:05.",
    ];
    let refused = [
        "새 자료를 읽을 수 없어 앞의 자료를 그대로 보여 줍니다.",
        "The new file cannot be read, so the last good one stays.",
    ];
    let missing = unreadable();
    let LoadError::Unreadable(found) = &missing else { panic!("readable") };
    let missing_words = [Lang::Ko, Lang::En].map(|lang| problem::text(found, lang));
    let cases = [
        (
            offline(),
            "offline",
            offline_since,
            ["서버에 연결할 수 없습니다.", "The server cannot be reached."],
        ),
        (
            fetch(FetchError::TimedOut),
            "offline",
            offline_since,
            ["서버가 제때 답하지 않습니다.", "The server does not answer in time."],
        ),
        (
            fetch(FetchError::Status(503)),
            "offline",
            offline_since,
            [
                "서버가 오류로 답했습니다(HTTP 503).",
                "The server answered with an error (HTTP 503).",
            ],
        ),
        (
            fetch(FetchError::TooLarge),
            "refused",
            refused,
            [
                "파일 크기가 읽을 수 있는 한도(134 MB)를 넘습니다.",
                "The file is larger than can be read (134 MB).",
            ],
        ),
        (
            fetch(FetchError::NotData),
            "refused",
            refused,
            [
                "JSON 파일이 아닌 것이 왔습니다. 로그인 화면이나 오류 화면일 수 있습니다.",
                "Something other than a JSON file came, perhaps a login or error page.",
            ],
        ),
        (Err(missing.clone()), "refused", refused, [&*missing_words[0], &*missing_words[1]]),
    ];
    let again = ["자동으로 다시 확인합니다.", "The page tries again by itself."];
    for (result, kind, what, why) in cases {
        let feed = with_file(result);
        let text = |lang: usize| [what[lang], why[lang], again[lang]].join(" ");
        check(&feed, kind, &text(0), &text(1));
        assert!(feed_view(&feed, problem::text, Lang::En).can_retry);
        assert_eq!(feed_view(&feed, problem::text, Lang::En).failure, None, "there is a file");
    }
    // Without a period no poll starts by itself.
    let mut feed = Feed::new(now());
    feed.configured(SiteSettings::new(Ok(br#"{"refresh_seconds":0}"#.to_vec()), None));
    feed.came(file(FILE));
    let _ = feed.ended(Err(unreadable()), now(), MINUTE, 1.0);
    let text = |lang: usize| [refused[lang], &missing_words[lang]].join(" ");
    check(&feed, "refused", &text(0), &text(1));
}

#[test]
fn a_copy_says_when_it_was_kept() {
    let mut feed = Feed::new(now());
    let _ = feed.apply(FeedEvent::Start);
    feed.restored(file(FILE), MINUTE);
    let _ = feed.ended(offline(), now(), MINUTE + 1, 1.0);
    check(
        &feed,
        "offline",
        "2027년 1월 3일 09:05에 받아 둔 사본을 보여 줍니다. \
         2027년 1월 3일 09:06부터 새 자료를 확인하지 못했습니다. \
         서버에 연결할 수 없습니다. 자동으로 다시 확인합니다.",
        "This is an offline copy of 3 Jan 2027, 09:05. \
         The page has not been able to look for newer data since 3 Jan 2027, 09:06. \
         The server cannot be reached. The page tries again by itself.",
    );
    let _ = feed.apply(FeedEvent::Start);
    let _ = feed.ended(Ok(()), now(), MINUTE + 2, 1.0);
    let _ = feed.apply(FeedEvent::Start);
    let _ = feed.ended(offline(), now(), MINUTE + 3, 1.0);
    let said = feed_view(&feed, problem::text, Lang::En).sentences.concat();
    assert!(!said.contains("copy"), "by then it is the server's");
}

#[test]
fn age_is_told_by_what_the_file_is() {
    let known = FILE.replace("complete", "published");
    let hold = r#""holds":[{"block":"a","nodes":"1","published":true,"source":"s"}],
        "sources":[{"id":"s","title":"S"}]"#;
    let published = known.replace(r#""holds":[]"#, hold);
    let nominal = FILE.replace("complete", "nominal");
    let stale = (
        "stale",
        "2027년 1월 4일 기준 자료(3일 전)라 지금과 다를 수 있습니다.",
        "This data is of 4 Jan 2027, 3 days ago, and may be out of date.",
    );
    let due = (
        "stale",
        "2027년 1월 4일까지(31일 전) 확인한 자료입니다. \
         그 뒤의 공고나 결과가 빠져 있을 수 있습니다.",
        "These facts were last checked on 4 Jan 2027, 31 days ago. \
         Newer notices or results may be missing.",
    );
    let old = (
        "stale",
        "2027년 1월 4일 기준 자료(31일 전)라 지금과 다를 수 있습니다.",
        "This data is of 4 Jan 2027, 31 days ago, and may be out of date.",
    );
    let clock = (
        "stale",
        "자료의 날짜(2027년 1월 4일)가 오늘보다 뒤입니다. \
         자료의 날짜나 이 기기의 날짜가 틀렸습니다.",
        "The data is dated 4 Jan 2027, which is after today. \
         Its date is wrong, or that of this device.",
    );
    let fresh = ("fresh", "", "");
    let cases = [
        (FILE, "2027-01-06", fresh),
        (FILE, "2027-01-07", stale),
        (&published, "2027-02-03", fresh),
        (&published, "2027-02-04", due),
        (&known, "2027-02-04", old),
        (&nominal, "2037-01-04", fresh),
        (FILE, "2027-01-03", fresh),
        (FILE, "2027-01-02", clock),
    ];
    for (text, today, (kind, ko, en)) in cases {
        let mut feed = Feed::new(now());
        feed.came(file(text));
        let _ = feed.ended(Ok(()), hour(today), MINUTE, 1.0);
        check(&feed, kind, ko, en);
    }
    // It follows the reason why there is no newer file, and the status decides the style.
    let mut feed = Feed::new(now());
    feed.came(file(FILE));
    let _ = feed.ended(offline(), hour("2027-01-07"), MINUTE, 1.0);
    let told = feed_view(&feed, problem::text, Lang::En);
    assert_eq!(told.kind, "offline");
    assert!(told.sentences.ends_with(&["The page tries again by itself.".into(), stale.2.into()]));
}

#[test]
fn news_stay_until_they_are_dismissed() {
    let mut feed = with_file(Ok(()));
    let as_of = hour("2027-01-05");
    feed.apply(FeedEvent::Compared(News { as_of, changed: None }));
    let ko = "새 자료(2027년 1월 5일)로 바꾸었습니다.";
    let en = "Now showing the newer data of 5 Jan 2027.";
    check(&feed, "fresh", ko, en);
    let changed = Some(Text { ko: "바뀜.".into(), en: "Changed.".into() });
    feed.apply(FeedEvent::Compared(News { as_of, changed }));
    check(&feed, "fresh", &[ko, "바뀜."].join(" "), &[en, "Changed."].join(" "));
    let _ = feed.apply(FeedEvent::Start);
    let _ = feed.ended(Ok(()), now(), MINUTE, 1.0);
    assert!(feed_view(&feed, problem::text, Lang::En).can_close, "a poll leaves them");
    feed.apply(FeedEvent::Dismissed);
    check(&feed, "fresh", "", "");
    assert!(!feed_view(&feed, problem::text, Lang::En).can_close);
}

#[test]
fn without_a_file_what_failed_stands_in_its_place() {
    let status =
        ["서버가 오류로 답했습니다(HTTP 404).", "The server answered with an error (HTTP 404)."];
    let again = ["\n자동으로 다시 확인합니다.", "\nThe page tries again by itself."];
    let network = [
        "서버에 연결할 수 없습니다. Failed to fetch",
        "The server cannot be reached. Failed to fetch",
    ];
    let not_data = [
        "JSON 파일이 아닌 것이 왔습니다. 로그인 화면이나 오류 화면일 수 있습니다.",
        "Something other than a JSON file came, perhaps a login or error page.",
    ];
    let cases = [
        (offline(), page::LOAD_FAILED, Some(page::LOAD_FAILED_DO), network, again),
        (
            fetch(FetchError::Status(404)),
            page::LOAD_FAILED,
            Some(page::LOAD_FAILED_DO),
            status,
            [""; 2],
        ),
        (fetch(FetchError::NotData), page::LOAD_REFUSED, None, not_data, [""; 2]),
    ];
    for (result, title, advice, why, again) in cases {
        let feed = feed(None, result);
        for (index, lang) in [Lang::Ko, Lang::En].into_iter().enumerate() {
            let details = [why[index], again[index]].concat();
            let failure = LoadFailure { title, advice, details };
            assert_eq!(feed_view(&feed, problem::text, lang).failure, Some(failure));
            assert!(
                feed_view(&feed, problem::text, lang).sentences.is_empty(),
                "it is not told twice"
            );
        }
        assert!(
            !feed_view(&feed, problem::text, Lang::En).can_retry,
            "the button is in its place too"
        );
    }
    let mut waiting = feed(None, offline());
    let _ = waiting.apply(FeedEvent::Retry);
    assert_eq!(feed_view(&waiting, problem::text, Lang::En).failure, None, "it is on its way");
}

#[test]
fn words_for_problems_are_wanted_where_there_is_one() {
    let good = FILE.replace(r#"{"id":"c","name":"C"}"#, "");
    let with = |text: &str, result| feed(Some(text), result);
    assert!(!has_problems(&with(&good, Ok(()))));
    assert!(!has_problems(&with(&good, offline())));
    assert!(has_problems(&with(&good, Err(unreadable()))));
    assert!(has_problems(&with(&good.replace(r#""nodes":4"#, r#""nodes":-1"#), Ok(()))));

    let with_site = |settings| {
        let mut feed = with(&good, Ok(()));
        feed.configured(SiteSettings::new(settings, None));
        has_problems(&feed)
    };
    assert!(with_site(Ok(b"[]".to_vec())));
    assert!(!with_site(Err(FetchError::TimedOut)), "that they are missing is told without");
}

#[test]
fn problems_are_those_of_the_file_and_then_those_of_the_settings() {
    let mut feed = Feed::new(now());
    assert!(feed_view(&feed, problem::text, Lang::En).problems.is_empty());
    feed.came(file(&FILE.replace(r#""nodes":4"#, r#""nodes":-1"#)));
    let of_file = feed.file().unwrap().problems.clone();
    assert!(!of_file.is_empty());
    feed.configured(SiteSettings::new(Ok(b"[]".to_vec()), None));
    assert_eq!(settings(b"[]").1.len(), 1);
    let told = feed_view(&feed, problem::text, Lang::En).problems;
    assert_eq!(told.len(), of_file.len() + 1);
    assert!(told[of_file.len()].starts_with("config.json: "), "{told:?}");
    feed.configured(SiteSettings::new(Err(FetchError::TimedOut), None));
    let missing = [
        "config.json: 설정 파일을 받지 못해 기본값을 씁니다. 서버가 제때 답하지 않습니다.",
        "config.json: the settings could not be fetched, so defaults are used. \
         The server does not answer in time.",
    ];
    for (lang, missing) in [Lang::Ko, Lang::En].into_iter().zip(missing) {
        assert_eq!(feed_view(&feed, problem::text, lang).problems.last().unwrap(), missing);
    }
}
