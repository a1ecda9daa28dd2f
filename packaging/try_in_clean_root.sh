#!/usr/bin/env bash
# Tries README's two commands in a bare Debian 12, made by debootstrap in a new folder:
#   packaging/try_in_clean_root.sh [--worktree] [--keep] [--data FOLDER] [ROOT-FOLDER] [COMMAND...]
# Needs root, debootstrap and 5 GB. Tries what is committed, or with --worktree the files as they are. FOLDER (default:
# ../shared beside the sources, if it is there) appears as ../shared beside the copy. COMMANDs (default: "./dev run" and
# ".ci/run") are run one by one without a display. The mirror is the one that this system's apt uses.
set -euo pipefail

source_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
data=$source_root/../shared
worktree=false
keep=false
while [ $# -gt 0 ]; do
    case $1 in
        --worktree) worktree=true ;;
        --keep) keep=true ;;
        --data) data=$2; shift ;;
        -*) echo "There is no option $1." >&2; exit 2 ;;
        *) break ;;
    esac
    shift
done
target=${1:-$(mktemp -d /var/tmp/fairloom-root.XXXXXX)}
[ $# -eq 0 ] || shift
[ $# -gt 0 ] || set -- './dev run' '.ci/run'

[ "$(id -u)" -eq 0 ] || { echo "This needs root, for chroot and debootstrap." >&2; exit 1; }
command -v debootstrap >/dev/null || { echo "Please install debootstrap." >&2; exit 1; }

# shellcheck disable=SC2016 # apt-get fills these in
mirror=$(apt-get indextargets --format '$(RELEASE) $(REPO_URI)' 'Created-By: Packages' |
    awk '$1 == "bookworm" && !found { print $2; found = 1 }')
if [ -z "$mirror" ]; then
    # Package lists were never fetched: read the configuration itself, in either of its two forms.
    mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/* 2>/dev/null | awk '
        /^URIs:/ { uri = $2 }
        /^Suites:/ && / bookworm( |$)/ && uri { print uri; exit }
        /^deb / { for (i = 2; i < NF; ++i) if ($i ~ /^[a-z]+:\// && $(i + 1) == "bookworm") { print $i; exit } }')
fi
[ -n "$mirror" ] || { echo "apt's configuration names no mirror of bookworm." >&2; exit 1; }

mounted=()
# shellcheck disable=SC2317 # called by trap
clean_up() {
    local i
    for ((i = ${#mounted[@]} - 1; i >= 0; --i)); do
        umount -l "${mounted[$i]}" || true
    done
    if $keep; then
        echo "The root is kept in $target" >&2
    elif ! grep -q " $target/" /proc/mounts; then
        rm -rf --one-file-system "$target"
    fi
}
trap clean_up EXIT

echo "== debootstrap in $target" >&2
debootstrap --variant=minbase bookworm "$target" "$mirror" >&2
apt-config dump | grep -E '^Acquire::.*[Pp]roxy' >"$target/etc/apt/apt.conf.d/90proxy" || rm -f "$target/etc/apt/apt.conf.d/90proxy"
for file in resolv.conf hosts; do
    [ ! -e "/etc/$file" ] || cp -L "/etc/$file" "$target/etc/$file"
done

mount -t proc proc "$target/proc" && mounted+=("$target/proc")
mount --rbind /dev "$target/dev" && mount --make-rslave "$target/dev" && mounted+=("$target/dev")

mkdir -p "$target/src/fairloom"
if $worktree; then
    tar -C "$source_root" --exclude=./build --exclude=./.git -cf - . | tar -C "$target/src/fairloom" -xf - --no-same-owner
else
    git -C "$source_root" -c safe.directory="$source_root" archive HEAD | tar -C "$target/src/fairloom" -xf -
fi
if [ -d "$data" ]; then
    mkdir -p "$target/src/shared"
    cp -r "$data/." "$target/src/shared/"
fi

status=0
for command in "$@"; do
    echo "== $command" >&2
    begin=$SECONDS
    result=0
    chroot "$target" env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin CI=true \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        bash -c "cd /src/fairloom && $command" </dev/null || result=$?
    echo "== $command: status $result after $((SECONDS - begin)) s" >&2
    [ "$result" -eq 0 ] || status=$result
done
exit "$status"
