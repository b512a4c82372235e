use super::*;
use crate::exchange::request_json;
use crate::fit::{Calendars, Offer, preview};
use crate::model::{NodeRanges, Request, Snapshot, Text, read};
use crate::words::lang::Lang;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

const BOTH: [Lang; 2] = [Lang::Ko, Lang::En];
const LINK: &str = "https://example.org/?view=fit&nodes=4&from=2027-03-01";

/// Text that breaks out of anything unquoted.
const HOSTILE: &str = "x\"'\\ $(touch /tmp/jari-pwned) `id` ; & | > # : {a: [b]} %d !! - \n---\nkind: Pod\u{85}\u{2028}k: v\u{0}\r\n#SBATCH --uid=0\n*anchor &a <<FILL: y>>";

/// A file, a request, and its best offer.
struct Sample {
    snapshot: Snapshot,
    request: Request,
    offer: Offer,
}

impl Sample {
    fn new(nodes: u32) -> Self {
        let file = r#"{"schema":1,"as_of":"2027-01-04","availability":"complete",
            "accelerators":[{"id":"h200","name":"NVIDIA H200"}],
            "blocks":[{"id":"hall-a","name":{"ko":"가동","en":"Hall A"},"accelerator":"h200",
                "nodes":64,"gpus_per_node":8,"leaf_nodes":32}],
            "holds":[{"block":"hall-a","nodes":"1-16,20","until":"2028-01-01"}]}"#;
        let asked = format!(
            r#"{{"id":"Team A / run 1","accelerators":["h200"],"nodes":{nodes},
                "term":{{"days":92}},"not_before":"2027-03-01"}}"#
        );
        let snapshot = read(file.as_bytes()).unwrap().snapshot;
        let request = request_json::parse(&asked).unwrap().request;
        let found = preview(&snapshot, &Calendars::new(&snapshot), &request).unwrap();
        let offer = found.best().unwrap().offer.clone().unwrap();
        Self { snapshot, request, offer }
    }

    /// Returns a sample in which every text is [`HOSTILE`].
    fn hostile() -> Self {
        let mut sample = Self::new(4);
        let text = Text::same(HOSTILE);
        sample.request.id = HOSTILE.into();
        sample.snapshot.accelerators[0].name = text.clone();
        sample.snapshot.blocks[0].name = text;
        sample.snapshot.blocks[0].id = HOSTILE.into();
        sample
    }

    fn taken(&self, lang: Lang) -> TakenOffer<'_> {
        TakenOffer {
            snapshot: &self.snapshot,
            request: &self.request,
            block: &self.snapshot.blocks[0],
            offer: &self.offer,
            what_not: "Not a promise.",
            link: LINK,
            lang,
        }
    }
}

/// A folder that is deleted with its test.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("jari-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn put(&self, name: &str, text: &str) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, text).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn said(output: &Output) -> String {
    [&output.stdout[..], &output.stderr].map(String::from_utf8_lossy).concat()
}

/// Runs a script with bash, with the programs of a folder first in the path.
fn run(script: &Path, programs: &Path) -> Output {
    let path = format!("{}:{}", programs.display(), std::env::var("PATH").unwrap());
    Command::new("bash").arg(script).env("PATH", path).output().unwrap()
}

