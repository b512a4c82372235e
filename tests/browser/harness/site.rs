//! The site that a test looks at: `dist/`, or a copy of it with something changed; and its server,
//! which misbehaves when it is told to.
use super::applications::Applications;
use super::faults::{Faults, misbehave};
use super::folder::{copy_all, new_folder};
use super::{Options, SET_UP, nginx::Nginx};
use axum::{Router, middleware};
use jari::dist::{
    files::Files,
    finish::finish,
    serve::{self, Site},
};
use std::{
    fs, io,
    path::Path,
    sync::Mutex,
    thread::{self, JoinHandle},
};
use tempfile::TempDir;
use tokio::{runtime, sync::oneshot};

/// A site that is served until the test ends, or the server goes.
pub struct Served {
    pub origin: String,
    pub faults: Faults,
    pub applications: Applications,
    port: u16,
    router: Router,
    server: Mutex<Option<Server>>,
    copy: Option<TempDir>,
    _nginx: Option<Nginx>,
}

impl Served {
    pub async fn start(options: &Options) -> Self {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join(&options.site);
        let is_own = options.capacity.is_some() || options.settings.is_some();
        let copy = is_own.then(|| {
            let copy = copied(&dist, options.capacity);
            copy.unwrap_or_else(|error| panic!("no copy of dist/: {error}; {SET_UP}"))
        });
        if let (Some(copy), Some(settings)) = (&copy, &options.settings) {
            let mut files = Files::read(copy.path()).expect("files");
            files.put("config.json", settings.as_str());
            let finished = finish(&files).expect("a finished site");
            finished.write(copy.path()).expect("it is written");
        }
        let folder = copy.as_ref().map_or(&*dist, TempDir::path);
        let nginx = options.nginx_at.map(|path| Nginx::serve(folder, path));
        let mut site = Site::open(folder).unwrap_or_else(|error| panic!("{error}; {SET_UP}"));
        if let Some(part) = options.withhold {
            site = site.withholding(part);
        }
        let faults = Faults::default();
        for (path, fault) in &options.faults {
            faults.set(path, Some(fault.clone()));
        }
        let applications = Applications::default();
        let router = site.router().merge(applications.router());
        let router = router.layer(middleware::from_fn_with_state(faults.clone(), misbehave));
        let (server, port) = Server::start(0, router.clone());
        let own = || format!("http://127.0.0.1:{port}");
        let origin = nginx.as_ref().map_or_else(own, |nginx| nginx.origin.clone());
        let server = Mutex::new(Some(server));
        Self { origin, faults, applications, port, router, server, _nginx: nginx, copy }
    }

    /// The folder of its files, where that is the test's own.
    pub fn folder(&self) -> &Path {
        let copy = self.copy.as_ref().expect("options with a capacity file make a copy of dist/");
        copy.path()
    }

    /// Ends the server, and every connection to it.
    pub fn stop(&self) {
        drop(self.server.lock().expect("no test panicked here").take());
    }

    /// Starts the server again where it was.
    pub fn start_again(&self) {
        let (server, _) = Server::start(self.port, self.router.clone());
        *self.server.lock().expect("no test panicked here") = Some(server);
    }
}

/// A server with a runtime of its own: with that end its connections, also those that hang.
pub struct Server {
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    pub fn start(port: u16, router: Router) -> (Self, u16) {
        let (tell_port, port_of) = std::sync::mpsc::channel();
        let (stop, stopped) = oneshot::channel::<()>();
        let thread = thread::spawn(move || {
            let runtime = runtime::Builder::new_current_thread().enable_all().build();
            runtime.expect("a runtime").block_on(async {
                let listener = serve::listen(port).await.expect("a free port");
                let port = listener.local_addr().expect("an address").port();
                tell_port.send(port).expect("the test waits");
                tokio::select! {
                    served = async { axum::serve(listener, router).await } => served.expect("serves"),
                    _ = stopped => {}
                }
            });
        });
        let port = port_of.recv().expect("the server starts");
        (Self { stop: Some(stop), thread: Some(thread) }, port)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            // One that panicked has said so.
            let _ = thread.join();
        }
    }
}

/// A copy of a site with another capacity file, as an operator makes one; it goes with the test.
pub fn copied(dist: &Path, capacity: Option<&str>) -> io::Result<TempDir> {
    let copy = new_folder("site");
    copy_all(dist, copy.path())?;
    if let Some(capacity) = capacity {
        fs::write(copy.path().join("capacity.json"), capacity)?;
    }
    Ok(copy)
}
