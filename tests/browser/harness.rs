//! One browser, one site, one page for one test; and what the console said is part of every test.
use jari::dist::serve::{self, Site};
use serde_json::{Value, json};
use std::{
    env, fs,
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::Path,
    pin::pin,
    process::Stdio,
    task::Poll,
    time::Duration,
};
use thirtyfour::{By, Capabilities, Key, TypingData, WebDriver, WebElement};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    time::{sleep, timeout},
};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(10);

const SET_UP: &str = "`make test` sets up Chromium, ChromeDriver and dist/ \
     (CHROME and CHROMEDRIVER name others than those on PATH)";

/// What a test wants other than usual.
pub struct Options {
    /// Of the view, in CSS pixels.
    pub width: u32,
    /// Of the view, in CSS pixels.
    pub height: u32,
    /// What the browser says its reader prefers.
    pub lang: &'static str,
    /// Whether pages may run scripts.
    pub script: bool,
    /// The server answers 404 to paths that hold this.
    pub withhold: Option<&'static str>,
    /// Warnings and errors of the console that hold one of these are expected.
    pub expected: &'static [&'static str],
}

impl Default for Options {
    fn default() -> Self {
        Self {
            width: 1280,
            height: 900,
            lang: "ko-KR",
            script: true,
            withhold: None,
            expected: &[],
        }
    }
}

/// Opens `dist/` at a path and query such as `/?view=fit`, runs the test, then holds it to
/// a console without any warning, error or violation of the content security policy.
pub fn with_page(path_and_query: &str, options: Options, test: impl AsyncFnOnce(&Page)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        let page = Page::open(&options).await;
        let outcome = caught(async {
            page.prepare(&options).await;
            page.goto(path_and_query).await;
            test(&page).await;
            let surprises = page.console_surprises(options.expected).await;
            assert!(surprises.is_empty(), "the console is not silent: {surprises:#?}");
        })
        .await;
        // Whatever happened, or browsers would pile up.
        let ended = page.browser.quit().await;
        if let Err(panic) = outcome {
            resume_unwind(panic);
        }
        ended.expect("the browser ends");
    });
}

/// What a future gives, or the panic that ended it.
async fn caught<T>(future: impl Future<Output = T>) -> std::thread::Result<T> {
    let mut future = pin!(future);
    poll_fn(|context| match catch_unwind(AssertUnwindSafe(|| future.as_mut().poll(context))) {
        Ok(poll) => poll.map(Ok),
        Err(panic) => Poll::Ready(Err(panic)),
    })
    .await
}

/// A page in a browser of its own. Elements are named by CSS selectors, and waited for.
pub struct Page {
    browser: WebDriver,
    _driver: Driver,
    origin: String,
}

impl Page {
    async fn open(options: &Options) -> Self {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let mut site = Site::open(&dist).unwrap_or_else(|error| panic!("{error}; {SET_UP}"));
        if let Some(part) = options.withhold {
            site = site.withholding(part);
        }
        let listener = serve::listen(0).await.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(site.serve(listener, None));

        let driver = Driver::start().await;
        let browser = WebDriver::new(driver.address.clone(), capabilities(options))
            .await
            .unwrap_or_else(|error| panic!("no browser: {error}; {SET_UP}"));
        Self { browser, _driver: driver, origin }
    }

