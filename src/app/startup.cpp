// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup.h"

#include "quietlogs.h"
#include "systemproxies.h"
#include "widgetresources.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QMessageBox>
#include <QTranslator>

namespace {

constexpr const char *tokenVariable = "SUNDIAL_TOKEN";

void translate(const QLocale &locale, const QString &catalogue, const QString &folder)
{
    auto *translator = new QTranslator(qApp);
    if (translator->load(locale, catalogue, QStringLiteral("_"), folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

void tell(const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, QCoreApplication::translate("main", "Sundial"), text);
    box->setTextFormat(Qt::PlainText);
    box->setWindowFlag(Qt::WindowStaysOnTopHint); // the window comes after it, and would hide it
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

}

void nameApplication()
{
    QCoreApplication::setApplicationName(QStringLiteral("Sundial"));
    QCoreApplication::setOrganizationName(QStringLiteral("Sundial"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SUNDIAL_VERSION));
}

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int number = 0; number < argc; ++number)
        arguments.append(QString::fromLocal8Bit(argv[number]));
    return arguments;
}

QByteArray takeTokenFromEnvironment()
{
    const QByteArray token = qgetenv(tokenVariable).trimmed();
    qunsetenv(tokenVariable);
    return token;
}

void prepareApplication()
{
    quietenLogs();
    QNetworkProxyFactory::setApplicationProxyFactory(new SystemProxies);
    initResources();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Sundial"));
    QGuiApplication::setDesktopFileName(QStringLiteral(SUNDIAL_APP_ID));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/sundial.svg")));
    translate(QLocale(), QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    // English first, for its plurals: what another language lacks is at least right in English.
    const QString folder = QStringLiteral(":/translations");
    translate(QLocale(QLocale::English), QStringLiteral("sundial"), folder);
    if (QLocale().language() != QLocale::English)
        translate(QLocale(), QStringLiteral("sundial"), folder);
}

void tellProfileProblem(const QString &folder)
{
    tell(QCoreApplication::translate("main", "Nothing can be kept in the folder “%1”, so what you see now will have to be read "
                                             "again at the next start. Please check that you may write there.")
             .arg(folder));
}

void tellOpenProfile(const QString &folder)
{
    tell(QCoreApplication::translate("main", "Other users of this computer can replace what Sundial keeps in the folder “%1”: it is theirs, or they may write "
                                             "in it, and its rights could not be changed. Nothing is lost, and each file of Sundial in it is for you alone. "
                                             "Please use a folder of your own, with “--profile”, or take the right to write away from them.")
             .arg(folder));
}

void tellUnreachable(const QString &folder)
{
    tell(QCoreApplication::translate("main", "A later start of Sundial cannot reach this one, since no socket could be opened for it, neither for the "
                                             "folder “%1” nor among the temporary files. This window works, and nothing is lost; but “sundial --quick” "
                                             "and a sign-in that the system hands over do not arrive here. Please check that the disk is not full and that "
                                             "you may write there, then start Sundial again.")
             .arg(folder));
}
