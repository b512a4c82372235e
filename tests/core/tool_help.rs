//! Help, completions, and the examples of both: each is run as it stands.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::tool::jari;

/// Every command, and what follows its name where it has commands of its own.
const COMMANDS: [&[&str]; 11] = [
    &["check"],
    &["preview"],
    &["size"],
    &["plan"],
    &["odds"],
    &["import"],
    &["import", "slurm"],
    &["import", "kubernetes"],
    &["import", "csv"],
    &["completions"],
    &[],
];

fn help(command: &[&str]) -> String {
    let run = jari(&[command, &["--help"]].concat(), b"");
    assert_eq!((run.code, &*run.err), (0, ""), "{command:?}");
    run.out
}

#[test]
fn every_command_tells_how_it_is_used() {
    for command in COMMANDS {
        let usage = [&["Usage: jari"], command].concat().join(" ");
        let text = help(command);
        assert!(text.contains(&usage), "{command:?}: {text}");
        // Commands of `import` are shown there.
        assert!(text.contains("\n  jari ") || command.len() == 2, "{command:?}: {text}");
        assert!(!text.contains('\u{1b}'), "{command:?}");
        let version = jari(&[command, &["--version"]].concat(), b"");
        let wanted = format!("jari {}\n", env!("CARGO_PKG_VERSION"));
        assert_eq!((version.code, &version.out, &*version.err), (0, &wanted, ""), "{command:?}");
    }
    let root = help(&[]);
    for command in
        ["check", "preview", "size", "plan", "odds", "import", "completions", "Exit codes"]
    {
        assert!(root.contains(command), "{command}: {root}");
    }
}

