// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "callback.h"
#include "tokenvault.h"

#include <QFile>
#include <QSaveFile>

/// Stands for a keychain that several processes share and that outlives them: one file for each item.
class FileVault : public TokenVault
{
    Q_OBJECT

public:
    explicit FileVault(QString folder) : m_folder(std::move(folder)) { }

    bool isPersistent() const override { return true; }
    bool isWriting() const override { return false; }

    void read(const QString &key, QObject *context, Callback<std::optional<QString>> then) override
    {
        QFile file(fileOf(key));
        std::optional<QString> text;
        if (file.open(QIODevice::ReadOnly))
            text = QString::fromUtf8(file.readAll());
        answerLater<std::optional<QString>>(context, std::move(then), text);
    }

    void write(const QString &key, const QString &text, QObject *context, Callback<Done> then) override
    {
        QSaveFile file(fileOf(key));
        const bool written = file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0 && file.commit();
        if (stallsAfterWriting) // stored, and the program never hears of it
            return;
        answerLater<Done>(context, std::move(then), written ? Result<Done>(Done{}) : Unexpected(Error{.kind = Error::Kind::Storage}));
    }

    void remove(const QString &key, QObject *context, Callback<Done> then) override
    {
        QFile::remove(fileOf(key));
        answerLater<Done>(context, std::move(then), Done{});
    }

    bool stallsAfterWriting = false;

private:
    QString fileOf(const QString &key) const { return m_folder + QLatin1Char('/') + key + QLatin1String(".item"); }

    QString m_folder;
};
