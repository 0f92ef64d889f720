// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accesstokensjson.h"
#include "systemvault.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <sys/stat.h>

/// A keychain that appears, and may be locked.
class LateKeychain : public MemoryVault
{
    Q_OBJECT

public:
    explicit LateKeychain(bool locked = false)
        : m_isLocked(locked)
    {
    }

    bool isPersistent() const override { return true; }

    void write(const QString &key, const QString &text, QObject *context, std::function<void(const Result<Done> &)> then) override
    {
        if (m_isLocked)
            QTimer::singleShot(0, context, [then = std::move(then)] { then(Unexpected(Error{.kind = Error::Kind::Storage})); });
        else if (isAsking)
            m_asked << [this, key, text, context, then = std::move(then)] { MemoryVault::write(key, text, context, then); };
        else
            MemoryVault::write(key, text, context, std::move(then));
    }

    /// Its user gives the password: what waited for that is done.
    void answer()
    {
        isAsking = false;
        for (const auto &take : std::exchange(m_asked, {}))
            take();
    }
    bool isAsking = false; ///< what is to be written waits for answer()

private:
    bool m_isLocked;
    QList<std::function<void()>> m_asked;
};

/// A profile, and vaults for runs of the program on it.
class VaultFixture : public QObject
{
    Q_OBJECT

protected:
    using Item = std::optional<QString>;

    std::shared_ptr<QList<Item>> read(TokenVault &vault)
    {
        const auto seen = std::make_shared<QList<Item>>();
        vault.read(m_key, this, [seen](const Result<Item> &item) {
            QVERIFY(item.has_value());
            seen->append(*item);
        });
        return seen;
    }

    /// What reading says is wrong; empty where it reads.
    QString refusal(TokenVault &vault)
    {
        const auto seen = std::make_shared<QList<QString>>();
        vault.read(m_key, this, [seen](const Result<Item> &item) { seen->append(item ? QString() : item.error().message); });
        return QTest::qWaitFor([&seen] { return !seen->isEmpty(); }) ? seen->constFirst() : QStringLiteral("no answer");
    }

    bool write(TokenVault &vault, const QString &text)
    {
        const auto seen = std::make_shared<QList<bool>>();
        vault.write(m_key, text, this, [seen](const Result<Done> &done) { seen->append(done.has_value()); });
        return QTest::qWaitFor([&seen] { return !seen->isEmpty(); }) && seen->constFirst();
    }

    bool remove(TokenVault &vault)
    {
        const auto seen = std::make_shared<QList<bool>>();
        vault.remove(m_key, this, [seen](const Result<Done> &done) { seen->append(done.has_value()); });
        return QTest::qWaitFor([&seen] { return !seen->isEmpty(); }) && seen->constFirst();
    }

    std::unique_ptr<SystemVault> start() const { return std::make_unique<SystemVault>(m_service, m_profile->path()); }
    std::unique_ptr<SystemVault> startWithKeychain(bool locked = false) const
    {
        return std::make_unique<SystemVault>(std::make_unique<LateKeychain>(locked), true, m_profile->path());
    }

    /// A run that was told to keep `text` in the file, and is over.
    bool keptInFile(const QString &text)
    {
        const auto vault = start();
        return write(*vault, text) && vault->keepInFile(true) && vault->isPersistent();
    }

    /// A keychain that holds `text` already.
    std::unique_ptr<SystemVault> startWithKeychainThatHolds(const QString &text) const
    {
        auto keychain = std::make_unique<LateKeychain>();
        keychain->put(m_key, text);
        return std::make_unique<SystemVault>(std::move(keychain), true, m_profile->path());
    }

    /// A keychain that comes up when `m_isThere` says so; it is the vault's.
    std::unique_ptr<SystemVault> startBeforeTheKeychain(std::unique_ptr<LateKeychain> keychain)
    {
        m_isThere = false;
        const auto probe = [this](QObject *context, std::function<void(bool)> then) {
            QTimer::singleShot(0, context, [this, then = std::move(then)] { then(m_isThere); });
        };
        return std::make_unique<SystemVault>(std::move(keychain), probe, m_profile->path());
    }

    static QString signIn(int generation)
    {
        return toItemText({.accessToken = "access-" + QByteArray::number(generation),
                           .refreshToken = "refresh-" + QByteArray::number(generation),
                           .expiresAt = QDateTime::currentDateTimeUtc().addSecs(7200),
                           .generation = generation});
    }

    QString folder() const { return m_profile->filePath(QStringLiteral("sign-ins")); }
    QString file() const { return folder() + QLatin1Char('/') + m_key; }

    static int rights(const QString &path)
    {
        struct stat status = {};
        return stat(QFile::encodeName(path).constData(), &status) == 0 ? int(status.st_mode & 07777) : -1;
    }

    const QString m_service = QStringLiteral("Sundial test");
    const QString m_key = QStringLiteral("mara");
    std::unique_ptr<QTemporaryDir> m_profile;
    bool m_isThere = false;
};
