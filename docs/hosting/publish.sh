#!/bin/sh
# publish.sh SITE < CAPACITY: puts a new capacity file into a site, checked and in one step, so that
# no reader ever gets half of one. A file with any problem changes nothing, and is told.
#   JARI: the tool that checks (jari). DIST: where set, the tool that writes the figures of the file
#   into index.html too, for readers without JavaScript (dist).
set -eu

site=$1
# In the same folder: a move within it is one step.
new=$(mktemp "$site/.capacity.XXXXXX")
trap 'rm -f "$new"' EXIT
cat >"$new"

# Of a good file it says what is in it: nothing that cron need mail.
told=$("${JARI:-jari}" check "$new") || { code=$?; printf '%s\n' "$told" >&2; exit "$code"; }
! cmp -s "$new" "$site/capacity.json" || exit 0
chmod 644 "$new"
# The way back: mv capacity.json.before capacity.json
[ ! -e "$site/capacity.json" ] || cp -p "$site/capacity.json" "$site/capacity.json.before"
mv "$new" "$site/capacity.json"
[ -z "${DIST:-}" ] || "$DIST" finish "$site"
