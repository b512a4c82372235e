//! Conversion of a typed workload to its sizes in words, and to requests for them.

use super::answer::{FormAnswer, answer_form};
use super::scenario::PreparedScenario;
use crate::exchange::link::FormLink;
use crate::model::Hour;
use crate::picture::size_curve::Axes;
use crate::show::elsewhere::{self, Elsewhere};
use crate::show::form::FormDraft;
use crate::show::size::{
    self, NamedAccelerator, SiteView, SizeDraft, SizeProblem, SizeView, StepView, Tone,
};
use crate::sizing::{self, Estimate};
use crate::words::Lang;
use crate::words::catalogue::size as words;
use crate::words::fact::Fact;
use std::sync::Arc;

/// State of the size form: no workload yet, invalid, or sized.
pub enum SizeAnswer {
    /// There is nothing to size yet.
    Waiting,
    /// The form is invalid.
    Invalid(Vec<SizeProblem>),
    /// The sizes.
    Answered(Sizes),
}

/// Sizes of a workload, in words.
pub struct Sizes {
    /// Remarks on all of it.
    pub about: Box<[String]>,
    /// Axes of the pictures.
    pub axes: Axes,
    /// Steps of the arithmetic that apply to every accelerator.
    pub steps: Vec<StepView>,
    /// Size on each accelerator.
    pub sites: Vec<Arc<TargetSize>>,
    /// Advice on other providers, if a size is smaller than any call allows.
    pub elsewhere: Option<Elsewhere>,
}

/// Size on one accelerator.
pub struct TargetSize {
    /// Size in words.
    pub view: SiteView,
    /// Request for the suggested size, if there is one.
    pub request: Option<SizedRequest>,
}

/// Request for a suggested size.
pub struct SizedRequest {
    /// Link to the request form filled with it.
    pub link: FormLink,
    /// Availability and cost.
    pub facts: Vec<Fact>,
}

impl Sizes {
    /// Returns the tone of the best size.
    #[must_use]
    pub fn tone(&self) -> Tone {
        let has = |tone: &Tone| self.sites.iter().any(|site| site.view.tone == *tone);
        [Tone::Good, Tone::Fair].into_iter().find(has).unwrap_or(Tone::Short)
    }

    /// Returns the size on an accelerator.
    #[must_use]
    pub fn site(&self, accelerator: &str) -> Option<&Arc<TargetSize>> {
        self.sites.iter().find(|site| site.view.accelerator == accelerator)
    }

    /// Returns the sentences of all accelerators, as they are read out.
    #[must_use]
    pub fn spoken(&self) -> Vec<String> {
        self.sites.iter().map(|site| site.view.sentence.clone()).collect()
    }
}

/// Parses the size form, sizes the workload, and asks the scenario for each suggested size together
/// with the rest of the request form, as of the hour `today`.
///
/// ```
/// # use jari::{model::{self, Occupancy}, show::form::default_draft, words::Lang};
/// # use jari::show::size::{SizeDraft, SizeField};
/// use jari::session::{CapacityFile, PreparedScenario, SizeAnswer, answer_size};
/// let bytes = br#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
///   "accelerators":[{"id":"h200"}],"blocks":[{"id":"a","accelerator":"h200","nodes":16}]}"#;
/// let file = CapacityFile::new(model::read(bytes).unwrap(), model::fingerprint(bytes));
/// let prepared = PreparedScenario::new(file.into(), Occupancy::File, &[]);
/// let today = prepared.file.snapshot.as_of;
/// let form = default_draft(&prepared.file.snapshot, today);
/// let mut draft = SizeDraft::default(); // a model of 8B parameters
/// draft.set(SizeField::Tokens, "100B".into());
/// let answer = answer_size(&prepared, &draft, &form, today, Lang::En);
/// let SizeAnswer::Answered(sizes) = answer else { panic!("no sizes") };
/// assert_eq!(sizes.spoken(), ["h200: 2 nodes (16 GPUs) for 11 days (7.7 to 22 days)."]);
/// let request = sizes.site("h200").unwrap().request.as_ref().unwrap();
/// assert!(request.facts[0].value.starts_with("a has room for 2 nodes (16 GPUs) from 4 Jan 2027"));
/// ```
#[must_use]
pub fn answer_size(
    prepared: &PreparedScenario,
    draft: &SizeDraft,
    form: &FormDraft,
    today: Hour,
    lang: Lang,
) -> SizeAnswer {
    let workload = match size::parse_workload(draft) {
        Ok(workload) => workload,
        Err(problems) => return SizeAnswer::Invalid(problems),
    };
    let sites = size::sites(&prepared.scenario.snapshot, form, today);
    let Ok(answer) = sizing::size(&workload, &sites) else { return SizeAnswer::Waiting };
    SizeAnswer::Answered(sizes_of(prepared, &answer, &sites, form, today, lang))
}

