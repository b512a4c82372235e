//! The profile from which a Firefox starts.
use super::driver::Driver;
use super::folder::{copy_all, new_folder};
use super::{Browser, Options};
use tempfile::TempDir;
use tokio::sync::OnceCell;

/// What a Firefox compiles of its own program when it first starts, and which build it was. Nothing
/// of a page or a reader is in it.
const KEPT: [&str; 2] = ["startupCache", "compatibility.ini"];

static FIRST: OnceCell<TempDir> = OnceCell::const_new();

/// A profile of its own for a browser that needs one from here. In an empty folder every Firefox
/// would compile its own program again: a third of the work of its start.
pub async fn new_profile(browser: Browser) -> Option<TempDir> {
    if browser != Browser::Firefox {
        return None;
    }
    let first = FIRST.get_or_init(used_profile).await;
    let profile = new_folder("firefox");
    for name in KEPT {
        copy_all(&first.path().join(name), &profile.path().join(name)).expect("it is copied");
    }
    Some(profile)
}

/// The profile of a Firefox that was started and ended.
async fn used_profile() -> TempDir {
    let profile = new_folder("firefox");
    let options = Options::default();
    let driver = Driver::start(Browser::Firefox, &options).await;
    let browser = driver.browser(&options, Some(profile.path())).await;
    browser.quit().await.expect("Firefox ends");
    driver.end().await;
    profile
}
