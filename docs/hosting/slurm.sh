#!/bin/sh
# slurm.sh PARTITION ACCELERATOR > capacity.json: a partition of Slurm as one block, node by node.
#   Nodes are numbered from 1 in the order of sinfo. A node with a job is held until the last of its
#   jobs has to end, also where the job uses a part of it; one that is down, drained, reserved or in
#   maintenance, or has a job without an end, is held without an end.
# An example to start from: jari check reads what it writes, and the tests of this project run it on
# made-up answers of Slurm. Names of leaves, other partitions and calls are yours to add.
set -eu

partition=$1 accelerator=$2
# Slurm writes times of this machine's zone, without saying which.
zone=$(date +%z | sed 's/..$/:&/')
{
  sinfo -h -N -p "$partition" -o 'node %N %T %G'
  squeue -h -p "$partition" -t R,S,CG -o '%e %N' | while read -r end nodes; do
    scontrol show hostnames "$nodes" | sed "s|^|job $end |"
  done
} | awk -v partition="$partition" -v accelerator="$accelerator" -v zone="$zone" \
  -v now="$(date -u +%Y-%m-%dT%H:%M:%SZ)" '
  $1 == "node" && !($2 in number) {
    number[$2] = ++nodes
    name[nodes] = $2
    # gpu:h200:8(S:0-1) is eight GPUs.
    if (match($4, /gpu:[^,(]*/)) { n = split(substr($4, RSTART, RLENGTH), part, ":"); gpus = part[n] }
    if ($3 ~ /down|drain|fail|maint|reserved|reboot|power/) label[$2] = $3
  }
  $1 == "job" && ($3 in number) {
    end = $2 ~ /^[0-9][0-9][0-9][0-9]-/ ? $2 zone : "open"
    if (!($3 in until) || end > until[$3]) until[$3] = end    # "open" comes after every date
  }
  END {
    printf "{ \"schema\": 1, \"as_of\": \"%s\", \"availability\": \"complete\",\n", now
    printf "  \"accelerators\": [{ \"id\": \"%s\" }],\n", accelerator
    printf "  \"blocks\": [{ \"id\": \"%s\", \"accelerator\": \"%s\", \"nodes\": %d, \"gpus_per_node\": %d }],\n", \
      partition, accelerator, nodes, gpus ? gpus : 8
    printf "  \"holds\": ["
    for (node = 1; node <= nodes; node++) {
      if (name[node] in label) { what = label[name[node]]; sub(/[^a-z].*/, "", what); key = "open " what }
      else if (name[node] in until) key = until[name[node]] " jobs"
      else continue
      if (!(key in held)) { keys[++holds] = key; held[key] = node } else held[key] = held[key] "," node
    }
    for (hold = 1; hold <= holds; hold++) {
      split(keys[hold], part, " ")
      printf "%s\n    { \"block\": \"%s\", \"nodes\": \"%s\"", comma, partition, held[keys[hold]]
      if (part[1] != "open") printf ", \"until\": \"%s\"", part[1]
      printf ", \"label\": \"%s\" }", part[2]
      comma = ","
    }
    printf " ] }\n"
  }'
