// SPDX-License-Identifier: GPL-3.0-or-later
#include "backupservice.h"

#include "accountservice.h"
#include "backupfolder.h"
#include "database.h"
#include "linkordertable.h"
#include "owntables.h"
#include "pooltask.h"
#include "preferences.h"
#include "whilealive.h"

#include <QFutureWatcher>
#include <QPromise>

#include <algorithm>
#include <memory>

namespace {

constexpr std::chrono::hours oneDay{24};

/// What is only remembered by the way, or belongs to this computer or to an account, which may not be that of the backup.
bool isPassing(const QString &key)
{
    static const QStringList beginnings{QStringLiteral("window/"), QStringLiteral("export/"), QStringLiteral("schedule/meeting"),
                                        QStringLiteral("schedule/filter"), QStringLiteral("schedule/linkType"), QStringLiteral("schedule/period"),
                                        QStringLiteral("schedule/cardWidth"),
                                        QStringLiteral("links/expiryTold"), QStringLiteral("crash/"),
                                        QStringLiteral("privacy/forget")}; // taken along, it would forget elsewhere what nobody wanted forgotten
    return std::any_of(beginnings.begin(), beginnings.end(), [&key](const QString &beginning) { return key.startsWith(beginning); });
}

QString presetsKey()
{
    return QStringLiteral("links/presets");
}

/// Presets hold answers that were written for one account's event types.
bool isOfOther(const QString &key, const QString &account)
{
    return key.startsWith(presetsKey()) && key != Preferences::keyFor(presetsKey(), account);
}

/// What the user chose or wrote, in general or for `account`.
QJsonObject settingsOf(const Preferences &preferences, const QString &account)
{
    QJsonObject settings;
    const QVariantMap values = preferences.values();
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (!isPassing(value.key()) && !isOfOther(value.key(), account) && value->metaType().id() != QMetaType::QByteArray && value->canConvert<QString>())
            settings.insert(value.key(), value->toString());
    }
    return settings;
}

} // namespace

/// What a thread found out about one store and its backups.
struct BackupService::Look
{
    QString store;
    QDateTime made;
    Result<QByteArray> file = QByteArray(); ///< empty where there is nothing to keep
    bool isKept = false; ///< the newest backup holds the same
    QJsonObject settingsBefore; ///< of the newest backup
};

BackupService::BackupService(BackupParts parts, QObject *parent)
    : QObject(parent)
    , m_parts(std::move(parts))
    , m_use(std::make_unique<QObject>())
{
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &BackupService::backUp);
    connect(&m_parts.account, &AccountService::accountSwitched, this, &BackupService::begin);
}

void BackupService::begin()
{
    m_use = std::make_unique<QObject>(); // what is being read of a store that was left is written nowhere any more
    const QList<Export> waiting = std::exchange(m_exports, {});
    for (const Export &then : waiting)
        then(Unexpected(failure(Error::Kind::Stopped, QStringLiteral("Another account took its place"))));
    if (m_parts.database.isOpen())
        m_timer.start(m_parts.afterStart);
    else
        m_timer.stop();
}

void BackupService::backUp()
{
    if (!m_parts.database.isOpen())
        return;
    look([this](const Look &look) { keep(look, Older::Stay); });
    m_timer.start(oneDay);
}

void BackupService::beginAnew()
{
    if (!m_parts.database.isOpen())
        return;
    m_use = std::make_unique<QObject>(); // what is being read still holds it, too
    if (!m_exports.isEmpty())
        readForExport();
    look([this](const Look &look) { keep(look, Older::Go); });
    m_timer.start(oneDay);
}

