//! What a test does with a page, and what it sees there.
use super::{Browser, Options, PATIENCE, bidi::Bidi, session::Session, site::Served};
use axum::http::Method;
use serde_json::{Value, json};
use std::{
    cell::{Cell, RefCell},
    fs,
    path::Path,
    time::Duration,
};
use thirtyfour::{
    By, Key, RequestData, SessionId, TypingData, WebDriver, WebElement,
    common::command::FormatRequestData,
    common::print::{PrintPage, PrintParameters},
    error::{WebDriverErrorInner, WebDriverResult},
};
use tokio::time::{sleep, timeout};

/// Pauses between two looks at what is waited for. Each look is work for the browser, and keeps it
/// from what is waited for.
const SHORTEST_PAUSE: Duration = Duration::from_millis(10);
const LONGEST_PAUSE: Duration = Duration::from_millis(80);

/// A page that a test looks at. Elements are named by CSS selectors, and waited for.
pub struct Page {
    pub kind: Browser,
    pub(super) browser: WebDriver,
    /// The tab that is looked at, by the name that WebDriver and BiDi have for it.
    pub(super) tab: RefCell<String>,
    /// The scripts before each load, which WebKit knows as one.
    pub(super) before: RefCell<String>,
    /// The height of what WebKit's window has above the page.
    pub(super) bar: Cell<u32>,
    /// Whether its pages may run scripts.
    pub(super) runs_scripts: bool,
    pub(super) session: Session,
    pub site: Served,
}

impl Page {
    pub async fn open(kind: Browser, options: &Options) -> Self {
        let site = Served::start(options).await;
        let session = Session::open(kind, options).await;
        let browser = session.browser.clone();
        let tab = RefCell::new(browser.window().await.expect("a window").to_string());
        let (before, bar) = (RefCell::default(), Cell::default());
        let runs_scripts = options.script;
        Self { kind, browser, tab, before, bar, runs_scripts, session, site }
    }

    /// Ends what the test had of the browser.
    pub async fn close(self, has_passed: bool) -> WebDriverResult<()> {
        self.session.close(has_passed).await
    }

    /// Prepares the browser and its first tab for a test.
    pub async fn prepare(&self, options: &Options) {
        self.prepare_tab(options).await;
        if self.kind == Browser::Chromium {
            let clipboard = ["clipboardReadWrite", "clipboardSanitizedWrite"];
            let mut permissions = json!({ "permissions": clipboard });
            if let Some(user_context) = self.session.user_context() {
                permissions["browserContextId"] = json!(user_context);
            }
            self.devtools("Browser.grantPermissions", permissions).await;
        }
    }

