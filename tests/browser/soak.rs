//! The load of a real day: ten tabs of one site, for an hour and in real time, with a file that changes
//! every minute, applications, and a server that goes and comes back. No draft is lost, each application
//! is stored once, the console stays silent, and memory does not grow: `make soak`.
mod capacity_file;
mod figures;
mod reader;

use super::harness::{Fault, Options, Page, Reply, with_page};
use capacity_file::capacity_file;
use figures::{Figures, growths, say, table};
use jari::model::fingerprint;
use reader::{
    Drafts, OpenTab, Use, choose_day, other_nodes, read_table, request, save_draft, see_changes,
    submit, type_nodes, type_tokens, wait_listed, wait_stored, work_on_draft, work_on_round,
};
use serde_json::Value;
use std::{env, fs, time::Duration};
use tokio::time::{Instant, sleep, sleep_until};

/// A site that takes applications, and whose page looks for a newer file every 30 seconds.
const SETTINGS: &str = r#"{ "refresh_seconds": 30, "submit_url": "apply",
    "apply_url": "https://aiinfrahub.kr" }"#;

const TABS: [Use; 10] = [
    Use::Capacity,
    Use::Draft(1),
    Use::Draft(2),
    Use::Draft(3),
    Use::Link,
    Use::Apply,
    Use::Size,
    Use::Example,
    Use::List,
    Use::Data,
];

const MINUTE: Duration = Duration::from_secs(60);
/// How long the server is away, at least.
const AWAY: Duration = Duration::from_secs(40);
/// How long it may take until a tab has looked at the server: a period, or the longest pause before
/// another attempt.
const LOOK: Duration = Duration::from_secs(50);
/// Freed memory goes back to the system a little later.
const SETTLES: Duration = Duration::from_secs(2);

/// What browsers themselves say of an answer that breaks off.
const CUT: &[&str] = &["/apply"];
/// And of a server that is away.
const NO_SERVER: &[&str] = &["/apply", "capacity.json", "config.json", "net::ERR_", "/sw.js"];

/// Not every browser says so itself.
const REJECTIONS: &str = "addEventListener('unhandledrejection',
    ({ reason }) => console.error('unhandled rejection:', String(reason)))";

/// A day, as far as it has come.
struct Day<'page> {
    page: &'page Page,
    began: Instant,
    tabs: Vec<OpenTab>,
    /// The fingerprint of the newest file.
    newest: String,
    drafts: Drafts,
    /// The nodes of each application that was submitted.
    submitted: Vec<u32>,
    figures: Vec<Figures>,
}

#[test]
#[ignore = "it takes an hour: make soak"]
fn a_day_with_ten_tabs_loses_nothing_and_takes_no_more_memory() {
    let minutes = env::var("MINUTES").ok().and_then(|text| text.parse().ok()).unwrap_or(60);
    with_page("about:blank", options(), async |page| {
        let mut day = Day::begin(page).await;
        while day.minute() < minutes {
            day.round().await;
        }
        day.end().await;
    });
}

fn options() -> Options {
    Options {
        now: None,
        capacity: Some(include_str!("../../public/capacity.json")),
        faults: vec![("/config.json", Fault::Instead(SETTINGS.to_owned()))],
        before: REJECTIONS,
        ..Options::default()
    }
}

impl<'page> Day<'page> {
    /// Opens the tabs.
    async fn begin(page: &'page Page) -> Self {
        let mut day = Self {
            page,
            began: Instant::now(),
            tabs: Vec::new(),
            newest: String::new(),
            drafts: Drafts::new(),
            submitted: Vec::new(),
            figures: Vec::new(),
        };
        day.replace_file(0);
        for used_for in TABS {
            let tab = match day.tabs.is_empty() {
                true => page.first_tab(),
                false => page.open_tab(&options()).await,
            };
            page.goto(&used_for.address()).await;
            day.tabs.push(OpenTab { tab, used_for, typed: String::new() });
            day.wait_newest().await;
            day.arrive().await;
        }
        day.expect_heard().await;
        day.began = Instant::now();
        day
    }

    /// The console of every tab is heard: silence means that nothing was said.
    async fn expect_heard(&self) {
        for open in &self.tabs {
            self.page.show(&open.tab).await;
            // Said again as it is, it would only be counted.
            let words = format!("heard after {} rounds", self.figures.len());
            self.page.script(&format!("console.warn('{words}')")).await;
            let said = self.page.console_surprises(&[]).await;
            assert!(said.len() == 1 && said[0].contains(&words), "{said:?}");
        }
    }