    async fn prepare(&self, options: &Options) {
        // By the tools, as a window cannot be as narrow as a phone.
        self.set_view(options.width, options.height).await;
        // Violations go to the console, which outlives reloads.
        self.before_each_load(
            "document.addEventListener('securitypolicyviolation', (event) =>
                console.error('policy violation:', event.violatedDirective, event.blockedURI))",
        )
        .await;
    }

    /// Runs a script at the start of every load to come, before any of the page's own:
    /// to fill a store, set a clock, or take something away.
    pub async fn before_each_load(&self, script: &str) {
        let source = json!({ "source": script });
        self.devtools("Page.addScriptToEvaluateOnNewDocument", source).await;
    }

    /// Goes to a path and query of the site, such as `/?view=fit`, or to a whole address.
    pub async fn goto(&self, address: &str) {
        let address = match address.starts_with('/') {
            true => format!("{}{address}", self.origin),
            false => address.to_owned(),
        };
        self.browser.goto(&address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Loads the same address again.
    pub async fn reload(&self) {
        self.browser.refresh().await.expect("reload");
    }

    /// The address as it is now, from its path on: `/?view=fit`.
    pub async fn url(&self) -> String {
        let url = self.browser.current_url().await.expect("an address").to_string();
        url.strip_prefix(&self.origin).unwrap_or(&url).to_owned()
    }

    /// The first element of that selector, once there is one.
    pub async fn element(&self, css: &str) -> WebElement {
        self.until(&format!("an element {css}"), async || {
            self.browser.find(By::Css(css)).await.ok()
        })
        .await
    }

    /// The text of an element as a reader sees it.
    pub async fn text(&self, css: &str) -> String {
        self.element(css).await.text().await.unwrap_or_else(|error| panic!("{css}: {error}"))
    }

    /// The value of a field.
    pub async fn value(&self, css: &str) -> String {
        let value = self.element(css).await.value().await;
        value.unwrap_or_else(|error| panic!("{css}: {error}")).unwrap_or_default()
    }

    /// How many elements a selector has now.
    pub async fn count(&self, css: &str) -> usize {
        self.browser.find_all(By::Css(css)).await.expect(css).len()
    }

    /// Waits until an element of that selector shows that text.
    pub async fn wait_text(&self, css: &str, part: &str) {
        self.until(&format!("{part:?} in {css}"), async || {
            for element in self.browser.find_all(By::Css(css)).await.ok()? {
                // One that is gone again says nothing.
                if element.text().await.is_ok_and(|text| text.contains(part)) {
                    return Some(());
                }
            }
            None
        })
        .await;
    }

    /// Waits until no element has that selector.
    pub async fn wait_gone(&self, css: &str) {
        self.until(&format!("no {css}"), async || (self.count(css).await == 0).then_some(())).await;
    }

    /// Clicks where the middle of an element is, as a mouse does.
    pub async fn click(&self, css: &str) {
        let clicked = self.element(css).await.click().await;
        clicked.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Replaces what a text or number field holds, by keys.
    pub async fn type_into(&self, css: &str, text: &str) {
        let keys = Key::Control + "a" + Key::Null + Key::Delete + text;
        let typed = self.element(css).await.send_keys(keys).await;
        typed.unwrap_or_else(|error| panic!("{css}: {error}"));
    }

    /// Sets a `select` to the value of an option, or a date field to `2027-01-31`, as a choice there does.
    /// Not by keys: those depend on the reader's region and system.
    pub async fn set(&self, css: &str, value: &str) {
        self.element(css).await;
        let (field, wanted) = (json!(css), json!(value));
        self.script(&format!(
            "const field = document.querySelector({field}); field.value = {wanted};
             for (const name of ['input', 'change']) field.dispatchEvent(new Event(name, {{ bubbles: true }}));"
        ))
        .await;
        assert_eq!(self.value(css).await, value, "{css} takes that value");
    }

    /// Presses keys where the focus is: `Key::Tab`, `Key::Shift + Key::Tab`, `"12"`.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let focus = self.browser.active_element().await.expect("an element has the focus");
        focus.send_keys(keys).await.expect("the keys reach it");
    }

    /// Runs the body of a function in the page and gives what it returns.
    pub async fn script(&self, body: &str) -> Value {
        let given = self.browser.execute(body, Vec::new()).await;
        given.unwrap_or_else(|error| panic!("{body}: {error}")).json().clone()
    }

    /// Changes the size of the view, in CSS pixels.
    pub async fn set_view(&self, width: u32, height: u32) {
        let view =
            json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", view).await;
    }

    /// Writes the whole page, as wide as the view, to `tests/screenshots/NAME.png`.
    pub async fn screenshot(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screenshots");
        fs::create_dir_all(&folder).expect("a folder for screenshots");
        let size = self
            .script("return [innerWidth, innerHeight, document.documentElement.scrollHeight]")
            .await;
        let size: [u32; 3] = serde_json::from_value(size).expect("three sizes");
        let [width, height, whole] = size;
        self.set_view(width, whole.max(height)).await;
        self.browser.screenshot(&folder.join(format!("{name}.png"))).await.expect("a screenshot");
        self.set_view(width, height).await;
    }

    /// Warnings and errors of the console since the last look, but for those expected.
    pub async fn console_surprises(&self, expected: &[&str]) -> Vec<String> {
        let log = self.browser.browser_log().await.expect("the console's log");
        log.iter()
            .filter(|entry| entry.level == "WARNING" || entry.level == "SEVERE")
            .filter(|entry| !expected.iter().any(|part| entry.message.contains(part)))
            .map(|entry| format!("{}: {}", entry.level, entry.message))
            .collect()
    }

    async fn devtools(&self, method: &str, params: Value) {
        let sent = self.browser.cdp().send_raw(method, params).await;
        sent.unwrap_or_else(|error| panic!("{method}: {error}"));
    }

    /// Looks again and again, until there is something or patience ends.
    async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        let found = timeout(PATIENCE, async {
            loop {
                match look().await {
                    Some(found) => break found,
                    None => sleep(Duration::from_millis(20)).await,
                }
            }
        });
        match found.await {
            Ok(found) => found,
            Err(_) => {
                let body = self.browser.find(By::Css("body")).await.expect("a body");
                let shown = body.text().await.unwrap_or_default();
                panic!("{PATIENCE:?} passed without {what}; the page shows:\n{shown}")
            }
        }
    }
}

fn capabilities(options: &Options) -> Capabilities {
    let mut chrome = json!({
        // The driver makes a new profile for each session and removes it.
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", format!("--lang={}", options.lang),
        ],
        "prefs": {
            "intl.accept_languages": options.lang,
            "profile.default_content_setting_values.javascript": if options.script { 1 } else { 2 },
        },
    });
    if let Ok(binary) = env::var("CHROME") {
        chrome["binary"] = json!(binary);
    }
    serde_json::from_value(json!({
        "browserName": "chrome",
        "goog:chromeOptions": chrome,
        "goog:loggingPrefs": { "browser": "ALL" },
    }))
    .expect("capabilities are an object")
}

/// A ChromeDriver of its own, ended with it.
struct Driver {
    address: String,
    _process: Child,
    /// Kept open: the driver would stop on a closed pipe.
    _said: Lines<BufReader<ChildStdout>>,
}

impl Driver {
    async fn start() -> Self {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {program}: {error}; {SET_UP}"));
        let mut said = BufReader::new(process.stdout.take().expect("it is piped")).lines();
        let port = timeout(PATIENCE, async {
            loop {
                let line = said.next_line().await.expect("text").expect("the driver ended");
                if let Some((_, port)) = line.split_once("started successfully on port ") {
                    break port.trim_end_matches('.').to_owned();
                }
            }
        });
        let port = port.await.expect("the driver says its port");
        let address = format!("http://127.0.0.1:{port}");
        Self { address, _process: process, _said: said }
    }
}
