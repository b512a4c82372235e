//! Answers of real clusters, read and counted by another path; and `jari import`, run as it is.
//!
//! The answers are not part of this repository (others' files, under a licence of their own). They are
//! looked for in `JARI_FORMATS`, or beside this folder; where there are none, that is said.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use jari::exchange::import::{
    ImportError, ImportKind, ImportOptions, Imported, ImportedState, Partial, capacity_json,
    recognise, slurm, table,
};
use jari::model::{Instant, read};
use serde_json::Value;

use crate::{inputs, say};

fn options() -> ImportOptions {
    let now = Instant::parse("2027-01-04").unwrap();
    ImportOptions { partial: Partial::Whole, horizon_days: 366, now }
}

/// The folder of answers, where there is one.
fn formats() -> Option<PathBuf> {
    let given = std::env::var_os("JARI_FORMATS").map(PathBuf::from);
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/formats");
    let folder = given.unwrap_or_else(beside);
    if !folder.is_dir() {
        say("SKIPPED: no answers of clusters to read; JARI_FORMATS names their folder");
        return None;
    }
    Some(folder)
}

/// Every answer, with its path from the folder on.
fn answers(folder: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    for release in fs::read_dir(folder).unwrap() {
        let release = release.unwrap().path();
        if !release.is_dir() {
            continue;
        }
        for file in fs::read_dir(&release).unwrap() {
            let file = file.unwrap().path();
            if file.extension().is_some_and(|it| it == "json") {
                let name = file.strip_prefix(folder).unwrap().display().to_string();
                found.push((name, fs::read_to_string(&file).unwrap()));
            }
        }
    }
    found.sort();
    found
}

/// Nodes by state, those with GPUs and their GPUs, counted from the JSON as it is: nothing of the
/// import is used.
#[derive(PartialEq, Eq, Default, Debug)]
struct Count {
    /// Nodes, nodes with GPUs, GPUs.
    by_state: BTreeMap<&'static str, (u32, u32, u32)>,
    by_model: BTreeMap<String, u32>,
}

fn counted(text: &str) -> Count {
    let answer: Value = serde_json::from_str(text).unwrap();
    let mut count = Count::default();
    for node in answer["nodes"].as_array().unwrap() {
        let mut gpus = 0;
        // By characters: what stands in brackets goes, then the last number of each part.
        let mut depth = 0;
        let mut plain = String::new();
        for c in node["gres"].as_str().unwrap().chars() {
            depth += i32::from(c == '(');
            if depth == 0 {
                plain.push(c);
            }
            depth -= i32::from(c == ')');
        }
        let mut models = Vec::new();
        for part in plain.split(',').filter(|part| part.starts_with("gpu:")) {
            let number: u32 = part.rsplit(':').next().unwrap().parse().unwrap();
            gpus += number;
            models.push((part.split(':').nth(1).unwrap().to_owned(), number));
        }
        let state = node["state"].to_string();
        let has = |word: &str| state.contains(&format!("\"{word}\""));
        let state = if has("DOWN") {
            "down"
        } else if has("DRAIN") {
            "drained"
        } else if has("ALLOCATED") {
            "allocated"
        } else if has("MIXED") {
            "mixed"
        } else {
            "idle"
        };
        let sum = count.by_state.entry(state).or_default();
        *sum = (sum.0 + 1, sum.1 + u32::from(gpus > 0), sum.2 + gpus);
        if gpus == 0 {
            continue;
        }
        let model = match models.as_slice() {
            [(model, _)] if model.parse::<u32>().is_ok() => "gpu".to_owned(),
            [(model, _)] => model.clone(),
            several => {
                several.iter().map(|(m, n)| format!("{m}-x{n}")).collect::<Vec<_>>().join("+")
            }
        };
        *count.by_model.entry(model).or_default() += gpus;
    }
    count
}

/// The same figures, of an import.
fn count_of(imported: &Imported) -> Count {
    let mut count = Count::default();
    for it in imported.summary.states.iter().filter(|it| it.nodes() > 0) {
        let state = match it.state {
            ImportedState::Idle => "idle",
            ImportedState::Mixed => "mixed",
            ImportedState::Allocated => "allocated",
            ImportedState::Drained => "drained",
            ImportedState::Down => "down",
        };
        count.by_state.insert(state, (it.nodes(), it.with_gpus, it.gpus));
    }
    for block in &imported.blocks {
        let gpus = block.nodes() * block.gpus_per_node;
        *count.by_model.entry(block.accelerator.clone()).or_default() += gpus;
    }
    count
}

