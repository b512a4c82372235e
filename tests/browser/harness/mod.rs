//! One browser, one site, one page for one test; and what the console said is part of every test.
mod applications;
mod bidi;
mod deployment;
mod driver;
mod elsewhere;
mod faults;
mod folder;
mod inspector;
mod memory;
mod nginx;
mod page;
mod session;
mod site;
mod tabs;
mod touch;
mod webkit;

pub use applications::{Application, Reply};
pub use elsewhere::Elsewhere;
pub use faults::Fault;
pub use nginx::Nginx;
pub use page::{Page, all};
pub use site::copied;
pub use tabs::Tab;
pub use webkit::is_to_be_had as has_webkit;

use std::{
    env,
    future::poll_fn,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    path::PathBuf,
    pin::pin,
    sync::LazyLock,
    task::Poll,
    time::Duration,
};
use tokio::runtime::{self, Runtime};

/// How long anything may take to appear.
const PATIENCE: Duration = Duration::from_secs(10);

/// The moment at which every test takes place, by the browser's clock: what a page says of
/// today is the same on every day.
const NOW: &str = "2026-11-24T12:00:00+09:00";

const SET_UP: &str = "`make test` sets up Chromium, Firefox, WebKit, their drivers, nginx and dist/ \
     (CHROME, CHROMEDRIVER, FIREFOX, GECKODRIVER, MINIBROWSER, WEBKITDRIVER and NGINX name others \
     than those on PATH)";

/// What drives all tests: a browser that goes from one to the next keeps its connections.
static RUNTIME: LazyLock<Runtime> = LazyLock::new(|| {
    let mut runtime = runtime::Builder::new_multi_thread();
    runtime.worker_threads(1).enable_all().build().expect("a runtime")
});

/// A browser that tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Browser {
    Chromium,
    /// Its release with extended support.
    Firefox,
    /// As GTK has it, which is what Safari is made of.
    WebKit,
}

/// What a test wants other than usual.
pub struct Options {
    /// The folder of the site, from that of the package.
    pub site: PathBuf,
    /// Of the view, in CSS pixels.
    pub width: u32,
    /// Of the view, in CSS pixels.
    pub height: u32,
    /// What the browser says its reader prefers.
    pub lang: &'static str,
    /// Whether pages may run scripts.
    pub script: bool,
    /// The moment at which it all takes place; without one the browser's clock goes on as it does.
    pub now: Option<&'static str>,
    /// Whether it takes a browser that no other test has. In Chromium a page of one that is shared is
    /// private: it cannot be installed.
    pub needs_own_browser: bool,
    /// The server answers 404 to paths that hold this.
    pub withhold: Option<&'static str>,
    /// Served by nginx, at this path such as `/preview/jari/`, instead of by this project.
    pub nginx_at: Option<&'static str>,
    /// What an operator put in the place of the published capacity file.
    pub capacity: Option<&'static str>,
    /// What an operator put in the place of `config.json`, and finished the site with.
    pub settings: Option<String>,
    /// How the server misbehaves from the start, by path: `/capacity.json`.
    pub faults: Vec<(&'static str, Fault)>,
    /// A script that runs at the start of every load, before any of the page's own.
    pub before: &'static str,
    /// Warnings and errors of the console that hold one of these are expected.
    pub expected: &'static [&'static str],
}

impl Options {
    /// Whether a browser that other tests have had will do.
    fn can_share(&self) -> bool {
        let usual = Self::default();
        !self.needs_own_browser && (self.lang, self.script) == (usual.lang, usual.script)
    }
}

impl Default for Options {
    fn default() -> Self {
        Self {
            site: "dist".into(),
            width: 1280,
            height: 900,
            lang: "ko-KR",
            script: true,
            now: Some(NOW),
            needs_own_browser: false,
            withhold: None,
            nginx_at: None,
            capacity: None,
            settings: None,
            faults: Vec::new(),
            before: "",
            expected: &[],
        }
    }
}

/// A file among what `.ci/setup` put into JARI_TOOLS.
pub fn set_up_file(path: &str) -> PathBuf {
    let tools = env::var_os("JARI_TOOLS").map(PathBuf::from).unwrap_or_else(|| {
        let cache = env::var_os("XDG_CACHE_HOME").map(PathBuf::from);
        let home = || PathBuf::from(env::var_os("HOME").expect("a home")).join(".cache");
        cache.unwrap_or_else(home).join("jari")
    });
    let file = tools.join(path);
    assert!(file.exists(), "no {}; {SET_UP}", file.display());
    file
}

/// Opens the site at a path and query such as `/?view=fit`, runs the test, then holds it to
/// a console without any warning, error or violation of the content security policy.
pub fn with_page(
    browser: Browser,
    path_and_query: &str,
    options: Options,
    test: impl AsyncFnOnce(&Page),
) {
    RUNTIME.block_on(async {
        let page = Page::open(browser, &options).await;
        let outcome = caught(async {
            page.prepare(&options).await;
            page.goto(path_and_query).await;
            test(&page).await;
            let surprises = page.console_surprises(options.expected).await;
            assert!(surprises.is_empty(), "the console is not silent: {surprises:#?}");
        })
        .await;
        // Whatever happened, or browsers would pile up.
        let ended = page.close(outcome.is_ok()).await;
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