    /// Gives a tab its size, and what runs before each load in it.
    pub(super) async fn prepare_tab(&self, options: &Options) {
        // By the tools, as a window cannot be as narrow as a phone.
        self.set_view(options.width, options.height).await;
        if let Some(now) = options.now {
            self.before_each_load(&format!("Date.now = () => Date.parse('{now}')")).await;
        }
        if self.kind == Browser::Firefox {
            // Of an error as a value, its log has no text.
            self.before_each_load(
                "for (const name of ['error', 'warn']) {
                     const say = console[name];
                     console[name] = (...values) => say.apply(console, values.map(String));
                 }",
            )
            .await;
        }
        if self.kind == Browser::WebKit {
            self.prefer_in_webkit(options.lang).await;
        }
        if !options.before.is_empty() {
            self.before_each_load(options.before).await;
        }
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
        match self.session.firefox() {
            None if self.kind == Browser::WebKit => self.before_each_load_in_webkit(script).await,
            None => {
                let source = json!({ "source": script });
                self.devtools("Page.addScriptToEvaluateOnNewDocument", source).await;
            }
            Some(bidi) => {
                let mut function =
                    json!({ "functionDeclaration": format!("() => {{ {script} }}") });
                if let Some(user_context) = self.session.user_context() {
                    function["userContexts"] = json!([user_context]);
                }
                bidi.send("script.addPreloadScript", function).await;
            }
        }
    }

    /// Goes to a path and query of the site, such as `/?view=fit`, or to a whole address.
    pub async fn goto(&self, address: &str) {
        let address = match address.starts_with('/') {
            true => format!("{}{address}", self.site.origin),
            false => address.to_owned(),
        };
        self.browser.goto(&address).await.unwrap_or_else(|error| panic!("{address}: {error}"));
    }

    /// Makes the processor so many times slower, in Chromium.
    pub async fn slow_down(&self, times: u32) {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Takes out of memory what nothing uses any more, but in Firefox.
    pub async fn collect_garbage(&self) {
        match self.kind {
            Browser::Chromium => self.devtools("HeapProfiler.collectGarbage", json!({})).await,
            Browser::WebKit => self.collect_garbage_in_webkit().await,
            Browser::Firefox => {}
        }
    }

    /// Seconds that Chromium has spent on something so far, `ScriptDuration`, `LayoutDuration`, or
    /// how many it has: `Nodes`, `JSEventListeners`. The others do not tell: 0.
    pub async fn spent(&self, on: &str) -> f64 {
        if self.kind != Browser::Chromium {
            return 0.0;
        }
        let _ = self.browser.cdp().send_raw("Performance.enable", json!({})).await;
        let metrics = self.browser.cdp().send_raw("Performance.getMetrics", json!({})).await;
        let metrics = metrics.expect("Chromium measures itself");
        let metrics = metrics["metrics"].as_array().expect("a list");
        let found = metrics.iter().find(|metric| metric["name"] == on);
        found.and_then(|metric| metric["value"].as_f64()).unwrap_or_default()
    }

    /// Why Chromium would not install the page; the others do not tell, so nothing there.
    pub async fn uninstallable_because(&self) -> Value {
        if self.kind != Browser::Chromium {
            return json!([]);
        }
        let answer = self.browser.cdp().send_raw("Page.getInstallabilityErrors", json!({})).await;
        answer.expect("Chromium looks into it")["installabilityErrors"].clone()
    }

    /// Loads the same address again.
    pub async fn reload(&self) {
        self.browser.refresh().await.expect("reload");
    }

    /// Goes back, as the browser's button does.
    pub async fn back(&self) {
        self.browser.back().await.expect("back");
    }

    /// The address as it is now, from its path on: `/?view=fit`.
    pub async fn url(&self) -> String {
        let url = self.browser.current_url().await.expect("an address").to_string();
        url.strip_prefix(&self.site.origin).unwrap_or(&url).to_owned()
    }

    /// Waits until the address, which rests after it was written, has this in it.
    pub async fn wait_url(&self, part: &str) {
        let part = json!(part);
        self.wait_until(&format!("location.href.includes({part})")).await;
    }

    /// The first element of that selector, once there is one.
    pub async fn element(&self, css: &str) -> WebElement {
        self.until(&format!("an element {css}"), async || {
            self.browser.find(By::Css(css)).await.ok()
        })
        .await
    }

    /// What is read of the first element of that selector. The page replaces its elements: one that
    /// was found may be gone when it is read, or be made while the shell is still shown; it is then
    /// found again.
    async fn with<T>(&self, css: &str, read: impl AsyncFn(WebElement) -> WebDriverResult<T>) -> T {
        self.until(&format!("an element {css}"), async || {
            match read(self.browser.find(By::Css(css)).await.ok()?).await {
                Ok(read) => Some(read),
                Err(error) => match error.into_inner() {
                    WebDriverErrorInner::StaleElementReference(_)
                    | WebDriverErrorInner::ElementNotInteractable(_) => None,
                    error => panic!("{css}: {error}"),
                },
            }
        })
        .await
    }

    /// Waits until the page has taken the place of the shell, or has said that it cannot, and no part
    /// of it says that it is busy: what is still to be made, or follows once typing has paused, is
    /// there then. A page that runs no script says nothing.
    pub async fn rest(&self) {
        if self.runs_scripts {
            self.wait_until(
                "!document.querySelector('[aria-busy=true]')
                     && (!document.getElementById('shell') || !!document.getElementById('boot-failure'))",
            )
            .await;
        }
    }

    /// The text of an element as a reader sees it, once the page is at rest.
    pub async fn text(&self, css: &str) -> String {
        self.rest().await;
        if self.kind == Browser::WebKit && self.runs_scripts {
            return self.text_in_webkit(css).await;
        }
        self.with(css, async |element| element.text().await).await
    }

    /// The texts of all elements of a selector as a reader sees them, none where there is none, once
    /// the page is at rest.
    pub async fn texts(&self, css: &str) -> Vec<String> {
        self.rest().await;
        self.texts_now(css).await
    }

    /// The texts of all elements of a selector now, whatever the page is at.
    pub async fn texts_now(&self, css: &str) -> Vec<String> {
        // Parts of a picture have no text as it is seen.
        let text = "(found) => found.innerText ?? found.textContent";
        let texts = self.evaluate_now(&format!("{}.map({text})", all(css))).await;
        serde_json::from_value(texts).expect("texts")
    }

    /// An attribute of an element once there is one and the page is at rest.
    pub async fn attribute(&self, css: &str, name: &str) -> Option<String> {
        self.rest().await;
        if self.kind == Browser::WebKit {
            return self.attribute_in_webkit(css, name).await;
        }
        self.with(css, async |element| element.attr(name).await).await
    }

    /// The value of a field, once the page is at rest.
    pub async fn value(&self, css: &str) -> String {
        self.rest().await;
        self.with(css, async |element| element.value().await).await.unwrap_or_default()
    }

    /// How many elements a selector has once the page is at rest.
    pub async fn count(&self, css: &str) -> usize {
        self.rest().await;
        self.count_now(css).await
    }

    /// How many elements a selector has now.
    pub async fn count_now(&self, css: &str) -> usize {
        // In one go: WebKit's driver fails where an element goes while it makes a list of them.
        let count = self.evaluate_now(&format!("{}.length", all(css))).await;
        serde_json::from_value(count).expect("a number")
    }

    /// How many elements of a selector the page in the first frame has, once it is there.
    pub async fn count_in_frame(&self, css: &str) -> usize {
        self.browser.enter_frame(0).await.expect("a frame");
        // What is refused is a page of the browser's own.
        let loaded = "return document.readyState === 'complete' && location.href !== 'about:blank'";
        for _ in 0..100 {
            let is_there = self.browser.execute(loaded, Vec::new()).await;
            if is_there.is_ok_and(|it| it.json() == &json!(true)) {
                break;
            }
            sleep(Duration::from_millis(20)).await;
        }
        let found = self.browser.find_all(By::Css(css)).await.expect("a list").len();
        self.browser.enter_default_frame().await.expect("the page");
        found
    }

    /// Waits until an element of that selector shows that text.
    pub async fn wait_text(&self, css: &str, part: &str) {
        self.until(&format!("{part:?} in {css}"), async || {
            if self.kind == Browser::WebKit {
                return self
                    .texts_now(css)
                    .await
                    .iter()
                    .any(|text| text.contains(part))
                    .then_some(());
            }
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
        self.until(&format!("no {css}"), async || (self.count_now(css).await == 0).then_some(()))
            .await;
    }

    /// Waits until an expression of JavaScript is true, and names what was waited for. One that fails,
    /// because an element is not there yet, is not true.
    pub async fn wait_until(&self, expression: &str) {
        self.wait_within(PATIENCE, expression).await;
    }

    /// The same with more patience: for what comes when its time has come.
    pub async fn wait_within(&self, patience: Duration, expression: &str) {
        let is_true = format!("try {{ return await ({expression}) }} catch {{ return false }}");
        self.until_within(patience, expression, async || {
            (self.script_now(&is_true).await == json!(true)).then_some(())
        })
        .await;
    }

    /// Clicks where the middle of an element is, as a mouse does.
    pub async fn click(&self, css: &str) {
        if self.kind == Browser::WebKit {
            self.bring_into_sight_in_webkit(css).await;
        }
        self.with(css, async |element| element.click().await).await;
    }

    /// Replaces what a text or number field holds, by keys.
    pub async fn type_into(&self, css: &str, text: &str) {
        self.element(css).await;
        self.script(&format!("document.querySelector({}).focus()", json!(css))).await;
        self.press(Key::Control + "a" + Key::Null + Key::Delete + text).await;
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

    /// Puts a text into a field at once, as a paste does.
    pub async fn paste(&self, css: &str, text: &str) {
        self.element(css).await;
        self.script(&format!(
            "const field = document.querySelector({});
             field.value = {};
             field.dispatchEvent(new Event('input', {{ bubbles: true }}));",
            json!(css),
            json!(text)
        ))
        .await;
    }

    /// Presses keys where the focus is: `Key::Tab`, `Key::Shift + Key::Tab`, `"12"`.
    /// A modifier is held until `Key::Null` or the last of the keys.
    pub async fn press(&self, keys: impl Into<TypingData>) {
        let modifiers = [Key::Shift, Key::Control, Key::Alt, Key::Meta].map(|key| key.value());
        let mut held = Vec::new();
        let mut actions = self.browser.action_chain();
        // Not keys sent to an element: Firefox takes those to a date for the whole of it.
        for key in keys.into().as_vec() {
            if modifiers.contains(&key) {
                held.push(key);
                actions = actions.key_down(key);
            } else if key == Key::Null.value() {
                actions = held.drain(..).fold(actions, |actions, key| actions.key_up(key));
            } else {
                actions = actions.key_down(key).key_up(key);
            }
        }
        actions = held.drain(..).fold(actions, |actions, key| actions.key_up(key));
        actions.perform().await.expect("the keys reach what has the focus");
    }

    /// What has the focus once the page is at rest: its id, else its text; `BODY` where it is lost.
    pub async fn focus(&self) -> String {
        // The focus is moved in the frame after a click, when what it goes to is there.
        let focus = self
            .script(
                "return new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(() => {
                     const on = document.activeElement;
                     next(on === document.body ? 'BODY' : on.id || on.innerText);
                 })))",
            )
            .await;
        focus.as_str().expect("a name").to_owned()
    }

    /// The text that was copied last.
    pub async fn clipboard(&self) -> String {
        let copied = match self.kind {
            Browser::WebKit => self.clipboard_of_webkit().await,
            _ => self.evaluate("navigator.clipboard.readText()").await,
        };
        copied.as_str().expect("a text").to_owned()
    }

    /// What an expression of JavaScript comes to once the page is at rest; a promise is waited for.
    pub async fn evaluate(&self, expression: &str) -> Value {
        self.rest().await;
        self.evaluate_now(expression).await
    }

    /// What an expression of JavaScript comes to now, whatever the page is at.
    pub async fn evaluate_now(&self, expression: &str) -> Value {
        self.script_now(&format!("return {expression}")).await
    }

    /// Runs the body of a function in the page once that is at rest, and gives what it returns.
    pub async fn script(&self, body: &str) -> Value {
        self.rest().await;
        self.script_now(body).await
    }

    /// Runs the body of a function in the page, whatever that is at, and gives what it returns.
    pub async fn script_now(&self, body: &str) -> Value {
        match self.session.firefox() {
            // WebDriver's own way has globals of its own in Firefox, not those of the page.
            Some(bidi) if self.runs_scripts => {
                let function =
                    format!("async () => JSON.stringify([await (async () => {{ {body} }})()])");
                let given = bidi
                    .send(
                        "script.callFunction",
                        json!({ "functionDeclaration": function, "awaitPromise": true,
                            "target": { "context": self.tab() } }),
                    )
                    .await;
                match given["result"]["value"].as_str() {
                    Some(list) => serde_json::from_str::<Value>(list).expect("JSON")[0].take(),
                    None => panic!("{body}: {}", given["exceptionDetails"]["text"]),
                }
            }
            // There a function waits for nothing, but for the promise that it gives.
            _ if self.kind == Browser::WebKit && self.runs_scripts => {
                self.driver_script(&format!("return (async () => {{ {body}\n }})()")).await
            }
            _ => self.driver_script(body).await,
        }
    }

    pub(super) async fn driver_script(&self, body: &str) -> Value {
        let given = self.browser.execute(body, Vec::new()).await;
        given.unwrap_or_else(|error| panic!("{body}: {error}")).json().clone()
    }

    /// Changes the size of the view, in CSS pixels.
    pub async fn set_view(&self, width: u32, height: u32) {
        let mut view = json!({ "width": width, "height": height });
        match self.session.firefox() {
            None if self.kind == Browser::WebKit => self.set_view_in_webkit(width, height).await,
            None => {
                view["deviceScaleFactor"] = json!(1);
                view["mobile"] = json!(false);
                self.devtools("Emulation.setDeviceMetricsOverride", view).await;
            }
            Some(bidi) => {
                let view =
                    json!({ "context": self.tab(), "viewport": view, "devicePixelRatio": 1 });
                bidi.send("browsingContext.setViewport", view).await;
            }
        }
    }

    /// Shows the page as on another medium: `("screen", "dark")`, `("print", "light")`.
    pub async fn set_media(&self, medium: &str, scheme: &str) {
        if self.kind == Browser::Chromium {
            let scheme = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
            let media = json!({ "media": medium, "features": scheme });
            return self.devtools("Emulation.setEmulatedMedia", media).await;
        }
        if self.kind == Browser::WebKit {
            return self.set_media_in_webkit(medium, scheme).await;
        }
        // No protocol has this for Firefox yet; its own tools set it here.
        self.speak_to("chrome").await;
        self.driver_script(&format!(
            "const shown = gBrowser.selectedBrowser.browsingContext;
             shown.mediumOverride = {};
             shown.prefersColorSchemeOverride = {};",
            json!(medium),
            json!(scheme)
        ))
        .await;
        self.speak_to("content").await;
    }

    /// Writes the whole page, as wide as the view, to `tests/screenshots/BROWSER/NAME.png`.
    pub async fn screenshot(&self, name: &str) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/screenshots");
        let folder = folder.join(format!("{:?}", self.kind).to_lowercase());
        fs::create_dir_all(&folder).expect("a folder for screenshots");
        let file = folder.join(format!("{name}.png"));
        if self.kind == Browser::WebKit {
            return fs::write(file, self.picture_of_webkit().await).expect("a screenshot");
        }
        let size = self
            .script_now("return [innerWidth, innerHeight, document.documentElement.scrollHeight]")
            .await;
        let size: [u32; 3] = serde_json::from_value(size).expect("three sizes");
        let [width, height, whole] = size;
        self.set_view(width, whole.max(height)).await;
        self.browser.screenshot(&file).await.expect("a screenshot");
        self.set_view(width, height).await;
    }

    /// How many sheets of A4 the page takes on paper.
    pub async fn sheets(&self) -> usize {
        let with = PrintParameters {
            page: PrintPage { width: 21.0, height: 29.7 },
            ..PrintParameters::default()
        };
        let pdf = self.browser.print_page(with).await.expect("a PDF");
        lopdf::Document::load_mem(&pdf).expect("a PDF").get_pages().len()
    }

    /// Warnings and errors of the console since the last look, but for those expected.
    pub async fn console_surprises(&self, expected: &[&str]) -> Vec<String> {
        let said = match self.session.firefox() {
            None if self.kind == Browser::WebKit => self.webkit_log().await,
            None => self.chromium_log().await,
            Some(bidi) => self.firefox_log(bidi).await,
        };
        said.into_iter().filter(|said| !expected.iter().any(|part| said.contains(part))).collect()
    }

    async fn chromium_log(&self) -> Vec<String> {
        let log = self.browser.browser_log().await.expect("the console's log");
        log.iter()
            .filter(|entry| entry.level == "WARNING" || entry.level == "SEVERE")
            .map(|entry| format!("{}: {}", entry.level, entry.message))
            .collect()
    }

    async fn firefox_log(&self, bidi: &Bidi) -> Vec<String> {
        // What happened before has been said once this has; events are told a turn later.
        const MARK: &str = "the log up to here";
        let mark = format!("console.debug('{MARK}')");
        match self.runs_scripts {
            true => {
                let mark = format!("await new Promise((next) => setTimeout(next)); {mark}");
                self.script_now(&mark).await
            }
            false => self.driver_script(&mark).await,
        };
        let log = bidi.log_until(MARK).await;
        log.iter()
            .filter(|entry| entry["level"] == "warn" || entry["level"] == "error")
            .map(|entry| {
                let frames = entry["stackTrace"]["callFrames"].as_array();
                let places = frames.into_iter().flatten().map(|frame| frame["url"].to_string());
                let places = places.collect::<Vec<_>>().join(" ");
                format!("{}: {} {places}", entry["level"], entry["text"])
            })
            .collect()
    }

    /// Scripts from here on are run by the page (`content`) or by Firefox itself (`chrome`).
    pub(super) async fn speak_to(&self, context: &'static str) {
        self.browser.cmd(SetContext(context)).await.expect(context);
    }

    pub(super) async fn devtools(&self, method: &str, params: Value) {
        let sent = self.browser.cdp().send_raw(method, params).await;
        sent.unwrap_or_else(|error| panic!("{method}: {error}"));
    }

    /// Looks again and again, until there is something or patience ends.
    pub(super) async fn until<T>(&self, what: &str, look: impl AsyncFn() -> Option<T>) -> T {
        self.until_within(PATIENCE, what, look).await
    }

    /// The same with more patience, or with less.
    async fn until_within<T>(
        &self,
        patience: Duration,
        what: &str,
        look: impl AsyncFn() -> Option<T>,
    ) -> T {
        let found = timeout(patience, async {
            let mut pause = SHORTEST_PAUSE;
            loop {
                if let Some(found) = look().await {
                    break found;
                }
                sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
        });
        match found.await {
            Ok(found) => found,
            Err(_) => {
                let body = self.browser.find(By::Css("body")).await.expect("a body");
                let shown = body.text().await.unwrap_or_default();
                panic!("{patience:?} passed without {what}; the page shows:\n{shown}")
            }
        }
    }
}

/// A command of geckodriver's own.
#[derive(Debug)]
struct SetContext(&'static str);

impl FormatRequestData for SetContext {
    fn format_request(&self, session: &SessionId) -> RequestData {
        RequestData::new(Method::POST, format!("/session/{session}/moz/context"))
            .add_body(json!({ "context": self.0 }))
    }
}

/// All elements of a selector as a JavaScript array.
pub fn all(css: &str) -> String {
    format!("[...document.querySelectorAll({})]", json!(css))
}