/// What is written is read as a capacity file without a problem.
fn written(name: &str, imported: &Imported) {
    let text = capacity_json::write(imported);
    let reading = read(text.as_bytes()).unwrap();
    assert_eq!(reading.problems, [], "{name}: {text}");
    assert_eq!(reading.snapshot.holds, imported.holds, "{name}");
}

#[test]
fn answers_of_every_version_agree_with_a_second_count() {
    let Some(folder) = formats() else { return };
    let (mut read, mut without) = (0, 0);
    for (name, text) in answers(&folder) {
        if recognise(&text) != ImportKind::SlurmNodes {
            continue;
        }
        let wanted = counted(&text);
        let files = slurm::SlurmAnswers { nodes: &text, reservations: None, jobs: None };
        let imported = slurm::import(&files, &options()).unwrap();
        assert_eq!(count_of(&imported), wanted, "{name}");
        if wanted.by_model.is_empty() {
            // Its nodes have no GPUs, and that is all that is said.
            let mut lost = imported.problems.iter().filter(|it| !it.error.is_note());
            assert_eq!(lost.next().map(|it| &it.error), Some(&ImportError::NoGpus), "{name}");
            assert_eq!((lost.count(), imported.blocks.len()), (0, 0), "{name}");
            without += 1;
        } else {
            assert!(!imported.lost(), "{name}: {:?}", imported.problems);
            written(&name, &imported);
            read += 1;
        }
    }
    say(&format!("{read} answers with GPUs agree, {without} have none"));
    assert!(read > 0);
}

/// As a university has it: the nodes, reservations and jobs of one cluster, GPUs put on all its nodes.
#[test]
fn nodes_reservations_and_jobs_of_a_version_are_read_together() {
    let Some(folder) = formats() else { return };
    let answers: BTreeMap<String, String> = answers(&folder).into_iter().collect();
    let releases: Vec<&str> =
        answers.keys().filter_map(|name| name.strip_suffix("/slurm-nodes.json")).collect();
    for release in &releases {
        let of = |name: &str| answers.get(&format!("{release}/slurm-{name}.json")).cloned();
        let nodes = of("nodes").unwrap().replace("\"gres\": \"\"", "\"gres\": \"gpu:x:2\"");
        let nodes = nodes.replace("\"gres\":\"\"", "\"gres\":\"gpu:x:2\"");
        let (reservations, jobs) = (of("reservations"), of("jobs"));
        let files = slurm::SlurmAnswers {
            nodes: &nodes,
            reservations: reservations.as_deref(),
            jobs: jobs.as_deref(),
        };
        let imported = slurm::import(&files, &options()).unwrap();
        assert_eq!(count_of(&imported).by_state, counted(&nodes).by_state, "{release}");
        // Jobs may run on nodes that an answer of another day does not have; nothing else is wrong.
        for problem in imported.problems.iter().filter(|it| !it.error.is_note()) {
            let what = format!("{:?}", problem.error);
            assert!(what.starts_with("UnknownNodes"), "{release}: {problem:?}");
        }
        // A node that is in use, or out, is held now; one that is idle and in no job is not.
        let now = imported.as_of.floor();
        let held = imported.holds.iter().filter(|it| it.from <= now && it.until > now);
        let held: u32 = held.map(|it| it.nodes.count()).sum();
        let idle = imported.summary.states[0].with_gpus;
        assert!(held >= imported.summary.nodes - idle, "{release}: {held}");
        written(release, &imported);
    }
    assert!(!releases.is_empty());
}

#[test]
fn every_answer_is_recognised() {
    let Some(folder) = formats() else { return };
    for (name, text) in answers(&folder) {
        let wanted = if name.contains("partitions") {
            ImportKind::Unknown
        } else if name.contains("reservations") {
            ImportKind::SlurmReservations
        } else if name.contains("job") {
            ImportKind::SlurmJobs
        } else {
            ImportKind::SlurmNodes
        };
        assert_eq!(recognise(&text), wanted, "{name}");
    }
}

