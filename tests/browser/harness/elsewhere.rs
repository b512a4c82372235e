//! Another site: of another origin, and open to pages of any.
use super::{applications::Applications, site::Server};
use axum::{
    Router,
    extract::Request,
    http::{HeaderValue, Method, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse as _, Response},
    routing::get,
};

/// A page with a frame, in which it shows the address in its query.
const FRAME: &str = "<!DOCTYPE html><link rel=\"icon\" href=\"data:,\"><iframe width=\"900\" height=\"700\"></iframe>
    <script>document.querySelector('iframe').src = location.search.slice(1)</script>";

/// It has a capacity file at `/capacity.json`, a page with a frame at `/frame`, and takes applications at
/// `/apply`.
pub struct Elsewhere {
    pub origin: String,
    pub applications: Applications,
    _server: Server,
}

impl Elsewhere {
    pub fn start(capacity: String) -> Self {
        let applications = Applications::default();
        let file = || async { ([(header::CONTENT_TYPE, "application/json")], capacity) };
        let router = Router::new().route("/capacity.json", get(file));
        let frame = || async { axum::response::Html(FRAME) };
        let router = router.route("/frame", get(frame)).merge(applications.router());
        let (server, port) = Server::start(0, router.layer(middleware::from_fn(open_to_all)));
        Self { origin: format!("http://127.0.0.1:{port}"), applications, _server: server }
    }
}

/// What docs/submission.md asks of a server of another origin.
async fn open_to_all(request: Request, next: Next) -> Response {
    let mut response = match *request.method() {
        Method::OPTIONS => StatusCode::NO_CONTENT.into_response(),
        _ => next.run(request).await,
    };
    for (name, value) in [
        (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        (header::ACCESS_CONTROL_ALLOW_HEADERS, "content-type, idempotency-key"),
    ] {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}