    /// Makes the tab that was opened last what it is used for.
    async fn arrive(&mut self) {
        let open = self.tabs.last_mut().expect("a tab");
        if let Use::Draft(number) = open.used_for {
            let saved = save_draft(self.page, number, &mut self.drafts).await;
            assert_eq!(saved, number, "drafts are numbered from 1");
        }
        open.used_for.fill(self.page).await;
        if let Some(field) = open.used_for.field() {
            open.typed = self.page.value(field).await;
        }
    }

    fn minute(&self) -> u64 {
        self.began.elapsed().as_secs() / MINUTE.as_secs()
    }

    /// A newer file takes the place of the one that is there.
    fn replace_file(&mut self, round: u32) {
        let text = capacity_file(round);
        self.newest = fingerprint(text.as_bytes());
        let place = self.page.site.folder().join("capacity.json");
        // In one go: a tab may be reading it.
        let beside = place.with_extension("newer");
        fs::write(&beside, text).expect("a newer file");
        fs::rename(beside, place).expect("it takes the place");
    }

    /// A minute, or a little more with many tabs on a slow machine: a newer file, a visit to each tab,
    /// and what there is to be counted.
    async fn round(&mut self) {
        let round = u32::try_from(self.figures.len()).expect("a small number") + 1;
        let (minute, next) = (self.minute(), Instant::now() + MINUTE);
        self.replace_file(round);
        let is_away = is_without_server(round);
        if is_away {
            self.spell_without_server(round).await;
        }
        let mut elements = Vec::new();
        for place in 0..self.tabs.len() {
            elements.push(self.visit(place, round).await);
        }
        self.reload(round).await;
        wait_stored(self.page, &self.drafts).await;
        let expected = if is_away { NO_SERVER } else { CUT };
        let said = self.page.console_surprises(expected).await;
        assert!(said.is_empty(), "the console is not silent in round {round}: {said:#?}");
        let figures = Figures {
            minute,
            kilobytes: self.memory().await,
            elements,
            drafts: self.drafts.len(),
            applications: self.submitted.len(),
            was_away: is_away,
        };
        say(&format!("{:?}: {}", self.page.kind, figures.line()));
        self.figures.push(figures);
        sleep_until(next).await;
    }

    /// Looks at a tab in which the newest file comes, finds it as it was left, and goes on; gives the
    /// number of its elements.
    async fn visit(&mut self, place: usize, round: u32) -> u64 {
        self.page.show(&self.tabs[place].tab).await;
        self.wait_newest().await;
        self.expect_kept(place).await;
        self.act(place, round).await;
        self.page.collect_garbage_everywhere().await;
        let elements = self.page.evaluate("document.querySelectorAll('*').length").await;
        elements.as_u64().expect("a number")
    }

    /// The server goes, every tab says so and works on, and it comes back.
    async fn spell_without_server(&mut self, round: u32) {
        let back = Instant::now() + AWAY;
        self.page.site.stop();
        for place in 0..self.tabs.len() {
            self.page.show(&self.tabs[place].tab).await;
            self.page
                .wait_within(LOOK, "document.querySelector('#feed').dataset.feed === 'offline'")
                .await;
            self.expect_kept(place).await;
            self.act_without_server(place, round).await;
        }
        wait_stored(self.page, &self.drafts).await;
        sleep_until(back).await;
        self.page.site.start_again();
    }

    /// Waits until the tab that is looked at shows the newest file, and says nothing against it.
    async fn wait_newest(&self) {
        let newest = &self.newest;
        self.page
            .wait_within(
                LOOK,
                &format!(
                    "document.querySelector('#feed').dataset.feed === 'fresh'
                         && document.querySelector('#layer').textContent.includes('{newest}')"
                ),
            )
            .await;
        self.page.rest().await;
    }

    /// What was typed into a tab is still there.
    async fn expect_kept(&self, place: usize) {
        let OpenTab { used_for, typed, .. } = &self.tabs[place];
        if let Some(field) = used_for.field() {
            assert_eq!(self.page.value(field).await, *typed, "tab {place}, {}", used_for.name());
        }
        if *used_for == Use::List {
            assert_eq!(self.page.count(".round-row").await, 3, "the list is as it was");
        }
    }

