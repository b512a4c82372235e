//! The preview on a command line: checks a capacity file, answers requests, sizes workloads.

use std::cell::OnceCell;
use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use jari::exchange::answer_json::{self, Answered, Extras, Map, Since};
use jari::exchange::{request_json, sizing_json, workload_json};
use jari::fit::{self, Alternatives, Calendars, World};
use jari::model::{self, Hour, Instant, Occupancy, Reading, Scenario, limits};
use jari::sizing::hardware::Gpu;
use jari::sizing::{self, Site};
use jari::words::{Lang, problem};

const HELP: &str = "\
jari: does a request for GPU nodes fit, from when, and why not

Usage:
  jari check FILE                         list what is wrong with a capacity file
  jari preview SNAPSHOT --requests FILE   answer requests, one JSON object a line
  jari size --workloads FILE [SNAPSHOT]   size workloads, one JSON object a line

FILE and SNAPSHOT may be -, the standard input (one of them at a time).

Options:
  --requests FILE  requests, one JSON object a line; answers come in the same order
  --workloads FILE workloads, one JSON object a line; answers come in the same order
  --call ID        the call whose rules hold for workloads that name none
  --since FILE     an older snapshot: each answer also tells what changed since, and why
  --by-size        leaves published holds out, for every request; a request does so for itself
                   with \"layer\":\"size\"
  --today DATE     the day on which calls are open or closed; today where not given
  --fit-map DAYS   each answer also holds the most nodes for a start on each of so many days,
                   for the term asked and for 1 to 12 months
  --lang ko|en     the language of what check says (answers hold both); en where not given
  --help           this text
  --version        the version