#[test]
fn completions_know_every_command_and_option() {
    for shell in ["bash", "zsh", "fish"] {
        let run = jari(&["completions", shell], b"");
        assert_eq!((run.code, &*run.err), (0, ""), "{shell}");
        for command in COMMANDS.iter().flat_map(|command| command.iter()) {
            assert!(run.out.contains(command), "{shell}: {command}");
        }
        for option in
            ["accelerator", "gpus", "placement", "tokens", "mfu", "reservations", "by-size"]
        {
            assert!(run.out.contains(option), "{shell}: {option}");
        }
        // What may be chosen is listed.
        assert!(
            run.out.contains("youth_company") && run.out.contains("continued_pretrain"),
            "{shell}"
        );
    }
    let none = jari(&["completions", "tcsh"], b"");
    assert!(
        none.code == 2 && none.err.contains("[possible values: bash, zsh, fish]"),
        "{}",
        none.err
    );
    // A shell reads its own.
    let bash = jari(&["completions", "bash"], b"").out;
    let path = folder("completions").join("jari.bash");
    std::fs::write(&path, bash).unwrap();
    let complete = format!(
        "source {}; COMP_WORDS=(jari preview --place); COMP_CWORD=2; _jari jari --place preview; \
         echo \"${{COMPREPLY[@]}}\"",
        path.display()
    );
    let output = Command::new("bash").args(["-c", &complete]).output().unwrap();
    assert_eq!(String::from_utf8(output.stdout).unwrap(), "--placement\n");
}

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// A folder with all files that examples name.
fn with_files(name: &str) -> PathBuf {
    let folder = folder(name);
    let write = |name: &str, text: &str| std::fs::write(folder.join(name), text).unwrap();
    write("capacity.json", include_str!("../../public/capacity.json"));
    write(
        "requests.jsonl",
        concat!(
            r#"{"id":"a1","accelerators":["h200"],"nodes":4,"term":{"months":3},"not_before":"2027-01-04"}"#,
            "\n",
            r#"{"id":"a2","accelerators":["b200"],"nodes":600,"term":{"months":6},"not_before":"2027-01-04"}"#,
            "\n"
        ),
    );
    write(
        "workloads.jsonl",
        concat!(r#"{"id":"l","model":"llama-3.1-8b","task":{"kind":"lora","tokens":1e9}}"#, "\n"),
    );
    write("list.csv", "id,accelerators,nodes,months,score\na,h200,4,3,90\nb,b200,8,6,80\n");
    write(
        "config.json",
        concat!(
            r#"{"model_type":"llama","hidden_size":4096,"num_hidden_layers":32,"num_attention_heads":32,"#,
            r#""num_key_value_heads":8,"intermediate_size":14336,"vocab_size":128256}"#
        ),
    );
    write(
        "nodes.json",
        concat!(
            r#"{"nodes":[{"name":"gpu1","state":["IDLE"],"partitions":["gpu"],"gres":"gpu:h200:8"}],"#,
            r#""last_update":1799020800}"#
        ),
    );
    write("reservations.json", r#"{"reservations":[]}"#);
    write("jobs.json", r#"{"jobs":[]}"#);
    write("pods.json", r#"{"kind":"PodList","items":[]}"#);
    write("blocks.csv", "block,accelerator,nodes\nhall,h200,4\n");
    write(
        "wrong.json",
        concat!(
            "{ \"schema\": 1, \"as_of\": \"2027-01-04\", \"availability\": \"complete\",\n",
            "  \"accelerators\": [{ \"id\": \"h200\", \"name\": \"H200\" }],\n",
            "  \"blocks\": [{ \"id\": \"hall-a\", \"name\": \"가동\", \"accelerator\": \"h200\", \"node\": 64 }] }\n"
        ),
    );
    folder
}

/// What a command line prints in a folder, read as it is; with a table, as on a terminal.
fn run(folder: &Path, line: &str, on_terminal: bool) -> (i32, String) {
    let is_asked = line.starts_with("jari preview") || line.starts_with("jari size");
    let is_piped = line.contains('|') || line.contains('>') || line.contains("--json");
    let table = if on_terminal && is_asked && !is_piped { " --table" } else { "" };
    let jari = Path::new(env!("CARGO_BIN_EXE_jari")).parent().unwrap();
    let path = format!("{}:{}", jari.display(), std::env::var("PATH").unwrap());
    let output = Command::new("sh")
        .args(["-c", &[line, table, " 2>&1"].concat()])
        .env("PATH", path)
        .env("HOME", folder)
        .current_dir(folder)
        .output()
        .unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

/// Kubernetes has nodes of its own.
const KUBERNETES: &str = r#"{"kind":"NodeList","items":[{"kind":"Node","metadata":{"name":"a"},
    "status":{"capacity":{"nvidia.com/gpu":"8"},"allocatable":{"nvidia.com/gpu":"8"},
    "conditions":[{"type":"Ready","status":"True"}]}}]}"#;

#[test]
fn every_example_of_the_help_works() {
    let mut count = 0;
    for command in COMMANDS {
        let folder = with_files("help-examples");
        if command == ["import"] {
            std::fs::write(folder.join("kubernetes.json"), KUBERNETES).unwrap();
        }
        for path in
            [".local/share/bash-completion/completions", ".zfunc", ".config/fish/completions"]
        {
            std::fs::create_dir_all(folder.join(path)).unwrap();
        }
        for line in help(command).lines().filter_map(|line| line.strip_prefix("  jari ")) {
            let line = ["jari ", line].concat();
            let line = line.replace("kubernetes nodes.json", "kubernetes kubernetes.json");
            let (code, out) = run(&folder, &line, false);
            assert_eq!(code, 0, "{line}: {out}");
            let is_error = out.contains("\"error\":\"") || out.contains("error: ");
            // Of a good file there is no problem to write.
            let is_silent = line.contains('>') || line == "jari check capacity.json --json";
            assert!(!is_error && (is_silent || !out.is_empty()), "{line}: {out}");
            count += 1;
            // An example may write over the file that others read.
            with_files("help-examples");
        }
    }
    assert!(count >= 20, "{count} examples");
}

/// The transcripts of docs/tool.md: a command after `$`, and below it all that it prints.
#[test]
fn the_transcripts_of_the_documentation_are_what_is_printed() {
    let text = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/tool.md");
    let text = std::fs::read_to_string(text).unwrap();
    let folder = with_files("transcripts");
    let mut count = 0;
    for block in text.split("```console\n").skip(1) {
        let block = block.split("```").next().unwrap();
        for part in block.split("$ ").skip(1) {
            let (line, wanted) = part.split_once('\n').unwrap();
            let (_, out) = run(&folder, line, true);
            assert_eq!(out, wanted, "{line}");
            count += 1;
        }
    }
    assert!(count >= 5, "{count} transcripts");
}