    /// What the reader of a tab does at each visit.
    async fn act(&mut self, place: usize, round: u32) {
        let (page, nodes) = (self.page, other_nodes(round, place));
        let open = &mut self.tabs[place];
        match open.used_for {
            Use::Capacity => open.typed = choose_day(page, round).await,
            Use::Draft(number) => {
                work_on_draft(page, number, nodes, round, &mut self.drafts).await;
                open.typed = nodes.to_string();
            }
            // It was saved a moment ago, and stays as it is until another link is opened.
            Use::Link if is_without_server(round) => {}
            Use::Link => {
                see_changes(page).await;
                type_nodes(page, nodes).await;
                open.typed = nodes.to_string();
            }
            Use::Apply => self.apply(place, round).await,
            Use::Size => open.typed = type_tokens(page, round).await,
            Use::Example | Use::List => work_on_round(page, round).await,
            Use::Data => read_table(page).await,
        }
    }

    /// The same where nothing comes and goes.
    async fn act_without_server(&mut self, place: usize, round: u32) {
        let (page, nodes) = (self.page, other_nodes(round, place) + 1);
        let open = &mut self.tabs[place];
        match open.used_for {
            // Now it is saved, too.
            Use::Link => {
                type_nodes(page, nodes).await;
                save_draft(page, nodes, &mut self.drafts).await;
                open.typed = nodes.to_string();
            }
            Use::Draft(number) => {
                work_on_draft(page, number, nodes, round, &mut self.drafts).await;
                open.typed = nodes.to_string();
            }
            Use::Apply if is_for_application(round) => {
                type_nodes(page, nodes).await;
                open.typed = nodes.to_string();
                submit(page, "unknown").await;
                self.submitted.push(nodes);
            }
            Use::Apply => {}
            _ => self.act(place, round).await,
        }
    }

    /// Every second time an application is submitted, and tried again where its outcome is not known:
    /// the server was away, or took it and broke off its answer.
    async fn apply(&mut self, place: usize, round: u32) {
        let (page, nodes) = (self.page, other_nodes(round, place));
        if !is_for_application(round) {
            return;
        }
        let applications = &page.site.applications;
        if !is_without_server(round) {
            type_nodes(page, nodes).await;
            self.tabs[place].typed = nodes.to_string();
            self.submitted.push(nodes);
            if !round.is_multiple_of(4) {
                applications.set(Reply::Take);
                return submit(page, "sent").await;
            }
            applications.set(Reply::TakeAndCut);
            submit(page, "unknown").await;
        }
        applications.set(Reply::Take);
        submit(page, "sent").await;
        assert_eq!(applications.stored().len(), self.submitted.len(), "each is stored once");
    }

    /// Loads one of the tabs again, each in its turn; a link that was saved is opened anew.
    async fn reload(&mut self, round: u32) {
        let place = round as usize % self.tabs.len();
        let open = &self.tabs[place];
        self.page.show(&open.tab).await;
        self.page.reload().await;
        self.wait_newest().await;
        open.used_for.fill(self.page).await;
        self.expect_kept(place).await;
        if is_without_server(round) {
            let link = self.tabs.iter_mut().find(|open| open.used_for == Use::Link);
            let link = link.expect("a tab with a link");
            self.page.show(&link.tab).await;
            self.page.goto(&request(round % 40 + 2)).await;
            link.typed = (round % 40 + 2).to_string();
            self.wait_newest().await;
        }
    }

    async fn memory(&self) -> Option<u64> {
        sleep(SETTLES).await;
        self.page.memory()
    }

    /// All that was saved is in every tab that lists it, and each application is stored once.
    async fn end(self) {
        for open in self.tabs.iter().filter(|open| open.used_for.lists_drafts()) {
            self.page.show(&open.tab).await;
            wait_listed(self.page, &self.drafts).await;
        }
        self.expect_heard().await;
        let stored = self.page.site.applications.stored();
        let nodes: Vec<u64> = stored.iter().map(|(_, body)| nodes_asked(body)).collect();
        let submitted: Vec<u64> = self.submitted.iter().copied().map(u64::from).collect();
        assert_eq!(nodes, submitted, "each application is stored once, as it was submitted");
        let tabs = TABS.map(Use::name);
        say(&format!("{:?}:\n{}", self.page.kind, table(&self.figures, &tabs)));
        let grown = growths(&self.figures, &tabs);
        assert!(grown.is_empty(), "more in the last third than in the second: {grown:#?}");
    }
}

fn is_without_server(round: u32) -> bool {
    round.is_multiple_of(5)
}

fn is_for_application(round: u32) -> bool {
    round.is_multiple_of(2)
}

fn nodes_asked(body: &str) -> u64 {
    let body: Value = serde_json::from_str(body).expect("JSON");
    body["request"]["nodes"]["min"].as_u64().expect("a number")
}
