//! Reading of the results of a call.

use super::classes::class;
use super::entries::read_each;
use super::fields::{HourRounding, ObjectFields};
use super::json_path::Notes;
use super::known::IndexedIds;
use crate::model::call::{Award, Results};
use crate::model::limits::{MAX_GPUS, MAX_RESULT};
use crate::model::problem::{ProblemKind, Resolution};

/// Reads the results of a call; left out as a whole if one of the five figures is missing.
pub(super) fn results(
    fields: &ObjectFields<'_>,
    sources: &IndexedIds,
    notes: &mut Notes,
) -> Option<Results> {
    const FIELDS: &[&str] = &[
        "projects_applied",
        "nodes_asked",
        "projects_awarded",
        "nodes_awarded",
        "nodes_offered",
        "awards",
        "published",
        "source",
    ];
    let value = fields.get("results")?;
    let path = fields.path().key("results");
    let fields = ObjectFields::open(value, path, FIELDS, Resolution::Ignored, notes)?;
    let mut figure = |key| fields.need_whole(key, 0, MAX_RESULT, notes);
    let projects_applied = figure("projects_applied")?;
    let nodes_asked = figure("nodes_asked")?;
    let projects_awarded = figure("projects_awarded")?;
    let nodes_awarded = figure("nodes_awarded")?;
    let nodes_offered = figure("nodes_offered")?;
    for (key, part, whole) in [
        ("projects_awarded", projects_awarded, projects_applied),
        ("nodes_awarded", nodes_awarded, nodes_asked),
        ("nodes_awarded", nodes_awarded, nodes_offered),
    ] {
        if part > whole {
            let kind = ProblemKind::PartAboveWhole { part: part.into(), whole: whole.into() };
            // The figures are kept, as it is not known which one is wrong.
            fields.note(key, kind, Resolution::Kept, notes);
        }
    }
    let awards =
        read_each(&fields, "awards", notes, &mut |value, path, earlier: &[Award], notes| {
            let fields =
                ObjectFields::open(value, path, &["class", "gpus"], Resolution::Dropped, notes)?;
            let class = class(&fields, notes)?;
            if earlier.iter().any(|one| one.class == class) {
                notes.add(
                    path,
                    ProblemKind::Duplicate { id: class.id().to_owned() },
                    Resolution::Dropped,
                );
                return None;
            }
            Some(Award { class, gpus: fields.need_whole("gpus", 0, MAX_GPUS, notes)? })
        });
    Some(Results {
        projects_applied,
        nodes_asked,
        projects_awarded,
        nodes_awarded,
        nodes_offered,
        awards,
        published: fields.hour("published", HourRounding::Down, notes),
        source: fields.source(sources, notes),
    })
}
