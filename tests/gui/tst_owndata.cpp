// SPDX-License-Identifier: GPL-3.0-or-later
#include "database.h"
#include "syncstatetable.h"
#include "windowfixture.h"

#include <QDirIterator>
#include <QFileDialog>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>

/// What only this computer knows: it survives a broken store, and can be taken along.
class TestOwnData : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_fixture = std::make_unique<WindowFixture>();
        QVERIFY(m_fixture->openReady());
        QVERIFY(makeLink(QStringLiteral("Beatriz Alves")));
    }

    void cleanup() { m_fixture.reset(); }

    void aBrokenStoreIsSetAside_readAnew_andSaid()
    {
        QVERIFY(backUp());
        m_fixture->quit();
        QFile store(storeFile());
        QVERIFY(store.open(QIODevice::WriteOnly));
        store.write(QByteArray(50000, 'x'));
        store.close();
        QVERIFY(m_fixture->openWindow());
        QVERIFY2(hands().hasToast(QStringLiteral("could not be read. It was set aside and is read anew from Calendly.")), qPrintable(hands().toasts().join(u'\n')));
        QVERIFY2(hands().hasToast(QStringLiteral("were put back as they were")), qPrintable(hands().toasts().join(u'\n')));
        QVERIFY2(hands().hasToast(QStringLiteral("kept for at least 30 days")), qPrintable(hands().toasts().join(u'\n')));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe"))); // without signing in again
        QVERIFY(ledgerShows(QStringLiteral("Beatriz Alves")));
    }

    void damageThatShowsWhileItRuns_isSetAsideAtOnce_andNotTakenForAnEmptySchedule()
    {
        m_fixture->quit();
        QVERIFY(spoilPageOf("meetings_by_start"));
        QVERIFY(m_fixture->openWindow());
        QTRY_VERIFY2(hands().hasToast(QStringLiteral("could not be read. It was set aside and is read anew from Calendly.")), qPrintable(hands().toasts().join(u'\n')));
        QVERIFY2(hands().hasToast(QStringLiteral("are all here")), qPrintable(hands().toasts().join(u'\n')));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QVERIFY(ledgerShows(QStringLiteral("Beatriz Alves")));
    }

    void whatWasStoredOfAnotherAddress_isSaidAsWhatItIs_andTheLinksStay()
    {
        m_fixture->quit();
        QVERIFY(QFile::remove(m_fixture->profile.filePath(QStringLiteral("accounts.json")))); // it would say whose the store is
        {
            Database store;
            QVERIFY(store.open(storeFile()));
            SyncStateTable state(store);
            User other = *state.user();
            other.uri = QUrl(QStringLiteral("https://calendly.example.com/users/") + other.uri.fileName());
            QVERIFY(state.setUser(other));
        }
        QVERIFY(m_fixture->openSignedIn());
        QVERIFY2(hands().hasToast(QStringLiteral("belonged to another address of this account")), qPrintable(hands().toasts().join(u'\n')));
        QVERIFY2(hands().hasToast(QStringLiteral("are all here")), qPrintable(hands().toasts().join(u'\n')));
        QVERIFY(!hands().hasToast(QStringLiteral("could not be read")));
        QVERIFY(ledgerShows(QStringLiteral("Beatriz Alves")));
    }

    void whatWasStoredByANewerSundialIsSetAside_andTheLinksStay()
    {
        m_fixture->quit();
        {
            QSqlDatabase store = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("newer"));
            store.setDatabaseName(storeFile());
            QVERIFY(store.open());
            store.exec(QStringLiteral("PRAGMA user_version = 4711"));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("newer"));
        QVERIFY(m_fixture->openWindow());
        QVERIFY2(hands().hasToast(QStringLiteral("of a newer Sundial")), qPrintable(hands().toasts().join(u'\n')));
        QVERIFY2(hands().hasToast(QStringLiteral("are all here")), qPrintable(hands().toasts().join(u'\n')));
        QVERIFY(m_fixture->listShows(QStringLiteral("Kenji Watanabe")));
        QVERIFY(ledgerShows(QStringLiteral("Beatriz Alves")));
    }

    void aStoreThatCannotBeOpened_isSaid()
    {
        const QString folder = QFileInfo(storeFile()).path();
        m_fixture->quit();
        QVERIFY(QFile::rename(folder, folder + QStringLiteral("-aside")));
        QFile inItsPlace(folder);
        QVERIFY(inItsPlace.open(QIODevice::WriteOnly));
        QVERIFY(m_fixture->openWindow());
        QTRY_VERIFY2(hands().hasToast(QStringLiteral("could not be opened, so nothing can be shown or kept. Nothing is lost")),
                     qPrintable(hands().toasts().join(u'\n')));
    }

    void exportAndImport_areInTheMenu()
    {
        const QString path = m_fixture->profile.filePath(QStringLiteral("own.json"));
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("File"), QStringLiteral("Export own data…")));
        QVERIFY(choose(path));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("own.json written")));
        hands().closeToasts();
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("File"), QStringLiteral("Import own data…")));
        QVERIFY(choose(path));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Everything in this file was here already.")));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("Beatriz Alves"));
        QVERIFY(!bytes.contains(m_fixture->calendly.token().toUtf8()));
        QVERIFY(!bytes.contains("/cancellations/") && !bytes.contains("/reschedulings/"));
    }

    void aFileThatIsNone_saysThatNothingWasChanged()
    {
        QVERIFY(hands().chooseFromMenuBar(QStringLiteral("File"), QStringLiteral("Import own data…")));
        QVERIFY(choose(storeFile()));
        QTRY_VERIFY(hands().hasToast(QStringLiteral("Nothing was changed.")));
    }

