//! A site over time: a new version takes the place of the old one.
use super::site::Served;
use jari::dist::worker;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::Path,
};

impl Served {
    /// Puts another version in the place of this one, as a build from other sources would be: with
    /// other names of its files, and none of the old ones. Once more, and the first one is back.
    pub fn deploy(&self) {
        self.change(|files| {
            let hashes = files.keys().filter_map(|path| hash(path)).collect::<BTreeSet<_>>();
            for (path, bytes) in std::mem::take(files) {
                let mut path = path.into_bytes();
                let mut bytes = match path.ends_with(b".html") {
                    // Scripts name other files now.
                    true => without_integrity(str::from_utf8(&bytes).expect("text")).into_bytes(),
                    false => bytes,
                };
                hashes.iter().for_each(|hash| {
                    turn(&mut path, hash.as_bytes());
                    turn(&mut bytes, hash.as_bytes());
                });
                files.insert(String::from_utf8(path).expect("text"), bytes);
            }
            worker::fill(files).expect("a site with a worker");
        });
    }

    /// Changes the files of the site, by their paths.
    pub fn change(&self, change: impl FnOnce(&mut BTreeMap<String, Vec<u8>>)) {
        let mut files = read(self.folder()).expect("files");
        change(&mut files);
        fs::remove_dir_all(self.folder()).expect("they go");
        write(self.folder(), &files).expect("they come");
    }
}

/// The hash in the name of a file.
fn hash(path: &str) -> Option<String> {
    let parts = path.split(|char: char| !char.is_ascii_alphanumeric());
    let is_hash =
        |part: &&str| part.len() == 16 && part.bytes().all(|byte| byte.is_ascii_hexdigit());
    parts.into_iter().find(is_hash).map(str::to_owned)
}

/// Changes the halves of a hash, wherever it is in a file.
fn turn(bytes: &mut [u8], hash: &[u8]) {
    let mut at = 0;
    while let Some(found) = bytes[at..].windows(hash.len()).position(|part| part == hash) {
        at += found;
        bytes[at..at + hash.len()].rotate_left(hash.len() / 2);
        at += hash.len();
    }
}

fn without_integrity(text: &str) -> String {
    let mut parts = text.split(" integrity=\"sha384-");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| text + part.split_once('"').map_or("", |(_, rest)| rest))
}

/// The files of a folder and those in it, without pressed copies.
fn read(folder: &Path) -> io::Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
        if path.is_dir() {
            files.extend(
                read(&path)?.into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)),
            );
        } else if !name.ends_with(".br") && !name.ends_with(".gz") {
            files.insert(name, fs::read(&path)?);
        }
    }
    Ok(files)
}

fn write(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> io::Result<()> {
    for (path, bytes) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().expect("a folder"))?;
        fs::write(path, bytes)?;
    }
    Ok(())
}
