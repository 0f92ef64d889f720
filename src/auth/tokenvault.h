// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "result.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

/// Where secrets are kept. One text item for each key; answers come later, once, and never after the context is gone
/// (the work itself goes on: an item that is being written is not given up).
class TokenVault : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// Whether what is written here outlives the program.
    virtual bool isPersistent() const = 0;

    /// Nothing there is a value without text, not an error; but a locked keyring also says so (see Session).
    virtual void read(const QString &key, QObject *context,
                      std::function<void(const Result<std::optional<QString>> &)> then)
        = 0;
    virtual void write(const QString &key, const QString &text, QObject *context,
                       std::function<void(const Result<Done> &)> then)
        = 0;
    /// A locked keyring keeps the item and says Done: to be read first, which asks to unlock it.
    virtual void remove(const QString &key, QObject *context, std::function<void(const Result<Done> &)> then) = 0;

    /// True while a write or a removal is under way.
    virtual bool isWriting() const = 0;

    /// Something that is under way and is lost with the program, until the last copy goes: a renewal that the server may
    /// have answered, and what is still to be said of a sign-in that was removed.
    using Hold = std::shared_ptr<void>;
    Hold hold()
    {
        ++m_holds;
        return Hold(this, [vault = QPointer<TokenVault>(this)](void *) {
            if (!vault)
                return;
            --vault->m_holds;
            emit vault->writingChanged();
        });
    }
    /// Quitting waits for what is written and for what is held.
    bool isBusy() const { return isWriting() || m_holds > 0; }

    /// The program ends: what could not be written is tried once more, now.
    void callLast() { emit lastCalled(); }

    /// Whether the user may have sign-ins kept in a file, since there is no keychain; whether they chose it; and choosing
    /// it or taking it back, which takes along what is kept already.
    virtual bool isFileOffered() const { return false; }
    virtual bool isInFile() const { return false; }
    virtual Result<Done> keepInFile(bool)
    {
        return Unexpected(Error{.kind = Error::Kind::Storage, .message = QStringLiteral("Sign-ins are not kept in a file here")});
    }

signals:
    void writingChanged(); ///< or what is held
    void lastCalled();
    /// The keychain has not answered for ten seconds; what was asked of it goes on. It may be asking the user something.
    void answerAwaited();
    /// isPersistent() is known now, or differs.
    void persistenceChanged();
    /// A sign-in that was kept in a file is in the keychain now, and in no file any more.
    void movedToKeychain(const QString &key);

private:
    int m_holds = 0;
};
