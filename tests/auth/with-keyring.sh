#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a program with a session bus and an unlocked keyring of its own, in folders that go away afterwards.
set -eu
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 0700 "$home/run"
unset DISPLAY WAYLAND_DISPLAY XDG_DATA_HOME XDG_CONFIG_HOME
# The empty line is the pass phrase; without it the keyring has nothing to put items into.
HOME=$home XDG_RUNTIME_DIR=$home/run dbus-run-session -- sh -euc '
    eval "$(printf "\n" | gnome-keyring-daemon --unlock --components=secrets | sed "s/^/export /")"
    "$@"' sh "$@"
