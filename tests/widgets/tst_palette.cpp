// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandpalette.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPointer>
#include <QTest>

namespace {

PaletteItem named(const QString &title, const std::function<void()> &run = {})
{
    PaletteItem item;
    item.title = title;
    item.run = run;
    return item;
}

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1000, 700);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void wordsAreFoundWherePeopleLook()
    {
        QCOMPARE(paletteScore(QStringLiteral("Copy e-mail"), {QStringLiteral("share")}), 0);
        const int whole = paletteScore(QStringLiteral("Copy e-mail"), {QStringLiteral("cop")});
        const int later = paletteScore(QStringLiteral("Make a copy"), {QStringLiteral("cop")});
        const int inside = paletteScore(QStringLiteral("Photocopy"), {QStringLiteral("cop")});
        QVERIFY(whole > later && later > inside && inside > 0);
        QVERIFY(paletteScore(QStringLiteral("Größe ändern"), paletteWish(QStringLiteral("ANDERN")).words) > 0);
    }

    void aMarkAsksForCommandsOnly()
    {
        QVERIFY(!paletteWish(QStringLiteral("join")).commandsOnly);
        const PaletteWish wish = paletteWish(QStringLiteral(" > join"));
        QVERIFY(wish.commandsOnly);
        QCOMPARE(wish.text, QStringLiteral("join"));
    }

    void enterDoesTheChosenRowOnceAndCloses()
    {
        QStringList done;
        const auto item = [&done](const QString &title) { return named(title, [&done, title] { done.append(title); }); };
        QPointer<CommandPalette> palette = open([&](const PaletteWish &wish) {
            return wish.words.isEmpty() ? QList<PaletteItem>{item(QStringLiteral("First")), item(QStringLiteral("Second")), item(QStringLiteral("Third"))}
                                        : QList<PaletteItem>{};
        });
        QTest::keyClick(field(palette), Qt::Key_Down);
        QTest::keyClick(field(palette), Qt::Key_Down);
        QTest::keyClick(field(palette), Qt::Key_Up);
        QVERIFY(field(palette)->accessibleDescription().contains(QLatin1String("Second")));
        QTest::keyClick(field(palette), Qt::Key_Return);
        QTRY_COMPARE(done, QStringList{QStringLiteral("Second")});
        QTRY_VERIFY(!palette);
    }

    void whatCannotBeDoneSaysWhyAndStaysOpen()
    {
        bool ran = false;
        PaletteItem item = named(QStringLiteral("Join"), [&ran] { ran = true; });
        item.whyNot = QStringLiteral("No meeting is selected.");
        QPointer<CommandPalette> palette = open([&](const PaletteWish &) { return QList<PaletteItem>{item}; });
        QVERIFY(field(palette)->accessibleDescription().contains(QLatin1String("No meeting is selected.")));
        QTest::keyClick(field(palette), Qt::Key_Return);
        QCoreApplication::processEvents();
        QVERIFY(palette && palette->isVisible());
        QVERIFY(!ran);
        QTest::keyClick(field(palette), Qt::Key_Escape);
        QTRY_VERIFY(!palette);
    }

    void nothingFoundIsSaid()
    {
        QPointer<CommandPalette> palette = open([](const PaletteWish &) { return QList<PaletteItem>(); });
        QVERIFY(palette->findChild<QLabel *>(QStringLiteral("nothing"))->isVisible());
        QVERIFY(!palette->findChild<QListView *>()->isVisible());
        QTest::keyClick(field(palette), Qt::Key_Return);
        QVERIFY(palette);
    }

private:
    QPointer<CommandPalette> open(CommandPalette::Source source)
    {
        auto *palette = new CommandPalette(std::move(source), m_window.get());
        palette->open();
        QApplication::setActiveWindow(palette);
        return palette;
    }
    static QLineEdit *field(CommandPalette *palette) { return palette->findChild<QLineEdit *>(); }

    std::unique_ptr<QWidget> m_window;
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
