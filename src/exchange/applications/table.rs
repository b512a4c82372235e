//! Applications as a table: a CSV file, or cells pasted from a spreadsheet.

use csv::{ByteRecord, ReaderBuilder};

use super::List;
use super::column::Column;
use super::problem::LineWhat;
use crate::model::{Application, Class, Request, Score, Snapshot};
use crate::show::form::{FormDraft, read_date};
use crate::words::format;
use crate::words::lang::Lang;

/// What may stand between cells.
const SEPARATORS: [u8; 3] = [b'\t', b';', b','];

/// Reads a table; the first line that is not empty has the headings.
pub(super) fn read(text: &str, snapshot: &Snapshot, defaults: &FormDraft, list: &mut List) {
    let heading = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(heading))
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut record = ByteRecord::new();
    let mut table: Option<Table<'_>> = None;
    // Reading from memory cannot fail.
    while let Ok(true) = reader.read_byte_record(&mut record) {
        let line = record.position().map_or(0, csv::Position::line);
        let line = u32::try_from(line).unwrap_or(u32::MAX);
        let cells: Vec<String> =
            record.iter().map(|cell| String::from_utf8_lossy(cell).trim().to_owned()).collect();
        if cells.iter().all(String::is_empty) {
            continue;
        }
        let Some(table) = &table else {
            match Table::new(&cells, snapshot, defaults) {
                Ok(headed) => {
                    if !headed.unknown.is_empty() {
                        let unknown = headed.unknown.clone();
                        list.problem(line, None, vec![LineWhat::UnknownColumns(unknown)]);
                    }
                    table = Some(headed);
                }
                Err(what) => {
                    list.problem(line, None, vec![what]);
                    return;
                }
            }
            continue;
        };
        let place = list.read.applications.len() + list.read.problems.len() + 1;
        match table.row(&cells, place) {
            Ok(application) => {
                if !list.take(line, application) {
                    return;
                }
            }
            Err((id, whats)) => list.problem(line, id, whats),
        }
    }
    if table.is_none() && list.read.problems.is_empty() {
        list.problem(1, None, vec![LineWhat::Empty]);
    }
}

/// What stands between the cells of a line: the separator with which most of them are headings.
fn separator(heading: &str) -> u8 {
    let known = |separator: &u8| {
        let cells = heading.split(char::from(*separator));
        cells.filter(|cell| Column::of(cell.trim_matches('"')).is_some()).count()
    };
    // Of several the first: a cell of a table with tabs may hold a comma.
    let mut best = (b',', 0);
    for separator in SEPARATORS {
        let count = known(&separator);
        if count > best.1 {
            best = (separator, count);
        }
    }
    best.0
}

/// The columns of a table, and what its cells are read against.
struct Table<'a> {
    columns: Vec<Option<Column>>,
    /// Headings that are no column's.
    unknown: Vec<String>,
    snapshot: &'a Snapshot,
    defaults: &'a FormDraft,
}

impl<'a> Table<'a> {
    fn new(
        headings: &[String],
        snapshot: &'a Snapshot,
        defaults: &'a FormDraft,
    ) -> Result<Self, LineWhat> {
        let columns: Vec<Option<Column>> = headings.iter().map(|it| Column::of(it)).collect();
        let has = |wanted: Column| columns.contains(&Some(wanted));
        if columns.iter().all(Option::is_none) {
            let names = Column::own_names().collect::<Vec<_>>().join(", ");
            return Err(LineWhat::NoHeadings { found: headings.join(", "), names });
        }
        if !has(Column::Nodes) && !has(Column::Gpus) {
            return Err(LineWhat::NoNodes);
        }
        let twice = columns.iter().enumerate().find_map(|(place, column)| {
            let earlier = columns.get(..place).unwrap_or_default();
            (column.is_some() && earlier.contains(column)).then(|| headings.get(place).cloned())
        });
        if let Some(heading) = twice.flatten() {
            return Err(LineWhat::ColumnTwice(heading));
        }
        let unknown = headings
            .iter()
            .zip(&columns)
            .filter(|(heading, column)| column.is_none() && !heading.is_empty());
        let unknown = unknown.map(|(heading, _)| heading.clone()).collect();
        Ok(Self { columns, unknown, snapshot, defaults })
    }

