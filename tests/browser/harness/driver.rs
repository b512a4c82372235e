//! ChromeDriver, and the browser that it starts.
use super::{Options, PATIENCE, SET_UP};
use serde_json::json;
use std::{env, process::Stdio};
use thirtyfour::{Capabilities, WebDriver};
use tokio::{
    io::{AsyncBufReadExt as _, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    time::timeout,
};

/// A ChromeDriver of its own, ended with it.
pub struct Driver {
    address: String,
    _process: Child,
    /// Kept open: the driver would stop on a closed pipe.
    _said: Lines<BufReader<ChildStdout>>,
}

/// How often a driver is started until one stays.
const ATTEMPTS: usize = 5;

impl Driver {
    pub async fn start() -> Self {
        let mut said = Vec::new();
        // The port that it finds free for IPv4 may be taken for IPv6: then it ends at once.
        for _ in 0..ATTEMPTS {
            match Self::attempt().await {
                Ok(driver) => return driver,
                Err(lines) => said = lines,
            }
        }
        panic!("the driver ended {ATTEMPTS} times, and said: {said:#?}; {SET_UP}");
    }

    /// A driver that listens, or what one said that ended before.
    async fn attempt() -> Result<Self, Vec<String>> {
        let program = env::var("CHROMEDRIVER").unwrap_or_else(|_| "chromedriver".to_owned());
        let mut process = Command::new(&program)
            .arg("--port=0")
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {program}: {error}; {SET_UP}"));
        let mut said = BufReader::new(process.stdout.take().expect("it is piped")).lines();
        let mut lines = Vec::new();
        let port = timeout(PATIENCE, async {
            while let Some(line) = said.next_line().await.expect("text") {
                if let Some((_, port)) = line.split_once("started successfully on port ") {
                    return Some(port.trim_end_matches('.').to_owned());
                }
                lines.push(line);
            }
            None
        });
        match port.await.expect("the driver says its port, or ends") {
            Some(port) => {
                let address = format!("http://127.0.0.1:{port}");
                Ok(Self { address, _process: process, _said: said })
            }
            None => Err(lines),
        }
    }

    /// A browser with a profile of its own.
    pub async fn browser(&self, options: &Options) -> WebDriver {
        WebDriver::new(self.address.clone(), capabilities(options))
            .await
            .unwrap_or_else(|error| panic!("no browser: {error}; {SET_UP}"))
    }
}

fn capabilities(options: &Options) -> Capabilities {
    let mut chrome = json!({
        // The driver makes a new profile for each session and removes it.
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
    serde_json::from_value(json!({
        "browserName": "chrome",
        "goog:chromeOptions": chrome,
        "goog:loggingPrefs": { "browser": "ALL" },
    }))
    .expect("capabilities are an object")
}
