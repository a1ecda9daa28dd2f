#!/usr/bin/env bash
# Installs the Debian package in a bare Debian 12, made by debootstrap in a new folder, uses it there and removes it again:
#   packaging/try_package.sh [--keep] [PACKAGE.deb]
# PACKAGE: the newest in build/packages unless said (./dev package makes it). Needs root, debootstrap and 4 GB; lintian, appstreamcli and
# desktop-file-validate judge the package first where they are installed (./dev package --check installs them). Ends with a line for every check,
# and with status 1 if one did not pass.
set -euo pipefail

source_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
keep=false
if [ "${1:-}" = --keep ]; then
    keep=true
    shift
fi
package=${1:-$(find "$source_root/build/packages" -maxdepth 1 -name '*.deb' -printf '%T@ %p\n' 2>/dev/null | sort -n | tail -1 | cut -d' ' -f2-)}
[ -f "$package" ] || { echo "There is no package: make it with ./dev package, or name the file." >&2; exit 2; }
# shellcheck source=packaging/clean_root.sh
. "$source_root/packaging/clean_root.sh"

results=()
failed=0
# check NAME COMMAND...: the output of what fails is shown
check() {
    local name=$1 output
    shift
    echo "== $name" >&2
    if output=$("$@" 2>&1); then
        results+=("passed   $name")
    else
        results+=("FAILED   $name")
        failed=1
        printf '%s\n' "$output" | tail -40 >&2
    fi
}
skip() { results+=("skipped  $1: $2"); }
# Of the files that a package has, those that are still there. Folders may be others' too.
left_behind() {
    local left
    left=$(while IFS= read -r path; do
        [ -d "$clean_root$path" ] || [ ! -e "$clean_root$path" ] || echo "$path"
    done <"$1")
    printf '%s' "$left"
    [ -z "$left" ]
}
nothing_named_after_it() {
    local left
    left=$(cd "$clean_root" && find . -xdev -iname '*fairloom*' ! -path './root/*' ! -path './tmp/*' ! -path './proc/*' ! -path './var/log/*' ! -path './dev/*')
    printf '%s\n' "$left"
    [ -z "$left" ]
}
stays_open() { # ends by timeout, and not by itself
    local status=0
    in_clean_root "cd /root && QT_QPA_PLATFORM=offscreen timeout 20 $1" || status=$?
    [ "$status" -eq 124 ]
}
window_trains() { # until its run is stored, or for five minutes
    # shellcheck disable=SC2016 # for the shell in there
    in_clean_root 'QT_QPA_PLATFORM=offscreen fairloom sample:hiring --train & window=$!
        for second in $(seq 300); do
            sleep 1
            kill -0 $window || exit 1
            if ls /root/.local/share/Fairloom/fairloom/projects/*/runs/*/run.json; then kill $window; exit 0; fi
        done
        kill $window; exit 1'
}

for tool in lintian appstreamcli desktop-file-validate; do
    command -v "$tool" >/dev/null || { skip "$tool" "it is not installed"; continue; }
    case $tool in
        lintian) check "lintian finds nothing" lintian --allow-root --fail-on error,warning --tag-display-limit 0 "$package" ;;
        appstreamcli) check "AppStream's description is valid" appstreamcli validate --no-net "$source_root/packaging/io.fairloom.Fairloom.metainfo.xml" ;;
        desktop-file-validate) check "the desktop entry is valid" desktop-file-validate "$source_root/packaging/fairloom.desktop" ;;
    esac
done

make_clean_root "$(mktemp -d /var/tmp/fairloom-package.XXXXXX)"
cp "$package" "$clean_root/root/fairloom.deb"
mkdir -p "$clean_root/root/Mina filer"
# Enough rows for every figure, from a simple rule and no data of anybody's.
awk 'BEGIN { srand(3); print "age,sex,school,hired"; for (i = 0; i < 1200; ++i) { s = rand() < 0.5; a = 20 + int(rand() * 45); h = rand() < 0.2 + 0.3 * s + a / 200;
    print a "," (s ? "man" : "woman") "," substr("abc", 1 + int(rand() * 3), 1) "," (h ? "yes" : "no") } }' >"$clean_root/root/Mina filer/människor.csv"

check "the package lists are fetched" in_clean_root "apt-get update"
check "it installs with what it depends on and nothing else" \
    in_clean_root "DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends /root/fairloom.deb"
in_clean_root "dpkg -L fairloom" >"$clean_root/root/files" || true
check "both programs start" in_clean_root "fairloom --version && fairloom-cli --version"
check "a table is looked into" in_clean_root "fairloom-cli inspect '/root/Mina filer/människor.csv'"
check "a table is trained on and audited" in_clean_root "cd /root && fairloom-cli run --data 'Mina filer/människor.csv' --sensitive sex --target hired \
    --positive yes --out run && test -s run/report.html && test -s run/synthetic.csv"
check "the report is written as PDF, in Swedish" in_clean_root "cd /root && fairloom-cli report run --pdf --language sv && test -s run/report.pdf"
# What a file manager does with the desktop entry, %f filled in.
command=$(sed -n 's/^Exec=//p' "$clean_root/usr/share/applications/fairloom.desktop" 2>/dev/null || true)
check "the window opens a file from the file manager" stays_open "${command/\%f/\"/root/Mina filer/människor.csv\"}"
check "the window had the file open" grep -rq "människor.csv\|m\\\\xe4nniskor.csv" "$clean_root/root/.config/Fairloom/fairloom.conf"
check "the window trains on a built-in sample" window_trains
check "it is removed" in_clean_root "DEBIAN_FRONTEND=noninteractive apt-get purge -y fairloom"
check "none of its files are left" left_behind "$clean_root/root/files"
check "nothing is left that bears its name, user data apart" nothing_named_after_it
check "user data are still there" test -s "$clean_root/root/run/report.html"

printf '%s\n' "${results[@]}"
exit $failed
