#!/usr/bin/env bash
# Makes a folder that runs on other distributions without installing anything:
#   packaging/make_portable.sh BUILD-FOLDER [FOLDER]
# BUILD-FOLDER: where the programs were built (build/release). FOLDER: build/packages/fairloom-VERSION-linux-ARCH unless said. In it are both
# programs, every library that they load but those of the C library, Qt's plugins and translations, icons and a font; everything finds its
# neighbours by its own place ($ORIGIN), so the folder may be moved. It needs a glibc at least as new as that of the system that it is made on (2.36
# on Debian 12). Needs patchelf.
set -euo pipefail

source_root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)
build=${1:?"Usage: $0 BUILD-FOLDER [FOLDER]"}
version=$("$build/bin/fairloom-cli" --version | grep -oE '[0-9]+(\.[0-9]+)+' | head -1)
folder=${2:-$source_root/build/packages/fairloom-$version-linux-$(uname -m)}
command -v patchelf >/dev/null || { echo "Please install patchelf." >&2; exit 1; }

rm -rf "$folder"
mkdir -p "$folder"/{bin,lib/fairloom/modules,plugins,translations,share/icons,share/fonts}
install -s "$build/bin/fairloom" "$build/bin/fairloom-cli" "$folder/bin/"
install -s "$build/lib/fairloom/modules/fairloom-engine.so" "$folder/lib/fairloom/modules/" # what the window loads when it is on screen

plugins=$(qtpaths6 --query QT_INSTALL_PLUGINS 2>/dev/null || /usr/lib/qt6/bin/qtpaths6 --query QT_INSTALL_PLUGINS)
for kind in platforms platforminputcontexts xcbglintegrations iconengines imageformats wayland-shell-integration wayland-decoration-client \
    wayland-graphics-integration-client sqldrivers; do
    [ ! -d "$plugins/$kind" ] || cp -r "$plugins/$kind" "$folder/plugins/"
done
# Platforms without a window system of a desktop, and readers of formats that are not opened.
find "$folder/plugins" -name '*.so' | grep -E '/libq(eglfs|linuxfb|vkkhrdisplay|minimalegl|vnc)|sqldrivers/libqsql(mysql|odbc|psql|ibase)' | xargs -r rm -f

# What they load, and what that loads; ldd follows to the end.
libraries() {
    find "$folder/bin" "$folder/lib/fairloom" "$folder/plugins" -type f -print0 | xargs -0 -n 20 ldd 2>/dev/null | awk '$2 == "=>" && $3 ~ /^\// { print $1, $3 }' | sort -u |
        grep -vE '^(ld-linux[^ ]*|libc|libm|libdl|libpthread|librt|libresolv|libutil|libanl|libnsl|libnss_[a-z]+|libBrokenLocale|libthread_db)\.so'
}
loaded=$(libraries) # before they find each other in here
while read -r name path; do
    cp -L "$path" "$folder/lib/$name"
done <<<"$loaded"
chmod -R u+w "$folder/lib"
find "$folder/lib" -maxdepth 1 -type f -print0 | xargs -0 -n 1 patchelf --set-rpath '$ORIGIN'
patchelf --set-rpath '$ORIGIN/../..' "$folder/lib/fairloom/modules/fairloom-engine.so"
patchelf --set-rpath '$ORIGIN/../lib' "$folder/bin/fairloom" "$folder/bin/fairloom-cli"
find "$folder/plugins" -name '*.so' -print0 | xargs -0 -n 1 patchelf --set-rpath '$ORIGIN/../../lib'

printf '[Paths]\nPrefix = ..\nPlugins = plugins\nTranslations = translations\n' >"$folder/bin/qt.conf"
for code in sv; do
    find /usr/share/qt6/translations -name "qtbase_$code.qm" -exec cp {} "$folder/translations/" \;
done
for theme in breeze breeze-dark; do
    [ ! -d /usr/share/icons/$theme ] || cp -rL /usr/share/icons/$theme "$folder/share/icons/" 2>/dev/null || true
done
cp /usr/share/fonts/truetype/dejavu/DejaVuSans{,-Bold,Mono}.ttf "$folder/share/fonts/" 2>/dev/null || true
cp -r "$source_root/resources/icons/fairloom.svg" "$source_root/packaging/fairloom.desktop" "$source_root/LICENSE" "$folder/"
mkdir -p "$folder/share/doc"
# Whose libraries lie in it, and under which licence.
{
    while read -r _ path; do
        real=$(readlink -f "$path")
        # dpkg knows a file by the place that its package names, in /lib or in /usr/lib.
        dpkg -S "$real" 2>/dev/null || dpkg -S "${real#/usr}" 2>/dev/null || echo "Nobody knows whose $real is." >&2
    done <<<"$loaded"
} | cut -d: -f1 | sort -u | while read -r package; do
    [ ! -f "/usr/share/doc/$package/copyright" ] || cp -L "/usr/share/doc/$package/copyright" "$folder/share/doc/$package.copyright"
done

cat >"$folder/fairloom.sh" <<'RUN'
#!/bin/sh
# Starts the window; fairloom.sh --cli ARGS starts the command line.
here=$(CDPATH= cd -- "$(dirname -- "$(readlink -f -- "$0")")" && pwd)
export XDG_DATA_DIRS="$here/share:${XDG_DATA_DIRS:-/usr/local/share:/usr/share}"
# A system without any font of its own would show none.
if ! [ -d /usr/share/fonts ] && [ -z "${QT_QPA_FONTDIR:-}" ]; then
    export QT_QPA_FONTDIR="$here/share/fonts"
fi
if [ "${1:-}" = --cli ]; then
    shift
    exec "$here/bin/fairloom-cli" "$@"
fi
exec "$here/bin/fairloom" "$@"
RUN
chmod +x "$folder/fairloom.sh"
ln -sf fairloom.sh "$folder/AppRun" # what AppImage's tools look for
cp "$source_root/resources/icons/fairloom.svg" "$folder/.DirIcon"
du -sh "$folder" >&2
echo "$folder"
