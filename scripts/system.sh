#!/usr/bin/env bash
# What the PDF and the tests need from the operating system, and how to get it.
# Installs through apt-get where that is possible; elsewhere says plainly what is missing and fails.
#
#   scripts/system.sh pdf    what the PDF needs
#   scripts/system.sh all    that, and what the tests need
#
# Reading the site with `make serve` needs none of this.
set -euo pipefail

what=${1:-all}

missing=()      # Debian package names
why=()          # one line each, for people on another system

need() {        # need PACKAGE REASON: note what is not there
    missing+=("$1")
    why+=("  $1: $2")
}

has_library() { # has_library SONAME: is it where the dynamic linker looks?
    local ldconfig
    ldconfig=$(command -v ldconfig || echo /sbin/ldconfig)
    # Not `grep -q`: it stops reading at the first hit, and the broken pipe would count as "not there".
    if [ -x "$ldconfig" ] && "$ldconfig" -p 2>/dev/null | grep "$1" >/dev/null; then return 0; fi
    # macOS with Homebrew, and other places without ldconfig
    local name=${1%%.so*} dir
    for dir in /opt/homebrew/lib /usr/local/lib; do
        compgen -G "$dir/$name*.dylib" >/dev/null && return 0
    done
    return 1
}

has_chromium() {
    [ -n "${DOSSIER_CHROMIUM:-}" ] && [ -x "$DOSSIER_CHROMIUM" ] && return 0
    command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null
}

look() {
    missing=() why=()
    has_library libpango-1.0.so.0 || need libpango-1.0-0 "lays out text in the PDF"
    has_library libpangoft2-1.0.so.0 || need libpangoft2-1.0-0 "fonts in the PDF"
    has_library libharfbuzz-subset.so.0 || need libharfbuzz-subset0 "embeds only the characters used in the PDF"
    [ "$what" = pdf ] && return 0
    has_chromium || need chromium "the browser that the browser tests drive (or set DOSSIER_CHROMIUM to one)"
    PATH="$PATH:/usr/sbin" command -v nginx >/dev/null || need nginx "serves the built site to the tests of hosting/"
    command -v caddy >/dev/null || need caddy "as nginx"
    command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null ||
        need poppler-utils "pdftotext and pdftoppm, with which the tests read the PDF"
    command -v java >/dev/null || need default-jdk-headless "Java, in which veraPDF holds the PDF against PDF/UA"
    compgen -G "/usr/share/java/jaxb-api*.jar" >/dev/null || need libjaxb-java "what veraPDF needs besides Java"
}

look
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo -n); fi
if command -v apt-get >/dev/null && { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }; then
    echo "system: installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    { "${as_root[@]}" apt-get update -q &&
        "${as_root[@]}" apt-get install -y -q --no-install-recommends "${missing[@]}"; } >&2 || true
    look
fi

if [ ${#missing[@]} -gt 0 ]; then
    {
        echo "system: these are missing, and could not be installed from here:"
        printf '%s\n' "${why[@]}"
        echo "On Debian or Ubuntu: sudo apt-get install ${missing[*]}"
        echo "Elsewhere: install Pango, HarfBuzz, Poppler, Chromium, nginx and Caddy with your system's own package manager."
    } >&2
    exit 1
fi