/// Kept inputs with a few bytes, pieces and words changed: nothing panics, and what is written is read as
/// it was. `make fuzz` throws more.
#[test]
fn changed_inputs_keep_every_promise() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/core/inputs/import");
    let mut kept: Vec<PathBuf> =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    kept.sort();
    let kept: Vec<Vec<u8>> = kept.iter().map(|path| fs::read(path).unwrap()).collect();
    let words: Vec<&str> = include_str!("../fuzz/words.txt").lines().collect();
    let (_, check) = inputs::ALL.into_iter().find(|(name, _)| *name == "import").unwrap();
    let mut seed = 20_270_101_u64;
    let mut below = |end: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(seed >> 33).unwrap() % end.max(1)
    };
    for _ in 0..10_000 {
        let mut bytes = kept[below(kept.len())].clone();
        for _ in 0..1 + below(4) {
            let at = below(bytes.len());
            let end = (at + below(40)).min(bytes.len());
            match below(5) {
                0 => bytes[at..end].fill(b'['),
                1 => drop(bytes.drain(at..end)),
                2 => {
                    let piece = bytes[at..end].to_vec();
                    let to = below(bytes.len());
                    drop(bytes.splice(to..to, piece));
                }
                3 => drop(bytes.splice(at..at, words[below(words.len())].bytes())),
                _ => bytes[at] = [b'9', b'-', b',', b'"', b'0', b'\\', b' ', b'x'][below(8)],
            }
            if bytes.is_empty() {
                break;
            }
        }
        check(&bytes);
    }
}

/// The table of docs/import.md is read without a problem.
#[test]
fn the_table_of_the_documentation_is_read() {
    let text = include_str!("../../docs/import.md");
    let table = text.split("```csv\n").nth(1).unwrap().split("```").next().unwrap();
    let imported = table::import(table, &options()).unwrap();
    assert_eq!(imported.problems, []);
    assert_eq!((imported.summary.nodes, imported.summary.gpus, imported.holds.len()), (64, 512, 2));
    written("docs/import.md", &imported);
}

/// Each way in which a part may count, and each option, is in the documentation.
#[test]
fn every_way_a_part_counts_is_documented() {
    let text = include_str!("../../docs/import.md");
    for partial in Partial::ALL {
        assert!(text.contains(&format!("| `{}`", partial.id())), "{partial:?}");
    }
}

#[cfg(feature = "cli")]
mod tool {
    use crate::tool::{file, jari, value};

