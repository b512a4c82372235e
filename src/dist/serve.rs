//! Static server for `dist/` on the loopback interface, with the production headers.
use super::headers::{self, Headers};
use axum::{
    Router,
    body::Body,
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
};
use std::{io, net::Ipv4Addr, path::Path, sync::Arc, time::Duration};
use tokio::{net::TcpListener, sync::Notify, time::timeout};
use tower_http::{
    services::{ServeDir, ServeFile},
    set_status::SetStatus,
};

/// Finished site, ready to be served.
#[derive(Debug)]
pub struct Site {
    files: ServeDir<SetStatus<ServeFile>>,
    rules: Rules,
}

/// Data that the responses need besides the files.
#[derive(Debug)]
struct Rules {
    headers: Headers,
    withheld: Option<String>,
    asked: Arc<Notify>,
}

impl Site {
    /// Opens a site and parses `dir/_headers`; fails if the folder is not a finished site.
    pub fn open(dir: &Path) -> io::Result<Self> {
        let needs = |name: &str| {
            let path = dir.join(name);
            std::fs::read_to_string(&path).map_err(|error| {
                io::Error::new(
                    error.kind(),
                    format!("cannot read {} ({error}): `make dist` builds it", path.display()),
                )
            })
        };
        needs("index.html")?;
        let headers = Headers::parse(&needs(headers::FILE)?).map_err(io::Error::other)?;
        let rules = Rules { headers, withheld: None, asked: Arc::default() };
        // Precompressed files as `dist finish` writes them, and the site's own page for unknown
        // paths.
        let files = ServeDir::new(dir)
            .precompressed_br()
            .precompressed_gzip()
            .not_found_service(ServeFile::new(dir.join("404.html")));
        Ok(Self { files, rules })
    }

    /// Answers 404 to paths that contain `part`, to test how the page handles failures.
    #[must_use]
    pub fn withholding(mut self, part: &str) -> Self {
        self.rules.withheld = Some(part.to_owned());
        self
    }

    /// Returns the router of the site, for a server with further routes.
    pub fn router(self) -> Router {
        Router::new()
            .fallback_service(self.files)
            .layer(middleware::from_fn_with_state(Arc::new(self.rules), answer))
    }

    /// Serves on `listener` until no request arrives for the duration `idle`; forever if it is
    /// `None`.
    pub async fn serve(self, listener: TcpListener, idle: Option<Duration>) -> io::Result<()> {
        let asked = Arc::clone(&self.rules.asked);
        tokio::select! {
            served = async { axum::serve(listener, self.router()).await } => served,
            () = unasked_for(idle, &asked) => Ok(()),
        }
    }
}

/// Returns a listener on 127.0.0.1; port 0 selects any free port.
pub async fn listen(port: u16) -> io::Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await.map_err(|error| {
        let why = match error.kind() {
            io::ErrorKind::AddrInUse => {
                format!(
                    "port {port} is taken: stop what listens there, or choose another by --port"
                )
            }
            _ => format!("cannot listen on 127.0.0.1:{port}: {error}"),
        };
        io::Error::new(error.kind(), why)
    })
}

async fn unasked_for(idle: Option<Duration>, asked: &Notify) {
    match idle {
        Some(idle) => while timeout(idle, asked.notified()).await.is_ok() {},
        None => std::future::pending().await,
    }
}

async fn answer(State(rules): State<Arc<Rules>>, request: Request, next: Next) -> Response {
    // Stores a permit if nobody waits right now, so that no request is missed.
    rules.asked.notify_one();
    let path = request.uri().path().to_owned();
    // The hosts read `_headers` and never serve it.
    let hidden = path.trim_start_matches('/') == headers::FILE
        || rules.withheld.as_ref().is_some_and(|part| path.contains(part.as_str()));
    let mut response = match hidden {
        true => (StatusCode::NOT_FOUND, Body::empty()).into_response(),
        false => next.run(request).await,
    };
    for (name, value) in rules.headers.of(&path) {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), HeaderValue::from_str(value)) {
            // In place of what the file service has set, such as another media type.
            response.headers_mut().insert(name, value);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run<T>(future: impl Future<Output = T>) -> T {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(future)
    }

    #[test]
    fn a_folder_that_is_no_site_is_refused_with_the_way_out() {
        let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let refusal = Site::open(&sources).expect_err("no index.html there").to_string();
        assert!(refusal.contains("index.html") && refusal.contains("make dist"), "{refusal}");
    }

    #[test]
    fn a_taken_port_is_named() {
        run(async {
            let first = listen(0).await.expect("a free port");
            let port = first.local_addr().expect("an address").port();
            let refusal = listen(port).await.expect_err("taken").to_string();
            assert!(refusal.contains(&format!("port {port} is taken")), "{refusal}");
        });
    }

    #[test]
    fn each_request_puts_the_end_off() {
        let asked = Notify::new();
        let idle = Duration::from_secs(60);
        run(async {
            tokio::time::pause();
            let (start, now) = (tokio::time::Instant::now(), tokio::time::Instant::now);
            let requests = async {
                for _ in 0..3 {
                    tokio::time::sleep(Duration::from_secs(50)).await;
                    asked.notify_one();
                }
            };
            tokio::join!(requests, unasked_for(Some(idle), &asked));
            assert_eq!((now() - start).as_secs(), 3 * 50 + 60);
        });
    }
}