private:
    WindowHands hands() const { return m_fixture->hands(); }

    bool makeLink(const QString &label)
    {
        bool made = false;
        const EventType type = m_fixture->composition->eventTypes().eventTypes().first();
        m_fixture->composition->links().singleUseLink(type, label, this, [&made](const Result<SchedulingLink> &link) { made = link.has_value(); });
        return WindowHands::waitFor([&made] { return made; });
    }

    bool backUp()
    {
        QSignalSpy done(&m_fixture->composition->backups(), &BackupService::backedUp);
        m_fixture->composition->backups().backUp();
        return WindowHands::waitFor([&done] { return !done.isEmpty(); });
    }

    /// A page in the midst of the file that no start looks at.
    bool spoilPageOf(const char *index)
    {
        qint64 page = 0;
        qint64 size = 0;
        {
            QSqlDatabase store = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("spoiled"));
            store.setDatabaseName(storeFile());
            QSqlQuery query(store.open() ? store : QSqlDatabase());
            if (query.exec(QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = '%1'").arg(QLatin1String(index))) && query.next())
                page = query.value(0).toLongLong();
            query.exec(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"));
            if (query.exec(QStringLiteral("PRAGMA page_size")) && query.next())
                size = query.value(0).toLongLong();
        }
        QSqlDatabase::removeDatabase(QStringLiteral("spoiled"));
        QFile file(storeFile());
        return page > 0 && file.open(QIODevice::ReadWrite) && file.seek((page - 1) * size) && file.write(QByteArray(size, '\xfe')) == size;
    }

    bool ledgerShows(const QString &part)
    {
        hands().press(Qt::Key_4, Qt::ControlModifier);
        return m_fixture->listShows(part, "LinksPage");
    }

    QString storeFile() const
    {
        QDirIterator files(m_fixture->profile.path(), {QStringLiteral("store.sqlite")}, QDir::Files, QDirIterator::Subdirectories);
        return files.hasNext() ? files.next() : QString();
    }

    bool choose(const QString &path)
    {
        QPointer<QFileDialog> dialog;
        if (!WindowHands::waitFor([&] { return dialog = m_fixture->window->findChild<QFileDialog *>(); }))
            return false;
        emit dialog->fileSelected(path);
        dialog->close();
        return WindowHands::waitFor([&] { return dialog.isNull(); });
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestOwnData)
#include "tst_owndata.moc"
