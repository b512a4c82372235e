//! Small hand-written Kubernetes answers and tables; detection of the kind is tested beside it.

use super::capacity_json::write;
use super::{ImportError, ImportOptions, Imported, Partial, kubernetes, table};
use crate::model::{Availability, HoldNodes, Hour, Instant, Snapshot, read};
use crate::words::Lang;

fn options(partial: Partial) -> ImportOptions {
    ImportOptions { partial, horizon_days: 14, now: Instant::parse("2027-01-04").unwrap() }
}

/// Returns the snapshot that the written file is read as; it must have no problem.
fn file(imported: &Imported) -> Snapshot {
    let text = write(imported);
    let reading = read(text.as_bytes()).unwrap();
    assert_eq!(reading.problems, [], "{text}");
    assert_eq!(reading.snapshot.blocks.len(), imported.blocks.len());
    assert_eq!(reading.snapshot.holds, imported.holds);
    assert_eq!(reading.snapshot.availability, imported.availability);
    reading.snapshot
}

fn held(imported: &Imported) -> Vec<String> {
    let holds = file(imported).holds;
    let texts = holds.iter().map(|hold| match &hold.nodes {
        HoldNodes::Named(nodes) => format!("{nodes} {}", hold.label.en),
        HoldNodes::Counted(count) => format!("{count} of them {}", hold.label.en),
    });
    texts.collect()
}

fn node(name: &str, ready: &str, gpus: (u32, u32), more: &str) -> String {
    format!(
        r#"{{"kind":"Node","metadata":{{"name":"{name}","labels":{{
            "nvidia.com/gpu.product":"NVIDIA-H100-80GB-HBM3","topology.kubernetes.io/zone":"z1"}}}},
            "spec":{{{more}}},"status":{{"capacity":{{"nvidia.com/gpu":"{}"}},
            "allocatable":{{"nvidia.com/gpu":"{}"}},
            "conditions":[{{"type":"Ready","status":"{ready}"}}]}}}}"#,
        gpus.0, gpus.1
    )
}

fn pod(node: &str, phase: &str, gpus: &str) -> String {
    format!(
        r#"{{"kind":"Pod","spec":{{"nodeName":"{node}","containers":[
            {{"resources":{{"limits":{{"nvidia.com/gpu":{gpus}}}}}}}]}},
            "status":{{"phase":"{phase}"}}}}"#
    )
}

fn list(entries: &[String]) -> String {
    format!("{{\"kind\":\"List\",\"items\":[{}]}}", entries.join(","))
}

#[test]
fn nodes_and_pods_of_kubernetes_become_a_file() {
    let nodes = list(&[
        node("n1", "True", (8, 8), ""),
        node("n2", "True", (8, 8), ""),
        node("n3", "True", (8, 8), "\"unschedulable\":true"),
        node("n4", "Unknown", (8, 8), ""),
        node("n5", "True", (8, 7), ""),
        node("n6", "True", (8, 8), ""),
        node("login", "True", (0, 0), ""),
    ]);
    let pods = list(&[
        pod("n1", "Running", "\"8\""),
        pod("n2", "Running", "1"),
        pod("n6", "Succeeded", "8"),
        pod("n6", "Running", "0"),
        pod("", "Pending", "8"),
        pod("gone", "Running", "8"),
    ]);
    let read = |partial| {
        let files = kubernetes::KubernetesAnswers { nodes: &nodes, pods: Some(&pods) };
        kubernetes::import(&files, &options(partial)).unwrap()
    };
    let imported = read(Partial::Whole);
    let block = &file(&imported).blocks[0];
    assert_eq!((&*block.id, &*block.accelerator, block.nodes()), ("z1-h100", "h100", 6));
    let mut wanted = ["1-2 Running pods", "3 Drained", "4 Down", "5 Some GPUs not usable"];
    wanted.sort_unstable();
    let sorted = |mut held: Vec<String>| {
        held.sort_unstable();
        held
    };
    assert_eq!(sorted(held(&imported)), wanted);
    assert_eq!(sorted(held(&read(Partial::Free)))[0], "1 Running pods");
    let states: Vec<u32> = imported.summary.states.iter().map(|it| it.nodes()).collect();
    assert_eq!((states, imported.summary.without_gpus), (vec![3, 1, 1, 1, 1], 1));
    let told: Vec<&ImportError> =
        imported.problems.iter().map(|it| &it.error).filter(|it| !it.is_note()).collect();
    assert_eq!(told, [&ImportError::UnknownNodes { count: 1, first: "gone".into() }]);

    let files = kubernetes::KubernetesAnswers { nodes: &nodes, pods: None };
    let imported = kubernetes::import(&files, &options(Partial::Whole)).unwrap();
    assert_eq!((imported.availability, imported.lost()), (Availability::Published, false));
}

#[test]
fn what_a_pod_uses_and_does_not_say_is_not_free() {
    let nodes = list(&[node("n1", "True", (8, 8), "")]);
    let pods = list(&[pod("n1", "Running", "\"8k\"")]);
    let files = kubernetes::KubernetesAnswers { nodes: &nodes, pods: Some(&pods) };
    let imported = kubernetes::import(&files, &options(Partial::Free)).unwrap();
    assert_eq!(held(&imported), ["1 Running pods"]);
    assert!(imported.lost());
}

