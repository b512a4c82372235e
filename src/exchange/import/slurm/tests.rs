//! Small hand-written answers of Slurm, imported and written as capacity files.

use super::*;
use crate::exchange::import::capacity_json::write;
use crate::exchange::import::options::Partial;
use crate::model::Hour;
use crate::model::{Availability, Snapshot, read};
use crate::words::Lang;

/// 2027-01-04T00:00:00Z, a Monday.
const NOW: i64 = 1_799_020_800;
const HOUR: i64 = 3_600;

fn options(partial: Partial) -> ImportOptions {
    ImportOptions { partial, horizon_days: 14, now: Instant::of_unix(NOW).unwrap() }
}

fn answer(list: &str, entries: &[String]) -> String {
    format!(
        "{{\"{list}\":[{}],\"last_update\":{{\"set\":true,\"infinite\":false,\"number\":{NOW}}}}}",
        entries.join(",")
    )
}

fn node(name: &str, state: &str, more: &str) -> String {
    format!(
        "{{\"name\":\"{name}\",\"state\":{state},\"partitions\":[\"gpu\"],\
         \"gres\":\"gpu:h100:4(S:0-1)\"{more}}}"
    )
}

/// Returns the snapshot that the written file is read as; it must have no problem.
fn file(imported: &Imported) -> Snapshot {
    let text = write(imported);
    let reading = read(text.as_bytes()).unwrap();
    assert_eq!(reading.problems, [], "{text}");
    assert_eq!(reading.snapshot.blocks, imported.blocks);
    assert_eq!(reading.snapshot.holds, imported.holds);
    assert_eq!(reading.snapshot.availability, imported.availability);
    reading.snapshot
}

fn import_all(
    nodes: &[String],
    reservations: &[String],
    jobs: &[String],
    partial: Partial,
) -> Imported {
    let files = [("nodes", nodes), ("reservations", reservations), ("jobs", jobs)];
    let [nodes, reservations, jobs] = files.map(|(list, entries)| answer(list, entries));
    let files =
        SlurmAnswers { nodes: &nodes, reservations: Some(&reservations), jobs: Some(&jobs) };
    import(&files, &options(partial)).unwrap()
}

/// Returns each hold as `nodes from..until label`, in hours from now.
fn held(imported: &Imported) -> Vec<String> {
    let snapshot = file(imported);
    let now = i32::try_from(NOW / HOUR).unwrap();
    let hour = |hour: Hour| match hour {
        Hour::MIN | Hour::MAX => String::new(),
        hour => (hour.number() - now).to_string(),
    };
    let holds = snapshot.holds.iter().map(|hold| {
        let nodes = match &hold.nodes {
            crate::model::HoldNodes::Named(nodes) => nodes.to_string(),
            crate::model::HoldNodes::Counted(count) => format!("{count} of them"),
        };
        format!("{nodes} {}..{} {}", hour(hold.from), hour(hold.until), hold.label.en)
    });
    holds.collect()
}

#[test]
fn nodes_become_blocks_by_accelerator_and_partitions() {
    let nodes = [
        node("gpu10", "[\"IDLE\"]", ""),
        node("gpu9", "\"idle\"", ""),
        node("b1", "[\"IDLE\"]", ",\"gres\":\"gpu:b200:8\""),
        node("both", "[\"IDLE\"]", ",\"partitions\":[\"gpu\",\"debug\"]"),
        node("mixed", "[\"IDLE\"]", ",\"gres\":\"gpu:h200:4,gpu:h100:2\""),
        node("two", "[\"IDLE\"]", ",\"gres\":\"gpu:h100:2\""),
        node("cpu", "[\"IDLE\"]", ",\"gres\":\"\""),
        node("gpu9", "[\"IDLE\"]", ""),
    ];
    let imported = import_all(&nodes, &[], &[], Partial::Whole);
    let blocks: Vec<String> = file(&imported)
        .blocks
        .iter()
        .map(|it| format!("{} {} {}x{}", it.id, it.accelerator, it.nodes(), it.gpus_per_node))
        .collect();
    let wanted = [
        "debug+gpu-h100 h100 1x4",
        "gpu-b200 b200 1x8",
        "gpu-h100-x2 h100 1x2",
        "gpu-h100-x4 h100 2x4",
        "gpu-h100-x2+h200-x4 h100-x2+h200-x4 1x6",
    ];
    assert_eq!(blocks, wanted);
    assert_eq!(imported.names[3], ["gpu9", "gpu10"]);
    assert!(write(&imported).contains("\"x_node_names\":\"gpu[9-10]\""));
    assert_eq!((imported.summary.nodes, imported.summary.without_gpus), (6, 1));
    let places: Vec<(&str, bool)> =
        imported.problems.iter().map(|it| (it.location.as_str(), it.error.is_note())).collect();
    let wanted = [("$.nodes[4].gres", true), ("$.nodes[7].name", false), ("$", true)];
    assert_eq!(places, wanted);
    // A note about the whole input names no location.
    let said = imported.problems[2].text(Lang::En);
    assert_eq!(said, imported.problems[2].error.text(Lang::En));
    let file = ImportProblem { location: WHOLE.into(), ..imported.problems[1].clone() };
    assert!(file.text(Lang::En).starts_with("In the nodes: "), "{}", file.text(Lang::En));
    // The part left out may have contained a hold.
    assert_eq!(imported.availability, Availability::Published);
}

