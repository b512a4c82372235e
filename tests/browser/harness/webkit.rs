//! WebKit: the small browser that comes with its driver, and a screen for it that nobody sees.
use super::{PATIENCE, Page, SET_UP, folder::new_folder, inspector::Inspector};
use serde_json::{Value, json};
use std::{env, fs, net::Ipv4Addr, path::PathBuf, process::Stdio, time::Duration};
use tempfile::TempDir;
use tokio::{
    io::{AsyncBufReadExt as _, BufReader},
    net::{TcpListener, TcpStream},
    process::{Child, Command},
    time::{sleep, timeout},
};

/// Where systems have it: each architecture of Debian has a folder of its own.
const PLACES: [&str; 3] = ["/usr/lib", "/usr/lib64", "/usr/libexec"];
const NAMES: [&str; 2] = ["webkit2gtk-4.1/MiniBrowser", "webkit2gtk-4.0/MiniBrowser"];

/// Without it, its buttons would make the window wider than a phone.
const NARROW: &str =
    "* { min-width: 0; min-height: 0; margin: 0; padding: 0; border-width: 0; font-size: 1px; }";

/// Nothing moves: a click would miss what still scrolls.
const STILL: &str = "[Settings]\ngtk-enable-animations=0\n";

/// A window is larger than the screen where it has to be. The mouse rests in the middle of the screen:
/// there it is on every window, and a window without it has no focus.
const SCREEN: &str = "300x500x24";

/// GTK's WebKit is built without what Safari's has, and says so of every policy that names it.
const WITHOUT_MANIFESTS: &str = "Unrecognized Content-Security-Policy directive 'manifest-src'";

/// A browser and its screen, ended with it.
pub struct MiniBrowser {
    /// Where its driver reaches it.
    pub address: String,
    inspector: Option<TcpStream>,
    browser: Child,
    screen: Child,
    _folder: TempDir,
}

/// The browser, by its name or where systems have it.
fn program() -> Option<PathBuf> {
    if let Some(named) = env::var_os("MINIBROWSER") {
        return Some(named.into());
    }
    let below = |place: &str| {
        let entries = fs::read_dir(place).into_iter().flatten().flatten();
        entries.map(|entry| entry.path()).chain([place.into()]).collect::<Vec<_>>()
    };
    let folders = PLACES.iter().flat_map(|place| below(place));
    let paths = folders.flat_map(|folder| NAMES.map(|name| folder.join(name)));
    paths.into_iter().find(|path| path.is_file())
}

/// Whether this system has WebKit and its driver, or an installer that would bring them: elsewhere
/// there is none to test in.
pub fn is_to_be_had() -> bool {
    let is_on_path = |name: &str| {
        let path = env::var_os("PATH").unwrap_or_default();
        env::split_paths(&path).any(|folder| folder.join(name).is_file())
    };
    let has_driver = env::var_os("WEBKITDRIVER").is_some() || is_on_path("WebKitWebDriver");
    has_driver && program().is_some() || is_on_path("apt-get")
}

/// A free port of the loopback, for a program that tells none.
pub async fn free_port() -> u16 {
    let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
    free.local_addr().expect("an address").port()
}

/// A connection to a program as soon as it listens, or none where it ended.
pub async fn reach(port: u16, process: &mut Child) -> Option<TcpStream> {
    let reached = timeout(PATIENCE, async {
        loop {
            if let Ok(stream) = TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await {
                return Some(stream);
            }
            if process.try_wait().expect("its state").is_some() {
                return None;
            }
            sleep(Duration::from_millis(10)).await;
        }
    });
    reached.await.expect("it listens, or ends")
}

impl MiniBrowser {
    pub async fn start(runs_scripts: bool) -> Self {
        let (screen, display) = start_screen().await;
        let folder = settings_folder();
        let program = program().unwrap_or_else(|| panic!("there is no MiniBrowser; {SET_UP}"));
        let port = free_port().await;
        let address = format!("127.0.0.1:{port}");
        let mut browser = Command::new(&program)
            .arg("--automation")
            .arg(format!("--enable-javascript={runs_scripts}"))
            .arg("--javascript-can-open-windows-automatically=true")
            .env("DISPLAY", format!(":{display}"))
            .env("GDK_BACKEND", "x11")
            .env("WEBKIT_INSPECTOR_SERVER", &address)
            // As its driver starts it: bars are drawn over what scrolls.
            .env("GTK_OVERLAY_SCROLLING", "1")
            // Where there is no graphics card, layers drawn by GL were half of the work of a test.
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            // Nothing of the desktop of whoever runs the tests.
            .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
            .env("NO_AT_BRIDGE", "1")
            .env("GSETTINGS_BACKEND", "memory")
            .env("XDG_CONFIG_HOME", folder.path())
            .env("XDG_DATA_HOME", folder.path())
            .env("XDG_CACHE_HOME", folder.path())
            .env_remove("WAYLAND_DISPLAY")
            .stdin(Stdio::null())
            // Where GTK tells of the machine; what matters comes as an answer.
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {}: {error}", program.display()));
        let inspector = reach(port, &mut browser).await;
        assert!(inspector.is_some(), "{} ended; {SET_UP}", program.display());
        Self { address, inspector, browser, screen, _folder: folder }
    }

