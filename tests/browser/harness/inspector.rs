//! WebKit's inspector, for what its WebDriver cannot do: scripts before a load, other media, the
//! console. It listens where the driver speaks to the browser, too, and takes messages of a name and
//! plain bytes (GVariant), whose texts are JSON.
use super::PATIENCE;
use serde_json::{Value, json};
use std::{cell::Cell, collections::BTreeMap, time::Duration};
use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::{
        TcpStream,
        tcp::{OwnedReadHalf, OwnedWriteHalf},
    },
    sync::{mpsc, oneshot},
    time::timeout,
};

/// A connection to the inspector of a browser with one page, or with several tabs.
pub struct Inspector {
    events: mpsc::UnboundedSender<Event>,
    /// The number of the next page that the browser makes.
    next: Cell<u64>,
}

/// What the connection is told, by the browser or by a test.
enum Event {
    /// The browser says this of the page of that number.
    Heard(u64, Value),
    /// There is a page of that number; it is looked at from now on, and answers once it is known.
    Attach(u64, oneshot::Sender<()>),
    /// The page of that number is looked at from now on.
    Show(u64),
    /// A command for the page that is looked at.
    Send(Command, oneshot::Sender<Value>),
    /// The same, and for every page that takes its place; the next of that name replaces it.
    Hold(&'static str, Command, oneshot::Sender<Value>),
    /// What did the console say since this was asked last?
    Log(oneshot::Sender<Vec<Value>>),
}

#[derive(Clone)]
struct Command {
    method: &'static str,
    params: Value,
}

struct Session {
    socket: OwnedWriteHalf,
    /// The number of the page that is looked at.
    shown: u64,
    /// The pages by the inspector's names: another one takes the place of one with another process.
    pages: BTreeMap<u64, String>,
    sent: u64,
    held: Vec<(&'static str, Command)>,
    waiting: BTreeMap<u64, oneshot::Sender<Value>>,
    log: Vec<Value>,
    /// Who waits for a page of that number.
    awaited: BTreeMap<u64, oneshot::Sender<()>>,
}

/// The number of the browser among the processes that are inspected.
const BROWSER: u64 = 1;
/// The number of its first page: it is there before all else. The list that would tell goes to the
/// driver.
pub const FIRST_PAGE: u64 = 1;
/// The number of the first tab that the driver opens. The one before is the driver's own: whoever asks
/// for that takes its place.
const FIRST_TAB: u64 = 3;
/// How many numbers are tried for a tab, and for how long: something else may have taken one.
const TRIED: u64 = 4;
const TRIED_FOR: Duration = Duration::from_secs(2);

impl Inspector {
    /// Takes a connection to a browser whose page is there.
    pub async fn attach(socket: TcpStream) -> Self {
        let (reader, writer) = socket.into_split();
        let (events, told) = mpsc::unbounded_channel();
        let (ready, is_ready) = oneshot::channel();
        let session = Session {
            socket: writer,
            shown: FIRST_PAGE,
            pages: BTreeMap::new(),
            sent: 0,
            held: Vec::new(),
            waiting: BTreeMap::new(),
            log: Vec::new(),
            awaited: BTreeMap::new(),
        };
        tokio::spawn(hear(reader, events.clone()));
        tokio::spawn(session.serve(told));
        let inspector = Self { events, next: Cell::new(FIRST_TAB) };
        inspector.tell(Event::Attach(FIRST_PAGE, ready));
        inspector.answer("the page", is_ready).await;
        for enable in ["Page.enable", "Console.enable"] {
            inspector.hold(enable, enable, json!({})).await;
        }
        inspector
    }

    /// Takes in the tab that the driver opened last, as the page that is looked at, and gives its number.
    pub async fn attach_next(&self) -> u64 {
        let first = self.next.get();
        for number in first..first + TRIED {
            let (ready, is_ready) = oneshot::channel();
            self.tell(Event::Attach(number, ready));
            if timeout(TRIED_FOR, is_ready).await.is_ok() {
                self.next.set(number + 1);
                return number;
            }
        }
        panic!("no tab has a number from {first} on");
    }