    const NODES: &str = r#"{"nodes":[
        {"name":"gpu1","state":["IDLE"],"partitions":["gpu"],"gres":"gpu:h200:8"},
        {"name":"gpu2","state":["MIXED"],"partitions":["gpu"],"gres":"gpu:h200:8",
         "gres_used":"gpu:h200:2(IDX:0-1)"}],
        "last_update":1799020800}"#;

    #[test]
    fn a_file_goes_to_the_standard_output_and_the_rest_beside_it() {
        let nodes = file("import-nodes.json", NODES.as_bytes());
        let run = jari(&["import", "slurm", &nodes, "--lang", "en"], b"");
        assert_eq!(run.code, 0, "{}", run.err);
        let written = value(&run.out.replace('\n', ""));
        assert_eq!(written["blocks"][0]["x_node_names"], "gpu[1-2]");
        assert_eq!(written["holds"][0]["nodes"], "2");
        assert!(
            run.err.contains("Partly in use: 1 node, of which 1 with GPUs (8 GPUs)"),
            "{}",
            run.err
        );
        let checked = jari(&["check", "-", "--today", "2027-01-05"], run.out.as_bytes());
        assert_eq!((checked.code, checked.out.trim()), (0, "no problem, 1 block, 1 hold"));
        let free = jari(&["import", "slurm", &nodes, "--partial", "free"], b"");
        assert_eq!(value(&free.out.replace('\n', ""))["holds"].as_array().unwrap().len(), 0);
    }

    /// The commands of docs/hosting.md, followed as they stand there, with made-up answers of Slurm.
    #[test]
    fn the_commands_of_the_documentation_make_a_good_file() {
        use std::os::unix::fs::PermissionsExt as _;
        use std::path::{Path, PathBuf};
        use std::process::Command;

        let text = include_str!("../../docs/hosting.md");
        let blocks = text.split("```sh\n").skip(1).map(|it| it.split("```").next().unwrap());
        let commands = blocks.into_iter().find(|it| it.starts_with("scontrol show nodes")).unwrap();
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("import-commands");
        std::fs::create_dir_all(&folder).unwrap();
        let jobs = r#"{"jobs":[{"job_state":["RUNNING"],"nodes":"gpu2","end_time":1799107200}]}"#;
        let none = r#"{"reservations":[]}"#;
        for (name, script) in [
            ("scontrol", format!("case $2 in nodes) echo '{NODES}';; *) echo '{none}';; esac")),
            ("squeue", format!("echo '{jobs}'")),
        ] {
            let path = folder.join(name);
            std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).unwrap();
        }
        let jari = Path::new(env!("CARGO_BIN_EXE_jari")).parent().unwrap();
        let path = std::env::var("PATH").unwrap();
        let path = format!("{}:{}:{path}", folder.display(), jari.display());
        let commands = commands.replace("jari check", "jari check --today 2027-01-05");
        let output = Command::new("sh")
            .args(["-ec", &commands])
            .env("PATH", path)
            .current_dir(&folder)
            .output()
            .unwrap();
        let err = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.stdout, b"no problem, 1 block, 1 hold\n", "{err}");
        let written = std::fs::read_to_string(folder.join("capacity.json")).unwrap();
        let written = value(&written.replace('\n', ""));
        assert_eq!(written["holds"][0]["until"], "2027-01-05T00:00:00Z");
        assert_eq!(written["availability"], "complete");
    }

    #[test]
    fn what_is_left_out_is_told_and_what_is_wrong_refused() {
        let nodes = NODES.replace("\"gpu2\"", "\"gpu1\"");
        let run = jari(&["import", "slurm", "-"], nodes.as_bytes());
        assert_eq!(run.code, 1);
        assert!(run.err.contains("$.nodes[1].name"), "{}", run.err);
        let pods = "{\"kind\":\"PodList\",\"items\":[]}";
        let run = jari(&["import", "kubernetes", "-"], pods.as_bytes());
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains("pods of Kubernetes, not nodes of Kubernetes"), "{}", run.err);
        for (arguments, wanted) in [
            (&["import"][..], "Usage: jari import"),
            (&["import", "pbs", "x"], "unrecognized subcommand 'pbs'"),
            (&["import", "csv"], "<FILE>"),
            (&["import", "csv", "x", "--jobs", "y"], "unexpected argument '--jobs'"),
            (&["import", "slurm", "x", "--pods", "y"], "unexpected argument '--pods'"),
            (
                &["import", "slurm", "x", "--partial", "half"],
                "[possible values: whole, gpus, free]",
            ),
            (&["import", "slurm", "x", "--horizon", "0"], "not a whole number from 1 to 3653"),
            (&["import", "slurm", "x", "--as-of", "soon"], "not a time such as"),
            (&["import", "slurm", "-", "--jobs", "-"], "only one of the files"),
        ] {
            let run = jari(arguments, b"");
            assert!(run.code == 2 && run.err.contains(wanted), "{arguments:?}: {}", run.err);
        }
        let old = NODES.replacen('{', r#"{"meta":{"plugin":{"type":"openapi/v0.0.38"}},"#, 1);
        let run = jari(&["import", "slurm", "-"], old.as_bytes());
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        assert!(run.err.contains("v0.0.38"), "{}", run.err);
        let cut = NODES.get(..90).unwrap();
        let run = jari(&["import", "slurm", "-"], cut.as_bytes());
        assert!(run.code == 2 && run.err.contains("line 2"), "{}", run.err);
    }

    #[test]
    fn a_table_of_a_korean_spreadsheet_is_read() {
        let table = "블록,가속기,노드 수,노드당 GPU\n가관,H200,4,8\n가관,,2,\n";
        let (bytes, _, _) = encoding_rs::EUC_KR.encode(table);
        let run = jari(&["import", "csv", "-", "--as-of", "2027-01-04"], &bytes);
        assert_eq!(run.code, 0, "{}", run.err);
        let written = value(&run.out.replace('\n', ""));
        assert_eq!(
            (&written["blocks"][0]["id"], &written["holds"][0]["nodes"]),
            (&"가관".into(), &2.into())
        );
    }
}