#[test]
fn leaves_follow_the_topology() {
    let nodes = [
        node("n1", "[\"IDLE\"]", ",\"topology\":\"default:sw10\""),
        node("n2", "[\"IDLE\"]", ",\"topology\":\"default:sw2\""),
        node("n3", "[\"IDLE\"]", ",\"topology\":\"default:sw10,block:b1\""),
        node("n4", "[\"IDLE\"]", ""),
        node("n5", "[\"IDLE\"]", ""),
    ];
    let imported = import_all(&nodes, &[], &[], Partial::Whole);
    let block = &file(&imported).blocks[0];
    // An unknown location is an assumption, even if those of other nodes are known.
    assert_eq!((block.leaves.as_slice(), &*block.assumed[0]), (&[1, 2, 1, 1][..], "leaf_nodes"));
    assert_eq!(imported.names[0], ["n2", "n1", "n3", "n4", "n5"]);
    assert_eq!(imported.availability, Availability::Complete);
    let none = import_all(&nodes[3..], &[], &[], Partial::Whole);
    assert_eq!(file(&none).blocks[0].assumed, ["leaf_nodes"]);
    assert_eq!(none.problems[0].error, ImportError::NoTopology(1));
    let all = import_all(&nodes[..3], &[], &[], Partial::Whole);
    assert_eq!((file(&all).blocks[0].assumed.len(), all.problems.len()), (0, 0));
}

#[test]
fn only_blocks_with_a_node_of_unknown_place_have_assumed_leaves() {
    let nodes = [
        node("n1", "[\"IDLE\"]", ",\"topology\":\"default:sw1\""),
        node("b1", "[\"IDLE\"]", ",\"gres\":\"gpu:b200:8\""),
    ];
    let imported = import_all(&nodes, &[], &[], Partial::Whole);
    let assumed: Vec<usize> = imported.blocks.iter().map(|it| it.assumed.len()).collect();
    assert_eq!(assumed, [1, 0]);
    let said = imported.problems[0].text(Lang::En);
    assert!(said.contains("not fully told: 1 block."), "{said}");
}

fn job(nodes: &str, state: &str, more: &str) -> String {
    format!("{{\"job_state\":{state},\"nodes\":{nodes}{more}}}")
}

fn ends(hours: i64) -> String {
    format!(",\"end_time\":{{\"set\":true,\"infinite\":false,\"number\":{}}}", NOW + hours * HOUR)
}

#[test]
fn jobs_hold_their_nodes_until_they_have_to_end() {
    let nodes: Vec<String> =
        (1..=7).map(|n| node(&format!("n{n}"), "[\"ALLOCATED\"]", "")).collect();
    let start = format!(",\"start_time\":{NOW},\"time_limit\":90");
    let jobs = [
        job("\"n[1-2]\"", "[\"RUNNING\"]", &ends(5)),
        job("{\"list\":\"n2\"}", "\"RUNNING\"", &ends(9)),
        job("\"n3\"", "[\"RUNNING\"]", &start),
        job("\"n4\"", "[\"RUNNING\"]", ",\"time_limit\":{\"infinite\":true}"),
        job("\"n5\"", "[\"RUNNING\"]", &ends(-2)),
        job("[\"n6\"]", "[\"SUSPENDED\"]", &ends(3)),
        job("\"n7\"", "[\"PENDING\"]", &ends(3)),
        job("\"n7\"", "[\"COMPLETED\"]", &ends(3)),
    ];
    let imported = import_all(&nodes, &[], &jobs, Partial::Whole);
    let wanted = [
        "3 ..2 Running jobs",
        "1 ..5 Running jobs",
        "2 ..9 Running jobs",
        "4-6 .. Running jobs",
        "7 .. Jobs not shown",
    ];
    assert_eq!(held(&imported), wanted);
    let errors: Vec<&ImportError> = imported.problems.iter().map(|it| &it.error).collect();
    assert!(errors.contains(&&ImportError::OpenJobs(3)), "{errors:?}");
    assert!(errors.contains(&&ImportError::UnseenJobs(1)), "{errors:?}");
    assert!(!imported.lost());
}

