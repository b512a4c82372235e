//! Labels beside the figures of the round view.

use crate::model::Class;
use crate::picture::plan::PlanPicture;
use crate::show::form::shortened;
use crate::show::round::{PlanSums, RoundRow};
use crate::words::catalogue::{Entry, problems, round as words};
use crate::words::fact::Fact;
use crate::words::{Lang, format};

/// Returns the sum of nodes that an application and all before it ask for.
#[must_use]
pub fn running(row: &RoundRow, lang: Lang) -> String {
    let nodes = u32::try_from(row.running).unwrap_or(u32::MAX);
    words::RUNNING_OF.fill(lang, &[("nodes", &format::node_count(nodes, lang))])
}

/// Names the field for the limit of a class.
#[must_use]
pub fn share(class: Class, lang: Lang) -> String {
    words::SHARE_OF.fill(lang, &[("class", format::class(class, lang))])
}

/// Says that `typed` is not a number.
#[must_use]
pub fn not_a_number(typed: &str, lang: Lang) -> String {
    problems::NOT_A_NUMBER.fill(lang, &[("typed", &shortened(typed)), ("example", "40")])
}

/// Returns the figures of a plan that is kept for comparison, and the layer that they rest on.
#[must_use]
pub fn kept_facts(sums: &PlanSums, layer: Entry, lang: Lang) -> Vec<Fact> {
    let mut facts = sums.facts.clone();
    facts.push(Fact::new(words::KEPT_RESTS_ON.get(lang), layer.get(lang)));
    facts
}

/// Names the kept plan with this number.
#[must_use]
pub fn kept(number: u32, lang: Lang) -> String {
    words::KEPT_NAME.fill(lang, &[("number", &format::integer(number.into()))])
}

/// Says how many applications were added.
#[must_use]
pub fn added(count: usize, lang: Lang) -> String {
    match u32::try_from(count).unwrap_or(u32::MAX) {
        0 => words::ADDED_NONE.get(lang).to_owned(),
        count => words::ADDED.fill(lang, &[("applications", &format::applications(count, lang))]),
    }
}

/// Says that the application `id` is in the list already.
#[must_use]
pub fn is_there(id: &str, lang: Lang) -> String {
    words::IS_THERE.fill(lang, &[("id", &shortened(id))])
}

/// Says how many lines could not be read.
#[must_use]
pub fn problems(count: usize, lang: Lang) -> String {
    words::PROBLEMS.fill(lang, &[("count", &format::integer(count as u64))])
}

/// Says how many lines could not be read beyond those that are listed.
#[must_use]
pub fn more_problems(count: usize, lang: Lang) -> String {
    words::PROBLEMS_MORE.fill(lang, &[("count", &format::integer(count as u64))])
}

/// Returns the label of the picture of a plan.
#[must_use]
pub fn plan(picture: &PlanPicture, lang: Lang) -> String {
    let axis = picture.axis;
    let values = [
        ("first", format::date(axis.from, lang)),
        ("last", format::last_day(axis.until, lang)),
        ("count", format::applications(picture.drawn, lang)),
    ];
    let values = values.each_ref().map(|(name, text)| (*name, text.as_str()));
    words::PLAN_LABEL.fill(lang, &values)
}

/// Says which applications the picture of a plan leaves out.
#[must_use]
pub fn left_out(picture: &PlanPicture, lang: Lang) -> Vec<String> {
    let said = |entry: Entry, count: u32| {
        let count = (count > 0).then(|| format::applications(count, lang))?;
        Some(entry.fill(lang, &[("count", &count)]))
    };
    let said = [said(words::OUTSIDE, picture.outside), said(words::NOT_DRAWN, picture.counted)];
    said.into_iter().flatten().collect()
}