    /// Looks at another page that was taken in.
    pub fn show(&self, number: u64) {
        self.tell(Event::Show(number));
    }

    /// Sends a command to the page, and gives its result.
    pub async fn send(&self, method: &'static str, params: Value) -> Value {
        let (answer, answered) = oneshot::channel();
        self.tell(Event::Send(Command { method, params }, answer));
        self.answer(method, answered).await
    }

    /// The same, for every page to come as well, until there is another command of that name.
    pub async fn hold(&self, name: &'static str, method: &'static str, params: Value) -> Value {
        let (answer, answered) = oneshot::channel();
        self.tell(Event::Hold(name, Command { method, params }, answer));
        self.answer(method, answered).await
    }

    /// What an expression comes to that may do what takes a reader's hand; a promise is waited for.
    pub async fn evaluate_as_reader(&self, expression: &str) -> Value {
        let params = json!({ "expression": expression, "emulateUserGesture": true });
        let promise = self.send("Runtime.evaluate", params).await["result"]["objectId"].take();
        let params = json!({ "promiseObjectId": promise, "returnByValue": true });
        let given = self.send("Runtime.awaitPromise", params).await;
        assert_eq!(given["wasThrown"], false, "{expression}: {given}");
        given["result"]["value"].clone()
    }

    /// The log since the last call.
    pub async fn log(&self) -> Vec<Value> {
        // What was said before has come once this is answered.
        self.send("Runtime.evaluate", json!({ "expression": "0" })).await;
        let (answer, answered) = oneshot::channel();
        self.tell(Event::Log(answer));
        self.answer("the log", answered).await
    }

    fn tell(&self, event: Event) {
        assert!(self.events.send(event).is_ok(), "the browser is there");
    }

    async fn answer<T>(&self, what: &str, answered: oneshot::Receiver<T>) -> T {
        let answer = timeout(PATIENCE, answered).await;
        let answer = answer.unwrap_or_else(|_| panic!("{PATIENCE:?} passed without {what}"));
        answer.unwrap_or_else(|_| panic!("the browser went without {what}"))
    }
}

/// Hands on what the browser says, until it goes.
async fn hear(mut socket: OwnedReadHalf, events: mpsc::UnboundedSender<Event>) {
    while let Some(body) = read(&mut socket).await {
        if let Some((page, message)) = message(&body)
            && events.send(Event::Heard(page, message)).is_err()
        {
            return;
        }
    }
}

/// A name and bytes: their length before them, and the order of bytes in a number among them.
async fn read(socket: &mut OwnedReadHalf) -> Option<Vec<u8>> {
    let length = socket.read_u32().await.ok()?;
    let _order = socket.read_u8().await.ok()?;
    let mut body = vec![0; usize::try_from(length).ok()?];
    socket.read_exact(&mut body).await.ok()?;
    Some(body)
}

/// What is for the inspector: the number of the page, after that of the browser, and JSON.
fn message(body: &[u8]) -> Option<(u64, Value)> {
    let numbers_and_text = body.strip_prefix(b"SendMessageToFrontend\0")?;
    let page = numbers_and_text.get(8..16)?.try_into().ok()?;
    let text = numbers_and_text.get(16..)?.strip_suffix(b"\0")?;
    Some((u64::from_le_bytes(page), serde_json::from_slice(text).ok()?))
}

impl Session {
    async fn serve(mut self, mut told: mpsc::UnboundedReceiver<Event>) {
        self.write("SetupInspectorClient", b"\0").await;
        while let Some(event) = told.recv().await {
            match event {
                Event::Heard(page, message) => self.hear(page, &message).await,
                Event::Attach(page, ready) => self.attach(page, ready).await,
                Event::Show(page) => self.shown = page,
                Event::Send(command, answer) => self.send(&command, answer).await,
                Event::Hold(name, command, answer) => {
                    match self.held.iter_mut().find(|(held, _)| *held == name) {
                        Some((_, held)) => *held = command.clone(),
                        None => self.held.push((name, command.clone())),
                    }
                    self.send(&command, answer).await;
                }
                // A test that has gone wants it no more.
                Event::Log(answer) => {
                    let _ = answer.send(std::mem::take(&mut self.log));
                }
            }
        }
    }

