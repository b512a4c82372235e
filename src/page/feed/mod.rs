//! How the capacity file comes, and comes again while the page is open.
//!
//! What is shown stays until something better is there: a newer file that can be read. A turn is
//! one look for it; each turn ends by setting the time of the next.

mod settings;
mod turns;
mod view;

pub use turns::{start, try_now};
pub use view::{instead, problems, view};

use crate::edge::fetch::{FetchError, Fetching, Limits};
use crate::edge::task::{self, Work};
use crate::edge::{clock, kept, random};
use crate::exchange::retry;
use crate::model::limits::MAX_BYTES;
use crate::model::{self, Hour, Problem, Settings, Text};
use crate::session::CapacityFile;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A server that says nothing for so long has forgotten the page, and a file of 128 MiB takes
/// three minutes at 6 Mbit/s.
const LIMITS: Limits = Limits { bytes: MAX_BYTES, silent_seconds: 15, seconds: 180 };

/// Reads a file in short tasks, so that the reader can press something meanwhile.
async fn read(bytes: &[u8], fingerprint: String) -> Result<CapacityFile, Problem> {
    // What came before this was work as well.
    task::next().await;
    let work = Work::begin();
    let reading = model::read_with_pauses(bytes, async || work.pause().await).await?;
    task::next().await;
    let file = CapacityFile::new(reading, fingerprint);
    // It is shown in a task without any of that.
    task::next().await;
    Ok(file)
}

/// How it stands with the file. `Loading` becomes either other; those become each other at a
/// turn, and `Loading` when the reader asks for one.
pub enum Status {
    /// On its way, and waited for.
    Loading,
    /// What is shown is what the server has.
    Current,
    /// The last turn brought nothing.
    Failed(Failure),
}

/// Why there is no newer file.
pub struct Failure {
    /// What happened.
    pub why: Why,
    /// The minute of the first turn that failed, of those without one between that did not.
    pub since: u32,
    /// Whether there will be a turn without the reader.
    pub tries_again: bool,
}

/// What happened to a file.
pub enum Why {
    /// It did not come.
    Fetch(FetchError),
    /// It is no capacity file.
    Unreadable(Problem),
}

impl Why {
    /// Whether something came, and cannot be read.
    pub const fn is_refusal(&self) -> bool {
        matches!(
            self,
            Self::Unreadable(_) | Self::Fetch(FetchError::TooLarge | FetchError::NotData)
        )
    }

    /// Whether the next moment may bring what this one did not.
    const fn may_pass(&self) -> bool {
        match self {
            Self::Fetch(FetchError::Status(status)) => retry::is_worth(*status),
            Self::Fetch(FetchError::Network(_) | FetchError::TimedOut) => true,
            _ => false,
        }
    }
}

/// That the file was replaced by a newer one.
pub struct News {
    /// What the newer one describes.
    pub as_of: Hour,
    /// What it changes in the answer.
    pub changed: Option<Text>,
}

/// Handles to the file and how it stands with it.
#[derive(Clone, Copy)]
pub struct Feed {
    /// Another number with each file; 0 while there is none.
    pub file: RwSignal<u32>,
    /// Another number where forms and lists have to be made anew; 0 while there is no file.
    pub edition: RwSignal<u32>,
    /// Another number whenever something else is to be told.
    pub told: RwSignal<u32>,
    /// Megabytes that have come.
    received: RwSignal<u32>,
    /// Megabytes that there are; 0 where it is not known.
    total: RwSignal<u32>,
    /// One for the page's whole life. A signal for each of its fields, of a type of its own, would
    /// cost a kilobyte apiece.
    standing: &'static Mutex<Standing>,
}

/// How it stands, and what one turn leaves to the next.
pub struct Standing {
    /// The last file that could be read.
    pub data: Option<Arc<CapacityFile>>,
    /// How it stands.
    pub status: Status,
    /// When the copy was kept that is shown instead of what the server has.
    copy_of: Option<u32>,
    /// That there is a newer file, until the reader has seen it.
    news: Option<News>,
    /// The hour of the last turn.
    hour: Hour,
    settings: Settings,
    /// What is wrong with the settings of the site.
    wrong: Vec<settings::Wrong>,
    /// Whether the settings are not to be asked for again.
    is_settled: bool,
    is_under_way: bool,
    /// Whether a turn was due while nobody was looking.
    is_missed: bool,
    /// How many have failed in a row.
    failures: u32,
    /// The minute of the first of them.
    since: Option<u32>,
    timer: Option<TimeoutHandle>,
}

