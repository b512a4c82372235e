//! The page without its server, with a store that was damaged, and where no worker may run.
use super::harness::{Fault, Options, Page, with_page};
use serde_json::json;

/// A test that brings a capacity file has a site of its own, which it may change.
const OWN_SITE: Option<&str> = Some(include_str!("../../public/capacity.json"));

/// What browsers themselves say of a request that failed.
const FAILED: &[&str] = &["capacity.json", "config.json", "favicon", "net::ERR_"];

/// Runs a test on a site of its own, after a first visit that left everything in its place.
pub fn with_site(query: &str, options: Options, test: impl AsyncFnOnce(&Page)) {
    let options = Options { capacity: OWN_SITE, ..options };
    with_page(&format!("/{query}"), options, async |page| {
        wait_frame(page).await;
        page.wait_until("navigator.serviceWorker.controller?.state === 'activated'").await;
        test(page).await;
    });
}

/// The stores of the worker, by their names.
pub const STORES: &str = "(await caches.keys()).filter((name) => name.startsWith(`jari ${location.href.split('?')[0]} `))";

/// Loads the page again, as a reader does. The driver of Firefox would do so past every worker.
pub async fn visit_again(page: &Page) {
    page.goto(&page.url().await).await;
}

/// The frame of the page is there, and no failure is told.
pub async fn wait_frame(page: &Page) {
    page.wait_gone("#shell").await;
    page.element("#app header .tabs a").await;
    assert_eq!(page.count("#boot-failure").await, 0);
}

#[test]
fn what_was_visited_once_opens_without_its_server() {
    let options = Options { expected: FAILED, ..Options::default() };
    with_site("", options, async |page| {
        page.site.stop();
        visit_again(page).await;
        wait_frame(page).await;
        for query in ["?view=fit&nodes=24", "index.html?view=fit", "?lang=en", ""] {
            page.goto("about:blank").await;
            page.goto(&format!("/{query}")).await;
            wait_frame(page).await;
            page.element("#feed[data-feed=offline]").await;
        }
        page.element("#blocks").await;
        page.script("window.other = window.open('?view=fit')").await;
        page.wait_until("other.document.querySelector('#app header .tabs a') !== null").await;
    });
}

#[test]
fn a_view_that_was_never_opened_opens_after_the_server_went() {
    let options = Options { expected: FAILED, ..Options::default() };
    with_site("", options, async |page| {
        page.site.stop();
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4대").await;
    });
}

#[test]
fn the_page_can_be_installed() {
    let options = Options { needs_own_browser: true, ..Options::default() };
    with_site("", options, async |page| {
        assert_eq!(page.uninstallable_because().await, json!([]));
    });
}

#[test]
fn only_what_the_page_is_made_of_is_kept() {
    with_site("", Options::default(), async |page| {
        let kept = page
            .script(&format!(
                "const kept = await (await caches.open(({STORES})[0])).keys();
                 return kept.map((request) => request.url.replace(location.href, '/'))"
            ))
            .await;
        let kept: Vec<String> = serde_json::from_value(kept).expect("addresses");
        for part in ["/", "/boot", "_bg", "split_fit", ".css", "/favicon.svg", "/manifest"] {
            assert!(kept.iter().any(|path| path.contains(part)), "{part}: {kept:?}");
        }
        for part in ["capacity", "config", "schema", "_headers", "sw.js", ".br", ".gz", "robots"] {
            assert!(!kept.iter().any(|path| path.contains(part)), "{part}: {kept:?}");
        }
    });
}

#[test]
fn newer_figures_of_the_same_version_are_kept() {
    let options = Options { expected: FAILED, ..Options::default() };
    with_site("", options, async |page| {
        page.site.change(|files| {
            let newer = files.text("index.html").expect("a page").replace("13,136", "14,136");
            files.put("index.html", newer);
        });
        visit_again(page).await;
        wait_frame(page).await;
        page.wait_until(&format!(
            "await (await caches.match('./', {{ cacheName: ({STORES})[0] }})).text()
                 .then((text) => text.includes('14,136'))"
        ))
        .await;
        assert_eq!(page.count("#update").await, 0);
    });
}

