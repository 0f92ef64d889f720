// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>
#include <QVariant>

#include <functional>
#include <optional>

class KeyButton;
class QAction;

/// A key without Ctrl, Alt or Meta that acts while a list or a grid has the focus.
struct LetterKey
{
    QString id; ///< "schedule.noShow": names it in what is remembered
    QString place; ///< where it acts, for people; two of one place never share a key
    QString text; ///< what it does, for people
    QKeySequence usual;
    bool everywhere = false; ///< acts in all places
};

/// The single keys of the lists and grids. Speech input and a slipping hand press them unmeant, so that they can be changed and
/// switched off (WCAG 2.1.4). One object for each run: what is chosen holds in all windows at once.
class LetterKeys : public QObject
{
    Q_OBJECT

public:
    using Remembered = std::function<QVariant(const QString &key)>;
    using Remember = std::function<void(const QString &key, const QVariant &value)>;

    LetterKeys(Remembered remembered, Remember remember, QObject *parent = nullptr);

    static QList<LetterKey> all();
    /// True for a key that prints something by itself or with Shift; a space does not count, since it chooses what has the focus.
    static bool canBe(const QKeySequence &key);

    bool areOn() const;
    void setOn(bool on);

    /// As chosen, whether they are on or not; empty for one that was taken away.
    QKeySequence key(const QString &id) const;
    /// The one that acts now; empty for none.
    QKeySequence acting(const QString &id) const { return areOn() ? key(id) : QKeySequence(); }
    /// The other one that `key` stands for in the place of `id`.
    std::optional<LetterKey> holder(const QKeySequence &key, const QString &id) const;
    /// An empty `key` takes it away. The caller has asked canBe() and holder().
    void setKey(const QString &id, const QKeySequence &key);
    bool areUsual() const; ///< none was changed
    void makeUsual();

    /// Calls `act` at the key of `id` while `list` has the focus, and no longer than `context` lives. Null `letters`: the usual key.
    static void bind(LetterKeys *letters, const QString &id, QWidget *list, QObject *context, std::function<void()> act);
    /// Adds the key of `id` to the other keys of an action.
    static void bind(LetterKeys *letters, const QString &id, QAction *action);
    /// Calls `show` with the key that acts, empty for none, now and whenever another one does, while `context` lives.
    static void follow(LetterKeys *letters, const QString &id, QObject *context, const std::function<void(const QKeySequence &)> &show);
    /// A button that does the same says the key that acts.
    static void name(LetterKeys *letters, const QString &id, KeyButton *button);
    void readAgain() { emit changed(); } ///< what is remembered changed from elsewhere

signals:
    void changed();

private:
    Remembered m_remembered;
    Remember m_remember;
};