/// Returns the answer for these targets in words, and the scenario's answer for each suggested size
/// together with the rest of the request form, as of the hour `today`.
///
/// ```
/// # use jari::{model::{self, Occupancy}, show::form::default_draft, words::Lang};
/// # use jari::session::{CapacityFile, PreparedScenario};
/// use jari::{exchange::workload_json::parse, session::sizes_of, sizing::{SizingTarget, size}};
/// # let bytes = br#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
/// #   "accelerators":[{"id":"h200"}],"blocks":[{"id":"a","accelerator":"h200","nodes":16}]}"#;
/// # let file = CapacityFile::new(model::read(bytes).unwrap(), model::fingerprint(bytes));
/// # let prepared = PreparedScenario::new(file.into(), Occupancy::File, &[]);
/// let asked = parse(r#"{"id":"w","within_days":30,
///   "task":{"kind":"gpu_hours","hours":20000,"on":"h200"}}"#).unwrap();
/// let snapshot = &prepared.file.snapshot;
/// let sites = SizingTarget::all(snapshot, None, None);
/// let estimate = size(&asked.workload, &sites).unwrap();
/// let form = default_draft(snapshot, snapshot.as_of);
/// let sizes = sizes_of(&prepared, &estimate, &sites, &form, snapshot.as_of, Lang::En);
/// assert_eq!(sizes.sites[0].view.sentence, "h200: 4 nodes (32 GPUs) for 26 days.");
/// ```
#[must_use]
pub fn sizes_of(
    prepared: &PreparedScenario,
    answer: &Estimate,
    sites: &[sizing::SizingTarget],
    form: &FormDraft,
    today: Hour,
    lang: Lang,
) -> Sizes {
    let snapshot = &prepared.scenario.snapshot;
    let elsewhere = answer.sites.iter().find_map(|site| {
        let point = site.curve.get(site.recommended.as_ref()?.index)?;
        elsewhere::below(snapshot, &site.accelerator, point.nodes, lang)
    });
    let named = |id: &str| NamedAccelerator::for_id(snapshot, id, lang);
    let SizeView { about, axes, steps, sites: views } = size::size_view(answer, sites, named, lang);
    let sites = answer.sites.iter().zip(views).map(|(site, view)| {
        let draft = size::handed_over(site, form);
        let request = draft.map(|draft| sized_request(prepared, &draft, today, lang));
        Arc::new(TargetSize { view, request })
    });
    let about = about.into_boxed_slice();
    Sizes { about, axes, steps, sites: sites.collect(), elsewhere }
}

fn sized_request(
    prepared: &PreparedScenario,
    draft: &FormDraft,
    today: Hour,
    lang: Lang,
) -> SizedRequest {
    let mut facts = Vec::new();
    match answer_form(prepared, draft, today, lang) {
        FormAnswer::Answered(_, answer) => {
            let sentence = answer.summary.sentence.clone();
            facts.push(Fact::new(words::IS_FREE.get(lang), sentence));
            // A file without calls has no fees, and its text is empty.
            let fee = answer.best.as_ref().map(|best| best.fee.clone());
            let fee = fee.filter(|fee| !fee.is_empty());
            facts.extend(fee.map(|value| Fact::new(words::FEE.get(lang), value)));
        }
        // The problem has to be corrected in the request form, which is not visible here.
        FormAnswer::Invalid(problems) => {
            let lines = problems.iter().map(|problem| problem.line(lang));
            facts.extend(lines.map(|line| Fact::new(words::IS_FREE.get(lang), line)));
        }
        FormAnswer::Waiting => {}
    }
    SizedRequest { link: FormLink::from_draft(draft), facts }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Instant, Occupancy, read};
    use crate::session::CapacityFile;
    use crate::show::form::default_draft;
    use crate::show::size::SizeField;

    const PUBLISHED: &[u8] = include_bytes!("../../public/capacity.json");

    fn ask(change: fn(&mut SizeDraft), lang: Lang) -> SizeAnswer {
        let today = Instant::parse("2026-11-28").unwrap().floor();
        let file = Arc::new(CapacityFile::new(read(PUBLISHED).unwrap(), "c0ffee".into()));
        let prepared = PreparedScenario::new(file, Occupancy::File, &[]);
        let form = default_draft(&prepared.file.snapshot, today);
        let mut draft = SizeDraft::default();
        change(&mut draft);
        answer_size(&prepared, &draft, &form, today, lang)
    }

    fn sizes(change: fn(&mut SizeDraft), lang: Lang) -> Sizes {
        match ask(change, lang) {
            SizeAnswer::Answered(sizes) => sizes,
            SizeAnswer::Waiting | SizeAnswer::Invalid(_) => panic!("no sizes"),
        }
    }

    #[test]
    fn what_is_typed_becomes_sizes_and_the_requests_for_them() {
        let sizes = sizes(|_| (), Lang::En);
        let ids: Vec<&str> = sizes.sites.iter().map(|it| it.view.accelerator.as_str()).collect();
        assert_eq!(ids, ["h200", "b200"]);
        for site in &sizes.sites {
            assert!(sizes.spoken().contains(&site.view.sentence), "{:?}", sizes.spoken());
            let request = site.request.as_ref().unwrap();
            let [is_free, fee] = request.facts.as_slice() else { panic!("{:?}", request.facts) };
            assert_eq!(is_free.name, words::IS_FREE.get(Lang::En));
            // The published file has holds on all nodes.
            assert!(is_free.value.starts_with("No room from"), "{}", is_free.value);
            assert_eq!(fee.name, words::FEE.get(Lang::En));
        }
        assert!(sizes.site("b300").is_none() && sizes.elsewhere.is_none());
    }

    #[test]
    fn a_size_below_every_call_names_where_else_to_look() {
        let small = |draft: &mut SizeDraft| draft.set(SizeField::Tokens, "1M".into());
        let sizes = sizes(small, Lang::Ko);
        assert!(sizes.elsewhere.is_some(), "{:?}", sizes.spoken());
    }

    #[test]
    fn what_cannot_be_understood_is_told_field_by_field() {
        let wrong = |draft: &mut SizeDraft| draft.set(SizeField::Tokens, "many".into());
        let SizeAnswer::Invalid(problems) = ask(wrong, Lang::En) else { panic!("sizes") };
        assert_eq!(problems.iter().map(|it| it.field).collect::<Vec<_>>(), [SizeField::Tokens]);
    }
}
