#!/usr/bin/env bash
# Brings the translation files up to date with the texts in the sources:
#   translations/update.sh [TS-FOLDER [SOURCE-ROOT]]
# New texts arrive marked "unfinished"; texts that are gone are dropped. fairloom_en.ts holds plural forms only.
set -euo pipefail

here=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
folder=$(cd -- "${1:-$here}" && pwd)
root=$(cd -- "${2:-$here/..}" && pwd)

lupdate=${FAIRLOOM_LUPDATE:-}
if [ -z "$lupdate" ]; then
    for lupdate in "$(qtpaths6 --query QT_HOST_BINS 2>/dev/null)/lupdate" /usr/lib/qt6/bin/lupdate lupdate; do
        command -v "$lupdate" >/dev/null && break
    done
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

cd "$root"
find core ui app \( -name '*.cpp' -o -name '*.h' \) -print0 2>/dev/null | sort -z |
    xargs -0 -r perl "$here/extract_core_texts.pl" >"$scratch/core_texts.cpp"

for language in en sv; do
    only=()
    [ "$language" != en ] || only=(-pluralonly)
    "$lupdate" -silent -no-obsolete -locations none -disable-heuristic sametext -disable-heuristic similartext \
        -source-language en -target-language "$language" "${only[@]}" -extensions cpp,h -I . \
        ui app "$scratch/core_texts.cpp" -ts "$folder/fairloom_$language.ts"
done