A line that is no request or workload, or names a block or a call that the snapshot does not
have, is answered with {\"id\":...,\"error\":\"...\"}, and the rest go on. Empty lines are skipped.

Exit codes:
  0  done; for check: nothing is wrong
  1  check found problems; the file can still be used without what they name
  2  wrong usage, a file that cannot be read, or one of which nothing can be used
";

/// The most days of a fit map: ten years, a line of half a megabyte a block.
const MAX_MAP_DAYS: u32 = 3_653;

/// What was asked on the command line.
enum Command {
    Help,
    Version,
    Check { file: OsString, lang: Lang },
    Preview(Files),
    Size { workloads: OsString, snapshot: Option<OsString>, call: Option<String> },
}

/// What a preview is made of.
struct Files {
    snapshot: OsString,
    requests: OsString,
    since: Option<OsString>,
    map_days: Option<u32>,
    by_size: bool,
    today: Option<Hour>,
}

/// Why the tool ends with exit code 2.
type Failure = String;

fn main() -> ExitCode {
    match command().and_then(run) {
        Ok(code) => code,
        Err(failure) => {
            // Nothing is left to do where even this cannot be written.
            let _ = writeln!(io::stderr().lock(), "jari: {failure}");
            ExitCode::from(2)
        }
    }
}

fn command() -> Result<Command, Failure> {
    use lexopt::Arg::{Long, Short, Value};

    let mut parser = lexopt::Parser::from_env();
    let (mut words, mut requests, mut lang) = (Vec::new(), None, None);
    let (mut since, mut map_days) = (None, None);
    let (mut by_size, mut today) = (false, None);
    let (mut workloads, mut call) = (None, None);
    let usage = |error: lexopt::Error| format!("{error}; see jari --help");
    while let Some(arg) = parser.next().map_err(usage)? {
        match arg {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("version") | Short('V') => return Ok(Command::Version),
            Long("requests") => requests = Some(parser.value().map_err(usage)?),
            Long("since") => since = Some(parser.value().map_err(usage)?),
            Long("fit-map") => map_days = Some(days(&parser.value().map_err(usage)?)?),
            Long("by-size") => by_size = true,
            Long("today") => today = Some(day(&parser.value().map_err(usage)?)?),
            Long("workloads") => workloads = Some(parser.value().map_err(usage)?),
            Long("call") => call = Some(parser.value().map_err(usage)?),
            Long("lang") => lang = Some(language(&parser.value().map_err(usage)?)?),
            Value(word) => words.push(word),
            other => return Err(usage(other.unexpected())),
        }
    }
    let mut words = words.into_iter();
    let (name, file, more) = (words.next(), words.next(), words.next());
    let usage = |what: &str| format!("{what}; see jari --help");
    if let Some(more) = more {
        return Err(usage(&format!("unexpected {more:?}")));
    }
    let name = name.as_deref().and_then(OsStr::to_str);
    if name != Some("preview") && (by_size || today.is_some()) {
        return Err(usage("--by-size and --today belong to preview"));
    }
    if name == Some("size") {
        if requests.is_some() || since.is_some() || map_days.is_some() || lang.is_some() {
            return Err(usage("size takes --workloads and --call"));
        }
        let Some(workloads) = workloads else { return Err(usage("size needs --workloads FILE")) };
        if workloads == "-" && file.as_deref() == Some(OsStr::new("-")) {
            return Err(usage("only one of the files can be the standard input"));
        }
        let call = call.map(|id| id.to_string_lossy().into_owned());
        if call.is_some() && file.is_none() {
            return Err(usage("--call needs a snapshot that has it"));
        }
        return Ok(Command::Size { workloads, snapshot: file, call });
    }
    if workloads.is_some() || call.is_some() {
        return Err(usage("--workloads and --call belong to size"));
    }
    match (name, file, requests) {
        (Some("check"), Some(file), None) if since.is_none() && map_days.is_none() => {
            Ok(Command::Check { file, lang: lang.unwrap_or(Lang::En) })
        }
        (Some("check"), None, _) => Err(usage("check needs a file")),
        (Some("check"), Some(_), Some(_)) => Err(usage("check takes no --requests")),
        (Some("check"), ..) if since.is_some() || map_days.is_some() => {
            Err(usage("check takes neither --since nor --fit-map"))
        }
        (Some("preview"), Some(_), _) if lang.is_some() => Err(usage("preview takes no --lang")),
        (Some("preview"), Some(snapshot), Some(requests)) => {
            let files = [Some(&snapshot), Some(&requests), since.as_ref()];
            if files.into_iter().flatten().filter(|file| *file == "-").count() > 1 {
                return Err(usage("only one of the files can be the standard input"));
            }
            Ok(Command::Preview(Files { snapshot, requests, since, map_days, by_size, today }))
        }
        (Some("preview"), None, _) => Err(usage("preview needs a snapshot")),
        (Some("preview"), Some(_), None) => Err(usage("preview needs --requests FILE")),
        (Some(_), ..) | (None, Some(_), _) => Err(usage("the command is check, preview or size")),
        (None, None, _) => Err(usage("no command")),
    }
}

fn language(name: &OsStr) -> Result<Lang, Failure> {
    let lang = name.to_str().and_then(Lang::from_tag);
    lang.ok_or_else(|| "--lang is ko or en; see jari --help".to_owned())
}

fn days(text: &OsStr) -> Result<u32, Failure> {
    let days = text.to_str().and_then(|text| text.parse().ok());
    let days = days.filter(|days| (1..=MAX_MAP_DAYS).contains(days));
    days.ok_or_else(|| format!("--fit-map is a number of days from 1 to {MAX_MAP_DAYS}"))
}

fn day(text: &OsStr) -> Result<Hour, Failure> {
    let day = text.to_str().and_then(|text| Instant::parse(text).ok());
    day.map(Instant::floor).ok_or_else(|| "--today is a date such as 2027-01-31".to_owned())
}

/// The hour on the clock of this machine.
fn now() -> Hour {
    #[expect(clippy::disallowed_methods, reason = "the tool has a clock, the core has none")]
    let since_1970 = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    let hours = since_1970.as_secs() / 3_600;
    i32::try_from(hours).map_or(Hour::LATEST, Hour::new).clamp(Hour::EARLIEST, Hour::LATEST)
}

fn run(command: Command) -> Result<ExitCode, Failure> {
    let mut out = io::stdout().lock();
    let done = match command {
        Command::Help => out.write_all(HELP.as_bytes()),
        Command::Version => writeln!(out, "jari {}", env!("CARGO_PKG_VERSION")),
        Command::Check { file, lang } => return check(&file, lang, &mut out),
        Command::Preview(files) => return preview(&files, &mut out),
        Command::Size { workloads, snapshot, call } => {
            return size(&workloads, snapshot.as_deref(), call.as_deref(), &mut out);
        }
    };
    end(done, ExitCode::SUCCESS)
}

/// The exit code, where all could be written or nobody was listening any more.
fn end(written: io::Result<()>, code: ExitCode) -> Result<ExitCode, Failure> {
    match written {
        Ok(()) => Ok(code),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(code),
        Err(error) => Err(format!("cannot write: {error}")),
    }
}

fn check(file: &OsStr, lang: Lang, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let problems = read(file, lang)?.problems;
    let mut list =
        || problems.iter().try_for_each(|one| writeln!(out, "{}", problem::text(one, lang)));
    let code = if problems.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) };
    end(list(), code)
}

/// A snapshot, laid out in time.
struct Laid {
    scenario: Scenario,
    calendars: Calendars,
}

