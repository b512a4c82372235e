//! A job of Slurm.

use super::comment::{about, comment, one_line};
use super::shell;
use crate::exchange::out::offer::{TakenOffer, korean_clock};
use crate::words::catalogue::handover as words;

pub(super) fn text(of: &TakenOffer<'_>) -> String {
    let TakenOffer { block, offer, lang, .. } = *of;
    let mut out = ["#!/bin/bash\n", &about(of)].concat();
    out.push_str(&comment(words::CLOCK_OF_KOREA.get(lang)));
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
    out.push_str(&comment(words::SBATCH_SETTINGS.get(lang)));
    for (option, gap) in [("partition", words::GAP_PARTITION), ("account", words::GAP_ACCOUNT)] {
        out.push_str(&format!("##SBATCH --{option}={}\n", one_line(gap.get(lang))));
    }
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

/// A duration as Slurm reads it: `92-00:00:00`.
pub(super) fn days_and_hours(hours: u32) -> String {
    format!("{}-{:02}:00:00", hours / 24, hours % 24)
}
