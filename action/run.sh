#!/usr/bin/env bash
# COMMAND: check or build; SOURCE, FORMATS: empty for the configuration's; STRICT: true for warnings as errors.
# Leaves what was found in findings.json of the summary's folder, and says where the editions are.
set -uo pipefail
summary="$RUNNER_TEMP/pattern-press-summary"
mkdir -p "$summary"
source=(); [ -z "${SOURCE:-}" ] || source=("$SOURCE")
formats=(); [ -z "${FORMATS:-}" ] || formats=(--format "$FORMATS")
strict=(); [ "${STRICT:-}" != true ] || strict=(--strict)

case "$COMMAND" in
  check | build) ;;
  *) echo "::error title=command::“$COMMAND” is none; expected check or build"; exit 2 ;;
esac

pattern-press check ${source[@]+"${source[@]}"} ${strict[@]+"${strict[@]}"} --reporter github
status=$?
# The same once more, for the summary: what was read is kept.
pattern-press check ${source[@]+"${source[@]}"} ${strict[@]+"${strict[@]}"} --reporter json > "$summary/findings.json"
[ "$COMMAND" = build ] && [ "$status" = 0 ] || exit "$status"

pattern-press build ${source[@]+"${source[@]}"} ${formats[@]+"${formats[@]}"} --out output || exit
echo "output=$PWD/output" >> "$GITHUB_OUTPUT"
pattern-press verify output ${source[@]+"${source[@]}"} --reporter github
