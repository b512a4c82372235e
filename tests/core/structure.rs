//! How the files of the program hang together, by the paths in their sources: within a room no
//! file uses another that uses it, no room uses a later one, and no file is too long to be taken
//! in.

mod source;

use source::File;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path as Folder;

/// The rooms in their order: each may use itself and those before it.
const ROOMS: [&str; 11] = [
    "model", "fit", "sizing", "odds", "words", "picture", "show", "exchange", "session", "edge",
    "page",
];

/// Finishes what was built, and so uses any room that a native build has; none uses it.
const FINISHER: &str = "dist";

/// Rooms that only a browser has.
const IN_BROWSERS: [&str; 2] = ["edge", "page"];

/// The most lines of a file, tests aside.
const MOST_LINES: usize = 400;

#[test]
fn no_file_uses_one_that_uses_it() {
    let program = Program::read();
    let rooms = ROOMS.iter().chain(&[FINISHER]);
    let circles = rooms.flat_map(|room| program.circles(room));
    let circles: Vec<String> = circles.map(|files| files.join(", ")).collect();
    assert!(circles.is_empty(), "these use each other:\n{}", circles.join("\n"));
}

#[test]
fn no_room_uses_a_later_one() {
    let upward = Program::read().upward();
    assert!(upward.is_empty(), "these use a later room:\n{}", upward.join("\n"));
}

#[test]
fn no_file_is_too_long() {
    let program = Program::read();
    let long = program.files.values().filter(|file| file.lines > MOST_LINES);
    let long: Vec<String> = long.map(|file| format!("{} {}", file.path, file.lines)).collect();
    assert!(long.is_empty(), "over {MOST_LINES} lines:\n{}", long.join("\n"));
}

/// What the page's files leave to `page::dom`, to contexts and signals, or to view-models.
const NOT_IN_PAGE: [&str; 11] = [
    "use crate::fit",
    ".fill(",
    "create_element",
    "insert_before",
    "remove_child",
    "set_attribute",
    "Mutex",
    "state: State",
    "(lang: Lang",
    ", lang: Lang",
    "lang: Lang,\n) ",
];

/// Where one of them stands for a reason: the document's language is set on no element of the page.
const BUT_FOR: [(&str, &str); 1] = [("src/page/app.rs", "set_attribute")];

#[test]
fn the_page_draws_and_passes_on_in_one_way() {
    let folder = Folder::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    read_into(&mut sources, folder, "src/page");
    assert!(sources.len() > 50, "{}", sources.len());
    let mut found = Vec::new();
    for (path, text) in &sources {
        if path.starts_with("src/page/dom/") {
            continue;
        }
        let words = NOT_IN_PAGE.iter().filter(|word| text.contains(**word));
        found.extend(words.map(|word| (path.as_str(), *word)));
    }
    found.retain(|it| !BUT_FOR.contains(it));
    assert!(found.is_empty(), "{found:#?}");
}

/// A path as it stands in a source, or that of a module from the crate on.
type Path = Vec<String>;

/// The files of a crate, and which of them uses which.
struct Program {
    /// By the module that each of them is.
    files: BTreeMap<Path, File>,
    /// The modules that each module uses, itself aside.
    uses: BTreeMap<Path, BTreeSet<Path>>,
}

impl Program {
    /// The program as it is: all rooms are there.
    fn read() -> Self {
        let mut sources = Vec::new();
        let folder = Folder::new(env!("CARGO_MANIFEST_DIR"));
        read_into(&mut sources, folder, "src");
        let program = Self::new(sources);
        for room in ROOMS.iter().chain(&[FINISHER]) {
            assert!(program.files.contains_key(&[*room].map(String::from)[..]), "no {room}");
        }
        program
    }

    /// The program of these sources, each with where it lies.
    fn new(sources: impl IntoIterator<Item = (String, String)>) -> Self {
        let all = sources.into_iter();
        let mut files: BTreeMap<Path, File> =
            all.map(|(path, text)| (module_of(&path), File::new(path, &text))).collect();
        // What its parent declares for tests alone is test code itself.
        let tests: Vec<Path> =
            files.keys().filter(|module| is_test(&files, module)).cloned().collect();
        files.retain(|module, _| !tests.contains(module));
        let mut program = Self { files, uses: BTreeMap::new() };
        program.uses = program.files.keys().map(|it| (it.clone(), program.used_by(it))).collect();
        program
    }

