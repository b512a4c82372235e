//! Sizes for people: the texts of the page on a terminal.

use jari::exchange::workload_json::WorkloadRequest;
use jari::model::Hour;
use jari::session::{PreparedScenario, sizes_of};
use jari::show::elsewhere::SchemeView;
use jari::show::form::{FormDraft, default_draft};
use jari::show::size::{NamedAccelerator, SiteView, size_view};
use jari::words::Lang;
use jari::words::catalogue::{fit, plan_table, size as words};
use jari::words::fact::Fact;
use jari::words::format;

use super::sizer::Sizer;
use crate::failure::Failure;
use crate::grid::{self, WIDEST_ID, cut, laid_out, wrapped};
use crate::grounds::grounds;

/// Returns the size of a workload on each accelerator: the number of nodes and days, the reasons,
/// and with a snapshot the availability and the fee.
///
/// # Errors
/// Fails with the reason why it cannot be sized.
pub fn table(
    sizer: &Sizer<'_>,
    asked: &WorkloadRequest,
    today: Hour,
    lang: Lang,
) -> Result<String, Failure> {
    let (sites, answer) = sizer.sized(asked)?;
    if sites.is_empty() {
        return Err(words::NO_SITES.get(lang).to_owned());
    }
    let Some(prepared) = sizer.prepared else {
        let view = size_view(&answer, &sites, named(None, lang), lang);
        let about = about(&view.about);
        let sites = view.sites.iter().map(|view| site(view, &[], lang));
        return Ok(about.into_iter().chain(sites).collect::<Vec<_>>().join("\n"));
    };
    let form = form(prepared, sizer, asked, today);
    let sizes = sizes_of(prepared, &answer, &sites, &form, today, lang);
    let mut parts: Vec<String> = about(&sizes.about).into_iter().collect();
    for of in &sizes.sites {
        let request = of.request.as_ref().map_or(&[][..], |request| &request.facts);
        parts.push(site(&of.view, request, lang));
    }
    if let Some(elsewhere) = &sizes.elsewhere {
        parts.extend(grid::list(&elsewhere.lead, elsewhere.schemes.iter().map(SchemeView::line)));
    }
    parts.push(grounds(prepared, [], today, lang));
    Ok(parts.join("\n"))
}

/// Returns the remarks on how the model was read; `None` if there are none.
fn about(lines: &[String]) -> Option<String> {
    (!lines.is_empty()).then(|| grid::lines(lines.iter().cloned(), ""))
}

/// Returns a request form with the call, the applicant class and the start.
fn form(
    prepared: &PreparedScenario,
    sizer: &Sizer<'_>,
    asked: &WorkloadRequest,
    today: Hour,
) -> FormDraft {
    let mut form = default_draft(&prepared.scenario.snapshot, today);
    if let Some(from) = asked.not_before {
        form.from = format::hour_input(from);
    }
    form.class = asked.class;
    form.call = sizer.call.unwrap_or_default().to_owned();
    form
}

/// Formats one accelerator: its sentence, the reasons, the figures, the warnings, and the table by
/// number of nodes.
fn site(view: &SiteView, request: &[Fact], lang: Lang) -> String {
    let mut rows = vec![vec![view.why.join(" ")]];
    rows.extend(view.facts.iter().chain(request).map(|it| vec![it.name.clone(), it.value.clone()]));
    rows.extend(view.warnings.iter().map(|warning| vec![warning.clone()]));
    let mut out = [&view.sentence, "\n", &wrapped(&rows, "  ")].concat();
    if view.table.rows() > 0 {
        let headings = view.table.columns.iter().map(|column| column.head.clone()).collect();
        let rows = view.table.each_row().map(|row| {
            let cell = |cell: &jari::words::table::Cell| {
                let mark = cell.mark.map(|mark| [" ← ", mark].concat()).unwrap_or_default();
                [cell.value.text(lang), mark].concat()
            };
            row.into_iter().map(cell).collect()
        });
        let rows: Vec<Vec<String>> = core::iter::once(headings).chain(rows).collect();
        out.push_str(&["  ", &view.table.caption, "\n", &laid_out(&rows, "    ")].concat());
    }
    out
}

/// Returns the evidence of sizes that no block was asked for: the file and its date, as no hold is
/// considered.
fn file_and_day(prepared: &PreparedScenario, lang: Lang) -> Option<String> {
    let as_of = format::date(prepared.scenario.snapshot.as_of, lang);
    let values = [("as_of", as_of.as_str()), ("hash", &prepared.file.fingerprint)];
    grid::list(fit::RESTS_ON.get(lang), [fit::WHAT_NOT_SIZE.fill(lang, &values)])
}

/// Returns the rows for one line: the sentence of each accelerator.
pub fn rows(sizer: &Sizer<'_>, line: &[u8], lang: Lang) -> Vec<Vec<String>> {
    let sized = sizer.read(line).and_then(|asked| {
        let sized = sizer.sized(&asked).map_err(|error| (Some(asked.id.clone()), error))?;
        Ok((asked.id, sized))
    });
    match sized {
        Ok((id, (sites, answer))) => {
            let snapshot = sizer.prepared;
            let view = size_view(&answer, &sites, named(snapshot, lang), lang);
            let row = |site: &SiteView| vec![cut(&id, WIDEST_ID), site.sentence.clone()];
            view.sites.iter().map(row).collect()
        }
        Err((id, error)) => {
            vec![vec![cut(id.as_deref().unwrap_or("–"), WIDEST_ID), error]]
        }
    }
}

/// Returns the rows of all lines below their headings, followed by the evidence if there is a
/// snapshot.
pub fn list(rows: &[Vec<String>], prepared: Option<&PreparedScenario>, lang: Lang) -> String {
    let headings = [plan_table::ID, fit::RESULT].map(|heading| heading.get(lang).to_owned());
    let rows: Vec<Vec<String>> =
        core::iter::once(headings.to_vec()).chain(rows.iter().cloned()).collect();
    let grounds = prepared.and_then(|prepared| file_and_day(prepared, lang));
    let parts = core::iter::once(laid_out(&rows, "")).chain(grounds);
    parts.collect::<Vec<_>>().join("\n")
}

/// Returns a function that names accelerators.
fn named(prepared: Option<&PreparedScenario>, lang: Lang) -> impl Fn(&str) -> NamedAccelerator {
    move |id| match prepared {
        Some(prepared) => NamedAccelerator::for_id(&prepared.scenario.snapshot, id, lang),
        // Without a snapshot there are only H200 and B200, named by their ids in capitals.
        None => NamedAccelerator { name: id.to_uppercase(), sold_gb: None },
    }
}
