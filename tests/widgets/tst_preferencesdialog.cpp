// SPDX-License-Identifier: GPL-3.0-or-later
#include "appearance.h"
#include "heldactions.h"
#include "letterkeys.h"
#include "preferences.h"
#include "preferencesdialog.h"
#include "retention.h"
#include "windowparts.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QHash>
#include <QMessageBox>
#include <QPalette>
#include <QPointer>
#include <QPushButton>
#include <QTest>

/// What the user chooses once for all accounts.
class TestPreferencesDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>(20);
        QVERIFY(m_world->startServer());
        m_world->startProgram();
        m_memory.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_preferences = std::make_unique<Preferences>(m_folder->path());
        m_retention = std::make_unique<Retention>(*m_preferences, m_world->clock.clock());
        m_appearance = std::make_unique<Appearance>();
        m_parts.reset(new MainWindowParts(windowParts(*m_world)));
        m_parts->remembered = [this](const QString &key) { return m_memory.value(key); };
        m_parts->remember = [this](const QString &key, const QVariant &value) { m_memory.insert(key, value); };
        m_letters = std::make_unique<LetterKeys>(m_parts->remembered, m_parts->remember);
        m_parts->letters = m_letters.get();
        m_parts->appearance = m_appearance.get();
        m_parts->retention = m_retention.get();
        m_window = std::make_unique<QWidget>();
        m_window->show();
        open();
    }

    void cleanup()
    {
        delete m_dialog;
        m_window.reset();
        m_parts.reset();
        m_letters.reset();
        m_appearance.reset();
        m_retention.reset();
        m_preferences.reset();
        m_world.reset();
    }

    void colorsHoldAtOnceAndAreFoundAgain()
    {
        choose("scheme", darkWishAsVariant(true));
        QVERIFY(isDark());
        QCOMPARE(darkWishFrom(m_memory.value(darkWishKey())), std::optional(true));
        open();
        QCOMPARE(box("scheme")->currentText(), QStringLiteral("Dark"));
        choose("scheme", darkWishAsVariant(false));
        QVERIFY(!isDark());
        choose("scheme", QVariant());
        QCOMPARE(darkWishFrom(m_memory.value(darkWishKey())), std::optional<bool>());
    }

    void aColorThatNobodyKnowsIsTheSystems()
    {
        QCOMPARE(darkWishFrom(QStringLiteral("purple")), std::optional<bool>());
        QCOMPARE(darkWishFrom(true), std::optional<bool>());
    }

    void theWaitBeforeSendingIsTheOneOfTheMenu()
    {
        auto *hold = m_dialog->findChild<QCheckBox *>(QStringLiteral("hold"));
        QVERIFY(hold->isChecked());
        hold->click();
        QVERIFY(!m_parts->held.isOn());
        m_parts->held.setOn(true); // in the menu
        QVERIFY(hold->isChecked());
    }

    void singleKeysAreSwitchedOffHere()
    {
        m_dialog->findChild<QCheckBox *>(QStringLiteral("singleKeys"))->click();
        QVERIFY(!m_letters->areOn());
    }

    void aShorterTimeIsAskedForBeforeAnythingGoes()
    {
        choose("keep", 6);
        QCOMPARE(m_retention->months(), 0);
        QCOMPARE(box("keep")->currentData().toInt(), 0);
        answer(false);
        QCOMPARE(m_retention->months(), 0);
        choose("keep", 6);
        answer(true);
        QCOMPARE(m_retention->months(), 6);
        QCOMPARE(box("keep")->currentData().toInt(), 6);
        choose("keep", 1);
        answer(true);
        QCOMPARE(m_retention->months(), 1);
    }

    void aLongerTimeIsTakenAtOnce()
    {
        m_retention->setMonths(1);
        choose("keep", 12);
        QCOMPARE(m_retention->months(), 12);
        choose("keep", 0);
        QCOMPARE(m_retention->months(), 0);
        QVERIFY(!m_dialog->findChild<QMessageBox *>());
    }

private:
    void open()
    {
        delete m_dialog;
        m_dialog = new PreferencesDialog(*m_parts, m_window.get());
        m_dialog->show();
    }

    QComboBox *box(const char *name) const { return m_dialog->findChild<QComboBox *>(QLatin1String(name)); }

    /// As from the list that drops down.
    void choose(const char *name, const QVariant &choice) const
    {
        QComboBox *choices = box(name);
        const int wanted = choices->findData(choice);
        QVERIFY2(wanted >= 0, name);
        choices->setCurrentIndex(wanted);
        emit choices->activated(wanted);
    }

    void answer(bool confirmed) const
    {
        auto *question = m_dialog->findChild<QMessageBox *>(QStringLiteral("forgetQuestion"));
        QVERIFY(question && question->isVisible());
        if (confirmed)
            question->findChild<QPushButton *>(QStringLiteral("confirmed"))->click();
        else
            QTest::keyClick(question, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog->findChild<QMessageBox *>(QStringLiteral("forgetQuestion")));
    }

    static bool isDark() { return QApplication::palette().color(QPalette::Window).lightness() < 128; }

    std::unique_ptr<ServiceWorld> m_world;
    QHash<QString, QVariant> m_memory;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Retention> m_retention;
    std::unique_ptr<Appearance> m_appearance;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<LetterKeys> m_letters;
    std::unique_ptr<QWidget> m_window;
    QPointer<PreferencesDialog> m_dialog;
};

QTEST_MAIN(TestPreferencesDialog)
#include "tst_preferencesdialog.moc"
