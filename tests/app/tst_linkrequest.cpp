// SPDX-License-Identifier: GPL-3.0-or-later
#include "linkrequest.h"

#include <QTest>

using Request = std::optional<LinkRequest>;

/// Addresses that ask for a link; anybody can write one.
class TestLinkRequest : public QObject
{
    Q_OBJECT

private slots:
    void address_saysWhichTypeAndForWhom_data()
    {
        QTest::addColumn<QString>("rest");
        QTest::addColumn<QString>("slug");
        QTest::addColumn<QString>("label");
        QTest::newRow("both") << "//link/intro-30?label=Ana" << "intro-30" << "Ana";
        QTest::newRow("no label") << "//link/intro" << "intro" << "";
        QTest::newRow("percent") << "//link/intro?label=Ana%20%26%20Ben%2C%20A%2BB" << "intro" << "Ana & Ben, A+B";
        QTest::newRow("other parameters") << "//link/intro?to=x&label=Ana&send=1" << "intro" << "Ana";
        QTest::newRow("nothing named") << "//link" << "" << "";
        QTest::newRow("deeper") << "//link/a/b" << "a/b" << "";
        QTest::newRow("markup stays text") << "//link/intro?label=%3Cb%3EAna%3C/b%3E" << "intro" << "<b>Ana</b>";
        QTest::newRow("lines and controls") << "//link/in%00tro%0A?label=A%0D%0A%1B%5B1mna%00" << "in tro" << "A [1mna";
        QTest::newRow("turned around") << "//link/intro?label=%E2%80%AEAna" << "intro" << "Ana";
    }
    void address_saysWhichTypeAndForWhom()
    {
        QFETCH(const QString, rest);
        QFETCH(const QString, slug);
        QFETCH(const QString, label);
        const Request request = linkRequestFrom(QLatin1String("io.github.sundial-app:") + rest);
        QVERIFY(request);
        QCOMPARE(request->slug, slug);
        QCOMPARE(request->label, label);
    }

    void longWords_areCut()
    {
        const QString word(800, u'a');
        const Request request = linkRequestFrom(QStringLiteral("io.github.sundial-app://link/%1?label=%1").arg(word));
        QVERIFY(request);
        QCOMPARE(request->slug.size(), 100);
        QCOMPARE(request->label.size(), 200);
        QVERIFY(!linkRequestFrom(QStringLiteral("io.github.sundial-app://link/%1?label=%1").arg(word + word)));
    }

    void otherAddresses_askForNothing_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"io.github.sundial-app:/callback?code=a&state=b", "io.github.sundial-app:link/intro", "io.github.sundial-app:/link/intro",
                                    "io.github.sundial-app://links/intro", "io.github.sundial-app://me@link/intro", "io.github.sundial-app://link:80/intro",
                                    "io.github.sundial-app://li nk/intro", "https://link/intro", "link/intro", "--quick", ""})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void otherAddresses_askForNothing()
    {
        QFETCH(const QString, address);
        QVERIFY(!linkRequestFrom(address));
    }
};

QTEST_GUILESS_MAIN(TestLinkRequest)
#include "tst_linkrequest.moc"
