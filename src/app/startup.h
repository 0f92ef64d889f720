// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

/// Name, id and version, wherever the system or a library asks for them. Before anything else of Qt.
void nameApplication();

/// The command line in Unicode, before there is an application object.
QStringList argumentsOf(int argc, char *argv[]);

/// Icon, translations, the proxies of the system, and logs that hold no secrets.
void prepareApplication();

/// The personal access token of SUNDIAL_TOKEN, taken out of the environment so that no child process inherits it.
QByteArray takeTokenFromEnvironment();

/// Says that nothing can be kept in `folder`; the program goes on.
void tellProfileProblem(const QString &folder);

/// Says that others can change what is kept in `folder`; the program goes on.
void tellOpenProfile(const QString &folder);

/// Says that later starts do not reach this one, whose profile is `folder`; the program goes on.
void tellUnreachable(const QString &folder);
