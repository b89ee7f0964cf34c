#!/usr/bin/env bash
# Puts the program on PATH, with every package as it is pinned, and fetches a browser where there is none.
# VERSION: of the package on npm; empty for the program that this action came with. COMMAND: what it is to do.
set -euo pipefail
export PUPPETEER_SKIP_DOWNLOAD=1
home="$RUNNER_TEMP/pattern-press"
bin="$home/node_modules/.bin"
mkdir -p "$bin"
if [ -n "${VERSION:-}" ]; then
  npm install --prefix "$home" --ignore-scripts --no-audit --no-fund "pattern-press@$VERSION"
else
  # Compiled where it stands: of a tarball npm would install whatever is newest of what ours ask for.
  (cd "$GITHUB_ACTION_PATH" && npm ci --ignore-scripts --no-audit --no-fund && npm run --silent build)
  printf '#!/usr/bin/env bash\nexec node %q "$@"\n' "$GITHUB_ACTION_PATH/dist/cli.js" > "$bin/pattern-press"
  chmod +x "$bin/pattern-press"
fi
# What draws the first changed page for the summary; where it cannot be had, the summary goes without a picture.
if [ "${COMMAND:-}" = build ] && ! command -v pdftoppm > /dev/null && command -v apt-get > /dev/null; then
  { sudo -n apt-get update -qq && sudo -n apt-get install -y -qq --no-install-recommends poppler-utils; } > /dev/null 2>&1 || true
fi
echo "$bin" >> "$GITHUB_PATH"
"$bin/pattern-press" browser || "$bin/pattern-press" browser install
