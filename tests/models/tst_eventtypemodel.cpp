// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypemodel.h"

#include <QTest>

namespace {

EventType typeNamed(const QString &name)
{
    EventType type;
    type.uri = QUrl(QStringLiteral("https://api.example.com/event_types/") + name);
    type.name = name;
    type.active = true;
    return type;
}

} // namespace

class EventTypeModelTest : public QObject
{
    Q_OBJECT

private slots:
    void stateText_namesAllThatHolds_data()
    {
        QTest::addColumn<bool>("active");
        QTest::addColumn<bool>("secret");
        QTest::addColumn<bool>("managed");
        QTest::addColumn<QString>("text");
        QTest::newRow("active") << true << false << false << QStringLiteral("Active");
        QTest::newRow("secret") << true << true << false << QStringLiteral("Secret");
        QTest::newRow("managed") << true << false << true << QStringLiteral("Managed");
        QTest::newRow("secret, managed") << true << true << true << QStringLiteral("Secret, managed");
        QTest::newRow("off") << false << false << false << QStringLiteral("Off");
        QTest::newRow("off, secret") << false << true << false << QStringLiteral("Off, secret");
        QTest::newRow("off, managed") << false << false << true << QStringLiteral("Off, managed");
        QTest::newRow("all") << false << true << true << QStringLiteral("Off, secret, managed");
    }
    void stateText_namesAllThatHolds()
    {
        QFETCH(const bool, active);
        QFETCH(const bool, secret);
        QFETCH(const bool, managed);
        EventType type = typeNamed(QStringLiteral("Intro"));
        type.active = active;
        type.secret = secret;
        type.adminManaged = managed;
        QTEST(eventTypeStateText(type), "text");
    }

    void typesWithoutTimes_areStillSecret()
    {
        EventType type = typeNamed(QStringLiteral("Intro"));
        type.secret = true;
        EventTypeModel model;
        model.setTypes({type}, {}, {});
        model.setWithoutTimes({type.uri});
        QCOMPARE(textOf(model, 0, EventTypeModel::StateColumn), QStringLiteral("No times, secret"));
    }

private:
    static QString textOf(const EventTypeModel &model, int row, int column) { return model.index(row, column).data().toString(); }
};

QTEST_GUILESS_MAIN(EventTypeModelTest)
#include "tst_eventtypemodel.moc"
