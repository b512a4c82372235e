//! The driver of a browser, and the browser that it starts.
use super::{
    Browser, Options, PATIENCE, SET_UP,
    inspector::Inspector,
    webkit::{self, MiniBrowser},
};
use serde_json::json;
use std::{env, path::Path, process::Stdio};
use thirtyfour::{Capabilities, WebDriver};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    process::{Child, Command},
    time::timeout,
};

/// A driver of its own, ended with it.
pub struct Driver {
    pub kind: Browser,
    address: String,
    process: Child,
    /// WebKit's driver comes to a browser that is there.
    webkit: Option<MiniBrowser>,
}

/// How often a driver is started until one stays.
const ATTEMPTS: usize = 5;

impl Driver {
    pub async fn start(browser: Browser, options: &Options) -> Self {
        if browser == Browser::WebKit {
            return Self::start_webkit(options).await;
        }
        Self::start_until_one_stays(browser, false).await
    }

    /// One that is a group of processes with its browser, so that both can be ended by its number.
    pub async fn start_group(browser: Browser) -> Self {
        Self::start_until_one_stays(browser, true).await
    }

    async fn start_until_one_stays(browser: Browser, is_group: bool) -> Self {
        let mut said = Vec::new();
        // The port that it finds free for IPv4 may be taken for IPv6: then it ends at once.
        for _ in 0..ATTEMPTS {
            match Self::attempt(browser, is_group).await {
                Ok(driver) => return driver,
                Err(lines) => said = lines,
            }
        }
        panic!("the driver ended {ATTEMPTS} times, and said: {said:#?}; {SET_UP}");
    }

    /// A driver that listens, or what one said that ended before.
    async fn attempt(browser: Browser, is_group: bool) -> Result<Self, Vec<String>> {
        let (variable, usual, arguments): (_, _, &[&str]) = match browser {
            Browser::Chromium => ("CHROMEDRIVER", "chromedriver", &["--port=0"]),
            // Other media are shown to a page from the browser's own side (Page::set_media).
            Browser::Firefox => (
                "GECKODRIVER",
                "geckodriver",
                &["--port=0", "--websocket-port=0", "--allow-system-access"],
            ),
            Browser::WebKit => panic!("its driver comes to a browser that is there"),
        };
        let program = env::var(variable).unwrap_or_else(|_| usual.to_owned());
        let mut command = Command::new(&program);
        if is_group {
            command.process_group(0);
        }
        let mut process = command
            .args(arguments)
            .stdout(Stdio::piped())
            // Where Firefox tells of itself; what matters of it comes as an answer.
            .stderr(if browser == Browser::Firefox { Stdio::null() } else { Stdio::inherit() })
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {program}: {error}; {SET_UP}"));
        let mut said = BufReader::new(process.stdout.take().expect("it is piped")).lines();
        let mut lines = Vec::new();
        let port = timeout(PATIENCE, async {
            while let Some(line) = said.next_line().await.expect("text") {
                // ChromeDriver says the one, geckodriver the other.
                for before in ["started successfully on port ", "Listening on 127.0.0.1:"] {
                    if let Some((_, port)) = line.split_once(before) {
                        return Some(port.trim_end_matches('.').to_owned());
                    }
                }
                lines.push(line);
            }
            None
        });
        match port.await.expect("the driver says its port, or ends") {
            Some(port) => {
                // It would stop on a closed pipe, and wait at a full one.
                tokio::spawn(async move { while let Ok(Some(_)) = said.next_line().await {} });
                let address = format!("http://127.0.0.1:{port}");
                Ok(Self { kind: browser, address, process, webkit: None })
            }
            None => Err(lines),
        }
    }

