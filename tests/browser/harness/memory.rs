//! How much memory a browser takes, by what the system says of its processes.
use super::{Browser, Page};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

/// Where the system has a folder for each process.
const PROCESSES: &str = "/proc";

impl Page {
    /// The kilobytes of all processes of the browser and its driver: what each has alone, and its share
    /// of what several have (PSS). None where the system does not tell.
    pub fn memory(&self) -> Option<u64> {
        let children = children();
        let mut left = self.session.driver.processes();
        let mut sum = 0;
        while let Some(process) = left.pop() {
            // One that has ended meanwhile has none.
            sum += proportional_kilobytes(process).unwrap_or_default();
            left.extend(children.get(&process).into_iter().flatten());
        }
        (sum > 0).then_some(sum)
    }

    /// Takes out of memory what no tab uses any more: in Chromium and WebKit those of the tab that is
    /// looked at, in Firefox those of all.
    pub async fn collect_garbage_everywhere(&self) {
        if self.kind != Browser::Firefox {
            return self.collect_garbage().await;
        }
        self.speak_to("chrome").await;
        self.driver_script(
            "Components.utils.forceGC();
             Components.utils.forceCC();
             for (const collect of ['child-gc-request', 'child-cc-request'])
                 Services.obs.notifyObservers(null, collect);",
        )
        .await;
        self.speak_to("content").await;
    }
}

/// The processes that each one has started.
fn children() -> BTreeMap<u32, Vec<u32>> {
    let mut children: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for entry in fs::read_dir(PROCESSES).into_iter().flatten().flatten() {
        let process = entry.file_name().to_str().and_then(|name| name.parse().ok());
        let parent = parent(&entry.path());
        if let (Some(process), Some(parent)) = (process, parent) {
            children.entry(parent).or_default().push(process);
        }
    }
    children
}

/// Whose child a process is: its number comes after the name, in brackets, and a letter.
fn parent(folder: &Path) -> Option<u32> {
    let text = fs::read_to_string(folder.join("stat")).ok()?;
    let (_, after_name) = text.rsplit_once(')')?;
    after_name.split_whitespace().nth(1)?.parse().ok()
}

/// A process's proportional share, but for files: of its program it has the less, the more others run
/// it, in other tests too. Older systems tell the sum alone.
fn proportional_kilobytes(process: u32) -> Option<u64> {
    let folder = PathBuf::from(PROCESSES).join(process.to_string());
    let text = fs::read_to_string(folder.join("smaps_rollup")).ok()?;
    let kilobytes = |kind: &str| -> Option<u64> {
        let line = text.lines().find_map(|line| line.strip_prefix(kind))?;
        line.split_whitespace().next()?.parse().ok()
    };
    match (kilobytes("Pss_Anon:"), kilobytes("Pss_Shmem:")) {
        (Some(anonymous), Some(shared)) => Some(anonymous + shared),
        _ => kilobytes("Pss:"),
    }
}