impl Laid {
    /// Reads a snapshot; what is wrong with it is counted on the standard error.
    fn read(file: &OsStr) -> Result<Self, Failure> {
        let Reading { snapshot, problems } = read(file, Lang::En)?;
        if !problems.is_empty() {
            let count = problems.len();
            let note = format!("jari: problems in {}: {count}; see jari check", shown(file));
            end(writeln!(io::stderr().lock(), "{note}"), ExitCode::SUCCESS)?;
        }
        Ok(Self::new(Scenario::of_file(snapshot)))
    }

    fn new(scenario: Scenario) -> Self {
        Self { calendars: Calendars::new(&scenario.snapshot), scenario }
    }

    const fn world(&self) -> World<'_> {
        World { snapshot: &self.scenario.snapshot, calendars: &self.calendars }
    }
}

/// A file as it is, and by size alone once that is asked for.
struct Layers {
    as_in_file: Laid,
    by_size: OnceCell<Laid>,
}

impl Layers {
    fn read(file: &OsStr) -> Result<Self, Failure> {
        Ok(Self { as_in_file: Laid::read(file)?, by_size: OnceCell::new() })
    }

    fn get(&self, by_size: bool) -> &Laid {
        let file = &self.as_in_file;
        // Without published holds there is nothing to leave out.
        if !by_size || !file.scenario.snapshot.has_published_holds() {
            return file;
        }
        let without = || Scenario::new(&file.scenario.snapshot, Occupancy::Size, []);
        self.by_size.get_or_init(|| Laid::new(without()))
    }
}

fn preview(files: &Files, out: &mut impl Write) -> Result<ExitCode, Failure> {
    let new = Layers::read(&files.snapshot)?;
    let old = files.since.as_deref().map(Layers::read).transpose()?;
    let previewer = Previewer {
        new,
        old,
        map_days: files.map_days,
        by_size: files.by_size,
        today: files.today.unwrap_or_else(now),
    };
    each_line(&files.requests, request_json::MAX_BYTES, out, |text| previewer.answer(text))
}

/// Writes what `answer` makes of each line that is not empty.
fn each_line(
    file: &OsStr,
    most: usize,
    out: &mut impl Write,
    answer: impl Fn(&[u8]) -> String,
) -> Result<ExitCode, Failure> {
    let mut input = BufReader::new(open(file)?);
    let mut line = Vec::new();
    let mut first = true;
    while next_line(&mut input, &mut line, most)
        .map_err(|error| format!("cannot read {}: {error}", shown(file)))?
    {
        let text = line.strip_prefix(b"\xEF\xBB\xBF").filter(|_| first).unwrap_or(&line);
        first = false;
        if text.trim_ascii().is_empty() {
            continue;
        }
        if let Err(error) = writeln!(out, "{}", answer(text)) {
            return end(Err(error), ExitCode::SUCCESS);
        }
    }
    end(out.flush(), ExitCode::SUCCESS)
}

/// Nodes of a site where there is no snapshot: more than any call has let a project ask.
const MOST_NODES: u32 = 128;

fn size(
    workloads: &OsStr,
    snapshot: Option<&OsStr>,
    call: Option<&str>,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let laid = snapshot.map(Laid::read).transpose()?;
    if let (Some(laid), Some(id)) = (&laid, call)
        && laid.scenario.snapshot.call(id).is_none()
    {
        return Err(format!("--call: the snapshot has no call {id:?}"));
    }
    each_line(workloads, workload_json::MAX_BYTES, out, |line| sized(laid.as_ref(), call, line))
}

/// What one line of workloads comes to.
fn sized(laid: Option<&Laid>, call: Option<&str>, line: &[u8]) -> String {
    let Ok(text) = str::from_utf8(line) else {
        return answer_json::error_line(None, "not valid UTF-8");
    };
    let asked = match workload_json::parse(text) {
        Ok(asked) => asked,
        Err(refused) => {
            return answer_json::error_line(refused.id.as_deref(), &refused.to_string());
        }
    };
    let failed = |error: &str| answer_json::error_line(Some(&asked.id), error);
    let call = asked.call.as_deref().or(call);
    let mut sites = match laid {
        None if call.is_some() => return failed("call: there is no snapshot that has it"),
        None => ["h200", "b200"]
            .into_iter()
            .filter_map(Gpu::known)
            .map(|gpu| Site::of_gpu(gpu, MOST_NODES))
            .collect(),
        Some(Laid { scenario, .. }) => {
            let snapshot = &scenario.snapshot;
            let rules = call.map(|id| snapshot.call(id).ok_or(id)).transpose();
            let rules = match rules {
                Ok(rules) => rules,
                Err(id) => return failed(&format!("call: the snapshot has no call {id:?}")),
            };
            let start = asked.not_before.unwrap_or(snapshot.as_of);
            Site::all(snapshot, rules, Some(start))
        }
    };
    if let Some(ids) = &asked.accelerators {
        if let Some(id) = ids.iter().find(|id| !sites.iter().any(|site| site.accelerator == **id)) {
            return failed(&format!("accelerators: there is no {id:?} with known figures"));
        }
        sites.retain(|site| ids.contains(&site.accelerator));
    }
    match sizing::size(&asked.workload, &sites) {
        Ok(answer) => {
            let world = laid.map(|laid| (&laid.scenario.snapshot, &laid.calendars));
            sizing_json::line(&asked, &answer, call, world)
        }
        // All numbers were checked when the line was read.
        Err(_) => failed("a number is out of its range"),
    }
}

