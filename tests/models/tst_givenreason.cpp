// SPDX-License-Identifier: GPL-3.0-or-later
#include "givenreason.h"
#include "webhooktext.h"

#include <QTest>

using Kind = Error::Kind;

namespace {

Error refusal(Kind kind, int status, const QString &message, const QList<ErrorDetail> &details = {})
{
    return {.kind = kind, .message = message, .title = QStringLiteral("Refused"), .details = details, .httpStatus = status};
}

} // namespace

/// Calendly's own reason of a refusal, and where it is told.
class TestGivenReason : public QObject
{
    Q_OBJECT

private slots:
    void details_goBeforeTheMessage()
    {
        const QList<ErrorDetail> details{{.parameter = QStringLiteral("url"), .message = QStringLiteral("must be a web address"), .code = {}},
                                         {.parameter = QStringLiteral("events"), .message = QStringLiteral("is missing"), .code = {}}};
        QCOMPARE(givenReason(refusal(Kind::Refused, 400, QStringLiteral("Invalid."), details)),
                 QStringLiteral("url must be a web address; events is missing"));
        QCOMPARE(givenReason(refusal(Kind::Refused, 422, QStringLiteral("The host is away."))), QStringLiteral("The host is away."));
    }

    void foreignWords_areOneShortLine()
    {
        const QString reason = givenReason(refusal(Kind::Refused, 400, QStringLiteral("one\n\u202etwo ") + QString(1000, u'x')));
        QVERIFY2(reason.startsWith(QLatin1String("one ")), qPrintable(reason));
        QVERIFY(!reason.contains(QChar(0x202e)) && !reason.contains(u'\n'));
        QVERIFY(reason.size() <= 300);
    }

    void ownWords_areNotCalendlys()
    {
        QCOMPARE(givenReason({.kind = Kind::NotAllowed, .message = QStringLiteral("Calendly does not allow this."), .httpStatus = 403}), QString());
    }

    void webhooks_tellIt()
    {
        const Error refused = refusal(Kind::Refused, 400, {}, {{.parameter = QStringLiteral("url"), .message = QStringLiteral("cannot be reached"), .code = {}}});
        QVERIFY(webhookRefusalText(refused).endsWith(QLatin1String("It says: url cannot be reached")));
        const Error forbidden = refusal(Kind::NotAllowed, 403, QStringLiteral("This user is not in your organization"));
        QVERIFY(webhookRefusalText(forbidden).endsWith(QLatin1String("It says: This user is not in your organization")));
        QVERIFY2(!webhookRefusalText(forbidden).contains(QLatin1String("owners")), "nobody said that it is for the role");
        const Error unpaid = refusal(Kind::NotAllowed, 403, QStringLiteral("Please upgrade to a paid Calendly account."));
        QVERIFY(webhookRefusalText(unpaid).contains(QLatin1String("paid plan")));
    }
};

QTEST_GUILESS_MAIN(TestGivenReason)
#include "tst_givenreason.moc"
