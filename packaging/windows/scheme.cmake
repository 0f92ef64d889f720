# SPDX-License-Identifier: GPL-3.0-or-later
# What the installer tells Windows: that Sundial opens the addresses which a browser sign-in returns to. Taken back when it is
# removed. SHCTX is the user's own part of the registry, or that of all users, as the installer was started.
# What follows the dashes is an address: Windows puts in as it is whatever a web page made up, quotes and further words included.
string(CONCAT CPACK_NSIS_EXTRA_INSTALL_COMMANDS
    "WriteRegStr SHCTX 'Software\\\\Classes\\\\${SUNDIAL_URI_SCHEME}' '' 'URL:Sundial'\n"
    "WriteRegStr SHCTX 'Software\\\\Classes\\\\${SUNDIAL_URI_SCHEME}' 'URL Protocol' ''\n"
    "WriteRegStr SHCTX 'Software\\\\Classes\\\\${SUNDIAL_URI_SCHEME}\\\\DefaultIcon' '' '$INSTDIR\\\\bin\\\\sundial.exe,0'\n"
    "WriteRegStr SHCTX 'Software\\\\Classes\\\\${SUNDIAL_URI_SCHEME}\\\\shell\\\\open\\\\command' '' '\\\"$INSTDIR\\\\bin\\\\sundial.exe\\\" -- \\\"%1\\\"'\n")
set(CPACK_NSIS_EXTRA_UNINSTALL_COMMANDS "DeleteRegKey SHCTX 'Software\\\\Classes\\\\${SUNDIAL_URI_SCHEME}'")