    /// Its inspector, once the driver has its page.
    pub async fn inspector(&mut self) -> Inspector {
        Inspector::attach(self.inspector.take().expect("asked for once")).await
    }

    /// The number of its process, while it is there.
    pub fn process(&self) -> Option<u32> {
        self.browser.id()
    }

    /// Ends the browser, with which its screen goes.
    pub async fn end(mut self) {
        self.browser.kill().await.expect("it ends");
        if timeout(PATIENCE, self.screen.wait()).await.is_err() {
            self.screen.kill().await.expect("it ends");
        }
    }
}

/// A screen, and its number.
async fn start_screen() -> (Child, String) {
    let mut screen = Command::new("Xvfb")
        // It ends with its last window, and takes its lock along.
        .args(["-displayfd", "1", "-screen", "0", SCREEN, "-nolisten", "tcp", "-terminate"])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .unwrap_or_else(|error| panic!("cannot start Xvfb: {error}; {SET_UP}"));
    let mut said = BufReader::new(screen.stdout.take().expect("it is piped")).lines();
    let display = timeout(PATIENCE, said.next_line()).await.expect("Xvfb says its number");
    (screen, display.expect("text").expect("Xvfb stays"))
}

/// A folder with what the browser is told of its windows, and where it writes.
fn settings_folder() -> TempDir {
    let folder = new_folder("webkit");
    let gtk = folder.path().join("gtk-3.0");
    fs::create_dir_all(&gtk).expect("a folder");
    fs::write(gtk.join("gtk.css"), NARROW).expect("a style");
    fs::write(gtk.join("settings.ini"), STILL).expect("settings");
    folder
}

impl Page {
    pub(super) fn inspector(&self) -> &Inspector {
        self.session.inspector.as_ref().expect("WebKit is asked by its inspector")
    }

