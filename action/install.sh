#!/usr/bin/env bash
# Installs the program into the runner's own folder, and a browser where there is none.
# VERSION: of the package on npm; empty for the program that this action came with.
set -euo pipefail
export PUPPETEER_SKIP_DOWNLOAD=1
home="$RUNNER_TEMP/pattern-press"
mkdir -p "$home"
if [ -n "${VERSION:-}" ]; then
  npm install --prefix "$home" --no-audit --no-fund "pattern-press@$VERSION"
else
  tarball=$(cd "$GITHUB_ACTION_PATH" && npm pack --silent --pack-destination "$home" | tail -n 1)
  npm install --prefix "$home" --no-audit --no-fund "$home/$tarball"
fi
echo "$home/node_modules/.bin" >> "$GITHUB_PATH"
"$home/node_modules/.bin/pattern-press" browser || "$home/node_modules/.bin/pattern-press" browser install