    /// The modules that a module uses.
    fn used_by(&self, module: &Path) -> BTreeSet<Path> {
        let paths = self.files[module].paths.iter();
        paths.filter_map(|path| self.target(module, path)).filter(|it| it != module).collect()
    }

    /// The module that a path of `module` leads to: the one that defines what it names, whoever
    /// passes that on. `None` where it leads out of the program.
    fn target(&self, module: &[String], path: &[String]) -> Option<Path> {
        let (first, mut rest) = path.split_first()?;
        let mut here = match first.as_str() {
            "crate" => Path::new(),
            "self" => module.to_vec(),
            "super" => parent(module)?,
            child => self.child(module, child)?,
        };
        while let Some((step, after)) = rest.split_first() {
            if step == "super" {
                here = parent(&here)?;
            } else if let Some(child) = self.child(&here, step) {
                here = child;
            } else if let Some(behind) = self.files[&here].names.get(step) {
                return self.target(&here, &[behind, after].concat());
            } else {
                break;
            }
            rest = after;
        }
        Some(here)
    }

    /// The module of this name in another.
    fn child(&self, module: &[String], name: &str) -> Option<Path> {
        let child = [module, &[name.to_owned()]].concat();
        self.files.contains_key(&child).then_some(child)
    }

    /// The circles of a room, each as the paths of the files in it.
    fn circles(&self, room: &str) -> BTreeSet<Vec<&str>> {
        let within = self.files.keys().filter(|module| room_of(module) == Some(room));
        within.map(|module| self.circle(module)).filter(|circle| !circle.is_empty()).collect()
    }

    /// The files that a module uses and that use it, itself among them; none where there is no
    /// other.
    fn circle(&self, module: &Path) -> Vec<&str> {
        let uses_it = |other: &&Path| self.reached(other).contains(module);
        let circle = self.reached(module).into_iter().filter(uses_it);
        circle.map(|other| self.files[other].path.as_str()).collect()
    }

    /// The modules of the same room that a module uses, and those that these use.
    fn reached(&self, module: &Path) -> BTreeSet<&Path> {
        let mut reached = BTreeSet::new();
        let mut open: Vec<&Path> = self.near(module).collect();
        while let Some(next) = open.pop() {
            if reached.insert(next) {
                open.extend(self.near(next));
            }
        }
        reached
    }

    /// The modules of the same room that a module itself uses.
    fn near(&self, module: &Path) -> impl Iterator<Item = &Path> {
        let room = room_of(module);
        self.uses[module].iter().filter(move |used| room_of(used) == room)
    }

    /// Each use of a room that the file's own may not know.
    fn upward(&self) -> Vec<String> {
        let mut upward = Vec::new();
        for (module, used) in &self.uses {
            let is_later = |other: &&Path| match (room_of(module), room_of(other)) {
                (Some(own), Some(other)) => !may_use(own, other),
                // The root only names the rooms.
                _ => false,
            };
            let path = &self.files[module].path;
            let later = used.iter().filter(is_later);
            upward.extend(later.map(|other| format!("{path} uses {}", other.join("::"))));
        }
        upward
    }
}

/// Whether a room may use another.
fn may_use(own: &str, other: &str) -> bool {
    let position = |room: &str| ROOMS.iter().position(|it| *it == room);
    match (position(own), position(other)) {
        _ if own == other => true,
        (Some(own), Some(other)) => other < own,
        (None, Some(_)) => own != FINISHER || !IN_BROWSERS.contains(&other),
        (_, None) => other != FINISHER,
    }
}

/// The room that a module lies in; `None` at the root.
fn room_of(module: &Path) -> Option<&str> {
    module.first().map(String::as_str)
}

/// The module around another; the root has none.
fn parent(module: &[String]) -> Option<Path> {
    module.split_last().map(|(_, above)| above.to_vec())
}

/// The module that a file is.
fn module_of(path: &str) -> Path {
    let name = path.trim_start_matches("src/").trim_end_matches(".rs");
    let name = if name == "lib" { "" } else { name.trim_end_matches("/mod") };
    name.split('/').filter(|step| !step.is_empty()).map(String::from).collect()
}

