#!/usr/bin/env bash
# Installs what is missing of the given sections of dependencies.txt, and does nothing when nothing is missing:
#   packaging/install_dependencies.sh build run
set -euo pipefail

list=$(dirname -- "${BASH_SOURCE[0]}")/dependencies.txt

packages_of() {
    awk -v wanted="$1" '
        /^[[:space:]]*(#|$)/ { next }
        /^\[/ { inside = ($0 == "[" wanted "]"); found = found || inside; next }
        inside { print $1 }
        END { if (!found) exit 1 }' "$list" || { echo "dependencies.txt has no section [$1]." >&2; exit 2; }
}

installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    echo "This is not a Debian system: please install what packaging/dependencies.txt names." >&2
    exit 0
fi

missing=()
for section in "$@"; do
    names=$(packages_of "$section")
    for name in $names; do
        installed "$name" || missing+=("$name")
    done
done
[ ${#missing[@]} -gt 0 ] || exit 0

as_root=()
if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
        echo "Some packages are missing, and installing them needs root. Run this as root, then try again:" >&2
        echo "  apt-get update && apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi

echo "Installing ${#missing[@]} missing packages: ${missing[*]}" >&2
apt_get() {
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
        -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3 -o Dpkg::Use-Pty=0 "$@" </dev/null >&2
}
apt_get update
apt_get install --no-install-recommends "${missing[@]}"