#[test]
fn leaves_of_kubernetes_are_labels() {
    let leaf = |name: &str, leaf: &str| {
        node(name, "True", (8, 8), "").replace(
            "\"topology.kubernetes.io/zone\"",
            &format!(
                "\"network.topology.nvidia.com/leaf\":\"{leaf}\",\"topology.kubernetes.io/zone\""
            ),
        )
    };
    let nodes = list(&[leaf("n1", "s2"), leaf("n2", "s1"), leaf("n3", "s2")]);
    let files = kubernetes::KubernetesAnswers { nodes: &nodes, pods: None };
    let imported = kubernetes::import(&files, &options(Partial::Whole)).unwrap();
    assert_eq!(file(&imported).blocks[0].leaves, [1, 2]);
    assert_eq!(imported.names[0], ["n2", "n1", "n3"]);
}

#[test]
fn a_table_becomes_a_file() {
    let text = "\u{feff}노드 블록\t가속기\t노드 수(대)\t노드당 GPU\t리프 노드\t시작일\t종료일\t내용\t담당\r\n\
        1관\t\t1-16,20\t\t\t\t2027-03-01\t과제 하나\t김\r\n\
        1관\tH200\t64\t8\t32\t\t\t\t\r\n\
        \r\n\
        2관\tNVIDIA B200\t10대\t\t\t\t\t\t\r\n\
        2관\t\t3\t\t\t2027.02.01\t2027-02-03\t수리\t\r\n\
        3관\t\t3\t\t\t\t\t\t\r\n\
        2관\t\t1-11\t\t\t\t\t\t\r\n\
        2관\t\t1\t\t\t2027-02-03\t2027-02-03\t\t\r\n\
        2관\tH100\t1\t\t\t\t\t\t\r\n";
    let imported = table::import(text, &options(Partial::Whole)).unwrap();
    let snapshot = file(&imported);
    let blocks: Vec<(&str, &str, &[u32], u32)> = snapshot
        .blocks
        .iter()
        .map(|it| (&*it.id, &*it.accelerator, &*it.leaves, it.gpus_per_node))
        .collect();
    assert_eq!(blocks, [("1관", "h200", &[32, 32][..], 8), ("2관", "b200", &[10][..], 8)]);
    assert_eq!(snapshot.blocks[1].assumed, ["leaf_nodes", "gpus_per_node"]);
    assert_eq!(held(&imported), ["1-16,20 과제 하나", "3 of them 수리"]);
    assert_eq!(
        (snapshot.holds[0].from, snapshot.holds[0].until.to_rfc3339()),
        (Hour::MIN, "2027-02-28T15:00:00Z".into())
    );
    let told: Vec<String> = imported.problems.iter().map(|it| it.text(Lang::Ko)).collect();
    let lines: Vec<&str> = imported.problems.iter().map(|it| it.location.as_str()).collect();
    assert_eq!(lines, ["1", "10", "7", "8", "9"], "{told:#?}");
    assert_eq!(imported.availability, Availability::Published);
}

#[test]
fn a_number_of_nodes_is_told_from_node_numbers() {
    let held_in = |nodes: &str, cell: &str| {
        let text =
            format!("block;accelerator;nodes;until\na;H200;{nodes};\na;;{cell};2027-03-01\n");
        let imported = table::import(&text, &options(Partial::Whole)).unwrap();
        (held(&imported), imported.problems.len())
    };
    assert_eq!(held_in("2000", "1,200대"), (vec!["1200 of them ".to_owned()], 0));
    assert_eq!(held_in("2000", "1,20"), (vec!["1,20 ".to_owned()], 0));
    // A block of 500 has no 1,200 nodes.
    assert_eq!(held_in("500", "1,200"), (vec!["1,200 ".to_owned()], 0));
    let (held, problems) = held_in("2000", "1,200");
    assert_eq!((held.len(), problems), (0, 1), "neither reading is certain");
}

#[test]
fn a_comma_that_is_not_at_the_thousands_makes_no_number() {
    for (cell, nodes) in
        [("1,200", Some(1_200)), ("1 200 대", Some(1_200)), ("12.0", Some(12)), ("1,5", None)]
    {
        let text = format!("block;accelerator;nodes\na;H200;{cell}\nb;H200;1\n");
        let imported = table::import(&text, &options(Partial::Whole)).unwrap();
        let blocks = file(&imported).blocks;
        let read = blocks.iter().find(|it| &*it.id == "a").map(|it| it.nodes());
        assert_eq!(read, nodes, "{cell}");
        assert_eq!(imported.problems.len(), usize::from(nodes.is_none()), "{cell}");
    }
}

#[test]
fn what_is_no_table_is_refused() {
    for (text, line) in [("", "1"), ("a,b\n1,2\n", "1"), ("block,accelerator,nodes\n", "1")] {
        let refused = table::import(text, &options(Partial::Whole)).unwrap_err();
        assert_eq!(refused.location, line, "{text}");
    }
    let commas = "block;accelerator;nodes\na;h100;4\n";
    let imported = table::import(commas, &options(Partial::Whole)).unwrap();
    assert_eq!((imported.summary.gpus, imported.availability), (32, Availability::Nominal));
    file(&imported);
}

/// Every summary and problem is a sentence in both languages, without an unfilled gap.
#[test]
fn a_summary_is_in_both_languages() {
    let nodes = list(&[node("n1", "True", (8, 8), ""), "7".to_owned()]);
    let files = kubernetes::KubernetesAnswers { nodes: &nodes, pods: None };
    let imported = kubernetes::import(&files, &options(Partial::Whole)).unwrap();
    for lang in [Lang::Ko, Lang::En] {
        let mut lines = imported.summary.lines(lang);
        lines.extend(imported.problems.iter().map(|it| it.text(lang)));
        assert!(lines.len() >= 5 && lines.iter().all(|it| !it.contains('{')), "{lines:#?}");
    }
}