fn used(name: &str, state: &str, gpus: u32) -> String {
    node(name, state, &format!(",\"gres_used\":\"gpu:h100:{gpus}(IDX:N/A)\""))
}

/// `PrivateData=jobs`: the node has more in use than the jobs visible to this user.
#[test]
fn jobs_that_are_not_shown_hold_their_nodes() {
    let jobs = [job(
        "\"n1\"",
        "[\"RUNNING\"]",
        &format!(",\"gres_detail\":[\"gpu:h100:1(IDX:2)\"]{}", ends(5)),
    )];
    let import = |gpus| import_all(&[used("n1", "[\"MIXED\"]", gpus)], &[], &jobs, Partial::Whole);
    let shown = import(1);
    assert_eq!(held(&shown), ["1 ..5 Running jobs"]);
    assert_eq!(shown.availability, Availability::Complete);
    let hidden = import(3);
    assert_eq!(held(&hidden), ["1 .. Jobs not shown"]);
    assert_eq!(hidden.availability, Availability::Published);
    let told = hidden.problems.iter().filter(|it| it.error == ImportError::UnseenJobs(1));
    assert_eq!((told.count(), hidden.lost()), (1, false));
}

/// A suspended job keeps its GPUs on a node whose state is idle.
#[test]
fn an_idle_node_with_gpus_in_use_is_not_free() {
    let nodes = [used("n1", "[\"IDLE\"]", 1), used("n2", "[\"IDLE\"]", 0)];
    let [text, none] = [answer("nodes", &nodes), answer("reservations", &[])];
    let files = SlurmAnswers { nodes: &text, reservations: Some(&none), jobs: None };
    let without = import(&files, &options(Partial::Whole)).unwrap();
    assert_eq!(held(&without), ["1 .. Running jobs"]);
    assert_eq!(held(&import_all(&nodes, &[], &[], Partial::Whole)), ["1 .. Jobs not shown"]);
    let suspended = [job("\"n1\"", "[\"SUSPENDED\"]", ",\"gres_detail\":[\"gpu:h100:1(IDX:0)\"]")];
    let imported = import_all(&nodes, &[], &suspended, Partial::Whole);
    assert_eq!(held(&imported), ["1 .. Running jobs"]);
    assert_eq!(imported.availability, Availability::Complete);
}

#[test]
fn a_format_that_is_too_old_is_refused_by_its_number() {
    let of = |plugin: &str| {
        let text = format!("{{\"meta\":{{\"plugin\":{{{plugin}}}}},\"nodes\":[]}}");
        let files = SlurmAnswers { nodes: &text, reservations: None, jobs: None };
        import(&files, &options(Partial::Whole)).map(drop).map_err(|it| it.error)
    };
    assert_eq!(of("\"type\":\"openapi/v0.0.38\""), Err(ImportError::OldFormat(38)));
    assert_eq!(of("\"type\":\"\",\"data_parser\":\"v0.0.39\""), Err(ImportError::OldFormat(39)));
    assert_eq!(of("\"type\":\"\",\"data_parser\":\"data_parser/v0.0.40\""), Ok(()));
    assert_eq!(of("\"type\":\"openapi/slurmctld\""), Ok(()));
    let said = ImportError::OldFormat(38).text(Lang::En);
    assert!(said.contains("v0.0.38") && said.contains("slurm.sh"), "{said}");
}

