// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipientlist.h"

#include <QTest>

class TestRecipientList : public QObject
{
    Q_OBJECT

private slots:
    void rowsBecomeLabels_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("labels"); // with a bar between them
        QTest::newRow("names") << "Ana Ruiz\n\n  Bo  \r\nCase 20418\n" << "Ana Ruiz|Bo|Case 20418";
        QTest::newRow("surname first") << "Kohl, Petra" << "Kohl, Petra";
        QTest::newRow("csv with heads") << "Name,E-mail,Company\nAna Ruiz,ana@example.org,\"Nord, \"\"AG\"\"\"\n"
                                        << "Ana Ruiz (Nord, \"AG\") <ana@example.org>";
        QTest::newRow("first and last name") << "First name,Last name,E-mail\nAna,Lima,ana@example.org\n,Lima,bo@example.org\nBo,,\n,,cy@example.org"
                                             << "Ana Lima <ana@example.org>|Lima <bo@example.org>|Bo|cy@example.org";
        QTest::newRow("last name first") << "Company;Last name;First name;E-mail\nNord AG;Lima;Ana;ana@example.org" << "Ana Lima (Nord AG) <ana@example.org>";
        QTest::newRow("more than a name") << "Name\tPhone\tE-mail\tCompany\nAna\t12\tana@example.org\tNord\n\t13\tbo@example.org"
                                          << "Ana (12, Nord) <ana@example.org>|(13) <bo@example.org>";
        QTest::newRow("parentheses in a detail") << "Name,Company\nAna,Nord (AG" << "Ana (Nord [AG)";
        QTest::newRow("names in a column of another language") << "Kunde;Ort;E-Mail\nAna Ruiz;Bonn;ana@example.org" << "Ana Ruiz (Bonn) <ana@example.org>";
        QTest::newRow("details are cut first") << QStringLiteral("Name,Company\nAna,") + QString(300, u'n') << QStringLiteral("Ana (") + QString(193, u'n') + QStringLiteral("…)");
        QTest::newRow("semicolons") << "Ana;ana@example.org\nBo;bo@example.org" << "Ana <ana@example.org>|Bo <bo@example.org>";
        QTest::newRow("semicolons, and commas in cells") << "Name;E-mail;Company\nKohl, Petra, Dr.;petra@example.org;\"Nord, East, West\""
                                                         << "Kohl, Petra, Dr. (Nord, East, West) <petra@example.org>";
        QTest::newRow("commas, and other signs in cells") << "Name,E-mail,Company\nAna,ana@example.org,\"Nord;\tEast; West\"" << "Ana (Nord; East; West) <ana@example.org>";
        QTest::newRow("semicolons without addresses") << "Name;Company\nKohl, Petra;Nord" << "Kohl, Petra (Nord)";
        QTest::newRow("from a spreadsheet") << "Ruiz, Ana\tana@example.org\nBo\t" << "Ruiz, Ana <ana@example.org>|Bo";
        QTest::newRow("addresses only") << "ana@example.org\nbo@example.org" << "ana@example.org|bo@example.org";
        QTest::newRow("quoted line break") << "\"Ana\nRuiz\",ana@example.org" << "Ana Ruiz <ana@example.org>";
        QTest::newRow("byte order mark") << QString(QChar(0xFEFF)) + QStringLiteral("name\nAna") << "Ana";
        QTest::newRow("nothing") << " \n,,\n" << "";
        QTest::newRow("no address is cut") << QString(300, u'n') + QStringLiteral(",ana@example.org")
                                           << QString(181, u'n') + QStringLiteral("… <ana@example.org>");
        QTest::newRow("longer than an address can be") << QString(300, u'a') + QStringLiteral("@example.org") << QString(199, u'a') + QStringLiteral("…");
        QTest::newRow("an address that runs backwards") << QStringLiteral("Ana,ana@example.org\u202e") << "Ana, ana@example.org";
        QTest::newRow("an open quote") << "\"Ana" << "Ana";
    }

    void rowsBecomeLabels()
    {
        QFETCH(QString, text);
        QFETCH(QString, labels);
        QCOMPARE(recipientsIn(text).labels.join(QLatin1Char('|')), labels);
    }

    void repeatedAndTooManyAreCounted()
    {
        QString text = QStringLiteral("Ana\nAna\n");
        for (int number = 0; number < mostRecipients + 4; ++number)
            text += QStringLiteral("Person %1\n").arg(number);
        const RecipientList list = recipientsIn(text);
        QCOMPARE(list.labels.size(), mostRecipients);
        QCOMPARE(list.repeated, 1);
        QCOMPARE(list.tooMany, 5);
        QVERIFY(!list.hadHeads);
    }
};

QTEST_APPLESS_MAIN(TestRecipientList)
#include "tst_recipientlist.moc"
