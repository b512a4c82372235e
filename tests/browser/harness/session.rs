//! A browser for one test. Chromium and Firefox go from test to test, because their start is more work
//! than many a test: each has a user context of its own there, as WebDriver BiDi calls it, that is tabs
//! with stores, caches and workers of their own, which go with the test. A test that cannot share
//! one, or is in WebKit, has a browser that starts and ends with it.
use super::{
    Browser, Options, bidi::Bidi, driver::Driver, folder::new_folder, inspector::Inspector,
};
use serde_json::{Value, json};
use std::{
    path::Path,
    process::Stdio,
    sync::{Mutex, MutexGuard},
};
use thirtyfour::{WebDriver, WindowHandle, error::WebDriverResult};
use tokio::process::{Child, Command};

/// Waits until the tests have ended, however they ended: then nobody holds its standard input any
/// more. Ends the driver and its browser, which are one group of processes, and removes their profile.
const END_WITH_TESTS: &str = r#"cat >/dev/null
kill -- "-$0"
while kill -0 -- "-$0"; do sleep 0.1; done
rm -rf -- "$1""#;

/// A browser that runs, and what asks it for more than WebDriver can.
pub struct Session {
    pub driver: Driver,
    pub browser: WebDriver,
    bidi: Option<Bidi>,
    /// In WebKit.
    pub inspector: Option<Inspector>,
    /// Where it goes on to the next test.
    shared: Option<Shared>,
}

struct Shared {
    /// It stays, as a window without a tab would close.
    first_tab: WindowHandle,
    /// That of the test that is there now.
    user_context: String,
    _guard: Child,
}

/// Those that wait for a test.
static WAITING: Mutex<Vec<Session>> = Mutex::new(Vec::new());

fn waiting() -> MutexGuard<'static, Vec<Session>> {
    WAITING.lock().expect("nothing panics in between")
}

impl Session {
    /// A browser with its first tab, or with a new one of the test's own.
    pub async fn open(kind: Browser, options: &Options) -> Self {
        if kind == Browser::WebKit || !options.can_share() {
            return Self::start(Driver::start(kind, options).await, options, None).await;
        }
        // Nothing is held while one is started.
        let waiting = waiting().extract_if(.., |session| session.driver.kind == kind).next();
        let mut session = match waiting {
            Some(session) => session,
            None => Self::start_shared(kind, options).await,
        };
        session.open_user_context().await;
        session
    }

    async fn start(mut driver: Driver, options: &Options, profile: Option<&Path>) -> Self {
        let browser = driver.browser(options, profile).await;
        let bidi = match browser.capabilities().get("webSocketUrl").and_then(Value::as_str) {
            Some(address) => Some(Bidi::connect(address).await),
            None => None,
        };
        if let (Browser::Firefox, Some(bidi)) = (driver.kind, &bidi) {
            bidi.hear_log().await;
        }
        let inspector = driver.inspector().await;
        Self { driver, browser, bidi, inspector, shared: None }
    }

    async fn start_shared(kind: Browser, options: &Options) -> Self {
        let driver = Driver::start_group(kind).await;
        // It outlives the tests, which end without a word.
        let profile = new_folder("profile").keep();
        let guard = end_with_tests(driver.processes()[0], &profile);
        let mut session = Self::start(driver, options, Some(&profile)).await;
        let first_tab = session.browser.window().await.expect("a window");
        session.shared = Some(Shared { first_tab, user_context: String::new(), _guard: guard });
        session
    }

    /// Firefox, for what WebDriver alone cannot do there; Chromium has its own tools for it.
    pub fn firefox(&self) -> Option<&Bidi> {
        self.bidi.as_ref().filter(|_| self.driver.kind == Browser::Firefox)
    }

    /// That of the test, where it shares its browser.
    pub fn user_context(&self) -> Option<&str> {
        self.shared.as_ref().map(|shared| shared.user_context.as_str())
    }

    async fn open_user_context(&mut self) {
        let Some((shared, bidi)) = self.shared.as_mut().zip(self.bidi.as_ref()) else { return };
        let made = bidi.send("browser.createUserContext", json!({})).await;
        shared.user_context = name(&made["userContext"]);
        let tab = self.open_tab().await;
        self.browser.switch_to_window(tab).await.expect("the new tab");
    }

    /// Opens a tab, in the test's user context where it has one.
    pub async fn open_tab(&self) -> WindowHandle {
        let Some((user_context, bidi)) = self.user_context().zip(self.bidi.as_ref()) else {
            return self.browser.new_tab().await.expect("a tab");
        };
        let tab = json!({ "type": "tab", "userContext": user_context });
        let made = bidi.send("browsingContext.create", tab).await;
        name(&made["context"]).into()
    }

    /// Ends the browser, or what the test had of one that goes on to the next. After a test that failed
    /// nobody knows what is left in it.
    pub async fn close(self, has_passed: bool) -> WebDriverResult<()> {
        let Some((shared, bidi)) = self.shared.as_ref().zip(self.bidi.as_ref()) else {
            return self.quit().await;
        };
        if !has_passed {
            return self.quit().await;
        }
        self.browser.switch_to_window(shared.first_tab.clone()).await?;
        let user_context = json!({ "userContext": shared.user_context });
        bidi.send("browser.removeUserContext", user_context).await;
        // What its pages said until then is nothing to the next test.
        match self.firefox() {
            Some(firefox) => firefox.forget_log().await,
            None => drop(self.browser.browser_log().await?),
        }
        waiting().push(self);
        Ok(())
    }

    async fn quit(self) -> WebDriverResult<()> {
        let ended = self.browser.quit().await;
        self.driver.end().await;
        ended
    }
}

fn name(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no name: {value}")).to_owned()
}

fn end_with_tests(group: u32, profile: &Path) -> Child {
    let guard = Command::new("sh")
        .args(["-c", END_WITH_TESTS, &group.to_string()])
        .arg(profile)
        // In a group of its own: Ctrl-C ends all of the tests' group.
        .process_group(0)
        .stdin(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    guard.expect("there is a shell")
}