impl Feed {
    pub fn new() -> Self {
        let standing = Standing {
            data: None,
            status: Status::Loading,
            copy_of: None,
            news: None,
            hour: clock::now(),
            settings: Settings::default(),
            wrong: Vec::new(),
            is_settled: false,
            is_under_way: false,
            is_missed: false,
            failures: 0,
            since: None,
            timer: None,
        };
        let number = || RwSignal::new(0);
        Self {
            file: number(),
            edition: number(),
            told: number(),
            received: number(),
            total: number(),
            standing: Box::leak(Box::new(Mutex::new(standing))),
        }
    }

    /// How it stands; not to be held while a signal is set, whose readers ask for it too.
    pub fn standing(self) -> MutexGuard<'static, Standing> {
        // There is one thread, and a panic ends it.
        self.standing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Where applications are posted to, as the settings of the site have it.
    pub fn submit_url(self) -> Option<String> {
        self.told.track();
        self.standing().settings.submit_url.clone()
    }

    /// Says how much has come; each megabyte once.
    fn tell(self, received: usize, total: Option<usize>) {
        let megabytes = |bytes: usize| u32::try_from(bytes / 1_000_000).unwrap_or(u32::MAX);
        for (signal, count) in
            [(self.total, total.map_or(0, megabytes)), (self.received, megabytes(received))]
        {
            if signal.get_untracked() != count {
                signal.set(count);
            }
        }
    }

    /// The file at its address, or `None` where it is the one that is shown.
    async fn come(self, first: Option<Fetching>) -> Result<Option<CapacityFile>, Why> {
        let url = self.standing().settings.capacity_url.clone();
        let beside = first.filter(|_| url == Settings::CAPACITY_URL);
        let fetching = beside.unwrap_or_else(|| Fetching::start(&url));
        let came = fetching.bytes(LIMITS, &|received, total| self.tell(received, total)).await;
        let why = match came.map_err(Why::Fetch) {
            Ok(bytes) => {
                let fingerprint = model::fingerprint(&bytes);
                if self.standing().data.as_ref().is_some_and(|it| it.fingerprint == fingerprint) {
                    return Ok(None);
                }
                match read(&bytes, fingerprint).await {
                    Ok(data) => {
                        kept::keep(&url, bytes);
                        return Ok(Some(data));
                    }
                    Err(problem) => Why::Unreadable(problem),
                }
            }
            Err(why) => why,
        };
        if self.file.get_untracked() == 0
            && let Some(copy) = kept::read(&url).await
            && let Ok(data) = read(&copy.bytes, model::fingerprint(&copy.bytes)).await
        {
            self.standing().copy_of = Some(copy.kept_at);
            self.show(data);
        }
        Err(why)
    }

    /// Puts a file in the place of the one before.
    fn show(self, data: CapacityFile) {
        let data = Arc::new(data);
        let before = self.standing().data.replace(Arc::clone(&data));
        add_one(self.file);
        if before.is_none_or(|before| !data.offers_the_same_choices_as(&before)) {
            add_one(self.edition);
        }
    }

    /// Notes how a turn ended, and gives the milliseconds until the next one.
    fn end(self, failed: Option<Why>) -> Option<u32> {
        let mut standing = self.standing();
        let has_data = standing.data.is_some();
        let period = standing.settings.refresh_seconds.map(|seconds| seconds.saturating_mul(1_000));
        let hour = clock::now();
        let is_later = core::mem::replace(&mut standing.hour, hour) != hour;
        let (is_new, next) = match failed {
            None => {
                (standing.failures, standing.since, standing.copy_of) = (0, None, None);
                let before = core::mem::replace(&mut standing.status, Status::Current);
                (!matches!(before, Status::Current), period)
            }
            Some(why) => {
                standing.failures = standing.failures.saturating_add(1);
                let since = *standing.since.get_or_insert_with(clock::minute);
                let next = match why.may_pass() {
                    true => Some(retry::delay(standing.failures, random::share())),
                    false => period.filter(|_| has_data),
                };
                let failure = Failure { why, since, tries_again: next.is_some() };
                // The same again is not told again.
                let is_told = match (&standing.status, &failure.why) {
                    (Status::Failed(told), Why::Fetch(error)) => {
                        matches!(&told.why, Why::Fetch(before) if before == error)
                            && told.tries_again == failure.tries_again
                    }
                    _ => false,
                };
                standing.status = Status::Failed(failure);
                (!is_told, next)
            }
        };
        drop(standing);
        if is_new || is_later {
            add_one(self.told);
        }
        next
    }
}

fn add_one(signal: RwSignal<u32>) {
    signal.set(signal.get_untracked().wrapping_add(1).max(1));
}
