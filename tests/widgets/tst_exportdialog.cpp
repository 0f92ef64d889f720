// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportdialog.h"
#include "mergedmeetings.h"
#include "fulldisk.h"
#include "toasthost.h"
#include "windowparts.h"

#include <QAbstractButton>
#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

class TestExportDialog : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_world = std::make_unique<ServiceWorld>();
        QVERIFY(m_world->startSignedIn() && m_world->load());
        m_parts = std::make_unique<MainWindowParts>(windowParts(*m_world));
        m_meetings = std::make_unique<MergedMeetings>(m_parts->meetings, m_parts->account, nullptr);
        m_parts->remember = [this](const QString &key, const QVariant &value) { m_remembered.insert(key, value); };
        m_window = std::make_unique<QWidget>();
        m_toasts = new ToastHost(m_window.get());
        m_window->show();
        m_shown = {.range = {m_world->clock.now().addDays(-30), m_world->clock.now().addDays(30)}};
    }

    void cleanup()
    {
        m_window.reset();
        m_meetings.reset();
        m_parts.reset();
        m_world.reset();
        m_remembered.clear();
    }

    void severalThatAreSelectedAreMeant()
    {
        const QList<QUrl> some = all().mid(3, 4);
        open(some);
        QVERIFY(button("selected")->isChecked());
        QVERIFY(button("selected")->text().contains(QLatin1Char('4')));
        QVERIFY(button("shown")->text().contains(QString::number(all().size())));
        button("json")->setChecked(true);
        m_dialog->exportTo(path());
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(written().size(), 4);
        QCOMPARE(written().first().toObject()[QLatin1String("uri")].toString(), some.first().toString());
    }

    void withOneSelectedTheListIsMeant()
    {
        open(all().mid(0, 1));
        QVERIFY(button("shown")->isChecked());
        button("json")->setChecked(true);
        m_dialog->exportTo(path());
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(written().size(), all().size());
        QVERIFY(m_toasts->isVisible());
    }

    void inTheOrderInWhichTheyTakePlace()
    {
        m_shown.newestFirst = true;
        open({});
        button("json")->setChecked(true);
        m_dialog->exportTo(path());
        QTRY_VERIFY(!m_dialog);
        QString last;
        for (const QJsonValue &meeting : written()) {
            const QString start = meeting.toObject()[QLatin1String("start")].toString();
            QVERIFY(last <= start);
            last = start;
        }
    }

    void whatIsNotWantedIsLeftOut()
    {
        open({});
        for (const char *content : {"people", "answers", "origin"})
            button(content)->setChecked(false);
        m_dialog->exportTo(path());
        QTRY_VERIFY(!m_dialog);
        const QByteArray csv = contents();
        QVERIFY(csv.count("\r\n") > 10);
        QVERIFY(!csv.contains("E-mail") && !csv.contains("utm_") && !csv.contains('@'));
    }

    void theButtonAsksForAFileAndRemembersTheFolder()
    {
        open({});
        button("markdown")->setChecked(true);
        QTest::mouseClick(button("choose"), Qt::LeftButton);
        QPointer<QFileDialog> files = m_dialog->findChild<QFileDialog *>();
        QVERIFY(files);
        QCOMPARE(files->acceptMode(), QFileDialog::AcceptSave);
        QCOMPARE(QFileInfo(files->selectedFiles().first()).fileName(), QStringLiteral("Meetings 2026-11-18.md"));
        QCOMPARE(files->defaultSuffix(), QStringLiteral("md"));
        emit files->fileSelected(path());
        files->close();
        QTRY_VERIFY(!m_dialog);
        QVERIFY(contents().startsWith("# Meetings"));
        QCOMPARE(m_remembered.value(QStringLiteral("export/folder")).toString(), m_world->profile.path());
    }

    void theWindowStaysAwake()
    {
        open({});
        QSignalSpy turns(m_dialog->findChild<QObject *>(QStringLiteral("progress")), SIGNAL(valueChanged(int)));
        m_dialog->exportTo(path());
        QVERIFY(!QFile::exists(path())); // nothing is done before the window has had its turn
        QTRY_VERIFY(!m_dialog);
        QVERIFY2(turns.size() > 1, "it was written in one go");
    }

    void stoppingLeavesTheOldFile()
    {
        writeOld();
        open({});
        m_dialog->exportTo(path());
        QVERIFY(button("stop")->isVisible());
        QTest::mouseClick(button("stop"), Qt::LeftButton);
        QTRY_VERIFY(problem().contains(QStringLiteral("Stopped")));
        QVERIFY(button("choose")->isVisible());
        QCOMPARE(contents(), QByteArray("old"));
        QVERIFY(leftovers().isEmpty());
    }

    void closingStops()
    {
        writeOld();
        open({});
        m_dialog->exportTo(path());
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        QCOMPARE(contents(), QByteArray("old"));
        QVERIFY(leftovers().isEmpty());
    }

    void aFullDiskIsSaidAndLeavesTheOldFile()
    {
        writeOld();
        open({});
        {
            const FullDisk full(200);
            QVERIFY(full.isFull());
            m_dialog->exportTo(path());
            QTRY_VERIFY(!m_dialog || !problem().isEmpty());
            QVERIFY2(m_dialog, "it was taken for written");
        }
        QVERIFY(problem().contains(QStringLiteral("could not be written")));
        QVERIFY(problem().contains(QStringLiteral("as it was before")));
        QCOMPARE(contents(), QByteArray("old"));
        QVERIFY(leftovers().isEmpty());
        m_dialog->exportTo(path());
        QTRY_VERIFY(!m_dialog);
        QVERIFY(contents().size() > 200);
    }

    void aFolderThatIsNotThereIsSaid()
    {
        open({});
        m_dialog->exportTo(m_world->profile.filePath(QStringLiteral("no/such/folder.csv")));
        QTRY_VERIFY(problem().contains(QStringLiteral("folder.csv could not be written")));
    }

    void nothingToWriteOffersNothing()
    {
        m_shown.range = {m_world->clock.now().addYears(40), m_world->clock.now().addYears(41)};
        open({});
        QVERIFY(!button("choose")->isEnabled());
        QVERIFY(!button("selected")->isEnabled());
    }

