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

# shellcheck source=packaging/clean_root.sh
. "$source_root/packaging/clean_root.sh"
make_clean_root "$target"

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
    in_clean_root "cd /src/fairloom && $command" || result=$?
    echo "== $command: status $result after $((SECONDS - begin)) s" >&2
    [ "$result" -eq 0 ] || status=$result
done
exit "$status"
