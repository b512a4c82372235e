//! Sizes for people: the words of the page on a terminal.

use jari::exchange::workload_json::Asked;
use jari::model::Hour;
use jari::session::{PreparedScenario, SizeAnswer, answer_size, notice};
use jari::show::answer::what_not;
use jari::show::form::{FormDraft, default_draft};
use jari::show::size::{Named, SiteView, SizeDraft, view};
use jari::words::Lang;
use jari::words::catalogue::{fit, plan_table, size as words};
use jari::words::fact::Fact;
use jari::words::format;
use jari::words::names::accelerator_name;

use super::sizer::Sizer;
use crate::failure::Failure;
use crate::grid::{cut, laid_out, wrapped};

/// The widest id, in columns.
const WIDEST_ID: usize = 32;

/// The size of a workload on each accelerator: how many nodes for how many days, why, and with a
/// snapshot where and for how much.
///
/// # Errors
/// Why it cannot be sized.
pub fn table(
    sizer: &Sizer<'_>,
    draft: &SizeDraft,
    asked: &Asked,
    today: Hour,
    lang: Lang,
) -> Result<String, Failure> {
    let (sites, answer) = sizer.sized(asked)?;
    if sites.is_empty() {
        return Err(words::NO_SITES.get(lang).to_owned());
    }
    let Some(prepared) = sizer.prepared else {
        let view = view(&answer, &sites, named(None, lang), lang);
        let about = about(&view.about);
        let sites = view.sites.iter().map(|of| site(of, &[], lang));
        return Ok(about.into_iter().chain(sites).collect::<Vec<_>>().join("\n"));
    };
    let form = form(prepared, sizer, asked, today);
    let SizeAnswer::Answered(sizes) = answer_size(prepared, draft, &form, today, lang) else {
        return Err(words::INVALID.get(lang).to_owned());
    };
    let mut parts: Vec<String> = about(&sizes.about).into_iter().collect();
    let is_asked = |id: &str| sites.iter().any(|site| site.accelerator == id);
    for of in sizes.sites.iter().filter(|of| is_asked(&of.view.accelerator)) {
        let request = of.request.as_ref().map_or(&[][..], |request| &request.facts);
        parts.push(site(&of.view, request, lang));
    }
    if let Some(elsewhere) = &sizes.elsewhere {
        let schemes: Vec<Vec<String>> =
            elsewhere.schemes.iter().map(|it| vec![it.line()]).collect();
        parts.push([&elsewhere.lead, "\n", &wrapped(&schemes, "  ")].concat());
    }
    parts.push(grounds(prepared, today, lang));
    Ok(parts.join("\n"))
}

/// What is to be known of how the model was read, where there is something.
fn about(lines: &[String]) -> Option<String> {
    let lines: Vec<Vec<String>> = lines.iter().map(|line| vec![line.clone()]).collect();
    (!lines.is_empty()).then(|| wrapped(&lines, ""))
}

/// The request form from which call, applicant and start are taken.
fn form(prepared: &PreparedScenario, sizer: &Sizer<'_>, asked: &Asked, today: Hour) -> FormDraft {
    let mut form = default_draft(&prepared.scenario.snapshot, today);
    if let Some(from) = asked.not_before {
        form.from = format::hour_input(from);
    }
    form.class = asked.class;
    form.call = sizer.call.unwrap_or_default().to_owned();
    form
}

/// One accelerator: its sentence, why, figures, what to look at, and every number of nodes.
fn site(of: &SiteView, request: &[Fact], lang: Lang) -> String {
    let mut rows = vec![vec![of.why.join(" ")]];
    rows.extend(of.facts.iter().chain(request).map(|it| vec![it.name.clone(), it.value.clone()]));
    rows.extend(of.warnings.iter().map(|warning| vec![warning.clone()]));
    let mut out = [&of.sentence, "\n", &wrapped(&rows, "  ")].concat();
    if of.table.rows() > 0 {
        let headings = of.table.columns.iter().map(|column| column.head.clone()).collect();
        let rows = of.table.each_row().map(|row| {
            let cell = |cell: &jari::words::table::Cell| {
                let mark = cell.mark.map(|mark| [" ← ", mark].concat()).unwrap_or_default();
                [cell.value.text(lang), mark].concat()
            };
            row.into_iter().map(cell).collect()
        });
        let rows: Vec<Vec<String>> = core::iter::once(headings).chain(rows).collect();
        out.push_str(&["  ", &of.table.caption, "\n", &laid_out(&rows, "    ")].concat());
    }
    out
}

/// What places rest on: the layer, the file and its day.
fn grounds(prepared: &PreparedScenario, today: Hour, lang: Lang) -> String {
    let layer = notice::layer(prepared, today, lang);
    let what_not = what_not(&prepared.scenario, &prepared.file.fingerprint, lang);
    let layer = [layer.name.get(lang), ": ", &layer.text].concat();
    let rows = [layer, what_not].map(|sentence| vec![sentence]);
    [fit::RESTS_ON.get(lang), "\n", &wrapped(&rows, "  ")].concat()
}

/// The sentence of each accelerator for one line.
pub fn rows(sizer: &Sizer<'_>, line: &[u8], lang: Lang) -> Vec<Vec<String>> {
    let sized = sizer.read(line).and_then(|asked| {
        let sized = sizer.sized(&asked).map_err(|error| (Some(asked.id.clone()), error))?;
        Ok((asked.id, sized))
    });
    match sized {
        Ok((id, (sites, answer))) => {
            let snapshot = sizer.prepared;
            let view = view(&answer, &sites, named(snapshot, lang), lang);
            let row = |of: &SiteView| vec![cut(&id, WIDEST_ID), of.sentence.clone()];
            view.sites.iter().map(row).collect()
        }
        Err((id, error)) => {
            vec![vec![cut(id.as_deref().unwrap_or("–"), WIDEST_ID), error]]
        }
    }
}

/// The rows of all lines below their headings, and what they rest on where there is a snapshot.
pub fn list(
    rows: &[Vec<String>],
    prepared: Option<&PreparedScenario>,
    today: Hour,
    lang: Lang,
) -> String {
    let headings = [plan_table::ID, fit::RESULT].map(|heading| heading.get(lang).to_owned());
    let rows: Vec<Vec<String>> =
        core::iter::once(headings.to_vec()).chain(rows.iter().cloned()).collect();
    let grounds = prepared.map(|prepared| ["\n", &grounds(prepared, today, lang)].concat());
    [laid_out(&rows, ""), grounds.unwrap_or_default()].concat()
}

/// How accelerators are called.
fn named(prepared: Option<&PreparedScenario>, lang: Lang) -> impl Fn(&str) -> Named {
    move |id| {
        let snapshot = prepared.map(|prepared| &prepared.scenario.snapshot);
        let accelerator = snapshot.and_then(|snapshot| snapshot.accelerator(id));
        Named {
            name: snapshot
                .map_or_else(|| id.to_uppercase(), |it| accelerator_name(it, id, lang).to_owned()),
            sold_gb: accelerator.and_then(|accelerator| accelerator.memory_gb),
        }
    }
}