void BackupService::keep(const Look &look, Older older)
{
    BackupFolder folder(look.store);
    Result<Done> written = look.file ? Result<Done>(Done{}) : Unexpected(look.file.error());
    if (written)
        addSettings(look.settingsBefore);
    if (written && !look.file->isEmpty() && (older == Older::Go || !look.isKept))
        written = folder.add(look.made, *look.file);
    // Without a new one they are all there is, should the store break.
    if (older == Older::Go) {
        const bool gone = written && (look.file->isEmpty() ? folder.erase() : folder.eraseOlder());
        if (gone)
            emit begunAnew();
        else
            emit oldOnesKept();
    }
    if (!written)
        return emit failed(written.error());
    emit backedUp();
}

void BackupService::exportData(QObject *context, std::function<void(const Result<QByteArray> &)> then)
{
    m_exports.append(whileAlive<Result<QByteArray>>(context, std::move(then)));
    readForExport();
}

void BackupService::readForExport()
{
    look([this](const Look &look) {
        const QList<Export> waiting = std::exchange(m_exports, {});
        for (const Export &then : waiting)
            then(look.file);
    });
}

Result<int> BackupService::importData(const QByteArray &file)
{
    const Result<OwnData> data = ownDataFrom(file);
    if (!data)
        return Unexpected(data.error());
    const std::optional<Account> account = m_parts.account.account();
    if (!account || data->account != account->user.uri.toString())
        return Unexpected(failure(Error::Kind::Conflict, tr("This file belongs to another account")));
    int added = 0;
    const Result<Done> written = m_parts.database.durableTransaction([&]() -> Result<Done> {
        for (const OwnTable &table : data->tables) {
            const Result<int> rows = addOwnRows(m_parts.database.connection(), forImport(table));
            if (!rows)
                return Unexpected(rows.error());
            added += *rows;
        }
        return LinkOrderTable(m_parts.database).settleThoseInLedger(m_parts.clock());
    });
    if (!written)
        return Unexpected(written.error());
    added += addSettings(data->settings);
    emit imported();
    return added;
}

/// Those that are missing here; how many.
int BackupService::addSettings(const QJsonObject &settings)
{
    const std::optional<Account> account = m_parts.account.account();
    const QString owner = account ? account->key : QString();
    int added = 0;
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        // An earlier version kept presets under the name alone.
        const QString key = setting.key() == presetsKey() ? Preferences::keyFor(presetsKey(), owner) : setting.key();
        if (isPassing(key) || isOfOther(key, owner) || m_parts.preferences.contains(key))
            continue;
        m_parts.preferences.setValue(key, setting->toString());
        ++added;
    }
    if (added > 0)
        emit settingsCameBack();
    return added;
}

void BackupService::look(std::function<void(const Look &)> then)
{
    OwnData data;
    const std::optional<Account> account = m_parts.account.account();
    data.account = account ? account->user.uri.toString() : QString();
    data.made = m_parts.clock();
    data.settings = settingsOf(m_parts.preferences, account ? account->key : QString());
    const auto promise = std::make_shared<QPromise<Look>>();
    auto *watcher = new QFutureWatcher<Look>(m_use.get());
    connect(watcher, &QFutureWatcher<Look>::finished, watcher, [watcher, then = std::move(then)] {
        watcher->deleteLater();
        then(watcher->result());
    });
    watcher->setFuture(promise->future());
    // It has copies of what it needs, so that it may outlive this.
    startInPool([promise, data, store = m_parts.database.file()]() mutable {
        promise->start();
        Look look;
        look.store = store;
        look.made = data.made;
        if (Result<QList<OwnTable>> tables = readOwnTables(store)) {
            data.tables = std::move(*tables);
            const QByteArray before = BackupFolder(store).newestFile();
            const QByteArray now = isEmpty(data) ? QByteArray() : toFile(data);
            look.isKept = !now.isEmpty() && holdSame(before, now);
            look.file = now;
            if (const Result<OwnData> old = ownDataFrom(before))
                look.settingsBefore = old->settings;
        } else {
            look.file = Unexpected(tables.error());
        }
        promise->addResult(look);
        promise->finish();
    });
}