/// Whether a module's parent is a file that does not declare it, but for tests.
fn is_test(files: &BTreeMap<Path, File>, module: &Path) -> bool {
    let above = parent(module).filter(|above| !above.is_empty());
    let above = above.and_then(|above| files.get(&above));
    above.is_some_and(|above| module.last().is_some_and(|name| !above.children.contains(name)))
}

/// Adds the path and text of each source of a folder, and of the folders in it, to `sources`.
pub fn read_into(sources: &mut Vec<(String, String)>, root: &Folder, folder: &str) {
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().into_string().unwrap());
        if entry.path().is_dir() {
            read_into(sources, root, &path);
        } else if path.ends_with(".rs") {
            let text = fs::read_to_string(entry.path()).unwrap();
            sources.push((path, text));
        }
    }
}

/// A program of three rooms, in which `fit::calendar` and `fit::opening` use each other by way of
/// `fit`, and `model::hour` uses the later room `fit`.
const MADE_UP: [(&str, &str); 9] = [
    ("src/lib.rs", "pub mod dist; pub mod fit; pub mod model;"),
    ("src/model/mod.rs", "mod hour; pub use hour::{Hour, TERM as MONTH};"),
    ("src/model/hour.rs", "use crate::{fit::{self, Calendar as Other}}; pub struct Hour;"),
    ("src/fit/mod.rs", "mod calendar; mod hole; mod opening; pub use calendar::Calendar;"),
    ("src/fit/calendar.rs", "use crate::model::{Hour, MONTH}; fn f() { super::opening::new() }"),
    ("src/fit/opening.rs", "use super::{Calendar, hole::{Hole}}; #[cfg(test)] mod tests;"),
    (
        "src/fit/hole.rs",
        r##"
        // use super::opening;
        const TEXT: [&str; 2] = ["use super::opening; \"", r#"" use super::opening;"#];
        const QUOTE: char = '"';
        /* use super::opening; */
        pub struct Hole<'a>(&'a str);
        #[cfg(test)]
        mod tests {
            use super::super::opening;
        }
        "##,
    ),
    ("src/fit/opening/tests.rs", "use crate::dist;"),
    ("src/dist/mod.rs", "use crate::fit::Calendar;"),
];

fn made_up() -> Program {
    Program::new(MADE_UP.map(|(path, text)| (path.to_owned(), text.to_owned())))
}

#[test]
fn a_path_leads_to_the_file_that_defines_what_it_names() {
    let program = made_up();
    let uses = |module: &str| -> Vec<String> {
        let module: Path = module.split("::").map(String::from).collect();
        program.uses[&module].iter().map(|used| used.join("::")).collect()
    };
    assert_eq!(uses("model"), ["model::hour"]);
    assert_eq!(uses("model::hour"), ["fit", "fit::calendar"]);
    assert_eq!(uses("fit::calendar"), ["fit::opening", "model::hour"]);
    assert_eq!(uses("fit::opening"), ["fit::calendar", "fit::hole"]);
    assert!(uses("fit::hole").is_empty());
    assert_eq!(program.files.len(), MADE_UP.len() - 1, "tests are no part of the program");
}

#[test]
fn a_circle_and_an_upward_use_are_found() {
    let program = made_up();
    let circle = vec!["src/fit/calendar.rs", "src/fit/opening.rs"];
    assert_eq!(program.circles("fit"), BTreeSet::from([circle]));
    assert!(program.circles("model").is_empty());
    let upward = ["fit", "fit::calendar"].map(|used| format!("src/model/hour.rs uses {used}"));
    assert_eq!(program.upward(), upward);
}

#[test]
fn a_room_may_use_those_before_it() {
    for (own, other, may) in [
        ("fit", "fit", true),
        ("fit", "model", true),
        ("fit", "sizing", false),
        ("page", "edge", true),
        ("dist", "session", true),
        ("dist", "page", false),
        ("page", "dist", false),
    ] {
        assert_eq!(may_use(own, other), may, "{own} of {other}");
    }
}

#[test]
fn lines_of_tests_do_not_count() {
    let text = "fn a() {}\n\n#[cfg(test)]\nmod tests {\n    fn b() {}\n}\nfn c() {}\n";
    assert_eq!(File::new("src/a.rs".into(), text).lines, 3);
}