#[test]
fn how_a_part_counts_is_said() {
    let nodes = [("n1", 0), ("n2", 1), ("n3", 4), ("n4", 4)]
        .map(|(name, it)| used(name, "[\"MIXED\"]", it));
    let gpus = |each: &str, hours| format!(",\"gres_detail\":[{each}]{}", ends(hours));
    let jobs = [
        job("\"n1\"", "[\"RUNNING\"]", &gpus("", 20)),
        job(
            "\"n[2-3]\"",
            "[\"RUNNING\"]",
            &gpus("\"gpu:h100:1(IDX:0)\",\"gpu:h100:3(IDX:0-2)\"", 5),
        ),
        job("\"n3\"", "[\"RUNNING\"]", &gpus("\"gpu:h100:1(IDX:3)\"", 9)),
        job("\"n4\"", "[\"RUNNING\"]", &ends(7)),
    ];
    let check = |partial, wanted: &[&str]| {
        let imported = import_all(&nodes, &[], &jobs, partial);
        let wanted: Vec<String> = wanted.iter().map(|it| format!("{it} Running jobs")).collect();
        assert_eq!(held(&imported), wanted, "{partial:?}");
    };
    check(Partial::Whole, &["2 ..5", "4 ..7", "3 ..9", "1 ..20"]);
    check(Partial::Gpus, &["2 ..5", "4 ..7", "3 ..9"]);
    check(Partial::Free, &["3 ..5", "4 ..7"]);
    let without = |partial| {
        let nodes = answer("nodes", &nodes);
        let files = SlurmAnswers { nodes: &nodes, reservations: None, jobs: None };
        let imported = import(&files, &options(partial)).unwrap();
        assert_eq!(imported.availability, Availability::Published);
        held(&imported)
    };
    assert_eq!(without(Partial::Whole), ["1-4 .. Running jobs"]);
    assert_eq!(without(Partial::Gpus), ["2-4 .. Running jobs"]);
    assert_eq!(without(Partial::Free), ["3-4 .. Running jobs"]);
}

#[test]
fn nodes_that_are_out_are_held() {
    let back = format!(",\"resume_after\":{}", NOW + 10 * HOUR);
    let nodes = [
        node("n1", "[\"DOWN\"]", ""),
        node("n2", "[\"MIXED\",\"DRAIN\"]", ""),
        node("n3", "[\"DOWN\"]", &back),
        node("n4", "[\"IDLE\",\"RESERVED\"]", ""),
        node("n5", "[\"ASLEEP\"]", ""),
    ];
    let imported = import_all(&nodes, &[], &[], Partial::Whole);
    let wanted = [
        "3 ..10 Down",
        "4 .. Reserved",
        "1 .. Down",
        "2 .. Drained, Jobs not shown",
        "5 .. State not known",
    ];
    let mut held = held(&imported);
    held.sort();
    let mut wanted = wanted.map(str::to_owned);
    wanted.sort();
    assert_eq!(held, wanted);
    let said = ImportError::UnknownState("UNKNOWN".into()).text(Lang::En);
    assert_eq!(said, "The node says its state is \"UNKNOWN\": it counts as not free.");
    let states: Vec<u32> = imported.summary.states.iter().map(|it| it.nodes()).collect();
    assert_eq!(states, [1, 0, 0, 1, 3]);
}

fn reservation(name: &str, nodes: &str, from: i64, until: i64, flags: &str) -> String {
    format!(
        "{{\"name\":\"{name}\",\"node_list\":\"{nodes}\",\"start_time\":{},\"end_time\":{},\
         \"flags\":{flags}}}",
        NOW + from * HOUR,
        NOW + until * HOUR
    )
}

#[test]
fn reservations_are_written_out_and_merged() {
    let nodes: Vec<String> = (1..=4).map(|n| node(&format!("n{n}"), "[\"IDLE\"]", "")).collect();
    let until_2040 = (2_208_988_800 - NOW) / HOUR;
    let reservations = [
        reservation("a", "n[1-2]", 10, 20, "[]"),
        reservation("b", "n2", 15, 30, "[]"),
        reservation("old", "n1", -30, -20, "[]"),
        reservation("far", "n3", -5, until_2040, "[\"MAINT\"]"),
        reservation("week", "n4", 1, 3, "\"WEEKLY\""),
        reservation("none", "", 1, 3, "[]"),
        reservation("bad", "n1", 3, 3, "[]"),
        reservation("lost", "x[1-3]", 3, 4, "[]"),
    ];
    let imported = import_all(&nodes, &reservations, &[], Partial::Whole);
    let wanted = [
        "3 -5..114144 Reservation far",
        "4 1..3 Reservation week",
        "1 10..20 Reservation a",
        "2 10..30 Reservation a, Reservation b",
        "4 169..171 Reservation week",
    ];
    let mut wanted = wanted.map(str::to_owned);
    wanted[0] = format!("3 -5..{until_2040} Reservation far");
    assert_eq!(held(&imported), wanted);
    let told: Vec<String> = imported
        .problems
        .iter()
        .filter(|it| !it.error.is_note())
        .map(|it| it.text(Lang::En))
        .collect();
    assert_eq!(told.len(), 2, "{told:?}");
    assert!(told[1].contains("$.reservations[7].node_list") && told[1].contains("have: 3."));
}

