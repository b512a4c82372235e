//! Applications as a table: a CSV file, or cells pasted from a spreadsheet.

use super::column::ApplicationColumn;
use super::list::ListReader;
use super::problem::LineError;
use crate::exchange::cells;
use crate::model::{Application, Class, Request, Score, Snapshot};
use crate::show::form::{FormDraft, read_date};
use crate::words::format;
use crate::words::lang::Lang;

/// Reads a table; the first non-empty line contains the headings.
pub(super) fn read(text: &str, snapshot: &Snapshot, defaults: &FormDraft, list: &mut ListReader) {
    let mut rows = cells::rows(text, |heading| ApplicationColumn::from_heading(heading).is_some());
    let Some(cells::CellRow { line, cells: headings }) = rows.next() else {
        list.problem(1, None, vec![LineError::Empty]);
        return;
    };
    let table = match ApplicationTable::new(&headings, snapshot, defaults) {
        Ok(table) => table,
        Err(error) => {
            list.problem(line, None, vec![error]);
            return;
        }
    };
    if !table.unknown.is_empty() {
        list.problem(line, None, vec![LineError::UnknownColumns(table.unknown.clone())]);
    }
    for (number, cells::CellRow { line, cells }) in (1..).zip(rows) {
        match ApplicationRow::new(&table, &cells).application(number) {
            Ok(application) => {
                if !list.take(line, application) {
                    return;
                }
            }
            Err((id, errors)) => list.problem(line, id, errors),
        }
    }
}

/// Columns of a table and the data that its cells are checked against.
struct ApplicationTable<'a> {
    columns: Vec<Option<ApplicationColumn>>,
    /// Headings that belong to no column.
    unknown: Vec<String>,
    snapshot: &'a Snapshot,
    defaults: &'a FormDraft,
}

impl<'a> ApplicationTable<'a> {
    fn new(
        headings: &[String],
        snapshot: &'a Snapshot,
        defaults: &'a FormDraft,
    ) -> Result<Self, LineError> {
        let columns: Vec<Option<ApplicationColumn>> =
            headings.iter().map(|it| ApplicationColumn::from_heading(it)).collect();
        let has = |wanted: ApplicationColumn| columns.contains(&Some(wanted));
        if columns.iter().all(Option::is_none) {
            let names = ApplicationColumn::own_names().collect::<Vec<_>>().join(", ");
            return Err(LineError::NoHeadings { found: headings.join(", "), names });
        }
        if !has(ApplicationColumn::Nodes) && !has(ApplicationColumn::Gpus) {
            return Err(LineError::NoNodes);
        }
        // With two columns of one meaning it would be unclear which one counts.
        let twice = columns.iter().enumerate().find_map(|(index, column)| {
            let earlier = columns.get(..index).unwrap_or_default();
            (column.is_some() && earlier.contains(column)).then(|| headings.get(index).cloned())
        });
        if let Some(heading) = twice.flatten() {
            return Err(LineError::ColumnTwice(heading));
        }
        let unknown = headings
            .iter()
            .zip(&columns)
            .filter(|(heading, column)| column.is_none() && !heading.is_empty());
        let unknown = unknown.map(|(heading, _)| heading.clone()).collect();
        Ok(Self { columns, unknown, snapshot, defaults })
    }
}

/// One row of a table, with the problems found so far.
struct ApplicationRow<'a> {
    table: &'a ApplicationTable<'a>,
    cells: &'a [String],
    errors: Vec<LineError>,
}

impl<'a> ApplicationRow<'a> {
    fn new(table: &'a ApplicationTable<'a>, cells: &'a [String]) -> Self {
        let mut errors = Vec::new();
        let headings = table.columns.len();
        // Empty cells beyond the headings are harmless.
        let beyond = cells.get(headings..).unwrap_or_default();
        if beyond.iter().any(|cell| !cell.is_empty()) {
            errors.push(LineError::TooManyCells { found: cells.len(), most: headings });
        }
        Self { table, cells, errors }
    }

    /// Converts the row to an application, with `number` as its id if it has none of its own.
    ///
    /// # Errors
    /// The id from the row, if any, and all problems of the row.
    fn application(
        mut self,
        number: usize,
    ) -> Result<Application, (Option<String>, Vec<LineError>)> {
        let own_id = self.cell(ApplicationColumn::Id).cloned();
        let form = self.form();
        let blocks = self.blocks();
        let score = self.read(ApplicationColumn::Score, score, LineError::NoScore);
        let submitted_at = self.read(ApplicationColumn::SubmittedAt, read_date, LineError::NoTime);
        match form.parse(self.table.snapshot) {
            Ok(request) if self.errors.is_empty() => Ok(Application {
                request: Request {
                    id: own_id.unwrap_or_else(|| number.to_string()),
                    blocks,
                    ..request
                },
                title: self.cell(ApplicationColumn::Title).cloned().unwrap_or_default(),
                score,
                submitted_at,
            }),
            // Problems of the cells and of the form are reported together.
            parsed => {
                let problems = parsed.err().unwrap_or_default();
                self.errors.extend(problems.into_iter().map(LineError::Field));
                Err((own_id, self.errors))
            }
        }
    }

    /// Returns the cell of a column, or `None` if the column is missing or the cell is empty.
    fn cell(&self, wanted: ApplicationColumn) -> Option<&'a String> {
        let at = self.table.columns.iter().position(|column| *column == Some(wanted))?;
        self.cells.get(at).filter(|cell| !cell.is_empty())
    }

    /// Parses a cell with `read`; a cell that cannot be parsed is recorded as a problem.
    fn read<T>(
        &mut self,
        column: ApplicationColumn,
        read: impl Fn(&str) -> Option<T>,
        wrong: impl Fn(String) -> LineError,
    ) -> Option<T> {
        let cell = self.cell(column)?;
        let value = read(cell);
        if value.is_none() {
            self.errors.push(wrong(cell.clone()));
        }
        value
    }

    /// Returns the request form filled in from this row, starting from the defaults.
    fn form(&mut self) -> FormDraft {
        let mut form = self.table.defaults.clone();
        for (column, cell) in self.table.columns.iter().zip(self.cells) {
            if let (Some(column), false) = (column, cell.is_empty()) {
                self.errors.extend(column.set_field(cell, &mut form).err());
            }
        }
        form.class =
            self.read(ApplicationColumn::Class, class, LineError::NoClass).unwrap_or(form.class);
        if let Some(cell) = self.cell(ApplicationColumn::Accelerators) {
            form.accelerators = self.table.accelerators(cell);
        }
        form
    }

    /// Returns the ids of the blocks that the row names, or `None` for all blocks.
    fn blocks(&mut self) -> Option<Vec<String>> {
        let blocks = listed(self.cell(ApplicationColumn::Block)?);
        let known = &self.table.snapshot.blocks;
        for id in &blocks {
            if !known.iter().any(|block| block.id == *id) {
                self.errors.push(LineError::NoBlock(id.clone()));
            }
        }
        Some(blocks)
    }
}

impl ApplicationTable<'_> {
    /// Resolves the accelerators in a cell by id or name. Unknown ones are kept verbatim, so that
    /// parsing the form reports them.
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

/// Splits a cell that contains several ids or names.
fn listed(cell: &str) -> Vec<String> {
    let parts = cell.split(['/', ';', ',', '+', '|']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Parses a class of applicants as written in files, on the page or in notices.
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

/// Parses a score in common notations: `87.5`, `87.5점`.
fn score(text: &str) -> Option<Score> {
    let number = text.trim_end_matches('점').trim();
    number.parse().ok().and_then(Score::new)
}
