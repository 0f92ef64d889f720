// SPDX-License-Identifier: GPL-3.0-or-later
#include "cardcontent.h"
#include "meetingmaker.h"

#include <QTest>

namespace {

QString plain(QString text)
{
    return text.replace(QChar(0xa0), QLatin1Char(' '));
}

MeetingDetails demo()
{
    Invitee kenji;
    kenji.uri = QUrl(QStringLiteral("https://api.example.com/invitees/kenji"));
    kenji.name = QStringLiteral("Kenji Watanabe");
    kenji.email = QStringLiteral("kenji@example.com");
    kenji.timezone = QStringLiteral("Asia/Tokyo");
    kenji.createdAt = berlin(12, 16, 20);
    kenji.cancelUrl = QUrl(QStringLiteral("https://example.com/cancellations/secret"));
    kenji.rescheduleUrl = QUrl(QStringLiteral("https://example.com/reschedulings/secret"));
    kenji.answers = {{QStringLiteral("Second?"), QStringLiteral("two\nlines"), 1},
                     {QStringLiteral("First?"), QStringLiteral("one"), 0}};
    kenji.source.insert(QStringLiteral("cancel_url"), kenji.cancelUrl.toString());
    MeetingDetails details;
    details.meeting = meetingAt(4, berlin(20, 13, 0), 45, QStringLiteral("Product demo"), {}).meeting;
    details.invitees = {kenji};
    details.inviteesKnown = true;
    return details;
}

CardContent cardOf(const MeetingDetails &details)
{
    return cardContent(details, berlinSetting(), QUrl(QStringLiteral("https://api.example.com/users/me")));
}

const CardSection *sectionOf(const CardContent &card, const QString &key)
{
    for (const CardSection &section : card.sections) {
        if (section.key == key)
            return &section;
    }
    return nullptr;
}

/// Every word of the card in one text.
QString everything(const CardContent &card)
{
    QStringList words{card.name, card.role, card.address};
    for (const CardSection &section : card.sections) {
        for (const CardField &field : section.fields)
            words << field.label << field.value;
    }
    return words.join(QLatin1Char('\n'));
}

} // namespace

class TestCardContent : public QObject
{
    Q_OBJECT

private slots:
    void bothClocksAreSaid()
    {
        const CardContent card = cardOf(demo());
        QCOMPARE(plain(card.when), QStringLiteral("Fri 20 Nov, 13:00–13:45"));
        QCOMPARE(plain(card.whenRelative), QStringLiteral("in 2 h 18 min"));
        QCOMPARE(plain(card.theirTime), QStringLiteral("21:00–21:45 in Tokyo (+8 h). Late for Kenji."));
    }

    void answersKeepTheirOrderAndLines()
    {
        const CardContent card = cardOf(demo());
        const CardSection *answers = sectionOf(card, QStringLiteral("answers"));
        QVERIFY(answers);
        QCOMPARE(answers->fields.at(0).label, QStringLiteral("First?"));
        QCOMPARE(answers->fields.at(1).value, QStringLiteral("two\nlines"));
    }

    void sectionsWithoutContentAreLeftOut()
    {
        const CardContent card = cardOf(demo());
        for (const char *key : {"camefrom", "payment", "reminders", "notes", "cancellation", "unknown", "guests"})
            QVERIFY2(!sectionOf(card, QLatin1String(key)), key);
    }

    void unknownFieldsAreShownAsTheyCame()
    {
        MeetingDetails details = demo();
        details.meeting.source.insert(QStringLiteral("new_thing"), QStringLiteral("value"));
        details.invitees[0].source.insert(QStringLiteral("invitee_scheduled_by"), QStringLiteral("somebody"));
        const CardContent card = cardOf(details);
        const CardSection *unknown = sectionOf(card, QStringLiteral("unknown"));
        QVERIFY(unknown);
        QCOMPARE(unknown->fields.size(), 2);
        QCOMPARE(unknown->fields.at(0).value, QStringLiteral("value"));
    }

    void addressesThatCancelOrMoveAreNeverShown()
    {
        MeetingDetails details = demo();
        QJsonObject nested{{QStringLiteral("reschedule_url"), details.invitees.first().rescheduleUrl.toString()},
                           {QStringLiteral("a"), 1}};
        details.invitees[0].source.insert(QStringLiteral("extra"), nested);
        const QString words = everything(cardOf(details));
        QVERIFY(words.contains(QLatin1String("extra")));
        QVERIFY(!words.contains(QLatin1String("secret")));
    }

    void aMinuteChangesOnlyTheCountdown()
    {
        AgendaSetting later = berlinSetting();
        later.now = later.now.addSecs(60);
        const CardContent before = cardOf(demo());
        CardContent after = cardContent(demo(), later, QUrl(QStringLiteral("https://api.example.com/users/me")));
        QVERIFY(after != before);
        after.whenRelative = before.whenRelative;
        QVERIFY(after == before);
    }
};

QTEST_GUILESS_MAIN(TestCardContent)
#include "tst_cardcontent.moc"
