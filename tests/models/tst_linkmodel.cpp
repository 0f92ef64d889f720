// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkmodel.h"
#include "linktext.h"

#include <QAbstractItemModelTester>
#include <QTest>

namespace {

const QDateTime now(QDate(2026, 11, 20), QTime(9, 42), Qt::UTC);

LinkEntry entryOf(const QString &label, int daysAgo)
{
    LinkEntry entry;
    entry.link.id = label + QString::number(daysAgo);
    entry.link.label = label;
    entry.link.eventType = QUrl(QStringLiteral("https://example.com/types/1"));
    entry.link.eventTypeName = QStringLiteral("30 min intro");
    entry.link.createdAt = now.addDays(-daysAgo);
    entry.link.expiresAt = entry.link.createdAt.addDays(singleUseLinkDays);
    return entry;
}

} // namespace

class TestLinkModel : public QObject
{
    Q_OBJECT

private slots:
    void aLabelIsWordsAndAnAddress_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("email");
        QTest::newRow("words") << "Case 20418" << "Case 20418" << "";
        QTest::newRow("mailbox") << "Petra Kohl <petra@nordwind.example>" << "Petra Kohl" << "petra@nordwind.example";
        QTest::newRow("list") << "Petra Kohl, petra@nordwind.example" << "Petra Kohl" << "petra@nordwind.example";
        QTest::newRow("address") << " ola@fjell.example " << "" << "ola@fjell.example";
        QTest::newRow("address first") << "ola@fjell.example: second try" << "second try" << "ola@fjell.example";
        QTest::newRow("no address") << "a@b" << "a@b" << "";
        QTest::newRow("empty") << "" << "" << "";
    }

    void aLabelIsWordsAndAnAddress()
    {
        QFETCH(QString, label);
        QFETCH(QString, words);
        QFETCH(QString, email);
        QCOMPARE(labelParts(label), (LabelParts{words, email}));
    }

    void daysAreCountedByTheCalendar()
    {
        LinkModel model;
        QAbstractItemModelTester tester(&model);
        model.setSurroundings(now, QTimeZone("Europe/Berlin"), {{QUrl(QStringLiteral("https://example.com/types/1")), QStringLiteral("#8247f5")}});
        model.setRows({entryOf(QStringLiteral("a"), 0), entryOf(QStringLiteral("b"), 88), entryOf(QStringLiteral("c"), 83), entryOf(QStringLiteral("d"), 82)});
        const auto days = [&model](int row) { return model.index(row, LinkModel::LeftColumn).data(LinkModel::DaysRole).toInt(); };
        const auto soon = [&model](int row) { return model.index(row, LinkModel::LeftColumn).data(LinkModel::SoonRole).toBool(); };
        QCOMPARE(days(0), 90);
        QCOMPARE(days(1), 2);
        QVERIFY(soon(1) && soon(2) && !soon(3));
        QCOMPARE(model.index(0, LinkModel::TypeColumn).data(LinkModel::StripeRole).toString(), QStringLiteral("#8247f5"));
        QCOMPARE(linkNotice(model.row(1), now, QTimeZone("Europe/Berlin")).isEmpty(), false);
        QVERIFY(linkNotice(model.row(0), now, QTimeZone("Europe/Berlin")).isEmpty());
    }

    void whatAnotherHostMayHaveIsNotSaidToBeUnused()
    {
        const QTimeZone zone("Europe/Berlin");
        LinkEntry entry = entryOf(QStringLiteral("Petra"), 88);
        entry.maybeBooked = true;
        LinkModel model;
        model.setSurroundings(now, zone, {});
        model.setRows({entry});
        QCOMPARE(model.index(0, LinkModel::StatusColumn).data().toString(), QStringLiteral("Not known"));
        QCOMPARE(model.index(0, LinkModel::LeftColumn).data().toString(), QStringLiteral("2"));
        QVERIFY(!model.index(0, LinkModel::LeftColumn).data(LinkModel::SoonRole).toBool());
        QVERIFY(linkNotice(entry, now, zone).startsWith(QLatin1String("Not known whether it is booked: another host")));
        entry.status = LinkStatus::Expired;
        QVERIFY2(linkNotice(entry, now, zone).contains(QLatin1String("Not known whether it was booked: another host")), qPrintable(linkNotice(entry, now, zone)));
        entry.maybeBooked = false;
        QVERIFY(linkNotice(entry, now, zone).endsWith(QLatin1String("without a booking.")));
    }

    void aRowReadsWhole()
    {
        LinkEntry booked = entryOf(QStringLiteral("Petra Kohl <petra@nordwind.example>"), 8);
        booked.status = LinkStatus::Booked;
        booked.person = QStringLiteral("Petra Kohl");
        booked.meeting = QUrl(QStringLiteral("https://example.com/meetings/1"));
        booked.meetingStart = now.addSecs(3600 * 3 - 42 * 60);
        LinkModel model;
        model.setSurroundings(now, QTimeZone("Europe/Berlin"), {});
        model.setRows({booked});
        const QString sentence = model.index(0, 0).data(Qt::AccessibleTextRole).toString();
        for (const char *part : {"Petra Kohl, petra@nordwind.example, 30 min intro", "Booked", "13:00"})
            QVERIFY2(sentence.contains(QLatin1String(part)), qPrintable(sentence));
        QCOMPARE(model.index(0, LinkModel::LeftColumn).data().toString(), QStringLiteral("–"));
        booked.meeting.clear();
        model.setRows({booked});
        QCOMPARE(model.index(0, LinkModel::BecameColumn).data().toString(), QStringLiteral("No longer stored"));
    }
};

int main(int argc, char **argv)
{
    QLocale::setDefault(QLocale(QStringLiteral("en_GB")));
    QCoreApplication app(argc, argv);
    TestLinkModel test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_linkmodel.moc"