    /// The application of one row, which is named by its place where it has no id.
    fn row(
        &self,
        cells: &[String],
        place: usize,
    ) -> Result<Application, (Option<String>, Vec<LineWhat>)> {
        let cell = |wanted: Column| {
            let at = self.columns.iter().position(|column| *column == Some(wanted))?;
            cells.get(at).filter(|cell| !cell.is_empty())
        };
        let own_id = cell(Column::Id).cloned();
        let mut whats = Vec::new();
        let beyond = cells.get(self.columns.len()..).unwrap_or_default();
        if beyond.iter().any(|cell| !cell.is_empty()) {
            whats.push(LineWhat::TooManyCells { found: cells.len(), most: self.columns.len() });
        }
        let mut form = self.defaults.clone();
        for (column, cell) in self.columns.iter().zip(cells) {
            if let (Some(column), false) = (column, cell.is_empty()) {
                whats.extend(column.put(cell, &mut form).err());
            }
        }
        if let Some(text) = cell(Column::Class) {
            match class(text) {
                Some(class) => form.class = class,
                None => whats.push(LineWhat::NoClass(text.clone())),
            }
        }
        if let Some(text) = cell(Column::Accelerators) {
            form.accelerators = self.accelerators(text);
        }
        let blocks = cell(Column::Block).map(|text| listed(text));
        for id in blocks.iter().flatten() {
            if !self.snapshot.blocks.iter().any(|block| block.id == *id) {
                whats.push(LineWhat::NoBlock(id.clone()));
            }
        }
        let score = cell(Column::Score).map(|text| (text, score(text)));
        if let Some((text, None)) = score {
            whats.push(LineWhat::NoScore(text.clone()));
        }
        let submitted_at = cell(Column::SubmittedAt).map(|text| (text, read_date(text)));
        if let Some((text, None)) = submitted_at {
            whats.push(LineWhat::NoTime(text.clone()));
        }
        let request = match form.raise(self.snapshot) {
            Ok(request) if whats.is_empty() => request,
            Ok(_) => return Err((own_id, whats)),
            Err(problems) => {
                whats.extend(problems.into_iter().map(LineWhat::Field));
                return Err((own_id, whats));
            }
        };
        Ok(Application {
            request: Request { id: own_id.unwrap_or_else(|| place.to_string()), blocks, ..request },
            title: cell(Column::Title).cloned().unwrap_or_default(),
            score: score.and_then(|(_, score)| score),
            submitted_at: submitted_at.and_then(|(_, time)| time),
        })
    }

    /// Ids of accelerators as a cell names them, by id or by name; unknown ones as they stand, so
    /// that the form tells them.
    fn accelerators(&self, cell: &str) -> Vec<String> {
        let id_of = |text: String| {
            let same = |name: &str| name.eq_ignore_ascii_case(&text);
            let known = self.snapshot.accelerators.iter().find(|accelerator| {
                same(&accelerator.id) || same(&accelerator.name.ko) || same(&accelerator.name.en)
            });
            known.map_or(text, |accelerator| accelerator.id.clone())
        };
        listed(cell).into_iter().map(id_of).collect()
    }
}

/// Several ids or names in one cell.
fn listed(cell: &str) -> Vec<String> {
    let parts = cell.split(['/', ';', ',', '+', '|']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Who applies, as files, the page or notices say it.
fn class(text: &str) -> Option<Class> {
    let plain = text.to_lowercase().replace([' ', '-'], "_");
    let by_name = Class::ALL.into_iter().find(|class| {
        let shown = [Lang::Ko, Lang::En].map(|lang| format::class(*class, lang));
        class.id() == plain || shown.iter().any(|name| name.to_lowercase() == text.to_lowercase())
    });
    by_name.or(match plain.as_str() {
        "산업" | "산업계" | "산업체" | "중소기업" => Some(Class::Industry),
        "청년" | "청년_기업" => Some(Class::YouthCompany),
        "학계" | "학교" | "대학교" => Some(Class::Academia),
        "연구" | "연구소" | "연구계" => Some(Class::Research),
        _ => None,
    })
}

/// A score as people write it: `87.5`, `87.5점`.
fn score(text: &str) -> Option<Score> {
    let number = text.trim_end_matches('점').trim();
    number.parse().ok().and_then(Score::new)
}
