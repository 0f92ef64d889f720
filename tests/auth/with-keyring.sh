#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program with a session bus and an unlocked keyring of its own, in folders that go away afterwards.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home" || true' EXIT # the keyring may write a last time while it goes
trap 'exit 1' HUP INT TERM
mkdir -m 0700 "$home/run" "$home/config" "$home/data" "$home/cache"
# Nothing of the session around it: neither its bus and keyring nor a display that could be asked for a pass phrase.
unset DISPLAY WAYLAND_DISPLAY DBUS_SESSION_BUS_ADDRESS GNOME_KEYRING_CONTROL SSH_AUTH_SOCK
# The keychain library picks the Secret Service by the desktop's name.
export HOME="$home" XDG_RUNTIME_DIR="$home/run" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" \
    XDG_CACHE_HOME="$home/cache" XDG_CURRENT_DESKTOP=GNOME
# The empty line is the pass phrase; without it the keyring has nothing to put items into. The keyring returns once it
# owns its name on the bus, and ends with the bus.
dbus-run-session -- sh -euc '
    printf "\n" | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    "$@"' sh "$@"
