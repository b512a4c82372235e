#!/bin/sh
# slurm.sh PARTITION ACCELERATOR > capacity.json: a partition of Slurm, a block for each kind of node.
#   A kind is its GPU model and how many it has. ACCELERATOR is the id of a model that is written with
#   that word (gpu:nvidia_h200:8), or without a name (gpu:8); others keep the name that Slurm has.
#   Nodes are numbered from 1 in the order of sinfo. A node is held until the last of its jobs has to
#   end, of whatever partition, also where the job uses a part of it. It is held without an end where
#   that is not known (no limit, suspended, overdue, a job that squeue does not show), and where it is
#   down, drained, reserved or in maintenance, or does not respond.
#   Reservations that begin later are not in the file: so it says "published", not "complete".
# An example to start from: jari check reads what it writes, and the tests of this project run it on
# made-up answers of Slurm. Names of leaves, other partitions and calls are yours to add.
set -eu

partition=$1 accelerator=$2
# Slurm writes times of this machine's zone, without saying which.
zone=$(date +%z | sed 's/..$/:&/')
nodes=$(sinfo -h -N -p "$partition" -o 'node %N %T %G')
jobs=$(squeue -h -a -t R,S -o '%T %e %N')
{
  echo "$nodes"
  [ -z "$jobs" ] || echo "$jobs" | while read -r state end list; do
    scontrol show hostnames "$list" | sed "s|^|job $state $end |"
  done
} | awk -v partition="$partition" -v accelerator="$accelerator" -v zone="$zone" \
  -v now="$(date -u +%Y-%m-%dT%H:%M:%SZ)" -v clock="$(date +%Y-%m-%dT%H:%M:%S)" '
  # Sets model and gpus: gpu:h200:8(S:0-1) is eight GPUs.
  function read_gpus(gres,   entries, entry, n, name) {
    model = ""; gpus = 0
    gsub(/\([^)]*\)/, "", gres)
    for (n = split(gres, entries, ","); n > 0; n--) if (entries[n] ~ /^gpu(:|$)/) {
      last = split(entries[n], entry, ":")
      gpus += entry[last] ~ /^[0-9]+$/ ? entry[last] : 1
      name = entry[2] ~ /^[0-9]*$/ || index(entry[2], accelerator) ? accelerator : entry[2]
      model = name (model == "" ? "" : "+" model)
    }
  }
  $1 == "node" && !($2 in kind) {
    read_gpus($4)
    if (gpus == 0) next
    of = model "-x" gpus
    if (!(of in nodes)) { kinds[++count] = of; models[of] = model; sizes[of] = gpus }
    kind[$2] = of
    name[of, ++nodes[of]] = $2
    state = $3
    sub(/[^a-z].*/, "", state)
    if ($3 ~ /down|drain|fail|maint|reserved|reboot|power|unknown|inval|blocked|future/) out[$2] = state
    else if ($3 ~ /[*$@^]/) out[$2] = "not ready"    # no answer, maintenance, to be rebooted
    else if ($3 ~ /alloc|mix/) used[$2] = 1
  }
  $1 == "job" && ($4 in kind) {
    is_known = $2 != "SUSPENDED" && $3 ~ /^[0-9][0-9][0-9][0-9]-/ && $3 > clock
    end = is_known ? $3 zone : "open"
    if (!($4 in until) || end > until[$4]) until[$4] = end    # "open" comes after every date
  }
  END {
    printf "{ \"schema\": 1, \"as_of\": \"%s\", \"availability\": \"published\",\n  \"accelerators\": [", now
    for (k = 1; k <= count; k++) if (!(models[kinds[k]] in listed)) {
      listed[models[kinds[k]]] = 1
      printf "%s{ \"id\": \"%s\" }", (k > 1 ? ", " : ""), models[kinds[k]]
    }
    printf "],\n  \"blocks\": ["
    for (k = 1; k <= count; k++) {
      of = kinds[k]
      printf "%s\n    { \"id\": \"%s-%s\", \"accelerator\": \"%s\", \"nodes\": %d, \"gpus_per_node\": %d }", \
        (k > 1 ? "," : ""), partition, of, models[of], nodes[of], sizes[of]
    }
    printf " ],\n  \"holds\": ["
    for (k = 1; k <= count; k++) for (number = 1; number <= nodes[kinds[k]]; number++) {
      node = name[kinds[k], number]
      if (node in out) key = "open|" out[node]
      else if (node in until) key = until[node] "|jobs"
      else if (node in used) key = "open|jobs"
      else continue
      key = kinds[k] "|" key
      if (key in held) held[key] = held[key] "," number
      else { keys[++holds] = key; held[key] = number }
    }
    for (hold = 1; hold <= holds; hold++) {
      split(keys[hold], part, "|")
      printf "%s\n    { \"block\": \"%s-%s\", \"nodes\": \"%s\"", \
        (hold > 1 ? "," : ""), partition, part[1], held[keys[hold]]
      if (part[2] != "open") printf ", \"until\": \"%s\"", part[2]
      printf ", \"label\": \"%s\" }", part[3]
    }
    printf " ] }\n"
  }'
