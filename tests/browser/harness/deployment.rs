//! A site over time: another version takes the place of the one before.
use super::{SET_UP, site::Served};
use jari::dist::{files::Files, finish, names};
use std::path::Path;

impl Served {
    /// Puts another version in the place of this one, as a build from other sources would be: with
    /// other bytes, so other names, and none of the old files.
    pub fn deploy(&self) {
        self.change(|files| {
            let named: Vec<String> =
                files.paths().filter(|path| names::is_by_bytes(path)).map(str::to_owned).collect();
            for path in named {
                let more: &[u8] = match path.ends_with(".wasm") {
                    // A section without a meaning.
                    true => &[0, 2, 1, b'x'],
                    false => b"\n",
                };
                let bytes = [files.get(&path).unwrap_or_default(), more].concat();
                files.put(path, bytes);
            }
            finish::name(files).expect("a site with a worker");
        });
    }

    /// Puts the version of `dist/` back.
    pub fn roll_back(&self) {
        let dist = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist");
        let first = Files::read(&dist).unwrap_or_else(|error| panic!("{error}; {SET_UP}"));
        self.change(|files| *files = first);
    }

    /// Changes the files of the site, which is the test's own.
    pub fn change(&self, change: impl FnOnce(&mut Files)) {
        let mut files = Files::read(self.folder()).expect("files");
        change(&mut files);
        files.write(self.folder()).expect("they are written");
    }
}
