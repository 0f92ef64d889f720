// SPDX-License-Identifier: GPL-3.0-or-later
#include "chip.h"
#include "savedfiltermenu.h"
#include "savedfilterservice.h"
#include "savedfiltertable.h"
#include "schedulefilterbar.h"
#include "toasthost.h"

#include <QAbstractButton>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using Status = MeetingQuery::Status;
using When = ScheduleFilter::When;

class TestScheduleFilterBar : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_database = std::make_unique<Database>();
        QVERIFY(m_database->open(m_folder->filePath(QStringLiteral("a/store.sqlite"))));
        m_table = std::make_unique<SavedFilterTable>(*m_database);
        m_saved = std::make_unique<SavedFilterService>(*m_table);
        m_window = std::make_unique<QWidget>();
        m_window->resize(1200, 600);
        m_toasts = new ToastHost(m_window.get());
        m_search = new QLineEdit(m_window.get());
        auto *chips = new QWidget(m_window.get());
        chips->setGeometry(0, 40, 1200, 60);
        m_bar = new ScheduleFilterBar(m_search, chips);
        m_bar->setToday(QDate(2026, 11, 20));
        m_bar->setSavedFilters(*m_saved, *m_toasts);
        m_window->addAction(m_bar->addFilter());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_saved.reset();
        m_table.reset();
        m_database.reset();
    }

    void whatIsTyped_isSearchedForAtOnce()
    {
        QSignalSpy changed(m_bar, &ScheduleFilterBar::changed);
        m_search->setText(QStringLiteral("an"));
        m_search->setText(QStringLiteral("ana")); // both waited: one search
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(m_bar->filter().text, QStringLiteral("ana"));
        QVERIFY(isSearch(m_bar->filter()));
    }

    void equalTypesOfTwoAccounts_areToldApart()
    {
        EventType own;
        own.uri = QUrl(QStringLiteral("https://api.example.com/event_types/own"));
        own.name = QStringLiteral("Intro");
        EventType theirs = own;
        theirs.uri = QUrl(QStringLiteral("https://api.example.com/event_types/theirs"));
        m_bar->setEventTypes({own});
        m_bar->addEventTypes({theirs}, QStringLiteral("Theo Marchetti"));
        choose(chip("eventTypeChip")->menu(), QStringLiteral("Intro (Theo Marchetti)"));
        QCOMPARE(m_bar->filter().eventType, theirs.uri);
        choose(chip("eventTypeChip")->menu(), QStringLiteral("Intro"));
        QCOMPARE(m_bar->filter().eventType, own.uri);
    }

    void filtersThatAreTyped_becomeChipsThatTakeThemAway()
    {
        m_search->setText(QStringLiteral("bo with:ana -is:canceled"));
        QCOMPARE(chip("searchChip0")->text(), QStringLiteral("With: ana"));
        QCOMPARE(chip("searchChip1")->text(), QStringLiteral("Not canceled"));
        QVERIFY(chip("searchChip1")->isVisible());
        QTest::mouseClick(chip("searchChip0"), Qt::LeftButton);
        QCOMPARE(m_search->text(), QStringLiteral("bo -is:canceled"));
        QCOMPARE(chip("searchChip0")->text(), QStringLiteral("Not canceled"));
        QVERIFY(!chip("searchChip1")->isVisible());
        QTest::mouseClick(chip("searchChip0"), Qt::LeftButton);
        QTRY_COMPARE(m_bar->filter().text, QStringLiteral("bo"));
    }

    void aHalfTypedFilter_isNoSearchYet()
    {
        m_search->setText(QStringLiteral("before:"));
        QTRY_COMPARE(m_bar->filter().text, QStringLiteral("before:"));
        QVERIFY(!isSearch(m_bar->filter()));
        QVERIFY(narrowingNames(m_bar->filter()).isEmpty());
    }

    void statusMenu_offersNoShowsAndMovedOnes()
    {
        choose(chip("statusChip")->menu(), QStringLiteral("No-show"));
        QCOMPARE(m_bar->filter().status, Status::NoShow);
        QCOMPARE(chip("statusChip")->text(), QStringLiteral("No-show"));
        choose(chip("statusChip")->menu(), QStringLiteral("Moved"));
        QCOMPARE(m_bar->filter().status, Status::Moved);
    }

    void hosts_areOfferedWhereThereAreSeveral()
    {
        MeetingSummary summary;
        summary.meeting.hosts = {{.user = user(1), .name = QStringLiteral("Mara")}};
        m_bar->addHosts({summary});
        QVERIFY(!chip("hostChip")->isVisible());
        summary.meeting.hosts = {{.user = user(2), .name = QStringLiteral("Bo & Co")}};
        m_bar->addHosts({summary, summary});
        QVERIFY(chip("hostChip")->isVisible());
        choose(chip("hostChip")->menu(), QStringLiteral("Bo && Co"));
        QCOMPARE(m_bar->filter().host, user(2));
        QCOMPARE(narrowingNames(m_bar->filter()), QStringList{QStringLiteral("Bo & Co")});
        m_bar->clear();
        QVERIFY(m_bar->filter().host.isEmpty());
        m_bar->forgetHosts();
        QVERIFY(!chip("hostChip")->isVisible());
    }

    void whereThereIsLittleRoom_chipsThatAreOffGiveWayToOne()
    {
        QWidget *row = chip("statusChip")->parentWidget();
        row->resize(1000, row->height());
        QVERIFY(chip("statusChip")->isVisible() && chip("eventTypeChip")->isVisible());
        QVERIFY(!chip("moreFiltersChip")->isVisible());
        row->resize(200, row->height());
        QVERIFY(!chip("statusChip")->isVisible() && !chip("eventTypeChip")->isVisible());
        QVERIFY(chip("moreFiltersChip")->isVisible());
        QCOMPARE(chip("moreFiltersChip")->menu()->objectName(), QStringLiteral("filtersMenu"));
        m_bar->setStatus(Status::Canceled);
        QVERIFY(chip("statusChip")->isVisible());
        m_bar->setStatus(Status::Any);
        QVERIFY(!chip("statusChip")->isVisible());
        row->resize(1000, row->height());
        QVERIFY(chip("statusChip")->isVisible() && !chip("moreFiltersChip")->isVisible());
    }

    void theShortcut_opensAMenuOfAllFilters()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QMenu *menu = m_window->findChild<QMenu *>(QStringLiteral("filtersMenu"));
        QTRY_VERIFY(menu->isVisible());
        menu->close();
        choose(m_window->findChild<QMenu *>(QStringLiteral("searchWordsMenu")), QStringLiteral("with:"));
        QCOMPARE(m_search->text(), QStringLiteral("with:"));
    }

    void whatIsNotUnderstood_isShownAndCanBeTakenOut()
    {
        m_search->setText(QStringLiteral("ana is:cancled"));
        QVERIFY(chip("searchChip0")->isVisible() && chip("searchChip0")->isWarning());
        QCOMPARE(chip("searchChip0")->accessibleName(), QStringLiteral("Not understood: is:cancled"));
        QTest::mouseClick(chip("searchChip0"), Qt::LeftButton);
        QCOMPARE(m_search->text(), QStringLiteral("ana"));
        m_search->setText(QStringLiteral("is:canceled"));
        QVERIFY(!chip("searchChip0")->isWarning());
    }

    void aFilter_isSavedAndShownAgain()
    {
        m_search->setText(QStringLiteral("with:ana"));
        QTRY_COMPARE(m_bar->filter().text, QStringLiteral("with:ana"));
        m_bar->setWhen(When::All);
        m_bar->setStatus(Status::Canceled);
        const ScheduleFilter filter = m_bar->filter();
        saveAs(QStringLiteral("Ana & canceled"));
        QCOMPARE(chip("savedFiltersChip")->text(), QStringLiteral("Ana & canceled"));

        m_bar->clear();
        m_bar->setWhen(When::Upcoming);
        QVERIFY(m_search->text().isEmpty());
        QCOMPARE(chip("savedFiltersChip")->text(), QStringLiteral("Saved filters"));
        choose(chip("savedFiltersChip")->menu(), QStringLiteral("Ana && canceled"));
        QCOMPARE(m_bar->filter(), filter);
        QCOMPARE(m_search->text(), QStringLiteral("with:ana"));
    }

    void nothing_isNotSaved()
    {
        QMenu *menu = chip("savedFiltersChip")->menu();
        emit menu->aboutToShow();
        QVERIFY(!menu->findChild<QAction *>(QStringLiteral("saveFilter"))->isEnabled());
    }

    void aDeletedFilter_canBeHadBack()
    {
        m_bar->setStatus(Status::Moved);
        saveAs(QStringLiteral("Moved ones"));
        QMenu *menu = chip("savedFiltersChip")->menu();
        emit menu->aboutToShow();
        choose(menu->actions().constLast()->menu(), QStringLiteral("Moved ones"));
        QVERIFY(m_saved->filters().isEmpty());
        QTest::mouseClick(toastButton(QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(m_saved->filters().size(), 1);
        QCOMPARE(filterFromJson(m_saved->filters().constFirst().filter).status, Status::Moved);
    }

    void aFilterWhoseNameIsTaken_canBeHadBack()
    {
        const SavedFilter moved{QStringLiteral("Moved"), {{QStringLiteral("status"), QStringLiteral("moved")}}};
        const SavedFilter canceled{QStringLiteral("Canceled"), {{QStringLiteral("status"), QStringLiteral("canceled")}}};
        QVERIFY(m_saved->save(moved) && m_saved->save(canceled));
        QMenu *menu = chip("savedFiltersChip")->menu();
        emit menu->aboutToShow();
        const QList<QAction *> actions = menu->actions();
        choose(actions.at(actions.size() - 2)->menu(), QStringLiteral("Moved"));
        auto *dialog = m_window->findChild<QInputDialog *>(QStringLiteral("filterNameDialog"));
        QVERIFY(dialog);
        dialog->setTextValue(QStringLiteral("Canceled"));
        dialog->accept();
        QTRY_COMPARE(m_saved->filters().size(), 1);
        QVERIFY(toastButton(QStringLiteral("Undo")));
        QTest::mouseClick(toastButton(QStringLiteral("Undo")), Qt::LeftButton);
        QCOMPARE(m_saved->filters(), (QList<SavedFilter>{canceled, moved}));
    }

    void aFilter_keepsItsNameWhenAPersonGetsAnother()
    {
        const auto hers = [](const char *name) { return toJson(ScheduleFilter{.host = user(1), .hostName = QString::fromUtf8(name)}); };
        QVERIFY(m_saved->save({QStringLiteral("Hers"), hers("Ana")}));
        const SavedFilterMenu menu(*m_saved, *m_toasts, [] { return QJsonObject(); }, m_window.get());
        QCOMPARE(menu.nameOf(hers("Ana Kovač")), QStringLiteral("Hers"));
        QVERIFY(menu.nameOf(toJson(ScheduleFilter{.host = user(2), .hostName = QStringLiteral("Ana")})).isEmpty());
    }

    void aFilterThatNobodyKnows_isTheOrdinaryOne()
    {
        QCOMPARE(filterFromJson({{QStringLiteral("when"), QStringLiteral("later")}, {QStringLiteral("status"), 5}}), ScheduleFilter{});
    }

private:
    Chip *chip(const char *name) { return m_window->findChild<Chip *>(QLatin1String(name)); }
    static QUrl user(int number) { return QUrl(QStringLiteral("https://api.example.com/users/%1").arg(number)); }

    /// Triggers the entry of a menu that begins with `text`.
    static void choose(QMenu *menu, const QString &text)
    {
        emit menu->aboutToShow();
        const QList<QAction *> actions = menu->actions();
        for (QAction *action : actions) {
            if (action->text().section(QLatin1Char('\t'), 0, 0) == text)
                return action->trigger();
        }
        QFAIL(qPrintable(text));
    }

    void saveAs(const QString &name)
    {
        choose(chip("savedFiltersChip")->menu(), QStringLiteral("&Save this filter…"));
        auto *dialog = m_window->findChild<QInputDialog *>(QStringLiteral("filterNameDialog"));
        QVERIFY(dialog);
        dialog->setTextValue(name);
        dialog->accept();
        QTRY_VERIFY(!m_window->findChild<QInputDialog *>(QStringLiteral("filterNameDialog")));
        QCOMPARE(m_saved->filters().size(), 1);
    }

    QAbstractButton *toastButton(const QString &text)
    {
        const QList<QAbstractButton *> buttons = m_toasts->findChildren<QAbstractButton *>();
        for (QAbstractButton *button : buttons) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SavedFilterTable> m_table;
    std::unique_ptr<SavedFilterService> m_saved;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    QLineEdit *m_search = nullptr;
    ScheduleFilterBar *m_bar = nullptr;
};

QTEST_MAIN(TestScheduleFilterBar)
#include "tst_schedulefilterbar.moc"
