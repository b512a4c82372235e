//! Texts about a reader's own file.

use super::draw_up::{DrawnUp, Stop};
use super::given::{FileError, GivenFile};
use super::state::OwnFiles;
use super::used::OwnFile;
use crate::exchange::decoding::OpenError;
use crate::exchange::import::ImportKind;
use crate::model::limits::MAX_BYTES;
use crate::show::data::{self, DataView, FileRow, ListedSentences, SummaryView};
use crate::words::catalogue::{Entry, data as words, file_problems};
use crate::words::{Lang, format, problem};

/// Returns the view of the given files and their result.
#[must_use]
pub fn data_view(files: &OwnFiles, lang: Lang) -> DataView {
    let stopped = match &files.outcome {
        Some(Err(stop)) => Some(stop_text(stop, lang)),
        Some(Ok(_)) | None => None,
    };
    let summary = match &files.outcome {
        Some(Ok(drawn_up)) => summary(drawn_up, lang),
        Some(Err(_)) | None => None,
    };
    let files: Vec<FileRow> = files.given.iter().map(|it| row(it, lang)).collect();
    let unread =
        files.iter().filter_map(|row| Some([&row.name, ": ", row.problem.as_ref()?].concat()));
    let summed =
        summary.iter().flat_map(|it| it.lines.first().into_iter().chain([&it.left_out.title]));
    let spoken: Vec<String> = unread.chain(stopped.clone()).chain(summed.cloned()).collect();
    DataView { files, stopped, summary, spoken: spoken.join(" ").trim().to_owned() }
}

/// Returns the text of the bar that names the file in use.
#[must_use]
pub fn in_use(own: &OwnFile, lang: Lang) -> String {
    let mut text = data::in_use(&own.label.name, own.label.read_at, lang);
    if let Some(uncertainty) = data::uncertainty(&own.file.snapshot, lang) {
        text.push(' ');
        text.push_str(uncertainty);
    }
    text
}

fn row(given: &GivenFile, lang: Lang) -> FileRow {
    let name = |name: &str| match name {
        "" => words::PASTED.get(lang).to_owned(),
        name => name.to_owned(),
    };
    let kind = given.content.as_ref().map_or(ImportKind::Unknown, |content| content.kind);
    let mut what = kind_name(kind).get(lang).to_owned();
    // No size is known of a file that the browser did not open.
    if given.bytes > 0 {
        what = [&what, ", ", &size(given.bytes)].concat();
    }
    let note = given.replaces.as_ref().map(|it| words::REPLACES.fill(lang, &[("name", &name(it))]));
    FileRow {
        id: given.id,
        name: name(&given.name),
        what,
        problem: given.content.as_ref().err().map(|unread| unread_text(*unread, lang)),
        note,
    }
}

/// Formats a file size: in megabytes, below one in kilobytes or bytes, rounded up.
fn size(bytes: usize) -> String {
    match bytes {
        0..1_000 => [&format::counted(bytes), " B"].concat(),
        1_000..1_000_000 => [&format::counted(bytes.div_ceil(1_000)), " kB"].concat(),
        _ => format::megabytes(u32::try_from(bytes.div_ceil(1_000_000)).unwrap_or(u32::MAX)),
    }
}

const fn kind_name(kind: ImportKind) -> Entry {
    match kind {
        ImportKind::Capacity => words::KIND_CAPACITY,
        ImportKind::SlurmNodes => words::KIND_SLURM_NODES,
        ImportKind::SlurmReservations => words::KIND_SLURM_RESERVATIONS,
        ImportKind::SlurmJobs => words::KIND_SLURM_JOBS,
        ImportKind::KubernetesNodes => words::KIND_KUBERNETES_NODES,
        ImportKind::KubernetesPods => words::KIND_KUBERNETES_PODS,
        ImportKind::Table => words::KIND_TABLE,
        ImportKind::Unknown => words::KIND_UNKNOWN,
    }
}

/// Returns the reason why a file cannot be read, with advice.
fn unread_text(unread: FileError, lang: Lang) -> String {
    let entry = match unread {
        FileError::Opening(OpenError::TooLarge(bytes)) => {
            let bytes = usize::try_from(bytes).unwrap_or(usize::MAX);
            let values = [("size", &*size(bytes)), ("most", &*size(MAX_BYTES))];
            return words::TOO_LARGE.fill(lang, &values);
        }
        FileError::NoText(wrong) => {
            return words::NO_TEXT.fill(lang, &[("line", &format::counted(wrong.line))]);
        }
        FileError::NotJson { line, column } => {
            let values = [("line", &*format::counted(line)), ("column", &*format::counted(column))];
            return file_problems::NOT_JSON.fill(lang, &values);
        }
        FileError::Opening(OpenError::Changed) => words::CHANGED,
        FileError::Opening(OpenError::Refused) => words::REFUSED,
        FileError::Empty => words::EMPTY,
        FileError::Archive => words::SPREADSHEET,
        FileError::OtherJson => words::OTHER_JSON,
        FileError::OtherText => words::OTHER_TEXT,
    };
    entry.get(lang).to_owned()
}

fn stop_text(stop: &Stop, lang: Lang) -> String {
    match stop {
        Stop::Mixed(kinds) => {
            let kinds: Vec<&str> = kinds.iter().map(|kind| kind_name(*kind).get(lang)).collect();
            words::MIXED.fill(lang, &[("kinds", &kinds.join(", "))])
        }
        Stop::NodesMissing(command) => words::NODES_MISSING.fill(lang, &[("command", command)]),
        Stop::Refused(problem) => problem.text(lang),
        Stop::Unreadable(found) => problem::text(found, lang),
        Stop::NoBlocks => words::NO_BLOCKS.get(lang).to_owned(),
    }
}

fn summary(drawn_up: &DrawnUp, lang: Lang) -> Option<SummaryView> {
    let file = drawn_up.file.as_ref()?;
    let mut lines = Vec::new();
    let mut left_out: Vec<String> =
        file.problems.iter().map(|found| problem::text(found, lang)).collect();
    let mut notes = Vec::new();
    match &drawn_up.imported {
        Some((summary, problems)) => {
            lines.extend(summary.lines(lang));
            for problem in problems {
                let list = if problem.error.is_note() { &mut notes } else { &mut left_out };
                list.push(problem.text(lang));
            }
        }
        None => lines.extend(data::extent(&file.snapshot, lang)),
    }
    lines.extend(data::standing(&file.snapshot, lang));
    let (left_out, notes) =
        (ListedSentences::left_out(left_out, lang), ListedSentences::notes(notes, lang));
    Some(SummaryView { lines, left_out, notes })
}
