#!/usr/bin/env bash
# Makes this checkout ready to use, doing only what is missing. Called by make.
#
#   tools/set-up.sh app        the packages of the program
#   tools/set-up.sh desktop    ... and the system libraries that Qt needs for a window
#   tools/set-up.sh dev        ... and the packages and programs of the tests
#   tools/set-up.sh bench      ... and the typesetters that the printed page is measured beside
set -euo pipefail
cd "$(dirname "$0")/.."

level=${1:?app, desktop, dev or bench}
venv=.venv
python=$venv/bin/python

stop() {
    echo "$1" >&2
    exit 1
}

# Installs those of the Debian packages that are missing, saying so first; without the right to, says what to do.
install_packages() {
    local why=$1 name missing=()
    shift
    for name in "$@"; do
        dpkg-query --show --showformat '${Status}' "$name" 2>/dev/null | grep -q 'ok installed' || missing+=("$name")
    done
    set -- "${missing[@]}"
    local as_root=()
    if [ "$(id -u)" != 0 ]; then
        if ! sudo -n true 2>/dev/null; then
            stop "$why. Please run: sudo apt-get install --no-install-recommends $* - and then make again."
        fi
        as_root=(sudo -n)
    fi
    echo "$why; installing with apt-get: $*"
    export DEBIAN_FRONTEND=noninteractive
    { ${as_root[@]+"${as_root[@]}"} apt-get update -qq &&
        ${as_root[@]+"${as_root[@]}"} apt-get install -qq -y --no-install-recommends "$@" >/dev/null; } ||
        stop "apt-get could not install them; please install them yourself and then make again."
}

is_debian() {
    command -v apt-get >/dev/null
}

find_python() {
    local name
    for name in ${PYTHON:-} python3.14 python3.13 python3.12 python3.11 python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            echo "$name"
            return
        fi
    done
}

make_venv() {
    "$python" -c '' 2>/dev/null && return
    local base version
    base=$(find_python)
    [ -n "$base" ] || stop "Python 3.11 or newer is needed and was not found; please install it, or name it: make PYTHON=..."
    if ! "$base" -c 'import ensurepip, venv' 2>/dev/null; then
        is_debian || stop "$base has no venv module; please install it with your system's package manager."
        version=$("$base" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        install_packages "Python's venv module is missing" "python$version-venv"
    fi
    echo "Making a virtual environment in $venv with $("$base" --version)"
    "$base" -m venv --clear "$venv"
}

# The stamp holds the checksum of the requirement files that were installed last.
install_requirements() {
    local name=$1 sum more=()
    sum=$(cat requirements/*.txt | cksum)
    case $name in
    app) more=(dev bench) ;;
    dev) more=(bench) ;;
    esac
    for installed in "$name" ${more[@]+"${more[@]}"}; do
        [ "$(cat "$venv/installed-$installed" 2>/dev/null)" = "$sum" ] && return
    done
    echo "Installing the packages of requirements/$name.txt into $venv (once; this takes a minute or two)"
    "$python" -m pip install --quiet --disable-pip-version-check --no-input \
        --require-hashes --only-binary :all: -r "requirements/$name.txt"
    echo "$sum" >"$venv/installed-$name"
}

# The shared libraries that Qt would look for in vain, for a window and for drawing without one.
missing_libraries() {
    [ "$(uname)" = Linux ] || return 0
    local qt
    qt=$("$python" -c 'import importlib.util as u; print(u.find_spec("PySide6").submodule_search_locations[0])')
    ldd "$qt"/Qt/plugins/platforms/lib*.so "$qt"/Qt{Gui,Widgets,Pdf,PdfWidgets,Svg}.abi3.so 2>/dev/null |
        sed -n 's/^[[:space:]]*\(.*\) => not found.*/\1/p' | sort -u | tr '\n' ' '
}

install_qt_libraries() {
    local missing
    missing=$(missing_libraries)
    [ -z "$missing" ] && return
    is_debian || stop "Qt needs system libraries that are missing: ${missing% }. Please install them with your system's package manager."
    install_packages "Qt needs system libraries that are missing (${missing% })" \
        libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libwayland-client0 \
        libwayland-cursor0 libwayland-egl1 libx11-6 libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 \
        libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-render0 libxcb-shape0 libxcb-shm0 libxcb-sync1 \
        libxcb-xfixes0 libxcb-xkb1 libxcb1 libxkbcommon-x11-0 libxkbcommon0
    missing=$(missing_libraries)
    [ -z "$missing" ] || stop "Qt still misses: ${missing% }. Please install them with your system's package manager."
}

install_test_programs() {
    command -v pdftotext >/dev/null && command -v pdftoppm >/dev/null && return
    is_debian || stop "The tests read PDFs with poppler (pdftotext, pdftoppm); please install it (macOS: brew install poppler)."
    install_packages "The tests read PDFs with poppler, which is missing" poppler-utils
}

# One test uses the window as people do, under a real window manager; where there is no Debian it is skipped.
install_window_manager() {
    is_debian || return 0
    command -v Xvfb >/dev/null && command -v openbox >/dev/null && command -v xdotool >/dev/null && return
    install_packages "One test uses the window under a real window manager, which is missing" xvfb openbox xdotool
}

# WeasyPrint shapes text with Pango; without it the page is measured beside Typst alone.
install_pango() {
    "$python" -c 'import weasyprint' 2>/dev/null && return
    if is_debian; then
        install_packages "WeasyPrint needs Pango, which is missing" libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0
    else
        echo "WeasyPrint finds no Pango, so the bench goes without it." >&2
    fi
}

# A checkout carries the translations as text; compiled, the program starts a tenth of a second sooner.
compile_catalogues() {
    local text
    for text in translations/*/LC_MESSAGES/planner.po; do
        [ "${text%.po}.mo" -nt "$text" ] || { "$python" tools/catalogues.py compile >/dev/null; return; }
    done
}

make_venv
case $level in
app) install_requirements app ;;
desktop) install_requirements app && install_qt_libraries ;;
dev) install_requirements dev && install_qt_libraries && install_test_programs && install_window_manager ;;
bench) install_requirements bench && install_qt_libraries && install_test_programs && install_pango ;;
*) stop "tools/set-up.sh knows app, desktop, dev and bench, not $level" ;;
esac
compile_catalogues
