//! WebDriver BiDi, as far as Firefox is asked by it: one command after another, and the log.
//! A plain socket, as the client of thirtyfour would bring a TLS library for an address of this machine.
use super::PATIENCE;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tokio::{net::TcpStream, sync::Mutex, time::timeout};
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async, tungstenite::Message};

/// A connection to one browser.
pub struct Bidi(Mutex<State>);

struct State {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
    sent: u64,
    /// Entries of the log that nobody has asked for yet.
    log: Vec<Value>,
}

impl Bidi {
    pub async fn connect(address: &str) -> Self {
        let (socket, _) = connect_async(address).await.expect("the browser listens");
        Self(Mutex::new(State { socket, sent: 0, log: Vec::new() }))
    }

    /// Hears the log from now on.
    pub async fn hear_log(&self) {
        self.send("session.subscribe", json!({ "events": ["log.entryAdded"] })).await;
    }

    /// Sends a command, and gives its result.
    pub async fn send(&self, method: &str, params: Value) -> Value {
        let mut state = self.0.lock().await;
        state.sent += 1;
        let id = state.sent;
        let command = json!({ "id": id, "method": method, "params": params });
        state.socket.send(Message::text(command.to_string())).await.expect(method);
        loop {
            let answer = state.read(method).await;
            if answer["id"] == id {
                assert_eq!(answer["type"], "success", "{method}: {answer}");
                return answer["result"].clone();
            }
        }
    }

    /// The log since the last call, up to an entry of that text.
    pub async fn log_until(&self, text: &str) -> Vec<Value> {
        let mut state = self.0.lock().await;
        while !state.log.iter().any(|entry| entry["text"] == text) {
            state.read(text).await;
        }
        let mut log = std::mem::take(&mut state.log);
        log.retain(|entry| entry["text"] != text);
        log
    }

    /// Forgets what the log has told so far.
    pub async fn forget_log(&self) {
        self.0.lock().await.log.clear();
    }
}

impl State {
    /// The next message; one of the log is also kept.
    async fn read(&mut self, what: &str) -> Value {
        loop {
            let message = timeout(PATIENCE, self.socket.next()).await;
            let message = message.unwrap_or_else(|_| panic!("{PATIENCE:?} passed without {what}"));
            let message = message.expect("the browser is there").expect("a message");
            let Message::Text(text) = message else { continue };
            let message: Value = serde_json::from_str(&text).expect("JSON");
            if message["method"] == "log.entryAdded" {
                self.log.push(message["params"].clone());
            }
            return message;
        }
    }
}
