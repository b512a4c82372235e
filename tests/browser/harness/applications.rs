//! A server that takes applications as docs/submission.md asks of one, and misbehaves when it is
//! told to.
use axum::{
    Router,
    body::Body,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse as _, Response},
    routing::post,
};
use futures_util::stream;
use serde_json::json;
use std::{
    convert::Infallible,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};
use tokio::time::sleep;

/// What it answers to whoever posts.
#[derive(Clone, Debug, Default)]
pub enum Reply {
    /// It takes the application, or finds it by its key.
    #[default]
    Take,
    /// The same after a pause.
    TakeAfter(Duration),
    /// The same with another status, and where to go on.
    TakeWith(u16, &'static str),
    /// It takes it and says nothing, ever.
    TakeAndHang,
    /// It takes it, and the connection ends in the middle of its answer.
    TakeAndCut,
    /// It takes it, and says something else with this status and of this kind.
    TakeAndSay(u16, &'static str, &'static str),
    /// It takes it, and leads to a page.
    TakeAndLead(&'static str),
    /// It takes nothing, and says so with this status and of this kind.
    Say(u16, &'static str, String),
}

/// An application: its key, and the file.
pub type Application = (String, String);

/// What came and what is stored; it outlives the server.
#[derive(Clone, Debug, Default)]
pub struct Applications(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    reply: Reply,
    came: Vec<Application>,
    stored: Vec<Application>,
}

impl Applications {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().expect("nothing panics in between")
    }

    /// From now on it answers like that.
    pub fn set(&self, reply: Reply) {
        self.known().reply = reply;
    }

    /// All that came, also again.
    pub fn came(&self) -> Vec<Application> {
        self.known().came.clone()
    }

    /// What is stored, once for each key.
    pub fn stored(&self) -> Vec<Application> {
        self.known().stored.clone()
    }

    /// Takes applications at `/apply`.
    pub fn router(&self) -> Router {
        Router::new().route("/apply", post(take)).with_state(self.clone())
    }
}

async fn take(State(of): State<Applications>, headers: HeaderMap, body: String) -> Response {
    let of_header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    let (key, kind) = (of_header("idempotency-key"), of_header("content-type"));
    let (Some(key), Some("application/json")) = (key, kind) else {
        return StatusCode::BAD_REQUEST.into_response();
    };
    let reply = of.known().reply.clone();
    of.known().came.push((key.to_owned(), body.clone()));
    if let Reply::Say(status, kind, text) = reply {
        return say(status, kind, text);
    }
    let number = {
        let mut known = of.known();
        let known_by_key = known.stored.iter().position(|(stored, _)| stored == key);
        let index = known_by_key.unwrap_or_else(|| {
            known.stored.push((key.to_owned(), body.clone()));
            known.stored.len() - 1
        });
        if known.stored[index].1 != body {
            return say(422, "text/plain", "the same key with another body".into());
        }
        format!("A-{}", index + 1)
    };
    let receipt = json!({ "receipt": number });
    match reply {
        Reply::Take | Reply::Say(..) => {}
        Reply::TakeAfter(pause) => sleep(pause).await,
        Reply::TakeWith(status, url) => {
            let receipt = json!({ "receipt": number, "url": url });
            return say(status, "application/json", receipt.to_string());
        }
        Reply::TakeAndHang => std::future::pending().await,
        Reply::TakeAndCut => {
            let parts = stream::iter([Ok::<_, Infallible>(r#"{ "receipt": "A"#)]);
            let headers =
                [(header::CONTENT_TYPE, "application/json"), (header::CONTENT_LENGTH, "99")];
            return (headers, Body::from_stream(parts)).into_response();
        }
        Reply::TakeAndSay(status, kind, text) => return say(status, kind, text.to_owned()),
        Reply::TakeAndLead(to) => {
            return (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response();
        }
    }
    say(201, "application/json", receipt.to_string())
}

fn say(status: u16, kind: &'static str, text: String) -> Response {
    let status = StatusCode::from_u16(status).expect("a status");
    (status, [(header::CONTENT_TYPE, kind)], text).into_response()
}
