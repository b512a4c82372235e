//! The site that a test looks at: `dist/`, or a copy of it with something changed.
use super::{Options, SET_UP};
use jari::dist::serve::{self, Site};
use std::{
    fs, io,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicUsize, Ordering},
};

/// A site that is served until the test's runtime ends.
pub struct Served {
    pub origin: String,
    _copy: Option<Copy>,
}

impl Served {
    pub async fn start(options: &Options) -> Self {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join(&options.site);
        let copy = options.capacity.map(|capacity| {
            let copied = Copy::of(&dist, capacity);
            copied.unwrap_or_else(|error| panic!("no copy of dist/: {error}; {SET_UP}"))
        });
        let folder = copy.as_ref().map_or(&dist, |copy| &copy.0);
        let mut site = Site::open(folder).unwrap_or_else(|error| panic!("{error}; {SET_UP}"));
        if let Some(part) = options.withhold {
            site = site.withholding(part);
        }
        let listener = serve::listen(0).await.expect("a free port");
        let origin = format!("http://{}", listener.local_addr().expect("an address"));
        tokio::spawn(site.serve(listener, None));
        Self { origin, _copy: copy }
    }
}

/// A copy of a site with another capacity file, as an operator makes one; it goes with the test.
struct Copy(PathBuf);

impl Copy {
    fn of(dist: &Path, capacity: &str) -> io::Result<Self> {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let folder = format!("site-{}-{number}", process::id());
        let copy = Self(Path::new(env!("CARGO_TARGET_TMPDIR")).join(folder));
        copy_folder(dist, &copy.0)?;
        fs::write(copy.0.join("capacity.json"), capacity)?;
        Ok(copy)
    }
}

impl Drop for Copy {
    fn drop(&mut self) {
        // What is left over is in target/, which may be removed at any time.
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn copy_folder(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        match entry.file_type()?.is_dir() {
            true => copy_folder(&entry.path(), &to)?,
            false => fs::copy(entry.path(), &to).map(drop)?,
        }
    }
    Ok(())
}
