// SPDX-License-Identifier: GPL-3.0-or-later
#include "eventtypemodel.h"

#include <QAbstractItemModelTester>
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

EventTypeRow hostedBy(const QString &owner, const QString &name)
{
    return {.type = typeNamed(name), .owner = owner};
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

    void colleagues_comeLastAndNothingTwice()
    {
        EventTypeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTypes({typeNamed(QStringLiteral("Intro"))}, {}, {});
        model.setColleagues({hostedBy(QStringLiteral("Theo"), QStringLiteral("Intro")), hostedBy(QStringLiteral("Theo"), QStringLiteral("Panel")),
                             hostedBy(QStringLiteral("June"), QStringLiteral("Panel"))},
                            {});
        QCOMPARE(namesIn(model), (QStringList{QStringLiteral("Intro"), QStringLiteral("Colleagues"), QStringLiteral("Panel")}));
        QCOMPARE(model.typeCount(), 1);
        QCOMPARE(model.index(2, EventTypeModel::NameColumn).data(EventTypeModel::SecondLineRole).toString(), QStringLiteral("Theo"));
        QVERIFY(!(model.flags(model.index(1, 0)) & Qt::ItemIsEnabled));
        QCOMPARE(model.index(1, EventTypeModel::NameColumn).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Colleagues"));
        model.setColleagues({}, QStringLiteral("Theo: offline"));
        QCOMPARE(model.index(1, EventTypeModel::NameColumn).data(Qt::AccessibleTextRole).toString(), QStringLiteral("Colleagues. Theo: offline"));
        QCOMPARE(namesIn(model), (QStringList{QStringLiteral("Intro"), QStringLiteral("Colleagues")}));
        QCOMPARE(model.index(1, EventTypeModel::NameColumn).data(EventTypeModel::SecondLineRole).toString(), QStringLiteral("Theo: offline"));
        model.setColleagues({}, {});
        QCOMPARE(namesIn(model), QStringList{QStringLiteral("Intro")});
    }

private:
    static QString textOf(const EventTypeModel &model, int row, int column) { return model.index(row, column).data().toString(); }
    static QStringList namesIn(const EventTypeModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names.append(textOf(model, row, EventTypeModel::NameColumn));
        return names;
    }
};

QTEST_GUILESS_MAIN(EventTypeModelTest)
#include "tst_eventtypemodel.moc"
