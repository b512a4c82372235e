#!/usr/bin/env bash
# Follows the commands of docs/hosting.md, "From an archive to a page", in an empty folder, with
# made-up answers of Slurm and the tools of a debug build.
set -euo pipefail
cd "$(dirname "$0")/.."

.ci/archive debug
folder=$(mktemp -d)
trap 'kill %1 2>/dev/null || true; rm -rf "$folder"' EXIT
cp "${CARGO_TARGET_DIR:-target}"/jari-*.tar.gz "$folder/"
commands=$(awk '/^## From an archive/ { is_in = 1 } is_in && /^```$/ { exit } is_block { print } is_in && /^```sh$/ { is_block = 1 }' docs/hosting.md)

mkdir "$folder/slurm"
cat >"$folder/slurm/scontrol" <<'SLURM'
#!/bin/sh
case $2 in
nodes) echo '{"nodes":[
  {"name":"gpu1","state":["IDLE"],"partitions":["gpu"],"gres":"gpu:h200:8"},
  {"name":"gpu2","state":["IDLE","DRAIN"],"partitions":["gpu"],"gres":"gpu:h200:8"}]}' ;;
*) echo '{"reservations":[]}' ;;
esac
SLURM
printf '#!/bin/sh\necho \x27{"jobs":[]}\x27\n' >"$folder/slurm/squeue"
chmod +x "$folder/slurm/"*
export PATH="$folder/slurm:$PATH"

# The last command serves until it is stopped.
started=$SECONDS
cd "$folder"
log=$folder/log
bash -euc "${commands/dist serve site/exec dist serve site --port 0}" >"$log" 2>&1 &
address=''
while [ -z "$address" ] && kill -0 %1 2>/dev/null; do
  sleep 0.2
  address=$(grep -o '127\.0\.0\.1:[0-9]*' "$log" || true)
done
[ -n "$address" ] || { cat "$log" >&2; exit 1; }
exec 3<>"/dev/tcp/${address/://}"
printf 'GET / HTTP/1.0\r\nHost: %s\r\n\r\n' "$address" >&3
page=$(cat <&3)
for wanted in '200 OK' '<th scope="row">gpu-h200</th>' 'GPU 16'; do
  [[ $page == *"$wanted"* ]] || { echo "the page has no $wanted: $page" >&2; cat "$log" >&2; exit 1; }
done
[[ $page != *10,456* ]] || { echo 'the page still has the published figures' >&2; exit 1; }
echo "from an archive to a page of one's own: $((SECONDS - started)) s"