/// What requests are answered with.
struct Previewer {
    new: Layers,
    old: Option<Layers>,
    map_days: Option<u32>,
    by_size: bool,
    today: Hour,
}

impl Previewer {
    /// The answer to one line.
    fn answer(&self, line: &[u8]) -> String {
        let Ok(text) = str::from_utf8(line) else {
            return answer_json::error_line(None, "not valid UTF-8");
        };
        let asked = match request_json::parse(text) {
            Ok(asked) => asked,
            Err(refused) => {
                return answer_json::error_line(refused.id.as_deref(), &refused.to_string());
            }
        };
        let by_size = self.by_size || asked.by_size;
        let request = &asked.request;
        let now = self.new.get(by_size);
        let Laid { scenario, calendars } = now;
        let snapshot = &scenario.snapshot;
        let preview = match fit::preview(snapshot, calendars, request) {
            Ok(preview) => preview,
            Err(error) => {
                return answer_json::error_line(Some(&request.id), &answer_json::refusal(&error));
            }
        };
        let map = |days| Map::new(snapshot, calendars, request, &preview, days);
        // The preview could be made, so these can.
        let none = Alternatives { split: None, counterparts: Vec::new() };
        let alternatives = fit::alternatives(snapshot, calendars, request).unwrap_or(none);
        let since = self.old.as_ref().map(|old| {
            let old = old.get(by_size);
            let changes = fit::difference(old.world(), now.world(), request).unwrap_or_default();
            Since { old: &old.scenario.snapshot, new: snapshot, changes }
        });
        let extras = Extras { map: self.map_days.map(map), since };
        let (preview, alternatives) = (&preview, &alternatives);
        let answered = Answered { scenario, request, preview, alternatives, today: self.today };
        answer_json::line(&answered, &extras)
    }
}

/// Reads one line without its end into `line`; false where there is none.
///
/// What a line has beyond `most` bytes is read and dropped but for its first byte, so that
/// a file without line ends cannot fill the memory.
fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>, most: usize) -> io::Result<bool> {
    line.clear();
    let mut begun = false;
    loop {
        let bytes = match input.fill_buf() {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(error),
        };
        if bytes.is_empty() {
            return Ok(begun);
        }
        begun = true;
        let end = bytes.iter().position(|byte| *byte == b'\n');
        let part = bytes.get(..end.unwrap_or(bytes.len())).unwrap_or_default();
        let room = (most + 1).saturating_sub(line.len());
        line.extend(part.iter().take(room));
        let used = part.len() + usize::from(end.is_some());
        input.consume(used);
        if end.is_some() {
            return Ok(true);
        }
    }
}

/// The capacity file and what is wrong with it.
fn read(file: &OsStr, lang: Lang) -> Result<Reading, Failure> {
    let mut bytes = Vec::new();
    // One byte too many is enough to be refused; an endless input would fill the memory.
    let most = u64::try_from(limits::MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    open(file)?
        .take(most)
        .read_to_end(&mut bytes)
        .map_err(|error| format!("cannot read {}: {error}", shown(file)))?;
    model::read(&bytes)
        .map_err(|refusal| format!("{}: {}", shown(file), problem::text(&refusal, lang)))
}

/// The file, or the standard input for `-`.
fn open(file: &OsStr) -> Result<Box<dyn Read>, Failure> {
    if file == "-" {
        return Ok(Box::new(io::stdin().lock()));
    }
    let opened = File::open(file).map_err(|error| format!("cannot open {}: {error}", shown(file)));
    opened.map(|file| Box::new(file) as Box<dyn Read>)
}

fn shown(file: &OsStr) -> String {
    if file == "-" { "the standard input".to_owned() } else { file.to_string_lossy().into_owned() }
}