#[test]
fn days_of_a_reservation_are_koreas() {
    let nodes = [node("n1", "[\"IDLE\"]", "")];
    // Monday 09:00 to 18:00 in Korea.
    let of = |flag: &str| {
        let one = [reservation("r", "n1", 0, 9, &format!("[\"{flag}\"]"))];
        let imported = import_all(&nodes, &one, &[], Partial::Whole);
        let starts = held(&imported).into_iter().map(|it| it.split(' ').nth(1).unwrap().to_owned());
        let starts = starts.map(|it| it.split("..").next().unwrap().parse::<i64>().unwrap());
        starts.map(|hours| hours / 24).collect::<Vec<i64>>()
    };
    assert_eq!(of("DAILY"), (0..14).collect::<Vec<_>>());
    assert_eq!(of("WEEKDAY"), [0, 1, 2, 3, 4, 7, 8, 9, 10, 11]);
    assert_eq!(of("WEEKEND"), [0, 5, 6, 12, 13]);
    assert_eq!(of("WEEKLY"), [0, 7]);
    // A reservation as long as its day never ends before the horizon.
    let whole = [reservation("r", "n1", -48, -24, "[\"DAILY\"]")];
    let imported = import_all(&nodes, &whole, &[], Partial::Whole);
    assert_eq!(held(&imported), ["1 0..336 Reservation r"]);
}

#[test]
fn hostile_answers_are_refused_with_a_place() {
    let nodes = [node("n1", "[\"IDLE\"]", "")];
    let billion = reservation("r", "a[1-1000]b[1-1000]c[1-1000]", 1, 2, "[]");
    let imported = import_all(&nodes, &[billion], &[], Partial::Whole);
    let told = imported.problems.iter().find(|it| !it.error.is_note()).unwrap();
    let told = told.text(Lang::En);
    assert!(
        told.contains("$.reservations[0].node_list") && told.contains("1,000,000,000"),
        "{told}"
    );

    let refused = |text: &str| {
        let files = SlurmAnswers { nodes: text, reservations: None, jobs: None };
        import(&files, &options(Partial::Whole)).unwrap_err().error
    };
    let deep = format!("{{\"nodes\":{}", "[".repeat(10_000));
    assert!(matches!(refused(&deep), ImportError::NotJson { line: 1, .. }));
    assert_eq!(refused("{\"jobs\":[]}"), ImportError::NoList("nodes"));
    assert_eq!(refused("{\"nodes\":{}}"), ImportError::NoList("nodes"));
    assert!(matches!(refused("[]"), ImportError::NotJson { .. }));
    let closed =
        format!("{{\"nodes\":[1,null,{{}},{}{}]}}", "[".repeat(10_000), "]".repeat(10_000));
    let files = SlurmAnswers { nodes: &closed, reservations: None, jobs: None };
    let imported = import(&files, &options(Partial::Whole)).unwrap();
    let errors = imported.problems.iter().map(|it| &it.error).filter(|it| !it.is_note());
    let wanted = [
        &ImportError::NotAnObject,
        &ImportError::NotAnObject,
        &ImportError::NoName,
        &ImportError::NotAnObject,
        &ImportError::NoGpus,
    ];
    assert_eq!(errors.collect::<Vec<_>>(), wanted);
    let deep = format!(",\"topology\":{}{}", "[".repeat(10_000), "]".repeat(10_000));
    let imported = import_all(&[node("n1", "[\"IDLE\"]", &deep)], &[], &[], Partial::Whole);
    assert_eq!(imported.summary.nodes, 1);
}
