//! What a server, or what stands between it and the reader, does wrong.
use axum::{
    body::{Body, Bytes},
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use futures_util::stream;
use std::{
    collections::BTreeMap,
    convert::Infallible,
    sync::{Arc, Mutex, MutexGuard},
    time::Duration,
};
use tokio::time::{Instant, sleep, sleep_until};

/// How long one byte takes.
const GIGABIT_LINE: Duration = Duration::from_nanos(8);

/// One way to misbehave.
#[derive(Clone, Debug)]
pub enum Fault {
    /// An error of this status.
    Status(u16),
    /// Another file in the place of this one.
    Instead(String),
    /// Text of this kind.
    OfKind(&'static str, &'static str),
    /// The right file, as if it were of this kind.
    As(&'static str),
    /// A way to a page.
    Redirect(&'static str),
    /// No answer, ever.
    Hang,
    /// The beginning of a file of so many bytes, and then nothing, ever.
    HangAfter(&'static str, usize),
    /// The beginning of a file of so many bytes, and the end of the connection.
    CutAfter(&'static str, usize),
    /// A file in so many parts, with a pause before each.
    Drip(String, usize, Duration),
    /// A beginning, and a byte again and again up to that length, which may be told: as fast as a line
    /// of a gigabit brings it.
    Flood { beginning: &'static str, byte: u8, bytes: usize, is_told: bool },
}

/// What is wrong with which path, and what was answered.
#[derive(Clone, Debug, Default)]
pub struct Faults(Arc<Mutex<Known>>);

#[derive(Debug, Default)]
struct Known {
    faults: BTreeMap<String, Fault>,
    answers: Vec<(String, u16)>,
    flooded: usize,
}

impl Known {
    fn of(&self, path: &str) -> Option<Fault> {
        let is_of = |named: &str| match named.strip_suffix('*') {
            Some(beginning) => path.starts_with(beginning),
            None => path == named,
        };
        self.faults.iter().find(|(named, _)| is_of(named)).map(|(_, fault)| fault.clone())
    }
}

impl Faults {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().expect("nothing panics in between")
    }

    /// From now on a path, or all that begin as `/name-*` does, is answered like that, or well again.
    pub fn set(&self, path: &str, fault: Option<Fault>) {
        let mut known = self.known();
        match fault {
            Some(fault) => known.faults.insert(path.to_owned(), fault),
            None => known.faults.remove(path),
        };
    }

    /// The statuses that a path was answered with so far.
    pub fn answers(&self, path: &str) -> Vec<u16> {
        let known = self.known();
        let of_path = known.answers.iter().filter(|(answered, _)| answered == path);
        of_path.map(|(_, status)| *status).collect()
    }

    /// Bytes of floods that were sent so far.
    pub fn flooded(&self) -> usize {
        self.known().flooded
    }
}

/// Answers as the fault of the path has it, or as the site does.
pub async fn misbehave(State(faults): State<Faults>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    let fault = faults.known().of(&path);
    let response = match fault {
        None => next.run(request).await,
        Some(fault) => fault.answer(&faults, next.run(request)).await,
    };
    faults.known().answers.push((path, response.status().as_u16()));
    response
}

impl Fault {
    /// The answer in the place of the right one.
    async fn answer(self, faults: &Faults, right: impl Future<Output = Response>) -> Response {
        let json = |length: Option<usize>, body: Body| {
            let mut response = ([(header::CONTENT_TYPE, "application/json")], body).into_response();
            if let Some(length) = length {
                response.headers_mut().insert(header::CONTENT_LENGTH, length.into());
            }
            response
        };
        match self {
            Self::Status(status) => {
                (StatusCode::from_u16(status).expect("a status"), "wrong").into_response()
            }
            Self::Instead(text) => json(None, Body::from(text)),
            Self::OfKind(kind, text) => ([(header::CONTENT_TYPE, kind)], text).into_response(),
            Self::As(kind) => {
                let mut response = right.await;
                let kind = HeaderValue::from_static(kind);
                response.headers_mut().insert(header::CONTENT_TYPE, kind);
                response
            }
            Self::Redirect(to) => (StatusCode::FOUND, [(header::LOCATION, to)]).into_response(),
            Self::Hang => std::future::pending().await,
            Self::HangAfter(text, length) => {
                let parts = stream::unfold(Some(text), async |text| match text {
                    Some(text) => Some((Ok::<_, Infallible>(text), None)),
                    None => std::future::pending().await,
                });
                json(Some(length), Body::from_stream(parts))
            }
            Self::CutAfter(text, length) => {
                let parts = stream::iter([Ok::<_, Infallible>(text)]);
                json(Some(length), Body::from_stream(parts))
            }
            Self::Drip(text, parts, pause) => {
                let (length, text) = (text.len(), Bytes::from(text));
                let step = length.div_ceil(parts.max(1)).max(1);
                let drip = stream::unfold(text, move |mut text| async move {
                    if text.is_empty() {
                        return None;
                    }
                    sleep(pause).await;
                    let part = text.split_to(step.min(text.len()));
                    Some((Ok::<_, Infallible>(part), text))
                });
                json(Some(length), Body::from_stream(drip))
            }
            Self::Flood { beginning, byte, bytes, is_told } => {
                const PART: usize = 512 * 1024;
                let faults = faults.clone();
                let rest = Bytes::from(vec![byte; PART]);
                let begun = Instant::now();
                let flood = stream::unfold(0, move |sent| {
                    let (faults, rest) = (faults.clone(), rest.clone());
                    async move {
                        // Without a pace, some browsers take in two gigabytes before their page can say no.
                        sleep_until(begun + GIGABIT_LINE.mul_f64(sent as f64)).await;
                        let part = match sent {
                            0 => Bytes::from_static(beginning.as_bytes()),
                            _ => rest.slice(
                                ..PART.min(bytes.checked_sub(sent).filter(|left| *left > 0)?),
                            ),
                        };
                        faults.known().flooded += part.len();
                        Some((Ok::<_, Infallible>(part.clone()), sent + part.len()))
                    }
                });
                json(is_told.then_some(bytes), Body::from_stream(flood))
            }
        }
    }
}
