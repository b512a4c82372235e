//! The profile from which a Firefox starts.
use super::driver::Driver;
use super::folder::new_folder;
use super::{Browser, Options};
use jari::dist::files::Files;
use std::{fs, io, path::Path};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// What a Firefox compiles of its own program when it first starts. Nothing of a page or a reader is
/// in it.
const CACHE: &str = "startupCache";
/// Which build of Firefox that was: another one would not take the cache.
const BUILD: &str = "compatibility.ini";

/// Both, as the first start of this run left them. In memory, because a folder would outlive the run.
static FIRST: OnceCell<(Files, Vec<u8>)> = OnceCell::const_new();

/// A profile of its own for a browser that needs one from here. In an empty folder every Firefox
/// would compile its own program again: a third of the work of its start.
pub async fn new_profile(browser: Browser) -> Option<TempDir> {
    if browser != Browser::Firefox {
        return None;
    }
    let (cache, build) = FIRST.get_or_init(first_start).await;
    let profile = new_folder("firefox");
    cache.write(&profile.path().join(CACHE)).expect("its cache is written");
    fs::write(profile.path().join(BUILD), build).expect("its build is written");
    Some(profile)
}

/// Starts a Firefox and ends it, for what it compiled.
async fn first_start() -> (Files, Vec<u8>) {
    let profile = new_folder("firefox");
    let options = Options::default();
    let driver = Driver::start(Browser::Firefox, &options).await;
    let browser = driver.browser(&options, Some(profile.path())).await;
    browser.quit().await.expect("Firefox ends");
    driver.end().await;
    compiled(profile.path()).expect("Firefox wrote what it compiled")
}

fn compiled(profile: &Path) -> io::Result<(Files, Vec<u8>)> {
    Ok((Files::read(&profile.join(CACHE))?, fs::read(profile.join(BUILD))?))
}
