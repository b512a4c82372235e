//! nginx with the configuration that docs/hosting.md recommends, on a free port of the loopback.
use super::folder::new_folder;
use super::{PATIENCE, SET_UP};
use std::{
    env, fs,
    net::{Ipv4Addr, TcpListener, TcpStream},
    os::unix::fs::symlink,
    path::Path,
    process::{Child, Command, Stdio},
    thread::sleep,
    time::Duration,
};
use tempfile::TempDir;

/// What a host has around the recommended file: modules, types, and folders to write to.
const AROUND: &str = "\
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
daemon off;
master_process off;
pid nginx.pid;
events {}
http {
  include /etc/nginx/mime.types;
  access_log off;
  client_body_temp_path written;
  proxy_temp_path written;
  fastcgi_temp_path written;
  uwsgi_temp_path written;
  scgi_temp_path written;
  include site.conf;
}
";

/// A server of its own, ended with it.
pub struct Nginx {
    /// As in `http://127.0.0.1:40000`.
    pub origin: String,
    process: Child,
    /// Removed after its process.
    _folder: TempDir,
}

impl Nginx {
    /// Serves the folder of a site at a path such as `/` or `/preview/jari/`.
    pub fn serve(site: &Path, at: &str) -> Self {
        let own = new_folder("nginx");
        let folder = own.path();
        let root = folder.join("root");
        // Without a slash at the end, which would ask for a folder.
        let place = folder.join(format!("root{at}").trim_end_matches('/'));
        fs::create_dir_all(place.parent().expect("below the root")).expect("a folder");
        symlink(site, &place).expect("a link to the site");

        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
        let address = free.local_addr().expect("an address");
        drop(free);
        let recommended = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/hosting/nginx.conf");
        let mut conf = fs::read_to_string(recommended).expect("docs/hosting/nginx.conf");
        for (from, to) in [
            ("listen 80;", format!("listen {address};")),
            ("root /srv/jari;", format!("root {};", root.display())),
            ("error_page 404 /404.html;", format!("error_page 404 {at}404.html;")),
        ] {
            assert!(conf.contains(from), "docs/hosting/nginx.conf has no `{from}`");
            conf = conf.replace(from, &to);
        }
        fs::write(folder.join("site.conf"), conf).expect("a configuration");
        fs::write(folder.join("main.conf"), AROUND).expect("a configuration");

        let program = env::var("NGINX").unwrap_or_else(|_| "/usr/sbin/nginx".to_owned());
        let mut process = Command::new(&program)
            .arg("-p")
            .arg(folder)
            .args(["-c", "main.conf", "-e", "error.log"])
            .stdin(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("cannot start {program}: {error}; {SET_UP}"));
        let step = Duration::from_millis(20);
        let mut waited = Duration::ZERO;
        while TcpStream::connect(address).is_err() {
            let said = || fs::read_to_string(folder.join("error.log")).unwrap_or_default();
            let ended = process.try_wait().expect("its state");
            assert!(ended.is_none(), "{program} ended: {}; {SET_UP}", said());
            assert!(waited < PATIENCE, "{program} does not listen: {}", said());
            sleep(step);
            waited += step;
        }
        Self { origin: format!("http://{address}"), process, _folder: own }
    }
}

impl Drop for Nginx {
    fn drop(&mut self) {
        // One that has ended has said so.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