/// The fields of a PyTorchJob that its definition knows, as far as they are written here.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Resource<S> {
    api_version: String,
    kind: String,
    metadata: Metadata,
    spec: S,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Metadata {
    name: String,
    namespace: Option<String>,
    #[serde(default)]
    labels: BTreeMap<String, String>,
    #[serde(default)]
    annotations: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct JobSpec {
    nproc_per_node: String,
    run_policy: RunPolicy,
    pytorch_replica_specs: BTreeMap<String, ReplicaSpec>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct RunPolicy {
    active_deadline_seconds: u64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ReplicaSpec {
    replicas: u32,
    restart_policy: String,
    template: PodTemplate,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PodTemplate {
    spec: PodSpec,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct PodSpec {
    node_selector: BTreeMap<String, String>,
    containers: Vec<Container>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Container {
    name: String,
    image: String,
    command: Vec<String>,
    resources: Resources,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Resources {
    limits: BTreeMap<String, u32>,
}

fn job(sample: &Sample, lang: Lang) -> Resource<JobSpec> {
    let text = Handover::PyTorchJob.text(&sample.taken(lang));
    serde_saphyr::from_str(&text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn a_pytorch_job_has_a_pod_for_each_node_of_the_offer() {
    for (nodes, pods) in [(1, [Some(1), None]), (4, [Some(1), Some(3)])] {
        let sample = Sample::new(nodes);
        let job = job(&sample, Lang::En);
        assert_eq!((&*job.api_version, &*job.kind), ("kubeflow.org/v1", "PyTorchJob"));
        assert_eq!((&*job.metadata.name, job.metadata.namespace), ("jari-team-a-run-1", None));
        assert_eq!(job.metadata.labels["app.kubernetes.io/part-of"], "jari");
        let annotations = job.metadata.annotations;
        assert_eq!((&*annotations["jari/block"], &*annotations["jari/link"]), ("hall-a", LINK));
        assert_eq!(annotations["jari/start"], "2027-02-28T15:00:00Z");
        assert_eq!(job.spec.nproc_per_node, "8");
        assert_eq!(job.spec.run_policy.active_deadline_seconds, 92 * 86_400);
        let specs = job.spec.pytorch_replica_specs;
        let count = |kind: &str| specs.get(kind).map(|spec: &ReplicaSpec| spec.replicas);
        assert_eq!(["Master", "Worker"].map(count), pods);
        for spec in specs.values() {
            assert_eq!(spec.restart_policy, "OnFailure");
            let pod = &spec.template.spec;
            assert!(pod.node_selector["nvidia.com/gpu.product"].starts_with("<<FILL: "));
            let [container] = &pod.containers[..] else { panic!("one container") };
            assert_eq!(
                (&*container.name, container.resources.limits["nvidia.com/gpu"]),
                ("pytorch", 8)
            );
            assert_eq!(container.image, words::GAP_IMAGE.en);
            assert_eq!(container.command, ["torchrun", words::GAP_COMMAND.en]);
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct FlavorSpec {
    node_labels: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ClusterQueueSpec {
    namespace_selector: BTreeMap<String, BTreeMap<String, String>>,
    resource_groups: Vec<ResourceGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct ResourceGroup {
    covered_resources: Vec<String>,
    flavors: Vec<FlavorQuotas>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FlavorQuotas {
    name: String,
    resources: Vec<Quota>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Quota {
    name: String,
    nominal_quota: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct LocalQueueSpec {
    cluster_queue: String,
}

/// Splits a text into its YAML documents.
fn documents(text: &str) -> Vec<&str> {
    text.split("\n---\n").collect()
}

fn of_yaml<T: serde::de::DeserializeOwned>(text: &str) -> T {
    serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

#[test]
fn a_queue_of_kueue_has_the_quota_of_the_offer() {
    let text = Handover::Kueue.text(&Sample::new(4).taken(Lang::Ko));
    let [flavor, cluster, local] = documents(&text)[..] else { panic!("{text}") };
    let flavor: Resource<FlavorSpec> = of_yaml(flavor);
    let cluster: Resource<ClusterQueueSpec> = of_yaml(cluster);
    let local: Resource<LocalQueueSpec> = of_yaml(local);
    assert_eq!(flavor.metadata.name, "jari-hall-a");
    assert!(flavor.spec.node_labels["nvidia.com/gpu.product"].contains("NVIDIA H200"));
    let [group] = &cluster.spec.resource_groups[..] else { panic!("one group") };
    assert_eq!(group.covered_resources, ["nvidia.com/gpu"]);
    let [quotas] = &group.flavors[..] else { panic!("one flavour") };
    assert_eq!(quotas.name, flavor.metadata.name);
    assert_eq!(
        (&*quotas.resources[0].name, quotas.resources[0].nominal_quota),
        ("nvidia.com/gpu", 32)
    );
    let selector = &cluster.spec.namespace_selector["matchLabels"];
    assert_eq!(local.metadata.namespace.as_ref(), selector.get("kubernetes.io/metadata.name"));
    assert_eq!(local.spec.cluster_queue, cluster.metadata.name);
    for (api, kind) in [
        (&flavor.api_version, (&flavor.kind, "ResourceFlavor")),
        (&cluster.api_version, (&cluster.kind, "ClusterQueue")),
        (&local.api_version, (&local.kind, "LocalQueue")),
    ] {
        assert_eq!((&**api, &**kind.0), ("kueue.x-k8s.io/v1beta2", kind.1));
    }
}

#[test]
fn no_text_of_a_file_breaks_out_of_yaml() {
    for lang in BOTH {
        let sample = Sample::hostile();
        let job = job(&sample, lang);
        assert_eq!(job.metadata.annotations["jari/block"], HOSTILE);
        assert!(job.metadata.name.starts_with("jari-x-touch-tmp"), "{}", job.metadata.name);
        let text = Handover::Kueue.text(&sample.taken(lang));
        let [flavor, cluster, local] = documents(&text)[..] else { panic!("{text}") };
        let flavor: Resource<FlavorSpec> = of_yaml(flavor);
        let _: Resource<ClusterQueueSpec> = of_yaml(cluster);
        let _: Resource<LocalQueueSpec> = of_yaml(local);
        assert!(flavor.spec.node_labels["nvidia.com/gpu.product"].contains(HOSTILE));
    }
}

const SCRIPTS: [Handover; 3] = [Handover::Torchrun, Handover::Sbatch, Handover::Reservation];

#[test]
fn every_script_is_one_of_bash_and_stops_at_its_gaps() {
    let folder = Folder::new("gaps");
    // Whichever of these the script would start must not be started.
    for program in ["ssh", "srun", "scontrol", "touch", "id"] {
        folder.put(program, "#!/bin/sh\necho started >>\"$0.started\"\n");
    }
    for (of, sample) in [("plain", Sample::new(4)), ("hostile", Sample::hostile())] {
        for (kind, lang) in SCRIPTS.into_iter().flat_map(|kind| BOTH.map(|lang| (kind, lang))) {
            let text = kind.text(&sample.taken(lang));
            let script = folder.put("script", &text);
            let checked = Command::new("bash").arg("-n").arg(&script).output().unwrap();
            assert!(checked.status.success(), "{of} {kind:?}: {}\n{text}", said(&checked));
            let ran = run(&script, &folder.0);
            assert_eq!(ran.status.code(), Some(1), "{of} {kind:?}: {}\n{text}", said(&ran));
            assert!(said(&ran).contains("<<FILL"), "{}", said(&ran));
            // Only lines written by this program begin with a Slurm option.
            let options = text.lines().filter(|line| line.starts_with("#SBATCH")).count();
            assert_eq!(options, if kind == Handover::Sbatch { 8 } else { 0 }, "{text}");
        }
    }
    let started = fs::read_dir(&folder.0).unwrap().map(|it| it.unwrap().file_name());
    let started: Vec<_> =
        started.filter(|name| name.to_string_lossy().ends_with("started")).collect();
    assert!(started.is_empty(), "{started:?}");
}

#[test]
fn the_launcher_starts_torchrun_once_on_each_host_of_the_offer() {
    let folder = Folder::new("launcher");
    folder.put("ssh", "#!/bin/sh\nprintf '%s|%s\\n' \"$2\" \"$3\" >>\"$(dirname \"$0\")/log\"\n");
    let sample = Sample::new(4);
    // Nodes 1 to 16 and 20 are held.
    assert_eq!(sample.offer.node_ranges.to_string(), "17-19,21");
    let text = Handover::Torchrun.text(&sample.taken(Lang::En));
    let text = text
        .replace(words::GAP_HOST_FORMAT.en, "gpu%03d")
        .replace(&["('", words::GAP_COMMAND.en, "')"].concat(), "(train.py --name 'a b')");
    let script = folder.put("launch.sh", &text);
    let ran = run(&script, &folder.0);
    assert!(ran.status.success(), "{}\n{text}", said(&ran));
    let log = fs::read_to_string(folder.0.join("log")).unwrap();
    let mut lines: Vec<&str> = log.lines().collect();
    lines.sort_unstable();
    let command = |(rank, node): (u32, u32)| {
        format!(
            "gpu{node:03}|torchrun --nnodes=4 --nproc-per-node=8 --node-rank={rank} \
             --master-addr=gpu017 --master-port=29500 train.py --name a\\ b "
        )
    };
    assert_eq!(lines, [(0, 17), (1, 18), (2, 19), (3, 21)].map(command));

    // One host too few, and a host on which the command fails.
    let script = folder.put("short.sh", &text.replace("'17-19,21'", "'17-19'"));
    assert!(said(&run(&script, &folder.0)).contains("Not as many nodes as offered: 3"));
    folder.put("ssh", "#!/bin/sh\nexit 3\n");
    assert_eq!(run(&folder.0.join("launch.sh"), &folder.0).status.code(), Some(1));
}

#[test]
fn a_reservation_is_made_of_hosts_or_of_a_number_of_nodes() {
    let folder = Folder::new("reservation");
    folder.put("scontrol", "#!/bin/sh\nprintf '%s\\n' \"$TZ\" \"$@\" >\"$0.log\"\n");
    let mut sample = Sample::new(4);
    let common = [
        "Asia/Seoul",
        "create",
        "reservation",
        "ReservationName=jari_team_a_run_1",
        "StartTime=2027-03-01T00:00:00",
        "Duration=92-00:00:00",
    ];
    let made = |change: &dyn Fn(String) -> String, sample: &Sample| {
        let text = change(Handover::Reservation.text(&sample.taken(Lang::En)));
        let text = text.replace(words::GAP_USERS.en, "kim,lee");
        let ran = run(&folder.put("make.sh", &text), &folder.0);
        assert!(ran.status.success(), "{}\n{text}", said(&ran));
        let log = fs::read_to_string(folder.0.join("scontrol.log")).unwrap();
        log.lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let hosts = |text: String| {
        text.replace("<<FILL: hosts of nodes 17-19,21, such as gpu[01-04]>>", "gpu[017-019,021]")
    };
    let named = [&common[..], &["Nodes=gpu[017-019,021]", "Users=kim,lee"]].concat();
    assert_eq!(made(&hosts, &sample), named);
    sample.offer.node_ranges = NodeRanges::default();
    let partition = |text: String| text.replace(words::GAP_PARTITION.en, "gpu");
    let counted = [&common[..], &["NodeCnt=4", "PartitionName=gpu", "Users=kim,lee"]].concat();
    assert_eq!(made(&partition, &sample), counted);
}

/// A job in a partition with other GPUs would wait for nodes that the answer is not about.
#[test]
fn a_job_is_not_taken_before_its_partition_is_filled_in() {
    for lang in BOTH {
        let text = Handover::Sbatch.text(&Sample::new(4).taken(lang));
        let lines: Vec<&str> = text.lines().collect();
        let gap = ["#SBATCH --partition=\"", words::GAP_PARTITION.get(lang), "\""].concat();
        let at = lines.iter().position(|line| *line == gap).unwrap();
        assert!(lines[at - 1].contains("NVIDIA H200"), "{}", lines[at - 1]);
        assert!(text.contains("TZ=Asia/Seoul sbatch jari-job.sbatch"), "{text}");
        assert!(text.contains("2027-02-28T15:00:00Z"), "{text}");
    }
}

#[test]
fn what_is_not_known_is_a_gap_and_what_is_known_is_none() {
    for lang in BOTH {
        let mut sample = Sample::new(4);
        for kind in Handover::ALL {
            let text = kind.text(&sample.taken(lang));
            let code = text.lines().filter(|line| !line.trim_start().starts_with("# "));
            let gaps = code.filter(|line| line.contains("<<FILL")).count();
            assert!(gaps > 0, "{kind:?}: {text}");
            for known in ["17-19,21", LINK, "Not a promise.", words::FILL_IN.get(lang)] {
                assert!(text.contains(known), "{known} in {text}");
            }
            assert_eq!(Handover::from_id(kind.id()), Some(kind));
        }
        sample.offer.node_ranges = NodeRanges::default();
        let text = Handover::Torchrun.text(&sample.taken(lang));
        assert!(
            text.contains("NODE_NUMBERS='<<FILL: ") && text.contains(words::NUMBERS_OPEN.get(lang))
        );
    }
}

/// Slurm parses a job and tells where it would run. That needs its controller, which a build
/// machine may lack; that is reported, and is not a failure.
#[test]
fn slurm_takes_the_job_where_there_is_a_slurm() {
    let has_slurm = Command::new("scontrol").arg("ping").output();
    if !has_slurm.is_ok_and(|asked| asked.status.success()) {
        use std::io::Write as _;
        let told = "no controller of Slurm answers here: sbatch --test-only is left out";
        writeln!(std::io::stderr(), "{told}").unwrap();
        return;
    }
    let folder = Folder::new("slurm");
    let mut sample = Sample::new(1);
    sample.snapshot.blocks[0].gpus_per_node = 1;
    let text = Handover::Sbatch.text(&sample.taken(Lang::Ko));
    let ask = |text: &str| {
        let script = folder.put("job.sbatch", text);
        let mut sbatch = Command::new("sbatch");
        sbatch.env("TZ", "Asia/Seoul").arg("--test-only").arg(&script).output().unwrap()
    };
    let refused = ask(&text);
    assert!(said(&refused).contains("partition"), "{}", said(&refused));
    let partitions = Command::new("sinfo").args(["-h", "-o", "%R %G"]).output().unwrap();
    let partitions = String::from_utf8(partitions.stdout).unwrap();
    let with_gpus = partitions.lines().find(|line| line.contains(" gpu:")).unwrap();
    let text = text.replace(words::GAP_PARTITION.ko, with_gpus.split(' ').next().unwrap());
    let asked = ask(&text);
    let told = said(&asked);
    assert!(asked.status.success() && told.contains("to start at 2027-03-01"), "{told}\n{text}");
}