    /// The reader's language, by a script: the browser would take those of the system alone. And no
    /// bars beside what scrolls.
    pub(super) async fn prefer_in_webkit(&self, lang: &str) {
        let languages = json!([lang]);
        self.before_each_load(&format!(
            "Object.defineProperties(Navigator.prototype, {{
                 language: {{ get: () => {} }}, languages: {{ get: () => {languages} }} }})",
            json!(lang)
        ))
        .await;
        // In GTK they take the clicks on what is below them; the other browsers show none either.
        self.before_each_load(
            "const bars = new CSSStyleSheet();
             bars.replaceSync('::-webkit-scrollbar { display: none }');
             document.adoptedStyleSheets = [bars];",
        )
        .await;
    }

    /// All scripts are one there, in which each has names of its own.
    pub(super) async fn before_each_load_in_webkit(&self, script: &str) {
        let source = {
            let mut before = self.before.borrow_mut();
            *before += &format!(
                "try {{ (() => {{ {script}\n }})() }} catch (error) {{ console.error(error) }}\n"
            );
            before.clone()
        };
        let method = "Page.setBootstrapScript";
        self.inspector().hold(method, method, json!({ "source": source })).await;
    }

    /// Sets the window to the view and the bar above it.
    pub(super) async fn set_view_in_webkit(&self, width: u32, height: u32) {
        if self.bar.get() == 0 {
            let bar =
                self.until("the bar of the window", async || self.bar_of_window().await).await;
            self.bar.set(bar);
        }
        self.set_window(width, height + self.bar.get()).await;
        self.wait_until(&format!("innerWidth === {width} && innerHeight === {height}")).await;
    }

    /// The height of the bar, once the page has all of the window but that.
    async fn bar_of_window(&self) -> Option<u32> {
        let window = self.browser.get_window_rect().await.expect("a window").height;
        let shown = self.evaluate_now("innerHeight").await.as_i64()?;
        u32::try_from(window - shown).ok().filter(|bar| (1..100).contains(bar))
    }

    async fn set_window(&self, width: u32, height: u32) {
        self.browser.set_window_rect(0, 0, width, height).await.expect("a window of that size");
    }

    pub(super) async fn set_media_in_webkit(&self, medium: &str, scheme: &str) {
        let method = "Page.setEmulatedMedia";
        self.inspector().hold(method, method, json!({ "media": medium })).await;
        let scheme = if scheme == "dark" { "Dark" } else { "Light" };
        let scheme = json!({ "name": "PrefersColorScheme", "value": scheme });
        self.inspector().hold("scheme", "Page.overrideUserPreference", scheme).await;
    }

    /// The driver has nothing of what is there for screen readers, and puts lines together.
    pub(super) async fn text_in_webkit(&self, css: &str) -> String {
        self.element(css).await;
        let css = json!(css);
        let is_seen = format!("document.querySelector({css}).checkVisibility()");
        if self.evaluate_now(&is_seen).await != json!(true) {
            return String::new();
        }
        let text = format!("document.querySelector({css})");
        let text = format!("{text}.innerText ?? {text}.textContent");
        self.evaluate_now(&text).await.as_str().unwrap_or_default().trim().to_owned()
    }

    /// The driver resolves addresses.
    pub(super) async fn attribute_in_webkit(&self, css: &str, name: &str) -> Option<String> {
        self.element(css).await;
        let (css, name) = (json!(css), json!(name));
        let value = format!("document.querySelector({css}).getAttribute({name})");
        self.evaluate_now(&value).await.as_str().map(str::to_owned)
    }

    /// The driver finds what is covered, or scrolled away in a part of the page, not to be clicked.
    pub(super) async fn bring_into_sight_in_webkit(&self, css: &str) {
        self.element(css).await;
        self.script_now(&format!(
            "const part = document.querySelector({});
             const {{ x, y, width, height }} = part?.getBoundingClientRect() ?? {{}};
             const there = document.elementFromPoint(x + width / 2, y + height / 2);
             if (part && !part.contains(there)) part.scrollIntoView({{ block: 'center' }});",
            json!(css)
        ))
        .await;
    }

    /// A picture of the whole page; the driver's is of the view alone.
    pub(super) async fn picture_of_webkit(&self) -> Vec<u8> {
        let size = "[document.documentElement.scrollWidth, document.documentElement.scrollHeight]";
        let size = self.evaluate_now(size).await;
        let params = json!({ "x": 0, "y": 0, "width": size[0], "height": size[1], "coordinateSystem": "Page" });
        let picture = self.inspector().send("Page.snapshotRect", params).await;
        let text = picture["dataURL"].as_str().and_then(|url| url.split_once(','));
        let (_, text) = text.unwrap_or_else(|| panic!("no picture: {picture}"));
        data_encoding::BASE64.decode(text.as_bytes()).expect("base64")
    }

    pub(super) async fn clipboard_of_webkit(&self) -> Value {
        self.inspector().evaluate_as_reader("navigator.clipboard.readText()").await
    }

    pub(super) async fn collect_garbage_in_webkit(&self) {
        self.inspector().send("Heap.gc", json!({})).await;
    }

    pub(super) async fn webkit_log(&self) -> Vec<String> {
        if self.runs_scripts {
            // A rejection that nobody handles is told a turn later.
            self.script_now("await new Promise((next) => setTimeout(next))").await;
        }
        let log = self.inspector().log().await;
        log.iter()
            .filter(|said| said["level"] == "warning" || said["level"] == "error")
            .map(line)
            .filter(|line| {
                !line.contains(WITHOUT_MANIFESTS) && !self.is_of_a_page_that_was_left(line)
            })
            .collect()
    }
}

impl Page {
    /// What was on its way to a page that was left is told like a request to another site; what it
    /// was about to keep, as an operation that failed.
    fn is_of_a_page_that_was_left(&self, line: &str) -> bool {
        let own = format!("annot load {}/", self.site.origin);
        let was_to_come = line.contains(&own) && line.contains("due to access control checks");
        was_to_come || line.contains("Cache API operation failed: Context is stopped")
    }
}

/// An entry of the log on a line: the values that were said, and where.
fn line(said: &Value) -> String {
    let values = said["parameters"].as_array().into_iter().flatten();
    let text = |value: &Value| match (&value["value"], &value["description"]) {
        (Value::String(text), _) | (_, Value::String(text)) => text.clone(),
        (value, _) => value.to_string(),
    };
    let mut texts: Vec<String> = values.map(text).collect();
    if texts.is_empty() {
        texts.extend(said["text"].as_str().map(str::to_owned));
    }
    let url = said["url"].as_str().unwrap_or_default();
    format!("{}: {} {url}", said["level"], texts.join(" "))
}
