// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychainvault.h"

#include <QPointer>
#include <QTimer>

#include <qt6keychain/keychain.h>

using namespace std::chrono_literals;

namespace {

/// The keychain's own words stay out: they are the backend's, in whatever language.
Error problem(QKeychain::Error code)
{
    QString message;
    switch (code) {
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        message = QStringLiteral("The keychain is locked");
        break;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        message = QStringLiteral("There is no keychain");
        break;
    case QKeychain::CouldNotDeleteEntry:
        message = QStringLiteral("The keychain does not delete the item");
        break;
    default:
        message = QStringLiteral("The keychain cannot be reached");
        break;
    }
    return {.kind = Error::Kind::Storage, .message = message};
}

} // namespace

KeychainVault::KeychainVault(QString service, QObject *parent, std::chrono::milliseconds patience)
    : TokenVault(parent)
    , m_service(std::move(service))
    , m_patience(patience)
{
}

void KeychainVault::probe(const QString &service, QObject *context, std::function<void(bool available)> then)
{
    auto *job = new QKeychain::ReadPasswordJob(service); // no parent: deleting a job that runs crashes
    job->setKey(QStringLiteral("is there a keychain"));
    auto *once = new QObject(context);
    const auto tell = [once, then = std::move(then)](bool available) {
        delete once;
        then(available);
    };
    connect(job, &QKeychain::Job::finished, once, [tell](const QKeychain::Job *done) {
        const QKeychain::Error code = done->error();
        tell(code == QKeychain::NoError || code == QKeychain::EntryNotFound || code == QKeychain::AccessDenied
             || code == QKeychain::AccessDeniedByUser);
    });
    QTimer::singleShot(3s, once, [tell] {
        tell(true); // somebody is being asked to unlock it
    });
    job->start();
}

void KeychainVault::read(const QString &key, QObject *context,
                         std::function<void(const Result<std::optional<QString>> &)> then)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(key);
    connect(job, &QKeychain::Job::finished, context, [job, then = std::move(then)] {
        if (job->error() == QKeychain::NoError)
            then(std::optional<QString>(job->textData()));
        else if (job->error() == QKeychain::EntryNotFound)
            then(std::optional<QString>());
        else
            then(Unexpected(problem(job->error())));
    });
    watch(job);
    job->start();
}

void KeychainVault::write(const QString &key, const QString &text, QObject *context,
                          std::function<void(const Result<Done> &)> then)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(key);
    job->setTextData(text);
    countWrites(+1);
    connect(job, &QKeychain::Job::finished, this,
            [this, job, guard = QPointer<QObject>(context), then = std::move(then)] {
                const Result<Done> outcome
                    = job->error() == QKeychain::NoError ? Result<Done>(Done{}) : Unexpected(problem(job->error()));
                countWrites(-1);
                if (guard)
                    then(outcome);
            });
    watch(job);
    job->start();
}

void KeychainVault::remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(key);
    countWrites(+1);
    connect(job, &QKeychain::Job::finished, this,
            [this, job, guard = QPointer<QObject>(context), then = std::move(then)] {
                const bool isGone = job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound;
                const Result<Done> outcome = isGone ? Result<Done>(Done{}) : Unexpected(problem(job->error()));
                countWrites(-1);
                if (guard)
                    then(outcome);
            });
    watch(job);
    job->start();
}

void KeychainVault::watch(QObject *job)
{
    QTimer::singleShot(m_patience, this, [this, running = QPointer<QObject>(job)] {
        if (running) // it deletes itself when it has answered
            emit answerAwaited();
    });
}

void KeychainVault::countWrites(int change)
{
    m_writing += change;
    emit writingChanged();
}
