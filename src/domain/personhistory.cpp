// SPDX-License-Identifier: GPL-3.0-or-later
#include "personhistory.h"

#include <QSet>

namespace {

/// Providers under one name, whatever country it ends with ("yahoo.co.uk").
bool isPublicName(const QString &name)
{
    static const QSet<QString> names{
        QStringLiteral("gmail"),      QStringLiteral("googlemail"), QStringLiteral("outlook"),  QStringLiteral("hotmail"),
        QStringLiteral("live"),       QStringLiteral("msn"),        QStringLiteral("yahoo"),    QStringLiteral("ymail"),
        QStringLiteral("rocketmail"), QStringLiteral("icloud"),     QStringLiteral("aol"),      QStringLiteral("gmx"),
        QStringLiteral("proton"),     QStringLiteral("protonmail"), QStringLiteral("pm"),       QStringLiteral("tutanota"),
        QStringLiteral("tuta"),       QStringLiteral("posteo"),     QStringLiteral("mailbox"),  QStringLiteral("fastmail"),
        QStringLiteral("hey"),        QStringLiteral("zoho"),       QStringLiteral("yandex"),   QStringLiteral("naver"),
        QStringLiteral("daum"),       QStringLiteral("hanmail"),    QStringLiteral("t-online"), QStringLiteral("freenet"),
        QStringLiteral("laposte"),    QStringLiteral("wanadoo"),    QStringLiteral("libero"),   QStringLiteral("rediffmail"),
        QStringLiteral("btinternet"), QStringLiteral("comcast"),    QStringLiteral("verizon"),  QStringLiteral("seznam"),
    };
    return names.contains(name);
}

bool isPublicDomain(const QString &domain)
{
    static const QSet<QString> domains{
        QStringLiteral("me.com"),   QStringLiteral("mac.com"),   QStringLiteral("web.de"),  QStringLiteral("mail.com"),
        QStringLiteral("mail.ru"),  QStringLiteral("bk.ru"),     QStringLiteral("list.ru"), QStringLiteral("inbox.ru"),
        QStringLiteral("ya.ru"),    QStringLiteral("qq.com"),    QStringLiteral("163.com"), QStringLiteral("126.com"),
        QStringLiteral("orange.fr"), QStringLiteral("free.fr"),  QStringLiteral("sfr.fr"),  QStringLiteral("wp.pl"),
        QStringLiteral("o2.pl"),    QStringLiteral("onet.pl"),   QStringLiteral("att.net"), QStringLiteral("sky.com"),
        QStringLiteral("uol.com.br"), QStringLiteral("1und1.de"), QStringLiteral("arcor.de"), QStringLiteral("bluewin.ch"),
    };
    return domains.contains(domain) || isPublicName(domain.section(QLatin1Char('.'), 0, 0));
}

} // namespace

QString companyOf(const QString &email)
{
    const QString address = email.trimmed().toCaseFolded();
    const qsizetype at = address.indexOf(QLatin1Char('@'));
    if (at < 0)
        return {};
    const QString domain = address.mid(at + 1);
    return domain.contains(QLatin1Char('.')) && !domain.contains(QLatin1Char('@')) && !isPublicDomain(domain) ? domain : QString();
}
