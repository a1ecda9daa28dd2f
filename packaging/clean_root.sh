# A bare Debian made by debootstrap, for the scripts beside it, which source this file. Needs root, debootstrap and 1 GB.
#   make_clean_root FOLDER [SUITE]    the system, with /proc and /dev; SUITE: bookworm unless said
#   in_clean_root COMMAND             runs it in there with an environment of its own
# The mirror is the one that this system's apt uses. The folder is removed when the script ends, unless keep=true.

mounted=()
clean_root=
keep=${keep:-false}

mirror_of_apt() {
    local mirror
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
    [ -n "$mirror" ] || { echo "apt's configuration names no mirror of bookworm." >&2; return 1; }
    echo "$mirror"
}

# shellcheck disable=SC2317 # called by trap
remove_clean_root() {
    local i
    for ((i = ${#mounted[@]} - 1; i >= 0; --i)); do
        umount -l "${mounted[$i]}" || true
    done
    if $keep; then
        echo "The root is kept in $clean_root" >&2
    elif ! grep -q " $clean_root/" /proc/mounts; then
        rm -rf --one-file-system "$clean_root"
    fi
}

make_clean_root() {
    clean_root=$1
    local suite=${2:-bookworm} mirror file
    [ "$(id -u)" -eq 0 ] || { echo "This needs root, for chroot and debootstrap." >&2; exit 1; }
    command -v debootstrap >/dev/null || { echo "Please install debootstrap." >&2; exit 1; }
    mirror=$(mirror_of_apt)
    trap remove_clean_root EXIT
    echo "== debootstrap of $suite in $clean_root" >&2
    debootstrap --variant=minbase "$suite" "$clean_root" "$mirror" >&2
    apt-config dump | grep -E '^Acquire::.*[Pp]roxy' >"$clean_root/etc/apt/apt.conf.d/90proxy" || rm -f "$clean_root/etc/apt/apt.conf.d/90proxy"
    for file in resolv.conf hosts; do
        [ ! -e "/etc/$file" ] || cp -L "/etc/$file" "$clean_root/etc/$file"
    done
    mount -t proc proc "$clean_root/proc" && mounted+=("$clean_root/proc")
    mount --rbind /dev "$clean_root/dev" && mount --make-rslave "$clean_root/dev" && mounted+=("$clean_root/dev")
}

in_clean_root() {
    chroot "$clean_root" env -i HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin CI=true LC_ALL=C.UTF-8 \
        ${http_proxy:+http_proxy="$http_proxy"} ${https_proxy:+https_proxy="$https_proxy"} \
        bash -c "$1" </dev/null
}
