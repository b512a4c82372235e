//! A Slurm reservation, as a command for the administrator.

use super::comment::{about, comment};
use super::sbatch::{days_and_hours, partition_hint};
use super::shell;
use crate::exchange::out::offer::{TakenOffer, korean_clock};
use crate::words::catalogue::handover as words;

pub(super) fn text(of: &TakenOffer<'_>) -> String {
    let TakenOffer { offer, lang, .. } = *of;
    let mut out = ["#!/usr/bin/env bash\n", &about(of)].concat();
    for line in [words::RESERVATION_BY_ADMIN, words::CLOCK_OF_KOREA, words::NODES_ARE_NAMED] {
        out.push_str(&comment(line.get(lang)));
    }
    out.push_str("set -euo pipefail\n\n");
    out.push_str(&shell::assign("USERS", words::GAP_USERS.get(lang)));
    // With node numbers the reservation names hosts; without, it takes a count from a partition.
    let (name, gap, nodes) = match of.node_numbers() {
        Some(numbers) => (
            "NODES",
            words::GAP_HOSTS.fill(lang, &[("numbers", &numbers)]),
            "Nodes=\"$NODES\"".to_owned(),
        ),
        None => {
            out.push_str(&partition_hint(of));
            let nodes = format!("NodeCnt={} PartitionName=\"$PARTITION\"", offer.nodes);
            ("PARTITION", words::GAP_PARTITION.get(lang).to_owned(), nodes)
        }
    };
    out.push_str(&shell::assign(name, &gap));
    out.push_str(&shell::stop_at_gaps(&["\"$USERS\"", &format!("\"${name}\"")], lang));
    out.push_str(&format!(
        "\nTZ=Asia/Seoul scontrol create reservation ReservationName={} StartTime={} \
         Duration={} {nodes} Users=\"$USERS\"\n",
        of.job_name().replace('-', "_"),
        korean_clock(offer.start),
        days_and_hours(of.hours())
    ));
    out
}