    /// WebKit's browser, then the driver beside it: what the driver starts cannot be inspected.
    async fn start_webkit(options: &Options) -> Self {
        let webkit = MiniBrowser::start(options.script).await;
        let program = env::var("WEBKITDRIVER").unwrap_or_else(|_| "WebKitWebDriver".to_owned());
        let port = webkit::free_port().await;
        let mut process = Command::new(&program)
            .arg(format!("--port={port}"))
            .arg(format!("--target={}", webkit.address))
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {program}: {error}; {SET_UP}"));
        assert!(webkit::reach(port, &mut process).await.is_some(), "{program} ended; {SET_UP}");
        let address = format!("http://127.0.0.1:{port}");
        Self { kind: Browser::WebKit, address, process, webkit: Some(webkit) }
    }

    /// The inspector of a browser that has one.
    pub async fn inspector(&mut self) -> Option<Inspector> {
        match &mut self.webkit {
            Some(webkit) => Some(webkit.inspector().await),
            None => None,
        }
    }

    /// Ends what does not end with the driver.
    pub async fn end(self) {
        if let Some(webkit) = self.webkit {
            webkit.end().await;
        }
    }

    /// The processes of which all others of the browser are children.
    pub fn processes(&self) -> Vec<u32> {
        let webkit = self.webkit.as_ref().and_then(MiniBrowser::process);
        self.process.id().into_iter().chain(webkit).collect()
    }

    /// A browser with a profile of its own: in the folder given, else in a new one.
    pub async fn browser(&self, options: &Options, profile: Option<&Path>) -> WebDriver {
        let capabilities = match self.kind {
            Browser::Chromium => chromium(options, profile),
            Browser::Firefox => firefox(options, profile),
            Browser::WebKit => webkit_as_it_is(),
        };
        WebDriver::new(self.address.clone(), capabilities)
            .await
            .unwrap_or_else(|error| panic!("no browser: {error}; {SET_UP}"))
    }
}

fn chromium(options: &Options, profile: Option<&Path>) -> Capabilities {
    let mut chrome = json!({
        // Where none is given below, the driver makes a new profile and removes it.
        "args": [
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            // A click would miss what still scrolls.
            "--disable-sync", "--force-prefers-reduced-motion", format!("--lang={}", options.lang),
        ],
        "prefs": {
            "intl.accept_languages": options.lang,
            "profile.default_content_setting_values.javascript": if options.script { 1 } else { 2 },
        },
    });
    if let Ok(binary) = env::var("CHROME") {
        chrome["binary"] = json!(binary);
    }
    if let (Some(profile), Some(args)) = (profile, chrome["args"].as_array_mut()) {
        args.push(json!(format!("--user-data-dir={}", profile.display())));
    }
    serde_json::from_value(json!({
        "browserName": "chrome",
        "webSocketUrl": profile.is_some(),
        "goog:chromeOptions": chrome,
        "goog:loggingPrefs": { "browser": "ALL" },
    }))
    .expect("capabilities are an object")
}

fn firefox(options: &Options, profile: Option<&Path>) -> Capabilities {
    let mut args = vec![json!("-headless")];
    args.extend(profile.into_iter().flat_map(|folder| [json!("-profile"), json!(folder)]));
    let mut firefox = json!({
        "args": args,
        "prefs": {
            "intl.accept_languages": options.lang,
            "javascript.enabled": options.script,
            // The driver lets a file read its neighbours, which no reader's browser does.
            "security.fileuri.strict_origin_policy": true,
            // A click would miss what still scrolls.
            "ui.prefersReducedMotion": 1,
            // Reading the clipboard would ask the reader first.
            "dom.events.testing.asyncClipboard": true,
        },
    });
    if let Ok(binary) = env::var("FIREFOX") {
        firefox["binary"] = json!(binary);
    }
    serde_json::from_value(json!({
        "browserName": "firefox",
        "moz:firefoxOptions": firefox,
        "webSocketUrl": true,
    }))
    .expect("capabilities are an object")
}

/// The browser is there already.
fn webkit_as_it_is() -> Capabilities {
    serde_json::from_value(json!({ "browserName": "MiniBrowser" })).expect("an object")
}
