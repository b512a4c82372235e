//! A training job for the Kubeflow operator (`kubeflow.org/v1`, `PyTorchJob`).

use super::comment::{about, comment};
use super::yaml;
use crate::exchange::out::offer::TakenOffer;
use crate::words::catalogue::handover as words;

pub(super) fn text(of: &TakenOffer<'_>) -> String {
    let TakenOffer { block, offer, lang, link, .. } = *of;
    let (start, _) = of.days();
    let mut out = about(of);
    out.push_str(&comment(&words::STARTS_BY_HAND.fill(lang, &[("start", &start)])));
    let (name, gpus) = (of.job_name(), block.gpus_per_node);
    let annotations = [
        ("block", block.id.as_str()),
        ("start", &offer.start.to_rfc3339()),
        ("end", &offer.end.to_rfc3339()),
        ("link", link),
    ];
    out.push_str(&format!(
        "apiVersion: kubeflow.org/v1\nkind: PyTorchJob\nmetadata:\n  name: {name}\n  labels:\n    \
         app.kubernetes.io/part-of: jari\n    {}    # kueue.x-k8s.io/queue-name: {name}\n  \
         annotations:\n",
        comment(words::QUEUE_LABEL.get(lang))
    ));
    for (key, value) in annotations {
        out.push_str(&format!("    jari/{key}: {}\n", yaml::text(value)));
    }
    out.push_str(&format!(
        "spec:\n  nprocPerNode: \"{gpus}\"\n  runPolicy:\n    {}    activeDeadlineSeconds: {}\n  {}  \
         {}  pytorchReplicaSpecs:\n",
        comment(words::ENDS_BY_ITSELF.get(lang)),
        u64::from(of.hours()) * 3_600,
        comment(words::POD_A_NODE.get(lang)),
        comment(words::MASTER_IS_FIRST.get(lang)),
    ));
    out.push_str(&replicas(of, "Master", 1));
    if offer.nodes > 1 {
        out.push_str(&replicas(of, "Worker", offer.nodes - 1));
    }
    out
}

/// Returns the replica specification of one kind of pod, with one pod per node.
fn replicas(of: &TakenOffer<'_>, kind: &str, count: u32) -> String {
    let lang = of.lang;
    let label = words::GAP_LABEL.fill(lang, &[("accelerator", of.accelerator())]);
    let [label, image, command] =
        [&label, words::GAP_IMAGE.get(lang), words::GAP_COMMAND.get(lang)].map(yaml::text);
    let gpus = of.block.gpus_per_node;
    format!(
        "    {kind}:\n      replicas: {count}\n      restartPolicy: OnFailure\n      template:\n        \
         spec:\n          nodeSelector:\n            nvidia.com/gpu.product: {label}\n          \
         containers:\n            - name: pytorch\n              image: {image}\n              command: \
         [\"torchrun\", {command}]\n              resources:\n                limits:\n                  \
         nvidia.com/gpu: {gpus}\n"
    )
}
