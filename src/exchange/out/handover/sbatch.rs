//! A Slurm job script.

use super::comment::{about, comment};
use super::shell;
use crate::exchange::out::offer::{TakenOffer, korean_clock};
use crate::words::catalogue::handover as words;

/// Name of the file.
pub(super) const FILE_NAME: &str = "jari-job.sbatch";

pub(super) fn text(of: &TakenOffer<'_>) -> String {
    let TakenOffer { block, offer, lang, .. } = *of;
    let mut out = ["#!/bin/bash\n", &about(of)].concat();
    // Slurm interprets the begin time in the time zone of whoever submits the job.
    let clock = [("file", FILE_NAME), ("utc", &offer.start.to_rfc3339())];
    out.push_str(&comment(&words::SUBMIT_ON_KOREAN_CLOCK.fill(lang, &clock)));
    for (option, value) in [
        ("job-name", of.job_name()),
        ("nodes", offer.nodes.to_string()),
        ("ntasks-per-node", "1".to_owned()),
        ("gpus-per-node", block.gpus_per_node.to_string()),
        ("begin", korean_clock(offer.start)),
        ("time", days_and_hours(of.hours())),
    ] {
        out.push_str(&format!("#SBATCH --{option}={value}\n"));
    }
    out.push_str("#SBATCH --exclusive\n");
    out.push_str(&partition_hint(of));
    // No partition has such a name, so sbatch refuses the job until the gap is filled in.
    out.push_str(&format!("#SBATCH --partition=\"{}\"\n", words::GAP_PARTITION.get(lang)));
    out.push_str(&comment(words::ACCOUNT_IF_NEEDED.get(lang)));
    out.push_str(&format!("##SBATCH --account=\"{}\"\n", words::GAP_ACCOUNT.get(lang)));
    out.push_str("set -euo pipefail\n\n");
    out.push_str(&format!("TRAIN=({})\n", shell::word(words::GAP_COMMAND.get(lang))));
    out.push_str(&shell::stop_at_gaps(&["\"${TRAIN[@]}\""], lang));
    out.push_str(&format!(
        "\nfirst=$(scontrol show hostnames \"$SLURM_JOB_NODELIST\" | head -n 1)\nsrun torchrun \
         --nnodes=\"$SLURM_NNODES\" --nproc-per-node={} --rdzv-backend=c10d \\\n  \
         --rdzv-id=\"$SLURM_JOB_ID\" --rdzv-endpoint=\"$first:29500\" \"${{TRAIN[@]}}\"\n",
        block.gpus_per_node
    ));
    out
}

/// Returns a comment about the required partition: in another one the nodes would not be those of
/// the answer.
pub(super) fn partition_hint(of: &TakenOffer<'_>) -> String {
    comment(&words::PARTITION_HAS.fill(of.lang, &[("accelerator", of.accelerator())]))
}

/// Formats a duration in Slurm notation: `92-00:00:00`.
pub(super) fn days_and_hours(hours: u32) -> String {
    format!("{}-{:02}:00:00", hours / 24, hours % 24)
}