private:
    void open(const QList<QUrl> &selected)
    {
        m_dialog = new ExportDialog(selected, m_shown, *m_meetings, *m_parts, *m_toasts, m_window.get());
        m_dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    }

    QList<QUrl> all() const { return m_parts->meetings.uris(m_shown).value_or({}); }
    QAbstractButton *button(const char *name) { return m_dialog->findChild<QAbstractButton *>(QLatin1String(name)); }
    QString problem() { return m_dialog->findChild<QLabel *>(QStringLiteral("problem"))->text(); }
    QString path() const { return m_world->profile.filePath(QStringLiteral("meetings.out")); }
    QStringList leftovers() const { return QDir(m_world->profile.path()).entryList({QStringLiteral("meetings.out.*")}, QDir::Files); }

    void writeOld() const
    {
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("old");
    }

    QByteArray contents() const
    {
        QFile file(path());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    QJsonArray written() const { return QJsonDocument::fromJson(contents()).object()[QLatin1String("meetings")].toArray(); }

    std::unique_ptr<ServiceWorld> m_world;
    std::unique_ptr<MainWindowParts> m_parts;
    std::unique_ptr<MergedMeetings> m_meetings;
    std::unique_ptr<QWidget> m_window;
    ToastHost *m_toasts = nullptr;
    QPointer<ExportDialog> m_dialog;
    MeetingQuery m_shown;
    QHash<QString, QVariant> m_remembered;
};

QTEST_MAIN(TestExportDialog)
#include "tst_exportdialog.moc"