    async fn attach(&mut self, page: u64, ready: oneshot::Sender<()>) {
        self.shown = page;
        self.awaited.insert(page, ready);
        self.write("Setup", &numbers(page)).await;
        // A page that takes the place of this one begins once it has been told what is held.
        let pause = json!({ "pauseOnStart": true });
        self.send_browser(page, "Target.setPauseOnStart", pause).await;
    }

    async fn hear(&mut self, page: u64, message: &Value) {
        let params = &message["params"];
        match message["method"].as_str() {
            Some("Target.targetCreated") if params["targetInfo"]["type"] == "page" => {
                self.begin(page, &params["targetInfo"]).await;
            }
            Some("Target.didCommitProvisionalTarget") => {
                let target = params["newTargetId"].as_str().unwrap_or_default();
                self.pages.insert(page, target.to_owned());
            }
            Some("Target.dispatchMessageFromTarget") => {
                let text = params["message"].as_str().unwrap_or_default();
                let inner: Value = serde_json::from_str(text).unwrap_or_default();
                if inner["method"] == "Console.messageAdded" {
                    self.log.push(inner["params"]["message"].clone());
                }
                let answer = inner["id"].as_u64().and_then(|id| self.waiting.remove(&id));
                if let Some(answer) = answer {
                    // An error is told by what is made of the result.
                    let result = if inner["error"].is_null() { "result" } else { "error" };
                    let _ = answer.send(inner[result].clone());
                }
            }
            _ => {}
        }
    }

    /// Tells a page what is held, before it begins.
    async fn begin(&mut self, page: u64, info: &Value) {
        let target = info["targetId"].as_str().unwrap_or_default().to_owned();
        for (_, command) in self.held.clone() {
            self.send_to(page, &target, &command).await;
        }
        if info["isPaused"] == true {
            self.send_browser(page, "Target.resume", json!({ "targetId": target })).await;
        }
        if info["isProvisional"] != true {
            self.pages.insert(page, target);
        }
        if let Some(ready) = self.awaited.remove(&page) {
            // Nobody waits where the test has ended.
            let _ = ready.send(());
        }
    }

    async fn send(&mut self, command: &Command, answer: oneshot::Sender<Value>) {
        let target = self.pages.get(&self.shown).cloned().unwrap_or_default();
        let id = self.send_to(self.shown, &target, command).await;
        self.waiting.insert(id, answer);
    }

    async fn send_to(&mut self, page: u64, target: &str, command: &Command) -> u64 {
        let Command { method, params } = command;
        self.sent += 1;
        let id = self.sent;
        let message = json!({ "id": id, "method": method, "params": params }).to_string();
        let params = json!({ "targetId": target, "message": message });
        self.send_browser(page, "Target.sendMessageToTarget", params).await;
        id
    }

    async fn send_browser(&mut self, page: u64, method: &str, params: Value) {
        self.sent += 1;
        let text = json!({ "id": self.sent, "method": method, "params": params }).to_string();
        let body = [&numbers(page)[..], text.as_bytes(), b"\0"].concat();
        self.write("SendMessageToBackend", &body).await;
    }

    async fn write(&mut self, name: &str, bytes: &[u8]) {
        let body = [name.as_bytes(), b"\0", bytes].concat();
        let length = u32::try_from(body.len()).expect("a length");
        // The lowest byte of a number comes first.
        let message = [&length.to_be_bytes()[..], &[1], &body].concat();
        // Where the browser went, a test waits for its answer in vain, and says so.
        let _ = self.socket.write_all(&message).await;
    }
}

/// The numbers of the browser and of one of its pages.
fn numbers(page: u64) -> Vec<u8> {
    [BROWSER, page].iter().flat_map(|number| number.to_le_bytes()).collect()
}
