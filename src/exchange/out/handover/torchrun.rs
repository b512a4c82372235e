//! A script that starts torchrun on each host.

use super::comment::{about, comment};
use super::shell;
use crate::exchange::out::offer::TakenOffer;
use crate::words::catalogue::handover as words;

pub(super) fn text(of: &TakenOffer<'_>) -> String {
    let TakenOffer { block, offer, lang, .. } = *of;
    let count = offer.nodes.to_string();
    let gap = words::GAP_NUMBERS.fill(lang, &[("count", &count)]);
    let mut out = ["#!/usr/bin/env bash\n", &about(of)].concat();
    out.push_str(&comment(words::WHERE_TORCHRUN.get(lang)));
    out.push_str("set -euo pipefail\n\n");
    out.push_str(&shell::assign("NODE_NUMBERS", &of.node_numbers().unwrap_or(gap)));
    out.push_str(&comment(words::HOSTS_FROM_NUMBERS.get(lang)));
    out.push_str(&shell::assign("HOST_FORMAT", words::GAP_HOST_FORMAT.get(lang)));
    out.push_str(&format!("TRAIN=({})\n", shell::word(words::GAP_COMMAND.get(lang))));
    out.push_str(&format!("GPUS_PER_NODE={}\nPORT=29500\n\n", block.gpus_per_node));
    let values = ["\"$NODE_NUMBERS\"", "\"$HOST_FORMAT\"", "\"${TRAIN[@]}\""];
    out.push_str(&shell::stop_at_gaps(&values, lang));
    // Base 10, because bash takes a leading zero for octal.
    out.push_str(
        r#"
hosts=()
IFS=, read -ra ranges <<<"$NODE_NUMBERS"
for range in "${ranges[@]}"; do
  for ((node = 10#${range%-*}; node <= 10#${range#*-}; node++)); do
    # shellcheck disable=SC2059
    hosts+=("$(printf "$HOST_FORMAT" "$node")")
  done
done
"#,
    );
    let told = shell::word(&[words::WRONG_COUNT.get(lang), ": "].concat());
    out.push_str(&format!(
        "if [ \"${{#hosts[@]}}\" -ne {count} ]; then echo {told}\"${{#hosts[@]}}\" >&2; exit 1; fi\n"
    ));
    // ssh joins its words, and the remote shell splits them again: hence `%q`.
    out.push_str(
        r#"
runs=()
for rank in "${!hosts[@]}"; do
  command=(torchrun "--nnodes=${#hosts[@]}" "--nproc-per-node=$GPUS_PER_NODE" "--node-rank=$rank"
    "--master-addr=${hosts[0]}" "--master-port=$PORT" "${TRAIN[@]}")
  ssh -n "${hosts[rank]}" "$(printf '%q ' "${command[@]}")" &
  runs+=("$!")
done
failed=0
for run in "${runs[@]}"; do wait "$run" || failed=1; done
exit "$failed"
"#,
    );
    out
}