#[test]
fn a_corrupt_store_is_repaired_from_the_server() {
    with_site("", Options::default(), async |page| {
        page.script(&format!(
            "const store = await caches.open(({STORES})[0]);
             for (const {{ url }} of await store.keys()) {{
                 const headers = {{ 'content-type': (await store.match(url)).headers.get('content-type') }};
                 await store.put(url, new Response('junk', {{ headers }}));
             }}"
        ))
        .await;
        visit_again(page).await;
        wait_frame(page).await;
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4대").await;
        // What was asked for is as it was; Firefox has scripts and styles at hand without asking.
        page.wait_until(&format!(
            "await (async () => {{
                 const store = await caches.open(({STORES})[0]);
                 const sizes = [];
                 for (const path of ['./', '_bg', 'split_fit']) {{
                     const found = (await store.keys()).find(({{ url }}) => path === './'
                         ? url === location.href.split('?')[0] : url.includes(path));
                     sizes.push((await (await store.match(found)).text()).length);
                 }}
                 return sizes.every((size) => size > 1000);
             }})()"
        ))
        .await;
    });
}

#[test]
fn a_store_that_was_emptied_is_done_without() {
    with_site("", Options::default(), async |page| {
        page.script("for (const name of await caches.keys()) await caches.delete(name)").await;
        visit_again(page).await;
        wait_frame(page).await;
        page.click(".tabs a[href*=fit]").await;
        page.wait_text("#verdict", "4대").await;
    });
}

#[test]
fn a_server_that_is_silent_is_waited_for_three_seconds() {
    with_site("", Options::default(), async |page| {
        page.site.faults.set("/", Some(Fault::Hang));
        visit_again(page).await;
        wait_frame(page).await;
        let waited = "performance.getEntriesByType('navigation')[0].responseStart";
        let waited = page.evaluate(waited).await.as_f64().expect("milliseconds");
        assert!((2900.0..8000.0).contains(&waited), "{waited}");
        page.element("#blocks").await;
    });
}

#[test]
fn what_is_not_the_page_is_not_shown_in_its_place() {
    with_site("", Options::default(), async |page| {
        for fault in [
            Fault::Status(500),
            Fault::Status(503),
            Fault::Redirect("/login"),
            Fault::OfKind("application/json", "{}"),
        ] {
            page.site.faults.set("/", Some(fault.clone()));
            visit_again(page).await;
            wait_frame(page).await;
            assert_eq!(page.url().await, "/", "{fault:?}");
            page.element("#blocks").await;
        }
    });
}

/// The page as it is without a worker.
async fn works_as_before(page: &Page) {
    wait_frame(page).await;
    page.click(".tabs a[href*=fit]").await;
    page.wait_text("#verdict", "4대").await;
    assert_eq!(page.count("#update").await, 0);
}

#[test]
fn a_host_without_the_worker_is_none_the_worse() {
    let options =
        Options { withhold: Some("sw.js"), expected: &["sw.js", "404"], ..Options::default() };
    with_page("/", options, async |page| {
        works_as_before(page).await;
        assert_eq!(
            page.evaluate("await navigator.serviceWorker.getRegistrations()").await,
            json!([])
        );
    });
}

#[test]
fn a_browser_without_workers_or_that_forbids_them_is_none_the_worse() {
    for script in [
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined })",
        "if (globalThis.ServiceWorkerContainer) {
             ServiceWorkerContainer.prototype.register = async () => {
                 throw new DOMException('forbidden', 'SecurityError');
             };
         }",
    ] {
        let options = Options { before: script, ..Options::default() };
        with_page("/", options, works_as_before);
    }
}
