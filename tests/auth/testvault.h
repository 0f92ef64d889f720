// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "accesstokensjson.h"
#include "callback.h"
#include "memoryvault.h"

/// A vault that counts as lasting unless told otherwise and can be locked like a keyring: then it shows nothing and
/// takes nothing. Or it waits for its user, like one that shows a prompt.
class TestVault : public MemoryVault
{
    Q_OBJECT

public:
    bool isPersistent() const override { return isLasting; }

    void read(const QString &key, QObject *context, Callback<std::optional<QString>> then) override
    {
        if (isAskingUser)
            m_unanswered << [this, key, context = QPointer<QObject>(context), then = std::move(then)] {
                if (context)
                    read(key, context, then);
            };
        else if (isLocked)
            answerLater<std::optional<QString>>(context, std::move(then), std::optional<QString>());
        else
            MemoryVault::read(key, context, std::move(then));
    }

    void write(const QString &key, const QString &text, QObject *context, Callback<Done> then) override
    {
        ++writes;
        if (isLocked || refusesWrites) {
            answerLater<Done>(context, std::move(then),
                              Unexpected(Error{.kind = Error::Kind::Storage, .message = QStringLiteral("locked")}));
            return;
        }
        const auto take = [this, key, text, told = guarded<Done>(context, std::move(then))] {
            if (const auto tokens = fromItemText(text))
                items.insert(key, *tokens);
            MemoryVault::write(key, text, this, told);
        };
        if (isAsking)
            m_asked << take;
        else
            take();
    }

    /// Unlocks it, as the user does when asked: what waited for that is done.
    void answer()
    {
        isAsking = false;
        for (const auto &take : std::exchange(m_asked, {}))
            take();
    }
    bool isAsked() const { return !m_asked.isEmpty(); }

    void remove(const QString &key, QObject *context, Callback<Done> then) override
    {
        if (refusesRemovals) {
            answerLater<Done>(context, std::move(then),
                              Unexpected(Error{.kind = Error::Kind::Storage, .message = QStringLiteral("refused")}));
            return;
        }
        if (isLocked) // as libsecret does: what it does not see is gone
            return answerLater<Done>(context, std::move(then), Done{});
        items.remove(key);
        MemoryVault::remove(key, context, std::move(then));
    }

    /// The user answers the keyring's question for the password.
    void letUserAnswer()
    {
        isAskingUser = false;
        const auto questions = std::exchange(m_unanswered, {});
        for (const auto &answer : questions)
            answer();
    }

    bool isLasting = true;
    bool isAskingUser = false; ///< then nothing is read before letUserAnswer()
    bool isLocked = false;
    bool isAsking = false; ///< what is to be written waits for answer()
    bool refusesWrites = false;
    bool refusesRemovals = false;
    int writes = 0;
    QHash<QString, AccessTokens> items; ///< what lies in it, read

private:
    QList<std::function<void()>> m_unanswered;
    QList<std::function<void()>> m_asked;
};
