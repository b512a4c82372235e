//! Answers of schedulers and tables, of which up to three come together, with NULs between.

use jari::exchange::import::{
    ImportOptions, Imported, Partial, capacity_json, host_list, kubernetes, recognise, slurm, table,
};
use jari::model::{Instant, ProblemKind, read};
use jari::words::Lang;

/// Reads the texts as every kind, whatever they are.
pub fn check(bytes: &[u8]) {
    let Some(text) = super::text(bytes) else { return };
    let Ok(now) = Instant::parse("2027-01-04") else { return };
    let mut texts = text.splitn(3, '\0');
    let (nodes, second, third) = (texts.next().unwrap_or_default(), texts.next(), texts.next());
    let _ = recognise(nodes);
    for partial in Partial::ALL {
        let options = ImportOptions { partial, horizon_days: 14, now };
        let files = slurm::SlurmAnswers { nodes, reservations: second, jobs: third };
        if let Ok(imported) = slurm::import(&files, &options) {
            promises(&imported, false);
        }
        let files = kubernetes::KubernetesAnswers { nodes, pods: second };
        if let Ok(imported) = kubernetes::import(&files, &options) {
            promises(&imported, false);
        }
    }
    let options = ImportOptions { partial: Partial::Whole, horizon_days: 14, now };
    match table::import(nodes, &options) {
        Ok(imported) => promises(&imported, true),
        Err(problem) => assert!(!problem.text(Lang::Ko).is_empty()),
    }
    let mut names = Vec::new();
    if host_list::visit(nodes, 1_000, &mut |name| names.push(name.to_owned())).is_ok() {
        let all: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut again = Vec::new();
        if let Some(list) = host_list::compress(&all)
            && host_list::visit(&list, 1_000, &mut |name| again.push(name.to_owned())).is_ok()
        {
            assert_eq!(again, names, "{list}");
        }
    }
}

/// What is written is read as it was, without a problem: holds of a table may stand on one node, as
/// whoever wrote it has it.
fn promises(imported: &Imported, is_table: bool) {
    let text = capacity_json::write(imported);
    let reading = read(text.as_bytes()).unwrap_or_else(|problem| panic!("{problem:?}: {text}"));
    for problem in &reading.problems {
        if imported.blocks.is_empty() && problem.kind == ProblemKind::NoBlocks {
            continue;
        }
        let is_its_own =
            matches!(problem.kind, ProblemKind::OverBooked { .. } | ProblemKind::OverFull { .. });
        assert!(is_table && is_its_own, "{problem:?}: {text}");
    }
    let snapshot = &reading.snapshot;
    assert_eq!(snapshot.holds, imported.holds, "{text}");
    assert_eq!(snapshot.availability, imported.availability);
    assert_eq!(snapshot.blocks.len(), imported.blocks.len());
    let nodes: u32 = snapshot.blocks.iter().map(jari::model::Block::nodes).sum();
    assert_eq!(nodes, imported.summary.nodes);
    for problem in &imported.problems {
        assert!(!problem.text(Lang::Ko).is_empty() && !problem.text(Lang::En).is_empty());
    }
}
