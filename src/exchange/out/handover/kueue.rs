//! A Kueue queue: a flavour for the nodes, their quota, and the entry for one namespace.

use super::comment::{about, comment};
use super::yaml;
use crate::exchange::out::offer::{TakenOffer, slug};
use crate::words::catalogue::handover as words;

const API: &str = "kueue.x-k8s.io/v1beta2";

pub(super) fn text(of: &TakenOffer<'_>) -> String {
    let TakenOffer { block, offer, lang, .. } = *of;
    let (start, end) = of.days();
    let dates = words::KUEUE_NO_DATES.fill(lang, &[("start", &start), ("end", &end)]);
    let mut out = about(of);
    for line in [dates.as_str(), words::KUEUE_VERSION.get(lang)] {
        out.push_str(&comment(line));
    }
    let (name, flavor) = (of.job_name(), ["jari-", &slug(&block.id)].concat());
    let label = words::GAP_LABEL.fill(lang, &[("accelerator", of.accelerator())]);
    let [label, namespace] = [&label, words::GAP_NAMESPACE.get(lang)].map(yaml::text);
    let gpus = u64::from(offer.nodes) * u64::from(block.gpus_per_node);
    let head = |kind: &str| format!("apiVersion: {API}\nkind: {kind}\nmetadata:\n");
    out.push_str(&format!(
        "{}  name: {flavor}\nspec:\n  nodeLabels:\n    nvidia.com/gpu.product: {label}\n---\n",
        head("ResourceFlavor")
    ));
    out.push_str(&format!(
        "{}  name: {name}\nspec:\n  namespaceSelector:\n    matchLabels:\n      \
         kubernetes.io/metadata.name: {namespace}\n  {}  resourceGroups:\n    - coveredResources: \
         [\"nvidia.com/gpu\"]\n      flavors:\n        - name: {flavor}\n          resources:\n            \
         - name: \"nvidia.com/gpu\"\n              nominalQuota: {gpus}\n---\n",
        head("ClusterQueue"),
        comment(words::KUEUE_GPUS_ONLY.get(lang))
    ));
    out.push_str(&format!(
        "{}  name: {name}\n  namespace: {namespace}\nspec:\n  clusterQueue: {name}\n",
        head("LocalQueue")
    ));
    out
}
