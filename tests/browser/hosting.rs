//! The recipe for nginx in docs/hosting, asked as a browser asks: what `dist finish` promises of a
//! site is what a host sends that follows it.
use crate::harness::{Nginx, copied};
use jari::dist::{files::Files, headers};
use reqwest::{Client, Response, StatusCode, header, redirect::Policy};
use std::{fs, io::Read as _, path::Path};

const PATHS: [&str; 2] = ["/", "/preview/jari/"];

fn dist() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/dist"))
}

/// Asks a site at each of [`PATHS`].
fn at_each_path(site: &Path, test: impl AsyncFn(&Host)) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.expect("a runtime").block_on(async {
        for at in PATHS {
            let client = Client::builder().redirect(Policy::none()).build().expect("a client");
            let nginx = Nginx::serve(site, at);
            test(&Host { base: format!("{}{at}", nginx.origin), client, _nginx: nginx }).await;
        }
    });
}

struct Host {
    base: String,
    client: Client,
    _nginx: Nginx,
}

impl Host {
    async fn ask(&self, path: &str, headers: &[(header::HeaderName, &str)]) -> Response {
        let mut request = self.client.get(format!("{}{path}", self.base));
        for (name, value) in headers {
            request = request.header(name, *value);
        }
        request.send().await.unwrap_or_else(|error| panic!("{path}: {error}"))
    }
}

fn value<'a>(answer: &'a Response, name: &str) -> &'a str {
    answer.headers().get(name).map_or("", |value| value.to_str().expect("a text"))
}

fn file(start: &str, end: &str) -> String {
    let files = Files::read(dist()).expect("dist/: make dist builds it");
    let found = files.paths().find(|path| path.starts_with(start) && path.ends_with(end));
    found.unwrap_or_else(|| panic!("no {start}…{end} in dist/")).to_owned()
}

#[test]
fn every_file_has_its_type_and_the_headers_of_the_site_and_no_version_of_the_server() {
    let files = Files::read(dist()).expect("dist/: make dist builds it");
    let rules = files.text(headers::FILE).map(headers::Headers::parse).expect("_headers");
    let rules = rules.expect("well formed");
    at_each_path(dist(), async |host| {
        let pages = [("", files.get("index.html").unwrap_or_default())];
        for (path, bytes) in files.iter().filter(|it| it.0 != headers::FILE).chain(pages) {
            let answer = host.ask(path, &[]).await;
            assert_eq!(answer.status(), StatusCode::OK, "{path}");
            let kind = match path.rsplit('.').next().expect("a part") {
                "css" => "text/css",
                "csv" => "text/csv; charset=utf-8",
                "" | "html" => "text/html",
                "ics" => "text/calendar; charset=utf-8",
                "js" => "application/javascript",
                "json" => "application/json",
                "png" => "image/png",
                "svg" => "image/svg+xml",
                "txt" => "text/plain",
                "wasm" => "application/wasm",
                "xml" => "application/atom+xml; charset=utf-8",
                "webmanifest" => "application/manifest+json",
                other => panic!("what type has .{other}?"),
            };
            assert_eq!(value(&answer, "content-type"), kind, "{path}");
            assert_eq!(value(&answer, "server"), "nginx");
            for (name, promised) in rules.of(&format!("/{path}")) {
                assert_eq!(value(&answer, name), promised, "{name} of /{path}");
                assert_eq!(answer.headers().get_all(name).iter().count(), 1, "{name} of /{path}");
            }
            assert_eq!(answer.bytes().await.expect("a body"), bytes, "{path}");
        }
    });
}

#[test]
fn what_a_browser_takes_pressed_is_sent_pressed() {
    let wasm = file("page_bg-", ".wasm");
    at_each_path(dist(), async |host| {
        for path in [wasm.as_str(), "index.html", "schema/capacity-1.json"] {
            for (accepted, sent, end) in
                [("gzip, deflate, br", "br", ".br"), ("gzip", "gzip", ".gz"), ("identity", "", "")]
            {
                let answer = host.ask(path, &[(header::ACCEPT_ENCODING, accepted)]).await;
                assert_eq!(value(&answer, "content-encoding"), sent, "{path}, {accepted}");
                assert_eq!(value(&answer, "vary"), "Accept-Encoding", "{path}, {accepted}");
                let file = fs::read(dist().join(format!("{path}{end}"))).expect("a copy");
                assert_eq!(answer.bytes().await.expect("a body"), file, "{path}, {accepted}");
            }
        }
    });
}

#[test]
fn what_did_not_change_is_not_sent_again() {
    at_each_path(dist(), async |host| {
        for path in ["", "capacity.json", "404.html"] {
            let pressed = (header::ACCEPT_ENCODING, "br, gzip");
            let first = host.ask(path, std::slice::from_ref(&pressed)).await;
            let tag = value(&first, "etag").to_owned();
            assert!(!tag.is_empty(), "{path}");
            let second = host.ask(path, &[pressed, (header::IF_NONE_MATCH, &tag)]).await;
            assert_eq!(second.status(), StatusCode::NOT_MODIFIED, "{path}");
            assert_eq!(value(&second, "cache-control"), "no-cache", "{path}");
        }
    });
}

#[test]
fn a_capacity_file_that_is_replaced_is_sent_at_once_and_whole() {
    let published = fs::read_to_string(dist().join("capacity.json")).expect("a text");
    let site = copied(dist(), Some(&published)).expect("a copy of dist/");
    at_each_path(site.path(), async |host| {
        let pressed = (header::ACCEPT_ENCODING, "br, gzip");
        let before = host.ask("capacity.json", std::slice::from_ref(&pressed)).await;
        let tag = value(&before, "etag").to_owned();

        let newer = format!("{published}{}", " ".repeat(host.base.len()));
        let beside = site.path().join("capacity.json.new");
        fs::write(&beside, &newer).expect("a file");
        fs::rename(beside, site.path().join("capacity.json")).expect("in its place");

        let after = host.ask("capacity.json", &[pressed, (header::IF_NONE_MATCH, &tag)]).await;
        assert_eq!(after.status(), StatusCode::OK);
        assert_eq!(value(&after, "content-encoding"), "gzip", "it is pressed as it is sent");
        let body = after.bytes().await.expect("a body");
        assert!(body.len() < newer.len() / 3, "{} bytes", body.len());
        let mut text = String::new();
        flate2::read::GzDecoder::new(&*body).read_to_string(&mut text).expect("gzip");
        assert_eq!(text, newer);
    });
}

#[test]
fn what_is_not_there_is_told_by_a_page_and_never_kept() {
    let page = fs::read(dist().join("404.html")).expect("404.html");
    at_each_path(dist(), async |host| {
        for path in ["nothing", "page-0123456789abcdef.js", "schema/nothing.json", "_headers"] {
            let answer = host.ask(path, &[]).await;
            assert_eq!(answer.status(), StatusCode::NOT_FOUND, "{path}");
            assert_eq!(value(&answer, "cache-control"), headers::ASKED_ABOUT, "{path}");
            assert!(value(&answer, "content-security-policy").contains("default-src 'none'"));
            assert_eq!(answer.bytes().await.expect("a body"), page, "{path}");
        }
    });
}
